"""Callbacks: only what LINE WORKS signed is read, and all of it that is known."""

import base64
import hmac
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from providers.bodies import Incomplete, Malformed
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
from providers.lineworks.webhook import read, verify

SECRET, OLD = "bot-secret-ひみつ", "old-secret"
ISSUED = "2022-01-04T05:16:05.716Z"
AT = datetime(2022, 1, 4, 5, 16, 5, 716_000, tzinfo=UTC)
BODY = b'{"type":"join","source":{"channelId":"c","domainId":1},"issuedTime":"2022-01-04T05:16:05Z"}'


def signature(body: bytes, secret: str = SECRET) -> str:
    return base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()


# --- verify -----------------------------------------------------------------------------------------------------


def test_what_the_secret_signed_passes() -> None:
    assert verify(BODY, [signature(BODY)], [SECRET]) == 0
    assert verify(BODY, [signature(BODY)], [SECRET.encode()]) == 0


def test_in_a_rotation_the_secret_that_signed_is_told() -> None:
    assert verify(BODY, [signature(BODY)], [SECRET, OLD]) == 0
    assert verify(BODY, [signature(BODY, OLD)], [SECRET, OLD]) == 1
    with pytest.raises(Forged):
        verify(BODY, [signature(BODY, OLD)], [SECRET])


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param([], "missing", id="missing"),
        pytest.param([""], "empty", id="empty"),
        pytest.param([signature(BODY), signature(BODY)], "twice", id="twice"),
        pytest.param([signature(BODY)[:-1]], "length", id="short"),
        pytest.param([signature(BODY) + "="], "length", id="long"),
        pytest.param(["x" * 1_000_000], "length", id="huge"),
        pytest.param(["!" * 44], "alphabet", id="alphabet"),
        pytest.param(["é" * 44], "alphabet", id="not-ascii"),
        pytest.param(["\udcff" * 44], "alphabet", id="not-even-text"),
        pytest.param([signature(BODY).translate(str.maketrans("+/", "-_")).replace("A", "-", 1)], None, id="url-safe"),
        pytest.param(["=" * 44], "alphabet", id="padding"),
        pytest.param([f" {signature(BODY)[:-1]}"], None, id="blank-before"),
        pytest.param([base64.b64encode(bytes(32)).decode()], "mismatch", id="zeros"),
        pytest.param([hmac.digest(SECRET.encode(), BODY, "sha256").hex()[:44]], None, id="hex"),
    ],
)
def test_f01_a_header_that_is_none_is_refused(values: list[str], reason: str | None) -> None:
    with pytest.raises(Forged) as caught:
        verify(BODY, values, [SECRET, OLD])

    assert reason is None or caught.value.reason == reason


def test_f02_one_other_byte_or_the_signature_of_another_body_is_refused() -> None:
    for place in range(len(BODY)):
        changed = BODY[:place] + bytes([BODY[place] ^ 1]) + BODY[place + 1 :]
        with pytest.raises(Forged, match="mismatch"):
            verify(changed, [signature(BODY)], [SECRET])
    with pytest.raises(Forged, match="mismatch"):
        verify(BODY, [signature(b"{}")], [SECRET])


def test_f02_a_signature_differing_only_in_bits_that_base64_ignores_is_refused() -> None:
    good = signature(BODY)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = good[:42] + alphabet[alphabet.index(good[42]) ^ 1] + "="

    with pytest.raises(Forged, match="alphabet"):
        verify(BODY, [other], [SECRET])


@pytest.mark.parametrize("secrets", [[], [""], [" \n"], [SECRET, ""], [b""]], ids=repr)
def test_f05_without_a_secret_nothing_is_checked_and_nothing_passes(secrets: list[str | bytes]) -> None:
    with pytest.raises(ValueError, match="missing or blank"):
        verify(BODY, [signature(BODY, "")], secrets)


# --- read -------------------------------------------------------------------------------------------------------


def body(kind: str = "message", **members: Any) -> bytes:
    """A callback of a 1:1 talk; `members` override, or leave out with `...`."""
    root = {
        "type": kind,
        "source": {"userId": "u", "domainId": 1},
        "issuedTime": ISSUED,
        "content": {"type": "text", "text": "明日15時 定例"},
    } | members
    return json.dumps({name: value for name, value in root.items() if value is not ...}).encode()


ROOM = {"channelId": "c", "domainId": 1}
BOTH = {"userId": "u", **ROOM}


