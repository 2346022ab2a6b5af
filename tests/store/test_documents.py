"""Documents have versions that grow, may expire, and are written only over the version one has seen, if one asks for it."""

import asyncio

import pytest

from providers.keeping import Doc
from providers.store.durable import DurableStore
from providers.store.partitions import Partitions
from tests.store.taking import until_gone


async def test_a_document_is_what_was_put_last(store: DurableStore) -> None:
    value = bytes(range(256))

    assert await store.get("people", "taro") is None
    assert await store.put("people", "taro", b"old")
    assert await store.put("people", "taro", value)
    document = await store.get("people", "taro")
    other_space = await store.get("rooms", "taro")

    assert document == Doc(value, document.version if document else 0)
    assert other_space is None


async def test_versions_grow_also_over_a_drop(store: DurableStore) -> None:
    versions = []
    for drop in (False, False, True, False):
        await store.put("people", "taro", b"")
        document = await store.get("people", "taro")
        assert document is not None
        versions.append(document.version)
        if drop:
            await store.drop("people", "taro")

    assert versions == sorted(set(versions))


async def test_a_put_with_a_version_needs_that_version(store: DurableStore) -> None:
    written = [
        await store.put("people", "taro", b"1", version=7),
        await store.put("people", "taro", b"2", version=0),
        await store.put("people", "taro", b"3", version=0),
    ]
    document = await store.get("people", "taro")
    assert document is not None
    written += [
        await store.put("people", "taro", b"4", version=document.version),
        await store.put("people", "taro", b"5", version=document.version),
    ]

    after = await store.get("people", "taro")

    assert written == [False, True, False, True, False]
    assert after is not None
    assert after.value == b"4"


async def test_of_many_who_write_over_one_version_one_succeeds(store: DurableStore) -> None:
    written = await asyncio.gather(*(store.put("people", "taro", b"%d" % n, version=0) for n in range(50)))

    assert written.count(True) == 1


async def test_a_document_with_a_time_to_live_goes_by_itself(store: DurableStore) -> None:
    await store.put("question", "1", b"", ttl=0.05)
    await store.put("question", "2", b"", ttl=0.05)
    await store.put("question", "2", b"kept for ever")

    await until_gone(store, "question", "1")

    assert await store.get("question", "2") is not None


async def test_dropping_what_is_not_there_is_no_error(store: DurableStore) -> None:
    await store.drop("people", "nobody")

    assert await store.get("people", "nobody") is None


@pytest.mark.parametrize("name", ["", "日本語", "a\0b", "p0-", "p99-x", "p0001-x", "x" * 5000, "{y0}", "\ud800"])
async def test_any_name_will_do(store: DurableStore, name: str) -> None:
    await store.put("people", name, b"value")

    document = await store.get("people", name)

    assert document is not None
    assert document.value == b"value"


def test_a_tagged_name_lives_in_the_partition_of_its_tag() -> None:
    partitions = Partitions(16)

    found = [partitions.of_document("question", partitions.document_tag(n) + "x" * n) for n in range(16)]

    assert found == list(range(16))
