"""How rules are scanned for: at each place, in their order, only those that can begin with the characters there.

Two characters count, a run of figures being one and followed by two. Each is looked at alone, which is quick for a
character never met before and lets through a few rules more than pairs would; Latin letters are looked at as pairs.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from operator import or_
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import ANYTHING, Alike, Beginning, beginnings, begins_a_line, is_class, is_figure
from bot.language.grammar import REACH, Language, Rule
from bot.language.letters import pair, pairs

_REMEMBERED_CHARACTERS = 2048
_REMEMBERED_SETS = 2048  # of rules
_REMEMBERED_BEGINNINGS = 4096
_FEW = 3  # characters that may follow one
_letters = re.compile("[a-z]*").match
_figures = re.compile(r"\d*").match
_REMEMBERED = 64  # matched texts per rule; then forgotten all at once, so that memory stays flat


class _Entry:
    """A rule, compiled when a character with which it can begin is first met."""

    __slots__ = (
        "begins",
        "begins_a_line",
        "build",
        "match",
        "name",
        "pairs",
        "remembered",
        "rule",
        "starts",
        "tried",
        "ways",
    )

    match: Callable[..., re.Match[str] | None]
    starts: Callable[..., re.Match[str] | None]
    tried: "tuple[Callable[..., re.Match[str] | None], _Entry]"

    def __init__(self, rule: Rule) -> None:
        self.rule: Rule | None = rule
        self.name = rule.name
        self.build = rule.build
        begins = beginnings(rule.pattern)
        self.ways = _ways(begins)
        self.pairs = pairs(begins)
        self.begins_a_line = begins_a_line(rule.pattern)
        self.begins = re.compile(rf"(?:{rule.before})\Z").search if rule.before else None
        self.remembered: dict[str, Atom | None] = {}

    def size(self) -> int:
        """The length of its pattern while that is not compiled."""
        return len(self.rule.pattern) if self.rule is not None else 0

    def ready(self) -> "_Entry":
        """Itself, compiled."""
        rule = self.rule
        if rule is not None:
            own = re.compile(rule.before + rule.pattern)
            if own.groups != len(own.groupindex):
                raise ValueError(f"rule {rule.name!r} has a group without a name")
            self.match = own.match
            self.tried = (self.match, self)  # made once for all places
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


@dataclass(slots=True, eq=False)
class _Tried:
    """The rules that are tried at a place, in their order, and those tried after them."""

    ahead: tuple[tuple[Callable[..., re.Match[str] | None], _Entry], ...]
    behind: tuple[_Entry, ...]
    inside: "_Tried | None" = None  # those of them that are tried within a line too

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

    first: tuple[str, ...]
    second: tuple[str, ...] = ()
    after_figures: tuple[str, ...] = ()
    second_after_figures: tuple[str, ...] = ()


def _ways(begins: Collection[Beginning]) -> tuple[_Way, ...]:
    """The ways to begin in one of `begins`: with figures; with what few characters can follow, or many, or nearly any.

    That is near enough to its pairs: most that are none would be a particle with the second half of another's word.
    """
    figures: set[Beginning] = set()
    followed: dict[str, set[str]] = {}
    for begin in begins:
        if begin and is_figure(begin[0]):
            figures.add((*begin, "", "")[:3])
        else:
            followed.setdefault(begin[0] if begin else ANYTHING, set()).add(begin[1] if len(begin) > 1 else "")
    ways: list[_Way] = []
    if figures:
        first, second, third = (tuple(set(starts)) for starts in zip(*figures, strict=True))
        ways.append(_Way(first, (), second, third))
    alike: dict[int, dict[str, set[str]]] = {}
    for start, then in followed.items():
        nearly_any = any(not one or one.startswith("[^") for one in then)
        alike.setdefault(2 if nearly_any else len(then) > _FEW, {})[start] = then
    return (*ways, *(_Way(tuple(starts), tuple(set().union(*starts.values()))) for starts in alike.values()))


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

    def share(self, same: dict[int, int]) -> None:
        """Keep equal numbers once: they are large, and many characters have the same ways."""
        for known in (self._single, self._classes):
            for start, ways in known.items():
                known[start] = same.setdefault(ways, ways)

    def classes(self) -> Collection[str]:
        """All that stand for several characters."""
        return self._classes.keys()


class _Chances(dict[str, tuple[int, ...]]):
    """The ways that can have a character at each place, as in `_Way`; found when it is first met."""

    def __init__(self, ways: Sequence[_Way]) -> None:
        super().__init__()
        self._places = tuple(_Place() for _ in _Way._fields)
        for number, way in enumerate(ways):
            for place, starts in zip(self._places, way, strict=True):
                for start in starts:
                    place.add(start, 1 << number)
        self._alike = Alike({start for place in self._places for start in place.classes()})
        same: dict[int, int] = {}
        for place in self._places:
            place.share(same)
        self._of_kind: dict[int, tuple[int, ...]] = {}
        self._same: dict[tuple[int, ...], tuple[int, ...]] = {}  # most kinds are alike where it counts: kept once
        self[""] = tuple([place.alone("") for place in self._places])

    def meet_all_kinds(self) -> None:
        """Find what rules can do with a character of each kind."""
        for edge in self._alike.edges:
            self[chr(edge)]

    def __missing__(self, character: str) -> tuple[int, ...]:
        kind = self._alike.kind(character)
        common = self._of_kind.get(kind)
        if common is None:
            common = tuple([place.in_classes(character) for place in self._places])
            common = self._of_kind[kind] = self._same.setdefault(common, common)
        if len(self) >= _REMEMBERED_CHARACTERS:
            nothing = self[""]
            self.clear()
            self[""] = nothing
        named = [place.alone(character) for place in self._places]
        if any(named):
            common = tuple(map(or_, common, named))
        self[character] = common
        return common


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(map(_entry, rules))
        self._owners = tuple(place for place, entry in enumerate(self._entries) for _ in entry.ways)  # of the ways
        self._chances = _Chances([way for entry in self._entries for way in entry.ways])
        self._in_a_line = sum(
            1 << number for number, place in enumerate(self._owners) if not self._entries[place].begins_a_line
        )
        self._tried: dict[int, _Tried] = {}  # by the bits of the ways to begin
        self._known: dict[str, _Tried | None] = {}  # by the characters that count
        self._known_figures: dict[str, _Tried | None] = {}

    def warm(self, characters: str) -> None:
        """Compile the rules that may begin with one of `characters`."""
        for character in characters:
            for entry in self._beginning(self._chances[character][0]):
                entry.ready()

    def warm_all(self) -> None:
        """Compile all rules, and find what they can do with each kind of character."""
        for entry in sorted(
            self._entries, key=_Entry.size, reverse=True
        ):  # the largest first leave fewer holes in memory
            entry.ready()
        self._chances.meet_all_kinds()

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

    def _of(self, able: int) -> _Tried | None:
        """What is tried where the ways can begin whose bits are set."""
        if not able:
            return None
        tried = self._tried.get(able)
        if tried is None:
            if len(self._tried) >= _REMEMBERED_SETS:
                self._tried.clear()
            entries = [entry.ready() for entry in self._beginning(able)]
            tried = self._tried[able] = _Tried(
                tuple([entry.tried for entry in entries if entry.begins is None]),
                tuple([entry for entry in entries if entry.begins is not None]),
            )
            inside = able & self._in_a_line
            tried.inside = tried if inside == able else self._of(inside)
        return tried

    def _with_letters(self, able: int, letters: int) -> int:
        """The ways of `able` whose rules can begin with the pair of `letters`, if it is one."""
        left = able if letters else 0
        while left:
            lowest = left & -left
            if not self._entries[self._owners[lowest.bit_length() - 1]].pairs & letters:
                able ^= lowest
            left ^= lowest
        return able

    def _find(self, begins: str) -> _Tried | None:
        """What is tried where two characters stand, or one and the text's end."""
        chances = self._chances
        if begins[0].isdecimal():
            found: _Tried | None = _FIGURES
        else:
            found = self._of(self._with_letters(chances[begins[0]][0] & chances[begins[1:]][1], pair(begins)))
        if len(self._known) >= _REMEMBERED_BEGINNINGS:
            self._known.clear()
        self._known[begins] = found
        return found

    def _find_figures(self, begins: str) -> _Tried | None:
        """What is tried where a run of figures stands; `begins` are the first of them and the two characters behind."""
        chances = self._chances
        found = self._of(chances[begins[0]][0] & chances[begins[1:2]][2] & chances[begins[2:]][3])
        if len(self._known_figures) >= _REMEMBERED_BEGINNINGS:
            self._known_figures.clear()
        self._known_figures[begins] = found
        return found

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        known, known_figures = self._known, self._known_figures
        position = reached = after = 0
        length = len(text)
        while position < length:
            begins = text[position : position + 2]
            rules = known[begins] if begins in known else self._find(begins)
            if rules is _FIGURES:
                if after <= position:
                    after = _end_of_figures(text, position)
                begins = begins[0] + text[after : after + 2]
                rules = known_figures[begins] if begins in known_figures else self._find_figures(begins)
            if rules is not None and position and text[position - 1] != "\n":
                rules = rules.inside
            token = rules.token(text, position, reached) if rules is not None else None
            if token is not None:
                tokens.append(token)
                position = reached = token.end
            elif "a" <= begins < "{":
                position = _end_of_word(text, position)
            else:
                position += 1
        return tokens


def _end_of_figures(text: str, position: int) -> int:
    run = _figures(text, position)
    assert run is not None  # it may be empty
    return run.end()


def _end_of_word(text: str, position: int) -> int:
    """Where the letters end: no rule begins within a word."""
    rest = _letters(text, position)
    assert rest is not None  # it may be empty
    return rest.end()


_FIGURES = _Tried((), ())  # what counts is what follows all of them
