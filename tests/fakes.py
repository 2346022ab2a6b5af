"""Small classes that keep the promises of the contract in memory. Never the only proof of anything."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.accounts import Accounts
from handlers.context import Ports
from handlers.ledger import Ledger
from handlers.routes import Routes
from providers.bookings import Booking, BookingStatus, Guest, Host, Side
from providers.contract import (
    Appointment,
    AppointmentRef,
    Draft,
    Limits,
    Message,
    Person,
    Remains,
    Span,
    Talk,
    When,
    as_span,
)
from providers.errors import NotFound
from providers.keeping import Doc, Job, Put, Store


class FakeCalendar:
    """Keeps `Calendar`. `trouble` holds exceptions to raise, one a call, after having done the work or before it."""

    def __init__(
        self, organizer: str | None = "taro@example.com", provider: str = "lineworks", limits: Limits | None = None
    ) -> None:
        self.organizer, self.provider = organizer, provider
        self.limits = limits or Limits(title=200, description=5000, location=100, invitees=500)
        self.accounts: dict[str, str] = {}  # who has another one than the user id; "" for nobody
        self.away: list[Exception] = []
        self.events: dict[str, Appointment] = {}
        self.made = 0
        self.after: list[Exception] = []
        self.before: list[Exception] = []

    async def account(self, person: Person) -> str | None:
        return self.accounts.get(person.user_id, person.user_id) or None

    async def create(
        self, owner: str, draft: Draft, key: str, *, calendar: str | None = None, again: bool = False
    ) -> Appointment:
        if self.before:
            raise self.before.pop(0)
        if key not in self.events:
            self.made += 1
            self.events[key] = Appointment(
                ref=AppointmentRef(self.provider, owner, key, calendar),
                title=draft.title,
                when=draft.when,
                zone=draft.zone,
                description=draft.description,
                location=draft.location,
                organizer=self.organizer,
                invitees=draft.invitees,
                private=draft.private,
                version="1",
            )
        if self.after:
            raise self.after.pop(0)
        return self.events[key]

    async def find(self, ref: AppointmentRef) -> Appointment:
        return self._found(ref)

    async def appointments(self, owner: str, span: Span, *, calendar: str | None = None) -> list[Appointment]:
        if self.away:
            raise self.away.pop(0)
        here = [one for one in self.events.values() if as_span(one.when, ZoneInfo(one.zone)).overlaps(span)]
        return sorted(here, key=lambda one: as_span(one.when, ZoneInfo(one.zone)).start)

    async def move(self, ref: AppointmentRef, when: When, zone: str) -> Appointment:
        found = self._found(ref)
        self.events[ref.id] = replace(found, when=when, zone=zone, version=str(int(found.version or 0) + 1))
        return self.events[ref.id]

    async def remains(self, ref: AppointmentRef) -> Remains:
        found = self._found(ref)
        return Remains(ref, found.title, found.when, found.zone, "{}")

    async def cancel(self, ref: AppointmentRef) -> None:
        self._found(ref)
        del self.events[ref.id]
        if self.after:
            raise self.after.pop(0)

    async def restore(self, remains: Remains, key: str, *, again: bool = False) -> Appointment:
        draft = Draft(remains.title, remains.when, remains.zone)
        return await self.create(remains.ref.owner, draft, key, again=again)

    async def name(self, owner: str, calendar: str | None = None) -> str:
        return "マイカレンダー"

    async def called(self, owner: str, name: str) -> str | None:
        return "c_sales" if name == "営業部" else None

    def _found(self, ref: AppointmentRef) -> Appointment:
        if ref.id not in self.events:
            raise NotFound(self.provider, "get event", 404)
        return self.events[ref.id]


def ports(
    calendar: FakeCalendar,
    chat: "FakeChat",
    directory: "FakeDirectory",
    *,
    mirror: "FakeMirror | None" = None,
    bookings: "FakeBookings | None" = None,
    others: Sequence[FakeCalendar] = (),
    documents: "FakeDocuments | None" = None,
) -> Ports:
    """Everything that an ability may use, in memory."""
    store: Store = documents or FakeDocuments()  # type: ignore[assignment]  # abilities use its documents only
    return Ports(
        calendars={one.provider: one for one in (calendar, *others)},
        chat=chat,
        directory=directory,
        mirror=mirror or FakeMirror(),
        accounts=Accounts(store),
        routes=Routes(store),
        ledger=Ledger(store),
        bookings=bookings,
    )


class FakeChat:
    """Keeps `Chat`."""

    def __init__(self, rooms: dict[str, list[str]] | None = None) -> None:
        self.sent: list[tuple[Talk, Message]] = []
        self.rooms = rooms or {}
        self.before: list[Exception] = []

    async def send(self, talk: Talk, message: Message) -> None:
        if self.before:
            raise self.before.pop(0)
        self.sent.append((talk, message))

    async def members(self, room_id: str) -> list[str]:
        return self.rooms.get(room_id, [])

    async def room_name(self, room_id: str) -> str:
        return f"名前 {room_id}"

    async def bot_names(self) -> Sequence[str]:
        return ("予定", "Yotei")


class FakeDirectory:
    """Keeps `Directory`."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = list(people)
        self.away: list[Exception] = []  # to raise, one a call of `everyone`
        self.unknown: list[Exception] = []  # the same for `person`

    async def person(self, user_id: str) -> Person:
        if self.unknown:
            raise self.unknown.pop(0)
        for person in self.people:
            if person.user_id == user_id:
                return person
        raise NotFound("lineworks", "get user", 404)

    async def everyone(self) -> Sequence[Person]:
        if self.away:
            raise self.away.pop(0)
        return self.people


