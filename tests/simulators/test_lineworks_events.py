"""Events as LINE WORKS keeps them: what comes back, what a PUT wipes, who sees them, and when they are listed."""

from typing import Any

import pytest

from providers.lineworks.simulator.app import LineWorksSimulator
from providers.lineworks.simulator.event_calls import Repeat
from tests.simulators.company import HANAKO, JANE, SALES, TARO, Caller, Clock, event, events_of, tenant, window

HANAKO_INVITED = [{"email": "Hanako@example.com", "displayName": "花子"}]
SENT_BY_SERVER = {"createdTime", "updatedTime", "viewUrl", "organizer", "transparency", "visibility", "sequence"}


async def create(caller: Caller, *components: object, user: str = TARO, **top: object) -> str:
    """The id of a new event."""
    answered = await caller.call("POST", events_of(user), json={"eventComponents": list(components), **top})
    assert answered.status == 201, answered.body
    return str(answered.body["eventComponents"][0]["eventId"])


async def only(caller: Caller, event_id: str, user: str = TARO) -> dict[str, Any]:
    """The single component of an event."""
    (component,) = (await caller.call("GET", events_of(user, event_id))).body["eventComponents"]
    assert isinstance(component, dict)
    return component


async def listed(caller: Caller, user: str = TARO, **query: str) -> list[str]:
    """The ids of what the list shows, in its order."""
    answered = await caller.call("GET", events_of(user, query={**window(), **query}))
    assert answered.status == 200, answered.body
    return [entry["eventComponents"][0]["eventId"] for entry in answered.body["events"]]


async def test_a_new_event_carries_what_the_server_adds(caller: Caller, clock: Clock) -> None:
    event_id = await create(caller, event())

    kept = await only(caller, event_id)
    assert kept.keys() - event().keys() == SENT_BY_SERVER | {"eventId"}
    assert kept["createdTime"] == kept["updatedTime"]
    assert kept["createdTime"]["timeZone"] == "Asia/Tokyo"
    assert len(kept["createdTime"]["dateTime"]) == len("2025-04-02T15:00:00")
    assert kept["organizer"] == {"email": "taro@example.com", "displayName": "田中 太郎"}


async def test_what_only_the_server_writes_is_not_taken_from_a_request(caller: Caller) -> None:
    invented = {"dateTime": "1999-01-01T00:00:00", "timeZone": "Asia/Tokyo"}

    event_id = await create(
        caller, event(createdTime=invented, updatedTime=invented, viewUrl="x", attachments=[{"fileUrl": "x"}])
    )

    kept = await only(caller, event_id)
    assert invented not in (kept["createdTime"], kept["updatedTime"])
    assert kept["viewUrl"] != "x"
    assert "attachments" not in kept


async def test_an_event_without_an_end_gets_one(caller: Caller) -> None:
    timed = await create(caller, event(end=None))
    whole_day = await create(caller, event(start={"date": "2025-04-30"}, end=None))

    assert (await only(caller, timed))["end"] == event()["start"]
    assert (await only(caller, whole_day))["end"] == {"date": "2025-05-01"}


async def test_an_update_wipes_what_it_leaves_out_and_keeps_what_nobody_knows(caller: Caller) -> None:
    rich = event(location="第1会議室", reminders=[{"method": "DISPLAY", "trigger": "-PT10M"}], visibility="PRIVATE")
    event_id = await create(caller, {**rich, "attendees": HANAKO_INVITED, "x-colour": {"red": 1}})
    before = await only(caller, event_id)

    partial = event(eventId=event_id, summary="新しい題", **{"x-shape": [1, None]})
    answered = await caller.call("PUT", events_of(event_id=event_id), json={"eventComponents": [partial]})

    after = await only(caller, event_id)
    assert answered.status == 200
    assert before["x-colour"] == {"red": 1}
    assert after["x-shape"] == [1, None]
    assert after["summary"] == "新しい題"
    assert after["visibility"] == "PUBLIC"
    assert not after.keys() & {"location", "reminders", "x-colour", "attendees"}
    assert after["createdTime"] == before["createdTime"]


async def test_an_update_needs_the_id_in_every_component(caller: Caller) -> None:
    event_id = await create(caller, event())

    without = await caller.call("PUT", events_of(event_id=event_id), json={"eventComponents": [event()]})
    other = await caller.call("PUT", events_of(event_id=event_id), json={"eventComponents": [event(eventId="other")]})

    assert (without.status, other.status) == (400, 400)


async def test_every_update_changes_the_updated_time_even_within_a_second(caller: Caller) -> None:
    event_id = await create(caller, event())
    seen = [(await only(caller, event_id))["updatedTime"]["dateTime"]]

    for _ in range(3):
        body = {"eventComponents": [event(eventId=event_id)]}
        await caller.call("PUT", events_of(event_id=event_id), json=body)
        seen.append((await only(caller, event_id))["updatedTime"]["dateTime"])

    assert seen == sorted(set(seen))


