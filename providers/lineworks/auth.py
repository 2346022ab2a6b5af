"""Access tokens of LINE WORKS: where they come from, how long they are kept, what happens when one is refused.

Source: https://developers.worksmobile.com/jp/docs/auth-jwt
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Protocol
from urllib.parse import urlencode

import httpx
import jwt
import structlog
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from pydantic import Field

from providers.errors import ProviderError, Refused
from providers.lineworks import urls
from providers.lineworks.models import Wire
from providers.transport import REAL_TIME, Time, Transport

log = structlog.get_logger()

SCOPES = ("bot.message", "bot.read", "calendar", "user.read")
"""The least that the bot needs; `bot` besides where it registers its own callback address."""

_FORM = "application/x-www-form-urlencoded"
_EARLY = 300.0  # seconds before its end that a token is renewed, or a tenth of its life if that is less
_AGAIN = 10.0  # seconds between two attempts while the old token still serves
_USELESS = 30.0  # seconds in which a refused fresh token is not replaced by another


class UnusableKey(ValueError):
    """The private key cannot sign; the message says why, for the operator, without repeating any of it."""


@dataclass(frozen=True, slots=True)
class Token:
    """An access token and when it ends, in seconds of the monotonic clock."""

    value: str = field(repr=False)
    born: float
    ends: float

    @property
    def early(self) -> float:
        """When to look for the next one."""
        return self.ends - min(_EARLY, (self.ends - self.born) / 10)


class TokenAnswer(Wire):
    """What the token endpoint says. `expires_in` is in seconds, and in practice a string."""

    access_token: Annotated[str, Field(pattern=r"^[\x21-\x7e]+$", repr=False)]
    refresh_token: Annotated[str | None, Field(repr=False)] = None
    expires_in: Annotated[int, Field(ge=0)] = 3600
    scope: str | None = None


class TokenSource(Protocol):
    """Somewhere to get an access token. `setting` names what an operator would have to look at."""

    setting: str

    async def fetch(self) -> TokenAnswer:
        """A new token. Raises ProviderError."""
        ...


class ServiceAccount:
    """Plan A: the app's service account, which signs for itself. It may act for members, but has no "me"."""

    setting = "LINEWORKS_SERVICE_ACCOUNT"

    def __init__(
        self,
        endpoint: Transport,
        *,
        client_id: str,
        client_secret: str,
        account: str,
        private_key: str,
        scopes: Sequence[str] = SCOPES,
        time: Time = REAL_TIME,
    ) -> None:
        """`private_key` is PEM; newlines may be written as backslash and n. Raises UnusableKey."""
        self._endpoint = endpoint
        self._client_id = client_id
        self._client_secret = client_secret
        self._account = account
        self._key = signing_key(private_key)
        self._scope = " ".join(scopes)
        self._wall = time.wall

    async def fetch(self) -> TokenAnswer:
        """A new token for a newly signed assertion; asking twice is harmless."""
        now = int(self._wall())  # a JSON number without a fraction
        claims = {"iss": self._client_id, "sub": self._account, "iat": now, "exp": now + 3600}
        form = {
            "assertion": jwt.encode(claims, self._key, algorithm="RS256"),
            "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "client_id": self._client_id,
            "client_secret": self._client_secret,
            "scope": self._scope,
        }
        return await _ask(self._endpoint, form, repeatable=True)


class RefreshToken:
    """Plan B: a member's consent, kept alive by its refresh token; may die after 90 days without use."""

    setting = "LINEWORKS_REFRESH_TOKEN"

    def __init__(
        self,
        endpoint: Transport,
        *,
        client_id: str,
        client_secret: str,
        refresh_token: str,
        rotated: Callable[[str], None] | None = None,
    ) -> None:
        """`rotated` is told each new refresh token: with rotation on, the old one is dead from then on."""
        self._endpoint = endpoint
        self._client_id = client_id
        self._client_secret = client_secret
        self._refresh_token = refresh_token
        self._rotated = rotated

    async def fetch(self) -> TokenAnswer:
        """A new token. Never repeated by itself: a lost answer may have held the next refresh token."""
        form = {
            "grant_type": "refresh_token",
            "refresh_token": self._refresh_token,
            "client_id": self._client_id,
            "client_secret": self._client_secret,
        }
        answer = await _ask(self._endpoint, form, repeatable=False)
        if answer.refresh_token and answer.refresh_token != self._refresh_token:
            self._refresh_token = answer.refresh_token
            if self._rotated is not None:
                self._rotated(answer.refresh_token)
        return answer


