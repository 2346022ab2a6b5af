"""The façade, call by call, against the simulator; and what is refused and fails together."""

import inspect
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import web

from providers.contract import Span
from providers.errors import Broken, NotAuthorized, NotFound, Refused, Throttled, Unreachable, Unreadable
from providers.jicoo.booking_models import BookingChange, BookingFilter, NewBookingHost, Reschedule
from providers.jicoo.client import Jicoo
from providers.jicoo.models import EventTypeHostChange, NewEventTypeHost
from providers.jicoo.schedule_models import ScheduleChange
from providers.transport import Habits, Transport
from tests.jicoo.wishes import START, new_booking, new_schedule
from tests.lineworks.scripted import Server, says
from tests.simulators.booking_office import HALF_HOUR, HANAKO, HOUR, JANE, TARO, KeyCaller, booked


@dataclass(frozen=True)
class Made:
    """What is there before each call."""

    schedule: str
    booking: str


Use = Callable[[Jicoo, Made], Awaitable[object]]

CALLS: dict[str, tuple[Use, Callable[[Any], object], object]] = {
    "create_schedule": (
        lambda jicoo, _: jicoo.create_schedule(new_schedule("別件")),
        lambda made: (made.name, made.status),
        ("別件", "open"),
    ),
    "list_schedules": (lambda jicoo, _: jicoo.list_schedules(), lambda found: [one.name for one in found], ["設計レビュー"]),
    "update_schedule": (
        lambda jicoo, made: jicoo.update_schedule(made.schedule, ScheduleChange(name="新", priority="high")),
        lambda changed: (changed.name, changed.priority, changed.time_zone),
        ("新", "high", "Asia/Tokyo"),
    ),
    "delete_schedule": (lambda jicoo, made: jicoo.delete_schedule(made.schedule), lambda gone: gone, None),
    "list_bookings": (
        lambda jicoo, _: jicoo.list_bookings(BookingFilter(status="open", started_at=START, order="startedAt")),
        len,
        1,
    ),
    "get_booking": (lambda jicoo, made: jicoo.get_booking(made.booking), lambda one: one.time_zone, "Asia/Tokyo"),
    "get_booking_contacts": (
        lambda jicoo, made: jicoo.get_booking_contacts(made.booking),
        lambda found: [(one.name, one.cc_emails) for one in found],
        [("青木 真理", ())],
    ),
    "create_booking": (
        lambda jicoo, _: jicoo.create_booking(new_booking(started_at=START + timedelta(days=1))),
        lambda made: (made.status, made.ended_at, made.location_id),
        ("open", "2025-04-03T06:30:00.000Z", "zoom"),
    ),
    "update_booking": (
        lambda jicoo, made: jicoo.update_booking(
            made.booking,
            BookingChange(name="新", description=None, hosts=(NewBookingHost(user_id=HANAKO, role="editor"),)),
        ),
        lambda one: (one.name, [host.user_id for host in one.hosts]),
        ("新", [HANAKO]),
    ),
    "reschedule_booking": (
        lambda jicoo, made: jicoo.reschedule_booking(made.booking, Reschedule(time_zone="UTC", started_at=START)),
        lambda one: (one.started_at, one.time_zone),
        ("2025-04-02T06:00:00.000Z", "UTC"),
    ),
    "cancel_booking": (lambda jicoo, made: jicoo.cancel_booking(made.booking, "急用"), lambda gone: gone, None),
    "list_event_types": (
        lambda jicoo, _: jicoo.list_event_types(team_id="1001"),
        lambda found: [(one.uid, one.duration) for one in found],
        [(HALF_HOUR, 30), (HOUR, 60)],
    ),
    "get_event_type": (lambda jicoo, _: jicoo.get_event_type(HOUR), lambda one: one.name, "製品デモ"),
    "list_event_type_hosts": (
        lambda jicoo, _: jicoo.list_event_type_hosts(HALF_HOUR),
        lambda found: [(one.uid, one.role, one.sort) for one in found],
        [(TARO, "admin", 0), (HANAKO, "admin", 1)],
    ),
    "create_event_type_host": (
        lambda jicoo, _: jicoo.create_event_type_host(HOUR, NewEventTypeHost(user_id=JANE, priority=2)),
        lambda one: (one.uid, one.priority, one.user_type),
        (JANE, 2, "host"),
    ),
    "update_event_type_host": (
        lambda jicoo, _: jicoo.update_event_type_host(HOUR, HANAKO, EventTypeHostChange(priority=3)),
        lambda one: one.priority,
        3,
    ),
    "delete_event_type_host": (lambda jicoo, _: jicoo.delete_event_type_host(HOUR, HANAKO), lambda gone: gone, None),
    "list_available_schedules": (
        lambda jicoo, _: jicoo.list_available_schedules(
            HALF_HOUR, Span(datetime.now(UTC), datetime.now(UTC) + timedelta(days=20))
        ),
        lambda found: 19 * 16 <= len(found) <= 21 * 16
        and [slot.started_at for slot in found] == sorted({slot.started_at for slot in found}),
        True,
    ),
    "get_me": (lambda jicoo, _: jicoo.get_me(), lambda one: (one.user_id, one.email), (TARO, "taro@example.com")),
    "list_organization_users": (
        lambda jicoo, _: jicoo.list_organization_users(),
        lambda found: [one.user_id for one in found],
        [TARO, HANAKO, JANE],
    ),
    "get_organization_user": (lambda jicoo, _: jicoo.get_organization_user(JANE), lambda one: one.name, "Jane Doe"),
    "get_organization_team": (lambda jicoo, _: jicoo.get_organization_team("1001"), lambda one: one.team_id, "1001"),
    "list_user_availability_calendars": (
        lambda jicoo, _: jicoo.list_user_availability_calendars(TARO),
        lambda found: [(one.is_default, one.timezone, one.team_id, len(one.calendars)) for one in found],
        [(True, "Asia/Tokyo", "1001", 5)],
    ),
    "get_user_availability_calendar": (
        lambda jicoo, _: jicoo.get_user_availability_calendar(f"hours-{JANE}"),
        lambda one: (one.user_id, one.calendars[0].start_hour),
        (JANE, 10),
    ),
}  # fmt: skip


