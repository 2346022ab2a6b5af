"""Follow-ups for other partitions: a turn's end leaves them in its own partition's outbox, and they are moved from there.

Any process may move them, several at once, and a move may be repeated: each job is accepted under its own key, and only
then leaves the outbox.
"""

import asyncio
from contextlib import suppress

from providers.errors import StoreDown
from providers.store.door import Door
from providers.store.line import Line
from providers.store.partitions import decode

_MOST = 100


class Outbox:
    """All outboxes of a store."""

    def __init__(self, line: Line, door: Door) -> None:
        """`door` is where the jobs go in again."""
        self._line = line
        self._door = door
        self._to_empty: set[int] = set()
        self._carrier: asyncio.Task[None] | None = None

    def post(self, partition: int) -> None:
        """Jobs lie in the outbox of `partition`; they are moved in the background."""
        self._to_empty.add(partition)
        if self._carrier is None and not self._line.closed:
            self._carrier = asyncio.create_task(self._carry())

    async def close(self) -> None:
        """Wait for what is under way; what stays is moved by another process, or by us after the next start."""
        if self._carrier is not None:
            await asyncio.wait([self._carrier])

    async def _carry(self) -> None:
        try:
            while self._to_empty:
                with suppress(StoreDown):  # the next round of some process finds what stayed
                    await self._empty(self._to_empty.pop())
        finally:
            self._carrier = None

    async def _empty(self, partition: int) -> None:
        outbox = self._line.partitions.key_tag(partition) + b"x"
        while entries := await self._line.call("XRANGE", outbox, "-", "+", "COUNT", _MOST):
            for entry, fields in entries:  # one by one: none may overtake another that fails
                job = dict(zip(fields[::2], fields[1::2], strict=True))
                to = self._line.partitions.of(decode(job[b"l"]))
                await self._door.accept(to, job[b"l"], job[b"k"], job[b"b"], int(job[b"t"]))
                await self._line.call("XDEL", outbox, entry)
