"""Whether a sentence tells something or asks for something: the sound of its words, weighed. Pure.

What colleagues tell each other (10分で着きます, great game on Sunday) carries no mark, and a list of its words has no end.
So words are weighed: each of them, and each pair of neighbours, speaks for talk or for an order, and the sum is the
logarithm of the odds for talk. The weights are learned from the corpus by `python -m tests.language.teaching` and
stand in `tones/`, one file a language: in each line a weight in eighths and what it is the weight of.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.language.demand import Heard
from bot.language.intent import Kind, Role
from bot.language.phrases import Phrase

UNIT = 8  # weights a whole logarithm has
_WORD = re.compile(r"[A-Z]|[a-z']+|\d+|[^\sa-zA-Z\d]")
_FIGURES = str.maketrans("123456789", "0" * 9)  # which figures a title holds says nothing
_BLANKS = re.compile(r"\s+")
_LONGEST = 400  # characters of an outline that are weighed
_DAY, _TIME, _LENGTH, _SERIES, _QUOTE = "D", "T", "L", "R", "Z"
_MARKS = {Role.PERSON: "P", Role.PLACE: "O", Role.CALENDAR: "K", Role.DETAIL: "E", Role.RESIDUE: "X"}
_ORDERS = {Kind.CREATE: "C", Kind.CANCEL: "N", Kind.RESCHEDULE: "M"}

Weights = dict[str, int]


def outline(text: str, found: Sequence[Phrase], heard: Heard, *, past: bool) -> str:
    """`text` (lower case) with a capital letter for each time, person, place and detail, and one before each order.

    `past`: it is told of what was, which gets a letter in front.
    """
    marks = [(phrase.begin, phrase.end, _mark(phrase)) for phrase in found]
    for order, begin, _ in heard.orders:
        marks.append((begin, begin, "W" if order.weak or order.alone else _ORDERS.get(order.kind, "Q")))
    for begin, end in heard.quotes:
        marks.append((begin, end, _QUOTE))
    for piece in heard.pieces:
        mark = _MARKS.get(piece.role)
        if mark is not None:
            marks.append((piece.begin, piece.end, mark))
    if len(marks) > 1:
        marks.sort()
    parts = ["V"] if past else []
    reached = 0
    for begin, end, mark in marks:
        if begin >= reached:
            parts.append(text[reached:begin])
            parts.append(mark)
            reached = end
    parts.append(text[reached:])
    return "".join(parts)[:_LONGEST].translate(_FIGURES)


def _mark(phrase: Phrase) -> str:
    if phrase.every is not None:
        return _SERIES
    if phrase.start is None and phrase.finish is None:
        return _LENGTH
    return _TIME if phrase.finish is not None or (phrase.start is not None and phrase.start.has_time()) else _DAY


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


@cache
def weights(code: str) -> Weights:
    """The weights of a language, read once."""
    lines = files("bot.language").joinpath("tones", f"{code}.tsv").read_text("utf-8").splitlines()
    return {trait: int(weight) for weight, _, trait in (line.partition("\t") for line in lines)}


def talk(outline: str, code: str) -> float:
    """The logarithm of the odds that a sentence of this outline only tells something."""
    weigh = weights(code).get
    total = 0
    for trait in traits(outline, code):
        total += weigh(trait, 0)
    return total / UNIT


def reasons(outline: str, code: str) -> list[tuple[str, float]]:
    """What speaks for talk (above 0) or for an order (below 0), the heaviest first, for those who ask why."""
    weigh = weights(code)
    found = [(trait, weigh[trait] / UNIT) for trait in sorted(traits(outline, code)) if trait in weigh]
    return sorted(found, key=lambda reason: -abs(reason[1]))
