"""What Jicoo's webhooks tell: something happened to a booking. No I/O.

Source: https://developer.jicoo.com/apidoc/doc-355758
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from providers.bookings import Booking, Side


class Happening(StrEnum):
    """What can happen to a booking."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class BookingNews:
    """Something happened; `event` is their word for it, such as "guest_booked".

    `happening` is None for a word that no page lists, and `booking` then may be. `told` is when they said so, an aware
    instant in UTC, and None where they did not say: the order of things is told by `booking.updated` alone.
    """

    event: str
    happening: Happening | None
    by: Side | None
    booking: Booking | None
    told: datetime | None
