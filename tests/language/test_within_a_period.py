"""What repeats within a week or a month that was said ends with it; what is this week is on what is left of it."""

import pytest

from tests.language.reading import moment, reading


@pytest.mark.parametrize(
    ("text", "start", "rule"),
    [
        pytest.param("来週毎日10時 朝礼", "2026-11-23T10:00", "FREQ=DAILY;UNTIL=20261129T145900Z", id="ja-week"),
        pytest.param(
            "来月の毎週月曜10時 研修", "2026-12-07T10:00", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T145900Z", id="ja-month"
        ),
        pytest.param("来週から毎日10時 朝礼", "2026-11-23T10:00", "FREQ=DAILY", id="from-then-on"),
        pytest.param("다음주부터 매일 8시 조회", "2026-11-23T08:00", "FREQ=DAILY", id="from-then-on-ko"),
        pytest.param("从下周开始每天8点晨会", "2026-11-23T08:00", "FREQ=DAILY", id="from-then-on-zh"),
        pytest.param(
            "cleaning every Thursday 7pm starting next month", "2026-12-03T19:00", "FREQ=WEEKLY;BYDAY=TH", id="starting"
        ),
        pytest.param(
            "block 2-4pm every day next week for exams",
            "2026-11-23T14:00",
            "FREQ=DAILY;UNTIL=20261129T145900Z",
            id="en-week",
        ),
        pytest.param(
            "standup every Tuesday next month at 10",
            "2026-12-01T10:00",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T145900Z",
            id="en-month",
        ),
        pytest.param("第2・第4火曜 14時 理事会", "2026-11-24T14:00", "FREQ=MONTHLY;BYDAY=2TU,4TU", id="two-of-a-month"),
        pytest.param("每月第二和第四个周二14点 理事会", "2026-11-24T14:00", "FREQ=MONTHLY;BYDAY=2TU,4TU", id="two-zh"),
        pytest.param(
            "매월 둘째 넷째 화요일 14시 이사회", "2026-11-24T14:00", "FREQ=MONTHLY;BYDAY=2TU,4TU", id="two-ko"
        ),
        pytest.param(
            "clinic Mondays and Wednesdays 9-1", "2026-11-23T09:00", "FREQ=WEEKLY;BYDAY=MO,WE", id="bare-hours"
        ),
    ],
)
def test_a_repetition_ends_with_its_period(text: str, start: str, rule: str) -> None:
    meant = reading(text)

    assert (meant.start, meant.recurrence) == (moment(start), rule)
    assert not meant.ask


@pytest.mark.parametrize(
    ("text", "last"),
    [("今週中に歯医者", "2026-11-22"), ("今月中に棚卸", "2026-11-30"), ("dentist this week", "2026-11-22")],
)
def test_within_this_week_is_from_today_on(text: str, last: str) -> None:
    meant = reading(text)

    assert (meant.start, meant.end) == (moment("2026-11-20"), moment(last))
    assert not meant.ask


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("7,8日 社員旅行", ("2026-12-07", "2026-12-08")),
        ("7、8号单位团建", ("2026-12-07", "2026-12-08")),
        ("7, 8일 야유회", ("2026-12-07", "2026-12-08")),
        ("8・9・10日 出張", ("2026-12-08", "2026-12-10")),
    ],
)
def test_days_listed_with_one_word_for_them(text: str, days: tuple[str, str]) -> None:
    meant = reading(text)

    assert (meant.start, meant.end) == (moment(days[0]), moment(days[1]))