async def test_an_event_id_is_taken_once_until_the_event_is_gone(caller: Caller) -> None:
    await create(caller, event(eventId="ours"))

    again = await caller.call("POST", events_of(), json={"eventComponents": [event(eventId="ours", summary="別")]})
    elsewhere = await create(caller, event(eventId="ours"), user=HANAKO)
    kept = await only(caller, "ours")
    await caller.call("DELETE", events_of(event_id="ours"))
    afresh = await create(caller, event(eventId="ours"))

    assert (again.status, again.code) == (409, "CONFLICT")
    assert kept["summary"] == "設計レビュー"
    assert (elsewhere, afresh) == ("ours", "ours")


async def test_a_repeated_create_can_be_a_bad_request_instead(caller: Caller) -> None:
    async with LineWorksSimulator(tenant(), repeat=Repeat.BAD_REQUEST) as other:
        stranger = Caller(caller.session, other.base_url)
        stranger = stranger.holding(await stranger.fresh_token())
        await create(stranger, event(eventId="ours"))

        again = await stranger.call("POST", events_of(), json={"eventComponents": [event(eventId="ours")]})

    assert (again.status, again.code) == (400, "BAD_REQUEST")


async def test_a_deleted_event_is_gone_everywhere(caller: Caller) -> None:
    event_id = await create(caller, event(attendees=HANAKO_INVITED))

    deleted = await caller.call("DELETE", events_of(event_id=event_id) + "?sendNotification=false")

    assert (deleted.status, deleted.raw) == (204, b"")
    assert (await caller.call("DELETE", events_of(event_id=event_id))).status == 404
    assert await listed(caller, HANAKO) == []
    assert (await caller.state())["events"] == []


@pytest.mark.parametrize("event_id", ["a/b", "a b", "a%2Fb", "ä@{1}?#", "予定-1", "a+b"])
async def test_an_event_id_may_hold_anything_when_it_is_escaped(event_id: str, caller: Caller) -> None:
    await create(caller, event(eventId=event_id))

    assert (await only(caller, event_id))["eventId"] == event_id
    assert (await caller.call("DELETE", events_of(event_id=event_id))).status == 204


async def test_people_are_found_by_login_as_well(caller: Caller) -> None:
    event_id = await create(caller, event(), user="Taro@example.com")

    assert (await only(caller, event_id))["eventId"] == event_id
    assert (await caller.state())["events"][0]["userId"] == TARO


async def test_me_is_the_member_whose_token_it_is(caller: Caller) -> None:
    hanako = caller.holding(await caller.fresh_token(userId=HANAKO))

    await create(hanako, event(eventId="mine"), user="me")

    assert await listed(caller, HANAKO) == ["mine"]


# --- those invited --------------------------------------------------------------------------------------------------


async def test_those_invited_find_the_event_in_their_own_calendar_and_the_state_holds_it_once(caller: Caller) -> None:
    event_id = await create(caller, event(attendees=HANAKO_INVITED))

    assert await listed(caller, HANAKO) == await listed(caller) == [event_id]
    assert (await only(caller, event_id, HANAKO))["attendees"] == [{**HANAKO_INVITED[0], "partstat": "NEEDS-ACTION"}]
    assert [entry["userId"] for entry in (await caller.state())["events"]] == [TARO]


async def test_who_is_no_longer_invited_loses_the_event(caller: Caller) -> None:
    event_id = await create(caller, event(attendees=HANAKO_INVITED))
    jane = [{"email": "jane@example.com"}]

    body = {"eventComponents": [event(eventId=event_id, attendees=jane)]}
    await caller.call("PUT", events_of(event_id=event_id), json=body)

    assert (await listed(caller, HANAKO), await listed(caller, JANE)) == ([], [event_id])


async def test_who_is_invited_takes_away_only_their_own_copy_and_changes_nothing(caller: Caller) -> None:
    event_id = await create(caller, event(attendees=HANAKO_INVITED))
    body = {"eventComponents": [event(eventId=event_id, attendees=HANAKO_INVITED)]}

    changed = await caller.call("PUT", events_of(HANAKO, event_id), json=body)
    deleted = await caller.call("DELETE", events_of(HANAKO, event_id))
    await caller.call("PUT", events_of(event_id=event_id), json=body)

    assert (changed.status, deleted.status) == (403, 204)
    assert (await listed(caller, HANAKO), await listed(caller)) == ([], [event_id])


