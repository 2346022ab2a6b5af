"""Days told by the period they lie in, and times by the part of the day: the weekend of a date, after lunch. Seen from Friday, 20 November 2026, 9:30."""

from datetime import date, datetime

import pytest

from bot.language.intent import Doubt
from tests.language.reading import NOW, doubts, reading


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12月の最初の2週間", (2026, 12, 1), (2026, 12, 14)),
        ("the first two weeks of december", (2026, 12, 1), (2026, 12, 14)),
        ("十二月的前两周", (2026, 12, 1), (2026, 12, 14)),
        ("下个月前三天", (2026, 12, 1), (2026, 12, 3)),
        ("12월 첫 2주", (2026, 12, 1), (2026, 12, 14)),
        ("the last two weeks of december", (2026, 12, 18), (2026, 12, 31)),
        ("the last 3 days of this month", (2026, 11, 28), (2026, 11, 30)),
        ("12月5日の週末", (2026, 12, 5), (2026, 12, 6)),
        ("the weekend of december 5th", (2026, 12, 5), (2026, 12, 6)),
        ("the weekend of thanksgiving", (2026, 11, 28), (2026, 11, 29)),
        ("12月5日的周末", (2026, 12, 5), (2026, 12, 6)),
        ("12월 5일 주말", (2026, 12, 5), (2026, 12, 6)),
        ("12月7日の週", (2026, 12, 7), (2026, 12, 13)),
        ("14号那个星期的培训", (2026, 12, 14), (2026, 12, 20)),
        ("14일이 있는 주", (2026, 12, 14), (2026, 12, 20)),
        ("来月の1週目", (2026, 11, 30), (2026, 12, 6)),
        ("下周一整周", (2026, 11, 23), (2026, 11, 29)),
        ("2027年第1四半期", (2027, 1, 1), (2027, 3, 31)),
        ("今年度第3四半期", (2026, 10, 1), (2026, 12, 31)),
        ("2027年度第4四半期", (2028, 1, 1), (2028, 3, 31)),
    ],
)
def test_days_of_a_period(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("明日から3週間後", 12),
        ("从明天起三周后", 12),
        ("내일부터 3주 후", 12),
    ],
)
def test_so_long_after_a_day_is_one_day(text: str, day: int) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (date(2026, 12, day), None)


def test_the_day_after_a_weekday_is_no_sunday() -> None:
    assert reading("来週の火曜の次の日").start == date(2026, 11, 25)
    assert reading("次の日曜 ゴルフ").start == date(2026, 11, 22)


def test_the_next_working_day_leaps_over_a_holiday() -> None:
    assert reading("next business day").start == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("お昼過ぎの2時 面談", (20, 14, 0), None),
        ("昼過ぎ会議", (20, 13, 0), None),
        ("team walk after lunch tomorrow", (21, 13, 0), None),
        ("明天下班前提交报告", (21, 18, 0), None),
        ("내일 두 시에서 네 시 미팅", (21, 14, 0), (21, 16, 0)),
        ("2時間以内", (20, 9, 30), (20, 11, 30)),
    ],
)
def test_parts_of_a_day(text: str, start: tuple[int, int, int], end: tuple[int, int, int] | None) -> None:
    intent = reading(text)

    assert intent.start == datetime(2026, 11, *start, tzinfo=NOW.tzinfo)
    assert intent.end == (None if end is None else datetime(2026, 11, *end, tzinfo=NOW.tzinfo))


@pytest.mark.parametrize("text", ["来週のどこかで打ち合わせ", "dentist sometime next week"])
def test_some_day_of_a_week_is_asked(text: str) -> None:
    assert Doubt.VAGUE in doubts(reading(text))
