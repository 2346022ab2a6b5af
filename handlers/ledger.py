"""What we know of bookings, and who announces which of their states.

A state is announced by whoever claims it first, under the name of their piece of work: a re-run of that work may claim it
again, all others are told that it is taken. So nobody hears twice of one state, whichever way and order it came in.
"""

import asyncio
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from handlers.stored import json_form, readable
from providers.bookings import Booking, BookingStatus
from providers.contract import Span
from providers.keeping import Put, Store

T = TypeVar("T")

_RECORDS, _CLAIMS = "booking", "booking-state"
_KEPT_AFTER = timedelta(days=30)
_AT_ONCE = 100
_CLAIM_KEPT = timedelta(days=30)


def lane_of(uid: str) -> str:
    """Where all that happens to a booking stays in order."""
    return f"booking:{uid}"


@dataclass(frozen=True, slots=True)
class Known:
    """A booking as we saw it last. `shown_to` are the user ids of those whose calendars show it.

    `complete` False: something did not answer, so the next sweep has it looked at again.
    """

    uid: str
    status: BookingStatus
    span: Span
    updated: datetime
    title: str = ""
    shown_to: tuple[str, ...] = ()
    complete: bool = True


class Ledger:
    """Records and claims."""

    def __init__(self, store: Store) -> None:
        """Both live in `store`."""
        self._store = store

    async def known(self, uid: str) -> Known | None:
        """What we know of a booking. Raises StoreDown."""
        found: Known | None = readable(Known, await self._store.get(_RECORDS, self._name(uid)))
        return found

    async def all_known(self, uids: Sequence[str]) -> list[Known | None]:
        """What we know of each booking, in their order; many at a time. Raises StoreDown."""
        found: list[Known | None] = []
        for some in _some(uids):
            found += await asyncio.gather(*map(self.known, some))
        return found

    def kept(self, known: Known, now: datetime) -> Put:
        """The record, to be written with the end of a turn of the booking's lane; it stays until long after it is over."""
        ttl = (max(known.span.end, now) + _KEPT_AFTER - now).total_seconds()
        return Put(_RECORDS, self._name(known.uid), json_form(Known).dump_json(known), ttl)

    async def remember(self, bookings: Iterable[Known], now: datetime) -> None:
        """Write the records of those we know nothing of; many at a time. Raises StoreDown."""
        for some in _some(list(bookings)):
            await asyncio.gather(*(self._remember(known, now) for known in some))

    async def _remember(self, known: Known, now: datetime) -> None:
        put = self.kept(known, now)
        await self._store.put(put.space, put.name, put.value, ttl=put.ttl, version=0)

    def _name(self, uid: str) -> str:
        return f"{self._store.tag(lane_of(uid))}{uid}"

    async def claim(self, booking: Booking, work: str) -> bool:
        """Whether `work` is to announce this state of the booking. Raises StoreDown."""
        name = _state(booking)
        if await self._store.put(_CLAIMS, name, work.encode(), ttl=_CLAIM_KEPT.total_seconds(), version=0):
            return True
        kept = await self._store.get(_CLAIMS, name)
        return kept is not None and kept.value == work.encode()


def _some(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """So many as the store is asked for at once."""
    for begin in range(0, len(items), _AT_ONCE):
        yield items[begin : begin + _AT_ONCE]


def _state(booking: Booking) -> str:
    facts: Sequence[str] = (
        booking.uid,
        booking.status,
        booking.span.start.astimezone(UTC).isoformat(),
        booking.updated.astimezone(UTC).isoformat(),
    )
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()
