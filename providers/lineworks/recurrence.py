"""The lines of a series (RFC 5545: RRULE, RDATE, EXDATE): which starts they mean, how to take one out, how to move all.

A start is a plain wall-clock datetime in the series' own zone, or a date for whole days: rules count by the wall
clock, not by instants. No I/O, no clock.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from providers.lineworks.times import zone_named

Start = datetime | date

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_PER_STEP = {"DAILY": 1, "WEEKLY": 7}
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_FIXED_DAYS = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"})
_MOST_STARTS = 20_000  # a daily series of 54 years
_CYCLE = timedelta(days=146_097)  # 400 years, after which the calendar repeats itself, weekdays and all
_VALUE = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
_TZID = re.compile(r'TZID="?([^";:]+)', re.IGNORECASE)


class UnreadableRule(ValueError):
    """A series in a form that we do not understand, or that a calendar would not make."""


def starts(lines: Sequence[str], first: Start, zone: ZoneInfo, after: datetime, before: datetime) -> list[Start]:
    """Starts of the series from `after` to `before` (wall-clock, both included), in order.

    `first` is the master's own. Starts that an exception replaces are among them. Raises UnreadableRule.
    """
    found = {first}  # the master's own start counts, whatever the rule says
    gone: list[Start] = []
    for line in lines:
        match _name(line):
            case "RRULE":
                found.update(_of_rule(_value(line), first, zone, after, before))
            case "RDATE":
                found.update(_like(value, first) for value in _dates(line, zone))
            case "EXDATE":
                gone.extend(_dates(line, zone))
    return sorted(start for start in found if after <= _moment(start) <= before and not _among(gone, start))


def _of_rule(rule: str, first: Start, zone: ZoneInfo, after: datetime, before: datetime) -> Iterator[Start]:
    parts = _parts(rule)
    begin, last = _moment(first), before
    if "UNTIL" in parts:
        until = _date(parts.pop("UNTIL"), zone)
        last = min(last, until if isinstance(until, datetime) and isinstance(first, datetime) else _end_of(until))
        parts.pop("COUNT", None)  # both together are forbidden
    if last < begin:
        return
    begin = _forward(begin, after, parts)
    # A rule that nothing fits (the 30th of February) is searched by dateutil up to the year 9999. Moving everything
    # by whole cycles towards the end of the calendar changes no answer and leaves little to search.
    shift = _CYCLE * ((9999 - last.year) // 400)
    written = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        series = islice(rrulestr(written, dtstart=begin + shift), _MOST_STARTS + 1)
        moments = list(takewhile(lambda moment: moment <= last + shift, series))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise UnreadableRule("a rule of a series cannot be read") from error
    if len(moments) > _MOST_STARTS:
        raise UnreadableRule("a series has too many starts")
    yield from (_like(moment - shift, first) for moment in moments if moment - shift >= after)


def _forward(begin: datetime, after: datetime, parts: Mapping[str, str]) -> datetime:
    """`begin`, or a later moment in step with it: a series of many years need not be counted through."""
    step = _DAYS_PER_STEP.get(parts["FREQ"], 0) * int(parts.get("INTERVAL", "1"))
    if "COUNT" in parts or not step:
        return begin
    # One step less than would fit: other days of a week may come before the weekday of `begin`.
    return begin + timedelta(days=max(0, (after - begin).days // step - 1) * step)


# --- one occurrence ---------------------------------------------------------------------------------------------


def occurrence_id(start: Start, zone: ZoneInfo) -> str:
    """`start` as `recurringEventId` names it, e.g. "TZID=Asia/Tokyo:20211213T140000"."""
    if isinstance(start, datetime):
        return f"TZID={zone.key}:{start:%Y%m%dT%H%M%S}"
    return f"VALUE=DATE:{start:%Y%m%d}"


def occurrence_start(text: str, zone: ZoneInfo) -> Start:
    """The start that a `recurringEventId` names, as wall-clock time in `zone`. Raises UnreadableRule."""
    return _date(_value(text), zone, _zone_in(text))


def excluded(lines: Sequence[str], start: Start, zone: ZoneInfo) -> bool:
    """Whether `start` has been taken out of the series."""
    return any(_among(_dates(line, zone), start) for line in lines if _name(line) == "EXDATE")


def without(lines: Sequence[str], start: Start, zone: ZoneInfo) -> tuple[str, ...]:
    """`lines` with `start` taken out."""
    return (*lines, f"EXDATE;{occurrence_id(start, zone)}")


def with_again(lines: Sequence[str], start: Start, zone: ZoneInfo) -> tuple[str, ...]:
    """`lines` with `start` no longer taken out, also where one line takes out several."""
    kept: list[str] = []
    for line in lines:
        if _name(line) != "EXDATE":
            kept.append(line)
            continue
        values = [value for value in _value(line).split(",") if not _among([_date(value, zone, _zone_in(line))], start)]
        if values:
            kept.append(f"{line.rpartition(':')[0]}:{','.join(values)}")
    return tuple(kept)


# --- the whole series -------------------------------------------------------------------------------------------


def shifted(lines: Sequence[str], old: Start, new: Start, zone: ZoneInfo) -> tuple[str, ...]:
    """`lines` of a series that began at `old`, for one that begins at `new`; what was taken out stays out.

    Raises UnreadableRule where other days are meant and the rule names its days in a way that does not move along.
    """
    if isinstance(old, datetime) != isinstance(new, datetime):
        raise UnreadableRule("a series of whole days cannot get a time of day, nor lose it")
    by = _moment(new) - _moment(old)
    moved: list[str] = []
    for line in lines:
        match _name(line):
            case "RRULE":
                moved.append(_rule_shifted(_parts(_value(line)), by, (_day(new) - _day(old)).days, zone))
            case "EXDATE" | "RDATE" as name:
                moved.extend(f"{name};{occurrence_id(_like(day, old) + by, zone)}" for day in _dates(line, zone))
            case _:
                moved.append(line)
    return tuple(moved)


def _rule_shifted(parts: dict[str, str], by: timedelta, days: int, zone: ZoneInfo) -> str:
    if "UNTIL" in parts:
        until = _date(parts["UNTIL"], zone)
        if isinstance(until, datetime):
            parts["UNTIL"] = f"{(until + by).replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
        else:
            parts["UNTIL"] = f"{until + timedelta(days=days):%Y%m%d}"
    named = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if days and (
        _FIXED_DAYS & parts.keys()
        or any(day not in _WEEKDAYS for day in named)
        or (len(named) > 1 and parts.get("INTERVAL", "1") != "1")
    ):
        raise UnreadableRule("this series names its days in a way that does not move along")
    if named and days:
        parts["BYDAY"] = ",".join(_WEEKDAYS[(_WEEKDAYS.index(day) + days) % 7] for day in named)
    return "RRULE:" + ";".join(f"{name}={value}" for name, value in parts.items())


# --- lines ------------------------------------------------------------------------------------------------------


def _name(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0].strip().upper()


def _value(line: str) -> str:
    return line.rpartition(":")[2].strip()


def _zone_in(line: str) -> str | None:
    found = _TZID.search(line)
    return found[1] if found else None


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name. Raises UnreadableRule for what would never end or is no calendar's rule."""
    pairs = (part.partition("=") for part in rule.upper().split(";") if part)
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    interval = parts.get("INTERVAL", "1")
    if parts.get("FREQ") not in _FREQUENCIES:
        raise UnreadableRule("how often a series repeats cannot be read")
    if not re.fullmatch("[0-9]{1,4}", interval) or int(interval) == 0:
        raise UnreadableRule("the interval of a series cannot be read")
    return parts


