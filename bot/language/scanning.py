"""How rules are scanned for: at each place, in their order, only those that can begin with the characters there.

Two characters count, or a run of figures and the two behind it, or the head of a Latin word and the one behind it. What rules can do with one is found once for all of its
kind, as bits, so that a sentence costs little more when its characters are new.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import ANYTHING, Alike, beginnings, begins_a_line, is_class, is_figure
from bot.language.grammar import REACH, Language, Rule
from bot.language.heads import LETTERS, has_head, head, ways_to_take, with_heads

_REMEMBERED_CHARACTERS = 2048
_REMEMBERED_SETS = 2048  # of rules
_REMEMBERED_BEGINNINGS = 4096
_letters = re.compile("[a-z]*").match
_figures = re.compile(r"\d*").match
# a group that looks around or stands in a look-around: what it holds depends on more than the matched text
_SEES_AROUND = re.compile(r"\(\?P<\w+>[^()]*\(\?<?=|\(\?<?=(?:[^()]|\((?!\?P)[^()]*\))*\(\?P<")
_MOST_TOKENS = 200
_REMEMBERED = 64  # matched texts per rule; then forgotten all at once, so that memory stays flat


class _Entry:
    """A rule, compiled when a character with which it can begin is first met."""

    __slots__ = (
        "begins",
        "begins_a_line",
        "build",
        "match",
        "name",
        "remembered",
        "rule",
        "sees_around",
        "starts",
        "tried",
    )

    match: Callable[..., re.Match[str] | None]
    starts: Callable[..., re.Match[str] | None]
    tried: "tuple[Callable[..., re.Match[str] | None], _Entry]"

    def __init__(self, rule: Rule) -> None:
        self.rule: Rule | None = rule
        self.name = rule.name
        self.build = rule.build
        self.begins_a_line = begins_a_line(rule.pattern)
        self.begins = re.compile(rf"(?:{rule.before})\Z").search if rule.before else None
        self.remembered: dict[str, Atom | None] = {}
        self.sees_around = _SEES_AROUND.search(rule.pattern) is not None

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
        if self.sees_around:
            return self.build(match)
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


@cache
def _ways(pattern: str) -> tuple[_Way, ...]:
    """The ways in which `pattern` can begin; one for all characters after which the same can follow."""
    followed: dict[str, set[str]] = {}
    figures: dict[str, set[str]] = {}  # what stands first
    behind: dict[str, set[str]] = {}  # what follows the figures, and what can follow that
    for begin in beginnings(with_heads(pattern)):
        first, second, third = (*begin, "", "", "")[:3]
        if second in LETTERS:
            second, third = LETTERS[second]
        elif third in LETTERS:
            third = LETTERS[third][0]
        if begin and is_figure(first):
            figures.setdefault(second, set()).add(first)
            behind.setdefault(second, set()).add(third)
        else:
            followed.setdefault(first or ANYTHING, set()).add(second)
    return (
        *(_Way(tuple(first), tuple(second)) for first, second in _together(followed)),
        *(
            _Way(tuple(set().union(*(figures[start] for start in then))), (), tuple(then), tuple(third))
            for then, third in _together(behind)
        ),
    )


def forget_ways() -> None:
    """Free the memory of what scanners are built from; for when all are built."""
    _ways.cache_clear()


def _together(followed: dict[str, set[str]]) -> list[tuple[list[str], frozenset[str]]]:
    """What the same can follow, with what that is."""
    alike: dict[frozenset[str], list[str]] = {}
    for start, then in followed.items():
        alike.setdefault(frozenset(then), []).append(start)
    return [(starts, then) for then, starts in alike.items()]


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

    def named(self) -> Collection[str]:
        """All characters that stand for themselves."""
        return self._single.keys()

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
        self._named = frozenset(character for place in self._places for character in place.named())
        self._of_kind: dict[int, tuple[int, ...]] = {}
        self._same: dict[tuple[int, ...], tuple[int, ...]] = {}  # most kinds are alike where it counts: kept once

    def meet_all_kinds(self) -> None:
        """Find what rules can do with a character of each kind."""
        for edge in self._alike.edges:
            self._of_its_kind(chr(edge))

    def _of_its_kind(self, character: str) -> tuple[int, ...]:
        kind = self._alike.kind(character)
        common = self._of_kind.get(kind)
        if common is None:
            common = tuple([place.in_classes(character) for place in self._places])
            common = self._of_kind[kind] = self._same.setdefault(common, common)
        return common

    def __missing__(self, character: str) -> tuple[int, ...]:
        chances = self._of_its_kind(character) if character else tuple([place.alone("") for place in self._places])
        if character in self._named:
            chances = tuple([ways | place.alone(character) for ways, place in zip(chances, self._places, strict=True)])
        if len(self) >= _REMEMBERED_CHARACTERS:
            self.clear()
        self[character] = chances
        return chances


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(map(_entry, rules))
        ways = [_ways(rule.pattern) for rule in rules]
        # which rule each way to begin belongs to
        self._owners = tuple(place for place, all_ways in enumerate(ways) for _ in all_ways)
        self._chances = _Chances([way for all_ways in ways for way in all_ways])
        self._in_a_line = sum(
            1 << number for number, place in enumerate(self._owners) if not self._entries[place].begins_a_line
        )
        self._tried: dict[int, _Tried] = {}  # by the bits of the ways to begin
        self._known: dict[str, _Tried | None] = {}  # by the characters that count
        self._known_figures: dict[str, _Tried | None] = {}
        self._known_words: dict[str, _Tried | None] = {}

    def warm(self, characters: str) -> None:
        """Compile the rules that may begin with one of `characters`."""
        for character in characters:
            for entry in self._beginning(self._chances[character][0]):
                entry.ready()

    def warm_all(self) -> None:
        """Compile all rules, and find what they can do with each kind of character."""
        for entry in sorted(self._entries, key=_Entry.size, reverse=True):  # the largest first leave fewer holes
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

    def _find(self, begins: str) -> _Tried | None:
        """What is tried where two characters stand, or one and the text's end."""
        chances = self._chances
        found: _Tried | None
        if begins[0].isdecimal():
            found = _FIGURES
        elif has_head(begins):
            found = _WORD
        else:
            found = self._of(chances[begins[0]][0] & chances[begins[1:]][1])
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

    def _find_word(self, begins: str) -> _Tried | None:
        """What is tried where a Latin word stands; `begins` are its head and the character behind."""
        chances = self._chances
        able = 0
        for first, second in ways_to_take(begins):
            able |= chances[first][0] & chances[second][1]
        if len(self._known_words) >= _REMEMBERED_BEGINNINGS:
            self._known_words.clear()
        found = self._known_words[begins] = self._of(able)
        return found

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping; no more than make sense in one message."""
        tokens: list[Token] = []
        known, known_figures, known_words = self._known, self._known_figures, self._known_words
        position = reached = after = 0
        length = len(text)
        while position < length and len(tokens) < _MOST_TOKENS:
            begins = text[position : position + 2]
            rules = known[begins] if begins in known else self._find(begins)
            if rules is _FIGURES:
                if after <= position:
                    after = _end_of_figures(text, position)
                begins = begins[0] + text[after : after + 2]
                rules = known_figures[begins] if begins in known_figures else self._find_figures(begins)
            elif rules is _WORD:
                begins = text[position : _end_of_head(text, position) + 1]
                rules = known_words[begins] if begins in known_words else self._find_word(begins)
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


def _end_of_head(text: str, position: int) -> int:
    begin = head(text, position)
    assert begin is not None  # of two letters at least
    return begin.end()


def _end_of_word(text: str, position: int) -> int:
    """Where the letters end: no rule begins within a word."""
    rest = _letters(text, position)
    assert rest is not None  # it may be empty
    return rest.end()


# what counts is more than two characters
_FIGURES = _Tried((), ())
_WORD = _Tried((), ())
