"""Serves the demo's page, and passes on what it may ask of the simulator.

The page and all it talks to are one origin on the loopback interface. Neither a secret nor an API call ever passes
through here; a request that another site caused is refused.
"""

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

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

# What the page may ask of the simulator, and nothing else of it: `/_sim/token` and `/_sim/app` show secrets.
_PASSED_ON: Final = (
    ("GET", "state"),
    ("POST", "say"),
    ("POST", "event"),
    ("GET", "faults"),
    ("POST", "faults"),
    ("DELETE", "faults"),
    ("POST", "limits"),
)

_PERSON: Final = ("userId", "name", "email", "locale", "timeZone")
_CHANNEL: Final = ("channelId", "title", "members")
_CALENDAR: Final = ("calendarId", "name", "members")

_PATIENCE: Final = aiohttp.ClientTimeout(total=15.0, connect=2.0)  # the simulator waits 10 s for the bot
_ENDLESS: Final = aiohttp.ClientTimeout(total=None, connect=2.0)
_HEARTBEAT: Final = 15.0  # seconds; finds out whether anybody still watches

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def open_playground(line: Mapping[str, Any], port: int | None) -> AsyncIterator[str]:
    """Serve the page of the demo that printed `line`; yields its address, "http://127.0.0.1:8080".

    `port` None: 8080, or the next free one. Raises OSError when the `port` asked for is taken.
    """
    app = web.Application(middlewares=[_guard])
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        app.add_routes([*_files(), web.get("/line", _line(line))])
        relay = _Relay(session, f"{line['lineworks']}/_sim")
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


def _line(line: Mapping[str, Any]) -> _Handler:
    """What the page needs to know of the demo. Members are picked, so that no new secret can slip through."""
    shown = {
        "bot_name": line["bot_name"],
        "bot_names": dict(line.get("bot_names") or {}),
        "people": [_picked(person, _PERSON) for person in line["people"]],
        "channels": [_picked(channel, _CHANNEL) for channel in line["channels"]],
        "calendars": [_picked(calendar, _CALENDAR) for calendar in line.get("calendars") or ()],
    }

    async def show(_request: web.Request) -> web.Response:
        return web.json_response(shown)

    return show


def _picked(whole: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: whole[name] for name in names}


# --- what it passes on ------------------------------------------------------------------------------------------


class _Relay:
    """The way from the page to the simulator's control surface."""

    def __init__(self, session: aiohttp.ClientSession, control: str) -> None:
        """`control` is the address of the control surface, without a slash at its end."""
        self._session = session
        self._control = control
        self._watching: set[asyncio.Task[Any]] = set()

    def routes(self) -> list[web.RouteDef]:
        """`/watch`, and the narrow way to the rest."""
        narrow = [web.route(method, f"/lineworks/_sim/{name}", self._pass_on(name)) for method, name in _PASSED_ON]
        return [web.get("/watch", self._watch, allow_head=False), *narrow]

    async def hang_up(self, _app: web.Application) -> None:
        """End the streams: left alone they would never end, and a stop would wait for them."""
        for task in self._watching:
            task.cancel()

    def _pass_on(self, name: str) -> _Handler:
        async def handler(request: web.Request) -> web.Response:
            body = await request.read()
            url = f"{self._control}/{name}"
            try:
                async with self._session.request(request.method, url, data=body, timeout=_PATIENCE) as answer:
                    whole = await answer.read()
            except (aiohttp.ClientError, TimeoutError):
                return _told(502, "the simulator does not answer")
            return web.Response(body=whole, status=answer.status, content_type="application/json", charset="utf-8")

        return handler

    async def _watch(self, request: web.Request) -> web.StreamResponse:
        """The simulator's stream of changes, as it comes."""
        try:
            changes = await self._session.get(f"{self._control}/watch", timeout=_ENDLESS)
        except (aiohttp.ClientError, TimeoutError):
            return _told(502, "the simulator does not answer")
        response = web.StreamResponse(headers={**_HEADERS, "Content-Type": "text/event-stream"})
        task = asyncio.current_task()
        assert task is not None
        self._watching.add(task)
        try:
            async with changes:
                await response.prepare(request)
                while part := await _next_part(changes.content):
                    await response.write(part)
        except (aiohttp.ClientError, ConnectionError):
            pass  # either side has gone: the page comes back by itself
        finally:
            self._watching.discard(task)
        return response


async def _next_part(stream: aiohttp.StreamReader) -> bytes:
    """What has arrived, a heartbeat when nothing did; empty at the end."""
    try:
        return await asyncio.wait_for(stream.readany(), _HEARTBEAT)
    except TimeoutError:
        return b": still here\n\n"
