"""A weekday written with a slip is that weekday, and never silently another day."""

import pytest

from tests.language.reading import moment, reading


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        pytest.param("sync thrusday 4pm", "2026-11-26T16:00", id="swapped"),
        pytest.param("sync on wednsday 4pm", "2026-11-25T16:00", id="left-out"),
        pytest.param("sync mondday 4pm", "2026-11-23T16:00", id="doubled"),
    ],
)
def test_a_slip_in_a_weekday_is_understood(sentence: str, start: str) -> None:
    intent = reading(sentence)

    assert (intent.title, intent.start) == ("sync", moment(start))


@pytest.mark.parametrize("sentence", ["sync next thrusday 4pm", "来週の火燿 14時 定例", "金耀日15時 会議"])
def test_a_slip_that_may_mean_another_week_or_day_is_asked_about(sentence: str) -> None:
    assert reading(sentence).ask
