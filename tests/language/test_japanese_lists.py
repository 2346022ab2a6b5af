"""Days that Japanese lists: in a row they are one range, others are days to choose from; and whose guest somebody is."""

import pytest

from bot.language.intent import Kind, Reading
from tests.language.reading import moment, reading

_ROW = (
    "12/5・6",
    "12/5、6",
    "12/5,6",
    "12/5と6",
    "12/5・12/6",
    "12/5(土)・6(日)",
    "12月5日・6日",
    "12月5日と6日",
    "5日・6日",
)


@pytest.mark.parametrize("days", _ROW)
def test_days_in_a_row_are_one_range(days: str) -> None:
    intent = reading(f"{days} 展示会")

    assert (intent.title, intent.start, intent.end) == ("展示会", moment("2026-12-05"), moment("2026-12-06"))
    assert intent.ask == ()


@pytest.mark.parametrize("days", ["12/5・8", "12月5日・8日", "来週火木"])
def test_days_apart_are_asked_about(days: str) -> None:
    assert reading(f"{days} 展示会").ask


@pytest.mark.parametrize("days", ["12/5〜7", "12/5・6・7", "12月5日から7日"])
def test_days_that_share_a_start_are_asked_about_and_do_not_begin_at_midnight(days: str) -> None:
    intent = reading(f"{days} 10時から研修")

    assert intent.ask
    assert intent.start == moment("2026-12-05T10:00")


@pytest.mark.parametrize("house", ["営業", "品質保証部", "B社", "三和印刷", "監査法人"])
@pytest.mark.parametrize(
    "sentence", ["{}の工藤さんと明日15時 面談", "明日15時 面談 {}の工藤さん", "明日15時に{}の工藤さんと面談"]
)
def test_whose_somebody_is_does_not_go_into_the_title(sentence: str, house: str) -> None:
    intent = reading(sentence.format(house))

    assert (intent.title, intent.attendees) == ("面談", ("工藤",))


@pytest.mark.parametrize("asked", ["今日のJicoo", "今日のJicooは？", "今日のJicoo見せて", "今日のバックオフィス教えて"])
def test_the_day_of_a_system_is_a_list(asked: str) -> None:
    intent = reading(asked)

    assert (intent.kind, intent.start, intent.title) == (Kind.LIST, moment("2026-11-20"), "")
    assert intent.provider == ("jicoo" if "Jicoo" in asked else "backoffice")


def test_an_event_that_moves_by_hours_moves_within_its_day() -> None:
    intent = reading("9時の点検を11時に変更")

    assert intent.start == moment("2026-11-20T11:00")
    assert intent.original is not None
    assert intent.original.start == moment("2026-11-20T09:00")


@pytest.mark.parametrize("days", ["12/5〜7", "12/5から12/7", "12月5日から7日"])
def test_a_time_behind_a_range_of_days_is_asked_about_for_it_may_be_on_each_of_them(days: str) -> None:
    intent = reading(f"{days} 15時 研修")

    assert (intent.start, intent.end) == (moment("2026-12-05T00:00"), moment("2026-12-07T15:00"))
    assert [ask.readings for ask in intent.ask] == [
        (Reading(moment("2026-12-05T15:00"), None, "FREQ=DAILY;COUNT=3"),),
    ]
    assert not reading(f"{days} 15時まで 研修").ask
