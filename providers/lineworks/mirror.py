"""Events of other systems shown in LINE WORKS's default calendars: the promise of `Mirror`."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from providers.contract import Draft
from providers.errors import NotFound
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.lineworks.events import Event
from providers.lineworks.times import when_of, written


class LineWorksMirror:
    """The key of what is shown is its `eventId`. Nobody is notified: the other system does that."""

    def __init__(self, works: LineWorks, calendar: LineWorksCalendar) -> None:
        """`calendar` makes what is not there yet."""
        self._works, self._calendar = works, calendar

    async def show(self, owner: str, draft: Draft, key: str) -> None:
        """Make or change the event so that it says what `draft` says; what does not fit is cut. Raises ProviderError."""
        draft = self._fitting(draft)
        try:
            entry = await self._works.get_event(owner, key)
        except NotFound:
            await self._calendar.create(owner, draft, key)
            return
        master = entry.master
        if _says(master, draft):
            return
        changed = master.model_copy(update=_members(draft))
        components = [changed if event is master else event for event in entry.event_components]
        await self._works.put_event(owner, key, components, send_notification=False)

    async def clear(self, owner: str, key: str) -> None:
        """Take it away; nothing happens when it is not there. Raises ProviderError."""
        try:
            await self._works.delete_event(owner, key, send_notification=False)
        except NotFound:
            return

    def _fitting(self, draft: Draft) -> Draft:
        limits = self._calendar.limits
        return replace(
            draft,
            title=_cut(draft.title, limits.title),
            description=_cut(draft.description, limits.description),
            location=_cut(draft.location, limits.location),
        )


def _members(draft: Draft) -> dict[str, Any]:
    start, end = written(draft.when, ZoneInfo(draft.zone), end_exclusive=True)
    return {
        "summary": draft.title,
        "description": draft.description or None,
        "location": draft.location or None,
        "start": start,
        "end": end,
    }


def _says(event: Event, draft: Draft) -> bool:
    said = (event.summary or "", event.description or "", event.location or "")
    return said == (draft.title, draft.description, draft.location) and _instants(event, draft) == draft.when


def _instants(event: Event, draft: Draft) -> Any:
    try:
        return when_of(event, ZoneInfo(draft.zone), end_exclusive=True)
    except ValueError:
        return None  # unreadable: to be written anew


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
