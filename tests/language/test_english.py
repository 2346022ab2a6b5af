"""The English corpus: what we wrote down, what was held back, the talk that asks for nothing; and meanings read back."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.intent import Kind
from tests.language.corpora import Asked, acts, answer, differences, sentences
from tests.language.reading import NOW, TOKYO, doubts, reading

_HELD_AT_LEAST = 0.9  # of sentences that were written before the grammar and never tuned on
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_TITLES = st.sampled_from(
    ["design review", "lunch", "Q3 numbers", "4K broadcast test", "June launch recap", "sales sync"]
)


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("en_tuned")])
def test_a_sentence_means_what_was_written_down(asked: Asked) -> None:
    assert differences(asked) == {}


def test_nearly_every_sentence_that_was_held_back_is_read_right() -> None:
    held = sentences("en_held")

    right = [asked for asked in held if not differences(asked)]

    assert len(right) >= _HELD_AT_LEAST * len(held)


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("en_chat")])
def test_talk_asks_for_nothing(asked: Asked) -> None:
    assert not acts(answer(asked))


def _in_words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@st.composite
def _dates(draw: st.DrawFn) -> tuple[date, str]:
    """A day within a year, and one of the ways to write it."""
    day = NOW.date() + timedelta(days=draw(st.integers(3, 360)))
    nth = f"{day.day}{_suffix(day.day)}"
    written = [
        f"{day:%B} {day.day}",
        f"{day:%B} {nth}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%b}. {nth}, '{day:%y}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day} {day:%b} {day:%y}",
        f"the {nth} of {day:%B}",
        f"the {_ORDINALS[day.day]} of {day:%B} {day.year}",
        f"{day:%A}, {day:%B} {day.day}",
        f"{day:%a} {day.day} {day:%b}",
        f"{day.month}/{day.day}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}-{day:%b}-{day.year}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
    ]
    return day, draw(st.sampled_from(written))


@st.composite
def _near_days(draw: st.DrawFn) -> tuple[date, str]:
    """A day seen from today."""
    today = NOW.date()
    monday = today - timedelta(days=today.weekday())
    count = draw(st.integers(2, 99))
    weekday = draw(st.integers(0, 6))
    name = (monday + timedelta(days=weekday)).strftime("%A")
    number = draw(st.sampled_from([str(count), _in_words(count)]))
    ways = [
        (today + timedelta(days=1), "tomorrow"),
        (today + timedelta(days=2), "the day after tomorrow"),
        (today + timedelta(days=count), f"in {number} days"),
        (today + timedelta(days=count), f"{number} days from now"),
        (today + timedelta(days=7 * count), f"in {number} weeks' time"),
        (monday + timedelta(days=7 + weekday), f"next {name}"),
        (monday + timedelta(days=7 + weekday), f"{name} next week"),
        (monday + timedelta(days=14 + weekday), f"the {name} after next"),
        (today + timedelta(days=7 + (weekday - today.weekday()) % 7), f"a week from {name}"),
        (today + timedelta(days=7 + (weekday - today.weekday()) % 7), f"{name} week"),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def _times(draw: st.DrawFn) -> tuple[time, str]:
    """A time of day that needs no convention, and how it is written."""
    moment = time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 5, 10, 15, 30, 45, 59])))
    hour = moment.hour % 12 or 12
    half = "am" if moment.hour < 12 else "pm"
    ways = [f"{moment:%H:%M}", f"{hour}:{moment.minute:02}{half}", f"{hour}:{moment.minute:02} {half[0]}.m."]
    if moment.minute == 0:
        ways += [f"{hour}{half}", f"{hour} {half}", f"{_in_words(hour)} {half}", f"{hour} o'clock {half}"]
    elif moment.minute == 30:
        ways += [f"half past {hour} {half}", f"half past {_in_words(hour)} {half}"]
    elif moment.minute in (5, 10):
        ways.append(f"{_in_words(moment.minute)} past {_in_words(hour)} {half}")
    elif moment.minute == 15:
        ways.append(f"quarter past {_in_words(hour)} {half}")
    return moment, draw(st.sampled_from(ways))


@given(
    _dates() | _near_days(),
    _times(),
    _TITLES,
    st.sampled_from(["schedule a", "Please book", "add", "could you set up", ""]),
)
@settings(max_examples=1000, deadline=None)
@example((date(2026, 12, 1), "Dec 1"), (time(15), "3pm"), "4K broadcast test", "")
def test_a_title_a_day_and_a_time_come_back(
    day: tuple[date, str], clock: tuple[time, str], title: str, order: str
) -> None:
    intent = reading(f"{order} {title} {day[1]} at {clock[1]}".strip())

    assert (intent.kind, intent.title) == (Kind.CREATE, title)
    assert intent.start == datetime.combine(day[0], clock[0], TOKYO)
    assert doubts(intent) == []


@given(_dates() | _near_days(), _times(), st.integers(5, 120), _TITLES)
@settings(max_examples=500, deadline=None)
def test_a_length_comes_back(day: tuple[date, str], clock: tuple[time, str], length: int, title: str) -> None:
    intent = reading(f"{title}, {day[1]}, {clock[1]} for {length} minutes")

    assert intent.start == datetime.combine(day[0], clock[0], TOKYO)
    assert intent.end == intent.start + timedelta(minutes=length)


@pytest.mark.parametrize("written", ["1h 30m", "1h30m", "1 hour and 30 m", "1 hr 30 min", "90m", "1.5 hours"])
def test_hours_and_minutes_may_be_one_letter_each(written: str) -> None:
    intent = reading(f"sync tomorrow 3pm for {written}")

    assert intent.end == datetime(2026, 11, 21, 16, 30, tzinfo=TOKYO)


@given(st.integers(1, 200), st.sampled_from([("day", 1), ("week", 7), ("fortnight", 14)]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_so_many_days_ago_is_counted(count: int, unit: tuple[str, int], in_words: bool) -> None:
    number = _in_words(count) if in_words and count < 100 else str(count)

    intent = reading(f"{number} {unit[0]}{'s' if count > 1 else ''} ago")

    assert intent.start == NOW.date() - timedelta(days=count * unit[1])
    assert intent.kind is Kind.NONE
