"""A guest's booking is cancelled or moved from the chat. The guest is told, so it is always asked about before."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from handlers.announcements import BookingCancelled, BookingMoved
from handlers.commands import CancelBooking, LeaveIt, MoveBooking, NewTime
from handlers.context import Context
from handlers.offers import Choice, Offer
from handlers.replies import (
    Absent,
    Allowed,
    AlreadyGone,
    AskMoveBooking,
    AskSure,
    CannotDo,
    Left,
    Loss,
    NotForYou,
    Reply,
    SlotTaken,
)
from handlers.retiming import retimed
from handlers.rights import hosts
from handlers.router import Router
from providers.bookings import Booking, Bookings, BookingStatus
from providers.contract import as_span
from providers.errors import NotFound, Refused

router = Router()

_UNPROCESSABLE = 422


@router.on(CancelBooking)
async def cancel_booking(command: CancelBooking, ctx: Context) -> Reply:
    """Ask, then cancel; what shows the booking follows in the booking's own lane."""
    found = await _standing(command.uid, ctx)
    if not isinstance(found, tuple):
        return found
    bookings, booking = found
    zone = ctx.asker.zone
    if not command.agreed:
        offers = (Offer(Choice.YES_CANCEL, replace(command, agreed=True)), Offer(Choice.NO, LeaveIt()))
        return AskSure(booking.title, booking.span, zone, (Loss.BOOKING,), offers)
    ctx.journal.note("booking", Booking, booking)
    await ctx.journal.once("cancel booking", Booking, lambda _again: bookings.cancel(command.uid))
    return BookingCancelled(booking.title, booking.span, zone)


@router.on(MoveBooking)
async def move_booking(command: MoveBooking, ctx: Context) -> Reply:
    """Ask, then move; its length stays, whatever was said."""
    found = await _standing(command.uid, ctx)
    if not isinstance(found, tuple):
        return found
    bookings, booking = found
    zone = ctx.asker.zone
    when = as_span(
        retimed(booking.span, replace(command.change, has_end=False, length=None), command.zone), ZoneInfo(zone)
    )
    if not command.agreed and when == booking.span:
        return Left()
    if not command.agreed:
        settled = replace(command, change=NewTime(to=when), agreed=True)
        offers = (Offer(Choice.YES_MOVE, settled), Offer(Choice.NO, LeaveIt()))
        return AskMoveBooking(booking.title, booking.span, when, zone, offers)
    ctx.journal.note("booking", Booking, booking)

    async def reschedule(again: bool) -> Booking:
        now = await bookings.booking(command.uid) if again else booking
        if now.span.start == when.start:
            return now  # an earlier run has moved it, or whoever agreed before: the guest is not told again
        return await bookings.reschedule(command.uid, when.start, command.zone)

    try:
        moved = await ctx.journal.once("move booking", Booking, reschedule)
    except Refused as refused:
        if refused.status != _UNPROCESSABLE:
            raise
        return SlotTaken(when, zone)
    back = MoveBooking(command.uid, NewTime(to=booking.span), zone, f"{command.key}u")
    return BookingMoved(booking.title, moved.span, booking.span, zone, (Offer(Choice.UNDO, back),))


async def _standing(uid: str, ctx: Context) -> tuple[Bookings, Booking] | Reply:
    """The booking, if it stands and is the asker's to change; as it was before we began, on a re-run."""
    bookings = ctx.ports.bookings
    if bookings is None:
        return CannotDo(Absent.BOOKINGS)
    before: Booking | None = ctx.journal.recall("booking", Booking)
    if before is not None:
        return bookings, before
    try:
        booking = await bookings.booking(uid)
    except NotFound:
        return AlreadyGone()
    if not await hosts(ctx, booking, bookings.provider):
        return NotForYou(Allowed.HOSTS)
    return AlreadyGone() if booking.status is BookingStatus.CANCELLED else (bookings, booking)
