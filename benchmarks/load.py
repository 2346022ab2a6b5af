"""A hundred messages a second for a minute: how soon each is acknowledged, and what the processes weigh."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import aiohttp
import psutil

from benchmarks.driving import percentile
from tests.processes import Demo, post, simulators, start_bot, state

RATE, SECONDS = 100, int(os.environ.get("SECONDS", "60"))
MB = 2**20


def run() -> list[str]:
    """A line of results each."""
    return asyncio.run(_run())


async def _run() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        async with simulators(Path(folder) / "simulators") as other, aiohttp.ClientSession() as session:
            bot = await start_bot(Path(folder) / "bot", other)
            app, store = (psutil.Process(bot.line["pids"][name]) for name in ("app", "store"))
            rest = [process.memory_info().rss / MB for process in (app, store)]
            people = [person["userId"] for person in other.line["people"]]
            took: list[float] = []
            failed = 0
            before = sum(app.cpu_times()[:2])

            async def say(number: int) -> None:
                nonlocal failed
                text = f"明日{9 + number % 9}時{number % 4 * 15}分から15分 「件{number}」"
                told = {"userId": people[number % len(people)], "text": text}
                began = time.perf_counter()
                said = await post(session, f"{other.line['lineworks']}/_sim/say", told)
                took.append(time.perf_counter() - began)
                failed += said.get("status") != 200

            began, talk = time.perf_counter(), []
            for number in range(RATE * SECONDS):
                talk.append(asyncio.create_task(say(number)))
                await asyncio.sleep(max(0.0, began + (number + 1) / RATE - time.perf_counter()))
            await asyncio.gather(*talk)
            heavy = [process.memory_info().rss / MB for process in (app, store)]
            caught_up = await _caught_up(session, other, len(talk))
            cpu = (sum(app.cpu_times()[:2]) - before) / len(talk)
            events = len((await state(session, other))["events"])
            await bot.end()
    half, most, slowest = (percentile(took, part) * 1e3 for part in (0.5, 0.99, 1.0))
    return [
        f"{RATE} messages/s for {SECONDS} s: {failed} failed, {events} events of {len(talk)} (all {caught_up:.1f} s after the last)",
        f"acknowledged, through the simulator: p50 {half:.1f} ms, p99 {most:.1f} ms (goal ≤ 100), slowest {slowest:.0f} ms",
        f"at rest: process {rest[0]:.0f} MB (goal ≤ 90), store {rest[1]:.0f} MB (goal ≤ 20)",
        f"under load: process {heavy[0]:.0f} MB (goal ≤ 120), store {heavy[1]:.0f} MB (goal ≤ 30)",
        f"a command end to end: {cpu * 1e3:.2f} ms CPU of the process",
    ]


async def _caught_up(session: aiohttp.ClientSession, other: Demo, expected: int) -> float:
    began = time.perf_counter()
    while time.perf_counter() - began < 60:
        if len((await state(session, other))["messages"]) >= expected:
            break
        await asyncio.sleep(0.5)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
