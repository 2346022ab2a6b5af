"""What all calls to LINE WORKS share: the transport, what fails together, and lists that come by pages."""

from collections.abc import AsyncIterator
from typing import TypeVar

import structlog

from providers.lineworks.models import Page, Wire
from providers.transport import Transport

log = structlog.get_logger()

BOT, USERS, CALENDAR = "bot", "users", "calendar"
"""What fails together: whoever cannot reach a calendar is still to be answered."""

_MOST_PAGES = 1000  # a list that is longer goes in circles

P = TypeVar("P", bound=Page)


class Api:
    """The way to one bot of one tenant."""

    def __init__(self, transport: Transport, bot_id: str) -> None:
        """`transport` carries the token."""
        self._transport = transport
        self._bot_id = bot_id

    async def _pages(
        self, call: str, path: str, query: dict[str, str], model: type[P], family: str
    ) -> AsyncIterator[P]:
        """All pages of a list; an empty one in the middle does not end it, a cursor seen before does.

        Source: https://developers.worksmobile.com/kr/docs/pagination
        """
        seen: set[str] = set()
        cursor: str | None = None
        while len(seen) < _MOST_PAGES:
            answer = await self._transport.call(
                call, "GET", path, query=query | ({"cursor": cursor} if cursor else {}), family=family
            )
            page = answer.read(model)
            yield page
            cursor = page.next_cursor
            if cursor is None or cursor in seen:
                return
            seen.add(cursor)
        log.warning("a list does not end", provider=self._transport.provider, call=call, pages=_MOST_PAGES)


def written(body: Wire) -> bytes:
    """`body` as JSON, without what was not given."""
    return body.model_dump_json(by_alias=True, exclude_none=True).encode()
