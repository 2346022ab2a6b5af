"""The key that goes with every call to Jicoo, and what happens when it is refused.

Source: https://developer.jicoo.com/apidoc/project-373292/doc-468187
"""

from collections.abc import Callable, Generator

import httpx
import structlog

log = structlog.get_logger()

HEADER = "X-Jicoo-Api-Key"


class UnusableKey(ValueError):
    """There is no key to use; the message says why, for the operator, without repeating any of it."""


class ApiKey(httpx.Auth):
    """Puts the key on each request; says so once when it is refused."""

    setting = "JICOO_API_KEY"

    def __init__(self, key: str, *, alarm: Callable[[str], None] | None = None) -> None:
        """`alarm` is told the setting's name when the key is refused: once, until it is accepted. Raises UnusableKey."""
        self._key = key.strip()
        if not self._key:
            raise UnusableKey("the key is blank")
        if not all("!" <= character <= "~" for character in self._key):
            raise UnusableKey("the key holds more than a key: blanks, or what no key has")
        self._alarm = alarm
        self._silent = False

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with the key. There is no other one to try."""
        request.headers[HEADER] = self._key
        response = yield request
        if response.status_code != 401:
            self._silent = False
        elif not self._silent:
            self._silent = True
            log.error("the key is refused", provider="jicoo", setting=self.setting)
            if self._alarm is not None:
                self._alarm(self.setting)
