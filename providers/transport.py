"""The only place where an HTTP exchange becomes a value or a ProviderError.

One `Transport` per outside system, kept open: its connections, its patience, and for each family of calls its places
and its circuit. It repeats a call only where that is harmless, and only for a moment; waiting longer is the worker's
business.
"""

import asyncio
import logging
import random
import re
import ssl
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Self, TypeVar
from urllib.parse import quote, urlencode

import aiohttp
import httpx
import structlog
from httpx_aiohttp import AiohttpTransport
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from providers.circuit import Circuit
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

log = structlog.get_logger()
logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO line prints addresses, and ours hold e-mails

M = TypeVar("M", bound=BaseModel)
Observe = Callable[[str, str, str, float], None]  # provider, call, outcome, seconds

_LONGEST_WAIT = 3600.0  # seconds; a longer Retry-After is a mistake, not a wish
_SECONDS = re.compile(r"\d{1,9}(\.\d{1,9})?")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Habits:
    """How patient a transport is. Times in seconds, sizes in bytes."""

    connect: float = 3.0
    read: float = 8.0  # between two pieces of an answer
    total: float = 12.0  # one exchange, whatever it is doing
    queue: float = 5.0  # for a turn among `parallel` calls, and for a connection
    parallel: int = 40  # of each family
    idle: float = 15.0  # before we close a connection: sooner than they do, or a POST meets a closed door
    largest: int = 4 * 1024 * 1024
    attempts: int = 3
    pause: float = 0.1  # before the first repeat, doubled for each further one
    hurry: float = 3.0  # no repeat begins later than this after the call began
    failures: int = 8  # in a row, and the circuit opens
    rest: float = 3.0  # until an open circuit lets one call through again


HABITS = Habits()


