"""The token: from a setting or a file, replaced without a restart, and never asked for in circles."""

import asyncio
import json
import os
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from pathlib import Path

import jwt
import pytest
from structlog.testing import capture_logs

from providers.backoffice.auth import Bearer, FixedToken, TokenFile, TokenSource, UnusableToken, ends
from providers.backoffice.client import BackOffice
from providers.backoffice.simulator.app import BackOfficeSimulator
from providers.errors import Broken, NotAuthorized
from tests.backoffice.conftest import connecting
from tests.lineworks.scripted import Server, Watch, says, serving
from tests.simulators.company import Caller, Clock

HOUR = 3600


def replace(path: Path, token: str) -> None:
    """As careful programs do: in one step."""
    new = path.with_suffix(".new")
    new.write_text(token + "\n")
    new.chmod(0o600)
    new.replace(path)


class House:
    """The client with a token file, before some server."""

    def __init__(self, origin: str, path: Path) -> None:
        self.path = path
        self.alarms: list[str] = []
        self.watch = Watch()
        self.bearer = Bearer(TokenFile(path), time=self.watch.time(), alarm=self.alarms.append)
        self.office = BackOffice(connecting(origin, self.bearer))

    async def call(self) -> None:
        await self.office.list_events()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        running.otherwise = says(200, "[]")
        yield running


@pytest.fixture
async def house(server: Server, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server.origin, tmp_path / "token")
    replace(made.path, "t1")
    async with made.office:
        yield made


def used(server: Server) -> list[str]:
    return [seen.headers["authorization"] for seen in server.seen]


# --- the file ---------------------------------------------------------------------------------------------------


async def test_f55_a_replaced_file_is_read_without_a_restart(house: House, server: Server) -> None:
    await house.call()
    replace(house.path, "t2")
    await house.call()
    house.path.write_text("\ufefft3\r\n")  # in place, by an editor of another system
    await house.call()
    await house.call()

    assert used(server) == ["Bearer t1", "Bearer t2", "Bearer t3", "Bearer t3"]


async def test_f55_one_of_the_same_size_and_time_is_another_file(house: House, server: Server) -> None:
    await house.call()
    before = house.path.stat()
    replace(house.path, "t2")
    os.utime(house.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    await house.call()

    assert used(server) == ["Bearer t1", "Bearer t2"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(None, "missing", id="missing"),
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n", "empty", id="blank"),
        pytest.param(b"Bearer hunter2", "more than a token", id="two-words"),
        pytest.param("hunter2あ".encode(), "more than a token", id="not-ascii"),
        pytest.param(b"\xff\xfehunter2", "no text", id="not-utf-8"),
        pytest.param(b"hunter2" * 10_000, "too long", id="too-long"),
    ],
)
async def test_f55_a_file_without_a_token_is_said_in_words_and_no_call_is_made(
    house: House, server: Server, content: bytes | None, why: str
) -> None:
    house.path.unlink()
    if content is not None:
        house.path.write_bytes(content)
        house.path.chmod(0o600)

    with capture_logs() as logged:
        with pytest.raises(NotAuthorized) as caught:
            await house.call()
        with pytest.raises(NotAuthorized):
            await house.call()
        with pytest.raises(UnusableToken, match=why):
            await house.bearer.left()

    assert (caught.value.call, caught.value.code) == ("list_events", "NO_TOKEN")
    assert server.seen == []
    assert house.alarms == ["BACKOFFICE_TOKEN_FILE"]
    assert [(line["log_level"], line["setting"]) for line in logged] == [
        ("warning", "BACKOFFICE_TOKEN_FILE"),
        ("error", "BACKOFFICE_TOKEN_FILE"),
    ]
    assert why in str(logged[-1]["problem"])
    assert "hunter2" not in f"{logged} {caught.value}"


async def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnusableToken, match="cannot be read"):
        await TokenFile(tmp_path).current()


async def test_while_a_file_is_being_written_the_last_token_serves(house: House, server: Server) -> None:
    await house.call()
    house.path.write_text("")
    with capture_logs() as logged:
        await house.call()
        await house.call()
    house.path.write_text("t2")
    await house.call()

    assert used(server) == ["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"]
    assert [line["problem"] for line in logged] == ["the token file is empty"]
    assert house.alarms == []


@pytest.mark.parametrize(("mode", "warnings"), [(0o600, 0), (0o640, 0), (0o644, 1)])
async def test_a_file_that_everybody_can_read_is_warned_of_once(house: House, mode: int, warnings: int) -> None:
    with capture_logs() as logged:
        for token in ("a", "b"):
            replace(house.path, token)
            house.path.chmod(mode)
            await house.call()

    assert [line["log_level"] for line in logged] == ["warning"] * warnings
    assert all(line["setting"] == "BACKOFFICE_TOKEN_FILE" for line in logged)


async def test_a_setting_holds_one_token_and_no_nonsense() -> None:
    source: TokenSource = FixedToken(" t1\n")

    assert (await source.current(), await source.instead_of("t1")) == ("t1", None)
    for nonsense in ("", " ", "Bearer t1", "t1\r\nx-evil: 1"):
        with pytest.raises(UnusableToken):
            FixedToken(nonsense)


# --- 401 --------------------------------------------------------------------------------------------------------


async def test_f55_an_expired_token_is_an_error_with_one_alarm_until_another_serves(
    sim: BackOfficeSimulator, clock: Clock, tmp_path: Path
) -> None:
    house = House(sim.base_url, tmp_path / "token")
    async with house.office:
        replace(house.path, sim.issue_token({"expiresIn": HOUR}))
        await house.call()
        clock.pass_by(hours=1)
        for _ in range(3):
            with pytest.raises(NotAuthorized):
                await house.call()
        alarmed = list(house.alarms)
        replace(house.path, sim.issue_token({"expiresIn": HOUR}))
        await house.call()
        clock.pass_by(hours=2)
        with pytest.raises(NotAuthorized):
            await house.call()

    assert alarmed == ["BACKOFFICE_TOKEN_FILE"]
    assert house.alarms == ["BACKOFFICE_TOKEN_FILE"] * 2


