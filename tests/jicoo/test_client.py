"""The façade, call by call, against the simulator; and against a server that answers otherwise."""

import inspect
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web
from pydantic import ValidationError

from providers.contract import Span
from providers.errors import Broken, NotAuthorized, NotFound, Refused, Throttled, Unreachable, Unreadable
from providers.jicoo.booking_models import BookingChange, BookingFilter, NewBooking, NewBookingHost, Reschedule
from providers.jicoo.client import Jicoo
from providers.jicoo.models import EventTypeHostChange, NewEventTypeHost
from providers.jicoo.schedule_models import MadeSchedule, NewAttendee, NewSchedule, ScheduleChange
from providers.transport import Habits, Transport
from tests.jicoo.conftest import client
from tests.lineworks.scripted import Server, says
from tests.simulators.booking_office import HALF_HOUR, HANAKO, HOUR, JANE, TARO, KeyCaller, booked

SAMPLES = Path(__file__).parents[1] / "samples" / "jicoo"
START = datetime(2025, 4, 2, 6, tzinfo=UTC)
APRIL = Span(datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 5, 1, tzinfo=UTC))


def new_schedule(name: str = "設計レビュー", **members: Any) -> NewSchedule:
    attendee = NewAttendee(user_id=TARO, role="admin", user_type="host")
    good = {"time_zone": "Asia/Tokyo", "started_at": START, "ended_at": START + timedelta(hours=1), "routine": None}
    return NewSchedule(**{"name": name, "attendees": (attendee,), **good, **members})


def new_booking(**members: Any) -> NewBooking:
    good = {"event_type_id": HALF_HOUR, "started_at": START, "time_zone": "Asia/Tokyo", "location_id": "zoom"}
    return NewBooking(**{"email": "guest@example.org", "name": "来客 一子", **good, **members})


# --- every call -------------------------------------------------------------------------------------------------


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


# --- what is sent -----------------------------------------------------------------------------------------------


async def test_the_published_request_is_sent_and_its_answer_read_unchanged(server: Server, reader: Jicoo) -> None:
    request, answer = (SAMPLES / name for name in ("create_schedule.json", "create_schedule_answer.json"))
    server.script = [says(201, answer.read_bytes())]

    made = await reader.create_schedule(NewSchedule.model_validate_json(request.read_bytes()))

    assert json.loads(server.seen[0].body) == json.loads(request.read_bytes())
    assert made.model_dump(mode="json", by_alias=True, exclude_unset=True) == json.loads(answer.read_bytes())
    assert made.uid is None
    assert (server.seen[0].method, server.seen[0].raw_path) == ("POST", "/v1/schedules")
    assert server.seen[0].headers["x-jicoo-api-key"] == "sk_live_test-key"


async def test_an_instant_goes_out_in_utc_with_milliseconds(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, '{"uid":"b","startedAt":"x"}')]
    tokyo = datetime.fromisoformat("2025-04-02T15:00:00.123456+09:00")

    await reader.reschedule_booking("b", Reschedule(time_zone="Asia/Tokyo", started_at=tokyo))

    assert json.loads(server.seen[0].body) == {"timeZone": "Asia/Tokyo", "startedAt": "2025-04-02T06:00:00.123Z"}


async def test_a_change_sends_what_it_changes_and_null_where_that_is_meant(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, b'{"data":{"uid":"s"}}')]

    await reader.update_schedule("s", ScheduleChange(description=None, is_send_updates=True))

    assert json.loads(server.seen[0].body) == {"description": None, "isSendUpdates": True}


