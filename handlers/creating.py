"""An event is made."""

from dataclasses import replace

from handlers.commands import CreateAppointment, MoveAppointment, NewTime, Remark, Wish, WithdrawAppointment
from handlers.context import Context
from handlers.naming import calendar_name
from handlers.offers import Choice, Offer, PickTime
from handlers.people import resolve, which_person
from handlers.replies import Absent, CannotDo, Created, Reply, TooMany
from handlers.rights import shown
from handlers.router import Router
from providers.contract import Appointment, Draft, Limits

router = Router()


@router.on(CreateAppointment)
async def create_appointment(command: CreateAppointment, ctx: Context) -> Reply:
    """Make the event once, however often this runs; ask first when a name fits nobody or several."""
    calendar = ctx.ports.calendars.get(command.wish.provider)
    if calendar is None:
        return CannotDo(Absent.SYSTEM, command.wish.provider)
    owner = ctx.asker.user_id
    wish: Wish | None = ctx.journal.recall("wish", Wish)
    if wish is None:
        found = await resolve(command.wish, ctx)
        if isinstance(found, tuple):
            return which_person(command.wish, *found, key=command.key)
        wish = found
        ctx.journal.note("wish", Wish, wish)
    if len(wish.wanted) > calendar.limits.invitees:
        return TooMany(calendar.limits.invitees)
    where: str | None = ctx.journal.recall("where", str)
    if wish.calendar is not None and where is None:
        where = await calendar.called(owner, wish.calendar)
        if where is None:
            return CannotDo(Absent.CALENDAR, wish.calendar)
        ctx.journal.note("where", str, where)
    draft, remarks = _fit(wish, calendar.limits)

    appointment = await ctx.journal.once(
        "create",
        Appointment,
        lambda again: calendar.create(
            owner, draft, f"yotei-{command.key}", calendar=where, again=again or command.again
        ),
    )

    said = "" if draft.private and ctx.talk.room_id is not None else draft.title
    undo = WithdrawAppointment(appointment.ref, said, draft.when, draft.zone)
    offers = [Offer(Choice.UNDO, undo)]
    if wish.other is not None:
        other = MoveAppointment(appointment.ref, NewTime(to=wish.other), draft.zone, f"{command.key}o")
        offers.append(Offer(PickTime(wish.other, draft.zone), other))
    name = await calendar_name(calendar, owner, where)
    return Created(shown(ctx.talk, appointment), name, draft.reminders, draft.recurrence, remarks, tuple(offers))


def _fit(wish: Wish, limits: Limits) -> tuple[Draft, tuple[Remark, ...]]:
    """The wish as this calendar can hold it; what does not fit goes to the description, and is remarked on."""
    if wish.when is None:
        raise ValueError("a wish without a time cannot be created")
    title, location, notes, remarks = wish.title, wish.location, [wish.description], list(wish.remarks)
    if len(location) > limits.location:
        notes.append(location)
        location = location[: limits.location - 1] + "…"
        remarks.append(Remark.PLACE_CUT)
    if len(title) > limits.title:
        notes.append(title)
        title = title[: limits.title - 1] + "…"
        remarks.append(Remark.TITLE_CUT)
    draft = Draft(
        title=title,
        when=wish.when,
        zone=wish.zone,
        description="\n".join(note for note in notes if note)[: limits.description],
        location=location,
        invitees=tuple(replace(one.invitee, optional=one.optional) for one in wish.wanted if one.invitee),
        reminders=tuple(sorted(set(wish.reminders), reverse=True)) or (),
        private=wish.private,
        free=wish.free,
        recurrence=wish.recurrence,
    )
    return draft, tuple(remarks)
