"""Bodies of webhooks: the JSON object that strangers sent, read without trusting any of it. No I/O.

`null` counts as absent, and so does a member of another kind than was looked for.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from pydantic_core import from_json

Members = Mapping[str, Any]

_DEEPEST = 32  # what anybody sends us is a few levels deep
_BRACKET_OR_STRING = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"?', re.DOTALL)  # linear, also where a string never ends
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ABSENT: Members = {}


class Malformed(ValueError):
    """The body says nothing at all; `reason` is a constant phrase."""

    def __init__(self, reason: str) -> None:
        """`reason` never repeats what came."""
        super().__init__(reason)
        self.reason = reason


class Incomplete(ValueError):
    """A message of a known kind without something that its page promises."""

    def __init__(self, kind: str, field: str) -> None:
        """`field` is the path of what is missing, e.g. "source.userId"."""
        super().__init__(f"{kind} without {field}")
        self.kind = kind
        self.field = field


def read_object(body: bytes) -> dict[str, Any]:
    """`body` as an object, quickly where it is written plainly, carefully otherwise.

    Raises Malformed for what is no JSON object, or a treacherous one (repeated keys, NUL, endless nesting).
    """
    try:
        root = from_json(body, allow_inf_nan=False)
    except ValueError:
        return _carefully(body)
    shallow = body.count(b"{") + body.count(b"[") <= _DEEPEST
    # A key is followed by `":`; where that is found as often as there are keys, none came twice.
    if shallow and isinstance(root, dict) and b"\\u" not in body and not _BLANK_BEFORE_COLON.search(body):
        return root if body.count(b'":') == _count_keys(root) else _carefully(body)
    return _carefully(body)


def _carefully(body: bytes) -> dict[str, Any]:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    text = text.removeprefix("\ufeff")
    if _depth(text) > _DEEPEST:
        raise Malformed("nested too deeply")
    try:
        root = _DECODER.decode(text)
    except Malformed:
        raise
    except ValueError:
        raise Malformed("not JSON") from None
    if not isinstance(root, dict):
        raise Malformed("not a JSON object")
    if any("\0" in string for string in _strings(root)):
        raise Malformed("holds NUL")
    whole: dict[str, Any] = _without_lone_surrogates(root)
    return whole


def _depth(text: str) -> int:
    """How deep `text` nests, as far as it can be told without reading it as JSON."""
    deepest = depth = 0
    for found in _BRACKET_OR_STRING.finditer(text):
        sign = text[found.start()]
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign != '"':
            depth -= 1
    return deepest


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Malformed("a key comes twice")
    return members


def _no_number(name: str) -> NoReturn:
    raise Malformed(f"{name} is no JSON")


def _count_keys(root: dict[str, Any]) -> int:
    count, values = len(root), list(root.values())
    for value in values:  # grows while it is walked
        if isinstance(value, dict):
            count += len(value)
            values += value.values()
        elif isinstance(value, list):
            values += value
    return count


_BLANK_BEFORE_COLON = re.compile(rb'"\s+:')
_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, member in value.items():
            yield key
            yield from _strings(member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)


def _without_lone_surrogates(value: Any) -> Any:
    """`value` with U+FFFD for each half of a pair that came alone: no text that leaves here fails to encode."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_without_lone_surrogates(key): _without_lone_surrogates(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_without_lone_surrogates(member) for member in value]
    return value


# --- members ----------------------------------------------------------------------------------------------------


def member(parent: Members, name: str) -> Members:
    value = parent.get(name)
    return value if isinstance(value, dict) else _ABSENT


def string(parent: Members, name: str) -> str | None:
    """A string with something in it; anything else counts as absent."""
    value = parent.get(name)
    return value if isinstance(value, str) and value else None


def number(parent: Members, name: str) -> int | None:
    """A whole number, also as a string of digits."""
    value = parent.get(name)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def instant(text: str | None) -> datetime | None:
    """An instant in UTC; they send none to three digits of a second's fraction."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is UTC:
            return moment
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
