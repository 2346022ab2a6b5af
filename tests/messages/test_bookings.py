"""Cards and lists of bookings: what happened, when, who, and whether the calendars show it."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.messages.bookings import Gap
from bot.messages.facts import Fact
from bot.messages.plain import characters
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from handlers.announcements import BookingCard, BookingsFound, Change
from providers.bookings import Guest, Side
from providers.contract import Span
from tests.messages.announced import BOOKED, CARD, GUEST, LATER, QUIET
from tests.messages.samples import TOKYO, VIEW

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
japanese = LANGUAGES["ja_JP"]


def lines(card: BookingCard, words: Words = japanese) -> list[str]:
    """The card, line by line."""
    return words.text(card, VIEW).splitlines()


def found(words: Words, *cards: BookingCard) -> list[str]:
    """The list, line by line."""
    return words.text(BookingsFound(cards, TOKYO), VIEW).splitlines()


@languages
def test_the_guests_address_is_not_shown(words: Words) -> None:
    assert "@guest.example" not in words.text(CARD, VIEW)
    assert "@guest.example" not in "\n".join(found(words, CARD))


@languages
def test_nothing_is_said_of_a_guest_who_is_not_to_be_shown(words: Words) -> None:
    hidden = words.text(replace(CARD, guests=()), VIEW)

    assert words.facts[Fact.GUEST] not in hidden
    assert len(hidden.splitlines()) == 4  # what, when, host, link


@languages
def test_a_guest_without_a_name_is_no_empty_line(words: Words) -> None:
    assert words.facts[Fact.GUEST] not in words.text(replace(CARD, guests=(Guest(""),)), VIEW)


def test_who_moved_or_cancelled_is_said_where_it_is_known() -> None:
    assert lines(replace(QUIET, change=Change.CANCELLED, by=Side.HOST))[0].startswith(
        "予約がキャンセルされました（担当者）："
    )
    assert lines(replace(QUIET, change=Change.CANCELLED, by=None))[0].startswith("予約がキャンセルされました：")
    assert lines(replace(QUIET, change=Change.MADE, by=Side.GUEST))[0].startswith("新しい予約：")


def test_a_card_of_another_year_says_the_year() -> None:
    start = datetime(2027, 1, 8, 9, tzinfo=ZoneInfo(TOKYO))
    next_year = replace(QUIET, when=Span(start, start + timedelta(hours=1)))

    assert lines(next_year)[1] == "2027年1月8日(金) 09:00〜10:00（1時間）"


def test_a_move_shows_the_old_time_before_the_new_one() -> None:
    moved = replace(QUIET, change=Change.MOVED, before=BOOKED, when=LATER)

    assert lines(moved)[1:] == ["11月24日(火) 15:00〜16:00 → 11月26日(木) 10:00〜11:00（1時間）"]


@languages
def test_a_move_from_an_unknown_time_says_so(words: Words) -> None:
    moved = replace(QUIET, change=Change.MOVED, when=LATER)

    assert lines(moved, words)[2] == words.former_unknown
    assert words.former_unknown not in lines(replace(moved, before=BOOKED), words)
    assert words.former_unknown not in lines(replace(moved, change=Change.CANCELLED), words)


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        pytest.param("America/New_York", "ゲストの現地時刻：11月24日(火) 01:00〜02:00（America/New_York）", id="far"),
        pytest.param("Asia/Kathmandu", "ゲストの現地時刻：11月24日(火) 11:45〜12:45（Asia/Kathmandu）", id="f38-45min"),
        pytest.param("Asia/Tokyo", None, id="the-same"),
        pytest.param("Japan", None, id="another-name-of-the-same"),
        pytest.param("Asia/Seoul", None, id="another-zone-with-the-same-clock"),
        pytest.param("", None, id="not-told"),
        pytest.param("Mars/Olympus", "ゲストのタイムゾーン：Mars/Olympus", id="f38-unknown"),
        pytest.param("America", "ゲストのタイムゾーン：America", id="f38-a-folder"),
        pytest.param("../../etc/passwd", "ゲストのタイムゾーン：../../etc/passwd", id="f38-a-path"),
        pytest.param("X\0Y", "ゲストのタイムゾーン：XY", id="f38-nul"),
        pytest.param("z" * 10_000, f"ゲストのタイムゾーン：{'z' * 39}…", id="f38-endless"),
        pytest.param("\u202e", None, id="f38-invisible"),
    ],
)
def test_the_guests_own_time_stands_below_where_it_differs(zone: str, line: str | None) -> None:
    assert lines(replace(QUIET, guest_zone=zone))[2:] == ([line] if line else [])


@languages
@pytest.mark.parametrize("change", Change)
def test_a_calendar_that_does_not_show_the_booking_is_named(change: Change, words: Words) -> None:
    gaps = words.entries if change in (Change.MADE, Change.REQUESTED) else words.updates
    card = replace(QUIET, change=change, before=BOOKED, unmirrored=("佐藤",), hosts_known=False, pending=True)

    assert lines(card, words)[2:] == [
        gaps[Gap.NOBODY],
        gaps[Gap.REFUSED].format(names=words.person.format(name="佐藤")),
        gaps[Gap.LATER],
    ]


def test_the_names_of_hosts_in_a_sentence_are_polite() -> None:
    card = replace(QUIET, unmirrored=("佐藤", "鈴木"))

    assert "※佐藤さん、鈴木さんのカレンダーには登録できませんでした。" in lines(card)


@languages
def test_f22_an_answer_of_a_guest_cannot_pose_as_a_line_of_ours(words: Words) -> None:
    host = words.facts[Fact.HOSTS]
    sly = Guest("山田\n" + words.fact(Fact.HOSTS, "社長"), answers=((host, "社長"),))

    shown = lines(replace(QUIET, guests=(sly,)), words)

    assert not [line for line in shown if line.startswith(host)]


@languages
@pytest.mark.parametrize("letter", ["あ", "😀", "<m userId='all'>"])
def test_f22_when_and_whether_the_calendars_show_it_survive_the_longest_card(letter: str, words: Words) -> None:
    endless = letter * 10_000
    card = replace(
        CARD,
        change=Change.MOVED,
        before=LATER,
        title=endless,
        guest_zone="America/New_York",
        guests=(Guest(endless, endless, endless, endless, ((endless, endless),) * 20),) * 20,
        hosts=(endless,) * 20,
        unmirrored=(endless,) * 20,
        pending=True,
        reason=endless,
        place=endless,
        meeting="https://meet.example.com/" + "a" * 270,
    )

    text = words.text(card, VIEW)

    assert characters(text) <= 1000
    assert words.when(BOOKED, TOKYO, VIEW) in text
    assert words.updates[Gap.LATER] in text.splitlines()


@languages
def test_a_list_of_bookings_says_that_no_notice_had_come_and_counts_what_does_not_fit(words: Words) -> None:
    shown = found(words, *(replace(QUIET, title=f"N{n} " + "あ" * 60) for n in range(200)))

    listed = sum(line.startswith(words.bullet) for line in shown)
    assert shown[0] == words.bookings_found.format(count=200)
    assert "webhook" in shown[0].lower() or "웹훅" in shown[0]
    assert 10 < listed < 200
    assert shown[-1] == words.more_lines.format(count=200 - listed)


def test_a_booking_in_a_list_says_what_when_who_and_which_calendar_lacks_it() -> None:
    assert found(japanese, replace(CARD, unmirrored=("佐藤",)))[1:] == [
        "・新しい予約：製品のご相談（山田 花子）",
        "  11月24日(火) 15:00〜16:00（1時間）",
        "  ※佐藤さんのカレンダーには登録できませんでした。",
    ]


def test_only_the_first_answers_are_shown() -> None:
    talkative = replace(GUEST, answers=tuple((f"Q{n}", f"A{n}") for n in range(9)), message="")

    answers = [line for line in lines(replace(QUIET, guests=(talkative,))) if line.startswith("・")]

    assert answers == ["・Q0：A0", "・Q1：A1", "・Q2：A2"]
