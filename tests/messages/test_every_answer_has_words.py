"""Nothing half added: whatever the bot can answer, it can say in every language."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import get_args

import pytest

from bot.messages.bookings import Gap
from bot.messages.facts import Fact
from bot.messages.render import LANGUAGES, render
from bot.messages.words import Words
from handlers.announcements import Change
from handlers.commands import Remark
from handlers.offers import Choice
from handlers.replies import Absent, Allowed, Doubtful, Loss, Pressed, Reply, Trouble
from providers.bookings import Side
from tests.messages.samples import SAMPLES, VIEW

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


def tables(words: Words) -> Iterator[tuple[type[StrEnum], set[str]]]:
    """What must be in each table of one language, and what is."""
    yield Fact, {*words.facts}
    yield Choice, {*words.choices}
    yield Remark, {*words.remarks}
    yield Absent, {*words.absences}
    yield Trouble, {*words.troubles}
    yield Pressed, {*words.dead_buttons}
    yield Doubtful, {*words.doubts}
    yield Loss, {*words.losses}
    yield Allowed, {*words.allowed}
    yield Change, {*words.changes}
    yield Side, {*words.sides}
    yield Gap, {*words.entries}
    yield Gap, {*words.updates}


def written(words: Words) -> Iterator[str]:
    """Everything a language's file holds as a constant."""
    for kind in type(words).__mro__:
        for name, value in vars(kind).items():
            if not name.startswith("_") and name != "systems":
                values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                yield from (text for text in values if isinstance(text, str))


def test_the_samples_hold_every_kind_of_reply() -> None:
    assert {type(reply) for reply in SAMPLES.values()} == set(get_args(Reply))


def test_the_five_languages_of_line_works_are_spoken() -> None:
    assert set(LANGUAGES) == {"ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW"}


@languages
@pytest.mark.parametrize("reply", SAMPLES.values(), ids=SAMPLES)
def test_every_reply_has_words_in_every_language(reply: Reply, words: Words) -> None:
    text = words.text(reply, VIEW)

    assert text.strip()
    assert not re.search(r"[{}]|\bNone\b|  \S*$", text.splitlines()[0])


@languages
def test_every_table_is_complete(words: Words) -> None:
    for kind, found in tables(words):
        assert found == set(kind)


@languages
def test_every_word_that_is_declared_is_given(words: Words) -> None:
    declared = {name for kind in type(words).__mro__ for name in vars(kind).get("__annotations__", ())}

    assert [name for name in declared if not getattr(words, name, None)] == []


@pytest.mark.parametrize(
    ("locale", "encoding"),
    [
        pytest.param("ja_JP", "shift_jis", id="japanese"),
        pytest.param("ko_KR", "euc_kr", id="korean"),
        pytest.param("zh_CN", "gb2312", id="simplified"),
        pytest.param("zh_TW", "big5", id="traditional"),
        pytest.param("en_US", "ascii", id="english"),
    ],
)
def test_a_language_is_written_in_its_own_characters(locale: str, encoding: str) -> None:
    letters = [char for text in written(LANGUAGES[locale]) for char in text if char.isalpha()]

    foreign = [char for char in letters if not char.encode(encoding, "ignore")]

    assert foreign == []


@pytest.mark.parametrize("mainland", ["日历", "日程", "链接", "信息", "参与", "组织者", "撤销", "日曆", "連接", "撤銷"])
def test_taiwan_has_words_of_its_own(mainland: str) -> None:
    assert not [text for text in written(LANGUAGES["zh_TW"]) if mainland in text]


def test_korean_keeps_to_one_politeness() -> None:
    said = [text for text in written(LANGUAGES["ko_KR"]) if text.endswith((".", "?"))]

    assert said
    assert [text for text in said if re.search(r"니다|니까|시오|(?<!요)[.?](?!\d)", text)] == []


def test_a_talk_in_an_unknown_language_is_answered_in_japanese() -> None:
    reply = SAMPLES["nothing changed"]

    message = render(reply, [], VIEW, "th_TH")

    assert message.text.base == message.text.variants["ja_JP"]


@languages
def test_everyone_reads_their_own_language_beside_the_askers(words: Words) -> None:
    reply = SAMPLES["title"]

    message = render(reply, ["q.0", "q.1"], VIEW, words.locale)

    assert message.text.base == words.text(reply, VIEW)
    assert message.text.variants.keys() == LANGUAGES.keys()
    assert [button.postback for button in message.buttons] == ["q.0", "q.1"]
    assert [button.label.base for button in message.buttons] == [
        words.choices[Choice.PLAIN_TITLE],
        words.choices[Choice.NO],
    ]
    assert all(
        button.label.variants.keys() == LANGUAGES.keys() == button.text.variants.keys() for button in message.buttons
    )
