"""A server that answers with an error is as good as one that does not answer: every call says StoreDown."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from redis.exceptions import NoPermissionError, ResponseError
from structlog.testing import capture_logs

from providers.errors import StoreDown
from providers.keeping import Put
from providers.store.durable import DurableStore
from tests.store.servers import Server
from tests.store.taking import take
from tests.store.test_absence import CALLS

ALL = ("+@all",)
NOTHING_FOR_SCRIPTS = ("-@all", "+ping", "+eval", "+evalsha")  # a script may begin, and is refused at its first command


def allow(server: Server, *rights: str) -> None:
    """What the user of our tests may do, from now on and on connections that are open."""
    with server.client() as client:
        client.execute_command("ACL", "SETUSER", "yotei", "on", ">word", "~*", "&*", *rights)


@pytest.fixture
async def store(own_server: Server) -> AsyncIterator[DurableStore]:
    allow(own_server, *ALL)
    address = urlsplit(own_server.url)
    async with await DurableStore.open(f"redis://yotei:word@{address.netloc}", partitions=1, patience=0.3) as opened:
        yield opened
        allow(own_server, *ALL)  # so that it can say goodbye


@pytest.mark.parametrize("name", CALLS)
async def test_every_call_says_so_when_the_server_answers_with_an_error(
    store: DurableStore, own_server: Server, name: str
) -> None:
    allow(own_server, *NOTHING_FOR_SCRIPTS)

    with pytest.raises(StoreDown) as caught:
        await CALLS[name](store)

    assert type(caught.value) is StoreDown
    assert isinstance(caught.value.__cause__, ResponseError)


async def test_the_other_calls_say_so_too(store: DurableStore, own_server: Server) -> None:
    await store.accept("user:taro", "key", b"")
    turn = await take(store)
    allow(own_server, *NOTHING_FOR_SCRIPTS)

    with pytest.raises(StoreDown):
        await anext(store.dead())
    with pytest.raises(StoreDown):
        async with store.hold("token", ttl=1):
            pass
    with pytest.raises(StoreDown):
        await turn.keep()
    with pytest.raises(StoreDown):
        await turn.done(puts=[Put("doc", f"{turn.tag}x", b"")])


async def test_a_key_of_another_type_is_no_reason_to_fail_otherwise(own_server: Server, store: DurableStore) -> None:
    with own_server.client() as client:
        client.set("{y0}t", "no stream")

    with pytest.raises(StoreDown):
        await store.accept("user:taro", "key", b"")
    with pytest.raises(StoreDown):
        await store.take(5)


async def test_a_taker_goes_on_when_the_server_no_longer_refuses(store: DurableStore, own_server: Server) -> None:
    await store.accept("user:taro", "key", b"")
    allow(own_server, *NOTHING_FOR_SCRIPTS)
    for _ in range(3):
        with pytest.raises(StoreDown):
            await store.take(5)
    reader = store._taker._reader
    allow(own_server, *ALL)

    turn = await take(store)

    assert turn.key == "key"
    assert store._taker._reader is reader
    await turn.done()


async def test_a_turn_that_makes_no_sense_does_not_end_the_taker(store: DurableStore, own_server: Server) -> None:
    await store.accept("user:taro", "key", b"")
    with own_server.client() as client:
        (job,) = [key for key in client.scan_iter("{y0}*") if client.type(key) == b"hash" and client.hexists(key, "b")]
        body = client.hget(job, "b")
        client.hdel(job, "b")

    with capture_logs() as logged, pytest.raises(StoreDown):
        await store.take(5)

    assert [(line["log_level"], line["error"]) for line in logged] == [("error", "KeyError")]
    with own_server.client() as client:
        client.hset(job, "b", body)
    await store.accept("user:hanako", "other", b"")
    other = await take(store)
    assert other.key == "other"
    await other.done()


async def test_a_refusal_is_logged_once_and_without_what_was_asked(store: DurableStore, own_server: Server) -> None:
    allow(own_server, *NOTHING_FOR_SCRIPTS)

    with capture_logs() as logged:
        calls = (store.accept(f"user:{number}", "secret-key", b"secret-body") for number in range(5))
        await asyncio.gather(*calls, return_exceptions=True)
        await asyncio.gather(*(store.spend("secret-budget", 1) for _ in range(5)), return_exceptions=True)

    assert [(line["log_level"], line["error"], line["word"]) for line in logged] == [("error", "ResponseError", "ACL")]
    assert "secret" not in str(logged)


async def test_a_server_that_forbids_its_settings_is_not_verifiable(own_server: Server) -> None:
    allow(own_server, *ALL, "-config")
    address = urlsplit(own_server.url)

    with capture_logs() as logged:
        async with await DurableStore.open(f"redis://yotei:word@{address.netloc}") as store:
            stats = await store.stats()

    assert stats.durable is None
    assert logged == []


async def test_a_listener_that_is_refused_says_so(store: DurableStore, own_server: Server) -> None:
    allow(own_server, *ALL, "-xread")

    with capture_logs() as logged:
        await store.take(0.2)

    assert [line["error"] for line in logged] == [NoPermissionError.__name__]
