"""The operator's tools work on a running demo and on what a killed one has left."""

import asyncio
import hashlib
import hmac
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.company import JICOO_USER_IDS
from tests.house import EMILY, SALES, TARO, House, callback, compact
from tests.processes import ROOT


def run(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=60,
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


async def test_who_is_who_elsewhere_can_be_said_and_counts_at_once(house: House, tmp_path: Path) -> None:
    jicoo_id = JICOO_USER_IDS[TARO]
    refused = await house.ask("add a product walkthrough to Jicoo next Friday at 11", EMILY)

    linked = await asyncio.to_thread(run, "people", "link", EMILY, "--jicoo", jicoo_id, "--data-dir", str(tmp_path))
    listed = await asyncio.to_thread(run, "people", "list", "--data-dir", str(tmp_path))
    made = await house.ask("add a product walkthrough to Jicoo next Friday at 11", EMILY)
    nothing = await asyncio.to_thread(run, "people", "link", EMILY, "--data-dir", str(tmp_path))
    await asyncio.to_thread(run, "people", "link", EMILY, "--jicoo", "", "--data-dir", str(tmp_path))
    unlinked = await asyncio.to_thread(run, "people", "list", "--data-dir", str(tmp_path))

    assert "Added" not in refused.text
    assert linked.returncode == 0
    assert listed.stdout.strip() == f"{EMILY}  jicoo={jicoo_id}"
    assert "Added" in made.text
    assert nothing.returncode != 0
    assert EMILY not in unlinked.stdout


async def test_routes_are_listed_by_their_ids(house: House, tmp_path: Path) -> None:
    before = await asyncio.to_thread(run, "routes", "--data-dir", str(tmp_path))
    await house.ask("@予定 Jicoo通知をここに", TARO, SALES)
    after = await asyncio.to_thread(run, "routes", "--data-dir", str(tmp_path))

    assert before.stdout.startswith("No routes")
    assert after.stdout.startswith(f"{SALES}  set by {TARO}")


def test_a_captured_delivery_tells_how_it_was_signed(tmp_path: Path) -> None:
    body = tmp_path / "body"
    body.write_bytes(b'{"event":"guest_booked"}')
    digest = hmac.new(b"whsec_x", b"1700000000." + body.read_bytes(), hashlib.sha256).hexdigest()

    def checked(header: str, secret: str) -> subprocess.CompletedProcess[str]:
        return run("check-signature", str(body), header, environment={"JICOO_WEBHOOK_SECRET": secret})

    right = checked(f"t=1700000000,v1={digest}", "whsec_x")
    wrong = checked(f"t=1700000000,v1={digest}", "whsec_y")
    unset = checked(f"t=1700000000,v1={digest}", "")

    assert "t.body" in right.stdout
    assert (right.returncode, wrong.returncode, unset.returncode) == (0, 2, 2)
    assert "JICOO_WEBHOOK_SECRET is missing" in unset.stderr
    assert "whsec" not in right.stdout + wrong.stderr
