"""Jicoo's calendar, made to keep the promise of `Calendar`: schedules, and bookings to look at.

There is no call for one schedule and no search: every look reads the whole list.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from providers.bookings import BookingStatus
from providers.contract import (
    Appointment,
    AppointmentRef,
    Days,
    Draft,
    Lack,
    Limits,
    Person,
    Remains,
    Span,
    When,
    as_span,
)
from providers.errors import Broken, NotFound, ProviderError, Refused, Unreachable, Unreadable
from providers.jicoo.appointments import Reading, anew, booking_uid, drafted
from providers.jicoo.booking_models import BookingFilter
from providers.jicoo.bookings import listed, told
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from providers.jicoo.schedule_models import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    LONGEST_PLACE,
    MadeSchedule,
    NewSchedule,
    Schedule,
    ScheduleChange,
)
from providers.jicoo.times import written, zone_named
from providers.marks import LONGEST, key_of
from providers.transport import REAL_TIME, Time

_LONGEST_BOOKING = timedelta(days=7)  # whoever started no earlier than this before may still be at it
_LOOKS = (0.0, 0.5, 1.5)  # seconds before each look for what was surely made: the list may lag behind
_KEYS_KEPT = 1000


class JicooCalendar:
    """Everybody's part of the organisation's one calendar. A line in the description makes a create repeatable."""

    provider = "jicoo"
    limits = Limits(
        title=LONGEST_NAME,
        description=LONGEST_DESCRIPTION - LONGEST,
        location=LONGEST_PLACE,
        invitees=500,  # no page names a number
        lacks=frozenset({Lack.RECURRENCE, Lack.OPTIONAL, Lack.LEAD, Lack.CALENDARS}),
    )

    def __init__(self, jicoo: Jicoo, people: JicooPeople, *, time: Time = REAL_TIME) -> None:
        """`people` are those of the same organisation."""
        self._jicoo = jicoo
        self._people = people
        self._sleep = time.sleep
        self._untraced: OrderedDict[str, None] = OrderedDict()  # keys of what was made and then not found

    async def account(self, person: Person) -> str | None:
        """The user who has the member's e-mail address."""
        return await self._people.account(person)

    # --- reading ------------------------------------------------------------------------------------------------

    async def find(self, ref: AppointmentRef) -> Appointment:
        """The schedule or booking as it is now. Raises NotFound, also when `ref.owner` is not on it (any more)."""
        if (uid := booking_uid(ref)) is None:
            return (await self._there(ref))[1]
        booking = told(await self._jicoo.get_booking(uid))
        if booking.status is BookingStatus.CANCELLED or ref.owner not in (booking.hosts or ()):
            raise NotFound(self.provider, "get_booking", 404)
        return (await self._reading(ref.owner)).booking(booking)

    async def appointments(self, owner: str, span: Span, *, calendar: str | None = None) -> list[Appointment]:
        """Schedules and bookings of `owner` that overlap `span`, earliest first. There are no named calendars."""
        if calendar is not None:
            raise NotFound(self.provider, "list_schedules", 404)
        reading, schedules, bookings = await asyncio.gather(
            self._reading(owner), self._jicoo.list_schedules(), self._jicoo.list_bookings(_around(span))
        )
        found = [self._read(reading, one) for one in schedules if one.is_open and reading.has(one)]
        for record in bookings:
            booking = listed(record)
            if booking is not None and booking.status is BookingStatus.OPEN and owner in (booking.hosts or ()):
                found.append(reading.booking(booking))
        overlapping = [one for one in found if _instants(one).overlaps(span)]
        return sorted(overlapping, key=lambda one: (_instants(one).start, one.ref.id))

    async def name(self, owner: str, calendar: str | None = None) -> str:
        """There is one calendar for all."""
        return "Jicoo"

    async def called(self, owner: str, name: str) -> str | None:
        """None: there are no named calendars."""
        return None

    # --- writing ------------------------------------------------------------------------------------------------

    async def create(
        self, owner: str, draft: Draft, key: str, *, calendar: str | None = None, again: bool = False
    ) -> Appointment:
        """Make `draft` once, with `key` in the last line of its description."""
        if calendar is not None:
            raise NotFound(self.provider, "create_schedule", 404)
        if draft.recurrence is not None:
            raise self._refusal("create_schedule", "RECURRENCE")
        unknown = any(invitee.account is None for invitee in draft.invitees)
        accounts = await self._people.accounts() if unknown else {}
        try:
            schedule = drafted(owner, draft, key, accounts)
        except (ValueError, KeyError, OSError):  # past a limit; a zone that does not exist
            raise self._refusal("create_schedule", "INVALID_PARAMETER") from None
        return await self._make(owner, schedule, key, again=again)

    async def move(self, ref: AppointmentRef, when: When, zone: str) -> Appointment:
        """The schedule at another time. Raises NotFound; Refused for bookings and for what repeats."""
        schedule, _ = await self._changeable(ref, "update_schedule")
        try:
            start, end = written(when, ZoneInfo(zone))
        except (ValueError, KeyError, OSError):
            raise self._refusal("update_schedule", "INVALID_PARAMETER") from None
        all_day = isinstance(when, Days)
        change = ScheduleChange(started_at=start, ended_at=end, time_zone=zone)
        if all_day or schedule.is_all_day:
            change = change.model_copy(update={"is_all_day": all_day})
        if len(schedule.attendees or ()) > 1:
            change = change.model_copy(update={"is_send_updates": True})
        answered = await self._jicoo.update_schedule(ref.id, change)
        reading = await self._reading(ref.owner)
        return self._read(reading, _merged(schedule, change.model_dump(by_alias=True, exclude_unset=True), answered))

    async def remains(self, ref: AppointmentRef) -> Remains:
        """The schedule as it is now. Raises NotFound; Refused for bookings and for what repeats; Unreadable."""
        schedule, there = await self._changeable(ref, "list_schedules")
        try:
            anew(schedule, "remains")
        except ValueError as error:
            raise Unreadable(self.provider, "list_schedules", "it could not be made anew") from error
        return Remains(ref, there.title, there.when, there.zone, schedule.model_dump_json(by_alias=True))

    async def cancel(self, ref: AppointmentRef) -> None:
        """Take the schedule away. Raises NotFound; Refused for bookings and for what repeats."""
        await self._changeable(ref, "delete_schedule")
        await self._jicoo.delete_schedule(ref.id)

    async def restore(self, remains: Remains, key: str, *, again: bool = False) -> Appointment:
        """Make the schedule anew; it has another id, and another address of its meeting."""
        schedule = Schedule.model_validate_json(remains.snapshot)
        return await self._make(remains.ref.owner, anew(schedule, key), key, again=again)

    # --- made once ----------------------------------------------------------------------------------------------

    async def _make(self, owner: str, schedule: NewSchedule, key: str, *, again: bool) -> Appointment:
        """Create `schedule`; whatever leaves open whether that happened is followed by a look for its mark."""
        if (again or key in self._untraced) and (found := await self._marked(owner, key)) is not None:
            return found
        if key in self._untraced:
            raise self._untraceable()
        for last in (False, True):
            try:
                made = await self._jicoo.create_schedule(schedule)
            except ProviderError as error:
                if not _unclear(error):
                    raise
                try:
                    found = await self._marked(owner, key)
                except _Several:
                    raise
                except ProviderError:
                    raise error from None  # that one tells what is not known
                if found is not None:
                    return found
                if last:
                    raise
            else:
                return await self._traced(owner, schedule, made, key)
        raise AssertionError("the second try returns or raises")

    async def _traced(self, owner: str, schedule: NewSchedule, made: MadeSchedule, key: str) -> Appointment:
        """What was made, by the id in the answer, else by its mark; it is never made again."""
        if made.uid:
            sent = schedule.model_dump(by_alias=True, exclude_unset=True)
            return self._read(await self._reading(owner), _merged(None, sent, made))
        self._untraced[key] = None
        while len(self._untraced) > _KEYS_KEPT:
            self._untraced.popitem(last=False)
        for pause in _LOOKS:
            await self._sleep(pause)
            if (found := await self._marked(owner, key)) is not None:
                del self._untraced[key]
                return found
        raise self._untraceable()

    async def _marked(self, owner: str, key: str) -> Appointment | None:
        """The one schedule with that mark. Raises _Several."""
        reading = await self._reading(owner)
        found = [
            one
            for one in await self._jicoo.list_schedules()
            if one.is_open and key_of(one.description) == key and reading.has(one)
        ]
        if len(found) > 1:
            raise _Several(self.provider, "create_schedule", "several have the mark")
        return self._read(reading, found[0]) if found else None

    def _untraceable(self) -> Unreadable:
        return Unreadable(self.provider, "create_schedule", "it was made, and cannot be found")

    # --- between their nouns and ours ---------------------------------------------------------------------------

    async def _there(self, ref: AppointmentRef) -> tuple[Schedule, Appointment]:
        """The schedule that `ref` means. Raises NotFound."""
        if ref.calendar is None and ref.occurrence is None:
            reading, schedules = await asyncio.gather(self._reading(ref.owner), self._jicoo.list_schedules())
            for schedule in schedules:
                if schedule.uid == ref.id and schedule.is_open and reading.has(schedule):
                    return schedule, self._read(reading, schedule)
        raise NotFound(self.provider, "list_schedules", 404)

    async def _changeable(self, ref: AppointmentRef, call: str) -> tuple[Schedule, Appointment]:
        """The schedule, if it may be changed here: what its `routine` says, no page tells."""
        if booking_uid(ref) is not None:
            raise self._refusal(call, "BOOKING")
        schedule, there = await self._there(ref)
        if there.series:
            raise self._refusal(call, "RECURRENCE")
        return schedule, there

    async def _reading(self, owner: str) -> Reading:
        return Reading(self.provider, owner, await self._people.everyone())

    def _read(self, reading: Reading, schedule: Schedule) -> Appointment:
        try:
            return reading.schedule(schedule)
        except ValueError as error:
            raise Unreadable(self.provider, "list_schedules", "a schedule has no readable time") from error

    def _refusal(self, call: str, code: str) -> Refused:
        return Refused(self.provider, call, 400, code)


class _Several(Unreadable):
    """More than one schedule has the mark of one: which is meant, and whether to make another, is for people to say."""


def _merged(before: Schedule | None, sent: Mapping[str, object], answered: MadeSchedule) -> Schedule:
    """What stands now: as it was, as we wanted it, as they say it is; the later counts."""
    was = before.model_dump(by_alias=True) if before is not None else {}
    return Schedule.model_validate({**was, **sent, **answered.model_dump(by_alias=True, exclude_none=True)})


def _around(span: Span) -> BookingFilter:
    """Open bookings that may overlap `span`: the list tells only by their start and by their end."""
    return BookingFilter(status="open", started_at=span.start - _LONGEST_BOOKING, ended_at=span.end + _LONGEST_BOOKING)


def _instants(appointment: Appointment) -> Span:
    return as_span(appointment.when, zone_named(appointment.zone))


def _unclear(error: ProviderError) -> bool:
    """Whether the schedule may be there although an error came."""
    return isinstance(error, Broken | Unreadable) or (isinstance(error, Unreachable) and error.sent)