@pytest.mark.parametrize(
    "make",
    [
        lambda: new_schedule("x" * 65),
        lambda: new_schedule(""),
        lambda: new_schedule(description="x" * 10_001),
        lambda: new_schedule(custom_location="x" * 2001),
        lambda: new_schedule(location="none"),
        lambda: new_schedule(priority=1),
        lambda: new_schedule(routine={"duration": 30}),
        lambda: new_schedule(started_at=START.replace(tzinfo=None)),
        lambda: NewAttendee(role="admin", user_type="host"),
        lambda: NewAttendee(user_id="u", email="a@example.com", role="admin", user_type="host"),
        lambda: NewAttendee(email="hanako", role="viewer", user_type="guest"),
        lambda: new_booking(name="x" * 65),
        lambda: new_booking(cc_emails=("a@example.com",) * 31),
        lambda: new_booking(locale="tlh"),
        lambda: EventTypeHostChange(priority=4),
    ],
)
def test_what_no_page_allows_cannot_even_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValidationError):
        make()


@pytest.mark.parametrize(("field", "tries"), [("cancelReason", 1), ("reason", 2)])
async def test_a_cancel_whose_reason_they_do_not_take_is_asked_again_without(
    desk: KeyCaller, field: str, tries: int
) -> None:
    uid = (await booked(desk, webhook=False))["uid"]
    async with client(desk.base_url, cancel_reason_field=field) as jicoo:
        await jicoo.cancel_booking(uid, "急用")

    state = await desk.state()
    assert len([call for call in state["calls"] if call["path"].endswith("/cancel")]) == tries
    assert (state["bookings"][0]["status"], state["bookings"][0]["cancelReason"]) == (
        ("cancel", "急用") if tries == 1 else ("cancel", None)
    )


async def test_free_times_are_asked_for_by_weeks(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, '{"data":[{"startedAt":"2025-04-02T06:00:00.000Z","remainingCapacity":1}]}')

    found = await reader.list_available_schedules(HALF_HOUR, APRIL)

    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    windows = [(query["periodStart"][0], query["periodEnd"][0]) for query in asked]
    assert windows[0] == ("2025-04-01T00:00:00.000Z", "2025-04-08T00:00:00.000Z")
    assert len(windows) == 5
    assert [slot.remaining_capacity for slot in found] == [1]


# --- what is answered otherwise ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "uid"),
    [
        pytest.param({"uid": "s", "name": "x"}, "s", id="bare"),
        pytest.param({"data": {"uid": "s", "name": "x"}, "errors": {}}, "s", id="in-data"),
        pytest.param({"data": {"uid": "s"}}, "s", id="data-alone"),
        pytest.param({"uid": "s", "data": {"name": "x"}}, "s", id="uid-beside-data"),
        pytest.param({"name": "x"}, None, id="no-uid"),
        pytest.param({"data": {"name": "x"}, "errors": None}, None, id="no-uid-in-data"),
        pytest.param({"uid": 12345}, "12345", id="uid-a-number"),
    ],
)
async def test_a_created_schedule_is_read_in_every_shape(
    server: Server, reader: Jicoo, body: object, uid: str | None
) -> None:
    server.script = [says(201, json.dumps(body))]

    assert (await reader.create_schedule(new_schedule())).uid == uid


async def test_words_and_numbers_of_no_page_are_read(server: Server, reader: Jicoo) -> None:
    odd = {
        "uid": "s",
        "attendees": [{"userId": 5, "role": "boss", "userType": 1, "mood": "good"}, {}],
        "location": "none",
        "priority": 3,
        "isAllDay": 0,
        "projectId": 7,
        "conference": {"kind": "of tomorrow"},
    }
    server.script = [says(200, json.dumps({"data": [odd, {"uid": "bare"}]}))]

    found = await reader.list_schedules()

    attendees = found[0].attendees or ()
    assert [(one.user_id, one.role, one.user_type) for one in attendees] == [("5", "boss", "1"), (None, None, None)]
    assert (found[0].location, found[0].priority, found[0].is_all_day, found[0].project_id) == ("none", "3", False, "7")
    assert [one.uid for one in found] == ["s", "bare"]
    assert all(one.is_open for one in found)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html>", id="html"),
        pytest.param(b'{"data":[{"uid":"s"', id="cut"),
        pytest.param(b"5", id="number"),
        pytest.param(b"{}", id="no-list"),
        pytest.param(b'{"data":null}', id="null"),
        pytest.param(b'{"data":{"uid":"s"}}', id="one-for-many"),
        pytest.param(b'{"data":[{"name":"x"}]}', id="no-uid"),
        pytest.param(b'{"data":["s"]}', id="words"),
        pytest.param(b'{"data":[' + b" " * (5 << 20) + b"]}", id="five-megabytes"),
    ],
)
async def test_f29_a_list_that_is_none_is_unreadable_and_never_empty(
    server: Server, reader: Jicoo, body: bytes
) -> None:
    server.otherwise = says(200, body)

    with pytest.raises(Unreadable):
        await reader.list_schedules()


