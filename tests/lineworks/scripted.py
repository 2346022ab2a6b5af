"""A server that answers what a test tells it to, and a time that does not pass by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from providers.transport import Time

Act = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Seen:
    """A request as it came over the wire."""

    method: str
    raw_path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Server:
    """Answers with the acts of `script`, one each, then with `otherwise`."""

    origin: str = ""
    script: list[Act] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    otherwise: Act | None = None
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def has_seen(self, count: int) -> None:
        """Return when so many requests have come."""
        async with self.came:
            await self.came.wait_for(lambda: len(self.seen) >= count)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(Seen(request.method, request.raw_path, request.headers.copy(), await request.read()))
        async with self.came:
            self.came.notify_all()
        act = self.script.pop(0) if self.script else self.otherwise
        return web.json_response({}) if act is None else await act(request)


def says(status: int = 200, body: bytes | str = b"{}", **headers: str) -> Act:
    """An act that answers at once; `_` in a header's name stands for `-`."""
    content = body.encode() if isinstance(body, str) else body
    named = {"content-type": "application/json"} | {name.replace("_", "-"): value for name, value in headers.items()}

    async def act(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=content, headers=named)

    return act


def hangs_up() -> Act:
    """An act that closes the connection without a word, having read the request."""

    async def act(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    return act


def never() -> Act:
    """An act that does not answer."""

    async def act(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        return web.Response()

    return act


def endless(status: int = 200) -> Act:
    """An act whose body does not end until the caller goes away."""

    async def act(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status)
        await response.prepare(request)
        while request.transport is not None and not request.transport.is_closing():
            await response.write(b"x" * 65_536)
        return response

    return act


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    """A server on a port of its own."""
    server = Server()
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.origin = f"http://{host}:{port}"
    try:
        yield server
    finally:
        await runner.cleanup()


class Watch:
    """A clock that moves only by sleeping, or when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []

    def time(self) -> Time:
        return Time(monotonic=lambda: self.now, wall=lambda: self.now, sleep=self._sleep, chance=lambda: 0.5)

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
