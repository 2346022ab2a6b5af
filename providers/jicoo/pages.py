"""Lists that come page by page, read whole or as far as wanted. No I/O of its own.

Pages are counted from the front, so an entry that goes while they are read moves all later ones forward, past the
reader. What the pages tell of the whole list shows that; then it is read again.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

import structlog

from providers.jicoo.models import Many, Wire

log = structlog.get_logger()

_MOST_PAGES = 1000  # a list that is longer goes in circles
_AT_ONCE = 4  # pages under way
_READINGS = 3  # of a list that changes all the time

M = TypeVar("M", bound=Wire)


async def whole(fetch: Callable[[int], Awaitable[Many[M]]], name: Callable[[M], str]) -> list[M]:
    """Everything on the list, each once by its `name`, in the list's order. `fetch` asks for a page, the first is 1."""
    seen: dict[str, M] = {}
    before: set[str] | None = None
    for _ in range(_READINGS):
        found, settled = await _reading(fetch, name)
        if settled or before == found.keys():
            return list(found.values())
        seen, before = seen | found, set(found)
    log.warning("a list changes faster than it can be read", provider="jicoo", entries=len(seen))
    return list(seen.values())


async def one_by_one(fetch: Callable[[int], Awaitable[Many[M]]], name: Callable[[M], str]) -> AsyncIterator[M]:
    """The entries in the list's order, each once; a page is asked for when the one before has been used up."""
    seen: set[str] = set()
    for number in range(1, _MOST_PAGES + 1):
        page = await fetch(number)
        for entry in page.data:
            if name(entry) not in seen:
                seen.add(name(entry))
                yield entry
        if not _goes_on(page, number):
            return


async def _reading(fetch: Callable[[int], Awaitable[Many[M]]], name: Callable[[M], str]) -> tuple[dict[str, M], bool]:
    """What all pages held, and whether that is surely the whole list."""
    first = await fetch(1)
    pages = [first]
    if _goes_on(first, 1):
        pages += await _together(fetch, range(2, min(first.number_of_pages or 1, _MOST_PAGES) + 1))
    while _goes_on(pages[-1], len(pages)) and len(pages) < _MOST_PAGES:
        pages.append(await fetch(len(pages) + 1))
    found = {name(entry): entry for page in pages for entry in page.data}
    totals = {page.total_count for page in pages}
    return found, totals in ({None}, {len(found)})


async def _together(fetch: Callable[[int], Awaitable[Many[M]]], numbers: range) -> list[Many[M]]:
    """These pages in their order, a few at a time; when one fails, so does the whole."""
    turns = asyncio.Semaphore(_AT_ONCE)

    async def one(number: int) -> Many[M]:
        async with turns:
            return await fetch(number)

    tasks = [asyncio.ensure_future(one(number)) for number in numbers]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()


def _goes_on(page: Many[M], number: int) -> bool:
    """Whether another page follows: as the number of pages says, else as this one says of the next."""
    if page.number_of_pages is not None:
        return number < page.number_of_pages
    return page.next_page is not None and page.next_page > number
