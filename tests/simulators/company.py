"""A small company at LINE WORKS for the simulator's tests, and a plain HTTP caller that knows nothing of our client."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Self
from urllib.parse import quote

import aiohttp
import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from yarl import URL

from providers.lineworks.simulator.tenant import App, BotProfile, Tenant
from providers.simulation.cast import Cast, CastCalendar, CastChannel, CastMember, CastName

TARO, HANAKO, JANE = "user-taro", "user-hanako", "user-jane"
TEAM, SALES = "channel-team", "calendar-sales"
BOT_ID, DOMAIN_ID = 2_000_001, 40_029_600
SECRET = "bot-secret-ひみつ"
CLIENT = ("client-id", "client-secret")
SERVICE_ACCOUNT = "abcde.serviceaccount@example.com"

CAST = Cast(
    people=(
        CastMember(
            TARO,
            "taro@example.com",
            "田中",
            "太郎",
            i18n_names=(CastName("en_US", "Tanaka", "Taro"),),
            is_admin=True,
        ),
        CastMember(HANAKO, "hanako@example.com", "佐藤", "花子", "サトウ", "ハナコ", nickname="はな"),
        CastMember(JANE, "jane@example.com", "Doe", "Jane", locale="en_US", zone="America/New_York"),
    ),
    channels=(CastChannel(TEAM, "チーム", (TARO, HANAKO)),),
    calendars=(CastCalendar(SALES, "営業部カレンダー", (TARO, HANAKO)),),
)


@cache
def private_key() -> rsa.RSAPrivateKey:
    """The app's key; made once, since that takes a while."""
    return rsa.generate_private_key(65_537, 2_048)


def tenant(**app: Any) -> Tenant:
    """The company; `app` overrides settings of its app."""
    public = private_key().public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    settings: dict[str, Any] = {
        "client_id": CLIENT[0],
        "client_secret": CLIENT[1],
        "service_account": SERVICE_ACCOUNT,
        "public_key": pem.decode(),
        **app,
    }
    bot = BotProfile(BOT_ID, "予定", SECRET, {"en_US": "Yotei"})
    return Tenant(DOMAIN_ID, App(**settings), bot, CAST)


def assertion(**claims: object) -> str:
    """A signed assertion that is good now; `claims` overrides or, with None, leaves out."""
    now = int(datetime.now(UTC).timestamp())
    good: dict[str, object] = {"iss": CLIENT[0], "sub": SERVICE_ACCOUNT, "iat": now, "exp": now + 3_600, **claims}
    return jwt.encode(
        {name: value for name, value in good.items() if value is not None}, private_key(), algorithm="RS256"
    )


def token_form(**fields: str) -> dict[str, str]:
    """The form of a token request that succeeds; `fields` overrides."""
    return {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": assertion(),
        "client_id": CLIENT[0],
        "client_secret": CLIENT[1],
        "scope": "calendar bot.message",
        **fields,
    }


@dataclass(frozen=True)
class Answered:
    """What came back: status, headers, and the body both raw and read (None when it is no JSON)."""

    status: int
    headers: Mapping[str, str]
    raw: bytes
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> object:
        """The error code."""
        return self.body.get("code")


class Caller:
    """Calls one simulator as its service account."""

    def __init__(self, session: aiohttp.ClientSession, base_url: str, token: str = "") -> None:
        """`token` goes with every request; empty for none."""
        self.session = session
        self.base_url = base_url
        self.token = token

    def holding(self, token: str) -> Self:
        """The same caller with another token."""
        return type(self)(self.session, self.base_url, token)

    def authorization(self) -> dict[str, str]:
        """The header that carries the token."""
        return {"Authorization": f"Bearer {self.token}"}

    async def call(self, method: str, path: str, **options: Any) -> Answered:
        """One request; `path` is sent as it is written. `options` are aiohttp's, and `headers` win over the token."""
        headers = self.authorization() if self.token else {}
        headers.update(options.pop("headers", {}))
        url = URL(self.base_url + path, encoded=True)
        async with self.session.request(method, url, headers=headers, **options) as response:
            raw = await response.read()
            try:
                body = json.loads(raw)
            except ValueError:
                body = {}
            return Answered(response.status, response.headers.copy(), raw, body if isinstance(body, dict) else {})

    async def control(self, method: str, path: str, /, **told: object) -> Answered:
        """A request to the control surface."""
        return await self.call(method, f"/_sim/{path}", json=told) if told else await self.call(method, f"/_sim/{path}")

    async def state(self) -> dict[str, Any]:
        """Everything the simulator holds."""
        return (await self.control("GET", "state")).body

    async def fresh_token(self, **wish: object) -> str:
        """A token from the control surface."""
        answered = await self.control("POST", "token", **wish)
        return str(answered.body["token"])


def event(**members: object) -> dict[str, object]:
    """A component that is accepted; `members` overrides or, with None, leaves out."""
    good: dict[str, object] = {
        "summary": "設計レビュー",
        "start": {"dateTime": "2025-04-02T15:00:00", "timeZone": "Asia/Tokyo"},
        "end": {"dateTime": "2025-04-02T16:00:00", "timeZone": "Asia/Tokyo"},
        **members,
    }
    return {name: value for name, value in good.items() if value is not None}


def events_of(user: str = TARO, event_id: str = "", query: Mapping[str, str] | None = None) -> str:
    """The path of somebody's events, or of one."""
    path = f"/v1.0/users/{quote(user, safe='')}/calendar/events" + (f"/{quote(event_id, safe='')}" if event_id else "")
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in (query or {}).items())
    return f"{path}?{asked}" if asked else path


def window(since: str = "2025-04-01T00:00:00+09:00", until: str = "2025-05-01T00:00:00+09:00") -> dict[str, str]:
    """A list's query."""
    return {"fromDateTime": since, "untilDateTime": until}


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        """It shows the present, and stands still."""
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def pass_by(self, **time: float) -> None:
        """Move on."""
        self.now += timedelta(**time)
