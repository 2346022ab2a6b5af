"""Days that are named one after the other, and times that are as now. Seen from Friday, 20 November 2026, 9:30."""

from datetime import date, datetime

import pytest

from bot.language.intent import Doubt, Kind
from tests.language.reading import NOW, doubts, reading


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12月5日と6日 研修", 5, 6),
        ("12/5、6、7 研修", 5, 7),
        ("training dec 5, 6 and 7", 5, 7),
        ("training on the 5th, 6th and 7th", 5, 7),
        ("training 5, 6 and 7 december", 5, 7),
        ("12月5、6、7日 培训", 5, 7),
        ("5号6号7号 培训", 5, 7),
        ("12월 5, 6, 7일 교육", 5, 7),
        ("12월 5일과 6일 교육", 5, 6),
    ],
)
def test_days_in_a_row_are_one_event(text: str, first: int, last: int) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (date(2026, 12, first), date(2026, 12, last))
    assert doubts(intent) == []


@pytest.mark.parametrize(
    "text", ["木金 出張", "木・金 出張", "trip thursday and friday", "周四和周五 出差", "목요일, 금요일 출장"]
)
def test_weekdays_in_a_row_are_one_event(text: str) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (date(2026, 11, 26), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("月・水 10時 ヨガ", "ヨガ"),
        ("月、水 10時 ヨガ", "ヨガ"),
        ("月水 10時 ヨガ", "ヨガ"),
        ("月曜と水曜 10時 ヨガ", "ヨガ"),
        ("yoga Monday and Wednesday 10am", "yoga"),
        ("Mon/Wed 10am yoga", "yoga"),
        ("周一和周三 10点 瑜伽", "瑜伽"),
        ("월요일과 수요일 10시 요가", "요가"),
    ],
)
def test_of_other_days_the_bot_asks_which(text: str, title: str) -> None:
    intent = reading(text)

    assert (intent.title, intent.start) == (title, datetime(2026, 11, 23, 10, tzinfo=NOW.tzinfo))
    [ask] = [ask for ask in intent.ask if ask.doubt is Doubt.AMBIGUOUS]
    assert [reading.start for reading in ask.readings] == [datetime(2026, 11, 25, 10, tzinfo=NOW.tzinfo)]


@pytest.mark.parametrize("text", ["月曜と水曜のヨガをキャンセル", "cancel yoga on Monday and Wednesday"])
def test_of_several_days_none_is_cancelled_unasked(text: str) -> None:
    intent = reading(text)

    assert intent.kind is Kind.CANCEL
    assert Doubt.AMBIGUOUS in doubts(intent)


@pytest.mark.parametrize(
    "text",
    ["月曜と水曜の予定", "what's on Monday and Wednesday", "周一和周三有什么安排", "월요일과 수요일 일정"],
)
def test_a_list_reaches_over_all_the_days(text: str) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (date(2026, 11, 23), date(2026, 11, 25))


@pytest.mark.parametrize(
    "text",
    ["明日の今頃 電話", "call this time tomorrow", "明天这个时候给客户打电话", "내일 이맘때 고객 전화"],
)
def test_a_time_can_be_as_it_is_now(text: str) -> None:
    assert reading(text).start == NOW.replace(day=21)


@pytest.mark.parametrize(
    ("text", "day"),
    [("連休明け 朝礼", date(2026, 11, 24)), ("GW明けに棚卸", date(2027, 5, 6)), ("お盆明け 会議", date(2027, 8, 17))],
)
def test_work_begins_again_behind_days_off(text: str, day: date) -> None:
    assert reading(text).start == day
