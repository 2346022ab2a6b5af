"""People speak through the control surface; the bot's server hears it as the real LINE WORKS would tell it."""

import asyncio
import base64
import hashlib
import hmac
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.simulators.company import BOT_ID, DOMAIN_ID, JANE, SECRET, TARO, TEAM, Caller, Clock
from tests.simulators.receiver import Receiver


@pytest.fixture
async def receiver(caller: Caller) -> AsyncIterator[Receiver]:
    """A bot's server that is registered."""
    async with Receiver() as listening:
        answered = await caller.call(
            "PATCH", f"/v1.0/bots/{BOT_ID}", json={"callbackUrl": listening.url, "enableCallback": True}
        )
        assert answered.status == 200
        yield listening


async def say(caller: Caller, **told: object) -> object:
    """The status that the bot answered."""
    answered = await caller.control("POST", "say", **{"userId": TARO, "text": "明日15時 定例", **told})
    assert answered.status == 200, answered.body
    return answered.body["status"]


async def happen(caller: Caller, **told: object) -> object:
    """The status that the bot answered."""
    answered = await caller.control("POST", "event", **told)
    assert answered.status == 200, answered.body
    return answered.body["status"]


async def test_a_callback_is_signed_over_the_very_bytes_it_carries(caller: Caller, receiver: Receiver) -> None:
    status = await say(caller, text="明日\u202815時 😀 <>&")

    headers, raw = receiver.newest.headers, receiver.newest.raw
    expected = base64.b64encode(hmac.new(SECRET.encode(), raw, hashlib.sha256).digest()).decode()
    assert status == 200
    assert headers["x-works-signature"] == expected
    assert headers["x-works-botid"] == str(BOT_ID)
    assert headers["content-type"].lower() == "application/json; charset=utf-8"


async def test_a_callback_is_compact_json_in_raw_utf8(caller: Caller, receiver: Receiver) -> None:
    await say(caller)

    raw = receiver.newest.raw
    assert raw == json.dumps(json.loads(raw), ensure_ascii=False, separators=(",", ":")).encode()
    assert "明日15時 定例".encode() in raw


async def test_a_message_names_its_channel_but_not_a_talk_for_two(caller: Caller, receiver: Receiver) -> None:
    await say(caller, userId=TARO)
    alone = receiver.newest.event
    await say(caller, userId=TARO, channelId=TEAM)
    together = receiver.newest.event

    assert alone["source"] == {"userId": TARO, "domainId": DOMAIN_ID}
    assert together["source"] == {"userId": TARO, "channelId": TEAM, "domainId": DOMAIN_ID}
    assert alone["type"] == "message"
    assert alone["content"] == {"type": "text", "text": "明日15時 定例"}


@pytest.mark.parametrize("text", ["", " ", "a\r\nb\x00c", '<m userId="all">', "𠮷" * 3_000, "\u202eabc", "e\u0301"])
async def test_a_text_arrives_exactly_as_it_was_said(text: str, caller: Caller, receiver: Receiver) -> None:
    await say(caller, text=text)

    assert receiver.newest.event["content"]["text"] == text


async def test_half_a_surrogate_pair_arrives_as_an_escape(caller: Caller, receiver: Receiver) -> None:
    answered = await caller.call("POST", "/_sim/say", data=b'{"userId":"user-taro","text":"\\ud83d"}')

    assert answered.body == {"status": 200}
    assert b"\\ud83d" in receiver.newest.raw
    assert (await caller.state())["said"][0]["event"]["content"]["text"] == "\ud83d"


async def test_a_pressed_button_is_a_message_with_its_postback(caller: Caller, receiver: Receiver) -> None:
    await say(caller, text="はい", postback="confirm:42")

    assert receiver.newest.event["content"] == {"type": "text", "text": "はい", "postback": "confirm:42"}


async def test_the_time_of_issue_is_the_testers_when_given(caller: Caller, receiver: Receiver) -> None:
    await say(caller, issuedTime="2022-01-04T05:16:05.7Z")

    assert receiver.newest.event["issuedTime"] == "2022-01-04T05:16:05.7Z"


@pytest.mark.parametrize(
    ("microsecond", "issued"),
    [
        pytest.param(0, "2025-04-02T06:00:00Z", id="none"),
        pytest.param(310_000, "2025-04-02T06:00:00.31Z", id="two-digits"),
        pytest.param(700_999, "2025-04-02T06:00:00.7Z", id="one-digit"),
        pytest.param(5_000, "2025-04-02T06:00:00.005Z", id="three-digits"),
    ],
)
async def test_the_time_of_issue_loses_its_trailing_zeros(
    microsecond: int, issued: str, caller: Caller, receiver: Receiver, clock: Clock
) -> None:
    token = caller.token
    clock.now = datetime(2025, 4, 2, 6, 0, 0, microsecond, tzinfo=UTC)

    await say(caller.holding(token))

    assert receiver.newest.event["issuedTime"] == issued


