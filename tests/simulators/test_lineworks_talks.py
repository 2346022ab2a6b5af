"""What the bot says is kept word for word, in rooms that people and the bot may come to and leave."""

from typing import Any

import pytest

from tests.simulators.company import BOT_ID, HANAKO, JANE, TARO, TEAM, Caller

BUTTON = {"type": "message", "label": "はい", "text": "はい", "postback": "yes"}
URI = {"type": "uri", "label": "開く", "uri": "https://example.com/"}


def messages_to(*, user: str = "", channel: str = "") -> str:
    """Where messages for somebody, or for a channel, go."""
    return f"/v1.0/bots/{BOT_ID}/" + (f"users/{user}" if user else f"channels/{channel}") + "/messages"


CONTENTS: dict[str, dict[str, Any]] = {
    "text-of-2000": {"type": "text", "text": "あ" * 2_000, "i18nTexts": [{"language": "ko_KR", "text": "네"}]},
    "link": {"type": "link", "contentText": "a", "linkText": "b", "link": "https://example.com/"},
    "buttons": {
        "type": "button_template",
        "contentText": "登録しますか",
        "i18nContentTexts": [{"language": "en_US", "contentText": "Shall I?"}],
        "actions": [BUTTON] * 9 + [URI],
    },
    "list": {
        "type": "list_template",
        "coverData": {"title": "今日"},
        "elements": [{"title": "定例", "subtitle": "15:00", "action": BUTTON}],
        "actions": [[BUTTON, URI], [BUTTON]],
    },
    "carousel": {
        "type": "carousel",
        "columns": [{"text": "a", "actions": [{"type": "postback", "label": "b", "data": "c"}]}] * 2,
    },
    "image-carousel": {
        "type": "image_carousel",
        "columns": [{"fileId": "jp1.1.2", "action": {**URI, "label": "あ" * 12}}],
    },
    "flex": {
        "type": "flex",
        "altText": "予定",
        "contents": {"type": "carousel", "contents": [{"type": "bubble", "body": {"type": "text", "text": "定例"}}]},
    },
    "image": {"type": "image", "fileId": "jp1.1.2"},
    "file": {"type": "file", "originalContentUrl": "https://example.com/a.pdf"},
    "location": {"type": "location", "title": "a", "address": "b", "latitude": 35.6, "longitude": 139},
    "sticker": {"type": "sticker", "packageId": "1", "stickerId": "1"},
    "quick-replies": {
        "type": "text",
        "text": "a",
        "quickReply": {
            "items": [
                {"action": BUTTON},
                {"action": {"type": "postback", "label": "a", "data": "b", "displayText": "c"}},
            ]
        },
    },
    "unknown-members": {"type": "text", "text": "a", "mood": {"x": [1]}},
}


@pytest.mark.parametrize("content", [pytest.param(value, id=name) for name, value in CONTENTS.items()])
async def test_a_message_is_kept_word_for_word(content: dict[str, Any], caller: Caller) -> None:
    answered = await caller.call("POST", messages_to(user=TARO), json={"content": content})

    (message,) = (await caller.state())["messages"]
    assert (answered.status, answered.raw) == (201, b"")
    assert (message["to"], message["content"]) == ({"userId": TARO}, content)
    assert message["at"].endswith("Z")


async def test_messages_are_kept_in_order_and_name_people_by_id(caller: Caller) -> None:
    for number, path in enumerate([messages_to(user="taro%40example.com"), messages_to(channel=TEAM)]):
        await caller.call("POST", path, json={"content": {"type": "text", "text": str(number)}})

    messages = (await caller.state())["messages"]
    assert [message["content"]["text"] for message in messages] == ["0", "1"]
    assert [message["to"] for message in messages] == [{"userId": TARO}, {"channelId": TEAM}]


@pytest.mark.parametrize("mention", [HANAKO, "hanako@example.com", "all"])
async def test_a_member_of_the_channel_or_all_may_be_mentioned_there(mention: str, caller: Caller) -> None:
    content = {"type": "text", "text": f'<m userId="{mention}"> 確認してください'}

    assert (await caller.call("POST", messages_to(channel=TEAM), json={"content": content})).status == 201


async def test_a_room_shows_its_members_page_by_page(caller: Caller) -> None:
    room = f"/v1.0/bots/{BOT_ID}/channels/{TEAM}"

    whole = await caller.call("GET", room)
    first = await caller.call("GET", f"{room}/members?count=1")
    last = await caller.call("GET", f"{room}/members?cursor={first.body['responseMetaData']['nextCursor']}")

    assert (whole.body["title"], whole.body["channelType"]) == ("チーム", {"type": "MULTI_USERS"})
    assert (first.body["members"], last.body["members"]) == ([TARO], [HANAKO])
    assert "nextCursor" not in last.body["responseMetaData"]


async def test_members_come_and_go(caller: Caller) -> None:
    members = f"/v1.0/bots/{BOT_ID}/channels/{TEAM}/members"

    await caller.control("POST", "event", type="joined", channelId=TEAM, members=[JANE, TARO])
    after_joining = (await caller.call("GET", members)).body["members"]
    await caller.control("POST", "event", type="left", channelId=TEAM, members=[TARO])
    after_leaving = (await caller.call("GET", members)).body["members"]

    assert (after_joining, after_leaving) == ([TARO, HANAKO, JANE], [HANAKO, JANE])


async def test_a_bot_that_was_removed_from_a_room_cannot_speak_there_until_it_is_back(caller: Caller) -> None:
    message = {"content": {"type": "text", "text": "a"}}

    await caller.control("POST", "event", type="leave", channelId=TEAM)
    outside = await caller.call("POST", messages_to(channel=TEAM), json=message)
    await caller.control("POST", "event", type="join", channelId=TEAM)
    back = await caller.call("POST", messages_to(channel=TEAM), json=message)

    assert (outside.status, outside.code, back.status) == (403, "ACCESS_DENIED", 201)


async def test_a_room_that_nobody_knew_exists_once_the_bot_is_in_it(caller: Caller) -> None:
    await caller.control("POST", "event", type="join", channelId="new-room")

    answered = await caller.call("POST", messages_to(channel="new-room"), json={"content": CONTENTS["sticker"]})

    assert answered.status == 201


async def test_the_fixed_menu_is_set_shown_and_removed(caller: Caller) -> None:
    menu = f"/v1.0/bots/{BOT_ID}/persistentmenu"
    body = {"content": {"actions": [BUTTON, URI]}}

    statuses = [
        (await caller.call("POST", menu, json=body)).status,
        (await caller.call("DELETE", menu)).status,
        (await caller.call("DELETE", menu)).status,
        (await caller.call("POST", menu, json=body)).status,
    ]
    shown = await caller.call("GET", menu)

    assert statuses == [201, 204, 404, 201]
    assert shown.body == body


async def test_a_patch_of_the_bot_leaves_the_rest_as_it_was(caller: Caller) -> None:
    path = f"/v1.0/bots/{BOT_ID}"
    before = (await caller.call("GET", path)).body

    patched = await caller.call("PATCH", path, json={"callbackUrl": "https://example.com/cb", "enableCallback": True})

    after = (await caller.call("GET", path)).body
    assert patched.status == 200
    assert after == {**before, "callbackUrl": "https://example.com/cb", "enableCallback": True}
