"""What was accepted is kept once: repeats are dropped at the door, whoever shows them and however often."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from providers.store.durable import DurableStore
from tests.store.conftest import OpenStore
from tests.store.servers import Server
from tests.store.taking import take, take_all


async def test_a_key_is_accepted_once(store: DurableStore) -> None:
    answers = [await store.accept("user:taro", "key", b"first"), await store.accept("user:taro", "key", b"second")]

    bodies = [turn.body for turn in await take_all(store)]

    assert answers == [True, False]
    assert bodies == [b"first"]


async def test_f10_a_key_shown_a_thousand_times_at_once_is_accepted_once(
    store: DurableStore, open_store: OpenStore
) -> None:
    stores = [store, await open_store()]

    answers = await asyncio.gather(*(stores[number % 2].accept("user:taro", "key", b"") for number in range(1000)))

    assert answers.count(True) == 1
    assert len(await take_all(store)) == 1


async def test_a_key_is_still_known_when_its_job_is_done_dead_or_cancelled(store: DurableStore) -> None:
    for key in ("done", "dead"):
        await store.accept(f"user:{key}", key, b"")
    await store.accept("user:cancelled", "cancelled", b"", at=datetime.now(UTC) + timedelta(hours=1))
    for _ in range(2):
        turn = await take(store)
        await (turn.done() if turn.key == "done" else turn.bury("because"))
    await store.cancel("user:cancelled", "cancelled")

    answers = [await store.accept(f"user:{key}", key, b"") for key in ("done", "dead", "cancelled")]

    assert answers == [False, False, False]


async def test_a_key_is_remembered_for_three_days(server_url: str, url_server: Server) -> None:
    async with await DurableStore.open(server_url, partitions=1) as store:
        await store.accept("user:taro", "key", b"")

        with url_server.client() as client:
            (seen,) = client.scan_iter("{y0}s*")
            seconds = client.ttl(seen)

    assert 72 * 3600 - 60 < seconds <= 72 * 3600


async def test_nothing_but_the_key_is_left_of_a_job_that_is_done(server_url: str, url_server: Server) -> None:
    async with await DurableStore.open(server_url, partitions=1) as store:
        await store.accept("user:taro", "key", b"what taro wrote")
        turn = await take(store)
        turn.note("step", b"what taro wrote")
        await turn.once("step", _answer)
        await turn.done()

        with url_server.client() as client:
            kinds = {key.removeprefix(b"{y0}")[:1] for key in client.scan_iter("{y0}*")}
            turns_left = client.xlen("{y0}t")

    assert kinds <= {b"s", b"t", b"n", b"e"}  # keys, the empty stream of turns, a counter, calls of the last seconds
    assert turns_left == 0


async def _answer(_again: bool) -> bytes:
    return b"what taro wrote"


async def test_a_time_without_a_zone_is_refused(store: DurableStore) -> None:
    naive = datetime(2030, 1, 1, 9)  # noqa: DTZ001 - the point of the test

    with pytest.raises(ValueError, match="time zone"):
        await store.accept("user:taro", "key", b"", at=naive)


@pytest.mark.parametrize("body", ["text", bytearray(b"x"), None])
async def test_what_is_no_body_is_refused_and_harms_no_other(server_url: str, body: Any) -> None:
    async with await DurableStore.open(server_url) as store:
        wrong, right = await asyncio.gather(
            store.accept("user:taro", "1", body), store.accept("user:taro", "2", b""), return_exceptions=True
        )

    assert isinstance(wrong, TypeError)
    assert right is True


async def test_an_accept_whose_caller_has_gone_keeps_the_others_right(store: DurableStore) -> None:
    calls = [asyncio.create_task(store.accept("user:taro", f"key-{number}", b"")) for number in range(10)]
    await asyncio.sleep(0)

    for call in calls[::2]:
        call.cancel()
    answers = await asyncio.gather(*calls[1::2])

    assert answers == [True] * 5
    assert [turn.key for turn in await take_all(store)] == [f"key-{number}" for number in range(10)]
