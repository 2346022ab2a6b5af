"""A turn is leased to one worker, remembers what its runs did, and ends for good or not at all."""

import asyncio
from datetime import UTC, datetime

import pytest

from providers.errors import LostTurn
from providers.keeping import Job, Put
from providers.store.durable import DurableStore
from providers.store.turn import LeasedTurn
from tests.store.conftest import OpenStore
from tests.store.taking import take, take_all, until_gone

SHORT = 0.3  # seconds; a lease


class Calls:
    """Outside calls as a worker makes them; `told` is what each was told about earlier ones."""

    def __init__(self) -> None:
        self.told: list[bool] = []

    async def succeed(self, again: bool) -> bytes:
        self.told.append(again)
        return b"result"

    async def fail(self, again: bool) -> bytes:
        self.told.append(again)
        raise ConnectionResetError


async def lose(store: DurableStore, open_store: OpenStore) -> tuple[LeasedTurn, LeasedTurn]:
    """The stale turn of a worker that slept through its lease, and the turn of the one that took over."""
    sleeper = await open_store(lease=SHORT)
    await store.accept("user:taro", "key", b"")
    stale = await take(sleeper)
    taken_over = await take(store)
    assert taken_over.key == stale.key
    return stale, taken_over


async def test_the_turn_of_a_silent_worker_goes_to_another(open_store: OpenStore) -> None:
    store = await open_store(lease=SHORT)

    stale, taken_over = await lose(store, open_store)

    assert (stale.attempt, taken_over.attempt) == (1, 2)


async def test_a_lease_that_is_kept_is_not_taken_over(open_store: OpenStore) -> None:
    store, other = await open_store(lease=SHORT), await open_store(lease=SHORT)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    rival = asyncio.create_task(other.take(4 * SHORT))

    while not rival.done():
        await turn.keep()
        await asyncio.wait([rival], timeout=SHORT / 5)

    assert rival.result() is None
    await turn.done()


async def test_a_process_never_takes_over_what_it_runs_itself(open_store: OpenStore) -> None:
    store = await open_store(lease=SHORT)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)

    second = await store.take(4 * SHORT)

    assert second is None
    await turn.done()


async def test_a_turn_that_its_own_process_dropped_comes_back_before_its_lease_ends(open_store: OpenStore) -> None:
    store = await open_store(lease=3600)
    await store.accept("user:taro", "key", b"")
    turn = await take(store)

    del turn
    again = await take(store)

    assert again.attempt == 2


async def test_closing_hands_turns_back_at_once(open_store: OpenStore, address: str) -> None:
    store = await open_store(lease=3600)
    leaving = await DurableStore.open(address, lease=3600)
    await store.accept("user:taro", "key", b"")
    turn = await take(leaving)
    turn.note("half", b"done")

    await leaving.close()
    taken_over = await take(store)

    assert (taken_over.key, taken_over.attempt, taken_over.recall("half")) == ("key", 2, b"done")


async def test_a_stale_worker_can_do_nothing(open_store: OpenStore) -> None:
    store = await open_store(lease=SHORT)
    stale, taken_over = await lose(store, open_store)
    calls = Calls()

    refusals = [
        stale.keep(),
        stale.once("step", calls.succeed),
        stale.later(datetime.now(UTC), "late"),
        stale.bury("late"),
        stale.done(puts=[Put("doc", f"{stale.tag}x", b"stale")], jobs=[Job("user:taro", "stale", b"")]),
    ]

    for refusal in refusals:
        with pytest.raises(LostTurn):
            await refusal
    assert calls.told == []
    assert await store.get("doc", f"{stale.tag}x") is None
    await taken_over.done()
    with pytest.raises(LostTurn):
        await stale.done()
    assert await store.take(0.5) is None


