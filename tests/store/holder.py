"""A process that uses the embedded store of a data directory until its input ends.

`python -m tests.store.holder DIR` prints the server's process id, or why it was refused.
"""

import asyncio
import sys

from providers.store.embedded import Embedded
from providers.store.refusals import StoreRefused


async def hold(data_dir: str) -> None:
    try:
        async with Embedded.open(data_dir) as server:
            print(server.pid, flush=True)  # noqa: T201 - this is how it talks to the test
            await asyncio.to_thread(sys.stdin.read)
    except StoreRefused as refused:
        print(refused, flush=True)  # noqa: T201 - this is how it talks to the test


if __name__ == "__main__":
    asyncio.run(hold(sys.argv[1]))
