"""What is LINE WORKS's own in keeping the promise of `Calendar`; the rest is in tests/calendars."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from providers.contract import AppointmentRef, Calendar, Days, Draft, Invitee, Span
from providers.errors import NotFound, ProviderError, Refused
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.lineworks.events import EventChange, NewEvent
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.lineworks.simulator.event_calls import Repeat
from providers.transport import Transport
from tests.lineworks.conftest import HABITS
from tests.simulators.company import BOT_ID, HANAKO, SALES, TARO, Caller, tenant

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")


def tokyo(month: int, day: int, hour: int = 15, hours: float = 1) -> Span:
    start = datetime(2025, month, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=hours))


def whole(first: date, last: date) -> Span:
    return Days(first, last).span(TOKYO)


APRIL = whole(date(2025, 4, 1), date(2025, 4, 30))
MEETING = Draft("設計レビュー", tokyo(4, 2), "Asia/Tokyo")
WEEKLY = replace(MEETING, title="定例", recurrence="FREQ=WEEKLY;COUNT=4")  # 2, 9, 16, 23 April
REF = AppointmentRef("lineworks", TARO, "key")
NINTH = replace(REF, occurrence="TZID=Asia/Tokyo:20250409T150000")


def test_the_adapter_keeps_the_promise(calendar: LineWorksCalendar) -> None:
    promise: Calendar = calendar

    assert promise.provider == "lineworks"


async def days(calendar: LineWorksCalendar, owner: str = TARO) -> list[int]:
    found = await calendar.appointments(owner, APRIL)
    return [one.when.start.day if isinstance(one.when, Span) else one.when.first.day for one in found]


# --- create -----------------------------------------------------------------------------------------------------


async def test_everything_of_a_draft_comes_back(calendar: LineWorksCalendar) -> None:
    draft = Draft(
        "設計レビュー",
        tokyo(4, 2),
        "Asia/Tokyo",
        description="資料を持参",
        location="会議室A",
        invitees=(Invitee("hanako@example.com", "佐藤 花子"), Invitee("guest@example.org", optional=True)),
        reminders=(timedelta(minutes=10), timedelta(hours=2), timedelta(days=1), timedelta()),
        private=True,
        free=True,
    )

    made = await calendar.create(TARO, draft, "key")

    found = await calendar.find(made.ref)
    assert found == made
    assert made.ref == REF
    assert (made.title, made.when, made.zone) == (draft.title, draft.when, draft.zone)
    assert (made.description, made.location) == (draft.description, draft.location)
    assert made.invitees == draft.invitees
    assert (made.private, made.free, made.series) == (True, True, False)
    assert made.organizer == "taro@example.com"
    assert made.link
    assert made.version
    assert made.precious == frozenset()


async def test_reminders_are_written_as_durations(works: LineWorks, calendar: LineWorksCalendar) -> None:
    leads = (timedelta(minutes=10), timedelta(hours=2), timedelta(days=1), timedelta())

    await calendar.create(TARO, replace(MEETING, reminders=leads), "key")

    alarms = (await works.get_event(TARO, "key")).master.reminders or ()
    assert [(alarm.method, alarm.trigger) for alarm in alarms] == [
        ("DISPLAY", "-PT10M"),
        ("DISPLAY", "-PT2H"),
        ("DISPLAY", "-P1D"),
        ("DISPLAY", "-PT0M"),
    ]


async def test_whole_days_end_on_the_day_after_unless_set_otherwise(works: LineWorks) -> None:
    draft = replace(MEETING, when=Days(date(2025, 4, 2), date(2025, 4, 3)))

    await LineWorksCalendar(works).create(TARO, draft, "exclusive")
    inclusive = await LineWorksCalendar(works, all_day_end_exclusive=False).create(TARO, draft, "inclusive")

    ends = [(await works.get_event(TARO, key)).master.end for key in ("exclusive", "inclusive")]
    assert [end and end.date for end in ends] == ["2025-04-04", "2025-04-03"]
    assert inclusive.when == draft.when


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(replace(MEETING, title="x" * 201), id="title"),
        pytest.param(replace(MEETING, description="x" * 5001), id="description"),
        pytest.param(replace(MEETING, location="x" * 101), id="location"),
        pytest.param(replace(MEETING, invitees=(Invitee("a@example.com"),) * 501), id="invitees"),
        pytest.param(replace(MEETING, zone="Mars/Olympus"), id="zone"),
        pytest.param(replace(MEETING, zone="../../etc/passwd"), id="zone-a-path"),
    ],
)
async def test_a_draft_past_a_limit_is_refused_without_a_call(
    calendar: LineWorksCalendar, desk: Caller, draft: Draft
) -> None:
    with pytest.raises(Refused) as caught:
        await calendar.create(TARO, draft, "key")

    assert (caught.value.status, caught.value.code) == (400, "INVALID_PARAMETER")
    assert (await desk.state())["calls"] == []


@pytest.mark.parametrize("repeat", list(Repeat), ids=lambda repeat: repeat.name)
@pytest.mark.parametrize("again", [True, False])
async def test_a_second_create_with_the_same_key_finds_the_first(repeat: Repeat, again: bool) -> None:
    async with LineWorksSimulator(tenant(), repeat=repeat) as sim:
        headers = {"authorization": f"Bearer {sim.issue_token({})}"}
        transport = Transport("lineworks", sim.base_url, headers=headers, habits=HABITS)
        async with LineWorks(transport, str(BOT_ID)) as works:
            calendar = LineWorksCalendar(works)
            first = await calendar.create(TARO, MEETING, "key")

            second = await calendar.create(TARO, MEETING, "key", again=again)

            assert second == first
            assert await days(calendar) == [2]


async def test_again_looks_first_and_sends_nothing_over_what_is_there(
    calendar: LineWorksCalendar, desk: Caller
) -> None:
    await calendar.create(TARO, MEETING, "key")

    await calendar.create(TARO, replace(MEETING, title="別の名前"), "key", again=True)

    # Whether a second POST is refused or overwrites, no page says: so there must be none.
    posts = [call for call in (await desk.state())["calls"] if call["method"] == "POST" and "/events" in call["path"]]
    assert len(posts) == 1


async def test_two_creates_with_one_key_at_once_make_one_event(calendar: LineWorksCalendar, desk: Caller) -> None:
    await asyncio.gather(*(calendar.create(TARO, MEETING, "key", again=True) for _ in range(10)))

    assert len((await desk.state())["events"]) == 1


async def test_people_are_told_only_where_there_are_some(calendar: LineWorksCalendar, desk: Caller) -> None:
    await calendar.create(TARO, MEETING, "alone")
    await calendar.create(TARO, replace(MEETING, invitees=(Invitee("hanako@example.com"),)), "together")

    assert [notice["eventId"] for notice in (await desk.state())["notifications"]] == ["together"]
    assert await days(calendar, HANAKO) == [2]


# --- appointments -----------------------------------------------------------------------------------------------


async def test_a_named_calendar_is_another_one(calendar: LineWorksCalendar) -> None:
    made = await calendar.create(TARO, MEETING, "key", calendar=SALES)

    assert made.ref == replace(REF, calendar=SALES)
    assert await calendar.appointments(TARO, APRIL) == []
    assert await calendar.appointments(HANAKO, APRIL, calendar=SALES) == [
        replace(made, ref=replace(made.ref, owner=HANAKO))
    ]
    assert await calendar.name(TARO, SALES) == "営業部カレンダー"
    with pytest.raises(NotFound):
        await calendar.name(TARO, "calendar-nowhere")


@pytest.mark.parametrize(
    ("name", "known"),
    [("営業部カレンダー", True), ("営業部", True), (" 営業部ｶﾚﾝﾀﾞｰ", True), ("総務部", False), ("", False), ("カレンダー", False)],
)  # fmt: skip
async def test_a_calendar_is_known_by_what_people_call_it(calendar: LineWorksCalendar, name: str, known: bool) -> None:
    assert await calendar.called(TARO, name) == (SALES if known else None)


async def test_a_series_comes_occurrence_by_occurrence_also_long_after_its_start(calendar: LineWorksCalendar) -> None:
    start = datetime(2020, 1, 1, 15, tzinfo=TOKYO)  # a Wednesday
    await calendar.create(
        TARO, replace(WEEKLY, when=Span(start, start + timedelta(hours=1)), recurrence="FREQ=WEEKLY"), "key"
    )

    found = await calendar.appointments(TARO, APRIL)

    assert [one.when for one in found] == [tokyo(4, day) for day in (2, 9, 16, 23, 30)]
    assert [one.ref for one in found][1] == NINTH
    assert all(one.series for one in found)
    assert await calendar.find(NINTH) == found[1]


async def test_a_series_of_whole_days_keeps_its_length(calendar: LineWorksCalendar) -> None:
    when = Days(date(2025, 4, 2), date(2025, 4, 3))
    await calendar.create(TARO, replace(WEEKLY, when=when, recurrence="FREQ=WEEKLY;UNTIL=20250410"), "key")

    found = await calendar.appointments(TARO, APRIL)

    assert [one.when for one in found] == [when, Days(date(2025, 4, 9), date(2025, 4, 10))]
    assert found[1].ref.occurrence == "VALUE=DATE:20250409"
    await calendar.cancel(found[1].ref)
    assert await days(calendar) == [2]


async def test_a_moved_occurrence_is_where_it_went_and_not_where_it_was(
    works: LineWorks, calendar: LineWorksCalendar
) -> None:
    made = await calendar.create(TARO, WEEKLY, "key")

    moved = await calendar.move(NINTH, tokyo(5, 20), "Asia/Tokyo")

    assert moved.when == tokyo(5, 20)
    assert moved.ref == NINTH
    assert await days(calendar) == [2, 16, 23]
    assert await calendar.appointments(TARO, whole(date(2025, 5, 20), date(2025, 5, 20))) == [moved]
    master = (await works.get_event(TARO, "key")).master
    assert master.recurrence == ("RRULE:FREQ=WEEKLY;COUNT=4",)
    assert made.ref.occurrence is None


@pytest.mark.parametrize("line", ["EXDATE;TZID=Asia/Tokyo:20250409T150000,20250416T150000", "EXDATE:20250409T060000Z"])
async def test_what_was_taken_out_by_hand_is_not_there(
    works: LineWorks, calendar: LineWorksCalendar, line: str
) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    await works.update_event(TARO, "key", EventChange(recurrence=("RRULE:FREQ=WEEKLY;COUNT=4", line)))

    assert 9 not in await days(calendar)
    with pytest.raises(NotFound):
        await calendar.find(NINTH)


async def test_what_making_anew_would_lose_is_told(works: LineWorks, calendar: LineWorksCalendar) -> None:
    event = NewEvent.model_validate(
        {
            "eventId": "key",
            "summary": "x",
            "start": {"dateTime": "2025-04-02T15:00:00", "timeZone": "Asia/Tokyo"},
            "end": {"dateTime": "2025-04-02T16:00:00", "timeZone": "Asia/Tokyo"},
            "organizer": {"email": "taro@example.com"},
            "attendees": [
                {"email": "taro@example.com", "partstat": "ACCEPTED"},
                {"email": "hanako@example.com", "partstat": "DECLINED"},
                {"id": "room/1@x", "isResource": True, "partstat": "ACCEPTED"},
            ],
            "videoMeeting": {"url": "https://works.do/x", "resourceId": "x"},
        }
    )
    await works.create_event(TARO, [event])

    found = await calendar.find(REF)

    assert found.precious == {"answers", "meeting"}
    assert [invitee.email for invitee in found.invitees] == ["hanako@example.com"]


# --- move -------------------------------------------------------------------------------------------------------


async def test_a_series_moves_with_what_was_cancelled_and_what_was_moved(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    await calendar.cancel(NINTH)
    await calendar.move(replace(REF, occurrence="TZID=Asia/Tokyo:20250416T150000"), tokyo(4, 17), "Asia/Tokyo")

    await calendar.move(REF, tokyo(4, 3, 10), "Asia/Tokyo")

    found = await calendar.appointments(TARO, APRIL)
    assert [one.when for one in found] == [tokyo(4, 3, 10), tokyo(4, 17), tokyo(4, 24, 10)]


async def test_a_series_that_cannot_follow_is_refused_and_stays(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, replace(WEEKLY, recurrence="FREQ=MONTHLY;BYDAY=1WE"), "key")

    with pytest.raises(Refused):
        await calendar.move(REF, tokyo(4, 3), "Asia/Tokyo")

    assert await days(calendar) == [2]


# --- cancel and restore -----------------------------------------------------------------------------------------


async def test_a_cancel_twice_says_that_it_is_gone(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    await calendar.cancel(NINTH)

    with pytest.raises(NotFound):
        await calendar.cancel(NINTH)
    await calendar.cancel(REF)
    with pytest.raises(NotFound):
        await calendar.cancel(REF)
    with pytest.raises(NotFound):
        await calendar.remains(REF)


async def test_a_cancel_is_told_to_those_invited(calendar: LineWorksCalendar, desk: Caller) -> None:
    await calendar.create(TARO, replace(MEETING, invitees=(Invitee("hanako@example.com"),)), "key")

    await calendar.cancel(REF)

    assert [notice["act"] for notice in (await desk.state())["notifications"]] == ["created", "deleted"]


async def test_one_occurrence_is_cancelled_alone_and_comes_back_alone(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    remains = await calendar.remains(NINTH)

    await calendar.cancel(NINTH)
    without = await days(calendar)
    back = await calendar.restore(remains, "key-2")

    assert without == [2, 16, 23]
    assert back.ref == NINTH
    assert back.when == tokyo(4, 9)
    assert await days(calendar) == [2, 9, 16, 23]
    assert await calendar.restore(remains, "key-2", again=True) == back


async def test_a_moved_occurrence_comes_back_where_it_had_been_moved(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    await calendar.move(NINTH, tokyo(4, 10), "Asia/Tokyo")
    remains = await calendar.remains(NINTH)
    await calendar.cancel(NINTH)

    back = await calendar.restore(remains, "key-2")

    assert back.when == tokyo(4, 10)
    assert await days(calendar) == [2, 10, 16, 23]


async def test_f31_bringing_an_occurrence_back_keeps_what_others_changed_meanwhile(
    works: LineWorks, calendar: LineWorksCalendar
) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    remains = await calendar.remains(NINTH)
    await calendar.cancel(NINTH)
    await works.update_event(TARO, "key", EventChange(summary="新しい名前"))

    back = await calendar.restore(remains, "key-2")

    assert back.title == "新しい名前"


async def test_f31_an_occurrence_of_a_series_that_is_gone_does_not_come_back(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    remains = await calendar.remains(NINTH)
    await calendar.cancel(REF)

    with pytest.raises(NotFound):
        await calendar.restore(remains, "key-2")

    assert await days(calendar) == []


async def test_a_restore_with_an_unclear_end_makes_one_event(calendar: LineWorksCalendar, desk: Caller) -> None:
    await calendar.create(TARO, WEEKLY, "key")
    await calendar.cancel(NINTH)
    remains = await calendar.remains(REF)
    await calendar.cancel(REF)
    await desk.control("POST", "faults", method="POST", path="/events$", times=1, do="apply_then_timeout")

    await calendar.restore(remains, "key-2")

    assert len((await desk.state())["events"]) == 1
    assert await days(calendar) == [2, 16, 23]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("TZID=Asia/Tokyo:20250410T150000", id="another-day"),
        pytest.param("TZID=Asia/Tokyo:20250430T150000", id="after-its-end"),
        pytest.param("VALUE=DATE:20250409", id="a-day-for-a-time"),
    ],
)
async def test_an_occurrence_that_there_is_none_of_is_not_found(calendar: LineWorksCalendar, name: str) -> None:
    await calendar.create(TARO, WEEKLY, "key")

    for attempt in (calendar.find, calendar.cancel, calendar.remains):
        with pytest.raises(NotFound):
            await attempt(replace(REF, occurrence=name))
    assert await days(calendar) == [2, 9, 16, 23]


async def test_an_occurrence_of_what_does_not_repeat_is_not_found(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, MEETING, "key")

    with pytest.raises(NotFound):
        await calendar.cancel(NINTH)

    assert await days(calendar) == [2]


async def test_an_occurrence_name_that_is_none_is_an_error_of_ours(calendar: LineWorksCalendar) -> None:
    await calendar.create(TARO, WEEKLY, "key")

    with pytest.raises(ProviderError):
        await calendar.find(replace(REF, occurrence="tomorrow"))