async def test_an_invitation_does_not_hide_an_event_of_ones_own_with_the_same_id(caller: Caller) -> None:
    await create(caller, event(eventId="same", summary="花子の"), user=HANAKO)
    await create(caller, event(eventId="same", summary="太郎の", attendees=HANAKO_INVITED))

    await caller.call("DELETE", events_of(event_id="same"))

    assert (await only(caller, "same", HANAKO))["summary"] == "花子の"


async def test_those_invited_are_told_unless_the_request_says_not_to(caller: Caller) -> None:
    quiet = await create(caller, event(attendees=HANAKO_INVITED), sendNotification=False)
    loud = await create(caller, event(attendees=HANAKO_INVITED))
    await create(caller, event())

    await caller.call("DELETE", events_of(event_id=quiet) + "?sendNotification=false")
    await caller.call("DELETE", events_of(event_id=loud))

    told = [(notice["act"], notice["eventId"], notice["to"]) for notice in (await caller.state())["notifications"]]
    assert told == [("created", loud, ["hanako@example.com"]), ("deleted", loud, ["hanako@example.com"])]


# --- calendars ------------------------------------------------------------------------------------------------------


async def test_a_shared_calendar_is_one_for_all_its_members(caller: Caller) -> None:
    shared = f"/v1.0/users/{{}}/calendars/{SALES}/events"
    await caller.call("POST", shared.format(TARO), json={"eventComponents": [event(eventId="visit")]})

    fetched = await caller.call("GET", f"{shared.format(HANAKO)}/visit")

    assert fetched.body["organizerCalendarId"] == SALES
    assert fetched.body["eventComponents"][0]["organizer"]["email"] == f"{SALES}@example.com"
    assert await listed(caller) == []
    assert (await caller.state())["events"][0]["calendarId"] == SALES


async def test_the_default_calendar_is_one_of_those_a_member_reaches(caller: Caller) -> None:
    default = await caller.call("GET", f"/v1.0/users/{TARO}/calendar")
    pages = []
    query = "?count=1"
    while query:
        page = await caller.call("GET", f"/v1.0/users/{TARO}/calendar-personals{query}")
        pages.append([one["calendarId"] for one in page.body["calendarPersonals"]])
        cursor = page.body["responseMetaData"].get("nextCursor")
        query = f"?count=1&cursor={cursor}" if cursor else ""

    one = await caller.call("GET", f"/v1.0/users/{TARO}/calendar-personals/{SALES}")
    assert pages == [[default.body["calendarId"]], [SALES]]
    assert one.body["calendarName"] == "営業部カレンダー"


async def test_the_default_calendar_is_found_by_its_id_too(caller: Caller) -> None:
    default = (await caller.call("GET", f"/v1.0/users/{TARO}/calendar")).body["calendarId"]
    await create(caller, event(eventId="ours"))

    named = await caller.call("GET", f"/v1.0/users/{TARO}/calendars/{default}/events/ours")

    assert named.status == 200
    assert (await caller.call("GET", f"/v1.0/users/{HANAKO}/calendars/{default}/events/ours")).status == 404


# --- lists ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        pytest.param("2025-04-02T00:00:00+09:00", "2025-04-03T00:00:00+09:00", True, id="around"),
        pytest.param("2025-04-02T15:20:00+09:00", "2025-04-02T15:30:00+09:00", True, id="inside"),
        pytest.param("2025-04-02T06:59:00Z", "2025-04-03T00:00:00Z", True, id="its-last-minute-in-utc"),
        pytest.param("2025-04-02T16:00:00+09:00", "2025-04-03T00:00:00+09:00", True, id="touching-its-end"),
        pytest.param("2025-04-02T16:00:01+09:00", "2025-04-03T00:00:00+09:00", False, id="after"),
        pytest.param("2025-04-01T00:00:00+09:00", "2025-04-02T14:59:59+09:00", False, id="before"),
    ],
)
async def test_a_list_shows_what_touches_its_window(since: str, until: str, shown: bool, caller: Caller) -> None:
    await create(caller, event(eventId="review"))

    assert await listed(caller, fromDateTime=since, untilDateTime=until) == (["review"] if shown else [])


async def test_a_window_of_exactly_31_days_is_served(caller: Caller) -> None:
    assert await listed(caller, untilDateTime="2025-05-02T00:00:00+09:00") == []


async def test_a_whole_day_lies_in_the_zone_of_its_owner_and_ends_before_its_end_date(caller: Caller) -> None:
    whole_day = event(eventId="off", start={"date": "2025-04-02"}, end={"date": "2025-04-03"})
    await create(caller, whole_day, user=JANE)

    before = await listed(caller, JANE, untilDateTime="2025-04-01T23:59:59-04:00")
    on_it = await listed(caller, JANE, fromDateTime="2025-04-02T23:00:00-04:00")
    after = await listed(caller, JANE, fromDateTime="2025-04-03T00:00:01-04:00")

    assert (before, on_it, after) == ([], ["off"], [])


