"""Sentences with meanings, as data: one JSON object a line, and what of an answer must equal what was written down."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.language.intent import Doubt, Intent, Kind
from bot.language.reader import read
from bot.say import fields

_CORPUS = Path(__file__).parent / "corpus"
_UNSAID = {"duration"}  # is told by start and end as well
Asked = dict[str, Any]


def sentences(name: str) -> list[Asked]:
    """The lines of one file of the corpus, in order."""
    return [json.loads(line) for line in (_CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def answer(asked: Asked) -> Intent:
    """How the sentence is read."""
    now = datetime.fromisoformat(asked["reference"]).replace(tzinfo=ZoneInfo(asked["timezone"]))
    return read(asked["text"], now=now, language=asked["lang"])


def acts(intent: Intent) -> bool:
    """Whether something would be changed without a question."""
    return intent.kind in {Kind.CREATE, Kind.RESCHEDULE, Kind.CANCEL} and not intent.ask


def is_perhaps_talk(intent: Intent) -> bool:
    """Whether it is asked about because it may be talk."""
    return any(ask.doubt is Doubt.TALK for ask in intent.ask)


def differences(asked: Asked) -> dict[str, tuple[object, object]]:
    """Each field that is not as expected: what was found, and what is right. `ask` null: either will do."""
    said = answered(asked)
    return {} if said is None else compared(said, asked["expect"])


def answered(asked: Asked) -> dict[str, Any] | None:
    """The fields of the answer; None for talk that is asked about because it is perhaps no talk.

    That, and asking about an order because it is perhaps talk, is held against no sentence: `test_tone` counts both.
    """
    intent = answer(asked)
    if is_perhaps_talk(intent):
        if asked["expect"].get("intent") == "none":
            return None
        intent.ask = tuple(ask for ask in intent.ask if ask.doubt is not Doubt.TALK)
    return fields(intent)


def compared(found: dict[str, Any], expected: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Each field in which the two differ; `ask` only has to be there or not."""
    found = {name: value for name, value in found.items() if name not in _UNSAID or name in expected}
    found["ask"], wanted = bool(found.get("ask")), {"ask": False} | expected
    if wanted["ask"] is None:
        del wanted["ask"], found["ask"]
    return {name: (found.get(name), wanted.get(name)) for name in found | wanted if found.get(name) != wanted.get(name)}
