"""The demo as a stranger runs it."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.processes import ROOT, Demo, alive, post, simulators, start, start_bot, state

KEYS = {
    "bot",
    "lineworks",
    "jicoo",
    "backoffice",
    "playground",
    "bot_id",
    "bot_name",
    "domain_id",
    "bot_secret",
    "jicoo_secret",
    "callback_path",
    "jicoo_path",
    "people",
    "channels",
    "admins",
    "pids",
}


async def said(demo: Demo, text: str, person: int = 0, channel: int | None = None) -> tuple[list[str], list[str]]:
    """Say it and wait for the answer: all texts and all titles."""
    told = {"userId": demo.line["people"][person]["userId"], "text": text}
    if channel is not None:
        told["channelId"] = demo.line["channels"][channel]["channelId"]
    async with aiohttp.ClientSession() as session:
        held = await state(session, demo)
        before = len(held["messages"])
        assert await post(session, f"{demo.line['lineworks']}/_sim/say", told) == {"status": 200}
        for _ in range(400):
            held = await state(session, demo)
            if len(held["messages"]) > before:
                break
            await asyncio.sleep(0.02)
    texts = [one["content"].get("text") or one["content"]["contentText"] for one in held["messages"]]
    return texts[before:], [one["eventComponents"][0]["summary"] for one in held["events"]]


async def test_one_line_tells_everything_and_sentences_become_events(tmp_path: Path) -> None:
    demo = await start(tmp_path)

    japanese, _ = await said(demo, "明後日の13時から90分 棚卸")
    english, titles = await said(demo, "@Yotei budget review on Friday next week at 2pm for an hour", channel=0)
    await demo.end()

    assert demo.line.keys() == KEYS
    assert demo.line["people"][0] | {"userId": "", "email": "", "jicooUserId": None} == {
        "userId": "",
        "name": "田中 太郎",
        "email": "",
        "locale": "ja_JP",
        "timeZone": "Asia/Tokyo",
        "jicooUserId": None,
    }
    assert set(demo.line["admins"]) <= set(demo.line["channels"][0]["members"])
    assert len(japanese) == len(english) == 1
    assert "90分" in japanese[0] or "1時間30分" in japanese[0]
    assert titles == ["棚卸", "budget review"]
    assert not alive(demo.line["pids"]["store"])


async def test_killing_the_bots_half_leaves_the_simulators_as_they_were(tmp_path: Path) -> None:
    async with simulators(tmp_path / "simulators") as other:
        first = await start_bot(tmp_path / "bot", other)
        await said(first, "明日15時から1時間 設計レビュー")
        first.process.kill()
        await first.process.wait()

        second = await start_bot(tmp_path / "bot", other)
        _, titles = await said(second, "明日17時から1時間 予算会議")
        if len(titles) < 2:  # the answer to the first came once more: its bot was killed before it could note it
            _, titles = await said(second, "ヘルプ")
        await second.end()

    assert other.line["bot"] is None
    assert second.line["people"] == other.line["people"]
    assert second.line["bot_secret"] == other.line["bot_secret"]
    assert titles == ["設計レビュー", "予算会議"]


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        pytest.param(("demo", "--only", "half"), {}, "--only is simulators or bot", id="unknown-half"),
        pytest.param(("demo", "--only", "bot"), {}, "YOTEI_DEMO_SIMULATORS", id="bot-without-simulators"),
        pytest.param(
            ("demo", "--only", "bot"),
            {"YOTEI_DEMO_SIMULATORS": json.dumps({"lineworks": "http://127.0.0.1:9"})},
            "do not answer",
            id="simulators-that-are-gone",
        ),
        pytest.param(("demo", "--data-dir", "/proc/nowhere"), {}, "/proc/nowhere", id="no-place-for-data"),
        pytest.param(("serve", "--role", "web"), {}, "LINEWORKS_BOT_SECRET is missing", id="serve-without-settings"),
        pytest.param(("say",), {}, "Say what?", id="say-nothing"),
        pytest.param(("say", "明日", "--zone", "Moon"), {}, "Moon", id="say-somewhere-else"),
    ],
)
def test_what_cannot_start_says_why_in_words(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], words: str
) -> None:
    place = ("--data-dir", str(tmp_path)) if arguments[0] == "demo" and "--data-dir" not in arguments else ()

    ended = subprocess.run(
        [sys.executable, "-m", "bot", *arguments, *place],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ended.returncode != 0
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_say_prints_how_a_sentence_is_read() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "bot", "say", "明日15時から1時間", "設計レビュー", "--now", "2026-11-20T09:30"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert told.returncode == 0
    assert "2026-11-21T15:00" in told.stdout
    assert "設計レビュー" in told.stdout


def test_jsonl_answers_each_line_with_one_line() -> None:
    lines = [
        json.dumps(
            {
                "id": 1,
                "text": "明日15時 会議",
                "reference": "2026-11-20T09:30:00",
                "timezone": "Asia/Tokyo",
                "lang": "ja",
            }
        ),
        "no json",
        json.dumps({"id": 2, "text": "", "reference": "2026-11-20T09:30:00", "timezone": "Asia/Tokyo", "lang": "ja"}),
    ]

    told = subprocess.run(
        [sys.executable, "-m", "bot", "say", "--jsonl"],
        cwd=ROOT,
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
    )

    first, second, _third = told.stdout.splitlines()
    assert json.loads(first)["start"] == "2026-11-21T15:00"
    assert second == "null"
