"""The promise of `Bookings`, kept by Jicoo."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from providers.bookings import Booking, Bookings, BookingStatus, Guest, Host, Side
from providers.contract import Span
from providers.errors import Broken, NotAuthorized, NotFound, ProviderError, Refused, Throttled, Unreachable, Unreadable
from providers.jicoo.bookings import JicooBookings
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from tests.lineworks.scripted import Server, says
from tests.simulators.booking_office import HALF_HOUR, HANAKO, TARO, KeyCaller, booked

TOKYO = ZoneInfo("Asia/Tokyo")
START, NEXT = datetime(2025, 4, 2, 6, tzinfo=UTC), datetime(2025, 4, 3, 6, tzinfo=UTC)


@pytest.fixture
async def uid(desk: KeyCaller) -> str:
    return str((await booked(desk, startedAt=START.isoformat(), title="ご相談"))["uid"])


async def posts(desk: KeyCaller) -> list[str]:
    """The last pieces of what was posted."""
    return [call["path"].rpartition("/")[2] for call in (await desk.state())["calls"] if call["method"] == "POST"]


async def test_a_booking_is_told_whole(bookings: JicooBookings, desk: KeyCaller, uid: str) -> None:
    promise: Bookings = bookings

    found = await promise.booking(uid)

    (one,) = (await desk.state())["bookings"]
    assert found == Booking(
        uid=uid,
        status=BookingStatus.OPEN,
        span=Span(datetime(2025, 4, 2, 15, tzinfo=TOKYO), datetime(2025, 4, 2, 15, 30, tzinfo=TOKYO)),
        zone="Asia/Tokyo",
        created=datetime.fromisoformat(one["createdAt"]),
        updated=datetime.fromisoformat(one["updatedAt"]),
        title="ご相談",
        event_type=HALF_HOUR,
        hosts=(TARO,),
        meeting=one["url"],
    )


async def test_who_booked_and_with_whom_is_asked_apart(bookings: JicooBookings, desk: KeyCaller) -> None:
    told = {
        "name": "来客",
        "email": "g@example.org",
        "company": "客社",
        "message": "よろしく",
        "answers": {"用件": "見積"},
    }
    uid = (await booked(desk, **told))["uid"]

    assert await bookings.guests(uid) == (Guest("来客", "g@example.org", "客社", "よろしく", (("用件", "見積"),)),)
    assert await bookings.host(HANAKO) == Host(HANAKO, "佐藤 花子", "Hanako@example.com")
    for missing in (bookings.guests, bookings.booking, bookings.cancel, bookings.host):
        with pytest.raises(NotFound):
            await missing("nothing")


@pytest.mark.parametrize(
    ("members", "name", "value"),
    [
        pytest.param({"status": "request"}, "status", BookingStatus.REQUESTED, id="request"),
        pytest.param({"status": "cancelled"}, "status", BookingStatus.CANCELLED, id="another-spelling"),
        pytest.param({"status": 2}, "status", BookingStatus.OPEN, id="status-a-number"),
        pytest.param({"hosts": None}, "hosts", None, id="hosts-null"),
        pytest.param({"hosts": [{"userId": "u"}, {"role": "x"}]}, "hosts", ("u",), id="host-without-id"),
        pytest.param({"timeZone": "Mars/Base"}, "zone", "UTC", id="zone-unknown"),
        pytest.param({"timeZone": "Mars/Base"}, "span", Span(START, START), id="zone-unknown-and-its-instants"),
        pytest.param({"customLocation": "3階", "address": "渋谷"}, "place", "3階", id="place"),
        pytest.param({"address": "渋谷"}, "place", "渋谷", id="address"),
        pytest.param({"url": ""}, "meeting", None, id="url-empty"),
        pytest.param({"cancelledBy": "guest", "cancelReason": "急用"}, "cancelled_by", Side.GUEST, id="by-guest"),
        pytest.param({"createdAt": None}, "created", NEXT, id="creation-unknown"),
        pytest.param({"updatedAt": None, "createdAt": "2025-04-03T06:00:00Z"}, "updated", NEXT, id="change-unknown"),
    ],
)
async def test_a_booking_is_read_in_every_form(
    server: Server, reader: Jicoo, members: dict[str, Any], name: str, value: object
) -> None:
    whole = {"uid": "b", "status": "open", "startedAt": "2025-04-02T06:00:00Z", "updatedAt": "2025-04-03T06:00:00.000Z"}
    server.otherwise = says(200, json.dumps({"data": {**whole, **members}}))

    assert getattr(await JicooBookings(reader, JicooPeople(reader)).booking("b"), name) == value


@pytest.mark.parametrize("body", ['{"data":{"uid":"b"}}', '{"data":{"uid":"b","startedAt":"x","updatedAt":"y"}}'])
async def test_f29_a_booking_without_a_time_is_unreadable(server: Server, reader: Jicoo, body: str) -> None:
    server.otherwise = says(200, body)

    with pytest.raises(Unreadable):
        await JicooBookings(reader, JicooPeople(reader)).booking("b")


# --- lists ------------------------------------------------------------------------------------------------------


async def test_the_newest_come_first_and_no_more_is_read_than_wanted(bookings: JicooBookings, desk: KeyCaller) -> None:
    made = [(await booked(desk))["uid"] for _ in range(120)]

    everything = [one.uid async for one in bookings.newest()]
    before = len((await desk.state())["calls"])
    async for _ in bookings.newest():
        break

    assert everything == made[::-1]
    assert len((await desk.state())["calls"]) == before + 1


async def test_those_to_come_are_of_one_status_and_not_begun(bookings: JicooBookings, desk: KeyCaller) -> None:
    times = [START - timedelta(seconds=1), START, NEXT]
    made = {
        status: [(await booked(desk, startedAt=at.isoformat(), status="request" if status == "request" else "open"))["uid"]
                 for at in times]
        for status in ("open", "cancel", "request")
    }  # fmt: skip
    for uid in made["cancel"]:
        await desk.control("POST", "cancel", uid=uid)

    for status, word in (
        (BookingStatus.OPEN, "open"),
        (BookingStatus.CANCELLED, "cancel"),
        (BookingStatus.REQUESTED, "request"),
    ):
        found = [one.uid async for one in bookings.coming(status, START)]
        assert found == made[word][1:]


async def test_what_a_list_holds_too_much_is_left_out(server: Server, reader: Jicoo) -> None:
    times = ("2025-04-02T05:59:59Z", "2025-04-02T06:00:00Z")
    server.otherwise = says(
        200,
        json.dumps(
            {
                "data": [
                    {"uid": f"{status}{at}", "status": status, "startedAt": at, "updatedAt": at}
                    for status in ("open", "cancel")
                    for at in times
                ]
            }
        ),
    )

    found = [one async for one in JicooBookings(reader, JicooPeople(reader)).coming(BookingStatus.OPEN, START)]

    assert [one.uid for one in found] == [f"open{times[1]}"]


async def test_f29_one_booking_without_a_time_hides_none_of_the_others(server: Server, reader: Jicoo) -> None:
    whole = {"uid": "b", "status": "open", "startedAt": "2025-04-02T06:00:00Z", "updatedAt": "2025-04-02T05:00:00Z"}
    server.otherwise = says(200, json.dumps({"data": [{"uid": "a", "status": "open"}, whole]}))
    bookings = JicooBookings(reader, JicooPeople(reader))

    to_come = [one.uid async for one in bookings.coming(BookingStatus.OPEN, START)]
    newest = [one.uid async for one in bookings.newest()]

    assert (to_come, newest) == (["b"], ["b"])


# --- cancel -----------------------------------------------------------------------------------------------------


async def test_a_booking_is_cancelled_with_its_reason_and_a_second_time_left_alone(
    bookings: JicooBookings, desk: KeyCaller, uid: str
) -> None:
    first = await bookings.cancel(uid, "急用")
    second = await bookings.cancel(uid, "別の理由")

    assert (first.status, first.cancelled_by, first.cancel_reason) == (BookingStatus.CANCELLED, Side.HOST, "急用")
    assert second == first
    assert await posts(desk) == ["cancel"]


@pytest.mark.parametrize("do", ["apply_then_timeout", "apply_then_reset"])
async def test_a_cancel_of_unclear_end_is_seen_by_looking(
    bookings: JicooBookings, desk: KeyCaller, uid: str, do: str
) -> None:
    await desk.control("POST", "faults", method="POST", path="/cancel", do=do)

    assert (await bookings.cancel(uid, "急用")).status is BookingStatus.CANCELLED
    assert await posts(desk) == ["cancel"]


async def test_a_yes_that_changed_nothing_is_no_yes(bookings: JicooBookings, desk: KeyCaller, uid: str) -> None:
    await desk.control("POST", "faults", method="POST", path="/cancel", do={"status": 200, "body": "<html>"})

    with pytest.raises(Unreadable):
        await bookings.cancel(uid)


async def test_a_yes_counts_also_when_nobody_can_look(server: Server, reader: Jicoo) -> None:
    before = (
        '{"data":{"uid":"b","status":"open","startedAt":"2025-04-02T06:00:00Z","updatedAt":"2025-04-02T06:00:00Z"}}'
    )
    server.script = [says(200, before), says(204, b"")]
    server.otherwise = says(503)

    after = await JicooBookings(reader, JicooPeople(reader)).cancel("b", "急用")

    assert (after.status, after.cancelled_by, after.cancel_reason) == (BookingStatus.CANCELLED, Side.HOST, "急用")


@pytest.mark.parametrize("status", [400, 402, 404, 409, 422, 500])
async def test_a_no_counts_as_a_yes_where_the_booking_is_cancelled_meanwhile(
    server: Server, reader: Jicoo, status: int
) -> None:
    booking = '{"data":{"uid":"b","status":"%s","startedAt":"2025-04-02T06:00:00Z","updatedAt":"2025-04-02T06:00:00Z"}}'
    server.script = [says(200, booking % "open"), says(status, "{}"), says(200, booking % "cancel")]

    after = await JicooBookings(reader, JicooPeople(reader)).cancel("b")

    assert after.status is BookingStatus.CANCELLED


@pytest.mark.parametrize(
    ("do", "error"),
    [
        ({"status": 402}, Refused),
        ({"status": 404}, NotFound),
        ({"status": 503}, Broken),
        ("reset", Unreachable),
        ({"status": 401}, NotAuthorized),
        ({"status": 403}, NotAuthorized),
        ({"status": 429, "headers": {"retry-after": "30"}}, Throttled),
    ],
    ids=str,
)
async def test_a_no_is_a_no_where_the_booking_stands(
    bookings: JicooBookings, desk: KeyCaller, uid: str, do: object, error: type[ProviderError]
) -> None:
    await desk.control("POST", "faults", method="POST", path="/cancel", times=None, do=do)

    with pytest.raises(error) as caught:
        await bookings.cancel(uid, "急用")

    assert caught.value.call == "cancel_booking"
    assert (await bookings.booking(uid)).status is BookingStatus.OPEN


# --- reschedule -------------------------------------------------------------------------------------------------


async def test_a_booking_moves_and_is_as_long_as_before(bookings: JicooBookings, uid: str) -> None:
    before = await bookings.booking(uid)

    after = await bookings.reschedule(uid, NEXT, "Asia/Tokyo")

    assert (after.uid, after.span.start, after.span.length) == (uid, NEXT, timedelta(minutes=30))
    assert after.updated > before.updated
    assert await bookings.booking(uid) == after


async def test_a_time_that_is_taken_is_refused(bookings: JicooBookings, desk: KeyCaller, uid: str) -> None:
    await booked(desk, startedAt=NEXT.isoformat())

    with pytest.raises(Refused) as caught:
        await bookings.reschedule(uid, NEXT + timedelta(minutes=15), "Asia/Tokyo")

    assert caught.value.status == 422
    assert (await bookings.booking(uid)).span.start == START
    with pytest.raises(NotFound):
        await bookings.reschedule("nothing", NEXT, "Asia/Tokyo")


@pytest.mark.parametrize("do", ["apply_then_timeout", "apply_then_reset"])
async def test_a_move_of_unclear_end_is_seen_by_looking(
    bookings: JicooBookings, desk: KeyCaller, uid: str, do: str
) -> None:
    await desk.control("POST", "faults", method="POST", path="/reschedule", do=do)

    assert (await bookings.reschedule(uid, NEXT, "Asia/Tokyo")).span.start == NEXT
    assert await posts(desk) == ["reschedule"]


async def test_a_move_that_did_not_happen_is_said(bookings: JicooBookings, desk: KeyCaller, uid: str) -> None:
    await desk.control("POST", "faults", method="POST", path="/reschedule", do={"status": 503})

    with pytest.raises(Broken):
        await bookings.reschedule(uid, NEXT, "Asia/Tokyo")


async def test_when_not_even_looking_helps_the_first_trouble_is_told(
    bookings: JicooBookings, desk: KeyCaller, uid: str
) -> None:
    await desk.control("POST", "faults", method="POST", path="/reschedule", do="apply_then_reset")
    await desk.control("POST", "faults", method="GET", path="/bookings", times=None, do={"status": 503})

    with pytest.raises(Unreachable) as caught:
        await bookings.reschedule(uid, NEXT, "Asia/Tokyo")

    assert caught.value.call == "reschedule_booking"
