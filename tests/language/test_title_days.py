"""Words about time that begin the name of an event, beside the day and time it is on. Seen from Friday, 20 November 2026."""

from datetime import datetime

import pytest

from tests.language.reading import TOKYO, doubts, reading

_TUESDAY = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
_SATURDAY = datetime(2026, 11, 21, 15, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("来週火曜10時〜11時 お盆休みシフト調整", "お盆休みシフト調整"),
        ("来週火曜10時〜11時 翌月シフト作成", "翌月シフト作成"),
        ("来週火曜10時〜11時 春の健康診断", "春の健康診断"),
        ("next Tuesday 10-11am Black Friday prep", "Black Friday prep"),
        ("下周二上午10点到11点春季体检", "春季体检"),
        ("下周二上午10点到11点晚宴", "晚宴"),
        ("다음 주 화요일 10시부터 11시까지 삼일절 행사 준비", "삼일절 행사 준비"),
        ("다음 주 화요일 10시부터 11시까지 추석 선물 포장", "추석 선물 포장"),
    ],
)
def test_an_event_that_has_its_end_gets_no_other_from_its_title(text: str, title: str) -> None:
    intent = reading(text)

    assert (intent.start, intent.end) == (_TUESDAY, _TUESDAY.replace(hour=11))
    assert intent.title == title
    assert doubts(intent) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("明日15時からお盆休みシフト調整", "お盆休みシフト調整"),
        ("明日15時から翌月シフト作成", "翌月シフト作成"),
        ("明日15時 今期の振り返り", "今期の振り返り"),
        ("내일 15:00 분기 결산", "분기 결산"),
        ("이사회 내일 오후 3시", "이사회"),
    ],
)
def test_an_event_has_no_end_where_none_was_said(text: str, title: str) -> None:
    intent = reading(text)

    assert (intent.start, intent.end, intent.title) == (_SATURDAY, None, title)
    assert doubts(intent) == []
