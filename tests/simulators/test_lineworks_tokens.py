"""The authorisation server believes the app's service account, for a while, and nobody else."""

from datetime import UTC, datetime
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from providers.lineworks.simulator.app import LineWorksSimulator
from tests.simulators.company import CLIENT, SERVICE_ACCOUNT, Caller, Clock, assertion, tenant, token_form

TOKEN = "/oauth2/v2.0/token"
NOW = int(datetime.now(UTC).timestamp())


async def test_an_assertion_buys_a_token_that_opens_the_api(caller: Caller) -> None:
    answered = await caller.call("POST", TOKEN, data=token_form())

    served = await caller.holding(answered.body["access_token"]).call("GET", "/v1.0/users/user-taro/calendar")
    assert answered.status == 200
    assert answered.body["expires_in"] == "86400"
    assert answered.body["token_type"] == "Bearer"
    assert answered.body["scope"] == "bot.message calendar"
    assert served.status == 200


async def test_a_token_opens_only_what_its_scopes_say(caller: Caller) -> None:
    answered = await caller.call("POST", TOKEN, data=token_form(scope="calendar.read,bot.message"))

    served = await caller.holding(answered.body["access_token"]).call("GET", "/v1.0/users")
    assert (served.status, served.code) == (403, "FORBIDDEN")


@pytest.mark.parametrize(
    ("fields", "status", "error"),
    [
        pytest.param({"grant_type": ""}, 400, "invalid_request", id="no-grant-type"),
        pytest.param({"grant_type": "password"}, 400, "unsupported_grant_type", id="grant-type-unknown"),
        pytest.param({"client_id": "other"}, 401, "invalid_client", id="client-unknown"),
        pytest.param({"client_secret": "wrong"}, 401, "invalid_client", id="secret-wrong"),
        pytest.param({"client_secret": ""}, 400, "invalid_request", id="secret-missing"),
        pytest.param({"scope": ""}, 400, "invalid_scope", id="no-scope"),
        pytest.param({"scope": "calendar mail"}, 400, "invalid_scope", id="scope-unknown"),
        pytest.param({"assertion": ""}, 400, "invalid_request", id="no-assertion"),
        pytest.param({"assertion": "a.b.c"}, 400, "invalid_grant", id="assertion-no-jwt"),
        pytest.param({"assertion": assertion(iss="other")}, 400, "invalid_grant", id="issuer-wrong"),
        pytest.param({"assertion": assertion(sub="taro@example.com")}, 400, "invalid_grant", id="subject-wrong"),
        pytest.param({"assertion": assertion(sub=None)}, 400, "invalid_grant", id="subject-missing"),
        pytest.param({"assertion": assertion(exp=None)}, 400, "invalid_grant", id="expiry-missing"),
        pytest.param({"assertion": assertion(exp=str(NOW + 60))}, 400, "invalid_grant", id="expiry-a-string"),
        pytest.param({"assertion": assertion(iat=NOW + 0.5)}, 400, "invalid_grant", id="issue-with-a-fraction"),
        pytest.param({"assertion": assertion(exp=NOW + 3_700)}, 400, "invalid_grant", id="for-longer-than-an-hour"),
        pytest.param({"assertion": assertion(iat=NOW - 7_200, exp=NOW - 3_600)}, 400, "invalid_grant", id="expired"),
        pytest.param(
            {"assertion": assertion(iat=NOW + 600, exp=NOW + 900)}, 400, "invalid_grant", id="clock-ten-minutes-fast"
        ),
    ],
)
async def test_a_bad_token_request_is_refused_in_oauth_words(
    fields: dict[str, str], status: int, error: str, caller: Caller
) -> None:
    answered = await caller.call("POST", TOKEN, data=token_form(**fields))

    assert (answered.status, answered.body.get("error")) == (status, error)
    assert answered.body["error_description"]
    assert "access_token" not in answered.body


@pytest.mark.parametrize("algorithm", ["RS256", "HS256", "none"])
async def test_an_assertion_of_another_key_or_algorithm_is_refused(algorithm: str, caller: Caller) -> None:
    keys: dict[str, Any] = {"RS256": rsa.generate_private_key(65_537, 2_048), "HS256": "k" * 32, "none": None}
    claims = {"iss": CLIENT[0], "sub": SERVICE_ACCOUNT, "iat": NOW, "exp": NOW + 60}
    forged = jwt.encode(claims, keys[algorithm], algorithm=algorithm)

    answered = await caller.call("POST", TOKEN, data=token_form(assertion=forged))

    assert (answered.status, answered.body["error"]) == (400, "invalid_grant")


