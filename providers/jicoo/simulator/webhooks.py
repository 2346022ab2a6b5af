"""Webhooks: what Jicoo tells about bookings, signed, and sent exactly once whatever the answer.

Sources: https://developer.jicoo.com/doc-356016 (how it is sent and signed),
https://developer.jicoo.com/apidoc/project-373292/doc-356003 (what it says)
"""

import asyncio
import hashlib
import hmac
from collections import deque
from collections.abc import Callable
from datetime import UTC

import aiohttp

from providers.jicoo.simulator.bookings import TRACKING, Entry
from providers.simulation.wire import Clock, array, instant, to_json

PATIENCE = aiohttp.ClientTimeout(total=10.0)  # no page says how long the real one waits
CONNECTIONS = 100
DELIVERIES_KEPT = 10_000
UNREACHED = 0  # the status when nobody answered


class Webhooks:
    """Sends news to the registered address: those of one booking in their order, others meanwhile."""

    def __init__(self, secret: str, clock: Clock, changed: Callable[[], None]) -> None:
        """Nothing can be sent before `open`."""
        self.secret = secret
        self.url: str | None = None
        self._clock = clock
        self._changed = changed
        self._session: aiohttp.ClientSession | None = None
        self._under_way: dict[str, asyncio.Task[None]] = {}  # the newest of each booking
        self._tasks: set[asyncio.Task[None]] = set()
        self._deliveries: deque[bytes] = deque(maxlen=DELIVERIES_KEPT)

    def held(self) -> bytes:
        """What was sent and how it was answered, for `/_sim/state`, in the order of the answers."""
        return array(list(self._deliveries))

    async def open(self) -> None:
        """Make the pool."""
        connector = aiohttp.TCPConnector(limit=CONNECTIONS)
        self._session = aiohttp.ClientSession(
            connector=connector, timeout=PATIENCE, cookie_jar=aiohttp.DummyCookieJar()
        )

    async def close(self) -> None:
        """End what is under way, and close the pool."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def tell(self, event: str, entry: Entry) -> None:
        """Send the news as it is now, in the background: whoever made it does not wait for the bot."""
        if self.url is None or self._session is None:
            return
        body = to_json(self._news(event, entry))
        before = self._under_way.get(entry.uid)
        task = asyncio.ensure_future(self._deliver(self._session, self.url, event, entry.uid, body, before))
        self._under_way[entry.uid] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._done(entry.uid, done))

    def _done(self, uid: str, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._under_way.get(uid) is task:
            del self._under_way[uid]

    async def _deliver(
        self,
        session: aiohttp.ClientSession,
        url: str,
        event: str,
        uid: str,
        body: bytes,
        before: asyncio.Task[None] | None,
    ) -> None:
        if before is not None:
            await asyncio.wait([before])
        headers = {"Content-Type": "application/json", "Jicoo-Webhook-Signature": self._signature(body)}
        try:
            async with session.post(url, data=body, headers=headers, allow_redirects=False) as response:
                await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError):
            status = UNREACHED
        told = {"event": event, "uid": uid, "status": status, "at": instant(self._clock())}
        self._deliveries.append(to_json(told))
        self._changed()

    def _signature(self, body: bytes) -> str:
        return sign(body, self.secret, int(self._clock().timestamp()))

    def _news(self, event: str, entry: Entry) -> dict[str, object]:
        """The body. `createdAt` has whole seconds, the booking's own times have milliseconds."""
        members = entry.members
        now = self._clock().astimezone(UTC).replace(microsecond=0)
        return {
            "createdAt": instant(now),
            "event": event,
            "object": {
                "status": members["status"],
                "timeZone": members["timeZone"],
                "startedAt": members["startedAt"],
                "endedAt": members["endedAt"],
                "createdAt": members["createdAt"],
                "updatedAt": members["updatedAt"],
                "uid": members["uid"],
                "eventTypeUid": members["eventTypeId"],
                "cancelReason": members["cancelReason"],
                "cancelledAt": members["cancelledAt"],
                "cancelledBy": members["cancelledBy"],
                "contact": {"email": entry.guest.email, "name": entry.guest.name},
                "answers": [{"question": question, "content": [said]} for question, said in entry.guest.answers],
                "tracking": {f"utm_{name}": entry.guest.tracking.get(name) for name in TRACKING},
            },
        }


def sign(body: bytes, secret: str, seconds: int) -> str:
    """The value of `Jicoo-Webhook-Signature` for these very bytes at that time."""
    digest = hmac.new(secret.encode(), b"%d." % seconds + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"
