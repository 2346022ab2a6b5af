"""Callbacks of LINE WORKS: prove them, then read them. No I/O, no clock.

Source: https://developers.worksmobile.com/en/docs/bot-callback
"""

import base64
import binascii
import hmac
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn

from pydantic_core import from_json

from providers.errors import Forged
from providers.lineworks.callbacks import (
    BeginCallback,
    Callback,
    Content,
    EndCallback,
    FileContent,
    JoinCallback,
    JoinedCallback,
    LeaveCallback,
    LeftCallback,
    LocationContent,
    MessageCallback,
    PostbackCallback,
    StickerContent,
    TextContent,
    UnknownCallback,
    UnknownContent,
)

_SIGNATURE_LENGTH = 44  # base64 of 32 bytes
_DEEPEST = 32  # what they send is three levels deep
_BRACKET_OR_STRING = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"?', re.DOTALL)  # linear, also where a string never ends
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_Members = Mapping[str, Any]
_Ids = tuple[datetime, str | None, str | None, int | None]  # the fields that all callbacks share, in their order
_ABSENT: _Members = {}


class Malformed(ValueError):
    """The body is no callback at all; `reason` is a constant phrase."""

    def __init__(self, reason: str) -> None:
        """`reason` never repeats what came."""
        super().__init__(reason)
        self.reason = reason


class Incomplete(ValueError):
    """A callback of a known kind without something that its page promises."""

    def __init__(self, kind: str, field: str) -> None:
        """`field` is the path of what is missing, e.g. "source.userId"."""
        super().__init__(f"{kind} without {field}")
        self.kind = kind
        self.field = field


def verify(body: bytes, header_values: Sequence[str], secrets: Sequence[bytes | str]) -> int:
    """Which of `secrets` signed `body`, by its index. Raises Forged.

    `header_values` is every value of X-WORKS-Signature that came: base64 of the HMAC-SHA256 of the raw bytes, keyed
    with the bot secret. Two secrets serve a rotation. Raises ValueError for no secret or a blank one: without one,
    anybody could sign.
    """
    keys = [secret.encode() if isinstance(secret, str) else secret for secret in secrets]
    if not keys or not all(key.strip() for key in keys):
        raise ValueError("a bot secret is missing or blank")
    claimed = header_values[0].encode("ascii", "replace") if len(header_values) == 1 else b""
    match = -1
    for index, key in enumerate(keys):
        right = binascii.b2a_base64(hmac.digest(key, body, "sha256"), newline=False)
        if hmac.compare_digest(right, claimed) and match < 0:
            match = index
    if match < 0:
        raise Forged(_flaw(header_values))
    return match