def _dates(line: str, zone: ZoneInfo) -> list[Start]:
    return [_date(value, zone, _zone_in(line)) for value in _value(line).split(",")]


def _date(text: str, zone: ZoneInfo, written_in: str | None = None) -> Start:
    """A date, or a wall-clock time in `zone`, whatever zone it was written in."""
    found = _VALUE.fullmatch(text.strip().upper())
    if found is None:
        raise UnreadableRule("a date of a series cannot be read")
    try:
        if found[2] is None:
            return datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007 -- a day has no zone
        moment = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 -- wall-clock time
    except ValueError as error:
        raise UnreadableRule("a date of a series is none") from error
    own = UTC if found[3] else zone_named(written_in, zone)
    return moment if own is zone else moment.replace(tzinfo=own).astimezone(zone).replace(tzinfo=None)


def _moment(start: Start) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, time())


def _day(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start


def _end_of(start: Start) -> datetime:
    return datetime.combine(_day(start), time.max)


def _like(value: Start, model: Start) -> Start:
    """`value` as the kind of start that `model` is."""
    if not isinstance(model, datetime):
        return _day(value)
    return value if isinstance(value, datetime) else datetime.combine(value, model.time())


def _among(values: Sequence[Start], start: Start) -> bool:
    """Whether `start` is named; a whole day names all starts on it."""
    return any(_like(value, start) == start for value in values)
