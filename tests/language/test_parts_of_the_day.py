"""A part of the day as people write it right behind the day, and as a word of what an event is called."""

from itertools import product

import pytest

from bot.language.intent import Doubt, Kind
from tests.language.reading import doubts, moment, reading

_BEGINS = {
    "朝": "09:00",
    "昼": "12:00",
    "夕方": "17:00",
    "夜": "20:00",
    "晩": "20:00",
    "午前": "09:00",
    "午後": "13:00",
}
_DAYS = {"明日": 21, "日曜": 22, "あさって": 22, "11月24日": 24, "11/24": 24, "11/24(火)": 24, "来週火曜": 24}


@pytest.mark.parametrize("part", _BEGINS)
def test_behind_a_day_it_needs_no_particle(part: str) -> None:
    for (day, number), joint, title in product(
        _DAYS.items(), ("", "の"), (" 会議", "に面談", "から設計レビュー", "打ち合わせ")
    ):
        meant = reading(f"{day}{joint}{part}{title}")

        assert meant.start == moment(f"2026-11-{number}T{_BEGINS[part]}"), (day, joint, title)
        assert meant.title == title.lstrip(" にから"), (day, joint, title)


@pytest.mark.parametrize(
    "title",
    ["朝会", "朝礼", "夕会", "夜勤", "夜間作業", "朝食会", "夕食", "昼食", "朝活", "晩ご飯", "夕方ミーティング"],
)
def test_a_word_that_begins_with_one_is_a_title(title: str) -> None:
    meant = reading(f"明日12時 {title}")

    assert (meant.title, meant.start) == (title, moment("2026-11-21T12:00"))


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        pytest.param("朝ヨガ 明日7時", "朝ヨガ", "2026-11-21T07:00", id="morning"),
        pytest.param("夜ラン 明日20時", "夜ラン", "2026-11-21T20:00", id="night"),
        pytest.param("昼ミーティング 明日12時", "昼ミーティング", "2026-11-21T12:00", id="noon"),
        pytest.param("深夜メンテ 12/5 2時", "深夜メンテ", "2026-12-05T02:00", id="small-hours"),
        pytest.param("朝練 土曜6時半", "朝練", "2026-11-21T06:30", id="no-afternoon"),
        pytest.param("夕食 明日7時", "夕食", "2026-11-21T19:00", id="evening"),
        pytest.param("送別会 12/18 7時半", "送別会", "2026-12-18T19:30", id="party"),
        pytest.param("夜間点検 12/5 1時", "夜間点検", "2026-12-05T01:00", id="at-night"),
        pytest.param("忘年会の打ち合わせ 明日10時", "忘年会の打ち合わせ", "2026-11-21T10:00", id="only-about-it"),
        pytest.param("飲み会 12/18 18時", "飲み会", "2026-12-18T18:00", id="said-exactly"),
        pytest.param("明日 夜会議 8時", "夜会議", "2026-11-21T20:00", id="between-day-and-time"),
        pytest.param("月末締め処理 12/25 17時", "月末締め処理", "2026-12-25T17:00", id="end-of-the-month"),
    ],
)
def test_what_an_event_is_called_tells_the_half_of_the_day_and_no_other_day(text: str, title: str, start: str) -> None:
    meant = reading(text)

    assert (meant.title, meant.start) == (title, moment(start))
    assert not meant.ask


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        pytest.param("明日15時に電話するのをリマインドして", "電話する", "2026-11-21T15:00", id="of-what"),
        pytest.param("15時に薬 リマインド", "薬", "2026-11-20T15:00", id="word-behind"),
        pytest.param("15時に教えて", "", "2026-11-20T15:00", id="of-nothing"),
        pytest.param("3時になったら声かけて", "", "2026-11-20T15:00", id="when-it-is"),
    ],
)
def test_to_be_reminded_at_a_time_makes_an_event(text: str, title: str, start: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.title, meant.start) == (Kind.CREATE, title, moment(start))


def test_a_repetition_no_rule_can_say_is_asked_about_beside_a_title_that_names_a_day() -> None:
    assert doubts(reading("月末締め処理 毎月最終営業日 17時")) == [Doubt.NONSENSE]


@pytest.mark.parametrize(
    ("text", "title", "start", "end"),
    [
        pytest.param("tomorrow morning dentist 9:30", "dentist", "2026-11-21T09:30", None, id="en"),
        pytest.param("9:30 dentist tomorrow morning", "dentist", "2026-11-21T09:30", None, id="en-time-first"),
        pytest.param("tomorrow evening drinks at 7", "drinks", "2026-11-21T19:00", None, id="en-evening"),
        pytest.param(
            "tomorrow afternoon board meeting 2 to 3",
            "board meeting",
            "2026-11-21T14:00",
            "2026-11-21T15:00",
            id="en-range",
        ),
        pytest.param("Thursday evening dinner 7-9", "dinner", "2026-11-26T19:00", "2026-11-26T21:00", id="en-dash"),
        pytest.param("明日の午前、病院 9時半", "病院", "2026-11-21T09:30", None, id="ja"),
        pytest.param("明日の夜に会議 8時〜9時", "会議", "2026-11-21T20:00", "2026-11-21T21:00", id="ja-evening"),
        pytest.param("明天上午体检 9点半", "体检", "2026-11-21T09:30", None, id="zh"),
        pytest.param("明天晚上聚餐 7点到9点", "聚餐", "2026-11-21T19:00", "2026-11-21T21:00", id="zh-range"),
        pytest.param("내일 오전 병원 예약 9시 반", "병원 예약", "2026-11-21T09:30", None, id="ko"),
    ],
)
def test_a_time_elsewhere_is_in_the_part_of_the_day_said_with_the_day(
    text: str, title: str, start: str, end: str | None
) -> None:
    meant = reading(text)

    assert (meant.title, meant.start, meant.end) == (title, moment(start), moment(end))
    assert not doubts(meant)


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        pytest.param("周四晚聚餐", "聚餐", "2026-11-26T20:00", id="evening"),
        pytest.param("11月26日早出发", "出发", "2026-11-26T09:00", id="morning"),
        pytest.param("周四8点 早会", "早会", "2026-11-26T08:00", id="a-word"),
        pytest.param("聚餐 周四7点", "聚餐", "2026-11-26T19:00", id="after-work"),
        pytest.param("목요일 회식 7시", "회식", "2026-11-26T19:00", id="after-work-ko"),
        pytest.param("내일 저녁 치과", "치과", "2026-11-21T18:00", id="no-company-for-dinner"),
    ],
)
def test_chinese_and_korean_write_it_in_one_word(text: str, title: str, start: str) -> None:
    meant = reading(text)

    assert (meant.title, meant.start) == (title, moment(start))
