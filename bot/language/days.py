"""Which days a `Day` means, seen from today. Weeks start on Monday. Pure."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from bot.language.atoms import ANY_CHINESE_WORKDAY, ANY_KOREAN_WORKDAY, ANY_WORKDAY, Day, Move, Portion, Unit
from bot.language.feasts import AFTER_DAYS_OFF, ANY_HOLIDAY, next_holiday, next_return, occurrence
from bot.language.steps import NoSuchDay, last_of, months_later, step, workdays

_ONE = timedelta(days=1)
_NEARLY_A_YEAR = 350  # days; a date nearer than that was not a day or two ago as well
_SLIP = 2  # a date that was a day or two ago may be meant as said


# a look-up of an enum's member costs more than what is done with it here
_DAY, _WEEK, _MONTH, _WEEKEND = Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WEEKEND
PERIODS = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_WORKDAY_OF = {
    ANY_WORKDAY: Unit.WORKDAY,
    ANY_KOREAN_WORKDAY: Unit.KOREAN_WORKDAY,
    ANY_CHINESE_WORKDAY: Unit.CHINESE_WORKDAY,
}
_ITS_WEEK, _ITS_WEEKEND, _WHOLE, _LAST_DAY = Portion.ITS_WEEK, Portion.ITS_WEEKEND, Portion.WHOLE, Portion.LAST_DAY


class Stretch(NamedTuple):
    """Days from `first` to `last`. `others` are what else could be meant; `odd_weekday`: the weekday said is another."""

    first: date
    last: date
    others: tuple[date, ...] = ()
    odd_weekday: bool = False


def days_of(day: Day, today: date, *, past: bool = False) -> Stretch:
    """What `day` means on `today`; `past` when the sentence tells of what was. Raises NoSuchDay."""
    try:
        found = _still(day, today, past=past)
        for count, unit in day.moves:
            moved = step(found.first, count, unit)
            found = Stretch(moved, moved)
        if day.portion is _ITS_WEEK:
            monday = found.first - timedelta(days=found.first.weekday())
            found = Stretch(monday, monday + 6 * _ONE)
        elif day.portion is _ITS_WEEKEND:
            found = _weekend(found.first, 0)
    except (ValueError, OverflowError) as none:
        raise NoSuchDay(str(none)) from none
    return found


def _still(day: Day, today: date, *, past: bool) -> Stretch:
    """`day` without its moves."""
    if day.feast is not None:
        return _feast(day, today, past=past)
    if day.unit is not None:
        return _counted(day, today)
    if day.year is not None or day.month is not None or day.day is not None:
        return _dated(day, today, past=past)
    if day.weekday is not None:
        return _weekday(day, today, past=past)
    if day.portion is not None:  # "the weekend", 月末: of the present period
        return _portion_alone(day.portion, today)
    if day.nth is not None:
        found = _nth_week(*_period(Unit.MONTH, 0, today), day.nth)
        return found if found.last >= today or past else _nth_week(*_period(Unit.MONTH, 1, today), day.nth)
    return Stretch(today, today)


_NEAREST = (ANY_HOLIDAY, "振替休日")  # there may be several a year


def _feast(day: Day, today: date, *, past: bool) -> Stretch:
    assert day.feast is not None
    if day.year is not None:
        found = occurrence(day.feast, day.year)
    elif day.unit is Unit.YEAR:
        found = occurrence(day.feast, today.year + day.count)
    elif day.feast == AFTER_DAYS_OFF:
        found = next_return(today)
    elif day.feast in _NEAREST:
        name = "" if day.feast == ANY_HOLIDAY else day.feast
        found = next_holiday(today + _ONE if day.side > 0 else today, name, back=past or day.side < 0)
    else:
        back = past or day.side < 0
        found = None
        for year in range(today.year, today.year + (-3 if back else 3), -1 if back else 1):
            found = occurrence(day.feast, year)
            if found is not None and (found <= today if back else found >= today):
                break
    if found is None:
        raise NoSuchDay(day.feast)
    return Stretch(found, found)


def _counted(day: Day, today: date) -> Stretch:
    unit, count = day.unit, day.count
    assert unit is not None
    if unit is _DAY or unit in _WORKDAY_OF.values() or (day.exact and day.weekday is None and day.day is None):
        there = step(today, count, unit)
        return _checked(day, there)
    if unit is _WEEK:
        monday = today + timedelta(days=7 * count - today.weekday())
        if day.weekday is not None and day.weekday not in _WORKDAY_OF:
            there = monday + timedelta(days=day.weekday)
            return Stretch(there, there)
        return _portion(monday, monday + 6 * _ONE, day.portion)
    if unit is _WEEKEND:
        found = _weekend(today, count)
        if day.weekday is None:
            return found
        there = found.first + timedelta(days=(day.weekday - found.first.weekday()) % 7)
        return Stretch(there, there)
    first, last = _period(unit, count, today)
    if unit is _MONTH and day.day is not None:
        there = first.replace(day=day.day)
        return _checked(day, there)
    if unit in (Unit.YEAR, Unit.FISCAL) and day.month is not None:
        year = first.year if unit is Unit.YEAR or day.month >= 4 else first.year + 1
        return _in_month(day, year, day.month)
    if day.weekday is not None:
        there = _nth_weekday(first, last, day.weekday, day.nth or 1)
        return Stretch(there, there)
    if day.nth is not None:
        return _nth_week(first, last, day.nth)
    return _portion(first, last, day.portion)


def _period(unit: Unit, count: int, today: date) -> tuple[date, date]:
    match unit:
        case Unit.MONTH:
            first, length = today.replace(day=1), 1
        case Unit.QUARTER:
            first, length = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3
        case Unit.HALF:
            first, length = today.replace(month=1 if today.month < 7 else 7, day=1), 6
        case Unit.YEAR:
            first, length = date(today.year, 1, 1), 12
        case Unit.FISCAL:
            first, length = date(today.year if today.month >= 4 else today.year - 1, 4, 1), 12
        case Unit.DECADE:
            first, length = date(today.year // 10 * 10, 1, 1), 120
        case Unit.CENTURY:
            first, length = date(today.year // 100 * 100, 1, 1), 1200
        case _:
            raise NoSuchDay(f"{unit} is no period of days")
    first = months_later(first, length * count)
    return first, months_later(first, length) - _ONE


def _weekend(today: date, count: int) -> Stretch:
    saturday = today + timedelta(days=5 - today.weekday() + 7 * count)
    return Stretch(saturday, saturday + _ONE)


def _nth_weekday(first: date, last: date, weekday: int, nth: int) -> date:
    if weekday in _WORKDAY_OF:
        unit = _WORKDAY_OF[weekday]
        there = workdays(first - _ONE, nth, unit) if nth > 0 else workdays(last + _ONE, nth, unit)
    elif nth < 0:
        there = last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(days=7 * (nth + 1))
    else:
        there = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if not first <= there <= last:
        raise NoSuchDay(f"no weekday number {nth}")
    return there


def _nth_week(first: date, last: date, nth: int) -> Stretch:
    """The week from Monday on that holds the period's nth Thursday, as ISO 8601 counts the weeks of a year."""
    thursday = _nth_weekday(first, last, 3, nth)
    return Stretch(thursday - 3 * _ONE, thursday + 3 * _ONE)


