"""Lists of events: complete or saying that they are not, and private where they must be."""

from datetime import date, timedelta

import pytest

from bot.messages.plain import characters
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from handlers.replies import Agenda, Line
from providers.contract import Days, Span
from tests.messages.samples import TOKYO, VIEW, at, span

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
japanese = LANGUAGES["ja_JP"]

TODAY = Days(date(2026, 11, 20), date(2026, 11, 20))
THREE_DAYS = Days(date(2026, 11, 20), date(2026, 11, 22))


def below(days: Days, *lines: Line) -> list[str]:
    """The lines under the heading, in Japanese."""
    return japanese.text(Agenda(days, TOKYO, "", lines), VIEW).splitlines()[1:]


def test_over_several_days_each_day_with_events_has_a_heading_with_its_weekday() -> None:
    lines = below(
        THREE_DAYS,
        Line("朝会", span(20, 9, 10)),
        Line("定例", span(20, 10, 11)),
        Line("納会", span(22, 18, 20)),
    )

    assert lines == [
        "11月20日(金)",
        "・09:00〜10:00 朝会",
        "・10:00〜11:00 定例",
        "11月22日(日)",
        "・18:00〜20:00 納会",
    ]


def test_of_one_day_only_the_heading_names_it() -> None:
    assert below(TODAY, Line("朝会", span(20, 9, 10))) == ["・09:00〜10:00 朝会"]


def test_an_event_over_midnight_stands_where_it_begins_and_names_its_other_day() -> None:
    night = Line("夜間作業", Span(at(11, 20, 23), at(11, 21, 1)))

    assert below(THREE_DAYS, night) == ["11月20日(金)", "・23:00〜11月21日(土) 01:00 夜間作業"]
    assert below(Days(date(2026, 11, 21), date(2026, 11, 21)), night) == ["・11月20日(金) 23:00〜01:00 夜間作業"]


def test_what_began_before_and_lasts_longer_names_both_days() -> None:
    trip = Line("出張", Span(at(11, 18, 9), at(11, 24, 18)))

    assert below(TODAY, trip) == ["・11月18日(水) 09:00〜11月24日(火) 18:00 出張"]


def test_whole_days_come_with_all_their_days() -> None:
    assert below(TODAY, Line("休暇", TODAY)) == ["・終日 休暇"]
    assert below(TODAY, Line("休暇", Days(date(2026, 11, 19), date(2026, 11, 23)))) == [
        "・11月19日(木)〜11月23日(月) 休暇"
    ]


def test_the_times_are_those_of_the_agendas_zone() -> None:
    call = Line("Call", Span(at(11, 20, 9, zone="America/New_York"), at(11, 20, 10, zone="America/New_York")))

    assert below(TODAY, call) == ["・23:00〜11月21日(土) 00:00 Call"]


@languages
def test_a_private_event_shows_its_time_and_nothing_else(words: Words) -> None:
    lines = words.text(Agenda(TODAY, TOKYO, "", (Line("", span(20, 17, 18)),)), VIEW).splitlines()

    assert lines[1].endswith(f"18:00 {words.busy}")


@languages
def test_an_empty_list_does_not_promise_free_time(words: Words) -> None:
    text = words.text(Agenda(TODAY, TOKYO, "", ()), VIEW)

    assert not [word for word in ("空き", "free", "비어", "빈", "有空", "空闲", "空檔") if word in text]


@languages
def test_a_list_too_long_for_a_message_says_how_many_are_missing(words: Words) -> None:
    begin = at(11, 20, 9)
    many = tuple(
        Line(f"打ち合わせ{n:03} " + "あ" * 60, Span(begin, begin + timedelta(hours=1)), "会議室") for n in range(300)
    )

    text = words.text(Agenda(TODAY, TOKYO, "", many), VIEW)

    shown = sum("打ち合わせ" in line for line in text.splitlines())
    assert 10 < shown < 300
    assert text.splitlines()[-1] == words.more_events.format(count=300 - shown)
    assert characters(text) <= 2000


def test_a_meetings_link_stands_below_it_and_half_a_link_nowhere() -> None:
    assert below(TODAY, Line("定例", span(20, 9, 10), link="https://meet.example.com/abc"))[1:] == [
        "  https://meet.example.com/abc"
    ]
    assert below(TODAY, Line("定例", span(20, 9, 10), link="https://meet.example.com/" + "a" * 300))[1:] == []
