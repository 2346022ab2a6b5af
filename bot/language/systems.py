"""Which calendar system is named as an attribute: the Jicoo interview, Jicoo 면담, Jicoo的面谈. Pure.

In a sentence that lists, cancels or moves, the name says where to look, and the sentence without it is what is asked.
In one that makes an event it belongs to the title: a Jicoo demo is a demo of Jicoo. Japanese puts a particle behind
the name, and has a rule for that.
"""

import re
from typing import NamedTuple

_SIGNS = ("jicoo", "office", "works", "지쿠", "오피스", "웍스", "后台", "後台")


def _named(before: str, after: str) -> re.Pattern[str]:
    jicoo, back_office = "jicoo|지쿠", r"back[ -]?office|백\s?오피스|后台系统|後台系統"
    line_works = r"line[ -]?works|라인\s?웍스|네이버웍스"
    return re.compile(
        rf"{before}(?:(?P<jicoo>{jicoo})|(?P<backoffice>{back_office})|(?P<lineworks>{line_works})){after}"
    )


_PATTERNS = {
    "en": (
        _named(r"^", r"(?:'s)? "),
        # behind "what is" the preposition belongs to the question: what's in Back Office next week
        _named(r"(?<! is)(?<!'s) (?:from|off|out of|in)(?: (?:the|my|our))? ", r"(?: calendar)?(?=$|[ .?!,])"),
        _named(r" ", r"(?:'s)?(?=$|[ .?!,])"),
    ),
    "ko": (_named(r"(?<![가-힣a-z])", r"(?:의|에서|에)?(?=\s|$|캘린더)\s?"),),
    "zh": (_named(r"(?<![a-z])", r"\s?(?:(?:日历|日曆|行事曆)(?=[^\s吧呢。.!?]))?(?:[上里裡中内內]面?)?的?"),),
}


class Named(NamedTuple):
    """Where the name stands, with the particles that belong to it, and the system's id."""

    begin: int
    end: int
    provider: str


def named(text: str, language: str) -> tuple[Named, ...]:
    """A system that is named in `text`, which is normalised; several, when it is not clear which words belong to it."""
    patterns = _PATTERNS.get(language)
    if patterns is not None:
        for sign in _SIGNS:
            if sign in text:
                found = (pattern.search(text) for pattern in patterns)
                return tuple(Named(one.start(), one.end(), one.lastgroup or "") for one in found if one is not None)
    return ()