def _dated(day: Day, today: date, *, past: bool) -> Stretch:
    if (day.day is not None and not 1 <= day.day <= 31) or (day.month is not None and not 1 <= day.month <= 12):
        raise NoSuchDay("no such day or month")
    if day.month is None:
        if day.year is not None:
            return _in_year(day, date(day.year, 1, 1), date(day.year, 12, 31))
        return _day_of_month(day, today, past=past)
    if day.year is not None:
        return _in_month(day, day.year, day.month)
    if day.day is None and day.nth is None:
        return _month_without_year(day, today, past=past)
    return _date_without_year(day, today, past=past)


def _in_year(day: Day, first: date, last: date) -> Stretch:
    if day.nth is not None and day.weekday is None:
        return _nth_week(first, last, day.nth)
    if day.nth is not None and day.weekday is not None:
        there = _nth_weekday(first, last, day.weekday, day.nth)
        return Stretch(there, there)
    return _portion(first, last, day.portion)


def _in_month(day: Day, year: int, month: int) -> Stretch:
    if day.day is not None:
        return _checked(day, date(year, month, day.day))
    first = date(year, month, 1)
    last = date(year, month, last_of(year, month))
    if day.weekday is not None:
        there = _nth_weekday(first, last, day.weekday, day.nth or 1)
        return Stretch(there, there)
    if day.nth is not None:
        return _nth_week(first, last, day.nth)
    return _portion(first, last, day.portion)


