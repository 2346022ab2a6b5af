"""Bookings as Jicoo's JSON has them: what guests made on a page, or somebody for them. No I/O.

Source: https://developer.jicoo.com/api-5453063
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from providers.jicoo.models import Instant, Location, Mail, Priority, Role, Wire, written


class BookingHost(Wire):
    """With whom a booking is."""

    user_id: str | None = None
    role: str | None = None


class BookingRecord(Wire):
    """A booking. `time_zone` is the guest's; who the guest is stands among its contacts."""

    uid: str
    event_type_id: str | None = None
    name: str | None = None
    description: str | None = None
    url: str | None = None  # of the web meeting
    phone_number: str | None = None
    address: str | None = None
    custom_location: str | None = None
    access: str | None = None
    status: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    location_id: str | None = None
    time_zone: str | None = None
    priority: str | None = None
    cancel_reason: str | None = None
    cancelled_at: str | None = None
    cancelled_by: str | None = None
    hosts: tuple[BookingHost, ...] | None = None
    created_at: str | None = None
    updated_at: str | None = None


class ContactAnswer(Wire):
    """What a guest was asked, and said; a list of words or one."""

    question: str | None = None
    content: Any = None
    value: Any = None  # so called by some


class Contact(Wire):
    """Somebody who booked. Source: https://developer.jicoo.com/project-373292/api-9082713."""

    name: str | None = None
    email: str | None = None
    cc_emails: tuple[str, ...] | None = None
    company: str | None = None
    phone_number: str | None = None
    message: str | None = None
    text_remind_number: str | None = None
    text_remind_country_code: str | None = None
    answers: tuple[ContactAnswer, ...] | None = None
    created_at: str | None = None
    updated_at: str | None = None


class BookingFilter(Wire):
    """Which bookings to list: those that start at `started_at` or later, and end at `ended_at` or earlier.

    `sort` is the direction, `order` the field. Source: https://developer.jicoo.com/api-5452986
    """

    status: Literal["open", "cancel"] | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    sort: Literal["asc", "desc"] | None = None
    order: Literal["startedAt", "createdAt"] | None = None

    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        words = {"status": self.status, "sort": self.sort, "order": self.order}
        times = {"startedAt": self.started_at, "endedAt": self.ended_at}
        return {name: word for name, word in words.items() if word is not None} | {
            name: written(moment) for name, moment in times.items() if moment is not None
        }


class Tracking(Wire):
    """Where a guest came from; the webhook puts `utm_` before each of these names."""

    campaign: Annotated[str, Field(max_length=255)] | None = None
    source: Annotated[str, Field(max_length=255)] | None = None
    medium: Annotated[str, Field(max_length=255)] | None = None
    content: Annotated[str, Field(max_length=255)] | None = None
    term: Annotated[str, Field(max_length=255)] | None = None


class NewAnswer(Wire):
    """What a guest says to a question of the page; of which kind `content` is, no page that can be read says."""

    question_uid: str
    content: Any


class Payment(Wire):
    """How a guest pays."""

    payment_method: Literal["none", "card", "onsite"]
    items: tuple[Any, ...]
    success_url: str | None = None
    cancel_url: str | None = None


class NewBooking(Wire):
    """A booking to be made for a guest; how long it lasts, its page says. Source: https://developer.jicoo.com/api-5531352."""

    event_type_id: str
    started_at: Instant
    time_zone: str
    email: Mail
    name: Annotated[str, Field(min_length=1, max_length=64)]
    location_id: Location | None
    company: Annotated[str, Field(max_length=32)] | None = None
    phone_number: Annotated[str, Field(max_length=32)] | None = None
    text_remind_number: Annotated[str, Field(max_length=32)] | None = None
    text_remind_country_code: Annotated[str, Field(max_length=255)] | None = None
    cc_emails: Annotated[tuple[Mail, ...], Field(max_length=30)] | None = None
    message: Annotated[str, Field(max_length=2000)] | None = None
    locale: Literal["ja", "en"] | None = None
    tracking: Tracking | None = None
    answers: tuple[NewAnswer, ...] | None = None
    payment: Payment | None = None


class NewBookingHost(Wire):
    """With whom a booking is to be."""

    user_id: str
    role: Role


class BookingChange(Wire):
    """What is to be different about a booking; what is not given stays.

    Source: https://developer.jicoo.com/project-373292/api-5545485
    """

    name: str | None = None
    description: str | None = None
    time_zone: str | None = None
    started_at: Instant | None = None
    ended_at: Instant | None = None
    hosts: tuple[NewBookingHost, ...] | None = None
    priority: Priority | None = None
    update_message: Annotated[str, Field(max_length=2000)] | None = None
    is_send_updates: bool | None = None


class Reschedule(Wire):
    """A booking's other time. Source: https://developer.jicoo.com/apidoc/project-373292/api-5478461."""

    time_zone: str
    started_at: Instant