async def test_a_series_is_listed_once_and_whole_with_its_original_start(caller: Caller) -> None:
    master = event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;BYDAY=WE"])
    changed = event(eventId="weekly", summary="移動", recurringEventId="TZID=Asia/Tokyo:20250409T150000")
    await create(caller, master, changed)

    answered = await caller.call("GET", events_of(query=window("2025-06-01T00:00:00+09:00", "2025-06-30T00:00:00Z")))

    (entry,) = answered.body["events"]
    assert [one["start"] for one in entry["eventComponents"]] == [master["start"], changed["start"]]
    assert entry["eventComponents"][0]["recurrence"] == master["recurrence"]


def weekly(*lines: str) -> dict[str, object]:
    """A series of Wednesdays, 15:00 in Tokyo, from 2025-04-02."""
    return event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY", *lines])


@pytest.mark.parametrize(
    ("components", "day", "shown"),
    [
        pytest.param([weekly()], "2025-04-16", True, id="an-occurrence"),
        pytest.param([weekly()], "2025-04-17", False, id="between-occurrences"),
        pytest.param(
            [event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;BYDAY=SU"])],
            "2025-04-02",
            True,
            id="the-first-though-the-rule-does-not-meet-it",
        ),
        pytest.param([weekly()], "2025-03-26", False, id="before-the-first"),
        pytest.param([weekly()], "2035-04-04", True, id="ten-years-on"),
        pytest.param([weekly("EXDATE;TZID=Asia/Tokyo:20250416T150000")], "2025-04-16", False, id="left-out"),
        pytest.param([weekly("EXDATE:20250409T060000Z,20250416T060000Z")], "2025-04-16", False, id="left-out-in-utc"),
        pytest.param([weekly("EXDATE;VALUE=DATE:20250416")], "2025-04-16", False, id="left-out-by-day"),
        pytest.param([weekly("RDATE;TZID=Asia/Tokyo:20250417T150000")], "2025-04-17", True, id="an-extra-day"),
        pytest.param(
            [weekly(), event(eventId="weekly", recurringEventId="TZID=Asia/Tokyo:20250416T150000")],
            "2025-04-16",
            False,
            id="moved-away",
        ),
        pytest.param(
            [
                weekly(),
                event(
                    eventId="weekly",
                    recurringEventId="TZID=Asia/Tokyo:20250416T150000",
                    start={"dateTime": "2025-04-18T10:00:00", "timeZone": "Asia/Tokyo"},
                    end={"dateTime": "2025-04-18T11:00:00", "timeZone": "Asia/Tokyo"},
                ),
            ],
            "2025-04-18",
            True,
            id="moved-here",
        ),
        pytest.param(
            [event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;UNTIL=20250416T060000Z"])],
            "2025-04-16",
            True,
            id="until-in-utc-includes-the-last",
        ),
        pytest.param(
            [event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;UNTIL=20250415T150000Z"])],
            "2025-04-16",
            False,
            id="until-in-utc-before-the-last",
        ),
        pytest.param(
            [event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;UNTIL=20250416"])],
            "2025-04-16",
            True,
            id="until-a-day-includes-it",
        ),
        pytest.param(
            [event(eventId="weekly", recurrence=["RRULE:FREQ=WEEKLY;COUNT=2"])], "2025-04-16", False, id="counted-out"
        ),
    ],
)
async def test_a_series_is_listed_where_it_takes_place(
    components: list[object], day: str, shown: bool, caller: Caller
) -> None:
    await create(caller, *components)

    found = await listed(caller, fromDateTime=f"{day}T00:00:00+09:00", untilDateTime=f"{day}T23:59:59+09:00")

    assert found == (["weekly"] if shown else [])


async def test_a_series_keeps_its_local_time_when_clocks_change(caller: Caller) -> None:
    zone = "America/New_York"
    start = {"dateTime": "2025-03-03T09:00:00", "timeZone": zone}
    end = {"dateTime": "2025-03-03T09:30:00", "timeZone": zone}
    await create(caller, event(eventId="standup", start=start, end=end, recurrence=["RRULE:FREQ=DAILY"]), user=JANE)

    winter = await listed(caller, JANE, fromDateTime="2025-03-05T14:10:00Z", untilDateTime="2025-03-05T14:20:00Z")
    summer = await listed(caller, JANE, fromDateTime="2025-03-12T13:10:00Z", untilDateTime="2025-03-12T13:20:00Z")
    not_in_summer = await listed(
        caller, JANE, fromDateTime="2025-03-12T14:10:00Z", untilDateTime="2025-03-12T14:20:00Z"
    )

    assert (winter, summer, not_in_summer) == (["standup"], ["standup"], [])
