"""Chinese: its corpora, the chat that must not act, and sentences built from meanings and read back."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.detect import languages_of
from bot.language.intent import Doubt, Intent, Kind
from bot.language.reader import read
from tests.language.corpora import acts, answered
from tests.language.reading import doubts

_CORPUS = Path(__file__).parent / "corpus"
_SHANGHAI = ZoneInfo("Asia/Shanghai")
_NOW = datetime(2026, 11, 20, 9, 30, tzinfo=_SHANGHAI)  # a Friday
_HELD_AT_LEAST = 0.95  # of sentences that were written before the grammar and never tuned on
_HAN = "零一二三四五六七八九"


def _sentences(part: str) -> list[dict[str, Any]]:
    lines = (_CORPUS / f"zh_{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _differences(asked: dict[str, Any]) -> Iterator[str]:
    said = answered(asked)
    for name, wanted in asked["expect"].items() if said is not None else ():
        assert said is not None
        found = bool(said.get("ask")) if name == "ask" else said.get(name)
        if found != wanted:
            yield f"{asked['id']} {asked['text']}: {name} is {found!r}, not {wanted!r}"


def _reading(sentence: str) -> Intent:
    return read(sentence, now=_NOW, language="zh")


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in _sentences("tuned")])
def test_every_sentence_of_the_tuned_part_means_what_we_wrote_down(asked: dict[str, Any]) -> None:
    assert list(_differences(asked)) == []


def test_the_held_part_is_read_right_but_for_a_few() -> None:
    held = _sentences("held")

    right = sum(not list(_differences(asked)) for asked in held)

    assert right / len(held) >= _HELD_AT_LEAST


def test_no_chat_sentence_acts() -> None:
    chat = [
        asked for part in ("tuned", "held") for asked in _sentences(part) if asked["expect"].get("intent") == "none"
    ]

    acting = [asked["text"] for asked in chat if acts(_reading(asked["text"]))]

    assert len(chat) >= 60
    assert acting == []


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("后天下午两点三刻", "後天下午兩點三刻"),
        ("下个礼拜三", "下個禮拜三"),
        ("三个钟头后", "三個鐘頭後"),
        ("本周五到下周一", "本週五到下週一"),
        ("国庆节", "國慶節"),
        ("从今天起三天", "從今天起三天"),
    ],
)
def test_both_scripts_mean_the_same(simplified: str, traditional: str) -> None:
    first, second = _reading(simplified), _reading(traditional)

    assert first.start is not None
    assert (first.start, first.end) == (second.start, second.end)


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        pytest.param("2月30日 聚会", Doubt.NONSENSE, id="february-30"),
        pytest.param("明天25点61分 会议", Doubt.NONSENSE, id="minute-61"),
        pytest.param("农历腊月二十 大扫除", Doubt.RESIDUE, id="lunar"),
        pytest.param("两三天后 聚餐", Doubt.RESIDUE, id="two-or-three"),
        pytest.param("上上上上上周 会议", Doubt.RESIDUE, id="too-far-back-for-words"),
        pytest.param("周五下午3点 会议", Doubt.AMBIGUOUS, id="todays-weekday"),
        pytest.param("2026/11/1 10:00 会议", Doubt.PAST, id="over"),
        pytest.param("明天三点多 开会", Doubt.VAGUE, id="some-minutes-past"),
    ],
)
def test_what_is_not_sure_is_asked(sentence: str, doubt: Doubt) -> None:
    assert doubt in [ask.doubt for ask in _reading(sentence).ask]


@pytest.mark.parametrize(
    ("sentence", "hint", "language"),
    [
        pytest.param("明天下午3点开会", None, "zh", id="only-chinese-words"),
        pytest.param("2026年12月3日", "zh", "zh", id="the-writer-is-chinese"),
        pytest.param("2026年12月3日", "ja", "ja", id="the-writer-is-japanese"),
        pytest.param("来週火曜15時 会議", "zh", "ja", id="only-japanese-words"),
        pytest.param("明日15時 設計会議", None, "ja", id="no-kana"),
        pytest.param("請求書 12月1日", None, "ja", id="a-character-both-have"),
        pytest.param("下週三10點 週會", None, "zh", id="traditional"),
    ],
)
def test_chinese_is_told_from_japanese(sentence: str, hint: str | None, language: str) -> None:
    assert languages_of(sentence, hint)[0] == language


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")


_numeral: st.SearchStrategy[Callable[[int], str]] = st.sampled_from([str, _han])


@st.composite
def _days(draw: st.DrawFn) -> tuple[str, date]:
    today = _NOW.date()
    write = draw(_numeral)
    match draw(st.integers(0, 4)):
        case 0:
            ahead = draw(st.integers(1, 3))
            names = (("明天", "明日"), ("后天", "後天"), ("大后天", "大後天"))[ahead - 1]
            return draw(st.sampled_from(names)), today + timedelta(days=ahead)
        case 1:
            weeks, weekday = draw(st.integers(1, 3)), draw(st.integers(0, 6))
            week = draw(st.sampled_from(("周", "週", "星期", "礼拜", "禮拜", "个星期", "個禮拜")))
            monday = today - timedelta(days=today.weekday())
            return "下" * weeks + week + "一二三四五六日"[weekday], monday + timedelta(days=7 * weeks + weekday)
        case 2:
            day = draw(st.dates(today + timedelta(days=1), today + timedelta(days=360)))
            unit = draw(st.sampled_from("日号號"))
            return f"{write(day.month)}月{write(day.day)}{unit}", day
        case 3:
            day = draw(st.dates(today + timedelta(days=1), date(2039, 12, 31)))
            form = draw(st.sampled_from(("{y}年{m}月{d}日", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "民國{r}年{m}月{d}日")))
            return form.format(y=day.year, m=day.month, d=day.day, r=day.year - 1911), day
        case _:
            count = draw(st.integers(2, 40))
            after = draw(st.sampled_from(("后", "後", "之后", "以後")))
            return f"{write(count)}天{after}", today + timedelta(days=count)


_PARTS = {"凌晨": range(1, 6), "早上": range(5, 11), "上午": range(7, 12), "下午": range(1, 7), "晚上": range(6, 12)}


@st.composite
def _times(draw: st.DrawFn) -> tuple[str, int]:
    """A time of day and its minute after midnight."""
    minute = draw(st.sampled_from((0, 5, 10, 15, 30, 45, 52)))
    if draw(st.booleans()):
        hour = draw(st.integers(13, 23))
        written = draw(st.sampled_from(("{h}:{m:02}", "{h}点{m:02}分", "{h}時{m:02}分", "{h}點{m:02}")))
        return written.format(h=hour, m=minute), 60 * hour + minute
    part = draw(st.sampled_from(sorted(_PARTS)))
    said = draw(st.sampled_from(_PARTS[part]))
    write = draw(_numeral)
    tail = {0: "", 15: "一刻", 30: "半", 45: "三刻", 5: "零五分"}.get(minute, f"{write(minute)}分")
    hour = said + 12 if part in ("下午", "晚上") else said
    two = "两" if said == 2 and write is _han else write(said)
    return f"{part}{two}{draw(st.sampled_from('点點'))}{tail}", 60 * hour + minute


_titles = st.sampled_from(("设计评审", "周会", "面試", "项目启动会", "產品討論", "体检", "4K测试"))


@settings(max_examples=400, deadline=None)
@given(_days(), _times(), _titles, st.sampled_from(("{d}{t} {n}", "{n} {d}{t}", "安排{d}{t}的{n}", "{d} {t} {n}")))
def test_a_sentence_built_from_a_meaning_is_read_back(
    day: tuple[str, date], clock: tuple[str, int], title: str, form: str
) -> None:
    written = day[0] + " " if day[0][-1].isdigit() else day[0]
    sentence = form.format(d=written, t=clock[0], n=title)

    intent = _reading(sentence)

    midnight = datetime(day[1].year, day[1].month, day[1].day, tzinfo=_SHANGHAI)
    assert (intent.kind, intent.title) == (Kind.CREATE, title)
    assert intent.start == midnight + timedelta(minutes=clock[1])
    assert doubts(intent) == []


@pytest.mark.parametrize("place", ["2号棚", "三号车间", "3号地块"])
def test_a_number_that_names_a_place_is_no_date(place: str) -> None:
    intent = _reading(f"下周三晚上七点半 彩排 {place}")

    assert isinstance(intent.start, datetime)
    assert intent.start.date() == date(2026, 11, 25)
    assert doubts(intent) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("端午前一天聚餐", date(2027, 6, 8)),
        ("圣诞前三天聚餐", date(2026, 12, 22)),
        ("国庆后两天聚餐", date(2027, 10, 3)),
    ],
)
def test_days_before_a_feast_are_counted_from_it(text: str, day: date) -> None:
    assert _reading(text).start == day


def test_what_fell_through_is_taken_out() -> None:
    intent = _reading("周三的校友座谈黄了，撤掉这条日程")

    assert (intent.kind, intent.title) == (Kind.CANCEL, "校友座谈")


def test_a_mention_ends_before_a_question() -> None:
    assert _reading("週五我跟@許家豪有沒有共同的空檔").attendees == ("許家豪",)
