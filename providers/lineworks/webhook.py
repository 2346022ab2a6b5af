"""Callbacks of LINE WORKS: prove them, then read them. No I/O, no clock.

Source: https://developers.worksmobile.com/en/docs/bot-callback
"""

import base64
import binascii
import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from providers.bodies import Incomplete, Members, instant, member, number, read_object, string
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
_Ids = tuple[datetime, str | None, str | None, int | None]  # the fields that all callbacks share, in their order


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
    root = read_object(body)
    kind = string(root, "type")
    if kind is None:
        raise Incomplete("callback", "type")
    source = member(root, "source")
    reader = _READERS.get(kind)
    issued = instant(string(root, "issuedTime"))
    if issued is None:
        raise Incomplete(kind, "issuedTime")
    ids = (issued, string(source, "userId"), string(source, "channelId"), number(source, "domainId"))
    return UnknownCallback(*ids, kind) if reader is None else reader(ids, root)


# --- kinds ------------------------------------------------------------------------------------------------------


def _from_user(kind: str, ids: _Ids) -> None:
    if ids[1] is None:
        raise Incomplete(kind, "source.userId")


def _from_channel(kind: str, ids: _Ids) -> None:
    if ids[2] is None:
        raise Incomplete(kind, "source.channelId")


def _message(ids: _Ids, root: Members) -> Callback:
    _from_user("message", ids)
    return MessageCallback(*ids, _content(member(root, "content")))


def _content(content: Members) -> Content:
    kind = string(content, "type")
    match kind:
        case None:
            raise Incomplete("message", "content.type")
        case "text":
            text = content.get("text")
            if not isinstance(text, str):  # an empty one is a text
                raise Incomplete("message", "content.text")
            return TextContent(text, string(content, "postback"))
        case "location":
            return LocationContent(
                string(content, "address"), _degrees(content, "latitude"), _degrees(content, "longitude")
            )
        case "sticker":
            return StickerContent(string(content, "packageId"), string(content, "stickerId"))
        case "image" | "file" | "audio" | "video":
            # Older payloads called it resourceId.
            return FileContent(kind, string(content, "resourceId") or string(content, "fileId"))
        case _:
            return UnknownContent(kind)


def _degrees(content: Members, name: str) -> float | None:
    value = content.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 180:
        return None
    return float(value)


def _postback(ids: _Ids, root: Members) -> Callback:
    _from_user("postback", ids)
    data = string(root, "data")
    if data is None:
        raise Incomplete("postback", "data")
    return PostbackCallback(*ids, data)


def _join(ids: _Ids, _: Members) -> Callback:
    _from_channel("join", ids)
    return JoinCallback(*ids)


def _leave(ids: _Ids, _: Members) -> Callback:
    _from_channel("leave", ids)
    return LeaveCallback(*ids)


def _joined(ids: _Ids, root: Members) -> Callback:
    _from_channel("joined", ids)
    return JoinedCallback(*ids, _members("joined", root))


def _left(ids: _Ids, root: Members) -> Callback:
    _from_channel("left", ids)
    return LeftCallback(*ids, _members("left", root))


def _members(kind: str, root: Members) -> tuple[str, ...]:
    members = root.get("members")
    if not isinstance(members, list):
        raise Incomplete(kind, "members")
    return tuple(member for member in members if isinstance(member, str) and member)


def _begin(ids: _Ids, _: Members) -> Callback:
    _from_user("begin", ids)
    _from_channel("begin", ids)
    return BeginCallback(*ids)


def _end(ids: _Ids, _: Members) -> Callback:
    _from_user("end", ids)
    _from_channel("end", ids)
    return EndCallback(*ids)


_READERS: Mapping[str, Callable[[_Ids, Members], Callback]] = {
    "message": _message,
    "postback": _postback,
    "join": _join,
    "leave": _leave,
    "joined": _joined,
    "left": _left,
    "begin": _begin,
    "end": _end,
}
