"""Every way an HTTP exchange can end, as a value or as a ProviderError."""

import asyncio
import socket
from collections.abc import AsyncIterator
from urllib.parse import unquote

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from providers.errors import (
    Broken,
    Moved,
    NotAuthorized,
    NotFound,
    ProviderError,
    Refused,
    Throttled,
    Unreachable,
    Unreadable,
)
from providers.lineworks.calendar_models import DefaultCalendar
from providers.transport import Habits, Transport, retry_after, segment
from tests.lineworks.scripted import Act, Server, Watch, endless, hangs_up, never, says, serving

QUICK = Habits(connect=1.0, read=0.2, total=0.5, queue=0.2, attempts=3, failures=5, rest=10.0)
GOOD = '{"calendarId":"c"}'


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def transport(server: Server, watch: Watch) -> AsyncIterator[Transport]:
    async with Transport("lineworks", server.origin, habits=QUICK, time=watch.time()) as made:
        yield made


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        pytest.param(400, '{"code":"INVALID_PARAMETER","description":"田中"}', Refused, "INVALID_PARAMETER", id="bad"),
        pytest.param(401, '{"code":"UNAUTHORIZED"}', NotAuthorized, "UNAUTHORIZED", id="no-token"),
        pytest.param(403, "", NotAuthorized, "", id="no-right-no-body"),
        pytest.param(404, '{"code":"NOT_FOUND"}', NotFound, "NOT_FOUND", id="gone"),
        pytest.param(409, "<html>", Refused, "", id="conflict-in-html"),
        pytest.param(400, '{"error":"invalid_client"}', Refused, "invalid_client", id="oauth"),
        pytest.param(400, '{"code":"田中 taro@example.com"}', Refused, "", id="a-code-that-is-none"),
        pytest.param(400, "[" * 100_000, Refused, "", id="endless-nesting"),
    ],
)
async def test_a_no_becomes_the_error_named_after_what_to_do(
    transport: Transport, server: Server, status: int, body: str, kind: type[Refused], code: str
) -> None:
    server.script = [says(status, body)]

    with pytest.raises(Refused) as caught:
        await transport.call("get_event", "GET", "/v1.0/x")

    assert type(caught.value) is kind
    assert (caught.value.provider, caught.value.call) == ("lineworks", "get_event")
    assert (caught.value.status, caught.value.code) == (status, code)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(says(200, "<html>田中</html>", content_type="text/html"), id="html"),
        pytest.param(says(200, ""), id="empty"),
        pytest.param(says(200, GOOD[:-4]), id="cut"),
        pytest.param(says(200, "[1]"), id="wrong-type"),
        pytest.param(says(200, '{"calendarId":{"田中":1}}'), id="wrong-member"),
        pytest.param(says(200, b"\xff\xfe\x00"), id="binary"),
        pytest.param(says(200, b"x" * (50 * 2**20)), id="50-MiB"),
        pytest.param(endless(), id="no-end"),
        pytest.param(says(200, GOOD, content_encoding="gzip"), id="compressed-unasked"),
    ],
)
async def test_f29_a_yes_in_another_shape_is_unreadable_and_its_content_is_not_logged(
    transport: Transport, server: Server, act: Act
) -> None:
    server.script = [act]

    with capture_logs() as logged, pytest.raises(Unreadable) as caught:
        (await transport.call("get_default_calendar", "GET", "/v1.0/x")).read(DefaultCalendar)

    assert (caught.value.provider, caught.value.call) == ("lineworks", "get_default_calendar")
    assert [line["log_level"] for line in logged] == ["warning"]
    assert "田中" not in f"{logged} {caught.value!r}"


