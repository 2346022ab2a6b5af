"""Processes that use an embedded store, and the servers that they leave."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

Holder = asyncio.subprocess.Process


def servers_under(folder: Path) -> list[psutil.Process]:
    """Living servers whose files lie in `folder`."""
    found = []
    for process in psutil.process_iter(["name", "status"]):
        try:
            if "valkey" in process.info["name"] and Path(process.cwd()).is_relative_to(folder):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


@asynccontextmanager
async def holders(data_dir: Path, count: int = 1) -> AsyncIterator[list[Holder]]:
    """Processes that use the store; killed at the end if they are still there."""
    started = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.store.holder", str(data_dir)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(count)
    ]
    try:
        yield started
    finally:
        for holder in started:
            if holder.returncode is None:
                holder.kill()
            await holder.communicate()


async def said(holder: Holder) -> str:
    assert holder.stdout is not None
    return (await asyncio.wait_for(holder.stdout.readline(), 20)).decode().strip()


async def leave(holder: Holder) -> None:
    assert holder.stdin is not None
    holder.stdin.close()
    await asyncio.wait_for(holder.wait(), 20)
