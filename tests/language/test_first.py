"""No rule is left untried where it could match."""

import re
from dataclasses import replace

import pytest

from bot.language.atoms import Word
from bot.language.first import Alike, beginnings, begins_a_line, first_character
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.languages import LANGUAGES
from bot.language.scanning import Scanner
from tests.language.corpora import sentences


@pytest.mark.parametrize(
    ("pattern", "begins", "never"),
    [
        pytest.param("abc", "a", "bc", id="letter"),
        pytest.param("a?bc", "ab", "c", id="optional"),
        pytest.param("a*b+c", "ab", "c", id="star-and-plus"),
        pytest.param("a{0,3}b{1,2}c", "ab", "c", id="counted"),
        pytest.param("a|b|cd", "abc", "d", id="alternatives"),
        pytest.param("(?:a|b)?c", "abc", "d", id="group"),
        pytest.param("(?P<n>a|b)c", "ab", "c", id="named"),
        pytest.param("[ab]c", "ab", "c", id="class"),
        pytest.param(r"[]a\]]c", "]a", "c", id="class-with-a-bracket"),
        pytest.param("[^ab]c", "cd", "ab", id="negated"),
        pytest.param(r"\d{1,2}x", "09", "x", id="escape"),
        pytest.param(r"\.x", ".", "x", id="escaped-point"),
        pytest.param("(?<!z)(?=a)a", "a", "z", id="look-around"),
        pytest.param("^a$", "a", "^$", id="anchors"),
        pytest.param("(?:x(?!))?a", "a", "b", id="never"),
        pytest.param("a*", "abz", "", id="may-be-nothing"),
    ],
)
def test_a_pattern_begins_with_these_characters(pattern: str, begins: str, never: str) -> None:
    first = first_character(pattern)

    assert all(first.match(character) for character in begins)
    assert not any(first.match(character) for character in never)


@pytest.mark.parametrize(
    ("pattern", "pairs"),
    [
        pytest.param("abc", {("a", "b")}, id="letters"),
        pytest.param("ab?c", {("a", "b"), ("a", "c")}, id="optional"),
        pytest.param("a+", {("a",), ("a", "a")}, id="what-follows-is-not-known"),
        pytest.param("a(?:b|[cd])", {("a", "b"), ("a", "[cd]")}, id="group"),
        pytest.param(r"\d{1,2}:\d{2}", {(r"\d", ":", r"\d")}, id="a-run-of-figures-is-one"),
        pytest.param(r"\d時(?:間|半)?前", {(r"\d", "時", c) for c in "間半前"}, id="two-count-behind-figures"),
        pytest.param(r"1\d?月", {("1", "月")}, id="a-run-that-begins-with-a-figure"),
        pytest.param(r"\d[a-z0-9]x", {(r"\d",)}, id="figures-or-letters-behind-figures"),
        pytest.param(r"[a-z0-9]x", {("[a-z0-9]", "x"), (r"\d",)}, id="figures-among-others"),
    ],
)
def test_a_pattern_begins_with_these_pairs(pattern: str, pairs: set[tuple[str, ...]]) -> None:
    assert beginnings(pattern) == pairs


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("(?:on )?(?:the )?moon", "on the moon", id="little-words"),
        pytest.param("(?:on )?(?:the )?moon", "the moon", id="the-second-of-them"),
        pytest.param("(?:on )?(?:the )?moon", "moon", id="none-of-them"),
        pytest.param(r"the\ moon", "the moon", id="an-escaped-blank"),
        pytest.param("the(?: |-)moon", "the moon", id="a-blank-among-others"),
        pytest.param("the ?moon", "themoon", id="a-blank-that-may-be-left-out"),
        pytest.param("one?c", "onc", id="a-letter-that-may-be-left-out"),
        pytest.param("o(?:n|f)ce", "once", id="a-letter-among-others"),
        pytest.param("[a-z]+ moon", "on moon", id="any-word"),
        pytest.param(r"\bon it", "on it", id="after-a-border"),
        pytest.param("on$", "on", id="at-the-end"),
    ],
)
def test_a_word_is_tried_where_it_stands(pattern: str, text: str) -> None:
    said = Rule("it", pattern, lambda _: Word(Role.FILLER))
    scanner = Scanner((replace(LANGUAGES["en"], rules=(said,)),), ())

    assert [(token.begin, token.end) for token in scanner.scan(text)] == [(0, len(text))]
    assert not scanner.scan("moor")


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        pytest.param("^a|b", False, id="one-of-two"),
        pytest.param("^(?:a|b)", True, id="all-of-a-group"),
        pytest.param(r"(?<![^\n])[|a]", True, id="behind-a-line-end"),
        pytest.param("(?:^a)", False, id="within-a-group"),
        pytest.param("a^", False, id="not-at-its-beginning"),
    ],
)
def test_a_pattern_begins_only_lines(pattern: str, begins: bool) -> None:
    assert begins_a_line(pattern) is begins


def test_characters_are_alike_when_every_class_has_both_or_neither() -> None:
    alike = Alike(["[一-龥]", "日", r"\d", r"[a-f\u3041-\u3093]"])

    assert alike.kind("木") == alike.kind("金")
    assert alike.kind("a") == alike.kind("f")
    assert len({alike.kind(character) for character in "木日1af\u3042 _"}) == len("木日1a\u3042 _")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rule_begins_with_what_it_is_said_to_begin_with(code: str) -> None:
    texts = [asked["text"].lower() for name in ("ja_tuned", "ko_tuned", "zh_tuned") for asked in sentences(name)]

    for rule in LANGUAGES[code].rules:
        first, own = first_character(rule.pattern), re.compile(rule.pattern)
        for text in texts[::3]:
            for match in own.finditer(text):
                assert not match.group() or first.match(match.group()[0]), (rule.name, match.group())
