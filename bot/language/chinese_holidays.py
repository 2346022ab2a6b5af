"""Working days for those who write Chinese: the mainland, Taiwan and Hong Kong differ, so only days that are sure in all. Pure.

The mainland moves working days to weekends by decree, a year at a time: around its long holidays nothing is sure.
"""

from datetime import date, timedelta

from bot.language import lunar

_ONE = timedelta(days=1)
_OFF_SOMEWHERE = ((1, 1), (2, 28), (5, 1), (7, 1), (9, 28), (10, 25), (12, 25), (12, 26))
# feast: how many days before and after it something may be off, or worked instead
_AROUND = {"spring festival": (8, 14), "qingming": (3, 4), "dragon boat": (3, 3), "mid autumn": (3, 3), "double ninth": (0, 1), "buddha kr": (1, 2)}  # fmt: skip
_DECREED = (((1, 1), 3, 4), ((5, 1), 6, 10), ((10, 1), 6, 12))


class UnsureDay(ValueError):
    """Whether it is a working day depends on the country, or on a decree."""


def is_workday(day: date) -> bool:
    """Whether `day` is Monday to Friday. Raises UnsureDay where some work and others do not."""
    if _is_off_somewhere(day) or _near_a_feast(day) or _near_a_decree(day):
        raise UnsureDay(f"{day} is a working day in some places only")
    return day.weekday() < 5


def _is_off_somewhere(day: date) -> bool:
    """Whether it is one of the fixed days, or the Friday or Monday that stands for one at a weekend."""
    beside = {4: day + _ONE, 0: day - _ONE}.get(day.weekday(), day)
    return any((near.month, near.day) in _OFF_SOMEWHERE for near in (day, beside))


def _near_a_feast(day: date) -> bool:
    for feast, (before, after) in _AROUND.items():
        there = lunar.day_of(feast, day.year)
        if there is not None and there - before * _ONE <= day <= there + after * _ONE:
            return True
    return False


def _near_a_decree(day: date) -> bool:
    for (month, first), before, after in _DECREED:
        for year in (day.year, day.year + 1):
            there = date(year, month, first)
            if there - before * _ONE <= day <= there + after * _ONE:
                return True
    return False
