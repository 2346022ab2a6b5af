"""The keepers: servers that last for the session, emptied before each test."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from providers.store.durable import DurableStore
from providers.store.embedded import Embedded
from tests.store.embedding import servers_under
from tests.store.servers import Server, cluster, server

OpenStore = Callable[..., Awaitable[DurableStore]]


@pytest.fixture(scope="session")
def embedded_socket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The embedded server, held by an event loop of its own."""
    data_dir = tmp_path_factory.mktemp("embedded")
    ready: list[str] = []
    is_ready = threading.Event()
    loop = asyncio.new_event_loop()
    over = asyncio.Event()

    async def hold() -> None:
        async with Embedded.open(data_dir) as running:
            ready.append(running.socket)
            is_ready.set()
            await over.wait()

    holder = threading.Thread(target=lambda: loop.run_until_complete(hold()))
    with pytest.MonkeyPatch.context() as environment:  # once chosen, the socket's place stays
        environment.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        holder.start()
        assert is_ready.wait(15)
    yield ready[0]
    loop.call_soon_threadsafe(over.set)
    holder.join()
    loop.close()


@pytest.fixture(scope="session")
def url_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(tmp_path_factory.mktemp("url")) as running:
        yield running


@pytest.fixture(scope="session")
def cluster_nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    with cluster(tmp_path_factory.mktemp("cluster")) as nodes:
        yield nodes


@pytest.fixture(params=["embedded", "url", "cluster"])
def address(request: pytest.FixtureRequest) -> str:
    """Where an empty store is reached; each test that uses it runs over every keeper."""
    if request.param == "embedded":
        socket: str = request.getfixturevalue("embedded_socket")
        _empty(Redis(unix_socket_path=socket))
        return socket
    nodes: list[Server] = (
        request.getfixturevalue("cluster_nodes")
        if request.param == "cluster"
        else [request.getfixturevalue("url_server")]
    )
    for node in nodes:
        _empty(node.client())
    return nodes[0].url


@pytest.fixture
def server_url(url_server: Server) -> str:
    """An empty store on the one server by URL, for what does not depend on the keeper."""
    _empty(url_server.client())
    return url_server.url


@pytest.fixture
async def open_store(address: str) -> AsyncIterator[OpenStore]:
    """Opens stores at `address`, each as another process would, and closes them after the test."""
    async with AsyncExitStack() as stack:

        async def open_one(**settings: Any) -> DurableStore:
            return await stack.enter_async_context(await DurableStore.open(address, **settings))

        yield open_one


@pytest.fixture
async def store(open_store: OpenStore) -> DurableStore:
    return await open_store()


@pytest.fixture
def runtime_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Sockets go where the test can see them; whatever a test leaves behind is ended."""
    runtime = tmp_path / "run"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    yield runtime
    for process in servers_under(tmp_path):
        process.kill()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that the test may kill."""
    with server(tmp_path / "server") as running:
        yield running


def _empty(client: "Redis") -> None:
    with client:
        client.flushall()
