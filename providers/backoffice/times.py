"""Between the Back Office's way of writing times and ours: instants with an offset, reminders as durations. No I/O."""

import re
from datetime import UTC, datetime, timedelta

_DURATION = re.compile(
    r"P(?=.)(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?"
)


def written(moment: datetime) -> str:
    """`moment` in UTC with seconds, like "2022-01-01T00:00:00+00:00": the only form that the page shows."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def instant(text: str) -> datetime:
    """The moment that `text` writes, with a numeric offset or Z. Raises ValueError, also where there is neither."""
    moment = datetime.fromisoformat(text.strip())
    if moment.tzinfo is None:
        raise ValueError("a time without an offset")
    return moment.astimezone(UTC)


def duration(lead: timedelta) -> str:
    """A time before the start as ISO 8601 writes it, in whole minutes: "PT10M", "PT2H", "P1D"."""
    minutes = int(lead.total_seconds() // 60)
    if minutes and minutes % 1440 == 0:
        return f"P{minutes // 1440}D"
    return f"PT{minutes // 60}H" if minutes and minutes % 60 == 0 else f"PT{minutes}M"


def lead(text: str, start: datetime) -> timedelta | None:
    """How long before `start` the notification `text` comes; None for what says no such thing.

    The page calls notifications dates and times and shows a duration, so both are read.
    """
    found = _DURATION.fullmatch(text.strip())
    if found:
        return timedelta(**{unit: int(count) for unit, count in found.groupdict().items() if count})
    try:
        before = start - instant(text)
    except ValueError:
        return None
    return before if before >= timedelta() else None
