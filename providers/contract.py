"""Read this first: the nouns all three packages share, and one Protocol per kind of outside system.

No I/O. Naive datetimes cannot be built into any noun here.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
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


# --- bookings ---------------------------------------------------------------------------------------------------


class BookingStatus(StrEnum):
    """Where a booking stands."""

    REQUESTED = "requested"  # a host has to agree first
    OPEN = "open"
    CANCELLED = "cancelled"


class Side(StrEnum):
    """Who did something to a booking."""

    GUEST = "guest"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who booked. `answers` are (question, answer)."""

    name: str
    email: str = ""
    company: str = ""
    message: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment that a guest made with a host. What the source did not tell is None or empty."""

    uid: str
    status: BookingStatus
    span: Span
    zone: str  # the guest's own
    created: datetime
    updated: datetime  # decides which of two states is the later one
    title: str = ""
    event_type: str | None = None  # the id of the page it was booked on
    hosts: tuple[str, ...] | None = None  # accounts; None: not told
    guests: tuple[Guest, ...] = ()
    meeting: str | None = None  # to the video meeting
    place: str = ""
    description: str = ""
    cancelled_by: Side | None = None
    cancel_reason: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """Whoever a booking is with, as its system knows them."""

    account: str
    name: str
    email: str


class Bookings(Protocol):
    """Bookings of one outside system. All methods raise ProviderError."""

    provider: str

    async def booking(self, uid: str) -> Booking:
        """The booking as it is now, without its guests. Raises NotFound."""
        ...

    async def guests(self, uid: str) -> tuple[Guest, ...]:
        """Who booked. Raises NotFound."""
        ...

    def newest(self) -> AsyncIterator[Booking]:
        """All bookings, the last made first; read page by page, so stop when enough."""
        ...

    def coming(self, status: BookingStatus, since: datetime) -> AsyncIterator[Booking]:
        """All bookings of that status that start at `since` or later, in no particular order, each once."""
        ...

    async def cancel(self, uid: str, reason: str = "") -> Booking:
        """Cancel it, which tells the guest; one that is cancelled already is left as it is. Raises NotFound."""
        ...

    async def reschedule(self, uid: str, start: datetime, zone: str) -> Booking:
        """The booking at another time of the same length, which tells the guest.

        Raises NotFound; Refused (422) when that time is not free.
        """
        ...

    async def host(self, account: str) -> Host:
        """Who an account is. Raises NotFound."""
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


# --- store ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doc:
    """A kept value and its version, which grows with every put."""

    value: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Put:
    """A document to be written together with the end of a turn."""

    space: str
    name: str
    value: bytes
    ttl: float | None = None  # seconds


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work for a lane, to be accepted together with the end of a turn. `at`: not before."""

    lane: str
    key: str
    body: bytes
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dead:
    """A dead letter. `reason` is a constant phrase plus ids, never content."""

    id: str
    lane: str
    reason: str
    attempts: int
    accepted: datetime
    buried: datetime
    body: bytes


@dataclass(frozen=True, slots=True)
class Stats:
    """How the store is doing. `durable` None: the server does not let us look."""

    waiting: int
    oldest: float | None  # seconds since the oldest waiting job was accepted
    busy: int  # lanes with a turn out
    parked: int  # lanes waiting for a retry or a time
    dead: int
    durable: bool | None
    memory: int  # bytes the server uses


class Turn(Protocol):
    """The head of one lane, leased to one worker, with the journal of what earlier runs of it did."""

    lane: str
    key: str
    body: bytes
    attempt: int  # 1 for the first run
    accepted: datetime
    tag: str  # a document whose name begins with this lives with the lane, and can be put by `done`

    async def keep(self) -> None:
        """Renew the lease. Raises LostTurn."""
        ...

    def recall(self, step: str) -> bytes | None:
        """What this or an earlier run noted under `step`."""
        ...

    def note(self, step: str, value: bytes) -> None:
        """Remember `value`; durable no later than the next `once` that starts or `done`."""
        ...

    async def once(self, step: str, call: Callable[[bool], Awaitable[bytes]]) -> bytes:
        """The result of `call`, or of the earlier run that finished it.

        That `step` has started is durable before `call` runs. `call(True)` means that an earlier run started
        it and its end is unknown. Raises LostTurn.
        """
        ...

    async def done(
        self, *, puts: Sequence[Put] = (), drops: Sequence[tuple[str, str]] = (), jobs: Sequence[Job] = ()
    ) -> None:
        """Finish: the lane moves on, documents and follow-ups are written, all or nothing. Raises LostTurn."""
        ...

    async def later(self, at: datetime, error: str) -> None:
        """Try again at `at`; stays the head of its lane, journal kept. Raises LostTurn."""
        ...

    async def bury(self, reason: str) -> None:
        """Make it a dead letter; the lane moves on. Raises LostTurn."""
        ...


class Store(Protocol):
    """What must outlive a restart. All methods raise StoreDown when the server does not answer within two seconds."""

    async def accept(self, lane: str, key: str, body: bytes, *, at: datetime | None = None) -> bool:
        """Keep `body` at the end of `lane` (when `at` is given: from then on); durable on return.

        False: `key` was shown within three days, and nothing was kept. Atomic.
        """
        ...

    def tag(self, lane: str) -> str:
        """What `Turn.tag` of that lane's turns is."""
        ...

    async def take(self, wait: float = 1.0) -> Turn | None:
        """The head of a free lane, leased to us; None when nothing came within `wait` seconds."""
        ...

    async def cancel(self, lane: str, key: str) -> bool:
        """Drop a job that has not started; False when there is none."""
        ...

    async def get(self, space: str, name: str) -> Doc | None:
        """A document."""
        ...

    async def put(
        self, space: str, name: str, value: bytes, *, ttl: float | None = None, version: int | None = None
    ) -> bool:
        """Write a document. With `version` only if that is the present one (0: only if there is none); else False."""
        ...

    async def drop(self, space: str, name: str) -> None:
        """Remove a document."""
        ...

    async def spend(self, budget: str, per_minute: int, n: int = 1) -> float:
        """Take `n` from a shared budget of `per_minute`: 0 means go, else seconds to wait, and nothing was taken."""
        ...

    def hold(self, name: str, ttl: float) -> AbstractAsyncContextManager[None]:
        """One holder at a time across all processes; given up after `ttl` seconds should we die."""
        ...

    def dead(self, limit: int = 50) -> AsyncIterator[Dead]:
        """Dead letters, newest first."""
        ...

    async def revive(self, dead_id: str) -> bool:
        """Put a dead letter back at the end of its lane; False when there is none of that id."""
        ...

    async def stats(self) -> Stats:
        """Depth, age, load and durability."""
        ...
