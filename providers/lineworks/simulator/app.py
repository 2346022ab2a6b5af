"""The LINE WORKS simulator: every call it answers, and the scopes of which each needs one.

    async with LineWorksSimulator(tenant) as lineworks:
        ...  # talk to lineworks.base_url

Source: https://developers.worksmobile.com/en/docs/auth-scope and the page of each call
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from aiohttp import web

from providers.lineworks.simulator.bots import Bots
from providers.lineworks.simulator.calendars import Calendars
from providers.lineworks.simulator.callbacks import Callbacks
from providers.lineworks.simulator.control import Control
from providers.lineworks.simulator.directory import EMAIL, PROFILE, WHOLE, Directory
from providers.lineworks.simulator.event_calls import EventCalls, Repeat
from providers.lineworks.simulator.exchange import CODES, Asked, Deal, refused
from providers.lineworks.simulator.files import STORAGE, Files
from providers.lineworks.simulator.ledger import Ledger
from providers.lineworks.simulator.menus import Menus
from providers.lineworks.simulator.places import Places
from providers.lineworks.simulator.talks import Talks
from providers.lineworks.simulator.tenant import Tenant
from providers.lineworks.simulator.tokens import Tokens
from providers.simulation.limits import Quota
from providers.simulation.server import Handler, Simulator
from providers.simulation.wire import Clock, Invalid, Nonsense, Refusal, answer_json, from_json, system_clock

TOKEN_PATH = "/oauth2/v2.0/token"  # noqa: S105 -- an address
API = "/v1.0"
LONGEST_TOKEN_LIFE = 100 * 366 * 86_400  # seconds

BOT = frozenset({"bot"})
BOT_READ = frozenset({"bot", "bot.read"})
BOT_SEND = frozenset({"bot", "bot.message"})
BOT_ROOMS = frozenset({"bot", "bot.message", "bot.read"})
ROOMS = "/bots/{botId}/channels"
ROOMS_PER_MINUTE = 10  # that can be made, whatever the plan

CALENDAR = frozenset({"calendar"})
CALENDAR_READ = frozenset({"calendar", "calendar.read"})


class LineWorksSimulator(Simulator):
    """Plays LINE WORKS for one tenant."""

    def __init__(self, tenant: Tenant, *, clock: Clock = system_clock, repeat: Repeat = Repeat.CONFLICT) -> None:
        """Calendars are empty and nothing has been said. `repeat`: what a create with a known eventId comes to."""
        super().__init__(clock=clock)
        self.tenant = tenant
        self._tokens = Tokens(tenant.app, clock)
        self._bots = Bots(tenant)
        self._callbacks = Callbacks(tenant.bot, self._bots, clock)
        self._talks = Talks(tenant, self._bots, clock, self.changed, tell=self._callbacks.later)
        self._files = Files(self._bots, clock, self.changed)
        self._menus = Menus(tenant, self._bots, self._files, self.changed)
        self._directory = Directory(tenant)
        self._ledger = Ledger(tenant, clock)
        places = Places(tenant)
        self._calendars = Calendars(places, self._ledger, self.changed)
        self._events = EventCalls(places, self._ledger, clock, self.changed, repeat)
        self._control_of_people = Control(tenant, self._callbacks, self._talks)

    def routes(self) -> list[web.RouteDef]:
        """The token endpoint, the API, and the control routes of a chat system."""
        return [
            web.post(TOKEN_PATH, self._exchange_token),
            web.get("/_sim/view/{calendarId:[^/]+}/{eventId:[^/]+}", self._view),
            *self._control_of_people.routes(),
            *self._routes_of_the_bot(),
            *self._routes_of_menus(),
            *self._routes_of_people(),
            *self._routes_of_calendars(),
        ]

    def _routes_of_the_bot(self) -> Iterator[web.RouteDef]:
        bots, talks, files = self._bots, self._talks, self._files
        room = f"{ROOMS}/{{channelId}}"
        yield self._route("GET", "/bots/{botId}", bots.show, BOT_READ)
        yield self._route("PATCH", "/bots/{botId}", bots.change, BOT)
        yield self._route("POST", "/bots/{botId}/users/{userId}/messages", talks.send_to_user, BOT_SEND)
        yield self._route("POST", f"{room}/messages", talks.send_to_channel, BOT_SEND)
        yield self._route("POST", ROOMS, talks.create_channel, BOT_SEND)
        yield self._route("GET", room, talks.show_channel, BOT_ROOMS)
        yield self._route("DELETE", room, talks.leave_channel, BOT_SEND)
        yield self._route("GET", f"{room}/members", talks.show_members, BOT_ROOMS)
        yield self._route("POST", "/bots/{botId}/attachments", files.create, BOT_SEND)
        yield self._route("GET", "/bots/{botId}/attachments/{fileId}", files.show, BOT_ROOMS)
        yield web.post(STORAGE, self._guarded(files.take, BOT_SEND))
        yield web.get(STORAGE, self._guarded(files.give, BOT_ROOMS))

    def _routes_of_menus(self) -> Iterator[web.RouteDef]:
        menus = self._menus
        fixed, rich = "/bots/{botId}/persistentmenu", "/bots/{botId}/richmenus"
        yield self._route("POST", fixed, menus.set_fixed, BOT_SEND)
        yield self._route("GET", fixed, menus.show_fixed, BOT_ROOMS)
        yield self._route("DELETE", fixed, menus.remove_fixed, BOT_SEND)
        # Before the menus by id: none is called "default".
        yield self._route("GET", f"{rich}/default", menus.show_default, BOT_ROOMS)
        yield self._route("DELETE", f"{rich}/default", menus.remove_default, BOT_SEND)
        yield self._route("GET", f"{rich}/users/{{userId}}", menus.show_of_user, BOT_ROOMS)
        yield self._route("DELETE", f"{rich}/users/{{userId}}", menus.remove_from_user, BOT_SEND)
        yield self._route("POST", rich, menus.create, BOT_SEND)
        yield self._route("GET", rich, menus.show_all, BOT_ROOMS)
        one = f"{rich}/{{richmenuId}}"
        yield self._route("GET", one, menus.show, BOT_ROOMS)
        yield self._route("DELETE", one, menus.remove, BOT_SEND)
        yield self._route("POST", f"{one}/image", menus.set_image, BOT_SEND)
        yield self._route("GET", f"{one}/image", menus.show_image, BOT_ROOMS)
        yield self._route("POST", f"{one}/users/{{userId}}", menus.set_for_user, BOT_SEND, has_body=False)
        yield self._route("POST", f"{one}/set-default", menus.set_default, BOT_SEND, has_body=False)

    def _routes_of_people(self) -> Iterator[web.RouteDef]:
        people = self._directory
        yield self._route("GET", "/users", people.show_all, WHOLE)
        yield self._route("GET", "/users/{userId}", people.show, WHOLE | PROFILE | EMAIL)

    def _routes_of_calendars(self) -> Iterator[web.RouteDef]:
        calendars, events = self._calendars, self._events
        own, personals = "/users/{userId}/calendar", "/users/{userId}/calendar-personals"
        personal, shared = f"{personals}/{{calendarId:[^/]+}}", "/calendars/{calendarId:[^/]+}"
        yield self._route("GET", own, calendars.show_default, CALENDAR_READ)
        yield self._route("GET", personals, calendars.show_personals, CALENDAR_READ)
        yield self._route("GET", personal, calendars.show_personal, CALENDAR_READ)
        yield self._route("PATCH", personal, calendars.change_personal, CALENDAR)
        yield self._route("POST", "/calendars", calendars.create, CALENDAR)
        yield self._route("GET", shared, calendars.show, CALENDAR_READ)
        yield self._route("PATCH", shared, calendars.change, CALENDAR)
        yield self._route("DELETE", shared, calendars.remove, CALENDAR)
        yield self._route("DELETE", f"/users/{{userId}}{shared}", calendars.drop, CALENDAR)
        yield self._route("GET", "/users/{userId}/calendars/events/search", events.search, CALENDAR_READ)
        for calendar in (own, f"/users/{{userId}}{shared}"):
            event = f"{calendar}/events/{{eventId:[^/]+}}"
            yield self._route("POST", f"{calendar}/events", events.create, CALENDAR)
            yield self._route("GET", f"{calendar}/events", events.list_events, CALENDAR_READ)
            yield self._route("GET", event, events.show_event, CALENDAR_READ)
            yield self._route("PUT", event, events.update, CALENDAR)
            yield self._route("DELETE", event, events.delete, CALENDAR)

    def holdings(self) -> Mapping[str, bytes]:
        """`messages`, `said`, `files`, `menus`, `calendars`, `events`, and who was notified of events."""
        return {
            **self._talks.holdings(),
            "files": self._files.held(),
            "menus": self._menus.held(),
            "calendars": self._calendars.held(),
            "events": self._ledger.held(),
            "notifications": self._ledger.notices(),
        }

    def issue_token(self, wish: Mapping[str, object]) -> str:
        """A token for `{scope?, expiresIn?, userId?}`.

        By default: all scopes of the app, a day, the service account. With `userId` it is that member's own, for which
        "me" works; with `expiresIn` of 0 or less it has expired.
        """
        if unknown := wish.keys() - {"scope", "expiresIn", "userId"}:
            raise Nonsense(f"unknown members {sorted(unknown)}; known are scope, expiresIn, userId")
        scope, seconds, user_id = wish.get("scope"), wish.get("expiresIn"), wish.get("userId")
        if not (scope is None or isinstance(scope, str)):
            raise Nonsense("scope must be a string of names with blanks between them")
        if seconds is None:
            seconds = self.tenant.app.token_lifetime
        if isinstance(seconds, bool) or not isinstance(seconds, int) or abs(seconds) > LONGEST_TOKEN_LIFE:
            raise Nonsense("expiresIn must be a whole number of seconds")
        if not (user_id is None or (isinstance(user_id, str) and self.tenant.member(user_id))):
            raise Nonsense("userId must be a member's")
        scopes = self.tenant.app.scopes if scope is None else frozenset(scope.split())
        return self._tokens.issue(user_id, scopes, timedelta(seconds=seconds))

    def refusal(self, status: int) -> Mapping[str, object] | None:
        """`{code, description}`."""
        description = "API rate limit exceeded" if status == 429 else f"HTTP {status}"
        return refused(status, CODES.get(status, "BAD_REQUEST"), description).body

    def invalid(self, error: Invalid) -> Refusal:
        """400 with the code that the pages list for this."""
        return refused(400, "INVALID_PARAMETER", f"{error.where} {error.what}")

    def operation(self, request: web.Request) -> str | None:
        """Each call of the API has a budget of its own; the authorisation server has none.

        Source: https://developers.worksmobile.com/en/docs/rate-limits
        """
        return super().operation(request) if request.path.startswith(f"{API}/") else None

    def ceiling(self, operation: str) -> int | None:
        """Rooms are made ten a minute; everything else as often as the plan allows."""
        return ROOMS_PER_MINUTE if operation == f"POST {API}{ROOMS}" else None

    def limit_headers(self, quota: Quota) -> Mapping[str, str]:
        """As documented, but for the one with the number used: its name is misprinted there."""
        return {
            "rateLimit-limit": str(quota.limit),
            "rateLimit-remaining": str(quota.remaining),
            "rateLimit-reset": str(quota.reset),
        }

    async def opened(self) -> None:
        """Callbacks can go out, and events know where they can be viewed."""
        self._ledger.address = self._files.address = self.base_url
        await self._callbacks.open()

    async def closing(self) -> None:
        """Callbacks end."""
        await self._callbacks.close()

    def _route(
        self, method: str, path: str, deal: Deal, scopes: frozenset[str], *, has_body: bool | None = None
    ) -> web.RouteDef:
        """A call that needs a token with one of `scopes`, and JSON where its verb carries a body and it has one."""
        if has_body is None:
            has_body = method in ("POST", "PUT", "PATCH")

        async def handler(request: web.Request) -> web.Response:
            grant = self._tokens.allowed(request.headers.get("Authorization"), scopes)
            body = await _json_body(request) if has_body else None
            return deal(Asked(grant, request.match_info, request.query, body))

        return web.route(method, API + path, handler)

    def _guarded(self, handler: Handler, scopes: frozenset[str]) -> Handler:
        """A call outside of the API that needs a token with one of `scopes`, and reads its request itself."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._tokens.allowed(request.headers.get("Authorization"), scopes)
            return await handler(request)

        return guarded

    async def _exchange_token(self, request: web.Request) -> web.Response:
        if request.content_type != "application/x-www-form-urlencoded":
            raise Refusal(400, {"error": "invalid_request", "error_description": "the body must be a form"})
        form = await request.post()
        return self._tokens.exchange({name: value for name, value in form.items() if isinstance(value, str)})

    async def _view(self, request: web.Request) -> web.Response:
        """Where `viewUrl` leads: the event as it stands."""
        entry = self._ledger.find(request.match_info["calendarId"], request.match_info["eventId"])
        if entry is None:
            raise web.HTTPNotFound
        return answer_json(200, entry.shown())


async def _json_body(request: web.Request) -> object:
    if request.content_type != "application/json":
        raise refused(415, CODES[415], "Content-Type must be application/json")
    try:
        return from_json(await request.read())
    except ValueError:
        raise refused(400, CODES[400], "The body is not JSON") from None
