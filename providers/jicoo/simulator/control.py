"""The control routes that only Jicoo has: guests book, either side moves and cancels. The rest is in `simulation.server`."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

from aiohttp import web

from providers.jicoo.simulator.account import Account, BookingPage
from providers.jicoo.simulator.agenda import Agenda
from providers.jicoo.simulator.bookings import Bookings, Entry, Guest
from providers.jicoo.simulator.exchange import LOCATIONS
from providers.jicoo.simulator.webhooks import Webhooks
from providers.simulation.server import asked
from providers.simulation.wire import Clock, Nonsense, answer, answer_json

DEFAULT_GUEST = Guest("青木 真理", "mari.aoki@guest.example")
DETAILS = ("company", "message", "phoneNumber")
BOOK = frozenset(
    {"eventTypeId", "startedAt", "endedAt", "timeZone", "name", "email", "hosts", "webhook", "locationId", "answers"}
    | {"status", "title", *DETAILS}
)
MOVE = frozenset({"uid", "startedAt", "endedAt", "timeZone", "by", "webhook"})
CANCEL = frozenset({"uid", "by", "reason", "webhook"})


class Control:
    """What a tester can let guests and hosts do. Whether a time is free is not asked of a tester."""

    def __init__(self, account: Account, bookings: Bookings, agenda: Agenda, webhooks: Webhooks, clock: Clock) -> None:
        """`webhooks` carries what happens to the bot's server."""
        self._account = account
        self._bookings = bookings
        self._agenda = agenda
        self._webhooks = webhooks
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """`/_sim/webhook`, `/_sim/book`, `/_sim/move` and `/_sim/cancel`."""
        return [
            web.get("/_sim/webhook", self._show_webhook),
            web.post("/_sim/webhook", self._register),
            web.post("/_sim/book", self._book),
            web.post("/_sim/move", self._move),
            web.post("/_sim/cancel", self._cancel),
        ]

    async def _show_webhook(self, _request: web.Request) -> web.Response:
        return answer(200, {"url": self._webhooks.url})

    async def _register(self, request: web.Request) -> web.Response:
        """Where news goes from now on; null for nowhere. With `secret` they are signed by another one."""
        told = await _told(request, {"url", "secret"})
        if "url" not in told:
            raise Nonsense("url is needed")
        url, secret = _word(told, "url"), _word(told, "secret")
        if url is not None and not re.match(r"https?://[^/]", url):
            raise Nonsense("url must begin with http:// or https://")
        self._webhooks.url = url
        if secret:
            self._webhooks.secret = secret
        return answer(200, {"url": url})

    async def _book(self, request: web.Request) -> web.Response:
        """A guest books, by default the first host's next free time from tomorrow on."""
        told = await _told(request, BOOK)
        page = self._page(_word(told, "eventTypeId"))
        hosts = self._hosts(told.get("hosts"))
        start, end = _moment(told, "startedAt"), _moment(told, "endedAt")
        length = timedelta(minutes=page.minutes)
        if start is None:
            start = self._agenda.next_free(hosts, self._agenda.tomorrow(self._clock()), length)
        if end is None:
            end = start + length
        if end < start:
            raise Nonsense("endedAt is before startedAt")
        title, status = _word(told, "title"), _word(told, "status")
        if status not in (None, "request", "open"):
            raise Nonsense("status must be request or open")
        location = _word(told, "locationId")
        if location is not None and location not in LOCATIONS:
            raise Nonsense(f"locationId must be one of {', '.join(sorted(LOCATIONS))}")
        entry = self._bookings.add(
            page, hosts, start, end, self._zone(told) or self._account.zone, _guest(told), location or page.location
        )
        # What a page asks nobody about: another title, or that a host has to agree first.
        entry.members |= {"name": title or entry.members["name"], "status": status or "open"}
        entry.write()
        return self._done(201, "guest_booked", entry, told)

    async def _move(self, request: web.Request) -> web.Response:
        """A guest, or a host, takes another time; it lasts as long as before unless `endedAt` says otherwise."""
        told = await _told(request, MOVE)
        entry, by = self._entry(told), _side(told)
        start = _moment(told, "startedAt")
        if start is None:
            raise Nonsense("startedAt is needed")
        end = _moment(told, "endedAt") or start + (entry.end - entry.start)
        if end < start:
            raise Nonsense("endedAt is before startedAt")
        self._bookings.move(entry, start, end, self._zone(told))
        return self._done(200, f"{by}_rescheduled", entry, told)

    async def _cancel(self, request: web.Request) -> web.Response:
        """A guest, or a host, cancels."""
        told = await _told(request, CANCEL)
        entry, by = self._entry(told), _side(told)
        self._bookings.cancel(entry, by, _word(told, "reason"))
        return self._done(200, f"{by}_cancelled", entry, told)

    def _done(self, status: int, event: str, entry: Entry, told: Mapping[str, object]) -> web.Response:
        if told.get("webhook", True):
            self._webhooks.tell(event, entry)
        return answer_json(status, entry.shown)

    def _page(self, uid: str | None) -> BookingPage:
        if not self._account.pages:
            raise Nonsense("the account has no event type")
        page = next((page for page in self._account.pages if uid in (None, page.uid)), None)
        if page is None:
            raise Nonsense("eventTypeId must be an event type's")
        return page

    def _hosts(self, told: object) -> tuple[str, ...]:
        """User ids, also where they are told as `{userId}`; the first of all by default."""
        if told is None:
            return (self._account.users[0].user_id,)
        named = [one.get("userId") if isinstance(one, dict) else one for one in told] if isinstance(told, list) else []
        hosts = tuple(name for name in named if isinstance(name, str) and name in self._account.by_id)
        if not named or len(hosts) < len(named):
            raise Nonsense("hosts must be user ids")
        return hosts

    def _entry(self, told: Mapping[str, object]) -> Entry:
        uid = _word(told, "uid")
        entry = self._bookings.find(uid) if uid else None
        if entry is None:
            raise web.HTTPNotFound(reason="no such booking")
        if not entry.is_open:
            raise Nonsense("the booking is cancelled")
        return entry

    def _zone(self, told: Mapping[str, object]) -> str | None:
        """Any name: guests have zones that nobody knows."""
        return _word(told, "timeZone")


