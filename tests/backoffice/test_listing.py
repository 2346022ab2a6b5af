"""Lists that can be relied on, whatever the server does with limits, offsets and filters."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from providers.backoffice.client import BackOffice, EventFilter
from providers.backoffice.listing import Listing
from providers.backoffice.models import Event
from tests.backoffice.conftest import connecting
from tests.lineworks.scripted import Server, serving
from tests.simulators.office import TARO

MINE = EventFilter(recipient=TARO)


@dataclass
class Shelf:
    """A server's rows, and what it makes of a request for some of them."""

    rows: list[str] = field(default_factory=list)
    most: int = 10
    obeys_offset: bool = True
    filters: Callable[[str], bool] = lambda _: True
    between: dict[int, Callable[["Shelf"], object]] = field(default_factory=dict)  # before the n-th request
    asked: list[tuple[int, bool]] = field(default_factory=list)  # offset, filtered

    async def answer(self, request: web.Request) -> web.StreamResponse:
        filtered = any(name.startswith("filter") for name in request.query)
        offset = int(request.query["offset"])
        if len(self.asked) in self.between:
            self.between[len(self.asked)](self)
        self.asked.append((offset, filtered))
        start = offset if self.obeys_offset else 0
        rows = [row for row in self.rows if self.filters(row)] if filtered else self.rows
        page = rows[start : start + min(self.most, int(request.query["limit"]))]
        return web.json_response([_row(one) for one in page])


def _row(name: str) -> dict[str, Any]:
    return {"id": name, "caption": name, "recipients": [TARO]} if name != "nameless" else {"caption": name}


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def shelf(server: Server) -> Shelf:
    made = Shelf()
    server.otherwise = made.answer
    return made


@pytest.fixture
async def listing(server: Server) -> AsyncIterator[Listing]:
    async with BackOffice(connecting(server.origin)) as office:
        yield Listing(office, page_size=10, overlap=2, most_pages=8)


def names(count: int) -> list[str]:
    return [f"e{number}" for number in range(count)]


async def read(listing: Listing) -> tuple[list[str | None], bool]:
    found = await listing.every()
    return [event.caption for event in found.events], found.whole


@pytest.mark.parametrize("most", [10, 4, 3], ids=["as-asked", "fewer", "as-few-as-makes-sense"])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 10, 11])
async def test_f32_a_list_is_complete_however_few_rows_come_at_once(
    shelf: Shelf, listing: Listing, most: int, count: int
) -> None:
    shelf.rows, shelf.most = names(count), most
    roomy = Listing(listing._office, page_size=10, overlap=2, most_pages=30)

    assert await read(roomy) == (names(count), True)


async def test_a_short_list_costs_two_requests(shelf: Shelf, listing: Listing) -> None:
    shelf.rows = names(5)

    await read(listing)

    assert shelf.asked == [(0, False), (3, False)]


async def test_f32_what_is_taken_away_meanwhile_hides_nothing_else(shelf: Shelf, listing: Listing) -> None:
    shelf.rows = names(15)
    shelf.between = {1: lambda self: self.rows.__delitem__(slice(0, 2))}

    found, whole = await read(listing)

    assert (found, whole) == (names(15), True)


async def test_f32_what_is_added_meanwhile_comes_once(shelf: Shelf, listing: Listing) -> None:
    shelf.rows = names(15)
    shelf.between = {1: lambda self: self.rows.insert(0, "new")}

    found, whole = await read(listing)

    assert (found, whole) == (names(15), True)


async def test_f32_the_same_row_twice_is_one_event(shelf: Shelf, listing: Listing) -> None:
    shelf.rows = ["a", "a", "nameless", "b", "nameless", "a"]

    assert await read(listing) == (["a", "nameless", "b"], True)


async def test_f32_an_empty_page_in_the_middle_does_not_end_a_list(server: Server, listing: Listing) -> None:
    pages = {0: names(10), 8: [], 18: ["z"], 19: ["z"]}

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=json.dumps([_row(one) for one in pages.get(int(request.query["offset"]), [])]))

    server.otherwise = answer

    assert await read(listing) == ([*names(10), "z"], True)


@pytest.mark.parametrize(("count", "whole"), [(2, True), (10, False), (25, False)])
async def test_f32_an_offset_that_counts_for_nothing_ends_the_list_and_is_told(
    shelf: Shelf, listing: Listing, count: int, whole: bool
) -> None:
    shelf.rows, shelf.obeys_offset = names(count), False

    assert await read(listing) == (names(count)[:10], whole)
    assert len(shelf.asked) == 2


async def test_f32_a_list_that_never_ends_is_left(server: Server, listing: Listing) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=json.dumps([_row(f"{request.query['offset']}-{n}") for n in range(10)]))

    server.otherwise = answer

    with capture_logs() as logged:
        found = await listing.every()

    assert (len(found.events), found.whole) == (80, False)
    assert [line["event"] for line in logged] == ["a list does not end"]


# --- filters ----------------------------------------------------------------------------------------------------


def fits(event: Event) -> bool:
    return (event.caption or "").startswith("e")


async def where(listing: Listing, *, expected: bool = False) -> list[str | None]:
    return [event.caption for event in (await listing.where(fits, MINE, expected=expected)).events]


async def test_a_filter_only_narrows_and_every_row_is_looked_at(shelf: Shelf, listing: Listing) -> None:
    shelf.rows = ["e0", "other", "e1"]

    assert await where(listing) == ["e0", "e1"]
    assert {filtered for _, filtered in shelf.asked} == {True}


async def test_a_filter_that_finds_nothing_is_doubted_and_then_left(shelf: Shelf, listing: Listing) -> None:
    shelf.rows, shelf.filters = ["e0", "other"], lambda _: False

    with capture_logs() as logged:
        first, second = await where(listing), await where(listing)

    assert first == second == ["e0"]
    assert [line["event"] for line in logged] == ["filters do not find what is there"]
    assert [filtered for _, filtered in shelf.asked][-2:] == [False, False]


async def test_a_filter_that_once_found_something_is_believed_unless_a_hit_was_expected(
    shelf: Shelf, listing: Listing
) -> None:
    shelf.rows = ["e0"]
    await where(listing)
    shelf.rows, shelf.filters = ["e1"], lambda _: False
    shelf.asked.clear()

    believed = await where(listing)
    narrow = list(shelf.asked)
    expected = await where(listing, expected=True)

    assert (believed, expected) == ([], ["e1"])
    assert {filtered for _, filtered in narrow} == {True}


async def test_an_event_that_has_just_come_is_no_reason_to_leave_the_filters(shelf: Shelf, listing: Listing) -> None:
    shelf.between = {2: lambda self: self.rows.append("e0")}

    assert await where(listing, expected=True) == ["e0"]
    shelf.asked.clear()
    await where(listing)

    assert {filtered for _, filtered in shelf.asked} == {True}


async def test_where_all_cannot_be_read_a_filtered_nothing_counts_only_if_nothing_was_expected(
    shelf: Shelf, listing: Listing
) -> None:
    shelf.rows, shelf.filters = ["other"] + [f"o{n}" for n in range(200)], lambda _: False

    assert (await listing.where(fits, MINE)).whole
    assert not (await listing.where(fits, MINE, expected=True)).whole
