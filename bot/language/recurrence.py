"""A repetition as an RFC 5545 rule, and the day it first happens. Pure."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.language.atoms import Day, Every, Portion, Unit
from bot.language.days import NoSuchDay, days_of

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = (0, 1, 2, 3, 4)
_FREQUENCIES = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY"}
_IN_MONTHS = {Unit.QUARTER: 3, Unit.HALF: 6}


class Series(NamedTuple):
    """What repeats: its frequency and the days it falls on."""

    unit: Unit
    interval: int
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None

    def rule(self, first: date, *, times: int | None = None, until: date | datetime | None = None) -> str:
        """The rule without `RRULE:`, its parts in one fixed order; weekly rules always name their weekdays."""
        parts = [f"FREQ={_FREQUENCIES[self.unit]}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.nth is not None and self.weekdays:
            parts.append("BYDAY=" + ",".join(f"{self.nth}{_CODES[day]}" for day in self.weekdays))
        elif self.unit is Unit.WEEK:
            parts.append("BYDAY=" + ",".join(_CODES[day] for day in self.weekdays or (first.weekday(),)))
        elif self.month_day is not None:
            parts.append(f"BYMONTHDAY={self.month_day}")
        elif self.unit is Unit.MONTH:
            parts.append(f"BYMONTHDAY={first.day}")
        if times is not None:
            parts.append(f"COUNT={times}")
        elif until is not None:
            form = "%Y%m%dT%H%M%SZ" if isinstance(until, datetime) else "%Y%m%d"
            parts.append("UNTIL=" + until.strftime(form))
        return ";".join(parts)

    def first(self, start: date) -> date:
        """The first day on or after `start` on which it happens. Raises NoSuchDay."""
        for ahead in range(_FAR):
            day = start + timedelta(days=ahead)
            if self._falls_on(day):
                return day
        raise NoSuchDay("it never happens")

    def _falls_on(self, day: date) -> bool:
        if self.nth is not None:
            return day.weekday() in self.weekdays and _is_nth(day, self.nth)
        if self.weekdays:
            return day.weekday() in self.weekdays
        if self.month_day is not None:
            return day.day == self.month_day if self.month_day > 0 else (day + timedelta(days=1)).day == 1
        return True


_FAR = 800  # days; the fifth Monday or the 31st is never further


def _is_nth(day: date, nth: int) -> bool:
    if nth < 0:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth


def series_of(every: Every, weekdays: tuple[int, ...], day: Day | None, last: Day | None) -> Series:
    """What `every` repeats on, from the days said beside it. `last` closes a range of weekdays: 毎週月〜金."""
    if day is not None and last is not None and day.weekday is not None and last.weekday is not None:
        weekdays = tuple((day.weekday + n) % 7 for n in range((last.weekday - day.weekday) % 7 + 1))
    elif day is not None and day.weekday is not None and day.weekday not in weekdays:
        weekdays = (day.weekday, *weekdays)
    if every.workdays:
        weekdays = _WORKDAYS
    nth = day.nth if day is not None else None
    month_day = _month_day(day)
    unit = every.unit
    interval = every.interval
    if unit in _IN_MONTHS:
        interval *= _IN_MONTHS[unit]
        unit = Unit.MONTH
    if (unit is Unit.DAY and weekdays) or (unit is None and weekdays and nth is None):
        unit = Unit.WEEK
    if unit is None or unit not in _FREQUENCIES:
        if day is not None and day.month is not None:
            unit = Unit.YEAR
        else:
            unit = Unit.MONTH if nth is not None or month_day is not None else Unit.DAY
    if unit is Unit.YEAR:
        return Series(unit, interval)
    return Series(unit, interval, tuple(sorted(set(weekdays))), nth, month_day)


def _month_day(day: Day | None) -> int | None:
    if day is None:
        return None
    if day.portion is Portion.LAST_DAY:
        return -1
    return day.day


def yearly_first(day: Day, today: date) -> date:
    """The first time a yearly date comes round. Raises NoSuchDay."""
    return days_of(day, today).first
