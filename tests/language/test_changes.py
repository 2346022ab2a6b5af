"""What else people want changed, or taken out, than when an event begins."""

import pytest

from bot.language.intent import Doubt, Kind
from tests.language.reading import doubts, moment, reading


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会議の終了時間を17時にして", id="ja"),
        pytest.param("change the end time to 5pm", id="en"),
        pytest.param("把会议结束时间改成5点", id="zh"),
        pytest.param("회의 끝나는 시간 5시로 해줘", id="ko"),
    ],
)
def test_a_new_end_is_no_new_beginning(text: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.start, meant.end) == (Kind.RESCHEDULE, None, moment("2026-11-20T17:00"))
    assert Doubt.VAGUE in doubts(meant)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("研修の場所を会議室Bに変更", id="ja-place"),
        pytest.param("会議のタイトルを予算会議に変更", id="ja-title"),
        pytest.param("把会议名称改为预算会", id="zh-title"),
        pytest.param("회의 장소 B회의실로 바꿔줘", id="ko-place"),
        pytest.param("회의 이름 예산회의로 변경", id="ko-title"),
    ],
)
def test_a_title_or_a_place_is_not_moved(text: str) -> None:
    assert reading(text).kind is Kind.NONE


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        pytest.param("明日10時→14時に変更 営業会議", "営業会議", "2026-11-21T14:00", id="title-last"),
        pytest.param("make the review start at 16:00", "review", "2026-11-20T16:00", id="start-at"),
        pytest.param("设计评审还是周四4点吧", "设计评审", "2026-11-26T16:00", id="rather"),
        pytest.param("今天的会改到明天同一时间", "会", "2026-11-21", id="the-same-time"),
    ],
)
def test_an_event_is_moved(text: str, title: str, start: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.title, meant.start) == (Kind.RESCHEDULE, title, moment(start))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("昨日入れた歯医者を消して", "歯医者", id="put-in-yesterday"),
        pytest.param("先週登録した面談キャンセル", "面談", id="last-week"),
        pytest.param("今週の定例スキップで", "定例", id="skipped"),
        pytest.param("cancel everything tomorrow morning", "", id="everything"),
    ],
)
def test_what_is_to_be_cancelled_is_found(text: str, title: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.title) == (Kind.CANCEL, title)
    assert meant.start is None or meant.start >= moment("2026-11-16" if title == "定例" else "2026-11-21")  # type: ignore[operator]


@pytest.mark.parametrize("text", ["歯医者いつだっけ？", "歯医者はいつでしたっけ", "次の歯医者いつだっけ"])
def test_when_something_is_needs_no_particle(text: str) -> None:
    meant = reading(text)

    assert (meant.kind, meant.title, meant.start) == (Kind.LIST, "歯医者", None)
