"""What colleagues write to each other: delays, hearsay, plans of others, reports, jokes. None of it asks for anything."""

import pytest

from bot.language.intent import Kind
from tests.language.corpora import Asked, answer, sentences


@pytest.mark.parametrize(
    "asked",
    [pytest.param(asked, id=asked["id"]) for part in ("work_chat", "office_chat") for asked in sentences(part)],
)
def test_talk_among_colleagues_asks_for_nothing(asked: Asked) -> None:
    assert answer(asked).kind is Kind.NONE
