"""Where an event goes when only a part of its new time was said. Pure."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from handlers.commands import NewTime
from providers.contract import Days, Span, When, after, as_span, elapsed


def retimed(now: When, change: NewTime, zone: str) -> When:
    """`now`, changed: what was said wins, what was not said stays as it is."""
    if change.shift is not None:
        now = _shifted(now, change.shift)
        if change.to is None:
            return now
        change = replace(change, shift=None, has_date=False)  # 翌日の15時に
    here = ZoneInfo(zone)
    before = as_span(now, here)
    length = change.length if change.length is not None else before.length
    match change.to, now:
        case None, _:
            return Span(before.start, after(before.start, length))
        case Span(start, end), _:
            said = elapsed(start, end)
            if not change.has_date:
                start = datetime.combine(before.start.astimezone(here).date(), start.astimezone(here).time(), here)
            if change.has_end:
                length = said
            elif isinstance(now, Days) and change.length is None:
                length = said  # a whole day gets a clock time: its 24 hours are no length
            return Span(start, after(start, length))
        case Days() as days, Span():
            beginning = before.start.astimezone(here)
            start = datetime.combine(_day_like(beginning.date(), days) or days.first, beginning.time(), here)
            return Span(start, after(start, length))
        case Days(first, last) as days, Days():
            same = _day_like(now.first, days)
            if same is not None:
                return Days(same, same + (now.last - now.first))
            return Days(first, max(last, first + (now.last - now.first)))


def _day_like(day: date, days: Days) -> date | None:
    """The same weekday, where a whole week was said (to next week), or the same day of a whole month; else None."""
    first, last = days.first, days.last
    if first.weekday() == 0 and last - first == _WEEK:
        return first + timedelta(days=day.weekday())
    if first.day == 1 and last == first + relativedelta(day=31):
        return first + relativedelta(day=day.day)
    return None


_WEEK = timedelta(days=6)  # from its first day to its last


def _shifted(now: When, shift: timedelta) -> When:
    if isinstance(now, Days):
        return Days(now.first + shift, now.last + shift)
    return Span(after(now.start, shift), after(now.end, shift))
