"""Access tokens: fetched once for all, renewed early, renewed once more when refused."""

import asyncio
import json
from collections.abc import AsyncIterator
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from structlog.testing import capture_logs

from providers.errors import Broken, NotAuthorized, ProviderError, Throttled, Unreachable, Unreadable
from providers.lineworks.auth import Bearer, RefreshToken, ServiceAccount, UnusableKey, signing_key
from providers.lineworks.client import LineWorks
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.transport import Habits, Transport
from tests.lineworks.conftest import HABITS, PEM, account
from tests.lineworks.scripted import Act, Server, Watch, hangs_up, says, serving
from tests.simulators.company import TARO, Caller, private_key

ONCE = Habits(attempts=1, failures=100)


def token(value: str = "t1", expires_in: object = "3600", **more: object) -> Act:
    return says(200, json.dumps({"access_token": value, "expires_in": expires_in, "token_type": "Bearer", **more}))


class House:
    """An API and a token endpoint, both scripted, and a transport between them."""

    def __init__(self, api: Server, auth: Server, watch: Watch) -> None:
        self.api = api
        self.auth = auth
        self.watch = watch
        self.alarms: list[str] = []
        self.endpoint = Transport("lineworks", auth.origin, habits=ONCE, time=watch.time())
        source = ServiceAccount(
            self.endpoint,
            client_id="id",
            client_secret="very secret",
            account="bot.serviceaccount@example.com",
            private_key=PEM,
            time=watch.time(),
        )
        self.bearer = Bearer(source, time=watch.time(), alarm=self.alarms.append)
        self.transport = Transport("lineworks", api.origin, auth=self.bearer, habits=ONCE, time=watch.time())

    async def call(self) -> None:
        await self.transport.call("get_user", "GET", "/v1.0/users/u")

    def used(self) -> list[str]:
        return [seen.headers["authorization"].removeprefix("Bearer ") for seen in self.api.seen]


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with serving() as api, serving() as auth:
        made = House(api, auth, Watch())
        async with made.endpoint, made.transport:
            yield made


async def test_the_assertion_is_signed_for_the_account_with_whole_seconds(house: House) -> None:
    house.auth.script = [token()]
    house.watch.now += 0.75

    await house.call()

    form = {name: values[0] for name, values in parse_qs(house.auth.seen[0].body.decode()).items()}
    claims = jwt.decode(
        form["assertion"],
        private_key().public_key(),
        algorithms=["RS256"],
        options={"verify_exp": False, "verify_iat": False},
    )
    assert jwt.get_unverified_header(form["assertion"]) == {"alg": "RS256", "typ": "JWT"}
    assert claims == {"iss": "id", "sub": "bot.serviceaccount@example.com", "iat": 1_000_000, "exp": 1_003_600}
    assert all(type(claims[name]) is int for name in ("iat", "exp"))
    assert form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    assert (form["client_id"], form["client_secret"]) == ("id", "very secret")
    assert form["scope"] == "bot.message bot.read calendar user.read"
    assert "authorization" not in house.auth.seen[0].headers


@pytest.mark.parametrize("expires_in", ["3600", 3600], ids=["string", "number"])
async def test_a_token_serves_until_shortly_before_its_end(house: House, expires_in: object) -> None:
    house.auth.script = [token("t1", expires_in), token("t2", expires_in)]

    for seconds in (0, 3000, 299, 2):
        house.watch.now += seconds
        await house.call()

    assert house.used() == ["t1", "t1", "t1", "t2"]


async def test_a_short_life_is_renewed_a_tenth_before_its_end(house: House) -> None:
    house.auth.script = [token("t1", 100), token("t2", 100)]

    for seconds in (0, 89, 2):
        house.watch.now += seconds
        await house.call()

    assert house.used() == ["t1", "t1", "t2"]


async def test_many_callers_without_a_token_fetch_one(house: House) -> None:
    house.auth.script = [token("t1")]

    await asyncio.gather(*(house.call() for _ in range(20)))

    assert len(house.auth.seen) == 1
    assert house.used() == ["t1"] * 20


