"""Shared calendars belong to those on them: with a token of their own, members do what their role allows."""

import pytest

from tests.simulators.company import HANAKO, JANE, SALES, TARO, Caller, Clock, event, window

CALENDARS = "/v1.0/calendars"


async def as_member(caller: Caller, user_id: str) -> Caller:
    """The same caller with that member's own token."""
    return caller.holding(await caller.fresh_token(userId=user_id))


@pytest.mark.parametrize(
    ("user_id", "statuses"),
    [
        pytest.param(TARO, [200, 200, 204], id="who-manages-it"),
        pytest.param(HANAKO, [200, 403, 403], id="who-writes-on-it"),
        pytest.param(JANE, [404, 404, 404], id="a-stranger"),
    ],
)
async def test_a_member_shows_changes_and_deletes_as_their_role_allows(
    user_id: str, statuses: list[int], caller: Caller
) -> None:
    member = await as_member(caller, user_id)

    answered = [
        await member.call("GET", f"{CALENDARS}/{SALES}"),
        await member.call("PATCH", f"{CALENDARS}/{SALES}", json={"calendarName": "営業"}),
        await member.call("DELETE", f"{CALENDARS}/{SALES}"),
    ]

    assert [one.status for one in answered] == statuses


async def test_who_makes_a_calendar_manages_it(caller: Caller) -> None:
    jane = await as_member(caller, JANE)

    made = await jane.call("POST", CALENDARS, json={"calendarName": "Jane's"})
    changed = await jane.call("PATCH", f"{CALENDARS}/{made.body['calendarId']}", json={"isPublic": True})

    assert (made.status, changed.status) == (201, 200)
    assert made.body["members"] == [{"id": JANE, "type": "USER", "role": "CALENDAR_EVENT_READ_WRITE"}]
    assert changed.body == {**made.body, "isPublic": True}


async def test_a_search_without_times_looks_three_months_around_now(caller: Caller, clock: Clock) -> None:
    events = f"/v1.0/users/{TARO}/calendar/events"
    for days in (-100, -80, 80, 100):
        clock.pass_by(days=days)
        at = {"dateTime": f"{clock():%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"}
        clock.pass_by(days=-days)
        await caller.call("POST", events, json={"eventComponents": [event(summary=str(days), start=at, end=at)]})

    found = await caller.call("GET", f"/v1.0/users/{TARO}/calendars/events/search")

    assert [one["eventComponents"][0]["summary"] for one in found.body["events"]] == ["-80", "80"]


async def test_a_calendar_called_events_is_no_search(caller: Caller) -> None:
    asked = "&".join(f"{name}={value.replace('+', '%2B')}" for name, value in window().items())

    answered = await caller.call("GET", f"/v1.0/users/{TARO}/calendars/events/events?{asked}")

    assert (answered.status, answered.body["description"]) == (404, "Calendar is not found")
