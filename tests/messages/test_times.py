"""Dates, times and lengths: with what a reader needs to catch a misreading, and nothing more."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.messages.render import LANGUAGES
from bot.messages.times import View
from bot.messages.words import Words
from handlers.offers import PickTime
from handlers.replies import Agenda
from providers.contract import Days, Span, When
from tests.messages.samples import TOKYO, VIEW, at

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)

NEW_YORK = "America/New_York"


def new_york(month: int, day: int, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    """That clock time in New York; `fold` 1 is the second of two."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(NEW_YORK), fold=fold)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        pytest.param(
            Span(at(11, 21, 15), at(11, 21, 16, 30)),
            (
                "11月21日(土) 15:00〜16:30（1時間30分）",
                "Sat, Nov 21, 15:00–16:30 (1 h 30 min)",
                "11월 21일(토) 15:00~16:30(1시간 30분)",
                "11月21日（周六）15:00–16:30（1小时30分钟）",
                "11月21日（週六）15:00–16:30（1 小時 30 分鐘）",
            ),
            id="usual",
        ),
        pytest.param(
            Span(at(1, 8, 9, 5, year=2027), at(1, 8, 9, 35, year=2027)),
            (
                "2027年1月8日(金) 09:05〜09:35（30分）",
                "Fri, Jan 8, 2027, 09:05–09:35 (30 min)",
                "2027년 1월 8일(금) 09:05~09:35(30분)",
                "2027年1月8日（周五）09:05–09:35（30分钟）",
                "2027年1月8日（週五）09:05–09:35（30 分鐘）",
            ),
            id="another-year",
        ),
        pytest.param(
            Span(at(12, 31, 23), at(1, 1, 1, year=2027)),
            (
                "12月31日(木) 23:00〜2027年1月1日(金) 01:00（2時間）",
                "Thu, Dec 31, 23:00 – Fri, Jan 1, 2027, 01:00 (2 h)",
                "12월 31일(목) 23:00 ~ 2027년 1월 1일(금) 01:00(2시간)",
                "12月31日（周四）23:00至2027年1月1日（周五）01:00（2小时）",
                "12月31日（週四）23:00至2027年1月1日（週五）01:00（2 小時）",
            ),
            id="over-midnight-and-new-year",
        ),
        pytest.param(
            Span(at(11, 21, 22), at(11, 22, 0)),
            (
                "11月21日(土) 22:00〜11月22日(日) 00:00（2時間）",
                "Sat, Nov 21, 22:00 – Sun, Nov 22, 00:00 (2 h)",
                "11월 21일(토) 22:00 ~ 11월 22일(일) 00:00(2시간)",
                "11月21日（周六）22:00至11月22日（周日）00:00（2小时）",
                "11月21日（週六）22:00至11月22日（週日）00:00（2 小時）",
            ),
            id="until-midnight",
        ),
        pytest.param(
            Span(at(11, 21, 9), at(11, 23, 12)),
            (
                "11月21日(土) 09:00〜11月23日(月) 12:00（2日3時間）",
                "Sat, Nov 21, 09:00 – Mon, Nov 23, 12:00 (2 days 3 h)",
                "11월 21일(토) 09:00 ~ 11월 23일(월) 12:00(2일 3시간)",
                "11月21日（周六）09:00至11月23日（周一）12:00（2天3小时）",
                "11月21日（週六）09:00至11月23日（週一）12:00（2 天 3 小時）",
            ),
            id="days-and-hours",
        ),
        pytest.param(
            Span(at(11, 21, 17), at(11, 21, 17)),
            (
                "11月21日(土) 17:00",
                "Sat, Nov 21, 17:00",
                "11월 21일(토) 17:00",
                "11月21日（周六）17:00",
                "11月21日（週六）17:00",
            ),
            id="a-moment-has-no-length",
        ),
        pytest.param(
            Days(date(2026, 11, 21), date(2026, 11, 21)),
            (
                "11月21日(土) 終日",
                "Sat, Nov 21, all day",
                "11월 21일(토) 종일",
                "11月21日（周六）全天",
                "11月21日（週六）整天",
            ),
            id="a-day",
        ),
        pytest.param(
            Days(date(2026, 11, 21), date(2026, 11, 23)),
            (
                "11月21日(土)〜11月23日(月) 終日（3日間）",
                "Sat, Nov 21 – Mon, Nov 23, all day (3 days)",
                "11월 21일(토) ~ 11월 23일(월) 종일(3일간)",
                "11月21日（周六）至11月23日（周一）全天（共3天）",
                "11月21日（週六）至11月23日（週一）整天（共 3 天）",
            ),
            id="days",
        ),
        pytest.param(
            Days(date(2028, 2, 29), date(2028, 2, 29)),
            (
                "2028年2月29日(火) 終日",
                "Tue, Feb 29, 2028, all day",
                "2028년 2월 29일(화) 종일",
                "2028年2月29日（周二）全天",
                "2028年2月29日（週二）整天",
            ),
            id="leap-day",
        ),
    ],
)
def test_a_time_is_written_as_people_write_it(when: When, said: tuple[str, ...]) -> None:
    assert tuple(words.when(when, TOKYO, VIEW) for words in LANGUAGES.values()) == said