def _flaw(header_values: Sequence[str]) -> str:
    """What is wrong with a header that signs nothing of ours, for the counters."""
    if not header_values:
        return "missing"
    if len(header_values) > 1:
        return "twice"
    value = header_values[0]
    if not value:
        return "empty"
    if len(value) != _SIGNATURE_LENGTH:
        return "length"
    try:
        digest = base64.b64decode(value.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return "alphabet"
    # Base64 of 32 bytes leaves two bits over: a value that differs only in those is not what they sent.
    return "mismatch" if base64.b64encode(digest).decode() == value else "alphabet"


def read(body: bytes) -> Callback:
    """The callback that `body` is. To be called after `verify`.

    Kinds and members that no page documents are tolerated, null counts as absent.
    Raises Malformed for what is no JSON object, or a treacherous one (repeated keys, NUL, endless nesting);
    Incomplete for a callback of a known kind that lacks what its page promises.
    """
    root = _object(body)
    kind = _string(root, "type")
    if kind is None:
        raise Incomplete("callback", "type")
    source = _member(root, "source")
    reader = _READERS.get(kind)
    issued = _instant(_string(root, "issuedTime"))
    if issued is None:
        raise Incomplete(kind, "issuedTime")
    ids = (issued, _string(source, "userId"), _string(source, "channelId"), _number(source, "domainId"))
    return UnknownCallback(*ids, kind) if reader is None else reader(ids, root)


# --- JSON -------------------------------------------------------------------------------------------------------


def _object(body: bytes) -> dict[str, Any]:
    """`body` as an object, quickly where it is written as LINE WORKS writes, carefully otherwise."""
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


def _member(parent: _Members, name: str) -> _Members:
    value = parent.get(name)
    return value if isinstance(value, dict) else _ABSENT


def _string(parent: _Members, name: str) -> str | None:
    """A string with something in it; anything else counts as absent."""
    value = parent.get(name)
    return value if isinstance(value, str) and value else None


def _number(parent: _Members, name: str) -> int | None:
    """A whole number, also as a string of digits."""
    value = parent.get(name)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _instant(text: str | None) -> datetime | None:
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


# --- kinds ------------------------------------------------------------------------------------------------------


def _from_user(kind: str, ids: _Ids) -> None:
    if ids[1] is None:
        raise Incomplete(kind, "source.userId")


def _from_channel(kind: str, ids: _Ids) -> None:
    if ids[2] is None:
        raise Incomplete(kind, "source.channelId")


def _message(ids: _Ids, root: _Members) -> Callback:
    _from_user("message", ids)
    return MessageCallback(*ids, _content(_member(root, "content")))


def _content(content: _Members) -> Content:
    kind = _string(content, "type")
    match kind:
        case None:
            raise Incomplete("message", "content.type")
        case "text":
            text = content.get("text")
            if not isinstance(text, str):  # an empty one is a text
                raise Incomplete("message", "content.text")
            return TextContent(text, _string(content, "postback"))
        case "location":
            return LocationContent(
                _string(content, "address"), _degrees(content, "latitude"), _degrees(content, "longitude")
            )
        case "sticker":
            return StickerContent(_string(content, "packageId"), _string(content, "stickerId"))
        case "image" | "file" | "audio" | "video":
            # Older payloads called it resourceId.
            return FileContent(kind, _string(content, "resourceId") or _string(content, "fileId"))
        case _:
            return UnknownContent(kind)


def _degrees(content: _Members, name: str) -> float | None:
    value = content.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 180:
        return None
    return float(value)


def _postback(ids: _Ids, root: _Members) -> Callback:
    _from_user("postback", ids)
    data = _string(root, "data")
    if data is None:
        raise Incomplete("postback", "data")
    return PostbackCallback(*ids, data)


def _join(ids: _Ids, _: _Members) -> Callback:
    _from_channel("join", ids)
    return JoinCallback(*ids)


def _leave(ids: _Ids, _: _Members) -> Callback:
    _from_channel("leave", ids)
    return LeaveCallback(*ids)


def _joined(ids: _Ids, root: _Members) -> Callback:
    _from_channel("joined", ids)
    return JoinedCallback(*ids, _members("joined", root))


def _left(ids: _Ids, root: _Members) -> Callback:
    _from_channel("left", ids)
    return LeftCallback(*ids, _members("left", root))


def _members(kind: str, root: _Members) -> tuple[str, ...]:
    members = root.get("members")
    if not isinstance(members, list):
        raise Incomplete(kind, "members")
    return tuple(member for member in members if isinstance(member, str) and member)


def _begin(ids: _Ids, _: _Members) -> Callback:
    _from_user("begin", ids)
    _from_channel("begin", ids)
    return BeginCallback(*ids)


def _end(ids: _Ids, _: _Members) -> Callback:
    _from_user("end", ids)
    _from_channel("end", ids)
    return EndCallback(*ids)


_READERS: Mapping[str, Callable[[_Ids, _Members], Callback]] = {
    "message": _message,
    "postback": _postback,
    "join": _join,
    "leave": _leave,
    "joined": _joined,
    "left": _left,
    "begin": _begin,
    "end": _end,
}