async def test_f29_an_endless_error_is_still_the_error(transport: Transport, server: Server) -> None:
    server.script = [endless(404)]

    with pytest.raises(NotFound):
        await transport.call("get_event", "GET", "/v1.0/x")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_f33_a_redirect_is_refused_and_not_followed(transport: Transport, server: Server, status: int) -> None:
    server.script = [says(status, location="http://169.254.169.254/latest/meta-data")]

    with pytest.raises(Moved) as caught:
        await transport.call("get_event", "GET", "/v1.0/x")

    assert caught.value.status == status
    assert caught.value.location == "http://169.254.169.254/latest/meta-data"
    assert "169.254" not in str(caught.value)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        pytest.param(says(500), Broken, id="500"),
        pytest.param(says(502, "<html>"), Broken, id="502"),
        pytest.param(says(503), Broken, id="503"),
        pytest.param(says(504), Broken, id="504"),
        pytest.param(hangs_up(), Unreachable, id="reset"),
        pytest.param(never(), Unreachable, id="read-time-out"),
    ],
)
async def test_f24_a_write_that_may_have_arrived_is_not_sent_twice(
    transport: Transport, server: Server, act: Act, kind: type[ProviderError]
) -> None:
    server.otherwise = act

    with pytest.raises(kind) as caught:
        await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert len(server.seen) == 1
    assert not isinstance(caught.value, Unreachable) or caught.value.sent


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_f24_what_is_harmless_is_asked_again_with_growing_pauses(
    transport: Transport, server: Server, watch: Watch, method: str
) -> None:
    server.script = [says(503), says(502), says(200, GOOD)]

    answer = await transport.call("x", method, "/v1.0/x")

    assert answer.body == GOOD.encode()
    assert watch.slept == [pytest.approx(0.1), pytest.approx(0.2)]


async def test_f24_a_call_gives_up_after_three_attempts(transport: Transport, server: Server) -> None:
    server.otherwise = says(503, '{"code":"SERVICE_UNAVAILABLE"}')

    with pytest.raises(Broken, match="503 SERVICE_UNAVAILABLE"):
        await transport.call("get_event", "GET", "/v1.0/x")

    assert len(server.seen) == 3


async def test_f24_no_repeat_begins_late(server: Server, watch: Watch) -> None:
    async def slow(_: web.Request) -> web.StreamResponse:
        watch.now += 4.0
        return web.Response(status=503)

    server.otherwise = slow
    async with Transport("lineworks", server.origin, habits=QUICK, time=watch.time()) as transport:
        with pytest.raises(Broken):
            await transport.call("get_event", "GET", "/v1.0/x")

    assert len(server.seen) == 1


async def test_f24_a_refused_connection_was_never_sent_and_so_a_write_is_tried_again(watch: Watch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody answers here
        port = taken.getsockname()[1]
        async with Transport("lineworks", f"http://127.0.0.1:{port}", habits=QUICK, time=watch.time()) as transport:
            with pytest.raises(Unreachable) as caught:
                await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert not caught.value.sent
    assert len(watch.slept) == 2


async def test_f24_a_name_that_does_not_resolve_was_never_sent(watch: Watch) -> None:
    async with Transport("lineworks", "http://nowhere.invalid", habits=QUICK, time=watch.time()) as transport:
        with pytest.raises(Unreachable) as caught:
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert not caught.value.sent


async def test_f24_a_tls_failure_was_never_sent(server: Server, watch: Watch) -> None:
    plain = server.origin.replace("http://", "https://")
    async with Transport("lineworks", plain, habits=QUICK, time=watch.time()) as transport:
        with pytest.raises(Unreachable) as caught:
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert not caught.value.sent
    assert server.seen == []


async def test_f24_a_full_queue_was_never_sent(server: Server, watch: Watch) -> None:
    habits = Habits(parallel=1, queue=0.05, read=5.0, total=5.0, attempts=1)
    server.otherwise = never()
    async with Transport("lineworks", server.origin, habits=habits, time=watch.time()) as transport:
        first = asyncio.create_task(transport.call("get_event", "GET", "/v1.0/x"))
        await server.has_seen(1)

        with pytest.raises(Unreachable) as caught:
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert not caught.value.sent
    assert len(server.seen) == 1


async def test_f24_the_circuit_opens_after_failures_in_a_row_and_one_call_probes_it(
    transport: Transport, server: Server, watch: Watch
) -> None:
    server.otherwise = says(503)
    for _ in range(5):
        with pytest.raises(Broken):
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    with pytest.raises(Unreachable) as caught:
        await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")
    asked_while_open = len(server.seen)
    watch.now += 10.0
    server.otherwise = says(200, GOOD)
    await transport.call("get_event", "GET", "/v1.0/x")
    await transport.call("get_event", "GET", "/v1.0/x")

    assert not caught.value.sent
    assert asked_while_open == 5
    assert not transport.circuit().open


async def test_f24_a_failed_probe_keeps_the_circuit_open(transport: Transport, server: Server, watch: Watch) -> None:
    server.otherwise = says(503)
    for _ in range(5):
        with pytest.raises(Broken):
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")
    watch.now += 10.0

    with pytest.raises(Broken):
        await transport.call("get_event", "GET", "/v1.0/x")
    with pytest.raises(Unreachable):
        await transport.call("get_event", "GET", "/v1.0/x")

    assert len(server.seen) == 6


async def test_a_probe_that_is_abandoned_lets_the_next_one_through(
    transport: Transport, server: Server, watch: Watch
) -> None:
    server.script = [says(503)] * 5 + [never()]
    for _ in range(5):
        with pytest.raises(Broken):
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")
    watch.now += 10.0
    probe = asyncio.create_task(transport.call("get_event", "GET", "/v1.0/x"))
    await server.has_seen(6)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)

    await transport.call("get_event", "GET", "/v1.0/x")

    assert not transport.circuit().open


