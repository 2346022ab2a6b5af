"""Who may call: the bearer tokens that were given out. No I/O.

Source: https://docs.b2core.b2broker.com/en/overview-api-reference.html
"""

import secrets
from datetime import datetime, timedelta

import jwt

from providers.simulation.wire import Clock

_SIGNED_WITH = secrets.token_hex(32)  # nobody checks it: a caller cannot


class Tokens:
    """Gives out tokens, and knows which are good."""

    def __init__(self, clock: Clock) -> None:
        """No token exists yet."""
        self._clock = clock
        self._ends: dict[str, datetime | None] = {}

    def issue(self, lifetime: timedelta | None) -> str:
        """A new token: a JWT with its `exp`, or without a lifetime an opaque one that lasts."""
        if lifetime is None:
            token, ends = secrets.token_urlsafe(40), None
        else:
            now = self._clock()
            ends = now + lifetime
            claims = {"jti": secrets.token_hex(8), "iat": int(now.timestamp()), "exp": int(ends.timestamp())}
            token = jwt.encode(claims, _SIGNED_WITH, algorithm="HS256")
        self._ends[token] = ends
        return token

    def accepts(self, authorization: str | None) -> bool:
        """Whether an `Authorization` header holds a token that is good now."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme != "Bearer" or token not in self._ends:
            return False
        ends = self._ends[token]
        return ends is None or self._clock() < ends
