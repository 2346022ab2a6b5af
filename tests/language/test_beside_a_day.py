"""The day after and the day before: of what was said, or else of the event that is moved. Seen from Friday, 20 November 2026, 9:30."""

from datetime import date, datetime, timedelta

import pytest

from bot.language.intent import Kind
from tests.language.reading import NOW, reading


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("見学を翌日に変更", 1),
        ("見学を次の日にずらして", 1),
        ("見学を翌々日に変更", 2),
        ("見学を前日に変更", -1),
        ("move the tour to the next day", 1),
        ("move the tour to the following day", 1),
        ("把参观改到第二天", 1),
        ("견학을 다음 날로 옮겨줘", 1),
        ("견학 익일로 변경해줘", 1),
    ],
)
def test_an_event_moves_to_the_day_beside_its_own(text: str, days: int) -> None:
    intent = reading(text)

    assert (intent.kind, intent.shift, intent.start) == (Kind.RESCHEDULE, timedelta(days=days), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/2の見学を翌日に変更", date(2026, 12, 3)),
        ("move Wednesday's tour to the next day", date(2026, 11, 26)),
        ("把12月2日的参观改到第二天", date(2026, 12, 3)),
    ],
)
def test_the_day_it_has_now_may_be_said(text: str, day: date) -> None:
    intent = reading(text)

    assert (intent.shift, intent.start) == (None, day)


def test_a_time_of_the_day_beside_its_own() -> None:
    intent = reading("見学を翌日の15時に変更")

    assert intent.shift == timedelta(days=1)
    assert intent.start == datetime(2026, 11, 21, 15, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("text", "day"),
    [("12月5日の翌々日 面談", 7), ("12/5の前日に準備", 4), ("翌日 面談", None)],
)
def test_beside_a_date_it_is_counted_from_that(text: str, day: int | None) -> None:
    assert reading(text).start == (date(2026, 11, 21) if day is None else date(2026, 12, day))
