"""What LINE WORKS takes: labels of 20 characters, texts of 2,000 (1,000 with buttons), 300 for a press. An emoji may count twice."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.messages.plain import characters, shortened
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from handlers.commands import Remark
from handlers.offers import Choice, Label, PickAppointment, PickPerson, PickTime
from handlers.replies import Created, Help, offers_of
from providers.contract import Days, Invitee, Span
from tests.messages.samples import FULL, REVIEW, UNDO, VIEW, hostile

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)

FAR = "America/Argentina/ComodRivadavia"
LONG_TIME = Span(
    datetime(2027, 11, 20, 10, 30, tzinfo=ZoneInfo(FAR)), datetime(2028, 12, 31, 23, 59, tzinfo=ZoneInfo(FAR))
)
LONG_DAYS = Days(date(2027, 11, 20), date(2028, 12, 31))
LONG_TEXTS = [
    pytest.param("あ" * 10_000, id="kana"),
    pytest.param("😀" * 10_000, id="emoji"),
    pytest.param("e\u0301" * 10_000, id="accents"),
    pytest.param("\u0301" * 10_000, id="nothing-but-accents"),
    pytest.param("word " * 2_000, id="blanks"),
]


def fits(words: Words, label: Label) -> bool:
    """Whether LINE WORKS takes the button."""
    shown, said = words.label(label, VIEW), words.pressed(label, VIEW)
    return 0 < characters(shown) <= 20 and 0 < characters(said) <= 300


@languages
def test_every_button_that_always_says_the_same_fits(words: Words) -> None:
    assert [choice for choice in Choice if not fits(words, choice)] == []


@languages
@pytest.mark.parametrize("text", LONG_TEXTS)
@pytest.mark.parametrize("when", [pytest.param(LONG_TIME, id="time"), pytest.param(LONG_DAYS, id="days")])
def test_a_button_is_cut_to_fit(when: Span | Days, text: str, words: Words) -> None:
    assert fits(words, PickTime(when, FAR))
    assert fits(words, PickPerson(text, text))
    assert fits(words, PickPerson("", "a" * 200))
    assert fits(words, PickAppointment(text, when, FAR))
    assert fits(words, PickAppointment("", when, FAR))


@languages
@pytest.mark.parametrize("text", LONG_TEXTS)
def test_f22_ten_thousand_characters_fit_into_a_message(text: str, words: Words) -> None:
    for reply in hostile(text):
        said = words.text(reply, VIEW)

        assert 0 < characters(said) <= (1000 if offers_of(reply) else 2000)
        assert "…" in said or text[:3] not in said


@languages
def test_the_time_and_the_calendar_of_the_longest_answer_survive(words: Words) -> None:
    crowd = tuple(Invitee(f"{n}@example.com", "寿限無" * 20, optional=n % 2 == 1) for n in range(200))
    longest = Created(
        replace(FULL, title="題" * 300, invitees=crowd),
        "暦" * 300,
        reminders=tuple(timedelta(minutes=n) for n in range(100)),
        remarks=tuple(Remark),
        offers=(UNDO,),
    )

    lines = words.text(longest, VIEW).splitlines()

    assert words.when(FULL.when, FULL.zone, VIEW) == lines[1]
    assert "暦" in lines[2]
    assert lines[-1] == "…"
    assert characters("\n".join(lines)) <= 1000


@languages
def test_a_crowd_is_counted(words: Words) -> None:
    crowd = tuple(Invitee(f"{n}@example.com", f"N{n}") for n in range(14))

    text = words.text(Created(replace(REVIEW, invitees=crowd), ""), VIEW)

    assert "N9" in text
    assert "N10" not in text
    assert words.more_people.format(count=4) in text


@languages
def test_a_help_text_is_shown_whole(words: Words) -> None:
    text = words.text(Help(in_room=True), VIEW)

    assert all(example in text for example in words.examples)


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        pytest.param("あいうえお", 5, "あいうえお", id="fits"),
        pytest.param("あいうえお", 4, "あいう…", id="cut"),
        pytest.param("😀😀😀", 6, "😀😀😀", id="emoji-count-twice"),
        pytest.param("😀😀😀", 5, "😀😀…", id="emoji-are-not-halved"),
        pytest.param("cafe\u0301s", 5, "caf…", id="an-accent-stays-with-its-letter"),
        pytest.param("ab👩\u200d💻cd", 7, "ab…", id="a-joined-emoji-is-not-torn"),
        pytest.param("ab👍\U0001f3fdcd", 6, "ab…", id="a-skin-tone-stays-with-its-hand"),
        pytest.param("abc def", 5, "abc…", id="no-blank-before-the-dots"),
    ],
)
def test_a_text_is_cut_between_letters(text: str, longest: int, cut: str) -> None:
    assert shortened(text, longest) == cut
