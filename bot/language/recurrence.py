"""A repetition as an RFC 5545 rule, and the day it first happens. Pure."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.language.atoms import Day, Every, Portion, Unit
from bot.language.days import days_of
from bot.language.steps import NoSuchDay

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = (0, 1, 2, 3, 4)
_FREQUENCIES = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY"}
_IN_MONTHS = {Unit.QUARTER: 3, Unit.HALF: 6}


class Said(NamedTuple):
    """Several weekdays or dates that were named at once."""

    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()


class Series(NamedTuple):
    """What repeats: its frequency and the days it falls on."""

    unit: Unit
    interval: int
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()  # of these weekdays in the month
    month_days: tuple[int, ...] = ()

    def rule(self, first: date, *, times: int | None = None, until: date | datetime | None = None) -> str:
        """The rule without `RRULE:`, its parts in one fixed order; weekly rules always name their weekdays."""
        parts = [f"FREQ={_FREQUENCIES[self.unit]}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.nths and self.weekdays:
            parts.append("BYDAY=" + ",".join(f"{nth}{_CODES[day]}" for nth in self.nths for day in self.weekdays))
        elif self.unit is Unit.WEEK:
            parts.append("BYDAY=" + ",".join(_CODES[day] for day in self.weekdays or (first.weekday(),)))
        elif self.month_days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.month_days)))
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

    def times(self, first: date, end: date) -> int:
        """How often it happens from the day it first does to before `end`."""
        if self.unit is Unit.YEAR:
            return max(1, (end.year - first.year) // self.interval)
        days = [first + timedelta(days=ahead) for ahead in range((end - first).days)]
        return max(1, sum(self._falls_on(day) and self._in_step(first, day) for day in days))

    def _in_step(self, first: date, day: date) -> bool:
        """Whether every second or third week, month or day counts that of `day`."""
        if self.unit is Unit.WEEK:
            weeks = (day - first + timedelta(days=first.weekday())).days // 7
            return weeks % self.interval == 0
        if self.unit is Unit.MONTH:
            months = 12 * (day.year - first.year) + day.month - first.month
            return months % self.interval == 0 and (bool(self.nths or self.month_days) or day.day == first.day)
        return (day - first).days % self.interval == 0

    def _falls_on(self, day: date) -> bool:
        if self.nths:
            return day.weekday() in self.weekdays and any(_is_nth(day, nth) for nth in self.nths)
        if self.weekdays:
            return day.weekday() in self.weekdays
        if self.month_days:
            return day.day in self.month_days or (-1 in self.month_days and (day + timedelta(days=1)).day == 1)
        return True


_FAR = 800  # days; the fifth Monday or the 31st is never further


def _is_nth(day: date, nth: int) -> bool:
    if nth < 0:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth


def series_of(every: Every, said: Said, day: Day | None, last: Day | None) -> Series:
    """What `every` repeats on, from the days said beside it. `last` closes a range of weekdays: 毎週月〜金. Raises NoSuchDay."""
    weekdays = said.weekdays
    if day is not None and last is not None and day.weekday is not None and last.weekday is not None:
        weekdays = tuple((day.weekday + n) % 7 for n in range((last.weekday - day.weekday) % 7 + 1))
    elif day is not None and day.weekday is not None and day.weekday not in weekdays:
        weekdays = (day.weekday, *weekdays)
    if every.workdays:
        weekdays = _WORKDAYS
    if any(weekday not in range(7) for weekday in weekdays):
        raise NoSuchDay("no rule says which days are holidays")
    nths = said.nths or ((day.nth,) if day is not None and day.nth is not None else ())
    month_days = said.dates or _month_days(day)
    unit = every.unit
    interval = every.interval
    if unit in _IN_MONTHS:
        interval *= _IN_MONTHS[unit]
        unit = Unit.MONTH
    if (unit is Unit.DAY and weekdays) or (unit is None and weekdays and not nths):
        unit = Unit.WEEK
    if unit is None or unit not in _FREQUENCIES:
        if day is not None and day.month is not None:
            unit = Unit.YEAR
        else:
            unit = Unit.MONTH if nths or month_days else Unit.DAY
    if unit is Unit.YEAR:
        return Series(unit, interval)
    return Series(unit, interval, tuple(sorted(set(weekdays))), nths, month_days)


def _month_days(day: Day | None) -> tuple[int, ...]:
    if day is None:
        return ()
    if day.portion is Portion.LAST_DAY:
        return (-1,)
    return () if day.day is None else (day.day,)


def yearly_first(day: Day, today: date) -> date:
    """The first time a yearly date comes round. Raises NoSuchDay."""
    return days_of(day, today).first
