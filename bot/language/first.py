"""Which characters a pattern can begin with, so that a scan tries a rule only where it has a chance. Pure.

Reads the part of `re`'s syntax that rules are written in; what it does not know may begin with anything.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from functools import cache
from sys import intern

Beginning = tuple[str, ...]  # of up to three
ANYTHING = "(?s:.)"
FIGURE = r"\d"
_UNKNOWN = ""  # for a second character
_ANY = r"[^\n]"
_ESCAPE = r"\\(?:u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|[\s\S])"
_GROUP = re.compile(r"\((?P<open>\?P<\w+>|\?:|\?=|\?!|\?<=|\?<!)?")
_LOOKS_AROUND = frozenset({"?=", "?!", "?<=", "?<!"})
_ZERO_WIDTH = frozenset({r"\b", r"\B", r"\A", r"\Z", "^", "$"})
_ONE = re.compile(rf"\[\^?\]?(?:[^\]\\]|\\.)*\]|{_ESCAPE}|[\s\S]")
_QUANTIFIER = re.compile(r"(?P<times>[?*+]|\{(?P<least>\d*)(?P<more>,(?P<most>\d*))?\})[?+]?")
_HOW_OFTEN = {"?": ("0", "1"), "*": ("0", ""), "+": ("1", "")}
_NOTHING_YET: set[Beginning] = {()}
_LENGTH = 2
_LENGTH_WITH_FIGURES = 3  # a unit after figures is often two characters: 時 and 時間
_LINE_STARTS = ("^", r"(?<![^\n])")
_STRUCTURE = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\\.|[()|]", re.DOTALL)
_MEMBER = re.compile(rf"(?P<first>{_ESCAPE}|[\s\S])(?:-(?P<last>{_ESCAPE}|[^\]]))?")


def beginnings(pattern: str) -> frozenset[Beginning]:
    """The first two characters that a match of `pattern` can have, or a few more such pairs; a run of figures is one.

    Each is a character or a class as `re` writes it; after a run of figures there are two of them. Fewer: what follows
    is not known.
    """
    found = {
        begin[: begin.index(_UNKNOWN)] if _UNKNOWN in begin else begin for begin in _Reader(pattern).alternatives()
    }
    if any(not begin or (_may_be_figure(begin[0]) and not is_figure(begin[0])) for begin in found):
        found.add((FIGURE,))  # where it takes figures among others we do not know how long their run is
    return frozenset(found)


def begins_a_line(pattern: str) -> bool:
    """Whether a match of `pattern` stands at the beginning of the text or after a line's end."""
    if not pattern.startswith(_LINE_STARTS):
        return False
    whole = _Reader(pattern)
    whole.leave()
    return whole.at == len(pattern)


def first_character(pattern: str) -> re.Pattern[str]:
    """A pattern that matches every character with which a match of `pattern` can begin (and perhaps a few more)."""
    return re.compile(_as_one(sorted({begin[0] if begin else ANYTHING for begin in beginnings(pattern)})))


def sought(pattern: re.Pattern[str]) -> Callable[[str, int, int], re.Match[str] | None]:
    """Its `search`, from the first place on where one of the characters stands with which a match can begin.

    Most stretches hold none of them, and to see that costs a tenth of trying the pattern at each place.
    """
    begins, search = first_character(pattern.pattern).search, pattern.search

    def found(text: str, begin: int, end: int) -> re.Match[str] | None:
        start = begins(text, begin, end)
        return search(text, start.start(), end) if start else None

    return found


def is_class(start: str) -> bool:
    """Whether `start` stands for several characters."""
    return len(start) > 1


class Alike:
    """Characters between which no pattern tells: a scan need look only once at all of a kind."""

    def __init__(self, starts: Collection[str]) -> None:
        self.edges = sorted({edge for start in starts for edge in _edges(start)} | _TOLD_APART)

    def kind(self, character: str) -> int:
        """The same for two characters when every one of the starts has both or neither."""
        place = bisect_right(self.edges, ord(character))
        return place << 3 | character.isdecimal() << 2 | character.isspace() << 1 | character.isalnum()


def _edges(start: str) -> Iterator[int]:
    """The code points at which a stretch of characters in `start` begins or is over; a kind like a figure has none."""
    for member in _MEMBER.finditer(start[1:-1] if start.startswith("[") else start):
        first = _code(member["first"])
        last = _code(member["last"]) if member["last"] else first
        if first is not None and last is not None:
            yield first
            yield last + 1


