"""What webhooks tell is read, with all that is missing, new or named otherwise."""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from providers.bodies import Incomplete, Malformed
from providers.bookings import Booking, BookingStatus, Guest, Side
from providers.contract import Span
from providers.jicoo.news import BookingNews, Happening
from providers.jicoo.webhook import read
from tests.jicoo.test_webhook import VECTOR_BODY

OBJECT: dict[str, Any] = {
    "status": "open",
    "timeZone": "America/New_York",
    "startedAt": "2026-04-03T01:00:00.000Z",
    "endedAt": "2026-04-03T02:00:00.000Z",
    "createdAt": "2026-04-01T05:00:00.412Z",
    "updatedAt": "2026-04-01T05:00:00.413Z",
    "uid": "BKEXAMPLE01",
    "eventTypeUid": "ETEXAMPLE01",
    "cancelReason": None,
    "cancelledAt": None,
    "cancelledBy": None,
    "contact": {"email": "guest@example.com", "name": "Hanako Test"},
    "answers": [{"question": "Topic", "content": ["Estimate", "Demo"]}],
    "tracking": {"utm_campaign": "spring"},
}
NEW_YORK = ZoneInfo("America/New_York")
BOOKING = Booking(
    uid="BKEXAMPLE01",
    status=BookingStatus.OPEN,
    span=Span(datetime(2026, 4, 2, 21, tzinfo=NEW_YORK), datetime(2026, 4, 2, 22, tzinfo=NEW_YORK)),
    zone="America/New_York",
    created=datetime(2026, 4, 1, 5, 0, 0, 412_000, tzinfo=UTC),
    updated=datetime(2026, 4, 1, 5, 0, 0, 413_000, tzinfo=UTC),
    event_type="ETEXAMPLE01",
    hosts=None,
    guests=(Guest("Hanako Test", "guest@example.com", answers=(("Topic", "Estimate, Demo"),)),),
)


def body(event: str = "guest_booked", **members: Any) -> bytes:
    """News; `members` of its object override, or leave out with `...`."""
    told = {name: value for name, value in {**OBJECT, **members}.items() if value is not ...}
    return json.dumps({"createdAt": "2026-04-01T05:00:01.000Z", "event": event, "object": told}).encode()


def booking(**members: Any) -> Booking:
    """The booking of such news."""
    found = read(body(**members)).booking
    assert found
    return found


def test_the_documented_news_is_read_whole() -> None:
    told = datetime(2026, 4, 1, 5, 0, 1, tzinfo=UTC)

    assert read(body()) == BookingNews("guest_booked", Happening.BOOKED, Side.GUEST, BOOKING, told)


@pytest.mark.parametrize(
    ("event", "happening", "by", "status"),
    [
        ("guest_booked", Happening.BOOKED, Side.GUEST, BookingStatus.OPEN),
        ("host_booked", Happening.BOOKED, Side.HOST, BookingStatus.OPEN),
        ("guest_rescheduled", Happening.MOVED, Side.GUEST, BookingStatus.OPEN),
        ("host_rescheduled", Happening.MOVED, Side.HOST, BookingStatus.OPEN),
        ("guest_cancelled", Happening.CANCELLED, Side.GUEST, BookingStatus.CANCELLED),
        ("host_cancelled", Happening.CANCELLED, Side.HOST, BookingStatus.CANCELLED),
        ("guest_requested", None, None, BookingStatus.OPEN),
        ("guest_bookedx", None, None, BookingStatus.OPEN),
    ],
)
def test_f14_every_event_is_told_apart_and_unknown_ones_keep_their_name(
    event: str, happening: Happening | None, by: Side | None, status: BookingStatus
) -> None:
    news = read(body(event))

    assert news.booking
    assert (news.event, news.happening, news.by, news.booking.status) == (event, happening, by, status)
    assert news.booking.cancelled_by is (by if happening is Happening.CANCELLED else None)


