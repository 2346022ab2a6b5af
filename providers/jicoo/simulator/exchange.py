"""One API call as the handlers see it, how they answer, and how they refuse. No I/O.

Handlers are plain functions: what they do is done whole or not at all, whatever happens to the connection.
Source of envelopes and statuses: https://developer.jicoo.com/project-373292/doc-468188; what a refusal's body is like
could not be read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiohttp import web

from providers.jicoo.simulator.account import Account
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import Clock, Refusal, answer_json, array, instant, to_json

MOST_PER_PAGE = 100  # no page says
PER_PAGE = 20
MAIL = re.compile(r"[^@\s]+@[^@\s]+")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")

ROLES = frozenset({"admin", "editor", "viewer"})
PRIORITIES = frozenset({"low", "middle", "high"})
LOCATIONS = frozenset({"inPerson", "phone", "zoom", "googleMeet", "askInvitee", "teams", "custom"})
ONLINE = frozenset({"zoom", "googleMeet", "teams"})

CODES = {
    400: "BAD_REQUEST",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    413: "PAYLOAD_TOO_LARGE",
    422: "PARAMETER_ERROR",
    429: "TOO_MANY_REQUESTS",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An authorised call: the decoded parts of the path, the query, and the JSON body when the verb has one."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    body: object = None
    tells_next: bool = False

    def fields(self) -> Fields:
        """The body as an object. Raises Invalid."""
        return Fields(self.body, "body")


Deal = Callable[[Asked], web.Response]


class Stamps:
    """The times at which things are made and changed: now, to the millisecond, and no two alike."""

    def __init__(self, clock: Clock) -> None:
        """The first one is now."""
        self._clock = clock
        self._last: datetime | None = None

    def next(self) -> str:
        """The next one, as it is written."""
        now = self._clock()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        if self._last is not None and now <= self._last:
            now = self._last + timedelta(milliseconds=1)
        self._last = now
        return instant(now)


def refused(status: int, message: str, code: str = "") -> Refusal:
    """The refusal with the envelope that a success has."""
    return Refusal(status, {"data": None, "errors": {"code": code or CODES[status], "message": message}})


def not_found(what: str) -> Refusal:
    """404: `what` is not there."""
    return refused(404, f"{what} is not found")


def one(status: int, value: bytes) -> web.Response:
    """An object in its envelope."""
    return answer_json(status, b'{"data":%b,"errors":{}}' % value)


def listed(asked: Asked, items: list[bytes]) -> web.Response:
    """One page of `items`, counted from 1, in its envelope. Raises Refusal."""
    per_page = _whole(asked.query, "perPage", PER_PAGE, MOST_PER_PAGE)
    number = _whole(asked.query, "page", 1, 10**9)
    pages = max(1, -(-len(items) // per_page))
    shown = items[(number - 1) * per_page : number * per_page]
    told = {"totalCount": len(items), "count": len(shown), "currentPage": number}
    if number < pages:
        told["nextPage"] = number + 1
    told["numberOfPages"] = pages
    ending = b',"nextPage":null' if asked.tells_next and number >= pages else b""
    return answer_json(200, b'{"data":%b,"errors":{},%b%b}' % (array(shown), to_json(told)[1:-1], ending))


def _whole(query: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = query.get(name, str(default))
    if not re.fullmatch("[0-9]{1,9}", text) or not 1 <= int(text) <= most:
        raise refused(400, f"{name} must be 1 to {most}")
    return int(text)


def asked_moment(query: Mapping[str, str], name: str) -> datetime | None:
    """An instant of the query, None when it is not there. Raises Refusal."""
    if name not in query:
        return None
    found = _moment(query[name])
    if found is None:
        raise refused(400, f"{name} must be a UTC instant")
    return found


def moment(fields: Fields, name: str, *, required: bool = False) -> datetime | None:
    """An instant of a body: in UTC, with seconds. Raises Invalid."""
    text = fields.text(name, required=required)
    if text is None:
        return None
    found = _moment(text)
    if found is None:
        bad(fields.at(name), "must be a UTC instant")
    return found


def needed_moment(fields: Fields, name: str) -> datetime:
    """An instant that must be there. Raises Invalid."""
    found = moment(fields, name, required=True)
    assert found is not None
    return found


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if MOMENT.fullmatch(text) else None
    except ValueError:
        return None


def read_instant(text: str) -> datetime:
    """An instant that we wrote ourselves."""
    return datetime.fromisoformat(text)


def zone(fields: Fields, name: str, *, required: bool = False) -> str | None:
    """The name of a time zone. Raises Invalid."""
    key = fields.text(name, 64, shortest=1, required=required)
    if key is None:
        return None
    try:
        ZoneInfo(key)
    except (KeyError, ValueError, OSError):
        bad(fields.at(name), "must be an IANA time zone")
    return key


def mail(fields: Fields, name: str, *, required: bool = False) -> str | None:
    """An e-mail address. Raises Invalid."""
    text = fields.text(name, 255, required=required)
    if text is not None and not MAIL.fullmatch(text):
        bad(fields.at(name), "must be an e-mail address")
    return text


def known_user(account: Account, user_id: str, where: str) -> str:
    """The id, if somebody of the organisation has it. Raises Refusal."""
    if user_id not in account.by_id:
        raise refused(422, f"{where} is nobody of the organization")
    return user_id
