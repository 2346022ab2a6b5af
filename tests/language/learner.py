"""Learns rows of weights: a softmax regression over traits, the same examples giving the same rows.

Fitted by stochastic gradient descent with a step of its own for each weight (AdaGrad).
"""

import math
import random
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from bot.language.weights import UNIT

_STEP = 0.2
_DECAY = 0.003  # of a weight with each step: what is seen seldom weighs little
_SEEN = 2  # examples that show a trait before it is learned

Learned = dict[str, list[int]]


class Example(NamedTuple):
    """A sentence of one or several units, each of which is one of several classes.

    `traits`: each with the unit at which it begins and the number of units it covers. `answers`: for each unit the
    classes that it may be; None where nobody knows.
    """

    traits: tuple[tuple[str, int, int], ...]
    answers: tuple[tuple[int, ...] | None, ...]


class Learner:
    """What is known so far: for each trait, unit by unit, a weight for each of the classes."""

    def __init__(self, classes: int) -> None:
        self.classes = classes
        self._weights: dict[str, list[list[float]]] = {}
        self._steepness: dict[str, list[list[float]]] = {}  # how much each weight has been moved about so far

    def learn(self, seen: Sequence[Example], rounds: int, *, only: Collection[str] | None = None) -> None:
        """Go through all examples so often. `only`: of these traits."""
        known = Counter(trait for example in seen for trait in {trait for trait, _, _ in example.traits})
        for trait, length in sorted({(trait, length) for example in seen for trait, _, length in example.traits}):
            if known[trait] >= _SEEN and (only is None or trait in only):
                self._weights[trait] = [[0.0] * self.classes for _ in range(length)]
                self._steepness[trait] = [[0.01] * self.classes for _ in range(length)]
        work = list(seen)
        order = random.Random(len(work))
        for _ in range(rounds):
            order.shuffle(work)
            for example in work:
                self._learn(example)

    def _learn(self, example: Example) -> None:
        slopes = [
            None if answer is None else self._slopes(sums, answer)
            for sums, answer in zip(self.sums(example), example.answers, strict=True)
        ]
        present = [trait for trait in example.traits if trait[0] in self._weights]
        for trait, at, _ in present:
            for place, (weights, steepness) in enumerate(
                zip(self._weights[trait], self._steepness[trait], strict=True), at
            ):
                here = slopes[place]
                if here is None:
                    continue
                for one, slope in enumerate(here):
                    whole = slope + _DECAY * weights[one]
                    steepness[one] += whole * whole
                    weights[one] -= _STEP * whole / math.sqrt(steepness[one])

    def sums(self, example: Example) -> list[list[float]]:
        """For each unit what speaks for each class."""
        sums = [[0.0] * self.classes for _ in example.answers]
        for trait, at, _ in example.traits:
            for place, weights in enumerate(self._weights.get(trait, ()), at):
                here = sums[place]
                for one, weight in enumerate(weights):
                    here[one] += weight
        return sums

    @staticmethod
    def _slopes(sums: Sequence[float], answer: Sequence[int]) -> list[float]:
        highest = max(sums)
        shares = [math.exp(score - highest) for score in sums]
        whole = sum(shares)
        right = sum([shares[one] for one in answer])
        return [share / whole - (share / max(right, 1e-9) if one in answer else 0) for one, share in enumerate(shares)]

    def rows(self, *, light: int, against: int | None = None) -> Learned:
        """The weights in eighths, without the rows in which none reaches `light`.

        `against`: the last class, which the others are measured against; it has no number in a row.
        """
        rows = {trait: list(self._row(units, against)) for trait, units in sorted(self._weights.items())}
        return {trait: row for trait, row in rows.items() if max(map(abs, row)) >= light}

    @staticmethod
    def _row(units: Sequence[Sequence[float]], against: int | None) -> Iterator[int]:
        for weights in units:
            base = sum(weights) / len(weights) if against is None else weights[against]
            for one, weight in enumerate(weights):
                if one != against:
                    yield round((weight - base) * UNIT)


def learned(seen: Sequence[Example], classes: int, rounds: int, *, light: int, against: int | None = None) -> Learned:
    """What `seen` teaches, as in `Learner.rows`, of the traits that do not turn out to be `light`.

    It is learned twice: the traits that stay take over what the light ones said.
    """
    first = Learner(classes)
    first.learn(seen, rounds)
    again = Learner(classes)
    again.learn(seen, rounds, only=first.rows(light=light, against=against))
    return again.rows(light=1, against=against)


def digest(seen: Sequence[Example]) -> str:
    """What tells whether rows were learned from just these examples."""
    whole = sha256()
    for example in seen:
        whole.update(repr(example).encode())
    return whole.hexdigest()[:16]
