"""LINE WORKS's calendars, made to keep the promise of `Calendar`."""

import unicodedata
from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from providers.contract import Appointment, AppointmentRef, Draft, Limits, Person, Remains, Span, When
from providers.errors import (
    Broken,
    NotAuthorized,
    NotFound,
    ProviderError,
    Refused,
    Throttled,
    Unreachable,
    Unreadable,
)
from providers.lineworks.appointments import Reading, Series
from providers.lineworks.client import LineWorks
from providers.lineworks.events import Event, EventSet, NewAlarm, NewAttendee, NewEvent, anew, invites
from providers.lineworks.recurrence import (
    Start,
    excluded,
    occurrence_id,
    occurrence_start,
    shifted,
    with_again,
    without,
)
from providers.lineworks.times import on_the_clock, written
from providers.remembered import Remembered
from providers.transport import REAL_TIME, Time

_HOURS = 3600.0
_MARGIN = timedelta(days=1)  # whether the list's bounds are inclusive, and cut in whose zone, no page says


class LineWorksCalendar:
    """Default and named calendars of members. The caller chooses `eventId`, which is what makes a create repeatable."""

    provider = "lineworks"
    limits = Limits(title=200, description=5000, location=100, invitees=500)

    def __init__(
        self, works: LineWorks, *, zone: str = "Asia/Tokyo", all_day_end_exclusive: bool = True, time: Time = REAL_TIME
    ) -> None:
        """`zone` serves for times that name none; `all_day_end_exclusive`: whole days end on the day after."""
        self._works = works
        self._zone = ZoneInfo(zone)
        self._end_exclusive = all_day_end_exclusive
        self._names: Remembered[tuple[str, str | None], str] = Remembered(seconds=_HOURS, most=1000, time=time)

    async def account(self, person: Person) -> str | None:
        """Members are known here by their `userId`."""
        return person.user_id

    # --- reading ------------------------------------------------------------------------------------------------

    async def find(self, ref: AppointmentRef) -> Appointment:
        """The event, or the one occurrence, as it is now. Raises NotFound."""
        return self._find(ref, await self._get(ref))

    async def appointments(self, owner: str, span: Span, *, calendar: str | None = None) -> list[Appointment]:
        """What overlaps `span`, occurrences of series one by one, earliest first."""
        reading = self._reading(owner, calendar)
        wide = Span(span.start - _MARGIN, span.end + _MARGIN)
        found: dict[tuple[str, str | None, When | None], Appointment] = {}
        for entry in await self._works.list_events(owner, wide, calendar_id=calendar):
            try:
                overlapping = reading.overlapping(entry, span)
            except ValueError as error:
                raise Unreadable(self.provider, "list_events", "an event has no readable time") from error
            for one in overlapping:
                found[(one.ref.id, one.ref.occurrence, None if one.ref.occurrence else one.when)] = one
        return sorted(found.values(), key=self._begins)

    async def name(self, owner: str, calendar: str | None = None) -> str:
        """What the calendar is called, kept for an hour. Raises NotFound."""

        async def ask() -> str:
            if calendar is None:
                return (await self._works.get_default_calendar(owner)).calendar_name or ""
            for one in await self._works.list_calendar_personals(owner):
                if one.calendar_id == calendar:
                    return one.calendar_name or ""
            raise NotFound(self.provider, "list_calendar_personals", 404)

        return await self._names.get((owner, calendar), ask)

    async def called(self, owner: str, name: str) -> str | None:
        """The id of the calendar of that name, as people write it: 「営業部」 means 「営業部カレンダー」 too."""
        reachable = {_spoken(one.calendar_name): one for one in await self._works.list_calendar_personals(owner)}
        found = reachable.get(_spoken(name))
        return found.calendar_id if found and _spoken(name) else None

    # --- writing ------------------------------------------------------------------------------------------------

    async def create(
        self, owner: str, draft: Draft, key: str, *, calendar: str | None = None, again: bool = False
    ) -> Appointment:
        """Make `draft` once, with `key` as its `eventId`."""
        try:
            event = self._drafted(draft, key)
        except (ValueError, KeyError, OSError):  # past a limit; a zone that does not exist
            raise Refused(self.provider, "create_event", 400, "INVALID_PARAMETER") from None
        ref = AppointmentRef(self.provider, owner, key, calendar)
        return await self._make(ref, [event], told=invites([event]), again=again)

    async def move(self, ref: AppointmentRef, when: When, zone: str) -> Appointment:
        """The event at another time; one occurrence of a series alone, or a whole series with what was taken out.

        Raises NotFound; Refused where a series cannot follow to other days.
        """
        entry = await self._get(ref)
        series = self._series(ref, entry)
        try:
            if series is None:
                start, end = written(when, ZoneInfo(zone), end_exclusive=self._end_exclusive)
                components = [
                    event.model_copy(update={"start": start, "end": end}) if event is entry.master else event
                    for event in entry.event_components
                ]
            elif ref.occurrence is None:
                components = self._series_moved(series, when)
            else:
                components = self._occurrence_moved(series, occurrence_start(ref.occurrence, series.zone), when)
        except (ValueError, KeyError, OSError):  # a rule that does not move along; a zone that does not exist
            raise Refused(self.provider, "put_event", 400, "INVALID_PARAMETER") from None
        return self._find(ref, await self._put(ref, components))

    async def remains(self, ref: AppointmentRef) -> Remains:
        """All components of the event as they are now. Raises NotFound; Unreadable for what could not come back."""
        entry = await self._get(ref)
        there = self._find(ref, entry)
        return Remains(
            ref, there.title, there.when, there.zone, entry.model_dump_json(by_alias=True, exclude_none=True)
        )

    async def cancel(self, ref: AppointmentRef) -> None:
        """Take the event away; one occurrence by an EXDATE, since DELETE takes the series. Raises NotFound."""
        entry = await self._get(ref)
        if ref.occurrence is None:
            told = invites(entry.event_components)
            await self._works.delete_event(ref.owner, ref.id, calendar_id=ref.calendar, send_notification=told)
            return
        series = self._series(ref, entry)
        assert series is not None  # _series raises NotFound for an occurrence of what does not repeat
        start = occurrence_start(ref.occurrence, series.zone)
        left = {other: event for other, event in series.exceptions.items() if other != start}
        await self._put(ref, _components(series, without(series.lines, start, series.zone), left))

    async def restore(self, remains: Remains, key: str, *, again: bool = False) -> Appointment:
        """Bring back what was cancelled: a whole event under `key`, one occurrence in its series.

        It is written as it was read, also where that is past a limit of the page: they have had it so before.
        Of the series only that occurrence is touched, so nothing that others changed meanwhile is lost.
        """
        ref = remains.ref
        entry = EventSet.model_validate_json(remains.snapshot)
        if ref.occurrence is not None:
            return await self._restore_occurrence(ref, entry)
        events = [anew(event, key) for event in entry.event_components]
        told = invites(entry.event_components)
        new = AppointmentRef(self.provider, ref.owner, key, ref.calendar)
        return await self._make(new, events, told=told, again=again)

    async def _restore_occurrence(self, ref: AppointmentRef, before: EventSet) -> Appointment:
        entry = await self._get(ref)
        reading = self._reading(ref.owner, ref.calendar)
        now, then = reading.series(entry), reading.series(before)
        if now is None or then is None or ref.occurrence is None:
            raise NotFound(self.provider, "get_event", 404)
        start = occurrence_start(ref.occurrence, now.zone)
        if not excluded(now.lines, start, now.zone):
            return self._find(ref, entry)  # back already, by us or by hand
        exceptions = dict(now.exceptions)
        if start in then.exceptions:
            exceptions[start] = then.exceptions[start]
        lines = with_again(now.lines, start, now.zone)
        return self._find(ref, await self._put(ref, _components(now, lines, exceptions)))

    async def _make(self, ref: AppointmentRef, events: Sequence[Event], *, told: bool, again: bool) -> Appointment:
        """Create `events` under `ref.id`; whatever leaves open whether that happened is followed by a look.

        `told`: those invited are.
        """
        if again and (found := await self._there(ref)) is not None:
            return found
        for last in (False, True):
            try:
                made = await self._works.create_event(
                    ref.owner, events, calendar_id=ref.calendar, send_notification=told
                )
            except ProviderError as error:
                if not _unclear(error):
                    raise
                try:
                    found = await self._there(ref)
                except ProviderError:
                    raise error from None  # that one tells what is not known
                if found is not None:
                    return found
                if last or isinstance(error, Refused):
                    raise
            else:
                return self._find(ref, made)
        raise AssertionError("the second try returns or raises")

    # --- between their nouns and ours ---------------------------------------------------------------------------

    async def _get(self, ref: AppointmentRef) -> EventSet:
        return await self._works.get_event(ref.owner, ref.id, calendar_id=ref.calendar)

    async def _there(self, ref: AppointmentRef) -> Appointment | None:
        try:
            return self._find(ref, await self._get(ref))
        except NotFound:
            return None

    async def _put(self, ref: AppointmentRef, components: Sequence[Event]) -> EventSet:
        return await self._works.put_event(
            ref.owner,
            ref.id,
            components,
            calendar_id=ref.calendar,
            send_notification=invites(components),
        )

    def _find(self, ref: AppointmentRef, entry: EventSet) -> Appointment:
        reading = self._reading(ref.owner, ref.calendar)
        try:
            found = reading.whole(entry) if ref.occurrence is None else reading.occurrence(entry, ref.occurrence)
        except ValueError as error:
            raise Unreadable(self.provider, "get_event", "an event has no readable time") from error
        if found is None:
            raise NotFound(self.provider, "get_event", 404)
        return found

    def _series(self, ref: AppointmentRef, entry: EventSet) -> Series | None:
        """The series of `entry`, if it is one. Raises NotFound when `ref` means an occurrence that is not there."""
        self._find(ref, entry)
        return self._reading(ref.owner, ref.calendar).series(entry)

    def _reading(self, owner: str, calendar: str | None) -> Reading:
        return Reading(owner, calendar, self._zone, self._end_exclusive)

    def _begins(self, appointment: Appointment) -> tuple[float, str, str]:
        when = appointment.when
        start = when.start if isinstance(when, Span) else when.span(self._zone).start
        return start.timestamp(), appointment.ref.id, appointment.ref.occurrence or ""

    def _series_moved(self, series: Series, when: When) -> list[Event]:
        """A series keeps its own zone: the days that were taken out are written in it."""
        start, end = written(when, series.zone, end_exclusive=self._end_exclusive)
        first = _first(when, series.zone)
        moved = series.master.model_copy(update={"start": start, "end": end})
        lines = shifted(series.lines, series.first, first, series.zone)
        exceptions = {
            other + (first - series.first): event for other, event in series.exceptions.items()
        }  # an exception stays where it is, only the date that it replaces goes along
        return _components(Series(moved, series.zone, first, lines, exceptions), lines, exceptions)

    def _occurrence_moved(self, series: Series, start: Start, when: When) -> list[Event]:
        begin, end = written(when, series.zone, end_exclusive=self._end_exclusive)
        event = series.exceptions.get(start) or series.master.model_copy(update={"recurrence": None})
        moved = event.model_copy(update={"start": begin, "end": end})
        return _components(series, series.lines, {**series.exceptions, start: moved})

    def _drafted(self, draft: Draft, key: str) -> NewEvent:
        start, end = written(draft.when, ZoneInfo(draft.zone), end_exclusive=self._end_exclusive)
        return NewEvent(
            event_id=key,
            summary=draft.title,
            description=draft.description or None,
            location=draft.location or None,
            start=start,
            end=end,
            recurrence=(f"RRULE:{draft.recurrence.removeprefix('RRULE:')}",) if draft.recurrence else None,
            transparency="TRANSPARENT" if draft.free else None,
            visibility="PRIVATE" if draft.private else None,
            attendees=tuple(
                NewAttendee(
                    email=invitee.email, display_name=invitee.name or None, is_optional=invitee.optional or None
                )
                for invitee in draft.invitees
            )
            or None,
            reminders=tuple(NewAlarm(method="DISPLAY", trigger=_before(lead)) for lead in draft.reminders) or None,
        )


