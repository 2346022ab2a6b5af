"""Taking turns in tests, and waiting for what comes by itself."""

import asyncio

from providers.store.durable import DurableStore
from providers.store.turn import LeasedTurn


async def take(store: DurableStore, wait: float = 5.0) -> LeasedTurn:
    """The next turn; there has to be one."""
    turn = await store.take(wait)
    assert turn is not None, "no turn came"
    return turn


async def take_all(store: DurableStore, quiet: float = 0.2) -> list[LeasedTurn]:
    """Take and finish turns until none comes for `quiet` seconds; the first may take as long as a loaded machine needs."""
    turns = []
    wait = max(quiet, 5.0)
    while turn := await store.take(wait):
        await turn.done()
        turns.append(turn)
        wait = quiet
    return turns


async def until_gone(store: DurableStore, space: str, name: str) -> None:
    """Return when the document has expired."""
    async with asyncio.timeout(5):
        while await store.get(space, name) is not None:  # noqa: ASYNC110 - it happens in the server
            await asyncio.sleep(0.01)