@dataclass(frozen=True, slots=True)
class Time:
    """Clocks, sleep and chance, so that tests need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


REAL_TIME = Time()


@dataclass(frozen=True, slots=True)
class Answer:
    """What they said, once they said yes."""

    provider: str
    call: str
    status: int
    body: bytes
    headers: httpx.Headers = field(repr=False)

    def read(self, model: type[M]) -> M:
        """The body as `model`. Raises Unreadable."""
        try:
            return model.model_validate_json(self.body)
        except ValidationError as error:
            # Nothing of the error but its kind and place: the rest repeats what they sent.
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            problem = f"{first['type']} at {'.'.join(map(str, first['loc'])) or 'top'}"
            log.warning(
                "answer is not what the page documents",
                provider=self.provider,
                call=self.call,
                status=self.status,
                size=len(self.body),
                problem=problem,
            )
            raise Unreadable(self.provider, self.call, problem) from None


def segment(value: str) -> str:
    """`value` as one piece of a path, everything but letters, digits and `-_~.` percent-encoded.

    Raises ValueError for what would name another path: nothing, ".", "..".
    """
    if value in {"", ".", ".."}:
        raise ValueError("this id cannot stand in a path")
    return quote(value, safe="")


class _Family:
    """Calls that fail together and share nothing with others but the client: one that hangs holds up its own kind."""

    def __init__(self, habits: Habits, time: Time) -> None:
        self.circuit = Circuit(time.monotonic, failures=habits.failures, rest=habits.rest)
        self.turns = asyncio.Semaphore(habits.parallel)
        self.throttled = 0  # answers 429 in a row


class Transport:
    """Calls to one outside system over one httpx client, which opens with the first call.

    `auth` is asked for every request; a ProviderError that it raises means that the call itself was never made.
    `spend(call)` takes one from a shared budget and says how many seconds to wait instead, 0 for go.
    """

    def __init__(
        self,
        provider: str,
        origin: str,
        *,
        auth: httpx.Auth | None = None,
        headers: Mapping[str, str] | None = None,
        habits: Habits = HABITS,
        time: Time = REAL_TIME,
        spend: Callable[[str], Awaitable[float]] | None = None,
        observe: Observe | None = None,
    ) -> None:
        """`origin` is scheme, host and port, with or without the beginning of a path."""
        self.provider = provider
        self.origin = origin.rstrip("/")
        self._habits = habits
        self._time = time
        self._spend = spend
        self._observe = observe
        self._families: defaultdict[str, _Family] = defaultdict(lambda: _Family(habits, time))
        # Compressed answers are not asked for: nothing here is large, and a small one may unpack without end.
        self._headers = {"accept": "application/json", "accept-encoding": "identity", **(headers or {})}
        timeout = httpx.Timeout(habits.read, connect=habits.connect, pool=habits.queue)
        self._extensions = {"timeout": timeout.as_dict()}
        self._client = httpx.AsyncClient(
            auth=auth, transport=_BoundedTransport(habits), follow_redirects=False, trust_env=False
        )

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """See `close`."""
        await self.close()

    async def close(self) -> None:
        """Close the connections. Calls under way fail."""
        await self._client.aclose()

    def circuit(self, family: str = "") -> Circuit:
        """What keeps calls of `family` from a system that does not answer them."""
        return self._families[family].circuit

    async def call(
        self,
        call: str,
        method: str,
        path: str,
        *,
        origin: str | None = None,
        query: Mapping[str, str] | None = None,
        body: bytes | None = None,
        content_type: str = "application/json",
        repeatable: bool | None = None,
        family: str = "",
    ) -> Answer:
        """Their answer, always 2xx; `call` names it in errors and measurements.

        `path` begins with "/" and is percent-encoded already (see `segment`); `query` is not. `repeatable` says
        that asking twice is harmless; without it, all methods but POST and PATCH are. When calls of one `family`
        fail or hang, those of others go on. `origin` is another host of the same system, which gets the token too: so
        never one that nobody has checked. Raises ProviderError.
        """
        kin = self._families[family]
        address = f"{self.origin if origin is None else origin}{path}"
        url = f"{address}?{urlencode(query, quote_via=quote)}" if query else address
        headers = self._headers if body is None else {**self._headers, "content-type": content_type}
        harmless = method not in {"POST", "PATCH"} if repeatable is None else repeatable
        began = self._time.monotonic()
        attempt = 1
        while True:
            try:
                request = httpx.Request(method, url, headers=headers, content=body, extensions=self._extensions)
                return await self._exchange(kin, call, request)
            except (Unreachable, Broken, Throttled) as error:
                pause = self._pause(error, attempt, harmless=harmless)
                late = self._time.monotonic() - began + (pause or 0.0) > self._habits.hurry
                if pause is None or late or kin.circuit.open:
                    raise
            await self._time.sleep(pause)
            attempt += 1

    def _pause(self, error: ProviderError, attempt: int, *, harmless: bool) -> float | None:
        """Seconds before asking again; None when that would do harm or no good."""
        if attempt >= self._habits.attempts:
            return None
        if isinstance(error, Throttled):
            return error.retry_after if error.retry_after <= 1.0 else None
        unsent = isinstance(error, Unreachable) and not error.sent
        if not (harmless or unsent):
            return None
        return float(self._habits.pause * 2 ** (attempt - 1) * (0.5 + self._time.chance()))

    async def _exchange(self, kin: _Family, call: str, request: httpx.Request) -> Answer:
        """One request and its answer, measured."""
        began = self._time.monotonic()
        outcome = "abandoned"
        try:
            await self._afford(call)
            async with _Turn(kin.turns, self._habits.queue, self._unsent(call, "queue is full")):
                answer = await self._through_circuit(kin, call, request)
        except ProviderError as error:
            outcome = type(error).__name__
            raise
        else:
            outcome = "ok"
            return answer
        finally:
            if self._observe is not None:
                self._observe(self.provider, call, outcome, self._time.monotonic() - began)

    async def _afford(self, call: str) -> None:
        if self._spend is not None and (wait := await self._spend(call)) > 0:
            raise Throttled(self.provider, call, wait)

    def _unsent(self, call: str, detail: str) -> Unreachable:
        return Unreachable(self.provider, call, detail, sent=False)

    async def _through_circuit(self, kin: _Family, call: str, request: httpx.Request) -> Answer:
        circuit = kin.circuit
        if not circuit.admits():
            raise self._unsent(call, "circuit is open")
        was_open = circuit.open
        settled = False
        try:
            answer = await self._send(kin, call, request)
        except (Unreachable, Broken):
            settled = True
            circuit.missed()
            if circuit.open and not was_open:
                log.error("circuit opened", provider=self.provider, call=call, seconds=self._habits.rest)
            raise
        except _NoToken as error:
            raise error.seen_by(self.provider, call) from error.__cause__
        except ProviderError:
            settled = True
            circuit.heard()
            raise
        else:
            settled = True
            circuit.heard()
            return answer
        finally:
            if not settled:
                circuit.abandoned()

    async def _send(self, kin: _Family, call: str, request: httpx.Request) -> Answer:
        """One request on the wire; the one place where foreign exceptions become ours."""
        try:
            async with asyncio.timeout(self._habits.total):
                response = await self._client.send(request)
        except ProviderError as error:
            raise _NoToken(error) from error
        except _Unusable as error:
            raise self._failure(kin, call, error.status, error.headers, b"", unusable=error.reason) from None
        except TimeoutError as error:
            raise Unreachable(self.provider, call, f"no answer in {self._habits.total:g} s") from error
        except (httpx.HTTPError, aiohttp.ClientError, OSError) as error:
            raise Unreachable(
                self.provider, call, type(error.__cause__ or error).__name__, sent=_sent(error)
            ) from error
        if 200 <= response.status_code < 300:
            kin.throttled = 0
            return Answer(self.provider, call, response.status_code, response.content, response.headers)
        raise self._failure(kin, call, response.status_code, response.headers, response.content)

    def _failure(
        self, kin: _Family, call: str, status: int, headers: httpx.Headers, body: bytes, *, unusable: str = ""
    ) -> ProviderError:
        """The error that an answer stands for."""
        if 200 <= status < 300:
            log.warning("answer refused unread", provider=self.provider, call=call, status=status, problem=unusable)
            return Unreadable(self.provider, call, unusable)
        if status == 429:
            kin.throttled += 1
            guess = min(60.0, 2.0 ** min(kin.throttled - 1, 6)) * (0.5 + self._time.chance())
            asked = retry_after(headers, self._time.wall())
            return Throttled(self.provider, call, guess if asked is None else asked)
        code = _code(body)
        if status in {401, 403}:
            return NotAuthorized(self.provider, call, status, code)
        if status == 404:
            return NotFound(self.provider, call, status, code)
        if status >= 500:
            return Broken(self.provider, call, f"{status} {code}".strip())
        # A redirect is a no as well: where it points is for whoever is on the line to choose.
        if 300 <= status < 400:
            return Moved(self.provider, call, status, headers.get("location", ""), code)
        return Refused(self.provider, call, status, code)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait as a 429 says, at most an hour: `Retry-After`, else `rateLimit-reset`; None if it says nothing.

    `now` is in seconds since 1970. LINE WORKS counts `rateLimit-reset` in seconds until the window renews.
    Source: https://developers.worksmobile.com/en/docs/rate-limits
    """
    asked = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(asked):
        return min(float(asked), _LONGEST_WAIT)
    if asked:
        try:
            return min(max(parsedate_to_datetime(asked).timestamp() - now, 0.0), _LONGEST_WAIT)
        except (ValueError, OverflowError):
            log.debug("retry-after is neither seconds nor a date")
    reset = headers.get("ratelimit-reset", "").strip()
    return min(float(reset), _LONGEST_WAIT) if _SECONDS.fullmatch(reset) else None


