"""Series: which starts a set of lines means, whoever wrote it."""
# ruff: noqa: DTZ001 -- rules count by the wall clock, which has no zone

from datetime import date, datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.lineworks.recurrence import (
    Start,
    UnreadableRule,
    excluded,
    occurrence_id,
    occurrence_start,
    shifted,
    starts,
    with_again,
    without,
)

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
MONDAY = datetime(2021, 12, 6, 14)
AFTER, BEFORE = datetime(2021, 12, 1), datetime(2022, 1, 1)


def days(lines: list[str], first: Start = MONDAY, after: datetime = AFTER, before: datetime = BEFORE) -> list[int]:
    return [start.day for start in starts(lines, first, TOKYO, after, before)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(["RRULE:FREQ=WEEKLY;BYDAY=MO"], [6, 13, 20, 27], id="weekly"),
        pytest.param(["RRULE:FREQ=WEEKLY;INTERVAL=2"], [6, 20], id="every-other-week"),
        pytest.param(["RRULE:FREQ=WEEKLY;COUNT=2"], [6, 13], id="count"),
        pytest.param(["RRULE:FREQ=WEEKLY;UNTIL=20211220T050000Z"], [6, 13, 20], id="until-in-utc-is-included"),
        pytest.param(["RRULE:FREQ=WEEKLY;UNTIL=20211220T045959Z"], [6, 13], id="until-in-utc-a-second-early"),
        pytest.param(["RRULE:FREQ=WEEKLY;UNTIL=20211220T140000"], [6, 13, 20], id="until-by-the-wall-clock"),
        pytest.param(["RRULE:FREQ=WEEKLY;UNTIL=20211220"], [6, 13, 20], id="until-a-day"),
        pytest.param(["RRULE:FREQ=WEEKLY;COUNT=9;UNTIL=20211213"], [6, 13], id="count-and-until"),
        pytest.param(["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Asia/Tokyo:20211213T140000"], [6, 20, 27], id="exdate"),
        pytest.param(
            ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Asia/Tokyo:20211213T140000,20211220T140000"],
            [6, 27],
            id="exdates-joined",
        ),
        pytest.param(["RRULE:FREQ=WEEKLY", "EXDATE:20211213T050000Z"], [6, 20, 27], id="exdate-in-utc"),
        pytest.param(
            ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=America/New_York:20211213T000000"], [6, 20, 27], id="exdate-elsewhere"
        ),
        pytest.param(["RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20211213"], [6, 20, 27], id="exdate-a-day"),
        pytest.param(["RRULE:FREQ=WEEKLY;COUNT=1", "RDATE;TZID=Asia/Tokyo:20211224T140000"], [6, 24], id="rdate"),
        pytest.param(["RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20211213"], [6, 12], id="the-first-start-counts-anyway"),
        pytest.param(["RRULE:FREQ=MONTHLY;BYDAY=-1FR"], [6, 31], id="last-friday"),
        pytest.param(["rrule:freq=weekly;count=2"], [6, 13], id="small-letters"),
        pytest.param(["X-NOTE:hello", "RRULE:FREQ=WEEKLY;COUNT=1"], [6], id="lines-we-do-not-know"),
    ],
)
def test_lines_mean_these_days(lines: list[str], found: list[int]) -> None:
    assert days(lines) == found


def test_whole_days_repeat_as_days() -> None:
    found = starts(
        ["RRULE:FREQ=DAILY;UNTIL=20211208", "EXDATE;VALUE=DATE:20211207"], date(2021, 12, 6), TOKYO, AFTER, BEFORE
    )

    assert found == [date(2021, 12, 6), date(2021, 12, 8)]
    assert not any(isinstance(start, datetime) for start in found)


def test_summer_time_does_not_move_the_wall_clock() -> None:
    found = starts(["RRULE:FREQ=DAILY"], datetime(2025, 1, 1, 9), NEW_YORK, datetime(2025, 3, 8), datetime(2025, 3, 11))

    assert [(start.day, start.hour) for start in found if isinstance(start, datetime)] == [(8, 9), (9, 9), (10, 9)]


