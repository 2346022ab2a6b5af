"""What must outlive a restart: documents, jobs in their lanes, and the promise of whoever keeps them. No I/O."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Doc:
    """A kept value and its version, which grows with every put."""

    value: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Put:
    """A document to be written together with the end of a turn."""

    space: str
    name: str
    value: bytes
    ttl: float | None = None  # seconds


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work for a lane, to be accepted together with the end of a turn. `at`: not before."""

    lane: str
    key: str
    body: bytes
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dead:
    """A dead letter. `reason` is a constant phrase plus ids, never content."""

    id: str
    lane: str
    reason: str
    attempts: int
    accepted: datetime
    buried: datetime
    body: bytes


@dataclass(frozen=True, slots=True)
class Stats:
    """How the store is doing. `durable` None: the server does not let us look."""

    waiting: int
    oldest: float | None  # seconds since the oldest waiting job was accepted
    busy: int  # lanes with a turn out
    parked: int  # lanes waiting for a retry or a time
    dead: int
    durable: bool | None
    memory: int  # bytes the server uses


class Turn(Protocol):
    """The head of one lane, leased to one worker, with the journal of what earlier runs of it did."""

    lane: str
    key: str
    body: bytes
    attempt: int  # 1 for the first run
    accepted: datetime
    tag: str  # a document whose name begins with this lives with the lane, and can be put by `done`

    async def keep(self) -> None:
        """Renew the lease. Raises LostTurn."""
        ...

    def recall(self, step: str) -> bytes | None:
        """What this or an earlier run noted under `step`."""
        ...

    def note(self, step: str, value: bytes) -> None:
        """Remember `value`; durable no later than the next `once` that starts or `done`."""
        ...

    async def once(self, step: str, call: Callable[[bool], Awaitable[bytes]]) -> bytes:
        """The result of `call`, or of the earlier run that finished it.

        That `step` has started is durable before `call` runs. `call(True)` means that an earlier run started
        it and its end is unknown. Raises LostTurn.
        """
        ...

    async def done(
        self, *, puts: Sequence[Put] = (), drops: Sequence[tuple[str, str]] = (), jobs: Sequence[Job] = ()
    ) -> None:
        """Finish: the lane moves on, documents and follow-ups are written, all or nothing. Raises LostTurn."""
        ...

    async def later(self, at: datetime, error: str) -> None:
        """Try again at `at`; stays the head of its lane, journal kept. Raises LostTurn."""
        ...

    async def bury(self, reason: str) -> None:
        """Make it a dead letter; the lane moves on. Raises LostTurn."""
        ...


class Store(Protocol):
    """What must outlive a restart. All methods raise StoreDown when the server does not answer within two seconds."""

    async def accept(self, lane: str, key: str, body: bytes, *, at: datetime | None = None) -> bool:
        """Keep `body` at the end of `lane` (when `at` is given: from then on); durable on return.

        False: `key` was shown within three days, and nothing was kept. Atomic.
        """
        ...

    def tag(self, lane: str) -> str:
        """What `Turn.tag` of that lane's turns is."""
        ...

    async def take(self, wait: float = 1.0) -> Turn | None:
        """The head of a free lane, leased to us; None when nothing came within `wait` seconds."""
        ...

    async def cancel(self, lane: str, key: str) -> bool:
        """Drop a job that has not started; False when there is none."""
        ...

    async def get(self, space: str, name: str) -> Doc | None:
        """A document."""
        ...

    async def put(
        self, space: str, name: str, value: bytes, *, ttl: float | None = None, version: int | None = None
    ) -> bool:
        """Write a document. With `version` only if that is the present one (0: only if there is none); else False."""
        ...

    async def drop(self, space: str, name: str) -> None:
        """Remove a document."""
        ...

    async def spend(self, budget: str, per_minute: int, n: int = 1) -> float:
        """Take `n` from a shared budget of `per_minute`: 0 means go, else seconds to wait, and nothing was taken."""
        ...

    def hold(self, name: str, ttl: float) -> AbstractAsyncContextManager[None]:
        """One holder at a time across all processes; given up after `ttl` seconds should we die."""
        ...

    def dead(self, limit: int = 50) -> AsyncIterator[Dead]:
        """Dead letters, newest first."""
        ...

    async def revive(self, dead_id: str) -> bool:
        """Put a dead letter back at the end of its lane; False when there is none of that id."""
        ...

    async def stats(self) -> Stats:
        """Depth, age, load and durability."""
        ...
