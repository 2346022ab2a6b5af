"""Who may change what; asked when the act happens."""

from dataclasses import replace

from handlers.context import Context
from handlers.replies import NotYours, Reply
from providers.bookings import Booking
from providers.contract import Appointment, Talk


async def organises(ctx: Context, appointment: Appointment) -> bool:
    """Whether the event is the asker's to change. Raises ProviderError.

    An event whose organiser is not told is its owner's. One in a shared calendar names the calendar as its organiser: it
    belongs to those who can reach the calendar, and it was looked up as the asker.
    """
    if appointment.organizer is None or appointment.ref.calendar is not None:
        return appointment.ref.owner in {
            ctx.asker.user_id,
            ctx.asker.email,
            await ctx.account(appointment.ref.provider),
        }
    return appointment.organizer.casefold() == ctx.asker.email.casefold()


async def hosts(ctx: Context, booking: Booking, provider: str) -> bool:
    """Whether the asker may change the booking: as one of its hosts, or as an admin. Raises ProviderError."""
    if ctx.asker.user_id in ctx.admins:
        return True
    account = await ctx.account(provider)
    return account is not None and account in (booking.hosts or ())


def shown(talk: Talk, appointment: Appointment) -> Appointment:
    """The event as it may be shown in `talk`: of a private one a room learns when it is, no more."""
    if talk.room_id is None or not appointment.private:
        return appointment
    return replace(appointment, title="", description="", location="", invitees=(), link=None, meeting=None)


def not_yours(talk: Talk, appointment: Appointment) -> NotYours:
    """The refusal to change somebody else's event; of a private one a room learns no more than that."""
    title = title_for(talk, appointment)
    return NotYours(title, (appointment.organizer or "") if title == appointment.title else "")


def title_for(talk: Talk, appointment: Appointment) -> str:
    """The title as it may be shown in `talk`: "" for a private event in a room."""
    return "" if talk.room_id is not None and appointment.private else appointment.title


def veiled(talk: Talk, reply: Reply) -> Reply:
    """`reply` as it may be said in `talk`: a question about a private event does not say its title in a room."""
    wish = getattr(reply, "wish", None)
    if talk.room_id is None or wish is None or not wish.private:
        return reply
    return replace(reply, wish=replace(wish, title="", description="", location=""))
