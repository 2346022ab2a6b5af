"""Bookings among the appointments: seen, and changed by nobody but `Bookings`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from providers.contract import Appointment, Days, Span
from providers.errors import NotFound, Refused
from providers.jicoo.calendar import JicooCalendar
from tests.jicoo.april import APRIL, MEETING, TOKYO, tokyo
from tests.simulators.booking_office import HANAKO, TARO, KeyCaller, booked, schedule


async def booking_of(calendar: JicooCalendar, desk: KeyCaller, **told: Any) -> Appointment:
    """A booking of Taro's as it is listed."""
    await booked(desk, startedAt="2025-04-02T06:00:00Z", title="ご相談", **told)
    (one,) = await calendar.appointments(TARO, APRIL)
    return one


async def test_bookings_are_among_the_appointments_in_their_order(calendar: JicooCalendar, desk: KeyCaller) -> None:
    await calendar.create(TARO, replace(MEETING, title="後", when=tokyo(2, 17)), "a")
    await calendar.create(TARO, replace(MEETING, title="先", when=tokyo(2, 9)), "b")
    await booked(desk, startedAt="2025-04-02T06:00:00Z", title="予約")
    await booked(desk, startedAt="2025-04-02T06:00:00Z", title="花子の予約", hosts=[HANAKO])
    await booked(desk, startedAt="2025-04-02T06:00:00Z", title="申込み", status="request")
    cancelled = await booked(desk, startedAt="2025-04-02T06:00:00Z", title="取消")
    await desk.control("POST", "cancel", uid=cancelled["uid"])

    assert [one.title for one in await calendar.appointments(TARO, APRIL)] == ["先", "予約", "後"]


async def test_a_booking_tells_what_it_is(calendar: JicooCalendar, desk: KeyCaller) -> None:
    one = await booking_of(calendar, desk, hosts=[TARO, HANAKO], timeZone="America/New_York")

    assert one.booking
    assert one.ref.id != one.booking
    assert (one.title, one.organizer) == ("ご相談", "taro@example.com")
    assert one.zone == "America/New_York"
    assert isinstance(one.when, Span)
    assert one.when.start == datetime(2025, 4, 2, 6, tzinfo=UTC)
    assert [who.account for who in one.invitees] == [HANAKO]
    assert one.meeting
    assert await calendar.find(one.ref) == one


@pytest.mark.parametrize(
    ("hours", "seen"),
    [((-2, -1), False), ((-2, 0), False), ((-2, 1), True), ((-100, 100), True), ((23, 25), True), ((24, 25), False)],
    ids=str,
)
async def test_a_booking_is_seen_where_it_overlaps(
    calendar: JicooCalendar, desk: KeyCaller, hours: tuple[int, int], seen: bool
) -> None:
    day = Days(date(2025, 4, 2), date(2025, 4, 2)).span(TOKYO)
    start, end = (day.start + timedelta(hours=hour) for hour in hours)
    await booked(desk, startedAt=start.isoformat(), endedAt=end.isoformat())

    assert bool(await calendar.appointments(TARO, day)) is seen


async def test_a_booking_is_not_changed_as_an_appointment(calendar: JicooCalendar, desk: KeyCaller) -> None:
    ref = (await booking_of(calendar, desk)).ref
    before = (await desk.state())["bookings"]

    changes: list[Callable[[], Awaitable[object]]] = [
        lambda: calendar.cancel(ref),
        lambda: calendar.remains(ref),
        lambda: calendar.move(ref, tokyo(3), "Asia/Tokyo"),
    ]
    for change in changes:
        with pytest.raises(Refused) as caught:
            await change()
        assert caught.value.code == "BOOKING"

    assert (await desk.state())["bookings"] == before


async def test_a_booking_that_is_cancelled_or_somebody_elses_is_not_found(
    calendar: JicooCalendar, desk: KeyCaller
) -> None:
    one = await booking_of(calendar, desk)

    with pytest.raises(NotFound):
        await calendar.find(replace(one.ref, owner=HANAKO))
    await desk.control("POST", "cancel", uid=one.booking)
    with pytest.raises(NotFound):
        await calendar.find(one.ref)


async def test_a_list_of_many_pages_is_read_whole(calendar: JicooCalendar, desk: KeyCaller) -> None:
    for number in range(151):
        await desk.call("POST", "/v1/schedules", json=schedule(name=str(number)))
        await booked(desk, startedAt="2025-04-02T06:00:00Z")

    found = await calendar.appointments(TARO, APRIL)

    assert len(found) == 302
    assert {one.title for one in found if not one.booking} == {str(number) for number in range(151)}
