"""How rules are scanned for: at each place, in their order, only those that can begin with the characters there.

Two characters count, a run of figures being one and followed by two.
"""

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import Alike, Beginning, beginnings, begins_a_line, is_class
from bot.language.grammar import REACH, Language, Rule

_CHARACTERS = 8192  # whose kinds are remembered
_KNOWN = 8192  # beginnings whose rules are remembered
_letters = re.compile("[a-z]*").match
_REMEMBERED = 256  # matched texts per rule; then forgotten all at once, so that memory stays flat


class _Entry:
    """A rule, compiled when a character with which it can begin is first met."""

    __slots__ = ("beginnings", "begins", "begins_a_line", "build", "match", "name", "remembered", "rule", "starts")

    match: Callable[..., re.Match[str] | None]
    starts: Callable[..., re.Match[str] | None]

    def __init__(self, rule: Rule) -> None:
        self.rule: Rule | None = rule
        self.name = rule.name
        self.build = rule.build
        self.beginnings = beginnings(rule.pattern)
        self.begins_a_line = begins_a_line(rule.pattern)
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

    def token(self, text: str, position: int, reached: int) -> Token | None:
        """The first rule's atom at `position`; nothing before `reached` may belong to it."""
        for match_at, entry in self.ahead:
            match = match_at(text, position)
            if match:
                atom = entry.remembered.get(match.group()) or entry.atom(match)
                if atom is not None:
                    return Token(position, match.end(), atom, entry.name)
        for entry in self.behind:
            token = entry.behind(text, reached, position)
            if token is not None:
                return token
        return None


@cache
def _entry(rule: Rule) -> _Entry:
    """`rule` for all scanners: it is compiled and remembers once."""
    return _Entry(rule)


@cache
def _class(start: str) -> Callable[[str], re.Match[str] | None]:
    """Whether a character is in a class, as `re` writes it."""
    return re.compile(start).match


class _Begun:
    """The rules that can begin with the characters so far, and what each can go on with."""

    __slots__ = ("_after", "_ended", "_further")

    def __init__(self) -> None:
        self._ended: set[int] = set()  # places of rules that can go on with anything, even the text's end
        self._further: dict[str, list[tuple[Beginning, int]]] = {}  # by the next character or class of them
        self._after: dict[int, _Begun] = {}

    def add(self, beginning: Beginning, place: int) -> None:
        """The rule at `place` can go on so."""
        if beginning:
            self._further.setdefault(beginning[0], []).append((beginning[1:], place))
        else:
            self._ended.add(place)

    def then(self, character: str, kind: int) -> "_Begun":
        """Those that go on with `character`, which is "" at the text's end and of the `kind` all alike have."""
        found = self._after.get(kind)
        if found is None:
            found = self._after[kind] = _Begun()
            found._ended |= self._ended
            for start, rests in self._further.items():
                if start == character or (character and is_class(start) and _class(start)(character)):
                    for rest, place in rests:
                        found.add(rest, place)
        return found

    def places(self) -> set[int]:
        """The places of all of them."""
        return self._ended.union(*({place for _, place in rests} for rests in self._further.values()))


_BEGINS, _FIGURE, _LETTER, _NUMBER = 1, 2, 4, 8  # of what a kind's number tells


class _Kinds(dict[str, int]):
    """A number for each character, the same for all between which no rule tells; 0 for no character."""

    def __init__(self, starts: Collection[str], begun: _Begun) -> None:
        super().__init__({"": 0})
        self._alike = Alike(starts)
        self._begun = begun
        self._numbers: dict[object, int] = {}

    def __missing__(self, character: str) -> int:
        kind = self._alike.kind(character)
        number = self._numbers.get(kind)
        if number is None:
            number = (len(self._numbers) + 1) * _NUMBER
            number |= _BEGINS * bool(self._begun.then(character, number).places())
            number |= _FIGURE * character.isdecimal() | _LETTER * ("a" <= character <= "z")
            self._numbers[kind] = number
        if len(self) >= _CHARACTERS:
            self.clear()
            self[""] = 0
        self[character] = number
        return number


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(_entry(rule) for rule in rules)
        self._within, self._at_line = _Begun(), _Begun()
        for place, entry in enumerate(self._entries):
            for beginning in entry.beginnings:
                self._at_line.add(beginning, place)
                if not entry.begins_a_line:
                    self._within.add(beginning, place)
        starts = {start for entry in self._entries for beginning in entry.beginnings for start in beginning}
        self._kinds = _Kinds(starts, self._at_line)
        self._line_ends = (0, self._kinds["\n"])
        self._tried: dict[frozenset[int], _Tried | None] = {frozenset(): None}  # by the places of its rules
        self._known_within: dict[int, _Tried | None] = {}  # by the kinds of the characters that count
        self._known_at_line: dict[int, _Tried | None] = {}

    def warm(self, characters: str) -> None:
        """Compile the rules that may begin with one of `characters`."""
        for character in characters:
            for place in self._at_line.then(character, self._kinds[character]).places():
                self._entries[place].ready()

    def warm_all(self) -> None:
        """Compile all rules."""
        for entry in self._entries:
            entry.ready()

    def _rules(self, begun: _Begun, characters: list[str]) -> _Tried | None:
        """The rules of `begun` that can begin with `characters`."""
        for character in characters:
            begun = begun.then(character, self._kinds[character])
        places = frozenset(begun.places())
        if places not in self._tried:
            entries = [self._entries[place].ready() for place in sorted(places)]
            ahead = tuple((entry.match, entry) for entry in entries if entry.begins is None)
            self._tried[places] = _Tried(ahead, tuple(entry for entry in entries if entry.begins is not None))
        return self._tried[places]

    def _find(self, text: str, position: int, after: int, key: int) -> _Tried | None:
        """The rules that can begin at `position`, where figures go on until `after`; from now on known by `key`."""
        at_line = not position or text[position - 1] == "\n"
        counts = (position, after, after + 1) if after else (position, position + 1)
        known = self._known_at_line if at_line else self._known_within
        if len(known) >= _KNOWN:
            known.clear()
        begun = self._at_line if at_line else self._within
        rules = known[key] = self._rules(begun, [text[place : place + 1] for place in counts])
        return rules

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        kinds = [*map(self._kinds.__getitem__, text), 0, 0]
        within, at_line, line_ends = self._known_within, self._known_at_line, self._line_ends
        position = reached = after = 0
        length = len(text)
        while position < length:
            kind = kinds[position]
            if kind & _BEGINS:
                if kind & _FIGURE:
                    if after <= position:
                        after = _end_of_figures(kinds, position)
                    key = kind << 32 | kinds[after] << 16 | kinds[after + 1]
                else:
                    key = kind << 16 | kinds[position + 1]
                known = at_line if kinds[position - 1] in line_ends else within
                try:
                    rules = known[key]
                except KeyError:
                    rules = self._find(text, position, after if kind & _FIGURE else 0, key)
                if rules is not None:
                    token = rules.token(text, position, reached)
                    if token is not None:
                        tokens.append(token)
                        position = reached = token.end
                        continue
            position = _end_of_word(text, position + 1) if kind & _LETTER else position + 1
        return tokens


def _end_of_figures(kinds: list[int], position: int) -> int:
    while kinds[position] & _FIGURE:
        position += 1
    return position


def _end_of_word(text: str, position: int) -> int:
    """Where the letters end: no rule begins within a word."""
    rest = _letters(text, position)
    assert rest is not None  # it may be empty
    return rest.end()
