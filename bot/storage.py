"""The store of an installation: embedded in the data directory, or the one a URL names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from providers.store.durable import DurableStore
from providers.store.embedded import Embedded

LEASE = 5.0  # seconds until another worker takes over what a dead one was doing


@asynccontextmanager
async def open_store(
    data_dir: Path, url: str | None, *, allow_weak: bool = False
) -> AsyncIterator[tuple[DurableStore, int | None]]:
    """The store, and the process id of its server when that is ours. Raises StoreRefused, StoreDown."""
    if url is not None:
        store = await DurableStore.open(url, lease=LEASE, allow_weak=allow_weak)
        try:
            yield store, None
        finally:
            await store.close()
        return
    async with Embedded.open(data_dir) as server:
        store = await DurableStore.open(str(server.socket), lease=LEASE)
        try:
            yield store, server.pid
        finally:
            await store.close()  # before the server: the last to leave shuts it down
