"""From LINE WORKS's events to our appointments; series come out occurrence by occurrence. No I/O, no clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from providers.contract import Appointment, AppointmentRef, Days, Invitee, Span, When, after, as_span
from providers.lineworks.events import Event, EventSet
from providers.lineworks.recurrence import Start, UnreadableRule, excluded, occurrence_id, occurrence_start, starts
from providers.lineworks.times import on_the_clock, when_of, zone_of

log = structlog.get_logger()

_DAY = timedelta(days=1)
_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Series:
    """A repeating event with its exceptions, by the start that each replaces."""

    master: Event
    zone: ZoneInfo
    first: Start
    lines: tuple[str, ...]
    exceptions: dict[Start, Event]

    def has(self, start: Start) -> bool:
        """Whether there is an occurrence at `start`, moved elsewhere or not."""
        if isinstance(start, datetime) != isinstance(self.first, datetime) or excluded(self.lines, start, self.zone):
            return False
        moment = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
        return start in self.exceptions or start in starts(self.lines, self.first, self.zone, moment, moment)


@dataclass(frozen=True, slots=True)
class Reading:
    """How events of one calendar are read: `zone` for times that name none, and what an all-day `end` means.

    All methods raise ValueError for what is no event.
    """

    owner: str
    calendar: str | None
    zone: ZoneInfo
    end_exclusive: bool

    def whole(self, entry: EventSet) -> Appointment:
        """The event itself; of a series, its master."""
        return self._appointment(entry.master, self._when(entry.master), series=bool(entry.master.recurrence))

    def occurrence(self, entry: EventSet, name: str) -> Appointment | None:
        """The occurrence that `recurringEventId` `name` means; None when the series has none there."""
        series = self.series(entry)
        if series is None:
            return None
        start = occurrence_start(name, series.zone)
        return self._one(series, start) if series.has(start) else None

    def overlapping(self, entry: EventSet, span: Span) -> list[Appointment]:
        """What of `entry` overlaps `span`."""
        series = self.series(entry)
        if series is None:
            # Singly, should the server have expanded a series by itself: then only the exception's name tells them apart.
            return [
                self._appointment(event, when, series=True, occurrence=event.recurring_event_id)
                if event.recurring_event_id
                else self._appointment(event, when)
                for event in entry.event_components
                if self._overlaps(when := self._when(event), span)
            ]
        try:
            planned = self._starts_near(series, span)
        except UnreadableRule:
            log.warning("a series cannot be read, its first date is taken for all", provider="lineworks")
            planned = [series.first]
        named = (start for start in series.exceptions if not excluded(series.lines, start, series.zone))
        found = [self._one(series, start) for start in dict.fromkeys([*planned, *named])]
        return [appointment for appointment in found if self._overlaps(appointment.when, span)]

    def series(self, entry: EventSet) -> Series | None:
        """`entry` as a series; None when it does not repeat."""
        master = entry.master
        if not master.recurrence or master.recurring_event_id:
            return None
        when, zone = self._when(master), zone_of(master.start, self.zone)
        first = when.first if isinstance(when, Days) else _wall(when.start, zone)
        exceptions = {
            occurrence_start(event.recurring_event_id, zone): event
            for event in entry.event_components
            if event.recurring_event_id
        }
        return Series(master, zone, first, master.recurrence, exceptions)

    def _starts_near(self, series: Series, span: Span) -> list[Start]:
        """Starts that may overlap `span`, and some around it."""
        when = self._when(series.master)
        length = when.last - when.first if isinstance(when, Days) else when.end - when.start
        since, until = _wall(span.start, series.zone), _wall(span.end, series.zone)
        return starts(series.lines, series.first, series.zone, since - length - _DAY, until + _DAY)

    def _one(self, series: Series, start: Start) -> Appointment:
        name = occurrence_id(start, series.zone)
        if start in series.exceptions:
            event = series.exceptions[start]
            return self._appointment(event, self._when(event), series=True, occurrence=name)
        when = self._when(series.master)
        there: When
        if isinstance(when, Days):
            day = start.date() if isinstance(start, datetime) else start
            there = Days(day, day + (when.last - when.first))
        else:
            moment = start if isinstance(start, datetime) else _midnight(start)
            length = _wall(when.end, series.zone) - _wall(when.start, series.zone)
            begin = on_the_clock(moment.replace(tzinfo=series.zone), series.zone)
            # From where it begins: what is put off because the clocks skip its hour is put off whole.
            end = begin.replace(tzinfo=None, fold=0) + length
            there = Span(begin, max(begin, end.replace(tzinfo=series.zone)))
        return self._appointment(series.master, there, series=True, occurrence=name)

    def _when(self, event: Event) -> When:
        return when_of(event, self.zone, end_exclusive=self.end_exclusive)

    def _overlaps(self, when: When, span: Span) -> bool:
        return as_span(when, self.zone).overlaps(span)

    def _appointment(
        self, event: Event, when: When, *, series: bool = False, occurrence: str | None = None
    ) -> Appointment:
        organizer = (event.organizer and event.organizer.email) or None
        people = [
            attendee
            for attendee in event.attendees or ()
            if attendee.email and not attendee.is_resource and attendee.email != organizer
        ]
        precious = {
            "answers": any(attendee.partstat not in {None, "", "NEEDS-ACTION"} for attendee in people),
            "meeting": bool(event.video_meeting and event.video_meeting.url),
            "attachments": bool(event.attachments),
        }
        stamp = event.updated_time
        return Appointment(
            ref=AppointmentRef("lineworks", self.owner, event.event_id, self.calendar, occurrence),
            title=event.summary or "",
            when=_as_shown(when),
            zone=zone_of(event.start, self.zone).key,
            description=event.description or "",
            location=event.location or "",
            organizer=organizer,
            invitees=tuple(
                Invitee(attendee.email or "", attendee.display_name or "", bool(attendee.is_optional))
                for attendee in people
            ),
            private=event.visibility == "PRIVATE",
            free=event.transparency == "TRANSPARENT",
            series=series,
            link=event.view_url,
            meeting=event.video_meeting.url if event.video_meeting else None,
            version=f"{stamp.date_time} {stamp.time_zone}" if stamp and stamp.date_time else None,
            precious=frozenset(name for name, there in precious.items() if there),
        )


def _as_shown(when: When) -> When:
    """Where the clocks skip a time that is written, the one that they show then."""
    return when if isinstance(when, Days) else Span(after(when.start, _NOTHING), after(when.end, _NOTHING))


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())
