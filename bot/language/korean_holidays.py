"""Working days of Korea: Monday to Friday without the public holidays that can be worked out ahead. Pure.

Days of elections and those that a government gives once are not known. A test holds it against the library `holidays`.
Source: https://www.law.go.kr/법령/관공서의공휴일에관한규정
"""

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache

from bot.language import lunar

_ONE = timedelta(days=1)
_ALWAYS = ((1, 1), (6, 6))  # without a substitute
_SUBSTITUTED = ((3, 1), (5, 5), (8, 15), (10, 3), (10, 9), (12, 25))
_SINCE_2026 = ((5, 1), (7, 17))
_OF_THREE_DAYS = ("seollal", "chuseok")


def is_workday(day: date) -> bool:
    """Whether offices in Korea are open on `day`, as far as a calendar tells."""
    return day.weekday() < 5 and day not in holidays_in(day.year)


@lru_cache(maxsize=16)
def holidays_in(year: int) -> frozenset[date]:
    """The public holidays of `year`, those in place of others included."""
    single = [date(year, month, day) for month, day in _SUBSTITUTED + (_SINCE_2026 if year >= 2026 else ())]
    buddha = lunar.day_of("buddha kr", year)
    if buddha is not None:
        single.append(buddha)
    long = [middle + n * _ONE for middle in _middles(year) for n in (-1, 0, 1)]
    fixed = [date(year, month, day) for month, day in _ALWAYS]
    often = Counter([*single, *long, *fixed])
    days = set(often)
    owed = {day for day in single if day.weekday() >= 5 or often[day] > 1}
    owed |= {day for day in long if day.weekday() == 6}
    for lost in sorted(owed):
        instead = lost
        while instead in days or instead.weekday() >= 5:
            instead += _ONE
        days.add(instead)
    return frozenset(days)


def _middles(year: int) -> list[date]:
    found = (lunar.day_of(feast, year) for feast in _OF_THREE_DAYS)
    return [day for day in found if day is not None]
