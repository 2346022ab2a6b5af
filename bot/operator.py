"""The operator's tools: what they do to a store that is running, or that a killed process has left."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from bot.settings import storage
from bot.storage import open_store
from providers.contract import Dead, Store
from providers.errors import StoreDown
from providers.store import embedded
from providers.store.refusals import StoreRefused

Result = tuple[bool, str]


def dead(data_dir: Path | None, dead_id: str) -> Result:
    """The dead letters, one a line; or, with an id, that one put back at the end of its lane."""

    async def act(store: Store) -> Result:
        if dead_id:
            revived = await store.revive(dead_id)
            return revived, f"{dead_id} is back in its lane." if revived else f"There is no dead letter {dead_id}."
        lines = [_line(letter) async for letter in store.dead()]
        return True, "\n".join(lines) or "No dead letters."

    return _with_store(data_dir, act)


def stop(data_dir: Path | None) -> Result:
    """End the embedded store of a data directory; nothing that was kept is lost."""
    try:
        stopped = asyncio.run(embedded.stop(data_dir or storage()[0]))
    except StoreRefused as error:
        return False, str(error)
    return True, "The store is stopped." if stopped else "No store was running."


def _line(letter: Dead) -> str:
    """Ids and times only: what people wrote stays in the store."""
    return f"{letter.id}  {letter.buried:%Y-%m-%d %H:%M:%SZ}  {letter.lane}  {letter.attempts} runs  {letter.reason}"


def _with_store(data_dir: Path | None, act: Callable[[Store], Coroutine[Any, Any, Result]]) -> Result:
    async def run() -> Result:
        place, url = (data_dir, None) if data_dir else storage()
        if url is None and not (place / "store").is_dir():
            return False, f"There is no store in {place}."
        async with open_store(place, url) as (store, _pid):
            return await act(store)

    try:
        return asyncio.run(run())
    except StoreRefused as error:
        return False, str(error)
    except StoreDown:
        return False, "The store does not answer."