async def test_f50_a_family_of_calls_that_fails_closes_no_door_to_another(transport: Transport, server: Server) -> None:
    server.script = [says(503)] * 5
    for _ in range(5):
        with pytest.raises(Broken):
            await transport.call("create_event", "POST", "/v1.0/x", body=b"{}", family="calendar")

    with pytest.raises(Unreachable):
        await transport.call("get_event", "GET", "/v1.0/x", family="calendar")
    await transport.call("send_user_message", "POST", "/v1.0/x", body=b"{}", family="bot")

    assert transport.circuit("calendar").open
    assert not transport.circuit("bot").open


async def test_f50_a_family_that_hangs_takes_no_place_of_another(server: Server, watch: Watch) -> None:
    habits = Habits(parallel=2, queue=0.05, read=5.0, total=5.0, attempts=1)
    server.script = [never(), never()]
    async with Transport("lineworks", server.origin, habits=habits, time=watch.time()) as transport:
        hanging = [
            asyncio.create_task(transport.call("get_event", "GET", "/v1.0/x", family="calendar")) for _ in range(2)
        ]
        await server.has_seen(2)

        await transport.call("send_user_message", "POST", "/v1.0/x", body=b"{}", family="bot")
        with pytest.raises(Unreachable, match="queue is full"):
            await transport.call("get_event", "GET", "/v1.0/x", family="calendar")

        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)


async def test_f23_each_family_guesses_its_own_wait(server: Server, watch: Watch) -> None:
    server.otherwise = says(429)
    guesses = []
    async with Transport("lineworks", server.origin, habits=Habits(attempts=1), time=watch.time()) as transport:
        for family in ("calendar", "calendar", "bot"):
            with pytest.raises(Throttled) as caught:
                await transport.call("x", "GET", "/v1.0/x", family=family)
            guesses.append(caught.value.retry_after)

    assert guesses == [1.0, 2.0, 1.0]


async def test_refusals_do_not_open_the_circuit(transport: Transport, server: Server) -> None:
    server.otherwise = says(404)

    for _ in range(10):
        with pytest.raises(NotFound):
            await transport.call("get_event", "GET", "/v1.0/x")

    assert len(server.seen) == 10


NOON = 1_764_590_400.0  # 2025-12-01T12:00:00Z


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"retry-after": "17"}, 17.0, id="seconds"),
        pytest.param({"retry-after": "0.5"}, 0.5, id="fraction"),
        pytest.param({"retry-after": "Mon, 01 Dec 2025 12:00:30 GMT"}, 30.0, id="date"),
        pytest.param({"retry-after": "Mon, 01 Dec 2025 11:00:00 GMT"}, 0.0, id="date-in-the-past"),
        pytest.param({"ratelimit-reset": "42"}, 42.0, id="reset"),
        pytest.param({"retry-after": "5", "ratelimit-reset": "42"}, 5.0, id="retry-after-wins"),
        pytest.param({"retry-after": "soon", "ratelimit-reset": "42"}, 42.0, id="nonsense-then-reset"),
        pytest.param({"retry-after": "-5"}, None, id="negative"),
        pytest.param({"retry-after": "nan"}, None, id="nan"),
        pytest.param({"retry-after": "999999999"}, 3600.0, id="years"),
        pytest.param({"retry-after": "Mon, 01 Dec 99999 12:00:30 GMT"}, None, id="a-date-that-is-none"),
        pytest.param({}, None, id="nothing"),
    ],
)
def test_f23_the_wait_is_what_they_ask_for(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOON) == seconds


