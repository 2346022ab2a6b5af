"""What a word about time can say, in any language: a day, a clock time, a part of the day, a length, a repetition, a link.

The language files build these from their words; `phrases` puts neighbours together; `days` and `settle` say
which date and time they mean. No word of any human language stands here.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple

from bot.language.intent import Doubt, Kind, Role


class Unit(StrEnum):
    """What time is counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"  # of Japan
    KOREAN_WORKDAY = "Korean workday"
    CHINESE_WORKDAY = "Chinese workday"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FISCAL = "fiscal"  # a Japanese business year, from April
    DECADE = "decade"
    CENTURY = "century"


class Portion(StrEnum):
    """Which part of a week, month or year."""

    WHOLE = "whole"
    START = "start"  # 頭, 初め
    MIDDLE = "middle"
    END = "end"  # the last days: 末
    LAST_DAY = "last day"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_TEN = "first ten"  # 上旬
    SECOND_TEN = "second ten"
    LAST_TEN = "last ten"
    WEEKEND = "weekend"
    ITS_WEEK = "its week"  # of a day: the week it lies in
    ITS_WEEKEND = "its weekend"  # of a day: the weekend of that week


# in place of a weekday: a working day of a country, with `nth` the first, second … of a month
ANY_WORKDAY = 7
ANY_KOREAN_WORKDAY = 8
ANY_CHINESE_WORKDAY = 9


class Move(NamedTuple):
    """So many units later (or earlier, when negative) than what it is attached to."""

    count: float  # type: ignore[assignment]  # a count, not tuple.count
    unit: Unit


@dataclass(slots=True)
class Day:
    """Constraints on a day or a stretch of days; what several neighbouring words say is one `Day` (`join`).

    `unit` and `count` name a period seen from now: week +1 is the week after this one. `weekday` picks within it,
    or stands alone. `nth` counts weekdays in the month, -1 is the last.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    unit: Unit | None = None
    count: int = 0
    portion: Portion | None = None
    feast: str | None = None
    side: int = 0  # of a bare weekday or feast or month: +1 the next one, -1 the last one
    moves: tuple[Move, ...] = ()
    exact: bool = False  # `unit` counts from today itself, not from the period's start: "in two weeks"
    short_year: bool = False  # the year was written with two figures
    bare_number: bool = False  # written as a figure that may be something else: "on the 5"

    def join(self, other: "Day") -> "Day | None":
        """Both at once; None when they cannot be about one day."""
        if self.moves or other.moves:
            return self._moved(other)
        if self._contradicts(other):
            return None
        joined = Day(
            other.year if self.year is None else self.year,
            other.month if self.month is None else self.month,
            other.day if self.day is None else self.day,
            other.weekday if self.weekday is None else self.weekday,
            other.nth if self.nth is None else self.nth,
            other.unit if self.unit is None else self.unit,
            other.count if self.unit is None else self.count,
            other.portion if self.portion is None else self.portion,
            other.feast if self.feast is None else self.feast,
            self.side or other.side,
            exact=self.exact or other.exact,
            short_year=self.short_year or other.short_year,
        )
        return joined if joined.makes_sense() else None

    def _contradicts(self, other: "Day") -> bool:
        """Whether the same is said twice and so of two days, or what can be said twice is said differently."""
        return (
            (self.day is not None and other.day is not None)
            or (self.month is not None and other.month is not None)
            or (self.weekday is not None and other.weekday is not None)
            or (self.unit is not None and other.unit is not None)
            or (self.nth is not None and other.nth is not None)
            or (self.year is not None and other.year not in (None, self.year))
            or (self.portion is not None and other.portion not in (None, self.portion))
            or (self.feast is not None and other.feast not in (None, self.feast))
            or (self.side != 0 and other.side not in (0, self.side))
        )

    def _moved(self, other: "Day") -> "Day | None":
        # "two days after" next to what it counts from; a weekday beside it only checks the result
        if self.moves and other.moves:
            return None
        moved, still = (self, other) if self.moves else (other, self)
        if not moved.is_only_moves():
            return None
        return still.moved(moved.moves)

    def is_only_moves(self) -> bool:
        """Whether it says nothing but "so much later"."""
        return bool(self.moves) and self.unit is None and self.day is None and self.weekday is None and not self.feast

    def moved(self, moves: tuple[Move, ...]) -> "Day":
        """The same, so much later."""
        return Day(
            self.year, self.month, self.day, self.weekday, self.nth, self.unit, self.count, self.portion, self.feast,
            self.side, self.moves + moves, self.exact, self.short_year,
        )  # fmt: skip

    def makes_sense(self) -> bool:
        """Whether the constraints can hold together."""
        if self.unit in _SMALL and (self.day is not None or self.month is not None or self.portion is not None):
            return False
        if self.unit is Unit.MONTH and self.month is not None:
            return False
        return not (self.feast is not None and (self.day is not None or self.unit in _SMALL))

    def is_one_day(self) -> bool:
        """Whether it names a day rather than a stretch of days."""
        if self.moves:
            return True
        if self.portion not in (None, Portion.LAST_DAY):
            return False
        return (
            self.day is not None
            or self.weekday is not None
            or self.feast is not None
            or self.portion is Portion.LAST_DAY
            or self.unit in _SMALL
            or self.exact
        )


_SMALL = (Unit.DAY, Unit.WORKDAY, Unit.KOREAN_WORKDAY, Unit.CHINESE_WORKDAY)


class Part(NamedTuple):
    """A part of the day. `hours[h]` is the hour of day that `h` o'clock (0-12) means in it; over 23 is the next day."""

    name: str
    hours: tuple[int, ...]
    begin: int  # minutes after midnight, where the part is all that is said
    end: int

    def place(self, hour: int) -> int:
        """`hour` as people say it in this part of the day."""
        return self.hours[hour] if hour <= 12 else hour


