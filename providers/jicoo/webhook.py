"""Webhooks of Jicoo: prove them, then read them. No I/O, no clock.

How they are signed is likely rather than certain: the page's tail, and the layout of what is signed, could not be read.
`python -m bot check-signature` holds a real delivery against `layouts`.

Sources: https://developer.jicoo.com/doc-356016, https://developer.jicoo.com/apidoc/project-373292/doc-356003
"""

import base64
import hmac
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from providers.bodies import Incomplete, Members, instant, member, read_object, string
from providers.bookings import Booking, BookingStatus, Guest, Side
from providers.contract import Span
from providers.errors import Forged
from providers.jicoo.bookings import answer_text, side_of, status_of
from providers.jicoo.news import BookingNews, Happening
from providers.jicoo.times import zone_named

HEADER = "Jicoo-Webhook-Signature"
TOLERANCE = timedelta(minutes=5)

_AHEAD = timedelta(minutes=5)  # how far their clock may be before ours, however patient we are with old news
_LONGEST_HEADER = 4096
_SECONDS = re.compile(r"[0-9]{1,18}")
_MILLISECONDS = 100_000_000_000  # as seconds this is in the year 5138
_SIGNATURE = re.compile(r"[0-9a-f]{64}")

_EVENT = re.compile(r"(guest|host)_(booked|rescheduled|cancell?ed)")
_HAPPENINGS: Mapping[str, Happening] = {
    "booked": Happening.BOOKED,
    "rescheduled": Happening.MOVED,
    "cancelled": Happening.CANCELLED,
    "canceled": Happening.CANCELLED,
}


# --- verify -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    """`t` as it is written, and every `v1`."""

    t: str
    signatures: tuple[bytes, ...]


def verify(
    body: bytes,
    header_values: Sequence[str],
    secrets: Sequence[bytes | str],
    now: datetime,
    tolerance: timedelta = TOLERANCE,
) -> int:
    """Which of `secrets` signed `body`, by its index. Raises Forged.

    `header_values` is every value of Jicoo-Webhook-Signature that came: `t=<unix seconds>,v1=<hex>`, where `v1` is the
    HMAC-SHA256 of `<t>.<body>` over the raw bytes. What was signed more than `tolerance` ago is refused as "stale",
    and only what was signed by us can be. Raises ValueError for no secret or a blank one: without one, anybody could
    sign.
    """
    keys = [secret.encode() if isinstance(secret, str) else secret for secret in secrets]
    if not keys or not all(key.strip() for key in keys):
        raise ValueError("a webhook secret is missing or blank")
    header = _header(header_values)
    signed = header.t.encode() + b"." + body
    match = -1
    for index, key in enumerate(keys):
        right = hmac.digest(key, signed, "sha256").hex().encode()
        for claimed in header.signatures:
            if hmac.compare_digest(right, claimed) and match < 0:
                match = index
    if match < 0:
        raise Forged("mismatch")
    _timely(header.t, now, tolerance)
    return match


def _header(values: Sequence[str]) -> _Header:
    """What the header says. Raises Forged."""
    if not values:
        raise Forged("missing")
    if len(values) > 1:
        raise Forged("twice")
    if not values[0].strip():
        raise Forged("empty")
    if len(values[0]) > _LONGEST_HEADER:
        raise Forged("length")
    pieces = [piece.partition("=") for piece in values[0].split(",")]
    named = [(name.strip(), value.strip()) for name, sign, value in pieces if sign]
    times = [value for name, value in named if name == "t"]
    claimed = [value for name, value in named if name == "v1"]
    if len(times) != 1 or not claimed:
        raise Forged("malformed")
    if not _SECONDS.fullmatch(times[0]):
        raise Forged("time")
    signatures = tuple(value.encode() for value in claimed if _SIGNATURE.fullmatch(value))
    if not signatures:
        raise Forged("alphabet" if all(len(value) == 64 for value in claimed) else "length")
    return _Header(times[0], signatures)


def _timely(t: str, now: datetime, tolerance: timedelta) -> None:
    """Raise Forged unless `t` is about `now`."""
    seconds = int(t)
    if seconds >= _MILLISECONDS:
        raise Forged("milliseconds")
    age = now.timestamp() - seconds
    if age > tolerance.total_seconds():
        raise Forged("stale")
    if -age > _AHEAD.total_seconds():
        raise Forged("future")


def layouts(body: bytes, header: str, secret: str) -> list[str]:
    """Which ways of signing give the signature in `header`, in words; the one that `verify` takes is "t.body".

    A word is followed by the key and the spelling where those are not the whole secret and hex. For the operator who
    holds a captured delivery and the secret: it proves nothing about anybody else.
    """
    pieces = dict(piece.strip().partition("=")[::2] for piece in header.split(","))
    t, claimed = pieces.pop("t", ""), set(pieces.values()) or {header.strip()}
    return [
        f"{layout}, {key_name}, {form}" if (key_name, form) != ("the whole secret", "hex") else layout
        for key_name, key in _keys(secret)
        for layout, signed in _signed(t.encode(), body)
        for form, value in _forms(hmac.digest(key, signed, "sha256"))
        if value in claimed
    ]


