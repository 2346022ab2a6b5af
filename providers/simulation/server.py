"""The server under every simulator: its life, the calls it saw, faults, rate limits, and the `/_sim` control surface.

A simulator is a subclass of `Simulator` in its own folder; it brings routes, what it holds, and its error bodies.
"""

import asyncio
import socket
import struct
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from aiohttp import web
from multidict import CIMultiDict

from providers.simulation.faults import Canned, Deed, Faults
from providers.simulation.limits import Limits, Quota
from providers.simulation.wire import (
    JSON_TYPE,
    Clock,
    Invalid,
    Nonsense,
    Refusal,
    answer,
    from_json,
    instant,
    system_clock,
    to_json,
)

CONTROL = "/_sim/"
CALLS_KEPT = 10_000
LONGEST_REQUEST = 1 << 20  # bytes of an API request; more is answered 413
LONGEST_CONTROL = 1 << 26  # bytes of a control request: a canned answer of 50 MiB must fit
LONGEST_HOLD = 300.0  # seconds that an answer which never comes is held back
GONE_AFTER = 0.05  # seconds between two looks whether the caller has hung up
BREATH = 0.05  # seconds between two events of one watcher
DROPPED = 0  # the status of a call that was never answered

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Call:
    """One request that reached the API. `status` is None until it was answered, DROPPED when it never was."""

    method: str
    path: str
    at: datetime
    status: int | None = None

    def told(self) -> dict[str, object]:
        """As `/_sim/state` shows it."""
        return {"method": self.method, "path": self.path, "status": self.status, "at": instant(self.at)}


