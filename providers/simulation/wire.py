"""JSON and times as the simulators write them, and the one way for their handlers to say no. No I/O."""

import json
import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from aiohttp import web

Clock = Callable[[], datetime]

JSON_TYPE = "application/json; charset=UTF-8"
DEEPEST = 100  # levels of a JSON body


class Refusal(Exception):
    """A request that the outside system would not carry out; `body` is its error body, or None for an empty one."""

    def __init__(self, status: int, body: Mapping[str, object] | None) -> None:
        """`status` is the HTTP status."""
        super().__init__(status, body)
        self.status = status
        self.body = body


class Invalid(Exception):
    """A member of a request that the outside system would not take: `what` is wrong at `where`."""

    def __init__(self, where: str, what: str) -> None:
        """Both are words for whoever sent it: "body.name", "is required"."""
        super().__init__(where, what)
        self.where = where
        self.what = what


class Nonsense(Exception):
    """A control request that nobody can carry out; its words go to the tester."""


def system_clock() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def instant(moment: datetime) -> str:
    """`moment` in UTC with milliseconds, like "2025-04-02T06:00:00.123Z"."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[: -len("+00:00")] + "Z"


def to_json(value: object) -> bytes:
    """`value` as compact JSON in raw UTF-8; half a surrogate pair, which UTF-8 cannot hold, stays an escape."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def from_json(raw: bytes) -> object:
    """What `raw` says. Raises ValueError for what is not strict JSON in UTF-8, nests too deeply or counts too high."""
    try:
        value: object = json.loads(raw.decode(), parse_constant=_finite, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    # What nests deeper than Python writes could be read, and then not be shown.
    if raw.count(b"[") + raw.count(b"{") > DEEPEST and not _is_shallow(value):
        raise ValueError("nested too deeply")
    return value


def array(items: list[bytes]) -> bytes:
    """A JSON array of values that are JSON already: how thousands of records become one answer without delay."""
    return b"[" + b",".join(items) + b"]"


def answer(status: int, value: object = None) -> web.Response:
    """A JSON answer; without a value an empty one."""
    if value is None:
        return web.Response(status=status)
    return answer_json(status, to_json(value))


def answer_json(status: int, body: bytes) -> web.Response:
    """An answer that is JSON already."""
    return web.Response(status=status, body=body, headers={"Content-Type": JSON_TYPE})


def _finite(text: str) -> float:
    """The number. Raises ValueError for NaN, Infinity and what is as good as infinite, which Python would read."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is not a number that JSON can hold")
    return number


def _is_shallow(value: object) -> bool:
    """Whether nothing in `value` lies deeper than DEEPEST."""
    level = [value]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for one in level:
            inner.extend(one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
        if not inner:
            return True
        level = inner
    return False
