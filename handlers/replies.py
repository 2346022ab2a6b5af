"""Everything the bot can answer, before words.

A reply may offer commands; each offer becomes a button, and one press counts for all buttons of a reply.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handlers.commands import Command, NewTime, Remark, Target, Wish
from providers.contract import Appointment, Days, Person, When

# --- offers -----------------------------------------------------------------------------------------------------


class Choice(StrEnum):
    """Buttons whose words are always the same."""

    UNDO = "undo"
    AGAIN = "again"
    YES_CANCEL = "yes_cancel"
    NO = "no"
    THIS_ONE = "this_one"
    WHOLE_SERIES = "whole_series"
    WITHOUT_THEM = "without_them"
    PLAIN_TITLE = "plain_title"


@dataclass(frozen=True, slots=True)
class PickTime:
    """A button that names a time."""

    when: When
    zone: str


@dataclass(frozen=True, slots=True)
class PickPerson:
    """A button that names a person."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class PickAppointment:
    """A button that names an event."""

    title: str
    when: When
    zone: str


Label = Choice | PickTime | PickPerson | PickAppointment


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: what it says and what it does."""

    label: Label
    command: Command


# --- what happened ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Created:
    """The event stands."""

    appointment: Appointment
    calendar: str
    reminders: tuple[timedelta, ...] = ()
    recurrence: str | None = None
    remarks: tuple[Remark, ...] = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an agenda; `title` "": not to be shown here."""

    title: str
    when: When
    location: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on `calendar` on these days, earliest first."""

    days: Days
    zone: str
    calendar: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The event is gone, by us."""

    title: str
    when: When
    zone: str
    calendar: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The event stands at another time."""

    appointment: Appointment
    before: When
    calendar: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What had been made is taken back."""

    title: str
    when: When
    zone: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What had been cancelled stands again."""

    appointment: Appointment
    calendar: str


@dataclass(frozen=True, slots=True)
class MovedBack:
    """The event is back at its former time."""

    appointment: Appointment
    calendar: str


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing was changed, as wished."""


# --- questions --------------------------------------------------------------------------------------------------


class Missing(StrEnum):
    """What an open question waits for."""

    WHEN = "when"
    TITLE = "title"
    PERSON = "person"
    TARGET = "target"  # which event is to be cancelled or moved
    NEW_TIME = "new_time"  # to when it is to be moved


@dataclass(frozen=True, slots=True)
class AskWhen:
    """When is it to be? The next sentence may say just that."""

    wish: Wish
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskTitle:
    """What is it to be called?"""

    wish: Wish
    offers: tuple[Offer, ...] = ()


class Doubtful(StrEnum):
    """Why a time is not acted upon."""

    RESIDUE = "residue"
    NONSENSE = "nonsense"
    PAST = "past"
    AMBIGUOUS = "ambiguous"
    VAGUE = "vague"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class AskReading:
    """`words` were not understood beyond doubt; the offers are what they could mean."""

    doubt: Doubtful
    words: str
    wish: Wish | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskWho:
    """Several people are called `written` (or nobody is, when `candidates` is empty)."""

    written: str
    candidates: tuple[Person, ...]
    wish: Wish
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskWhich:
    """Several events fit; `count` of them, of which the offers show the first."""

    verb: str  # "cancel" or "move"
    count: int
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskScope:
    """The event is one of a series: this one or all?"""

    title: str
    when: When
    zone: str
    offers: tuple[Offer, ...] = ()


class Loss(StrEnum):
    """What would not come back; the first three are the words of `Appointment.precious`."""

    ANSWERS = "answers"
    MEETING = "meeting"
    ATTACHMENTS = "attachments"
    GUESTS = "guests"  # people of another company would be told twice
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class AskSure:
    """Cancelling cannot be wholly undone: `losses` would not come back."""

    title: str
    when: When
    zone: str
    losses: tuple[Loss, ...]
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskTarget:
    """Which event is to be cancelled or moved? Neither title nor time was said. `change` is what was said of a move."""

    verb: str  # "cancel" or "move"
    change: NewTime | None = None


@dataclass(frozen=True, slots=True)
class AskNewTime:
    """To when is it to be moved? `target` None: what was changed last."""

    title: str
    target: Target | None = None


# --- what did not happen ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotThere:
    """No event fits the description."""

    title: str
    when: When | None
    zone: str


@dataclass(frozen=True, slots=True)
class AlreadyGone:
    """The event has been cancelled before."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """Somebody else organises the event."""

    title: str
    organizer: str


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """The event was changed since; nothing was undone."""

    title: str


@dataclass(frozen=True, slots=True)
class TooMany:
    """More people than an event takes."""

    limit: int


class Absent(StrEnum):
    """What cannot be asked of this installation."""

    SYSTEM = "system"  # another calendar system
    CALENDAR = "calendar"  # a calendar of that name
    FREE_TIME = "free_time"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class CannotDo:
    """Understood, but not offered here; `name` is the system or calendar as written."""

    what: Absent
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Nothing may be changed at the moment."""


class Trouble(StrEnum):
    """Why an act failed."""

    AWAY = "away"  # no answer, or 5xx: later it may work
    REFUSED = "refused"  # they said no
    DENIED = "denied"  # a right or a setting is missing
    FAULT = "fault"  # ours


@dataclass(frozen=True, slots=True)
class Failed:
    """The act did not go through. `certain` False: whether it did is not known."""

    trouble: Trouble
    certain: bool = True
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no change of the last ten minutes to take back."""


@dataclass(frozen=True, slots=True)
class NothingAsked:
    """「はい」 to no question."""


class Pressed(StrEnum):
    """Why a button did nothing."""

    SPENT = "spent"
    EXPIRED = "expired"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DeadButton:
    """The press had no effect."""

    why: Pressed


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """No command was found in a sentence that was said to us."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""

    in_room: bool


@dataclass(frozen=True, slots=True)
class Greeting:
    """Hello, and the three most useful commands."""

    in_room: bool


Reply = (
    Created
    | Agenda
    | Cancelled
    | Moved
    | Withdrawn
    | Restored
    | MovedBack
    | Left
    | AskWhen
    | AskTitle
    | AskReading
    | AskWho
    | AskWhich
    | AskScope
    | AskSure
    | AskTarget
    | AskNewTime
    | NotThere
    | AlreadyGone
    | NotYours
    | ChangedMeanwhile
    | TooMany
    | CannotDo
    | ReadOnly
    | Failed
    | NothingToUndo
    | NothingAsked
    | DeadButton
    | NotUnderstood
    | Help
    | Greeting
)


def offers_of(reply: Reply) -> tuple[Offer, ...]:
    """The buttons of `reply`, in order."""
    offers: tuple[Offer, ...] = getattr(reply, "offers", ())
    return offers
