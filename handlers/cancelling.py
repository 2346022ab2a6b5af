"""An event is cancelled: found, asked about where something would be lost, and taken away."""

from dataclasses import replace

from handlers.booking_acts import cancel_booking
from handlers.commands import CancelAppointment, CancelBooking, CancelMatching, LeaveIt, RestoreAppointment
from handlers.context import Context
from handlers.linking import no_account
from handlers.mirroring import uid_of
from handlers.naming import calendar_name
from handlers.offers import Choice, Offer, PickAppointment
from handlers.removing import take_away
from handlers.replies import AlreadyGone, AskScope, AskSure, AskWhich, Cancelled, Loss, NotThere, Reply
from handlers.rights import not_yours, organises, title_for
from handlers.router import Router
from handlers.searching import MOST_CHOICES, matching
from providers.contract import Appointment, AppointmentRef, Calendar, Remains
from providers.errors import NotFound

router = Router()


@router.on(CancelMatching)
async def cancel_matching(command: CancelMatching, ctx: Context) -> Reply:
    """Cancel what fits the description; with several, let the asker choose."""
    chosen: AppointmentRef | None = ctx.journal.recall("chosen", AppointmentRef)
    if chosen is None:
        if command.provider is not None and (refusal := await no_account(command.provider, ctx)):
            return refusal
        found = await matching(command.target, ctx, command.zone, command.provider)
        if not found.events:
            return NotThere(command.target.title, command.target.when, command.zone, found.unread)
        if len(found.events) > 1 or not found.sure:
            return _which(found.events, command, ctx)
        if found.events[0].booking and ctx.ports.bookings:
            return await cancel_booking(CancelBooking(found.events[0].booking, command.key), ctx)
        chosen = found.events[0].ref
        ctx.journal.note("chosen", AppointmentRef, chosen)
    return await cancel_appointment(CancelAppointment(chosen, command.key), ctx)


@router.on(CancelAppointment)
async def cancel_appointment(command: CancelAppointment, ctx: Context) -> Reply:
    """Cancelling twice is not an error: the second time there is nothing left to cancel."""
    calendar = ctx.ports.calendars[command.ref.provider]
    found: Appointment | None = ctx.journal.recall("found", Appointment)
    if found is None:
        try:
            found = await calendar.find(command.ref)
        except NotFound:
            return AlreadyGone()
        uid = found.booking or uid_of(found.ref.id)
        if uid and ctx.ports.bookings:  # what shows a booking goes when the booking does
            return await cancel_booking(CancelBooking(uid, command.key), ctx)
        question = await _objection(found, command, ctx)
        if question is not None:
            return question
        ctx.journal.note("found", Appointment, found)
    remains = await _remains_of(calendar, command.ref, ctx)
    if remains is None:
        return AlreadyGone()
    undo = RestoreAppointment(remains, f"{command.key}u")
    name = await calendar_name(calendar, command.ref.owner, command.ref.calendar)
    return Cancelled(title_for(ctx.talk, found), found.when, found.zone, name, (Offer(Choice.UNDO, undo),))


async def _remains_of(calendar: Calendar, ref: AppointmentRef, ctx: Context) -> Remains | None:
    """What is left of the event, which is gone now; None when somebody else had taken it away before."""
    remains: Remains | None = ctx.journal.recall("remains", Remains)
    if remains is None:
        try:
            remains = await calendar.remains(ref)
        except NotFound:
            return None
        ctx.journal.note("remains", Remains, remains)
    return remains if await take_away(calendar, ref, ctx.journal, "cancel") else None


async def _objection(found: Appointment, command: CancelAppointment, ctx: Context) -> Reply | None:
    """Why the event is not to be cancelled just like that."""
    if not await organises(ctx, found):
        return not_yours(ctx.talk, found)
    if command.agreed:
        return None
    leave = Offer(Choice.NO, LeaveIt())
    lost = {Loss(word) for word in found.precious} | _guests(found, ctx)
    if found.series and command.ref.occurrence is not None:
        this_one = CancelAppointment(command.ref, command.key, agreed=True)
        whole = CancelAppointment(replace(command.ref, occurrence=None), command.key, agreed=not lost)
        offers = (Offer(Choice.THIS_ONE, this_one), Offer(Choice.WHOLE_SERIES, whole), leave)
        return AskScope(title_for(ctx.talk, found), found.when, found.zone, offers)
    losses = lost | ({Loss.SERIES} if found.series else set())
    if not losses:
        return None
    sure = Offer(Choice.YES_CANCEL, replace(command, agreed=True))
    return AskSure(title_for(ctx.talk, found), found.when, found.zone, tuple(sorted(losses)), (sure, leave))


def _guests(found: Appointment, ctx: Context) -> set[Loss]:
    """People of other domains would be told a second time by an undo."""
    home = ctx.asker.email.rpartition("@")[2].casefold()
    away = any(one.email and one.email.rpartition("@")[2].casefold() != home for one in found.invitees)
    return {Loss.GUESTS} if away else set()


def _which(found: list[Appointment], command: CancelMatching, ctx: Context) -> AskWhich:
    offers = [
        Offer(PickAppointment(title_for(ctx.talk, one), one.when, one.zone), _cancel(one, command.key))
        for one in found[:MOST_CHOICES]
    ]
    return AskWhich("cancel", len(found), (*offers, Offer(Choice.NO, LeaveIt())))


def _cancel(found: Appointment, key: str) -> CancelAppointment | CancelBooking:
    return CancelBooking(found.booking, key) if found.booking else CancelAppointment(found.ref, key)
