"""An event is made."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from handlers.commands import CreateAppointment, MoveAppointment, NewTime, Remark, Wish, WithdrawAppointment
from handlers.context import Context
from handlers.naming import calendar_name
from handlers.offers import Choice, Offer, PickTime
from handlers.people import resolve, which_person
from handlers.replies import Absent, CannotDo, Created, NotLinked, Reply, TooMany
from handlers.rights import shown
from handlers.router import Router
from providers.contract import Appointment, Days, Draft, Lack, Limits, as_span
from providers.errors import NoAccount

router = Router()


@router.on(CreateAppointment)
async def create_appointment(command: CreateAppointment, ctx: Context) -> Reply:
    """Make the event once, however often this runs; ask first when a name fits nobody or several."""
    calendar = ctx.ports.calendars.get(command.wish.provider)
    if calendar is None:
        return CannotDo(Absent.SYSTEM, command.wish.provider)
    cannot = next(
        (_REFUSED[lack] for lack in _REFUSED if lack in calendar.limits.lacks and _wants(command.wish, lack)), None
    )
    if cannot is not None:
        return CannotDo(cannot, command.wish.provider)
    owner = ctx.journal.recall("owner", str) or await ctx.account(calendar.provider)
    if owner is None:
        return NotLinked(calendar.provider)
    ctx.journal.note("owner", str, owner)
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

    async def create(again: bool) -> Appointment:
        return await calendar.create(owner, draft, f"yotei-{command.key}", calendar=where, again=again or command.again)

    try:
        appointment = await ctx.journal.once("create", Appointment, create)
    except NoAccount:
        return NotLinked(calendar.provider)

    appointment = _named(appointment, draft)
    said = "" if draft.private and ctx.talk.room_id is not None else draft.title
    undo = WithdrawAppointment(appointment.ref, said, draft.when, draft.zone)
    offers = [Offer(Choice.UNDO, undo)]
    if wish.other is not None:
        other = MoveAppointment(appointment.ref, NewTime(to=wish.other), draft.zone, f"{command.key}o")
        offers.append(Offer(PickTime(wish.other, draft.zone), other))
    name = await calendar_name(calendar, owner, where)
    return Created(shown(ctx.talk, appointment), name, draft.reminders, draft.recurrence, remarks, tuple(offers))


def _named(appointment: Appointment, draft: Draft) -> Appointment:
    """The event with the names of those invited, which some systems do not keep."""
    names = {one.email.casefold(): one.name for one in draft.invitees}
    invitees = tuple(
        one if one.name else replace(one, name=names.get(one.email.casefold(), "")) for one in appointment.invitees
    )
    return replace(appointment, invitees=invitees)


# What was said for a reason: an event without it would be a wrong one.
_REFUSED = {Lack.RECURRENCE: Absent.RECURRENCE, Lack.PRIVATE: Absent.PRIVATE}


def _wants(wish: Wish, lack: Lack) -> bool:
    """Whether the wish needs what the system lacks."""
    match lack:
        case Lack.PLACE:
            return bool(wish.location)
        case Lack.WHOLE_DAYS:
            return isinstance(wish.when, Days)
        case Lack.RECURRENCE:
            return wish.recurrence is not None
        case Lack.PRIVATE:
            return wish.private
        case Lack.FREE:
            return wish.free
        case Lack.OPTIONAL:
            return any(one.optional for one in wish.wanted)
        case Lack.LEAD:
            return bool(wish.reminders)
        case Lack.CALENDARS:
            return wish.calendar is not None


# What is written in another way, which the reply points out.
_REMARKED = {
    Lack.PLACE: Remark.PLACE_NOTED,
    Lack.WHOLE_DAYS: Remark.MIDNIGHTS,
    Lack.FREE: Remark.NOT_FREE,
    Lack.OPTIONAL: Remark.NOT_OPTIONAL,
    Lack.LEAD: Remark.NO_LEAD,
}


def _fit(wish: Wish, limits: Limits) -> tuple[Draft, tuple[Remark, ...]]:
    """The wish as this calendar can hold it; what does not fit goes to the description, and is remarked on."""
    if wish.when is None:
        raise ValueError("a wish without a time cannot be created")
    title, location, notes, remarks = wish.title, wish.location, [wish.description], list(wish.remarks)
    remarks += [remark for lack, remark in _REMARKED.items() if lack in limits.lacks and _wants(wish, lack)]
    if Lack.PLACE in limits.lacks:
        notes.append(location)
        location = ""
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
        when=as_span(wish.when, ZoneInfo(wish.zone)) if Lack.WHOLE_DAYS in limits.lacks else wish.when,
        zone=wish.zone,
        description="\n".join(note for note in notes if note)[: limits.description],
        location=location,
        invitees=tuple(
            replace(one.invitee, optional=one.optional and Lack.OPTIONAL not in limits.lacks)
            for one in wish.wanted
            if one.invitee
        ),
        reminders=tuple(sorted(set(wish.reminders), reverse=True)) or (),
        private=wish.private,
        free=wish.free and Lack.FREE not in limits.lacks,
        recurrence=wish.recurrence,
    )
    return draft, tuple(remarks)