def _keys(secret: str) -> Iterator[tuple[str, bytes]]:
    yield "the whole secret", secret.encode()
    bare = secret.removeprefix("whsec_")
    if bare != secret:
        yield "the secret without whsec_", bare.encode()
    with suppress(ValueError):
        yield "the secret read as base64", base64.b64decode(bare, validate=True)
    with suppress(ValueError):
        yield "the secret read as hex", bytes.fromhex(bare)


def _signed(t: bytes, body: bytes) -> Iterator[tuple[str, bytes]]:
    yield "t.body", t + b"." + body
    yield "body", body
    yield "t body", t + body
    yield "body.t", body + b"." + t
    yield "body t", body + t
    yield "t:body", t + b":" + body
    yield "v1.t.body", b"v1." + t + b"." + body
    yield "v1:t:body", b"v1:" + t + b":" + body


def _forms(digest: bytes) -> Iterator[tuple[str, str]]:
    yield "hex", digest.hex()
    yield "upper-case hex", digest.hex().upper()
    yield "base64", base64.b64encode(digest).decode()


# --- read -------------------------------------------------------------------------------------------------------


def read(body: bytes) -> BookingNews:
    """The news that `body` is. To be called after `verify`.

    Words and members that no page documents are tolerated, null counts as absent, and so do the names that others have
    seen. Raises Malformed for what is no JSON object, or a treacherous one; Incomplete for news of a known word without
    what tells which booking it is about, when that is, and which of two states is the later one.
    """
    root = read_object(body)
    event = string(root, "event")
    if event is None:
        raise Incomplete("webhook", "event")
    known = _EVENT.fullmatch(event)
    by, happening = (Side(known[1]), _HAPPENINGS[known[2]]) if known else (None, None)
    told = instant(string(root, "createdAt"))
    try:
        booking = _booking(event, member(root, "object"), happening, by)
    except Incomplete:
        if happening is not None:
            raise
        booking = None
    return BookingNews(event, happening, by, booking, told)


def _booking(event: str, found: Members, happening: Happening | None, by: Side | None) -> Booking:
    """The booking as it is told. Raises Incomplete."""
    uid = string(found, "uid")
    if uid is None:
        raise Incomplete(event, "object.uid")
    zone = zone_named(string(found, "timeZone"))
    start, end = _needed(event, found, "startedAt", zone), _needed(event, found, "endedAt", zone)
    updated = _needed(event, found, "updatedAt", UTC)
    cancelled = happening is Happening.CANCELLED
    status = status_of(string(found, "status"), cancelled=string(found, "cancelledAt") is not None)
    return Booking(
        uid=uid,
        status=BookingStatus.CANCELLED if cancelled else status,
        span=Span(start, max(start, end)),
        zone=zone.key,
        created=instant(string(found, "createdAt")) or updated,
        updated=updated,
        title=string(found, "name") or "",
        event_type=string(found, "eventTypeUid") or string(found, "eventTypeId"),
        hosts=_hosts(found),
        guests=_guests(found),
        meeting=string(found, "url"),
        cancelled_by=side_of(string(found, "cancelledBy")) or (by if cancelled else None),
        cancel_reason=string(found, "cancelReason") or "",
    )


def _needed(event: str, found: Members, name: str, zone: tzinfo) -> datetime:
    moment = instant(string(found, name))
    if moment is not None:
        with suppress(OverflowError):
            return moment.astimezone(zone)
    raise Incomplete(event, f"object.{name}")


def _hosts(found: Members) -> tuple[str, ...] | None:
    """Whom it is with; None where nobody says, as on the pages."""
    hosts = found.get("hosts")
    if not isinstance(hosts, list):
        return None
    return tuple(user_id for one in hosts if isinstance(one, dict) and (user_id := string(one, "userId")))


def _guests(found: Members) -> tuple[Guest, ...]:
    """Who booked, as far as it is told."""
    contact = member(found, "contact")
    answers = found.get("answers")
    said = tuple(
        (string(one, "question") or "", answer_text(one.get("content") or one.get("value")))
        for one in (answers if isinstance(answers, list) else ())
        if isinstance(one, dict)
    )
    if not contact and not said:
        return ()
    return (
        Guest(
            name=string(contact, "name") or "",
            email=string(contact, "email") or "",
            company=string(contact, "company") or "",
            message=string(contact, "message") or "",
            answers=tuple(pair for pair in said if any(pair)),
        ),
    )
