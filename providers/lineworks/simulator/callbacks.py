"""Callbacks: what LINE WORKS tells the bot's server, signed, and sent exactly once whatever the answer.

Source: https://developers.worksmobile.com/en/docs/bot-callback
"""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import aiohttp

from providers.lineworks.simulator.bots import Bots
from providers.lineworks.simulator.tenant import BotProfile
from providers.simulation.wire import JSON_TYPE, Clock, to_json

PATIENCE = aiohttp.ClientTimeout(total=10.0)  # no page says how long the real one waits
CONNECTIONS = 200
UNREACHED = 0  # the status when nobody answered, or the registration keeps the callback from being sent

TICK = timedelta(milliseconds=1)


class Callbacks:
    """Sends events to the registered address, over one pool of connections."""

    def __init__(self, bot: BotProfile, bots: Bots, clock: Clock) -> None:
        """Nothing can be sent before `open`."""
        self._bot = bot
        self._bots = bots
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None
        self._newest = datetime.min.replace(tzinfo=UTC)
        self._on_their_way: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Make the pool."""
        connector = aiohttp.TCPConnector(limit=CONNECTIONS)
        self._session = aiohttp.ClientSession(
            connector=connector, timeout=PATIENCE, cookie_jar=aiohttp.DummyCookieJar()
        )

    async def close(self) -> None:
        """Close the pool; what is on its way is lost."""
        for task in self._on_their_way:
            task.cancel()
        await asyncio.gather(*self._on_their_way, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def send(self, event: Mapping[str, object]) -> int:
        """The status that the bot's server answered, UNREACHED without an answer. Never sent again."""
        url = self._bots.wants(event)
        if url is None or self._session is None:
            return UNREACHED
        body = to_json(event)
        headers = {
            "Content-Type": JSON_TYPE,
            "X-WORKS-BotId": str(self._bot.bot_id),
            "X-WORKS-Signature": sign(body, self._bot.secret),
        }
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as response:
                await response.read()
                return response.status
        except (aiohttp.ClientError, TimeoutError):
            return UNREACHED

    def later(self, events: Sequence[Mapping[str, object]], done: Callable[[Mapping[str, object], int], None]) -> None:
        """Send what follows from a call, in order, once the call was answered; `done` hears each event's status."""

        async def send_all() -> None:
            for event in events:
                stamped = {**event, "issuedTime": self.issued_time()}
                done(stamped, await self.send(stamped))

        task = asyncio.create_task(send_all())
        self._on_their_way.add(task)
        task.add_done_callback(self._on_their_way.discard)

    def issued_time(self) -> str:
        """Now, as real callbacks write it: UTC, milliseconds with their trailing zeros cut.

        No two are alike: bodies carry no other mark, and people do not speak twice in one millisecond.
        """
        now = self._clock().astimezone(UTC)
        self._newest = max(now.replace(microsecond=now.microsecond // 1_000 * 1_000), self._newest + TICK)
        fraction = f".{self._newest.microsecond // 1_000:03d}".rstrip("0").rstrip(".")
        return f"{self._newest:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def sign(body: bytes, secret: str) -> str:
    """The value of `X-WORKS-Signature` for these very bytes."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
