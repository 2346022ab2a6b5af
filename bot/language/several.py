"""Several days that were named one after the other: one stretch of days, or days to choose from. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.language.atoms import Day
from bot.language.phrase import Moment, Phrase
from bot.language.settle import Settled

# 5日と6日, 5号6号, today and tomorrow
_LISTS = re.compile(r"\s?[、,・&+/]?\s?(?:と|や|and|和|跟|与|與|及|및|과|와|이랑|랑|하고)?\s?(?:on )?(?:the )?")


def each_weekday(main: Phrase) -> list[Phrase]:
    """Weekdays that nothing repeats are single days: leave the first of them in `main`; a phrase for each other."""
    if main.every is not None or not main.weekdays or main.nths or (main.start is not None and main.start.day):
        return []
    start = main.start or Moment()
    first, *others = [replace(start, day=Day(weekday=weekday)) for weekday in main.weekdays]
    main.start, main.weekdays = first, ()
    return [replace(main, start=moment) for moment in others]


def share_the_time(main: Phrase, others: Sequence[Phrase]) -> None:
    """月曜か火曜 10時: a time said with the last of several days is meant for the first as well."""
    if main.start is not None and main.start.is_only_day() and main.finish is None:
        timed = next((other.start for other in others if other.start is not None and other.start.has_time()), None)
        if timed is not None:
            main.start.clock, main.start.part = timed.clock, timed.part


def are_listed(main: Phrase, others: Sequence[Phrase], text: str) -> bool:
    """Whether nothing but what joins a list stands between `main` and the `others`."""
    end = main.end
    for other in others:
        if not (other.begin == main.begin or _LISTS.fullmatch(text, end, other.begin)):
            return False
        end = other.end
    return True


def from_when(other: Phrase, first: Settled, now: datetime) -> datetime:
    """The moment from which `other` is seen: a bare weekday is the next behind the one before it."""
    day = other.start.day if other.start is not None else None
    if day is None or first.start is None or day != Day(weekday=day.weekday):
        return now
    return max(now, datetime.combine(first.start, time(), now.tzinfo))


def joined(settled: Settled, others: Sequence[Settled]) -> bool:
    """Make one stretch of days of those that follow one another; False, and nothing done, where they do not."""
    last = settled.end or settled.start
    for other in others:
        if type(last) is not date or other.start != last + timedelta(days=1) or type(other.start) is not date:
            return False
        last = other.end or other.start
    settled.end = last
    return True


def widened(settled: Settled, others: Sequence[Settled]) -> None:
    """Let a list reach over all the days that were named."""
    named = [settled, *others]
    starts = [one.start for one in named]
    if all(type(start) is date for start in starts):
        settled.start = min(starts)  # type: ignore[type-var]  # dates all of them
        settled.end = max(one.end or one.start for one in named)  # type: ignore[type-var]
