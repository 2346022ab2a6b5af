"""What a stretch of a sentence says about time: one moment, or a range, a length, a repetition. Pure."""

from dataclasses import dataclass, field
from itertools import pairwise

from bot.language.atoms import Clock, Day, Every, Length, Link, Offset, Part, Shift, Token, Unit


@dataclass(slots=True)
class Moment:
    """What was said about one point or stretch of time."""

    day: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    offset: Offset | None = None
    now: bool = False
    all_day: bool = False

    def is_only_day(self) -> bool:
        """Whether it has a day and no time of day."""
        return self.day is not None and not self.has_time()

    def weekday_only(self) -> int | None:
        """Its weekday, when a day and no time of day was said."""
        return self.day.weekday if self.day is not None and not self.has_time() else None

    def has_time(self) -> bool:
        """Whether it has a time of day."""
        return self.clock is not None or self.part is not None or self.offset is not None or self.now


@dataclass(slots=True)
class Phrase:
    """One stretch of the sentence about time. `begin` and `end` are places in the normalised text."""

    begin: int
    end: int
    start: Moment | None = None
    finish: Moment | None = None
    length: Length | None = None
    every: Every | None = None
    times: int | None = None
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()  # which of these weekdays in a month
    dates: tuple[int, ...] = ()  # of a month
    shift: Shift | None = None
    since: Day | None = None  # a repetition begins then: 来週月曜から毎日
    until: Day | None = None  # and ends then
    linked: Link | None = None  # how start and finish are joined
    tokens: list[Token] = field(default_factory=list)

    def says_from(self) -> bool:
        """Whether it says from when on."""
        return self.linked is not None or any(token.atom is Link.FROM_BEFORE for token in self.tokens)

    def says_from_its_day(self) -> bool:
        """Whether it says that its day is when something begins: starting next month."""
        atoms = [token.atom for token in self.tokens]
        return any(
            (ahead is Link.FROM_BEFORE and isinstance(behind, Day))
            or (isinstance(ahead, Day) and behind in (Link.FROM_AFTER, Link.AT))
            for ahead, behind in pairwise(atoms)
        )

    def says_only_how_long(self) -> bool:
        """Whether neither a day nor a time was said."""
        return self.length is not None and not (self.start or self.finish or self.every or self.shift)

    def lacks_a_time(self) -> bool:
        """Whether it says a day, perhaps with a part of it, or on which days something is, and no time of day."""
        start = self.start
        if start is None:
            return bool(self.weekdays) and self.every is not None
        return start.day is not None and not (start.clock or start.offset or start.now)

    def lend_part(self, part: Part) -> None:
        """Its time is in this part of the day, if it says none; an end comes after its start anyway."""
        first = self.start if self.start is not None and self.start.clock is not None else self.finish
        if first is not None and first.clock is not None and first.part is None:
            first.part = part

    def is_on_days(self) -> bool:
        """Whether it goes from a day to another, and a time was said with the last of them, if any."""
        start, finish = self.start, self.finish
        return start is not None and finish is not None and start.is_only_day() and finish.day is not None

    def repeat_daily(self, days: "Phrase") -> None:
        """On each of the `days`, which go from a day to another, make of it what it says of the time: 12/7〜9 9時〜17時."""
        first, last = days.start, days.finish
        assert first is not None
        assert last is not None
        self.every, self.since, self.until = Every(Unit.DAY, loose=True), first.day, last.day
        first.day = last.day = None

    def happen_once(self) -> None:
        """Only what is new repeats without saying so: else it goes from the first time of the first day to the last."""
        if self.every is None or not self.every.loose:
            return
        self.every = None
        for moment, day in ((self.start, self.since), (self.finish, self.until)):
            if moment is not None and moment.day is None:
                moment.day = day

    def is_deadline(self) -> bool:
        """Whether only the end was said: "until Friday"."""
        return self.start is None and self.finish is not None
