"""The scanner finds what trying every rule at every place finds."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from bot.language.atoms import Word
from bot.language.grammar import Builder, Language, Rule
from bot.language.intent import Role
from bot.language.languages import LANGUAGES
from bot.language.scanning import Scanner
from tests.language.corpora import sentences

_ODD = [
    "",
    "1",
    "12",
    "2026",
    "12月",
    "9-12-15",
    "3pm5",
    "3ish",
    "on the on the 3rd of the",
    "at the end of this then a",
    "th",
    "on",
    "to ",
    "１２時",
    "1一1",
    "۱۲:۰۰",
    "月1",
    "x" * 30 + "10:00",
    "予定\n明日3時",
    "1日\n登録\n件名: a",
]
_WORD = re.compile("[a-z]+")  # no rule begins within one


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_rule_is_left_out_where_it_matches(code: str) -> None:
    language = replace(LANGUAGES[code], rules=tuple(rule for rule in LANGUAGES[code].rules if not rule.before))
    scanner = Scanner((language,), ())
    texts = [asked["text"].lower() for part in ("tuned", "work_chat") for asked in _asked(code, part)]

    for text in [*texts[::4], *_ODD]:
        tokens = scanner.scan(text)

        assert [(token.begin, token.end, token.rule) for token in tokens] == _one_by_one(language, text), text


def _asked(code: str, part: str) -> list[dict[str, str]]:
    lines = sentences(part if part == "work_chat" else f"{code}_{part}")
    return [line for line in lines if line["lang"] == code]


def _one_by_one(language: Language, text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    position = 0
    while position < len(text):
        end = position + 1
        for name, match, build in map(_compiled, language.rules):
            said = match(text, position)
            if said and build(said) is not None:
                found.append((position, said.end(), name))
                end = said.end()
                break
        else:
            if "a" <= text[position] <= "z":
                end = _WORD.match(text, position).end()  # type: ignore[union-attr]  # it matches what was just tested
        position = end
    return found


@cache
def _compiled(rule: Rule) -> tuple[str, Callable[[str, int], re.Match[str] | None], Builder]:
    return rule.name, re.compile(rule.pattern).match, rule.build


def test_what_a_group_sees_around_the_match_is_looked_at_each_time() -> None:
    rule = Rule("after a dot", r"(?P<dotted>(?<=\.))?x", lambda match: Word(Role.TITLE, match["dotted"] is not None))
    scanner = Scanner((replace(LANGUAGES["en"], rules=(rule,)),), ())

    tokens = scanner.scan("x .x x")

    assert [token.atom for token in tokens] == [Word(Role.TITLE, dotted) for dotted in (False, True, False)]
