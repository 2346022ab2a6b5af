"""The Back Office as its page describes it: every call about calendar events, in its nouns.

All methods raise ProviderError; ids go in as they are and are percent-encoded here. `language` is a code ("ja"): the
one in which the Back Office words its answers.

Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self

from providers.backoffice import urls
from providers.backoffice.models import Event, EventAnswer, EventChange, EventRows, WholeEvent
from providers.backoffice.times import written
from providers.transport import Answer, Transport

Order = Literal["asc", "desc"]


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What a list is narrowed to. Whether by equality, by part or by range the page does not say: look at each row.

    `recipient` is a staff user's e-mail, `name` is compared with captions.
    """

    starts: datetime | None = None
    ends: datetime | None = None
    recipient: str | None = None
    name: str | None = None
    description: str | None = None

    def query(self) -> dict[str, str]:
        """The members that are given, as the query has them."""
        given = {
            "startDate": None if self.starts is None else written(self.starts),
            "endDate": None if self.ends is None else written(self.ends),
            "recipients": self.recipient,
            "name": self.name,
            "description": self.description,
        }
        return {f"filter[{name}]": value for name, value in given.items() if value is not None}


EVERYTHING = EventFilter()


class BackOffice:
    """The calendar events of one installation's staff."""

    def __init__(
        self, connect: Callable[[str], Transport], *, language: str = "ja", sort_by: str = "startTime"
    ) -> None:
        """`connect(language)` makes a transport that carries the token and `accept-language`; all are closed by `close`.

        `language` is the one of calls that name none; `sort_by` the name of the start in sorting, where the page's own
        differs from that of the event's member.
        """
        self._connect = connect
        self._language = language
        self._sort_by = sort_by
        self._transports: dict[str, Transport] = {}

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """See `close`."""
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        for transport in self._transports.values():
            await transport.close()

    async def list_events(
        self,
        narrowed: EventFilter = EVERYTHING,
        *,
        limit: int | None = None,
        offset: int | None = None,
        order: Order | None = None,
        language: str | None = None,
    ) -> tuple[Event, ...]:
        """One page of events, in the order of their start if `order` is given, else in no known one.

        How many come without `limit`, and at most, is not documented: see `listing`.
        """
        query = {"limit": limit, "offset": offset, "sort_order": order, "sort_by": order and self._sort_by}
        asked = {name: str(value) for name, value in query.items() if value is not None} | narrowed.query()
        answer = await self._call("list_events", "GET", urls.EVENTS, query=asked, language=language)
        return answer.read(EventRows).root

    async def get_event(self, event_id: str, *, language: str | None = None) -> Event:
        """One event. Raises NotFound."""
        answer = await self._call("get_event", "GET", urls.event(event_id), language=language)
        return answer.read(EventAnswer).root

    async def create_event(self, event: WholeEvent, *, language: str | None = None) -> Event:
        """The event as it was made. There is no key against repeats, so nothing is sent again that may have arrived."""
        body = event.model_dump_json(by_alias=True, exclude_defaults=True)
        answer = await self._call("create_event", "POST", urls.EVENTS, body=body, language=language)
        return answer.read(EventAnswer).root

    async def put_event(self, event_id: str, event: WholeEvent, *, language: str | None = None) -> Event:
        """The event replaced by `event`. Raises NotFound."""
        body = event.model_dump_json(by_alias=True)
        answer = await self._call("put_event", "PUT", urls.event(event_id), body=body, language=language)
        return answer.read(EventAnswer).root

    async def patch_event(self, event_id: str, change: EventChange, *, language: str | None = None) -> Event:
        """The event after `change`; all the rest stays. Raises NotFound."""
        body = change.model_dump_json(by_alias=True, exclude_unset=True)
        path = urls.event(event_id)
        answer = await self._call("patch_event", "PATCH", path, body=body, language=language, repeatable=True)
        return answer.read(EventAnswer).root

    async def delete_event(self, event_id: str, *, language: str | None = None) -> None:
        """Take an event away, from all its recipients. Raises NotFound when it is gone."""
        await self._call("delete_event", "DELETE", urls.event(event_id), language=language)

    async def _call(
        self,
        call: str,
        method: str,
        path: str,
        *,
        query: dict[str, str] | None = None,
        body: str | None = None,
        language: str | None,
        repeatable: bool | None = None,
    ) -> Answer:
        content = None if body is None else body.encode()
        transport = self._speaking(language or self._language)
        return await transport.call(call, method, path, query=query, body=content, repeatable=repeatable)

    def _speaking(self, language: str) -> Transport:
        """The transport of a language: their headers are the same for all calls, and few languages are spoken."""
        if language not in self._transports:
            self._transports[language] = self._connect(language)
        return self._transports[language]
