"""The private server: started once, adopted, brought back, shut down by the last one."""

import asyncio
import fcntl
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from providers.store.durable import DurableStore
from providers.store.embedded import Embedded, stop
from providers.store.refusals import StoreRefused
from tests.store.embedding import holders, leave, said, servers_under
from tests.store.servers import wait_for
from tests.store.taking import take_all

pytestmark = pytest.mark.usefixtures("runtime_directory")


def everything_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def what_was_written_last(data_dir: Path) -> Path:
    (tail,) = data_dir.glob("store/appendonlydir/*.incr.aof")
    return tail


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def unburied_children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if child.status() == psutil.STATUS_ZOMBIE]


async def test_a_store_is_there_for_the_time_of_the_block(data_dir: Path, tmp_path: Path) -> None:
    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        await store.accept("user:taro", "key", b"")
        living = [process.pid for process in servers_under(tmp_path)]
        stats = await store.stats()

        assert living == [server.pid]
        assert stats.durable is True
        assert mode(data_dir) == mode(data_dir / "store") == mode(Path(server.socket).parent) == 0o700

    assert servers_under(tmp_path) == []
    assert unburied_children() == []
    assert everything_in(tmp_path / "run") == []


async def test_what_was_accepted_is_there_after_the_next_start(data_dir: Path) -> None:
    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        await store.accept("user:taro", "key", b"")

    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        assert [turn.key for turn in await take_all(store)] == ["key"]


async def test_the_server_at_rest_needs_less_than_twenty_megabytes(data_dir: Path) -> None:
    async with Embedded.open(data_dir) as server:
        assert psutil.Process(server.pid).memory_info().rss < 20 * 1024 * 1024


async def test_a_killed_store_is_back_within_a_second(data_dir: Path) -> None:
    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        await store.accept("user:taro", "before", b"")
        for number in range(3):
            killed = server.pid
            os.kill(killed, signal.SIGKILL)
            started = time.monotonic()

            kept = await store.accept("user:taro", f"during-{number}", b"")

            assert kept
            assert time.monotonic() - started < 1
            async with asyncio.timeout(5):
                while server.pid == killed:  # noqa: ASYNC110 - the watcher tells nobody
                    await asyncio.sleep(0.001)

        assert [turn.key for turn in await take_all(store)] == ["before", "during-0", "during-1", "during-2"]
    assert unburied_children() == []


async def test_f54_the_server_of_a_killed_process_is_adopted(data_dir: Path) -> None:
    async with holders(data_dir) as (holder,):
        orphan = int(await said(holder))
        holder.kill()
        await holder.wait()

        async with Embedded.open(data_dir) as server:
            assert server.pid == orphan

    assert servers_under(data_dir) == []


async def test_f54_processes_that_start_at_once_share_one_server(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir, 4) as started:
        pids = {await said(holder) for holder in started}

        assert len(pids) == 1
        assert len(servers_under(tmp_path)) == 1


async def test_f54_the_last_to_leave_shuts_the_server_down(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir, 3) as (first, killed, last):
        for holder in (first, killed, last):
            await said(holder)

        killed.kill()
        await killed.wait()
        await leave(first)
        left_over = len(servers_under(tmp_path))
        await leave(last)

        assert left_over == 1
        assert servers_under(tmp_path) == []


async def test_f54_of_those_who_leave_at_once_one_shuts_the_server_down(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir, 4) as started:
        for holder in started:
            await said(holder)

        await asyncio.gather(*(leave(holder) for holder in started))

        assert servers_under(tmp_path) == []


async def test_f54_a_killed_server_that_several_use_is_brought_back_once(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir, 3) as started, Embedded.open(data_dir) as server:
        for holder in started:
            await said(holder)
        killed = server.pid

        os.kill(killed, signal.SIGKILL)

        async with asyncio.timeout(5):
            while server.pid == killed:  # noqa: ASYNC110 - the watcher tells nobody
                await asyncio.sleep(0.005)
        assert [process.pid for process in servers_under(tmp_path)] == [server.pid]