@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY"]),
    interval=st.integers(1, 9),
    weekdays=st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=4),
    first=st.datetimes(datetime(2015, 1, 1), datetime(2021, 1, 1)),
    window=st.integers(0, 3000),
)
def test_skipping_the_past_finds_the_same_starts_as_counting_through_it(
    frequency: str, interval: int, weekdays: set[str], first: datetime, window: int
) -> None:
    first = first.replace(microsecond=0)
    rule = f"FREQ={frequency};INTERVAL={interval}" + (f";BYDAY={','.join(sorted(weekdays))}" if weekdays else "")
    after = first + timedelta(days=window)
    before = after + timedelta(days=40)

    skipping = starts([f"RRULE:{rule}"], first, TOKYO, after, before)

    # A count keeps us from skipping, and is too high to end the series.
    counting = starts([f"RRULE:{rule};COUNT=9999"], first, TOKYO, after, before)
    assert skipping == counting


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", id="30-february"),
        pytest.param("FREQ=YEARLY;BYMONTH=2;BYDAY=5MO;BYSETPOS=3", id="third-fifth-monday"),
        pytest.param("FREQ=DAILY;INTERVAL=7;BYDAY=TU", id="a-weekday-never-met"),
    ],
)
def test_a_rule_that_nothing_fits_is_given_up_soon(rule: str) -> None:
    began = process_time()

    assert days([f"RRULE:{rule}"]) == [6]

    assert process_time() - began < 1.0  # to the year 9999 it takes many times that


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["RRULE:FREQ=WEEKLY;INTERVAL=0"], id="interval-0-never-ends"),
        pytest.param(["RRULE:FREQ=WEEKLY;INTERVAL=-1"], id="backwards"),
        pytest.param(["RRULE:FREQ=SECONDLY"], id="every-second"),
        pytest.param(["RRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE="
                      + ",".join(map(str, range(60)))], id="every-minute-in-disguise"),
        pytest.param(["RRULE:"], id="empty"),
        pytest.param(["RRULE:FREQ=WEEKLY;BYDAY=XX"], id="no-weekday"),
        pytest.param(["RRULE:FREQ=WEEKLY;MOON=FULL"], id="unknown-part"),
        pytest.param(["RRULE:FREQ=WEEKLY;UNTIL=tomorrow"], id="until-in-words"),
        pytest.param(["EXDATE:20211399T140000"], id="month-13"),
        pytest.param(["EXDATE:"], id="empty-exdate"),
    ],
)  # fmt: skip
def test_lines_that_no_calendar_makes_are_refused(lines: list[str]) -> None:
    with pytest.raises(UnreadableRule):
        starts(lines, MONDAY, TOKYO, AFTER, BEFORE)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        pytest.param(MONDAY, "TZID=Asia/Tokyo:20211206T140000", id="time"),
        pytest.param(date(2021, 12, 6), "VALUE=DATE:20211206", id="day"),
    ],
)
def test_an_occurrence_has_a_name_and_is_found_by_it(start: Start, name: str) -> None:
    assert occurrence_id(start, TOKYO) == name
    assert occurrence_start(name, TOKYO) == start


def test_an_occurrence_named_in_another_zone_is_the_same() -> None:
    assert occurrence_start("TZID=America/New_York:20211206T000000", TOKYO) == MONDAY
    assert occurrence_start("20211206T050000Z", TOKYO) == MONDAY


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((), id="alone"),
        pytest.param(("EXDATE;TZID=Asia/Tokyo:20211220T140000",), id="with-another-line"),
        pytest.param(("RRULE:FREQ=WEEKLY", "EXDATE:20211220T050000Z,20211227T050000Z"), id="with-joined-ones"),
    ],
)
def test_taking_a_start_out_and_back_in_leaves_the_lines_as_they_were(lines: tuple[str, ...]) -> None:
    out = without(lines, MONDAY, TOKYO)

    assert excluded(out, MONDAY, TOKYO)
    assert not excluded(lines, MONDAY, TOKYO)
    assert with_again(out, MONDAY, TOKYO) == lines


def test_a_start_comes_back_out_of_a_joined_line() -> None:
    lines = with_again(["EXDATE;TZID=Asia/Tokyo:20211206T140000,20211213T140000"], MONDAY, TOKYO)

    assert lines == ("EXDATE;TZID=Asia/Tokyo:20211213T140000",)


@pytest.mark.parametrize(
    ("rule", "by", "found"),
    [
        pytest.param("FREQ=WEEKLY;BYDAY=MO;UNTIL=20211227T050000Z", timedelta(hours=3), [6, 20, 27], id="later"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO;UNTIL=20211227T050000Z", timedelta(hours=-3), [6, 20, 27], id="earlier"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO,TU;COUNT=6", timedelta(days=1), [7, 8, 15, 21, 22], id="next-day"),
        pytest.param("FREQ=WEEKLY;COUNT=3", timedelta(days=-1), [5, 19], id="day-before"),
        pytest.param("FREQ=DAILY;INTERVAL=7;UNTIL=20211220", timedelta(days=1), [7, 21], id="until-a-day"),
    ],
)
def test_a_series_moves_with_what_was_taken_out(rule: str, by: timedelta, found: list[int]) -> None:
    lines = (f"RRULE:{rule}", "EXDATE;TZID=Asia/Tokyo:20211213T140000")

    moved = shifted(lines, MONDAY, MONDAY + by, TOKYO)

    assert [start.day for start in starts(moved, MONDAY + by, TOKYO, AFTER, BEFORE)] == found


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        pytest.param("FREQ=MONTHLY;BYDAY=1MO", MONDAY + timedelta(days=1), id="nth-weekday"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=6", MONDAY + timedelta(days=1), id="day-of-month"),
        pytest.param("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", MONDAY + timedelta(days=3), id="fortnight-of-two-days"),
        pytest.param("FREQ=WEEKLY", date(2021, 12, 6), id="to-whole-days"),
    ],
)
def test_a_series_that_names_its_days_does_not_move_to_others(rule: str, new: Start) -> None:
    with pytest.raises(UnreadableRule):
        shifted([f"RRULE:{rule}"], MONDAY, new, TOKYO)