def _checked(day: Day, there: date) -> Stretch:
    return Stretch(there, there, (), day.weekday is not None and there.weekday() != day.weekday)


def _day_of_month(day: Day, today: date, *, past: bool) -> Stretch:
    assert day.day is not None
    back = past or day.side < 0
    for count in range(3):
        first = months_later(today.replace(day=1), -count if back else count)
        if day.day > last_of(first.year, first.month):
            continue
        there = first.replace(day=day.day)
        if (back and there <= today) or (not back and there >= today):
            return _checked(day, there)
    raise NoSuchDay("no month has such a day")


def _month_without_year(day: Day, today: date, *, past: bool) -> Stretch:
    assert day.month is not None
    year = today.year
    if past or day.side < 0:
        year -= (day.month > today.month) or (day.side < 0 and day.month == today.month)
    else:
        year += (day.month < today.month) or (day.side > 0 and day.month == today.month)
    return _in_month(day, year, day.month)


def _date_without_year(day: Day, today: date, *, past: bool) -> Stretch:
    assert day.month is not None
    back = past or day.side < 0
    if day.day is not None and day.day > (29 if day.month == 2 else last_of(2000, day.month)):
        raise NoSuchDay("no such day in that month")
    for count in range(9):  # 29 February may be eight years away
        try:
            found = _in_month(day, today.year + (-count if back else count), day.month)
        except ValueError:
            continue
        if (back and found.first <= today) or (not back and found.first >= today):
            if back or (found.first - today).days < _NEARLY_A_YEAR:
                return found
            try:
                before = _in_month(day, found.first.year - 1, day.month).first
            except ValueError:
                return found
            return found._replace(others=_slip(today, found.first, before))
    raise NoSuchDay("no such date in years")


def _slip(today: date, found: date, before: date) -> tuple[date, ...]:
    return (before,) if found > today and 0 < (today - before).days <= _SLIP else ()


def _weekday(day: Day, today: date, *, past: bool) -> Stretch:
    assert day.weekday is not None
    if day.nth is not None:
        first, last = _period(Unit.MONTH, 0, today)
        there = _nth_weekday(first, last, day.weekday, day.nth)
        if there < today and not past:
            first, last = _period(Unit.MONTH, 1, today)
            there = _nth_weekday(first, last, day.weekday, day.nth)
        return Stretch(there, there)
    ahead = (day.weekday - today.weekday()) % 7
    if day.side < 0 or (past and day.side == 0):
        there = today - timedelta(days=(-ahead) % 7 or 7)
        return Stretch(there, there)
    if day.side > 0:
        there = today + timedelta(days=ahead or 7)
        return Stretch(there, there)
    there = today + timedelta(days=ahead)
    return Stretch(there, there, others=(there + 7 * _ONE,) if ahead == 0 else ())


