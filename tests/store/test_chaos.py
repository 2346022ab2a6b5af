"""Workers and the store are killed while work goes on: nothing is lost, nothing out of order, nothing accepted twice."""

import asyncio
import os
import signal
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from providers.errors import StoreDown
from providers.store.durable import DurableStore
from providers.store.embedded import Embedded

LANES, EACH, WORKERS = 30, 40, 3
WORKER_KILLS, STORE_KILLS = 6, 3


async def send(store: DurableStore, lane: str) -> None:
    """Each message is shown until it is confirmed, and once more after that."""
    for number in range(EACH):
        key = f"{lane}-{number}"
        while True:
            try:
                await store.accept(lane, key, b"%d" % number)
                break
            except StoreDown:
                continue
        assert await store.accept(lane, key, b"once more") is False
        await asyncio.sleep(0.02)


async def start_worker(socket: str, path: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.store.chaos_worker", socket, str(path)), stderr=asyncio.subprocess.DEVNULL
    )


@pytest.mark.timeout(60)
async def test_kills_of_workers_and_of_the_store_lose_disorder_and_double_nothing(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    async with Embedded.open(tmp_path / "data") as server, await DurableStore.open(server.socket, lease=1.0) as store:
        workers = [await start_worker(server.socket, calls) for _ in range(WORKERS)]
        try:
            sending = asyncio.gather(*(send(store, f"user:{lane}") for lane in range(LANES)))
            for number in range(WORKER_KILLS):
                await asyncio.sleep(0.8)
                if number % (WORKER_KILLS // STORE_KILLS) == 0:
                    os.kill(server.pid, signal.SIGKILL)
                workers[number % WORKERS].kill()
                await workers[number % WORKERS].wait()
                workers[number % WORKERS] = await start_worker(server.socket, calls)
            await sending
            async with asyncio.timeout(15):
                while (await store.stats()).waiting:  # noqa: ASYNC110 - it happens in other processes
                    await asyncio.sleep(0.1)
        finally:
            for worker in workers:
                worker.kill()
                await worker.wait()

    ran: defaultdict[str, list[int]] = defaultdict(list)
    firsts: defaultdict[str, int] = defaultdict(int)
    attempts = []
    for line in calls.read_text().splitlines():
        lane, key, attempt, told = line.split()
        attempts.append(int(attempt))
        ran[lane].append(int(key.rpartition("-")[2]))
        firsts[key] += told == "first"
    assert {lane: sorted(set(numbers)) for lane, numbers in ran.items()} == {
        f"user:{lane}": list(range(EACH)) for lane in range(LANES)
    }, "lost"
    assert all(numbers == sorted(numbers) for numbers in ran.values()), "out of order"
    assert set(firsts.values()) <= {0, 1}, "accepted twice, or begun twice without being told"
    assert max(attempts) > 1, "no kill has hit any work"
