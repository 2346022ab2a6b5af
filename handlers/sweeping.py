"""The sweep: what no webhook brought is found by asking for all bookings that could have changed.

The very first one is the baseline: what was there before it began is remembered, and nobody is told.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.announcements import BookingCard, Change
from handlers.backstage import Backstage
from handlers.bookings import card_of, change_of, with_guests
from handlers.ledger import Known
from handlers.showing import Shown
from providers.bookings import Booking, BookingStatus

_AT_ONCE = 8  # guests that are asked for side by side
_OVERLAP = timedelta(hours=1)  # how far behind the watermark bookings are looked at again


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far the sweep has got: when the baseline began, and when the last booking that it saw was made."""

    began: datetime
    newest: datetime


@dataclass(frozen=True, slots=True)
class Swept:
    """What is new to everybody (earliest first), which bookings are to be followed up, and where the next sweep begins."""

    cards: tuple[BookingCard, ...]
    follow: tuple[Booking, ...]
    watermark: Watermark


async def sweep(watermark: Watermark | None, stage: Backstage) -> Swept:
    """Compare all bookings that could have changed with what we know. Raises ProviderError, StoreDown.

    What is found is claimed for this work, so that neither a webhook that comes after all nor the next sweep tells it again.
    """
    mark = watermark or Watermark(stage.now, stage.now)
    follow: list[Booking] = []
    old: list[Booking] = []
    news: list[tuple[Booking, Known | None, Change]] = []
    listed = [one async for one in _changeable(mark.newest - _OVERLAP, stage, baseline=watermark is None)]
    records = await stage.ports.ledger.all_known([booking.uid for booking in listed])
    for booking, known in zip(listed, records, strict=True):
        if known is not None and not _fresh(known, booking):
            follow += [] if known.complete else [booking]
            continue
        if known is None and max(booking.created, booking.updated) < mark.began:
            old.append(booking)
            continue
        if watermark is None:
            continue  # newer than the baseline: its webhook may be on the way, the next sweep looks
        follow.append(booking)
        change = change_of(known, booking)
        if change is not None:
            news.append((booking, known, change))
    await stage.ports.ledger.remember(map(_known, old), stage.now)
    told: list[Booking] = []
    for begin in range(0, len(news), _AT_ONCE):
        told += await asyncio.gather(*(with_guests(one, stage) for one, _, _ in news[begin : begin + _AT_ONCE]))
    # Claimed at the very end: what a sweep had claimed that failed half-way, nobody would ever tell.
    cards = [
        card_of(booking, known, change, booking.cancelled_by, Shown(), stage.zone)
        for booking, (_, known, change) in zip(told, news, strict=True)
        if await stage.ports.ledger.claim(booking, stage.work)
    ]
    newest = max((booking.created for booking in listed), default=mark.newest)
    in_order = tuple(sorted(cards, key=lambda card: card.when.start))
    return Swept(in_order, tuple(follow), Watermark(mark.began, max(mark.newest, newest)))


def _fresh(known: Known, booking: Booking) -> bool:
    """Whether it is news to us; two states may carry the same time, and then what stands in the list is the later one."""
    if known.updated == booking.updated:
        return change_of(known, booking) is not None
    return known.updated < booking.updated


async def _changeable(since: datetime, stage: Backstage, *, baseline: bool) -> AsyncIterator[Booking]:
    """Each booking once: those made since then, and all that are still to come, standing or cancelled."""
    seen: set[str] = set()
    if not baseline:
        async for booking in stage.bookings.newest():
            if booking.created < since:
                break
            seen.add(booking.uid)
            yield booking
    for status in (BookingStatus.OPEN, BookingStatus.CANCELLED):
        async for booking in stage.bookings.coming(status, stage.now):
            if booking.uid not in seen:
                seen.add(booking.uid)
                yield booking


def _known(booking: Booking) -> Known:
    return Known(booking.uid, booking.status, booking.span, booking.updated, booking.title)
