"""The bot is killed at random while guests book, move and cancel. `python -m tests.bot.test_booking_chaos`: at full size."""

import asyncio
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from tests.processes import ROOT, Demo, kill, post, simulators, start_bot

_MARK = "yotei-jicoo-"


async def storm(folder: Path, changes: int, kills: int, seconds: float) -> None:
    """Guests change their bookings, the bot dies; asserts that calendars and cards agree with Jicoo in the end."""
    async with simulators(folder / "simulators") as other, aiohttp.ClientSession() as session:
        jicoo = other.line["jicoo"]
        bot = await start_bot(folder / "bot", other)

        async def guests() -> None:
            standing: list[str] = []
            day = datetime.now(UTC).replace(hour=1, minute=0, second=0, microsecond=0)
            for number in range(changes):
                slot = (day + timedelta(days=number + 1)).isoformat()  # a day of its own: it is always free
                act = random.choice(["book", "book", "move", "cancel"]) if standing else "book"
                if act == "book":
                    made = await post(session, f"{jicoo}/_sim/book", {"startedAt": slot, "name": f"ゲスト{number}"})
                    standing.append(made["uid"])
                elif act == "move":
                    await post(session, f"{jicoo}/_sim/move", {"uid": random.choice(standing), "startedAt": slot})
                else:
                    uid = standing.pop(random.randrange(len(standing)))
                    await post(session, f"{jicoo}/_sim/cancel", {"uid": uid})
                await asyncio.sleep(random.uniform(0, 2 * seconds / changes))

        changing = asyncio.create_task(guests())
        for _ in range(kills):
            await asyncio.sleep(seconds / kills * random.uniform(0.2, 0.8))
            kill(bot.line["pids"]["app"])
            await bot.process.wait()
            bot = await start_bot(folder / "bot", other)
        await changing
        await _swept(folder / "bot")
        await _agree(session, other)
        cards = [one["content"] for one in (await _state(session, other, "lineworks"))["messages"]]
        await bot.end()
        sys.stderr.write(
            f"{changes} changes, {kills} kills: calendars and Jicoo agree; {len(cards)} cards and summaries\n"
        )


async def _swept(data_dir: Path) -> None:
    """`python -m bot sweep`: what came while nobody listened is found."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sweep", "--data-dir", str(data_dir), cwd=ROOT, stdout=asyncio.subprocess.DEVNULL
    )
    assert await process.wait() == 0


async def _agree(session: aiohttp.ClientSession, other: Demo) -> None:
    shown: dict[str, str] = {}
    standing: dict[str, str] = {"unread": ""}
    for _ in range(150):
        shown, standing = await _shown(session, other), await _standing(session, other)
        if shown == standing:
            return
        await asyncio.sleep(0.1)
    assert shown == standing


async def _shown(session: aiohttp.ClientSession, other: Demo) -> dict[str, str]:
    """What the host's calendar shows, by booking; a second entry for one would spoil its value."""
    shown: dict[str, str] = {}
    for held in (await _state(session, other, "lineworks"))["events"]:
        event = held["eventComponents"][0]
        start = datetime.fromisoformat(event["start"]["dateTime"]).replace(tzinfo=ZoneInfo(event["start"]["timeZone"]))
        uid = event["eventId"].removeprefix(_MARK)
        shown[uid] = shown.get(uid, "") + start.astimezone(UTC).isoformat()
    return shown


async def _standing(session: aiohttp.ClientSession, other: Demo) -> dict[str, str]:
    return {
        one["uid"]: datetime.fromisoformat(one["startedAt"]).astimezone(UTC).isoformat()
        for one in (await _state(session, other, "jicoo"))["bookings"]
        if one["status"] == "open"
    }


async def _state(session: aiohttp.ClientSession, other: Demo, system: str) -> dict[str, Any]:
    async with session.get(f"{other.line[system]}/_sim/state") as answer:
        held: dict[str, Any] = await answer.json()
        return held


@pytest.mark.timeout(120)
async def test_f19_calendars_agree_with_jicoo_whenever_the_bot_is_killed(tmp_path: Path) -> None:
    await storm(tmp_path, changes=60, kills=2, seconds=4)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(storm(Path(place), changes=300, kills=10, seconds=30))
