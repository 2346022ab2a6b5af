"""What a sentence sounds like: talk, or an order of one kind or another. Pure.

What colleagues tell each other (10分で着きます, great game on Sunday) carries no mark, and a list of its words has no end;
nor have the ways to ask for something. So words are weighed: each of them, and each pair of neighbours, speaks for one
kind of sentence and against another, and the sum tells how likely each kind is.
"""

import math
import re
from itertools import pairwise
from typing import NamedTuple

from bot.language.intent import Kind
from bot.language.weights import UNIT, rows, unpacked

KINDS = (Kind.NONE, Kind.CREATE, Kind.CANCEL, Kind.RESCHEDULE, Kind.LIST, Kind.HELP)  # in the order of a row
_FAR = 6 * UNIT
_WORD = re.compile(r"[A-Z]|[a-z']+|\d+|[^\sa-zA-Z\d]")
_BLANKS = re.compile(r"\s+")


class Tone(NamedTuple):
    """`talk`: the logarithm of the odds that it only tells something. `scores`: of each of `KINDS`, up to a common number."""

    talk: float
    scores: list[int]  # in eighths

    def lead(self, kind: Kind) -> tuple[Kind, float]:
        """What is most likely asked for, if anything is, and by how much that is likelier than `kind`."""
        best = max(self.scores[1:])
        behind = self.scores[KINDS.index(kind)] if kind in KINDS else best
        return KINDS[self.scores.index(best, 1)], (best - behind) / UNIT


def traits(outline: str, code: str) -> set[str]:
    """What of an outline is weighed: in English words, their ends and up to three in a row; else characters and pairs."""
    if code != "en":
        line = f"<{_BLANKS.sub('', outline)}>"
        return {*line, *[line[at : at + 2] for at in range(len(line) - 1)]}
    words = ["<", *_WORD.findall(outline), ">"]
    pairs = list(map(" ".join, pairwise(words)))
    return {
        *words,
        *pairs,
        *map(" ".join, zip(pairs, words[2:], strict=False)),
        *["~" + one[-3:] for one in words if len(one) > 4],
    }


def tone(outline: str, code: str) -> Tone:
    """What a sentence of this outline sounds like."""
    weigh = rows("tone", code).get
    total = 0
    for trait in traits(outline, code):
        total += weigh(trait, 0)
    scores = unpacked(total, len(KINDS))
    told, *asked = scores
    highest = max(asked)
    # of the odds of all that may be asked for, those far behind are nothing
    others = sum([math.exp((score - highest) / UNIT) for score in asked if score > highest - _FAR])
    return Tone((told - highest) / UNIT - math.log(others), scores)


def reasons(outline: str, code: str) -> list[tuple[str, float]]:
    """What speaks for talk (above 0) or against it (below 0), the heaviest first, for those who ask why."""
    weigh = rows("tone", code)
    found = [(trait, _for_talk(weigh[trait])) for trait in sorted(traits(outline, code)) if trait in weigh]
    return sorted(found, key=lambda reason: -abs(reason[1]))


def _for_talk(row: int) -> float:
    told, *asked = unpacked(row, len(KINDS))
    return (told - max(asked)) / UNIT
