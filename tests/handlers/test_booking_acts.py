"""A booking is cancelled or moved from the chat: asked about first, by hosts and admins only, once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import ROUTER
from handlers.announcements import BookingCancelled, BookingMoved
from handlers.commands import CancelBooking, CancelMatching, MoveBooking, NewTime, Target
from handlers.context import Context, Journal
from handlers.mirroring import key_of
from handlers.replies import (
    Allowed,
    AlreadyGone,
    AskMoveBooking,
    AskSure,
    Left,
    Loss,
    NotForYou,
    SlotTaken,
)
from providers.bookings import BookingStatus, Host
from providers.contract import Draft, Person, Span, Talk
from providers.errors import Refused, Unreachable
from tests.fakes import FakeBookings, FakeCalendar, FakeChat, FakeDirectory, FakeTurn, ports
from tests.handlers.conftest import HANAKO, NOW, TARO
from tests.handlers.test_bookings import BOOKED

LATER = Span(BOOKED.span.start + timedelta(hours=2), BOOKED.span.end + timedelta(hours=2))


class Desk:
    """Taro is the host of one booking."""

    def __init__(self) -> None:
        self.bookings = FakeBookings([Host("j-taro", "田中 太郎", TARO.email)])
        self.bookings.held["BK1"] = BOOKED
        self.jicoo = FakeCalendar(None, "jicoo")
        self.jicoo.accounts = {TARO.user_id: "j-taro", HANAKO.user_id: "j-hanako"}
        self.lineworks = FakeCalendar()
        self.ports = ports(
            self.lineworks,
            FakeChat(),
            FakeDirectory([TARO, HANAKO]),
            bookings=self.bookings,
            others=[self.jicoo],
        )

    def context(self, asker: Person = TARO, turn: FakeTurn | None = None, admin: bool = False) -> Context:
        admins = frozenset({asker.user_id}) if admin else frozenset()
        return Context(asker, Talk(asker.user_id), NOW, self.ports, Journal(turn or FakeTurn()), admins)


async def test_a_cancel_is_asked_about_because_the_guest_is_told_and_happens_once_agreed() -> None:
    desk = Desk()

    asked = await ROUTER.dispatch(CancelBooking("BK1", "k"), desk.context())
    assert isinstance(asked, AskSure)
    agreed = await ROUTER.dispatch(asked.offers[0].command, desk.context())
    again = await ROUTER.dispatch(asked.offers[0].command, desk.context())

    assert asked.losses == (Loss.BOOKING,)
    assert agreed == BookingCancelled(BOOKED.title, BOOKED.span, TARO.zone)
    assert again == AlreadyGone()
    assert desk.bookings.changes == 1


async def test_f19_a_cancel_that_was_cut_off_is_still_ours_on_the_re_run() -> None:
    desk = Desk()
    desk.bookings.after = [Unreachable("jicoo", "cancel", "cut")]
    turn = FakeTurn()
    command = CancelBooking("BK1", "k", agreed=True)

    with pytest.raises(Unreachable):
        await ROUTER.dispatch(command, desk.context(turn=turn))
    reply = await ROUTER.dispatch(command, desk.context(turn=turn))

    assert isinstance(reply, BookingCancelled)
    assert desk.bookings.changes == 1


async def test_who_is_neither_host_nor_admin_is_refused_before_and_after_agreeing() -> None:
    desk = Desk()

    for command in (CancelBooking("BK1", "k"), CancelBooking("BK1", "k", agreed=True)):
        assert await ROUTER.dispatch(command, desk.context(HANAKO)) == NotForYou(Allowed.HOSTS)
    assert isinstance(await ROUTER.dispatch(CancelBooking("BK1", "k"), desk.context(HANAKO, admin=True)), AskSure)
    assert desk.bookings.changes == 0


async def test_a_move_keeps_the_length_and_can_be_moved_back() -> None:
    desk = Desk()
    change = NewTime(to=Span(LATER.start, LATER.start + timedelta(hours=5)))

    asked = await ROUTER.dispatch(MoveBooking("BK1", change, TARO.zone, "k"), desk.context())
    assert isinstance(asked, AskMoveBooking)
    moved = await ROUTER.dispatch(asked.offers[0].command, desk.context())
    assert isinstance(moved, BookingMoved)
    back = await ROUTER.dispatch(moved.offers[0].command, desk.context())

    assert (asked.before, asked.when) == (BOOKED.span, LATER)
    assert moved.when == LATER
    assert isinstance(back, AskMoveBooking)
    assert back.when == BOOKED.span


async def test_f42_two_who_agree_to_the_same_move_have_the_guest_told_once() -> None:
    desk = Desk()
    agreed = MoveBooking("BK1", NewTime(to=LATER), TARO.zone, "k", agreed=True)

    replies = [await ROUTER.dispatch(agreed, desk.context(asker, admin=True)) for asker in (TARO, HANAKO)]

    assert all(isinstance(reply, BookingMoved) and reply.when == LATER for reply in replies)
    assert desk.bookings.changes == 1


async def test_a_move_to_where_it_is_changes_nothing() -> None:
    desk = Desk()

    assert await ROUTER.dispatch(MoveBooking("BK1", NewTime(to=BOOKED.span), TARO.zone, "k"), desk.context()) == Left()


async def test_a_slot_that_is_taken_is_said_so() -> None:
    desk = Desk()
    desk.bookings.after = [Refused("jicoo", "reschedule", 422)]

    reply = await ROUTER.dispatch(MoveBooking("BK1", NewTime(to=LATER), TARO.zone, "k", agreed=True), desk.context())

    assert reply == SlotTaken(LATER, TARO.zone)


async def test_cancelling_what_shows_a_booking_cancels_the_booking(
    context: Callable[..., Context],
) -> None:
    desk = Desk()
    await desk.lineworks.create(TARO.user_id, Draft("初回相談 (山田様)", BOOKED.span, TARO.zone), key_of("BK1"))

    reply = await ROUTER.dispatch(CancelMatching(Target("初回相談", None), TARO.zone, "k"), desk.context())

    assert isinstance(reply, AskSure)
    assert reply.losses == (Loss.BOOKING,)
    assert len(desk.lineworks.events) == 1


async def test_a_cancelled_booking_is_gone() -> None:
    desk = Desk()
    desk.bookings.held["BK1"] = replace(BOOKED, status=BookingStatus.CANCELLED)

    assert await ROUTER.dispatch(CancelBooking("BK1", "k"), desk.context()) == AlreadyGone()
    assert await ROUTER.dispatch(CancelBooking("no-such", "k"), desk.context()) == AlreadyGone()
