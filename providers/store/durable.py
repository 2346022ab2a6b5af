"""The store: what must outlive a restart, on the Redis protocol. One code path for a private Valkey, a server and a cluster.

Redis streams lease, redeliver and own; the Lua scripts beside this file keep a strict first-in-first-out for each lane on
top of them (`prelude.lua` draws the keys). Everything a lane owns lives in one partition, so that each script is atomic.

Every call may be made twice: a connection can break after the server acted and before it said so. The repeated call carries
the token of the first, by which the script recognises its own work.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from heapq import nlargest
from typing import Any, Self

from providers.errors import StoreDown
from providers.keeping import Dead, Doc, Stats
from providers.store import scripts
from providers.store.cluster import ClusterLine
from providers.store.door import Door
from providers.store.durability import durability
from providers.store.holds import Holds
from providers.store.jobs import instant, milliseconds, new_token
from providers.store.line import REFUSING, Line, SingleLine
from providers.store.outbox import Outbox
from providers.store.partitions import Partitions, decode, document_key, encode
from providers.store.refusals import StoreRefused
from providers.store.taker import Taker
from providers.store.turn import LeasedTurn

_PARTITIONS_KEY = b"{y}partitions"
_ANY_VERSION = b""
_FOR_EVER = 0


class DurableStore:
    """Keeps the promise `Store`."""

    def __init__(self, line: Line, lease: float) -> None:
        """Not for callers: `open` makes a store."""
        self._line = line
        self._partitions = line.partitions
        self._door = Door(line, self._hear)
        self._outbox = Outbox(line, self._door)
        self._taker = Taker(line, b"%d-%s" % (os.getpid(), new_token().hex().encode()), lease, self._outbox.post)
        self._holds = Holds(line)

    @classmethod
    async def open(
        cls,
        address: str,
        *,
        partitions: int | None = None,
        lease: float = 5.0,
        patience: float = 2.0,
        allow_weak: bool = False,
    ) -> Self:
        """The store at `address`: a redis://, rediss:// or unix:// URL, or the path of a socket.

        `partitions` counts at the very first start only; unless given it is 16 for a URL and 1 for a socket. A turn that is
        not kept for `lease` seconds goes to another process; a call waits `patience` seconds for a store that is away.
        Raises StoreDown, StoreRefused, WeakStore.
        """
        count = partitions or (16 if "://" in address else 1)
        line: Line = _single_line(address, count, patience)
        try:
            if b"cluster_enabled:1" in (await line.everywhere("INFO", "cluster"))[0]:
                await line.close()
                line = ClusterLine(address, Partitions(count), patience)
            if not allow_weak:
                (await durability(line)).require()
            await line.call("SET", _PARTITIONS_KEY, count, "NX")
            line.partitions = Partitions(int(await line.call("GET", _PARTITIONS_KEY)))
            return cls(line, lease)
        except StoreDown as down:
            await line.close()
            if isinstance(down.__cause__, REFUSING):
                raise StoreRefused(f"{down}; look at the user and password in its address") from down
            raise
        except BaseException:
            await line.close()
            raise

    async def close(self) -> None:
        """Hand back the turns that are out, finish what is under way, end all connections."""
        await self._taker.close()
        await self._outbox.close()
        await self._door.close()
        await self._line.close()

    async def __aenter__(self) -> Self:
        """For `async with await DurableStore.open(...) as store`."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it."""
        await self.close()

    # --- jobs ---------------------------------------------------------------------------------------------------

    async def accept(self, lane: str, key: str, body: bytes, *, at: datetime | None = None) -> bool:
        """Keep `body` at the end of `lane` (when `at` is given: from then on); durable on return. Raises StoreDown.

        False: `key` was shown within three days in the partition of the lane, and nothing was kept. Atomic.
        """
        due = milliseconds(at) if at else 0
        kept = await self._door.accept(self._partitions.of(lane), encode(lane), encode(key), body, due)
        if at:
            self._taker.expect(at)
        return kept

    def tag(self, lane: str) -> str:
        """What the name of a document begins with that lives with `lane`."""
        return self._partitions.document_tag(self._partitions.of(lane))

    async def take(self, wait: float = 1.0) -> LeasedTurn | None:
        """The head of a free lane, leased to us; None when nothing came within `wait` seconds. Raises StoreDown."""
        return await self._taker.take(wait)

    async def cancel(self, lane: str, key: str) -> bool:
        """Drop a job that has not started; False when there is none. Its key stays known. Raises StoreDown."""
        partition = self._partitions.of(lane)
        dropped = await self._line.run(scripts.CANCEL, partition, encode(lane), encode(key), new_token())
        return bool(dropped == 1)

    # --- documents ----------------------------------------------------------------------------------------------

    async def get(self, space: str, name: str) -> Doc | None:
        """A document. Raises StoreDown."""
        value, version = await self._line.call("HMGET", self._document(space, name), "v", "n")
        return None if value is None else Doc(value, int(version))

    async def put(
        self, space: str, name: str, value: bytes, *, ttl: float | None = None, version: int | None = None
    ) -> bool:
        """Write a document; gone after `ttl` seconds. Raises StoreDown.

        With `version` only if that is the present one (0: only if there is none); else False.
        """
        milliseconds_left = _FOR_EVER if ttl is None else max(1, round(ttl * 1000))
        expected = _ANY_VERSION if version is None else version
        partition = self._partitions.of_document(space, name)
        key = document_key(space, name)
        written = await self._line.run(scripts.PUT, partition, key, value, milliseconds_left, expected, new_token())
        return bool(written == 1)

    async def drop(self, space: str, name: str) -> None:
        """Remove a document; no harm when there is none. Raises StoreDown."""
        await self._line.call("DEL", self._document(space, name))

    # --- what processes share -----------------------------------------------------------------------------------

    async def spend(self, budget: str, per_minute: int, n: int = 1) -> float:
        """Take `n` from a shared budget: 0 means go, else seconds to wait, and nothing was taken. Raises StoreDown.

        No sixty seconds, wherever they begin, see more than `per_minute`. Raises ValueError when `n` never fits.
        """
        if not 0 < n <= per_minute:
            raise ValueError(f"{n} can never be taken from {per_minute} a minute")
        partition = self._partitions.of(budget)
        microseconds = await self._line.run(scripts.SPEND, partition, encode(budget), per_minute, n, new_token())
        return int(microseconds) / 1_000_000

    def hold(self, name: str, ttl: float) -> AbstractAsyncContextManager[None]:
        """One holder of `name` at a time across all processes; given up after `ttl` seconds should we die."""
        return self._holds.hold(name, ttl)

    # --- for operators ------------------------------------------------------------------------------------------

    async def dead(self, limit: int = 50) -> AsyncIterator[Dead]:
        """Dead letters, newest first. Raises StoreDown."""
        found = await self._everywhere(scripts.DEAD, limit)
        letters = [_letter(partition, fields) for partition, some in enumerate(found) for fields in some]
        for letter in nlargest(limit, letters, key=lambda letter: letter.buried):
            yield letter

    async def revive(self, dead_id: str) -> bool:
        """Put a dead letter back at the end of its lane; False when there is none of that id. Raises StoreDown.

        Attempts and age count anew; the journal stays, so that what an earlier run did is not done again.
        """
        partition, _, number = dead_id.partition("-")
        if not (partition.isdecimal() and number.isdecimal() and int(partition) < self._partitions.count):
            return False
        job = b"%012d" % int(number)
        answer = await self._line.run(scripts.REVIVE, int(partition), job, new_token())
        self._hear(int(partition), answer)
        return bool(answer != 0)

    async def stats(self) -> Stats:
        """Depth, age, load and durability; `parked` counts lanes and jobs that wait for a time. Raises StoreDown."""
        waiting, ages, busy, parked, dead = zip(*await self._everywhere(scripts.STATS), strict=True)
        memory = sum(_used_memory(info) for info in await self._line.everywhere("INFO", "memory"))
        return Stats(
            waiting=sum(waiting),
            oldest=None if max(ages) < 0 else max(ages) / 1000,
            busy=sum(busy),
            parked=sum(parked),
            dead=sum(dead),
            durable=(await durability(self._line)).verdict,
            memory=memory,
        )

    async def _everywhere(self, script: scripts.Script, *arguments: int) -> list[Any]:
        """What `script` returns in each partition, in their order."""
        runs = (self._line.run(script, partition, *arguments) for partition in range(self._partitions.count))
        return await asyncio.gather(*runs)

    def _hear(self, partition: int, answer: int | bytes) -> None:
        self._taker.hear(partition, answer)

    def _document(self, space: str, name: str) -> bytes:
        tag = self._partitions.key_tag(self._partitions.of_document(space, name))
        return tag + b"k" + document_key(space, name)


def _single_line(address: str, count: int, patience: float) -> Line:
    try:
        return SingleLine(address, Partitions(count), patience)
    except ValueError as error:
        raise StoreRefused("this is no address of a store: it begins with redis://, rediss:// or unix://") from error


def _letter(partition: int, fields: list[bytes]) -> Dead:
    job, lane, reason, attempts, accepted, buried, body = fields
    return Dead(
        id=f"{partition}-{int(job)}",
        lane=decode(lane),
        reason=decode(reason),
        attempts=int(attempts),
        accepted=instant(accepted),
        buried=instant(buried),
        body=body,
    )


def _used_memory(info: bytes) -> int:
    lines = (line for line in info.split(b"\r\n") if line.startswith(b"used_memory:"))
    return int(next(lines, b":0").partition(b":")[2])
