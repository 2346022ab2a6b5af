"""The Back Office simulator: every call that it answers.

    async with BackOfficeSimulator([Staff("taro@example.com", "田中 太郎")]) as office:
        ...  # talk to office.base_url

Sources: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html for the calls,
https://docs.b2core.b2broker.com/en/overview-api-reference.html for headers and codes
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web

from providers.backoffice.simulator import fields
from providers.backoffice.simulator.fields import Members, written
from providers.backoffice.simulator.query import chosen
from providers.backoffice.simulator.tokens import Tokens
from providers.backoffice.simulator.words import Wrong, language_of, refused
from providers.simulation.limits import Quota
from providers.simulation.server import Simulator
from providers.simulation.wire import Clock, Nonsense, answer, from_json, system_clock, to_json

EVENTS = "/api/v2/calendars/events"
LONGEST_TOKEN_LIFE = 100 * 366 * 86_400  # seconds

Deal = Callable[[web.Request, object], web.Response]


@dataclass(frozen=True, slots=True)
class Staff:
    """A Back Office user."""

    email: str
    name: str


class BackOfficeSimulator(Simulator):
    """Plays one installation of the Back Office."""

    def __init__(self, staff: Iterable[Staff], *, clock: Clock = system_clock) -> None:
        """There are no events. Whoever has a token may see and change all of them."""
        super().__init__(clock=clock)
        self.staff = tuple(staff)
        self._known = {one.email.lower(): one.email for one in self.staff}
        self._tokens = Tokens(clock)
        self._events: dict[int, Members] = {}
        self._last_id = 0

    def routes(self) -> list[web.RouteDef]:
        """The calls about calendar events."""
        one = f"{EVENTS}/{{eventId:[^/]+}}"
        return [
            self._route("GET", EVENTS, self._list),
            self._route("POST", EVENTS, self._add),
            self._route("GET", one, self._show),
            self._route("PUT", one, self._replace),
            self._route("PATCH", one, self._change),
            self._route("DELETE", one, self._delete),
        ]

    def holdings(self) -> Mapping[str, bytes]:
        """`events` as they are answered, and `staff`."""
        return {
            "staff": to_json([{"email": one.email, "name": one.name} for one in self.staff]),
            "events": to_json(list(self._events.values())),
        }

    def issue_token(self, wish: Mapping[str, object]) -> str:
        """A token for `{expiresIn?}`: with it a JWT that ends after so many seconds (0 or less: it has), else one that lasts."""
        if unknown := wish.keys() - {"expiresIn"}:
            raise Nonsense(f"unknown members {sorted(unknown)}; known is expiresIn")
        seconds = wish.get("expiresIn")
        if seconds is None:
            return self._tokens.issue(None)
        if isinstance(seconds, bool) or not isinstance(seconds, int) or abs(seconds) > LONGEST_TOKEN_LIFE:
            raise Nonsense("expiresIn must be a whole number of seconds")
        return self._tokens.issue(timedelta(seconds=seconds))

    def refusal(self, status: int) -> Mapping[str, object] | None:
        """`{message}`, in English: what goes wrong before a call is known."""
        return refused(status).body

    def limit_headers(self, quota: Quota) -> Mapping[str, str]:
        """When to come back, for a call that is one too many; no other header is documented."""
        return {"Retry-After": str(quota.reset)} if quota.exceeded else {}

    # --- the calls ------------------------------------------------------------------------------------------------

    def _list(self, request: web.Request, _body: object) -> web.Response:
        return answer(200, chosen(list(self._events.values()), request.query))

    def _show(self, request: web.Request, _body: object) -> web.Response:
        return answer(200, self._find(request))

    def _add(self, _request: web.Request, body: object) -> web.Response:
        event = self._whole(body)
        self._last_id += 1
        self._events[self._last_id] = {"id": self._last_id, **event, "createTime": self._now(), "updateTime": None}
        return answer(201, self._events[self._last_id])

    def _replace(self, request: web.Request, body: object) -> web.Response:
        """What the request leaves out is gone."""
        found = self._find(request)
        found.update({**self._whole(body), "updateTime": self._now()})
        return answer(200, found)

    def _change(self, request: web.Request, body: object) -> web.Response:
        """What the request leaves out stays."""
        found = self._find(request)
        changed = {**found, **fields.read(body, self._known, whole=False), "updateTime": self._now()}
        fields.check_order(changed)
        found.update(changed)
        return answer(200, found)

    def _delete(self, request: web.Request, _body: object) -> web.Response:
        event_id = self._find(request)["id"]
        assert isinstance(event_id, int)
        del self._events[event_id]
        return answer(204)

    # --- what they share ------------------------------------------------------------------------------------------

    def _route(self, method: str, path: str, deal: Deal) -> web.RouteDef:
        """A call that needs a token, and JSON where its verb carries a body."""

        async def handler(request: web.Request) -> web.Response:
            language = language_of(request.headers.get("Accept-Language"))
            if not self._tokens.accepts(request.headers.get("Authorization")):
                raise refused(401, language)
            try:
                return deal(request, await _json_body(request) if method in ("POST", "PUT", "PATCH") else None)
            except Wrong as wrong:
                raise wrong.refusal(language) from None

        return web.route(method, path, handler)

    def _find(self, request: web.Request) -> Members:
        key = request.match_info["eventId"]
        event = self._events.get(int(key)) if re.fullmatch("[0-9]{1,18}", key) else None
        if event is None:
            raise refused(404, language_of(request.headers.get("Accept-Language")))
        return event

    def _whole(self, body: object) -> Members:
        event = {"description": "", "notifications": [], **fields.read(body, self._known, whole=True)}
        fields.check_order(event)
        return event

    def _now(self) -> str:
        return written(self.clock())


async def _json_body(request: web.Request) -> object:
    """The body. Without a `Content-Type` of JSON it would be taken for a form. Raises Wrong."""
    if request.content_type != "application/json":
        raise Wrong("not_json")
    try:
        return from_json(await request.read())
    except ValueError:
        raise Wrong("not_json") from None
