"""What a sentence means: the reader's answer, and nothing about how it was found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What the writer wants."""

    CREATE = "create"
    CANCEL = "cancel"
    LIST = "list"
    RESCHEDULE = "reschedule"
    FREE_TIME = "free_time"  # "when are we free?": a list that looks for gaps
    UNDO = "undo"
    HELP = "help"
    CORRECT = "correct"  # changes what was just made or asked: 「30分に」「やっぱり金曜」
    YES = "yes"
    NO = "no"
    ROUTE_HERE = "route_here"  # bookings are to be announced in this room
    ROUTES = "routes"  # where are bookings announced?
    ROUTE_STOP = "route_stop"  # bookings are no longer to be announced here
    NONE = "none"  # chat, not for us


class Role(StrEnum):
    """What a piece of the sentence is."""

    DATE = "date"
    TIME = "time"
    RANGE = "range"
    DURATION = "duration"
    RECURRENCE = "recurrence"
    PERSON = "person"
    PLACE = "place"
    CALENDAR = "calendar"
    DETAIL = "detail"
    COMMAND = "command"
    FILLER = "filler"
    TITLE = "title"
    RESIDUE = "residue"  # has the form of a date or time and was not understood


Moment = datetime | date
"""An aware datetime in the writer's zone, or a date where only the day is meant."""


class Piece(NamedTuple):
    """A typed span of the original text: `text[begin:end]`. `why` is for `say`, in plain English."""

    begin: int
    end: int
    role: Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read when: as in `Intent.start`, `end` and, where it differs, `recurrence`."""

    start: Moment | None
    end: Moment | None = None
    recurrence: str | None = None


class Doubt(StrEnum):
    """Why the service must ask instead of acting."""

    RESIDUE = "residue"  # what could be a date was not understood
    NONSENSE = "nonsense"  # there is no such date or time: 2/30, 13月, 25:61
    PAST = "past"  # it is over already
    AMBIGUOUS = "ambiguous"  # two readings; `readings` holds both
    VAGUE = "vague"  # "3ish"
    TALK = "talk"  # it may only tell something: is it for the calendar?
    FOREIGN = "foreign"  # only dateparser's wider reading understood it


@dataclass(frozen=True, slots=True)
class Ask:
    """A doubt: the words it is about, and the other readings that could be meant (none when nothing is known)."""

    doubt: Doubt
    words: str
    readings: tuple[Reading, ...] = ()


class Assumption(StrEnum):
    """What was supplied by a convention and must be pointed out in the reply, though nobody needs to be asked."""

    AFTERNOON = "afternoon"  # a bare 1-6 o'clock was taken as the afternoon; `other` is the morning
    OTHER_HALF = "other_half"  # the time had passed today, the next such time was taken; `other` the other reading
    TODAY = "today"  # no date was said
    TOMORROW = "tomorrow"  # no date was said and the time is over today
    NEXT_DAY = "next_day"  # 25時: 01:00 of the following day
    WEEKDAY = "weekday"  # weekday and date disagreed; the date won
    NEXT_YEAR = "next_year"  # the date lies in the next year


@dataclass(frozen=True, slots=True)
class Note:
    """An assumption, with the reading that was not taken where there is one."""

    assumption: Assumption
    other: Reading | None = None


@dataclass(slots=True)  # to make a frozen one costs a twentieth of all reading
class Intent:
    """A sentence, read; nobody changes it but the reader. What was not said is empty or None; times are in the writer's zone.

    `end` None: no end and no length were said. For whole days `start` and `end` are dates and `end` is the last day.
    A LIST asks for whole days. `shift` is set for a RESCHEDULE relative to the event (1時間後ろに); of a
    `start` beside it only the time of day counts (翌日の15時に).
    """

    kind: Kind
    language: str = "ja"  # ja, en, ko, zh
    title: str = ""
    start: Moment | None = None
    end: Moment | None = None
    attendees: tuple[str, ...] = ()  # as written, without @ and honorifics; or an e-mail address
    optional: tuple[str, ...] = ()
    location: str = ""
    description: str = ""
    reminders: tuple[timedelta, ...] = ()
    private: bool = False
    free: bool = False
    recurrence: str | None = None
    provider: str | None = None  # "lineworks", "jicoo", "backoffice", or another system's name in lower case
    calendar: str | None = None  # a calendar's name as written
    duration: timedelta | None = None  # a bare length, for corrections (30分に)
    shift: timedelta | None = None
    original: Reading | None = (
        None  # when the event is now: 3時の会議を4時に; of a CANCEL the part of the day of `start`
    )
    ask: tuple[Ask, ...] = ()
    notes: tuple[Note, ...] = ()
    pieces: Sequence[Piece] = field(default=(), compare=False)  # every character of the text in one of them

    @property
    def all_day(self) -> bool:
        """Whether whole days are meant."""
        return self.start is not None and not isinstance(self.start, datetime)
