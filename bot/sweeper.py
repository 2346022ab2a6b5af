"""When the sweep is due: by the clock, once for all processes; or because somebody asks for it."""

import asyncio
import json
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from bot.heard import SWEEP_LANE, SWEEP_RESULTS, SweepDue, dump
from providers.errors import StoreDown
from providers.keeping import Store

_GLANCE = 0.05  # seconds between two looks for a result


async def keep_sweeping(store: Store, seconds: float, clock: Callable[[], datetime]) -> None:
    """Have a sweep made every so many seconds, for ever; two processes with one clock ask for the same one."""
    while True:
        now = clock().timestamp()
        with suppress(StoreDown):  # the next one will do
            await store.accept(SWEEP_LANE, f"due/{int(now // seconds)}", dump(SweepDue()))
        await asyncio.sleep(seconds - now % seconds)


async def sweep_now(store: Store, patience: float) -> dict[str, Any] | None:
    """Have one made at once; what it found, or None when no bot has answered within `patience` seconds.

    `found`: how many were announced, `followed`: how many looked at again, `baseline`: it was the first one of all.
    """
    asked = secrets.token_hex(8)
    await store.accept(SWEEP_LANE, f"asked/{asked}", dump(SweepDue(asked)))
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        kept = await store.get(SWEEP_RESULTS, asked)
        if kept is not None:
            result: dict[str, Any] = json.loads(kept.value)
            return result
        await asyncio.sleep(_GLANCE)
    return None
