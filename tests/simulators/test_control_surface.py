"""What all simulators share: faults, limits, the log of calls, and the news for whoever watches."""

import asyncio
import json
import time
from contextlib import aclosing
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from providers.lineworks.simulator.app import LineWorksSimulator
from tests.simulators.company import BOT_ID, TARO, Caller, Clock, event, events_of, tenant, token_form

EVENTS = {"eventComponents": [event(eventId="ours")]}
USER = f"/v1.0/users/{TARO}"


async def arm(caller: Caller, do: object, **where: object) -> None:
    """Arm a fault."""
    answered = await caller.control("POST", "faults", do=do, **where)
    assert answered.status == 200, answered.body


async def event_count(caller: Caller) -> int:
    return len((await caller.state())["events"])


# --- faults ---------------------------------------------------------------------------------------------------------


async def test_a_status_fault_answers_in_place_of_the_api_as_often_as_told(caller: Caller) -> None:
    await arm(caller, {"status": 503, "headers": {"retry-after": "7"}, "body": {"code": "X"}}, path="/events", times=2)

    answers = [await caller.call("POST", events_of(), json=EVENTS) for _ in range(3)]

    assert [answered.status for answered in answers] == [503, 503, 201]
    assert (answers[0].headers["Retry-After"], answers[0].body) == ("7", {"code": "X"})
    assert await event_count(caller) == 1


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        pytest.param(None, b"", id="nothing"),
        pytest.param("", b"", id="empty"),
        pytest.param("<html>", b"<html>", id="a-page"),
        pytest.param('{"users":[', b'{"users":[', id="cut-json"),
        pytest.param([], b"[]", id="another-shape"),
        pytest.param("x" * (50 << 20), b"x" * (50 << 20), id="fifty-megabytes"),
    ],
)
async def test_f29_a_fault_can_answer_200_with_anything(body: object, raw: bytes, caller: Caller) -> None:
    do = {"status": 200, "headers": {"content-type": "text/html"}, "body": body}
    armed = await caller.call("POST", "/_sim/faults", data=BytesIO(json.dumps({"do": do}).encode()))
    assert armed.status == 200

    answered = await caller.call("GET", USER)

    assert (answered.status, answered.raw == raw) == (200, True)
    assert answered.headers["Content-Type"] == "text/html"


async def test_f24_a_reset_drops_the_connection_and_does_nothing(caller: Caller) -> None:
    await arm(caller, "reset", method="POST")

    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await caller.call("POST", events_of(), json=EVENTS)

    assert await event_count(caller) == 0


async def test_f25_a_reset_may_come_after_the_deed(caller: Caller) -> None:
    await arm(caller, "apply_then_reset", method="POST")

    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await caller.call("POST", events_of(), json=EVENTS)

    assert await event_count(caller) == 1


async def test_f25_an_answer_may_never_come_though_the_deed_is_done(caller: Caller) -> None:
    await arm(caller, "apply_then_timeout", method="POST")

    with pytest.raises(TimeoutError):
        await caller.call("POST", events_of(), json=EVENTS, timeout=aiohttp.ClientTimeout(total=0.2))

    assert await event_count(caller) == 1
    assert (await caller.state())["calls"][-1]["status"] == 0


async def test_a_delayed_answer_comes_late_but_true(caller: Caller) -> None:
    await arm(caller, {"delay": 0.2})
    started = time.monotonic()

    answered = await caller.call("POST", events_of(), json=EVENTS)

    assert answered.status == 201
    assert time.monotonic() - started >= 0.2


async def test_a_delayed_deed_is_done_even_when_the_caller_has_given_up(caller: Caller) -> None:
    await arm(caller, {"delay": 0.1}, method="POST")
    watching = caller.session.get(f"{caller.base_url}/_sim/watch")

    async with watching as news, asyncio.timeout(5):
        with pytest.raises(TimeoutError):
            await caller.call("POST", events_of(), json=EVENTS, timeout=aiohttp.ClientTimeout(total=0.02))
        async for _line in news.content:
            if await event_count(caller):
                break

    assert await event_count(caller) == 1


async def test_a_stop_lets_go_of_held_answers(caller: Caller) -> None:
    async with LineWorksSimulator(tenant()) as other:
        stranger = Caller(caller.session, other.base_url)
        await arm(stranger, "apply_then_timeout")
        held = asyncio.create_task(stranger.call("GET", USER))
        async with aclosing(other.changes()) as news:
            async for _ in news:
                if [call["status"] for call in (await stranger.state())["calls"]] == [0]:
                    break
        started = time.monotonic()

    with pytest.raises(aiohttp.ClientError):
        await held
    assert time.monotonic() - started < 3


