"""One connection that all callers share.

What became ready in one turn of the event loop goes out in one write; answers come back in order. A call fails when the
connection does: whether the server acted on it is then unknown, and the caller has to know what repeating it means.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from math import inf
from typing import Any

from hiredis import pack_command
from redis.asyncio.connection import AbstractConnection
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import RedisError, ResponseError
from redis.exceptions import TimeoutError as NoAnswer

_SILENCE = 1.0  # seconds; a peer that vanished without a word would keep the next calls waiting as well

Command = tuple[Any, ...]
Packed = tuple[bytes, "asyncio.Future[Any]"]


class Wire:
    """Connects when first used, and again when used after a failure."""

    def __init__(self, make_connection: Callable[[], AbstractConnection]) -> None:
        """`make_connection` returns a connection that is not open yet."""
        self._make_connection = make_connection
        self._unsent: list[Packed] = []
        self._unanswered: deque[asyncio.Future[Any]] = deque()
        self._something_to_send = asyncio.Event()
        self._session: asyncio.Task[None] | None = None
        self._heard_at = 0.0

    async def call(self, command: Command, deadline: float) -> Any:
        """The server's answer. Raises RedisError; NoAnswer at `deadline`, a time of the event loop."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Any] = loop.create_future()
        self._unsent.append((pack_command(command), answer))
        self._something_to_send.set()
        if self._session is None:
            self._session = loop.create_task(self._run())
        timer = loop.call_at(deadline, self._give_up, answer)
        try:
            return await answer
        finally:
            timer.cancel()

    async def ended(self) -> None:
        """Wait until the connection ends; at once when there is none."""
        if self._session is not None:
            await asyncio.wait([self._session])

    async def close(self) -> None:
        """End the connection; calls under way fail."""
        if self._session is not None:
            session = self._session
            session.cancel()
            await asyncio.wait([session])

    def _give_up(self, answer: "asyncio.Future[Any]") -> None:
        if answer.done():
            return
        answer.set_exception(NoAnswer("no answer in time"))
        silence = asyncio.get_running_loop().time() - self._heard_at
        if self._session is not None and silence > _SILENCE:  # else it is only slow
            self._session.cancel()

    async def _run(self) -> None:
        """One connection from its beginning to its end."""
        connection = self._make_connection()
        cause: Exception = Disconnected("the connection was closed")
        self._heard_at = asyncio.get_running_loop().time()
        try:
            await connection.connect()  # type: ignore[no-untyped-call]  # redis-py has not typed it
            async with asyncio.TaskGroup() as both:
                both.create_task(self._send(connection))
                both.create_task(self._receive(connection))
        except* (RedisError, OSError) as failures:
            cause = _first(failures)
        finally:
            self._session = None
            self._fail_all(cause)
            await connection.disconnect(nowait=True)

    async def _send(self, connection: AbstractConnection) -> None:
        while True:
            await self._something_to_send.wait()
            self._something_to_send.clear()
            calls, self._unsent = self._unsent, []
            self._unanswered.extend(answer for _, answer in calls)
            await connection.send_packed_command(b"".join([packed for packed, _ in calls]), check_health=False)

    async def _receive(self, connection: AbstractConnection) -> None:
        loop = asyncio.get_running_loop()
        while True:
            reply: Any = None
            error: ResponseError | None = None
            try:
                reply = await connection.read_response(disable_decoding=True, timeout=inf, disconnect_on_error=False)
            except ResponseError as refusal:
                error = refusal
            self._heard_at = loop.time()
            answer = self._unanswered.popleft()
            if answer.done():  # its caller has given up
                continue
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(reply)

    def _fail_all(self, cause: Exception) -> None:
        for answer in (*self._unanswered, *(answer for _, answer in self._unsent)):
            if not answer.done():
                answer.set_exception(type(cause)(*cause.args))
        self._unanswered.clear()
        self._unsent.clear()
        self._something_to_send.clear()


def _first(failures: BaseExceptionGroup[Exception]) -> Exception:
    """One error out of a group, however deep it lies."""
    error: BaseException = failures
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error if isinstance(error, Exception) else Disconnected(str(error))
