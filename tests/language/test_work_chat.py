"""What colleagues write to each other: delays, hearsay, plans of others, reports, jokes. None of it asks for anything."""

import pytest

from bot.say import fields
from tests.language.corpora import Asked, acts, answer, sentences


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(asked, id=asked["id"])
        for part in ("work_chat", "office_chat", "told_chat")
        for asked in sentences(part)
    ],
)
def test_talk_among_colleagues_asks_for_nothing(asked: Asked) -> None:
    assert not acts(answer(asked))


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("terse_commands")])
def test_what_is_written_to_the_bot_as_tersely_is_still_a_command(asked: Asked) -> None:
    said = fields(answer(asked))

    assert {name: said.get(name) for name in asked["expect"]} == asked["expect"]
