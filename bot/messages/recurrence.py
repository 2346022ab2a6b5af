"""An RFC 5545 rule, taken apart so that a language can say it."""

from dataclasses import dataclass
from datetime import date
from typing import Self

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Rule:
    """`weekdays` are (n-th or None, 0 for Monday … 6); -1st is the last."""

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int | None, int], ...] = ()
    month_days: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None

    @classmethod
    def read(cls, rule: str) -> Self:
        """`rule` without its `RRULE:`."""
        parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
        until = parts.get("UNTIL")
        return cls(
            frequency=parts.get("FREQ", ""),
            interval=int(parts.get("INTERVAL", "1")),
            weekdays=tuple(_weekday(day) for day in parts.get("BYDAY", "").split(",") if day),
            month_days=tuple(int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=date(int(until[:4]), int(until[4:6]), int(until[6:8])) if until else None,
        )

    @property
    def working_days(self) -> bool:
        """Monday to Friday, every week."""
        return self.interval == 1 and [day for _, day in self.weekdays] == [0, 1, 2, 3, 4]


def _weekday(part: str) -> tuple[int | None, int]:
    nth = part[:-2]
    return (int(nth) if nth else None, _WEEKDAYS.index(part[-2:]))
