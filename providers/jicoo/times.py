"""Between Jicoo's way of writing times and ours. No I/O, no clock.

They write instants in UTC with the name of a zone beside them, in which whoever made the entry sees it.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from providers.contract import Days, Span, When, as_span

log = structlog.get_logger()

UNKNOWN_ZONE = "UTC"
_MIDNIGHT = time()


def zone_named(name: str | None) -> ZoneInfo:
    """The zone of that name; UTC, in which the instants are written, for none and for unknown ones."""
    try:
        return ZoneInfo(name or UNKNOWN_ZONE)
    except (KeyError, ValueError, OSError):  # unknown; a path; the name of a folder
        log.warning("a time zone is unknown", provider="jicoo", taken_instead=UNKNOWN_ZONE)
        return ZoneInfo(UNKNOWN_ZONE)


def instant(text: str | None, zone: ZoneInfo) -> datetime:
    """The moment that `text` writes, in `zone`. Raises ValueError.

    With or without a fraction, in UTC where it says nothing else; a mere date is midnight in `zone`.
    """
    if not text:
        raise ValueError("a time is missing")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone if "T" not in text.upper() and len(text) == len("2024-04-01") else UTC)
    try:
        return moment.astimezone(UTC).astimezone(zone)
    except OverflowError:
        raise ValueError("a time before all time") from None


def span_of(started_at: str | None, ended_at: str | None, zone: ZoneInfo) -> Span:
    """From start to end, in `zone`; a missing end, or one before the start, counts as the start. Raises ValueError."""
    start = instant(started_at, zone)
    end = instant(ended_at, zone) if ended_at else start
    return Span(start, max(start, end))


def when_of(started_at: str | None, ended_at: str | None, zone: ZoneInfo, *, all_day: bool) -> When:
    """When an entry is. Whole days end with the last midnight, or within the last day. Raises ValueError."""
    span = span_of(started_at, ended_at, zone)
    if not all_day:
        return span
    first, last = span.start.date(), span.end.date()
    if span.end.time() == _MIDNIGHT:
        last -= timedelta(days=1)
    return Days(first, max(first, last))


def written(when: When, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Start and end as they are sent; whole days from midnight to midnight in `zone`."""
    span = as_span(when, zone)
    return span.start, span.end
