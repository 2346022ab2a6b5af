"""Small classes that keep the promises of the contract in memory. Never the only proof of anything."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from providers.contract import (
    Appointment,
    AppointmentRef,
    Draft,
    Job,
    Limits,
    Message,
    Person,
    Put,
    Remains,
    Span,
    Talk,
    When,
    as_span,
)
from providers.errors import NotFound


class FakeCalendar:
    """Keeps `Calendar`. `trouble` holds exceptions to raise, one a call, after having done the work or before it."""

    provider = "lineworks"
    limits = Limits(title=200, description=5000, location=100, invitees=500)

    def __init__(self, organizer: str = "taro@example.com") -> None:
        self.organizer = organizer
        self.events: dict[str, Appointment] = {}
        self.made = 0
        self.after: list[Exception] = []
        self.before: list[Exception] = []

    async def account(self, person: Person) -> str | None:
        return person.user_id

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

    async def bot_names(self) -> Sequence[str]:
        return ("予定", "Yotei")


class FakeDirectory:
    """Keeps `Directory`."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = list(people)

    async def person(self, user_id: str) -> Person:
        for person in self.people:
            if person.user_id == user_id:
                return person
        raise NotFound("lineworks", "get user", 404)

    async def everyone(self) -> Sequence[Person]:
        return self.people


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
