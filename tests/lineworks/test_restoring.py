"""What LINE WORKS gave us it gets back: an undo is no stricter than what was read, and tells nobody who was not there."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from providers.contract import AppointmentRef
from providers.errors import NotFound, Unreadable
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.transport import Habits, Transport
from tests.lineworks.scripted import serving

REF = AppointmentRef("lineworks", "taro", "key")
ONCE = Habits(attempts=1)


@dataclass
class Books:
    """A calendar server that takes everything, and remembers what it was sent."""

    events: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    wrote: list[tuple[str, bool]] = field(default_factory=list)  # method, sendNotification

    async def answer(self, request: web.Request) -> web.StreamResponse:
        event_id = request.path.rpartition("/")[2]
        if request.method == "DELETE":
            self.wrote.append(("DELETE", request.query["sendNotification"] == "true"))
            return web.Response(status=204 if self.events.pop(event_id, None) else 404)
        if request.method in {"POST", "PUT"}:
            body = await request.json()
            self.wrote.append((request.method, body["sendNotification"]))
            event_id = body["eventComponents"][0]["eventId"]
            self.events[event_id] = body["eventComponents"]
        found = self.events.get(event_id)
        return web.json_response({"eventComponents": found} if found else {}, status=200 if found else 404)


@pytest.fixture
def books() -> Books:
    return Books()


@pytest.fixture
async def calendar(books: Books) -> AsyncIterator[LineWorksCalendar]:
    async with serving() as server:
        server.otherwise = books.answer
        async with LineWorks(Transport("lineworks", server.origin, habits=ONCE), "1") as works:
            yield LineWorksCalendar(works)


def event(**members: Any) -> dict[str, Any]:
    return {
        "eventId": "key",
        "summary": "設計レビュー",
        "organizer": {"email": "taro@example.com"},
        "start": {"dateTime": "2025-04-02T15:00:00", "timeZone": "Asia/Tokyo"},
        "end": {"dateTime": "2025-04-02T16:00:00", "timeZone": "Asia/Tokyo"},
    } | members


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"summary": "x" * 201}, id="title-too-long"),
        pytest.param({"summary": None}, id="no-title"),
        pytest.param({"description": "x" * 5001, "location": "x" * 101}, id="texts-too-long"),
        pytest.param({"transparency": "SOMETIMES", "visibility": "CONFIDENTIAL"}, id="words-of-no-page"),
        pytest.param({"priority": 10}, id="priority"),
        pytest.param({"attendees": [{"displayName": "誰か"}]}, id="attendee-without-address"),
        pytest.param({"attendees": [{"email": "a@example.com", "partstat": "DELEGATED"}]}, id="answer-of-no-page"),
        pytest.param({"attendees": [{"email": f"{n}@example.com"} for n in range(501)]}, id="a-crowd"),
        pytest.param({"reminders": [{"method": "AUDIO", "trigger": "-PT1M"}]}, id="alarm-of-no-page"),
        pytest.param({"reminders": [{"method": "DISPLAY"}]}, id="alarm-without-time"),
        pytest.param({"start": {"dateTime": "2025-04-02T15:00:00.000+09:00"}}, id="time-with-an-offset"),
        pytest.param({"end": {"dateTime": "2025-04-02T16:00:00"}}, id="time-without-a-zone"),
        pytest.param({"holdsMore": {"than": ["we", "know"]}}, id="f57-members-we-do-not-know"),
    ],
)
async def test_whatever_could_be_read_comes_back_as_it_was(
    books: Books, calendar: LineWorksCalendar, members: dict[str, Any]
) -> None:
    books.events["key"] = [event(**members)]
    remains = await calendar.remains(REF)
    await calendar.cancel(REF)

    back = await calendar.restore(remains, "key-2")

    assert back.ref.id == "key-2"
    expected = event(**members) | {"eventId": "key-2"}
    del expected["organizer"]  # theirs to set
    assert books.events == {"key-2": [json.loads(json.dumps(_without_none(expected)))]}


async def test_a_series_comes_back_with_its_exceptions(books: Books, calendar: LineWorksCalendar) -> None:
    series = event(recurrence=["RRULE:FREQ=WEEKLY;COUNT=4"])
    moved = event(recurringEventId="TZID=Asia/Tokyo:20250409T150000", visibility="CONFIDENTIAL")
    books.events["key"] = [series, moved]
    remains = await calendar.remains(REF)
    await calendar.cancel(REF)

    await calendar.restore(remains, "key-2")

    assert [one["eventId"] for one in books.events["key-2"]] == ["key-2", "key-2"]
    assert books.events["key-2"][1]["recurringEventId"] == moved["recurringEventId"]


async def test_what_cannot_be_read_is_known_before_it_is_taken_away(books: Books, calendar: LineWorksCalendar) -> None:
    books.events["key"] = [event(start=None)]

    with pytest.raises(Unreadable):
        await calendar.remains(REF)

    assert "key" in books.events


@pytest.mark.parametrize(
    ("attendees", "told"),
    [
        pytest.param([], False, id="nobody"),
        pytest.param([{"email": "taro@example.com", "partstat": "ACCEPTED"}], False, id="the-organiser-alone"),
        pytest.param([{"email": "Taro@Example.com"}], False, id="the-organiser-in-capitals"),
        pytest.param([{"email": "taro@example.com"}, {"email": "hanako@example.com"}], True, id="somebody-else"),
        pytest.param([{"id": "room/1@x", "isResource": True}], True, id="a-room"),
    ],
)
async def test_a_cancel_and_its_undo_are_told_only_where_there_is_somebody_to_tell(
    books: Books, calendar: LineWorksCalendar, attendees: list[dict[str, Any]], told: bool
) -> None:
    books.events["key"] = [event(attendees=attendees)]
    remains = await calendar.remains(REF)

    await calendar.cancel(REF)
    await calendar.restore(remains, "key-2")

    assert books.wrote == [("DELETE", told), ("POST", told)]


async def test_who_is_invited_to_one_occurrence_only_is_told_as_well(books: Books, calendar: LineWorksCalendar) -> None:
    guest = [{"email": "hanako@example.com"}]
    books.events["key"] = [
        event(recurrence=["RRULE:FREQ=WEEKLY;COUNT=4"]),
        event(recurringEventId="TZID=Asia/Tokyo:20250409T150000", attendees=guest),
    ]

    await calendar.cancel(REF)

    assert books.wrote == [("DELETE", True)]


async def test_a_cancel_of_what_is_gone_says_so(calendar: LineWorksCalendar) -> None:
    with pytest.raises(NotFound):
        await calendar.cancel(REF)


def _without_none(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}
