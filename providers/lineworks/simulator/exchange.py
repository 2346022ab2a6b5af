"""One API call as the handlers see it, and how they refuse. No I/O.

Handlers are plain functions: what they do is done whole or not at all, whatever happens to the connection.
Source of codes and error bodies: https://developers.worksmobile.com/en/docs/api-call
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from aiohttp import web

from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.cast import CastMember
from providers.simulation.fields import Fields
from providers.simulation.wire import Refusal

T = TypeVar("T")

CODES = {
    400: "BAD_REQUEST",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    413: "PAYLOAD_TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    429: "TOO_MANY_REQUESTS",
}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows. `user_id` is None for the service account."""

    user_id: str | None
    scopes: frozenset[str]
    expires: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """An authorised call: who asks, the decoded parts of the path, the query, and the JSON body when the verb has one."""

    grant: Grant
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: object = None

    def fields(self) -> Fields:
        """The body as an object. Raises Invalid."""
        return Fields(self.body, "body")


Deal = Callable[[Asked], web.Response]


def refused(status: int, code: str, description: str) -> Refusal:
    """The refusal with LINE WORKS' body."""
    return Refusal(status, {"code": code, "description": description})


def not_found(what: str) -> Refusal:
    """404: `what` is not there."""
    return refused(404, "NOT_FOUND", f"{what} is not found")


def forbidden(why: str, code: str = "FORBIDDEN") -> Refusal:
    """403, because of `why`."""
    return refused(403, code, why)


def member_of(tenant: Tenant, asked: Asked, key: str) -> CastMember:
    """The member that a path names by user id, login e-mail or "me". Raises Refusal.

    A service account is nobody's "me".
    Source: https://developers.worksmobile.com/jp/docs/auth-jwt
    """
    if key == "me":
        if asked.grant.user_id is None:
            raise forbidden("A service account cannot use 'me'", "SERVICE_ACCOUNT_NOT_ALLOWED")
        key = asked.grant.user_id
    member = tenant.member(key)
    if member is None:
        raise not_found("User")
    return member


def page(
    asked: Asked, items: Sequence[T], most: int, *, usual: int | None = None
) -> tuple[Sequence[T], dict[str, object]]:
    """One page of `items` and its `responseMetaData`; without a `nextCursor` on the last. Raises Refusal.

    `count` is 1 to `most`, and `usual` by default, else `most`.
    Source: https://developers.worksmobile.com/en/docs/pagination
    """
    count, start = _whole(asked.query.get("count", str(usual or most))), _whole(asked.query.get("cursor", "0"))
    if count is None or not 1 <= count <= most:
        raise refused(400, "INVALID_PARAMETER", f"count must be 1 to {most}")
    if start is None or start > len(items):
        raise refused(400, "INVALID_PARAMETER", "cursor is invalid")
    end = start + count
    return items[start:end], {"nextCursor": str(end)} if end < len(items) else {}


def _whole(text: str) -> int | None:
    """The number that a few plain digits write."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None
