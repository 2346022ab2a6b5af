"""How one phrase takes in atom after atom: which of them belong together. No calendar, no clock, no language."""

from collections.abc import Callable
from typing import Any

from bot.language.atoms import (
    AllDay,
    Atom,
    Clock,
    Dates,
    Day,
    Every,
    Length,
    Link,
    Now,
    Offset,
    Part,
    Several,
    Shift,
    Times,
    Token,
    Unit,
    Weekdays,
)  # fmt: skip
from bot.language.phrase import Moment, Phrase
from bot.language.title_days import BEFORE_A_WORD, WITHIN_A_WORD, is_a_name

# a look-up of an enum's member costs more than most of what is done with it here
_RANGE, _DASH, _AND, _AT = Link.RANGE, Link.DASH, Link.AND, Link.AT
_FROM_BEFORE, _FROM_AFTER = Link.FROM_BEFORE, Link.FROM_AFTER
_TO_BEFORE, _TO_AFTER = Link.TO_BEFORE, Link.TO_AFTER


def _belongs_behind(phrase: Phrase, link: Link) -> bool:
    """来週中; and 5〜7日 10時から: from ten, after all."""
    return link is Link.AT or (link is Link.FROM_AFTER and phrase.finish is not None)


class Builder:
    """The phrase under construction."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.phrase: Phrase | None = None
        self._at_end = False  # what comes next is the range's end
        self._dashed = False  # what joined it was a dash
        self._waiting: list[Token] = []  # links that count once something follows
        self._reached = 0  # the end of what is being added
        self._first_day: Day | None = None  # the day of two times, if a range to another day begins with it

    def close(self) -> Phrase:
        """The phrase as it stands; the next `add` begins another."""
        phrase = self.phrase
        assert phrase is not None
        if self._waiting and self._waiting[-1].atom is _FROM_AFTER:
            self._accept_waiting(phrase)
        self.phrase = None
        self._at_end = False
        self._waiting = []
        self._first_day = None
        return phrase

    def add(self, token: Token, atom: Atom) -> bool:
        """Take `atom` into the phrase; False when it does not fit and a new phrase must begin."""
        kind = type(atom)
        if kind is Link:
            if atom is _AND:
                return not self._is_between() or self._link(token, _TO_BEFORE)
            return self._link(token, atom)  # type: ignore[arg-type]  # its kind was just tested
        phrase = self.phrase
        if phrase is None:
            phrase = self.phrase = Phrase(token.begin, token.end)
        self._reached = token.end
        if not _FITS[kind](self, phrase, atom):
            return False
        if self._waiting:
            self._accept_waiting(phrase)
        tokens = phrase.tokens
        if not tokens or tokens[-1] is not token:
            tokens.append(token)
        phrase.end = token.end
        return True

    def _accept_waiting(self, phrase: Phrase) -> None:
        for link in self._waiting:
            phrase.tokens.append(link)
            phrase.begin = min(phrase.begin, link.begin)
            phrase.end = max(phrase.end, link.end)
        self._waiting = []

    def _is_between(self) -> bool:
        """Whether a start was said by its link, so that "and" leads to the end: between 2 and 4."""
        phrase = self.phrase
        return (
            phrase is not None
            and phrase.start is not None
            and any(token.atom is _FROM_BEFORE for token in phrase.tokens)
        )

    def _link(self, token: Token, link: Link) -> bool:
        phrase = self.phrase
        if phrase is not None and phrase.tokens and token.begin == phrase.end and _belongs_behind(phrase, link):
            phrase.tokens.append(token)  # 来週中
            phrase.end = token.end
            return True
        if link is _FROM_BEFORE or link is _AT:
            if phrase is not None and self._at_end:
                return link is _AT
            self._waiting.append(token)
            if phrase is None:
                self.phrase = Phrase(token.begin, token.end)
            return True
        if link is _TO_BEFORE and (phrase is None or phrase.start is None):
            if phrase is None:
                self.phrase = Phrase(token.begin, token.end)
            self._at_end = True
            self._waiting.append(token)
            return True
        if phrase is None:
            return True  # joins nothing; left to the title
        if link is _TO_AFTER:
            if self._at_end and phrase.finish is not None:
                phrase.tokens.append(token)
                phrase.end = token.end
            elif phrase.start is not None and phrase.finish is None and not self._at_end:
                phrase.start, phrase.finish = None, phrase.start
                phrase.linked = link
                self._at_end = True
                phrase.tokens.append(token)
                phrase.end = token.end
            return True
        return self._await_end(phrase, token, link)

    def _await_end(self, phrase: Phrase, token: Token, link: Link) -> bool:
        if phrase.start is None and phrase.finish is not None and phrase.finish.clock is not None:
            phrase.start, phrase.finish = phrase.finish, None  # put off until Friday, 10 to 12
        if phrase.is_on_days() and phrase.finish is not None and phrase.finish.clock is not None:
            self._on_each_day(phrase)
        if phrase.start is None or phrase.finish is not None:
            self._first_day = self._day_of_times(phrase)
            if self._first_day is None:
                return link is _RANGE or link is _DASH
            self._waiting.append(token)
            return True
        self._at_end = True
        self._dashed = link is _DASH
        phrase.linked = _RANGE if self._dashed else link
        self._waiting.append(token)
        return True

    def _day_of_times(self, phrase: Phrase) -> Day | None:
        """The day that was said right now, behind two times of day."""
        start, finish = phrase.start, phrase.finish
        if start is None or finish is None or finish.day is not None or not (start.clock and finish.clock):
            return None
        return start.day if _ends_with_day(phrase) else None

    def moment(self, phrase: Phrase) -> Moment:
        """The moment that is being said."""
        if self._at_end:
            if phrase.finish is None:
                phrase.finish = Moment()
            return phrase.finish
        if phrase.start is None:
            phrase.start = Moment()
        return phrase.start

    def day(self, phrase: Phrase, day: Day) -> bool:
        """A day joins the moment's day, or belongs to the start of a finished range of times."""
        moment = self.moment(phrase)
        if moment.offset is not None or self._is_closed(phrase, named=is_a_name(day)):
            return False
        if self._first_day is not None and phrase.start is not None:  # 9-17時 月曜〜水曜
            phrase.start.day, moment.day, self._first_day = self._first_day, day, None
            phrase.repeat_daily(phrase)
            return True
        if moment.day is None:
            start = phrase.start
            if (
                self._at_end
                and moment.has_time()
                and start is not None
                and (start.day is None or _ends_with_day(phrase))
            ):
                joined = day if start.day is None else start.day.join(day)  # 8 to 1 on Fri 9th
                if joined is None:
                    return False
                start.day = joined
            else:
                moment.day = day
            return True
        joined = moment.day.join(day)
        if joined is None:
            return False
        moment.day = joined
        return True

    def clock(self, phrase: Phrase, clock: Clock) -> bool:
        """One clock time a moment."""
        if self._at_end and self._dashed and phrase.finish is None and phrase.start and phrase.start.is_only_day():
            self._at_end, phrase.linked = False, None
        moment = self._timed(phrase)
        if moment.clock is not None or moment.offset is not None:
            return False
        moment.clock = clock
        return True

    def _timed(self, phrase: Phrase) -> Moment:
        """The moment that a time of day belongs to: behind "every Monday to Friday" it is the start again."""
        if self._at_end and phrase.every is not None:
            self._on_each(phrase)
        elif phrase.is_on_days() and phrase.tokens[-1].atom is _FROM_AFTER:
            self._on_each_day(phrase)
        return self.moment(phrase)

    def _on_each_day(self, phrase: Phrase) -> None:
        """The time said with the last of its days is when it begins on each of them; its end is to come."""
        phrase.repeat_daily(phrase)
        phrase.start, phrase.finish = phrase.finish, None

    def _on_each(self, phrase: Phrase) -> None:
        """A range of weekdays in a repetition becomes its days; a time said with the last is that of each."""
        start, finish = phrase.start, phrase.finish
        if start is None or finish is None or finish.day is None or phrase.linked is not _RANGE:
            return
        first, last = start.weekday_only(), finish.day.weekday
        if first is None or last is None or not _only_weekdays(start.day or finish.day, finish.day):
            return
        phrase.weekdays += tuple((first + day) % 7 for day in range((last - first) % 7 + 1))
        phrase.start, phrase.finish, phrase.linked = Moment(clock=finish.clock, part=finish.part), None, None
        self._at_end = False

    def _is_closed(self, phrase: Phrase, *, named: bool) -> bool:
        """Whether it has its day and two times of day, and a word follows, whose beginning what comes next is: 10〜11時 年末会.

        `named`: what comes next is a feast, a period or a part of the day, and no weekday or date.
        """
        start, finish = phrase.start, phrase.finish
        if start is None or finish is None or start.day is None or start.clock is None or finish.clock is None:
            return False
        return (BEFORE_A_WORD if named else WITHIN_A_WORD).match(self.text, self._reached) is not None

    def part(self, phrase: Phrase, part: Part) -> bool:
        """A part of the day, before or after its clock time."""
        if self._is_closed(phrase, named=True):
            return False
        moment = self._timed(phrase)
        if moment.part is not None:
            return moment.part == part
        moment.part = part
        return True

    def offset(self, phrase: Phrase, offset: Offset) -> bool:
        """So long after now."""
        moment = self.moment(phrase)
        if moment.has_time() or moment.day is not None:
            return False
        moment.offset = offset
        return True

    def now(self, phrase: Phrase, _: Now) -> bool:
        """The present moment."""
        moment = self.moment(phrase)
        if moment.has_time():
            return False
        moment.now = True
        return True

    def all_day(self, phrase: Phrase, _: AllDay) -> bool:
        """No time of day."""
        self.moment(phrase).all_day = True
        return True

    def length(self, phrase: Phrase, length: Length) -> bool:
        """Lengths one after the other add up: one hour, thirty minutes."""
        if phrase.length is not None:
            return False
        phrase.length = length
        if self._at_end and phrase.finish is None and phrase.linked is _FROM_AFTER:
            self._at_end = False  # 9시부터 90분 월요일: the day is no end
        return True

    def every(self, phrase: Phrase, every: Every) -> bool:
        """One repetition a phrase."""
        if phrase.every is not None and not phrase.every.loose:
            # of "biweekly on Tuesdays" each says a repetition, and the plain weekly one adds nothing
            if Every(Unit.WEEK) not in (phrase.every, every) or Unit.WEEK not in (phrase.every.unit, every.unit):
                return False
            every = max(phrase.every, every, key=lambda said: said.interval)
        phrase.every = every
        if phrase.finish is not None and phrase.finish.has_time():
            self._on_each(phrase)
        self._bound(phrase)
        return True

    def _bound(self, phrase: Phrase) -> None:
        """The days said before a repetition, as from … or from … to …, are when it begins and ends."""
        start, finish = phrase.start, phrase.finish
        if start is None or start.day is None or start.has_time() or not phrase.says_from():
            return
        self._at_end = False
        if finish is None:
            phrase.since, phrase.start, phrase.linked = start.day, None, None
        elif finish.is_only_day() and finish.day is not None and not _only_weekdays(start.day, finish.day):
            phrase.since, phrase.until = start.day, finish.day
            phrase.start, phrase.finish, phrase.linked = None, None, None

    def times(self, phrase: Phrase, times: Times) -> bool:
        """Only a repetition happens a number of times; which may have been said elsewhere."""
        if phrase.every is None and phrase.tokens:
            return False
        phrase.times = times.total
        return True

    def weekdays(self, phrase: Phrase, weekdays: Weekdays) -> bool:
        """Weekdays of a repetition."""
        phrase.weekdays += weekdays.weekdays
        phrase.nths += weekdays.nths
        return True

    def dates(self, phrase: Phrase, dates: Dates) -> bool:
        """Days of the month of a repetition."""
        phrase.dates += dates.days
        return True

    def shift(self, phrase: Phrase, shift: Shift) -> bool:
        """How far to move."""
        phrase.shift = shift
        return True


def _ends_with_day(phrase: Phrase) -> bool:
    """Whether a day was said last, so that another is more of it."""
    atom = phrase.tokens[-1].atom
    return isinstance(atom, Day) or type(atom) is Several


def _only_weekdays(first: Day, last: Day) -> bool:
    """Whether both are bare weekdays: Monday to Friday, every day."""
    return Day(weekday=first.weekday) == first and Day(weekday=last.weekday) == last


_FITS: dict[type, Callable[[Builder, Phrase, Any], bool]] = {
    Day: Builder.day,
    Clock: Builder.clock,
    Part: Builder.part,
    Offset: Builder.offset,
    Now: Builder.now,
    AllDay: Builder.all_day,
    Length: Builder.length,
    Every: Builder.every,
    Times: Builder.times,
    Weekdays: Builder.weekdays,
    Dates: Builder.dates,
    Shift: Builder.shift,
}
