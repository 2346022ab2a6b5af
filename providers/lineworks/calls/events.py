"""Calls about events."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from providers.contract import Span
from providers.lineworks import urls
from providers.lineworks.calls.api import CALENDAR, Api, written
from providers.lineworks.events import (
    READ_ONLY,
    Event,
    EventChange,
    EventPage,
    EventReplacement,
    EventRequest,
    EventSet,
)

LONGEST_WINDOW = timedelta(days=31)
"""What one request for events may span. Source: https://developers.worksmobile.com/en/docs/calendar-event-user-list"""

LONGEST_SEARCH = timedelta(days=180)
"""What one search may span."""

_PAGE_SIZE = "100"

Identity = tuple[str | None, str, str | None, str | None]
Searched = Literal["summary", "attendee", "location", "description"]


class EventCalls(Api):
    """What is on the calendars."""

    async def create_event(
        self,
        user_id: str,
        event_components: Sequence[Event],
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event as it was made: the first component, then exceptions of the series, all with one `event_id`.

        Everything given is sent as it is: each a `NewEvent`, or made of one that was read (`anew`). Not repeated when
        it may have arrived: choose an `event_id` and look.
        Scope: calendar. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-create
        """
        request = EventRequest(event_components=tuple(event_components), send_notification=send_notification)
        path = urls.events(user_id, calendar_id)
        answer = await self._transport.call("create_event", "POST", path, body=written(request), family=CALENDAR)
        return answer.read(EventSet)

    async def get_event(self, user_id: str, event_id: str, *, calendar_id: str | None = None) -> EventSet:
        """An event with the exceptions of its series. Raises NotFound. Scope: calendar.read."""
        answer = await self._transport.call(
            "get_event", "GET", urls.event(user_id, event_id, calendar_id), family=CALENDAR
        )
        return answer.read(EventSet)

    async def list_events(self, user_id: str, span: Span, *, calendar_id: str | None = None) -> list[EventSet]:
        """Events of one calendar in a window of any length, each once, in their order.

        A series comes as its master, which may start long before `span`, with its exceptions: it is not expanded.
        Scope: calendar.read. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-list
        """
        found: dict[Identity, EventSet] = {}
        path = urls.events(user_id, calendar_id)
        for window in _windows(span, LONGEST_WINDOW):
            query = {"fromDateTime": window.start.isoformat(), "untilDateTime": window.end.isoformat()}
            async for page in self._pages("list_events", path, query, EventPage, CALENDAR):
                found |= {_identity(entry): entry for entry in page.events or ()}
        return list(found.values())

    async def search_events(
        self, user_id: str, span: Span, words: str = "", *, within: Collection[Searched] = ()
    ) -> list[EventSet]:
        """Events of all calendars of a member that have `words` in one of their members, each once.

        `words` have 2 to 100 characters, or are empty for all events; `within` narrows where they may stand. What was
        just made or changed may be missing for a while: no ground for saying that somebody is free. That the answer has
        the shape of a list is by analogy. Scope: calendar.read.
        Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-search
        """
        if words and not 2 <= len(words) <= 100:
            raise ValueError("words have 2 to 100 characters")
        if within and not words:
            raise ValueError("where to look is said of words")
        narrowed = {"query": words, "queryFilters": ",".join(within)}
        asked = {name: value for name, value in narrowed.items() if value} | {"count": _PAGE_SIZE}
        found: dict[Identity, EventSet] = {}
        for window in _windows(span, LONGEST_SEARCH):
            query = asked | {"startTime": window.start.isoformat(), "endTime": window.end.isoformat()}
            async for page in self._pages("search_events", urls.events_search(user_id), query, EventPage, CALENDAR):
                found |= {_identity(entry): entry for entry in page.events or ()}
        return list(found.values())

    async def update_event(
        self,
        user_id: str,
        event_id: str,
        change: EventChange,
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event after `change` of its master; all the rest stays, also what no page documents.

        Reads the event and puts it back whole, since what a PUT leaves out is lost. Raises NotFound.
        Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-update-put
        """
        fetched = await self.get_event(user_id, event_id, calendar_id=calendar_id)
        master = fetched.master
        components = [change.applied_to(event) if event is master else event for event in fetched.event_components]
        return await self.put_event(
            user_id, event_id, components, calendar_id=calendar_id, send_notification=send_notification
        )

    async def put_event(
        self,
        user_id: str,
        event_id: str,
        event_components: Sequence[Event],
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event replaced by `event_components`, without their read-only members; what is not among them is lost.

        Scope: calendar. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-update-put
        """
        body = EventReplacement(event_components=tuple(event_components), send_notification=send_notification)
        content = body.model_dump_json(
            by_alias=True, exclude_unset=True, exclude_none=True, exclude={"event_components": {"__all__": READ_ONLY}}
        )
        path = urls.event(user_id, event_id, calendar_id)
        answer = await self._transport.call("put_event", "PUT", path, body=content.encode(), family=CALENDAR)
        return answer.read(EventSet)

    async def delete_event(
        self, user_id: str, event_id: str, *, calendar_id: str | None = None, send_notification: bool = True
    ) -> None:
        """Take away an event, or a whole series. Raises NotFound when it is gone. Scope: calendar.

        Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-delete
        """
        query = {"sendNotification": json.dumps(send_notification)}
        await self._transport.call(
            "delete_event", "DELETE", urls.event(user_id, event_id, calendar_id), query=query, family=CALENDAR
        )


def _identity(entry: EventSet) -> Identity:
    """What makes an entry the same in two windows; occurrences of one series, should they come singly, differ."""
    first = entry.event_components[0]
    start = first.start and (first.start.date or first.start.date_time)
    return entry.organizer_calendar_id, first.event_id, first.recurring_event_id, start or None


def _windows(span: Span, longest: timedelta) -> Iterable[Span]:
    """`span` in whole seconds, in pieces that one request may ask for; one piece when it is but a moment.

    In UTC: days by the wall clock are an hour longer in all when summer time ends within them.
    """
    whole = Span(_down(span.start), _up(span.end))
    return whole.windows(longest) if whole.start < whole.end else (whole,)


def _down(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _up(moment: datetime) -> datetime:
    whole = _down(moment)
    return whole if whole == moment else whole + timedelta(seconds=1)