async def _ask(endpoint: Transport, form: dict[str, str], *, repeatable: bool) -> TokenAnswer:
    body = urlencode(form).encode()
    answer = await endpoint.call("token", "POST", urls.TOKEN, body=body, content_type=_FORM, repeatable=repeatable)
    return answer.read(TokenAnswer)  # a 200 may hold an error instead: no token, no success


def signing_key(pem: str) -> RSAPrivateKey:
    """The RSA key in `pem`. Raises UnusableKey, in words for whoever set it."""
    text = pem.strip().replace("\\n", "\n").replace("\\r", "")
    if not text:
        raise UnusableKey("the private key is blank")
    if "PRIVATE KEY-----" not in text:
        raise UnusableKey("the private key is not PEM: it must begin with -----BEGIN PRIVATE KEY-----")
    try:
        key = load_pem_private_key(text.encode(), password=None)
    except TypeError:
        raise UnusableKey("the private key is locked with a passphrase: use it as the console gave it") from None
    except (ValueError, UnsupportedAlgorithm):
        raise UnusableKey("the private key is damaged: copy all its lines again, or issue a new one") from None
    if not isinstance(key, RSAPrivateKey):
        raise UnusableKey("the private key is no RSA key, and LINE WORKS takes no other")
    if key.key_size < 2048:
        raise UnusableKey("the private key is shorter than 2048 bits")
    return key


class Bearer(httpx.Auth):
    """Puts a valid token on each request; renews it early, once for all callers, and once more after a 401."""

    def __init__(
        self, source: TokenSource, *, time: Time = REAL_TIME, alarm: Callable[[str], None] | None = None
    ) -> None:
        """`alarm` is told the setting's name when a fresh token is refused as well."""
        self._source = source
        self._clock = time.monotonic
        self._alarm = alarm
        self._token: Token | None = None
        self._renewing = asyncio.Lock()
        self._not_before = 0.0  # while the old token serves, the endpoint is not asked again before this
        self._useless_until = 0.0

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """The request with a token; after a 401 once more with a newer one."""
        token = await self.token()
        request.headers["authorization"] = f"Bearer {token.value}"
        response = yield request
        if response.status_code != 401 or self._clock() < self._useless_until:
            return
        token = await self._newer_than(token)
        request.headers["authorization"] = f"Bearer {token.value}"
        response = yield request
        if response.status_code == 401 and self._clock() >= self._useless_until:
            self._useless_until = self._clock() + _USELESS
            log.error("a fresh access token is refused", provider="lineworks", setting=self._source.setting)
            self._complain()

    async def token(self) -> Token:
        """A token that has not ended. Raises ProviderError when there is none and none can be had."""
        token = self._token
        if token is None or self._clock() >= token.ends:
            return await self._newer_than(token)
        # Near its end one caller looks for the next; the others go on with what they have.
        if self._clock() < token.early or self._clock() < self._not_before or self._renewing.locked():
            return token
        try:
            return await self._newer_than(token)
        except ProviderError as error:
            self._not_before = self._clock() + _AGAIN
            log.warning("no new access token, the old one serves", provider=error.provider, problem=error.detail)
            return token

    async def _newer_than(self, old: Token | None) -> Token:
        """The present token if it is not `old`, else a new one."""
        async with self._renewing:
            if self._token is not None and self._token is not old:
                return self._token
            asked = self._clock()
            try:
                answer = await self._source.fetch()
            except Refused as error:
                setting = self._source.setting
                log.error("no access token is given", provider=error.provider, setting=setting, code=error.code)
                self._complain()
                raise
            self._token = Token(answer.access_token, asked, asked + answer.expires_in)
            return self._token

    def _complain(self) -> None:
        if self._alarm is not None:
            self._alarm(self._source.setting)
