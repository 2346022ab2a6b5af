"""Steps from one day to another: days, weeks, months, days of work. Pure."""

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

from bot.language import chinese_holidays, korean_holidays
from bot.language.atoms import Unit
from bot.language.feasts import is_workday

_ONE = timedelta(days=1)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of months, January being 1


class NoSuchDay(ValueError):
    """There is no such date: 2/30, the fifth Monday of a month with four."""


def step(start: date, count: float, unit: Unit) -> date:
    """`start` so many units later; a month later than the 31st is the month's last day."""
    if unit is Unit.DAY:
        return start + timedelta(days=count)
    whole = int(count)
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            return start + timedelta(days=round(7 * count))
        case Unit.WORKDAY | Unit.KOREAN_WORKDAY | Unit.CHINESE_WORKDAY:
            return workdays(start, whole, unit)
        case Unit.MONTH:
            return months_later(start, whole) + timedelta(days=round(30 * (count - whole)))
        case Unit.QUARTER:
            return months_later(start, 3 * whole)
        case Unit.HALF:
            return months_later(start, 6 * whole)
        case Unit.YEAR | Unit.FISCAL:
            return months_later(start, round(12 * count))
        case Unit.DECADE:
            return months_later(start, round(120 * count))
        case Unit.CENTURY:
            return months_later(start, round(1200 * count))
        case _:
            raise NoSuchDay(f"{unit} is no step of days")


_IS_WORKDAY: dict[Unit, Callable[[date], bool]] = {
    Unit.WORKDAY: is_workday,
    Unit.KOREAN_WORKDAY: korean_holidays.is_workday,
    Unit.CHINESE_WORKDAY: chinese_holidays.is_workday,
}


def workdays(start: date, count: int, unit: Unit) -> date:
    """`start` so many days of work of a country later; none: the next one, if it is none itself."""
    works = _IS_WORKDAY[unit]
    if abs(count) > 3000:
        raise NoSuchDay("too far")
    direction = _ONE if count >= 0 else -_ONE
    if count == 0:
        while not works(start):
            start += _ONE
        return start
    for _ in range(abs(count)):
        start += direction
        while not works(start):
            start += direction
    return start


def months_later(start: date, count: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, last_of(year, month + 1)))


def last_of(year: int, month: int) -> int:
    """The last day of a month."""
    return 29 if month == 2 and isleap(year) else _LENGTHS[month]
