"""The authorisation server: an assertion or a refresh token in, an access token out; and who holds which. No I/O.

Sources: https://developers.worksmobile.com/jp/docs/auth-jwt and https://developers.worksmobile.com/jp/docs/auth-oauth
"""

import base64
import secrets
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import unquote

import jwt
from aiohttp import web

from providers.lineworks.simulator.exchange import Grant, forbidden, refused
from providers.lineworks.simulator.tenant import App
from providers.simulation.wire import Clock, Refusal, answer

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LONGEST_ASSERTION = timedelta(minutes=60)
CLOCK_SKEW = timedelta(minutes=1)  # how far the caller's clock may be wrong
REFRESH_LIFETIME = timedelta(days=90)


class Tokens:
    """Issues tokens to one app and knows what each allows."""

    def __init__(self, app: App, clock: Clock) -> None:
        """No token exists yet."""
        self._app = app
        self._clock = clock
        self._access: dict[str, Grant] = {}
        self._refresh: dict[str, Grant] = {}

    def allowed(self, authorization: str | None, scopes: frozenset[str]) -> Grant:
        """The grant of the bearer token in an `Authorization` header, if it holds any of `scopes`. Raises Refusal."""
        scheme, _, token = (authorization or "").partition(" ")
        grant = self._access.get(token) if scheme == "Bearer" else None
        if grant is None:
            raise refused(401, "UNAUTHORIZED", "Authentication failed")
        if grant.expires <= self._clock():
            raise refused(401, "UNAUTHORIZED", "Access token is expired")
        if not grant.scopes & scopes:
            raise forbidden("Insufficient scope")
        return grant

    def issue(self, user_id: str | None, scopes: frozenset[str], lifetime: timedelta) -> str:
        """A new access token. Expired ones are forgotten on the way."""
        now = self._clock()
        if len(self._access) > 1_000:
            self._access = {token: grant for token, grant in self._access.items() if grant.expires > now}
        token = _opaque()
        self._access[token] = Grant(user_id, scopes, now + lifetime)
        return token

    def exchange(self, form: Mapping[str, str]) -> web.Response:
        """What the token endpoint answers to a form. Raises Refusal with an OAuth error body."""
        for name in ("grant_type", "client_id", "client_secret"):
            if not form.get(name):
                raise _oauth(400, "invalid_request", f"{name} is required")
        if (form["client_id"], form["client_secret"]) != (self._app.client_id, self._app.client_secret):
            raise _oauth(401, "invalid_client", "client authentication failed")
        # The official Python sample escapes this value twice, and is served.
        grant_type = unquote(form["grant_type"])
        if grant_type == JWT_BEARER:
            return self._from_assertion(form)
        if grant_type == "refresh_token":
            return self._from_refresh_token(form)
        raise _oauth(400, "unsupported_grant_type", "grant_type is not supported")

    def _from_assertion(self, form: Mapping[str, str]) -> web.Response:
        scopes = frozenset(form.get("scope", "").replace(",", " ").split())
        if not form.get("assertion"):
            raise _oauth(400, "invalid_request", "assertion is required")
        self._prove(form["assertion"])
        if not scopes or not scopes <= self._app.scopes:
            raise _oauth(400, "invalid_scope", "scope is not allowed for this app")
        return self._serve(None, scopes, self._new_refresh_token(None, scopes))

    def _prove(self, assertion: str) -> None:
        """Raise Refusal unless the app's service account signed this, for now and for at most an hour."""
        try:
            claims = jwt.decode(
                assertion,
                self._app.public_key,
                algorithms=["RS256"],
                # Times are compared below, with our own clock; `aud` is not asked for.
                options={"verify_aud": False, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
        except jwt.InvalidTokenError:
            raise _oauth(400, "invalid_grant", "assertion cannot be verified") from None
        if claims.get("iss") != self._app.client_id or claims.get("sub") != self._app.service_account:
            raise _oauth(400, "invalid_grant", "iss must be the client id and sub its service account")
        issued, expires = _whole_second(claims.get("iat")), _whole_second(claims.get("exp"))
        now = self._clock().timestamp()
        skew, longest = CLOCK_SKEW.total_seconds(), LONGEST_ASSERTION.total_seconds()
        if not (issued <= now + skew and now - skew < expires and issued < expires <= issued + longest):
            raise _oauth(400, "invalid_grant", "assertion is not valid now, or for longer than 60 minutes")

    def _from_refresh_token(self, form: Mapping[str, str]) -> web.Response:
        given = form.get("refresh_token")
        if not given:
            raise _oauth(400, "invalid_request", "refresh_token is required")
        grant = self._refresh.get(given)
        if grant is None or grant.expires <= self._clock():
            raise _oauth(400, "invalid_grant", "refresh_token is not valid")
        if not self._app.rotates_refresh_tokens:
            return self._serve(grant.user_id, grant.scopes, None)
        del self._refresh[given]
        return self._serve(grant.user_id, grant.scopes, self._new_refresh_token(grant.user_id, grant.scopes))

    def _new_refresh_token(self, user_id: str | None, scopes: frozenset[str]) -> str:
        token = _opaque()
        self._refresh[token] = Grant(user_id, scopes, self._clock() + REFRESH_LIFETIME)
        return token

    def _serve(self, user_id: str | None, scopes: frozenset[str], refresh_token: str | None) -> web.Response:
        """A fresh access token. `expires_in` is a string of seconds, as the real server writes it."""
        lifetime = self._app.token_lifetime
        body = {
            "access_token": self.issue(user_id, scopes, timedelta(seconds=lifetime)),
            "token_type": "Bearer",
            "expires_in": str(lifetime),
            "scope": " ".join(sorted(scopes)),
        }
        return answer(200, body if refresh_token is None else {**body, "refresh_token": refresh_token})


def _oauth(status: int, error: str, description: str) -> Refusal:
    return Refusal(status, {"error": error, "error_description": description})


def _opaque() -> str:
    """A token in the look of the real ones: slashes, pluses and padding included."""
    return "jp1AAAA" + base64.b64encode(secrets.token_bytes(49)).decode()


def _whole_second(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _oauth(400, "invalid_grant", "iat and exp must be integers")
    return value
