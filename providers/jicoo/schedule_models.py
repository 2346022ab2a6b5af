"""Schedules as Jicoo's JSON has them: what people put on its calendar by hand. No I/O.

Source: https://developer.jicoo.com/api-5577216, https://developer.jicoo.com/api-5582019
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from providers.jicoo.models import Instant, Location, Mail, Priority, Role, Wire

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 10_000
LONGEST_PLACE = 2000


class Attendee(Wire):
    """Somebody on a schedule: a user of the organisation, or somebody else by e-mail."""

    user_id: str | None = None
    email: str | None = None
    role: str | None = None
    user_type: str | None = None


class MadeSchedule(Wire):
    """What a create answers: the one example has everything but an id."""

    uid: str | None = None
    name: str | None = None
    description: str | None = None
    routine: Any = None
    is_remind: bool | None = None
    project_id: str | None = None
    phone_number: str | None = None
    access: str | None = None
    address: str | None = None
    custom_location: str | None = None
    attendees: tuple[Attendee, ...] | None = None
    is_all_day: bool | None = None
    time_zone: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    priority: str | None = None
    display_type: str | None = None
    location: str | None = None
    transparency: str | None = None
    behavior: str | None = None
    visibility_type: str | None = None
    status: str | None = None
    url: str | None = None
    updated_at: str | None = None
    created_at: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it takes place."""
        return self.status is None or not self.status.startswith("cancel")


class Schedule(MadeSchedule):
    """A schedule as it is listed."""

    uid: str


class NewAttendee(Wire):
    """Somebody to be put on a schedule; exactly one of `user_id` and `email`."""

    user_id: str | None = None
    email: Mail | None = None
    role: Role
    user_type: Literal["host", "guest"]

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.user_id is None) == (self.email is None):
            raise ValueError("an attendee is a user or an e-mail address")
        return self


class ScheduleChange(Wire):
    """What is to be different about a schedule; what is not given stays.

    `is_send_updates` tells those on it, with the words of `update_message`.
    Source: https://developer.jicoo.com/apidoc/project-373292/api-5547058
    """

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)] | None = None
    started_at: Instant | None = None
    ended_at: Instant | None = None
    time_zone: str | None = None
    attendees: tuple[NewAttendee, ...] | None = None
    description: Annotated[str, Field(max_length=LONGEST_DESCRIPTION)] | None = None
    routine: None = None  # what an object would have to hold, no page that can be read says
    is_remind: bool | None = None
    project_id: Annotated[int, Field(gt=0)] | None = None
    phone_number: Annotated[str, Field(max_length=32)] | None = None
    access: Annotated[str, Field(max_length=2000)] | None = None  # how to get there, in words
    address: Annotated[str, Field(max_length=255)] | None = None
    custom_location: Annotated[str, Field(max_length=LONGEST_PLACE)] | None = None
    is_all_day: bool | None = None
    priority: Priority | None = None
    display_type: Literal["private", "teamPublic", "public"] | None = None
    location: Location | None = None
    transparency: Literal["opaque", "transparent"] | None = None
    behavior: Literal["event", "work"] | None = None
    visibility_type: Literal["default", "busy"] | None = None
    update_message: Annotated[str, Field(max_length=2000)] | None = None
    is_send_updates: bool | None = None


class NewSchedule(Wire):
    """A schedule to be made. What is not given is not sent, and nobody says what it then is."""

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    time_zone: str
    started_at: Instant
    ended_at: Instant
    routine: None = None
    attendees: tuple[NewAttendee, ...]
    description: Annotated[str, Field(max_length=LONGEST_DESCRIPTION)] | None = None
    is_remind: bool | None = None
    project_id: Annotated[int, Field(gt=0)] | None = None
    phone_number: Annotated[str, Field(max_length=32)] | None = None
    access: Annotated[str, Field(max_length=2000)] | None = None
    address: Annotated[str, Field(max_length=255)] | None = None
    custom_location: Annotated[str, Field(max_length=LONGEST_PLACE)] | None = None
    is_all_day: bool | None = None
    priority: Priority | None = None
    display_type: Literal["private", "teamPublic", "public"] | None = None
    location: Location | None = None
    transparency: Literal["opaque", "transparent"] | None = None
    behavior: Literal["event", "work"] | None = None
    visibility_type: Literal["default", "busy"] | None = None
