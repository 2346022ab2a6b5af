"""The calendar before servers that do what the page leaves open, otherwise than our simulator does."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from providers.backoffice.calendar import BackOfficeCalendar
from providers.backoffice.client import BackOffice
from providers.contract import Draft, Invitee, Span
from providers.errors import Unreadable
from tests.backoffice.conftest import connecting
from tests.lineworks.scripted import serving
from tests.simulators.office import HANAKO, TARO

START = datetime(2025, 4, 2, 6, tzinfo=UTC)
MEETING = Draft("会議", Span(START, START + timedelta(hours=1)), "Asia/Tokyo", invitees=(Invitee(HANAKO),))
DAY = Span(START - timedelta(hours=6), START + timedelta(hours=18))

Row = dict[str, Any]


@dataclass
class Office:
    """Rows, and how this office lists and takes them."""

    rows: list[Row] = field(default_factory=list)
    listed: Callable[["Office", bool], list[Row]] = lambda self, _filtered: self.rows
    obeys_offset: bool = True
    takes: list[Callable[["Office", Row], web.Response]] = field(default_factory=list)  # else as it should
    posts: int = 0
    origin: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        event_id = request.path.rpartition("/")[2]
        if request.method == "POST":
            self.posts += 1
            row = await request.json()
            return self.takes.pop(0)(self, row) if self.takes else web.json_response(self.keep(row), status=201)
        if request.method == "DELETE":
            self.rows = [row for row in self.rows if str(row["id"]) != event_id]
            return web.Response(status=204)
        if event_id != "events":
            return web.json_response(next(row for row in self.rows if str(row["id"]) == event_id))
        rows = self.listed(self, any(name.startswith("filter") for name in request.query))
        return web.json_response(rows[int(request.query["offset"]) if self.obeys_offset else 0 :][:100])

    def keep(self, row: Row) -> Row:
        self.rows.append({**row, "id": len(self.rows) + 1})
        return self.rows[-1]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    made = Office()
    async with serving() as server:
        server.otherwise = made.answer
        made.origin = server.origin
        yield made


@pytest.fixture
async def calendar(office: Office) -> AsyncIterator[BackOfficeCalendar]:
    async with BackOffice(connecting(office.origin)) as client:
        yield BackOfficeCalendar(client)


def row(number: int, **members: Any) -> Row:
    times = {"startDate": "2025-04-02T06:00:00+00:00", "endDate": "2025-04-02T07:00:00+00:00"}
    return {"id": number, "caption": "会議", "description": "", "recipients": [TARO], **times, **members}


def fails(_office: Office, _row: Row) -> web.Response:
    return web.Response(status=500)


def takes_and_fails(office: Office, row: Row) -> web.Response:
    office.keep(row)
    return web.Response(status=500)


async def test_f25_a_create_that_was_done_and_answered_500_makes_one_event(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    office.takes = [takes_and_fails]

    made = await calendar.create(TARO, MEETING, "key")

    assert (made.ref.id, office.posts) == ("1", 1)


async def test_f25_a_first_try_that_comes_late_is_not_a_second_event(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    def takes_both(office: Office, row: Row) -> web.Response:
        office.keep(row)
        return web.json_response(office.keep(row))

    office.takes = [fails, takes_both]

    made = await calendar.create(TARO, MEETING, "key")

    assert [one["id"] for one in office.rows] == [1]
    assert made.ref.id == "1"


async def test_f25_twice_unclear_is_not_tried_a_third_time(office: Office, calendar: BackOfficeCalendar) -> None:
    office.takes = [fails, takes_and_fails]

    made = await calendar.create(TARO, MEETING, "key")

    assert (made.ref.id, office.posts) == ("1", 2)


async def test_f25_a_list_that_cannot_be_read_to_its_end_proves_no_absence(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    office.rows, office.obeys_offset = [row(number, recipients=[HANAKO], caption="x") for number in range(150)], False

    with pytest.raises(Unreadable):
        await calendar.create(TARO, MEETING, "key", again=True)

    assert office.posts == 0


async def test_f25_a_filter_that_has_found_others_does_not_prove_absence(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    office.rows = [row(1, caption="x")]
    office.listed = lambda self, filtered: self.rows[:1] if filtered else self.rows
    await calendar.appointments(TARO, DAY)
    office.takes = [takes_and_fails]

    made = await calendar.create(TARO, MEETING, "key")

    assert (made.ref.id, office.posts) == ("2", 1)


async def test_somebody_elses_event_of_that_name_and_time_is_not_taken_for_it(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    office.rows = [row(1, recipients=[HANAKO])]

    made = await calendar.create(TARO, MEETING, "key", again=True)

    assert made.ref.id == "2"


async def test_appointments_are_complete_or_not_told(office: Office, calendar: BackOfficeCalendar) -> None:
    office.rows, office.obeys_offset = [row(number) for number in range(150)], False

    with pytest.raises(Unreadable):
        await calendar.appointments(TARO, DAY)


@pytest.mark.parametrize("start", ["soon", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+09:00"])
async def test_an_event_at_no_time_that_we_can_show_is_not_left_out_in_silence(
    office: Office, calendar: BackOfficeCalendar, start: str
) -> None:
    office.rows = [row(1, startDate=start, endDate=start, recipients=[HANAKO])]
    assert await calendar.appointments(TARO, DAY) == []

    with pytest.raises(Unreadable):
        await calendar.appointments(HANAKO, DAY)


async def test_filters_that_mean_something_else_hide_no_appointment(
    office: Office, calendar: BackOfficeCalendar
) -> None:
    office.rows = [row(1)]
    office.listed = lambda self, filtered: [] if filtered else self.rows

    assert [one.ref.id for one in await calendar.appointments(TARO, DAY)] == ["1"]


@pytest.mark.parametrize("left_out", ["id", "caption", "startDate", "recipients"])
async def test_f25_what_an_answer_does_not_show_is_looked_up(
    office: Office, calendar: BackOfficeCalendar, left_out: str
) -> None:
    def takes_and_shows_a_part(office: Office, row: Row) -> web.Response:
        return web.json_response({"data": {**office.keep(row), left_out: None}})

    office.takes = [takes_and_shows_a_part]

    made = await calendar.create(TARO, MEETING, "key")

    assert made == await calendar.find(made.ref)
    assert (made.title, made.when, made.invitees) == (MEETING.title, MEETING.when, MEETING.invitees)
    assert office.posts == 1


async def test_what_an_answer_says_otherwise_is_what_holds(office: Office, calendar: BackOfficeCalendar) -> None:
    def takes_an_hour_later(office: Office, row: Row) -> web.Response:
        kept = office.keep(row | {"startDate": "2025-04-02T07:00:00+00:00", "endDate": "2025-04-02T08:00:00+00:00"})
        return web.json_response(kept)

    office.takes = [takes_an_hour_later]

    made = await calendar.create(TARO, MEETING, "key")

    assert made.when == Span(START + timedelta(hours=1), START + timedelta(hours=2))


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        pytest.param("資料\r\n[yotei:key]\r\n", "資料", id="other-line-ends"),
        pytest.param("[yotei:key]", "", id="nothing-but-our-line"),
        pytest.param("資料\n[yotei:key]\nPS", "資料\n[yotei:key]\nPS", id="no-longer-the-last-line"),
        pytest.param("資料 [yotei:key]", "資料 [yotei:key]", id="within-a-line"),
        pytest.param("資料\n[yotei:other]\n[yotei:key]", "資料\n[yotei:other]", id="written-by-hand-before-it"),
        pytest.param(None, "", id="null"),
    ],
)
async def test_only_the_last_line_is_ours(
    office: Office, calendar: BackOfficeCalendar, kept: str | None, shown: str
) -> None:
    office.rows = [row(1, description=kept)]

    (found,) = await calendar.appointments(TARO, DAY)

    assert found.description == shown


@pytest.mark.parametrize(
    ("notifications", "again"),
    [
        pytest.param(["PT2H", "P1D"], ["PT2H", "P1D"], id="durations"),
        pytest.param(["2025-04-02T05:50:00+00:00", "soon", None], ["PT10M"], id="times-and-nonsense"),
        pytest.param(None, None, id="null"),
    ],
)
async def test_what_comes_back_is_reminded_of_in_durations(
    office: Office, calendar: BackOfficeCalendar, notifications: object, again: object
) -> None:
    office.rows = [row(1, notifications=notifications, recipients=[{"email": TARO}, {"email": HANAKO}])]
    (found,) = await calendar.appointments(TARO, DAY)
    remains = await calendar.remains(found.ref)
    await calendar.cancel(found.ref)

    await calendar.restore(remains, "key")

    (back,) = office.rows
    assert (back.get("notifications"), back["recipients"]) == (again, [TARO, HANAKO])
    assert json.loads(remains.snapshot)["caption"] == "会議"