def _code(body: bytes) -> str:
    """Their error code, e.g. "INVALID_PARAMETER" or OAuth's "invalid_client"; "" when they gave none we may log."""
    try:
        said = from_json(body)
    except ValueError:
        return ""
    code = (
        (said.get("code") or said.get("error") or _first_code(said.get("errors"))) if isinstance(said, dict) else None
    )
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _first_code(errors: object) -> object:
    """The code in a collection of errors, or the name of the first member that is wrong."""
    first = errors[0] if isinstance(errors, list) and errors else errors
    if isinstance(first, dict):
        return first.get("code") or next(iter(first), None)
    return None


def _sent(error: Exception) -> bool:
    """Whether the request may have arrived.

    httpx-aiohttp calls every lost connection a ConnectTimeout, also one lost after the request was written, so
    only aiohttp's own exception can tell.
    """
    cause = error.__cause__ or error
    never = (
        aiohttp.ClientConnectorError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.InvalidURL,
        aiohttp.NonHttpUrlClientError,
    )
    return not isinstance(cause, never)


class _NoToken(Exception):
    """Authentication failed before or instead of the call."""

    def __init__(self, error: ProviderError) -> None:
        super().__init__(str(error))
        self.error = error

    def seen_by(self, provider: str, call: str) -> ProviderError:
        """The error for the call that needed the token; in every case nothing was done."""
        error = self.error
        if isinstance(error, Throttled):
            return Throttled(provider, call, error.retry_after)
        if isinstance(error, Refused):
            return NotAuthorized(provider, call, error.status, error.code)
        return Unreachable(provider, call, f"no token: {type(error).__name__}", sent=False)


class _Unusable(Exception):
    """An answer whose body is not worth reading."""

    def __init__(self, response: httpx.Response, reason: str) -> None:
        super().__init__(reason)
        self.status = response.status_code
        self.headers = response.headers
        self.reason = reason


class _Turn:
    """One of the parallel calls, waited for only so long."""

    def __init__(self, turns: asyncio.Semaphore, longest: float, too_late: ProviderError) -> None:
        self._turns = turns
        self._longest = longest
        self._too_late = too_late

    async def __aenter__(self) -> None:
        if not self._turns.locked():
            await self._turns.acquire()  # returns at once
            return
        try:
            async with asyncio.timeout(self._longest):
                await self._turns.acquire()
        except TimeoutError:
            raise self._too_late from None

    async def __aexit__(self, *_: object) -> None:
        self._turns.release()


class _BoundedTransport(AiohttpTransport):
    """aiohttp's connection pool, below httpx; no cookies, no compressed and no endless answers."""

    def __init__(self, habits: Habits) -> None:
        super().__init__(verify=_trusted(), client=self._open)
        self._habits = habits

    def _open(self) -> aiohttp.ClientSession:
        # No limit of its own: the places of the families are one, and here they would wait for each other.
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=self._habits.idle, ssl=self.ssl_context)
        return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.stream.aclose()
            raise _Unusable(response, "compressed, though we did not ask for that")
        response.stream = _BoundedStream(response, response.stream, self._habits.largest)
        return response


class _BoundedStream(httpx.AsyncByteStream):
    def __init__(self, response: httpx.Response, inner: httpx.AsyncByteStream, largest: int) -> None:
        self._response = response
        self._inner = inner
        self._largest = largest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._largest
        async for piece in self._inner:
            left -= len(piece)
            if left < 0:
                raise _Unusable(self._response, f"longer than {self._largest} bytes")
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


@cache
def _trusted() -> ssl.SSLContext:
    """The certificate authorities we believe; read once, they are large."""
    return httpx.create_ssl_context()
