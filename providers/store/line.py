"""How the store is reached: calls that outlive its short absences. A single server here; `cluster.py` has the other kind.

redis-py's own retries are switched off: their backoff turns the restart of a server into seconds of waiting.
"""

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from redis.asyncio.connection import AbstractConnection, ConnectionPool, UnixDomainSocketConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import (
    AuthenticationError,
    AuthorizationError,
    ClusterDownError,
    ClusterError,
    MasterDownError,
    NoPermissionError,
    NoScriptError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisClusterException,
    RedisError,
    ResponseError,
    TryAgainError,
)
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import TimeoutError as NoAnswer

from providers.errors import StoreDown
from providers.store.partitions import Partitions
from providers.store.scripts import Script
from providers.store.wire import Command, Wire

log = structlog.get_logger()

_PAUSE = 0.02  # seconds between two tries: a restarted server answers within a tenth
LISTENING = 10.0  # seconds; a peer that vanished silently is noticed after half as long again

# The server is there and cannot serve now; all of these may pass.
_UNABLE = (
    ClusterDownError,
    ClusterError,
    Disconnected,
    MasterDownError,
    NoAnswer,
    OSError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisClusterException,
    TryAgainError,
)
_UNABLE_WORDS = ("MISCONF", "NOREPLICAS", "BUSY ", "LOADING", "CLUSTERDOWN", "OOM")

REFUSING = (AuthenticationError, AuthorizationError, NoPermissionError)  # waiting will not help

_WORD = re.compile(r"[\w.:-]{1,40}", re.ASCII)
_SILENCE = 60.0  # seconds until the same refusal is logged again

Errors = tuple[type[Exception], ...]
TurnId = tuple[int, int]


def turn_id(raw: bytes) -> TurnId:
    """A turn's id, so that later ones are greater."""
    instant, _, number = raw.partition(b"-")
    return int(instant), int(number)


def same(down: StoreDown) -> StoreDown:
    """`down` once more: an error that several wait for would gather the traceback of each."""
    again = StoreDown(*down.args)
    again.__cause__ = down.__cause__
    return again


class Line(ABC):
    """Calls to the store. A call is repeated until it is answered, for `patience` seconds in all: it must be repeatable."""

    def __init__(self, partitions: Partitions, patience: float) -> None:
        """`patience` is in seconds."""
        self.partitions = partitions
        self.patience = patience
        self.closed = False
        self._logged: dict[tuple[str, str], float] = {}

    async def run(self, script: Script, partition: int, *arguments: Any, deadline: float | None = None) -> Any:
        """What `script` returns in `partition`. Raises StoreDown."""
        deadline = deadline or self.deadline()
        tag = self.partitions.key_tag(partition)
        try:
            return await self.call(
                "EVALSHA", script.sha, 1, tag, *arguments, deadline=deadline, handing_on=(NoScriptError,)
            )
        except NoScriptError:  # a server that was started anew has forgotten it
            return await self.call("EVAL", script.text, 1, tag, *arguments, deadline=deadline)

    async def call(self, *command: Any, deadline: float | None = None, handing_on: Errors = ()) -> Any:
        """What the server answers to `command`. Raises StoreDown, and those of `handing_on` that will not pass."""
        by = deadline or self.deadline()
        return await self._persist(lambda: self._call_once(command, by), by, handing_on)

    async def _persist(self, attempt: Callable[[], Awaitable[Any]], deadline: float, handing_on: Errors) -> Any:
        """The result of `attempt`, made again while the store is away; the one place where its errors become ours."""
        loop = asyncio.get_running_loop()
        while not self.closed:
            try:
                return await attempt()
            except (RedisError, RedisClusterException, OSError) as error:
                if not may_pass(error):
                    if isinstance(error, handing_on):
                        raise
                    self.report(error)
                    raise StoreDown(f"the store refuses us: {type(error).__name__}") from error
                if loop.time() + _PAUSE >= deadline:
                    raise StoreDown(f"the store does not answer: {type(error).__name__}") from error
            await asyncio.sleep(_PAUSE)
        raise StoreDown("the store is closed")

    def report(self, error: Exception) -> None:
        """Log an error that will not pass: its kind and first word, as the rest may repeat what was asked."""
        word = _WORD.match(str(error))
        kind = type(error).__name__, word[0] if word else ""
        now = asyncio.get_running_loop().time()
        if now - self._logged.get(kind, -_SILENCE) >= _SILENCE:
            self._logged[kind] = now
            log.error("the store refuses us", error=kind[0], word=kind[1])

    def deadline(self) -> float:
        """When a call that begins now has waited long enough; a time of the event loop."""
        return asyncio.get_running_loop().time() + self.patience

    @abstractmethod
    async def _call_once(self, command: Command, deadline: float) -> Any:
        """One try. Raises RedisError or OSError."""

    @abstractmethod
    async def listen(self, known: Mapping[int, TurnId]) -> dict[int, TurnId]:
        """The first turn newer than the known one, for each partition that has any; {} after a while. Raises RedisError."""

    @abstractmethod
    async def everywhere(self, *command: Any, handing_on: Errors = ()) -> list[Any]:
        """The answers of all servers that hold data. Raises as `call`."""

    @abstractmethod
    async def close(self) -> None:
        """End all connections."""


def may_pass(error: Exception) -> bool:
    """Whether waiting may help."""
    if isinstance(error, REFUSING):
        return False
    return isinstance(error, _UNABLE) or (isinstance(error, ResponseError) and str(error).startswith(_UNABLE_WORDS))


class SingleLine(Line):
    """One server: one connection for all calls, and one to listen on."""

    def __init__(self, address: str, partitions: Partitions, patience: float) -> None:
        """`address` is a redis://, rediss:// or unix:// URL, or the path of a socket."""
        super().__init__(partitions, patience)
        self._pool = connection_pool(address, patience)
        self._calls = Wire(self._connection)
        self._news = Wire(self._connection)

    def _connection(self) -> AbstractConnection:
        connection: AbstractConnection = self._pool.make_connection()  # type: ignore[no-untyped-call]  # redis-py has not
        return connection

    async def _call_once(self, command: Command, deadline: float) -> Any:
        return await self._calls.call(command, deadline)

    async def listen(self, known: Mapping[int, TurnId]) -> dict[int, TurnId]:
        """Wait for all partitions with one command."""
        keys = {self.partitions.key_tag(partition) + b"t": partition for partition in known}
        after = [b"%d-%d" % known[partition] for partition in keys.values()]
        command = ("XREAD", "COUNT", 1, "BLOCK", int(LISTENING * 1000), "STREAMS", *keys, *after)
        news = await self._news.call(command, asyncio.get_running_loop().time() + LISTENING * 1.5)
        return {keys[key]: turn_id(entries[0][0]) for key, entries in news or ()}

    async def everywhere(self, *command: Any, handing_on: Errors = ()) -> list[Any]:
        """The answer of the one server."""
        return [await self.call(*command, handing_on=handing_on)]

    async def close(self) -> None:
        """End both connections."""
        self.closed = True
        await self._calls.close()
        await self._news.close()


def connection_pool(address: str, patience: float) -> ConnectionPool:
    """Makes connections to `address` that never retry and never time out by themselves."""
    settings: dict[str, Any] = {
        "protocol": 2,
        "retry": Retry(NoBackoff(), 0),
        "socket_timeout": None,
        "socket_connect_timeout": patience,
    }
    if "://" in address:
        return ConnectionPool.from_url(address, **settings)
    return ConnectionPool(connection_class=UnixDomainSocketConnection, path=address, **settings)
