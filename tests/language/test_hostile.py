"""Whatever is written, an answer comes, and soon."""

import io
import json
import random
import time

import pytest

from bot.language.reader import warm_all
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
    warm_all()


@pytest.mark.parametrize("seed", range(20))
def test_two_thousand_characters_of_anything_take_no_time(seed: int) -> None:
    pieces = random.Random(seed)
    vocabulary = pieces.sample(_BUILT_FROM, pieces.randint(1, len(_BUILT_FROM)))
    text = "".join(pieces.choice(vocabulary) for _ in range(2000))[:2000]

    began = time.process_time()
    reading(text)

    assert time.process_time() - began < 0.1  # far above the goal, far below a pattern that blows up


_BOMBS = [
    "1" * 2000,
    "一" * 2000,
    "1日" * 1000,
    "明日" * 1000,
    "毎週月" * 666,
    "月火水木金土日" * 285,
    "来" * 1000 + "週" * 1000,
    "10時から" * 500,
    "1時間" * 666,
    "@" * 2000,
    "@田中 " * 500,
    "さん" * 1000,
    "田" * 1000 + "さんと" * 333,
    "会議室" * 666,
    "「" * 2000,
    "「」" * 1000,
    "(" * 1000 + ")" * 1000,
    " " * 2000,
    "　\n" * 1000,
    "を" * 2000,
    "お願いします" * 333,
    "。" * 2000,
    "12/" * 666,
    "12:" * 666,
    "12-" * 666,
    "予定を" * 666,
    "a" * 2000,
    "a@a." * 500,
    "10分前と" * 500,
    "ｶﾞ" * 1000,
    "🙏" * 2000,
    "三点" * 1000,
    "12月" * 666,
    "이" * 2000,
    "일" * 2000,
    "다" * 2000,
    "오일" * 1000,
    "twenty " * 285,
    "".join(map(chr, range(0x4E00, 0x4E00 + 2000))),  # each new to the scanner
]


@pytest.mark.parametrize("bomb", _BOMBS, ids=lambda bomb: ascii(bomb[:6]))
def test_two_thousand_characters_of_one_thing_take_no_time(bomb: str) -> None:
    for text in (bomb, bomb + "明日15時 会議を登録", "明日15時 会議を登録" + bomb, bomb + "x"):
        began = time.process_time()
        reading(text)

        assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800", "\u200f", "\x00", "@", "「", "ｶﾞ", "İ" * 50, "9" * 500, "年" * 500, "지난주 중순"]
)
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
