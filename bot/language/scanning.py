"""How rules are scanned for: at each place, in their order, only those that can begin with the characters there.

Two characters count, a run of figures being one and followed by two. Each is looked at alone, which is quick for a
character never met before and lets through a few rules more than pairs would.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import ANYTHING, Alike, beginnings, begins_a_line, is_class, is_figure
from bot.language.grammar import REACH, Language, Rule

_REMEMBERED_CHARACTERS = 4096
_REMEMBERED_SETS = 2048  # of rules
_FEW = 3  # characters that may follow one
_letters = re.compile("[a-z]*").match
_REMEMBERED = 256  # matched texts per rule; then forgotten all at once, so that memory stays flat


class _Entry:
    """A rule, compiled when a character with which it can begin is first met."""

    __slots__ = ("begins", "begins_a_line", "build", "match", "name", "remembered", "rule", "starts", "ways")

    match: Callable[..., re.Match[str] | None]
    starts: Callable[..., re.Match[str] | None]

    def __init__(self, rule: Rule) -> None:
        self.rule: Rule | None = rule
        self.name = rule.name
        self.build = rule.build
        self.ways = _ways(rule.pattern)
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


class _Way(NamedTuple):
    """One way in which a rule can begin: what it can have first and second, or behind figures and as the second there."""

    first: set[str]
    second: set[str]
    after_figures: set[str]
    second_after_figures: set[str]


def _ways(pattern: str) -> tuple[_Way, ...]:
    """The ways in which `pattern` can begin: with figures; with what few characters can follow, or many, or nearly any.

    That is near enough to its pairs: most that are none would be a particle with the second half of another's word.
    """
    followed: dict[str, set[str]] = {}
    figures, few, many, free = (_Way(set(), set(), set(), set()) for _ in range(4))
    for begin in beginnings(pattern):
        if begin and is_figure(begin[0]):
            figures.first.add(begin[0])
            figures.after_figures.add(begin[1] if len(begin) > 1 else "")
            figures.second_after_figures.add(begin[2] if len(begin) > 2 else "")
        else:
            followed.setdefault(begin[0] if begin else ANYTHING, set()).add(begin[1] if len(begin) > 1 else "")
    for first, second in followed.items():
        nearly_any = any(not start or start.startswith("[^") for start in second)
        way = free if nearly_any else few if len(second) <= _FEW else many
        way.first.add(first)
        way.second.update(second)
    return tuple(way for way in (figures, few, many, free) if way.first)


@cache
def _entry(rule: Rule) -> _Entry:
    """`rule` for all scanners: it is compiled and remembers once."""
    return _Entry(rule)


@cache
def _class(start: str) -> Callable[[str], re.Match[str] | None]:
    """Whether a character is in a class, as `re` writes it."""
    return re.compile(start).match


class _Place:
    """Which ways of rules to begin can have which character at one place; a way is a bit."""

    __slots__ = ("_anything", "_classes", "_single")

    def __init__(self) -> None:
        self._anything = 0  # even the text's end
        self._single: dict[str, int] = {}
        self._classes: dict[str, int] = {}

    def add(self, start: str, way: int) -> None:
        """The `way` can have what `start` stands for; "" is anything."""
        if not start:
            self._anything |= way
        else:
            known = self._classes if is_class(start) else self._single
            known[start] = known.get(start, 0) | way

    def in_classes(self, character: str) -> int:
        """The ways that can have `character` as one of many, and so every other of its kind."""
        found = self._anything
        for start, ways in self._classes.items():
            if _class(start)(character):
                found |= ways
        return found

    def alone(self, character: str) -> int:
        """The ways that name `character`; for "" those that can have nothing there."""
        return self._single.get(character, 0) if character else self._anything

    def classes(self) -> Collection[str]:
        """All that stand for several characters."""
        return self._classes.keys()


_LETTER, _FIGURE = 1, 2


class _Chances(NamedTuple):
    """The ways to begin with a character, or to go on with it, a bit for each."""

    first: int
    second: int
    after_figures: int
    second_after_figures: int
    kind: int  # a letter, a figure, or 0


class _Characters(dict[str, _Chances]):
    """What rules can do with each character; found when it is first met."""

    def __init__(self, ways: Sequence[_Way]) -> None:
        super().__init__()
        self._places = tuple(_Place() for _ in _Way._fields)
        for number, way in enumerate(ways):
            for place, starts in zip(self._places, way, strict=True):
                for start in starts:
                    place.add(start, 1 << number)
        self._alike = Alike({start for place in self._places for start in place.classes()})
        self._of_kind: dict[object, tuple[int, ...]] = {}
        self.nothing = _Chances(0, *(place.alone("") for place in self._places[1:]), kind=0)

    def meet_all_kinds(self) -> None:
        """Find what rules can do with a character of each kind."""
        for edge in self._alike.edges:
            self[chr(edge)]

    def __missing__(self, character: str) -> _Chances:
        kind = self._alike.kind(character)
        common = self._of_kind.get(kind)
        if common is None:
            common = self._of_kind[kind] = tuple([place.in_classes(character) for place in self._places])
        if len(self) >= _REMEMBERED_CHARACTERS:
            self.clear()
        first, second, third, fourth = (
            ways | place.alone(character) for ways, place in zip(common, self._places, strict=True)
        )
        flag = _FIGURE if character.isdecimal() else _LETTER if "a" <= character <= "z" else 0
        chances = self[character] = _Chances(first, second, third, fourth, flag)
        return chances


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(map(_entry, rules))
        self._owners = tuple(place for place, entry in enumerate(self._entries) for _ in entry.ways)  # of the ways
        self._characters = _Characters([way for entry in self._entries for way in entry.ways])
        self._at_freeplace = sum(
            1 << number for number, place in enumerate(self._owners) if not self._entries[place].begins_a_line
        )
        self._tried: dict[int, _Tried] = {}  # by the bits of the ways to begin

    def warm(self, characters: str) -> None:
        """Compile the rules that may begin with one of `characters`."""
        for character in characters:
            for entry in self._beginning(self._characters[character].first):
                entry.ready()

    def warm_all(self) -> None:
        """Compile all rules, and find what they can do with each kind of character."""
        for entry in self._entries:
            entry.ready()
        self._characters.meet_all_kinds()

    def _beginning(self, able: int) -> list[_Entry]:
        """The rules of the ways whose bits are set, in their order."""
        places: list[int] = []
        while able:
            lowest = able & -able
            place = self._owners[lowest.bit_length() - 1]
            if place not in places[-1:]:
                places.append(place)
            able ^= lowest
        return [self._entries[place] for place in places]

    def _of(self, able: int) -> _Tried:
        """What is tried where the ways can begin whose bits are set."""
        if len(self._tried) >= _REMEMBERED_SETS:
            self._tried.clear()
        entries = [entry.ready() for entry in self._beginning(able)]
        tried = self._tried[able] = _Tried(
            tuple([(entry.match, entry) for entry in entries if entry.begins is None]),
            tuple([entry for entry in entries if entry.begins is not None]),
        )
        return tried

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        nothing = self._characters.nothing
        chances = [*map(self._characters.__getitem__, text), nothing, nothing]
        tried = self._tried
        position = reached = after = 0
        length = len(text)
        while position < length:
            able, _, _, _, kind = chances[position]
            if able:
                if kind == _FIGURE:
                    if after <= position:
                        after = _end_of_figures(chances, position)
                    able &= chances[after][2] & chances[after + 1][3]
                else:
                    able &= chances[position + 1][1]
                if able and position and text[position - 1] != "\n":
                    able &= self._at_freeplace
                if able:
                    rules = tried[able] if able in tried else self._of(able)
                    token = rules.token(text, position, reached)
                    if token is not None:
                        tokens.append(token)
                        position = reached = token.end
                        continue
            position = _end_of_word(text, position + 1) if kind == _LETTER else position + 1
        return tokens


def _end_of_figures(chances: list[_Chances], position: int) -> int:
    while chances[position].kind == _FIGURE:
        position += 1
    return position


def _end_of_word(text: str, position: int) -> int:
    """Where the letters end: no rule begins within a word."""
    rest = _letters(text, position)
    assert rest is not None  # it may be empty
    return rest.end()
