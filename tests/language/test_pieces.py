"""Every character of a sentence is in exactly one typed piece."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.intent import Role
from tests.language.corpora import answer, sentences
from tests.language.reading import reading


@pytest.mark.parametrize("part", ["ja_tuned", "ja_held", "ja_chat", "ko_tuned", "zh_tuned"])
def test_pieces_cover_every_sentence_of_the_corpus(part: str) -> None:
    for asked in sentences(part):
        pieces = answer(asked).pieces

        assert "".join(asked["text"][piece.begin : piece.end] for piece in pieces) == asked["text"]


@given(st.text(alphabet="明日15時から会議 @田中「」ｶﾞ㍿\u200f\ud800、を登録", max_size=40))
@settings(max_examples=300, deadline=None)
def test_pieces_cover_whatever_is_written(text: str) -> None:
    pieces = reading(text).pieces

    assert "".join(text[piece.begin : piece.end] for piece in pieces) == text


def test_each_kind_of_piece_is_named() -> None:
    sentence = "Jicooに明日15時から1時間、A会議室で設計レビュー @田中 10分前に通知 を登録"

    roles = {sentence[piece.begin : piece.end]: piece.role for piece in reading(sentence).pieces}

    assert roles == {
        "Jicooに": Role.CALENDAR,
        "明日": Role.TIME,
        "15時": Role.TIME,
        "から": Role.TIME,
        "1時間": Role.TIME,
        "、": Role.FILLER,
        "A会議室で": Role.PLACE,
        "設計レビュー": Role.TITLE,
        " ": Role.FILLER,
        "@田中": Role.PERSON,
        "10分前に通知": Role.DETAIL,
        "を登録": Role.COMMAND,
    }


def test_what_was_not_understood_is_residue_inside_the_title() -> None:
    sentence = "来々々週の会議"

    pieces = [(sentence[piece.begin : piece.end], piece.role) for piece in reading(sentence).pieces]

    assert pieces == [("来々々週", Role.RESIDUE), ("の会議", Role.TITLE)]
