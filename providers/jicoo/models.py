"""Jicoo's JSON, as it is: envelopes, people, the pages on which guests book. No I/O.

What is read is taken as it comes: unknown members are kept, words of no documented list too, numbers where words should
be, and what should be there may be missing. What is sent has to be as the pages say.

Source: https://developer.jicoo.com/doc-351325 and the page of each call
"""

from datetime import UTC, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AliasChoices, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel
from pydantic.functional_serializers import PlainSerializer


class Wire(BaseModel):
    """Our names from theirs by one rule; frozen; what we do not know is kept."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        frozen=True,
        coerce_numbers_to_str=True,  # ids and even words come as numbers at times
        hide_input_in_errors=True,  # an error's text may end in a log
    )


M = TypeVar("M", bound=Wire)


def written(moment: datetime) -> str:
    """An instant as they write it: UTC, milliseconds, "Z"."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def _whole(value: object) -> int | None:
    """A count; None for what is none, rather than an error."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


Instant = Annotated[AwareDatetime, PlainSerializer(written)]
Count = Annotated[int | None, BeforeValidator(_whole)]
Mail = Annotated[str, Field(max_length=255, pattern=r"^[^@\s]+@[^@\s]+$")]

Role = Literal["admin", "editor", "viewer"]
Priority = Literal["low", "middle", "high"]
Location = Literal["inPerson", "phone", "zoom", "googleMeet", "askInvitee", "teams", "custom"]


# --- envelopes --------------------------------------------------------------------------------------------------


class One(Wire, Generic[M]):
    """One object, which comes within `data` or bare."""

    data: M

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        if not isinstance(value, dict) or value.keys() == {"data"}:
            return value
        inner = value.get("data")
        if isinstance(inner, dict):
            return {"data": {"uid": value["uid"], **inner} if "uid" in value else inner}
        return value if "data" in value else {"data": value}


class Many(Wire, Generic[M]):
    """One page of a list, which comes within `data` or bare. Pages count from 1."""

    data: tuple[M, ...]
    total_count: Count = None
    current_page: Count = None
    next_page: Count = None
    number_of_pages: Count = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"data": value} if isinstance(value, list) else value


# --- people -----------------------------------------------------------------------------------------------------


class User(Wire):
    """Somebody of the organisation."""

    user_id: Annotated[str, Field(validation_alias=AliasChoices("userId", "user_id", "uid", "id"))]
    name: str | None = None
    email: str | None = None
    role: str | None = None


class Team(Wire):
    """A team of the organisation."""

    team_id: Annotated[str | None, Field(validation_alias=AliasChoices("teamId", "team_id", "uid", "id"))] = None
    name: str | None = None


# --- pages on which guests book ---------------------------------------------------------------------------------


class EventType(Wire):
    """A page on which guests book; but for its id no member could be read of its own page."""

    uid: Annotated[str, Field(validation_alias=AliasChoices("uid", "id"))]
    name: str | None = None
    duration: Annotated[int | None, BeforeValidator(_whole)] = None
    url: str | None = None


class EventTypeHost(Wire):
    """Somebody with whom one books on a page. Source: https://developer.jicoo.com/api-5734887."""

    uid: Annotated[str, Field(validation_alias=AliasChoices("uid", "userId", "id"))]
    name: str | None = None
    email: str | None = None
    profile_image: str | None = None
    role: str | None = None
    priority: Count = None
    user_type: str | None = None
    sort: Count = None


class NewEventTypeHost(Wire):
    """Somebody who is to be a host of a page; `priority` weighs the turns."""

    user_id: str
    role: Role = "viewer"
    user_type: Literal["host", "notifyHost"] = "host"
    priority: Annotated[int, Field(ge=0, le=3)] | None = None


class EventTypeHostChange(Wire):
    """What is to be different about a host. Source: https://developer.jicoo.com/api-10385285."""

    priority: Annotated[int, Field(ge=0, le=3)]


class Slot(Wire):
    """A time that can still be booked."""

    started_at: str
    remaining_capacity: Count = None


# --- when somebody can be booked --------------------------------------------------------------------------------


class AvailabilityHours(Wire):
    """Some hours of a template. `wday` 1 looks like Monday."""

    start_hour: Count = None
    start_minute: Count = None
    end_hour: Count = None
    end_minute: Count = None
    started_at: str | None = None
    ended_at: str | None = None
    wday: Count = None
    frequency_type: str | None = None
    frequency_interval: Count = None
    exceptions: Any = None


class AvailabilityCalendar(Wire):
    """A weekly template of when somebody can be booked: it tells nothing of what they have.

    Source: https://developer.jicoo.com/project-373292/api-5622521
    """

    uid: str
    team_id: str | None = None
    user_id: str | None = None
    name: str | None = None
    is_default: bool | None = None  # they write 1
    timezone: str | None = None  # so spelt here alone
    created_at: str | None = None
    updated_at: str | None = None
    calendars: tuple[AvailabilityHours, ...] | None = None
