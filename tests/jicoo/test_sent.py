"""What goes out: as the pages say, and nothing else."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import ValidationError

from providers.jicoo.booking_models import Reschedule
from providers.jicoo.client import Jicoo
from providers.jicoo.models import EventTypeHostChange
from providers.jicoo.schedule_models import NewAttendee, NewSchedule, ScheduleChange
from tests.jicoo.conftest import client
from tests.jicoo.wishes import APRIL, START, new_booking, new_schedule
from tests.lineworks.scripted import Server, says
from tests.simulators.booking_office import HALF_HOUR, KeyCaller, booked

SAMPLES = Path(__file__).parents[1] / "samples" / "jicoo"


async def test_the_published_request_is_sent_and_its_answer_read_unchanged(server: Server, reader: Jicoo) -> None:
    request, answer = (SAMPLES / name for name in ("create_schedule.json", "create_schedule_answer.json"))
    server.script = [says(201, answer.read_bytes())]

    made = await reader.create_schedule(NewSchedule.model_validate_json(request.read_bytes()))

    assert json.loads(server.seen[0].body) == json.loads(request.read_bytes())
    assert made.model_dump(mode="json", by_alias=True, exclude_unset=True) == json.loads(answer.read_bytes())
    assert made.uid is None
    assert (server.seen[0].method, server.seen[0].raw_path) == ("POST", "/v1/schedules")
    assert server.seen[0].headers["x-jicoo-api-key"] == "sk_live_test-key"


async def test_an_instant_goes_out_in_utc_with_milliseconds(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, '{"uid":"b","startedAt":"x"}')]
    tokyo = datetime.fromisoformat("2025-04-02T15:00:00.123456+09:00")

    await reader.reschedule_booking("b", Reschedule(time_zone="Asia/Tokyo", started_at=tokyo))

    assert json.loads(server.seen[0].body) == {"timeZone": "Asia/Tokyo", "startedAt": "2025-04-02T06:00:00.123Z"}


async def test_a_change_sends_what_it_changes_and_null_where_that_is_meant(server: Server, reader: Jicoo) -> None:
    server.script = [says(200, b'{"data":{"uid":"s"}}')]

    await reader.update_schedule("s", ScheduleChange(description=None, is_send_updates=True))

    assert json.loads(server.seen[0].body) == {"description": None, "isSendUpdates": True}


@pytest.mark.parametrize(
    "make",
    [
        lambda: new_schedule("x" * 65),
        lambda: new_schedule(""),
        lambda: new_schedule(description="x" * 10_001),
        lambda: new_schedule(custom_location="x" * 2001),
        lambda: new_schedule(location="none"),
        lambda: new_schedule(priority=1),
        lambda: new_schedule(routine={"duration": 30}),
        lambda: new_schedule(started_at=START.replace(tzinfo=None)),
        lambda: NewAttendee(role="admin", user_type="host"),
        lambda: NewAttendee(user_id="u", email="a@example.com", role="admin", user_type="host"),
        lambda: NewAttendee(email="hanako", role="viewer", user_type="guest"),
        lambda: new_booking(name="x" * 65),
        lambda: new_booking(cc_emails=("a@example.com",) * 31),
        lambda: new_booking(locale="tlh"),
        lambda: EventTypeHostChange(priority=4),
    ],
)
def test_what_no_page_allows_cannot_even_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValidationError):
        make()


@pytest.mark.parametrize(("field", "tries"), [("cancelReason", 1), ("reason", 2)])
async def test_a_cancel_whose_reason_they_do_not_take_is_asked_again_without(
    desk: KeyCaller, field: str, tries: int
) -> None:
    uid = (await booked(desk, webhook=False))["uid"]
    async with client(desk.base_url, cancel_reason_field=field) as jicoo:
        await jicoo.cancel_booking(uid, "急用")

    state = await desk.state()
    assert len([call for call in state["calls"] if call["path"].endswith("/cancel")]) == tries
    assert (state["bookings"][0]["status"], state["bookings"][0]["cancelReason"]) == (
        ("cancel", "急用") if tries == 1 else ("cancel", None)
    )


async def test_free_times_are_asked_for_by_weeks(server: Server, reader: Jicoo) -> None:
    server.otherwise = says(200, '{"data":[{"startedAt":"2025-04-02T06:00:00.000Z","remainingCapacity":1}]}')

    found = await reader.list_available_schedules(HALF_HOUR, APRIL)

    asked = [parse_qs(urlsplit(seen.raw_path).query) for seen in server.seen]
    windows = [(query["periodStart"][0], query["periodEnd"][0]) for query in asked]
    assert windows[0] == ("2025-04-01T00:00:00.000Z", "2025-04-08T00:00:00.000Z")
    assert len(windows) == 5
    assert [slot.remaining_capacity for slot in found] == [1]
