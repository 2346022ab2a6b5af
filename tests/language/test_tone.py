"""Talk is told from orders by weights that the corpus teaches, and well on what was not among what taught them."""

import random

import pytest

from bot.language.languages import LANGUAGES
from bot.language.tone import weights
from tests.language.corpora import acts, answer, is_perhaps_talk, sentences
from tests.language.teaching import Example, examples, learned, odds

_TALK = ("ja_chat", "en_chat", "office_chat", "told_chat", "work_chat")
_ORDERS = ("ja_tuned", "ja_office", "en_tuned", "ko_tuned", "zh_tuned", "terse_commands")
_FOLDS = 5


@pytest.fixture(scope="module", params=list(LANGUAGES))
def taught(request: pytest.FixtureRequest) -> tuple[str, list[Example]]:
    """A language, and all that teaches its tone."""
    return request.param, examples(request.param)


def test_the_weights_are_those_the_corpus_teaches(taught: tuple[str, list[Example]]) -> None:
    code, seen = taught

    assert weights(code) == learned(seen), "run python -m tests.language.teaching"


def test_what_was_not_learned_is_told_apart_as_well(taught: tuple[str, list[Example]]) -> None:
    """The sentences were written in pairs that are hard to tell apart; a fifth of them is left out each time."""
    _, seen = taught
    order = list(range(len(seen)))
    random.Random(1).shuffle(order)
    right = 0

    for fold in range(_FOLDS):
        out = set(order[fold::_FOLDS])
        known = learned([example for at, example in enumerate(seen) if at not in out])
        right += sum((odds(known, seen[at].traits) > 0) == seen[at].talk for at in out)

    assert right / len(seen) > 0.85


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