async def test_f26_twenty_calls_with_an_expired_token_are_all_repeated_once_with_the_next(
    sim: BackOfficeSimulator, desk: Caller, tmp_path: Path
) -> None:
    old, new = sim.issue_token({"expiresIn": 0}), sim.issue_token({})

    class Rotated(TokenFile):
        """One that is replaced between being read and being refused."""

        async def instead_of(self, refused: str) -> str | None:
            replace(path, new)
            return await super().instead_of(refused)

    path, alarms = tmp_path / "token", list[str]()
    replace(path, old)
    async with BackOffice(connecting(sim.base_url, Bearer(Rotated(path), alarm=alarms.append))) as office:
        await asyncio.gather(*(office.list_events() for _ in range(20)))

    statuses = sorted(call["status"] for call in (await desk.state())["calls"])
    assert statuses.count(200) == 20
    assert len(statuses) <= 40
    assert alarms == []


async def test_f26_a_second_401_is_an_error_and_there_is_no_third_request(house: House, server: Server) -> None:
    server.otherwise = says(401, '{"message":"Unauthenticated."}')

    class Endless(FixedToken):
        async def instead_of(self, refused: str) -> str | None:
            return f"{refused}-next"

    alarms: list[str] = []
    async with BackOffice(connecting(server.origin, Bearer(Endless("t"), alarm=alarms.append))) as office:
        with capture_logs() as logged, pytest.raises(NotAuthorized) as caught:
            await office.list_events()

    assert used(server) == ["Bearer t", "Bearer t-next"]
    assert caught.value.status == 401
    assert alarms == ["BACKOFFICE_TOKEN"]
    assert "t-next" not in str(logged)


async def test_f26_a_server_that_is_down_in_between_makes_no_second_alarm(house: House, server: Server) -> None:
    server.script = [says(401), says(500), says(500), says(500), says(401)]

    for kind in (NotAuthorized, Broken, NotAuthorized):
        with pytest.raises(kind):
            await house.call()

    assert house.alarms == ["BACKOFFICE_TOKEN_FILE"]


async def test_f26_a_refused_token_without_another_is_asked_with_once(house: House, server: Server) -> None:
    server.otherwise = says(401)

    with pytest.raises(NotAuthorized):
        await house.call()

    assert used(server) == ["Bearer t1"]


async def test_f55_a_refused_token_is_looked_for_anew_even_where_the_file_seems_the_same(
    house: House, server: Server
) -> None:
    await house.call()
    before = house.path.stat()
    house.path.write_text("t2\n")
    os.utime(house.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    server.script = [says(401)]

    await house.call()

    assert used(server) == ["Bearer t1", "Bearer t1", "Bearer t2"]
    assert house.alarms == []


async def test_f55_a_file_that_is_gone_when_its_token_is_refused_is_the_problem_that_is_told(
    house: House, server: Server
) -> None:
    await house.call()
    house.path.unlink()
    server.otherwise = says(401)

    with capture_logs() as logged, pytest.raises(NotAuthorized):
        await house.call()

    assert [line["problem"] for line in logged] == ["the token file is missing"] * 2
    assert house.alarms == ["BACKOFFICE_TOKEN_FILE"]


async def test_a_missing_right_is_no_matter_of_the_token(house: House, server: Server) -> None:
    server.otherwise = says(403)

    with pytest.raises(NotAuthorized):
        await house.call()

    assert house.alarms == []


# --- how long it is good ----------------------------------------------------------------------------------------


async def test_f55_a_token_that_ends_within_the_hour_is_seen_to(house: House) -> None:
    replace(house.path, jwt.encode({"exp": house.watch.now + HOUR}, "x" * 32))
    lefts = []
    for seconds in (0, 1800, 3600):
        house.watch.now += seconds
        lefts.append(await house.bearer.left())
    replace(house.path, "opaque")

    assert lefts == [HOUR, HOUR / 2, -HOUR / 2]
    assert await house.bearer.left() is None


def forged(claims: object) -> str:
    def part(value: object) -> str:
        return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'RS256', 'typ': 'JWT'})}.{part(claims)}.AAAA"


@pytest.mark.parametrize(
    ("token", "end"),
    [
        pytest.param(forged({"exp": 36_000}), 36_000, id="whole-seconds"),
        pytest.param(forged({"exp": 36_000.5}), 36_000.5, id="fractions"),
        pytest.param(forged({"sub": "x"}), None, id="no-end"),
        pytest.param(forged({"exp": True}), None, id="a-truth-value"),
        pytest.param(forged({"exp": "tomorrow"}), None, id="a-word"),
        pytest.param(forged({"exp": None}), None, id="null"),
        pytest.param(forged({"exp": float("inf")}), None, id="for-ever"),
        pytest.param(forged({"exp": float("nan")}), None, id="no-number"),
        pytest.param(forged({"exp": 10**400}), None, id="beyond-all-numbers"),
        pytest.param(forged({"exp": 1_700_000_000_000}), None, id="milliseconds"),
        pytest.param(forged(["exp"]), None, id="no-claims"),
        pytest.param("a.b.c", None, id="three-parts-of-nothing"),
        pytest.param("opaque", None, id="opaque"),
        pytest.param(forged({"exp": 1})[:-5], None, id="cut"),
    ],
)
def test_when_a_token_ends_is_its_own_word_or_unknown(token: str, end: float | None) -> None:
    assert ends(token) == end
