"""A schedule is made once, though Jicoo takes no key."""

import json

import pytest

from providers.errors import NotFound, Refused, Unreachable, Unreadable
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.people import JicooPeople
from providers.jicoo.simulator.account import Ways
from providers.jicoo.simulator.app import JicooSimulator
from tests.jicoo.april import APRIL, MEETING, held
from tests.jicoo.conftest import client
from tests.lineworks.scripted import Watch
from tests.simulators.booking_office import ACCOUNT, JANE, TARO, KeyCaller, schedule


@pytest.mark.parametrize(
    "ways", [Ways(tells_uid=False), Ways(tells_uid=False, wraps_created=True), Ways(wraps_created=True)]
)
async def test_f25_a_create_whose_answer_has_no_id_is_found_by_its_mark(desk: KeyCaller, ways: Ways) -> None:
    async with JicooSimulator(ACCOUNT, ways=ways) as sim, client(sim.base_url) as jicoo:
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo))
        await calendar.create(TARO, MEETING, "another")  # same name, same time

        made = await calendar.create(TARO, MEETING, "key")

        state = json.loads(sim.state())
    by_mark = {one["description"]: one["uid"] for one in state["schedules"]}
    assert len(state["schedules"]) == 2
    assert made.ref.id == by_mark["[yotei:key]"]


async def test_f25_what_was_made_and_is_not_found_is_never_made_again(desk: KeyCaller) -> None:
    watch = Watch()
    async with JicooSimulator(ACCOUNT, ways=Ways(tells_uid=False)) as sim, client(sim.base_url) as jicoo:
        caller = KeyCaller(desk.session, sim.base_url, desk.token)
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo), time=watch.time())
        hidden = {"status": 200, "body": {"data": [], "errors": {}}}
        await caller.control("POST", "faults", method="GET", path="/schedules", times=None, do=hidden)

        for again in (False, True):
            with pytest.raises(Unreadable):
                await calendar.create(TARO, MEETING, "key", again=again)
        await caller.control("DELETE", "faults")
        found = await calendar.create(TARO, MEETING, "key", again=True)

        assert [one["uid"] for one in await held(caller)] == [found.ref.id]
    assert watch.slept[:3] == [0.0, 0.5, 1.5]  # the list may lag behind


async def test_f25_a_list_that_lags_behind_is_looked_at_again(desk: KeyCaller) -> None:
    watch = Watch()
    async with JicooSimulator(ACCOUNT, ways=Ways(tells_uid=False)) as sim, client(sim.base_url) as jicoo:
        caller = KeyCaller(desk.session, sim.base_url, desk.token)
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo), time=watch.time())
        hidden = {"status": 200, "body": {"data": [], "errors": {}}}
        await caller.control("POST", "faults", method="GET", path="/schedules", times=2, do=hidden)

        made = await calendar.create(TARO, MEETING, "key")

        assert [one["uid"] for one in await held(caller)] == [made.ref.id]


@pytest.mark.parametrize("again", [True, False])
async def test_f25_several_with_one_mark_are_for_people_to_sort_out(
    calendar: JicooCalendar, desk: KeyCaller, again: bool
) -> None:
    for _ in range(2):
        await desk.call("POST", "/v1/schedules", json=schedule(description="[yotei:key]"))
    await desk.control("POST", "faults", method="POST", path="/schedules", do="reset")

    with pytest.raises(Unreadable, match="several"):
        await calendar.create(TARO, MEETING, "key", again=again)

    assert len(await held(desk)) == 2


async def test_f25_a_create_that_fails_twice_unseen_is_left_unclear(calendar: JicooCalendar, desk: KeyCaller) -> None:
    await desk.control("POST", "faults", method="POST", path="/schedules", times=None, do="reset")

    with pytest.raises(Unreachable):
        await calendar.create(TARO, MEETING, "key")

    posts = [call for call in (await desk.state())["calls"] if call["method"] == "POST"]
    assert len(posts) == 2


@pytest.mark.parametrize("status", [400, 401, 402, 403, 422, 429])
async def test_a_clear_no_is_not_asked_about(calendar: JicooCalendar, desk: KeyCaller, status: int) -> None:
    do = {"status": status, "headers": {"retry-after": "30"}}
    await desk.control("POST", "faults", method="POST", path="/schedules", do=do)

    with pytest.raises(Refused):
        await calendar.create(TARO, MEETING, "key")

    assert [call["method"] for call in (await desk.state())["calls"]] == ["POST"]


async def test_the_mark_of_a_cancelled_or_a_strangers_schedule_is_no_mark(desk: KeyCaller) -> None:
    async with JicooSimulator(ACCOUNT, ways=Ways(keeps_deleted=True)) as sim, client(sim.base_url) as jicoo:
        calendar = JicooCalendar(jicoo, JicooPeople(jicoo))
        gone = await calendar.create(TARO, MEETING, "key")
        await calendar.cancel(gone.ref)
        await calendar.create(JANE, MEETING, "key")

        made = await calendar.create(TARO, MEETING, "key", again=True)

        assert made.ref.id != gone.ref.id
        assert [one.ref for one in await calendar.appointments(TARO, APRIL)] == [made.ref]
        for attempt in (calendar.find, calendar.remains, calendar.cancel):
            with pytest.raises(NotFound):
                await attempt(gone.ref)
