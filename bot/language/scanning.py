"""How rules are scanned for: at each place, in their order, only those that can begin with the two characters there.

A run of figures counts as one character.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import ANYTHING, Alike, beginnings, is_class
from bot.language.grammar import REACH, Language, Rule

_PAIRS = 8192  # of characters, whose rules are remembered
_rest_of_word = re.compile("[a-z]*").match  # no rule begins within a word
_REMEMBERED = 256  # matched texts per rule; then forgotten all at once, so that memory stays flat


class _Entry:
    """A rule, compiled when a character with which it can begin is first met."""

    __slots__ = ("begins", "build", "firsts", "match", "name", "remembered", "rule", "starts")

    match: Callable[..., re.Match[str] | None]
    starts: Callable[..., re.Match[str] | None]

    def __init__(self, rule: Rule) -> None:
        self.rule: Rule | None = rule
        self.name = rule.name
        self.build = rule.build
        self.firsts = _firsts(rule.pattern)
        self.begins = re.compile(rf"(?:{rule.before})\Z").search if rule.before else None
        self.remembered: dict[str, Atom | None] = {}

    def ready(self) -> "_Entry":
        """Itself, compiled."""
        rule = self.rule
        if rule is not None:
            own = re.compile(rule.before + rule.pattern)
            if own.groups != len(own.groupindex):
                raise ValueError(f"rule {rule.name!r} has a group without a name")
            self.match = own.match
            self.starts = re.compile(rule.pattern).match if rule.before else own.match
            self.rule = None
        return self

    def atom(self, match: re.Match[str]) -> Atom | None:
        """What `match`, of this rule alone, says."""
        remembered = self.remembered
        written = match.group()
        if written in remembered:
            return remembered[written]
        if len(remembered) >= _REMEMBERED:
            remembered.clear()
        atom = remembered[written] = self.build(match)
        return atom

    def behind(self, text: str, reached: int, position: int) -> Token | None:
        """The rule with what stands before it, its anchor at `position`; nothing before `reached` is taken."""
        assert self.begins is not None
        if not self.starts(text, position):
            return None
        begin = self.begins(text, max(reached, position - REACH), position)
        match = self.match(text, begin.start()) if begin else None
        atom = self.atom(match) if match and match.end() > position else None
        return Token(match.start(), match.end(), atom, self.name) if match and atom is not None else None


class _Tried(NamedTuple):
    """The rules that are tried at a place, in their order, and those tried after them."""

    ahead: tuple[tuple[Callable[..., re.Match[str] | None], _Entry], ...]
    behind: tuple[_Entry, ...]


def _firsts(pattern: str) -> dict[str, tuple[str | None, ...]]:
    """The first characters of `pattern`, and the second ones that each can have; None: any, or the text's end."""
    found: dict[str, list[str | None]] = {}
    for begin in beginnings(pattern):
        found.setdefault(begin[0] if begin else ANYTHING, []).append(begin[1] if len(begin) > 1 else None)
    return {first: tuple(seconds) for first, seconds in found.items()}


@cache
def _entry(rule: Rule) -> _Entry:
    """`rule` for all scanners: it is compiled and remembers once."""
    return _Entry(rule)


@cache
def _class(start: str) -> Callable[[str], re.Match[str] | None]:
    """Whether a character is in a class, as `re` writes it."""
    return re.compile(start).match


class _Starts:
    """Places of rules by how they start; asked for a character, all whose start it can be."""

    __slots__ = ("_always", "_classes", "_places")

    def __init__(self) -> None:
        self._always: set[int] = set()
        self._places: dict[str, set[int]] = {}
        self._classes: set[str] = set()

    def add(self, start: str | None, place: int) -> None:
        """The rule at `place` can start so; None: with anything, even the text's end."""
        if start is None:
            self._always.add(place)
        else:
            self._places.setdefault(start, set()).add(place)
            if is_class(start):
                self._classes.add(start)

    def of(self, character: str) -> set[int]:
        """The places of the rules that can start with `character`."""
        found = self._always.copy()
        if character:
            found |= self._places.get(character, _NOTHING)
            for start in self._classes:
                if _class(start)(character):
                    found |= self._places[start]
        return found

    def all(self) -> set[int]:
        """The places of all its rules."""
        return self._always.union(*self._places.values())