async def test_f26_twenty_calls_with_an_expired_token_refresh_once_and_are_all_repeated_once(
    sim: LineWorksSimulator, desk: Caller, works: LineWorks
) -> None:
    await works.get_user(TARO)
    before = len((await desk.state())["calls"])
    unauthorized = {"status": 401, "body": {"code": "UNAUTHORIZED", "description": "expired"}}
    await desk.control("POST", "faults", method="GET", path="/users/", times=20, do=unauthorized)

    users = await asyncio.gather(*(works.get_user(TARO) for _ in range(20)))

    calls = (await desk.state())["calls"][before:]
    assert {user.user_id for user in users} == {TARO}
    assert sum(call["path"].startswith("/oauth2") for call in calls) == 1
    assert sorted(call["status"] for call in calls if "/users/" in call["path"]) == [200] * 20 + [401] * 20


async def test_f26_a_second_401_is_an_error_that_names_the_setting(house: House) -> None:
    house.auth.script = [token("t1"), token("t2")]
    house.api.otherwise = says(401, '{"code":"UNAUTHORIZED"}')

    with capture_logs() as logged, pytest.raises(NotAuthorized) as caught:
        await house.call()

    assert caught.value.code == "UNAUTHORIZED"
    assert house.used() == ["t1", "t2"]
    assert house.alarms == ["LINEWORKS_SERVICE_ACCOUNT"]
    (line,) = logged
    assert (line["log_level"], line["setting"]) == ("error", "LINEWORKS_SERVICE_ACCOUNT")
    assert "t2" not in str(line.values())


async def test_f26_refused_fresh_tokens_are_not_replaced_without_end(house: House) -> None:
    house.auth.script = [token("t1"), token("t2"), token("t3")]
    house.api.otherwise = says(401)
    for _ in range(5):
        with pytest.raises(NotAuthorized):
            await house.call()
    asked_in_vain = len(house.auth.seen)

    house.watch.now += 31
    with pytest.raises(NotAuthorized):
        await house.call()

    assert asked_in_vain == 2
    assert len(house.auth.seen) == 3
    assert house.alarms == ["LINEWORKS_SERVICE_ACCOUNT"] * 2


@pytest.mark.parametrize("act", [says(503), hangs_up(), says(200, "<html>")], ids=["503", "reset", "html"])
async def test_f27_while_the_token_endpoint_is_down_the_old_token_is_used_until_its_end(house: House, act: Act) -> None:
    house.auth.script = [token("t1", 3600)]
    house.auth.otherwise = act
    await house.call()

    for seconds in (3301, 200, 98):  # early renewal fails, and the call goes on
        house.watch.now += seconds
        await house.call()
    house.watch.now += 2
    with pytest.raises(Unreachable) as caught:
        await house.call()

    assert house.used() == ["t1"] * 4
    assert caught.value.call == "get_user"
    assert not caught.value.sent


async def test_f27_the_failing_endpoint_is_asked_now_and_then_only(house: House) -> None:
    house.auth.script = [token("t1", 3600)]
    house.auth.otherwise = says(503)
    await house.call()
    house.watch.now += 3350

    for _ in range(10):
        await house.call()

    assert len(house.auth.seen) == 2


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        pytest.param(says(503), Unreachable, id="down"),
        pytest.param(says(200, '{"error":"invalid_grant"}'), Unreachable, id="200-without-a-token"),
        pytest.param(says(200, '{"access_token":""}'), Unreachable, id="empty-token"),
        pytest.param(says(200, '{"access_token":"a\\r\\nx-evil: 1"}'), Unreachable, id="a-token-with-a-line-break"),
        pytest.param(says(400, '{"error":"invalid_grant"}'), NotAuthorized, id="refused"),
        pytest.param(says(401, '{"error":"invalid_client"}'), NotAuthorized, id="wrong-secret"),
        pytest.param(says(429, retry_after="30"), Throttled, id="throttled"),
    ],
)
async def test_without_a_token_the_call_itself_is_never_made(house: House, act: Act, kind: type[ProviderError]) -> None:
    house.auth.otherwise = act

    with pytest.raises(kind) as caught:
        await house.transport.call("create_event", "POST", "/v1.0/x", body=b"{}")

    assert type(caught.value) is kind
    assert caught.value.call == "create_event"
    assert house.api.seen == []
    assert not isinstance(caught.value, Unreachable) or not caught.value.sent


async def test_f27_a_refused_assertion_is_logged_with_the_setting_and_without_secrets(house: House) -> None:
    house.auth.otherwise = says(400, '{"error":"invalid_grant","error_description":"very secret"}')

    with capture_logs() as logged, pytest.raises(NotAuthorized) as caught:
        await house.call()

    assert caught.value.code == "invalid_grant"
    assert [line["setting"] for line in logged if line["log_level"] == "error"] == ["LINEWORKS_SERVICE_ACCOUNT"]
    assert house.alarms == ["LINEWORKS_SERVICE_ACCOUNT"]
    assert "very secret" not in f"{logged} {caught.value}"


