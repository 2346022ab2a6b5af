"""How days, times and lengths are laid out, for all languages; each language file says the words."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from providers.contract import Days, Span, When


@dataclass(frozen=True, slots=True)
class View:
    """For whom a text is written: `zone` is the reader's, `now` is when they asked, in that zone."""

    now: datetime
    zone: str
    bot: str = "予定"  # what the bot is called


class Times(ABC):
    """How one language writes a time. Clocks are 24-hour `HH:MM` in all of them."""

    weekdays: tuple[str, ...]  # Monday first
    at = " "  # between a day and a time
    dash = "–"  # between two times of a day
    wide_dash = " – "  # between two days
    comma = ", "

    @abstractmethod
    def day(self, day: date, now: datetime) -> str:
        """A day with its weekday; with the year when it is not this one."""

    @abstractmethod
    def length(self, length: timedelta) -> str:
        """A duration."""

    @abstractmethod
    def all_day(self, days: int) -> str:
        """That whole days are meant, and how many."""

    def bracket(self, words: str) -> str:
        """A remark in brackets."""
        return f" ({words})"

    def when(self, when: When, zone: str, view: View) -> str:
        """Date with weekday, time and length; the zone's name when it is not the reader's."""
        if isinstance(when, Days):
            return self.days(when, view) + self.at + self.all_day((when.last - when.first).days + 1)
        lasts = when.length
        beside = [self.length(lasts)] if lasts else []
        if zone != view.zone:
            beside.append(zone)
        return self.hours(when, None, zone, view) + (self.bracket(self.comma.join(beside)) if beside else "")

    def about(self, when: When, zone: str, view: View) -> str:
        """A time as something is looked for by: without its length."""
        if isinstance(when, Days):
            return self.days(when, view)
        return self.hours(when, None, zone, view) + (self.bracket(zone) if zone != view.zone else "")

    def days(self, days: Days, view: View) -> str:
        """A day, or from the first to the last."""
        first = self.day(days.first, view.now)
        return first if days.first == days.last else first + self.wide_dash + self.day(days.last, view.now)

    def hours(self, span: Span, known: date | None, zone: str, view: View) -> str:
        """From when until when in `zone`; a day is named where it is not the one just named, or `known` from above."""
        start, end = span.start.astimezone(ZoneInfo(zone)), span.end.astimezone(ZoneInfo(zone))
        begins = self._clock(start, known, view)
        if not span.length:
            return begins
        dash = self.dash if end.date() == start.date() else self.wide_dash
        return begins + dash + self._clock(end, known or start.date(), view)

    def moment(self, when: When, zone: str, view: View) -> str:
        """When something begins, as short as can be: 11/21 15:00; and when it ends, if more than a day later."""
        if isinstance(when, Days):
            return self.short_day(when.first, view.now)
        start, end = (moment.astimezone(ZoneInfo(zone)) for moment in (when.start, when.end))
        first, last = self.short_day(start.date(), view.now), self.short_day(end.date(), view.now)
        if end - start <= _A_DAY:
            return f"{first} {start:%H:%M}"
        return f"{first} {start:%H:%M}–{last}" if any((start.hour, start.minute)) else f"{first}–{last} {end:%H:%M}"

    def short_day(self, day: date, now: datetime) -> str:
        """A day for a button."""
        return f"{day.month}/{day.day}" if day.year == now.year else f"{day.year}/{day.month}/{day.day}"

    def _clock(self, moment: datetime, known: date | None, view: View) -> str:
        clock = f"{moment:%H:%M}"
        return clock if moment.date() == known else self.day(moment.date(), view.now) + self.at + clock


_A_DAY = timedelta(days=1)


def parts(length: timedelta) -> tuple[int, int, int]:
    """Days, hours and minutes, to the minute."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return (*divmod(hours, 24), minutes)
