"""Events in LINE WORKS's JSON. No I/O.

What is read is taken as it comes: unknown members are kept, since a PUT must not lose them, and what should be there
may be missing. What is written is held to the limits of the page: the classes whose names begin with `New`, and
`EventChange`.

Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-create
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from providers.lineworks.models import Page, Wire

# --- as they come -----------------------------------------------------------------------------------------------


class Stamp(Wire):
    """An instant as wall-clock time, e.g. "2021-12-13T14:00:00", with the zone beside it."""

    date_time: str | None = None
    time_zone: str | None = None


class EventTime(Stamp):
    """A day (`date`, all-day) or a wall-clock time in a zone."""

    date: str | None = None


class Organizer(Wire):
    """Whose event it is; for a shared calendar the address may be the calendar's own."""

    email: str | None = None
    display_name: str | None = None


class Attendee(Wire):
    """A person (`email`) or a room or thing (`id`, `is_resource`)."""

    id: str | None = None
    email: str | None = None
    display_name: str | None = None
    partstat: str | None = None
    is_resource: bool | None = None
    is_external_resource: bool | None = None
    is_optional: bool | None = None
    resource_value: str | None = None  # read only

    @property
    def external(self) -> bool:
        """Whether the resource is not theirs; all samples misspell the member, and it goes back as it came."""
        misspelt = (self.model_extra or {}).get("isExternalResouce")
        return bool(self.is_external_resource or misspelt)


class Alarm(Wire):
    """A reminder: `trigger` before the start, e.g. "-PT10M", or at an instant."""

    method: str | None = None
    trigger: str | None = None
    trigger_date_time: Stamp | None = None


class Map(Wire):
    """A place; `geo` reads "latitude;longitude"."""

    type: str | None = None
    geo: str | None = None


class MapUrl(Wire):
    """A picture of a place."""

    map_url: str | None = None
    image_id: str | None = None


class VideoMeeting(Wire):
    """Theirs to make: read only."""

    url: str | None = None
    resource_id: str | None = None


class Attachment(Wire):
    """A file; read only. `file_size` is in bytes."""

    file_url: str | None = None
    file_name: str | None = None
    file_size: int | None = None


class Event(Wire):
    """One component: an event, the master of a series, or (with `recurring_event_id`) an exception of one."""

    event_id: str
    created_time: Stamp | None = None
    updated_time: Stamp | None = None
    summary: str | None = None
    description: str | None = None
    location: str | None = None
    map: Map | None = None
    map_url: MapUrl | None = None
    category_id: str | None = None
    organizer: Organizer | None = None
    start: EventTime | None = None
    end: EventTime | None = None
    recurrence: tuple[str, ...] | None = None
    recurring_event_id: str | None = None
    transparency: str | None = None
    visibility: str | None = None
    sequence: int | None = None
    attendees: tuple[Attendee, ...] | None = None
    video_meeting: VideoMeeting | None = None
    reminders: tuple[Alarm, ...] | None = None
    attachments: tuple[Attachment, ...] | None = None
    priority: int | None = None
    view_url: str | None = None


class EventSet(Wire):
    """An event with its exceptions: what create, get and update answer, and the list wraps each entry in."""

    event_components: Annotated[tuple[Event, ...], Field(min_length=1)]
    organizer_calendar_id: str | None = None

    @property
    def master(self) -> Event:
        """The event itself: the component that replaces no occurrence, else the first."""
        components = self.event_components
        return next((event for event in components if event.recurring_event_id is None), components[0])


class EventPage(Page):
    """Events of a window."""

    events: tuple[EventSet, ...] | None = None


# --- as we write them -------------------------------------------------------------------------------------------

_Wall = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$")]  # seconds, no offset
_Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
_Title = Annotated[str, Field(max_length=200)]
_Memo = Annotated[str, Field(max_length=5000)]
_Place = Annotated[str, Field(max_length=100)]
_Rules = Annotated[tuple[str, ...], Field(max_length=100)]


class NewStamp(Stamp):
    """An instant to be sent."""

    date_time: _Wall
    time_zone: Annotated[str, Field(min_length=1)]


class NewEventTime(EventTime):
    """A day, or a wall-clock time with its zone: exactly one of the two."""

    date_time: _Wall | None = None
    date: _Day | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.date is None) == (self.date_time is None):
            raise ValueError("exactly one of date and dateTime")
        if self.date_time is not None and not self.time_zone:
            raise ValueError("dateTime needs a timeZone")
        return self


