"""One holder of a name at a time, across all processes."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from providers.errors import StoreDown
from providers.store import scripts
from providers.store.jobs import new_token
from providers.store.line import Line
from providers.store.partitions import encode

_PAUSE = 0.05  # seconds between two looks at a name that another process holds
_LET_GO = 0


class Holds:
    """Keeps the promise of `Store.hold`."""

    def __init__(self, line: Line) -> None:
        """Nothing is held yet."""
        self._line = line
        self._here: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)  # our own tasks need not ask the store

    @asynccontextmanager
    async def hold(self, name: str, ttl: float) -> AsyncIterator[None]:
        """Wait until `name` is ours, and keep it until the end of the block. Raises StoreDown before the block begins."""
        holder = new_token()
        async with self._here[name]:
            while not await self._ask(name, holder, ttl):  # noqa: ASYNC110 - it is let go in another process
                await asyncio.sleep(_PAUSE)
            renewal = asyncio.create_task(self._renew(name, holder, ttl))
            try:
                yield
            finally:
                renewal.cancel()
                await asyncio.wait([renewal])
                with suppress(StoreDown):  # then it ends after `ttl` by itself
                    await self._ask(name, holder, _LET_GO)

    async def _renew(self, name: str, holder: bytes, ttl: float) -> None:
        while True:
            await asyncio.sleep(ttl / 3)
            with suppress(StoreDown):
                await self._ask(name, holder, ttl)

    async def _ask(self, name: str, holder: bytes, ttl: float) -> bool:
        partition = self._line.partitions.of(name)
        held = await self._line.run(scripts.HOLD, partition, encode(name), holder, round(ttl * 1000))
        return bool(held == 1)
