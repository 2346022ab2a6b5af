"""What `say` tells people, and what it answers to machines whatever they send."""

import io
import json
import resource

import pytest

from bot.say import jsonl, told

_GOOD = {"id": 1, "text": "明日15時 会議", "reference": "2026-11-20T09:30:00", "timezone": "Asia/Tokyo", "lang": "ja"}


def _answers(*lines: bytes) -> list[object]:
    out = io.BytesIO()
    jsonl(io.BytesIO(b"".join(line + b"\n" for line in lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_person_is_told_every_piece_and_the_meaning() -> None:
    words = told("明日15時から1時間 設計レビュー @田中", zone="Asia/Tokyo", now="2026-11-20T09:30").splitlines()

    assert [line.split()[:2] for line in words[:6]] == [
        ["明日", "time"],
        ["15時", "time"],
        ["から", "time"],
        ["1時間", "time"],
        ["設計レビュー", "title"],
        ["@田中", "person"],
    ]
    assert words[6:9] == ["→ create '設計レビュー'", "  start: 2026-11-21T15:00", "  end: 2026-11-21T16:00"]


def test_now_is_the_present_unless_it_is_given() -> None:
    assert "list" in told("明日の予定", zone="America/New_York", now="")


@pytest.mark.parametrize(
    ("zone", "now", "words"),
    [
        pytest.param("Mars/Olympus", "", "There is no time zone 'Mars/Olympus'", id="unknown-zone"),
        pytest.param("../etc/passwd", "", "There is no time zone", id="zone-outside"),
        pytest.param("", "", "There is no time zone", id="no-zone"),
        pytest.param("Asia/Tokyo", "tomorrow", "'tomorrow' is no time", id="no-time"),
        pytest.param("Asia/Tokyo", "2026-02-30T09:30", "is no time", id="no-such-day"),
    ],
)
def test_a_zone_or_time_that_does_not_exist_is_refused_in_words(zone: str, now: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        told("明日", zone=zone, now=now)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00\x01", id="binary"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"[]", id="a-list"),
        pytest.param(b'"text"', id="a-string"),
        pytest.param(b"null", id="null"),
        pytest.param(b"{}", id="nothing-in-it"),
        pytest.param(b'{"text": 1, "reference": "2026-11-20T09:30:00"}', id="text-is-a-number"),
        pytest.param(b'{"text": null, "reference": "2026-11-20T09:30:00"}', id="text-is-null"),
        pytest.param(b'{"text": "a", "reference": "soon"}', id="no-reference"),
        pytest.param(b'{"text": "a", "reference": 5}', id="reference-is-a-number"),
        pytest.param(b'{"text": "a", "reference": "2026-11-20T09:30:00", "timezone": "Mars"}', id="no-such-zone"),
        pytest.param(
            b'{"text": "a", "reference": "2026-11-20T09:30:00", "timezone": ["Asia/Tokyo"]}', id="zone-is-a-list"
        ),
        pytest.param(
            b'{"text": "a", "reference": "2026-11-20T09:30:00", "timezone": "/etc/passwd"}', id="zone-is-a-path"
        ),
        pytest.param(b'{"text": "a", "reference": "2026-11-20T09:30:00", "timezone": "A\\u0000"}', id="zone-with-nul"),
        pytest.param(b"x" * 1_000_000, id="a-megabyte"),
        pytest.param(b"9" * 10_000, id="a-long-number"),
    ],
)
def test_what_cannot_be_read_is_null_and_the_next_line_is_read(line: bytes) -> None:
    answers = _answers(line, json.dumps(_GOOD).encode())

    assert answers[0] is None
    assert isinstance(answers[1], dict)
    assert answers[1]["start"] == "2026-11-21T15:00"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("明日15時\ud800会議", id="lone-surrogate"),
        pytest.param("\u202e明日15時 会議\u202c", id="right-to-left"),
        pytest.param("明日15時\u0000会議", id="nul"),
        pytest.param("明" * 300_000, id="very-long"),
        pytest.param("@" * 2_000, id="only-mentions"),
        pytest.param("9999年12月31日 23時59分から99時間", id="the-end-of-time"),
        pytest.param("99999999999年後", id="far-away"),
        pytest.param("0年0月0日0時", id="zeros"),
    ],
)
@pytest.mark.parametrize("reference", ["2026-11-20T09:30:00", "0001-01-01T00:00:00", "9999-12-31T23:59:00"])
def test_whatever_is_written_gets_an_answer(text: str, reference: str) -> None:
    (found,) = _answers(json.dumps(_GOOD | {"text": text, "reference": reference}).encode())

    assert isinstance(found, dict)
    assert found["intent"]


def test_memory_stays_flat_however_much_is_sent() -> None:
    lines = [
        json.dumps(_GOOD | {"text": f"{number}日{number % 24}時から{number}分 会議{number}"}).encode()
        for number in range(3_000)
    ]
    _answers(*lines[:1_500])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    _answers(*lines, b"x" * 9_000_000, *lines)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000  # KB
