"""Working days by the country of the language: Korea's as the library has them, and for Chinese only what is sure everywhere."""

from datetime import date, timedelta

import holidays
import pytest

from bot.language.chinese_holidays import UnsureDay, is_workday
from bot.language.intent import Doubt
from bot.language.korean_holidays import holidays_in
from bot.language.reader import read
from tests.language.reading import NOW, doubts


@pytest.mark.parametrize("year", range(2023, 2040))
def test_the_holidays_of_korea_are_those_of_the_library(year: int) -> None:
    known = holidays.country_holidays("KR", years=year, language="en_US")
    foreseen = {day for day, name in known.items() if "Election" not in name and "Temporary" not in name}

    once_only = {date(2024, 10, 1)}

    assert holidays_in(year) == foreseen - once_only


@pytest.mark.parametrize(("language", "country"), [("mainland", "CN"), ("taiwan", "TW"), ("hong kong", "HK")])
@pytest.mark.parametrize("year", range(2025, 2027))
def test_a_day_taken_for_a_working_day_is_no_holiday_where_chinese_is_written(
    language: str, country: str, year: int
) -> None:
    known = holidays.country_holidays(country, years=year)
    sure = []

    for ahead in range(365):
        day = date(year, 1, 1) + timedelta(days=ahead)
        try:
            sure += [day] if is_workday(day) else []
        except UnsureDay:
            continue

    assert not [f"{day} {known[day]}" for day in sure if day in known], language


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        # the 23rd is a holiday of Japan
        pytest.param("ko", "3영업일 뒤 10시 보고", date(2026, 11, 25), id="korean"),
        pytest.param("zh", "3个工作日后10点汇报", date(2026, 11, 25), id="chinese"),
        pytest.param("ja", "3営業日後 10時 報告", date(2026, 11, 26), id="japanese"),
        pytest.param("ko", "이번 달 마지막 영업일 10시 마감", date(2026, 11, 30), id="the last of the month"),
        pytest.param("zh", "下个月第一个工作日10点盘点", date(2026, 12, 1), id="the first of the month"),
    ],
)
def test_working_days_are_those_of_the_country_of_the_language(language: str, sentence: str, day: date) -> None:
    intent = read(sentence, now=NOW, language=language)

    assert intent.start is not None
    assert intent.start.strftime("%Y-%m-%d") == day.isoformat()
    assert doubts(intent) == []


def test_a_count_over_days_that_are_off_in_some_places_is_asked_about() -> None:
    intent = read("30个工作日后10点汇报", now=NOW, language="zh")

    assert doubts(intent) == [Doubt.NONSENSE]
