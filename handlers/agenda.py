"""What is on somebody's calendars."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.commands import ListAppointments
from handlers.context import Context
from handlers.naming import calendar_name
from handlers.reading import read_all
from handlers.replies import Absent, Agenda, CannotDo, Line, NotLinked, Reply
from handlers.rights import title_for
from handlers.router import Router
from handlers.searching import is_called
from providers.contract import Appointment, as_span

router = Router()


@router.on(ListAppointments)
async def list_appointments(command: ListAppointments, ctx: Context) -> Reply:
    """All systems together, unless one was named; in a room private titles are left out, and found by nobody."""
    usual = next(iter(ctx.ports.calendars))
    where = command.provider or usual
    if where not in ctx.ports.calendars:
        return CannotDo(Absent.SYSTEM, where)
    if command.provider is not None and await ctx.account(command.provider) is None:
        return NotLinked(command.provider)
    zone = ZoneInfo(command.zone)
    read = await read_all(ctx, command.days.span(zone), command.provider)

    def begins(appointment: Appointment) -> datetime:
        return as_span(appointment.when, zone).start

    found = sorted(read.appointments, key=begins)
    if command.upcoming:
        found = [one for one in found if as_span(one.when, zone).end > ctx.now]
    named = [one for one in found if is_called(command.title, title_for(ctx.talk, one))] if command.title else []
    title = command.title if named or command.upcoming else ""
    lines = tuple(_line(one, ctx, where) for one in (named if title else found))
    name = await calendar_name(ctx.ports.calendars[where], ctx.asker.user_id, None)
    return Agenda(command.days, command.zone, name, lines, read.unread, title)


def _line(appointment: Appointment, ctx: Context, usual: str) -> Line:
    origin = "" if appointment.ref.provider == usual else appointment.ref.provider
    if title_for(ctx.talk, appointment) != appointment.title:
        return Line("", appointment.when, origin=origin)
    return Line(appointment.title, appointment.when, appointment.location, appointment.meeting, origin)
