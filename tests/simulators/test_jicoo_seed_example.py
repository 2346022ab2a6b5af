"""The published example request passes, and what it makes is shown as the published example answer is."""

import json
from pathlib import Path

import pytest

from providers.jicoo.simulator.account import Account, AccountUser, Ways
from providers.jicoo.simulator.app import JicooSimulator
from tests.simulators.booking_office import KeyCaller

SAMPLES = Path(__file__).parents[1] / "samples" / "jicoo"
REQUEST, ANSWER = (
    json.loads((SAMPLES / name).read_text()) for name in ("create_schedule.json", "create_schedule_answer.json")
)
THEIR_OWN = Account((AccountUser(REQUEST["attendees"][0]["userId"], "Example", "a@example.com"),), "sk_live_x", "s")


@pytest.mark.parametrize("sent", [REQUEST, ANSWER], ids=["request", "answer"])
async def test_the_published_examples_are_kept_with_every_field_unchanged(
    sent: dict[str, object], office: KeyCaller
) -> None:
    async with JicooSimulator(THEIR_OWN) as jicoo:
        caller = KeyCaller(office.session, jicoo.base_url, "sk_live_x")

        made = await caller.call("POST", "/v1/schedules", json=sent)
        listed = await caller.call("GET", "/v1/schedules")

    assert made.status == 201
    for shown in (made.body, listed.body["data"][0]):
        assert {name: shown[name] for name in sent} == sent
        assert len(shown) == 25


async def test_a_create_can_answer_as_the_example_does_without_an_id(office: KeyCaller) -> None:
    async with JicooSimulator(THEIR_OWN, ways=Ways(tells_uid=False)) as jicoo:
        caller = KeyCaller(office.session, jicoo.base_url, "sk_live_x")

        made = await caller.call("POST", "/v1/schedules", json=ANSWER)

    assert (made.status, made.body) == (201, ANSWER)
