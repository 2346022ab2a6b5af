"""Calendars are made, changed and left, and searched all at once."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from providers.contract import Span
from providers.errors import NotAuthorized, NotFound, Unreachable
from providers.lineworks.calendar_models import CalendarChange, NewCalendar, NewCalendarMember, PersonalChange
from providers.lineworks.calls.events import Searched
from providers.lineworks.client import LineWorks
from providers.lineworks.events import NewEvent
from providers.transport import Transport
from tests.lineworks.scripted import says, serving
from tests.simulators.company import HANAKO, JANE, SALES, TARO, Caller

TOKYO = ZoneInfo("Asia/Tokyo")
APRIL = Span(datetime(2025, 4, 1, tzinfo=TOKYO), datetime(2025, 5, 1, tzinfo=TOKYO))
MANAGER = NewCalendarMember(id=TARO, role="CALENDAR_EVENT_READ_WRITE")
READER = NewCalendarMember(id="jane@example.com", role="EVENT_READ")


def event(summary: str, day: str = "2025-04-02", **members: Any) -> NewEvent:
    """An hour's event; `members` by their own names."""
    times = {name: {"dateTime": f"{day}T{hour}:00:00", "timeZone": "Asia/Tokyo"} for name, hour in TIMES}
    return NewEvent.model_validate({"summary": summary, **times, **members})


TIMES = (("start", "15"), ("end", "16"))


# --- shared calendars -------------------------------------------------------------------------------------------


async def test_a_shared_calendar_is_made_and_its_members_reach_it(works: LineWorks) -> None:
    made = await works.create_calendar(
        NewCalendar(calendar_name="新製品", members=(MANAGER, READER), description="発売まで", is_public=True)
    )

    read = await works.get_calendar(made.calendar_id)
    assert (read.calendar_name, read.description, read.is_public) == ("新製品", "発売まで", True)
    assert [(one.id, one.role) for one in read.members or ()] == [(TARO, MANAGER.role), (JANE, READER.role)]
    for user_id, reaches in ((TARO, True), (JANE, True), (HANAKO, False)):
        reached = [one.calendar_id for one in await works.list_calendar_personals(user_id)]
        assert (made.calendar_id in reached) is reaches


async def test_a_change_leaves_the_rest_and_replaces_the_members(works: LineWorks) -> None:
    made = await works.create_calendar(NewCalendar(calendar_name="a", members=(MANAGER,), description="b"))

    renamed = await works.update_calendar(made.calendar_id, CalendarChange(calendar_name="c"))
    handed_over = await works.update_calendar(made.calendar_id, CalendarChange(members=(READER,)))

    assert (renamed.calendar_name, renamed.description, [one.id for one in renamed.members or ()]) == ("c", "b", [TARO])
    assert (handed_over.calendar_name, [one.id for one in handed_over.members or ()]) == ("c", [JANE])


async def test_who_may_only_read_writes_nothing(works: LineWorks) -> None:
    made = await works.create_calendar(NewCalendar(calendar_name="a", members=(MANAGER, READER)))
    await works.create_event(TARO, [event("x", eventId="e")], calendar_id=made.calendar_id)

    assert (await works.get_event(JANE, "e", calendar_id=made.calendar_id)).master.summary == "x"
    for write in (
        works.create_event(JANE, [event("y")], calendar_id=made.calendar_id),
        works.put_event(JANE, "e", [event("y", eventId="e")], calendar_id=made.calendar_id),
        works.delete_event(JANE, "e", calendar_id=made.calendar_id),
    ):
        with pytest.raises(NotAuthorized):
            await write


async def test_a_calendar_goes_with_all_that_is_on_it(works: LineWorks, desk: Caller) -> None:
    made = await works.create_calendar(NewCalendar(calendar_name="a", members=(MANAGER,)))
    invited = [{"email": "hanako@example.com"}]
    await works.create_event(TARO, [event("x", attendees=invited)], calendar_id=made.calendar_id)
    await works.create_event(TARO, [event("stays")])

    await works.delete_calendar(made.calendar_id)

    state = await desk.state()
    assert [held["eventComponents"][0]["summary"] for held in state["events"]] == ["stays"]
    assert await works.list_events(HANAKO, APRIL) == []
    assert [held["calendarId"] for held in state["calendars"]] == [SALES]
    with pytest.raises(NotFound):
        await works.get_calendar(made.calendar_id)
    with pytest.raises(NotFound):
        await works.list_events(TARO, APRIL, calendar_id=made.calendar_id)


async def test_a_member_leaves_a_shared_calendar_and_never_their_own(works: LineWorks) -> None:
    await works.leave_calendar(HANAKO, SALES)

    assert SALES not in [one.calendar_id for one in await works.list_calendar_personals(HANAKO)]
    assert SALES in [one.calendar_id for one in await works.list_calendar_personals(TARO)]
    with pytest.raises(NotAuthorized):
        await works.leave_calendar(TARO, (await works.get_default_calendar(TARO)).calendar_id)


