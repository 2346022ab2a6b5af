"""How a sentence is read, for people (`explain`) and for machines (`jsonl`). The clock is only a stop-watch here."""

import json
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from time import perf_counter_ns
from typing import BinaryIO, TextIO, cast
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from bot.language.intent import Ask, Intent, Kind, Moment, Note, Piece, Reading
from bot.language.outline import Outline
from bot.language.reader import outlined, read, warm_all
from bot.language.tone import reasons, tone

_HOME = "Asia/Tokyo"
_COLUMN = 28  # where the roles begin, in half-width characters
_HEAVIEST = 6  # reasons that are told
_LONGEST_LINE = 4 * 1024 * 1024  # bytes; the rest of a longer line is skipped, so that memory stays flat
_UNREAD = b"null\n"


def told(sentence: str, *, zone: str, now: str) -> str:
    """How `sentence` is read by somebody in `zone` at `now`: ISO local time there, "" for the present moment.

    Raises ValueError, in words, when there is no such zone or time.
    """
    try:
        home = ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as none:  # an unknown name is a KeyError, an odd one any of the others
        raise ValueError(f"There is no time zone {zone!r}; write one like Asia/Tokyo.") from none
    try:
        moment = datetime.fromisoformat(now).replace(tzinfo=home) if now else datetime.now(home)
    except ValueError as none:
        raise ValueError(f"{now!r} is no time; write one like 2026-11-20T09:30.") from none
    return explain(read(sentence, now=moment), sentence) + "\n" + _tone(*outlined(sentence, now=moment))


def _tone(code: str, outline: Outline) -> str:
    """Whether the sentence sounds like talk, and what makes it sound so."""
    odds = tone(outline.traits, code).talk
    heaviest = ", ".join(f"{trait!r} {weight:+.1f}" for trait, weight in reasons(outline.traits, code)[:_HEAVIEST])
    return f"  sounds like {'talk' if odds > 0 else 'an order'}, {odds:+.1f}: {heaviest}"


def explain(intent: Intent, text: str) -> str:
    """`text` piece by piece with what each was taken for and why, then what it all means; several lines of plain English."""
    lines = [_piece(piece, text) for piece in intent.pieces if text[piece.begin : piece.end].strip()]
    lines.append(f"→ {intent.kind}" + (f" {intent.title!r}" if intent.title else ""))
    lines += [f"  {name}: {value}" for name, value in fields(intent).items() if name not in ("intent", "title", "ask")]
    lines += [f"  assumed: {_assumed(note)}" for note in intent.notes]
    lines += [f"  would ask: {_doubt(ask)}" for ask in intent.ask]
    return "\n".join(lines)


def _piece(piece: Piece, text: str) -> str:
    said = " ".join(text[piece.begin : piece.end].split())
    wide = sum(east_asian_width(character) in "WF" for character in said)
    return f"{said}{' ' * max(1, _COLUMN - len(said) - wide)}{piece.role:11} {piece.why}".rstrip()


def _assumed(note: Note) -> str:
    return str(note.assumption) + (f", not {_reading(note.other)}" if note.other is not None else "")


def _doubt(ask: Ask) -> str:
    others = " or ".join(_reading(reading) for reading in ask.readings)
    return f"{ask.words!r} is {ask.doubt}" + (f"; it could also be {others}" if others else "")


def _reading(reading: Reading) -> str:
    return " to ".join(_moment(moment) for moment in (reading.start, reading.end) if moment is not None)


def fields(intent: Intent) -> dict[str, object]:
    """`intent` as JSON values; what is not known is left out."""
    known: dict[str, object] = {
        "intent": str(intent.kind),
        "title": intent.title,
        "start": intent.start and _moment(intent.start),
        "end": intent.end and _moment(intent.end),
        "all_day": None if intent.start is None else intent.all_day,
        "attendees": list(intent.attendees),
        "optional": list(intent.optional),
        "location": intent.location,
        "description": intent.description,
        "reminders": [_iso_length(reminder) for reminder in intent.reminders],
        "private": intent.private or None,
        "free": intent.free or None,
        "recurrence": intent.recurrence,
        "provider": intent.provider,
        "calendar": intent.calendar,
        "duration": None if intent.duration is None else _iso_length(intent.duration),
        "shift": None if intent.shift is None else _iso_length(intent.shift),
        "original": intent.original and _reading_fields(intent.original),
        "ask": [_reading_fields(reading) for ask in intent.ask for reading in ask.readings or (Reading(None),)],
    }
    return {name: value for name, value in known.items() if value is not None and value != "" and value != []}


def _reading_fields(reading: Reading) -> dict[str, str]:
    pairs = (("start", reading.start), ("end", reading.end))
    return {name: _moment(moment) for name, moment in pairs if moment is not None}


def _moment(moment: Moment) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else _date(moment)


def _date(day: date) -> str:
    return day.isoformat()


def _iso_length(length: timedelta) -> str:
    """An ISO 8601 duration in its shortest form: PT10M, PT1H30M, P1D, -PT1H."""
    seconds = int(length.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    if seconds and seconds % 86_400 == 0:
        return f"{sign}P{seconds // 86_400}D"
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if count]
    return f"{sign}PT{''.join(parts) or '0M'}"


def jsonl(lines: BinaryIO, out: TextIO | BinaryIO) -> None:
    """Read one JSON object a line and write one line for each, in order; `null` where nothing can be read.

    A line holds {id, text, reference, timezone, lang}; `reference` is local time without an offset.
    """
    warm_all()
    binary = cast(BinaryIO, getattr(out, "buffer", out))  # a text stream's bytes, or bytes as given
    for line in _lines(lines):
        binary.write(_answer(line))
        binary.flush()


def _lines(lines: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long to be kept."""
    while line := lines.readline(_LONGEST_LINE):
        whole = line.endswith(b"\n") or len(line) < _LONGEST_LINE
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = lines.readline(_LONGEST_LINE)
            whole = whole or not rest
        yield line if whole else None


def _answer(line: bytes | None) -> bytes:
    if line is None:
        return _UNREAD
    try:
        asked = json.loads(line)
        text = asked["text"]
        zone = ZoneInfo(asked.get("timezone") or _HOME)
        now = datetime.fromisoformat(asked["reference"]).replace(tzinfo=zone)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError):
        return _UNREAD
    if not isinstance(text, str):
        return _UNREAD
    language = asked.get("lang")
    began = perf_counter_ns()
    intent = read(text, now=now, language=language if isinstance(language, str) else None)
    took = perf_counter_ns() - began
    answer = answered(intent) | {"us": took // 1000, "rss_kb": _resident()}
    return json.dumps(answer, ensure_ascii=True).encode() + b"\n"


def answered(intent: Intent) -> dict[str, object]:
    """`intent` as JSON values; of talk that speaks of no time nothing but that it is talk."""
    if intent.kind is Kind.NONE and intent.start is None and intent.end is None and not intent.ask:
        return {"intent": "none"}
    return fields(intent)


def _resident() -> int:
    """Resident memory of this process in KB; its greatest so far where the system does not tell the present one."""
    try:
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - a path object per line would cost more than the read
            return int(statm.read().split()[1]) * resource.getpagesize() // 1024
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform != "darwin" else most // 1024
