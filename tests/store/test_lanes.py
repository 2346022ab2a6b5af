"""Jobs of one lane are handled in the order of acceptance and never two at once; lanes do not wait for each other."""

import asyncio
from collections import defaultdict

from providers.store.durable import DurableStore
from tests.store.conftest import OpenStore
from tests.store.taking import take, take_all


async def test_a_lane_gives_its_jobs_in_the_order_of_acceptance(store: DurableStore) -> None:
    for number in range(20):
        await store.accept("user:taro", f"key-{number}", b"%d" % number)

    bodies = [turn.body for turn in await take_all(store)]

    assert bodies == [b"%d" % number for number in range(20)]


async def test_jobs_brought_at_once_keep_the_order_in_which_they_were_brought(store: DurableStore) -> None:
    await asyncio.gather(*(store.accept("user:taro", f"key-{number}", b"%d" % number) for number in range(700)))

    bodies = [turn.body for turn in await take_all(store)]

    assert bodies == [b"%d" % number for number in range(700)]


async def test_only_one_turn_of_a_lane_is_out(store: DurableStore, open_store: OpenStore) -> None:
    other = await open_store()
    await store.accept("user:taro", "1", b"")
    await store.accept("user:taro", "2", b"")

    first = await take(store)
    meanwhile = [await store.take(0.2), await other.take(0.2)]
    await first.done()
    second = await take(other)

    assert (first.key, meanwhile, second.key) == ("1", [None, None], "2")


async def test_other_lanes_go_on_while_one_is_busy(store: DurableStore) -> None:
    lanes = [f"user:{number}" for number in range(30)]
    for lane in lanes:
        await store.accept(lane, lane, b"")

    turns = [await take(store) for _ in lanes]

    assert sorted(turn.lane for turn in turns) == sorted(lanes)


async def test_lanes_take_turns_so_that_a_long_one_does_not_starve_a_short_one(open_store: OpenStore) -> None:
    store = await open_store(partitions=1)
    for number in range(10):
        await store.accept("room:busy", f"busy-{number}", b"")
    await store.accept("room:quiet", "quiet", b"")

    lanes = [turn.lane for turn in await take_all(store)]

    assert lanes.index("room:quiet") <= 1


async def test_a_turn_tells_what_was_accepted(store: DurableStore) -> None:
    body = bytes(range(256)) * 4
    await store.accept("room:部屋 𠮷\ud800\0:", "鍵\n{x}", body)

    turn = await take(store)

    assert (turn.lane, turn.key, turn.body, turn.attempt) == ("room:部屋 𠮷\ud800\0:", "鍵\n{x}", body, 1)
    assert turn.accepted.tzinfo is not None


async def test_many_workers_of_several_processes_keep_every_lane_in_order(open_store: OpenStore) -> None:
    stores = [await open_store() for _ in range(3)]
    sent = [(f"user:{number % 17}", number) for number in range(340)]
    await asyncio.gather(
        *(
            stores[number % 3].accept(lane, f"{lane}-{number}", b"%d" % number)
            for lane, number in sent
            if number % 3 == 0
        )
    )
    for lane, number in sent:
        if number % 3:
            await stores[number % 3].accept(lane, f"{lane}-{number}", b"%d" % number)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    at_work: set[str] = set()

    async def work(store: DurableStore) -> None:
        while turn := await store.take(0.5):
            assert turn.lane not in at_work
            at_work.add(turn.lane)
            seen[turn.lane].append(int(turn.body))
            await asyncio.sleep(0)
            at_work.discard(turn.lane)
            await turn.done()

    await asyncio.gather(*(work(store) for store in stores for _ in range(8)))

    assert sum(map(len, seen.values())) == 340
    for lane, numbers in seen.items():
        early = [number for number in numbers if number % 3 == 0]
        late = [number for number in numbers if number % 3]
        assert numbers == early + late, lane
        assert early == sorted(early)
        assert late == sorted(late)
