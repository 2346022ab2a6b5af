"""Read this first: the nouns all three packages share, and one Protocol per kind of outside system.

Beside it `bookings` has those of appointments that guests make, and `keeping` those of what must outlive a restart.

No I/O. Naive datetimes cannot be built into any noun here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo


def elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that passes between two aware moments: subtracting within one zone would compare clock faces."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def after(moment: datetime, length: timedelta) -> datetime:
    """The moment, in the same zone, when `length` has passed."""
    return (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)


# --- when -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, both aware; `end` may equal `start` but never precede it."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """Refuse what is no span."""
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a span needs a time zone")
        if self.length < timedelta():
            raise ValueError("a span ends before it starts")

    @property
    def length(self) -> timedelta:
        """How long it lasts, in time that passes (a clock may be put forward or back in between)."""
        return elapsed(self.start, self.end)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a moment; touching ends do not count, a moment of no length does."""
        start, end = self.start.astimezone(UTC), self.end.astimezone(UTC)
        other_start, other_end = other.start.astimezone(UTC), other.end.astimezone(UTC)
        if start == end or other_start == other_end:
            touches = end == other_start < other_end or other_end == start < end
            return start <= other_end and other_start <= end and not touches
        return start < other_end and other_start < end

    def windows(self, longest: timedelta) -> Iterator["Span"]:
        """The span in pieces of at most `longest`, in order and in UTC."""
        start, last = self.start.astimezone(UTC), self.end.astimezone(UTC)
        while start < last:
            end = min(start + longest, last)
            yield Span(start, end)
            start = end


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if isinstance(self.first, datetime) or isinstance(self.last, datetime):
            raise TypeError("days are dates, not instants")
        if self.last < self.first:
            raise ValueError("the last day comes before the first")

    def span(self, zone: ZoneInfo) -> Span:
        """Midnight to midnight in `zone`."""
        end = datetime.combine(self.last + timedelta(days=1), time(), zone)
        return Span(datetime.combine(self.first, time(), zone), end)


When = Span | Days


def as_span(when: When, zone: ZoneInfo) -> Span:
    """`when` as instants; whole days are those of `zone`."""
    return when if isinstance(when, Span) else when.span(zone)


# --- who --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """A member: `email` is the login id and calendar address, `names` all the ways colleagues may write the name."""

    user_id: str
    email: str
    name: str
    zone: str = "Asia/Tokyo"
    locale: str = "ja_JP"
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """Where something was said or is to be said: a room, or a 1:1 talk with a member (`room_id` is None)."""

    user_id: str | None = None
    room_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse a talk with nobody."""
        if not (self.user_id or self.room_id):
            raise ValueError("a talk needs a member or a room")


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody on an event. `account` is who they are in the event's system, where that is known and not the e-mail."""

    email: str
    name: str = ""
    optional: bool = False
    account: str | None = None


# --- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Draft:
    """An event to be made. `zone` is the IANA name its times are written in; `recurrence` an RFC 5545 rule without `RRULE:`."""

    title: str
    when: When
    zone: str
    description: str = ""
    location: str = ""
    invitees: tuple[Invitee, ...] = ()
    reminders: tuple[timedelta, ...] = ()  # before the start
    private: bool = False
    free: bool = False  # does not block the time
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentRef:
    """Where an event lives. `calendar` None is the owner's default one; `occurrence` is set for one of a series."""

    provider: str
    owner: str
    id: str
    calendar: str | None = None
    occurrence: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """An event as it stands in a calendar."""

    ref: AppointmentRef
    title: str
    when: When
    zone: str
    description: str = ""
    location: str = ""
    organizer: str | None = None  # e-mail; None where the system has none: then it is its owner's
    invitees: tuple[Invitee, ...] = ()
    private: bool = False
    free: bool = False
    series: bool = False  # it repeats
    link: str | None = None  # to the event
    meeting: str | None = None  # to the video meeting
    version: str | None = None  # changes whenever the event does
    precious: frozenset[str] = frozenset()  # what making it anew would lose: "answers", "meeting", "attachments"
    booking: str | None = None  # the guest's booking it stands for: every change is told to the guest


@dataclass(frozen=True, slots=True)
class Remains:
    """What a cancelled event leaves: enough for its own provider to bring it back. `snapshot` is opaque."""

    ref: AppointmentRef
    title: str
    when: When
    zone: str
    snapshot: str