@pytest.mark.parametrize(
    ("members", "name", "value"),
    [
        pytest.param({"status": "request"}, "status", BookingStatus.REQUESTED, id="request"),
        pytest.param({"status": "cancel"}, "status", BookingStatus.CANCELLED, id="cancel"),
        pytest.param({"status": ...}, "status", BookingStatus.OPEN, id="no-status"),
        pytest.param({"status": "noShow"}, "status", BookingStatus.OPEN, id="unknown-status"),
        pytest.param(
            {"status": None, "cancelledAt": "2026-04-01T05:00:00Z"},
            "status",
            BookingStatus.CANCELLED,
            id="cancelled-at-without-status",
        ),
        pytest.param({"cancelReason": ..., "cancelledAt": ..., "cancelledBy": ...}, "cancel_reason", "", id="none-of-it"),
        pytest.param({"cancelReason": "急用"}, "cancel_reason", "急用", id="reason"),
        pytest.param({"cancelledBy": "host"}, "cancelled_by", Side.HOST, id="by-host"),
        pytest.param({"cancelledBy": "system"}, "cancelled_by", None, id="by-nobody-known"),
        pytest.param({"eventTypeUid": ..., "eventTypeId": "ET2"}, "event_type", "ET2", id="called-as-in-rest"),
        pytest.param({"eventTypeUid": None}, "event_type", None, id="no-page"),
        pytest.param({"timeZone": "Mars/Base"}, "zone", "UTC", id="zone-unknown"),
        pytest.param({"timeZone": "../../etc/passwd"}, "zone", "UTC", id="zone-a-path"),
        pytest.param({"timeZone": None}, "zone", "UTC", id="zone-null"),
        pytest.param({"tracking": None}, "uid", "BKEXAMPLE01", id="tracking-null"),
        pytest.param({"tracking": {"campaign": 5}}, "uid", "BKEXAMPLE01", id="tracking-otherwise"),
        pytest.param({"name": "相談"}, "title", "相談", id="title"),
        pytest.param({"url": "https://meet.example/x"}, "meeting", "https://meet.example/x", id="meeting"),
        pytest.param({"hosts": [{"userId": "u"}, {"role": "x"}, 5]}, "hosts", ("u",), id="hosts"),
        pytest.param({"hosts": []}, "hosts", (), id="no-hosts"),
        pytest.param({"hosts": None}, "hosts", None, id="hosts-null"),
        pytest.param({"createdAt": ...}, "created", BOOKING.updated, id="no-creation"),
        pytest.param({"contact": ..., "answers": []}, "guests", (), id="no-guest"),
        pytest.param(
            {"contact": {"name": "来客", "phone": "03", "age": 5}, "answers": ...}, "guests", (Guest("来客"),), id="contact"
        ),
        pytest.param({"contact": "来客", "answers": None}, "guests", (), id="contact-a-word"),
        pytest.param(
            {"answers": [{"question": "Q", "content": "A"}, {"question": "R", "value": ["B"]}, {"content": []}, 5]},
            "guests",
            (Guest("Hanako Test", "guest@example.com", answers=(("Q", "A"), ("R", "B"))),),
            id="answers-in-every-form",
        ),
        pytest.param(
            {"endedAt": "2026-04-03T00:00:00Z"}, "span", Span(BOOKING.span.start, BOOKING.span.start), id="end-before-start"
        ),
        pytest.param({"startedAt": "2026-04-03T10:00:00+09:00"}, "span", BOOKING.span, id="start-with-offset"),
    ],
)  # fmt: skip
def test_f14_what_is_missing_new_or_named_otherwise_is_tolerated(
    members: dict[str, Any], name: str, value: object
) -> None:
    assert getattr(booking(**members), name) == value


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        pytest.param(b"{}", "event", id="event"),
        pytest.param(b'{"event":null}', "event", id="event-null"),
        pytest.param(b'{"event":"guest_booked"}', "object.uid", id="object"),
        pytest.param(b'{"event":"guest_booked","object":[]}', "object.uid", id="object-an-array"),
        pytest.param(VECTOR_BODY, "object.startedAt", id="uid-alone"),
        pytest.param(body(uid=""), "object.uid", id="uid-empty"),
        pytest.param(body(uid=5), "object.uid", id="uid-a-number"),
        pytest.param(body(startedAt=None), "object.startedAt", id="start-null"),
        pytest.param(body(startedAt="soon"), "object.startedAt", id="start-in-words"),
        pytest.param(body(startedAt="0001-01-01T00:00:00Z"), "object.startedAt", id="start-before-all-time"),
        pytest.param(body(endedAt="2026-04-03T02:00:00"), "object.endedAt", id="end-without-zone"),
        pytest.param(body(updatedAt=...), "object.updatedAt", id="updated"),
    ],
)
def test_f14_known_news_without_what_it_needs_says_what_is_missing(raw: bytes, field: str) -> None:
    with pytest.raises(Incomplete) as caught:
        read(raw)

    assert caught.value.field == field


def test_f14_unknown_news_may_be_about_no_booking() -> None:
    news = read(b'{"event":"plan_changed","createdAt":5,"object":null}')

    assert news == BookingNews("plan_changed", None, None, None, None)


@pytest.mark.parametrize(
    "raw",
    [b"", b"[]", b"5", b'{"event":NaN}', b'{"a":' * 10_000, b'{"event":"a","event":"b"}', rb'{"event":"\u0000"}', b"\xff"],
    ids=["nothing", "array", "number", "nan", "nested", "key-twice", "nul", "not-utf-8"],
)  # fmt: skip
def test_f13_what_is_no_news_is_malformed(raw: bytes) -> None:
    with pytest.raises(Malformed):
        read(raw)
