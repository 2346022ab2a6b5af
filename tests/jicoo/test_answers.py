"""What comes back otherwise than the pages say is understood, or said to be unreadable; never taken for nothing."""

import json
from urllib.parse import urlsplit

import pytest
from aiohttp import web

from providers.errors import Broken, Moved, NotAuthorized, NotFound, Refused, Throttled, Unreadable
from providers.jicoo.client import Jicoo
from providers.jicoo.schedule_models import MadeSchedule, ScheduleChange
from tests.jicoo.wishes import new_booking, new_schedule
from tests.lineworks.scripted import Server, says


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
        (302, {"location": "http://127.0.0.1:1/"}, Moved),
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
