"""A booking has changed: the hosts' calendars are made to show it as it is now, and the rooms are told what happened.

Whatever brought the news (a webhook, the sweep, our own act) and however often and in whatever order it came, the state
with the latest `updated` wins, and each state is announced once.
"""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from handlers.announcements import BookingCard, Change
from handlers.backstage import Backstage
from handlers.commands import CancelBooking, ListAppointments
from handlers.ledger import Known
from handlers.offers import Choice, Offer
from handlers.routes import Route
from handlers.showing import Shown, show
from providers.bookings import Booking, BookingStatus, Side
from providers.contract import Days
from providers.errors import NotFound, ProviderError
from providers.keeping import Put


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said in which rooms, and to be remembered with the end of the turn."""

    cards: tuple[tuple[str, BookingCard], ...] = ()
    record: Put | None = None


async def follow(uid: str, told: Booking | None, by: Side | None, stage: Backstage) -> Outcome:
    """Make everything agree with the booking. `told` is what the news said of it, `by` who is known to have done it.

    Raises ProviderError, when `stage` is patient and waiting may help; StoreDown.
    """
    known = await stage.ports.ledger.known(uid)
    booking, complete = await _present(uid, told, known, stage)
    if booking is None or (known is not None and booking.updated < known.updated):
        return Outcome()
    change = change_of(known, booking)
    booking = await with_guests(booking, stage) if change or booking.status is not BookingStatus.CANCELLED else booking
    routes = await rooms(stage)
    mirrored = not routes or any(route.mirrored for route in routes)
    shown = await show(booking, set(known.shown_to) if known else set(), mirrored, stage)
    announced = change is not None and await stage.ports.ledger.claim(booking, stage.work)
    seen = Known(
        uid,
        booking.status,
        booking.span,
        booking.updated,
        booking.title,
        shown.shown_to,
        complete=complete and not shown.pending and not stage.read_only,
    )
    record = stage.ports.ledger.kept(seen, stage.now)
    if change is None or not announced:
        return Outcome((), record)
    whose = booking.cancelled_by or (by if told is None or told.updated == booking.updated else None)
    card = replace(card_of(booking, known, change, whose, shown, stage.zone), offers=_offers(booking, stage))
    return Outcome(tuple((route.room, allowed(card, route)) for route in routes), record)


def change_of(known: Known | None, booking: Booking) -> Change | None:
    """What happened to a booking since we saw it last; None when that is no news for people."""
    if booking.status is BookingStatus.CANCELLED:
        return None if known is not None and known.status is BookingStatus.CANCELLED else Change.CANCELLED
    if known is None or known.status is not booking.status:
        return Change.MADE if booking.status is BookingStatus.OPEN else Change.REQUESTED
    return None if known.span == booking.span else Change.MOVED


def card_of(
    booking: Booking, known: Known | None, change: Change, by: Side | None, shown: Shown, zone: str
) -> BookingCard:
    """The card, without buttons, with all that may be shown anywhere."""
    return BookingCard(
        change=change,
        title=booking.title,
        when=booking.span,
        zone=zone,
        guest_zone=booking.zone,
        before=known.span if known is not None and change is Change.MOVED else None,
        by=by,
        reason=booking.cancel_reason,
        guests=booking.guests,
        hosts=shown.hosts,
        hosts_known=booking.hosts is not None or change is Change.CANCELLED,
        unmirrored=shown.refused,
        pending=shown.pending,
        meeting=None if change is Change.CANCELLED else booking.meeting,
        place=booking.place,
    )


async def with_guests(booking: Booking, stage: Backstage) -> Booking:
    """The booking with its guests, where they can be had. Raises ProviderError as `follow`."""
    if booking.guests:
        return booking
    try:
        return replace(booking, guests=await stage.bookings.guests(booking.uid))
    except ProviderError as error:
        if stage.waits_for(error):
            raise
        return booking


async def _present(
    uid: str, told: Booking | None, known: Known | None, stage: Backstage
) -> tuple[Booking | None, bool]:
    """The booking's latest state that anybody knows, and whether that is all that can be had."""
    try:
        found = await stage.bookings.booking(uid)
    except ProviderError as error:
        if stage.waits_for(error):
            raise
        gone = isinstance(error, NotFound)
        if gone and told is None and known is not None and known.status is not BookingStatus.CANCELLED:
            return _vanished(known, stage), True
        # A cancelled booking that is gone is all there is to know. All else is looked at again: a new one may only not be
        # there yet, and a key that is refused will be replaced.
        return told, gone and told is not None and told.status is BookingStatus.CANCELLED
    if told is None:
        return found, True
    if found.updated >= told.updated:
        return (found if found.guests else replace(found, guests=told.guests)), True
    # The news is fresher than what their own interface says: its times hold, the rest is only told there.
    return (
        replace(
            told,
            title=told.title or found.title,
            hosts=found.hosts if told.hosts is None else told.hosts,
            meeting=told.meeting or found.meeting,
            place=told.place or found.place,
            description=told.description or found.description,
        ),
        True,
    )


def _vanished(known: Known, stage: Backstage) -> Booking:
    """A booking that its own system knows nothing of any more: as good as cancelled."""
    return Booking(
        uid=known.uid,
        status=BookingStatus.CANCELLED,
        span=known.span,
        zone=stage.zone,
        created=known.updated,
        updated=known.updated,
        title=known.title,
    )


async def rooms(stage: Backstage) -> list[Route]:
    """Every room that is told; the admins' while there is no route that works. Raises StoreDown."""
    routes = [route for route in await stage.ports.routes.all() if not route.broken]
    return routes or ([Route(stage.admin_room, "")] if stage.admin_room else [])


def allowed(card: BookingCard, route: Route) -> BookingCard:
    """The card as it may be shown in one room."""
    return card if route.guests else replace(card, guests=())


def _offers(booking: Booking, stage: Backstage) -> tuple[Offer, ...]:
    """The buttons of a card, while there is something to be done."""
    if booking.status is BookingStatus.CANCELLED or booking.span.start <= stage.now:
        return ()
    day = booking.span.start.astimezone(ZoneInfo(stage.zone)).date()
    return (
        Offer(Choice.CANCEL_BOOKING, CancelBooking(booking.uid, stage.work[:32])),
        Offer(Choice.DAY, ListAppointments(Days(day, day), stage.zone)),
    )
