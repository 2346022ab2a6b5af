"""English weekdays with one slip of the finger: a letter left out, doubled, or swapped with its neighbour."""

import re
from collections.abc import Iterator

from bot.language.atoms import Atom, Day, Doubtful
from bot.language.grammar import Rule
from bot.language.intent import Doubt

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _slips(name: str) -> Iterator[str]:
    """The first letter is right: a word without it is too often another."""
    for place in range(1, len(name)):
        before, letter, after = name[:place], name[place], name[place + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]


_MEANT = {slip: weekday for weekday, name in enumerate(_NAMES) for slip in _slips(name)}


def _weekday(match: re.Match[str]) -> Atom:
    """Which week is meant by "next" is told by the well-written names only."""
    return Doubtful(Doubt.RESIDUE) if match["which"] else Day(weekday=_MEANT[match["name"]])


RULES: tuple[Rule, ...] = (
    Rule(
        "a misspelt weekday",
        rf"(?<![a-z])(?:on )?(?P<which>(?:next|last|this|coming) )?(?P<name>{'|'.join(sorted(_MEANT, key=len, reverse=True))})(?![a-z])",
        _weekday,
    ),
)
