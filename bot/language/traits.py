"""What is weighed of an outline: its characters or, in English, its words, how they end, and a few of them in a row. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import add
from typing import NamedTuple

_BLANK = re.compile(r"\s")
_NEW_LINE = "¶"
_WORD = re.compile(r"[a-z']+(?:-[a-z']+)*|0+(?:[.:/-]0+)*|[A-Z]|\S")
_LATIN = re.compile(r"[a-z0]")
_CHARACTER = re.compile(r"[a-z0]+(?:[.&+'-][a-z0]+)*|\S| ")  # or a Latin word


class Traits(NamedTuple):
    """An outline in `units`, with where in it each of them begins: one before the first, at -1, and one behind the last.

    `runs` are what is weighed, by the number of units that each covers: in each list one for every unit with which
    such a run can begin. "" weighs nothing.
    """

    units: Sequence[str]
    starts: Sequence[int]
    runs: tuple[tuple[int, Sequence[str]], ...]


def traits(text: str, code: str, capitals: str = "") -> Traits:
    """The traits of an outline's `text`; `capitals` is the same text as it was written."""
    text = text.replace("\n", _NEW_LINE)
    if code != "en":
        line = f"<{_BLANK.sub(' ', text)}>"
        if not _LATIN.search(line):
            return Traits(line, range(-1, len(text) + 1), ((1, line), (2, list(map(add, line, line[1:])))))
        units, starts = _in_units(_CHARACTER, line[1:-1])
        return Traits(units, starts, ((1, units), (2, list(map(add, units, units[1:])))))
    units, starts = _in_units(_WORD, text)
    endings = ["~" + unit[-3:] if len(unit) > 4 else "" for unit in units]
    pairs = list(map(" ".join, pairwise(units)))
    triples = list(map(" ".join, zip(pairs, units[2:], strict=False)))
    shapes = _shapes(units, starts, capitals)
    return Traits(units, starts, ((1, units), (1, endings), (1, shapes), (2, pairs), (3, triples)))


def _in_units(pattern: re.Pattern[str], text: str) -> tuple[list[str], list[int]]:
    found = list(pattern.finditer(text))
    return ["<", *[one.group() for one in found], ">"], [-1, *[one.start() for one in found], len(text)]


def _shapes(units: Sequence[str], starts: Sequence[int], capitals: str) -> list[str]:
    """For each unit whether it and two on each side of it are words with capitals; "" where nobody wrote any."""
    begins = True
    shapes = ["<", "<"]
    for unit, start in zip(units[1:-1], starts[1:-1], strict=True):
        if unit.isupper() or not unit[-1].isalnum():
            shapes.append(unit if unit.isupper() else ",")
            begins = begins or unit in ".!?"
        else:
            large = capitals[start : start + 1].isupper()
            shapes.append("0" if unit.startswith("0") else ("B" if begins else "A") if large else "a")
            begins = False
    shapes += [">", ">"]
    if "A" not in shapes:
        return [""] * len(units)
    return ["", *[f"^{''.join(shapes[at - 2 : at + 3])}" for at in range(2, len(shapes) - 2)], ""]


def stretches(units: Sequence[str]) -> list[tuple[int, int, tuple[str, str]]]:
    """What stands between marks, blanks and punctuation: from where to before where, and what is weighed of all of it.

    That is what stands around it and whether it is the first, and how it ends.
    """
    found: list[tuple[int, int, tuple[str, str]]] = []
    begin = 0
    while begin < len(units):
        end = begin
        while not _parts(units[end]):  # the last one does
            end += 1
        if end > begin:
            ahead = units[begin - 1] if units[begin - 1] != " " else units[begin - 2]
            after = units[end] if units[end] != " " else units[end + 1]
            around = f"[{_kind(ahead)}{_kind(after)}{'+' if found else '-'}"
            last = units[end - 1]
            if len(last) == 1 and end - begin > 1:
                last = units[end - 2] + last
            found.append((begin, end, (around, f"]{last}")))
        begin = end + 1
    return found


def _parts(unit: str) -> bool:
    """Whether it is a mark, a blank or punctuation."""
    return not unit[-1].isalnum() or unit.isupper()


def _kind(unit: str) -> str:
    """A mark or the end of all; "," is any punctuation, and "w" a word."""
    if unit.isupper() or unit in "<>":
        return unit
    return "w" if unit[-1].isalnum() else ","
