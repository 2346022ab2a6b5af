"""What the bot tells people to write, it understands."""

import re
from collections.abc import Iterator

import pytest

from bot.language.intent import Kind
from bot.language.languages import LANGUAGES as READ
from bot.language.reader import read
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from tests.messages.samples import SAMPLES, VIEW

languages = pytest.mark.parametrize(
    "words", [pytest.param(words, id=locale) for locale, words in LANGUAGES.items() if locale[:2] in READ]
)


def in_passing(words: Words) -> Iterator[str]:
    """The examples that stand at the end of a question or a refusal."""
    for reply in SAMPLES.values():
        yield from re.findall(r"(?:例：|Example: |예: )(.+)", words.text(reply, VIEW))


@languages
def test_each_example_is_read_as_what_it_is_an_example_of(words: Words) -> None:
    intents = [read(example, now=VIEW.now, language=words.locale[:2]) for example in words.examples]

    assert [intent.kind for intent in intents] == [Kind.CREATE, Kind.LIST, Kind.CANCEL, Kind.RESCHEDULE, Kind.UNDO]
    assert [intent.ask for intent in intents] == [()] * 5
    assert [bool(intent.title) for intent in intents] == [True, False, True, True, False]
    assert [bool(intent.attendees) for intent in intents] == [True, False, False, False, False]


@languages
def test_each_example_in_passing_says_a_time_or_names_an_event(words: Words) -> None:
    for example in in_passing(words):
        intent = read(example, now=VIEW.now, language=words.locale[:2])

        assert intent.start is not None, example
        assert not intent.ask, example