async def test_no_two_sentences_are_issued_at_the_same_time(caller: Caller, receiver: Receiver) -> None:
    statuses = await asyncio.gather(*(say(caller) for _ in range(100)))

    assert statuses == [200] * 100
    assert len({delivered.raw for delivered in receiver.delivered}) == 100
    assert len(receiver.connections) <= 100


async def test_callbacks_share_their_connections(caller: Caller, receiver: Receiver) -> None:
    for _ in range(20):
        await say(caller)

    assert len(receiver.connections) == 1


@pytest.mark.parametrize("kind", ["begin", "end", "postback"])
async def test_events_of_a_talk_for_two_name_its_channel(kind: str, caller: Caller, receiver: Receiver) -> None:
    await happen(caller, type=kind, userId=JANE, **({"data": "id=42"} if kind == "postback" else {}))
    event = receiver.newest.event

    room = await caller.call("GET", f"/v1.0/bots/{BOT_ID}/channels/{event['source']['channelId']}")
    assert event["type"] == kind
    assert event["source"]["userId"] == JANE
    assert event.get("data") == ("id=42" if kind == "postback" else None)
    assert room.status == (403 if kind == "end" else 200)


async def test_events_of_a_room_carry_what_they_are_told(caller: Caller, receiver: Receiver) -> None:
    await happen(caller, type="joined", channelId=TEAM, members=[JANE])
    joined = receiver.newest.event
    await happen(caller, type="message", userId=TARO, channelId=TEAM, content={"type": "sticker", "stickerId": "1"})
    sticker = receiver.newest.event
    await happen(caller, type="typing", userId=TARO, mood="calm")
    unknown = receiver.newest.event

    assert joined["source"] == {"channelId": TEAM, "domainId": DOMAIN_ID}
    assert joined["members"] == [JANE]
    assert sticker["content"] == {"type": "sticker", "stickerId": "1"}
    assert unknown["mood"] == "calm"


@pytest.mark.parametrize("status", [200, 401, 503])
async def test_the_bots_answer_is_told_and_nothing_is_sent_again(
    status: int, caller: Caller, receiver: Receiver
) -> None:
    receiver.status = status

    assert await say(caller) == status
    assert len(receiver.delivered) == 1
    (said,) = (await caller.state())["said"]
    assert (said["event"], said["status"]) == (receiver.newest.event, status)


async def test_a_bot_that_cannot_be_reached_has_status_0(caller: Caller, receiver: Receiver) -> None:
    await receiver.__aexit__()

    assert await say(caller) == 0


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"enableCallback": False}, id="callbacks-off"),
        pytest.param({"callbackUrl": ""}, id="no-address"),
        pytest.param({"channelEvents": ["join"]}, id="messages-not-wanted"),
        pytest.param({"callbackEvents": ["sticker"]}, id="texts-not-allowed"),
    ],
)
async def test_what_the_registration_switches_off_is_not_sent(
    settings: dict[str, object], caller: Caller, receiver: Receiver
) -> None:
    await caller.call("PATCH", f"/v1.0/bots/{BOT_ID}", json=settings)

    assert await say(caller) == 0
    assert receiver.delivered == []


@pytest.mark.parametrize(
    ("path", "told"),
    [
        pytest.param("say", {"userId": TARO}, id="no-text"),
        pytest.param("say", {"text": "a"}, id="nobody"),
        pytest.param("say", {"userId": TARO, "text": 7}, id="text-a-number"),
        pytest.param("say", {"userId": TARO, "text": "a", "channel": TEAM}, id="member-unknown"),
        pytest.param("event", {"userId": TARO}, id="no-type"),
        pytest.param("event", {"type": "begin"}, id="nowhere"),
    ],
)
async def test_what_cannot_be_said_is_refused_in_words(
    path: str, told: dict[str, object], caller: Caller, receiver: Receiver
) -> None:
    answered = await caller.control("POST", path, **told)

    assert answered.status == 400
    assert re.search("needed|must be|unknown", answered.body["error"])
    assert receiver.delivered == []


async def test_a_room_that_the_bot_makes_and_leaves_is_told_like_any_other(caller: Caller, receiver: Receiver) -> None:
    rooms = f"/v1.0/bots/{BOT_ID}/channels"

    made = await caller.call("POST", rooms, json={"members": [TARO, JANE], "title": "立ち上げ"})
    await receiver.has(2)
    left = await caller.call("DELETE", f"{rooms}/{made.body['channelId']}")
    await receiver.has(3)

    events = [one.event for one in receiver.delivered]
    assert (made.status, left.status) == (201, 204)
    assert [event["type"] for event in events] == ["join", "joined", "leave"]
    assert {event["source"]["channelId"] for event in events} == {made.body["channelId"]}
    assert events[1]["members"] == [TARO, JANE]
