"""A Redis Cluster: redis-py's client finds the node of each partition, and follows when partitions move."""

import asyncio
from collections.abc import Mapping
from typing import Any

from redis.asyncio.cluster import RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisClusterException

from providers.store.line import LISTENING, Errors, Line, TurnId, turn_id
from providers.store.partitions import Partitions
from providers.store.wire import Command


class ClusterLine(Line):
    """Many servers: connections as needed, and one to listen on for each partition."""

    def __init__(self, url: str, partitions: Partitions, patience: float) -> None:
        """`url` names any node."""
        super().__init__(partitions, patience)
        self._listeners: dict[int, asyncio.Task[TurnId | None]] = {}
        self._cluster = RedisCluster.from_url(
            url,
            protocol=2,
            retry=Retry(NoBackoff(), 0),
            socket_timeout=LISTENING * 1.5,
            socket_connect_timeout=patience,
            max_connections=1000,
        )
        for command in ("INFO", "XRANGE", "XREAD"):  # answers as the server gives them, as a single line has them
            self._cluster.response_callbacks.pop(command, None)

    async def _call_once(self, command: Command, deadline: float) -> Any:
        async with asyncio.timeout_at(deadline):
            return await self._cluster.execute_command(*command)

    async def listen(self, known: Mapping[int, TurnId]) -> dict[int, TurnId]:
        """Wait for each partition on its own, as one command cannot name keys of several; who hears nothing goes on."""
        for partition, after in known.items():
            if partition not in self._listeners:
                self._listeners[partition] = asyncio.create_task(self._listen_to(partition, after))
        await asyncio.wait(self._listeners.values(), return_when=asyncio.FIRST_COMPLETED)
        finished = {partition: listener for partition, listener in self._listeners.items() if listener.done()}
        for partition in finished:
            del self._listeners[partition]
        failures = [error for listener in finished.values() if (error := listener.exception()) is not None]
        if failures:
            raise failures[0]  # what the others heard is heard again
        heard = {partition: listener.result() for partition, listener in finished.items()}
        return {partition: turn for partition, turn in heard.items() if turn is not None}

    async def _listen_to(self, partition: int, after: TurnId) -> TurnId | None:
        key = self.partitions.key_tag(partition) + b"t"
        node = self._cluster.get_node_from_key(key.decode())
        if node is None:
            raise RedisClusterException("no node has this partition")
        block = ("XREAD", "COUNT", 1, "BLOCK", int(LISTENING * 1000), "STREAMS", key, b"%d-%d" % after)
        news = await node.execute_command(*block)
        return turn_id(news[0][1][0][0]) if news else None

    async def everywhere(self, *command: Any, handing_on: Errors = ()) -> list[Any]:
        """The answers of all primaries, one after the other."""
        by = self.deadline()

        async def ask_all() -> list[Any]:
            async with asyncio.timeout_at(by):
                await self._cluster.initialize()
                primaries = self._cluster.get_primaries()
                return [await self._cluster.execute_command(*command, target_nodes=node) for node in primaries]

        answers: list[Any] = await self._persist(ask_all, by, handing_on)
        return answers

    async def close(self) -> None:
        """End all connections."""
        self.closed = True
        for listener in self._listeners.values():
            listener.cancel()
        await asyncio.gather(*self._listeners.values(), return_exceptions=True)
        await self._cluster.aclose()