async def test_an_update_may_be_answered_with_nothing(server: Server, reader: Jicoo) -> None:
    server.script = [says(204, b"")]

    assert await reader.update_schedule("s", ScheduleChange(name="x")) == MadeSchedule()


async def test_the_list_of_users_is_where_it_is_and_looked_for_once(server: Server, reader: Jicoo) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/v1/organization/users":
            return web.json_response({"data": [{"id": "u", "name": "太郎"}]})
        return web.Response(status=404)

    server.otherwise = answer

    for _ in range(2):
        assert [user.user_id for user in await reader.list_organization_users()] == ["u"]

    assert [urlsplit(seen.raw_path).path for seen in server.seen] == [
        "/v1/organization_users",
        "/v1/organization/users",
        "/v1/organization/users",
    ]


@pytest.mark.parametrize(
    ("status", "headers", "error"),
    [
        (400, {}, Refused),
        (401, {}, NotAuthorized),
        (402, {}, Refused),
        (403, {}, NotAuthorized),
        (404, {}, NotFound),
        (422, {}, Refused),
        (429, {"retry_after": "7"}, Throttled),
        (500, {}, Broken),
        (503, {}, Broken),
        (302, {"location": "http://127.0.0.1:1/"}, Refused),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", ""),
        ("<html>", ""),
        ('{"errors":{}}', ""),
        ('{"errors":null}', ""),
        ('{"errors":{"code":"SLOT_TAKEN","message":"…"}}', "SLOT_TAKEN"),
        ('{"errors":[{"code":"SLOT_TAKEN"}]}', "SLOT_TAKEN"),
        ('{"errors":{"startedAt":["is invalid"]}}', "startedAt"),
        ('{"errors":["guest@example.org has no time"]}', ""),
    ],
)
async def test_f24_every_status_is_what_the_caller_can_do_about_it_whatever_its_body(
    server: Server,
    reader: Jicoo,
    status: int,
    headers: dict[str, str],
    error: type[Refused | Broken],
    body: str,
    code: str,
) -> None:
    server.otherwise = says(status, body, **headers)

    with pytest.raises(error) as caught:
        await reader.create_booking(new_booking())

    assert len(server.seen) == 1
    if isinstance(caught.value, Throttled):
        assert caught.value.retry_after == 7
    elif isinstance(caught.value, Refused):
        assert caught.value.code == code
    assert "guest" not in str(caught.value)


# --- lists that misbehave ---------------------------------------------------------------------------------------


def page(uids: str, **told: object) -> str:
    return json.dumps({"data": [{"uid": uid} for uid in uids], "errors": {}, **told})


async def uids(reader: Jicoo) -> str:
    return "".join(one.uid for one in await reader.list_schedules())


async def test_f32_pages_are_followed_where_only_the_next_one_is_told(server: Server, reader: Jicoo) -> None:
    server.script = [
        says(200, page("ab", nextPage=2)),
        says(200, page("", nextPage="3")),  # empty, and yet not the last
        says(200, page("bc", nextPage=None)),
    ]

    assert await uids(reader) == "abc"
    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    assert [(query["page"], query["perPage"]) for query in asked] == [([str(n)], ["50"]) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "ending", [{"nextPage": None}, {}, {"nextPage": 0}, {"nextPage": 1}, {"nextPage": "?"}], ids=str
)
async def test_f32_a_list_ends_where_no_further_page_is_told(server: Server, reader: Jicoo, ending: object) -> None:
    assert isinstance(ending, dict)
    server.otherwise = says(200, page("ab", **ending))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 1


