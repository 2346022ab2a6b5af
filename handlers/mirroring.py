"""How a booking stands in its hosts' calendars. Pure but for `mirror`."""

from handlers.visible import visible
from providers.bookings import Booking
from providers.contract import Draft

_PREFIX = "yotei-jicoo-"
_LONGEST_NAME = 100  # what comes behind a name must have room too


def key_of(uid: str) -> str:
    """The name of the event that shows a booking; the same in every host's calendar."""
    return f"{_PREFIX}{uid}"


def uid_of(event_id: str) -> str | None:
    """The booking that an event of this name shows; None when it shows none."""
    return event_id.removeprefix(_PREFIX) if event_id.startswith(_PREFIX) else None


def shown_as(booking: Booking, zone: str) -> Draft:
    """The event that shows `booking` to a host whose zone is `zone`."""
    guests = " / ".join(named for one in booking.guests if (named := _guest(one.name, one.company)))
    title = visible(booking.title) or guests or booking.uid
    lines = [guests, *(one.email for one in booking.guests if one.email), booking.meeting or "", booking.description]
    for guest in booking.guests:
        lines += [guest.message, *(f"{visible(question)}: {visible(answer)}" for question, answer in guest.answers)]
    return Draft(
        title=f"{title} ({guests})" if guests and guests not in title else title,
        when=booking.span,
        zone=zone,
        description="\n".join(line for line in lines if line),
        location=visible(booking.place),
    )


def _guest(name: str, company: str) -> str:
    name, company = visible(name)[:_LONGEST_NAME], visible(company)[:_LONGEST_NAME]
    return f"{name} ({company})" if company else name
