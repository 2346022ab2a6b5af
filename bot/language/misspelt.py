"""English weekdays with one slip: a letter left out, doubled, swapped with its neighbour, or a wrong vowel; or as they sound."""

import re
from collections.abc import Iterator

from bot.language.atoms import Atom, Day, Doubtful
from bot.language.grammar import Rule
from bot.language.intent import Doubt

_VOWELS = "aeiou"
_AS_THEY_SOUND = {
    "wensday": 2,
    "wendsday": 2,
    "wendesday": 2,
    "wensdy": 2,
    "wednsdey": 2,
    "thersday": 3,
    "thirsday": 3,
    "tusday": 1,
    "saterday": 5,
}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _slips(name: str) -> Iterator[str]:
    """The first letter is right: a word without it is too often another."""
    for place in range(1, len(name)):
        before, letter, after = name[:place], name[place], name[place + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]
        if letter in _VOWELS:
            yield from (before + vowel + after for vowel in _VOWELS if vowel != letter)


_MEANT = {slip: weekday for weekday, name in enumerate(_NAMES) for slip in _slips(name)} | _AS_THEY_SOUND


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
