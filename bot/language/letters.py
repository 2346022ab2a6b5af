"""Which two letters a rule can begin with, exactly: two sets of letters would let many English words through. Pure.

Pairs of the Latin letters and the blank are bits of one number, which takes a tenth of the memory of a set.
"""

import re
from collections.abc import Iterable
from functools import cache

from bot.language.first import Beginning, is_class, is_figure

_LETTERS = "abcdefghijklmnopqrstuvwxyz "
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_ANY = (1 << len(_LETTERS)) - 1


def pairs(begins: Iterable[Beginning]) -> int:
    """The bits of all pairs with which one of `begins` can begin."""
    followed: dict[str, int] = {}
    for begin in begins:
        first = begin[0] if begin else ""
        if not first or not is_figure(first):
            followed[first] = followed.get(first, 0) | (_those(begin[1]) if len(begin) > 1 else _ANY)
    found = 0
    for first, seconds in followed.items():
        for place in range(len(_LETTERS)):
            if _those(first) >> place & 1:
                found |= seconds << place * len(_LETTERS)
    return found


def pair(written: str) -> int:
    """The bit of two letters; 0 where it is not about letters."""
    first, second = _PLACES.get(written[0]), _PLACES.get(written[1:])
    return 0 if first is None or second is None else 1 << first * len(_LETTERS) + second


@cache
def _those(start: str) -> int:
    """The letters that `start` stands for; "" is anything."""
    if not start:
        return _ANY
    if not is_class(start):
        return 1 << _PLACES[start] if start in _PLACES else 0
    matches = re.compile(start).match
    return sum(1 << place for place, letter in enumerate(_LETTERS) if matches(letter))
