"""What a language file provides, and how its rules become one fast scan over a sentence.

A language is a `Language`: its `rules` in order of preference (an earlier rule wins at the same place), each a
pattern over normalised lower-case text with a builder that turns the match into an atom of `atoms`; the strings
that may stand between two times without parting them (`joiners`); and patterns for what is stripped from a title
and for what marks a statement. To add a language, write one file that builds a `Language` and name it in `reader`.

Patterns must be bounded: no quantifier over a quantifier, no `.*`; every repetition carries an upper limit.
A builder may look at its groups only: what it returns is remembered per matched text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.first import first_character
from bot.language.intent import Kind

_INNER_NAME = re.compile(r"\(\?P<\w+>")
_CHARACTERS = 8192  # whose rules are remembered
_REMEMBERED = 2048  # matched texts per rule; then forgotten all at once, so that memory stays flat

Builder = Callable[[re.Match[str]], Atom | None]


class Rule(NamedTuple):
    """One way to write an atom. `name` tells a person what it is; a builder's None means "not this after all"."""

    name: str
    pattern: str
    build: Builder


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
    statement_within: int = 10_000  # how many of the last characters `statement` needs to see
    alone: tuple[tuple[Kind, re.Pattern[str]], ...] = ()  # what the whole sentence is, when one of these matches it


    @cached_property
    def residue_hint(self) -> re.Pattern[str]:
        """The characters with which `residue` can begin: one look at a stretch tells that it holds none."""
        return first_character(self.residue.pattern)


class _Entry:
    """A rule ready to be tried: what it remembers and how it is matched again for its builder."""

    __slots__ = ("build", "match", "name", "remembered")

    def __init__(self, rule: Rule) -> None:
        self.name = rule.name
        self.build = rule.build
        self.match = re.compile(rule.pattern).match
        self.remembered: dict[str, Atom | None] = {}

    def atom(self, written: str, text: str, begin: int) -> Atom | None:
        """What `written`, found in `text` at `begin`, says."""
        remembered = self.remembered
        try:
            return remembered[written]
        except KeyError:
            if len(remembered) >= _REMEMBERED:
                remembered.clear()
            again = self.match(text, begin)
            atom = remembered[written] = self.build(again) if again else None
            return atom


class _Branch(NamedTuple):
    """The rules that can begin with a character, as one pattern; its groups number the rules."""

    match: Callable[[str, int], re.Match[str] | None]
    entries: tuple[_Entry, ...]


class Scanner:
    """The rules of one or several languages, tried at each place in order; only those that can begin there."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules: list[Rule] = [*shared]
        for language in languages:
            rules += language.rules
        self._rules: list[tuple[re.Pattern[str], str, _Entry]] = []
        for rule in rules:
            plain = _INNER_NAME.sub("(?:", rule.pattern)
            if re.compile(plain).groups:
                raise ValueError(f"rule {rule.name!r} has a group without a name")
            self._rules.append((first_character(plain), plain, _Entry(rule)))
        self._branches: dict[tuple[int, ...], _Branch | None] = {(): None}
        self._at: dict[str, _Branch | None] = {}

    def warm(self, characters: str) -> None:
        """Prepare for what may begin with one of `characters`."""
        for character in characters:
            self._branch(character)

    def _branch(self, character: str) -> _Branch | None:
        """The rules that can begin with `character`; None when none can."""
        fitting = tuple(i for i, (first, _, _) in enumerate(self._rules) if first.match(character))
        if fitting not in self._branches:
            pattern = "|".join(f"({self._rules[i][1]})" for i in fitting)
            self._branches[fitting] = _Branch(re.compile(pattern).match, tuple(self._rules[i][2] for i in fitting))
        if len(self._at) >= _CHARACTERS:
            self._at.clear()
        branch = self._at[character] = self._branches[fitting]
        return branch

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        at = self._at
        position = 0
        length = len(text)
        while position < length:
            character = text[position]
            try:
                branch = at[character]
            except KeyError:
                branch = self._branch(character)
            if branch is None or (match := branch.match(text, position)) is None:
                position += 1
                continue
            entry = branch.entries[match.lastindex - 1]  # type: ignore[operator]  # every branch is a group
            written = match.group()
            atom = entry.remembered.get(written)
            if atom is None:
                atom = entry.atom(written, text, position)
            if atom is None:
                position += 1
                continue
            end = match.end()
            tokens.append(Token(position, end, atom, entry.name))
            position = end
        return tokens
