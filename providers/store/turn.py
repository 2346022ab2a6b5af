"""The head of a lane, leased to one worker, and the journal of what earlier runs of it did."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from providers.errors import LostTurn
from providers.keeping import Job, Put
from providers.store import scripts
from providers.store.jobs import REMEMBERED, accept_arguments, instant, milliseconds
from providers.store.line import Line
from providers.store.partitions import decode, document_key, encode

_MOST_DEAD = 10_000  # dead letters kept in each partition
_FOR_EVER = 0


class Desk(Protocol):
    """Where turns are given out and come back to."""

    line: Line
    taker: bytes  # the name that we lease under

    def hear(self, partition: int, answer: int | bytes) -> None:
        """A script answered with a turn that waits to be taken, or with a number when it made none."""
        ...

    def expect(self, at: datetime) -> None:
        """Something is due at `at`."""
        ...

    def post(self, partition: int) -> None:
        """Jobs lie in the outbox of `partition`."""
        ...


class LeasedTurn:
    """Keeps the promise `Turn`. As long as this object lives, its process counts as running it."""

    def __init__(self, desk: Desk, partition: int, turn: bytes, lane: bytes, job: bytes, fields: Mapping[bytes, bytes]):
        """`fields` is the job as the store has it, journal and all."""
        self.lane = decode(lane)
        self.key = decode(fields[b"k"])
        self.body = fields[b"b"]
        self.attempt = int(fields[b"a"])
        self.accepted = instant(fields[b"t"])
        self.tag = desk.line.partitions.document_tag(partition)
        self.id = turn
        self.partition = partition
        self.last_error = decode(fields[b"e"]) if b"e" in fields else None
        self._desk = desk
        self._name = (lane, job)
        self._started = _journal(fields, b"s:")
        self._results = _journal(fields, b"r:")
        self._notes = _journal(fields, b"n:")
        self._unwritten: dict[bytes, bytes] = {}

    async def keep(self) -> None:
        """Renew the lease; writes what is not written yet. Raises LostTurn."""
        writing = dict(self._unwritten)
        _, job = self._name
        await self._run(scripts.KEEP, job, *_flat(writing))
        for field, value in writing.items():
            if self._unwritten.get(field) is value:
                del self._unwritten[field]

    def recall(self, step: str) -> bytes | None:
        """What this or an earlier run noted under `step`."""
        return self._notes.get(step)

    def note(self, step: str, value: bytes) -> None:
        """Remember `value`; durable no later than the next `once` that starts or the end of this run."""
        self._notes[step] = value
        self._unwritten[b"n:" + encode(step)] = value

    async def once(self, step: str, call: Callable[[bool], Awaitable[bytes]]) -> bytes:
        """The result of `call`, or of the earlier run that finished it; see the contract.

        The result is written with the next step or the end: should it get lost, the next run is told that it is not the first.
        """
        if step in self._results:
            return self._results[step]
        again = step in self._started
        if not again:
            self._unwritten[b"s:" + encode(step)] = b""
        await self.keep()
        self._started[step] = b""
        result = await call(again)
        self._results[step] = result
        self._unwritten[b"r:" + encode(step)] = result
        return result

    async def done(
        self, *, puts: Sequence[Put] = (), drops: Sequence[tuple[str, str]] = (), jobs: Sequence[Job] = ()
    ) -> None:
        """Finish, all or nothing. Raises LostTurn; ValueError for a document whose name does not begin with `tag`."""
        partitions = self._desk.line.partitions
        documents = [
            argument for put in puts for argument in (*self._own(put.space, put.name), put.value, _ttl(put.ttl))
        ]
        dropped = [argument for space, name in drops for argument in self._own(space, name)]
        here: list[Any] = []
        elsewhere: list[Any] = []
        for job in jobs:
            lane, key, at = encode(job.lane), encode(job.key), milliseconds(job.at) if job.at else 0
            if partitions.of(job.lane) == self.partition:
                here.extend(accept_arguments(lane, key, job.body, at))
            else:
                elsewhere.extend((lane, at, key, job.body))
        answer = await self._run(
            scripts.DONE,
            *self._name,
            REMEMBERED,
            *(len(puts), *documents),
            *(len(drops), *dropped),
            *(len(here) // 6, *here),
            *(len(elsewhere) // 4, *elsewhere),
        )
        self._desk.hear(self.partition, answer)
        for job in jobs:
            if job.at:
                self._desk.expect(job.at)
        if elsewhere:
            self._desk.post(self.partition)

    async def later(self, at: datetime, error: str) -> None:
        """Try again at `at`; stays the head of its lane, journal kept. `error` is a constant phrase plus ids. Raises LostTurn."""
        answer = await self._run(scripts.LATER, *self._name, milliseconds(at), encode(error), *_flat(self._unwritten))
        self._desk.hear(self.partition, answer)
        self._desk.expect(at)

    async def bury(self, reason: str) -> None:
        """Make it a dead letter, journal kept; the lane moves on. Raises LostTurn."""
        answer = await self._run(scripts.BURY, *self._name, encode(reason), _MOST_DEAD, *_flat(self._unwritten))
        self._desk.hear(self.partition, answer)

    async def hand_back(self, *, begun: bool) -> None:
        """Let another process have it at once; with `begun` False the attempt does not count. Raises LostTurn."""
        answer = await self._run(scripts.RELEASE, *self._name, 0 if begun else 1, *_flat(self._unwritten))
        self._desk.hear(self.partition, answer)

    async def _run(self, script: scripts.Script, *arguments: Any) -> Any:
        answer = await self._desk.line.run(script, self.partition, self._desk.taker, self.id, *arguments)
        if answer == 0:
            raise LostTurn(self.lane)
        return answer

    def _own(self, space: str, name: str) -> tuple[bytes]:
        if not name.startswith(self.tag):
            raise ValueError(
                f"a document that is written with the end of a turn needs a name that begins with {self.tag}"
            )
        return (document_key(space, name),)


def _journal(fields: Mapping[bytes, bytes], kind: bytes) -> dict[str, bytes]:
    return {decode(field[2:]): value for field, value in fields.items() if field.startswith(kind)}


def _flat(fields: Mapping[bytes, bytes]) -> list[bytes]:
    return [part for pair in fields.items() for part in pair]


def _ttl(seconds: float | None) -> int:
    return _FOR_EVER if seconds is None else max(1, round(seconds * 1000))
