"""From a sentence to a command or a question, at a given moment."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language.reader import read
from bot.planning import Circumstances, Pending, Recent, plan
from handlers.commands import (
    AnyCommand,
    CancelMatching,
    CreateAppointment,
    ListAppointments,
    MoveAppointment,
    MoveMatching,
    Remark,
    Wish,
)
from handlers.offers import Choice, PickTime
from handlers.replies import (
    Absent,
    AskReading,
    AskTarget,
    AskTitle,
    AskWhen,
    CannotDo,
    Doubtful,
    Missing,
    NotUnderstood,
    Reply,
)
from handlers.retiming import retimed
from providers.contract import AppointmentRef, Days, Span

TOKYO = ZoneInfo("Asia/Tokyo")
FRIDAY = datetime(2026, 11, 20, 9, 30, tzinfo=TOKYO)
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=TOKYO)
AFTERNOON = Span(datetime(2026, 11, 21, 15, tzinfo=TOKYO), datetime(2026, 11, 21, 16, tzinfo=TOKYO))
RECENT = Recent(AppointmentRef("lineworks", "u1", "e1"), "設計レビュー")


def planned(text: str, now: datetime = FRIDAY, late: float = 1.0, **more: object) -> AnyCommand | Reply:
    at = Circumstances(
        now=now,
        handled=now + timedelta(seconds=late),
        zone=str(now.tzinfo),
        key="key",
        default_length=timedelta(minutes=30),
        **more,  # type: ignore[arg-type]  # fields by name
    )
    return plan(read(text, now=now), text, at)


def made(text: str, now: datetime = FRIDAY, **more: object) -> Wish:
    command = planned(text, now, **more)  # type: ignore[arg-type]  # fields by name
    assert isinstance(command, CreateAppointment), command
    return command.wish


def span(wish: Wish) -> tuple[datetime, timedelta]:
    assert isinstance(wish.when, Span)
    return wish.when.start, wish.when.length


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=TOKYO)


def test_a_time_behind_a_range_of_days_can_be_taken_on_each_of_them() -> None:
    reply = planned("12/1〜12/3 15時 研修")

    assert isinstance(reply, AskReading)
    commands = [offer.command for offer in reply.offers]
    wishes = [command.wish for command in commands if isinstance(command, CreateAppointment)]
    assert [(span(wish)[0], wish.recurrence) for wish in wishes] == [
        (at(1, 0, month=12), None),
        (at(1, 15, month=12), "FREQ=DAILY;COUNT=3"),
    ]


def test_a_whole_wish_is_made_at_once() -> None:
    wish = made("明日15時から1時間 設計レビュー @佐藤 10分前に通知 場所は会議室B")

    assert span(wish) == (at(21, 15), timedelta(hours=1))
    assert wish.title == "設計レビュー"
    assert [one.written for one in wish.wanted] == ["佐藤"]
    assert wish.reminders == (timedelta(minutes=10),)
    assert wish.location == "会議室B"


def test_without_an_end_the_default_length_is_taken_and_remarked_on() -> None:
    wish = made("明日15時 設計レビュー")

    assert span(wish) == (at(21, 15), timedelta(minutes=30))
    assert Remark.LENGTH in wish.remarks


@pytest.mark.parametrize(
    ("text", "start", "remark"),
    [
        pytest.param("明日25時から1時間 リリース作業", at(22, 1), Remark.NEXT_DAY, id="25時"),
        pytest.param("明日3時 会議", at(21, 15), Remark.AFTERNOON, id="a-bare-afternoon-hour"),
        pytest.param("16時 会議", at(20, 16), Remark.TODAY, id="no-date-still-ahead"),
        pytest.param("8時 会議", at(21, 8), Remark.TOMORROW, id="no-date-and-over"),
    ],
)
def test_f35_what_is_assumed_is_said(text: str, start: datetime, remark: Remark) -> None:
    wish = made(text)

    assert span(wish)[0] == start
    assert remark in wish.remarks


def test_f35_eight_oclock_said_at_night_is_stated_and_the_other_reading_is_a_button() -> None:
    now = FRIDAY.replace(hour=19)

    wish = made("8時 会議", now)

    assert span(wish)[0] in {at(21, 8), at(20, 20)}
    assert wish.remarks
    assert wish.other is not None or Remark.TOMORROW in wish.remarks


def test_f35_todays_weekday_is_asked_about_with_both_days_as_buttons() -> None:
    reply = planned("月曜15時 会議", MONDAY)

    assert isinstance(reply, AskReading)
    labels = [offer.label for offer in reply.offers]
    days = {label.when.start.date() for label in labels if isinstance(label, PickTime) and isinstance(label.when, Span)}
    assert days == {date(2026, 11, 23), date(2026, 11, 30)}
    assert labels[-1] is Choice.NO


@pytest.mark.parametrize("text", ["2/30 15時 会議", "13月1日 会議", "明日25:61 会議"])
def test_f35_what_does_not_exist_is_explained_and_asked(text: str) -> None:
    reply = planned(text)

    assert isinstance(reply, AskReading)
    assert reply.doubt is Doubtful.NONSENSE


def test_f36_tomorrow_is_counted_from_when_it_was_said() -> None:
    wish = made("明日15時 会議", FRIDAY.replace(hour=23, minute=59, second=59), late=2.0)

    assert span(wish)[0] == at(21, 15)


def test_what_has_begun_when_an_outage_is_over_is_asked_about() -> None:
    prompt = planned("5分後に会議")
    late = planned("5分後に会議", late=1800.0)

    assert isinstance(prompt, CreateAppointment)
    assert isinstance(late, AskReading)
    assert late.doubt is Doubtful.PAST


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        pytest.param("設計レビューを入れて", AskWhen, id="no-time"),
        pytest.param("明日15時から1時間", AskTitle, id="no-title"),
        pytest.param("キャンセルして", AskTarget, id="no-target"),
        pytest.param("お疲れさまでした", NotUnderstood, id="chat"),
        pytest.param("やっぱり木曜", (CannotDo, AskTitle), id="nothing-to-correct"),
    ],
)
def test_what_is_missing_is_asked(text: str, reply: type[Reply] | tuple[type[Reply], ...]) -> None:
    assert isinstance(planned(text), reply)


@pytest.mark.parametrize(
    ("missing", "wish", "answer", "title", "start"),
    [
        pytest.param(Missing.WHEN, Wish("棚卸", None, "Asia/Tokyo"), "明日15時", "棚卸", at(21, 15), id="when"),
        pytest.param(
            Missing.WHEN, Wish("棚卸", None, "Asia/Tokyo"), "明日15時から", "棚卸", at(21, 15), id="when-from"
        ),
        pytest.param(Missing.TITLE, Wish("", AFTERNOON, "Asia/Tokyo"), "棚卸", "棚卸", at(21, 15), id="title"),
        pytest.param(Missing.TITLE, Wish("", AFTERNOON, "Asia/Tokyo"), "棚卸です", "棚卸", at(21, 15), id="politely"),
    ],
)
def test_an_answer_completes_what_was_asked(
    missing: Missing, wish: Wish, answer: str, title: str, start: datetime
) -> None:
    pending = Pending(missing, FRIDAY + timedelta(minutes=9), wish)

    whole = made(answer, pending=pending)

    assert whole.title.startswith(title)
    assert span(whole)[0] == start


def test_a_new_command_is_no_answer() -> None:
    pending = Pending(Missing.WHEN, FRIDAY + timedelta(minutes=9), Wish("棚卸", None, "Asia/Tokyo"))

    wish = made("明日15時から1時間 設計レビュー", pending=pending)

    assert wish.title == "設計レビュー"


@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        pytest.param("やっぱり16時から", at(21, 16), timedelta(hours=1), id="another-hour"),
        pytest.param("30分に", at(21, 15), timedelta(minutes=30), id="another-length"),
        pytest.param("やっぱり月曜", at(23, 15), timedelta(hours=1), id="another-day"),
    ],
)
def test_a_correction_changes_what_was_said_and_keeps_the_rest(text: str, start: datetime, length: timedelta) -> None:
    command = planned(text, recent=RECENT)

    assert isinstance(command, MoveAppointment)
    when = retimed(AFTERNOON, command.change, command.zone)
    assert isinstance(when, Span)
    assert (when.start, when.length) == (start, length)


def test_when_something_is_looks_for_it_in_the_coming_weeks() -> None:
    when = planned("歯医者はいつ？")
    today = planned("会議の予定は？")
    tomorrow = planned("明日の会議ある？")

    assert isinstance(when, ListAppointments)
    assert (when.title, when.days.first, when.upcoming) == ("歯医者", date(2026, 11, 20), True)
    assert when.days.last > date(2027, 1, 1)
    assert isinstance(today, ListAppointments)
    assert (today.days, today.upcoming) == (Days(date(2026, 11, 20), date(2026, 11, 20)), False)
    assert isinstance(tomorrow, ListAppointments)
    assert tomorrow.title == ""  # a meeting may be called anything


def test_lists_cancels_and_moves_become_their_commands() -> None:
    listed = planned("来週の予定")
    cancelled = planned("明日の設計レビューをキャンセル")
    moved = planned("設計レビューを17時に変更")

    assert isinstance(listed, ListAppointments)
    assert listed.days == Days(date(2026, 11, 23), date(2026, 11, 29))
    assert not listed.upcoming
    assert isinstance(cancelled, CancelMatching)
    assert (cancelled.target.title, cancelled.target.when) == (
        "設計レビュー",
        Days(date(2026, 11, 21), date(2026, 11, 21)),
    )
    assert isinstance(moved, MoveMatching)
    assert moved.target.title == "設計レビュー"
    assert not moved.change.has_date


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("設計レビューを来週に変更", at(28, 15), id="to-next-week"),
        pytest.param("設計レビューを来月に変更", at(21, 15, month=12), id="to-next-month"),
    ],
)
def test_an_event_that_moves_to_another_week_or_month_keeps_its_day(text: str, start: datetime) -> None:
    command = planned(text)

    assert isinstance(command, MoveMatching)
    when = retimed(AFTERNOON, command.change, command.zone)
    assert when == Span(start, start + timedelta(hours=1))


def test_a_whole_day_that_moves_to_another_week_stays_a_day() -> None:
    command = planned("棚卸を来週に変更")

    assert isinstance(command, MoveMatching)
    when = retimed(Days(date(2026, 11, 19), date(2026, 11, 19)), command.change, command.zone)
    assert when == Days(date(2026, 11, 26), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来週の中島さんの予定教えて", "中島"),
        ("is Ann free tomorrow?", "Ann"),
        ("王伟明天有什么安排", "王伟"),
        ("김민수님 내일 일정", "김민수"),
    ],
)
def test_whoever_asks_for_a_colleagues_calendar_is_not_shown_his_own(text: str, name: str) -> None:
    assert planned(text) == CannotDo(Absent.OTHERS, name)
