"""Everything the bot can answer when it is spoken to, before words.

A reply may offer commands; each offer becomes a button, and one press counts for all buttons of a reply.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handlers.announcements import Announcement
from handlers.commands import NewTime, Remark, Target, Wish
from handlers.offers import Offer
from providers.contract import Appointment, Days, Person, When

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
    """One line of an agenda; `title` "": not to be shown here. `origin`: the system, where that is not the usual one."""

    title: str
    when: When
    location: str = ""
    link: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on these days, earliest first. `calendar` is the default one's name, `unread` are systems that did not answer.

    `title`: only what is called so.
    """

    days: Days
    zone: str
    calendar: str
    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()
    title: str = ""


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
    """What had been cancelled stands again. `anew`: as another event, made like the one that is gone."""

    appointment: Appointment
    calendar: str
    anew: bool = False


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
    TALK = "talk"  # perhaps nothing is to be done at all
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
    BOOKING = "booking"  # the guest is told, and nothing brings the booking back


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


@dataclass(frozen=True, slots=True)
class AskMoveBooking:
    """The guest will be told: is the booking really to be moved from `before` to `when`?"""

    title: str
    before: When
    when: When
    zone: str
    offers: tuple[Offer, ...] = ()


# --- what did not happen ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotThere:
    """No event fits the description. `unread` are systems that did not answer: it may be there."""

    title: str
    when: When | None
    zone: str
    unread: tuple[str, ...] = ()


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
    OTHERS = "others"  # somebody else's calendar
    CORRECTION = "correction"
    RECURRENCE = "recurrence"  # the system has no series
    PRIVATE = "private"  # the system has no private events
    BOOKINGS = "bookings"  # no system of bookings is set up
    ROOM = "room"  # makes sense in a room only


@dataclass(frozen=True, slots=True)
class CannotDo:
    """Understood, but not offered here; `name` is the system or calendar as written."""

    what: Absent
    name: str = ""


class Allowed(StrEnum):
    """Who may do something."""

    ADMINS = "admins"
    HOSTS = "hosts"  # the hosts of the booking, and admins


@dataclass(frozen=True, slots=True)
class NotLinked:
    """The asker has no account in that system that we know of."""

    provider: str


@dataclass(frozen=True, slots=True)
class NotForYou:
    """Only those named may do that."""

    who: Allowed


@dataclass(frozen=True, slots=True)
class SlotTaken:
    """The time that the booking was to be moved to is not free."""

    when: When
    zone: str


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Nothing may be changed at the moment."""


class Trouble(StrEnum):
    """Why an act failed."""

    AWAY = "away"  # no answer, or 5xx: later it may work
    REFUSED = "refused"  # they said no
    KEY = "key"  # our key is invalid or has expired
    DENIED = "denied"  # a right or a setting is missing
    FAULT = "fault"  # ours


@dataclass(frozen=True, slots=True)
class Failed:
    """The act did not go through. `certain` False: whether it did is not known. `provider`: whose fault it is, if known."""

    trouble: Trouble
    certain: bool = True
    offers: tuple[Offer, ...] = ()
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class Delayed:
    """A system keeps us waiting; the answer comes later. `provider`: which one, if known."""

    provider: str | None = None


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


Answer = (
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
    | AskMoveBooking
    | NotThere
    | AlreadyGone
    | NotYours
    | ChangedMeanwhile
    | TooMany
    | CannotDo
    | NotLinked
    | NotForYou
    | SlotTaken
    | ReadOnly
    | Failed
    | Delayed
    | NothingToUndo
    | NothingAsked
    | DeadButton
    | NotUnderstood
    | Help
    | Greeting
)

Reply = Answer | Announcement


def offers_of(reply: Reply) -> tuple[Offer, ...]:
    """The buttons of `reply`, in order."""
    offers: tuple[Offer, ...] = getattr(reply, "offers", ())
    return offers
