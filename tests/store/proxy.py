"""A proxy in front of a server that can swallow an answer: the server has acted, and the caller does not learn of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Proxy:
    """Passes everything on, until told to lose answers."""

    def __init__(self, port: int) -> None:
        self.url = ""
        self._port = port
        self._losing: bytes | None = None
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    def lose_the_answer_to(self, mark: bytes) -> None:
        """The next request that contains `mark` is acted on; its connection breaks in place of the answer."""
        self._losing = mark

    @property
    def has_lost_it(self) -> bool:
        return self._losing is None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections[task] = writer
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._port)
        lost = asyncio.Event()

        async def requests() -> None:
            while data := await reader.read(65536):
                if self._losing is not None and self._losing in data:
                    lost.set()
                up_writer.write(data)

        async def answers() -> None:
            while data := await up_reader.read(65536):
                if lost.is_set():
                    self._losing = None
                    return
                writer.write(data)

        ways = [asyncio.create_task(requests()), asyncio.create_task(answers())]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for end in (writer, up_writer):
            end.close()
            with suppress(OSError):
                await end.wait_closed()
        del self._connections[task]

    async def hang_up(self) -> None:
        for writer in self._connections.values():
            writer.close()
        if self._connections:
            await asyncio.wait(list(self._connections))


@asynccontextmanager
async def proxy(port: int) -> AsyncIterator[Proxy]:
    """In front of the server at `port`."""
    between = Proxy(port)
    listening = await asyncio.start_server(between.serve, "127.0.0.1", 0)
    between.url = f"redis://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield between
    finally:
        listening.close()
        await between.hang_up()
        await listening.wait_closed()
