"""What a durable acknowledgement costs, beside a bare aiohttp handler that keeps nothing. CPU of the server's process."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from benchmarks.bare import SECRET
from benchmarks.driving import BOT_ID, drive, percentile, requests
from providers.store.durable import DurableStore
from providers.store.embedded import Embedded

ROOT = Path(__file__).parents[1]
ROUNDS, MESSAGES, USERS, IN_FLIGHT = 5, 4_000, 1_000, 50


def run() -> list[str]:
    """A line of results each."""
    return asyncio.run(_run())


async def _run() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        async with Embedded.open(Path(folder) / "store") as server:
            await (await DurableStore.open(server.socket)).close()  # partitioned as an embedded store is
            with _process("-m", "benchmarks.bare") as bare, _process(*_WEB, environment=_web(server.socket)) as web:
                rivals = {"bare aiohttp": bare, "durable acknowledgement": web}
                costs: dict[str, list[float]] = {name: [] for name in rivals}
                waits: dict[str, list[float]] = {name: [] for name in rivals}
                for number in range(ROUNDS + 1):
                    for name, (process, port) in rivals.items():
                        load = list(requests(MESSAGES, USERS, f"{number}-"))
                        before = sum(process.cpu_times()[:2])
                        took = await drive(port, load, IN_FLIGHT)
                        if number:  # the first round warms up
                            costs[name].append((sum(process.cpu_times()[:2]) - before) / MESSAGES)
                            waits[name] += took
                memory = web[0].memory_info().rss / 2**20
    best = {name: min(values) * 1e6 for name, values in costs.items()}
    bare_cost, own_cost = best.values()
    lines = [
        f"{name:26} {best[name]:6.0f} µs CPU a request, p50 {percentile(waits[name], 0.5) * 1e3:5.1f} ms, "
        f"p99 {percentile(waits[name], 0.99) * 1e3:5.1f} ms at {IN_FLIGHT} in flight"
        for name in best
    ]
    return [
        *lines,
        f"requests per CPU second, of bare aiohttp's: {bare_cost / own_cost:.2f} (goal ≥ 0.75); web process {memory:.0f} MB",
    ]


_WEB = ("-m", "bot", "serve", "--role", "web")


def _web(socket: str) -> dict[str, str]:
    key = rsa.generate_private_key(65537, 2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return {
        "LINEWORKS_CLIENT_ID": "benchmark",
        "LINEWORKS_CLIENT_SECRET": "benchmark",
        "LINEWORKS_SERVICE_ACCOUNT": "benchmark",
        "LINEWORKS_PRIVATE_KEY": key.decode(),
        "LINEWORKS_BOT_ID": BOT_ID,
        "LINEWORKS_BOT_SECRET": SECRET.decode(),
        "LINEWORKS_API_URL": "http://127.0.0.1:9",
        "LINEWORKS_AUTH_URL": "http://127.0.0.1:9",
        "REDIS_URL": f"unix://{socket}",
        "HOST": "127.0.0.1",
        "PORT": "0",
    }


@contextmanager
def _process(*arguments: str, environment: dict[str, str] | None = None) -> Iterator[tuple[psutil.Process, int]]:
    """A server that prints its port, or logs it when ready."""
    child = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE if environment is None else None,
        stderr=None if environment is None else subprocess.PIPE,
        text=True,
    )
    try:
        yield psutil.Process(child.pid), _port(child)
    finally:
        child.terminate()
        child.wait(20)


def _port(child: subprocess.Popen[str]) -> int:
    if child.stdout is not None:
        return int(child.stdout.readline())
    assert child.stderr is not None
    for line in child.stderr:
        if '"port": ' in line:
            return int(line.split('"port": ')[1].split(",")[0])
    raise RuntimeError("the server did not start")


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
