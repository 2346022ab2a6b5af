"""The Japanese corpus: what we wrote down, what was held back, the talk that asks for nothing."""

import io
import json

import pytest

from bot.language import wider
from bot.say import fields, jsonl
from tests.language.corpora import Asked, acts, answer, compared, differences, sentences

_HELD_AT_LEAST = 0.92  # of sentences that were written before the grammar and never tuned on


@pytest.mark.parametrize(
    "asked", [pytest.param(asked, id=asked["id"]) for part in ("ja_tuned", "ja_office") for asked in sentences(part)]
)
def test_a_sentence_means_what_was_written_down(asked: Asked) -> None:
    assert differences(asked) == {}


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("ja_dates")])
def test_a_time_alone_means_what_was_written_down(asked: Asked) -> None:
    found = fields(answer(asked))

    assert {name: found.get(name) for name in ("start", "end")} == {"start": None, "end": None} | asked["expect"]


def test_nearly_every_sentence_that_was_held_back_is_read_right() -> None:
    held = sentences("ja_held")

    right = [asked for asked in held if not differences(asked)]

    assert len(right) >= _HELD_AT_LEAST * len(held)


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("ja_chat")])
def test_talk_asks_for_nothing(asked: Asked) -> None:
    assert not acts(answer(asked))


def test_say_gives_the_answers_that_the_reader_gives() -> None:
    everything = [asked for part in ("ja_tuned", "ja_held", "ja_chat") for asked in sentences(part)]
    asked_for = "".join(json.dumps(asked) + "\n" for asked in everything).encode()
    out = io.BytesIO()

    jsonl(io.BytesIO(asked_for), out)

    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    told = [{name: value for name, value in line.items() if name not in ("us", "rss_kb")} for line in answers]
    assert len(told) == len(everything)
    assert [bool(compared(said, asked["expect"])) for said, asked in zip(told, everything, strict=True)] == [
        bool(compared(fields(answer(asked)), asked["expect"])) for asked in everything
    ]


class _Broken:
    """A dateparser that cannot read."""

    def __init__(self, **_settings: object) -> None:
        pass

    def get_date_data(self, text: str) -> None:
        raise ValueError(text)


def test_without_dateparser_the_score_drops(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = sentences("ja_foreign")
    before = [asked for asked in foreign if not differences(asked)]

    monkeypatch.setattr(wider, "DateDataParser", _Broken)

    after = [asked for asked in foreign if not differences(asked)]
    assert before == foreign
    assert len(after) < len(before)
