"""Meanings rendered into Japanese sentences and read back."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.intent import Kind
from tests.language.reading import NOW, TOKYO, doubts, reading

_HAN = "〇一二三四五六七八九"
_WEEKDAYS = "月火水木金土日"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_TITLES = st.sampled_from("定例会議 設計レビュー 月次報告 棚卸 1on1 4K配信テスト 採用面接 前田様来社 週報会".split())
_FIGURES = st.sampled_from(["half", "full", "han", "places"])
_JOINED = st.sampled_from(["", "の", " ", "、", "　"])
_BEFORE_TITLE = st.sampled_from([" ", "に", "から", "　", "、"])
_WISHES = st.sampled_from(
    ["", "を登録", "を入れて", "を追加してください", "を設定お願いします", "を予約していただけますか？", "を作成してほしいです", " お願いします！"]
)  # fmt: skip


def _numeral(number: int, figures: str) -> str:
    """`number` as people write it: 25, ２５, 二十五, 二五."""
    if figures == "half":
        return str(number)
    if figures == "full":
        return str(number).translate(_FULL_WIDTH)
    if figures == "places" and number > 10:
        return "".join(_HAN[int(figure)] for figure in str(number))
    tens, ones = divmod(number, 10)
    if number >= 100:
        return "".join(_HAN[int(figure)] for figure in str(number))
    return ("" if not tens else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones or not tens else "")


@st.composite
def _dates(draw: st.DrawFn) -> tuple[date, str]:
    """A day within a year, and one of the ways to write it in full."""
    day = NOW.date() + timedelta(days=draw(st.integers(3, 360)))
    figures = draw(_FIGURES)
    year, month, number = (_numeral(count, figures) for count in (day.year, day.month, day.day))
    era = _numeral(day.year - 2018, figures)
    weekday = _WEEKDAYS[day.weekday()]
    written = [
        f"{month}月{number}日",
        f"{month}月{number}日({weekday})",
        f"{month}月{number}日{weekday}曜日",
        f"{year}年{month}月{number}日",
        f"令和{era}年{month}月{number}日",
        f"{day.month}/{day.day}",
        f"{day.month}/{day.day}({weekday})",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y-%m-%d}",
        f"R{day.year - 2018}.{day.month}.{day.day}",
    ]
    return day, draw(st.sampled_from(written))


@st.composite
def _near_days(draw: st.DrawFn) -> tuple[date, str]:
    """A day seen from today."""
    today = NOW.date()
    monday = today - timedelta(days=today.weekday())
    figures = draw(_FIGURES)
    count = draw(st.integers(1, 60))
    weeks, weekday = draw(st.integers(1, 2)), draw(st.integers(0, 6))
    week = draw(st.sampled_from({1: ["来週", "翌週", "次週"], 2: ["再来週", "さ来週", "来々週"]}[weeks]))
    named = draw(
        st.sampled_from([(1, "明日"), (1, "あす"), (1, "あした"), (2, "明後日"), (2, "あさって"), (3, "しあさって")])
    )
    ways = [
        (today + timedelta(days=named[0]), named[1]),
        (today + timedelta(days=count), f"{_numeral(count, figures)}日後"),
        (today + timedelta(days=7 * count), f"{_numeral(count, figures)}週間後"),
        (monday + timedelta(days=7 * weeks + weekday), f"{week}の{_WEEKDAYS[weekday]}曜"),
        (monday + timedelta(days=7 * weeks + weekday), f"{week}{_WEEKDAYS[weekday]}曜日"),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def _times(draw: st.DrawFn) -> tuple[time, str]:
    """A time of day that needs no convention, and how it is written."""
    moment = time(draw(st.integers(7, 23)), draw(st.sampled_from([0, 5, 10, 15, 30, 45, 59])))
    figures = draw(_FIGURES)
    hour = _numeral(moment.hour, figures)
    minutes = {0: "", 30: draw(st.sampled_from(["半", f"{_numeral(30, figures)}分"]))}.get(
        moment.minute, f"{_numeral(moment.minute, figures)}分"
    )
    ways = [f"{hour}時{minutes}", f"{moment.hour}:{moment.minute:02}"]
    if moment.hour < 12:
        ways.append(f"午前{hour}時{minutes}")
    else:
        ways.append(f"午後{_numeral(moment.hour - 12, figures)}時{minutes}")
    return moment, draw(st.sampled_from(ways))


@given(_dates() | _near_days(), _times(), _JOINED, _BEFORE_TITLE, _TITLES, _WISHES)
@settings(max_examples=1500, deadline=None)
@example((date(2026, 12, 1), "12/1"), (time(15), "15時"), " ", "に", "4K配信テスト", "を登録")
def test_a_day_a_time_and_a_title_come_back(
    day: tuple[date, str], clock: tuple[time, str], joined: str, before: str, title: str, wish: str
) -> None:
    sentence = f"{day[1]}{joined or ' '}{clock[1]}{before}{title}{wish}"

    intent = reading(sentence)

    assert (intent.kind, intent.title) == (Kind.CREATE, title)
    assert intent.start == datetime.combine(day[0], clock[0], TOKYO)
    assert doubts(intent) == []


@given(_dates() | _near_days(), _TITLES, _WISHES)
@settings(max_examples=500, deadline=None)
def test_a_title_before_its_time_comes_back(day: tuple[date, str], title: str, wish: str) -> None:
    intent = reading(f"{title} {day[1]} 10時{'から' if wish else ''}{wish.removeprefix('を')}")

    assert (intent.kind, intent.title) == (Kind.CREATE, title)
    assert intent.start == datetime.combine(day[0], time(10), TOKYO)


@given(
    _near_days(),
    _times(),
    st.integers(1, 30).map(lambda quarters: 15 * quarters),
    st.sampled_from(["から", "〜", "-", " - ", "～", "ー"]),
    _TITLES,
)
@settings(max_examples=800, deadline=None)
def test_a_range_of_times_comes_back(
    day: tuple[date, str], clock: tuple[time, str], minutes: int, link: str, title: str
) -> None:
    start = datetime.combine(day[0], clock[0], TOKYO)
    end = start + timedelta(minutes=minutes)
    last = f"{end.hour}:{end.minute:02}"

    intent = reading(f"{day[1]} {start.hour}:{start.minute:02}{link}{last} {title}")

    assert (intent.start, intent.title) == (start, title)
    assert intent.end == end


@given(_near_days(), _times(), st.integers(1, 8), st.sampled_from([0, 10, 30, 45]), _FIGURES)
@settings(max_examples=500, deadline=None)
def test_a_length_gives_the_end(
    day: tuple[date, str], clock: tuple[time, str], hours: int, minutes: int, figures: str
) -> None:
    length = f"{_numeral(hours, figures)}時間" + (
        "半" if minutes == 30 else f"{_numeral(minutes, figures)}分" if minutes else ""
    )

    intent = reading(f"{day[1]} {clock[1]}から{length} 打ち合わせ")

    start = datetime.combine(day[0], clock[0], TOKYO)
    assert (intent.start, intent.end) == (start, start + timedelta(hours=hours, minutes=minutes))


@given(
    st.sets(st.integers(0, 6), min_size=1, max_size=4),
    _times(),
    st.sampled_from(["・", "、", ""]),
    st.sampled_from([1, 2]),
)
@settings(max_examples=300, deadline=None)
def test_a_weekly_repetition_comes_back(weekdays: set[int], clock: tuple[time, str], link: str, weeks: int) -> None:
    said = link.join(_WEEKDAYS[day] for day in sorted(weekdays)) + "曜"

    intent = reading(f"{'毎週' if weeks == 1 else '隔週'}{said} {clock[1]} 朝会")

    codes = ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in sorted(weekdays))
    assert intent.recurrence == f"FREQ=WEEKLY;{'INTERVAL=2;' if weeks == 2 else ''}BYDAY={codes}"
    assert isinstance(intent.start, datetime)
    assert (intent.start.time(), intent.start.weekday() in weekdays) == (clock[0], True)
    assert NOW <= intent.start <= NOW + timedelta(days=7)


@pytest.mark.parametrize("figures", ["half", "full", "han", "places"])
@pytest.mark.parametrize("unit", ["日", "週間", "ヶ月", "か月", "年", "営業日"])
@pytest.mark.parametrize("way", ["後", "前"])
def test_every_numeral_counts_every_unit(figures: str, unit: str, way: str) -> None:
    found = [reading(f"{_numeral(count, figures)}{unit}{way}").start for count in range(1, 30)]

    said = [day for day in found if day is not None and not isinstance(day, datetime)]
    assert len(said) == len(found)
    assert said == sorted(said, reverse=way == "前")
    assert len(set(said)) == len(said)
