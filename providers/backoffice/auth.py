"""The bearer token of the Back Office: where it comes from, how long it is good, what happens when it is refused.

A person gets the token from the vendor or an administrator: signing in wants a second factor. Nothing here signs in.
"""

import os
import stat
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Protocol

import httpx
import jwt
import structlog

from providers.errors import NotAuthorized
from providers.transport import REAL_TIME, Time

log = structlog.get_logger()

_LONGEST = 16 * 1024  # bytes of a token
_LATEST = 1e11  # seconds since 1970: the year 5138; later ends are milliseconds, or nonsense


class UnusableToken(ValueError):
    """There is no token to use; the message says why, for the operator, without repeating any of it."""


class TokenSource(Protocol):
    """Somewhere to get a token. `setting` names what an operator would have to look at."""

    setting: str

    async def current(self) -> str:
        """The token to use now. Raises UnusableToken."""
        ...

    async def instead_of(self, refused: str) -> str | None:
        """Another token than `refused`, which was answered 401; None when there is no other. Raises UnusableToken."""
        ...


class FixedToken:
    """The token as it stands in a setting."""

    setting = "BACKOFFICE_TOKEN"

    def __init__(self, token: str) -> None:
        """Raises UnusableToken."""
        self._token = _usable(token, "the token")

    async def current(self) -> str:
        """The one there is."""
        return self._token

    async def instead_of(self, refused: str) -> str | None:
        """There is but one, until the next start."""
        return None if refused == self._token else self._token


class TokenFile:
    """A file that holds the token and nothing else; read again whenever it is another one or has changed."""

    setting = "BACKOFFICE_TOKEN_FILE"

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self._path = path
        self._seen: tuple[int, int, int] | None = None  # inode, size, nanoseconds
        self._token: str | None = None
        self._problem: str | None = None
        self._told_open = False

    async def current(self) -> str:
        """The token in the file; while the file cannot be used, the last one that was in it."""
        try:
            token = self._look()
        except UnusableToken as error:
            self._tell(str(error))
            if self._token is None:
                raise
            return self._token
        self._problem = None
        return token

    async def instead_of(self, refused: str) -> str | None:
        """What the file holds now, read anew, if that is another token."""
        self._seen = None
        token = self._look()
        return None if token == refused else token

    def _look(self) -> str:
        """The token in the file, read if the file differs from what was read before. Raises UnusableToken."""
        try:
            with self._path.open("rb") as file:
                found = os.fstat(file.fileno())
                seen = (found.st_ino, found.st_size, found.st_mtime_ns)
                if self._token is not None and seen == self._seen:
                    return self._token
                content = file.read(_LONGEST + 1)
        except FileNotFoundError:
            raise UnusableToken("the token file is missing") from None
        except OSError as error:
            raise UnusableToken(f"the token file cannot be read: {error.strerror}") from None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UnusableToken("the token file is no text") from None
        self._token, self._seen = _usable(text, "the token file"), seen
        if stat.S_IMODE(found.st_mode) & stat.S_IROTH and not self._told_open:
            self._told_open = True
            log.warning("everybody on this machine can read the token file", setting=self.setting)
        return self._token

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            log.warning("no token in the token file", setting=self.setting, problem=problem)


def _usable(text: str, what: str) -> str:
    """The token in `text`. Raises UnusableToken."""
    token = text.strip()
    if not token:
        raise UnusableToken(f"{what} is empty")
    if len(token) > _LONGEST:
        raise UnusableToken(f"{what} is too long to be a token")
    if not all("!" <= character <= "~" for character in token):
        raise UnusableToken(f"{what} holds more than a token: blanks, or what no token has")
    return token


def ends(token: str) -> float | None:
    """When `token` ends, in seconds since 1970, by its own word: the `exp` of a JWT, unverified; None if it tells none."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        return None
    said = claims.get("exp")
    if isinstance(said, bool) or not isinstance(said, int | float) or not abs(said) < _LATEST:
        return None
    return float(said)


class Bearer(httpx.Auth):
    """Puts the token on each request; after a 401 looks once for another one."""

    def __init__(
        self, source: TokenSource, *, time: Time = REAL_TIME, alarm: Callable[[str], None] | None = None
    ) -> None:
        """`alarm` is told the setting's name when a token is refused, or there is none: once, until one is accepted."""
        self._source = source
        self.setting = source.setting
        self._wall = time.wall
        self._alarm = alarm
        self._silent = False

    async def left(self) -> float | None:
        """Seconds for which the token is still good, negative when it has ended; None when nothing tells.

        Raises UnusableToken.
        """
        end = ends(await self._source.current())
        return None if end is None else end - self._wall()

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """The request with the token; after a 401 once more, if there is another token. Raises NotAuthorized."""
        try:
            token = await self._source.current()
            request.headers["authorization"] = f"Bearer {token}"
            response = yield request
            if response.status_code == 401 and (other := await self._source.instead_of(token)) is not None:
                request.headers["authorization"] = f"Bearer {other}"
                response = yield request
        except UnusableToken as error:
            self._complain(str(error))
            raise NotAuthorized("backoffice", "token", 401, "NO_TOKEN") from error
        if response.status_code == 401:
            self._complain("the token is refused")
        elif response.is_success:
            self._silent = False

    def _complain(self, problem: str) -> None:
        if self._silent:
            return
        self._silent = True
        log.error("no access to the Back Office", provider="backoffice", setting=self._source.setting, problem=problem)
        if self._alarm is not None:
            self._alarm(self._source.setting)
