"""What a language file provides, and how its rules are scanned for: at each place only those that can begin there.

A language is a `Language`: its `rules` in order of preference (an earlier rule wins at the same place), each a
pattern over normalised lower-case text with a builder that turns the match into an atom of `atoms`; the strings
that may stand between two times without parting them (`joiners`); and patterns for what is stripped from a title
and for what marks a statement. To add a language, write one file that builds a `Language` and name it in `languages`.

Patterns must be bounded: no quantifier over a quantifier, no `.*`; every repetition carries an upper limit.
A builder may look at its groups only: what it returns is remembered per matched text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import first_character
from bot.language.intent import Kind

_CHARACTERS = 8192  # whose rules are remembered
_REACH = 24  # characters
_REMEMBERED = 256  # matched texts per rule; then forgotten all at once, so that memory stays flat

Builder = Callable[[re.Match[str]], Atom | None]


class Rule(NamedTuple):
    """One way to write an atom. `name` tells a person what it is; a builder's None means "not this after all".

    `before` is for what is known only by what follows it, as a name by さん: what may stand in front of `pattern` and
    belongs to the match, of at most `_REACH` characters. Such a rule is tried where no other matches.
    """

    name: str
    pattern: str
    build: Builder
    before: str = ""


def words(name: str, table: Mapping[str, Atom], *, before: str = "", after: str = "") -> Rule:
    """A rule for fixed words; `before` and `after` are look-arounds."""
    longest_first = sorted(table, key=len, reverse=True)
    pattern = before + "(?:" + "|".join(map(re.escape, longest_first)) + ")" + after
    return Rule(name, pattern, lambda match: table[match.group()])


@dataclass(frozen=True)
class Language:
    """How one language writes times and asks for things."""

    code: str
    rules: tuple[Rule, ...]
    joiners: frozenset[str]
    title_head: re.Pattern[str]  # matched at a title's start and cut
    title_tail: re.Pattern[str]  # searched at a title's end and cut
    statement: re.Pattern[str]  # found in what is left of a sentence, it tells something and asks for nothing
    past: re.Pattern[str]  # the statement is about what was
    residue: re.Pattern[str]  # has the form of a date or time
    # found in the words before its new time, the event is to be moved there: を before 16時に
    object_end: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    target_end: re.Pattern[str] = field(default=re.compile(r"(?!)"))  # and this follows the new time: に
    topic: re.Pattern[str] = field(default=re.compile(r"(?!)"))  # behind a day without a time of day, it tells of it
    statement_within: int = 10_000  # how many of the last characters `statement` needs to see
    alone: tuple[tuple[Kind, re.Pattern[str]], ...] = ()  # what the whole sentence is, when one of these matches it

    @cached_property
    def residue_hint(self) -> re.Pattern[str]:
        """The characters with which `residue` can begin: one look at a stretch tells that it holds none."""
        return first_character(self.residue.pattern)


class _Entry:
    """A rule ready to be tried: where it can begin, and what it remembers."""

    __slots__ = ("begins", "build", "first", "match", "name", "remembered", "starts")

    def __init__(self, rule: Rule) -> None:
        own = re.compile(rule.before + rule.pattern)
        if own.groups != len(own.groupindex):
            raise ValueError(f"rule {rule.name!r} has a group without a name")
        self.name = rule.name
        self.build = rule.build
        self.match = own.match
        self.first = first_character(rule.pattern).match
        self.starts = re.compile(rule.pattern).match if rule.before else own.match
        self.begins = re.compile(rf"(?:{rule.before})\Z").search if rule.before else None
        self.remembered: dict[str, Atom | None] = {}

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
        begin = self.begins(text, max(reached, position - _REACH), position)
        match = self.match(text, begin.start()) if begin else None
        atom = self.atom(match) if match and match.end() > position else None
        return Token(match.start(), match.end(), atom, self.name) if match and atom is not None else None


class _Branch(NamedTuple):
    """The rules that can begin with a character, in their order, and those tried after them."""

    ahead: tuple[_Entry, ...]
    behind: tuple[_Entry, ...]

    def token(self, text: str, position: int, reached: int) -> Token | None:
        """The first rule's atom at `position`; nothing before `reached` may belong to it."""
        for entry in self.ahead:
            match = entry.match(text, position)
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
    """`rule` made ready once for all scanners."""
    return _Entry(rule)


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules = (*shared, *(rule for language in languages for rule in language.rules))
        self._entries = tuple(_entry(rule) for rule in rules)
        self._branches: dict[tuple[_Entry, ...], _Branch | None] = {(): None}
        self._at: dict[str, _Branch | None] = {}

    def warm(self, characters: str) -> None:
        """Prepare for what may begin with one of `characters`."""
        for character in characters:
            self._branch(character)

    def _branch(self, character: str) -> _Branch | None:
        """The rules that can begin with `character`; None when none can."""
        fitting = tuple(entry for entry in self._entries if entry.first(character))
        if fitting not in self._branches:
            ahead = tuple(entry for entry in fitting if entry.begins is None)
            self._branches[fitting] = _Branch(ahead, tuple(entry for entry in fitting if entry.begins is not None))
        if len(self._at) >= _CHARACTERS:
            self._at.clear()
        branch = self._at[character] = self._branches[fitting]
        return branch

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        at = self._at
        position = reached = 0
        length = len(text)
        while position < length:
            character = text[position]
            try:
                branch = at[character]
            except KeyError:
                branch = self._branch(character)
            token = branch.token(text, position, reached) if branch is not None else None
            if token is None:
                position += 1
            else:
                tokens.append(token)
                position = reached = token.end
        return tokens