async def test_a_caller_that_leaves_while_fetching_does_not_stop_the_others(house: House) -> None:
    house.auth.script = [token("t1"), token("t2")]
    leaving = asyncio.create_task(house.call())
    staying = asyncio.create_task(house.call())
    await house.auth.has_seen(1)

    leaving.cancel()
    await staying

    assert len(house.api.seen) >= 1


# --- plan B -----------------------------------------------------------------------------------------------------


async def test_a_refresh_token_that_rotates_is_handed_on_and_used_next() -> None:
    rotated: list[str] = []
    async with serving() as auth, Transport("lineworks", auth.origin) as endpoint:
        auth.script = [token("a", refresh_token="r2"), token("b"), token("c", refresh_token="r2")]
        source = RefreshToken(endpoint, client_id="id", client_secret="s", refresh_token="r1", rotated=rotated.append)

        answers = [await source.fetch() for _ in range(3)]

    forms = [parse_qs(seen.body.decode()) for seen in auth.seen]
    assert [answer.access_token for answer in answers] == ["a", "b", "c"]
    assert [form["refresh_token"] for form in forms] == [["r1"], ["r2"], ["r2"]]
    assert [form["grant_type"] for form in forms] == [["refresh_token"]] * 3
    assert rotated == ["r2"]


async def test_a_refresh_is_not_repeated_by_itself() -> None:
    async with serving() as auth, Transport("lineworks", auth.origin) as endpoint:
        auth.script = [hangs_up(), token("a")]
        source = RefreshToken(endpoint, client_id="id", client_secret="s", refresh_token="r1")

        with pytest.raises(Unreachable):
            await source.fetch()

    assert len(auth.seen) == 1


async def test_a_200_without_a_token_is_unreadable_to_the_source() -> None:
    async with serving() as auth, Transport("lineworks", auth.origin) as endpoint:
        auth.script = [says(200, '{"error":"invalid_scope"}')]

        with pytest.raises(Unreadable):
            await account(endpoint).fetch()


async def test_a_broken_endpoint_is_asked_again_for_an_assertion(sim: LineWorksSimulator, desk: Caller) -> None:
    await desk.control("POST", "faults", method="POST", path="/oauth2", times=1, do={"status": 503})
    async with Transport("lineworks", sim.base_url, habits=HABITS) as endpoint:
        answer = await account(endpoint).fetch()

    assert answer.access_token


# --- the key ----------------------------------------------------------------------------------------------------


def pem_of(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, password: bytes | None = None) -> str:
    lock = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock).decode()


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(PEM, id="as-is"),
        pytest.param(PEM.replace("\n", "\\n"), id="backslash-n"),
        pytest.param(PEM.replace("\n", "\r\n"), id="crlf"),
        pytest.param(f"\n  {PEM}\n\n", id="blanks-around"),
    ],
)
def test_a_key_is_read_however_the_environment_wrote_it(written: str) -> None:
    assert signing_key(written).key_size == 2048


@pytest.mark.parametrize(
    ("written", "why"),
    [
        pytest.param("", "blank", id="blank"),
        pytest.param(" \n", "blank", id="spaces"),
        pytest.param("hunter2", "not PEM", id="no-pem"),
        pytest.param(PEM[: len(PEM) // 2], "damaged", id="cut"),
        pytest.param(PEM.replace("A", "B", 20), "damaged", id="altered"),
        pytest.param(pem_of(private_key(), b"x"), "passphrase", id="locked"),
        pytest.param(pem_of(ec.generate_private_key(ec.SECP256R1())), "no RSA key", id="elliptic"),
        pytest.param(pem_of(rsa.generate_private_key(65_537, 1024)), "shorter", id="short"),
    ],
)
def test_f27_a_key_that_cannot_sign_is_refused_in_words(written: str, why: str) -> None:
    with pytest.raises(UnusableKey, match=why) as caught:
        signing_key(written)

    assert "hunter2" not in str(caught.value)


async def test_the_endpoint_being_broken_is_seen_as_such_by_whoever_asks_it_directly(house: House) -> None:
    house.auth.otherwise = says(500)

    with pytest.raises(Broken):
        await house.bearer.token()