async def test_a_fault_means_one_method_and_the_paths_its_expression_is_found_in(caller: Caller) -> None:
    await arm(caller, {"status": 500}, method="get", path=r"^/v1\.0/users/[^/]+$", times=None)

    hit = [(await caller.call("GET", path)).status for path in (USER, f"{USER}?x=/y", USER)]
    missed = [(await caller.call("GET", path)).status for path in (f"{USER}/calendar", "/v1.0/users?q=users/a")]
    posted = await caller.call("POST", events_of(), json=EVENTS)

    assert (hit, missed, posted.status) == ([500] * 3, [200, 200], 201)


async def test_the_token_endpoint_can_be_faulted_too(caller: Caller) -> None:
    await arm(caller, {"status": 500}, path="/oauth2/")

    broken = await caller.call("POST", "/oauth2/v2.0/token", data=token_form())
    whole = await caller.call("POST", "/oauth2/v2.0/token", data=token_form())

    assert (broken.status, whole.status) == (500, 200)


async def test_faults_are_told_and_cleared(caller: Caller) -> None:
    await arm(caller, "reset", path="/events", times=3)
    await arm(caller, {"status": 500}, times=None)

    told = (await caller.control("GET", "faults")).body["faults"]
    await caller.control("DELETE", "faults")

    assert told == [{"do": "reset", "path": "/events", "times": 3}, {"do": {"status": 500}, "times": None}]
    assert (await caller.call("POST", events_of(), json=EVENTS)).status == 201


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"path": "/"}, id="nothing-to-do"),
        pytest.param({"do": "explode"}, id="deed-unknown"),
        pytest.param({"do": {}}, id="deed-empty"),
        pytest.param({"do": {"status": "500"}}, id="status-a-string"),
        pytest.param({"do": {"status": 99}}, id="status-impossible"),
        pytest.param({"do": {"delay": -1}}, id="delay-negative"),
        pytest.param({"do": {"status": 500, "headers": {"a": 1}}}, id="header-a-number"),
        pytest.param({"do": {"statuss": 500, "delay": 1}}, id="deed-misspelt"),
        pytest.param({"do": "reset", "times": 0}, id="never"),
        pytest.param({"do": "reset", "times": True}, id="times-a-truth-value"),
        pytest.param({"do": "reset", "path": "("}, id="expression-broken"),
        pytest.param({"do": "reset", "url": "/"}, id="member-unknown"),
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused_in_words(told: dict[str, object], caller: Caller) -> None:
    answered = await caller.control("POST", "faults", **told)

    assert answered.status == 400
    assert answered.body["error"]
    assert (await caller.control("GET", "faults")).body["faults"] == []


# --- limits ---------------------------------------------------------------------------------------------------------


async def test_limits_are_off_until_switched_on_and_off_again(caller: Caller) -> None:
    before = await caller.call("GET", USER)
    await caller.control("POST", "limits", perMinute=1)
    limited = [(await caller.call("GET", USER)).status for _ in range(2)]
    await caller.control("POST", "limits", perMinute=None)
    after = await caller.call("GET", USER)

    assert (before.status, limited, after.status) == (200, [200, 429], 200)
    assert "rateLimit-limit" not in before.headers


async def test_a_limited_caller_is_told_where_it_stands(caller: Caller, clock: Clock) -> None:
    await caller.control("POST", "limits", perMinute=2)

    first = await caller.call("GET", USER)
    clock.pass_by(seconds=20.5)
    second = await caller.call("GET", USER)
    third = await caller.call("GET", USER)

    told = [
        tuple(answered.headers[f"rateLimit-{name}"] for name in ("limit", "remaining", "reset"))
        for answered in (first, second, third)
    ]
    assert told == [("2", "1", "60"), ("2", "0", "40"), ("2", "0", "40")]
    assert (third.status, third.body) == (
        429,
        {"code": "TOO_MANY_REQUESTS", "description": "API rate limit exceeded"},
    )


async def test_a_limit_renews_with_its_minute(caller: Caller, clock: Clock) -> None:
    await caller.control("POST", "limits", perMinute=1)
    statuses = [(await caller.call("GET", USER)).status for _ in range(2)]

    clock.pass_by(seconds=60)
    statuses.append((await caller.call("GET", USER)).status)

    assert statuses == [200, 429, 200]


