"""The days that we work out, or keep in tables, against the library that knows them all."""

from datetime import date

import holidays
import pytest

from bot.language import lunar
from bot.language.feasts import is_workday
from bot.language.japan import holidays_in


@pytest.mark.parametrize("year", range(2007, 2100))
def test_the_public_holidays_of_japan_are_those_of_the_library(year: int) -> None:
    known = dict(sorted(holidays.country_holidays("JP", years=year, language="ja").items()))

    ours = holidays_in(year)

    assert list(ours) == list(known)
    assert all(name in known[day] for day, name in ours.items())


@pytest.mark.parametrize(
    ("feast", "country", "language", "name"),
    [
        ("spring festival", "CN", "zh_CN", "春节"),
        ("qingming", "CN", "zh_CN", "清明节"),
        ("dragon boat", "CN", "zh_CN", "端午节"),
        ("mid autumn", "CN", "zh_CN", "中秋节"),
        ("double ninth", "MO", "zh_MO", "重陽節"),
        ("seollal", "KR", "ko", "설날"),
        ("buddha kr", "KR", "ko", "부처님오신날"),
        ("chuseok", "KR", "ko", "추석"),
    ],
)
def test_the_feasts_of_the_moon_are_those_of_the_library(feast: str, country: str, language: str, name: str) -> None:
    for year in range(2017, 2061):
        known = holidays.country_holidays(country, years=year, language=language)

        ours = lunar.day_of(feast, year)

        assert ours == min(day for day, names in known.items() if name in names.split("; "))


def test_a_year_that_we_do_not_know_has_no_feasts() -> None:
    assert holidays_in(1950) == {}
    assert lunar.day_of("seollal", 2016) is None
    assert lunar.day_of("seollal", 2061) is None


def test_a_working_day_is_no_weekend_and_no_holiday() -> None:
    assert [is_workday(date(2026, 11, day)) for day in range(20, 25)] == [True, False, False, False, True]