def _code(written: str) -> int | None:
    """The code point of a character as `re` writes it; None for a kind of characters."""
    if len(written) == 1:
        return ord(written)
    kind = written[1]
    if len(written) > 2:
        return ord(written.encode().decode("unicode_escape"))
    return None if kind in "dswDSW" else ord(_CONTROLS.get(kind, kind))


# what \\w holds beside letters and figures, and what "." does not hold
_TOLD_APART = {ord("_"), ord("_") + 1, ord("\n"), ord("\n") + 1, ord("a"), ord("z") + 1}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


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

    def alternatives(self) -> set[Beginning]:
        """The beginnings of all branches up to the group's end."""
        starts = self._sequence()
        while self._takes("|"):
            starts |= self._sequence()
        return starts

    def _sequence(self) -> set[Beginning]:
        whole: set[Beginning] = set()
        short: set[Beginning] = {()}
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            longer = _joined(short, self._item())
            short = {begin for begin in longer if len(begin) < _most(begin)}
            whole |= longer - short
            if not short:
                self.leave()
        return whole | short

    def leave(self) -> None:
        """Go to the end of this branch: what follows is no beginning."""
        depth = 0
        for mark in _STRUCTURE.finditer(self.pattern, self.at):
            written = mark.group()
            if not depth and written in ("|", ")"):
                self.at = mark.start()
                return
            depth += (written == "(") - (written == ")")
        self.at = len(self.pattern)

    def _item(self) -> set[Beginning]:
        once = self._atom()
        quantifier = _QUANTIFIER.match(self.pattern, self.at)
        if not quantifier:
            return once
        self.at = quantifier.end()
        least, most = _HOW_OFTEN.get(quantifier["times"]) or (
            quantifier["least"],
            quantifier["most"] if quantifier["more"] else quantifier["least"],
        )
        times: set[Beginning] = {()}
        found: set[Beginning] = set()
        for count in range(_LENGTH_WITH_FIGURES + 1):
            if count >= min(int(least or 0), _LENGTH_WITH_FIGURES):
                found |= times
            if most and count == int(most):
                break
            times = _joined(times, once)
        return found

    def _atom(self) -> set[Beginning]:
        group = _GROUP.match(self.pattern, self.at)
        if group:
            self.at = group.end()
            inside = self.alternatives()
            if not self._takes(")"):
                return {(ANYTHING, ANYTHING)}
            return {()} if group["open"] in _LOOKS_AROUND else inside
        one = _ONE.match(self.pattern, self.at)
        assert one is not None
        written = intern(one.group())  # thousands of them are kept
        self.at = one.end()
        return {()} if written in _ZERO_WIDTH else {(_ANY if written == "." else written,)}

    def _takes(self, character: str) -> bool:
        taken = self.pattern.startswith(character, self.at)
        self.at += taken
        return taken


def _joined(ahead: set[Beginning], behind: set[Beginning]) -> set[Beginning]:
    """Each of `ahead` followed by each of `behind`, as far as it counts."""
    if ahead == _NOTHING_YET:
        return behind
    if behind == _NOTHING_YET:
        return ahead
    heads = {then[:1] for then in behind}  # of what follows one character only its first counts
    found: set[Beginning] = set()
    for first in ahead:
        if not first or is_figure(first[0]):
            found.update([_followed(first, then) for then in behind])
        elif len(first) < _LENGTH:
            found.update([first + head for head in heads])
        else:
            found.add(first)
    return found


def _followed(first: Beginning, then: Beginning) -> Beginning:
    if first and then and len(first) < _most(first) and is_figure(first[-1]):
        if is_figure(then[0]):
            return (*first, *then[1:])
        if _may_be_figure(then[0]):
            return (*first, _UNKNOWN)
    return (first + then)[: _most(first or then)]


def _most(begin: Beginning) -> int:
    """How many characters of a beginning count."""
    return _LENGTH_WITH_FIGURES if begin and is_figure(begin[0]) else _LENGTH


@cache
def is_figure(start: str) -> bool:
    """Whether `start` stands for figures and nothing else."""
    return start == FIGURE or re.fullmatch(r"[0-9]|\[[0-9-]+\]", start) is not None


@cache
def _may_be_figure(start: str) -> bool:
    """Whether `start` may stand for a figure."""
    return any(map(re.compile(_as_one([start])).match, "0123456789")) if start != _UNKNOWN else True
