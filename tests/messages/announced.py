"""One announcement of every kind about bookings and routes, at the time and in the office of `samples`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.announcements import (
    Announcement,
    BookingCancelled,
    BookingCard,
    BookingMoved,
    BookingsFound,
    Change,
    KeyExpiring,
    NoticesMissing,
    RouteBroken,
    RouteList,
    RouteSet,
    RouteShown,
    RouteStopped,
)
from handlers.commands import LeaveIt
from handlers.offers import Choice, Offer
from providers.bookings import Guest, Side
from providers.contract import Span

_TOKYO = "Asia/Tokyo"


def _at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo(_TOKYO))


def _offers(*choices: Choice) -> tuple[Offer, ...]:
    return tuple(Offer(choice, LeaveIt()) for choice in choices)


BOOKED = Span(_at(24, 15), _at(24, 16))
LATER = Span(_at(26, 10), _at(26, 11))
GUEST = Guest(
    "山田 花子",
    "hanako@guest.example",
    "株式会社サンプル",
    "よろしくお願いします。",
    (("ご相談内容", "導入の費用について"), ("人数", "2名")),
)
CARD = BookingCard(
    Change.MADE,
    "製品のご相談",
    BOOKED,
    _TOKYO,
    _TOKYO,
    by=Side.GUEST,
    guests=(GUEST,),
    hosts=("佐藤 健",),
    meeting="https://meet.example.com/abc",
    offers=_offers(Choice.DAY, Choice.CANCEL_BOOKING),
)
QUIET = replace(CARD, guests=(), hosts=(), meeting=None, offers=())
SALES = RouteShown("営業部", guests=True, mirrored=True)

GOLDEN_ANNOUNCEMENTS: dict[str, Announcement] = {
    "booking": CARD,
    "booking of somebody far away": replace(
        CARD, guest_zone="America/New_York", hosts=("佐藤 健", "鈴木 一郎"), unmirrored=("鈴木 一郎",), place="会議室A"
    ),
    "booking that waits": replace(QUIET, change=Change.REQUESTED, hosts_known=False, guest_zone="Mars/Olympus"),
    "booking moved": replace(
        CARD, change=Change.MOVED, before=BOOKED, when=LATER, pending=True, guests=(Guest("山田 花子"),)
    ),
    "booking moved from somewhere": replace(QUIET, change=Change.MOVED, when=LATER, by=Side.HOST),
    "booking cancelled": replace(
        QUIET, change=Change.CANCELLED, guests=(Guest("山田 花子"),), reason="都合が悪くなりました", by=Side.GUEST
    ),
    "bookings found": BookingsFound(
        (
            replace(CARD, offers=()),
            replace(CARD, change=Change.MOVED, before=BOOKED, when=LATER, unmirrored=("佐藤 健",), offers=()),
            replace(QUIET, change=Change.CANCELLED, by=Side.HOST),
        ),
        _TOKYO,
    ),
    "notices missing": NoticesMissing("jicoo"),
    "key expiring": KeyExpiring("backoffice", "BACKOFFICE_TOKEN", _at(27, 18)),
    "key expired": KeyExpiring("jicoo", "JICOO_API_KEY", _at(20, 9)),
    "booking cancelled by us": BookingCancelled("製品のご相談", BOOKED, _TOKYO),
    "booking moved by us": BookingMoved("製品のご相談", LATER, BOOKED, _TOKYO, _offers(Choice.UNDO)),
    "route made": RouteSet(
        replace(SALES, room=""), new=True, offers=_offers(Choice.HIDE_GUESTS, Choice.NO_MIRROR, Choice.STOP_ROUTE)
    ),
    "route changed": RouteSet(
        RouteShown("営業部", guests=False, mirrored=False),
        new=False,
        offers=_offers(Choice.NAME_GUESTS, Choice.MIRROR, Choice.STOP_ROUTE),
    ),
    "routes": RouteList(
        (SALES, RouteShown("", guests=False, mirrored=False), replace(SALES, room="採用", broken=True)), admin_room=True
    ),
    "no routes": RouteList((), admin_room=True),
    "route stopped": RouteStopped(was=True),
    "route broken": RouteBroken("営業部"),
}

OTHER_ANNOUNCEMENTS: dict[str, Announcement] = {
    **{f"booking {change} by {by}": replace(QUIET, change=change, by=by) for change in Change for by in (*Side, None)},
    "booking of one change without a title": replace(QUIET, title=""),
    "booking cancelled, with all gaps": replace(
        QUIET, change=Change.CANCELLED, hosts_known=False, unmirrored=("佐藤 健",), pending=True
    ),
    "no bookings found": BookingsFound((), _TOKYO),
    "no routes and no admin room": RouteList((), admin_room=False),
    "no route to stop": RouteStopped(was=False),
    "route broken somewhere": RouteBroken(""),
}


def hostile_announcements(text: str) -> Iterator[Announcement]:
    """Every announcement that shows other people's words, with `text` in all places at once."""
    card = replace(
        CARD,
        title=text,
        guest_zone=text,
        before=LATER,
        reason=text,
        guests=(Guest(text, text, text, text, ((text, text),) * 9),) * 9,
        hosts=(text,) * 9,
        unmirrored=(text,) * 9,
        pending=True,
        meeting=text,
        place=text,
    )
    for change in Change:
        yield replace(card, change=change)
    yield replace(card, guest_zone="America/New_York", offers=())
    yield BookingsFound((replace(card, offers=()),) * 30, _TOKYO)
    yield BookingCancelled(text, BOOKED, _TOKYO)
    yield BookingMoved(text, LATER, BOOKED, _TOKYO, CARD.offers)
    route = RouteShown(text, guests=True, mirrored=True)
    yield RouteSet(route, new=True, offers=CARD.offers)
    yield RouteList((route, replace(route, broken=True)) * 50, admin_room=True, offers=CARD.offers)
    yield RouteBroken(text)
    yield NoticesMissing(text)
    yield KeyExpiring(text, text, _at(27, 18))
