"""Serves the demo's page, and passes on what it may ask of the simulators.

The page and all it talks to are one origin on the loopback interface. Neither a secret nor an API call ever passes
through here; a request that another site caused is refused.
"""

import asyncio
import errno
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from providers.errors import StoreDown

HOST: Final = "127.0.0.1"
FIRST_PORT: Final = 8080
PORTS_TRIED: Final = 100

_FOLDER: Final = Path(__file__).parent
_TYPES: Final = MappingProxyType({".html": "text/html", ".css": "text/css", ".js": "text/javascript"})
_OURS: Final = frozenset({"127.0.0.1", "localhost"})  # whoever rebinds a name of theirs to us still sends that name

_HEADERS: Final = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",  # after an update of the bot, nobody looks at yesterday's page
    }
)

SYSTEMS: Final = ("lineworks", "jicoo", "backoffice")  # those that a demo's line may name; the page shows what it names

# What the page may ask of every simulator, and of one alone; nothing else: `/_sim/token` and `/_sim/app` show secrets.
_EVERYWHERE: Final = (
    ("GET", "state"),
    ("GET", "faults"),
    ("POST", "faults"),
    ("DELETE", "faults"),
    ("POST", "limits"),
)
_ONLY_AT: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "lineworks": (("POST", "say"), ("POST", "event")),
        "jicoo": (("POST", "book"), ("POST", "move"), ("POST", "cancel")),
    }
)

_PERSON: Final = ("userId", "name", "email", "locale", "timeZone", "jicooUserId")
_CHANNEL: Final = ("channelId", "title", "members")
_CALENDAR: Final = ("calendarId", "name", "members")
_EVENT_TYPE: Final = ("eventTypeId", "name", "minutes", "hosts")

_PATIENCE: Final = aiohttp.ClientTimeout(total=15.0, connect=2.0)  # the simulator waits 10 s for the bot
_ENDLESS: Final = aiohttp.ClientTimeout(total=None, connect=2.0)
_HEARTBEAT: Final = 15.0  # seconds; finds out whether anybody still watches
_CHANGED, _STILL_HERE = b"data: changed\n\n", b": still here\n\n"

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_Sweep = Callable[[], Awaitable[Mapping[str, Any] | None]]


@asynccontextmanager
async def open_playground(line: Mapping[str, Any], port: int | None, sweep: _Sweep | None = None) -> AsyncIterator[str]:
    """Serve the page of the demo that printed `line`; yields its address, "http://127.0.0.1:8080".

    `port` None: 8080, or the next free one. `sweep` has the bot look through Jicoo's bookings at once, and tells what it
    found or None. Raises OSError when the `port` asked for is taken.
    """
    app = web.Application(middlewares=[_guard])
    controls = {system: f"{line[system]}/_sim" for system in SYSTEMS if line.get(system)}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        shown = _shown(line) | {"systems": list(controls), "sweeps": sweep is not None}
        app.add_routes([*_files(), web.get("/line", _line(shown))])
        if sweep is not None:
            app.add_routes([web.post("/sweep", _sweep(sweep))])
        relay = _Relay(session, controls)
        app.add_routes(relay.routes())
        app.on_shutdown.append(relay.hang_up)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await _listen(runner, port)
            yield f"http://{HOST}:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int | None) -> None:
    if port is not None:
        await web.TCPSite(runner, HOST, port).start()
        return
    for candidate in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if not _answers(candidate):
            try:
                await web.TCPSite(runner, HOST, candidate).start()
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
            else:
                return
    raise OSError(errno.EADDRINUSE, f"ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are all in use")


def _answers(port: int) -> bool:
    """Whether somebody serves this port, on all interfaces perhaps: some systems let us listen beside them, unheard."""
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((HOST, port)) == 0


# --- who may ask ------------------------------------------------------------------------------------------------


@web.middleware
async def _guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
    try:
        response = await handler(request) if _is_ours(request) else _told(403, "this page is only for this machine")
    except web.HTTPException as error:
        response = _told(error.status, error.reason)
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response


def _is_ours(request: web.Request) -> bool:
    """Whether the request names this machine and comes from our own page, or from no page at all.

    The port is free to differ: people forward ports.
    """
    hosts: list[str] = request.headers.getall("Host", [])
    origins: list[str] = request.headers.getall("Origin", [])
    try:
        named = [urlsplit(f"//{host}").hostname for host in hosts]
    except ValueError:
        return False
    return len(named) == 1 and named[0] in _OURS and all(origin == f"http://{hosts[0]}" for origin in origins)


def _told(status: int, error: str) -> web.Response:
    return web.json_response({"error": error}, status=status)


# --- what it is made of -----------------------------------------------------------------------------------------


