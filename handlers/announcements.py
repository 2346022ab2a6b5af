"""What is told about bookings, and where: replies that nobody asked for, and those about routes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.offers import Offer
from providers.bookings import Guest, Side
from providers.contract import Span, When


class Change(StrEnum):
    """What happened to a booking."""

    REQUESTED = "requested"  # a host has to agree
    MADE = "made"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class BookingCard:
    """What happened to a booking, for a room. What is not known, or not to be shown here, is empty or None.

    `before` None on a move: the former time is not known. `hosts` are names. `unmirrored` are hosts whose calendar does not
    show it: strangers to the directory, or refused. `pending`: their calendars follow as soon as they answer.
    """

    change: Change
    title: str
    when: Span
    zone: str  # of the route: the house's
    guest_zone: str
    before: Span | None = None
    by: Side | None = None
    reason: str = ""  # why it was cancelled
    guests: tuple[Guest, ...] = ()
    hosts: tuple[str, ...] = ()
    hosts_known: bool = True
    unmirrored: tuple[str, ...] = ()
    pending: bool = False
    meeting: str | None = None
    place: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class BookingsFound:
    """Bookings and changes that no notice had told of, earliest first; cards without offers."""

    cards: tuple[BookingCard, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class NoticesMissing:
    """For the admins: the sweep found what no webhook had brought."""

    provider: str


@dataclass(frozen=True, slots=True)
class KeyExpiring:
    """For the admins: the key of a system is good until `until`."""

    provider: str
    setting: str
    until: datetime


@dataclass(frozen=True, slots=True)
class BookingCancelled:
    """A guest's booking is cancelled, by us."""

    title: str
    when: When
    zone: str


@dataclass(frozen=True, slots=True)
class BookingMoved:
    """A guest's booking stands at another time, by us."""

    title: str
    when: When
    before: When
    zone: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteShown:
    """One place where bookings are announced. `room` is its name, "" where that could not be found out."""

    room: str
    guests: bool
    mirrored: bool
    broken: bool = False  # the bot cannot speak there any more


@dataclass(frozen=True, slots=True)
class RouteSet:
    """Bookings are announced in this room, in this way. `new`: since now."""

    route: RouteShown
    new: bool
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteList:
    """Where bookings are announced. None: in the admin room, if `admin_room`."""

    routes: tuple[RouteShown, ...]
    admin_room: bool
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteStopped:
    """Bookings are no longer announced here; `was` False: they were not before either."""

    was: bool


@dataclass(frozen=True, slots=True)
class RouteBroken:
    """To who made the route: the bot cannot speak in that room any more; cards go to the admin room. `room` as above."""

    room: str


Announcement = (
    BookingCard
    | BookingsFound
    | NoticesMissing
    | KeyExpiring
    | BookingCancelled
    | BookingMoved
    | RouteSet
    | RouteList
    | RouteStopped
    | RouteBroken
)
