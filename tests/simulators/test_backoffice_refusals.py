"""What the Back Office simulator refuses, and how it says so."""

import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest

from tests.simulators.company import Caller, Clock
from tests.simulators.office import EVENTS, event, open_office

JAPANESE = {"Accept-Language": "ja-JP, en;q=0.5"}


@pytest.fixture
async def office(clock: Clock) -> AsyncIterator[Caller]:
    async with open_office(clock) as caller:
        yield caller


@pytest.mark.parametrize("method", ["POST", "PUT"])
@pytest.mark.parametrize(
    ("members", "wrong"),
    [
        *(pytest.param({name: ...}, name, id=f"no-{name}") for name in ("caption", "startDate", "endDate", "recipients")),
        *(pytest.param({name: None}, name, id=f"null-{name}") for name in event()),
        pytest.param({"caption": " "}, "caption", id="blank-caption"),
        pytest.param({"caption": "x" * 256}, "caption", id="long-caption"),
        pytest.param({"caption": 7}, "caption", id="number-for-a-caption"),
        pytest.param({"description": "x" * 10_001}, "description", id="long-description"),
        pytest.param({"startDate": "2025-04-02T15:00:00"}, "startDate", id="no-offset"),
        pytest.param({"startDate": "2025-04-02T15:00+09:00"}, "startDate", id="no-seconds"),
        pytest.param({"startDate": "2025-04-02T15:00:00Z"}, "startDate", id="z"),
        pytest.param({"startDate": "2025-04-02T15:00:00.5+09:00"}, "startDate", id="fractions"),
        pytest.param({"startDate": "2025-02-30T15:00:00+09:00"}, "startDate", id="no-such-day"),
        pytest.param({"startDate": "0001-01-01T00:00:00+09:00"}, "startDate", id="before-all-time"),
        pytest.param({"startDate": "2025-04-02T15:00:00+24:00"}, "startDate", id="no-such-offset"),
        pytest.param({"startDate": 1_743_573_600}, "startDate", id="a-number"),
        pytest.param({"endDate": "2025-04-02T14:59:59+09:00"}, "endDate", id="ends-before-it-starts"),
        pytest.param({"notifications": "PT2H"}, "notifications", id="no-array"),
        pytest.param({"notifications": ["2025-04-02T14:50:00+09:00"]}, "notifications", id="a-time-for-a-duration"),
        pytest.param({"notifications": ["PT2H", "PT"]}, "notifications", id="no-duration"),
        pytest.param({"notifications": [7]}, "notifications", id="a-number-for-a-duration"),
        pytest.param({"recipients": []}, "recipients", id="nobody"),
        pytest.param({"recipients": ["guest@example.org"]}, "recipients", id="not-of-the-staff"),
        pytest.param({"recipients": [{"email": "taro@example.com"}]}, "recipients", id="objects"),
    ],
)  # fmt: skip
async def test_an_event_that_may_not_be_as_it_is_is_a_400_that_names_the_member(
    office: Caller, method: str, members: dict[str, object], wrong: str
) -> None:
    await office.call("POST", EVENTS, json=event(caption="untouched"))
    path = EVENTS if method == "POST" else f"{EVENTS}/1"

    answered = await office.call(method, path, json=event(**members))

    assert (answered.status, list(answered.body["errors"])) == (400, [wrong])
    assert [one["caption"] for one in (await office.state())["events"]] == ["untouched"]


