"""An RFC 5545 rule, taken apart so that a language can say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Self
from zoneinfo import ZoneInfo

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING_DAYS = ((None, 0), (None, 1), (None, 2), (None, 3), (None, 4))


@dataclass(frozen=True, slots=True)
class Rule:
    """`weekdays` are (n-th or None, 0 for Monday … 6); -1st is the last. `until` is the last day, in the event's zone."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int | None, int], ...] = ()
    month_days: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None

    @classmethod
    def read(cls, rule: str, zone: str) -> Self:
        """`rule` without its `RRULE:`, of an event whose times are written in `zone`."""
        parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
        return cls(
            frequency=parts.get("FREQ", ""),
            interval=int(parts.get("INTERVAL", "1")),
            weekdays=tuple(_weekday(day) for day in parts.get("BYDAY", "").split(",") if day),
            month_days=tuple(int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=_day(parts["UNTIL"], zone) if "UNTIL" in parts else None,
        )

    @property
    def working_days(self) -> bool:
        """Monday to Friday, every week."""
        return self.frequency == "WEEKLY" and self.interval == 1 and self.weekdays == _WORKING_DAYS

    @property
    def nths(self) -> Mapping[int, tuple[int | None, ...]]:
        """The weekdays, each with its "n-th"s, so that "the first and third Thursday" names Thursday once."""
        found: dict[int, tuple[int | None, ...]] = {}
        for nth, day in self.weekdays:
            found[day] = (*found.get(day, ()), nth)
        return found


def _weekday(part: str) -> tuple[int | None, int]:
    nth = part[:-2]
    return (int(nth) if nth else None, _WEEKDAYS.index(part[-2:]))


def _day(until: str, zone: str) -> date:
    if until.endswith("Z"):
        return datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()
    return date(int(until[:4]), int(until[4:6]), int(until[6:8]))
