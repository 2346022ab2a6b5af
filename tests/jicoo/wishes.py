"""What tests wish to make at Jicoo."""

from datetime import UTC, datetime, timedelta
from typing import Any

from providers.contract import Span
from providers.jicoo.booking_models import NewBooking
from providers.jicoo.schedule_models import NewAttendee, NewSchedule
from tests.simulators.booking_office import HALF_HOUR, TARO

START = datetime(2025, 4, 2, 6, tzinfo=UTC)
APRIL = Span(datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 5, 1, tzinfo=UTC))


def new_schedule(name: str = "設計レビュー", **members: Any) -> NewSchedule:
    attendee = NewAttendee(user_id=TARO, role="admin", user_type="host")
    good = {"time_zone": "Asia/Tokyo", "started_at": START, "ended_at": START + timedelta(hours=1), "routine": None}
    return NewSchedule(**{"name": name, "attendees": (attendee,), **good, **members})


def new_booking(**members: Any) -> NewBooking:
    good = {"event_type_id": HALF_HOUR, "started_at": START, "time_zone": "Asia/Tokyo", "location_id": "zoom"}
    return NewBooking(**{"email": "guest@example.org", "name": "来客 一子", **good, **members})
