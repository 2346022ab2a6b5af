"""Lists that misbehave: complete, without repeats, bounded."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from providers.errors import NotAuthorized
from providers.jicoo.booking_models import BookingFilter
from providers.jicoo.client import Jicoo
from tests.lineworks.scripted import Server, says


def page(uids: str, **told: object) -> str:
    return json.dumps({"data": [{"uid": uid} for uid in uids], "errors": {}, **told})


async def uids(reader: Jicoo) -> str:
    return "".join(one.uid for one in await reader.list_schedules())


async def test_f32_pages_are_followed_where_only_the_next_one_is_told(server: Server, reader: Jicoo) -> None:
    server.script = [
        says(200, page("ab", nextPage=2)),
        says(200, page("", nextPage="3")),  # empty, and yet not the last
        says(200, page("bc", nextPage=None)),
    ]

    assert await uids(reader) == "abc"
    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    assert [(query["page"], query["perPage"]) for query in asked] == [([str(n)], ["50"]) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "ending", [{"nextPage": None}, {}, {"nextPage": 0}, {"nextPage": 1}, {"nextPage": "?"}], ids=str
)
async def test_f32_a_list_ends_where_no_further_page_is_told(server: Server, reader: Jicoo, ending: object) -> None:
    assert isinstance(ending, dict)
    server.otherwise = says(200, page("ab", **ending))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 1


async def test_f32_the_number_of_pages_ends_a_list_that_always_tells_a_next_one(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", nextPage=2, currentPage=1, numberOfPages=1))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 1


async def test_f32_what_goes_while_the_pages_are_read_hides_nothing(server: Server, reader: Jicoo) -> None:
    """Between the pages "a" is deleted: "c" moves onto the first page, which has been read."""
    server.script = [
        says(200, page("ab", totalCount=4, numberOfPages=2, nextPage=2)),
        says(200, page("d", totalCount=3, numberOfPages=2)),
        says(200, page("bc", totalCount=3, numberOfPages=2, nextPage=2)),
        says(200, page("d", totalCount=3, numberOfPages=2)),
    ]

    assert await uids(reader) == "bcd"


async def test_f32_what_comes_while_the_pages_are_read_is_not_there_twice(server: Server, reader: Jicoo) -> None:
    server.script = [
        says(200, page("ab", totalCount=3, numberOfPages=2, nextPage=2)),
        says(200, page("bc", totalCount=4, numberOfPages=2)),
        says(200, page("na", totalCount=4, numberOfPages=2, nextPage=2)),
        says(200, page("bc", totalCount=4, numberOfPages=2)),
    ]

    assert await uids(reader) == "nabc"


async def test_f32_a_list_that_never_settles_is_read_a_few_times_and_nothing_of_it_lost(
    server: Server, reader: Jicoo
) -> None:
    server.script = [says(200, page(letters, totalCount=9)) for letters in ("ab", "bc", "cd", "de", "ef")]

    assert await uids(reader) == "abcd"
    assert len(server.seen) == 3


async def test_f32_a_total_that_counts_something_else_costs_one_more_reading(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", totalCount=99))

    assert await uids(reader) == "ab"
    assert len(server.seen) == 2


async def test_f32_a_list_without_end_is_left(server: Server, reader: Jicoo) -> None:
    async def answer(request: web.Request) -> web.Response:
        number = int(request.query["page"])
        return web.json_response({"data": [{"uid": "a"}], "nextPage": number + 1})

    server.otherwise = answer

    assert await uids(reader) == "a"
    assert len(server.seen) == 1000


async def test_f32_pages_after_the_first_are_fetched_a_few_at_a_time_and_stay_in_order(
    server: Server, reader: Jicoo
) -> None:
    async def answer(request: web.Request) -> web.Response:
        number = int(request.query["page"])
        told = {"totalCount": 26, "currentPage": number, "numberOfPages": 26}
        return web.json_response({"data": [{"uid": chr(96 + number)}], **told})

    server.otherwise = answer

    assert await uids(reader) == "abcdefghijklmnopqrstuvwxyz"
    assert len(server.seen) == 26


async def test_f32_one_failing_page_fails_the_list_and_spares_the_others(server: Server, reader: Jicoo) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path != "/v1/schedules":
            return web.json_response({"uid": "b"})
        if request.query["page"] == "3":
            return web.Response(status=403)
        return web.json_response({"data": [{"uid": request.query["page"]}], "numberOfPages": 99})

    server.otherwise = answer

    with pytest.raises(NotAuthorized):
        await uids(reader)
    for _ in range(50):
        await reader.get_booking("b")  # time in which those not wanted any more would be asked for

    assert len([seen for seen in server.seen if "schedules" in seen.raw_path]) < 20


async def test_bookings_one_by_one_read_no_further_than_asked(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, page("ab", nextPage=2, numberOfPages=50))

    async for one in reader.each_booking(BookingFilter(sort="desc", order="createdAt")):
        if one.uid == "b":
            break

    assert [urlsplit(seen.raw_path).query for seen in server.seen] == ["sort=desc&order=createdAt&page=1&perPage=50"]


async def test_f32_bookings_one_by_one_come_once_each(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, page("ab", nextPage=2)), says(200, page("bc"))]

    assert [one.uid async for one in reader.each_booking(BookingFilter())] == ["a", "b", "c"]
