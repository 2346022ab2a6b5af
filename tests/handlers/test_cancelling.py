"""Cancelling, asking first where something would be lost, and taking it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from handlers import ROUTER
from handlers.commands import CancelAppointment, CancelMatching, ListAppointments, Target
from handlers.context import Context
from handlers.offers import Choice, PickAppointment
from handlers.replies import Agenda, AlreadyGone, AskScope, AskSure, AskWhich, Cancelled, NotThere, NotYours, Restored
from providers.contract import Appointment, AppointmentRef, Days, Invitee, Span, Talk, When
from providers.errors import Unreachable
from tests.fakes import FakeCalendar, FakeTurn
from tests.handlers.conftest import ROOM, TOKYO

Make = Callable[..., Context]
TOMORROW = date(2026, 11, 21)


def at(hour: int, day: date = TOMORROW, minutes: int = 60) -> Span:
    start = datetime(day.year, day.month, day.day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(minutes=minutes))


@pytest.fixture
def keep(calendar: FakeCalendar) -> Callable[..., Appointment]:
    def put(title: str, when: When, **more: object) -> Appointment:
        ref = AppointmentRef("lineworks", "u1", f"e{len(calendar.events)}")
        kept = Appointment(ref, title, when, "Asia/Tokyo", organizer="taro@example.com")
        calendar.events[ref.id] = replace(kept, **more)  # type: ignore[arg-type]  # fields by name
        return calendar.events[ref.id]

    return put


def cancel(title: str = "", when: When | None = None) -> CancelMatching:
    return CancelMatching(Target(title, when), "Asia/Tokyo", "key")


def in_the_afternoon(title: str) -> CancelMatching:
    return CancelMatching(Target(title, Days(TOMORROW, TOMORROW), part=at(12, minutes=360)), "Asia/Tokyo", "key")


@pytest.mark.parametrize(
    ("title", "when"),
    [
        pytest.param("設計", None, id="a-part-of-the-title"),
        pytest.param("設計 レビュー", Days(TOMORROW, TOMORROW), id="title-and-day"),
        pytest.param("", at(15, minutes=30), id="only-the-time"),
        pytest.param("会議", at(15, minutes=30), id="any-event-at-that-time"),
        pytest.param("設計レビューの件", Days(TOMORROW, TOMORROW), id="more-than-the-title"),
        pytest.param("設計ﾚﾋﾞｭｰ", None, id="width"),
    ],
)
async def test_the_event_that_fits_is_cancelled(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar, title: str, when: When | None
) -> None:
    keep("設計レビュー", at(15))
    keep("定例", at(10))

    reply = await ROUTER.dispatch(cancel(title, when), context())

    assert isinstance(reply, Cancelled)
    assert [one.title for one in calendar.events.values()] == ["定例"]


async def test_an_exact_title_wins_over_longer_ones(context: Make, keep: Callable[..., Appointment]) -> None:
    keep("定例", at(10))
    keep("定例 準備", at(9))

    reply = await ROUTER.dispatch(cancel("定例"), context())

    assert isinstance(reply, Cancelled)
    assert reply.title == "定例"


async def test_of_a_day_s_events_the_one_in_the_part_of_the_day_that_was_said_is_cancelled(
    context: Make, keep: Callable[..., Appointment]
) -> None:
    keep("会議", at(10))
    keep("設計会議", at(15))

    reply = await ROUTER.dispatch(in_the_afternoon("会議"), context())

    assert isinstance(reply, Cancelled)
    assert reply.title == "設計会議"


async def test_what_is_in_another_part_of_the_day_is_asked_about(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("会議", at(10))

    reply = await ROUTER.dispatch(in_the_afternoon("会議"), context())

    assert isinstance(reply, AskWhich)
    assert len(calendar.events) == 1


async def test_several_that_fit_become_buttons_and_nothing_is_cancelled(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("定例", at(10))
    keep("定例", at(10, TOMORROW + timedelta(days=7)))

    reply = await ROUTER.dispatch(cancel("定例"), context())

    assert isinstance(reply, AskWhich)
    assert reply.count == 2
    assert [type(offer.label) for offer in reply.offers] == [PickAppointment, PickAppointment, Choice]
    assert len(calendar.events) == 2


async def test_what_is_not_there_is_said(context: Make) -> None:
    reply = await ROUTER.dispatch(cancel("棚卸"), context())

    assert reply == NotThere("棚卸", None, "Asia/Tokyo")


async def test_cancelling_twice_is_answered_kindly(context: Make, keep: Callable[..., Appointment]) -> None:
    kept = keep("定例", at(10))
    await ROUTER.dispatch(CancelAppointment(kept.ref, "key"), context())

    reply = await ROUTER.dispatch(CancelAppointment(kept.ref, "other"), context())

    assert reply == AlreadyGone()


async def test_f19_a_cancel_whose_answer_was_lost_is_still_told_as_cancelled(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("定例", at(10))
    calendar.after = [Unreachable("lineworks", "delete event")]
    turn = FakeTurn()
    with pytest.raises(Unreachable):
        await ROUTER.dispatch(cancel("定例"), context(turn))

    reply = await ROUTER.dispatch(cancel("定例"), context(turn))

    assert isinstance(reply, Cancelled)
    assert reply.title == "定例"


async def test_somebody_elses_event_is_not_cancelled(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("役員会", at(10), organizer="boss@example.com")

    reply = await ROUTER.dispatch(cancel("役員会"), context())

    assert reply == NotYours("役員会", "boss@example.com")
    assert len(calendar.events) == 1


@pytest.mark.parametrize(
    ("more", "losses"),
    [
        pytest.param({"precious": frozenset({"answers"})}, ("answers",), id="answers"),
        pytest.param(
            {"precious": frozenset({"meeting", "attachments"})}, ("attachments", "meeting"), id="link-and-files"
        ),
        pytest.param({"invitees": (Invitee("guest@elsewhere.example"),)}, ("guests",), id="guests-of-another-company"),
        pytest.param({"series": True}, ("series",), id="a-whole-series"),
    ],
)
async def test_what_could_not_be_brought_back_is_asked_about_first(
    context: Make,
    keep: Callable[..., Appointment],
    calendar: FakeCalendar,
    more: dict[str, object],
    losses: tuple[str, ...],
) -> None:
    keep("定例", at(10), **more)

    reply = await ROUTER.dispatch(cancel("定例"), context())

    assert isinstance(reply, AskSure)
    assert reply.losses == losses
    assert len(calendar.events) == 1
    assert isinstance(await ROUTER.dispatch(reply.offers[0].command, context()), Cancelled)


async def test_one_of_a_series_is_asked_about(context: Make, keep: Callable[..., Appointment]) -> None:
    kept = keep("定例", at(10), series=True)
    occurrence = replace(kept.ref, occurrence="TZID=Asia/Tokyo:20261121T100000")

    reply = await ROUTER.dispatch(CancelAppointment(occurrence, "key"), context())

    assert isinstance(reply, AskScope)
    assert [offer.label for offer in reply.offers] == [Choice.THIS_ONE, Choice.WHOLE_SERIES, Choice.NO]


async def test_a_cancel_can_be_taken_back(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("定例", at(10))
    reply = await ROUTER.dispatch(cancel("定例"), context())
    assert isinstance(reply, Cancelled)

    undone = await ROUTER.dispatch(reply.offers[0].command, context())

    assert isinstance(undone, Restored)
    assert [(one.title, one.when) for one in calendar.events.values()] == [("定例", at(10))]


async def test_f46_private_titles_stay_out_of_rooms(context: Make, keep: Callable[..., Appointment]) -> None:
    keep("面談", at(9), private=True)
    keep("面談", at(11), private=True)
    room = context(talk=Talk("u1", ROOM))

    agenda = await ROUTER.dispatch(ListAppointments(Days(TOMORROW, TOMORROW), "Asia/Tokyo"), room)
    question = await ROUTER.dispatch(cancel("面談"), room)

    assert isinstance(agenda, Agenda)
    assert [line.title for line in agenda.lines] == ["", ""]
    assert "面談" not in repr([offer.label for offer in question.offers])  # type: ignore[union-attr]  # an AskWhich


async def test_a_time_without_a_day_that_today_does_not_have_is_looked_for_later_and_asked_about(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("商談", at(15, TOMORROW + timedelta(days=2)))
    keep("商談", at(16, TOMORROW + timedelta(days=2)))
    today = Span(at(15, TOMORROW - timedelta(days=1)).start, at(15, TOMORROW - timedelta(days=1)).end)

    reply = await ROUTER.dispatch(CancelMatching(Target("会議", today, day_said=False), "Asia/Tokyo", "key"), context())

    assert isinstance(reply, AskWhich)
    assert reply.count == 1
    assert len(calendar.events) == 2


async def test_an_event_of_a_shared_calendar_may_be_cancelled_by_who_put_it_there(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    kept = keep("商談", at(15), organizer="c_sales@example.com")
    shared = replace(kept, ref=replace(kept.ref, calendar="c_sales"))
    calendar.events[kept.ref.id] = shared

    reply = await ROUTER.dispatch(CancelAppointment(shared.ref, "key"), context())

    assert isinstance(reply, Cancelled)


async def test_a_word_that_fits_everything_cancels_nothing_unasked(
    context: Make, keep: Callable[..., Appointment], calendar: FakeCalendar
) -> None:
    keep("設計レビュー", at(15))

    reply = await ROUTER.dispatch(cancel("会議"), context())

    assert isinstance(reply, AskWhich)
    assert len(calendar.events) == 1
