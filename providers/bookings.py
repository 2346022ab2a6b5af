"""Appointments that guests make with hosts, and the promise of a system that takes them. No I/O."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from providers.contract import Span


class BookingStatus(StrEnum):
    """Where a booking stands."""

    REQUESTED = "requested"  # a host has to agree first
    OPEN = "open"
    CANCELLED = "cancelled"


class Side(StrEnum):
    """Who did something to a booking."""

    GUEST = "guest"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who booked. `answers` are (question, answer)."""

    name: str
    email: str = ""
    company: str = ""
    message: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment that a guest made with a host. What the source did not tell is None or empty."""

    uid: str
    status: BookingStatus
    span: Span
    zone: str  # the guest's own
    created: datetime
    updated: datetime  # decides which of two states is the later one
    title: str = ""
    event_type: str | None = None  # the id of the page it was booked on
    hosts: tuple[str, ...] | None = None  # accounts; None: not told
    guests: tuple[Guest, ...] = ()
    meeting: str | None = None  # to the video meeting
    place: str = ""
    description: str = ""
    cancelled_by: Side | None = None
    cancel_reason: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """Whoever a booking is with, as its system knows them."""

    account: str
    name: str
    email: str


class Bookings(Protocol):
    """Bookings of one outside system. All methods raise ProviderError."""

    provider: str

    async def booking(self, uid: str) -> Booking:
        """The booking as it is now, without its guests. Raises NotFound."""
        ...

    async def guests(self, uid: str) -> tuple[Guest, ...]:
        """Who booked. Raises NotFound."""
        ...

    def newest(self) -> AsyncIterator[Booking]:
        """All bookings, the last made first; read page by page, so stop when enough."""
        ...

    def coming(self, status: BookingStatus, since: datetime) -> AsyncIterator[Booking]:
        """All bookings of that status that start at `since` or later, in no particular order, each once."""
        ...

    async def cancel(self, uid: str, reason: str = "") -> Booking:
        """Cancel it, which tells the guest; one that is cancelled already is left as it is. Raises NotFound."""
        ...

    async def reschedule(self, uid: str, start: datetime, zone: str) -> Booking:
        """The booking at another time of the same length, which tells the guest.

        Raises NotFound; Refused (422) when that time is not free.
        """
        ...

    async def host(self, account: str) -> Host:
        """Who an account is. Raises NotFound."""
        ...
