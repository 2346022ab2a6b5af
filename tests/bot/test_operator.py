"""The operator's tools work on a running demo and on what a killed one has left."""

import asyncio
import subprocess
import sys
from pathlib import Path

from tests.house import House, callback, compact
from tests.processes import ROOT


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )


async def test_a_dead_letter_is_listed_without_what_people_wrote_and_can_be_put_back(
    house: House, tmp_path: Path
) -> None:
    await house.deliver(compact(callback("秘密の会議") | {"source": {}}))
    for _ in range(200):
        if await house.count("yotei_store_dead"):
            break
        await asyncio.sleep(0.02)

    listed = await asyncio.to_thread(run, "dead", "--data-dir", str(tmp_path))
    dead_id = listed.stdout.split()[0]
    revived = await asyncio.to_thread(run, "dead", dead_id, "--data-dir", str(tmp_path))
    unknown = await asyncio.to_thread(run, "dead", "no-such-letter", "--data-dir", str(tmp_path))

    assert listed.returncode == 0
    assert "秘密" not in listed.stdout
    assert "a callback without a required field" in listed.stdout
    assert revived.returncode == 0
    assert unknown.returncode != 0


def test_no_dead_letters_and_no_store_are_said_in_words(tmp_path: Path) -> None:
    none = run("dead", "--data-dir", str(tmp_path / "typo"))
    stopped = run("stop", "--data-dir", str(tmp_path))

    assert none.returncode != 0
    assert "There is no store in" in none.stderr
    assert not (tmp_path / "typo").exists()
    assert stopped.stdout == "No store was running.\n"


async def test_stop_leaves_a_store_alone_that_a_bot_is_using(house: House, tmp_path: Path) -> None:
    refused = await asyncio.to_thread(run, "stop", "--data-dir", str(tmp_path))

    assert refused.returncode != 0
    assert "Traceback" not in refused.stderr
    await house.ask("明日15時から1時間 設計レビュー")
