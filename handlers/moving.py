"""An event is moved to another time."""

from handlers.booking_acts import move_booking
from handlers.commands import LeaveIt, MoveAppointment, MoveBack, MoveBooking, MoveMatching
from handlers.context import Context
from handlers.linking import no_account
from handlers.mirroring import uid_of
from handlers.naming import calendar_name
from handlers.offers import Choice, Offer, PickAppointment
from handlers.replies import AlreadyGone, AskWhich, Moved, NotThere, Reply
from handlers.retiming import retimed
from handlers.rights import not_yours, organises, shown, title_for
from handlers.router import Router
from handlers.searching import MOST_CHOICES, matching
from providers.contract import Appointment
from providers.errors import NotFound

router = Router()


@router.on(MoveMatching)
async def move_matching(command: MoveMatching, ctx: Context) -> Reply:
    """Move what fits the description; with several, let the asker choose."""
    chosen: MoveAppointment | None = ctx.journal.recall("chosen", MoveAppointment)
    if chosen is None:
        if command.provider is not None and (refusal := await no_account(command.provider, ctx)):
            return refusal
        found = await matching(command.target, ctx, command.zone, command.provider)
        if not found.events:
            return NotThere(command.target.title, command.target.when, command.zone, found.unread)
        moves = [_move(one, command) for one in found.events]
        if len(moves) > 1 or not found.sure:
            offers = [
                Offer(PickAppointment(title_for(ctx.talk, one), one.when, one.zone), move)
                for one, move in zip(found.events[:MOST_CHOICES], moves, strict=False)
            ]
            return AskWhich("move", len(moves), (*offers, Offer(Choice.NO, LeaveIt())))
        if isinstance(moves[0], MoveBooking):
            return await move_booking(moves[0], ctx)
        chosen = moves[0]
        ctx.journal.note("chosen", MoveAppointment, chosen)
    return await move_appointment(chosen, ctx)


@router.on(MoveAppointment)
async def move_appointment(command: MoveAppointment, ctx: Context) -> Reply:
    """Everything but the time stays."""
    calendar = ctx.ports.calendars[command.ref.provider]
    before: Appointment | None = ctx.journal.recall("before", Appointment)
    try:
        if before is None:
            before = await calendar.find(command.ref)
            uid = before.booking or uid_of(before.ref.id)
            if uid and ctx.ports.bookings:
                return await move_booking(MoveBooking(uid, command.change, command.zone, command.key), ctx)
            if not await organises(ctx, before):
                return not_yours(ctx.talk, before)
            ctx.journal.note("before", Appointment, before)
        when = retimed(before.when, command.change, command.zone)
        moved = await ctx.journal.once(
            "move", Appointment, lambda _again: calendar.move(command.ref, when, command.zone)
        )
    except NotFound:
        return AlreadyGone()
    undo = MoveBack(moved.ref, before.when, before.zone, moved.when)
    name = await calendar_name(calendar, command.ref.owner, command.ref.calendar)
    return Moved(shown(ctx.talk, moved), before.when, name, (Offer(Choice.UNDO, undo),))


def _move(found: Appointment, command: MoveMatching) -> MoveAppointment | MoveBooking:
    if found.booking:
        return MoveBooking(found.booking, command.change, command.zone, command.key)
    return MoveAppointment(found.ref, command.change, command.zone, command.key)
