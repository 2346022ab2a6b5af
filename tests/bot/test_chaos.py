"""Processes are killed at random while people write. `python -m tests.bot.test_chaos` runs it at full size."""

import asyncio
import random
import signal
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import aiohttp
import pytest

from tests.processes import Demo, alive, kill, post, simulators, start_bot, state, stop_store


async def storm(folder: Path, messages: int, people: int, app_kills: int, store_kills: int, seconds: float) -> None:
    """People write, processes die; asserts that what was acknowledged stands once and in order."""
    async with simulators(folder / "simulators") as other, aiohttp.ClientSession() as session:
        bot = await start_bot(folder / "bot", other)
        cast = [person["userId"] for person in other.line["people"][:people]]
        acknowledged: dict[str, list[str]] = defaultdict(list)
        unanswered: set[str] = set()  # the process died before its answer was out: kept or not, both are right

        async def write(user_id: str, numbers: list[int]) -> None:
            for number in numbers:
                title = f"件{number:04d}"
                hour, minute = 9 + number % 9, number % 4 * 15
                told = {"userId": user_id, "text": f"明日{hour}時{minute}分から15分 「{title}」"}
                status = (await post(session, f"{other.line['lineworks']}/_sim/say", told)).get("status")
                if status == 200:
                    acknowledged[user_id].append(title)
                elif not status:
                    unanswered.add(title)
                    await asyncio.sleep(1.0)  # as a person would, before writing on
                await asyncio.sleep(random.uniform(0, 2 * seconds * people / messages))

        shares = [list(range(index, messages, people)) for index in range(people)]
        writers = asyncio.gather(*(write(user_id, share) for user_id, share in zip(cast, shares, strict=True)))
        deaths = ["app"] * app_kills + ["store"] * store_kills
        random.shuffle(deaths)
        for death in deaths:
            await asyncio.sleep(seconds / len(deaths) * random.uniform(0.3, 1.0))
            bot = await _die(death, bot, folder / "bot", other)
        await writers

        expected = sum(map(len, acknowledged.values()))
        await _made(session, other, expected)
        await asyncio.sleep(7.0)  # longer than a lease: what would come late or twice has time to come
        made = await _made(session, other, expected)
        await bot.end()
        known = {user: [one for one in titles if one not in unanswered] for user, titles in made.items()}
        assert {user: titles for user, titles in known.items() if titles} == acknowledged
        assert all(len(set(titles)) == len(titles) for titles in made.values())
        assert expected > messages / 3, "too little was acknowledged to prove anything"
        extra = sum(map(len, made.values())) - expected
        sys.stderr.write(
            f"{expected} of {messages} acknowledged: each made once, in order per person;"
            f" {len(unanswered)} without an answer, of which {extra} had been kept\n"
        )


async def _die(death: str, bot: Demo, data_dir: Path, other: Demo) -> Demo:
    if death == "store":
        kill(_store_pid(data_dir) or bot.line["pids"]["store"])
        return bot
    kill(bot.line["pids"]["app"])
    await bot.process.wait()
    return await start_bot(data_dir, other)


def _store_pid(data_dir: Path) -> int | None:
    """The present server: it changes when it was killed before."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            here = Path(process / "cwd").resolve()
        except OSError:
            continue
        if b"valkey" in command and (here == data_dir.resolve() or str(data_dir).encode() in command):
            return int(process.name)
    return None


async def _made(session: aiohttp.ClientSession, other: Demo, expected: int) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for _ in range(300):
        made = defaultdict(list)
        for event in (await state(session, other))["events"]:
            made[event["userId"]].append(event["eventComponents"][0]["summary"])
        if sum(map(len, made.values())) >= expected:
            break
        await asyncio.sleep(0.1)
    return dict(made)


@pytest.mark.timeout(180)
async def test_f19_nothing_is_lost_doubled_or_reordered_when_processes_are_killed(tmp_path: Path) -> None:
    await storm(tmp_path, messages=120, people=12, app_kills=3, store_kills=2, seconds=6)


async def test_f54_a_killed_app_leaves_a_store_that_the_next_one_adopts_and_stop_ends(tmp_path: Path) -> None:
    async with simulators(tmp_path / "simulators") as other, aiohttp.ClientSession() as session:
        first = await start_bot(tmp_path / "bot", other)
        store = first.line["pids"]["store"]
        kill(first.line["pids"]["app"])
        await first.process.wait()
        orphaned = alive(store)

        second = await start_bot(tmp_path / "bot", other)
        adopted = second.line["pids"]["store"]
        told = {"userId": other.line["people"][0]["userId"], "text": "明日15時から1時間 設計レビュー"}
        answer = await post(session, f"{other.line['lineworks']}/_sim/say", told)
        kill(second.line["pids"]["app"])
        await second.process.wait()
        await stop_store(tmp_path / "bot")

    assert orphaned
    assert adopted == store
    assert answer == {"status": 200}
    assert not alive(store)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_drains_and_leaves_no_process(tmp_path: Path, number: signal.Signals) -> None:
    async with simulators(tmp_path / "simulators") as other, aiohttp.ClientSession() as session:
        demo = await start_bot(tmp_path / "bot", other)
        user_id = demo.line["people"][0]["userId"]
        for hour in range(9, 19):
            told = {"userId": user_id, "text": f"明日{hour}時から30分 「件{hour}」"}
            assert await post(session, f"{demo.line['lineworks']}/_sim/say", told) == {"status": 200}

        code = await demo.end(number)
        store_left = alive(demo.line["pids"]["store"])

        again = await start_bot(tmp_path / "bot", other)
        made = await _made(session, other, 10)
        await again.end()

    assert code == 0
    assert not store_left
    assert [title for titles in made.values() for title in titles] == [f"件{hour}" for hour in range(9, 19)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(storm(Path(place), messages=300, people=30, app_kills=10, store_kills=3, seconds=30))
