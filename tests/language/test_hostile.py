"""Whatever is written, an answer comes, and soon."""

import io
import json
import random
import time

import pytest

from bot.language.reader import warm
from bot.say import jsonl
from tests.language.reading import reading

_BUILT_FROM = [
    *"0123456789一二三十時分日月年曜週前後半〜-:/ 「」@.,\u200f\ud800",
    "から",
    "まで",
    "毎週",
    "every ",
    "next ",
    "at ",
    "am",
    "half past ",
]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm()


@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_characters_of_anything_take_no_time(seed: int) -> None:
    pieces = random.Random(seed)
    vocabulary = pieces.sample(_BUILT_FROM, pieces.randint(1, len(_BUILT_FROM)))
    text = "".join(pieces.choice(vocabulary) for _ in range(2000))[:2000]

    began = time.process_time()
    reading(text)

    assert time.process_time() - began < 0.5  # far above the goal, far below a pattern that blows up


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\u200f", "\x00", "@", "「", "ｶﾞ", "İ" * 50, "9" * 500, "年" * 500])
def test_odd_texts_are_read_without_a_crash(text: str) -> None:
    reading(text)


def test_every_line_gets_one_answer() -> None:
    good = json.dumps({"id": 1, "text": "明日15時 会議", "reference": "2026-11-20T09:30:00", "timezone": "Asia/Tokyo"})
    lines = [b"\xff\xfe\x00", b"[]", b"{}", good.encode(), b"x" * 1_000_000, b"", b'{"text": 1}', good.encode()]
    out = io.BytesIO()

    jsonl(io.BytesIO(b"\n".join(lines)), out)

    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(answers) == len(lines)
    assert [bool(answer) for answer in answers] == [False, False, False, True, False, False, False, True]
