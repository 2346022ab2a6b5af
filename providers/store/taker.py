"""One reader that takes turns out of the store for all workers of a process, and sees to what time brings.

Nothing polls while nothing happens: the reader sleeps until a script of this process made a turn, until the store tells of
a turn that another process made, or until its next round (after a second at most).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from weakref import WeakValueDictionary

import structlog
from redis.exceptions import RedisClusterException, RedisError

from providers.errors import LostTurn, StoreDown
from providers.store import scripts
from providers.store.line import Line, TurnId, may_pass, same, turn_id
from providers.store.turn import LeasedTurn

log = structlog.get_logger()

_ROUND = 1.0  # seconds between two rounds at most
_ONE_LOOK = 0.05  # seconds; the shortest wait that still finds a turn which is there
_DEAD_KEPT = 14 * 24 * 3600 * 1000  # milliseconds
_NONE_GIVEN: TurnId = (-1, 0)
_PERHAPS_ONE: TurnId = (0, 0)

Place = asyncio.Future[LeasedTurn | None]


class Taker:
    """Gives out turns. Begins to work at the first `take`: a process that takes nothing asks nothing."""

    def __init__(self, line: Line, name: bytes, lease: float, post: Callable[[int], None]) -> None:
        """`name` is ours alone, `lease` in seconds; `post` is told of each partition that has jobs in its outbox."""
        self.line = line
        self.taker = name
        self.post = post
        self._lease = lease
        self._places: deque[Place] = deque()
        # A turn that nobody refers to is run by nobody.
        self._running: WeakValueDictionary[tuple[int, bytes], LeasedTurn] = WeakValueDictionary()
        # A partition may have turns to take when we heard of one newer than all those that were given out.
        self._heard = dict.fromkeys(range(line.partitions.count), _PERHAPS_ONE)
        self._given = dict.fromkeys(range(line.partitions.count), _NONE_GIVEN)
        self._order = deque(self._heard)
        self._wake = asyncio.Event()
        self._next_round = 0.0
        self._reader: asyncio.Task[None] | None = None
        self._listener: asyncio.Task[None] | None = None
        self._errands: set[asyncio.Task[None]] = set()

    async def take(self, wait: float) -> LeasedTurn | None:
        """The next turn; None when none came within `wait` seconds. Raises StoreDown. A cancelled call loses none."""
        if self.line.closed:
            raise StoreDown("the store is closed")
        loop = asyncio.get_running_loop()
        if self._reader is None or self._reader.done():
            self._reader = loop.create_task(self._read())
        place: Place = loop.create_future()
        self._places.append(place)
        self._wake.set()
        timer = loop.call_later(max(wait, _ONE_LOOK), _leave_empty, place)
        try:
            return await place
        except asyncio.CancelledError:
            turn = place.result() if place.done() and not place.cancelled() and place.exception() is None else None
            if turn is not None:
                self._run_errand(self._hand_back(turn, begun=False))
            raise
        finally:
            timer.cancel()

    def hear(self, partition: int, answer: int | bytes) -> None:
        """A script answered with a turn that waits to be taken, or with a number when it made none."""
        if isinstance(answer, bytes):
            self._hear_of(partition, turn_id(answer))

    def expect(self, at: datetime) -> None:
        """Something is due at `at`: make a round then, if none is made before. Only a hint: the store's clock decides."""
        if self._reader is not None:
            due = asyncio.get_running_loop().time() + max(0.0, (at - datetime.now(UTC)).total_seconds())
            if due < self._next_round:
                self._next_round = due
                self._wake.set()

    async def close(self) -> None:
        """Take no more, and hand back what is still out."""
        for task in (self._reader, self._listener):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])
        for place in self._places:
            _leave_empty(place)
        for turn in list(self._running.values()):
            self._run_errand(self._hand_back(turn, begun=True))
        while self._errands:
            await asyncio.wait(self._errands)
        if self._reader is not None:
            leaving = (self.line.run(scripts.LEAVE, partition, self.taker) for partition in self._heard)
            await asyncio.gather(*leaving, return_exceptions=True)  # who cannot say goodbye is forgotten after a day

    # --- the reader ---------------------------------------------------------------------------------------------

    async def _read(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            self._wake.clear()
            try:
                if loop.time() >= self._next_round:
                    await self._make_round()
                if self._free_places() and (ripe := self._ripe()):
                    await self._fetch(ripe)
                    continue
            except StoreDown as down:
                self._disappoint(down)
            except Exception as error:  # noqa: BLE001 - a background task: who waits must hear of it, and it goes on
                log.error("what the store gave us makes no sense", error=type(error).__name__)
                nonsense = StoreDown("the store gave us what makes no sense")
                nonsense.__cause__ = error
                self._disappoint(nonsense)
            await self._sleep()

    def _disappoint(self, down: StoreDown) -> None:
        for place in self._free_places():
            place.set_exception(same(down))

    async def _sleep(self) -> None:
        """Until there is something to do."""
        if self._free_places() and (self._listener is None or self._listener.done()):
            self._listener = asyncio.create_task(self._listen())
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._next_round):
                await self._wake.wait()

    def _free_places(self) -> deque[Place]:
        """Who waits, longest first."""
        if any(place.done() for place in self._places):
            self._places = deque(place for place in self._places if not place.done())
        return self._places

    def _ripe(self) -> list[int]:
        """Partitions that may have turns, in an order that favours none in the long run."""
        self._order.rotate(-1)
        return [partition for partition in self._order if self._heard[partition] > self._given[partition]]

    async def _fetch(self, ripe: list[int]) -> None:
        """Take turns for those who wait, from as many partitions at once as there are places."""
        places = len(self._free_places())
        ripe = ripe[:places]
        takes = (self._take_from(partition, places // len(ripe)) for partition in ripe)
        for outcome in await asyncio.gather(*takes, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    async def _take_from(self, partition: int, most: int) -> None:
        newest, given = await self.line.run(scripts.TAKE, partition, self.taker, most)
        if newest is not None:
            self._given[partition] = turn_id(newest)
        for turn, lane, job, fields in given:
            named = dict(zip(fields[::2], fields[1::2], strict=True))
            leased = LeasedTurn(self, partition, turn, lane, job, named)
            self._running[partition, turn] = leased
            if self._free_places():
                self._places.popleft().set_result(leased)
            else:  # whoever waited when we asked has gone
                self._run_errand(self._hand_back(leased, begun=False))

    # --- what others do, and what time brings -------------------------------------------------------------------

    async def _listen(self) -> None:
        """Hear of a turn that was made elsewhere and not given out yet."""
        news = False
        while not news:
            try:
                heard = await self.line.listen(self._given)
            except (RedisError, RedisClusterException, OSError) as error:
                if not may_pass(error):
                    self.line.report(error)
                return  # the next round tells what is wrong, and we listen again after it
            news = bool([partition for partition, turn in heard.items() if self._hear_of(partition, turn)])

    def _hear_of(self, partition: int, turn: TurnId) -> bool:
        self._heard[partition] = max(turn, self._heard[partition])
        if turn <= self._given[partition]:
            return False
        self._wake.set()
        return True

    async def _make_round(self) -> None:
        """Jobs come due, parked lanes go on, and so do the turns of the dead; the outboxes are emptied."""
        loop = asyncio.get_running_loop()
        self._next_round = loop.time() + _ROUND
        rounds = (self._round_of(partition) for partition in self._heard)
        for outcome in await asyncio.gather(*rounds, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome
            if outcome >= 0:
                self._next_round = min(self._next_round, loop.time() + outcome / 1000)

    async def _round_of(self, partition: int) -> int:
        """Milliseconds until more is due there, or -1."""
        running = [turn.id for turn in self._running.values() if turn.partition == partition]
        lease = int(self._lease * 1000)
        answer = await self.line.run(scripts.ROUND, partition, self.taker, lease, _DEAD_KEPT, *running)
        offered, posted, due = answer
        if offered is not None:
            self.hear(partition, offered)
        if posted:
            self.post(partition)
        return int(due)

    async def _hand_back(self, turn: LeasedTurn, *, begun: bool) -> None:
        with suppress(LostTurn, StoreDown):  # the lease runs out by itself
            await turn.hand_back(begun=begun)

    def _run_errand(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)


def _leave_empty(place: Place) -> None:
    if not place.done():
        place.set_result(None)