async def test_f23_a_short_wait_is_waited_and_a_long_one_is_not(
    transport: Transport, server: Server, watch: Watch
) -> None:
    server.script = [says(429, retry_after="1"), says(201, GOOD), says(429, rateLimit_reset="20")]

    await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")
    with pytest.raises(Throttled) as caught:
        await transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert watch.slept == [1.0]
    assert caught.value.retry_after == 20.0
    assert len(server.seen) == 3


async def test_f23_without_a_word_the_guess_doubles(server: Server, watch: Watch) -> None:
    server.otherwise = says(429)
    guesses = []
    async with Transport("lineworks", server.origin, habits=Habits(attempts=1), time=watch.time()) as transport:
        for _ in range(4):
            with pytest.raises(Throttled) as caught:
                await transport.call("get_event", "GET", "/v1.0/x")
            guesses.append(caught.value.retry_after)

    assert guesses == [1.0, 2.0, 4.0, 8.0]


async def test_a_budget_that_is_spent_is_a_429_of_our_own(server: Server, watch: Watch) -> None:
    async def spend(call: str) -> float:
        return 12.0 if call == "list_users" else 0.0

    async with Transport("lineworks", server.origin, time=watch.time(), spend=spend) as transport:
        await transport.call("get_user", "GET", "/v1.0/x")
        with pytest.raises(Throttled) as caught:
            await transport.call("list_users", "GET", "/v1.0/x")

    assert caught.value.retry_after == 12.0
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        pytest.param("10000355/10029600@97d9", "10000355%2F10029600%4097d9", id="resource"),
        pytest.param("a+b c?d#e%2F&=", "a%2Bb%20c%3Fd%23e%252F%26%3D", id="all-that-means-something"),
        pytest.param("予定", "%E4%BA%88%E5%AE%9A", id="japanese"),
        pytest.param("...", "...", id="three-dots"),
    ],
)
async def test_an_id_arrives_as_it_was(transport: Transport, server: Server, value: str, encoded: str) -> None:
    await transport.call("x", "GET", f"/v1.0/{segment(value)}/events", query={"from": "2021-06-03T10:00:00+09:00"})

    assert segment(value) == encoded
    path, _, query = server.seen[0].raw_path.partition("?")
    # aiohttp writes plainly what means nothing in a path ("@", "&"); "/", "?" and "+" it must leave alone.
    _, version, piece, rest = path.split("/")
    assert (version, unquote(piece), rest) == ("v1.0", value, "events")
    assert "+" not in piece
    assert query.replace("%3A", ":") == "from=2021-06-03T10:00:00%2B09:00"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_an_id_that_would_name_another_path_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a path"):
        segment(value)


async def test_one_connection_serves_many_calls(transport: Transport, server: Server) -> None:
    ports: set[object] = set()

    async def note(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        ports.add(request.transport.get_extra_info("peername"))
        return web.json_response({})

    server.otherwise = note
    for _ in range(5):
        await transport.call("x", "GET", "/v1.0/x")

    assert len(ports) == 1


async def test_every_exchange_is_measured(server: Server, watch: Watch) -> None:
    seen: list[tuple[str, str, str]] = []
    server.script = [says(503), says(200, GOOD), says(404)]
    async with Transport(
        "lineworks", server.origin, time=watch.time(), observe=lambda *facts: seen.append(facts[:3])
    ) as transport:
        await transport.call("get_event", "GET", "/v1.0/x")
        with pytest.raises(NotFound):
            await transport.call("get_event", "GET", "/v1.0/x")

    assert [outcome for _, _, outcome in seen] == ["Broken", "ok", "NotFound"]
    assert {(provider, call) for provider, call, _ in seen} == {("lineworks", "get_event")}
