"""What the bot says fits, is translated, and rings nobody's bell by accident."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from providers.contract import Button, Chat, Message, Talk, Text
from providers.errors import Unreachable
from providers.lineworks.chat import LineWorksChat, cut, length, unmentioned
from providers.lineworks.client import LineWorks
from providers.transport import Transport
from tests.lineworks.scripted import Act, hangs_up, says, serving
from tests.simulators.company import HANAKO, TARO, TEAM, Caller

ROOM, ALONE = Talk(room_id=TEAM), Talk(user_id=TARO)


@pytest.fixture
def chat(works: LineWorks) -> Chat:
    return LineWorksChat(works)


def button(number: int) -> Button:
    return Button(
        Text(f"{number}番", {"en_US": f"No. {number}"}),
        Text(f"{number}にする", {"en_US": f"Take {number}"}),
        f"b:{number}",
    )


async def said(desk: Caller) -> list[dict[str, Any]]:
    return [message["content"] for message in (await desk.state())["messages"]]


async def test_a_text_goes_with_those_variants_that_have_a_language(chat: Chat, desk: Caller) -> None:
    words = Text("登録しました", {"en_US": "Done", "ko_KR": "등록했습니다", "fr_FR": "Fait", "zh_CN": ""})

    await chat.send(ROOM, Message(words))

    assert await said(desk) == [
        {
            "type": "text",
            "text": "登録しました",
            "i18nTexts": [{"language": "en_US", "text": "Done"}, {"language": "ko_KR", "text": "등록했습니다"}],
        }
    ]


async def test_buttons_are_message_actions_with_a_postback(chat: Chat, desk: Caller) -> None:
    await chat.send(ALONE, Message(Text("どれ？", {"en_US": "Which?"}), (button(1),)))

    assert await said(desk) == [
        {
            "type": "button_template",
            "contentText": "どれ？",
            "i18nContentTexts": [{"language": "en_US", "contentText": "Which?"}],
            "actions": [
                {
                    "type": "message",
                    "label": "1番",
                    "text": "1にする",
                    "postback": "b:1",
                    "i18nLabels": [{"language": "en_US", "label": "No. 1"}],
                    "i18nTexts": [{"language": "en_US", "text": "Take 1"}],
                }
            ],
        }
    ]


async def test_in_a_room_the_room_is_answered_and_not_the_member(chat: Chat, desk: Caller) -> None:
    await chat.send(Talk(user_id=TARO, room_id=TEAM), Message(Text("x")))
    await chat.send(ALONE, Message(Text("y")))

    assert [message["to"] for message in (await desk.state())["messages"]] == [{"channelId": TEAM}, {"userId": TARO}]


@pytest.mark.parametrize("variant", [False, True], ids=["base", "variant"])
async def test_a_text_that_is_too_long_for_buttons_is_cut_rather_than_sent_apart(
    chat: Chat, desk: Caller, variant: bool
) -> None:
    words = Text("短い", {"en_US": "x" * 1500}) if variant else Text("あ" * 1500)

    await chat.send(ROOM, Message(words, (button(1),)))

    (only,) = await said(desk)
    assert only["type"] == "button_template"
    assert len(only["actions"]) == 1
    if variant:
        assert only["contentText"] == "短い"
        assert only["i18nContentTexts"] == [{"language": "en_US", "contentText": "x" * 999 + "…"}]
    else:
        assert only["contentText"] == "あ" * 999 + "…"


@pytest.mark.parametrize(
    "failure", [says(503), says(429, retry_after="60"), hangs_up()], ids=["503", "throttled", "reset"]
)
async def test_f24_a_send_that_failed_has_said_no_part_of_the_message(failure: Act) -> None:
    message = Message(Text("あ" * 1500), tuple(button(number) for number in range(12)))
    async with serving() as server, LineWorks(Transport("lineworks", server.origin), "1") as works:
        server.script = [says(201), failure]

        await LineWorksChat(works).send(ROOM, message)

        assert len(server.seen) == 1


async def test_of_more_than_ten_buttons_ten_are_shown_and_it_is_logged(chat: Chat, desk: Caller) -> None:
    with capture_logs() as logged:
        await chat.send(ROOM, Message(Text("どれ？"), tuple(button(number) for number in range(12))))

    (only,) = await said(desk)
    assert [action["postback"] for action in only["actions"]] == [f"b:{number}" for number in range(10)]
    assert [(line["log_level"], line["left_out"]) for line in logged] == [("error", 2)]


@pytest.mark.parametrize(
    "typed",
    [
        '<m userId="all">',
        '<M userId="all">',
        '< m userId="all">',
        '<\nm userId="x">',
        "<m>",
        '<<m userId="all">>',
        "</m>",
    ],
)
async def test_f22_a_mention_that_somebody_typed_mentions_nobody(chat: Chat, desk: Caller, typed: str) -> None:
    words = Text(f"「{typed}」", {"en_US": typed})
    await chat.send(ROOM, Message(words))
    await chat.send(ROOM, Message(words, (Button(Text("x"), Text(typed), "p"),)))

    assert len(await said(desk)) == 2
    assert "<m" not in str(await said(desk)).lower().replace(" ", "").replace("\\n", "")


def test_what_only_looks_a_little_like_a_mention_stays() -> None:
    text = "a < b, <meeting>, <3, <mm>"

    assert unmentioned(text) == text


@pytest.mark.parametrize(
    ("text", "longest", "result"),
    [
        pytest.param("abc", 3, "abc", id="fits"),
        pytest.param("abcd", 3, "ab…", id="cut"),
        pytest.param("😀😀", 4, "😀😀", id="two-units-each"),
        pytest.param("😀😀😀", 4, "😀…", id="never-half-of-one"),
        pytest.param("ab cd", 4, "ab…", id="no-blank-before-the-dots"),
    ],
)
def test_a_cut_text_is_never_longer_by_any_way_of_counting(text: str, longest: int, result: str) -> None:
    assert cut(text, longest) == result
    assert len(result) <= length(result) <= longest


@pytest.mark.parametrize("do", ["apply_then_timeout", "apply_then_reset"])
async def test_a_message_that_may_have_arrived_is_not_said_twice(chat: Chat, desk: Caller, do: str) -> None:
    await desk.control("POST", "faults", method="POST", path="/messages$", times=1, do=do)

    with pytest.raises(Unreachable) as caught:
        await chat.send(ROOM, Message(Text("x")))

    assert caught.value.sent
    assert len(await said(desk)) == 1


async def test_rooms_and_names_are_known(chat: Chat) -> None:
    assert await chat.members(TEAM) == [TARO, HANAKO]
    assert list(await chat.bot_names()) == ["予定", "Yotei"]