async def test_a_patch_is_held_to_the_same_and_to_what_is_there(office: Caller) -> None:
    await office.call("POST", EVENTS, json=event())
    changes: list[dict[str, object]] = [
        {"caption": ""},
        {"startDate": "2025-04-02T16:00:01+09:00"},
        {"recipients": ["x"]},
    ]

    wrong = [await office.call("PATCH", f"{EVENTS}/1", json=change) for change in changes]

    assert [list(one.body["errors"]) for one in wrong] == [["caption"], ["endDate"], ["recipients"]]
    assert (await office.state())["events"][0]["updateTime"] is None


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"data": b"{}"}, id="no-content-type"),
        pytest.param({"data": {"caption": "x"}}, id="a-form"),
        pytest.param({"data": b"{", "headers": {"Content-Type": "application/json"}}, id="cut"),
        pytest.param({"data": b"\xff{}", "headers": {"Content-Type": "application/json"}}, id="not-utf-8"),
        pytest.param({"data": b'{"caption": NaN}', "headers": {"Content-Type": "application/json"}}, id="nan"),
        pytest.param({"data": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, id="nested"),
        pytest.param({"json": [event()]}, id="an-array"),
        pytest.param({"data": b"null", "headers": {"Content-Type": "application/json"}}, id="null"),
    ],
)
async def test_a_body_that_is_no_event_is_a_400(office: Caller, sent: dict[str, Any]) -> None:
    answered = await office.call("POST", EVENTS, **sent)

    assert (answered.status, answered.body) == (400, {"message": "The request body cannot be read."})


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer unknown", "bearer {token}", "Basic {token}", "{token}", "Bearer {token} x"],
)
async def test_without_a_good_token_there_is_nothing(office: Caller, authorization: str) -> None:
    headers = {"Authorization": authorization.format(token=office.token)}

    for method, path in (("GET", EVENTS), ("POST", EVENTS), ("DELETE", f"{EVENTS}/1"), ("GET", f"{EVENTS}/x")):
        answered = await office.call(method, path, headers=headers)
        assert (answered.status, answered.body) == (401, {"message": "Unauthenticated."})


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=ten",
        "offset=-1",
        "sort_by=name",
        "sort_order=up",
        "filter[startDate]=2022-01-01T00:00:00+00:00",  # the plus is a blank
        "filter[startDate]=2022-01-01",
        "filter[caption]=x",
        "filter=x",
    ],
)
async def test_a_list_that_cannot_be_made_is_a_400_that_names_the_parameter(office: Caller, query: str) -> None:
    answered = await office.call("GET", f"{EVENTS}?{query}")

    assert (answered.status, list(answered.body["errors"])) == (400, [query.partition("=")[0]])


@pytest.mark.parametrize("key", ["2", "0", "x", "%2e%2e", "1%2F..", "9" * 30, "%EF%BC%91"])
async def test_an_event_that_is_not_there_is_a_404(office: Caller, key: str) -> None:
    await office.call("POST", EVENTS, json=event())

    for method, body in (("GET", None), ("PUT", event()), ("PATCH", {}), ("DELETE", None)):
        assert (await office.call(method, f"{EVENTS}/{key}", json=body)).status in (404, 405)


async def test_what_is_wrong_is_said_in_the_language_that_is_accepted(office: Caller) -> None:
    bad = event(recipients=["x"])

    english = await office.call("POST", EVENTS, json=bad)
    japanese = await office.call("POST", EVENTS, json=bad, headers=JAPANESE)
    other = await office.call("POST", EVENTS, json=bad, headers={"Accept-Language": "fr"})
    unknown = await office.call("GET", f"{EVENTS}/9", headers=JAPANESE)

    assert (
        english.body
        == other.body
        == {
            "message": "The given data was invalid.",
            "errors": {"recipients": ["This is not a Back Office user."]},
        }
    )
    assert japanese.body == {
        "message": "入力内容に誤りがあります。",
        "errors": {"recipients": ["バックオフィスのユーザーではありません。"]},
    }
    assert unknown.body == {"message": "見つかりません。"}


async def test_other_paths_and_methods_have_the_servers_own_refusals(office: Caller) -> None:
    answers = [
        await office.call("GET", "/api/v2/nothing"),
        await office.call("PUT", EVENTS, json={}),
        await office.call("POST", EVENTS, data=BytesIO(b"x" * (2 << 20)), headers={"Content-Type": "application/json"}),
    ]

    assert [(one.status, one.body["message"]) for one in answers] == [
        (404, "Not found."),
        (405, "Method not allowed."),
        (413, "The request is too large."),
    ]


@pytest.mark.parametrize("wish", [{"expiresIn": "1"}, {"expiresIn": True}, {"expiresIn": 10**12}, {"scope": "x"}])
async def test_a_token_nobody_can_give_is_refused_to_the_tester(office: Caller, wish: dict[str, object]) -> None:
    answered = await office.control("POST", "token", **wish)

    assert answered.status == 400
    assert json.loads(answered.raw)["error"]
