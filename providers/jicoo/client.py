"""Jicoo as its pages describe it: every call that a scheduling service can use, in their nouns.

All methods raise ProviderError; ids go in as they are and are percent-encoded here. Where the pages say nothing, or two
things, every answer that they may mean is understood.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Self, TypeVar

from providers.contract import Span
from providers.errors import NotFound, Refused
from providers.jicoo import pages, urls
from providers.jicoo.booking_models import (
    BookingChange,
    BookingFilter,
    BookingRecord,
    Contact,
    NewBooking,
    Reschedule,
)
from providers.jicoo.models import (
    AvailabilityCalendar,
    EventType,
    EventTypeHost,
    EventTypeHostChange,
    Many,
    NewEventTypeHost,
    One,
    Slot,
    Team,
    User,
    Wire,
    written,
)
from providers.jicoo.schedule_models import MadeSchedule, NewSchedule, Schedule, ScheduleChange
from providers.transport import Transport

LONGEST_WINDOW = timedelta(days=7)
"""What one request for free times may span, as those do who are known to get answers."""

_PAGE_SIZE = 50  # the most that others are known to ask for

# What fails together: whoever cannot read bookings may still put something on the calendar.
_SCHEDULES, _BOOKINGS, _PEOPLE, _EVENT_TYPES = "schedules", "bookings", "people", "event types"

M = TypeVar("M", bound=Wire)


class Jicoo:
    """One organisation, by its key."""

    def __init__(
        self, transport: Transport, *, cancel_reason_field: str = "cancelReason", page_size: int = _PAGE_SIZE
    ) -> None:
        """`transport` carries the key and is closed by `close`.

        `cancel_reason_field` is the member in which a cancel gives its reason: no page that can be read names it.
        """
        self._transport = transport
        self._cancel_reason_field = cancel_reason_field
        self._page_size = page_size
        self._users_paths: Sequence[str] = urls.USERS

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """See `close`."""
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    # --- schedules ----------------------------------------------------------------------------------------------

    async def create_schedule(self, schedule: NewSchedule) -> MadeSchedule:
        """Put something on the calendar; the answer may lack its `uid`. Not repeated when it may have arrived.

        Source: https://developer.jicoo.com/api-5577216
        """
        answer = await self._transport.call(
            "create_schedule", "POST", urls.SCHEDULES, body=_written(schedule), family=_SCHEDULES
        )
        return answer.read(One[MadeSchedule]).data

    async def list_schedules(self) -> list[Schedule]:
        """All schedules, each once, in no known order; no booking is among them, and nothing can be searched for.

        Source: https://developer.jicoo.com/api-5582019
        """
        return await self._whole("list_schedules", urls.SCHEDULES, {}, Many[Schedule], _SCHEDULES, lambda one: one.uid)

    async def update_schedule(self, uid: str, change: ScheduleChange) -> MadeSchedule:
        """The schedule after `change`. Raises NotFound. Times are absolute, so asking twice is harmless.

        Source: https://developer.jicoo.com/apidoc/project-373292/api-5547058
        """
        answer = await self._transport.call(
            "update_schedule",
            "PATCH",
            urls.schedule(uid),
            body=_written(change),
            repeatable=not change.is_send_updates,
            family=_SCHEDULES,
        )
        return answer.read(One[MadeSchedule]).data if answer.body.strip() else MadeSchedule()

    async def delete_schedule(self, uid: str) -> None:
        """Take a schedule away. Raises NotFound when it is gone. The path is as for an update."""
        await self._transport.call("delete_schedule", "DELETE", urls.schedule(uid), family=_SCHEDULES)

    # --- bookings -----------------------------------------------------------------------------------------------

    async def list_bookings(self, wanted: BookingFilter) -> list[BookingRecord]:
        """All bookings that `wanted` means, each once. Source: https://developer.jicoo.com/api-5452986."""
        return await self._whole(
            "list_bookings", urls.BOOKINGS, wanted.query(), Many[BookingRecord], _BOOKINGS, lambda one: one.uid
        )

    def each_booking(self, wanted: BookingFilter) -> AsyncIterator[BookingRecord]:
        """The bookings that `wanted` means, one by one; stop when enough, and no more pages are read."""

        async def fetch(number: int) -> Many[BookingRecord]:
            return await self._page(
                "list_bookings", urls.BOOKINGS, wanted.query(), Many[BookingRecord], _BOOKINGS, number
            )

        return pages.one_by_one(fetch, lambda one: one.uid)

    async def get_booking(self, uid: str) -> BookingRecord:
        """A booking. Raises NotFound. Source: https://developer.jicoo.com/api-5453063."""
        answer = await self._transport.call("get_booking", "GET", urls.booking(uid), family=_BOOKINGS)
        return answer.read(One[BookingRecord]).data

    async def get_booking_contacts(self, uid: str) -> list[Contact]:
        """Who made a booking. Raises NotFound. Source: https://developer.jicoo.com/project-373292/api-9082713."""
        answer = await self._transport.call("get_booking_contacts", "GET", urls.booking_contacts(uid), family=_BOOKINGS)
        return list(answer.read(Many[Contact]).data)

    async def create_booking(self, booking: NewBooking) -> BookingRecord:
        """Book for a guest. Not repeated when it may have arrived. Raises Refused (422) for a time that is not free.

        Source: https://developer.jicoo.com/api-5531352
        """
        answer = await self._transport.call(
            "create_booking", "POST", urls.BOOKINGS, body=_written(booking), family=_BOOKINGS
        )
        return answer.read(One[BookingRecord]).data

    async def update_booking(self, uid: str, change: BookingChange) -> BookingRecord:
        """The booking after `change`. Raises NotFound. Source: https://developer.jicoo.com/project-373292/api-5545485."""
        answer = await self._transport.call(
            "update_booking",
            "PATCH",
            urls.booking(uid),
            body=_written(change),
            repeatable=not change.is_send_updates,
            family=_BOOKINGS,
        )
        return answer.read(One[BookingRecord]).data

    async def reschedule_booking(self, uid: str, reschedule: Reschedule) -> BookingRecord:
        """The booking at another time. Raises NotFound; Refused (422) when that is not free.

        Source: https://developer.jicoo.com/apidoc/project-373292/api-5478461
        """
        path = urls.booking_reschedule(uid)
        answer = await self._transport.call(
            "reschedule_booking", "POST", path, body=_written(reschedule), family=_BOOKINGS
        )
        return answer.read(One[BookingRecord]).data

    async def cancel_booking(self, uid: str, reason: str = "") -> None:
        """Cancel a booking; what that answers, nobody says. Raises NotFound.

        A body they do not take may be one whose member is called otherwise: then it is cancelled without the reason.
        """
        path = urls.booking_cancel(uid)
        if reason:
            body = Wire.model_validate({self._cancel_reason_field: reason})
            try:
                await self._transport.call("cancel_booking", "POST", path, body=_written(body), family=_BOOKINGS)
            except Refused as error:
                if error.status not in {400, 422}:
                    raise
            else:
                return
        await self._transport.call("cancel_booking", "POST", path, body=b"{}", family=_BOOKINGS)

    # --- pages on which guests book -----------------------------------------------------------------------------

    async def list_event_types(self, team_id: str | None = None) -> list[EventType]:
        """All pages on which guests book. Some keys may not ask (NotAuthorized).

        Source: https://developer.jicoo.com/api-5734881
        """
        query = {"teamId": team_id} if team_id is not None else {}
        return await self._whole(
            "list_event_types", urls.EVENT_TYPES, query, Many[EventType], _EVENT_TYPES, lambda one: one.uid
        )

    async def get_event_type(self, uid: str) -> EventType:
        """One page on which guests book. Raises NotFound. Source: https://developer.jicoo.com/api-5723410."""
        answer = await self._transport.call("get_event_type", "GET", urls.event_type(uid), family=_EVENT_TYPES)
        return answer.read(One[EventType]).data

    async def list_event_type_hosts(self, event_type_uid: str) -> list[EventTypeHost]:
        """With whom one books on a page. Source: https://developer.jicoo.com/api-5734887."""
        query = {"eventTypeId": event_type_uid}
        return await self._whole(
            "list_event_type_hosts",
            urls.EVENT_TYPE_HOSTS,
            query,
            Many[EventTypeHost],
            _EVENT_TYPES,
            lambda one: one.uid,
        )

    async def create_event_type_host(self, event_type_uid: str, host: NewEventTypeHost) -> EventTypeHost:
        """Make somebody a host of a page. The path is by analogy with that of an update."""
        path = urls.hosts(event_type_uid)
        answer = await self._transport.call(
            "create_event_type_host", "POST", path, body=_written(host), family=_EVENT_TYPES
        )
        return answer.read(One[EventTypeHost]).data

    async def update_event_type_host(self, event_type_uid: str, uid: str, change: EventTypeHostChange) -> EventTypeHost:
        """A host of a page after `change`. Raises NotFound. Source: https://developer.jicoo.com/api-10385285."""
        path = urls.host(event_type_uid, uid)
        answer = await self._transport.call(
            "update_event_type_host", "PATCH", path, body=_written(change), repeatable=True, family=_EVENT_TYPES
        )
        return answer.read(One[EventTypeHost]).data

    async def delete_event_type_host(self, event_type_uid: str, uid: str) -> None:
        """Let somebody be a host of a page no longer. Raises NotFound."""
        path = urls.host(event_type_uid, uid)
        await self._transport.call("delete_event_type_host", "DELETE", path, family=_EVENT_TYPES)

    async def list_available_schedules(self, event_type_uid: str, span: Span) -> list[Slot]:
        """What can still be booked on a page within `span`, each time once, earliest first."""
        path = urls.available_schedules(event_type_uid)
        found: dict[str, Slot] = {}
        for window in span.windows(LONGEST_WINDOW):
            query = {"periodStart": written(window.start), "periodEnd": written(window.end)}
            answer = await self._transport.call(
                "list_available_schedules", "GET", path, query=query, family=_EVENT_TYPES
            )
            found |= {slot.started_at: slot for slot in answer.read(Many[Slot]).data}
        return [found[start] for start in sorted(found)]

    # --- people -------------------------------------------------------------------------------------------------

    async def get_me(self) -> User:
        """Whose key it is. No page lists this call; others are known to use it."""
        answer = await self._transport.call("get_me", "GET", urls.ME, family=_PEOPLE)
        return answer.read(One[User]).data

    async def list_organization_users(self) -> list[User]:
        """Everybody of the organisation. Of the two paths that may be meant, the one that is there."""
        for path in self._users_paths:
            try:
                found = await self._whole(
                    "list_organization_users", path, {}, Many[User], _PEOPLE, lambda one: one.user_id
                )
            except NotFound:
                if path == self._users_paths[-1]:
                    raise
            else:
                self._users_paths = (path,)
                return found
        raise AssertionError("the last path returns or raises")

    async def get_organization_user(self, user_id: str) -> User:
        """One of the organisation. Raises NotFound. Source: https://developer.jicoo.com/api-5611051."""
        answer = await self._transport.call("get_organization_user", "GET", urls.user(user_id), family=_PEOPLE)
        return answer.read(One[User]).data

    async def get_organization_team(self, team_id: str) -> Team:
        """A team. Raises NotFound."""
        answer = await self._transport.call("get_organization_team", "GET", urls.team(team_id), family=_PEOPLE)
        return answer.read(One[Team]).data

    async def list_user_availability_calendars(self, user_id: str) -> list[AvailabilityCalendar]:
        """The templates of when somebody can be booked. Source: https://developer.jicoo.com/project-373292/api-5622521."""
        return await self._whole(
            "list_user_availability_calendars",
            urls.AVAILABILITY_CALENDARS,
            {"userId": user_id},
            Many[AvailabilityCalendar],
            _PEOPLE,
            lambda one: one.uid,
        )

    async def get_user_availability_calendar(self, uid: str) -> AvailabilityCalendar:
        """One such template. Raises NotFound. Source: https://developer.jicoo.com/api-5631878."""
        path = urls.availability_calendar(uid)
        answer = await self._transport.call("get_user_availability_calendar", "GET", path, family=_PEOPLE)
        return answer.read(One[AvailabilityCalendar]).data

    # --- pages --------------------------------------------------------------------------------------------------

    async def _whole(
        self,
        call: str,
        path: str,
        query: Mapping[str, str],
        model: type[Many[M]],
        family: str,
        name: Callable[[M], str],
    ) -> list[M]:
        async def fetch(number: int) -> Many[M]:
            return await self._page(call, path, query, model, family, number)

        return await pages.whole(fetch, name)

    async def _page(
        self, call: str, path: str, query: Mapping[str, str], model: type[Many[M]], family: str, number: int
    ) -> Many[M]:
        asked = {**query, "page": str(number), "perPage": str(self._page_size)}
        answer = await self._transport.call(call, "GET", path, query=asked, family=family)
        return answer.read(model)


def _written(body: Wire) -> bytes:
    """What was given, and nothing else: null says something too."""
    return body.model_dump_json(by_alias=True, exclude_unset=True).encode()
