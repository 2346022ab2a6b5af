"""The façade, call by call, against the simulator; and against a server that lists badly."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from providers.contract import Span
from providers.errors import Broken, NotAuthorized, NotFound, Refused, Unreachable, Unreadable
from providers.lineworks.client import LineWorks, allowed_per_minute
from providers.lineworks.events import EventChange, EventRequest, EventSet, NewEvent, NewEventTime
from providers.lineworks.messages import Content, MessageAction
from providers.lineworks.models import BotChange
from providers.transport import Habits, Transport
from tests.lineworks.scripted import Server, says, serving
from tests.simulators.company import BOT_ID, HANAKO, JANE, SALES, TARO, TEAM, Caller

EXAMPLE = Path(__file__).parents[1] / "samples" / "lineworks" / "create_event.json"
TOKYO = ZoneInfo("Asia/Tokyo")
APRIL = Span(datetime(2025, 4, 1, tzinfo=TOKYO), datetime(2025, 5, 1, tzinfo=TOKYO))


def at(text: str) -> NewEventTime:
    return NewEventTime(date_time=text, time_zone="Asia/Tokyo")


def event(event_id: str = "e", day: str = "2025-04-02") -> NewEvent:
    return NewEvent(event_id=event_id, summary="設計レビュー", start=at(f"{day}T15:00:00"), end=at(f"{day}T16:00:00"))


def ids(entries: list[EventSet]) -> list[str]:
    return [entry.master.event_id for entry in entries]


# --- events -----------------------------------------------------------------------------------------------------


async def test_the_published_example_passes_through_with_every_field_unchanged(works: LineWorks, desk: Caller) -> None:
    example = json.loads(EXAMPLE.read_text())
    request = EventRequest.model_validate(example)

    made = await works.create_event(
        TARO, request.event_components, calendar_id=SALES, send_notification=request.send_notification
    )

    (sent,) = example["eventComponents"]
    (answered,) = json.loads(made.model_dump_json(by_alias=True, exclude_none=True))["eventComponents"]
    (held,) = (await desk.state())["events"][0]["eventComponents"]
    assert {name: answered[name] for name in sent} == sent
    assert {name: held[name] for name in sent} == sent


async def test_an_event_is_made_read_and_deleted_on_a_named_calendar(works: LineWorks) -> None:
    made = await works.create_event(TARO, [event("a/b@c+d %2F")], calendar_id=SALES)
    fetched = await works.get_event(HANAKO, "a/b@c+d %2F", calendar_id=SALES)
    await works.delete_event(TARO, "a/b@c+d %2F", calendar_id=SALES)

    assert made.master.summary == fetched.master.summary == "設計レビュー"
    assert made.organizer_calendar_id == SALES
    with pytest.raises(NotFound):
        await works.get_event(TARO, "a/b@c+d %2F", calendar_id=SALES)
    with pytest.raises(NotFound):
        await works.delete_event(TARO, "a/b@c+d %2F", calendar_id=SALES)


async def test_without_an_id_the_server_chooses_one(works: LineWorks) -> None:
    nameless = NewEvent(summary="x", start=at("2025-04-02T15:00:00"), end=at("2025-04-02T16:00:00"))

    made = await works.create_event(TARO, [nameless])

    assert (await works.get_event(TARO, made.master.event_id)).master.summary == "x"


@pytest.mark.parametrize("notify", [True, False])
async def test_whether_people_are_told_is_said_explicitly(works: LineWorks, desk: Caller, notify: bool) -> None:
    invited = event().model_copy(
        update={"attendees": NewEvent.model_validate(
            {"summary": "x", "start": {"date": "2025-04-02"}, "attendees": [{"email": "hanako@example.com"}]}
        ).attendees}
    )  # fmt: skip

    await works.create_event(TARO, [invited], send_notification=notify)
    await works.update_event(TARO, "e", EventChange(summary="y"), send_notification=notify)
    await works.delete_event(TARO, "e", send_notification=notify)

    told = [notice["act"] for notice in (await desk.state())["notifications"]]
    assert told == (["created", "updated", "deleted"] if notify else [])


async def test_f57_an_update_keeps_what_it_does_not_change_and_what_nobody_knows(
    works: LineWorks, desk: Caller
) -> None:
    (sent,) = json.loads(EXAMPLE.read_text())["eventComponents"]
    sent["conference"] = {"kind": "of tomorrow", "seats": [1, 2, {"deep": "値"}]}
    sent["attendees"][0]["mood"] = "good"
    del sent["recurringEventId"]  # then it is a series, as it is meant to be
    await works.create_event(TARO, [NewEvent.model_validate(sent)], send_notification=False)

    change = EventChange(start=at("2021-12-13T15:00:00"), end=at("2021-12-13T16:00:00"))
    updated = await works.update_event(TARO, sent["eventId"], change, send_notification=False)

    (held,) = (await desk.state())["events"][0]["eventComponents"]
    expected = sent | {
        "start": {"dateTime": "2021-12-13T15:00:00", "timeZone": "Asia/Tokyo"},
        "end": {"dateTime": "2021-12-13T16:00:00", "timeZone": "Asia/Tokyo"},
    }
    assert {name: held.get(name) for name in expected} == expected
    assert updated.master.location == "CUNY Graduate Center"


async def test_f57_an_update_keeps_the_exceptions_of_a_series(works: LineWorks) -> None:
    series = event().model_copy(update={"recurrence": ("RRULE:FREQ=WEEKLY;COUNT=5",)})
    exception = event(day="2025-04-10").model_copy(
        update={"recurring_event_id": "TZID=Asia/Tokyo:20250409T150000", "summary": "別の話"}
    )
    await works.create_event(TARO, [series, exception])

    updated = await works.update_event(TARO, "e", EventChange(location="会議室"))

    assert [(one.summary, one.location) for one in updated.event_components] == [
        ("設計レビュー", "会議室"),
        ("別の話", None),
    ]


async def test_read_only_members_are_not_put_back() -> None:
    came = {"eventId": "e", "summary": "x", "start": {"date": "2025-04-02"}}
    kept = {"organizer": {"email": "a@example.com"}, "videoMeeting": {"url": "https://works.do/x"}}
    own = {
        "createdTime": {"dateTime": "2025-04-01T00:00:00", "timeZone": "Asia/Tokyo"},
        "updatedTime": {"dateTime": "2025-04-01T00:00:00", "timeZone": "Asia/Tokyo"},
        "attachments": [{"fileName": "x.pdf", "fileSize": 5}],
        "viewUrl": "https://calendar.worksmobile.com/x",
    }
    async with serving() as server, LineWorks(Transport("lineworks", server.origin), "1") as works:
        server.otherwise = says(200, json.dumps({"eventComponents": [came | kept | own]}))

        await works.update_event("u", "e", EventChange(summary="y"))

    put = json.loads(server.seen[1].body)
    assert put == {"eventComponents": [came | kept | {"summary": "y"}], "sendNotification": True}


async def test_a_put_as_it_is_loses_what_is_left_out(works: LineWorks) -> None:
    await works.create_event(TARO, [event().model_copy(update={"location": "会議室", "description": "資料"})])

    replaced = await works.put_event(TARO, "e", [event().model_copy(update={"event_id": "e"})])

    assert (replaced.master.location, replaced.master.description) == (None, None)


@pytest.mark.parametrize(
    ("span", "found"),
    [
        pytest.param(APRIL, ["04-02"], id="a-month"),
        pytest.param(
            Span(datetime(2025, 1, 1, tzinfo=TOKYO), datetime(2026, 1, 1, tzinfo=TOKYO)),
            ["01-15", "04-02", "06-30", "12-31"],
            id="a-year",
        ),
        pytest.param(
            Span(datetime(2025, 4, 2, 15, 30, tzinfo=TOKYO), datetime(2025, 4, 2, 15, 30, tzinfo=TOKYO)),
            ["04-02"],
            id="a-moment",
        ),
        pytest.param(
            Span(datetime(2025, 10, 1, tzinfo=ZoneInfo("America/New_York")),
                 datetime(2025, 11, 30, tzinfo=ZoneInfo("America/New_York"))),
            [],
            id="over-the-end-of-summer-time",
        ),
    ],
)  # fmt: skip
async def test_a_window_of_any_length_is_listed_without_repeats(works: LineWorks, span: Span, found: list[str]) -> None:
    for day in ("01-15", "04-02", "06-30", "12-31"):
        await works.create_event(TARO, [event(day, f"2025-{day}")])

    assert ids(await works.list_events(TARO, span)) == found


async def test_a_series_that_lasts_over_many_windows_comes_once(works: LineWorks) -> None:
    await works.create_event(TARO, [event().model_copy(update={"recurrence": ("RRULE:FREQ=DAILY",)})])

    entries = await works.list_events(TARO, Span(APRIL.start, APRIL.start + timedelta(days=200)))

    assert ids(entries) == ["e"]


async def test_no_request_spans_more_than_31_days_and_every_bound_has_an_offset() -> None:
    span = Span(datetime(2025, 1, 1, 0, 0, 0, 500_000, tzinfo=TOKYO), datetime(2025, 12, 31, tzinfo=TOKYO))
    async with serving() as server, LineWorks(Transport("lineworks", server.origin), "1") as works:
        server.otherwise = says(200, '{"events":[]}')

        await works.list_events("u", span)

    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    windows = [
        tuple(datetime.fromisoformat(query[name][0]) for name in ("fromDateTime", "untilDateTime")) for query in asked
    ]
    assert all(start.tzinfo is not None and until - start <= timedelta(days=31) for start, until in windows)
    assert windows[0][0] == span.start.replace(microsecond=0)
    assert windows[-1][1] == span.end
    assert all(before[1] == after[0] for before, after in pairwise(windows))


async def test_a_create_that_times_out_is_not_sent_again(works: LineWorks, desk: Caller) -> None:
    await desk.control("POST", "faults", method="POST", path="/events", times=1, do="apply_then_timeout")

    with pytest.raises(Unreachable) as caught:
        await works.create_event(TARO, [event()])

    calls = [call for call in (await desk.state())["calls"] if call["method"] == "POST" and "/events" in call["path"]]
    assert caught.value.sent
    assert len(calls) == 1


# --- everything else --------------------------------------------------------------------------------------------


async def test_the_bot_speaks_to_members_and_in_rooms(works: LineWorks, desk: Caller) -> None:
    button = MessageAction(label="はい", text="はい", postback="yes:1")

    await works.send_text_message("こんにちは", user_id=TARO)
    await works.send_text_message("みなさん", channel_id=TEAM)
    await works.send_button_template("これで？", [button], channel_id=TEAM)
    await works.send_message(
        Content.link("予定", "開く", "https://calendar.worksmobile.com/"), user_id="taro@example.com"
    )

    messages = (await desk.state())["messages"]
    assert [message["content"]["type"] for message in messages] == ["text", "text", "button_template", "link"]
    assert messages[0]["to"] == {"userId": TARO}
    assert messages[1]["to"] == {"channelId": TEAM}
    assert messages[2]["content"]["actions"][0]["postback"] == "yes:1"


@pytest.mark.parametrize("to", [{}, {"user_id": TARO, "channel_id": TEAM}], ids=["nobody", "both"])
async def test_a_message_goes_to_exactly_one_talk(works: LineWorks, to: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="to a member or to a room"):
        await works.send_text_message("x", **to)


async def test_the_bot_is_read_and_changed(works: LineWorks) -> None:
    await works.update_bot(
        BotChange(enable_callback=True, callback_url="https://bot.example.com/callback", channel_events=("message",))
    )
    bot = await works.get_bot()

    assert bot.bot_id == str(BOT_ID)
    assert bot.callback_url == "https://bot.example.com/callback"
    assert [name.bot_name for name in bot.i18n_bot_names or ()] == ["Yotei"]


async def test_rooms_and_members_are_read(works: LineWorks) -> None:
    assert (await works.get_channel(TEAM)).channel_id == TEAM
    assert await works.list_channel_members(TEAM) == [TARO, HANAKO]
    assert (await works.get_user(JANE)).time_zone == "America/New_York"
    assert [user.user_id for user in await works.list_users()] == [TARO, HANAKO, JANE]
    with pytest.raises(NotFound):
        await works.get_user("nobody")


async def test_a_room_is_made_spoken_in_and_left(works: LineWorks, desk: Caller) -> None:
    room = await works.create_channel([TARO, "jane@example.com"], "立ち上げ")
    await works.send_text_message("はじめまして", channel_id=room.channel_id)
    members = await works.list_channel_members(room.channel_id)
    await works.leave_channel(room.channel_id)

    assert (room.title, members) == ("立ち上げ", [TARO, JANE])
    assert (await desk.state())["messages"][0]["to"] == {"channelId": room.channel_id}
    with pytest.raises(NotAuthorized):
        await works.send_text_message("まだいる？", channel_id=room.channel_id)


async def test_a_create_of_a_room_that_times_out_is_not_sent_again(works: LineWorks, desk: Caller) -> None:
    await desk.control("POST", "faults", method="POST", path="/channels$", do="apply_then_timeout")

    with pytest.raises(Unreachable) as caught:
        await works.create_channel([TARO], "x")

    calls = [call for call in (await desk.state())["calls"] if call["path"].endswith("/channels")]
    assert (caught.value.sent, len(calls)) == (True, 1)


@pytest.mark.parametrize(
    ("call", "plan", "allowed"), [("create_event", 240, 240), ("create_channel", 240, 10), ("create_channel", 5, 5)]
)
def test_fewer_rooms_are_made_in_a_minute_than_a_plan_allows_of_other_calls(call: str, plan: int, allowed: int) -> None:
    assert allowed_per_minute(call, plan) == allowed


async def test_calendars_are_read(works: LineWorks) -> None:
    own = await works.get_default_calendar(TARO)
    reachable = await works.list_calendar_personals(TARO)

    assert [calendar.calendar_id for calendar in reachable] == [own.calendar_id, SALES]
    assert own.calendar_email == "taro@example.com"


async def test_the_menu_is_put_shown_and_taken_away(works: LineWorks) -> None:
    await works.create_persistent_menu([MessageAction(label="予定", text="今日の予定")])
    menu = await works.get_persistent_menu()
    await works.delete_persistent_menu()

    assert menu.content is not None
    with pytest.raises(NotFound):
        await works.get_persistent_menu()


async def test_me_is_refused_for_a_service_account(works: LineWorks) -> None:
    with pytest.raises(Refused):
        await works.get_default_calendar("me")


# --- lists that misbehave ---------------------------------------------------------------------------------------


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def reader(server: Server) -> AsyncIterator[LineWorks]:
    async with LineWorks(Transport("lineworks", server.origin), "1") as client:
        yield client


def page(users: list[str], cursor: str | None = None) -> str:
    body: dict[str, object] = {"users": [{"userId": user} for user in users]}
    if cursor is not None:
        body["responseMetaData"] = {"nextCursor": cursor}
    return json.dumps(body)


async def test_f32_a_list_that_changes_while_read_is_complete_and_without_repeats(
    server: Server, reader: LineWorks
) -> None:
    server.script = [
        says(200, page(["a", "b"], "1+/=")),
        says(200, page([], "2")),  # empty, and yet not the last
        says(200, page(["b", "c"], "3")),
        says(200, page(["d"], "")),
    ]

    users = await reader.list_users(domain_id=5)

    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    assert [user.user_id for user in users] == ["a", "b", "c", "d"]
    assert [query.get("cursor") for query in asked] == [None, ["1+/="], ["2"], ["3"]]
    assert all(query["domainId"] == ["5"] and query["count"] == ["100"] for query in asked)


async def test_f32_a_list_that_goes_in_circles_ends(server: Server, reader: LineWorks) -> None:
    server.script = [says(200, page(["a"], "1")), says(200, page(["b"], "2")), says(200, page(["c"], "1"))]
    server.otherwise = says(200, page(["z"], "1"))

    users = await reader.list_users()

    assert [user.user_id for user in users] == ["a", "b", "c"]


async def test_f32_events_come_by_pages_too(server: Server, reader: LineWorks) -> None:
    def entries(*names: str) -> list[object]:
        start = {"date": "2025-04-02"}
        return [{"eventComponents": [{"eventId": name, "summary": name, "start": start}]} for name in names]

    server.script = [
        says(200, json.dumps({"events": entries("a", "b"), "responseMetaData": {"nextCursor": "x"}})),
        says(200, json.dumps({"events": entries("b", "c"), "responseMetaData": None})),
    ]

    assert ids(await reader.list_events("u", APRIL)) == ["a", "b", "c"]


async def test_f29_an_event_without_components_is_unreadable(server: Server, reader: LineWorks) -> None:
    server.otherwise = says(200, '{"events":[{"eventComponents":[]}]}')

    with pytest.raises(Unreadable):
        await reader.list_events("u", Span(datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 4, 2, tzinfo=UTC)))


# --- what fails together ----------------------------------------------------------------------------------------

FAMILIES: dict[str, list[Callable[[LineWorks], Awaitable[object]]]] = {
    "/calendar": [
        lambda works: works.get_default_calendar("u"),
        lambda works: works.list_calendar_personals("u"),
        lambda works: works.create_event("u", [event()]),
        lambda works: works.get_event("u", "e"),
        lambda works: works.list_events("u", APRIL),
        lambda works: works.put_event("u", "e", [event()]),
        lambda works: works.delete_event("u", "e"),
    ],
    "/bots/": [
        lambda works: works.get_bot(),
        lambda works: works.send_text_message("x", user_id="u"),
        lambda works: works.send_text_message("x", channel_id="c"),
        lambda works: works.get_channel("c"),
        lambda works: works.list_channel_members("c"),
        lambda works: works.update_bot(BotChange(enable_callback=True)),
        lambda works: works.create_persistent_menu([MessageAction(label="x", text="x")]),
        lambda works: works.get_persistent_menu(),
        lambda works: works.delete_persistent_menu(),
    ],
    "/users": [lambda works: works.get_user("u"), lambda works: works.list_users()],
}


@pytest.mark.parametrize("down", FAMILIES)
async def test_f50_what_is_down_takes_nothing_else_with_it(server: Server, down: str) -> None:
    whole = {"userId": "u", "calendarId": "c", "channelId": "c", "eventComponents": [{"eventId": "e"}]}

    def family(path: str) -> str:
        return next(name for name in FAMILIES if name in path)

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=503) if family(request.path) == down else web.json_response(whole)

    server.otherwise = answer
    async with LineWorks(Transport("lineworks", server.origin, habits=Habits(attempts=1, failures=1)), "1") as works:
        with pytest.raises(Broken):
            await FAMILIES[down][0](works)

        for call in FAMILIES[down]:
            with pytest.raises(Unreachable, match="circuit is open"):
                await call(works)
        for name, calls in FAMILIES.items():
            for call in calls if name != down else []:
                await call(works)
