"""Every repetition that can be said to the bot, said back."""

from datetime import date

import pytest

from bot.messages.recurrence import Rule
from bot.messages.render import LANGUAGES


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param("FREQ=DAILY", ("毎日", "every day", "매일", "每天", "每天"), id="daily"),
        pytest.param(
            "FREQ=DAILY;INTERVAL=3", ("3日ごと", "every 3 days", "3일마다", "每3天", "每 3 天"), id="every-three-days"
        ),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=TH",
            ("毎週木曜", "every Thursday", "매주 목요일", "每周四", "每週四"),
            id="weekly",
        ),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=WE,FR",
            ("毎週水・金曜", "every Wednesday and Friday", "매주 수·금요일", "每周三、周五", "每週三、週五"),
            id="two-days-a-week",
        ),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            (
                "毎週月・水・金曜",
                "every Monday, Wednesday, and Friday",
                "매주 월·수·금요일",
                "每周一、周三、周五",
                "每週一、週三、週五",
            ),
            id="three-days-a-week",
        ),
        pytest.param(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
            ("隔週月曜", "every other Monday", "격주 월요일", "每两周的周一", "每兩週的週一"),
            id="every-other-week",
        ),
        pytest.param(
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU",
            (
                "3週間ごとの月・火曜",
                "every 3 weeks on Monday and Tuesday",
                "3주마다 월·화요일",
                "每3周的周一、周二",
                "每 3 週的週一、週二",
            ),
            id="every-third-week",
        ),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            ("平日毎日", "every weekday", "평일 매일", "每个工作日", "每個工作日"),
            id="working-days",
        ),
        pytest.param("FREQ=WEEKLY", ("毎週", "every week", "매주", "每周", "每週"), id="weekly-without-a-day"),
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=10",
            ("毎月10日", "every month on the 10th", "매월 10일", "每月10日", "每月10日"),
            id="monthly",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=1,11,21,22,23",
            (
                "毎月1日・11日・21日・22日・23日",
                "every month on the 1st, 11th, 21st, 22nd, and 23rd",
                "매월 1일·11일·21일·22일·23일",
                "每月1日、11日、21日、22日、23日",
                "每月1日、11日、21日、22日、23日",
            ),
            id="several-dates",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            ("毎月末日", "every month on the last day", "매월 말일", "每月最后一天", "每月最後一天"),
            id="last-day",
        ),
        pytest.param(
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5",
            ("2か月ごとの5日", "every 2 months on the 5th", "2개월마다 5일", "每2个月的5日", "每 2 個月的5日"),
            id="every-other-month",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=3TH",
            (
                "毎月第3木曜",
                "every month on the 3rd Thursday",
                "매월 세 번째 목요일",
                "每月第三个周四",
                "每月第三個週四",
            ),
            id="third-thursday",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=1TH,3TH",
            (
                "毎月第1・第3木曜",
                "every month on the 1st and 3rd Thursday",
                "매월 첫 번째·세 번째 목요일",
                "每月第一个周四、第三个周四",
                "每月第一個週四、第三個週四",
            ),
            id="first-and-third",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=-1FR",
            (
                "毎月最終金曜",
                "every month on the last Friday",
                "매월 마지막 금요일",
                "每月最后一个周五",
                "每月最後一個週五",
            ),
            id="last-friday",
        ),
        pytest.param("FREQ=YEARLY", ("毎年", "every year", "매년", "每年", "每年"), id="yearly"),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=TH;COUNT=10",
            (
                "毎週木曜（10回）",
                "every Thursday, 10 times",
                "매주 목요일(10회)",
                "每周四（共10次）",
                "每週四（共 10 次）",
            ),
            id="count",
        ),
        pytest.param(
            "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270331",
            (
                "毎週木曜（2027年3月31日まで）",
                "every Thursday, until Mar 31, 2027",
                "매주 목요일(2027년 3월 31일까지)",
                "每周四（至2027年3月31日）",
                "每週四（到2027年3月31日為止）",
            ),
            id="until",
        ),
    ],
)
def test_a_repetition_is_said_back(rule: str, said: tuple[str, ...]) -> None:
    assert tuple(words.repeats(Rule.read(rule, "Asia/Tokyo")) for words in LANGUAGES.values()) == said


@pytest.mark.parametrize(
    ("until", "zone"),
    [
        pytest.param("20270331", "Asia/Tokyo", id="date"),
        pytest.param("20270331T235959", "Asia/Tokyo", id="local-time"),
        pytest.param("20270331T145959Z", "Asia/Tokyo", id="east"),
        pytest.param("20270401T035959Z", "America/New_York", id="west"),
    ],
)
def test_the_last_day_of_a_series_is_that_of_its_own_zone(until: str, zone: str) -> None:
    assert Rule.read(f"FREQ=DAILY;UNTIL={until}", zone).until == date(2027, 3, 31)


def test_five_first_mondays_to_fridays_are_not_every_working_day() -> None:
    assert not Rule.read("FREQ=MONTHLY;BYDAY=1MO,1TU,1WE,1TH,1FR", "Asia/Tokyo").working_days
