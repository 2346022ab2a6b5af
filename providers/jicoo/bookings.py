"""Jicoo's bookings, made to keep the promise of `Bookings`."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import structlog

from providers.bookings import Booking, BookingStatus, Guest, Host, Side
from providers.errors import Broken, NotAuthorized, ProviderError, Throttled, Unreachable, Unreadable
from providers.jicoo.booking_models import BookingFilter, BookingRecord, Contact, Reschedule
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from providers.jicoo.times import instant, span_of, zone_named

log = structlog.get_logger()

_UTC = zone_named("UTC")


class JicooBookings:
    """Bookings of the organisation."""

    provider = "jicoo"

    def __init__(self, jicoo: Jicoo, people: JicooPeople) -> None:
        """`people` are those of the same organisation."""
        self._jicoo = jicoo
        self._people = people

    async def booking(self, uid: str) -> Booking:
        """The booking as it is now, without its guests. Raises NotFound."""
        return told(await self._jicoo.get_booking(uid))

    async def guests(self, uid: str) -> tuple[Guest, ...]:
        """Who booked. Raises NotFound."""
        return tuple(_guest(contact) for contact in await self._jicoo.get_booking_contacts(uid))

    async def newest(self) -> AsyncIterator[Booking]:
        """All bookings, the last made first; read page by page."""
        async for record in self._jicoo.each_booking(BookingFilter(sort="desc", order="createdAt")):
            if (booking := listed(record)) is not None:
                yield booking

    async def coming(self, status: BookingStatus, since: datetime) -> AsyncIterator[Booking]:
        """All bookings of that status that start at `since` or later, each once."""
        # Those that wait for a host cannot be asked for by their status.
        words = {BookingStatus.OPEN: "open", BookingStatus.CANCELLED: "cancel"}
        asked = {"status": words.get(status), "started_at": since, "sort": "asc", "order": "startedAt"}
        for record in await self._jicoo.list_bookings(BookingFilter.model_validate(asked)):
            booking = listed(record)
            if booking is not None and booking.status is status and booking.span.start >= since:
                yield booking

    async def cancel(self, uid: str, reason: str = "") -> Booking:
        """Cancel it; how an answer is to be understood is seen by looking. Raises NotFound."""
        before = await self.booking(uid)
        if before.status is BookingStatus.CANCELLED:
            return before  # asking again might tell the guest again
        try:
            await self._jicoo.cancel_booking(uid, reason)
        except (NotAuthorized, Throttled):
            raise
        except ProviderError as error:
            after = await self._after(error, uid)
            if after.status is not BookingStatus.CANCELLED:
                raise
            return after
        try:
            after = await self.booking(uid)
        except ProviderError:  # it is done; only what else has changed is not known
            return replace(before, status=BookingStatus.CANCELLED, cancelled_by=Side.HOST, cancel_reason=reason)
        if after.status is not BookingStatus.CANCELLED:
            raise Unreadable(self.provider, "cancel_booking", "it is not cancelled, though they said so")
        return after

    async def reschedule(self, uid: str, start: datetime, zone: str) -> Booking:
        """The booking at another time of the same length. Raises NotFound; Refused (422) when that is not free."""
        try:
            return told(
                await self._jicoo.reschedule_booking(uid, Reschedule(time_zone=zone_named(zone).key, started_at=start))
            )
        except (Broken, Unreachable, Unreadable) as error:
            after = await self._after(error, uid)
            if after.status is BookingStatus.CANCELLED or after.span.start != start:
                raise
            return after

    async def host(self, account: str) -> Host:
        """Who an account is. Raises NotFound."""
        return await self._people.host(account)

    async def _after(self, error: ProviderError, uid: str) -> Booking:
        """What stands after a call of unclear end. Raises `error` when that cannot be seen either."""
        try:
            return await self.booking(uid)
        except ProviderError:
            raise error from None


def told(record: BookingRecord) -> Booking:
    """A booking as they tell it. Raises Unreadable for one without a time."""
    zone = zone_named(record.time_zone)
    try:
        span = span_of(record.started_at, record.ended_at, zone)
        updated = instant(record.updated_at or record.created_at, _UTC).astimezone(UTC)
        created = instant(record.created_at, _UTC).astimezone(UTC) if record.created_at else updated
    except ValueError as error:
        raise Unreadable("jicoo", "get_booking", "a booking has no readable time") from error
    return Booking(
        uid=record.uid,
        status=status_of(record.status, cancelled=bool(record.cancelled_at)),
        span=span,
        zone=zone.key,
        created=created,
        updated=updated,
        title=record.name or "",
        event_type=record.event_type_id,
        hosts=None if record.hosts is None else tuple(one.user_id for one in record.hosts if one.user_id),
        meeting=record.url or None,
        place=record.custom_location or record.address or "",
        description=record.description or "",
        cancelled_by=side_of(record.cancelled_by),
        cancel_reason=record.cancel_reason or "",
    )


def listed(record: BookingRecord) -> Booking | None:
    """A booking in a list; None for one without a time, which must not hide all the others."""
    try:
        return told(record)
    except Unreadable:
        log.warning("booking without a readable time", booking=record.uid[:40])
        return None


def status_of(word: str | None, *, cancelled: bool) -> BookingStatus:
    """What a status means; an unknown one that of an open booking, unless the booking was `cancelled` at some time."""
    if word is not None and word.startswith("cancel"):
        return BookingStatus.CANCELLED
    if word == "request":
        return BookingStatus.REQUESTED
    return BookingStatus.CANCELLED if cancelled and word != "open" else BookingStatus.OPEN


def side_of(word: str | None) -> Side | None:
    """Who did it; None for nobody, and for whom no page lists."""
    return Side(word) if word in set(Side) else None


def answer_text(content: object) -> str:
    """What a guest said: one word or a list of them."""
    if isinstance(content, list):
        return ", ".join(text for item in content if (text := answer_text(item)))
    return str(content).strip() if isinstance(content, str | int | float) else ""


def _guest(contact: Contact) -> Guest:
    answers = (
        (one.question or "", answer_text(one.content if one.content is not None else one.value))
        for one in contact.answers or ()
    )
    return Guest(
        name=contact.name or "",
        email=contact.email or "",
        company=contact.company or "",
        message=contact.message or "",
        answers=tuple((question, said) for question, said in answers if question or said),
    )