async def _told(request: web.Request, known: Collection[str]) -> dict[str, object]:
    told = await asked(request)
    if unknown := told.keys() - set(known):
        raise Nonsense(f"unknown members {sorted(unknown)}; known are {', '.join(sorted(known))}")
    if not isinstance(told.get("webhook", True), bool):
        raise Nonsense("webhook must be true or false")
    return told


def _word(told: Mapping[str, object], name: str) -> str | None:
    value = told.get(name)
    if not (value is None or isinstance(value, str)):
        raise Nonsense(f"{name} must be a string")
    return value


def _side(told: Mapping[str, object]) -> str:
    by = _word(told, "by") or "guest"
    if by not in ("guest", "host"):
        raise Nonsense("by must be guest or host")
    return by


def _moment(told: Mapping[str, object], name: str) -> datetime | None:
    """An instant with any offset."""
    text = _word(told, name)
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Nonsense(f"{name} must be an instant") from None
    if found.tzinfo is None:
        raise Nonsense(f"{name} must have an offset")
    return found.astimezone(UTC)


def _guest(told: Mapping[str, object]) -> Guest:
    name, mail = _word(told, "name"), _word(told, "email")
    details = {key: said for key in DETAILS if (said := _word(told, key)) is not None}
    answers = told.get("answers", {})
    if not isinstance(answers, dict) or not all(isinstance(said, str) for said in answers.values()):
        raise Nonsense("answers must be an object of strings by their questions")
    return Guest(
        DEFAULT_GUEST.name if name is None else name,
        DEFAULT_GUEST.email if mail is None else mail,
        details,
        tuple(answers.items()),
    )
