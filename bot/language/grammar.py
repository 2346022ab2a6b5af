"""What a language file provides.

A language is a `Language`: its `rules` in order of preference (an earlier rule wins at the same place), each a
pattern over normalised lower-case text with a builder that turns the match into an atom of `atoms`; the strings
that may stand between two times without parting them (`joiners`); and patterns for what is stripped from a title.
To add a language, write one file that builds a `Language` and name it in `languages`.

Patterns must be bounded: no quantifier over a quantifier, no `.*`; every repetition carries an upper limit.
A builder may look at its groups only: what it returns is remembered per matched text, unless a group looks around.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from bot.language.atoms import Atom, Part
from bot.language.first import first_character, sought
from bot.language.intent import Kind

REACH = 24  # characters
_SENTENCE_END = re.compile(r"(?<=[?!.。,、])\s?(?=\S)")

Search = Callable[[str, int, int], re.Match[str] | None]
Builder = Callable[[re.Match[str]], Atom | None]


class Rule(NamedTuple):
    """One way to write an atom. `name` tells a person what it is; a builder's None means "not this after all".

    `before` is for what is known only by what follows it, as a name by さん: what may stand in front of `pattern` and
    belongs to the match, of at most `REACH` characters. Such a rule is tried where no other matches.
    """

    name: str
    pattern: str
    build: Builder
    before: str = ""


def words(name: str, table: Mapping[str, Atom], *, before: str = "", after: str = "") -> Rule:
    """A rule for fixed words; what `before` and `after` match says nothing."""
    longest_first = sorted(table, key=len, reverse=True)
    pattern = f"{before}(?P<word>{'|'.join(map(re.escape, longest_first))}){after}"
    return Rule(name, pattern, lambda match: table[match["word"]])


@dataclass(frozen=True)
class Language:
    """How one language writes times and asks for things."""

    code: str
    rules: tuple[Rule, ...]
    joiners: frozenset[str]
    title_head: re.Pattern[str]  # matched at a title's start and cut
    title_tail: re.Pattern[str]  # searched at a title's end and cut
    past: re.Pattern[str]  # it is told of what was
    residue: re.Pattern[str]  # has the form of a date or time
    # found in the words before its new time, the event is to be moved there: を before 16時に
    object_end: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    target_end: re.Pattern[str] = field(default=re.compile(r"(?!)"))  # and this follows the new time: に
    given_up: re.Pattern[str] = field(
        default=re.compile(r"(?!)")
    )  # in the words before the time it has now: instead of
    # where what is to be done is said before to what, a title may begin like a command; but not with these words
    firm: re.Pattern[str] | None = None
    deadline: re.Pattern[str] = field(default=re.compile(r"(?!)"))  # in a phrase that only says until when: by then
    # a bare day or part of the day that is a title's where the day or time is said elsewhere: Friday drinks on Dec 4
    title_day: re.Pattern[str] | None = None
    # the first part of a title, which only announces another part that `subject` begins: a meeting with Ken about pricing
    announces: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    subject: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    # a part of a title that is the name of a place, where another part names the event; its group `place` is the name
    place: re.Pattern[str] | None = None
    title_parts: tuple[tuple[re.Pattern[str], Part], ...] = ()  # found in a title, it tells the half of the day: 晚餐
    alone: tuple[tuple[Kind, re.Pattern[str]], ...] = ()  # what the whole sentence is, when one of these matches it

    @cached_property
    def find_tail(self) -> Search:
        """Searches for `title_tail`."""
        return sought(self.title_tail)

    @cached_property
    def alone_begins(self) -> re.Pattern[str]:
        """The characters with which one of `alone` can begin."""
        return first_character("|".join(pattern.pattern for _, pattern in self.alone) or "(?!)")

    def kind_alone(self, stripped: str) -> Kind | None:
        """What one of `alone` says of the whole of `stripped`; help also where each of its sentences asks for it."""
        if not self.alone_begins.match(stripped):
            return None
        for kind, pattern in self.alone:
            if pattern.match(stripped):
                return kind
        sentences = [said.rstrip(",、 ") for said in _SENTENCE_END.split(stripped)]
        helps = [pattern for kind, pattern in self.alone if kind is Kind.HELP]
        asked = len(sentences) > 1 and all(any(help_.match(said) for help_ in helps) for said in sentences)
        return Kind.HELP if asked else None

    @cached_property
    def residue_hint(self) -> re.Pattern[str]:
        """The characters with which `residue` can begin: one look at a stretch tells that it holds none."""
        return first_character(self.residue.pattern)
