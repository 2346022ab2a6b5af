"""Learned weights: for each trait of a sentence a row of whole numbers, packed into one int.

To add two rows then costs one addition, and a row takes little memory. The rows are learned from the corpus by
`python -m tests.language.teaching` and stand in `learned/`, one file for each kind and language: in each line the row,
in eighths of a logarithm, and what it is the row of.
"""

import struct
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

UNIT = 8  # weights a whole logarithm has
LANE = 16  # bits a number has; sums of them stay far below
_HALF = 1 << LANE - 1  # is added to each number to take the row apart: none is below 0 then

Rows = dict[str, int]


def packed(row: Sequence[int]) -> int:
    """`row` as one int, the first number lowest."""
    return sum(number << LANE * at for at, number in enumerate(row))


def unpacked(row: int, length: int) -> list[int]:
    """The `length` numbers of a packed row, or of a sum of such rows."""
    lifted = (row + _halves(length)).to_bytes(2 * length, "little")
    return [number - _HALF for number in struct.unpack(f"<{length}H", lifted)]


@cache
def _halves(length: int) -> int:
    return packed([_HALF] * length)


@cache
def rows(kind: str, code: str) -> Rows:
    """The rows of one kind for a language, read once."""
    lines = files("bot.language").joinpath("learned", f"{kind}_{code}.tsv").read_text("utf-8").splitlines()
    parted = (line.split("\t", 1) for line in lines if not line.startswith("#"))
    return {trait: packed(list(map(int, row.split()))) for row, trait in parted}