async def test_f54_a_lock_without_a_socket_is_refused_in_words(data_dir: Path) -> None:
    (data_dir / "store").mkdir(parents=True)
    with (data_dir / "store" / "lock").open("w") as elsewhere:
        fcntl.flock(elsewhere, fcntl.LOCK_EX)

        with pytest.raises(StoreRefused, match="another container"):
            async with Embedded.open(data_dir):
                pass
        with pytest.raises(StoreRefused, match="nobody answers"):
            await stop(data_dir)


async def test_f54_a_second_container_on_one_volume_is_refused_in_words(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with holders(data_dir) as (holder,):
        pid = await said(holder)
        for socket in (tmp_path / "run").glob("*/s"):
            socket.rename(tmp_path / "out-of-sight")  # each container has a runtime directory of its own

        with pytest.raises(StoreRefused, match="another container"):
            async with Embedded.open(data_dir):
                pass

        assert [str(process.pid) for process in servers_under(tmp_path)] == [pid]


async def test_f54_a_server_is_found_whatever_the_environment_says(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with holders(data_dir) as (holder,):
        pid = int(await said(holder))
        monkeypatch.delenv("XDG_RUNTIME_DIR")

        async with Embedded.open(data_dir) as server:
            assert server.pid == pid


async def test_f54_stop_ends_what_a_killed_process_left(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir) as (holder,):
        await said(holder)
        holder.kill()
        await holder.wait()

        stopped = [await stop(data_dir), await stop(data_dir)]

    assert stopped == [True, False]
    assert servers_under(tmp_path) == []


async def test_stop_does_not_pull_the_store_from_under_a_running_process(data_dir: Path) -> None:
    async with holders(data_dir) as (holder,):
        await said(holder)

        with pytest.raises(StoreRefused, match=f"process {holder.pid}"):
            await stop(data_dir)


async def test_stopping_where_nothing_ever_was_makes_nothing(data_dir: Path) -> None:
    assert await stop(data_dir) is False
    assert everything_in(data_dir.parent) == ["run"]


def test_ctrl_c_does_not_reach_the_server(data_dir: Path, tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.store.holder", str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with holder:
        assert holder.stdout is not None
        pid = int(holder.stdout.readline())

        assert os.getpgid(pid) != os.getpgid(holder.pid)
        assert os.getsid(pid) != os.getsid(holder.pid)
        os.killpg(holder.pid, signal.SIGKILL)

    assert [process.pid for process in servers_under(tmp_path)] == [pid]


async def test_a_tail_that_a_crash_cut_off_is_dropped(data_dir: Path) -> None:
    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        await store.accept("user:taro", "whole", b"")
    tail = what_was_written_last(data_dir)
    with tail.open("ab") as file:
        file.write(b"*3\r\n$3\r\nSET\r\n$1")

    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        assert [turn.key for turn in await take_all(store)] == ["whole"]


async def test_files_that_no_server_can_read_are_refused_with_what_it_said(data_dir: Path) -> None:
    async with Embedded.open(data_dir) as server, await DurableStore.open(server.socket) as store:
        await store.accept("user:taro", "key", b"")
    what_was_written_last(data_dir).write_bytes(b"this is no such file\r\n" * 100)

    with pytest.raises(StoreRefused, match="does not start"):
        async with Embedded.open(data_dir):
            pass


async def test_a_hanging_server_is_refused_in_words(data_dir: Path, tmp_path: Path) -> None:
    async with holders(data_dir) as (holder,):
        pid = int(await said(holder))
        os.kill(pid, signal.SIGSTOP)

        with pytest.raises(StoreRefused, match="hangs"):
            async with Embedded.open(data_dir):
                pass

        os.kill(pid, signal.SIGKILL)
        await leave(holder)
    wait_for(lambda: servers_under(tmp_path) == [])
