"""An event is made once, and shown as it was made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from handlers import ROUTER
from handlers.commands import CreateAppointment, Remark, Wanted, Wish
from handlers.context import Context
from handlers.offers import Choice
from handlers.replies import Absent, AskWho, CannotDo, Created, TooMany
from providers.contract import Invitee, Span, Talk
from providers.errors import Unreachable
from tests.fakes import FakeCalendar, FakeTurn
from tests.handlers.conftest import ROOM, TOKYO

WHEN = Span(datetime(2026, 11, 21, 15, tzinfo=TOKYO), datetime(2026, 11, 21, 16, tzinfo=TOKYO))
REVIEW = Wish("設計レビュー", WHEN, "Asia/Tokyo")
Make = Callable[..., Context]


def wanting(*names: str) -> CreateAppointment:
    return CreateAppointment(replace(REVIEW, wanted=tuple(Wanted(name) for name in names)), "key")


async def test_the_reply_shows_what_was_made_and_offers_to_take_it_back(context: Make, calendar: FakeCalendar) -> None:
    reply = await ROUTER.dispatch(CreateAppointment(REVIEW, "key"), context())

    assert isinstance(reply, Created)
    assert reply.appointment == calendar.events["yotei-key"]
    assert reply.appointment.when == WHEN
    assert [offer.label for offer in reply.offers] == [Choice.UNDO]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("佐藤", id="family-name"),
        pytest.param("佐藤さん", id="honorific"),
        pytest.param("佐藤 花子", id="whole-name"),
        pytest.param("佐藤　花子様", id="full-width-blank"),
        pytest.param("hanako sato", id="other-script-any-case"),
        pytest.param("hanako@example.com", id="address"),
    ],
)
async def test_somebody_who_is_found_once_is_invited(context: Make, written: str) -> None:
    reply = await ROUTER.dispatch(wanting(written), context())

    assert isinstance(reply, Created)
    assert [one.email for one in reply.appointment.invitees] == ["hanako@example.com"]


async def test_f40_a_name_that_two_people_have_is_asked_about_and_invites_nobody(
    context: Make, calendar: FakeCalendar
) -> None:
    reply = await ROUTER.dispatch(wanting("田中"), context())

    assert isinstance(reply, AskWho)
    assert [person.user_id for person in reply.candidates] == ["u1", "u2"]
    assert calendar.events == {}


async def test_in_a_room_its_members_come_first(context: Make) -> None:
    reply = await ROUTER.dispatch(wanting("田中"), context(talk=Talk("u3", ROOM)))

    assert isinstance(reply, Created)
    assert reply.appointment.invitees == ()  # the one 田中 of the room is the asker, who is there anyway


@pytest.mark.parametrize("written", ["all", "全員", "山田", "@"])
async def test_f40_a_name_that_nobody_has_is_asked_about(context: Make, calendar: FakeCalendar, written: str) -> None:
    reply = await ROUTER.dispatch(wanting(written), context())

    assert isinstance(reply, AskWho)
    assert reply.candidates == ()
    assert calendar.events == {}


async def test_choosing_a_person_makes_the_event_with_that_person(context: Make) -> None:
    question = await ROUTER.dispatch(wanting("田中", "佐藤"), context())
    assert isinstance(question, AskWho)

    reply = await ROUTER.dispatch(question.offers[1].command, context())

    assert isinstance(reply, Created)
    assert [one.email for one in reply.appointment.invitees] == ["misaki@example.com", "hanako@example.com"]


async def test_a_person_written_twice_is_invited_once(context: Make) -> None:
    reply = await ROUTER.dispatch(wanting("佐藤", "hanako@example.com"), context())

    assert isinstance(reply, Created)
    assert reply.appointment.invitees == (Invitee("hanako@example.com", "佐藤 花子"),)


async def test_f25_an_event_whose_creation_timed_out_is_not_made_twice(context: Make, calendar: FakeCalendar) -> None:
    calendar.after = [Unreachable("lineworks", "create event")]
    first = FakeTurn()
    with pytest.raises(Unreachable):
        await ROUTER.dispatch(CreateAppointment(REVIEW, "key"), context(first))

    reply = await ROUTER.dispatch(CreateAppointment(REVIEW, "key"), context(first))

    assert isinstance(reply, Created)
    assert calendar.made == 1


async def test_a_rerun_after_the_event_was_made_only_finds_it(context: Make, calendar: FakeCalendar) -> None:
    turn = FakeTurn()
    once = await ROUTER.dispatch(CreateAppointment(REVIEW, "key"), context(turn))

    twice = await ROUTER.dispatch(CreateAppointment(REVIEW, "key"), context(turn))

    assert once == twice
    assert calendar.made == 1


async def test_f39_a_title_that_is_too_long_is_cut_and_kept_whole_in_the_description(context: Make) -> None:
    title = "長" * 250

    reply = await ROUTER.dispatch(CreateAppointment(replace(REVIEW, title=title), "key"), context())

    assert isinstance(reply, Created)
    assert len(reply.appointment.title) == 200
    assert title in reply.appointment.description
    assert Remark.TITLE_CUT in reply.remarks


async def test_more_people_than_a_calendar_takes_are_refused_before_anything_is_made(
    context: Make, calendar: FakeCalendar
) -> None:
    crowd = [f"guest{number}@example.com" for number in range(501)]

    reply = await ROUTER.dispatch(wanting(*crowd), context())

    assert reply == TooMany(500)
    assert calendar.events == {}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(
            replace(REVIEW, provider="google"), CannotDo(Absent.SYSTEM, "google"), id="a-system-we-do-not-know"
        ),
        pytest.param(
            replace(REVIEW, calendar="経理部"), CannotDo(Absent.CALENDAR, "経理部"), id="a-calendar-nobody-has"
        ),
    ],
)
async def test_an_unknown_calendar_is_refused_in_words(
    context: Make, calendar: FakeCalendar, wish: Wish, expected: CannotDo
) -> None:
    reply = await ROUTER.dispatch(CreateAppointment(wish, "key"), context())

    assert reply == expected
    assert calendar.events == {}


async def test_a_named_calendar_is_used(context: Make, calendar: FakeCalendar) -> None:
    await ROUTER.dispatch(CreateAppointment(replace(REVIEW, calendar="営業部"), "key"), context())

    assert calendar.events["yotei-key"].ref.calendar == "c_sales"


async def test_the_reading_that_was_not_taken_is_a_button(context: Make) -> None:
    morning = Span(WHEN.start - timedelta(hours=12), WHEN.end - timedelta(hours=12))

    reply = await ROUTER.dispatch(CreateAppointment(replace(REVIEW, other=morning), "key"), context())

    assert isinstance(reply, Created)
    moved = await ROUTER.dispatch(reply.offers[1].command, context())
    assert moved.appointment.when == morning  # type: ignore[union-attr]  # a Moved; the assertion above it is the point
