"""Between LINE WORKS's way of writing times and ours. No I/O, no clock.

They write wall-clock time without an offset, with the zone's name beside it; whole days end on the day after.
"""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from providers.contract import Days, Span, When
from providers.lineworks.events import Event, EventTime, NewEventTime, Stamp

log = structlog.get_logger()

_OFFSET = re.compile(r"(?:GMT|UTC)([+-])(\d{1,2})(?::?00)?")


def zone_named(name: str | None, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of that name, also where it is written "GMT+09:00"; `otherwise` for none and for unknown ones."""
    if not name:
        return otherwise
    offset = _OFFSET.fullmatch(name)
    if offset:
        # The zones named Etc/GMT count westward.
        name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}"
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path; the name of a folder
        log.warning("a time zone is unknown", provider="lineworks", taken_instead=otherwise.key)
        return otherwise


def written(when: When, zone: ZoneInfo, *, end_exclusive: bool = True) -> tuple[NewEventTime, NewEventTime]:
    """Start and end as an event has them; instants as what the clocks in `zone` show, cut to whole seconds.

    `end_exclusive`: the end of whole days is the day after the last one.
    Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-list
    """
    if isinstance(when, Days):
        end = when.last + timedelta(days=end_exclusive)
        return NewEventTime(date=when.first.isoformat()), NewEventTime(date=end.isoformat())
    return _wall(when.start, zone), _wall(when.end, zone)


def _wall(moment: datetime, zone: ZoneInfo) -> NewEventTime:
    local = on_the_clock(moment, zone)
    if local.fold:
        # The second of two equal hours when summer time ends: without an offset it would be taken for the first.
        return NewEventTime(date_time=_text(moment.astimezone(UTC)), time_zone="UTC")
    return NewEventTime(date_time=_text(local), time_zone=zone.key)


def _text(moment: datetime) -> str:
    return moment.replace(tzinfo=None, microsecond=0).isoformat()


def on_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """`moment` as the clocks in `zone` show it: 2:30 is 3:30 where they are put forward from 2 to 3."""
    return moment.astimezone(UTC).astimezone(zone)  # straight to its own zone nothing would happen


def when_of(event: Event, otherwise: ZoneInfo, *, end_exclusive: bool = True) -> When:
    """When `event` is; times without a known zone are those of `otherwise`. Raises ValueError for no start.

    A missing end, or one before the start, counts as the start (for whole days: as one day). Times are as they are
    written, also in an hour that the clocks skip: a series goes on from there.
    """
    if event.start is None:
        raise ValueError("an event has no start")
    if event.start.date:
        first = date.fromisoformat(event.start.date)
        end = date.fromisoformat(event.end.date) if event.end and event.end.date else first
        return Days(first, max(first, end - timedelta(days=1) if end_exclusive else end))
    start = instant(event.start, otherwise)
    end_at = instant(event.end, otherwise) if event.end and event.end.date_time else start
    return Span(start, max(start, end_at))


def instant(stamp: Stamp, otherwise: ZoneInfo) -> datetime:
    """The moment of `stamp`, in its own zone. Raises ValueError when it has none."""
    if not stamp.date_time:
        raise ValueError("a time is missing")
    moment = datetime.fromisoformat(stamp.date_time)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone_named(stamp.time_zone, otherwise))


def zone_of(time: EventTime | None, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone an event is written in."""
    return zone_named(time.time_zone if time else None, otherwise)
