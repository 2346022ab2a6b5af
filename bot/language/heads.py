"""How Latin words begin, so that a scan tries only the rules that can have one there. Pure.

Many rules may begin with "on the": two letters tell little of them. So the first two letters of a longer word count as
one, and so does a little word with its blank; then the character behind them tells more.
"""

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

LITTLE = ("the", "on", "in", "at", "for", "to", "a", "an", "by", "from", "over", "of", "this", "next", "with", "i")
_PAIRS = 0xE000  # characters that nobody writes stand for what counts as one
_WORDS = _PAIRS + 26 * 26
_BY_WORD = {f"{word} ": chr(_WORDS + at) for at, word in enumerate(LITTLE)}
_BY_PAIR = {"".join(pair): chr(_PAIRS + at) for at, pair in enumerate(product(ascii_lowercase, repeat=2))}
LETTERS = {symbol: (word[0], word[1]) for word, symbol in (_BY_WORD | _BY_PAIR).items()}  # that each head begins with
_NOT_COUNTED = r"(?![?*+{])"
_IN_PATTERN = re.compile(
    r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\(\?P[<=]\w+[>)]|\\[^ ]"  # as they are
    rf"|(?:(?<![a-z])|(?<=\\[bBdDsSwW]))(?:(?P<little>{'|'.join(LITTLE)})\\? {_NOT_COUNTED}"
    rf"|(?P<pair>[a-z]{{2}})(?=[a-z]{_NOT_COUNTED}))"
)
_two_letters = re.compile("[a-z]{2}").fullmatch
_three_letters = re.compile("[a-z]{3}").match
head = re.compile(rf"(?:{'|'.join(LITTLE)}) |[a-z]{{2}}").match  # of a word in a text


def with_heads(pattern: str) -> str:
    """`pattern` with one character for each head of a word that is surely all of it there."""
    return _IN_PATTERN.sub(_folded, pattern)


def _folded(match: re.Match[str]) -> str:
    little, pair = match["little"], match["pair"]
    return _BY_WORD[f"{little} "] if little else _BY_PAIR[pair] if pair else match.group()


def has_head(begins: str) -> bool:
    """Whether two characters begin a Latin word that has a head."""
    return begins in _BY_WORD or _two_letters(begins) is not None


def ways_to_take(begins: str) -> Iterator[tuple[str, str]]:
    """The ways to take `begins`, a word's head and the character behind it: what stands first, and what second."""
    yield begins[0], begins[1:2]
    if _three_letters(begins):
        yield _BY_PAIR[begins[:2]], begins[2]
    word = begins[: begins.find(" ") + 1]
    if word in _BY_WORD:
        yield _BY_WORD[word], begins[len(word) :]
