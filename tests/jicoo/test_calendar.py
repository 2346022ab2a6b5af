"""What is Jicoo's own in keeping the promise of `Calendar`; the rest is in tests/calendars."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from providers.contract import Appointment, AppointmentRef, Days, Draft, Invitee, Lack, Person, Span, When
from providers.errors import NotFound, Refused, Unreachable, Unreadable
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from providers.jicoo.simulator.account import Ways
from providers.jicoo.simulator.app import JicooSimulator
from tests.jicoo.conftest import client
from tests.lineworks.scripted import Server, Watch
from tests.simulators.booking_office import ACCOUNT, HANAKO, JANE, TARO, KeyCaller, booked, schedule

TOKYO = ZoneInfo("Asia/Tokyo")


def tokyo(day: int, hour: int = 15, hours: float = 1) -> Span:
    start = datetime(2025, 4, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=hours))


APRIL = Days(date(2025, 4, 1), date(2025, 4, 30)).span(TOKYO)
MEETING = Draft("設計レビュー", tokyo(2), "Asia/Tokyo")


async def held(desk: KeyCaller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await desk.state())["schedules"]
    return found


def test_it_says_what_it_lacks(calendar: JicooCalendar) -> None:
    assert calendar.limits.lacks == {Lack.RECURRENCE, Lack.OPTIONAL, Lack.LEAD, Lack.CALENDARS}
    assert (calendar.limits.title, calendar.limits.location) == (64, 2000)


# --- who --------------------------------------------------------------------------------------------------------


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


# --- what is written --------------------------------------------------------------------------------------------


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


async def test_a_moved_schedule_keeps_its_mark_and_tells_those_on_it(calendar: JicooCalendar, desk: KeyCaller) -> None:
    made = await calendar.create(TARO, replace(MEETING, invitees=(Invitee("hanako@example.com"),)), "key")

    await calendar.move(made.ref, tokyo(3), "America/New_York")

    (one,) = await held(desk)
    assert (one["timeZone"], one["description"]) == ("America/New_York", "[yotei:key]")
    again = await calendar.create(TARO, MEETING, "key", again=True)
    assert again.ref == made.ref


# --- made once, though they take no key -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ways", [Ways(tells_uid=False), Ways(tells_uid=False, wraps_created=True), Ways(wraps_created=True)]
)
async def test_f25_a_create_whose_answer_has_no_id_is_found_by_its_mark(desk: KeyCaller, ways: Ways) -> None:
    async with JicooSimulator(ACCOUNT, ways=ways) as sim, client(sim.base_url) as jicoo:
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo))
        await calendar.create(TARO, MEETING, "another")  # same name, same time

        made = await calendar.create(TARO, MEETING, "key")

        state = json.loads(sim.state())
    by_mark = {one["description"]: one["uid"] for one in state["schedules"]}
    assert len(state["schedules"]) == 2
    assert made.ref.id == by_mark["[yotei:key]"]


async def test_f25_what_was_made_and_is_not_found_is_never_made_again(desk: KeyCaller) -> None:
    watch = Watch()
    async with JicooSimulator(ACCOUNT, ways=Ways(tells_uid=False)) as sim, client(sim.base_url) as jicoo:
        caller = KeyCaller(desk.session, sim.base_url, desk.token)
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo), time=watch.time())
        hidden = {"status": 200, "body": {"data": [], "errors": {}}}
        await caller.control("POST", "faults", method="GET", path="/schedules", times=None, do=hidden)

        for again in (False, True):
            with pytest.raises(Unreadable):
                await calendar.create(TARO, MEETING, "key", again=again)
        await caller.control("DELETE", "faults")
        found = await calendar.create(TARO, MEETING, "key", again=True)

        assert [one["uid"] for one in await held(caller)] == [found.ref.id]
    assert watch.slept[:3] == [0.0, 0.5, 1.5]  # the list may lag behind


async def test_f25_a_list_that_lags_behind_is_looked_at_again(desk: KeyCaller) -> None:
    watch = Watch()
    async with JicooSimulator(ACCOUNT, ways=Ways(tells_uid=False)) as sim, client(sim.base_url) as jicoo:
        caller = KeyCaller(desk.session, sim.base_url, desk.token)
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo), time=watch.time())
        hidden = {"status": 200, "body": {"data": [], "errors": {}}}
        await caller.control("POST", "faults", method="GET", path="/schedules", times=2, do=hidden)

        made = await calendar.create(TARO, MEETING, "key")

        assert [one["uid"] for one in await held(caller)] == [made.ref.id]


@pytest.mark.parametrize("again", [True, False])
async def test_f25_several_with_one_mark_are_for_people_to_sort_out(
    calendar: JicooCalendar, desk: KeyCaller, again: bool
) -> None:
    for _ in range(2):
        await desk.call("POST", "/v1/schedules", json=schedule(description="[yotei:key]"))
    await desk.control("POST", "faults", method="POST", path="/schedules", do="reset")

    with pytest.raises(Unreadable, match="several"):
        await calendar.create(TARO, MEETING, "key", again=again)

    assert len(await held(desk)) == 2


async def test_f25_a_create_that_fails_twice_unseen_is_left_unclear(calendar: JicooCalendar, desk: KeyCaller) -> None:
    await desk.control("POST", "faults", method="POST", path="/schedules", times=None, do="reset")

    with pytest.raises(Unreachable):
        await calendar.create(TARO, MEETING, "key")

    posts = [call for call in (await desk.state())["calls"] if call["method"] == "POST"]
    assert len(posts) == 2


@pytest.mark.parametrize("status", [400, 401, 402, 403, 422, 429])
async def test_a_clear_no_is_not_asked_about(calendar: JicooCalendar, desk: KeyCaller, status: int) -> None:
    do = {"status": status, "headers": {"retry-after": "30"}}
    await desk.control("POST", "faults", method="POST", path="/schedules", do=do)

    with pytest.raises(Refused):
        await calendar.create(TARO, MEETING, "key")

    assert [call["method"] for call in (await desk.state())["calls"]] == ["POST"]


async def test_the_mark_of_a_cancelled_or_a_strangers_schedule_is_no_mark(desk: KeyCaller) -> None:
    async with JicooSimulator(ACCOUNT, ways=Ways(keeps_deleted=True)) as sim, client(sim.base_url) as jicoo:
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo))
        gone = await calendar.create(TARO, MEETING, "key")
        await calendar.cancel(gone.ref)
        await calendar.create(JANE, MEETING, "key")

        made = await calendar.create(TARO, MEETING, "key", again=True)

        assert made.ref.id != gone.ref.id
        assert [one.ref for one in await calendar.appointments(TARO, APRIL)] == [made.ref]
        for attempt in (calendar.find, calendar.remains, calendar.cancel):
            with pytest.raises(NotFound):
                await attempt(gone.ref)


# --- what others made -------------------------------------------------------------------------------------------


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


# --- bookings among them ----------------------------------------------------------------------------------------


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