async def test_every_operation_has_a_limit_of_its_own_whoever_it_is_about(caller: Caller) -> None:
    await caller.control("POST", "limits", perMinute=1)
    await caller.call("POST", events_of(), json=EVENTS)

    same = await caller.call("POST", events_of("user-jane"), json=EVENTS)
    other = await caller.call("GET", events_of(event_id="ours"))
    tokens = [(await caller.call("POST", "/oauth2/v2.0/token", data=token_form())).status for _ in range(2)]

    assert (same.status, other.status, tokens) == (429, 200, [200, 200])
    assert await event_count(caller) == 1


@pytest.mark.parametrize("told", [{"perMinute": 0}, {"perMinute": "1"}, {"perMinute": True}, {"perminute": 1}])
async def test_a_limit_that_makes_no_sense_is_refused_in_words(told: dict[str, object], caller: Caller) -> None:
    assert (await caller.control("POST", "limits", **told)).status == 400


# --- the control surface itself -------------------------------------------------------------------------------------


async def test_the_control_surface_is_neither_faulted_nor_limited_nor_logged(caller: Caller) -> None:
    await caller.control("POST", "limits", perMinute=1)
    await arm(caller, "reset", times=None)

    answers: list[Any] = [await caller.control("GET", "state") for _ in range(3)]

    assert [answered.status for answered in answers] == [200] * 3
    assert answers[-1].body["calls"] == []


async def test_calls_are_logged_in_order_of_arrival_without_their_query(caller: Caller) -> None:
    await arm(caller, "reset", path="/bots/")
    await caller.call("GET", f"{USER}?secret=1")
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await caller.call("POST", f"/v1.0/bots/{BOT_ID}/persistentmenu", json={})
    await caller.holding("").call("GET", "/v1.0/users")

    calls = [(call["method"], call["path"], call["status"]) for call in (await caller.state())["calls"]]
    assert calls == [
        ("GET", USER, 200),
        ("POST", f"/v1.0/bots/{BOT_ID}/persistentmenu", 0),
        ("GET", "/v1.0/users", 401),
    ]


async def test_an_unknown_control_is_refused_in_words(caller: Caller) -> None:
    unknown = await caller.control("POST", "explode")
    broken = await caller.call("POST", "/_sim/limits", data=b"{")
    wrong_verb = await caller.control("GET", "say")

    assert (unknown.status, broken.status, wrong_verb.status) == (404, 400, 405)
    assert all(answered.body["error"] for answered in (unknown, broken, wrong_verb))


async def test_whoever_watches_is_told_of_every_change_by_a_growing_number(caller: Caller) -> None:
    async def next_number() -> int:
        while True:
            line = (await news.content.readline()).decode()
            if line.startswith("data: "):
                return int(line.removeprefix("data: "))

    async with caller.session.get(f"{caller.base_url}/_sim/watch") as news, asyncio.timeout(5):
        at_once = await next_number()
        await caller.call("POST", events_of(), json=EVENTS)
        later = await next_number()
        state = await caller.state()

    assert news.headers["Content-Type"] == "text/event-stream"
    assert later > at_once
    assert state["seq"] >= later


async def test_what_a_simulator_holds_outlives_a_stop(caller: Caller, sim: LineWorksSimulator) -> None:
    await caller.call("POST", events_of(), json=EVENTS)
    port = int(sim.base_url.rpartition(":")[2])

    await sim.stop()
    with pytest.raises(aiohttp.ClientError):
        await caller.call("GET", USER)
    await sim.start(port=port)

    assert await event_count(caller) == 1
    assert (await caller.call("GET", events_of(event_id="ours"))).status == 200


async def test_a_taken_port_is_an_error_and_leaves_nothing_running(sim: LineWorksSimulator) -> None:
    second = LineWorksSimulator(tenant())

    with pytest.raises(OSError, match="address already in use"):
        await second.start(port=int(sim.base_url.rpartition(":")[2]))

    await second.stop()


async def test_the_link_in_an_event_shows_it(caller: Caller) -> None:
    created = await caller.call("POST", events_of(), json={"eventComponents": [event(eventId="a/b ?")]})
    link = created.body["eventComponents"][0]["viewUrl"].removeprefix(caller.base_url)

    shown = await caller.call("GET", link)
    gone = await caller.call("GET", link + "x")

    assert shown.body == created.body
    assert gone.status == 404