@languages
def test_the_zone_is_printed_only_when_it_is_not_the_readers(words: Words) -> None:
    when = Span(at(11, 21, 15), at(11, 21, 16))

    assert TOKYO not in words.when(when, TOKYO, VIEW)
    assert NEW_YORK in words.when(when, NEW_YORK, VIEW)
    assert "01:00" in words.when(when, NEW_YORK, VIEW)  # shown in the named zone's own time
    assert TOKYO in words.when(when, TOKYO, View(VIEW.now, NEW_YORK))
    assert NEW_YORK not in words.when(Days(date(2026, 11, 21), date(2026, 11, 21)), NEW_YORK, VIEW)


@languages
def test_an_agenda_in_another_zone_names_it(words: Words) -> None:
    day = Days(date(2026, 11, 21), date(2026, 11, 21))

    assert NEW_YORK in words.text(Agenda(day, NEW_YORK, "", ()), VIEW)
    assert TOKYO not in words.text(Agenda(day, TOKYO, "", ()), VIEW)


@pytest.mark.parametrize(
    ("start", "end", "length", "clocks"),
    [
        pytest.param(new_york(11, 1, 0), new_york(11, 1, 4), "5時間", "00:00〜04:00", id="clocks-go-back"),
        pytest.param(new_york(3, 8, 0), new_york(3, 8, 4), "3時間", "00:00〜04:00", id="clocks-go-forward"),
        pytest.param(
            new_york(11, 1, 1, 30),
            new_york(11, 1, 1, 30, fold=1),
            "1時間",
            "01:30〜01:30",
            id="an-hour-that-happens-twice",
        ),
        pytest.param(new_york(10, 31, 20), new_york(11, 1, 20), "1日1時間", "20:00", id="a-day-of-25-hours"),
    ],
)
def test_a_length_is_real_time_when_the_clocks_are_changed(
    start: datetime, end: datetime, length: str, clocks: str
) -> None:
    when = LANGUAGES["ja_JP"].when(Span(start, end), NEW_YORK, View(VIEW.now, NEW_YORK))

    assert when.endswith(f"（{length}）")
    assert clocks in when


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        pytest.param(timedelta(), ("開始時刻", "at the start", "시작 시각", "开始时", "開始時"), id="at-once"),
        pytest.param(
            timedelta(minutes=10), ("10分前", "10 min before", "10분 전", "提前10分钟", "10 分鐘前"), id="minutes"
        ),
        pytest.param(
            timedelta(minutes=90),
            ("1時間30分前", "1 h 30 min before", "1시간 30분 전", "提前1小时30分钟", "1 小時 30 分鐘前"),
            id="hours",
        ),
        pytest.param(timedelta(days=1), ("1日前", "1 day before", "1일 전", "提前1天", "1 天前"), id="a-day"),
        pytest.param(timedelta(weeks=1), ("7日前", "7 days before", "7일 전", "提前7天", "7 天前"), id="a-week"),
    ],
)
def test_a_reminder_says_how_long_before(lead: timedelta, said: tuple[str, ...]) -> None:
    assert tuple(words.before(lead) for words in LANGUAGES.values()) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        pytest.param(
            Span(at(11, 21, 9), at(11, 21, 10)),
            ("11/21 09:00", "Nov 21 09:00", "11/21 09:00", "11/21 09:00", "11/21 09:00"),
            id="time",
        ),
        pytest.param(
            Span(at(1, 8, 9, year=2027), at(1, 8, 10, year=2027)),
            ("2027/1/8 09:00", "Jan 8, 2027 09:00", "2027/1/8 09:00", "2027/1/8 09:00", "2027/1/8 09:00"),
            id="time-of-another-year",
        ),
        pytest.param(
            Days(date(2025, 12, 1), date(2025, 12, 3)),
            ("2025/12/1", "Dec 1, 2025", "2025/12/1", "2025/12/1", "2025/12/1"),
            id="day-of-another-year",
        ),
    ],
)
def test_a_button_names_a_time_shortly_and_with_another_year(when: When, said: tuple[str, ...]) -> None:
    assert tuple(words.label(PickTime(when, TOKYO), VIEW) for words in LANGUAGES.values()) == said


@pytest.mark.parametrize(
    ("begin", "end", "label"),
    [
        ((1, 0), (3, 15), "12/1–12/3 15:00"),
        ((1, 10), (3, 15), "12/1 10:00–12/3"),
        ((1, 22), (2, 2), "12/1 22:00"),
    ],
)
def test_a_button_for_several_days_tells_both_ends(begin: tuple[int, int], end: tuple[int, int], label: str) -> None:
    zone = ZoneInfo(TOKYO)
    when = Span(datetime(2026, 12, *begin, tzinfo=zone), datetime(2026, 12, *end, tzinfo=zone))

    assert LANGUAGES["ja_JP"].moment(when, TOKYO, VIEW) == label
