"""Answers are kept for a while, in bounded number, and asked for once."""

import asyncio

import pytest

from providers.errors import NotFound, Throttled
from providers.remembered import Remembered
from tests.lineworks.scripted import Watch


class Oracle:
    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self) -> int:
        self.asked += 1
        await asyncio.sleep(0)
        return self.asked


async def test_many_who_want_one_answer_ask_once() -> None:
    memory: Remembered[str, int] = Remembered(seconds=10, most=5)
    oracle = Oracle()

    answers = await asyncio.gather(*(memory.get("a", oracle) for _ in range(20)))

    assert answers == [1] * 20
    assert oracle.asked == 1


async def test_the_one_not_asked_for_longest_goes_first() -> None:
    memory: Remembered[str, int] = Remembered(seconds=10, most=2)
    oracle = Oracle()
    for key in ("a", "b", "a", "c"):
        await memory.get(key, oracle)

    asked = oracle.asked
    await memory.get("a", oracle)
    kept = oracle.asked - asked
    await memory.get("b", oracle)

    assert kept == 0
    assert oracle.asked == asked + 1


async def test_an_old_answer_serves_only_while_they_cannot_be_asked() -> None:
    watch = Watch()
    memory: Remembered[str, int] = Remembered(seconds=10, most=2, time=watch.time())
    await memory.get("a", Oracle())
    watch.now += 11

    async def throttled() -> int:
        raise Throttled("lineworks", "x", 5)

    async def gone() -> int:
        raise NotFound("lineworks", "x", 404)

    assert await memory.get("a", throttled) == 1
    with pytest.raises(NotFound):
        await memory.get("a", gone)


async def test_a_failed_question_is_asked_again_by_the_next() -> None:
    memory: Remembered[str, int] = Remembered(seconds=10, most=2)

    async def gone() -> int:
        raise NotFound("lineworks", "x", 404)

    with pytest.raises(NotFound):
        await memory.get("a", gone)

    assert await memory.get("a", Oracle()) == 1