async def test_f32_the_number_of_pages_ends_a_list_that_always_tells_a_next_one(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", nextPage=2, currentPage=1, numberOfPages=1))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 1


async def test_f32_what_goes_while_the_pages_are_read_hides_nothing(server: Server, reader: Jicoo) -> None:
    """Between the pages "a" is deleted: "c" moves onto the first page, which has been read."""
    server.script = [
        says(200, page("ab", totalCount=4, numberOfPages=2, nextPage=2)),
        says(200, page("d", totalCount=3, numberOfPages=2)),
        says(200, page("bc", totalCount=3, numberOfPages=2, nextPage=2)),
        says(200, page("d", totalCount=3, numberOfPages=2)),
    ]

    assert await uids(reader) == "bcd"


async def test_f32_what_comes_while_the_pages_are_read_is_not_there_twice(server: Server, reader: Jicoo) -> None:
    server.script = [
        says(200, page("ab", totalCount=3, numberOfPages=2, nextPage=2)),
        says(200, page("bc", totalCount=4, numberOfPages=2)),
        says(200, page("na", totalCount=4, numberOfPages=2, nextPage=2)),
        says(200, page("bc", totalCount=4, numberOfPages=2)),
    ]

    assert await uids(reader) == "nabc"


async def test_f32_a_list_that_never_settles_is_read_a_few_times_and_nothing_of_it_lost(
    server: Server, reader: Jicoo
) -> None:
    server.script = [says(200, page(letters, totalCount=9)) for letters in ("ab", "bc", "cd", "de", "ef")]

    assert await uids(reader) == "abcd"
    assert len(server.seen) == 3


async def test_f32_a_total_that_counts_something_else_costs_one_more_reading(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", totalCount=99))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 2


async def test_f32_a_list_without_end_is_left(server: Server, reader: Jicoo) -> None:
    async def answer(request: web.Request) -> web.Response:
        number = int(request.query["page"])
        return web.json_response({"data": [{"uid": "a"}], "nextPage": number + 1})

    server.otherwise = answer

    assert await uids(reader) == "a"
    assert len(server.seen) == 1000


async def test_f32_pages_after_the_first_are_fetched_a_few_at_a_time_and_stay_in_order(
    server: Server, reader: Jicoo
) -> None:
    async def answer(request: web.Request) -> web.Response:
        number = int(request.query["page"])
        told = {"totalCount": 26, "currentPage": number, "numberOfPages": 26}
        return web.json_response({"data": [{"uid": chr(96 + number)}], **told})

    server.otherwise = answer

    assert await uids(reader) == "abcdefghijklmnopqrstuvwxyz"
    assert len(server.seen) == 26


async def test_f32_one_failing_page_fails_the_list(server: Server, reader: Jicoo) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.query["page"] == "3":
            return web.Response(status=403)
        return web.json_response({"data": [{"uid": request.query["page"]}], "numberOfPages": 5})

    server.otherwise = answer

    with pytest.raises(NotAuthorized):
        await uids(reader)


async def test_bookings_one_by_one_read_no_further_than_asked(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", nextPage=2, numberOfPages=50))

    async for one in reader.each_booking(BookingFilter(sort="desc", order="createdAt")):
        if one.uid == "b":
            break

    assert [urlsplit(seen.raw_path).query for seen in server.seen] == ["sort=desc&order=createdAt&page=1&perPage=50"]


async def test_f32_bookings_one_by_one_come_once_each(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, page("ab", nextPage=2)), says(200, page("bc"))]

    assert [one.uid async for one in reader.each_booking(BookingFilter())] == ["a", "b", "c"]


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
