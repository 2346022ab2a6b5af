"""The store tells how it is doing, and refuses a server that would forget what it confirmed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from providers.store.durable import DurableStore
from providers.store.refusals import WeakStore
from tests.store.servers import Server, server
from tests.store.taking import take


async def test_stats_count_what_waits_runs_is_parked_and_dead(store: DurableStore) -> None:
    empty = await store.stats()
    for key in ("out", "parked", "dead"):
        await store.accept(f"user:{key}", key, b"")
    turns = {turn.key: turn for turn in [await take(store) for _ in range(3)]}
    await turns["parked"].later(datetime.now(UTC) + timedelta(hours=1), "wait")
    await turns["dead"].bury("because")
    await store.accept("user:out", "waits", b"")
    await store.accept("user:out", "for later", b"", at=datetime.now(UTC) + timedelta(hours=1))

    stats = await store.stats()

    assert (empty.waiting, empty.oldest, empty.busy, empty.parked, empty.dead) == (0, None, 0, 0, 0)
    assert (stats.waiting, stats.busy, stats.parked, stats.dead) == (3, 1, 2, 1)
    assert stats.oldest is not None
    assert 0 <= stats.oldest < 60
    assert stats.durable is True
    assert stats.memory > 100_000
    await turns["out"].done()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        pytest.param(("--appendonly", "no"), "appendonly is no", id="no-file"),
        pytest.param(("--appendfsync", "everysec"), "appendfsync is everysec", id="a-second-late"),
        pytest.param(("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"), "noeviction", id="forgets"),
    ],
)
async def test_a_weak_store_is_refused_in_words_unless_allowed(
    tmp_path: Path, settings: tuple[str, ...], words: str
) -> None:
    with server(tmp_path, *settings) as weak:
        with pytest.raises(WeakStore, match=words):
            await DurableStore.open(weak.url)

        async with await DurableStore.open(weak.url, allow_weak=True) as store:
            assert (await store.stats()).durable is False


async def test_a_server_that_does_not_let_us_look_is_not_verifiable(tmp_path: Path) -> None:
    with server(tmp_path, "--rename-command", "CONFIG", "") as secretive:
        async with await DurableStore.open(secretive.url) as store:
            assert (await store.stats()).durable is None


async def test_the_number_of_partitions_is_fixed_at_the_first_start(server_url: str, url_server: Server) -> None:
    async with await DurableStore.open(server_url, partitions=3) as store:
        await store.accept("user:taro", "key", b"")

    async with await DurableStore.open(server_url, partitions=7) as store:
        count = store._partitions.count
        again = await store.accept("user:taro", "key", b"")

    assert (count, again) == (3, False)
