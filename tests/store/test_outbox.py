"""A follow-up for a lane of another partition arrives once, also when its process dies between the end and the move."""

from datetime import UTC, datetime, timedelta

from providers.keeping import Job
from providers.store.durable import DurableStore
from providers.store.partitions import Partitions
from tests.store.conftest import OpenStore
from tests.store.taking import take, take_all

_PARTITIONS = Partitions(4)
LANES = [next(f"user:{n}" for n in range(1000) if _PARTITIONS.of(f"user:{n}") == partition) for partition in range(4)]


class DiesBeforeMoving:
    """A desk whose process is killed as soon as a turn has ended."""

    def __init__(self, store: DurableStore) -> None:
        self.line, self.taker = store._line, store._taker.taker

    def hear(self, partition: int, answer: int | bytes) -> None:
        pass

    def expect(self, at: datetime) -> None:
        pass

    def post(self, partition: int) -> None:
        pass


def follow_ups() -> list[Job]:
    return [Job(lane, f"follow-up-{number}-{lane}", b"%d" % number) for lane in LANES for number in range(3)]


async def test_follow_ups_arrive_in_every_partition_in_order(open_store: OpenStore) -> None:
    store = await open_store(partitions=4)
    await store.accept(LANES[0], "start", b"")

    await (await take(store)).done(jobs=follow_ups())
    arrived = await take_all(store, 0.5)

    for lane in LANES:
        assert [turn.body for turn in arrived if turn.lane == lane] == [b"0", b"1", b"2"], lane


async def test_f19_follow_ups_of_a_process_that_died_are_moved_by_another(open_store: OpenStore) -> None:
    store = await open_store(partitions=4)
    dying = await open_store()
    await store.accept(LANES[0], "start", b"")
    turn = await take(dying)
    turn._desk = DiesBeforeMoving(dying)

    await turn.done(jobs=follow_ups())
    arrived = await take_all(store, 1.5)

    assert sorted(turn.key for turn in arrived) == sorted(job.key for job in follow_ups())


async def test_a_move_that_is_repeated_doubles_nothing(open_store: OpenStore) -> None:
    store = await open_store(partitions=4)
    await store.accept(LANES[0], "start", b"")
    turn = await take(store)
    turn._desk = DiesBeforeMoving(store)
    await turn.done(jobs=follow_ups())
    outbox = store._partitions.key_tag(0) + b"x"
    entries = await store._line.call("XRANGE", outbox, "-", "+")

    store._outbox.post(0)
    arrived = await take_all(store, 0.5)
    for _, fields in entries:  # as if it had died after the move and before taking them out
        await store._line.call("XADD", outbox, "*", *fields)
    store._outbox.post(0)

    assert len(arrived) == 12
    assert await store.take(0.5) is None
    assert await store._line.call("XLEN", outbox) == 0


async def test_a_follow_up_for_later_comes_when_it_is_due(open_store: OpenStore) -> None:
    store = await open_store(partitions=4)
    await store.accept(LANES[0], "start", b"")
    due = datetime.now(UTC) + timedelta(seconds=0.3)

    await (await take(store)).done(jobs=[Job(LANES[0], "here", b"", at=due), Job(LANES[1], "there", b"", at=due)])
    first = await take(store)
    came = datetime.now(UTC)
    second = await take(store)

    assert came >= due
    assert {first.key, second.key} == {"here", "there"}
    await first.done()
    await second.done()
