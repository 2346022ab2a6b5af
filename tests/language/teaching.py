"""Learns from the corpus how talk and orders sound, and which words of an order are what.

`python -m tests.language.teaching` writes the rows of `bot.language.weights` anew, for all languages or those named.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import bot.language
from bot.language.intent import Kind
from bot.language.languages import LANGUAGES
from bot.language.outline import Outline
from bot.language.parts import BIAS, LANES, Part
from bot.language.reader import outlined
from bot.language.tone import KINDS
from bot.language.traits import Traits, stretches
from tests.language.learner import Example, Learned, digest, learned

_HERE = Path(__file__).parent
_WRITTEN = Path(bot.language.__file__).parent / "learned"
_NOW = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
_TALK = (KINDS.index(Kind.NONE),)
_ASKS = tuple(range(1, len(KINDS)))  # for something, it is not known for what
_AS = {"free_time": "list"}  # sounds the same
_MARKED = re.compile(r"\[\[|\]\]|\{\{|\}\}|\(\(|\)\)")
_PART = {"]]": Part.TITLE, "}}": Part.PLACE, "))": Part.NAME}


class Lesson(NamedTuple):
    """A sentence, and what is known of it: which kinds it may be, and what its words are (None: not known)."""

    text: str
    now: datetime
    kinds: tuple[int, ...]
    parts: tuple[tuple[int, int, Part], ...] | None


def lessons(code: str) -> list[Lesson]:
    """All there is to learn from for a language, in the order of the files."""
    return [*_from_corpus(code), *_from_tones(code), *_from_orders(code)]


def tones(code: str) -> list[Example]:
    """What teaches the kinds of sentences."""
    return [
        Example(tuple((trait, 0, 1) for _, run in outline.traits.runs for trait in run if trait), (lesson.kinds,))
        for lesson in lessons(code)
        for main, outline in (outlined(lesson.text, now=lesson.now, language=code),)
        if main == code and any(map(str.islower, outline.text.lower()))
    ]


def parts(code: str) -> list[Example]:
    """What teaches which words are what: each order as it is heard, and with its people and places as written."""
    examples: list[Example] = []
    for lesson in lessons(code):
        if lesson.parts is None:
            continue
        main, heard = outlined(lesson.text, now=lesson.now, language=code)
        _, bare = outlined(lesson.text, now=lesson.now, language=code, bare=True)
        for outline in (heard, bare) if bare != heard else (heard,):
            answers = tuple(_answer(lesson.parts, outline, start) for start in outline.traits.starts)
            if main == code:
                examples.append(Example(tuple(_weighed(outline.traits)), answers))
    return examples


def _weighed(traits: Traits) -> Iterator[tuple[str, int, int]]:
    for at in range(len(traits.units)):
        yield BIAS, at, 1
    for length, run in traits.runs:
        for at, trait in enumerate(run):
            if trait:
                yield trait, at, length
    for begin, end, present in stretches(traits.units):
        for trait in present:
            for at in range(begin, end):
                yield trait, at, 1


def _answer(known: Sequence[tuple[int, int, Part]], outline: Outline, at: int) -> tuple[Part] | None:
    """What the unit is that begins at `at` of the outline; None for a mark and for a blank."""
    place = outline.places[at] if 0 <= at < len(outline.text) else -1
    if place < 0 or outline.text[at].isspace():
        return None
    return (next((part for begin, end, part in known if begin <= place < end), Part.OTHER),)


def _from_corpus(code: str) -> Iterator[Lesson]:
    for file in sorted((_HERE / "corpus").glob("*.jsonl")):
        if file.stem.endswith("_held"):
            continue
        for line in map(json.loads, file.read_text("utf-8").splitlines()):
            expected = line.get("expect", {})
            if line["lang"] == code and expected.get("intent") is not None:
                now = datetime.fromisoformat(line["reference"]).replace(tzinfo=ZoneInfo(line["timezone"]))
                yield Lesson(line["text"], now, _kinds(expected["intent"]), _parts(line["text"], expected))
    for file in (_HERE / "corpus").glob(f"{code}_chat.txt"):
        for text in file.read_text("utf-8").splitlines():
            yield Lesson(text, _NOW, _TALK, None)


def _kinds(intent: str) -> tuple[int, ...]:
    kind = _AS.get(intent, intent)
    return (KINDS.index(Kind(kind)),) if kind in KINDS else _ASKS


def _parts(text: str, expected: dict[str, object]) -> tuple[tuple[int, int, Part], ...] | None:
    """Where the words of the answer stand in `text`; None where they are not all found or the answer tells of none."""
    title = str(expected.get("title") or "")
    if _kinds(str(expected["intent"])) in (_TALK, _ASKS) or not (title or expected["intent"] != "create"):
        return None
    sought = [(name, Part.NAME) for field in ("attendees", "optional") for name in _listed(expected.get(field))]
    sought += [(str(expected["location"]), Part.PLACE)] if expected.get("location") else []
    sought += [(title, Part.TITLE)] if title in text else [(word, Part.TITLE) for word in title.split()]
    low = text.lower()
    found = [(low.find(words.lower()), len(words), part) for words, part in sought]
    if any(at < 0 for at, _, part in found if part is not Part.NAME):
        return None
    return tuple((at, at + length, part) for at, length, part in reversed(found) if at >= 0)


def _listed(names: object) -> list[str]:
    return [str(name) for name in names] if isinstance(names, list) else []


def _from_tones(code: str) -> Iterator[Lesson]:
    for line in (_HERE / "tones" / f"{code}.tsv").read_text("utf-8").splitlines():
        sign, _, text = line.partition("\t")
        yield Lesson(text, _NOW, _TALK if sign == "-" else _ASKS, None)


def _from_orders(code: str) -> Iterator[Lesson]:
    """Lines of an intent and a sentence with `[[title]]`, `{{place}}` and `((name))` marked."""
    file = _HERE / "orders" / f"{code}.tsv"
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        intent, _, marked = line.partition("\t")
        text, known = _unmarked(marked.replace("\\n", "\n"))
        yield Lesson(text, _NOW, _kinds(intent), None if intent == "help" else known)


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int, Part], ...]]:
    text, begin, reached = "", 0, 0
    known: list[tuple[int, int, Part]] = []
    for mark in _MARKED.finditer(marked):
        text += marked[reached : mark.start()]
        reached = mark.end()
        if mark.group() in _PART:
            known.append((begin, len(text), _PART[mark.group()]))
        else:
            begin = len(text)
    return text + marked[reached:], tuple(known)


def learned_tones(seen: Sequence[Example]) -> Learned:
    """The rows for the kinds of sentences."""
    return learned(seen, len(KINDS), rounds=20, light=4)


def learned_parts(seen: Sequence[Example]) -> Learned:
    """The rows for the parts of orders."""
    return learned(seen, LANES + 1, rounds=6, light=8, against=Part.TITLE)


WAYS: dict[str, tuple[Callable[[str], list[Example]], Callable[[Sequence[Example]], Learned]]] = {
    "tone": (tones, learned_tones),
    "parts": (parts, learned_parts),
}


def written(kind: str, code: str) -> Path:
    """The file of rows of one kind for a language."""
    return _WRITTEN / f"{kind}_{code}.tsv"


def write(code: str, kind: str) -> None:
    """Write the rows of one kind for a language."""
    examples, learned = WAYS[kind]
    seen = examples(code)
    lines = [f"# learned from {digest(seen)}"]
    lines += [" ".join(map(str, row)) + "\t" + trait for trait, row in learned(seen).items()]
    written(kind, code).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    for language in sys.argv[1:] or LANGUAGES:
        for kind in WAYS:
            write(language, kind)
