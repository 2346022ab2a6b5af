"""What each word that is left over is: of the title, of a place's or a person's name, or none of these. Pure.

Nobody can list all that people write around a title: courtesies, reasons, remarks. So it is weighed: every few
characters (in English, words) in a row speak for or against what each of them could be, and neighbours belong
together unless more speaks against it than a change costs.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

from bot.language.outline import Outline
from bot.language.weights import LANE, UNIT, packed, rows, unpacked

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
_WIDTH = LANE * LANES  # bits
_BLANK = re.compile(r"\s")
_WORD = re.compile(r"[a-z']+|0+|[A-Z]|\S")


def units(text: str, code: str) -> tuple[Sequence[str], Sequence[int]]:
    """What is weighed of an outline's text: its characters or, in English, words; and where each begins in it.

    One unit stands for the beginning, at -1, and one for the end.
    """
    if code != "en":
        return f"<{_BLANK.sub(' ', text)}>", range(-1, len(text) + 1)
    words = list(_WORD.finditer(text))
    return ["<", *[word.group() for word in words], ">"], [-1, *[word.start() for word in words], len(text)]


def runs(words: Sequence[str]) -> list[tuple[int, list[str]]]:
    """What is weighed of `words`: every so many of them in a row, by where they begin; "" weighs nothing."""
    if isinstance(words, str):
        return [(1, list(words)), (2, [words[at : at + 2] for at in range(len(words) - 1)])]
    pairs = list(map(" ".join, pairwise(words)))
    endings = ["~" + word[-3:] if len(word) > 4 else "" for word in words]
    return [(1, list(words)), (1, endings), (2, pairs), (3, list(map(" ".join, zip(pairs, words[2:], strict=False))))]


def stretches(words: Sequence[str]) -> list[tuple[int, int, tuple[str, str]]]:
    """What stands between marks, blanks and punctuation: from where to before where, and what is weighed of all of it.

    That is what stands around it and whether it is the first, and how it ends.
    """
    found: list[tuple[int, int, tuple[str, str]]] = []
    begin = 0
    while begin < len(words):
        end = begin
        while not _parts(words[end]):  # the last one does
            end += 1
        if end > begin:
            ahead = words[begin - 1] if words[begin - 1] != " " else words[begin - 2]
            after = words[end] if words[end] != " " else words[end + 1]
            around = f"[{_kind(ahead)}{_kind(after)}{'+' if found else '-'}"
            last = words[max(begin, end - 2) : end] if isinstance(words, str) else words[end - 1]
            found.append((begin, end, (around, f"]{last}")))
        begin = end + 1
    return found


def _parts(word: str) -> bool:
    """Whether it is a mark, a blank or punctuation."""
    return not word.isalnum() or word.isupper()


def _kind(word: str) -> str:
    """A mark or the end of all; "," is any punctuation, and "w" a word."""
    if word.isupper() or word in "<>":
        return word
    return "w" if word.isalnum() else ","


def parted(outline: Outline, extents: Sequence[Extent], code: str) -> list[tuple[Extent, Part]]:
    """`extents` of the text, each taken apart, in order; what is beyond the outline is of the title."""
    text, places = outline
    words, starts = units(text, code)
    weighed = _weighed(words, code)
    found: list[tuple[Extent, Part]] = []
    for begin, end in extents:
        at = places.index(begin) if begin in places else len(text)  # what stands within a time is in no outline
        first, behind = bisect_left(starts, at), bisect_left(starts, min(at + end - begin, len(text)))
        numbers = weighed[LANES * first : LANES * behind]
        if not numbers or max(numbers) <= 0:  # as most are
            found.append(((begin, end), Part.TITLE))
            continue
        reached = begin
        parts = _likeliest([numbers[lane : lane + LANES] for lane in range(0, len(numbers), LANES)])
        for unit, part in enumerate(parts, first + 1):
            if unit == behind or parts[unit - first] is not part:
                border = end if unit == behind else begin + starts[unit] - at
                found.append(((reached, border), part))
                reached = border
    return found


def _weighed(words: Sequence[str], code: str) -> list[int]:
    """The rows of all units, one behind the other."""
    known = rows("parts", code)
    total = _bias(code, len(words))
    for _, written in runs(words):
        for at, row in enumerate(map(known.get, written)):
            if row is not None:
                total += row << _WIDTH * at
    for begin, end, traits in stretches(words):
        row = sum([known.get(trait, 0) for trait in traits])
        if row:
            total += row * _times(end - begin) << _WIDTH * begin
    return unpacked(total, LANES * len(words))


@cache
def _times(count: int) -> int:
    """What a row is multiplied with to stand there so many times."""
    return sum(1 << _WIDTH * at for at in range(count))


@cache
def _bias(code: str, count: int) -> int:
    other, *names = unpacked(rows("parts", code).get(BIAS, 0), LANES)
    return packed([other - _KEPT, *names] * count)


def _likeliest(weighed: Sequence[Sequence[int]]) -> list[Part]:
    """What each unit is, so that all together is likeliest (Viterbi)."""
    sums = [number - _START for number in weighed[0]] + [0]
    came_from: list[list[Part]] = []
    for row in weighed[1:]:
        best = Part(sums.index(max(sums)))
        bar = sums[best] - _CHANGE
        came_from.append([part if sums[part] >= bar else best for part in _ALL])
        sums = [max(sums[part], bar) + (row[part] if part < LANES else 0) for part in _ALL]
    part = Part(sums.index(max(sums)))
    parts = [part]
    for step in reversed(came_from):
        part = step[part]
        parts.append(part)
    return parts[::-1]