@pytest.mark.parametrize(
    ("raw", "callback"),
    [
        pytest.param(body(), MessageCallback(AT, "u", None, 1, TextContent("明日15時 定例")), id="message-1:1"),
        pytest.param(
            body(source=BOTH, content={"type": "text", "text": "はい", "postback": "confirm:42"}),
            MessageCallback(AT, "u", "c", 1, TextContent("はい", "confirm:42")),
            id="message-button-in-a-room",
        ),
        pytest.param(
            body("postback", source=BOTH, data="id=42"), PostbackCallback(AT, "u", "c", 1, "id=42"), id="postback"
        ),
        pytest.param(
            body("postback", data="id=42"), PostbackCallback(AT, "u", None, 1, "id=42"), id="postback-no-channel"
        ),
        pytest.param(body("join", source=ROOM), JoinCallback(AT, None, "c", 1), id="join"),
        pytest.param(body("leave", source=ROOM), LeaveCallback(AT, None, "c", 1), id="leave"),
        pytest.param(
            body("joined", source=ROOM, members=["a", "b"]), JoinedCallback(AT, None, "c", 1, ("a", "b")), id="joined"
        ),
        pytest.param(body("left", source=ROOM, members=["a"]), LeftCallback(AT, None, "c", 1, ("a",)), id="left"),
        pytest.param(body("begin", source=BOTH), BeginCallback(AT, "u", "c", 1), id="begin"),
        pytest.param(body("end", source=BOTH), EndCallback(AT, "u", "c", 1), id="end"),
        pytest.param(body("renamed", source=BOTH), UnknownCallback(AT, "u", "c", 1, "renamed"), id="f14-unknown-kind"),
        pytest.param(
            body("renamed", source=None), UnknownCallback(AT, None, None, None, "renamed"), id="f14-no-source"
        ),
    ],
)
def test_every_kind_of_callback_is_read(raw: bytes, callback: Callback) -> None:
    assert read(raw) == callback


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        pytest.param({"type": "text", "text": ""}, TextContent(""), id="empty-text"),
        pytest.param({"type": "text", "text": "a", "postback": None}, TextContent("a"), id="f14-null-postback"),
        pytest.param({"type": "text", "text": "a", "postback": 5}, TextContent("a"), id="f14-number-postback"),
        pytest.param(
            {"type": "text", "text": "a", "mentionees": [{"accountId": "x"}]}, TextContent("a"), id="f14-extra"
        ),
        pytest.param(
            {"type": "location", "address": "渋谷", "latitude": 35.5, "longitude": 139},
            LocationContent("渋谷", 35.5, 139.0),
            id="location",
        ),
        pytest.param(
            {"type": "location", "address": None, "latitude": 0, "longitude": 0}, LocationContent(None, 0, 0), id="sea"
        ),
        pytest.param({"type": "sticker", "packageId": "1", "stickerId": "2"}, StickerContent("1", "2"), id="sticker"),
        pytest.param({"type": "image", "fileId": "jp1.1.2"}, FileContent("image", "jp1.1.2"), id="image"),
        pytest.param({"type": "file", "fileId": "f"}, FileContent("file", "f"), id="file"),
        pytest.param({"type": "audio", "fileId": "f"}, FileContent("audio", "f"), id="audio"),
        pytest.param({"type": "video", "resourceId": "r"}, FileContent("video", "r"), id="video-of-old"),
        pytest.param({"type": "hologram", "x": 1}, UnknownContent("hologram"), id="f14-unknown-content"),
        pytest.param({"type": "sticker", "packageId": "1"}, StickerContent("1", None), id="f14-sticker-half"),
        pytest.param({"type": "sticker", "stickerId": {"id": 2}}, StickerContent(None, None), id="f14-sticker-of-new"),
        pytest.param({"type": "image"}, FileContent("image", None), id="f14-file-without-id"),
        pytest.param({"type": "audio", "fileId": 7}, FileContent("audio", None), id="f14-file-number"),
        pytest.param({"type": "location"}, LocationContent(None, None, None), id="f14-location-without-place"),
        pytest.param(
            {"type": "location", "latitude": 10**400, "longitude": "1"},
            LocationContent(None, None, None),
            id="f14-nowhere",
        ),
        pytest.param(
            {"type": "location", "latitude": True, "longitude": 1},
            LocationContent(None, None, 1.0),
            id="f14-half-a-place",
        ),
    ],
)
def test_every_kind_of_content_is_read(content: dict[str, Any], read_as: Content) -> None:
    callback = read(body(content=content))

    assert isinstance(callback, MessageCallback)
    assert callback.content == read_as


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        pytest.param("2022-01-04T05:16:05.716Z", AT, id="milliseconds"),
        pytest.param("2022-01-04T05:16:28Z", datetime(2022, 1, 4, 5, 16, 28, tzinfo=UTC), id="no-fraction"),
        pytest.param("2022-01-04T05:16:45.31Z", datetime(2022, 1, 4, 5, 16, 45, 310_000, tzinfo=UTC), id="two-digits"),
        pytest.param("2022-01-04T05:16:45.3Z", datetime(2022, 1, 4, 5, 16, 45, 300_000, tzinfo=UTC), id="one-digit"),
        pytest.param("2022-01-04T14:16:05.716+09:00", AT, id="offset"),
    ],
)
def test_issued_time_has_none_to_three_digits_of_a_fraction(written: str, instant: datetime) -> None:
    callback = read(body(issuedTime=written))

    assert callback.issued == instant
    assert callback.issued.tzinfo is UTC