async def test_an_ended_turn_cannot_be_ended_in_another_way(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    await turn.done()

    with pytest.raises(LostTurn):
        await turn.later(datetime.now(UTC), "again")
    with pytest.raises(LostTurn):
        await turn.bury("again")


async def test_a_finished_step_is_not_called_again(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    calls = Calls()

    turn = await take(store)
    results = [await turn.once("create", calls.succeed), await turn.once("create", calls.succeed)]
    await turn.later(datetime.now(UTC), "afterwards")
    turn = await take(store)
    results.append(await turn.once("create", calls.succeed))

    assert results == [b"result"] * 3
    assert calls.told == [False]


async def test_a_step_that_failed_is_told_so_the_next_time(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    calls = Calls()
    turn = await take(store)
    with pytest.raises(ConnectionResetError):
        await turn.once("create", calls.fail)
    with pytest.raises(ConnectionResetError):
        await turn.once("create", calls.fail)
    await turn.later(datetime.now(UTC), "reset")

    turn = await take(store)
    await turn.once("create", calls.succeed)

    assert calls.told == [False, True, True]


async def test_f19_a_step_is_known_to_have_started_before_it_is_called(open_store: OpenStore) -> None:
    store = await open_store(lease=SHORT)
    dying = await open_store(lease=SHORT)
    await store.accept("user:taro", "key", b"")
    turn = await take(dying)
    turn.note("command", b"create at 15:00")
    calls = Calls()
    reached = asyncio.Event()

    async def die_in_the_middle(_again: bool) -> bytes:
        reached.set()
        await asyncio.Event().wait()
        return b"never"

    run = asyncio.create_task(turn.once("create", die_in_the_middle))
    await reached.wait()
    again = await take(store)
    await again.once("create", calls.succeed)
    run.cancel()

    assert again.recall("command") == b"create at 15:00"
    assert calls.told == [True]


async def test_results_and_notes_are_written_with_the_next_step(open_store: OpenStore) -> None:
    store, dying = await open_store(lease=SHORT), await open_store(lease=SHORT)
    await store.accept("user:taro", "key", b"")
    calls = Calls()
    turn = await take(dying)
    await turn.once("first", calls.succeed)
    turn.note("note", b"1")
    with pytest.raises(ConnectionResetError):
        await turn.once("second", calls.fail)

    again = await take(store)
    await again.once("first", calls.succeed)

    assert again.recall("note") == b"1"
    assert calls.told == [False, False]


async def test_documents_and_follow_ups_come_with_the_end_of_a_turn(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    kept, dropped = f"{turn.tag}kept", f"{turn.tag}dropped"
    await store.put("doc", dropped, b"old")

    await turn.done(
        puts=[Put("doc", kept, b"new"), Put("doc", f"{turn.tag}short", b"", ttl=0.001)],
        drops=[("doc", dropped)],
        jobs=[Job("user:taro", "next", b"follow-up")],
    )
    follow_up = await take(store)

    document = await store.get("doc", kept)
    assert document is not None
    assert document.value == b"new"
    assert await store.get("doc", dropped) is None
    await until_gone(store, "doc", f"{turn.tag}short")
    assert (follow_up.lane, follow_up.key, follow_up.body) == ("user:taro", "next", b"follow-up")


async def test_a_document_of_another_partition_cannot_come_with_a_turn(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    turn = await take(store)

    with pytest.raises(ValueError, match=turn.tag):
        await turn.done(puts=[Put("doc", "untagged", b"")])
    with pytest.raises(ValueError, match=turn.tag):
        await turn.done(drops=[("doc", "untagged")])

    await turn.done()


async def test_a_follow_up_whose_key_was_shown_is_dropped(store: DurableStore) -> None:
    await store.accept("user:taro", "key", b"")
    turn = await take(store)

    await turn.done(
        jobs=[Job("user:taro", "key", b"again"), Job("user:taro", "new", b""), Job("user:taro", "new", b"")]
    )

    assert [turn.key for turn in await take_all(store)] == ["new"]
