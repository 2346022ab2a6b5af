"""What is for the bot and what is other people's talk."""

import pytest

from bot.gate import addressed

NAMES = ("予定", "Yotei", "Yotei Bot", "예정")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("@予定 明日15時 会議", "明日15時 会議", id="a-real-mention"),
        pytest.param("＠予定　明日15時 会議", "明日15時 会議", id="full-width"),
        pytest.param("@予定\n今日の予定", "今日の予定", id="newline"),
        pytest.param("明日15時 会議 @予定", "明日15時 会議", id="at-the-end"),
        pytest.param("明日 @予定 15時 会議", "明日  15時 会議", id="in-the-middle"),
        pytest.param("@予定さん、今日の予定", "今日の予定", id="with-an-honorific"),
        pytest.param("@予定、今日の予定", "今日の予定", id="with-a-comma"),
        pytest.param("@yotei cancel my 3pm", "cancel my 3pm", id="any-case"),
        pytest.param("@Yotei Bot help", "help", id="a-name-with-a-blank"),
        pytest.param("@Yotei", "", id="nothing-but-the-name"),
        pytest.param("@예정 내일 3시 회의", "내일 3시 회의", id="a-translated-name"),
        pytest.param("@予定明日15時 会議", "明日15時 会議", id="no-blank-typed-by-hand"),
        pytest.param("@予定15時から会議", "15時から会議", id="no-blank-and-a-digit"),
    ],
)
def test_what_mentions_the_bot_is_for_the_bot(text: str, rest: str) -> None:
    assert addressed(text, NAMES) == rest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("明日15時に会議しよう", id="plain-talk"),
        pytest.param("今日の予定は？", id="the-word-without-an-at"),
        pytest.param("@田中 明日どう？", id="somebody-else"),
        pytest.param("@予定表 見ておいて", id="a-longer-name"),
        pytest.param("@Yoteiman hi", id="a-longer-latin-name"),
        pytest.param("mail@yotei.example まで", id="an-address"),
        pytest.param("", id="nothing"),
    ],
)
def test_f49_other_peoples_talk_is_not(text: str) -> None:
    assert addressed(text, NAMES) is None


def test_a_bot_without_a_name_is_mentioned_by_nobody() -> None:
    assert addressed("@ 明日", ("", " ")) is None
