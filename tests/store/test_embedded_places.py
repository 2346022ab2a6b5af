"""Any directory will do for an embedded store that can hold one; the others are refused in words."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from providers.store.durable import DurableStore
from providers.store.embedded import Embedded
from providers.store.home import Home
from providers.store.refusals import StoreRefused

pytestmark = pytest.mark.usefixtures("runtime_directory")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("with blanks and 'quotes\" \\", id="blanks-and-quotes"),
        pytest.param("予定 ☃", id="unicode"),
        pytest.param("/".join(["long" * 12] * 5), id="longer-than-a-socket-may-be"),
        pytest.param("--port 6379", id="like-an-option"),
        pytest.param("line\nbreak", id="line-break"),
    ],
)
async def test_any_directory_will_do(tmp_path: Path, name: str) -> None:
    async with Embedded.open(tmp_path / name) as server, await DurableStore.open(server.socket) as store:
        assert await store.accept("user:taro", "key", b"")


async def test_a_runtime_directory_that_is_too_deep_for_a_socket_is_passed_over(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath(*["deep" * 10] * 3)
    os.makedirs(deep)  # noqa: PTH103 - in a coroutine, where pathlib would be taken for slow
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))

    async with Embedded.open(data_dir) as server:
        assert not server.socket.startswith(str(tmp_path))


async def test_two_ways_to_write_a_directory_name_one_store(tmp_path: Path, data_dir: Path) -> None:
    (tmp_path / "link").symlink_to(data_dir)

    async with Embedded.open(data_dir) as one, Embedded.open(tmp_path / "x" / ".." / "link") as other:
        assert one.pid == other.pid


def file_in_the_way(data_dir: Path) -> None:
    data_dir.write_text("")


def file_above(data_dir: Path) -> None:
    data_dir.parent.joinpath("data").symlink_to("/dev/null/below")


def store_is_a_link(data_dir: Path) -> None:
    (data_dir / "elsewhere").mkdir(parents=True)
    (data_dir / "store").symlink_to(data_dir / "elsewhere")


def store_is_a_file(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "store").write_text("")


def lock_is_a_directory(data_dir: Path) -> None:
    (data_dir / "store" / "lock").mkdir(parents=True)


@pytest.mark.parametrize("spoil", [file_in_the_way, file_above, store_is_a_link, store_is_a_file, lock_is_a_directory])
async def test_a_directory_that_cannot_hold_a_store_is_refused_in_words(
    data_dir: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(data_dir)

    with pytest.raises(StoreRefused, match="store"):
        async with Embedded.open(data_dir):
            pass


@pytest.mark.parametrize("data_dir_name", ["/proc/nowhere", "nul\0byte"])
async def test_a_path_that_cannot_be_written_is_refused_in_words(data_dir_name: str) -> None:
    with pytest.raises(StoreRefused):
        async with Embedded.open(data_dir_name):
            pass


async def test_a_runtime_directory_that_others_can_look_into_is_refused(data_dir: Path) -> None:
    home = Home.of(data_dir)
    home.prepare()
    runtime = home.socket().parent
    runtime.chmod(0o755)

    with pytest.raises(StoreRefused, match="open to others"):
        async with Embedded.open(data_dir):
            pass


async def test_a_runtime_directory_that_is_a_link_is_refused(data_dir: Path, tmp_path: Path) -> None:
    home = Home.of(data_dir)
    home.prepare()
    runtime = home.socket().parent
    runtime.rmdir()
    (tmp_path / "theirs").mkdir(mode=0o700)
    runtime.symlink_to(tmp_path / "theirs")

    with pytest.raises(StoreRefused, match="not a directory"):
        async with Embedded.open(data_dir):
            pass