class Lack(StrEnum):
    """What the events of a system do not have."""

    PLACE = "place"
    WHOLE_DAYS = "whole_days"
    RECURRENCE = "recurrence"
    PRIVATE = "private"
    FREE = "free"
    OPTIONAL = "optional"  # attendees who need not come
    LEAD = "lead"  # when to remind: only that it is done
    CALENDARS = "calendars"  # several of one owner, by name


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a system takes, in characters and items; and what it does not take at all."""

    title: int
    description: int
    location: int
    invitees: int
    lacks: frozenset[Lack] = frozenset()


class Calendar(Protocol):
    """Events of one outside system. All methods raise ProviderError.

    Bookings appear among `appointments` and can be looked up by `find`; they are changed by way of `Bookings` alone.
    """

    provider: str
    limits: Limits

    async def account(self, person: Person) -> str | None:
        """The `owner` that the member is in this system, by e-mail; None when nobody there has theirs."""
        ...

    async def create(
        self, owner: str, draft: Draft, key: str, *, calendar: str | None = None, again: bool = False
    ) -> Appointment:
        """Make `draft` once: a second call with the same `key` finds the first's event, however the first one ended.

        Raises NoAccount where a system that does not tell its accounts beforehand knows no `owner`.

        `key` is 1-200 URL-safe characters. `again` says that an earlier call may have been acted upon.
        """
        ...

    async def find(self, ref: AppointmentRef) -> Appointment:
        """The event as it is now. Raises NotFound."""
        ...

    async def appointments(self, owner: str, span: Span, *, calendar: str | None = None) -> list[Appointment]:
        """What overlaps `span`, occurrences of series one by one, earliest first."""
        ...

    async def move(self, ref: AppointmentRef, when: When, zone: str) -> Appointment:
        """The event at another time, everything else kept. Raises NotFound."""
        ...

    async def remains(self, ref: AppointmentRef) -> Remains:
        """What `restore` would need if the event (or the one occurrence) were cancelled now. Raises NotFound."""
        ...

    async def cancel(self, ref: AppointmentRef) -> None:
        """Take the event (or the one occurrence) away and tell those invited. Raises NotFound when it is gone."""
        ...

    async def restore(self, remains: Remains, key: str, *, again: bool = False) -> Appointment:
        """Bring back what was cancelled, perhaps under another id; `key` and `again` as for `create`."""
        ...

    async def name(self, owner: str, calendar: str | None = None) -> str:
        """How people call the calendar."""
        ...

    async def called(self, owner: str, name: str) -> str | None:
        """The id of the calendar that people call `name`, of those `owner` can reach; None when there is none."""
        ...


class Mirror(Protocol):
    """A calendar that shows what another system holds. All methods raise ProviderError and may be repeated."""

    async def show(self, owner: str, draft: Draft, key: str) -> None:
        """Make the event `key` on `owner`'s default calendar say what `draft` says, whether it is there or not.

        What else it holds (answers, reminders set by hand) is kept.
        """
        ...

    async def clear(self, owner: str, key: str) -> None:
        """Take it away; nothing happens when it is not there."""
        ...


# --- words ------------------------------------------------------------------------------------------------------

Locale = str  # "ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW"


@dataclass(frozen=True, slots=True)
class Text:
    """Words with their translations; each viewer is shown their own language, else `base`."""

    base: str
    variants: Mapping[Locale, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """Pressing it says `text` in the talk and sends us `postback`."""

    label: Text
    text: Text
    postback: str


@dataclass(frozen=True, slots=True)
class Message:
    """What the bot says."""

    text: Text
    buttons: tuple[Button, ...] = ()


class Chat(Protocol):
    """Talks. All methods raise ProviderError."""

    async def send(self, talk: Talk, message: Message) -> None:
        """Say `message`. There is no key against repeats: a second call is a second message."""
        ...

    async def members(self, room_id: str) -> list[str]:
        """User ids of everybody in a room."""
        ...

    async def room_name(self, room_id: str) -> str:
        """What a room is called; "" when it has no name."""
        ...

    async def bot_names(self) -> Sequence[str]:
        """All names people may mention the bot by, the main one first."""
        ...


class Directory(Protocol):
    """Members of the company. All methods raise ProviderError."""

    async def person(self, user_id: str) -> Person:
        """One member. Raises NotFound."""
        ...

    async def everyone(self) -> Sequence[Person]:
        """All active members."""
        ...
