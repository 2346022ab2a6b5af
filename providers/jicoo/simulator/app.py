"""The Jicoo simulator: every call it answers, and what a key has to be good for to make it.

    async with JicooSimulator(account) as jicoo:
        ...  # talk to jicoo.base_url

Source: https://developer.jicoo.com/apidoc/project-373292/doc-468187 and the page of each call
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiohttp import web

from providers.jicoo.simulator.account import Account, Ways
from providers.jicoo.simulator.agenda import Agenda
from providers.jicoo.simulator.bookings import Bookings
from providers.jicoo.simulator.control import Control
from providers.jicoo.simulator.exchange import CODES, Asked, Deal, Stamps, refused
from providers.jicoo.simulator.pages import Pages
from providers.jicoo.simulator.people import People
from providers.jicoo.simulator.schedules import Schedules
from providers.jicoo.simulator.webhooks import Webhooks
from providers.simulation.server import Simulator
from providers.simulation.wire import Clock, Invalid, Nonsense, Refusal, from_json, system_clock

API = "/v1"
KEY_HEADER = "X-Jicoo-Api-Key"

SCHEDULES, BOOKINGS, PAGES, PEOPLE = "schedules", "bookings", "event_types", "users"
EVERYTHING = frozenset({SCHEDULES, BOOKINGS, PAGES, PEOPLE})


class JicooSimulator(Simulator):
    """Plays Jicoo for one organisation."""

    def __init__(self, account: Account, *, clock: Clock = system_clock, ways: Ways = Ways()) -> None:  # noqa: B008 -- frozen
        """The calendar is empty and nobody has booked. `ways`: how it does what no page tells."""
        super().__init__(clock=clock)
        self.account = account
        self._ways = ways
        self._keys: dict[str, tuple[frozenset[str], datetime | None]] = {account.key: (EVERYTHING, None)}
        agenda, stamps = Agenda(ZoneInfo(account.zone)), Stamps(clock)
        self._webhooks = Webhooks(account.secret, clock, self.changed)
        self._schedules = Schedules(account, ways, stamps, self.changed)
        self._pages = Pages(account, agenda, clock, self.changed)
        self._bookings = Bookings(
            account, ways, agenda, stamps, self.changed, hosts_of=self._pages.hosts_of, tell=self._webhooks.tell
        )
        self._people = People(account, stamps)
        self._control_of_guests = Control(account, self._bookings, agenda, self._webhooks, clock)

    def routes(self) -> list[web.RouteDef]:
        """The API, and the control routes of a booking system."""
        schedules, bookings, pages, people = self._schedules, self._bookings, self._pages, self._people
        booking, host = "/bookings/{uid}", "/event_types/{eventTypeId}/hosts/{uid}"
        return [
            *self._control_of_guests.routes(),
            self._route("POST", "/schedules", schedules.create, SCHEDULES),
            self._route("GET", "/schedules", schedules.show_all, SCHEDULES),
            self._route("PATCH", "/schedules/{uid}", schedules.update, SCHEDULES),
            self._route("DELETE", "/schedules/{uid}", schedules.delete, SCHEDULES),
            self._route("GET", "/bookings", bookings.show_all, BOOKINGS),
            self._route("POST", "/bookings", bookings.create, BOOKINGS),
            self._route("GET", booking, bookings.show, BOOKINGS),
            self._route("PATCH", booking, bookings.update, BOOKINGS),
            self._route("GET", f"{booking}/contacts", bookings.show_contacts, BOOKINGS),
            self._route("POST", f"{booking}/reschedule", bookings.reschedule, BOOKINGS),
            self._route("POST", f"{booking}/cancel", bookings.cancel_by_key, BOOKINGS),
            self._route("GET", "/event_types", pages.show_all, PAGES),
            self._route("GET", "/event_types/{uid}", pages.show, PAGES),
            self._route("GET", "/event_types/{uid}/available_schedules", pages.show_free, PAGES),
            self._route("GET", "/event_type_hosts", pages.show_hosts, PAGES),
            self._route("POST", "/event_types/{eventTypeId}/hosts", pages.add_host, PAGES),
            self._route("PATCH", host, pages.change_host, PAGES),
            self._route("DELETE", host, pages.remove_host, PAGES),
            self._route("GET", "/users/me", people.show_me, PEOPLE),
            self._route("GET", self._ways.users_path, people.show_all, PEOPLE),
            self._route("GET", "/organization_users/{userId}", people.show, PEOPLE),
            self._route("GET", "/organization_teams/{teamId}", people.show_team, PEOPLE),
            self._route("GET", "/user_availability_calendars", people.show_calendars, PEOPLE),
            self._route("GET", "/user_availability_calendars/{uid}", people.show_calendar, PEOPLE),
        ]

    def holdings(self) -> Mapping[str, bytes]:
        """`schedules`, `bookings` with their contacts, and the `deliveries` of webhooks."""
        return {
            "schedules": self._schedules.held(),
            "bookings": self._bookings.held(),
            "deliveries": self._webhooks.held(),
        }

    def issue_token(self, wish: Mapping[str, object]) -> str:
        """A key for `{scope?, expiresIn?}`: the account's own, or one that is good for part of the API or for a while.

        `scope` names parts with blanks between them; with `expiresIn` (seconds) of 0 or less it has been revoked.
        """
        if unknown := wish.keys() - {"scope", "expiresIn"}:
            raise Nonsense(f"unknown members {sorted(unknown)}; known are scope, expiresIn")
        scope, seconds = wish.get("scope"), wish.get("expiresIn")
        if scope is None and seconds is None:
            return self.account.key
        parts = frozenset(scope.split()) if isinstance(scope, str) else EVERYTHING
        if not (scope is None or isinstance(scope, str)) or not parts <= EVERYTHING:
            raise Nonsense(f"scope must be some of {', '.join(sorted(EVERYTHING))}")
        if not (seconds is None or (isinstance(seconds, int) and not isinstance(seconds, bool) and abs(seconds) < 1e9)):
            raise Nonsense("expiresIn must be a whole number of seconds")
        key = f"sk_live_{secrets.token_urlsafe(24)}"
        self._keys[key] = parts, None if seconds is None else self.clock() + timedelta(seconds=seconds)
        return key

    def refusal(self, status: int) -> Mapping[str, object] | None:
        """`{data, errors}`."""
        return refused(status, f"HTTP {status}", CODES.get(status, "BAD_REQUEST")).body

    def invalid(self, error: Invalid) -> Refusal:
        """400: malformed or missing parameter."""
        return refused(400, f"{error.where} {error.what}")

    async def opened(self) -> None:
        """Webhooks can go out."""
        await self._webhooks.open()

    async def closing(self) -> None:
        """Webhooks end."""
        await self._webhooks.close()

    def _route(self, method: str, path: str, deal: Deal, part: str) -> web.RouteDef:
        """A call that needs a key good for `part`, and JSON where its verb carries a body."""

        async def handler(request: web.Request) -> web.Response:
            self._allow(request.headers.get(KEY_HEADER), part)
            body = await _json_body(request) if method in ("POST", "PATCH") else None
            return deal(Asked(request.match_info, request.query, body, self._ways.tells_next))

        return web.route(method, API + path, handler)

    def _allow(self, key: str | None, part: str) -> None:
        parts, until = self._keys.get(key or "", (frozenset(), None))
        if not key or key not in self._keys or (until is not None and until <= self.clock()):
            raise refused(401, "No valid API key")
        if part not in parts:
            raise refused(403, "The API key lacks permission")


async def _json_body(request: web.Request) -> object:
    if request.content_type != "application/json":
        raise refused(400, "Content-Type must be application/json")
    try:
        return from_json(await request.read())
    except ValueError:
        raise refused(400, "The body is not JSON") from None