@pytest.fixture
async def made(jicoo: Jicoo, desk: KeyCaller) -> Made:
    uid = (await jicoo.create_schedule(new_schedule())).uid
    assert uid
    return Made(uid, (await booked(desk, webhook=False))["uid"])


@pytest.mark.parametrize(("use", "shown", "expected"), CALLS.values(), ids=CALLS)
async def test_every_call_is_understood_by_both_sides(
    jicoo: Jicoo, made: Made, use: Use, shown: Callable[[Any], object], expected: object
) -> None:
    assert shown(await use(jicoo, made)) == expected


def test_no_call_is_left_out() -> None:
    calls = {name for name, member in inspect.getmembers(Jicoo, inspect.iscoroutinefunction) if name[0] != "_"}

    assert calls - {"close"} == CALLS.keys()


@pytest.mark.parametrize(
    "use",
    [
        lambda jicoo: jicoo.update_schedule("a/../b c%2F", ScheduleChange(name="x")),
        lambda jicoo: jicoo.delete_schedule("nothing"),
        lambda jicoo: jicoo.get_booking("nothing"),
        lambda jicoo: jicoo.get_booking_contacts("nothing"),
        lambda jicoo: jicoo.cancel_booking("nothing", "急用"),
        lambda jicoo: jicoo.get_event_type("nothing"),
        lambda jicoo: jicoo.get_organization_user("nobody"),
    ],
)
async def test_what_is_not_there_is_not_found(jicoo: Jicoo, use: Callable[[Jicoo], Awaitable[object]]) -> None:
    with pytest.raises(NotFound):
        await use(jicoo)


async def test_f28_a_key_without_permission_is_not_authorized_and_not_asked_again(desk: KeyCaller) -> None:
    key = await desk.fresh_token(scope="schedules")
    transport = Transport("jicoo", desk.base_url, headers={"X-Jicoo-Api-Key": key})
    async with Jicoo(transport) as jicoo:
        with pytest.raises(NotAuthorized) as caught:
            await jicoo.list_event_types()

    assert (caught.value.status, caught.value.code) == (403, "FORBIDDEN")
    assert len((await desk.state())["calls"]) == 1


