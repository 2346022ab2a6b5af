"""Which characters a pattern can begin with, so that a scan tries a rule only where it has a chance. Pure.

Reads the part of `re`'s syntax that rules are written in; what it does not know may begin with anything.
"""

import re

_ANYTHING = "(?s:.)"
_GROUP = re.compile(r"\((?P<open>\?P<\w+>|\?:|\?=|\?!|\?<=|\?<!)?")
_LOOKS_AROUND = frozenset({"?=", "?!", "?<=", "?<!"})
_ZERO_WIDTH = frozenset({r"\b", r"\B", r"\A", r"\Z", "^", "$"})
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]")
_QUANTIFIER = re.compile(r"(?P<times>[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")


def first_character(pattern: str) -> re.Pattern[str]:
    """A pattern that matches every character with which a match of `pattern` can begin (and perhaps a few more)."""
    starts, empty = _Reader(pattern).alternatives()
    return re.compile(_ANYTHING if empty else _as_one(sorted(starts)))


def _as_one(starts: list[str]) -> str:
    """One class for all, which `re` searches fastest; what cannot be part of it stands beside it."""
    inner: list[str] = []
    apart: list[str] = []
    for start in starts:
        if start.startswith("[") and not start.startswith("[^"):
            inner.append(start[1:-1])
        elif start in ".^" or start.startswith(("[", "(")):
            apart.append(start)
        else:
            inner.append(start if len(start) > 1 else re.escape(start))
    return "|".join([*(["[" + "".join(inner) + "]"] if inner else []), *apart])


class _Reader:
    """Walks over a pattern once."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> tuple[set[str], bool]:
        """The beginnings of branches up to the group's end, and whether one of them can match nothing."""
        starts, empty = self._sequence()
        while self._takes("|"):
            more, also_empty = self._sequence()
            starts |= more
            empty = empty or also_empty
        return starts, empty

    def _sequence(self) -> tuple[set[str], bool]:
        starts: set[str] = set()
        empty = True
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            found, optional = self._item()
            if empty:
                starts |= found
            empty = empty and optional
        return starts, empty

    def _item(self) -> tuple[set[str], bool]:
        starts, optional = self._atom()
        quantifier = _QUANTIFIER.match(self.pattern, self.at)
        if quantifier:
            self.at = quantifier.end()
            optional = optional or quantifier["times"] in "?*" or quantifier["least"] in ("0", "")
        return starts, optional

    def _atom(self) -> tuple[set[str], bool]:
        group = _GROUP.match(self.pattern, self.at)
        if group:
            self.at = group.end()
            inside = self.alternatives()
            if not self._takes(")"):
                return {_ANYTHING}, False
            return (set(), True) if group["open"] in _LOOKS_AROUND else inside
        characters = _CLASS.match(self.pattern, self.at)
        length = characters.end() - self.at if characters else 2 if self.pattern[self.at] == "\\" else 1
        written = self.pattern[self.at : self.at + length]
        self.at += length
        return (set(), True) if written in _ZERO_WIDTH else ({written}, False)

    def _takes(self, character: str) -> bool:
        taken = self.pattern.startswith(character, self.at)
        self.at += taken
        return taken
