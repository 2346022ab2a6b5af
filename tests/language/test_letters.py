"""Which two letters a rule can begin with."""

import pytest

from bot.language.first import beginnings
from bot.language.letters import pair, pairs


@pytest.mark.parametrize(
    ("pattern", "able", "unable"),
    [
        pytest.param("two|on", ["tw", "on"], ["tn", "ow", "to"], id="not-one-word's-first-with-another's-second"),
        pytest.param(" ?two", [" t", "tw"], ["  ", "t "], id="with-a-blank-before"),
        pytest.param("[a-c]x?", ["ax", "bz", "c "], ["da", " a"], id="a-class-and-perhaps-more"),
        pytest.param(".n", ["an", " n"], ["na"], id="anything-first"),
        pytest.param(r"\d|t", ["tt", "t "], ["at"], id="figures-are-no-letters"),
        pytest.param("(?=x)", ["ab"], [], id="what-may-be-empty-begins-with-anything"),
    ],
)
def test_a_pair_is_let_through_when_a_match_can_begin_with_it(pattern: str, able: list[str], unable: list[str]) -> None:
    bits = pairs(beginnings(pattern))

    assert [written for written in able + unable if bits & pair(written)] == able


@pytest.mark.parametrize("written", ["t", "1a", "a1", "会議", "é "])
def test_what_is_no_two_letters_has_no_pair(written: str) -> None:
    assert pair(written) == 0
