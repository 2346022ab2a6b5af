"""The demo as a stranger runs it: processes, one line of JSON, HTTP, signals."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[1]
SLOWEST_START = 30.0  # seconds; a loaded machine


class Demo:
    """One running `python -m bot demo`."""

    def __init__(self, process: asyncio.subprocess.Process, line: dict[str, Any]) -> None:
        self.process, self.line = process, line

    async def end(self, number: int = signal.SIGTERM) -> int:
        """Signal it and wait; its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), SLOWEST_START)


async def start(data_dir: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Demo:
    """Start a demo and wait for its line."""
    with _log(data_dir).open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "demo", "--headless", "--port", "0", "--data-dir", str(data_dir), *arguments),
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), SLOWEST_START)
    if not line:
        raise AssertionError(f"the demo did not start ({await process.wait()}): {_log(data_dir).read_text()[-2000:]}")
    return Demo(process, json.loads(line))


def _log(data_dir: Path) -> Path:
    data_dir.mkdir(parents=True, exist_ok=True)
    return data_dir / "stderr.log"


@asynccontextmanager
async def simulators(data_dir: Path) -> AsyncIterator[Demo]:
    """The simulators' half."""
    demo = await start(data_dir, "--only", "simulators")
    try:
        yield demo
    finally:
        await demo.end()


async def start_bot(data_dir: Path, other: Demo) -> Demo:
    """The bot's half, against running simulators."""
    return await start(
        data_dir, "--only", "bot", environment={"YOTEI_DEMO_SIMULATORS": json.dumps(other.line, ensure_ascii=False)}
    )


async def stop_store(data_dir: Path) -> None:
    """`python -m bot stop`."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "stop", "--data-dir", str(data_dir), cwd=ROOT, stdout=asyncio.subprocess.DEVNULL
    )
    assert await process.wait() == 0


async def post(session: aiohttp.ClientSession, url: str, told: Any) -> dict[str, Any]:
    """POST to a control route; {} when nobody listens."""
    with contextlib.suppress(aiohttp.ClientError):
        async with session.post(url, json=told) as answer:
            said: dict[str, Any] = await answer.json()
            return said
    return {}


async def state(session: aiohttp.ClientSession, demo: Demo) -> dict[str, Any]:
    """All that the LINE WORKS simulator holds."""
    async with session.get(f"{demo.line['lineworks']}/_sim/state") as answer:
        held: dict[str, Any] = await answer.json()
        return held


def alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        os.kill(pid, 0)
        stat = Path(f"/proc/{pid}/stat")
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def kill(pid: int) -> None:
    """kill -9."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