@pytest.mark.parametrize(
    ("domain", "number"),
    [(40029600, 40029600), ("40029600", 40029600), (None, None), ("x", None), (True, None), ("٣", None), ([], None)],
    ids=repr,
)
def test_a_domain_id_is_a_number_also_as_a_string(domain: object, number: int | None) -> None:
    assert read(body(source={"userId": "u", "domainId": domain})).domain_id == number


TEXT = '{"type":"message","source":{"userId":"u"},"issuedTime":"2022-01-04T05:16:05Z","content":{"type":"text","text":"%s"}}'


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(TEXT % "😀 𠮷 ｶﾅ", "😀 𠮷 ｶﾅ", id="beyond-the-basic-plane"),
        pytest.param(TEXT % r"\u660e\u65e5 \ud83d\ude00", "明日 😀", id="escaped"),
        pytest.param(TEXT % "a\u2028b", "a\u2028b", id="line-separator"),
        pytest.param("\ufeff" + TEXT % "a", "a", id="bom"),
        pytest.param(
            "\r\n " + (TEXT % r"a\r\nb").replace(":", " : ").replace("05 : 16 : 05", "05:16:05") + "\r\n",
            "a\r\nb",
            id="crlf",
        ),
        pytest.param(TEXT % r"a\ud83d", "a\ufffd", id="half-a-pair"),
        pytest.param(TEXT % r"\\u0000", r"\u0000", id="not-nul-but-its-spelling"),
        pytest.param(TEXT % ("[{" * 5_000), "[{" * 5_000, id="brackets-in-words"),
    ],
)
def test_f03_unusual_bytes_are_accepted_as_they_came(raw: str, text: str) -> None:
    sent = raw.encode()

    assert verify(sent, [signature(sent)], [SECRET]) == 0
    callback = read(sent)

    assert isinstance(callback, MessageCallback)
    assert callback.content == TextContent(text)
    assert text.encode()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"type=message", id="form"),
        pytest.param(b'{"type":"message"', id="cut"),
        pytest.param(BODY + BODY, id="two"),
        pytest.param(b"[]", id="array"),
        pytest.param(b"5", id="number"),
        pytest.param(b"null", id="null"),
        pytest.param(b'{"a":' * 10_000 + b"1" + b"}" * 10_000, id="nesting-10000"),
        pytest.param(b'{"a":' + b"[" * 200_000, id="nesting-unclosed"),
        pytest.param(b'{"a":[' + rb'"\"' * 60_000, id="strings-that-never-end"),
        pytest.param(b'{"type":"join","type":"leave"}', id="key-twice"),
        pytest.param(b'{"source":{"userId":"a","userId":"b"}}', id="key-twice-within"),
        pytest.param(b'{"type":NaN}', id="nan"),
        pytest.param(b'{"type":-Infinity}', id="infinity"),
        pytest.param(b'{"type":"\xff"}', id="not-utf-8"),
        pytest.param(b'{"type":"\xed\xa0\x80"}', id="utf-8-of-half-a-pair"),
        pytest.param(b'{"type":"a\x00"}', id="nul"),
        pytest.param(rb'{"type":"a\u0000"}', id="nul-escaped"),
        pytest.param(rb'{"\u0000":1}', id="nul-in-a-key"),
        pytest.param('{"type":"join"}'.encode("utf-16"), id="utf-16"),
        pytest.param(b'{"source":' + b"9" * 5_000 + b"}", id="number-of-5000-digits"),
    ],
)
def test_f13_what_is_no_callback_is_malformed(raw: bytes) -> None:
    with pytest.raises(Malformed):
        read(raw)


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        pytest.param(body(type=...), "type", id="type"),
        pytest.param(body(type=None), "type", id="type-null"),
        pytest.param(body(issuedTime=...), "issuedTime", id="time"),
        pytest.param(body(issuedTime="yesterday"), "issuedTime", id="time-in-words"),
        pytest.param(body(issuedTime="2022-01-04T05:16:05"), "issuedTime", id="time-without-zone"),
        pytest.param(body(issuedTime="0001-01-01T00:00:00+14:00"), "issuedTime", id="time-before-all-time"),
        pytest.param(body(issuedTime=1641273365716), "issuedTime", id="time-as-number"),
        pytest.param(body(source=...), "source.userId", id="source"),
        pytest.param(body(source={"userId": ""}), "source.userId", id="user-empty"),
        pytest.param(body(source="u"), "source.userId", id="source-a-string"),
        pytest.param(body(content=...), "content.type", id="content"),
        pytest.param(body(content=[]), "content.type", id="content-an-array"),
        pytest.param(body(content={"type": "text"}), "content.text", id="text"),
        pytest.param(body(content={"type": "text", "text": None}), "content.text", id="text-null"),
        pytest.param(body("postback"), "data", id="data"),
        pytest.param(body("join"), "source.channelId", id="channel"),
        pytest.param(body("joined", source=ROOM), "members", id="members"),
        pytest.param(body("begin"), "source.channelId", id="begin-without-channel"),
    ],
)
def test_f14_a_known_kind_without_what_it_needs_says_what_is_missing(raw: bytes, field: str) -> None:
    with pytest.raises(Incomplete) as caught:
        read(raw)

    assert caught.value.field == field