class Clock(NamedTuple):
    """A time of day. `hour` may be 24-30. `sure` once it is known which half of the day is meant."""

    hour: int
    minute: int = 0
    second: int = 0
    sure: bool = False
    vague: bool = False  # "3ish"
    before: int = 0  # minutes to take off: 10時5分前
    utc: int | None = None  # minutes by which the clock meant is ahead of UTC; None: the writer's own clock


class Length(NamedTuple):
    """How long; months and days are those of the calendar."""

    months: int = 0
    days: int = 0
    seconds: int = 0

    def __add__(self, other: "Length") -> "Length":  # type: ignore[override]  # a sum of lengths, not of tuples
        """Both, one after the other."""
        return Length(self.months + other.months, self.days + other.days, self.seconds + other.seconds)


class Offset(NamedTuple):
    """An instant so long after now (negative: before)."""

    sign: int
    length: Length


class Shift(NamedTuple):
    """How far an event is to be moved: 1時間後ろに."""

    sign: int
    length: Length


class Every(NamedTuple):
    """A repetition; which weekday or date it falls on is said by the neighbouring `Day` or `Weekdays`.

    `unit` None: whatever the neighbour is ("every Friday").
    """

    unit: Unit | None
    interval: int = 1
    workdays: bool = False  # Monday to Friday
    loose: bool = False  # so only in a new event, elsewhere once: the first Monday of the month


class Times(NamedTuple):
    """How often a repetition happens in all: 5回."""

    total: int


class Weekdays(NamedTuple):
    """Several weekdays at once: 水・金; with `nths` only the first and third such of a month."""

    weekdays: tuple[int, ...]
    nths: tuple[int, ...] = ()


class Dates(NamedTuple):
    """Several days of the month at once: 1日と15日."""

    days: tuple[int, ...]


class AllDay(NamedTuple):
    """No time of day is meant: 終日."""


class Several(NamedTuple):
    """What one match says at once: 今夜 is a day and a part of it. `weak`: counts only right after a day."""

    atoms: "tuple[Atom, ...]"
    weak: bool = False


class Link(Enum):
    """Small words between times."""

    RANGE = "range"  # infix: 〜
    DASH = "a dash"  # a range between two days or two times, and nothing between a day and a time: Dec 4 - 2pm
    FROM_BEFORE = "from, before its time"  # "from 3"
    FROM_AFTER = "from, after its time"  # 3時から
    TO_BEFORE = "to, before its time"  # "until 5"
    TO_AFTER = "to, after its time"  # 5時まで
    AND = "and"  # "between 2 and 4": to, where a start was said, and nothing elsewhere
    AT = "at"  # goes with the time beside it and adds nothing


class Word(NamedTuple):
    """A span that is not about time: its role, and what it says in a form its role understands.

    A filler with a value goes with something else and is title without it: with a command of that `Kind`, with any
    command where it is `Role.COMMAND`, with people where it is `Role.PERSON`.
    """

    role: Role
    value: object = None


class Order(NamedTuple):
    """A command word."""

    kind: Kind
    alone: bool = False  # only counts when nothing else is said (取り消し = undo)
    weak: bool = False  # only counts beside a time of day: 10時に確認お願いします
    toward: int = 0  # a move by so much is one to an earlier time, -1, or to a later one, +1: delay it an hour


class Doubtful(NamedTuple):
    """Has the form of a date or time and is none."""

    doubt: Doubt


class Now(NamedTuple):
    """The present moment."""


Timely = Day | Part | Clock | Length | Offset | Shift | Every | Times | Weekdays | Dates | AllDay | Now | Link
Atom = Timely | Several | Word | Order | Doubtful


@dataclass(slots=True, eq=False)
class Token:
    """An atom and where it stands in the normalised text."""

    begin: int
    end: int
    atom: Atom
    rule: str  # the name of the language's rule, for `say`