def _spoken(name: str | None) -> str:
    """A calendar's name without what makes no difference: width, case, blanks, and the word "calendar" behind it."""
    plain = "".join(unicodedata.normalize("NFKC", name or "").casefold().split())
    return plain.removesuffix("カレンダー").removesuffix("calendar")


def _components(series: Series, lines: tuple[str, ...], exceptions: dict[Start, Event]) -> list[Event]:
    """All components of a series: the master, then what replaces its occurrences."""
    master = series.master.model_copy(update={"recurrence": lines})
    replacing = [
        event.model_copy(update={"recurring_event_id": occurrence_id(start, series.zone)})
        for start, event in exceptions.items()
    ]
    return [master, *replacing]


def _first(when: When, zone: ZoneInfo) -> Start:
    return on_the_clock(when.start, zone).replace(tzinfo=None, fold=0) if isinstance(when, Span) else when.first


def _unclear(error: ProviderError) -> bool:
    """Whether the event may be there although an error came; a taken `eventId` is a 409, or for all we know a 400."""
    if isinstance(error, NotAuthorized | NotFound | Throttled):
        return False
    if isinstance(error, Refused):
        return error.status in {400, 409}
    return isinstance(error, Broken | Unreadable) or (isinstance(error, Unreachable) and error.sent)


def _before(lead: timedelta) -> str:
    """A time before the start as RFC 5545 writes it, e.g. "-PT10M"."""
    minutes = int(lead.total_seconds() // 60)
    if minutes and minutes % 1440 == 0:
        return f"-P{minutes // 1440}D"
    return f"-PT{minutes // 60}H" if minutes and minutes % 60 == 0 else f"-PT{minutes}M"
