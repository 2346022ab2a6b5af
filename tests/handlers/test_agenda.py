"""When something is: only what is called so, wherever in the coming weeks it is."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from handlers import ROUTER
from handlers.commands import ListAppointments
from handlers.context import Context
from handlers.replies import Agenda
from providers.contract import Days, Draft, Span, Talk
from tests.fakes import FakeCalendar
from tests.handlers.conftest import NOW, ROOM, TARO, TOKYO

Make = Callable[..., Context]
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
WEEKS = Days(TODAY, TODAY + timedelta(days=60))


def at(day: int, hour: int) -> Span:
    start = datetime(2026, 11, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=1))


async def titles(context: Context, days: Days, title: str, *, upcoming: bool = False) -> tuple[list[str], str]:
    """What is listed, and what the list is said to be of."""
    agenda = await ROUTER.dispatch(ListAppointments(days, TARO.zone, title=title, upcoming=upcoming), context)
    assert isinstance(agenda, Agenda)
    return [line.title for line in agenda.lines], agenda.title


@pytest.fixture
async def filled(calendar: FakeCalendar) -> FakeCalendar:
    events = [("歯医者", at(20, 8)), ("定例", at(21, 10)), ("歯医者", at(27, 15)), ("設計レビュー", at(27, 16))]
    for number, (title, when) in enumerate(events):
        await calendar.create(TARO.user_id, Draft(title, when, TARO.zone), f"k{number}")
    return calendar


@pytest.mark.usefixtures("filled")
async def test_when_it_is_asked_the_coming_ones_of_that_title_are_shown(context: Make) -> None:
    agenda = await ROUTER.dispatch(ListAppointments(WEEKS, TARO.zone, title="歯医者", upcoming=True), context())

    assert isinstance(agenda, Agenda)
    assert [(line.title, line.when) for line in agenda.lines] == [("歯医者", at(27, 15))]  # today's is over at 9:30
    assert at(27, 15).start > NOW


@pytest.mark.usefixtures("filled")
async def test_a_part_of_the_title_is_enough(context: Make) -> None:
    assert await titles(context(), WEEKS, "レビュー", upcoming=True) == (["設計レビュー"], "レビュー")


async def test_a_list_hides_nothing_that_may_be_meant(context: Make, calendar: FakeCalendar) -> None:
    for number, title in enumerate(("田中面談", "面談", "定例")):
        await calendar.create(TARO.user_id, Draft(title, at(21 + number, 10), TARO.zone), f"k{number}")

    assert await titles(context(), WEEKS, "面談", upcoming=True) == (["田中面談", "面談"], "面談")


@pytest.mark.usefixtures("filled")
async def test_where_nothing_is_called_so_nothing_else_is_shown_for_it(context: Make) -> None:
    assert await titles(context(), WEEKS, "面接", upcoming=True) == ([], "面接")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("title", "listed", "named"),
    [
        pytest.param("歯医者", ["歯医者"], "歯医者", id="one-of-them"),
        pytest.param("会議", ["歯医者", "設計レビュー"], "", id="any-event"),
        pytest.param("面接", ["歯医者", "設計レビュー"], "", id="none-of-them-so-all"),
    ],
)
async def test_on_a_day_that_was_said_a_title_picks_where_it_can(
    context: Make, title: str, listed: list[str], named: str
) -> None:
    friday = Days(date(2026, 11, 27), date(2026, 11, 27))

    assert await titles(context(), friday, title) == (listed, named)


async def test_f46_in_a_room_nobody_finds_a_private_event_by_its_title(context: Make, calendar: FakeCalendar) -> None:
    await calendar.create(TARO.user_id, Draft("歯医者", at(27, 15), TARO.zone, private=True), "k")
    room = context(talk=Talk(TARO.user_id, ROOM))

    assert await titles(room, WEEKS, "歯医者", upcoming=True) == ([], "歯医者")