class NewAttendee(Attendee):
    """Somebody or something to be invited: people by e-mail, resources by id."""

    partstat: Literal["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"] | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not (self.email or self.id):
            raise ValueError("an attendee needs an e-mail or an id")
        return self


class NewAlarm(Alarm):
    """A reminder to be set."""

    method: Literal["DISPLAY", "EMAIL"]
    trigger_date_time: NewStamp | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.trigger is None) == (self.trigger_date_time is None):
            raise ValueError("exactly one of trigger and triggerDateTime")
        return self


_People = Annotated[tuple[NewAttendee, ...], Field(max_length=500)]
_Alarms = Annotated[tuple[NewAlarm, ...], Field(max_length=100)]


class NewOrganizer(Organizer):
    """Only for invitations in a shared calendar, which want the calendar's own address here."""

    email: Annotated[str, Field(min_length=1)]


class NewEvent(Event):
    """A component to be created. Without `event_id` the server chooses one."""

    event_id: Annotated[str, Field(min_length=1, max_length=255)] | None = None  # type: ignore[assignment]  # optional only on the way out
    summary: _Title
    description: _Memo | None = None
    location: _Place | None = None
    organizer: NewOrganizer | None = None
    start: NewEventTime
    end: NewEventTime | None = None
    recurrence: _Rules | None = None
    transparency: Literal["OPAQUE", "TRANSPARENT"] | None = None
    visibility: Literal["PUBLIC", "PRIVATE"] | None = None
    sequence: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    attendees: _People | None = None
    reminders: _Alarms | None = None
    priority: Annotated[int, Field(ge=0, le=9)] | None = None


class EventChange(Wire):
    """What `update_event` is to change; what is not given stays, None takes the member away."""

    summary: _Title | None = None
    description: _Memo | None = None
    location: _Place | None = None
    start: NewEventTime | None = None
    end: NewEventTime | None = None
    recurrence: _Rules | None = None
    transparency: Literal["OPAQUE", "TRANSPARENT"] | None = None
    visibility: Literal["PUBLIC", "PRIVATE"] | None = None
    attendees: _People | None = None
    reminders: _Alarms | None = None

    def applied_to(self, event: Event) -> Event:
        """`event` with the change; everything else as it was, also what we do not know."""
        return event.model_copy(update={name: getattr(self, name) for name in self.model_fields_set})


class EventRequest(Wire):
    """The body of a create: new events, or such as were read before (see `anew`)."""

    event_components: Annotated[tuple[NewEvent | Event, ...], Field(min_length=1)]
    send_notification: bool = True

    @model_validator(mode="after")
    def _one_event(self) -> Self:
        if len({event.event_id for event in self.event_components}) > 1:
            raise ValueError("all components carry the same eventId")
        return self


class EventReplacement(Wire):
    """The body of a PUT: all components as they are to be, since what is left out is lost."""

    event_components: Annotated[tuple[Event, ...], Field(min_length=1)]
    send_notification: bool = True

    @model_validator(mode="after")
    def _one_event(self) -> Self:
        if len({event.event_id for event in self.event_components}) > 1:
            raise ValueError("all components carry the same eventId")
        return self


READ_ONLY: dict[str, Any] = {"created_time": True, "updated_time": True, "attachments": True, "view_url": True}
"""Members of an event that no request page lists; as pydantic's `exclude` wants them."""

MADE_BY_SERVER: dict[str, Any] = READ_ONLY | {
    "event_id": True,
    "organizer": True,
    "sequence": True,
    "video_meeting": True,
    "attendees": {"__all__": {"resource_value"}},
}
"""Members that mean one certain event: kept when it is changed, left out when it is made anew."""


def anew(event: Event, event_id: str) -> Event:
    """`event` to be made a second time, under `event_id`: without what means the first one, all else as it was read."""
    kept = event.model_dump(by_alias=True, exclude_none=True, exclude=MADE_BY_SERVER)
    return Event.model_validate(kept | {"eventId": event_id})


def invites(events: Iterable[Event]) -> bool:
    """Whether there is anybody (or a room) on `events` but the organiser: somebody to notify."""
    for event in events:
        organizer = event.organizer.email if event.organizer else None
        own = (organizer or "").casefold()
        if any(not attendee.email or attendee.email.casefold() != own for attendee in event.attendees or ()):
            return True
    return False
