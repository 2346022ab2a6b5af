"""The published example request passes, and comes back as it was."""

import json
from pathlib import Path

from tests.simulators.company import SALES, TARO, Caller

EXAMPLE = Path(__file__).parents[1] / "samples" / "lineworks" / "create_event.json"


async def test_the_published_example_comes_back_with_every_field_unchanged(caller: Caller) -> None:
    request = json.loads(EXAMPLE.read_text())
    (sent,) = request["eventComponents"]
    events = f"/v1.0/users/{TARO}/calendars/{SALES}/events"

    created = await caller.call("POST", events, json=request)
    fetched = await caller.call("GET", f"{events}/{sent['eventId']}")

    assert created.status == 201
    for answered in (created, fetched):
        (component,) = answered.body["eventComponents"]
        added = component.keys() - sent.keys()
        assert {name: component[name] for name in sent} == sent
        assert added == {"createdTime", "updatedTime", "viewUrl"}
        assert answered.body["organizerCalendarId"] == SALES
