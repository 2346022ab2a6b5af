"""Taking is prompt, costs nothing while nothing happens, and loses no turn whatever happens to the taker."""

import asyncio
import time

import pytest

from providers.errors import StoreDown
from providers.store.durable import DurableStore
from tests.store.conftest import OpenStore
from tests.store.taking import take, take_all


async def test_nothing_comes_when_there_is_nothing(store: DurableStore) -> None:
    started = time.monotonic()

    turn = await store.take(0.3)

    assert turn is None
    assert 0.3 <= time.monotonic() - started < 1


async def test_a_look_without_waiting_finds_what_is_there(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")

    turn = await take(store, 0)

    await turn.done()


async def test_a_waiting_taker_is_woken_by_its_own_process_at_once(store: DurableStore) -> None:
    await store.take(0.05)
    waiting = asyncio.create_task(take(store))
    await asyncio.sleep(0)
    started = time.monotonic()

    await store.accept("user:taro", "key", b"")
    turn = await waiting

    assert time.monotonic() - started < 0.5
    await turn.done()


async def test_a_waiting_taker_is_woken_by_another_process_at_once(store: DurableStore, open_store: OpenStore) -> None:
    other = await open_store()
    await store.take(0.05)
    for number in range(3):
        waiting = asyncio.create_task(take(store))
        async with asyncio.timeout(5):
            while store._taker._listener is None or store._taker._listener.done():  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.001)
        started = time.monotonic()

        await other.accept(f"user:{number}", f"key-{number}", b"")
        turn = await waiting

        assert time.monotonic() - started < 0.5
        await turn.done()


async def test_each_of_many_takers_gets_a_turn_of_its_own(store: DurableStore) -> None:
    takers = [asyncio.create_task(take(store)) for _ in range(40)]
    await asyncio.gather(*(store.accept(f"user:{number}", f"{number}", b"") for number in range(40)))

    turns = await asyncio.gather(*takers)

    assert len({turn.lane for turn in turns}) == 40


async def test_a_cancelled_take_loses_no_turn(open_store: OpenStore) -> None:
    store = await open_store(lease=3600)
    for number in range(20):
        await store.accept(f"user:{number}", f"{number}", b"")

    for number in range(60):
        taker = asyncio.create_task(store.take(1))
        for _ in range(number // 2):
            await asyncio.sleep(0)
        taker.cancel()
        outcome = (await asyncio.gather(taker, return_exceptions=True))[0]
        if outcome is not None and not isinstance(outcome, BaseException):
            await outcome.hand_back(begun=False)
    turns = await take_all(store, 1.0)

    assert sorted(int(turn.key) for turn in turns) == list(range(20))
    assert {turn.attempt for turn in turns} == {1}


async def test_a_turn_that_was_given_as_its_taker_was_cancelled_is_handed_back(open_store: OpenStore) -> None:
    store, other = await open_store(lease=3600), await open_store(lease=3600)
    await store.accept("user:taro", "key", b"")
    taker = asyncio.create_task(store.take(5))
    while not (store._taker._places and store._taker._places[0].done()) and not taker.done():
        places = list(store._taker._places)
        await asyncio.sleep(0)
        if any(place.done() for place in places):
            break

    taker.cancel()  # the turn lies in its place, and the taker has not run since
    with pytest.raises(asyncio.CancelledError):
        await taker
    turn = await take(other)

    assert turn.attempt == 1
    await turn.done()


async def test_many_idle_takers_use_no_processor(store: DurableStore) -> None:
    await store.take(0.05)
    takers = [asyncio.create_task(store.take(2)) for _ in range(64)]
    await asyncio.sleep(0)
    used = time.process_time()

    await asyncio.wait(takers)

    assert time.process_time() - used < 0.1  # of two seconds; about 0.01 alone on a machine


async def test_a_closed_store_says_so(open_store: OpenStore, address: str) -> None:
    store = await DurableStore.open(address)
    await store.take(0.05)
    await store.close()

    with pytest.raises(StoreDown):
        await store.take()
    with pytest.raises(StoreDown):
        await store.accept("user:taro", "key", b"")
    with pytest.raises(StoreDown):
        await store.get("people", "taro")


async def test_takers_that_wait_while_the_store_is_closed_get_nothing(address: str) -> None:
    store = await DurableStore.open(address)
    waiting = asyncio.create_task(store.take(30))
    await asyncio.sleep(0)

    await store.close()

    assert await waiting is None
