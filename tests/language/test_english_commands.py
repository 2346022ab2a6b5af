"""English commands put together from their parts: whatever stands around them, each part comes back and nothing is left over."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.intent import Kind
from tests.language.reading import NOW, TOKYO, doubts, moment, reading

_GREETINGS = st.sampled_from(
    ["", "Hi, ", "Hello Yotei, ", "Good morning! ", "hey, when you have a sec, ", "Sorry to bother you, ", "Yotei, "]
)
_REQUESTS = st.sampled_from(
    ["", "please ", "could you please ", "can you ", "I'd like to ", "we need to ", "let's ", "any chance you could "]
)
_CREATES = st.sampled_from(["schedule a", "book a", "add a", "set up a", "arrange a", "pencil in a", "create a new"])
_CANCELS = st.sampled_from(["cancel the", "call off the", "delete my", "scrap the", "get rid of the", "drop the"])
_MOVES = st.sampled_from(["move the", "push the", "reschedule my", "bump the", "shift the", "switch the"])
_THANKS = st.sampled_from(["", " please", ", thanks", ", thank you!", " if possible"])
_TITLES = st.sampled_from(["design review", "Vision 2030 talk", "June launch recap", "4K test", "pricing sync", "demo"])
_PEOPLE = st.sampled_from(["Hanako", "Ken", "Priya", "Aoki", "Mary"])
_PLACES = st.sampled_from(["Room 4B", "meeting room 3", "Blue Bottle", "the Shinjuku office", "HQ", "Tokyo Station"])
_DAYS = st.sampled_from(
    [
        (date(2026, 11, 21), "tomorrow"),
        (date(2026, 11, 23), "on Monday"),
        (date(2026, 11, 24), "next Tuesday"),
        (date(2026, 12, 3), "on Dec 3"),
    ]
)
_HOURS = st.integers(7, 20).map(lambda hour: (time(hour), f"at {hour % 12 or 12}{'am' if hour < 12 else 'pm'}"))

Day = tuple[date, str]
Hour = tuple[time, str]


@given(_GREETINGS, _REQUESTS, _CREATES, _TITLES, _PEOPLE, _PLACES, _DAYS, _HOURS, _THANKS)
@settings(max_examples=1000, deadline=None)
def test_who_where_and_when_come_back(
    greeting: str, request: str, order: str, title: str, name: str, place: str, day: Day, hour: Hour, thanks: str
) -> None:
    where = f"{'at' if place in ('Blue Bottle', 'HQ', 'Tokyo Station', 'the Shinjuku office') else 'in'} {place}"

    intent = reading(f"{greeting}{request}{order} {title} with {name} {where} {day[1]} {hour[1]}{thanks}")

    assert (intent.kind, intent.title, intent.attendees) == (Kind.CREATE, title, (name,))
    assert intent.location == place.removeprefix("the ")
    assert intent.start == datetime.combine(day[0], hour[0], TOKYO)
    assert doubts(intent) == []


@given(_GREETINGS, _REQUESTS, _CANCELS, _TITLES, _PEOPLE, _DAYS, _THANKS)
@settings(max_examples=300, deadline=None)
@example("", "", "call off the", "demo", "Ken", (date(2026, 11, 21), "tomorrow"), "")
def test_what_is_to_be_cancelled_comes_back(
    greeting: str, request: str, order: str, title: str, name: str, day: Day, thanks: str
) -> None:
    intent = reading(f"{greeting}{request}{order} {title} with {name} {day[1]}{thanks}")

    assert (intent.kind, intent.title, intent.attendees) == (Kind.CANCEL, title, (name,))
    assert intent.start == day[0]


@given(_GREETINGS, _REQUESTS, _MOVES, _TITLES, _DAYS, _HOURS, _THANKS)
@settings(max_examples=300, deadline=None)
def test_where_it_is_to_be_moved_comes_back(
    greeting: str, request: str, order: str, title: str, day: Day, hour: Hour, thanks: str
) -> None:
    intent = reading(f"{greeting}{request}{order} {title} to {day[1].removeprefix('on ')} {hour[1]}{thanks}")

    assert (intent.kind, intent.title) == (Kind.RESCHEDULE, title)
    assert intent.start == datetime.combine(day[0], hour[0], TOKYO)


@pytest.mark.parametrize(
    ("sentence", "shift"),
    [
        pytest.param("bring forward the demo by 15 minutes", timedelta(minutes=-15), id="verb-first"),
        pytest.param("bring the demo forward by 15 minutes", timedelta(minutes=-15), id="verb-around"),
        pytest.param("move up the demo by an hour", timedelta(hours=-1), id="up"),
        pytest.param("push back the demo by an hour", timedelta(hours=1), id="back"),
        pytest.param("set the demo back 15 minutes", timedelta(minutes=15), id="set-back"),
    ],
)
def test_which_way_it_is_moved_is_told_by_the_verb(sentence: str, shift: timedelta) -> None:
    intent = reading(sentence)

    assert (intent.kind, intent.title, intent.shift) == (Kind.RESCHEDULE, "demo", shift)


@pytest.mark.parametrize(
    ("sentence", "title", "start"),
    [
        pytest.param("Friday drinks on Dec 11 at 6pm", "Friday drinks", "2026-12-11T18:00", id="weekday"),
        pytest.param("evening class Monday 7pm", "evening class", "2026-11-23T19:00", id="part-of-the-day"),
        pytest.param("Black Friday review Tuesday 2pm", "Black Friday review", "2026-11-24T14:00", id="feast"),
        pytest.param("movie night Saturday 8pm", "movie night", "2026-11-21T20:00", id="night"),
        pytest.param("24/7 support talk Monday 2pm", "24/7 support talk", "2026-11-23T14:00", id="round-the-clock"),
        pytest.param("add 'Lunch on Monday' tomorrow 2pm", "Lunch on Monday", "2026-11-21T14:00", id="single-quotes"),
    ],
)
def test_days_that_a_title_names_stay_in_it(sentence: str, title: str, start: str) -> None:
    intent = reading(sentence)

    assert (intent.title, intent.start) == (title, moment(start))
    assert doubts(intent) == []


@pytest.mark.parametrize("sentence", ["call in 1h 30m", "call in 1h30m"])
def test_short_units_are_read(sentence: str) -> None:
    assert reading(sentence).start == NOW + timedelta(minutes=90)


def test_a_delay_by_a_length_is_no_new_length() -> None:
    intent = reading("delay the demo 20 minutes")

    assert (intent.shift, intent.duration) == (timedelta(minutes=20), None)


def test_a_move_by_a_length_that_does_not_say_which_way_is_asked_about() -> None:
    assert reading("move the demo 20 minutes").ask
    assert not reading("change the demo to 45 minutes").ask
