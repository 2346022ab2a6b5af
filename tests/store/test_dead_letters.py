"""What cannot be done becomes a dead letter: it can be read, and put back with everything its runs had noted."""

from datetime import UTC, datetime, timedelta

import pytest

from providers.store.durable import DurableStore
from tests.store.servers import Server
from tests.store.taking import take, take_all


async def test_a_buried_job_lets_its_lane_go_on_and_can_be_read(store: DurableStore) -> None:
    await store.accept("user:taro", "bad", b"body")
    await store.accept("user:taro", "good", b"")
    turn = await take(store)

    await turn.bury("a callback without a required field")
    rest = [turn.key for turn in await take_all(store)]
    (letter,) = [letter async for letter in store.dead()]

    assert rest == ["good"]
    assert (letter.lane, letter.reason, letter.attempts, letter.body) == (
        "user:taro",
        "a callback without a required field",
        1,
        b"body",
    )
    assert timedelta() <= letter.buried - letter.accepted < timedelta(minutes=1)


async def test_dead_letters_come_newest_first_and_no_more_than_asked_for(store: DurableStore) -> None:
    for number in range(6):
        await store.accept(f"user:{number}", f"{number}", b"%d" % number)
        await (await take(store)).bury("because")

    bodies = [letter.body async for letter in store.dead(limit=4)]

    assert bodies == [b"5", b"4", b"3", b"2"]


async def test_a_revived_job_runs_anew_at_the_end_of_its_lane_and_repeats_no_finished_step(store: DurableStore) -> None:
    told = []

    async def create(again: bool) -> bytes:
        told.append(again)
        return b"event-1"

    await store.accept("user:taro", "bad", b"body")
    turn = await take(store)
    await turn.later(datetime.now(UTC), "first")
    turn = await take(store)
    await turn.once("create", create)
    await turn.bury("because")
    await store.accept("user:taro", "good", b"")
    (letter,) = [letter async for letter in store.dead()]

    revived = [await store.revive(letter.id), await store.revive(letter.id)]
    good, again = await take_and_finish(store), await take(store)
    result = await again.once("create", create)
    await again.done()

    assert revived == [True, False]
    assert good == "good"
    assert (again.key, again.body, again.attempt) == ("bad", b"body", 1)
    assert (result, told) == (b"event-1", [False])
    assert [letter async for letter in store.dead()] == []


async def take_and_finish(store: DurableStore) -> str:
    turn = await take(store)
    await turn.done()
    return turn.key


@pytest.mark.parametrize(
    "dead_id",
    [
        pytest.param("0-99", id="unknown"),
        pytest.param("999-1", id="no-such-partition"),
        pytest.param("", id="empty"),
        pytest.param("0", id="half"),
        pytest.param("-1", id="negative"),
        pytest.param("0-１", id="full-width-digit"),
        pytest.param("0-1; FLUSHALL", id="words"),
        pytest.param("0-²", id="superscript"),
    ],
)
async def test_an_id_that_names_no_dead_letter_revives_nothing(server_url: str, dead_id: str) -> None:
    async with await DurableStore.open(server_url) as store:
        assert await store.revive(dead_id) is False


async def test_dead_letters_are_gone_after_fourteen_days(server_url: str, url_server: Server) -> None:
    async with await DurableStore.open(server_url, partitions=1) as store:
        for key in ("old", "new"):
            await store.accept(f"user:{key}", key, b"")
            await (await take(store)).bury("because")
        with url_server.client() as client:
            (old, _), (_, _) = client.zrange("{y0}d", 0, -1, withscores=True)
            client.zincrby("{y0}d", -14 * 24 * 3600 * 1000 - 1, old)

            await store.take(1.2)  # at least one round

            letters = [letter.lane async for letter in store.dead()]
            bodies = len(list(client.scan_iter("{y0}j*")))

    assert letters == ["user:new"]
    assert bodies == 1
