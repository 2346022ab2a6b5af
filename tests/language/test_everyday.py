"""The sentences people write every day, in Japanese and English."""

import pytest

from bot.language.intent import Assumption, Doubt, Kind
from tests.language.reading import moment, reading

C, X, R, L = Kind.CREATE, Kind.CANCEL, Kind.RESCHEDULE, Kind.LIST


@pytest.mark.parametrize(
    ("sentence", "kind", "title", "start", "end"),
    [
        pytest.param("明日15時 設計レビュー", C, "設計レビュー", "2026-11-21T15:00", None, id="no-verb"),
        pytest.param("明日15時から1時間 設計レビュー", C, "設計レビュー", "2026-11-21T15:00", "2026-11-21T16:00", id="length"),
        pytest.param("来週の火曜10時半〜12時 定例会議", C, "定例会議", "2026-11-24T10:30", "2026-11-24T12:00", id="half-past"),
        pytest.param("12/1(火) 14:00-15:30 商談", C, "商談", "2026-12-01T14:00", "2026-12-01T15:30", id="slash-and-colon"),
        pytest.param("12月1日１４時から役員会を登録してください", C, "役員会", "2026-12-01T14:00", None, id="full-width"),
        pytest.param("明日の設計レビューをキャンセル", X, "設計レビュー", "2026-11-21", None, id="cancel"),
        pytest.param("15時の会議消して", X, "会議", "2026-11-20T15:00", None, id="cancel-by-time"),
        pytest.param("今日の予定", L, "", "2026-11-20", None, id="list"),
        pytest.param("来週何がある？", L, "", "2026-11-23", "2026-11-29", id="list-week"),
        pytest.param("設計レビューを16時に変更", R, "設計レビュー", "2026-11-20T16:00", None, id="reschedule"),
        pytest.param("3時の会議を4時に", R, "会議", "2026-11-20T16:00", None, id="reschedule-without-verb"),
        pytest.param("23時から1時 メンテナンス", C, "メンテナンス", "2026-11-20T23:00", "2026-11-21T01:00", id="over-midnight"),
        pytest.param("13-14時 ランチ", C, "ランチ", "2026-11-20T13:00", "2026-11-20T14:00", id="one-unit-for-two"),
        pytest.param("12/24-26 出張", C, "出張", "2026-12-24", "2026-12-26", id="days-inclusive"),
        pytest.param("令和8年12月10日 10時 式典", C, "式典", "2026-12-10T10:00", None, id="era"),
        pytest.param("夜8時 懇親会", C, "懇親会", "2026-11-20T20:00", None, id="evening"),
        pytest.param("明日の10時5分前 集合", C, "集合", "2026-11-21T09:55", None, id="minutes-before"),
        pytest.param("2026-12-04T01:00:00Z 監査", C, "監査", "2026-12-04T10:00", None, id="utc"),
        pytest.param("20261204T101500-0500 sync", C, "sync", "2026-12-05T00:15", None, id="behind-utc"),
        pytest.param("review 2026-12-04T01:00Z until 3:30", C, "review", "2026-12-04T10:00", "2026-12-04T12:30", id="end-by-the-same-clock"),
        pytest.param("先ほど入れた見学会をキャンセル", X, "見学会", None, None, id="made-just-now"),
        pytest.param("月末 締め会", C, "締め会", "2026-11-30", None, id="month-end"),
        pytest.param("cancel my 3pm", X, "", "2026-11-20T15:00", None, id="en-cancel"),
        pytest.param("tomorrow 3pm design review", C, "design review", "2026-11-21T15:00", None, id="en-no-verb"),
        pytest.param("move my 3pm to 4pm", R, "", "2026-11-20T16:00", None, id="en-move"),
        pytest.param("what's on my calendar tomorrow?", L, "", "2026-11-21", None, id="en-list"),
        pytest.param("Lunch next Tuesday noon to 1:30", C, "Lunch", "2026-11-24T12:00", "2026-11-24T13:30", id="en-range"),
    ],
)  # fmt: skip
def test_a_sentence_says_what_and_when(
    sentence: str, kind: Kind, title: str, start: str | None, end: str | None
) -> None:
    intent = reading(sentence)

    assert (intent.kind, intent.title) == (kind, title)
    assert (intent.start, intent.end) == (moment(start), moment(end))
    assert not intent.ask


