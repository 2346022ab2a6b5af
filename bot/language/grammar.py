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
from typing import NamedTuple

from bot.language.atoms import Atom, Token
from bot.language.intent import Kind

_INNER_NAME = re.compile(r"\(\?P<\w+>")
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
    alone: tuple[tuple[Kind, re.Pattern[str]], ...] = ()  # what the whole sentence is, when one of these matches it


class Scanner:
    """The rules of one or several languages as one pattern."""

    def __init__(self, languages: tuple[Language, ...], shared: tuple[Rule, ...]) -> None:
        rules: list[Rule] = [*shared]
        for language in languages:
            rules += language.rules
        self._rules: dict[int, tuple[Rule, re.Pattern[str], dict[str, Atom | None]]] = {}
        parts: list[str] = []
        group = 1
        for rule in rules:
            own = re.compile(rule.pattern)
            plain = _INNER_NAME.sub("(?:", rule.pattern)
            if re.compile(plain).groups:
                raise ValueError(f"rule {rule.name!r} has a group without a name")
            parts.append(f"({plain})")
            self._rules[group] = (rule, own, {})
            group += 1
        self._search = re.compile("|".join(parts)).search

    def scan(self, text: str) -> list[Token]:
        """The atoms of `text`, left to right, none overlapping."""
        tokens: list[Token] = []
        search, rules = self._search, self._rules
        position = 0
        while match := search(text, position):
            begin, end = match.span()
            rule, own, remembered = rules[match.lastindex]  # type: ignore[index]  # every branch is a group
            written = match.group()
            try:
                atom = remembered[written]
            except KeyError:
                if len(remembered) >= _REMEMBERED:
                    remembered.clear()
                again = own.match(text, begin)
                atom = remembered[written] = rule.build(again) if again else None
            if atom is None:
                position = begin + 1
                continue
            tokens.append(Token(begin, end, atom, rule.name))
            position = end
        return tokens
