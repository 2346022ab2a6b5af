"""Budgets and holds are shared by all processes."""

import asyncio

import pytest

from providers.store.durable import DurableStore
from tests.store.conftest import OpenStore
from tests.store.servers import Server


async def test_a_budget_is_shared_and_never_overdrawn(store: DurableStore, open_store: OpenStore) -> None:
    stores = [store, await open_store()]

    waits = await asyncio.gather(*(stores[n % 2].spend("lineworks:create", 60) for n in range(100)))

    assert waits.count(0) == 60
    assert all(0 < wait <= 60 for wait in waits if wait)


async def test_what_does_not_fit_takes_nothing(store: DurableStore) -> None:
    waits = [await store.spend("budget", 5, n) for n in (3, 3, 2, 1)]

    assert [wait == 0 for wait in waits] == [True, False, True, False]


async def test_budgets_do_not_touch_each_other(store: DurableStore) -> None:
    waits = [await store.spend(f"budget-{n}", 1) for n in range(5)]

    assert waits == [0] * 5


async def test_a_budget_refills_as_what_was_taken_grows_old(server_url: str, url_server: Server) -> None:
    async with await DurableStore.open(server_url, partitions=1) as store:
        for _ in range(3):
            await store.spend("budget", 3)
        with url_server.client() as client:
            for entry in client.zrange("{y0}bbudget", 0, 1):
                client.zincrby("{y0}bbudget", -59_900_000, entry)  # two of the three were taken almost a minute ago

        wait = await store.spend("budget", 3, 2)
        await asyncio.sleep(wait)
        after = await store.spend("budget", 3, 2)

    assert 0 < wait <= 0.1
    assert after == 0


@pytest.mark.parametrize("n", [0, -1, 6])
async def test_what_never_fits_is_a_mistake(store: DurableStore, n: int) -> None:
    with pytest.raises(ValueError, match="5 a minute"):
        await store.spend("budget", 5, n)


async def test_one_holds_at_a_time(store: DurableStore, open_store: OpenStore) -> None:
    stores = [store, await open_store()]
    holding = 0
    turns = []

    async def refresh(number: int) -> None:
        nonlocal holding
        async with stores[number % 2].hold("token", ttl=5):
            holding += 1
            assert holding == 1
            await asyncio.sleep(0.001)
            holding -= 1
            turns.append(number)

    await asyncio.gather(*(refresh(number) for number in range(10)))

    assert sorted(turns) == list(range(10))


async def test_a_hold_lasts_longer_than_its_time_to_live_while_its_holder_lives(open_store: OpenStore) -> None:
    store, other = await open_store(), await open_store()

    async with store.hold("token", ttl=1):  # a busy machine may keep the holder from renewing it for half a second
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2), other.hold("token", ttl=1):
                pass

    async with asyncio.timeout(2), other.hold("token", ttl=1):
        pass


async def test_the_hold_of_a_dead_process_ends_by_itself(store: DurableStore, open_store: OpenStore) -> None:
    dying = await open_store()
    dead = dying.hold("token", ttl=0.3)
    await dead.__aenter__()
    await dying._line.close()

    async with asyncio.timeout(3), store.hold("token", ttl=5):
        pass

    await dead.__aexit__(None, None, None)


async def test_a_hold_is_let_go_when_its_block_fails(store: DurableStore, open_store: OpenStore) -> None:
    other = await open_store()
    with pytest.raises(KeyError):
        async with store.hold("token", ttl=60):
            raise KeyError

    async with asyncio.timeout(3), other.hold("token", ttl=60):
        pass
