"""What is on somebody's calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.commands import ListAppointments
from handlers.context import Context
from handlers.naming import calendar_name
from handlers.replies import Agenda, Line, Reply
from handlers.rights import title_for
from handlers.router import Router
from providers.contract import Appointment, Talk, as_span

router = Router()


@router.on(ListAppointments)
async def list_appointments(command: ListAppointments, ctx: Context) -> Reply:
    """The asker's own default calendar; in a room private titles are left out."""
    zone = ZoneInfo(command.zone)
    calendar = ctx.ports.calendars["lineworks"]
    found = await calendar.appointments(ctx.asker.user_id, command.days.span(zone))

    def begins(appointment: Appointment) -> datetime:
        return as_span(appointment.when, zone).start

    lines = tuple(_line(one, ctx.talk) for one in sorted(found, key=begins))
    return Agenda(command.days, command.zone, await calendar_name(calendar, ctx.asker.user_id, None), lines)


def _line(appointment: Appointment, talk: Talk) -> Line:
    if title_for(talk, appointment) != appointment.title:
        return Line("", appointment.when)
    return Line(appointment.title, appointment.when, appointment.location, appointment.meeting)