# --- what is refused, and what fails together -------------------------------------------------------------------


async def test_f33_a_redirect_is_not_followed_and_the_key_goes_nowhere_else(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(307, "", location=f"{server.origin}/elsewhere")

    with pytest.raises(Refused):
        await reader.list_schedules()

    assert [urlsplit(seen.raw_path).path for seen in server.seen] == ["/v1/schedules"]


@pytest.mark.parametrize("use", [
    pytest.param(lambda jicoo: jicoo.create_schedule(new_schedule()), id="create_schedule"),
    pytest.param(lambda jicoo: jicoo.create_booking(new_booking()), id="create_booking"),
    pytest.param(lambda jicoo: jicoo.cancel_booking("b"), id="cancel_booking"),
    pytest.param(lambda jicoo: jicoo.update_schedule("s", ScheduleChange(is_send_updates=True)), id="telling_update"),
])  # fmt: skip
async def test_f25_what_may_have_been_done_is_not_asked_for_again(
    desk: KeyCaller, jicoo: Jicoo, use: Callable[[Jicoo], Awaitable[object]]
) -> None:
    await desk.control("POST", "faults", path="/v1/", times=None, do="apply_then_reset")

    with pytest.raises(Unreachable) as caught:
        await use(jicoo)

    assert caught.value.sent
    assert len((await desk.state())["calls"]) == 1


async def test_f23_a_call_too_many_is_throttled_and_nothing_is_made(desk: KeyCaller, jicoo: Jicoo) -> None:
    await desk.control("POST", "limits", perMinute=1)
    await jicoo.create_schedule(new_schedule())

    with pytest.raises(Throttled) as caught:
        await jicoo.create_schedule(new_schedule())

    assert caught.value.retry_after > 0
    assert len((await desk.state())["schedules"]) == 1


FAMILIES: dict[str, list[str]] = {
    "/schedules": ["create_schedule", "list_schedules", "update_schedule", "delete_schedule"],
    "/bookings": [
        *("list_bookings", "get_booking", "get_booking_contacts", "create_booking", "update_booking"),
        *("reschedule_booking", "cancel_booking"),
    ],
    "/event_type": [
        *("list_event_types", "get_event_type", "list_event_type_hosts", "create_event_type_host"),
        *("update_event_type_host", "delete_event_type_host", "list_available_schedules"),
    ],
    "/": [
        *("get_me", "list_organization_users", "get_organization_user", "get_organization_team"),
        *("list_user_availability_calendars", "get_user_availability_calendar"),
    ],
}


def test_every_call_fails_with_some_family() -> None:
    assert {name for names in FAMILIES.values() for name in names} == CALLS.keys()


@pytest.mark.parametrize("down", FAMILIES)
async def test_f50_what_is_down_takes_nothing_else_with_it(server: Server, down: str) -> None:
    def family(path: str) -> str:
        return next(name for name in FAMILIES if path.startswith(f"/v1{name}"))

    async def answer(request: web.Request) -> web.Response:
        if family(request.path) == down:
            return web.Response(status=503)
        one = {"uid": "x", "userId": "u", "startedAt": "2025-04-02T06:00:00.000Z"}
        several = request.method == "GET" and "x" not in request.path.split("/")[3:4]
        return web.json_response({"data": [one] if several or "available" in request.path else one})

    server.otherwise = answer
    used = Made("x", "x")
    async with Jicoo(Transport("jicoo", server.origin, habits=Habits(attempts=1, failures=1))) as jicoo:
        with pytest.raises(Broken):
            await CALLS[FAMILIES[down][0]][0](jicoo, used)

        for name in FAMILIES[down]:
            with pytest.raises(Unreachable, match="circuit is open"):
                await CALLS[name][0](jicoo, used)
        for other, names in FAMILIES.items():
            for name in names if other != down else []:
                with suppress(Unreadable):  # it was answered, which is all that is asked here
                    await CALLS[name][0](jicoo, used)