class FakeDocuments:
    """The documents of a `Store`; everything else of it is not there."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Doc] = {}

    def tag(self, lane: str) -> str:
        return "0."

    async def get(self, space: str, name: str) -> Doc | None:
        return self.kept.get((space, name))

    async def put(
        self, space: str, name: str, value: bytes, *, ttl: float | None = None, version: int | None = None
    ) -> bool:
        there = self.kept.get((space, name))
        present = there.version if there is not None else 0
        if version not in {None, present}:
            return False
        self.kept[space, name] = Doc(value, present + 1)
        return True


class FakeMirror:
    """Keeps `Mirror`. `before` holds exceptions to raise, one a call."""

    def __init__(self) -> None:
        self.shown: dict[tuple[str, str], Draft] = {}
        self.before: list[Exception] = []

    async def show(self, owner: str, draft: Draft, key: str) -> None:
        if self.before:
            raise self.before.pop(0)
        self.shown[owner, key] = draft

    async def clear(self, owner: str, key: str) -> None:
        if self.before:
            raise self.before.pop(0)
        self.shown.pop((owner, key), None)


class FakeBookings:
    """Keeps `Bookings`. `trouble` holds exceptions to raise, one a call of `booking`."""

    provider = "jicoo"

    def __init__(self, hosts: Sequence[Host] = ()) -> None:
        self.held: dict[str, Booking] = {}
        self.who: dict[str, tuple[Guest, ...]] = {}
        self.hosts = {host.account: host for host in hosts}
        self.trouble: list[Exception] = []
        self.lists: list[Exception] = []  # the same for lists
        self.after: list[Exception] = []
        self.unknown: list[Exception] = []  # the same for hosts
        self.changes = 0

    async def booking(self, uid: str) -> Booking:
        if self.trouble:
            raise self.trouble.pop(0)
        if uid not in self.held:
            raise NotFound(self.provider, "get booking", 404)
        return self.held[uid]

    async def guests(self, uid: str) -> tuple[Guest, ...]:
        return self.who.get(uid, ())

    async def newest(self) -> AsyncIterator[Booking]:
        for booking in sorted(self.held.values(), key=lambda one: one.created, reverse=True):
            yield booking

    async def coming(self, status: BookingStatus, since: datetime) -> AsyncIterator[Booking]:
        if self.lists:
            raise self.lists.pop(0)
        for booking in list(self.held.values()):
            if booking.status is status and booking.span.start >= since:
                yield booking

    async def cancel(self, uid: str, reason: str = "") -> Booking:
        found = self.held[uid]
        if found.status is not BookingStatus.CANCELLED:
            self.changes += 1
            later = found.updated + timedelta(seconds=1)
            self.held[uid] = replace(found, status=BookingStatus.CANCELLED, updated=later, cancelled_by=Side.HOST)
        if self.after:
            raise self.after.pop(0)
        return self.held[uid]

    async def reschedule(self, uid: str, start: datetime, zone: str) -> Booking:
        found = self.held[uid]
        self.changes += 1
        span = Span(start, start + found.span.length)
        self.held[uid] = replace(found, span=span, updated=found.updated + timedelta(seconds=1))
        if self.after:
            raise self.after.pop(0)
        return self.held[uid]

    async def host(self, account: str) -> Host:
        if self.unknown:
            raise self.unknown.pop(0)
        if account not in self.hosts:
            raise NotFound(self.provider, "get user", 404)
        return self.hosts[account]


class FakeTurn:
    """Keeps `Turn`. Hand `journal` and `begun` of one run to the next to play a crash in between."""

    def __init__(self, key: str = "k" * 64, body: bytes = b"", journal: dict[str, bytes] | None = None) -> None:
        self.lane, self.key, self.body, self.attempt, self.tag = "user:u1", key, body, 1, "0."
        self.accepted = datetime.now(UTC)
        self.journal = journal if journal is not None else {}
        self.notes: dict[str, bytes] = {}
        self.begun: set[str] = set()
        self.ended = ""
        self.puts: Sequence[Put] = ()
        self.jobs: Sequence[Job] = ()

    async def keep(self) -> None:
        return

    def recall(self, step: str) -> bytes | None:
        return self.notes.get(step, self.journal.get(step))

    def note(self, step: str, value: bytes) -> None:
        self.notes[step] = value

    async def once(self, step: str, call: Callable[[bool], Awaitable[bytes]]) -> bytes:
        self.journal |= self.notes
        if step in self.journal:
            return self.journal[step]
        again = step in self.begun
        self.begun.add(step)
        self.notes[step] = await call(again)
        return self.notes[step]

    async def done(
        self, *, puts: Sequence[Put] = (), drops: Sequence[tuple[str, str]] = (), jobs: Sequence[Job] = ()
    ) -> None:
        self.ended, self.puts, self.jobs = "done", puts, jobs

    async def later(self, at: datetime, error: str) -> None:
        self.ended = "later"

    async def bury(self, reason: str) -> None:
        self.ended = "buried"