_NOTHING: frozenset[int] = frozenset()


class _Branch:
    """What is tried where one kind of character stands, by the kind of character after it."""

    __slots__ = ("of_kind", "starts")

    def __init__(self, starts: _Starts) -> None:
        self.starts = starts
        self.of_kind: dict[object, _Tried | None] = {}


_FIGURES = _Tried((), ())  # at two figures: what counts is the character after all of them


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(_entry(rule) for rule in rules)
        self._starting: dict[str, list[int]] = {}  # the places of the rules that begin so
        starts: set[str] = set()
        for place, entry in enumerate(self._entries):
            for first, seconds in entry.firsts.items():
                self._starting.setdefault(first, []).append(place)
                starts.add(first)
                starts.update(second for second in seconds if second is not None)
        self._classes = tuple(start for start in self._starting if is_class(start))
        self._alike = Alike(starts)
        self._branches: dict[object, _Branch] = {}  # by the kind of the character
        self._tried: dict[frozenset[int], _Tried | None] = {_NOTHING: None}  # by the places of its rules
        self._pairs: dict[str, _Tried | None] = {}  # by the two characters that stand there

    def warm(self, characters: str) -> None:
        """Compile the rules that may begin with one of `characters`."""
        for character in characters:
            for place in self._branch(character).starts.all():
                self._entries[place].ready()

    def warm_all(self) -> None:
        """Compile all rules."""
        for entry in self._entries:
            entry.ready()

    def _branch(self, character: str) -> _Branch:
        """What can begin with `character`."""
        kind = self._alike.kind(character)
        branch = self._branches.get(kind)
        if branch is None:
            starts = _Starts()
            for start in (character, *(start for start in self._classes if _class(start)(character))):
                for place in self._starting.get(start, ()):
                    for second in self._entries[place].firsts[start]:
                        starts.add(second, place)
            branch = self._branches[kind] = _Branch(starts)
        return branch

    def _rules(self, pair: str) -> _Tried | None:
        """The rules that can begin with a character and go on with another, or be alone at the text's end."""
        if len(self._pairs) >= _PAIRS:
            self._pairs.clear()
        if len(pair) == 2 and pair.isdecimal():
            self._pairs[pair] = _FIGURES
            return _FIGURES
        branch = self._branch(pair[0])
        kind = self._alike.kind(pair[1]) if len(pair) == 2 else None
        if kind not in branch.of_kind:
            places = frozenset(branch.starts.of(pair[1:]))
            if places not in self._tried:
                entries = [self._entries[place].ready() for place in sorted(places)]
                ahead = tuple((entry.match, entry) for entry in entries if entry.begins is None)
                self._tried[places] = _Tried(ahead, tuple(entry for entry in entries if entry.begins is not None))
            branch.of_kind[kind] = self._tried[places]
        rules = self._pairs[pair] = branch.of_kind[kind]
        return rules

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        pairs = self._pairs
        position = reached = behind = 0
        length = len(text)
        while position < length:
            pair = text[position : position + 2]
            try:
                rules = pairs[pair]
            except KeyError:
                rules = self._rules(pair)
            if rules is _FIGURES:
                if behind <= position:
                    behind = position + 2
                    while behind < length and text[behind].isdecimal():
                        behind += 1
                figures = pair[0] + text[behind : behind + 1]
                try:
                    rules = pairs[figures]
                except KeyError:
                    rules = self._rules(figures)
            token = None
            if rules is not None:
                for match_at, entry in rules.ahead:
                    match = match_at(text, position)
                    if match:
                        atom = entry.remembered.get(match.group()) or entry.atom(match)
                        if atom is not None:
                            token = Token(position, match.end(), atom, entry.name)
                            break
                else:
                    for entry in rules.behind:
                        token = entry.behind(text, reached, position)
                        if token is not None:
                            break
            if token is not None:
                tokens.append(token)
                position = reached = token.end
            elif "a" <= pair < "{":
                rest = _rest_of_word(text, position + 1)
                assert rest is not None  # it may be empty
                position = rest.end()
            else:
                position += 1
        return tokens
