"""A store that is away is waited for, two seconds in all; then every call says StoreDown."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from providers.errors import StoreDown
from providers.store.durable import DurableStore
from providers.store.refusals import StoreRefused
from tests.store.servers import Server, server
from tests.store.taking import take, take_all

CALLS: dict[str, Callable[[DurableStore], Awaitable[object]]] = {
    "accept": lambda store: store.accept("user:taro", "key", b""),
    "take": lambda store: store.take(5),
    "cancel": lambda store: store.cancel("user:taro", "key"),
    "get": lambda store: store.get("people", "taro"),
    "put": lambda store: store.put("people", "taro", b""),
    "drop": lambda store: store.drop("people", "taro"),
    "spend": lambda store: store.spend("budget", 1),
    "revive": lambda store: store.revive("0-1"),
    "stats": lambda store: store.stats(),
}


async def test_every_call_says_so_when_the_store_is_away_for_longer_than_its_patience(own_server: Server) -> None:
    async with await DurableStore.open(own_server.url, patience=0.3) as store:
        own_server.kill()
        started = time.monotonic()

        outcomes = await asyncio.gather(*(call(store) for call in CALLS.values()), return_exceptions=True)

        assert [type(outcome) for outcome in outcomes] == [StoreDown] * len(CALLS)
        assert time.monotonic() - started < 2
        with pytest.raises(StoreDown):
            await anext(store.dead())
        with pytest.raises(StoreDown):
            async with store.hold("token", ttl=1):
                pass


async def test_a_server_that_hangs_counts_as_away(own_server: Server) -> None:
    async with await DurableStore.open(own_server.url, patience=0.3) as store:
        own_server.freeze()
        started = time.monotonic()
        with pytest.raises(StoreDown):
            await store.accept("user:taro", "key", b"")
        waited = time.monotonic() - started
        own_server.thaw()

        again = await store.accept("user:hanako", "other", b"")

    assert 0.3 <= waited < 1.5
    assert again


async def test_a_call_made_while_the_store_restarts_succeeds(own_server: Server) -> None:
    async with await DurableStore.open(own_server.url, partitions=1) as store:
        await store.accept("user:taro", "before", b"")
        own_server.kill()
        calls = asyncio.gather(*(store.accept("user:taro", f"during-{number}", b"") for number in range(20)))
        await asyncio.sleep(0)
        await asyncio.to_thread(own_server.start_again)

        kept = await calls
        keys = [turn.key for turn in await take_all(store)]

    assert kept == [True] * 20
    assert keys == ["before", *(f"during-{number}" for number in range(20))]


async def test_a_turn_survives_the_restart_of_the_store(own_server: Server) -> None:
    async with await DurableStore.open(own_server.url) as store:
        await store.accept("user:taro", "key", b"")
        turn = await take(store)
        turn.note("half", b"done")
        await turn.keep()

        own_server.kill()
        await asyncio.to_thread(own_server.start_again)
        await turn.keep()
        await turn.done()

        assert await store.take(0.5) is None


async def test_a_taker_goes_on_after_the_store_was_away(own_server: Server) -> None:
    async with await DurableStore.open(own_server.url, patience=0.3) as store:
        await store.take(0.05)
        own_server.kill()
        with pytest.raises(StoreDown):
            await store.take(10)
        await asyncio.to_thread(own_server.start_again)

        await store.accept("user:taro", "key", b"")
        turn = await take(store)

        await turn.done()


async def test_opening_a_store_that_is_not_there_says_so(own_server: Server) -> None:
    own_server.kill()

    with pytest.raises(StoreDown):
        await DurableStore.open(own_server.url, patience=0.2)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "redis//x", "mailto:someone", "://"])
async def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises((StoreRefused, StoreDown)) as refusal:
        await DurableStore.open(address, patience=0.1)

    assert "store" in str(refusal.value)


async def test_a_wrong_password_is_refused_in_words_at_once(tmp_path: Path) -> None:
    with server(tmp_path) as closed:
        with closed.client() as client:
            client.config_set("requirepass", "secret-word")
        started = time.monotonic()

        for password in ("", ":wrong-word@"):
            with pytest.raises(StoreRefused, match="password") as refusal:
                await DurableStore.open(closed.url.replace("://", f"://{password}"), patience=5)
            assert "word@" not in str(refusal.value)

        assert time.monotonic() - started < 2
        async with await DurableStore.open(closed.url.replace("://", "://:secret-word@")) as store:
            assert await store.accept("user:taro", "key", b"")
