"""Lists of Back Office events that can be relied on, though their page says little about paging and filters.

Nothing here depends on the server's order, on how many rows it gives at most, or on what its filters mean.
"""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from providers.backoffice.client import EVERYTHING, BackOffice, EventFilter
from providers.backoffice.models import Event

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Found:
    """Events, each once. `whole` False: there may be more that could not be reached."""

    events: tuple[Event, ...]
    whole: bool


class Listing:
    """Reads lists to their end, and looks at every row itself."""

    def __init__(self, office: BackOffice, *, page_size: int = 100, overlap: int = 5, most_pages: int = 50) -> None:
        """Pages overlap by `overlap` rows: as many may be taken away between two requests, and none is missed."""
        self._office = office
        self._page_size = page_size
        self._overlap = overlap
        self._most_pages = most_pages
        self._filters: bool | None = None  # whether they find what is there; None until that was seen

    async def every(self, narrowed: EventFilter = EVERYTHING, *, language: str | None = None) -> Found:
        """All events of a list, page by page until nothing new comes.

        A short page does not end it: how many rows they give at most is not known. Neither does one empty page.
        """
        rows: dict[str, Event] = {}
        offset, empty = 0, False
        for _ in range(self._most_pages):
            page = await self._office.list_events(narrowed, limit=self._page_size, offset=offset, language=language)
            before = len(rows)
            rows |= {_identity(event): event for event in page}
            if len(rows) > before:
                # At least one further, or a page no longer than the overlap would be read for ever.
                offset, empty = offset + max(1, len(page) - self._overlap), False
            elif page:
                # More known rows than pages share: the offset counts for nothing, and there may be others.
                return Found(tuple(rows.values()), whole=len(page) <= self._overlap)
            elif empty:
                return Found(tuple(rows.values()), whole=True)
            else:
                offset, empty = offset + self._page_size, True
        log.warning("a list does not end", provider="backoffice", call="list_events", pages=self._most_pages)
        return Found(tuple(rows.values()), whole=False)

    async def where(
        self,
        fits: Callable[[Event], bool],
        narrowed: EventFilter,
        *,
        expected: bool = False,
        language: str | None = None,
    ) -> Found:
        """The events that fit, `narrowed` being a hint to the server that must not exclude any of them.

        When that brings none, all are read: always if one is `expected`, else until the filters have been seen to find
        something. Filters that did not find what is there are not used again.
        """
        some = Found((), whole=False)
        if self._filters is not False:
            some = _fitting(await self.every(narrowed, language=language), fits)
            if some.events:
                self._filters = True
                return some
            if some.whole and self._filters and not expected:
                return some
        found = _fitting(await self.every(language=language), fits)
        if not found.events:
            return some if some.whole and not expected else found
        if self._filters is not False:
            await self._doubt(fits, narrowed, language)
        return found

    async def _doubt(self, fits: Callable[[Event], bool], narrowed: EventFilter, language: str | None) -> None:
        """What is there was not found: asked once more, in case it has only just come."""
        if not _fitting(await self.every(narrowed, language=language), fits).events:
            self._filters = False
            log.warning("filters do not find what is there", provider="backoffice", call="list_events")


def _fitting(found: Found, fits: Callable[[Event], bool]) -> Found:
    return Found(tuple(event for event in found.events if fits(event)), found.whole)


def _identity(event: Event) -> str:
    return event.id if event.id is not None else event.model_dump_json()
