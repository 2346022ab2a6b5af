"""A retry keeps the head of its lane; a job for later enters its lane when it is due, by the store's clock."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

from providers.store.durable import DurableStore
from tests.store.conftest import OpenStore
from tests.store.taking import take, take_all


def soon(seconds: float = 0.3) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


async def test_a_job_that_is_tried_later_stays_the_head_and_other_lanes_go_on(store: DurableStore) -> None:
    await store.accept("user:taro", "1", b"first")
    await store.accept("user:taro", "2", b"second")
    turn = await take(store)
    turn.note("half", b"done")
    again_at = soon()

    await turn.later(again_at, "Throttled 429")
    await store.accept("user:taro", "3", b"third")
    await store.accept("user:hanako", "4", b"other")
    other = await take(store)
    await other.done()
    retry = await take(store)
    at = datetime.now(UTC)
    await retry.done()

    assert other.key == "4"
    assert (retry.key, retry.attempt, retry.last_error, retry.recall("half")) == ("1", 2, "Throttled 429", b"done")
    assert again_at <= at < again_at + timedelta(seconds=1.5)
    assert [turn.key for turn in await take_all(store)] == ["2", "3"]


async def test_a_retry_whose_time_has_passed_comes_at_once(store: DurableStore) -> None:
    await store.accept("user:taro", "1", b"")
    turn = await take(store)

    await turn.later(soon(-10), "late")

    assert (await take(store, 1.0)).attempt == 2


async def test_a_retry_of_a_process_that_left_is_made_by_another(open_store: OpenStore, address: str) -> None:
    store = await open_store()
    async with await DurableStore.open(address) as leaving:
        await leaving.accept("user:taro", "1", b"")
        turn = await take(leaving)
        await turn.later(soon(), "leaving")

    assert (await take(store)).attempt == 2


async def test_a_job_for_later_is_never_early(store: DurableStore) -> None:
    due = soon()
    await store.accept("user:taro", "reminder", b"", at=due)

    turn = await take(store)
    at = datetime.now(UTC)

    assert due <= at < due + timedelta(seconds=1.5)
    assert turn.attempt == 1


async def test_jobs_for_later_enter_by_their_time_and_those_of_one_moment_by_acceptance(store: DurableStore) -> None:
    first, second = soon(0.2), soon(0.4)
    for number in range(11):
        await store.accept("user:taro", f"second-{number:02}", b"", at=second)
    await store.accept("user:taro", "first", b"", at=first)
    await store.accept("user:taro", "now", b"")

    keys = [(await _finish_next(store)) for _ in range(13)]

    assert keys == ["now", "first", *(f"second-{number:02}" for number in range(11))]


async def _finish_next(store: DurableStore) -> str:
    turn = await take(store)
    await turn.done()
    return turn.key


async def test_what_is_due_goes_before_what_is_accepted_afterwards(store: DurableStore) -> None:
    due = soon(0.05)
    await store.accept("user:taro", "due", b"", at=due)
    while datetime.now(UTC) <= due + timedelta(milliseconds=20):  # noqa: ASYNC110 - the clock tells nobody
        await asyncio.sleep(0.01)

    await store.accept("user:taro", "afterwards", b"")

    assert [turn.key for turn in await take_all(store)] == ["due", "afterwards"]


async def test_the_age_of_a_job_for_later_counts_from_when_it_is_due(store: DurableStore) -> None:
    due = soon()
    await store.accept("user:taro", "reminder", b"", at=due)

    turn = await take(store)

    assert turn.accepted >= due


async def test_a_job_that_nobody_began_can_be_cancelled(store: DurableStore) -> None:
    for number in range(4):
        await store.accept("user:taro", f"{number}", b"")
    await store.accept("user:taro", "reminder", b"", at=soon())

    cancelled = [await store.cancel("user:taro", key) for key in ("0", "2", "reminder", "2", "unknown")]

    assert cancelled == [True, True, True, False, False]
    assert [turn.key for turn in await take_all(store, 0.8)] == ["1", "3"]


async def test_a_job_that_began_cannot_be_cancelled(store: DurableStore) -> None:
    await store.accept("user:taro", "out", b"")
    await store.accept("user:hanako", "parked", b"")
    turns = {turn.key: turn for turn in (await take(store), await take(store))}
    await turns["parked"].later(soon(60), "wait")

    cancelled = [await store.cancel("user:taro", "out"), await store.cancel("user:hanako", "parked")]

    assert cancelled == [False, False]
    await turns["out"].done()


async def test_a_lane_goes_on_after_its_only_job_was_cancelled(store: DurableStore) -> None:
    await store.accept("user:taro", "cancelled", b"")
    await store.cancel("user:taro", "cancelled")
    await store.accept("user:taro", "next", b"")

    assert [turn.key for turn in await take_all(store)] == ["next"]
    await store.accept("user:taro", "after", b"")
    assert [turn.key for turn in await take_all(store)] == ["after"]


async def test_lanes_with_nothing_but_cancelled_jobs_cost_no_turn(store: DurableStore) -> None:
    for number in range(20):
        await store.accept(f"user:{number}", f"{number}", b"")
        await store.cancel(f"user:{number}", f"{number}")
    await store.accept("user:taro", "real", b"")
    started = time.monotonic()

    turn = await take(store)

    assert turn.key == "real"
    assert time.monotonic() - started < 1
    await turn.done()
