"""A worker to be killed: `python -m tests.store.chaos_worker SOCKET FILE` appends a line to FILE for each outside call."""

import asyncio
import os
import sys

from providers.errors import LostTurn, StoreDown
from providers.store.durable import DurableStore


async def work(store: DurableStore, written: int) -> None:
    while True:
        try:
            turn = await store.take(1)
            if turn is None:
                continue
            line = f"{turn.lane} {turn.key} {turn.attempt}"

            async def call(again: bool, line: str = line) -> bytes:
                os.write(written, f"{line} {'again' if again else 'first'}\n".encode())
                await asyncio.sleep(0.05)  # long enough to be killed in
                return b""

            await turn.once("call", call)
            await turn.done()
        except (StoreDown, LostTurn):
            continue


async def main(socket: str, path: str) -> None:
    written = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    store = await DurableStore.open(socket, lease=1.0)
    await asyncio.gather(*(work(store, written) for _ in range(8)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
