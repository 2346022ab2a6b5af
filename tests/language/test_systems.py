"""A calendar system that is named in a list, a cancel or a move says where to look; in a create it may be the title."""

import pytest

from bot.language.intent import Kind, Role
from tests.language.corpora import Asked, answer, sentences
from tests.language.reading import reading


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("systems")])
def test_the_named_system_is_where_to_look_and_no_part_of_the_title(asked: Asked) -> None:
    intent = answer(asked)

    found = {"intent": str(intent.kind), "provider": intent.provider, "title": intent.title}
    assert {name: value for name, value in found.items() if value} == asked["expect"]
    assert "".join(asked["text"][piece.begin : piece.end] for piece in intent.pieces) == asked["text"]


def test_the_name_has_a_piece_of_its_own() -> None:
    sentence = "cancel tomorrow's Jicoo interview"

    pieces = {sentence[piece.begin : piece.end].strip(): piece.role for piece in reading(sentence).pieces}

    assert pieces["Jicoo"] is Role.CALENDAR
    assert pieces["interview"] is Role.TITLE


@pytest.mark.parametrize(
    "sentence", ["ＪＩＣＯＯの明日の予定", "cancel the Ｊｉｃｏｏ interview", "㍿ Jicoo 면담 취소해줘"]
)
def test_wherever_it_stood_in_the_original_every_character_is_in_one_piece(sentence: str) -> None:
    intent = reading(sentence)

    assert intent.kind in (Kind.LIST, Kind.CANCEL)
    assert intent.provider == "jicoo"
    assert "".join(sentence[piece.begin : piece.end] for piece in intent.pieces) == sentence
