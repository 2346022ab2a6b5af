"""When an event takes place, repetitions included. No I/O.

The list does not expand a series: its entry is shown when any of its occurrences touches the window, the changed ones
among them, and always whole. The bounds count as touched: which side a real tenant takes is not documented, so callers
that want the stricter reading have to filter.
Source of the recurrence lines: RFC 5545 and https://developers.worksmobile.com/jp/docs/calendar-default-event-user-create
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr

from providers.lineworks.simulator.times import Moment

LINE = re.compile(r"(RRULE|EXRULE|RDATE|EXDATE)((?:;[A-Z-]+=[^;:]+)*):(\S+)")
PART = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|COUNT)=[1-9][0-9]{0,3}|UNTIL=[0-9]{8}(T[0-9]{6}Z?)?"
    r"|BYDAY=[+-]?[0-9]{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[0-9]{0,2}(MO|TU|WE|TH|FR|SA|SU))*"
    r"|(BYMONTHDAY|BYMONTH|BYYEARDAY|BYWEEKNO|BYSETPOS)=[+-]?[1-9][0-9]{0,2}(,[+-]?[1-9][0-9]{0,2})*"
    r"|WKST=(MO|TU|WE|TH|FR|SA|SU)"
)
STAMP = re.compile(r"([0-9]{8})(T[0-9]{6})?(Z)?")
REPLACED = re.compile(r"(?:(TZID|VALUE)=([^:;]+):)?([0-9TZ]+)")

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """From `start` to `end`; `replaces` is the recurrence id of an exception."""

    start: Moment
    end: Moment
    replaces: str | None = None


class Timetable:
    """All occurrences of one event: its first component, which may repeat, and those that replace occurrences of it."""

    def __init__(
        self, master: Occurrence, recurrence: Sequence[str], exceptions: Sequence[Occurrence], home: ZoneInfo
    ) -> None:
        """Whole days are days in `home`. Raises ValueError, in words, for lines that say no recurrence."""
        self._home = home
        self._single = [_instants(one, home) for one in exceptions]
        self._length = master.end.instant(home) - master.start.instant(home)
        self._zone = master.start.zone or home
        self._set: rruleset | None = None
        if recurrence:
            self._set = self._read(master.start.local, recurrence, exceptions)
        else:
            self._single.append(_instants(master, home))

    def touches(self, since: datetime, until: datetime) -> bool:
        """Whether any occurrence shares a moment with the window, its bounds included."""
        if any(start <= until and end >= since for start, end in self._single):
            return True
        if self._set is None:
            return False
        # Local times can be off by an hour or two around a change of the clocks: look wider, then exactly.
        last = self._local(until) + DAY
        try:
            first = self._local(since - self._length) - DAY
        except OverflowError:  # it lasts for ages
            first = datetime.min  # noqa: DTZ901 -- local, like all starts here
        starts = (one.replace(tzinfo=self._zone).astimezone(UTC) for one in self._set.between(first, last, inc=True))
        return any(start <= until and start + self._length >= since for start in starts)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone).replace(tzinfo=None)

    def _read(self, start: datetime, lines: Sequence[str], exceptions: Sequence[Occurrence]) -> rruleset:
        found = rruleset()
        found.rdate(start)  # the first occurrence counts, whether the rule meets it or not
        for line in lines:
            match = LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"is not a recurrence: {line[:60]}")
            name, parameters, value = match.groups()
            if name in ("RRULE", "EXRULE"):
                rule = rrulestr(self._rule(value, start), dtstart=start)
                assert isinstance(rule, rrule)
                (found.rrule if name == "RRULE" else found.exrule)(rule)
                continue
            zone = dict(part.split("=", 1) for part in parameters.split(";") if part).get("TZID")
            for moment in self._stamps(value, zone, start):
                (found.rdate if name == "RDATE" else found.exdate)(moment)
        for exception in exceptions:
            for moment in self._replaced(exception.replaces or "", start):
                found.exdate(moment)
        return found

    def _rule(self, value: str, start: datetime) -> str:
        """The rule with `UNTIL` in local time, as dateutil needs it beside a local start."""
        parts = value.split(";")
        names = [part.partition("=")[0] for part in parts]
        if "FREQ" not in names or len(set(names)) != len(names) or not all(PART.fullmatch(part) for part in parts):
            raise ValueError(f"is not a rule: {value[:60]}")
        return ";".join(self._until(part, start) if part.startswith("UNTIL=") else part for part in parts)

    def _until(self, part: str, start: datetime) -> str:
        stamp = part.removeprefix("UNTIL=")
        (last,) = self._stamps(stamp, None, start)
        if "T" not in stamp:
            last = datetime.combine(last, time.max)  # a day counts to its end
        return f"UNTIL={last:%Y%m%dT%H%M%S}"

    def _replaced(self, text: str, start: datetime) -> Iterator[datetime]:
        """What `recurringEventId` names: `TZID=<zone>:<local time>`, `VALUE=DATE:<day>`, or the bare value."""
        match = REPLACED.fullmatch(text)
        if match is None:
            raise ValueError(f"is not a recurrence id: {text[:60]}")
        name, value, stamp = match.groups()
        yield from self._stamps(stamp, value if name == "TZID" else None, start)

    def _stamps(self, value: str, zone: str | None, start: datetime) -> Iterator[datetime]:
        """Comma-joined days or times, as local times of the series; a day means the occurrence of that day."""
        for text in value.split(","):
            match = STAMP.fullmatch(text)
            if match is None:
                raise ValueError(f"is not a time: {text[:60]}")
            day, clock, utc = match.groups()
            if clock is None:
                yield datetime.combine(datetime.strptime(day, "%Y%m%d").date(), start.time())  # noqa: DTZ007 -- local
                continue
            local = datetime.strptime(day + clock, "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- its zone comes next
            given = UTC if utc else (_zone(zone) or self._zone)
            yield self._local(local.replace(tzinfo=given))


def _instants(one: Occurrence, home: ZoneInfo) -> tuple[datetime, datetime]:
    return one.start.instant(home), one.end.instant(home)


def _zone(name: str | None) -> ZoneInfo | None:
    """The zone of that name. Raises ValueError for an unknown one."""
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        raise ValueError(f"is not a time zone: {name[:60]}") from None
