"""Learned weights: for each trait of a sentence a row of whole numbers, packed so that a few operations add many.

The rows are learned from the corpus by `python -m tests.language.teaching` and stand in `learned/`, one file for each
kind and language: in each line the row, in eighths of a logarithm, and what it is the row of.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from sys import intern

UNIT = 8  # weights a whole logarithm has
LANE = 16  # bits a number has; sums of them stay far below


def packed(row: Sequence[int]) -> int:
    """`row` as one int, the first number lowest."""
    return sum(number << LANE * at for at, number in enumerate(row))


def unpacked(row: int, length: int) -> tuple[int, ...]:
    """The `length` numbers of a packed row none of whose numbers is below 0."""
    return struct.unpack(f"<{length}H", row.to_bytes(LANE // 8 * length, "little"))


@cache
def evenly(number: int, length: int) -> int:
    """`number` in each place of a row of this length."""
    return packed([number] * length)


def written_rows(kind: str, code: str) -> Iterator[tuple[str, list[int]]]:
    """The rows of one kind for a language, each with its trait."""
    for line in files("bot.language").joinpath("learned", f"{kind}_{code}.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            row, _, trait = line.partition("\t")
            yield intern(trait), list(map(int, row.split()))
