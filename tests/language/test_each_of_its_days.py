"""Two times of day beside a range of days are meant for each of its days: 月曜〜水曜 9-17時 研修."""

import pytest

from bot.language.intent import Doubt, Kind
from tests.language.reading import doubts, moment, reading

_EACH = "FREQ=DAILY;UNTIL=20261209T145900Z"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12/7〜12/9 9:00〜17:00 研修", id="ja"),
        pytest.param("12月7日から9日まで9時から17時 研修", id="ja-in-words"),
        pytest.param("研修 12/7〜9 9-17時", id="ja-title-first"),
        pytest.param("9-17時 12/7〜12/9 研修", id="ja-times-first"),
        pytest.param("9:00-17:00 12月7日から9日まで 研修", id="ja-times-first-in-words"),
        pytest.param("12月7日から9日まで、各日9時から17時で研修", id="ja-each-day"),
        pytest.param("training Dec 7-9, 9:00-17:00", id="en"),
        pytest.param("9-5 Dec 7-9 training", id="en-times-first"),
        pytest.param("training Dec 7 to Dec 9 from 9 to 5", id="en-in-words"),
        pytest.param("training 9am-5pm from Dec 7 to Dec 9", id="en-days-last"),
        pytest.param("training Dec 7 - 9, 9am to 5pm each day", id="en-each-day"),
        pytest.param("12월 7일~9일 9시~17시 연수", id="ko"),
        pytest.param("12월 7일부터 9일까지 오전 9시부터 오후 5시까지 연수", id="ko-in-words"),
        pytest.param("12月7日到9日 9点到17点 培训", id="zh"),
        pytest.param("上午9点到下午5点 12月7日-9日 培训", id="zh-times-first"),
    ],
)
def test_two_times_beside_a_range_of_days_are_of_each_day(text: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.start, meant.end) == (Kind.CREATE, moment("2026-12-07T09:00"), moment("2026-12-07T17:00"))
    assert meant.recurrence == _EACH
    assert not meant.ask


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12/7 9:00〜12/9 17:00 合宿", id="ja"),
        pytest.param("offsite Dec 7 9am - Dec 9 5pm", id="en"),
    ],
)
def test_a_time_with_each_of_the_two_days_is_one_stretch(text: str) -> None:
    meant = reading(text)

    assert (meant.start, meant.end, meant.recurrence) == (moment("2026-12-07T09:00"), moment("2026-12-09T17:00"), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12/7〜12/9 9-17時の予定", id="ja"),
        pytest.param("am I free Dec 7-9 9-11?", id="en"),
        pytest.param("show me my meetings between 9 and 11, Dec 7-9", id="en-times-apart"),
    ],
)
def test_a_question_about_them_is_about_all_the_days(text: str) -> None:
    meant = reading(text)

    assert (meant.start, meant.end, meant.recurrence) == (moment("2026-12-07"), moment("2026-12-09"), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cancel the Dec 7-9 training from 9 to 5", id="en"),
        pytest.param("12/7〜12/9の研修を9-17時で取り消して", id="ja"),
    ],
)
def test_what_exists_is_cancelled_once_though_its_times_stand_apart(text: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.recurrence) == (Kind.CANCEL, None)
    assert (meant.start, meant.end) == (moment("2026-12-07T09:00"), moment("2026-12-09T17:00"))


def test_from_todays_own_weekday_on_is_asked_about_while_it_is_ahead_and_else_next_week() -> None:
    ahead, over = reading("金曜〜日曜 10-12時 展示会"), reading("金曜〜日曜 8-9時 展示会")  # it is Friday, 9:30

    assert Doubt.AMBIGUOUS in doubts(ahead)
    assert (over.start, over.ask) == (moment("2026-11-27T08:00"), ())
