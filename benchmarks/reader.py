"""What reading a sentence costs and how often it is right, beside dateparser in the same run. CPU of this process."""

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dateparser.date import DateDataParser

from benchmarks.driving import percentile
from bot.language.intent import Intent, Role
from bot.language.reader import read, warm_all
from bot.say import fields

CORPUS = Path(__file__).parents[1] / "tests" / "language" / "corpus"
ROUNDS = 30
WHEN = {Role.DATE, Role.TIME, Role.RANGE, Role.DURATION, Role.RECURRENCE}
LONG = 2_000  # characters
BOMBS = (
    "1日",
    "明日",
    "毎週月",
    "@田中 ",
    "会議室",
    "一",
    "「",
    " ",
    "お願いします",
    "12:",
    "さん",
    "三点",
    "이",
    "일",
    "다",
    "오일",
    " 5",
    "to ",
    "the ",
    "帮我 ",
    " 幫",
    "来週",
    "年后",
    "next week ",
)
DATEPARSER_ONLY = "from dateparser.date import DateDataParser as D; D(['ja']).get_date_data('明日')"
READER = """
from datetime import UTC, datetime
from bot.language.reader import read, warm_all
warm_all()
for n in range(5000):
    read(f"{n % 28 + 1}日{n % 24}時 会議{n}", now=datetime(2026, 1, 1, tzinfo=UTC))
"""
RSS = "\nimport psutil; print(psutil.Process().memory_info().rss)"

Asked = dict[str, Any]


def run() -> list[str]:
    """A line of results each."""
    warm_all()
    lines = [
        f"{'':10}{'sentences':>10}{'reader right':>14}{'dateparser':>12}{'reader':>10}{'dateparser':>12}{'ratio':>8}"
    ]
    for language in ("ja", "ko", "zh", "en"):
        asked = [line for part in ("tuned", "held") for line in _sentences(f"{language}_{part}")]
        if asked:
            lines.append(_compared(language, asked, DateDataParser([language])))
    return [*lines, *_slowest(), *_memory()]


def _sentences(name: str) -> list[Asked]:
    file = CORPUS / f"{name}.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def _compared(language: str, asked: list[Asked], peer: DateDataParser) -> str:
    new: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    right = equal = dated = 0
    for line in asked:
        now = datetime.fromisoformat(line["reference"]).replace(tzinfo=ZoneInfo(line["timezone"]))
        began = time.process_time_ns()
        intent = read(line["text"], now=now, language=line["lang"])
        new.append((time.process_time_ns() - began) / 1e9)
        start = fields(intent).get("start")
        ours += _costs(partial(read, line["text"], now=now, language=language))
        wanted = line["expect"].get("start")
        phrase = _bare(intent, line["text"])
        if wanted is None or not phrase:
            continue
        dated += 1
        right += start == wanted
        equal += _theirs(peer, phrase, len(wanted)) == wanted
        theirs += _costs(partial(peer.get_date_data, phrase))
    mine, other = percentile(ours, 0.5), percentile(theirs, 0.5)
    return (
        f"{language:10}{len(asked):10}{right / dated:14.1%}{equal / dated:12.1%}"
        f"{mine * 1e6:7.0f} µs{other * 1e6:9.0f} µs{mine / other:8.2f}   p99 {percentile(ours, 0.99) * 1e6:.0f} µs, "
        f"read for the first time {percentile(new, 0.5) * 1e6:.0f} µs"
    )


def _costs(once: Callable[[], object]) -> list[float]:
    costs = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(ROUNDS):
            began = time.process_time_ns()
            once()
            costs.append((time.process_time_ns() - began) / 1e9)
    return costs


def _bare(intent: Intent, text: str) -> str:
    """The phrase about time alone, which is all that dateparser has to read."""
    pieces = [piece for piece in intent.pieces if piece.role in WHEN]
    return text[pieces[0].begin : pieces[-1].end] if pieces else ""


def _theirs(peer: DateDataParser, phrase: str, length: int) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = peer.get_date_data(phrase).date_obj
    return found.strftime("%Y-%m-%dT%H:%M")[:length] if found is not None else None


def _slowest() -> list[str]:
    now = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    worst = max((min(_costs(partial(read, (bomb * LONG)[:LONG], now=now))[-5:]), bomb) for bomb in BOMBS)
    return [f"{LONG} characters of one thing: at most {worst[0] * 1e3:.1f} ms (goal ≤ 20), of {worst[1]!r}"]


def _memory() -> list[str]:
    peer, ours = (
        int(subprocess.run([sys.executable, "-c", code + RSS], check=True, capture_output=True, text=True).stdout)
        for code in (DATEPARSER_ONLY, READER)
    )
    return [
        f"resident over a process that only parsed once with dateparser: {(ours - peer) / 2**20:.1f} MB (goal ≤ 10)"
    ]


if __name__ == "__main__":
    print("\n".join(run()))
