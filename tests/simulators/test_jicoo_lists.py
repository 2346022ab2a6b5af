"""Jicoo's lists: pages, filters, what is among them, and what is free."""

from typing import Any

import pytest

from providers.jicoo.simulator.account import Ways
from providers.jicoo.simulator.app import JicooSimulator
from tests.simulators.booking_office import ACCOUNT, HALF_HOUR, HANAKO, HOUR, TARO, KeyCaller, booked, booking, schedule


async def seen(office: KeyCaller, query: str) -> list[str]:
    answered = await office.call("GET", f"/v1/bookings?{query}")
    assert answered.status == 200, answered.body
    return [one["name"] for one in answered.body["data"]]


async def test_a_list_comes_by_pages_and_says_how_many(office: KeyCaller) -> None:
    for number in range(5):
        await office.call("POST", "/v1/schedules", json=schedule(name=str(number)))

    pages = [(await office.call("GET", f"/v1/schedules?perPage=2&page={page}")).body for page in (1, 2, 3, 4)]

    told = [
        tuple(page.get(name) for name in ("totalCount", "count", "currentPage", "nextPage", "numberOfPages"))
        for page in pages
    ]
    assert told == [(5, 2, 1, 2, 3), (5, 2, 2, 3, 3), (5, 1, 3, None, 3), (5, 0, 4, None, 3)]
    assert [one["name"] for page in pages for one in page["data"]] == ["0", "1", "2", "3", "4"]
    assert "nextPage" not in pages[2]


async def test_the_last_page_can_also_say_null(office: KeyCaller) -> None:
    async with JicooSimulator(ACCOUNT, ways=Ways(tells_next=True)) as other:
        answered = await KeyCaller(office.session, other.base_url, office.token).call("GET", "/v1/schedules")

    assert answered.body["nextPage"] is None
    assert "nextPage" in answered.body


async def test_without_a_wish_a_page_has_twenty(office: KeyCaller) -> None:
    for _ in range(21):
        await booked(office)

    answered = await office.call("GET", "/v1/bookings")

    assert (len(answered.body["data"]), answered.body["numberOfPages"]) == (20, 2)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("", ["c", "b", "a"], id="newest-first"),
        pytest.param("sort=asc&order=createdAt", ["a", "b", "c"], id="oldest-first"),
        pytest.param("sort=asc&order=startedAt", ["c", "a", "b"], id="earliest-first"),
        pytest.param("sort=desc&order=startedAt", ["b", "a", "c"], id="latest-first"),
        pytest.param("status=cancel", ["b"], id="cancelled"),
        pytest.param("status=open", ["c", "a"], id="open"),
        pytest.param("startedAt=2025-04-02T06:00:00.000Z", ["b", "a"], id="starting-then-or-later"),
        pytest.param("startedAt=2025-04-02T06:00:00.001Z", ["b"], id="starting-after"),
        pytest.param("endedAt=2025-04-02T06:30:00.000Z", ["c", "a"], id="ending-then-or-earlier"),
    ],
)
async def test_bookings_are_filtered_and_sorted_as_asked(query: str, names: list[str], office: KeyCaller) -> None:
    for title, hour in (("a", "06"), ("b", "07"), ("c", "05")):
        made = await booked(office, title=title, startedAt=f"2025-04-02T{hour}:00:00Z")
        if title == "b":
            await office.call("POST", "/_sim/cancel", json={"uid": made["uid"]})

    assert await seen(office, query) == names


async def test_schedules_hold_no_bookings_and_bookings_no_schedules(office: KeyCaller) -> None:
    await office.call("POST", "/v1/schedules", json=schedule())
    await booked(office, title="予約")

    assert [one["name"] for one in (await office.call("GET", "/v1/schedules")).body["data"]] == ["設計レビュー"]
    assert await seen(office, "") == ["予約"]


async def test_a_booking_takes_the_first_host_who_is_free_until_none_is(office: KeyCaller) -> None:
    answers = [await office.call("POST", "/v1/bookings", json=booking()) for _ in range(3)]
    touching = await office.call("POST", "/v1/bookings", json=booking(startedAt="2025-04-02T06:30:00.000Z"))

    assert [answered.status for answered in (*answers, touching)] == [201, 201, 422, 201]
    assert [answered.body["data"]["hosts"][0]["userId"] for answered in answers[:2]] == [TARO, HANAKO]
    assert answers[0].body["data"]["endedAt"] == "2025-04-02T06:30:00.000Z"


async def test_what_is_cancelled_or_moved_away_is_free_again(office: KeyCaller) -> None:
    first, second = [
        (await office.call("POST", "/v1/bookings", json=booking(eventTypeId=HOUR, startedAt=start))).body["data"]["uid"]
        for start in ("2025-04-02T06:00:00.000Z", "2025-04-02T07:00:00.000Z")
    ]

    async def move(uid: str, start: str) -> int:
        body = {"startedAt": start, "timeZone": "Asia/Tokyo"}
        return (await office.call("POST", f"/v1/bookings/{uid}/reschedule", json=body)).status

    assert await move(second, "2025-04-02T06:30:00.000Z") == 422
    assert await move(second, "2025-04-02T07:30:00.000Z") == 200  # over its own old time
    assert (await office.call("POST", f"/v1/bookings/{first}/cancel", json={})).status == 200
    assert await move(second, "2025-04-02T06:30:00.000Z") == 200
    assert await move(first, "2025-04-02T09:00:00.000Z") == 422  # it is cancelled


async def test_free_times_are_those_that_a_host_still_has(office: KeyCaller, jicoo: JicooSimulator) -> None:
    made = await booked(office, hosts=[TARO])
    day = made["startedAt"][:10]
    path = (
        f"/v1/event_types/{HALF_HOUR}/available_schedules?periodStart={day}T00:00:00.000Z&periodEnd={day}T15:00:00.000Z"
    )

    found = (await office.call("GET", path)).body["data"]

    assert [one["remainingCapacity"] for one in found[:2]] == [1, 2]
    assert found[0]["startedAt"] == made["startedAt"]
    assert len(found) == 16  # ten to six, by half hours


async def test_a_deleted_schedule_is_gone_or_stays_as_cancelled(office: KeyCaller) -> None:
    for ways, left in ((Ways(), []), (Ways(keeps_deleted=True), ["cancel"])):
        async with JicooSimulator(ACCOUNT, ways=ways) as other:
            caller = KeyCaller(office.session, other.base_url, office.token)
            uid = (await caller.call("POST", "/v1/schedules", json=schedule())).body["uid"]

            deleted = [(await caller.call("DELETE", f"/v1/schedules/{uid}")).status for _ in range(2)]
            listed: list[dict[str, Any]] = (await caller.call("GET", "/v1/schedules")).body["data"]

        assert deleted == [204, 404]
        assert [one["status"] for one in listed] == left
