"""Where jobs come in. All that became ready in one turn of the event loop go to their partition in one call.

One call at a time for each partition: its jobs are kept in the order in which they were brought, also when a call has to be
repeated.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from providers.errors import StoreDown
from providers.store import scripts
from providers.store.jobs import REMEMBERED, accept_arguments
from providers.store.line import Line, same

_MOST_JOBS = 256  # in one call: a script holds up everybody else's
_MOST_BYTES = 1 << 20


@dataclass(slots=True)
class _Brought:
    arguments: tuple[bytes | int, ...]
    size: int
    deadline: float
    kept: "asyncio.Future[bool]"


@dataclass(slots=True)
class _Gate:
    """One partition's queue, and the task that carries it in while there is any."""

    queue: list[_Brought] = field(default_factory=list)
    porter: asyncio.Task[None] | None = None


class Door:
    """Keeps the promise of `Store.accept`, bytes in."""

    def __init__(self, line: Line, hear: Callable[[int, int | bytes], None]) -> None:
        """`hear` is told of turns that were made, as in `Desk`."""
        self._line = line
        self._hear = hear
        self._gates = [_Gate() for _ in range(line.partitions.count)]

    async def accept(self, partition: int, lane: bytes, key: bytes, body: bytes, at: int) -> bool:
        """Whether the job was kept; `at` in milliseconds, 0 for now. Raises StoreDown."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[bool] = loop.create_future()
        gate = self._gates[partition]
        arguments = accept_arguments(lane, key, body, at)
        gate.queue.append(_Brought(arguments, len(body), self._line.deadline(), kept))
        if gate.porter is None:
            gate.porter = loop.create_task(self._carry(partition, gate))
        return await kept

    async def close(self) -> None:
        """Wait for what is under way."""
        porters = [gate.porter for gate in self._gates if gate.porter is not None]
        if porters:
            await asyncio.wait(porters)

    async def _carry(self, partition: int, gate: _Gate) -> None:
        try:
            while gate.queue:
                await self._carry_in(partition, _load(gate))
        finally:
            gate.porter = None

    async def _carry_in(self, partition: int, load: list[_Brought]) -> None:
        arguments = [argument for brought in load for argument in brought.arguments]
        try:
            answers = await self._line.run(scripts.ACCEPT, partition, REMEMBERED, *arguments, deadline=load[0].deadline)
        except StoreDown as down:
            for brought in load:
                if not brought.kept.done():
                    brought.kept.set_exception(same(down))
            return
        for brought, answer in zip(load, answers, strict=True):
            if not brought.kept.done():  # else its caller has gone
                brought.kept.set_result(answer != 0)
            self._hear(partition, answer)


def _load(gate: _Gate) -> list[_Brought]:
    """As much off the front of the queue as goes into one call."""
    size = 0
    for count, brought in enumerate(gate.queue):
        size += brought.size
        if count == _MOST_JOBS or (count and size > _MOST_BYTES):
            load, gate.queue = gate.queue[:count], gate.queue[count:]
            return load
    load, gate.queue = gate.queue, []
    return load