@pytest.mark.parametrize(
    "sentence",
    [
        "来週は台風が来るって",
        "土曜は楽しかったね",
        "10分で着きます",
        "Great game on Sunday",
        "I'll be there in 10 minutes",
        "明日は雨らしいよ",
        "お疲れ様です",
    ],
)
def test_chat_asks_for_nothing(sentence: str) -> None:
    assert reading(sentence).kind is Kind.NONE


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        pytest.param("2/30 会議", Doubt.NONSENSE, id="february-30"),
        pytest.param("13月1日 会議", Doubt.NONSENSE, id="month-13"),
        pytest.param("25:61 会議", Doubt.NONSENSE, id="minute-61"),
        pytest.param("11月32日 棚卸", Doubt.NONSENSE, id="day-32"),
        pytest.param("三十五時から 会議", Doubt.NONSENSE, id="hour-35"),
        pytest.param("来々々週の会議", Doubt.RESIDUE, id="no-such-word"),
        pytest.param("今日8:00 朝会 2025/1/1", Doubt.AMBIGUOUS, id="two-dates"),
        pytest.param("2026/11/1 10:00 会議", Doubt.PAST, id="over"),
        pytest.param("金曜15時 会議", Doubt.AMBIGUOUS, id="todays-weekday"),
        pytest.param("11/19 会議", Doubt.AMBIGUOUS, id="yesterdays-date"),
        pytest.param("3ish coffee", Doubt.VAGUE, id="vague"),
    ],
)
def test_what_is_not_sure_is_asked(sentence: str, doubt: Doubt) -> None:
    assert doubt in [ask.doubt for ask in reading(sentence).ask]


@pytest.mark.parametrize(
    ("sentence", "rule", "start"),
    [
        pytest.param("毎週木曜18時 筋トレ", "FREQ=WEEKLY;BYDAY=TH", "2026-11-26T18:00", id="weekly"),
        pytest.param("毎週水・金 9時 朝会", "FREQ=WEEKLY;BYDAY=WE,FR", "2026-11-25T09:00", id="two-weekdays"),
        pytest.param("隔週月曜 10時 1on1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-23T10:00", id="every-other"),
        pytest.param("毎月第3木曜 10時 役員会", "FREQ=MONTHLY;BYDAY=3TH", "2026-12-17T10:00", id="third-thursday"),
        pytest.param("毎月10日 経費締め", "FREQ=MONTHLY;BYMONTHDAY=10", "2026-12-10", id="day-of-month"),
        pytest.param("平日毎日 9時 朝会", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23T09:00", id="working-days"),
    ],
)
def test_a_repetition_is_a_rule_and_its_first_time(sentence: str, rule: str, start: str) -> None:
    intent = reading(sentence)

    assert (intent.recurrence, intent.start) == (rule, moment(start))


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("4K配信テスト 明日10時", "4K配信テスト"),
        ("三月期決算 12/3 10時", "三月期決算"),
        ("6月度売上会議を来週月曜13時に登録してください", "6月度売上会議"),
        ("日曜大工の会 土曜10時", "日曜大工の会"),
        ("Vision 2030 talk on Dec 1 at 2pm", "Vision 2030 talk"),
        ("June launch recap tomorrow 11am", "June launch recap"),
        ("明日15時「6月3日の振り返り」を登録", "6月3日の振り返り"),
    ],
)
def test_date_like_words_stay_in_a_title(sentence: str, title: str) -> None:
    assert reading(sentence).title == title


def test_a_bare_five_oclock_is_the_afternoon_and_says_so() -> None:
    intent = reading("明日5時 打ち合わせ")

    assert intent.start == moment("2026-11-21T17:00")
    assert [note.assumption for note in intent.notes] == [Assumption.AFTERNOON]


def test_a_name_with_a_blank_is_one_person_when_it_is_known() -> None:
    intent = reading("明日15時 定例 @佐藤 花子 @鈴木さん", names=("佐藤 花子", "佐藤"))

    assert (intent.title, intent.attendees) == ("定例", ("佐藤 花子", "鈴木"))