async def test_how_a_calendar_stands_in_a_list_is_each_members_own(works: LineWorks) -> None:
    changed = await works.update_calendar_personal(TARO, SALES, PersonalChange(is_show_on_lnb_list=False))
    changed = await works.update_calendar_personal(TARO, SALES, PersonalChange(display_order=9999))

    assert (changed.is_show_on_lnb_list, changed.display_order) == (False, 9999)
    assert await works.get_calendar_personal(TARO, SALES) == changed
    assert (await works.get_calendar_personal(HANAKO, SALES)).is_show_on_lnb_list is True


async def test_a_create_of_a_calendar_that_times_out_is_not_sent_again(works: LineWorks, desk: Caller) -> None:
    await desk.control("POST", "faults", method="POST", path="/calendars$", do="apply_then_timeout")

    with pytest.raises(Unreachable) as caught:
        await works.create_calendar(NewCalendar(calendar_name="a", members=()))

    assert caught.value.sent
    assert [held["calendarName"] for held in (await desk.state())["calendars"]][1:] == ["a"]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"calendarName": "", "members": []}, id="name-empty"),
        pytest.param({"calendarName": "あ" * 51, "members": []}, id="name-of-51"),
        pytest.param({"calendarName": "a", "members": [], "description": "あ" * 1_001}, id="description-of-1001"),
        pytest.param({"calendarName": "a", "members": [{"id": TARO, "role": "OWNER"}]}, id="role-unknown"),
        pytest.param({"calendarName": "a", "members": [MANAGER, MANAGER]}, id="member-twice"),
        pytest.param({"calendarName": "a", "members": [], "color": "red"}, id="a-member-that-no-page-documents"),
    ],
)
def test_a_calendar_that_would_be_refused_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        NewCalendar.model_validate(wrong)


# --- search -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "within", "found"),
    [
        pytest.param("", (), ["Design Review", "来客", "定例"], id="everything"),
        pytest.param("review", (), ["Design Review"], id="whatever-the-case"),
        pytest.param("会議室", (), ["来客", "定例"], id="in-any-member"),
        pytest.param("会議室", ("location",), ["来客"], id="in-the-place"),
        pytest.param("会議室", ("summary", "description"), ["定例"], id="in-the-notes"),
        pytest.param("hanako@", ("attendee",), ["来客"], id="by-who-is-invited"),
        pytest.param("休暇", (), [], id="nothing"),
    ],
)
async def test_all_calendars_of_a_member_are_searched_at_once(
    works: LineWorks, words: str, within: tuple[Searched, ...], found: list[str]
) -> None:
    await works.create_event(TARO, [event("Design Review")])
    invited = [{"email": "hanako@example.com"}]
    await works.create_event(TARO, [event("来客", location="会議室A", attendees=invited)], calendar_id=SALES)
    await works.create_event(TARO, [event("定例", description="会議室で")])
    await works.create_event(JANE, [event("review of somebody else")])
    await works.create_event(TARO, [event("review of another year", "2026-04-02")])

    entries = await works.search_events(TARO, APRIL, words, within=within)

    assert sorted(entry.master.summary or "" for entry in entries) == sorted(found)


async def test_an_event_that_is_in_two_calendars_of_a_member_is_found_once(works: LineWorks) -> None:
    await works.create_event(TARO, [event("来客", attendees=[{"email": "hanako@example.com"}])], calendar_id=SALES)

    assert len(await works.search_events(HANAKO, APRIL)) == 1


async def test_two_events_with_one_id_in_two_calendars_are_found_both(works: LineWorks) -> None:
    await works.create_event(TARO, [event("own", eventId="e")])
    await works.create_event(TARO, [event("shared", eventId="e")], calendar_id=SALES)

    assert [entry.master.summary for entry in await works.search_events(TARO, APRIL)] == ["own", "shared"]


async def test_a_long_search_asks_for_half_years_and_reads_all_pages(works: LineWorks) -> None:
    for number in range(101):
        await works.create_event(TARO, [event(str(number), f"2025-{number % 12 + 1:02}-02")], send_notification=False)

    year = Span(datetime(2025, 1, 1, tzinfo=TOKYO), datetime(2026, 1, 1, tzinfo=TOKYO))
    assert len(await works.search_events(TARO, year)) == 101


async def test_no_search_spans_more_than_180_days() -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    async with serving() as server, LineWorks(Transport("lineworks", server.origin), "1") as works:
        server.otherwise = says(200, '{"events":[]}')

        await works.search_events("u", Span(start, start + timedelta(days=400)), "定例", within=("summary", "location"))

    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    spans = [
        datetime.fromisoformat(query["endTime"][0]) - datetime.fromisoformat(query["startTime"][0]) for query in asked
    ]
    assert spans == [timedelta(days=180), timedelta(days=180), timedelta(days=40)]
    assert all(query["query"] == ["定例"] and query["queryFilters"] == ["summary,location"] for query in asked)


@pytest.mark.parametrize(("words", "within"), [("a", ()), ("a" * 101, ()), ("", ("summary",))])
async def test_a_search_that_would_be_refused_is_not_sent(
    works: LineWorks, words: str, within: tuple[Searched, ...]
) -> None:
    with pytest.raises(ValueError, match="words"):
        await works.search_events(TARO, APRIL, words, within=within)
