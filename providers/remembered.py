"""Answers kept for a while, so that the same thing is not asked again and again."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

import structlog

from providers.errors import Broken, Throttled, Unreachable
from providers.transport import REAL_TIME, Time

log = structlog.get_logger()

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """At most `most` answers, each for `seconds`; the one not asked for longest goes first.

    While they cannot be asked, an answer that is too old still serves.
    """

    def __init__(self, *, seconds: float, most: int, time: Time = REAL_TIME) -> None:
        """Nothing is known yet."""
        self._seconds = seconds
        self._most = most
        self._clock = time.monotonic
        self._known: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self._asking: dict[K, asyncio.Lock] = {}

    async def get(self, key: K, ask: Callable[[], Awaitable[V]]) -> V:
        """The answer for `key`, by `ask` if there is no fresh one; asked once, however many want it at a time."""
        if (known := self._fresh(key)) is not None:
            return known[1]
        lock = self._asking.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                if (known := self._fresh(key)) is not None:
                    return known[1]
                return await self._asked(key, ask)
        finally:
            if not lock.locked():
                self._asking.pop(key, None)

    def _fresh(self, key: K) -> tuple[float, V] | None:
        known = self._known.get(key)
        if known is None or self._clock() >= known[0]:
            return None
        self._known.move_to_end(key)
        return known

    async def _asked(self, key: K, ask: Callable[[], Awaitable[V]]) -> V:
        try:
            value = await ask()
        except (Unreachable, Broken, Throttled) as error:
            if (old := self._known.get(key)) is None:
                raise
            log.warning("an old answer serves", provider=error.provider, call=error.call, problem=error.detail)
            return old[1]
        self._known[key] = (self._clock() + self._seconds, value)
        self._known.move_to_end(key)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return value
