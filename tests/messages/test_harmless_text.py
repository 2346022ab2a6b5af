"""F22: whatever others have written is shown as plain text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.plain import characters, plain
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from handlers.replies import offers_of
from tests.messages.samples import VIEW, hostile

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)

MENTION = re.compile(r"<\s*/?\s*m\b", re.IGNORECASE)
INVISIBLE = (
    "\u202e\u202d\u2066\u2069\u200b\u200e\u200f\u061c\ufeff\u00ad\u2060\u180e\u3164\x00\x07\x1b\x9b\U000e0041\ud83d"
)


def everything(words: Words, text: str) -> list[str]:
    """All that could be shown with `text` in it, line by line."""
    replies = list(hostile(text))
    labels = [offer.label for reply in replies for offer in offers_of(reply)]
    shown = [line for reply in replies for line in words.text(reply, VIEW).split("\n")]
    return shown + [say(label, VIEW) for label in labels for say in (words.label, words.pressed)]


@languages
@pytest.mark.parametrize(
    "tag",
    [
        pytest.param('<m userId="all">', id="everybody"),
        pytest.param('<M USERID="all">', id="capitals"),
        pytest.param('< m userId="all">', id="blank"),
        pytest.param('<\n\n m userId="all">', id="newlines"),
        pytest.param('<\u3000m userId="all">', id="wide-blank"),
        pytest.param('</m><m\tuserId="u1">', id="closing"),
        pytest.param('<\u200bm userId="all">', id="zero-width"),
        pytest.param('<\u202em userId="all">', id="override"),
        pytest.param('<<m userId="all">>', id="doubled"),
        pytest.param('<\x00m userId="all">', id="nul"),
        pytest.param("<", id="begun-here-ended-there"),
    ],
)
def test_f22_no_mention_fires_in_any_language(tag: str, words: Words) -> None:
    for text in (tag, f"定例{tag}", "a" * 17 + tag, "a" * 198 + tag):
        assert [line for line in everything(words, text) if MENTION.search(line) or "<" in line[-1:]] == []


@languages
def test_f22_nothing_invisible_is_passed_on(words: Words) -> None:
    text = "abc" + "x".join(INVISIBLE) + "def"

    assert [line for line in everything(words, text) if set(line) & set(INVISIBLE)] == []


@languages
@pytest.mark.parametrize("blank", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\t"])
def test_f22_no_line_of_the_answer_can_be_forged(blank: str, words: Words) -> None:
    forged = f"定例{blank}カレンダー：社長室"

    assert not [
        line for line in everything(words, forged) if "定例カレンダー" in line or line.startswith("カレンダー：社長室")
    ]


@languages
def test_braces_and_percents_are_letters(words: Words) -> None:
    assert any("{count}%s{0}" in line for line in everything(words, "{count}%s{0}"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("設計レビュー", "設計レビュー", id="plain"),
        pytest.param("  a \n\n b  ", "a b", id="newlines-are-folded"),
        pytest.param("a\rb", "a b", id="a-lone-return-is-a-blank"),
        pytest.param("a < b <meeting>", "a < b <meeting>", id="other-brackets-stay"),
        pytest.param("👩\u200d💻 Q&A <3", "👩\u200d💻 Q&A <3", id="joined-emoji-stay"),
        pytest.param("が \u0e19\u0e31\u0e14", "が \u0e19\u0e31\u0e14", id="accents-stay"),
        pytest.param("\u200b\u3164 \u202e", "", id="nothing-visible"),
    ],
)
def test_what_is_harmless_is_left_alone(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("<m /\u200b\u202e\n\u0301😀"), max_size=60))
def test_f22_any_text_becomes_one_harmless_line(text: str) -> None:
    shown = plain(text, 20)

    assert characters(shown) <= 20
    assert shown.splitlines() in ([], [shown])
    assert not MENTION.search(shown + "m")
    assert shown.encode("utf-8") is not None
    assert plain(shown, 20) == shown


@pytest.mark.parametrize("text", ["<" + " " * 200_000, "< " * 100_000, "\u0301" * 200_000, "<" * 200_000])
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    before = time.process_time()

    plain(text)

    assert time.process_time() - before < 1