def _files() -> list[web.RouteDef]:
    """A route for each file of the page; the folder is read once."""
    files = {path.name: path for path in _FOLDER.iterdir() if path.suffix in _TYPES}
    routes = [web.get(f"/{name}", _file(path)) for name, path in files.items()]
    return [web.get("/", _file(files["index.html"])), *routes]


def _file(path: Path) -> _Handler:
    body, content_type = path.read_bytes(), _TYPES[path.suffix]

    async def show(_request: web.Request) -> web.Response:
        return web.Response(body=body, content_type=content_type, charset="utf-8")

    return show


def _shown(line: Mapping[str, Any]) -> dict[str, Any]:
    """What the page needs to know of the demo. Members are picked, so that no new secret can slip through."""
    return {
        "bot_name": line["bot_name"],
        "bot_names": dict(line.get("bot_names") or {}),
        "people": [_picked(person, _PERSON) for person in line["people"]],
        "channels": [_picked(channel, _CHANNEL) for channel in line["channels"]],
        "calendars": [_picked(calendar, _CALENDAR) for calendar in line.get("calendars") or ()],
        "event_types": [_picked(page, _EVENT_TYPE) for page in line.get("event_types") or ()],
    }


def _line(shown: Mapping[str, Any]) -> _Handler:
    async def show(_request: web.Request) -> web.Response:
        return web.json_response(shown)

    return show


def _picked(whole: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: whole[name] for name in names}


# --- what it passes on ------------------------------------------------------------------------------------------


def _sweep(sweep: _Sweep) -> _Handler:
    async def handler(_request: web.Request) -> web.Response:
        try:
            found = await sweep()
        except StoreDown:
            found = None
        return _told(502, "the bot does not answer") if found is None else web.json_response(found)

    return handler


class _Relay:
    """The ways from the page to the simulators' control surfaces."""

    def __init__(self, session: aiohttp.ClientSession, controls: Mapping[str, str]) -> None:
        """`controls` are the addresses of the control surfaces by system, without a slash at their ends."""
        self._session = session
        self._controls = controls
        self._watching: set[asyncio.Task[Any]] = set()

    def routes(self) -> list[web.RouteDef]:
        """`/watch`, and the narrow ways to the rest."""
        narrow = [
            web.route(method, f"/{system}/_sim/{name}", self._pass_on(f"{control}/{name}"))
            for system, control in self._controls.items()
            for method, name in (*_EVERYWHERE, *_ONLY_AT.get(system, ()))
        ]
        return [web.get("/watch", self._watch, allow_head=False), *narrow]

    async def hang_up(self, _app: web.Application) -> None:
        """End the streams: left alone they would never end, and a stop would wait for them."""
        for task in self._watching:
            task.cancel()

    def _pass_on(self, url: str) -> _Handler:
        async def handler(request: web.Request) -> web.Response:
            body = await request.read()
            try:
                async with self._session.request(request.method, url, data=body, timeout=_PATIENCE) as answer:
                    whole = await answer.read()
            except (aiohttp.ClientError, TimeoutError):
                return _told(502, "the simulator does not answer")
            return web.Response(body=whole, status=answer.status, content_type="application/json", charset="utf-8")

        return handler

    async def _watch(self, request: web.Request) -> web.StreamResponse:
        """One stream for the changes of all: a browser allows few connections to one server."""
        async with AsyncExitStack() as stack:
            streams = []
            try:
                for control in self._controls.values():
                    watching = self._session.get(f"{control}/watch", timeout=_ENDLESS)
                    streams.append((await stack.enter_async_context(watching)).content)
            except (aiohttp.ClientError, TimeoutError):
                return _told(502, "the simulator does not answer")
            response = web.StreamResponse(headers={**_HEADERS, "Content-Type": "text/event-stream"})
            task = asyncio.current_task()
            assert task is not None
            self._watching.add(task)
            try:
                await response.prepare(request)
                async with aclosing(_notices(streams)) as notices:
                    async for notice in notices:
                        await response.write(notice)
            except (aiohttp.ClientError, ConnectionError):
                pass  # either side has gone: the page comes back by itself
            finally:
                self._watching.discard(task)
            return response


async def _notices(streams: Iterable[aiohttp.StreamReader]) -> AsyncGenerator[bytes, None]:
    """That something has changed, whenever anything arrives; a heartbeat when nothing does; until one stream ends."""
    reading = {asyncio.ensure_future(stream.readany()): stream for stream in streams}
    try:
        while True:
            done, _ = await asyncio.wait(reading, timeout=_HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            if b"" in [read.result() for read in done]:
                return
            yield _CHANGED if done else _STILL_HERE
            for stream in [reading.pop(read) for read in done]:
                reading[asyncio.ensure_future(stream.readany())] = stream
    finally:
        for read in reading:
            read.cancel()
