"""What `say` answers is what the bot reads and does: the corpus's sentences, said again now, through signed callbacks.

The suite tries every so many of them; `python -m tests.bot.test_same_answer` tries all, in some minutes.
"""

import asyncio
import io
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import conversation, say
from bot.company import DOMAIN_ID, PEOPLE
from bot.language.intent import Intent
from bot.language.reader import read
from tests.house import EMILY, HANAKO, ICHIRO, MINJUN, MISAKI, TARO, House, callback, compact, open_house

CORPUS = Path(__file__).parents[1] / "language" / "corpus"
# by language: who makes plain events, so that all of them are there in the end, and who says everything else
SPEAKERS = {"ja": (TARO, HANAKO), "en": (EMILY, ICHIRO), "ko": (MINJUN, MISAKI), "zh": (TARO, HANAKO)}
EACH = 150  # sentences of a language in the suite
PATIENCE = 30.0  # seconds without any progress
_NOT_PLAIN = {"ask", "attendees", "optional", "provider", "calendar", "recurrence"}
_MEASURED = {"us", "rss_kb"}

Answer = dict[str, Any]


def corpus(language: str) -> list[str]:
    """All sentences of a language, each once; those with an @ mean more to the bot, which knows the colleagues."""
    lines = [json.loads(line) for file in sorted(CORPUS.glob("*.jsonl")) for line in file.read_text().splitlines()]
    texts = dict.fromkeys(line["text"] for line in lines if line["lang"] == language)
    return [text for text in texts if text.strip() and "@" not in text and "＠" not in text]


def told(texts: Sequence[str], now: datetime, zone: str, hint: str) -> list[Answer]:
    """The answers of `say --jsonl`."""
    asked = [
        {"id": text, "text": text, "reference": f"{now:%Y-%m-%dT%H:%M:%S}", "timezone": zone, "lang": hint}
        for text in texts
    ]
    out = io.BytesIO()
    say.jsonl(io.BytesIO("".join(json.dumps(one) + "\n" for one in asked).encode()), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


async def same_answers(house: House, language: str, texts: Sequence[str]) -> int:
    """Say `texts` to the bot; how many plain events came of it. Fails when anything was read or made otherwise."""
    heard: dict[str, Intent] = {}

    def listening(text: str, **more: Any) -> Intent:
        heard[text] = read(text, **more)
        return heard[text]

    maker, other = (next(person for person in PEOPLE if person.user_id == one) for one in SPEAKERS[language])
    said = datetime.now(UTC).replace(microsecond=0) - timedelta(seconds=1)
    answers: dict[str, Answer] = {}
    wanted: Counter[tuple[str, str]] = Counter()
    with pytest.MonkeyPatch.context() as patch:  # listens only: what is read is read as ever
        patch.setattr(conversation, "read", listening)
        for speaker in (maker, other):
            now = said.astimezone(ZoneInfo(speaker.zone))
            for text, answer in zip(texts, told(texts, now, speaker.zone, speaker.locale[:2]), strict=True):
                plain = answer["intent"] == "create" and not answer.keys() & _NOT_PLAIN
                plain = plain and bool(answer.get("title")) and "start" in answer
                if (speaker is maker) is not plain or text in answers:
                    continue
                answers[text] = answer
                if plain:
                    wanted[answer["title"], answer["start"]] += 1
                body = callback(text, issuedTime=f"{said:%Y-%m-%dT%H:%M:%S}.{len(answers) % 1000:03d}Z")
                body["source"] = {"userId": speaker.user_id, "domainId": DOMAIN_ID}
                assert await house.deliver(compact(body)) == 200
        await _all(heard, answers)
        for text, intent in heard.items():
            expected = {name: value for name, value in answers[text].items() if name not in _MEASURED}
            assert json.loads(json.dumps(say.answered(intent))) == expected, text
        await _all_made(house, maker.user_id, wanted)
    return wanted.total()


async def _all(heard: dict[str, Intent], answers: dict[str, Answer]) -> None:
    count, since = 0, time.monotonic()
    while len(heard) < len({text.strip() for text in answers}):
        if len(heard) > count:
            count, since = len(heard), time.monotonic()
        assert time.monotonic() < since + PATIENCE, f"{count} of {len(answers)} were read"
        await asyncio.sleep(0.05)


async def _all_made(house: House, who: str, wanted: Counter[tuple[str, str]]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        made = Counter(
            (event["summary"], event["start"].get("date") or event["start"]["dateTime"][:16])
            for event in await house.events(who)
        )
        if made == wanted or time.monotonic() > deadline:
            break
        await asyncio.sleep(0.05)
    assert made == wanted


@pytest.mark.parametrize("language", SPEAKERS)
async def test_a_sentence_means_the_same_to_say_and_to_the_bot(house: House, language: str) -> None:
    texts = corpus(language)

    assert await same_answers(house, language, texts[:: len(texts) // EACH]) > EACH / 10


async def _try_all() -> None:
    for language in SPEAKERS:
        texts = corpus(language)
        with tempfile.TemporaryDirectory() as folder:
            async with open_house(Path(folder)) as house:
                events = await same_answers(house, language, texts)
        sys.stdout.write(f"{language}: {len(texts)} sentences read alike, {events} events made as told\n")


if __name__ == "__main__":
    asyncio.run(_try_all())
