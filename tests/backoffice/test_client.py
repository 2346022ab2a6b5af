"""The façade, call by call: what it sends, and what it makes of what it is told."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs

from providers.backoffice.client import BackOffice, EventFilter
from providers.backoffice.models import Event, EventChange, WholeEvent
from providers.errors import NotAuthorized, NotFound, ProviderError, Refused, Throttled, Unreadable
from tests.backoffice.conftest import connecting
from tests.backoffice.samples import samples
from tests.lineworks.scripted import Act, Server, says, serving
from tests.simulators.company import Caller
from tests.simulators.office import HANAKO, TARO

NEW_YEAR = datetime(2022, 1, 1, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))


def whole(**members: Any) -> WholeEvent:
    good = {"caption": "会議", "start_date": NEW_YEAR, "end_date": NEW_YEAR, "recipients": (TARO,)}
    return WholeEvent.model_validate(good | members)


SAMPLE = WholeEvent(
    caption="Name",
    description="Description",
    start_date=NEW_YEAR.astimezone(TOKYO),  # sent in UTC all the same
    end_date=NEW_YEAR + timedelta(microseconds=1),
    notifications=("PT2H",),
    recipients=("user@example.com",),
)
SAMPLE_FILTER = EventFilter(NEW_YEAR, NEW_YEAR, "user@example.com", "Name", "Description")


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def reader(server: Server) -> AsyncIterator[BackOffice]:
    async with BackOffice(connecting(server.origin)) as client:
        yield client


# --- every call -------------------------------------------------------------------------------------------------

CALLS: list[Callable[[BackOffice], Awaitable[object]]] = [
    lambda office: office.list_events(SAMPLE_FILTER, limit=10, offset=0, order="desc"),
    lambda office: office.get_event("1"),
    lambda office: office.create_event(SAMPLE),
    lambda office: office.put_event("1", SAMPLE),
    lambda office: office.delete_event("1"),
]


@pytest.mark.parametrize("at", range(5), ids=["list", "get", "create", "put", "delete"])
async def test_each_call_is_the_sample_request_of_the_page(server: Server, reader: BackOffice, at: int) -> None:
    sample = samples()[at]
    server.otherwise = says(200, '{"id": 1}' if at else "[]")

    await CALLS[at](reader)

    (seen,) = server.seen
    address = urlsplit(seen.raw_path)
    assert (seen.method, address.path) == (sample.method, sample.path)
    assert dict(parse_qsl(address.query)) == sample.query
    assert (json.loads(seen.body) if seen.body else None) == sample.body
    assert sample.headers.get("accept-language", "ja") == seen.headers["accept-language"] == "ja"
    assert seen.headers["accept"] == "application/json"
    assert seen.headers.get("content-type") == ("application/json" if sample.body else None)
    assert not set("+[] ") & set(seen.raw_path)  # all of them percent-encoded


async def test_every_call_does_with_the_simulator_what_the_page_says(office: BackOffice, desk: Caller) -> None:
    made = await office.create_event(SAMPLE)
    other = await office.create_event(whole(notifications=("P1D",), description="資料"))
    assert made.id is not None
    assert other.id is not None

    listed = await office.list_events(SAMPLE_FILTER, limit=10, offset=0, order="desc")
    ordered = [one.id for one in await office.list_events(order="desc")]
    paged = [one.id for one in await office.list_events(limit=1, offset=1)]
    got = await office.get_event(made.id)
    patched = await office.patch_event(other.id, EventChange(caption="別の会議"))
    put = await office.put_event(other.id, whole(caption="三つ目"))
    await office.delete_event(made.id)

    assert (made.caption, made.span().start, made.notifications) == ("Name", NEW_YEAR, ("PT2H",))
    assert listed == (made,)
    assert got == made
    assert set(ordered) == {made.id, other.id}
    assert paged == [other.id]
    assert (patched.caption, patched.description, patched.notifications) == ("別の会議", "資料", ("P1D",))
    assert (put.caption, put.description, put.notifications) == ("三つ目", "", ())
    assert [event["id"] for event in (await desk.state())["events"]] == [int(other.id)]
    for call in (office.get_event, office.delete_event):
        with pytest.raises(NotFound):
            await call(made.id)


async def test_a_put_is_never_partial(server: Server, reader: BackOffice) -> None:
    server.otherwise = says(200, '{"id":1}')

    await reader.put_event("1", whole())

    assert json.loads(server.seen[0].body) == {
        "caption": "会議",
        "description": "",
        "startDate": "2022-01-01T00:00:00+00:00",
        "endDate": "2022-01-01T00:00:00+00:00",
        "notifications": [],
        "recipients": [TARO],
    }
    with pytest.raises(ValidationError):
        WholeEvent.model_validate({"caption": "x", "startDate": NEW_YEAR, "recipients": [TARO]})
    with pytest.raises(ValidationError):
        whole(start_date=datetime(2022, 1, 1))  # noqa: DTZ001 -- the point


async def test_a_create_says_nothing_of_what_is_empty(server: Server, reader: BackOffice) -> None:
    server.otherwise = says(200, '{"id":1}')

    await reader.create_event(whole())

    assert set(json.loads(server.seen[0].body)) == {"caption", "startDate", "endDate", "recipients"}


async def test_a_patch_says_only_what_changes(server: Server, reader: BackOffice) -> None:
    server.otherwise = says(200, '{"id":1}')

    await reader.patch_event("a/b ?", EventChange(start_date=NEW_YEAR, end_date=NEW_YEAR + timedelta(hours=1)))

    (seen,) = server.seen
    assert seen.raw_path == "/api/v2/calendars/events/a%2Fb%20%3F"
    assert json.loads(seen.body) == {"startDate": "2022-01-01T00:00:00+00:00", "endDate": "2022-01-01T01:00:00+00:00"}


async def test_a_call_is_made_in_the_language_of_the_person(server: Server, reader: BackOffice) -> None:
    server.otherwise = says(200, "[]")

    for language in ("en", None, "zh-TW", "en"):
        await reader.list_events(language=language)

    assert [seen.headers["accept-language"] for seen in server.seen] == ["en", "ja", "zh-TW", "en"]


async def test_what_the_start_is_called_in_sorting_is_a_setting(server: Server) -> None:
    server.otherwise = says(200, "[]")
    async with BackOffice(connecting(server.origin), sort_by="startDate") as office:
        await office.list_events(order="asc")
        await office.list_events()

    assert [urlsplit(seen.raw_path).query for seen in server.seen] == ["sort_order=asc&sort_by=startDate", ""]


# --- answers of any shape ---------------------------------------------------------------------------------------

ROW = {"id": 7, "caption": "会議", "startDate": "2022-01-01T00:00:00+00:00", "recipients": [TARO]}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([ROW], id="bare"),
        pytest.param({"data": [ROW], "total": 1}, id="data"),
        pytest.param({"items": [ROW]}, id="items"),
    ],
)
async def test_a_list_may_come_bare_or_wrapped(server: Server, reader: BackOffice, said: object) -> None:
    server.otherwise = says(200, json.dumps(said))

    (found,) = await reader.list_events()

    assert (found.id, found.caption) == ("7", "会議")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(ROW, id="bare"),
        pytest.param({"data": ROW}, id="data"),
        pytest.param({**ROW, "id": "7"}, id="id-a-string"),
        pytest.param({**{name: ROW[name] for name in ROW if name != "id"}, "eventId": 7}, id="event-id"),
        pytest.param({**ROW, "recipients": [{"id": 1, "email": TARO, "name": "x"}]}, id="recipients-objects"),
        pytest.param({**ROW, "notifications": ["2021-12-31T22:00:00+00:00"]}, id="a-notification-is-a-time"),
        pytest.param({**ROW, "notifications": [{"at": 5}, None, 7]}, id="notifications-nobody-expects"),
        pytest.param({**ROW, "notifications": "PT2H", "newcomer": {"deep": [1]}}, id="one-notification-and-news"),
        pytest.param({**ROW, "description": None, "endDate": None, "notifications": None}, id="nulls"),
    ],
)
async def test_an_event_may_look_otherwise_than_we_expect(server: Server, reader: BackOffice, said: object) -> None:
    server.otherwise = says(200, json.dumps(said))

    found = await reader.get_event("7")

    assert (found.id, found.caption, found.recipients) == ("7", "会議", (TARO,))
    assert found.span().start == NEW_YEAR


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<html>", id="a-page"),
        pytest.param("", id="nothing"),
        pytest.param('{"id": 1', id="cut"),
        pytest.param("7", id="a-number"),
        pytest.param('{"data": "later"}', id="data-is-no-list"),
        pytest.param('[{"id": {}}]', id="an-id-is-an-object"),
        pytest.param('["x"]', id="rows-are-no-objects"),
    ],
)
async def test_f29_a_200_with_something_else_is_a_failure_logged_without_content(
    server: Server, reader: BackOffice, body: str
) -> None:
    server.otherwise = says(200, body)

    with capture_logs() as logged, pytest.raises(Unreadable):
        await reader.list_events()

    assert [line["event"] for line in logged] == ["answer is not what the page documents"]
    assert "html" not in str(logged)


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param('{"message":"秘密","errors":{"caption":["秘密"]}}', "caption", id="a-map-of-errors"),
        pytest.param('{"errors":[{"秘密":1}],"error":{"a":1}}', "", id="a-list-of-errors"),
        pytest.param('{"error":"validation_failed","message":"秘密"}', "validation_failed", id="a-code"),
        pytest.param("<html>秘密</html>", "", id="a-page"),
        pytest.param("", "", id="nothing"),
        pytest.param("[" * 5000, "", id="nested"),
        pytest.param("null", "", id="null"),
    ],
)
async def test_an_error_body_of_any_shape_is_a_refusal_without_its_words(
    server: Server, reader: BackOffice, status: int, body: str, code: str
) -> None:
    server.otherwise = says(status, body)

    with pytest.raises(Refused) as caught:
        await reader.create_event(whole())

    assert (caught.value.status, caught.value.code) == (status, code)
    assert "秘密" not in str(caught.value)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        pytest.param(says(403, '{"message":"no right"}'), NotAuthorized, id="no-right"),
        pytest.param(says(429, retry_after="7"), Throttled, id="too-many"),
    ],
)
async def test_f23_what_is_refused_is_not_asked_again_at_once(
    server: Server, reader: BackOffice, act: Act, kind: type[Refused]
) -> None:
    server.otherwise = act

    with pytest.raises(kind) as caught:
        await reader.list_events()

    assert len(server.seen) == 1
    assert not isinstance(caught.value, Throttled) or caught.value.retry_after == 7


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_f33_a_redirect_is_not_followed_and_gets_no_token(
    server: Server, reader: BackOffice, status: int
) -> None:
    async with serving() as elsewhere:
        server.otherwise = says(status, location=f"{elsewhere.origin}/api/v2/calendars/events")

        with pytest.raises(Refused):
            await reader.list_events()
        with pytest.raises(Refused):
            await reader.create_event(whole())

    assert (len(server.seen), elsewhere.seen) == (2, [])


async def test_f23_the_simulators_limit_says_when_to_come_back(office: BackOffice, desk: Caller) -> None:
    await desk.control("POST", "limits", perMinute=1)
    await office.list_events()

    with pytest.raises(Throttled) as caught:
        await office.list_events()

    assert 0 < caught.value.retry_after <= 60


async def test_f24_what_is_harmless_is_asked_again_and_a_create_is_not(office: BackOffice, desk: Caller) -> None:
    made = await office.create_event(whole(recipients=(TARO, HANAKO)))
    assert made.id is not None
    for method in ("GET", "PATCH", "DELETE", "POST"):
        await desk.control("POST", "faults", method=method, path="/events", times=1, do={"status": 502})

    await office.get_event(made.id)
    await office.patch_event(made.id, EventChange(caption="y"))
    await office.delete_event(made.id)
    with pytest.raises(ProviderError):
        await office.create_event(whole())

    assert (await desk.state())["events"] == []


# --- an event's own words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        pytest.param("2022-01-01T00:00:00+00:00", "2022-01-01T01:00:00+00:00", 60, id="as-the-page"),
        pytest.param("2022-01-01T00:00:00Z", "2022-01-01T00:30:00.000000Z", 30, id="z-and-fractions"),
        pytest.param("2022-01-01T09:00:00+09:00", "2022-01-01T01:00:00+00:00", 60, id="offsets-differ"),
        pytest.param("2022-01-01T00:00:00+00:00", "2021-12-31T00:00:00+00:00", 0, id="ends-before-it-starts"),
        pytest.param("2022-01-01T00:00:00+00:00", None, 0, id="no-end"),
    ],
)
def test_an_event_is_when_it_says(start: str, end: str | None, minutes: int) -> None:
    span = Event(start_date=start, end_date=end).span()

    assert (span.start, span.length) == (NEW_YEAR, timedelta(minutes=minutes))


@pytest.mark.parametrize("start", [None, "", "2022-01-01T00:00:00", "2022-01-01", "soon"])
def test_a_time_that_nobody_can_place_is_no_time(start: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- its words differ, and are nobody's
        Event(start_date=start).span()


def test_notifications_are_read_as_durations_and_as_times() -> None:
    said = ("PT2H", "P1D", "P1DT30M", "P1W", "2021-12-31T23:50:00+00:00", "2022-01-02T00:00:00Z", "soon", "P", "PT")

    leads = Event(start_date="2022-01-01T00:00:00Z", notifications=said).leads()

    assert [str(lead) for lead in leads] == [
        "2:00:00",
        "1 day, 0:00:00",
        "1 day, 0:30:00",
        "7 days, 0:00:00",
        "0:10:00",
    ]
