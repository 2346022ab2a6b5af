"""What a sentence sounds like, and what its words are, is told by rows that the corpus teaches, also where it is new."""

import random

import pytest

from bot.language.intent import Kind
from bot.language.languages import LANGUAGES
from bot.language.tone import KINDS
from bot.language.weights import LANE, packed, unpacked, written_rows
from tests.language.corpora import acts, answer, is_perhaps_talk, sentences
from tests.language.learner import Example, Learner, digest
from tests.language.teaching import WAYS, written

_TALK = ("ja_chat", "en_chat", "office_chat", "told_chat", "work_chat")
_ORDERS = ("ja_tuned", "ja_office", "en_tuned", "ko_tuned", "zh_tuned", "terse_commands")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", WAYS)
def test_the_rows_were_learned_from_this_corpus(kind: str, code: str) -> None:
    examples, _ = WAYS[kind]

    assert f"# learned from {digest(examples(code))}\n" in written(kind, code).read_text("utf-8"), (
        "run python -m tests.language.teaching"
    )


def test_rows_of_numbers_are_added_all_at_once() -> None:
    assert unpacked(packed([3, 2, 0]) + packed([5, -1, 7]), 3) == (8, 1, 7)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", WAYS)
def test_no_sum_of_rows_spills_over(kind: str, code: str) -> None:
    """Not even one of the heaviest rows of a whole outline, characters and pairs."""
    numbers = sorted((max(map(abs, row)) for _, row in written_rows(kind, code)), reverse=True)

    assert sum(numbers[:602]) < 1 << LANE - 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_talk_that_was_not_learned_is_told_from_orders(code: str) -> None:
    """The sentences were written in pairs that are hard to tell apart; a fifth of them is left out."""
    examples, _ = WAYS["tone"]
    seen = examples(code)
    random.Random(1).shuffle(seen)
    fifth = len(seen) // 5

    learner = Learner(len(KINDS))
    learner.learn(seen[fifth:], rounds=4)

    right = sum((_likeliest(learner, example) == Kind.NONE) == (example.answers == ((0,),)) for example in seen[:fifth])
    assert right / fifth > 0.85


def _likeliest(learner: Learner, example: Example) -> Kind:
    (sums,) = learner.sums(example)
    return KINDS[sums.index(max(sums))]


def test_talk_is_seldom_asked_about() -> None:
    talk = [asked for part in _TALK for asked in sentences(part)]

    asked_about = [asked["text"] for asked in talk if is_perhaps_talk(answer(asked))]

    assert len(asked_about) <= 0.04 * len(talk), asked_about


def test_orders_are_seldom_taken_for_talk() -> None:
    orders = [asked for part in _ORDERS for asked in sentences(part) if asked["expect"].get("intent") == "create"]

    doubted = [asked["text"] for asked in orders if not asked["expect"].get("ask") and is_perhaps_talk(answer(asked))]

    assert len(doubted) <= 0.01 * len(orders), doubted


def test_nothing_is_done_about_talk() -> None:
    talk = [asked for part in _TALK for asked in sentences(part)]

    assert [asked["text"] for asked in talk if acts(answer(asked))] == []