class Simulator(ABC):
    """Plays one outside system over real HTTP; what it holds outlives a stop and another start."""

    def __init__(self, *, clock: Clock = system_clock) -> None:
        """Nothing listens yet. `clock` is asked for every time the simulator tells or compares."""
        self.clock = clock
        self.base_url = ""
        self.seq = 0
        self._calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self._faults = Faults()
        self._limits = Limits(clock)
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()
        self._watchers: set[asyncio.Event] = set()

    # --- what a subclass brings -----------------------------------------------------------------------------------

    @abstractmethod
    def routes(self) -> Iterable[web.RouteDef]:
        """The API, and the control routes that only this system has."""

    @abstractmethod
    def holdings(self) -> Mapping[str, bytes]:
        """Everything that changes, by its name in `/_sim/state`, each already JSON."""

    @abstractmethod
    def issue_token(self, wish: Mapping[str, object]) -> str:
        """A token for direct calls. Raises Nonsense for a wish that cannot be granted."""

    @abstractmethod
    def refusal(self, status: int) -> Mapping[str, object] | None:
        """The system's error body for a status that the server itself gives: 404, 405, 413, 429."""

    def invalid(self, error: Invalid) -> Refusal:
        """The refusal of a member that may not be as it is: 400 by default, without a word about which."""
        return Refusal(400, self.refusal(400))

    def operation(self, request: web.Request) -> str | None:
        """The name under which a request is counted against the limits; None for one that is not counted."""
        resource = request.match_info.route.resource
        return f"{request.method} {resource.canonical}" if resource else None

    def ceiling(self, _operation: str) -> int | None:
        """How often an operation may be called in a minute where that is less than for others; None by default."""
        return None

    def limit_headers(self, quota: Quota) -> Mapping[str, str]:
        """What the caller is told about its budget. None by default."""
        return {}

    async def opened(self) -> None:  # noqa: B027 -- most have nothing to do
        """Called when the server has started."""

    async def closing(self) -> None:  # noqa: B027 -- most have nothing to do
        """Called when the server is about to stop."""

    # --- life -----------------------------------------------------------------------------------------------------

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; with port 0 on a free one. `base_url` then says where. Raises OSError when the port is taken."""
        self._stopping.clear()
        app = web.Application(middlewares=[self._play], client_max_size=LONGEST_REQUEST)
        app.add_routes([*self.routes(), *self._control_routes()])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.base_url = f"http://{f'[{host}]' if ':' in host else host}:{runner.addresses[0][1]}"
        await self.opened()

    async def stop(self) -> None:
        """Stop listening; held answers are let go. Harmless when nothing listens."""
        runner, self._runner = self._runner, None
        if runner is not None:
            self._stopping.set()
            await self.closing()
            await runner.cleanup()

    async def __aenter__(self) -> Self:
        """Listen on a free port of the loopback interface."""
        await self.start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        """Stop."""
        await self.stop()

    # --- what it holds --------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Tell all watchers that something is different now."""
        self.seq += 1
        for watcher in self._watchers:
            watcher.set()

    def state(self) -> bytes:
        """All it holds, as the JSON of `/_sim/state`."""
        held = {
            "seq": to_json(self.seq),
            **self.holdings(),
            "calls": to_json([call.told() for call in self._calls]),
        }
        return b"{" + b",".join(to_json(name) + b":" + value for name, value in held.items()) + b"}"

    async def changes(self) -> AsyncGenerator[int, None]:
        """The number of the newest change, at once and then after every burst of changes, until the server stops."""
        watcher = asyncio.Event()
        watcher.set()
        self._watchers.add(watcher)
        try:
            while not self._stopping.is_set():
                await self._either(watcher)
                if watcher.is_set():
                    watcher.clear()
                    yield self.seq
                    await self._pause(BREATH)
        finally:
            self._watchers.discard(watcher)

    # --- how a request is played ----------------------------------------------------------------------------------

    @web.middleware
    async def _play(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(CONTROL):
            return await self._control(request, handler)
        call = Call(request.method, request.path, self.clock())
        self._calls.append(call)
        deed = self._faults.take(request.method, request.path) if self._faults else None
        try:
            if deed is None:
                response = await self._answer(request, handler)
                call.status = response.status
            else:
                response = await self._spoil(deed, call, request, handler)
        except ConnectionError:  # the caller left in the middle of its request
            call.status = DROPPED
            response = _drop(request)
        self.changed()
        return response

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The true answer, a refusal in the system's words included."""
        operation = self.operation(request)
        quota = self._limits.spend(operation, self.ceiling(operation)) if operation else None
        try:
            response = self._refused(429) if quota and quota.exceeded else await handler(request)
        except Refusal as refusal:
            response = answer(refusal.status, refusal.body)
        except Invalid as error:
            instead = self.invalid(error)
            response = answer(instead.status, instead.body)
        except web.HTTPException as error:
            if error.status < 400:
                raise
            response = self._refused(error.status)
        if quota and response.status != 302:  # what only points elsewhere tells nothing else
            response.headers.update(self.limit_headers(quota))
        return response

    def _refused(self, status: int) -> web.StreamResponse:
        return answer(status, self.refusal(status))

    async def _spoil(self, deed: Deed, call: Call, request: web.Request, handler: Handler) -> web.StreamResponse:
        if deed.delay:
            with suppress(web.HTTPRequestEntityTooLarge):
                await request.read()  # what has arrived is carried out even if the caller does not wait for it
            await self._pause(deed.delay)
        if deed.canned is not None:
            call.status = deed.canned.status
            return _canned(deed.canned)
        if deed.cut == "reset":
            call.status = DROPPED
            return _drop(request)
        response = await self._answer(request, handler)
        if deed.cut is None:
            call.status = response.status
            return response
        call.status = DROPPED
        self.changed()
        if deed.cut == "apply_then_timeout":
            await self._hold(request)
        return _drop(request)

    async def _hold(self, request: web.Request) -> None:
        """Until the caller has hung up, or for a bounded time; a stop of the server ends it too."""
        for _ in range(int(LONGEST_HOLD / GONE_AFTER)):
            if self._stopping.is_set() or request.transport is None or request.transport.is_closing():
                return
            await self._pause(GONE_AFTER)

    async def _pause(self, seconds: float) -> None:
        """`seconds`, or less when the server stops."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _either(self, watcher: asyncio.Event) -> None:
        """Until `watcher` is set or the server stops."""
        waits = [asyncio.ensure_future(event.wait()) for event in (watcher, self._stopping)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    # --- the control surface --------------------------------------------------------------------------------------

    def _control_routes(self) -> Iterable[web.RouteDef]:
        return [
            web.get("/_sim/state", self._show_state),
            web.get("/_sim/watch", self._show_changes),
            web.post("/_sim/token", self._give_token),
            web.get("/_sim/faults", self._show_faults),
            web.post("/_sim/faults", self._arm_fault),
            web.delete("/_sim/faults", self._clear_faults),
            web.post("/_sim/limits", self._switch_limits),
        ]

    async def _control(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Never faulted, limited or listed among the calls; what cannot be done is said as `{"error": …}`."""
        try:
            return await handler(request)
        except Nonsense as error:
            return answer(400, {"error": str(error)})
        except web.HTTPException as error:
            return answer(error.status, {"error": error.reason})

    async def _show_state(self, _request: web.Request) -> web.Response:
        return web.Response(body=self.state(), headers={"Content-Type": JSON_TYPE})

    async def _show_changes(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        async with aclosing(self.changes()) as changes:
            with suppress(ConnectionError):
                async for seq in changes:
                    await response.write(b"id: %d\ndata: %d\n\n" % (seq, seq))
        return response

    async def _give_token(self, request: web.Request) -> web.Response:
        return answer(200, {"token": self.issue_token(await asked(request))})

    async def _show_faults(self, _request: web.Request) -> web.Response:
        return answer(200, {"faults": self._faults.told()})

    async def _arm_fault(self, request: web.Request) -> web.Response:
        self._faults.arm(await asked(request))
        self.changed()
        return answer(200, {"faults": self._faults.told()})

    async def _clear_faults(self, _request: web.Request) -> web.Response:
        self._faults.clear()
        self.changed()
        return answer(200, {"faults": []})

    async def _switch_limits(self, request: web.Request) -> web.Response:
        match await asked(request):
            case {"perMinute": None}:
                self._limits.switch(None)
            case {"perMinute": int(per_minute)} if per_minute > 0 and not isinstance(per_minute, bool):
                self._limits.switch(per_minute)
            case _:
                raise Nonsense("perMinute must be a whole number above 0, or null")
        self.changed()
        return answer(200, {"perMinute": self._limits.per_minute})


async def asked(request: web.Request) -> dict[str, object]:
    """The JSON object of a control request; {} when it has no body. Raises Nonsense."""
    raw = await request.clone(client_max_size=LONGEST_CONTROL).read()
    if not raw:
        return {}
    try:
        value = from_json(raw)
    except ValueError:
        raise Nonsense("the body is not JSON") from None
    if not isinstance(value, dict):
        raise Nonsense("the body must be a JSON object")
    return value


def _canned(canned: Canned) -> web.Response:
    if canned.body is None:
        return web.Response(status=canned.status, headers=canned.headers)
    if isinstance(canned.body, str):
        body, content_type = canned.body.encode(), "text/plain; charset=UTF-8"
    else:
        body, content_type = to_json(canned.body), JSON_TYPE
    headers = CIMultiDict({"Content-Type": content_type})
    headers.update(canned.headers)
    return web.Response(status=canned.status, body=body, headers=headers)


def _drop(request: web.Request) -> web.Response:
    """Break the connection so that the caller sees a reset; the answer returned here never leaves."""
    transport = request.transport
    if transport is not None:
        # Without lingering, closing sends RST instead of a polite FIN.
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()
