"""What the Back Office simulator does with events that it takes."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from tests.backoffice.samples import samples
from tests.simulators.company import Caller, Clock
from tests.simulators.office import EVENTS, HANAKO, TARO, event, open_office

START = "2025-04-02T06:00:00+00:00"


@pytest.fixture
async def office(clock: Clock) -> AsyncIterator[Caller]:
    async with open_office(clock) as caller:
        yield caller


async def ids(office: Caller, **query: str) -> list[int]:
    """The ids of a list, in its order."""
    answered = await office.call("GET", f"{EVENTS}?{'&'.join(f'{name}={value}' for name, value in query.items())}")
    assert answered.status == 200, answered.raw
    return [one["id"] for one in json.loads(answered.raw)]


async def test_the_samples_of_the_page_do_what_it_says(office: Caller) -> None:
    statuses = []
    listing, getting, adding, putting, deleting = samples()
    for sample in (adding, listing, getting, putting, deleting):
        url = f"{sample.path}?{'&'.join(f'{name}={value}' for name, value in sample.query.items())}".replace("+", "%2B")
        headers = {name: value for name, value in sample.headers.items() if name != "Authorization"}
        body = {} if sample.body is None else {"json": sample.body}  # which sets the Content-Type that the page forgets
        answered = await office.call(sample.method, url, headers=headers, **body)
        statuses.append(answered.status)
        told = json.loads(answered.raw) if answered.raw else None
        one = told[0] if isinstance(told, list) else told
        assert one is None or {name: one[name] for name in adding.body} == adding.body

    assert statuses == [201, 200, 200, 200, 204]
    assert (await office.state())["events"] == []


async def test_an_event_is_kept_in_utc_with_an_id_and_when_it_was_made(office: Caller, clock: Clock) -> None:
    clock.now = datetime(2025, 4, 1, 12, 0, 0, 5, tzinfo=UTC)

    made = await office.call("POST", EVENTS, json=event(recipients=["TARO@example.com", TARO, HANAKO], unknown=1))

    assert made.status == 201
    assert made.body == event() | {
        "id": 1,
        "startDate": START,
        "endDate": "2025-04-02T07:00:00+00:00",
        "recipients": [TARO, HANAKO],
        "createTime": "2025-04-01T12:00:00+00:00",
        "updateTime": None,
    }
    assert (await office.call("GET", f"{EVENTS}/1")).body == made.body
    assert (await office.state())["events"] == [made.body]


async def test_a_put_wipes_what_it_leaves_out_and_a_patch_keeps_it(office: Caller) -> None:
    await office.call("POST", EVENTS, json=event())

    patched = await office.call("PATCH", f"{EVENTS}/1", json={"caption": "別"})
    put = await office.call("PUT", f"{EVENTS}/1", json=event(description=..., notifications=...))

    assert [(one.body["caption"], one.body["description"], one.body["notifications"]) for one in (patched, put)] == [
        ("別", "資料", ["PT2H"]),
        ("会議", "", []),
    ]
    assert put.body["updateTime"]


async def test_what_is_deleted_is_gone_and_its_id_is_not_given_again(office: Caller) -> None:
    await office.call("POST", EVENTS, json=event())

    statuses = [(await office.call(method, f"{EVENTS}/1")).status for method in ("DELETE", "DELETE", "GET")]

    assert statuses == [204, 404, 404]
    assert (await office.call("POST", EVENTS, json=event())).body["id"] == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({}, [1, 2, 3], id="all"),
        pytest.param({"filter[startDate]": "2025-04-02T07:00:00%2B00:00"}, [1, 2, 3], id="ends-as-the-window-begins"),
        pytest.param({"filter[startDate]": "2025-04-02T07:00:01%2B00:00"}, [2, 3], id="from"),
        pytest.param({"filter[endDate]": "2025-04-02T06:00:00%2B00:00"}, [1], id="until"),
        pytest.param(
            {"filter[startDate]": "2025-04-03T06:30:00%2B00:00", "filter[endDate]": "2025-04-03T06:31:00%2B00:00"},
            [2],
            id="within",
        ),
        pytest.param({"filter%5Brecipients%5D": HANAKO.upper()}, [2, 3], id="recipient"),
        pytest.param({"filter[recipients]": f"{HANAKO},{TARO}"}, [2], id="both"),
        pytest.param({"filter[name]": "Review"}, [2, 3], id="part-of-the-name"),
        pytest.param({"filter[description]": "%E8%B3%87"}, [1, 2], id="part-of-the-description"),
        pytest.param({"filter[name]": "review", "filter[recipients]": TARO}, [2], id="together"),
        pytest.param({"sort_by": "startTime"}, [1, 3, 2], id="sorted"),
        pytest.param({"sort_by": "startTime", "sort_order": "desc"}, [2, 3, 1], id="latest-first"),
        pytest.param({"sort_order": "desc"}, [3, 2, 1], id="last-made-first"),
        pytest.param({"limit": "1", "offset": "1"}, [2], id="paged"),
        pytest.param({"offset": "3"}, [], id="past-the-end"),
    ],
)
async def test_a_list_is_filtered_sorted_and_paged(office: Caller, query: dict[str, str], found: list[int]) -> None:
    third = {"startDate": "2025-04-03T06:00:00+00:00", "endDate": "2025-04-03T07:00:00+00:00"}
    second = {"startDate": "2025-04-02T23:00:00+00:00", "endDate": "2025-04-02T23:30:00+00:00"}
    await office.call("POST", EVENTS, json=event())
    await office.call("POST", EVENTS, json=event(caption="review A", recipients=[TARO, HANAKO], **third))
    await office.call("POST", EVENTS, json=event(caption="Preview", description="", recipients=[HANAKO], **second))

    assert await ids(office, **query) == found


async def test_ten_rows_come_at_once_unless_more_are_asked_for(office: Caller) -> None:
    for _ in range(12):
        await office.call("POST", EVENTS, json=event())

    assert len(await ids(office)) == 10
    assert len(await ids(office, limit="100")) == 12


async def test_a_token_ends_when_it_was_told_to(office: Caller, clock: Clock) -> None:
    short = office.holding(await office.fresh_token(expiresIn=60))

    before = await short.call("GET", EVENTS)
    clock.pass_by(seconds=60)
    after = await short.call("GET", EVENTS)

    assert (before.status, after.status) == (200, 401)
    assert (await office.call("GET", EVENTS)).status == 200


async def test_f25_a_create_may_be_done_and_not_be_answered(office: Caller) -> None:
    await office.control("POST", "faults", method="POST", path=EVENTS, do="apply_then_reset")

    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await office.call("POST", EVENTS, json=event())

    state = await office.state()
    assert len(state["events"]) == 1
    assert [(call["method"], call["path"], call["status"]) for call in state["calls"]] == [("POST", EVENTS, 0)]


async def test_f23_a_call_too_many_is_told_when_to_come_back(office: Caller) -> None:
    await office.control("POST", "limits", perMinute=1)

    answers = [await office.call("GET", EVENTS) for _ in range(2)]

    assert [(one.status, one.headers.get("Retry-After")) for one in answers] == [(200, None), (429, "60")]
    assert answers[1].body == {"message": "Too many requests."}
