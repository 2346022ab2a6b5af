"""What is Jicoo's own in keeping the promise of `Calendar`; the rest is in tests/calendars."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from providers.contract import AppointmentRef, Days, Invitee, Lack, Person, Span, When
from providers.errors import NotFound, Refused, Unreadable
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from tests.jicoo.april import APRIL, MEETING, held, tokyo
from tests.lineworks.scripted import Server, Watch
from tests.simulators.booking_office import HANAKO, JANE, TARO, KeyCaller, schedule


def test_it_says_what_it_lacks(calendar: JicooCalendar) -> None:
    assert calendar.limits.lacks == {Lack.RECURRENCE, Lack.OPTIONAL, Lack.LEAD, Lack.CALENDARS}
    assert (calendar.limits.title, calendar.limits.location) == (64, 2000)


# --- who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mail", "account"),
    [("taro@example.com", TARO), ("HANAKO@example.com", HANAKO), ("nobody@example.com", None), ("", None)],
)
async def test_a_member_is_known_by_e_mail(calendar: JicooCalendar, mail: str, account: str | None) -> None:
    assert await calendar.account(Person("works-id", mail, "誰か")) == account


async def test_an_address_that_two_have_is_nobodys(server: Server, reader: Jicoo) -> None:
    async def answer(_: web.Request) -> web.Response:
        users = [{"id": "a", "email": "x@example.com"}, {"id": "b", "email": "X@example.com"}, {"id": "c"}]
        return web.json_response({"data": users})

    server.otherwise = answer

    assert await JicooPeople(reader).account(Person("u", "x@example.com", "誰か")) is None


async def test_who_is_who_is_asked_once_in_a_while(desk: KeyCaller, jicoo: Jicoo) -> None:
    watch = Watch()
    people = JicooPeople(jicoo, time=watch.time())
    person = Person("u", "taro@example.com", "太郎")

    for passed in (0, 299, 2):
        watch.now += passed
        assert await people.account(person) == TARO
    assert (await people.host(HANAKO)).email == "Hanako@example.com"
    with pytest.raises(NotFound):
        await people.host("nobody")

    paths = [call["path"] for call in (await desk.state())["calls"]]
    assert paths == ["/v1/organization_users"] * 2 + ["/v1/organization_users/nobody"]


# --- what is written -------------------------------------------------------------------------------------------------


async def test_a_draft_becomes_a_schedule(calendar: JicooCalendar, desk: KeyCaller) -> None:
    draft = replace(
        MEETING,
        description="資料を持参",
        location="会議室A",
        invitees=(
            Invitee("hanako@example.com"),
            Invitee("TARO@example.com"),  # the owner
            Invitee("elsewhere@example.com", account=JANE),
            Invitee("guest@example.org", optional=True),
            Invitee("Guest@example.org"),
        ),
        reminders=(timedelta(minutes=10),),
        private=True,
        free=True,
    )

    made = await calendar.create(TARO, draft, "key-1")

    (one,) = await held(desk)
    expected = {
        "name": "設計レビュー",
        "description": "資料を持参\n[yotei:key-1]",
        "startedAt": "2025-04-02T06:00:00.000Z",
        "endedAt": "2025-04-02T07:00:00.000Z",
        "timeZone": "Asia/Tokyo",
        "location": "custom",
        "customLocation": "会議室A",
        "isRemind": True,
        "isAllDay": False,
        "displayType": "private",
        "transparency": "transparent",
        "routine": None,
        "attendees": [
            {"userId": TARO, "role": "admin", "userType": "host"},
            {"userId": HANAKO, "role": "viewer", "userType": "host"},
            {"userId": JANE, "role": "viewer", "userType": "host"},
            {"email": "guest@example.org", "role": "viewer", "userType": "guest"},
        ],
    }
    assert {name: one[name] for name in expected} == expected
    assert made.organizer == "taro@example.com"
    assert [(who.email, who.name, who.account) for who in made.invitees] == [
        ("Hanako@example.com", "佐藤 花子", HANAKO),
        ("jane@example.com", "Jane Doe", JANE),
        ("guest@example.org", "", None),
    ]


async def test_what_is_not_said_is_busy_and_reminds_nobody(calendar: JicooCalendar, desk: KeyCaller) -> None:
    await calendar.create(TARO, MEETING, "key")

    (one,) = await held(desk)
    assert (one["transparency"], one["isRemind"], one["displayType"]) == ("opaque", False, "teamPublic")
    assert (one["description"], one["location"]) == ("[yotei:key]", None)


@pytest.mark.parametrize(
    ("when", "zone", "start", "end"),
    [
        (
            Days(date(2025, 4, 2), date(2025, 4, 3)),
            "Asia/Tokyo",
            "2025-04-01T15:00:00.000Z",
            "2025-04-03T15:00:00.000Z",
        ),
        (
            Days(date(2025, 3, 9), date(2025, 3, 9)),
            "America/New_York",
            "2025-03-09T05:00:00.000Z",
            "2025-03-10T04:00:00.000Z",
        ),
    ],
    ids=["two-days", "clocks-go-forward"],
)
async def test_whole_days_go_from_midnight_to_midnight(
    calendar: JicooCalendar, desk: KeyCaller, when: Days, zone: str, start: str, end: str
) -> None:
    await calendar.create(TARO, replace(MEETING, when=when, zone=zone), "key")

    (one,) = await held(desk)
    assert (one["startedAt"], one["endedAt"], one["isAllDay"]) == (start, end, True)


@pytest.mark.parametrize(
    ("members", "when"),
    [
        pytest.param(
            {"endedAt": "2025-04-02T14:59:59.000Z"}, Days(date(2025, 4, 2), date(2025, 4, 2)), id="last-second"
        ),
        pytest.param({"endedAt": "2025-04-01T15:00:00.000Z"}, Days(date(2025, 4, 2), date(2025, 4, 2)), id="no-length"),
        pytest.param({"endedAt": "2025-04-03T15:00:00.000Z"}, Days(date(2025, 4, 2), date(2025, 4, 3)), id="two-days"),
    ],
)
async def test_whole_days_made_by_others_are_read(
    calendar: JicooCalendar, desk: KeyCaller, members: dict[str, object], when: When
) -> None:
    body = schedule(startedAt="2025-04-01T15:00:00.000Z", isAllDay=True, **members)
    await desk.call("POST", "/v1/schedules", json=body)

    assert [one.when for one in await calendar.appointments(TARO, APRIL)] == [when]


async def test_a_series_or_a_named_calendar_cannot_be_made(calendar: JicooCalendar, desk: KeyCaller) -> None:
    with pytest.raises(Refused) as caught:
        await calendar.create(TARO, replace(MEETING, recurrence="FREQ=WEEKLY"), "key")
    with pytest.raises(NotFound):
        await calendar.create(TARO, MEETING, "key", calendar="somewhere")
    with pytest.raises(NotFound):
        await calendar.appointments(TARO, APRIL, calendar="somewhere")

    assert caught.value.code == "RECURRENCE"
    assert await held(desk) == []
    assert await calendar.name(TARO) == "Jicoo"


@pytest.mark.parametrize("together", [True, False])
async def test_a_move_is_told_to_those_on_it(server: Server, reader: Jicoo, together: bool) -> None:
    sent: list[dict[str, Any]] = []

    async def answer(request: web.Request) -> web.Response:
        if request.method == "PATCH":
            sent.append(await request.json())
            return web.Response(status=204)
        guests = [{"email": "g@example.org"}] if together else []
        mine = {"uid": "s", "startedAt": "2025-04-02T06:00:00Z", "attendees": [{"userId": TARO}, *guests]}
        return web.json_response({"data": [mine] if "schedules" in request.path else []})

    server.otherwise = answer
    calendar = JicooCalendar(reader, JicooPeople(reader))

    moved = await calendar.move(AppointmentRef("jicoo", TARO, "s"), tokyo(3), "Asia/Tokyo")

    times = {"startedAt": "2025-04-03T06:00:00.000Z", "endedAt": "2025-04-03T07:00:00.000Z", "timeZone": "Asia/Tokyo"}
    assert sent == [{**times, **({"isSendUpdates": True} if together else {})}]
    assert moved.when == tokyo(3)


async def test_a_moved_schedule_keeps_its_mark(calendar: JicooCalendar, desk: KeyCaller) -> None:
    made = await calendar.create(TARO, replace(MEETING, invitees=(Invitee("hanako@example.com"),)), "key")

    await calendar.move(made.ref, tokyo(3), "America/New_York")

    (one,) = await held(desk)
    assert (one["timeZone"], one["description"]) == ("America/New_York", "[yotei:key]")
    again = await calendar.create(TARO, MEETING, "key", again=True)
    assert again.ref == made.ref


# --- what others made ------------------------------------------------------------------------------------------------


async def test_somebody_elses_meeting_names_who_called_it(calendar: JicooCalendar, desk: KeyCaller) -> None:
    attendees = [
        {"userId": HANAKO, "role": "admin", "userType": "host"},
        {"email": "Taro@example.com", "role": "viewer", "userType": "guest"},
    ]
    await desk.call(
        "POST",
        "/v1/schedules",
        json=schedule(attendees=attendees, location="zoom", address="渋谷1-2-3", description="メモ"),
    )

    (one,) = await calendar.appointments(TARO, APRIL)

    assert (one.organizer, [who.email for who in one.invitees]) == ("Hanako@example.com", ["Taro@example.com"])
    assert (one.location, one.description) == ("渋谷1-2-3", "メモ")
    assert one.meeting
    assert one.precious == {"meeting"}


async def test_what_repeats_is_shown_and_left_alone(calendar: JicooCalendar, desk: KeyCaller) -> None:
    routine: dict[str, object] = {"duration": 60, "endedAt": None, "schedules": []}
    await desk.call("POST", "/v1/schedules", json=schedule(routine=routine))

    (one,) = await calendar.appointments(TARO, APRIL)

    assert one.series
    changes: list[Callable[[], Awaitable[object]]] = [
        lambda: calendar.cancel(one.ref),
        lambda: calendar.remains(one.ref),
        lambda: calendar.move(one.ref, tokyo(3), "Asia/Tokyo"),
    ]
    for change in changes:
        with pytest.raises(Refused) as caught:
            await change()
        assert caught.value.code == "RECURRENCE"
    assert len(await held(desk)) == 1


async def test_what_others_wrote_comes_back_without_words_that_are_never_sent(server: Server, reader: Jicoo) -> None:
    odd = {
        "uid": "s",
        "name": "定例",
        "startedAt": "2025-04-02T06:00:00Z",
        "endedAt": "2025-04-02T07:00:00Z",
        "timeZone": "Asia/Tokyo",
        "description": "メモ\n[yotei:old]",
        "location": "none",
        "priority": "high",
        "displayType": "secret",
        "phoneNumber": "03-0000-0000",
        "projectId": 7,
        "status": "open",
        "attendees": [
            {"userId": TARO, "role": "boss", "userType": 1},
            {"email": "g@example.org", "role": "viewer", "userType": "guest"},
        ],
    }
    sent: list[dict[str, Any]] = []

    async def answer(request: web.Request) -> web.Response:
        if request.method == "POST":
            sent.append(await request.json())
            return web.json_response({"uid": "new"}, status=201)
        return web.json_response({"data": [odd] if "schedules" in request.path else []})

    server.otherwise = answer
    calendar = JicooCalendar(reader, JicooPeople(reader))

    back = await calendar.restore(await calendar.remains(AppointmentRef("jicoo", TARO, "s")), "new-key")

    assert back.ref.id == "new"
    assert sent == [
        {
            "name": "定例",
            "startedAt": "2025-04-02T06:00:00.000Z",
            "endedAt": "2025-04-02T07:00:00.000Z",
            "timeZone": "Asia/Tokyo",
            "routine": None,
            "description": "メモ\n[yotei:new-key]",
            "priority": "high",
            "phoneNumber": "03-0000-0000",
            "projectId": 7,
            "attendees": [
                {"userId": TARO, "role": "viewer", "userType": "host"},
                {"email": "g@example.org", "role": "viewer", "userType": "guest"},
            ],
        }
    ]


@pytest.mark.parametrize("started_at", [None, "", "soon", 5, "0001-01-01T00:00:00+14:00"], ids=str)
async def test_f29_a_time_that_cannot_be_read_is_never_left_out_silently(
    server: Server, reader: Jicoo, started_at: object
) -> None:
    async def answer(request: web.Request) -> web.Response:
        mine = {"uid": "s", "startedAt": started_at, "attendees": [{"userId": TARO}]}
        return web.json_response({"data": [mine] if "schedules" in request.path else []})

    server.otherwise = answer

    with pytest.raises(Unreadable):
        await JicooCalendar(reader, JicooPeople(reader)).appointments(TARO, APRIL)


@pytest.mark.parametrize(
    ("started_at", "start"),
    [
        ("2025-04-02T06:00:00.000Z", datetime(2025, 4, 2, 6, tzinfo=UTC)),
        ("2025-04-02T06:00:00Z", datetime(2025, 4, 2, 6, tzinfo=UTC)),
        ("2025-04-02T06:00:00", datetime(2025, 4, 2, 6, tzinfo=UTC)),
        ("2025-04-02T15:00:00+09:00", datetime(2025, 4, 2, 6, tzinfo=UTC)),
        ("2025-04-02", datetime(2025, 4, 1, 15, tzinfo=UTC)),
    ],
)
async def test_times_are_read_in_every_form(server: Server, reader: Jicoo, started_at: str, start: datetime) -> None:
    async def answer(request: web.Request) -> web.Response:
        one = {"uid": "s", "startedAt": started_at, "timeZone": "Asia/Tokyo", "attendees": [{"userId": TARO}]}
        return web.json_response({"data": [one] if "schedules" in request.path else []})

    server.otherwise = answer

    (found,) = await JicooCalendar(reader, JicooPeople(reader)).appointments(TARO, APRIL)

    assert found.when == Span(start, start)
