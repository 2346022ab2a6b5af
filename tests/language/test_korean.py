"""Korean: the written corpora, one part never looked at while tuning; chat; and meanings that come back from sentences."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.language.intent import Kind
from bot.language.reader import read
from tests.language.corpora import acts, answered

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)  # a Friday
CORPUS = Path(__file__).parent / "corpus"
HELD_FLOOR = 0.95


def lines(name: str) -> list[dict[str, Any]]:
    with (CORPUS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def differences(line: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """What was read otherwise than expected; an expected null is left out by the reader, `asks` is whether it would ask."""
    said = answered(line)
    if said is None:
        return {}
    said["asks"] = "ask" in said
    return {name: (said.get(name), value) for name, value in line["expect"].items() if said.get(name) != value}


@pytest.mark.parametrize("line", lines("ko_tuned.jsonl"), ids=lambda line: line["id"])
def test_a_sentence_is_read_as_it_was_meant(line: dict[str, Any]) -> None:
    assert differences(line) == {}, line["text"]


def test_sentences_never_looked_at_are_nearly_all_read_right() -> None:
    held = lines("ko_held.jsonl")

    wrong = [line["text"] for line in held if differences(line)]

    assert len(wrong) <= (1 - HELD_FLOOR) * len(held), wrong


@pytest.mark.parametrize("sentence", (CORPUS / "ko_chat.txt").read_text(encoding="utf-8").splitlines())
def test_talk_among_people_asks_for_nothing(sentence: str) -> None:
    assert not acts(read(sentence, now=NOW))


# --- meanings rendered into sentences ---

_SINO = "영일이삼사오육칠팔구"
_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_HOURS = ("", *_ONES[1:], "열", "열한", "열두")
_WEEKDAYS = "월화수목금토일"


def sino(value: int) -> str:
    """A number from 1 to 99 in Sino-Korean."""
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "십" if tens == 1 else _SINO[tens] + "십") + (_SINO[ones] if ones else "")


def month(value: int) -> str:
    return {6: "유월", 10: "시월"}.get(value, sino(value) + "월")


@some.composite
def days(draw: some.DrawFn) -> tuple[str, date]:
    """A day ahead, and one of the ways to write it."""
    ahead = draw(some.integers(2, 300))
    day = NOW.date() + timedelta(days=ahead)
    ways = [
        f"{day.year}년 {day.month}월 {day.day}일", f"{day.month}월 {day.day}일", f"{day.month}월{day.day}일({_WEEKDAYS[day.weekday()]})",
        f"{day.month}/{day.day}", day.isoformat(), f"{day.year}. {day.month}. {day.day}.", f"{month(day.month)} {sino(day.day)}일",
        f"{ahead}일 뒤", f"{ahead}일 후에", f"{sino(ahead)} 일 뒤" if 10 < ahead < 100 else f"{ahead}일후",
    ]  # fmt: skip
    weeks = (day - (NOW.date() - timedelta(days=NOW.weekday()))).days // 7
    if 1 <= weeks <= 2:
        week = ("", "다음 주", "다다음 주")[weeks]
        name = _WEEKDAYS[day.weekday()]
        ways += [
            f"{week} {name}요일",
            f"{week.replace(' ', '')} {name}요일",
            f"{week}의 {name}요일",
            f"{week} {name}욜",
            f"{name}요일 {week}",
        ]
    return draw(some.sampled_from(ways)), day


@some.composite
def clocks(draw: some.DrawFn) -> tuple[str, tuple[int, int]]:
    """A time of day, and one of the ways to write it."""
    hour, minute = draw(some.integers(7, 22)), draw(some.sampled_from([0, 5, 15, 30, 45]))
    half, face = ("오전", hour) if hour < 12 else ("오후", hour - 12 or 12)
    to_the_minute = f" {minute}분" if minute else ""
    ways = [
        f"{hour}:{minute:02}",
        f"{half} {face}시{to_the_minute}",
        f"{half}{face}시{to_the_minute}",
        f"{half} {_HOURS[face]} 시{to_the_minute}",
    ]
    ways += [f"{half} {_HOURS[face]}시 {sino(minute)}분" if minute else f"{half} {_HOURS[face]}시"]
    if minute == 30:
        ways += [f"{half} {face}시 반", f"{half} {_HOURS[face]}시반"]
    if hour > 12:
        ways.append(f"{hour}시{to_the_minute}")
    return draw(some.sampled_from(ways)), (hour, minute)


@some.composite
def lengths(draw: some.DrawFn) -> tuple[str, timedelta]:
    """A length from a time on, and one of the ways to write it."""
    hours, minutes = draw(some.sampled_from([(0, 30), (1, 0), (1, 30), (2, 0), (3, 15), (0, 45)]))
    words = " ".join(
        part for part in (f"{_ONES[hours]} 시간" if hours else "", f"{minutes}분" if minutes else "") if part
    )
    figures = " ".join(
        part for part in (f"{hours}시간" if hours else "", f"{sino(minutes)} 분" if minutes else "") if part
    )
    written = draw(some.sampled_from([words, figures, words + " 동안", figures + "간"]))
    return written, timedelta(hours=hours, minutes=minutes)


@settings(max_examples=400, deadline=None)
@given(
    days(),
    clocks(),
    lengths(),
    some.sampled_from(["설계 검토", "주간 회의", "치과 검진", "신규 서비스 발표", "OKR 점검"]),
    some.data(),
)
def test_a_meaning_comes_back_from_its_sentence(
    day: tuple[str, date],
    clock: tuple[str, tuple[int, int]],
    length: tuple[str, timedelta],
    title: str,
    data: some.DataObject,
) -> None:
    ending = data.draw(some.sampled_from(["", " 잡아줘", " 등록해 주세요", " 일정 추가해줘", " 부탁드립니다"]))
    sentence = data.draw(some.sampled_from([
        f"{day[0]} {clock[0]}부터 {length[0]} {title}{ending}", f"{title} {day[0]} {clock[0]}부터 {length[0]}", f"{day[0]} {clock[0]}에 {length[0]} {title}{ending}",
    ]))  # fmt: skip
    start = datetime.combine(day[1], datetime.min.time(), SEOUL).replace(hour=clock[1][0], minute=clock[1][1])

    intent = read(sentence, now=NOW)

    assert (intent.kind, intent.title, intent.start, intent.end) == (Kind.CREATE, title, start, start + length[1]), (
        sentence
    )


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("금요일 회식 취소해줘 ㅠㅠ 비온대", Kind.CANCEL, "회식"),
        ("낼 점심 약속 취소 좀.. 체했어요", Kind.CANCEL, "점심 약속"),
        ("신제품 품평회 11일 거 취소합니다 시제품이 아직 안나와서요", Kind.CANCEL, "신제품 품평회"),
        ("오늘 저녁 7시로 해뒀던 헬스 PT 날려줘", Kind.CANCEL, "헬스 PT"),
        ("3시 회의를 4시로 바꿔줘 다들 늦는대", Kind.RESCHEDULE, "회의"),
    ],
)
def test_what_is_told_of_it_is_no_part_of_the_event(text: str, kind: Kind, title: str) -> None:
    intent = read(text, now=NOW, language="ko")

    assert (intent.kind, intent.title) == (kind, title)


def test_a_second_request_is_not_dropped_as_a_reason() -> None:
    assert "교육" in read("회의 취소해줘 교육도 취소해", now=NOW, language="ko").title


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("other", ["", " "])
@pytest.mark.parametrize(("which", "saturday"), [("이번", 21), ("다음", 28)])
def test_a_weekend_is_written_with_any_blanks(which: str, saturday: int, blank: str, other: str) -> None:
    intent = read(f"{which}{blank}주{other}주말 캠핑", now=NOW, language="ko")

    assert (intent.start, intent.end, intent.title) == (date(2026, 11, saturday), date(2026, 11, saturday + 1), "캠핑")


def test_the_next_day_that_ends_a_range_is_counted_from_its_start() -> None:
    intent = read("DB 점검 25일 23시~익일 2시", now=NOW, language="ko")

    assert (intent.start, intent.end) == (
        NOW.replace(day=25, hour=23, minute=0),
        NOW.replace(day=26, hour=2, minute=0),
    )


def test_lines_of_people_name_all_of_them() -> None:
    intent = read("환영 오찬\n내일 12:10\n참석: 조승우, 전미도\n선택: 유연석", now=NOW, language="ko")

    assert (intent.attendees, intent.optional) == (("조승우", "전미도"), ("유연석",))
