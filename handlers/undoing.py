"""What was done is taken back."""

from zoneinfo import ZoneInfo

from handlers.commands import LeaveIt, MoveBack, RestoreAppointment, WithdrawAppointment
from handlers.context import Context
from handlers.naming import calendar_name
from handlers.removing import take_away
from handlers.replies import AlreadyGone, ChangedMeanwhile, Left, MovedBack, Reply, Restored, Withdrawn
from handlers.rights import shown
from handlers.router import Router
from providers.contract import Appointment, as_span
from providers.errors import NotFound

router = Router()


@router.on(WithdrawAppointment)
async def withdraw_appointment(command: WithdrawAppointment, ctx: Context) -> Reply:
    """Delete what was made."""
    calendar = ctx.ports.calendars[command.ref.provider]
    if not await take_away(calendar, command.ref, ctx.journal, "withdraw"):
        return AlreadyGone()
    return Withdrawn(command.title, command.when, command.zone)


@router.on(RestoreAppointment)
async def restore_appointment(command: RestoreAppointment, ctx: Context) -> Reply:
    """Make again what was cancelled."""
    calendar = ctx.ports.calendars[command.remains.ref.provider]
    restored = await ctx.journal.once(
        "restore",
        Appointment,
        lambda again: calendar.restore(command.remains, f"yotei-{command.key}", again=again or command.again),
    )
    name = await calendar_name(calendar, restored.ref.owner, restored.ref.calendar)
    return Restored(shown(ctx.talk, restored), name, anew=restored.ref.id != command.remains.ref.id)


@router.on(MoveBack)
async def move_back(command: MoveBack, ctx: Context) -> Reply:
    """Back to the former time, unless somebody has moved the event since; what else they changed stays."""
    calendar = ctx.ports.calendars[command.ref.provider]

    async def move(again: bool) -> Appointment | None:
        found = await calendar.find(command.ref)
        zone = ZoneInfo(command.zone)
        if again and as_span(found.when, zone) == as_span(command.when, zone):
            return found
        if as_span(found.when, zone) != as_span(command.left_at, zone):
            return None
        return await calendar.move(command.ref, command.when, command.zone)

    try:
        moved = await ctx.journal.once("move back", Appointment | None, move)
    except NotFound:
        return AlreadyGone()
    if moved is None:
        return ChangedMeanwhile("")
    return MovedBack(shown(ctx.talk, moved), await calendar_name(calendar, command.ref.owner, command.ref.calendar))


@router.on(LeaveIt)
async def leave_it(_command: LeaveIt, _ctx: Context) -> Reply:
    """Nothing happens."""
    return Left()
