"""A bot's server that notes the callbacks it gets, byte by byte."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web


@dataclass(frozen=True)
class Delivered:
    """One callback as it arrived."""

    headers: dict[str, str]
    raw: bytes

    @property
    def event(self) -> dict[str, Any]:
        """What it says."""
        value = json.loads(self.raw)
        assert isinstance(value, dict)
        return value


class Receiver:
    """Answers every callback with `status`."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.delivered: list[Delivered] = []
        self.status = 200
        self.open = asyncio.Event()  # while it is not set, nothing is answered
        self.open.set()
        self.url = ""
        self.connections: set[object] = set()
        self._came = asyncio.Condition()

    @property
    def newest(self) -> Delivered:
        """The callback that came last."""
        return self.delivered[-1]

    async def has(self, count: int) -> None:
        """Return when so many callbacks have come."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.delivered) >= count)

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_post("/callback", self._take)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/callback"
        return self

    async def __aexit__(self, *_exception: object) -> None:
        """Stop."""
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        assert request.transport is not None
        self.connections.add(request.transport.get_extra_info("peername"))
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.delivered.append(Delivered(headers, await request.read()))
        async with self._came:
            self._came.notify_all()
        await self.open.wait()
        return web.Response(status=self.status)
