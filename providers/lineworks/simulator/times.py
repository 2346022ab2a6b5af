"""The three ways LINE WORKS writes times, read as strictly as it reads them. No I/O.

Source: https://developers.worksmobile.com/jp/docs/calendar-default-event-user-create
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from providers.simulation.fields import Fields, bad

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOCAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")
WITH_OFFSET = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})")

LONGEST_WINDOW = timedelta(days=31)
LONGEST_SEARCH = timedelta(days=180)
AROUND = timedelta(days=90)  # before and after now, where a search names no times


@dataclass(frozen=True, slots=True)
class Moment:
    """A start or an end: a local time in a zone, or, where `zone` is None, the midnight of a whole day."""

    local: datetime
    zone: ZoneInfo | None

    def instant(self, home: ZoneInfo) -> datetime:
        """In UTC; a whole day begins at midnight in `home`."""
        return self.local.replace(tzinfo=self.zone or home).astimezone(UTC)


def moment(fields: Fields) -> Moment:
    """An EventTime: exactly one of `date` and `dateTime`, the latter with its zone and without an offset. Raises Invalid."""
    day, clock = fields.text("date"), fields.text("dateTime")
    if (day is None) == (clock is None):
        bad(fields.where, "must have exactly one of date and dateTime")
    if day is not None:
        return Moment(_day(fields.at("date"), day), None)
    return zoned(fields)


def zoned(fields: Fields) -> Moment:
    """`dateTime` and `timeZone`. Raises Invalid."""
    where, text = fields.at("dateTime"), fields.needed("dateTime")
    if not LOCAL.fullmatch(text):
        bad(where, "must look like YYYY-MM-DDTHH:mm:ss")
    local = _existing(where, text)
    name = fields.needed("timeZone")
    if name not in _zone_names():
        bad(fields.at("timeZone"), "is not a known time zone")
    return Moment(local, ZoneInfo(name))


def window(since: str | None, until: str | None) -> tuple[datetime, datetime]:
    """`fromDateTime` and `untilDateTime` of a list, at most 31 days apart. Raises Invalid."""
    start, end = _with_offset("fromDateTime", since), _with_offset("untilDateTime", until)
    if end < start:
        bad("untilDateTime", "must not be before fromDateTime")
    if end - start > LONGEST_WINDOW:
        bad("untilDateTime", "must not be more than 31 days after fromDateTime")
    return start, end


def search_window(since: str | None, until: str | None, now: datetime) -> tuple[datetime, datetime]:
    """`startTime` and `endTime` of a search, at most 180 days apart; with one missing, three months around `now`.

    Raises Invalid.
    """
    given = [_with_offset(name, text) for name, text in (("startTime", since), ("endTime", until)) if text is not None]
    if len(given) < 2:
        return now - AROUND, now + AROUND
    start, end = given
    if not timedelta() <= end - start <= LONGEST_SEARCH:
        bad("endTime", "must be at most 180 days after startTime, and not before it")
    return start, end


def written(moment: datetime, zone: str) -> dict[str, str]:
    """An instant as LINE WORKS writes `createdTime`: local, in whole seconds, its zone beside it."""
    return {"dateTime": f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M:%S}", "timeZone": zone}


def _day(where: str, text: str) -> datetime:
    if not DATE.fullmatch(text):
        bad(where, "must look like YYYY-MM-DD")
    return _existing(where, text)


def _with_offset(name: str, text: str | None) -> datetime:
    if text is None:
        bad(name, "is required")
    if not WITH_OFFSET.fullmatch(text):
        bad(name, "must look like YYYY-MM-DDThh:mm:ss+09:00")
    return _existing(name, text).astimezone(UTC)


def _existing(where: str, text: str) -> datetime:
    """The time that `text` names, a year away from where Python's calendar ends: every zone then has it."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        bad(where, "does not exist")
    if not MINYEAR < found.year < MAXYEAR:
        bad(where, "is out of range")
    return found


@cache
def _zone_names() -> frozenset[str]:
    """Reading the whole zone folder takes a while: once is enough."""
    return frozenset(available_timezones())
