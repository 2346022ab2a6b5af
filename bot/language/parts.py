"""What each word that is left over is: of the title, of a place's or a person's name, or none of these. Pure.

Nobody can list all that people write around a title: courtesies, reasons, remarks. So it is weighed: every few
characters (in English, words) in a row speak for or against what each of them could be, and neighbours belong
together unless more speaks against it than a change costs.
"""

import struct
from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import repeat

from bot.language.outline import Outline
from bot.language.traits import Traits, stretches
from bot.language.weights import LANE, UNIT, evenly, packed, unpacked, written_rows

Extent = tuple[int, int]


class Part(IntEnum):
    """What a word is, in the order of a row; TITLE is what the others are measured against and has no number there."""

    OTHER = 0
    PLACE = 1
    NAME = 2
    TITLE = 3


_ALL = tuple(Part)  # an enum is slow to go through
LANES = 3  # numbers a row has for each of its units
BIAS = "#bias"  # the row that every unit starts with
_CHANGE = 3 * UNIT  # what it costs to become another part from one unit to the next
_KEPT = UNIT // 2  # how much likelier any word is thought of the title: better one too many than one lost
_START = 1 * UNIT  # and what it costs to begin as anything but the title
_BESIDE = 1 * UNIT  # how much likelier what stands beside a title is none
_LOWEST = 16 * UNIT  # by how much words may sound rather like nothing and still be the only title
_FIRM = 2 * UNIT  # by how much a stretch is rather the title than nothing, to be it surely
_WIDTH = LANE * LANES  # bits of a unit
_LIFT = 1 << 10  # is added to each number of a row: none is below 0 then, and rows can be joined
_NONE = (1 << LANE - 1) - 1  # stands for 0 in a sum, so that the highest bit is set in what is more
_NOTHING = [struct.pack("<H", _LIFT) * LANES * length for length in range(4)]  # rows of what is not known


@cache
def rows(code: str) -> dict[str, bytes]:
    """For each trait, unit by unit of what it covers, how much it speaks for each part but the title."""
    return {
        trait: struct.pack(f"<{len(row)}H", *[number + _LIFT for number in row])
        for trait, row in written_rows("parts", code)
    }


def parted(outline: Outline, extents: Sequence[Extent], code: str, *, needs_title: bool) -> list[tuple[Extent, Part]]:
    """`extents` of the text, each taken apart, in order; what is beyond the outline is of the title.

    A title seldom has two parts: where one is surely of it, the others are less likely to be. `needs_title`: there is
    one, if only the words that sound least unlike it.
    """
    text, places, traits = outline
    starts = traits.starts
    weighed = _weighed(traits, code)
    last = max(places, default=-1)
    stretches: list[tuple[int, int, list[int]]] = []
    for begin, end in extents:
        # what stands within a time is in no outline
        at = places.index(begin) if begin <= last and begin in places else len(text)
        first = bisect_left(starts, at)
        count = LANES * (bisect_left(starts, min(at + end - begin, len(text))) - first)
        numbers = weighed >> _WIDTH * first & (1 << LANE * count) - 1
        sure = len(extents) == 1 and not numbers & evenly(1 << LANE - 1, count)  # as most are
        stretches.append((at, first, [] if sure else [number - _NONE for number in unpacked(numbers, count)]))
    found: list[tuple[Extent, Part]] = []
    every = _all_likeliest([numbers for _, _, numbers in stretches], needs_title=needs_title)
    for (begin, end), (at, first, _), parts in zip(extents, stretches, every, strict=True):
        reached = begin
        for unit, part in enumerate(parts, 1):
            if unit == len(parts) or parts[unit] is not part:
                border = end if unit == len(parts) else begin + starts[first + unit] - at
                found.append(((reached, border), part))
                reached = border
    return found


def _all_likeliest(stretches: Sequence[Sequence[int]], *, needs_title: bool) -> list[list[Part]]:
    """What each unit of each stretch is."""
    against = [sum(numbers[::LANES]) for numbers in stretches]
    surest = min(against)
    firm = surest < -_FIRM
    bar = 0
    while True:
        every = [
            _likeliest(numbers, -_BESIDE if firm and other > surest else _START, bar) if numbers else [Part.TITLE]
            for numbers, other in zip(stretches, against, strict=True)
        ]
        if not needs_title or bar > _LOWEST or any(Part.TITLE in parts for parts in every):
            return every
        bar += UNIT


def _weighed(traits: Traits, code: str) -> int:
    """What speaks for each part of each unit, the first lowest."""
    known = rows(code)
    total = _ground(code, len(traits.units), tuple([length for length, _ in traits.runs]))
    for length, run in traits.runs:
        weights = list(map(known.get, run, repeat(_NOTHING[length])))
        for at in range(length):
            total += int.from_bytes(b"".join(weights[at::length]), "little") << _WIDTH * at
    for begin, end, present in stretches(traits.units):
        for row in map(known.get, present):
            if row is not None:
                number = int.from_bytes(row, "little") - evenly(_LIFT, LANES)
                total += number * _times(end - begin) << _WIDTH * begin
    return total


@cache
def _times(count: int) -> int:
    """What a row is multiplied with to stand there so many times."""
    return sum(1 << _WIDTH * at for at in range(count))


@cache
def _ground(code: str, count: int, lengths: tuple[int, ...]) -> int:
    """What so many units start with, and without what is added by the lifts of the runs that cover each of them."""
    bias = rows(code).get(BIAS, _NOTHING[1])
    other, *names = [number - _LIFT + _NONE for number in unpacked(int.from_bytes(bias, "little"), LANES)]
    ground = packed([other - _KEPT, *names] * count)
    for length in lengths:
        for begin in range(count - length + 1):
            ground -= evenly(_LIFT, LANES * length) << _WIDTH * begin
    return ground


def _likeliest(numbers: Sequence[int], start: int, bar: int) -> list[Part]:
    """What each unit is, so that all together is likeliest (Viterbi); what is less than `bar` likelier is the title."""
    weighed = [numbers[lane : lane + LANES] for lane in range(0, len(numbers), LANES)]
    sums = [number - (_START if lane else start) for lane, number in enumerate(weighed[0])] + [bar]
    came_from: list[list[Part]] = []
    for row in weighed[1:]:
        best = Part(sums.index(max(sums)))
        change = sums[best] - _CHANGE
        came_from.append([part if sums[part] >= change else best for part in _ALL])
        sums = [max(sums[part], change) + (row[part] if part < LANES else bar) for part in _ALL]
    part = Part(sums.index(max(sums)))
    parts = [part]
    for step in reversed(came_from):
        part = step[part]
        parts.append(part)
    return parts[::-1]
