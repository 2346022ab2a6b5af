"""What `say` answers is what the bot does: the corpus's sentences, said again now, through a signed callback."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import say
from bot.company import PEOPLE
from tests.house import EMILY, MINJUN, TARO, House

CORPUS = Path(__file__).parents[1] / "language" / "corpus"
SPEAKERS = {"ja": TARO, "en": EMILY, "ko": MINJUN, "zh": TARO}
EACH = 30  # sentences of a language; the folder's own tests read them all


def commands(language: str) -> Iterator[str]:
    """Sentences that the reader would act upon at once, as they stand in the corpus."""
    for file in sorted(CORPUS.glob(f"{language}_*.jsonl")):
        for line in file.read_text().splitlines():
            if line.strip():
                yield json.loads(line)["text"]


def told(text: str, now: datetime, zone: str, hint: str) -> dict[str, Any]:
    """The answer of `say --jsonl`."""
    asked = {"id": 1, "text": text, "reference": f"{now:%Y-%m-%dT%H:%M:%S}", "timezone": zone, "lang": hint}
    out = io.BytesIO()
    say.jsonl(io.BytesIO(json.dumps(asked).encode() + b"\n"), out)
    answer: dict[str, Any] = json.loads(out.getvalue()) or {}
    return answer


@pytest.mark.parametrize("language", SPEAKERS)
async def test_a_sentence_means_the_same_to_say_and_to_the_bot(house: House, language: str) -> None:
    speaker = next(person for person in PEOPLE if person.user_id == SPEAKERS[language])
    said = datetime.now(UTC).replace(microsecond=0) - timedelta(seconds=1)
    now = said.astimezone(ZoneInfo(speaker.zone))
    tried = 0
    for text in commands(language):
        answer = told(text, now, speaker.zone, speaker.locale[:2])
        plain = not answer.keys() & {"ask", "attendees", "optional", "provider", "calendar", "recurrence"}
        if answer.get("intent") != "create" or not plain or not answer.get("title") or "start" not in answer:
            continue
        before = len(await house.events())

        reply = await house.ask(text, speaker.user_id, issuedTime=f"{said:%Y-%m-%dT%H:%M:%SZ}")

        events = await house.events()
        assert len(events) == before + 1, (text, answer, reply.text)
        event = events[-1]
        assert event["summary"] == answer["title"], text
        begins = event["start"].get("date") or event["start"]["dateTime"][:16]
        assert begins == answer["start"], (text, answer, begins)
        said += timedelta(milliseconds=1)
        tried += 1
        if tried == EACH:
            break
    assert tried >= EACH / 2
