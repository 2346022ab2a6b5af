"""Learns from the corpus how talk and orders sound: `python -m tests.language.teaching` writes the weights anew.

A logistic regression over the traits of `bot.language.tone`, fitted by stochastic gradient descent with a step of its
own for each weight (AdaGrad). The same corpus gives the same weights.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import bot.language
from bot.language.languages import LANGUAGES
from bot.language.reader import outlined
from bot.language.tone import UNIT, Weights, traits

_CORPUS = Path(__file__).parent / "corpus"
_TONES = Path(__file__).parent / "tones"
_WRITTEN = Path(bot.language.__file__).parent / "tones"
_NOW = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
_ROUNDS = 30  # through all examples
_STEP = 0.2
_DECAY = 0.003  # of a weight with each step: what is seen seldom weighs little
_LIGHT = 2  # weights below this are left out: a third of them, and nothing is told worse
_SEEN = 2  # examples that show a trait before it is learned


class Example(NamedTuple):
    """What of a sentence is weighed, and whether the sentence is talk."""

    traits: tuple[str, ...]
    talk: bool


def examples(code: str) -> list[Example]:
    """All examples of a language, in the order of the files."""
    return [
        Example(tuple(sorted(traits(outline, code))), talk)
        for text, now, talk in (*_from_corpus(code), *_from_tones(code))
        for main, outline in (outlined(text, now=now, language=code),)
        if main == code and any(map(str.islower, outline.lower()))
    ]


def _from_corpus(code: str) -> Iterator[tuple[str, datetime, bool]]:
    for file in sorted(_CORPUS.glob("*.jsonl")):
        if file.stem.endswith("_held"):
            continue
        for line in map(json.loads, file.read_text("utf-8").splitlines()):
            intent = line.get("expect", {}).get("intent")
            if line["lang"] == code and intent is not None:
                now = datetime.fromisoformat(line["reference"]).replace(tzinfo=ZoneInfo(line["timezone"]))
                yield line["text"], now, intent == "none"
    for file in _CORPUS.glob(f"{code}_chat.txt"):
        for text in file.read_text("utf-8").splitlines():
            yield text, _NOW, True


def _from_tones(code: str) -> Iterator[tuple[str, datetime, bool]]:
    for line in (_TONES / f"{code}.tsv").read_text("utf-8").splitlines():
        sign, _, text = line.partition("\t")
        yield text, _NOW, sign == "-"


def learned(seen: Sequence[Example]) -> Weights:
    """The weights that tell talk from orders in `seen`."""
    known = Counter(trait for example in seen for trait in example.traits)
    weights = {trait: 0.0 for trait, times in known.items() if times >= _SEEN}
    steepness = dict.fromkeys(weights, 0.01)  # how much each weight has been moved about so far
    work = [([trait for trait in example.traits if trait in weights], example.talk) for example in seen]
    order = random.Random(len(work))
    for _ in range(_ROUNDS):
        order.shuffle(work)
        for present, talk in work:
            odds = sum([weights[trait] for trait in present])
            off = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - talk
            for trait in present:
                slope = off + _DECAY * weights[trait]
                steepness[trait] += slope * slope
                weights[trait] -= _STEP * slope / math.sqrt(steepness[trait])
    rounded = {trait: round(weight * UNIT) for trait, weight in weights.items()}
    return {trait: weight for trait, weight in sorted(rounded.items()) if abs(weight) >= _LIGHT}


def odds(weights: Weights, present: Iterable[str]) -> float:
    """As `bot.language.tone.talk`, with these weights."""
    return sum(weights.get(trait, 0) for trait in present) / UNIT


def write() -> None:
    """Write the weights of every language."""
    for code in LANGUAGES:
        weights = learned(examples(code))
        lines = "".join(f"{weight}\t{trait}\n" for trait, weight in weights.items())
        (_WRITTEN / f"{code}.tsv").write_text(lines, "utf-8")


if __name__ == "__main__":
    write()