def _portion_alone(portion: Portion, today: date) -> Stretch:
    if portion is Portion.WEEKEND:
        return _weekend(today, 0)
    found = _portion(*_period(Unit.MONTH, 0, today), portion)
    return found if found.first >= today else _portion(*_period(Unit.MONTH, 1, today), portion)


def _portion(first: date, last: date, portion: Portion | None) -> Stretch:
    """The part of a period that is a week, a month or longer."""
    length = (last - first).days + 1
    if portion is None or portion in (_WHOLE, _ITS_WEEK, _ITS_WEEKEND):
        return Stretch(first, last)
    if portion is _LAST_DAY:
        return Stretch(last, last)
    cut = _WEEK_CUTS if length == 7 else _MONTH_CUTS if length <= 31 else None
    if cut is None:
        return _portion_of_year(first, last, portion)
    if portion not in cut:
        raise NoSuchDay(f"a week has no {portion}")
    begin, end = cut[portion](length)
    return Stretch(first + timedelta(days=begin - 1), first + timedelta(days=end - 1))


def _portion_of_year(first: date, last: date, portion: Portion) -> Stretch:
    months_long = round((last - first).days / 30.4)
    half = months_later(first, months_long // 2)
    third = max(1, months_long // 4)
    match portion:
        case Portion.FIRST_HALF:
            return Stretch(first, half - _ONE)
        case Portion.SECOND_HALF:
            return Stretch(half, last)
        case Portion.START:
            return Stretch(first, months_later(first, third) - _ONE)
        case Portion.END:
            return Stretch(months_later(first, months_long - third), last)
        case Portion.MIDDLE:
            return Stretch(months_later(first, third), months_later(first, months_long - third) - _ONE)
        case _:
            raise NoSuchDay(f"a year has no {portion}")


_Cut = Callable[[int], tuple[int, int]]
_WEEK_CUTS: dict[Portion, _Cut] = {
    Portion.START: lambda _: (1, 2),
    Portion.MIDDLE: lambda _: (3, 3),
    Portion.END: lambda _: (5, 5),
    Portion.FIRST_HALF: lambda _: (1, 3),
    Portion.SECOND_HALF: lambda _: (4, 5),
    Portion.WEEKEND: lambda _: (6, 7),
}
_MONTH_CUTS: dict[Portion, _Cut] = {
    Portion.START: lambda _: (1, 5),
    Portion.MIDDLE: lambda _: (11, 20),
    Portion.END: lambda n: (n - 4, n),
    Portion.FIRST_HALF: lambda _: (1, 15),
    Portion.SECOND_HALF: lambda n: (16, n),
    Portion.FIRST_TEN: lambda _: (1, 10),
    Portion.SECOND_TEN: lambda _: (11, 20),
    Portion.LAST_TEN: lambda n: (21, n),
}


def moved(start: date, move: Move) -> date:
    """`start` after one `move`."""
    return step(start, move.count, move.unit)


def is_within_a_period(day: Day) -> bool:
    """Whether a week, a month or a year was said, in which it falls on no one day: every Tuesday next month."""
    if day.unit not in PERIODS or (day.unit is Unit.WEEK and day.weekday is not None):
        return False
    return day == Day(unit=day.unit, count=day.count, weekday=day.weekday)


def with_what_the_end_says(day: Day, last: Day) -> Day:
    """「1日から12月3日」 "1-3 December 2026": month and year that only the end names belong to the start as well."""
    if (day.day is None and day.month is None) or day.unit is not None or (last.unit is not None and last.day is None):
        return day
    month, year, unit, count = day.month, day.year, day.unit, day.count
    if month is None and last.month is not None and day.day is not None:
        month = last.month
    if month is None and last.unit is Unit.MONTH:
        unit, count = last.unit, last.count
    if year is None and last.year is not None and month is not None:
        later_in_year = last.month is not None and (month, day.day or 0) > (last.month, last.day or 31)
        year = last.year - later_in_year
    return Day(year, month, day.day, day.weekday, day.nth, unit, count, day.portion, day.feast, day.side, day.moves)
