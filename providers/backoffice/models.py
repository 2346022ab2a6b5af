"""The Back Office's JSON, as it is. No I/O.

The page lists what a request holds; the Calendar Event object of the answers no page shows. So what is read may come
bare or wrapped, with what should be there missing, and what we do not know is kept.

Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html
"""

import hashlib
from datetime import timedelta
from typing import Annotated, Any

from pydantic import (
    AliasChoices,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    RootModel,
)
from pydantic.alias_generators import to_camel

from providers.backoffice.times import instant, lead, written
from providers.contract import Span


class Wire(BaseModel):
    """Our names from theirs by one rule; frozen; what we do not know is kept."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        frozen=True,
        coerce_numbers_to_str=True,  # ids are likely numbers
        hide_input_in_errors=True,  # an error's text may end in a log
    )


# --- as they come -----------------------------------------------------------------------------------------------


def _addresses(value: Any) -> Any:
    """E-mail addresses, of strings or of objects that have one."""
    if not isinstance(value, list | tuple):
        return () if value is None else value
    found = (one.get("email") if isinstance(one, dict) else one for one in value)
    return tuple(one for one in found if isinstance(one, str))


def _words(value: Any) -> Any:
    """The strings among `value`: a reminder that we cannot read must not hide the event."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


class Event(Wire):
    """A calendar event. `start_date` and `end_date` are ISO 8601 with an offset."""

    id: Annotated[str | None, Field(validation_alias=AliasChoices("id", "eventId"))] = None
    caption: str | None = None
    description: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    notifications: Annotated[tuple[str, ...], BeforeValidator(_words)] = ()
    recipients: Annotated[tuple[str, ...], BeforeValidator(_addresses)] = ()

    def span(self) -> Span:
        """When it is, in UTC; an end that is missing or before the start counts as the start. Raises ValueError."""
        if not self.start_date:
            raise ValueError("an event has no start")
        start = instant(self.start_date)
        return Span(start, max(start, instant(self.end_date)) if self.end_date else start)

    def leads(self) -> tuple[timedelta, ...]:
        """How long before the start its notifications come, as far as they can be read. Raises ValueError."""
        start = self.span().start
        return tuple(one for text in self.notifications if (one := lead(text, start)) is not None)

    def includes(self, email: str) -> bool:
        """Whether the staff user with this address is on it."""
        return email.casefold() in {recipient.casefold() for recipient in self.recipients}

    def version(self) -> str:
        """Changes whenever the event does: whether they tell a time of the last update is not certain."""
        said = self.model_dump_json(include=set(Event.model_fields) - {"id"})
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def _inner(value: Any) -> Any:
    """The object itself, bare or as `data`."""
    inside = value.get("data") if isinstance(value, dict) else None
    return inside if isinstance(inside, dict) else value


def _rows(value: Any) -> Any:
    """The rows of a list: bare, or as `data` or `items`."""
    if isinstance(value, dict):
        return next((value[name] for name in ("data", "items") if isinstance(value.get(name), list)), value)
    return value


class EventAnswer(RootModel[Annotated[Event, BeforeValidator(_inner)]]):
    """One event."""


class EventRows(RootModel[Annotated[tuple[Event, ...], BeforeValidator(_rows)]]):
    """Events."""


# --- as we write them -------------------------------------------------------------------------------------------

_Instant = Annotated[AwareDatetime, PlainSerializer(written)]


class WholeEvent(Wire):
    """All that an event can be given. A PUT sends every member, since what it leaves out may be lost."""

    caption: str
    description: str = ""
    start_date: _Instant
    end_date: _Instant
    notifications: tuple[str, ...] = ()  # durations before the start: "PT2H"
    recipients: tuple[str, ...]  # e-mails of staff users


class EventChange(Wire):
    """What a PATCH is to change; what is not given stays."""

    caption: str = ""
    description: str = ""
    start_date: _Instant | None = None
    end_date: _Instant | None = None
    notifications: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
