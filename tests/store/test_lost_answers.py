"""A connection that breaks after the server acted: the repeated call knows its own work, so nothing is lost or doubled."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from providers.keeping import Job, Put
from providers.store import scripts
from providers.store.durable import DurableStore
from tests.store.proxy import Proxy, proxy
from tests.store.servers import Server
from tests.store.taking import take, take_all


@pytest.fixture
async def between(server_url: str, url_server: Server) -> AsyncIterator[Proxy]:
    async with proxy(url_server.port) as running:
        yield running


@pytest.fixture
async def store(between: Proxy) -> AsyncIterator[DurableStore]:
    async with await DurableStore.open(between.url, partitions=1) as opened:
        yield opened


def lose_answer(between: Proxy, script: scripts.Script) -> None:
    between.lose_the_answer_to(script.sha.encode())


async def warm(store: DurableStore) -> None:
    """Every script is known to the server, so that its name alone goes over the wire."""
    await store._line.call("SCRIPT", "LOAD", scripts.ACCEPT.text)
    for script in (scripts.TAKE, scripts.DONE, scripts.LATER, scripts.BURY, scripts.KEEP, scripts.PUT, scripts.REVIVE):
        await store._line.call("SCRIPT", "LOAD", script.text)
    for script in (scripts.CANCEL, scripts.SPEND, scripts.HOLD):
        await store._line.call("SCRIPT", "LOAD", script.text)


async def test_an_accept_was_the_first_to_show_its_key(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    lose_answer(between, scripts.ACCEPT)

    first = await store.accept("user:taro", "key", b"")
    second = await store.accept("user:taro", "key", b"")

    assert between.has_lost_it
    assert (first, second) == (True, False)
    assert [turn.key for turn in await take_all(store)] == ["key"]


async def test_a_turn_is_taken_again_without_waiting_for_its_lease(between: Proxy) -> None:
    async with await DurableStore.open(between.url, partitions=1, lease=3600) as store:
        await warm(store)
        await store.accept("user:taro", "key", b"")
        lose_answer(between, scripts.TAKE)

        turn = await take(store)

        assert between.has_lost_it
        assert turn.key == "key"
        await turn.done()


async def test_the_end_of_a_turn_is_no_lost_turn(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    lose_answer(between, scripts.DONE)

    await turn.done(puts=[Put("doc", f"{turn.tag}x", b"")], jobs=[Job("user:taro", "next", b"")])

    assert between.has_lost_it
    assert [turn.key for turn in await take_all(store)] == ["next"]


async def test_a_retry_is_parked_once(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    lose_answer(between, scripts.LATER)

    await turn.later(datetime.now(UTC) + timedelta(seconds=0.1), "retry")

    assert between.has_lost_it
    assert [turn.attempt for turn in await take_all(store, 1.2)] == [2]


async def test_a_job_is_buried_and_revived_once(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)

    lose_answer(between, scripts.BURY)
    await turn.bury("because")
    assert between.has_lost_it
    (letter,) = [letter async for letter in store.dead()]
    lose_answer(between, scripts.REVIVE)
    revived = await store.revive(letter.id)

    assert between.has_lost_it
    assert revived
    assert [turn.key for turn in await take_all(store)] == ["key"]


async def test_a_step_is_written_and_called_once(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    told = []
    lose_answer(between, scripts.KEEP)

    async def create(again: bool) -> bytes:
        told.append(again)
        return b""

    await turn.once("create", create)

    assert between.has_lost_it
    assert told == [False]
    await turn.done()


async def test_a_put_over_a_version_succeeded(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    lose_answer(between, scripts.PUT)

    assert await store.put("people", "taro", b"1", version=0)

    assert between.has_lost_it


async def test_a_cancelled_job_was_there(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    await store.accept("user:taro", "key", b"")
    lose_answer(between, scripts.CANCEL)

    assert await store.cancel("user:taro", "key")

    assert between.has_lost_it


async def test_a_budget_is_spent_once(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    lose_answer(between, scripts.SPEND)

    waits = [await store.spend("budget", 2), await store.spend("budget", 2), await store.spend("budget", 2)]

    assert between.has_lost_it
    assert [wait == 0 for wait in waits] == [True, True, False]


async def test_a_hold_is_not_held_against_oneself(store: DurableStore, between: Proxy) -> None:
    await warm(store)
    lose_answer(between, scripts.HOLD)

    async with store.hold("token", ttl=60):
        pass

    assert between.has_lost_it
