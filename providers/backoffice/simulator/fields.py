"""What a request may hold, read as strictly as the page allows. No I/O.

What the page leaves open is refused rather than forgiven, so that nobody comes to rely on it: null, `Z` for an offset,
a notification that is a time, a recipient who is not of the staff, an event without recipients.
Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import MAXYEAR, MINYEAR, UTC, datetime

from providers.backoffice.simulator.words import Wrong

CAPTION, DESCRIPTION = 255, 10_000  # characters; how long they may be no page says

INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}")
DURATION = re.compile(r"P(?=.)([0-9]{1,4}D)?(T(?=.)([0-9]{1,5}H)?([0-9]{1,7}M)?)?")

Members = dict[str, object]
Check = Callable[[object], str]  # the name of what is wrong, "" for nothing


def instant(text: object) -> datetime | None:
    """The moment that `text` writes with seconds and a numeric offset, in UTC; None when it does not."""
    if not isinstance(text, str) or not INSTANT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if MINYEAR < moment.year < MAXYEAR else None


def written(moment: datetime) -> str:
    """`moment` as the samples write it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def read(body: object, staff: Mapping[str, str], *, whole: bool) -> Members:
    """The members of an event that `body` gives, checked; with `whole` those that an event must have are among them.

    `staff` maps the lower-case e-mails of users to how they are written. Other members are left alone. Raises Wrong.
    """
    if not isinstance(body, dict):
        raise Wrong("not_json")
    checks: dict[str, Check] = {
        "caption": lambda value: _text(value, CAPTION, shortest=1),
        "description": lambda value: _text(value, DESCRIPTION),
        "startDate": lambda value: "" if instant(value) else "time",
        "endDate": lambda value: "" if instant(value) else "time",
        "notifications": _durations,
        "recipients": lambda value: _recipients(value, staff),
    }
    needed: Collection[str] = ("caption", "startDate", "endDate", "recipients") if whole else ()
    wrong = {name: "required" for name in needed if name not in body}
    wrong |= {name: text for name, check in checks.items() if name in body and (text := check(body[name]))}
    if wrong:
        raise Wrong(**wrong)
    return {name: _kept(name, body[name], staff) for name in checks if name in body}


def check_order(event: Members) -> None:
    """Raise Wrong for an end before the start; equal they are in the page's own sample."""
    start, end = instant(event["startDate"]), instant(event["endDate"])
    if start is not None and end is not None and end < start:
        raise Wrong(endDate="order")


def _kept(name: str, value: object, staff: Mapping[str, str]) -> object:
    """A member as it is kept: times in UTC, recipients once each and as the staff list has them."""
    if name in ("startDate", "endDate"):
        moment = instant(value)
        assert moment is not None
        return written(moment)
    if name == "recipients":
        return list(dict.fromkeys(staff[one.lower()] for one in _list(value)))
    return value


def _text(value: object, longest: int, *, shortest: int = 0) -> str:
    if not isinstance(value, str):
        return "text"
    if len(value.strip()) < shortest:
        return "required"
    return "long" if len(value) > longest else ""


def _texts(value: object) -> str:
    return "" if isinstance(value, list) and all(isinstance(one, str) for one in value) else "list"


def _durations(value: object) -> str:
    return _texts(value) or ("" if all(DURATION.fullmatch(one) for one in _list(value)) else "duration")


def _recipients(value: object, staff: Mapping[str, str]) -> str:
    if wrong := _texts(value):
        return wrong
    emails = _list(value)
    return "required" if not emails else "" if all(one.lower() in staff for one in emails) else "staff"


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value
