"""What a sentence sounds like: talk, or an order of one kind or another. Pure.

What colleagues tell each other (10分で着きます, great game on Sunday) carries no mark, and a list of its words has no end;
nor have the ways to ask for something. So words are weighed: each of them, and each pair of neighbours, speaks for one
kind of sentence and against another, and the sum tells how likely each kind is.
"""

import math
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from bot.language.intent import Kind
from bot.language.traits import Traits
from bot.language.weights import LANE, UNIT, evenly, packed, unpacked, written_rows

KINDS = (Kind.NONE, Kind.CREATE, Kind.CANCEL, Kind.RESCHEDULE, Kind.LIST, Kind.HELP)  # in the order of a row
_FAR = 6 * UNIT
_NOTHING = repeat(0)  # what is not known says nothing
_LIFTED = evenly(1 << LANE - 1, len(KINDS))  # no number of a sum is below 0 then


class Tone(NamedTuple):
    """`talk`: the logarithm of the odds that it only tells something. `scores`: of each of `KINDS`, up to a common number."""

    talk: float
    scores: Sequence[int]  # in eighths

    def lead(self, kind: Kind) -> tuple[Kind, float]:
        """What is most likely asked for, if anything is, and by how much that is likelier than `kind`."""
        best = max(self.scores[1:])
        behind = self.scores[KINDS.index(kind)] if kind in KINDS else best
        return KINDS[self.scores.index(best, 1)], (best - behind) / UNIT

    def alone(self) -> bool:
        """Whether nothing else is nearly as likely to be asked for."""
        *_, second, best = sorted(self.scores[1:])
        return best - second > UNIT // 2


@cache
def rows(code: str) -> dict[str, int]:
    """For each trait how much it speaks for each of `KINDS`, packed."""
    return {trait: packed(row) for trait, row in written_rows("tone", code)}


def tone(traits: Traits, code: str) -> Tone:
    """What a sentence with these traits sounds like."""
    weigh = rows(code).get
    total = _LIFTED
    for _, run in traits.runs:
        total += sum(map(weigh, run, _NOTHING))
    scores = unpacked(total, len(KINDS))
    told, *asked = scores
    highest = max(asked)
    # of the odds of all that may be asked for, those far behind are nothing
    others = sum([math.exp((score - highest) / UNIT) for score in asked if score > highest - _FAR])
    return Tone((told - highest) / UNIT - math.log(others), scores)


def reasons(traits: Traits, code: str) -> list[tuple[str, float]]:
    """What speaks for talk (above 0) or against it (below 0), the heaviest first, for those who ask why."""
    weigh = rows(code)
    found = {trait: _for_talk(weigh[trait]) for _, run in traits.runs for trait in run if trait in weigh}
    return sorted(found.items(), key=lambda reason: (-abs(reason[1]), reason))


def _for_talk(row: int) -> float:
    told, *asked = unpacked(row + _LIFTED, len(KINDS))
    return (told - max(asked)) / UNIT