async def test_a_token_request_must_be_a_form(caller: Caller) -> None:
    answered = await caller.call("POST", TOKEN, json=token_form())

    assert (answered.status, answered.body["error"]) == (400, "invalid_request")


async def test_a_scope_that_is_not_ticked_on_the_app_is_not_granted(caller: Caller) -> None:
    async with LineWorksSimulator(tenant(scopes=frozenset({"bot.message"}))) as narrow:
        answered = await Caller(caller.session, narrow.base_url).call("POST", TOKEN, data=token_form())

    assert (answered.status, answered.body["error"]) == (400, "invalid_scope")


def refreshing(refresh_token: str) -> dict[str, str]:
    """The form of a refresh."""
    return token_form(grant_type="refresh_token", refresh_token=refresh_token)


async def test_a_refresh_token_is_changed_for_a_new_one_and_stops_working(caller: Caller) -> None:
    first = (await caller.call("POST", TOKEN, data=token_form())).body

    second = await caller.call("POST", TOKEN, data=refreshing(first["refresh_token"]))
    again = await caller.call("POST", TOKEN, data=refreshing(first["refresh_token"]))
    third = await caller.call("POST", TOKEN, data=refreshing(second.body["refresh_token"]))

    assert (second.status, third.status) == (200, 200)
    assert second.body["access_token"] != first["access_token"]
    assert second.body["scope"] == first["scope"]
    assert (again.status, again.body["error"]) == (400, "invalid_grant")


async def test_without_rotation_a_refresh_token_stays_and_none_comes_back(caller: Caller) -> None:
    async with LineWorksSimulator(tenant(rotates_refresh_tokens=False)) as steady:
        stranger = Caller(caller.session, steady.base_url)
        kept = (await stranger.call("POST", TOKEN, data=token_form())).body["refresh_token"]

        answers = [await stranger.call("POST", TOKEN, data=refreshing(kept)) for _ in range(2)]

    assert [answered.status for answered in answers] == [200, 200]
    assert not any("refresh_token" in answered.body for answered in answers)


async def test_tokens_end_with_their_time(caller: Caller, clock: Clock) -> None:
    issued = (await caller.call("POST", TOKEN, data=token_form())).body
    holder = caller.holding(issued["access_token"])

    clock.pass_by(hours=23, minutes=59)
    in_time = await holder.call("GET", "/v1.0/users/user-taro/calendar")
    clock.pass_by(minutes=1)
    too_late = await holder.call("GET", "/v1.0/users/user-taro/calendar")
    clock.pass_by(days=90)
    no_refresh = await caller.call("POST", TOKEN, data=refreshing(issued["refresh_token"]))

    assert (in_time.status, too_late.status, too_late.code) == (200, 401, "UNAUTHORIZED")
    assert no_refresh.body["error"] == "invalid_grant"


async def test_the_control_surface_gives_expired_tokens_on_request(caller: Caller) -> None:
    expired = caller.holding(await caller.fresh_token(expiresIn=0))

    assert (await expired.call("GET", "/v1.0/users")).status == 401


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param({"expiresIn": "60"}, id="life-a-string"),
        pytest.param({"scope": ["calendar"]}, id="scope-a-list"),
        pytest.param({"userId": "nobody"}, id="user-unknown"),
        pytest.param({"scopes": "calendar"}, id="member-unknown"),
    ],
)
async def test_a_wish_for_a_token_that_makes_no_sense_is_refused_in_words(
    wish: dict[str, object], caller: Caller
) -> None:
    answered = await caller.control("POST", "token", **wish)

    assert answered.status == 400
    assert answered.body["error"]


async def test_the_console_shows_what_a_bot_needs_to_sign_in(caller: Caller) -> None:
    async with LineWorksSimulator(tenant(private_key="PEM")) as shown:
        answered = await Caller(caller.session, shown.base_url).control("GET", "app")

    assert answered.body == {
        "clientId": CLIENT[0],
        "clientSecret": CLIENT[1],
        "serviceAccount": SERVICE_ACCOUNT,
        "privateKey": "PEM",
    }
