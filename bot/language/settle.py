"""What a phrase means now: start and end, a rule, what must be asked and what was assumed. Pure."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from bot.language import clocks
from bot.language.atoms import Clock, Day, Length, Link, Unit
from bot.language.days import PERIODS, Stretch, days_of, is_within_a_period, with_what_the_end_says
from bot.language.intent import Ask, Assumption, Doubt, Moment, Note, Reading
from bot.language.phrase import Moment as Said
from bot.language.phrase import Phrase
from bot.language.recurrence import Said as Days
from bot.language.recurrence import Series, series_of, yearly_first
from bot.language.steps import NoSuchDay, step

_ONE_DAY = timedelta(days=1)
_TODAY, _TOMORROW, _NEXT_DAY = Note(Assumption.TODAY), Note(Assumption.TOMORROW), Note(Assumption.NEXT_DAY)
_WEEKDAY, _NEXT_YEAR = Note(Assumption.WEEKDAY), Note(Assumption.NEXT_YEAR)


@dataclass(slots=True)
class Settled:
    """When; as in `Intent`."""

    start: Moment | None = None
    end: Moment | None = None
    duration: timedelta | None = None
    recurrence: str | None = None
    ask: list[Ask] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def leave_out_what_is_over(self, now: datetime) -> None:
        """Something within this week is on one of the days that are left of it."""
        today, last = now.date(), self.end
        if type(self.start) is date and type(last) is date and self.start < today <= last:
            self.start, self.end = today, last if last > today else None


def settle(phrase: Phrase, text: str, now: datetime, *, tame: bool, past: bool = False) -> Settled:
    """What `phrase` means at `now`. `tame`: bare hours follow the afternoon rule; `past`: it tells of what was."""
    work = _Settling(phrase, text[phrase.begin : phrase.end], now, tame=tame, past=past)
    try:
        work.run()
    except (NoSuchDay, OverflowError, ValueError):
        work.out.ask.append(Ask(Doubt.NONSENSE, work.words))
    return work.out


class _Settling:
    """One phrase being settled."""

    def __init__(self, phrase: Phrase, words: str, now: datetime, *, tame: bool, past: bool) -> None:
        self.phrase = phrase
        self.words = words
        self.now = now
        self.today = now.date()
        self.tame = tame
        self.past = past
        self.out = Settled()

    def run(self) -> None:
        phrase, out = self.phrase, self.out
        if phrase.length is not None and not phrase.length.months:
            out.duration = timedelta(days=phrase.length.days, seconds=phrase.length.seconds)
        if phrase.every is not None:
            self._repeat()
            return
        said = phrase.start
        if said is None:
            if phrase.finish is not None:
                self._deadline(phrase.finish)
            return
        if said.offset is not None or said.now:
            self._from_now(said)
        elif said.has_time() and not said.all_day:
            self._timed(said)
        else:
            self._whole_days(said)
        if out.start is not None and out.end is not None and _is_before(out.end, out.start):
            out.end = None
            out.ask.append(Ask(Doubt.NONSENSE, self.words))

    # --- relative to this minute ---

    def _from_now(self, said: Said) -> None:
        start = self.now.replace(second=0, microsecond=0)
        if said.day is not None:  # this time tomorrow
            whole = said.day.unit in PERIODS and said.day.weekday is None and said.day.day is None
            day = self._days(replace(said.day, exact=True) if whole else said.day, self.today).first
            start = datetime.combine(day, start.time(), start.tzinfo)
        if said.offset is not None:
            start = later(self.now, said.offset.length, said.offset.sign).replace(second=0, microsecond=0)
        self.out.start = start
        finish = self.phrase.finish
        if finish is not None:
            if finish.offset is not None or finish.now:
                end = self.now
                if finish.offset is not None:
                    end = later(self.now, finish.offset.length, finish.offset.sign)
                self.out.end = end.replace(second=0, microsecond=0)
            elif finish.clock is not None:
                minute = clocks.place_end(start.hour * 60 + start.minute, finish.clock, finish.part)
                self.out.end = self._at(finish, start.date(), minute)
            elif finish.day is not None:
                self.out.end = self._days(finish.day, self.today).last
        self._add_length()

    # --- days ---

    def _days(self, day: Day, today: date) -> Stretch:
        return days_of(day, today, past=self.past)

    def _whole_days(self, said: Said) -> None:
        out, finish = self.out, self.phrase.finish
        day = said.day
        if day is None:
            out.start = self.today
            if said.all_day:
                out.notes.append(_TODAY)
            return
        if finish is not None and finish.day is not None:
            day = with_what_the_end_says(day, finish.day)
        found = self._days(day, self.today)
        out.start = found.first
        out.end = found.last if found.last != found.first else None
        self._tell(found)
        if found.others:
            readings = tuple(Reading(other) for other in found.others)
            out.ask.append(Ask(Doubt.AMBIGUOUS, self.words, readings))
        if finish is not None:
            self._last_day(finish, found)
        length = self.phrase.length
        if length is not None and (length.days or length.months) and not length.seconds:
            out.end = later_day(found.first, length) - _ONE_DAY
        self._year_note(day, found.first)

    def _last_day(self, finish: Said, found: Stretch) -> None:
        if finish.day is not None:
            end = self._end_day(finish.day, found.first)
            self.out.end = end.last
            self._tell(end)
        if finish.now:
            self.out.end = self.today
        if finish.clock is not None:
            day = self._end_day(finish.day, found.first).last if finish.day is not None else found.first
            placed = clocks.place(finish.clock, finish.part, tame=self.tame)
            self.out.start = self._moment(found.first, 0)
            self.out.end = self._moment(day, placed.minute)
            if finish.day is not None and self.tame and self.phrase.tokens[-1].atom is not Link.TO_AFTER:
                # 12/1〜12/3 15時 研修: until then, or rather at that time on each of the days
                daily = f"FREQ=DAILY;COUNT={(day - found.first).days + 1}"
                each = Reading(self._moment(found.first, placed.minute), None, daily)
                if self.phrase.tokens[-1].atom is Link.FROM_AFTER:  # 24〜26日の10時から
                    self.out.start, self.out.end = each.start, None
                self.out.ask.append(Ask(Doubt.AMBIGUOUS, self.words, (each,)))

    def _end_day(self, day: Day, first: date) -> Stretch:
        if day.unit is not None:
            return self._days(day, self.today)
        found = days_of(day, first)
        return found._replace(others=())

    def _tell(self, found: Stretch) -> None:
        if found.odd_weekday:
            self.out.notes.append(_WEEKDAY)

    def _year_note(self, day: Day, found: date) -> None:
        if day.month is not None and day.year is None and day.unit is None and found.year > self.today.year:
            self.out.notes.append(_NEXT_YEAR)

    # --- times ---

    def _timed(self, said: Said) -> None:
        out, phrase = self.out, self.phrase
        finish = phrase.finish
        placed = self._start_minute(said, finish)
        day = said.day
        if day is None and finish is not None and finish.day is not None and finish.day.unit is not None:
            day = None if finish.has_time() else finish.day
        if day is not None and finish is not None and finish.day is not None:
            day = with_what_the_end_says(day, finish.day)
        if day is None:
            first = self._day_for(placed)
        else:
            found = self._days(day, self.today)
            self._tell(found)
            first = self._choose(found, placed)
            self._year_note(day, first)
        placed = self._not_over(placed, day, first)
        out.start = self._by_clock(first, placed.minute, said.clock)
        if placed.minute >= 24 * 60:
            out.notes.append(_NEXT_DAY)
        if placed.other is not None:
            out.notes.append(Note(Assumption.AFTERNOON, Reading(self._moment(first, placed.other))))
        if said.clock is not None and said.clock.vague:
            out.ask.append(Ask(Doubt.VAGUE, self.words))
        self._end(said, finish, first, placed.minute)
        self._add_length()

    def _start_minute(self, said: Said, finish: Said | None) -> clocks.Placed:
        if said.clock is None:
            assert said.part is not None
            return clocks.Placed(said.part.begin)
        if said.part is None and finish is not None and finish.clock is not None:
            told = clocks.place_start(said.clock, finish.clock, finish.part)
            if told is not None:
                return told
        return clocks.place(said.clock, said.part, tame=self.tame)

    def _day_for(self, placed: clocks.Placed) -> date:
        """A time without a date: today while it is still ahead, else tomorrow."""
        if self.past:
            return self.today
        start = self._moment(self.today, placed.minute)
        if not is_over(start, self.now):
            self.out.notes.append(_TODAY)
            return self.today
        self.out.notes.append(_TOMORROW)
        return self.today + _ONE_DAY

    def _choose(self, found: Stretch, placed: clocks.Placed) -> date:
        if not found.others:
            return found.first
        if found.first == self.today and self._moment(found.first, placed.minute) < self.now and not self.past:
            return found.others[0]
        readings = tuple(Reading(self._moment(other, placed.minute)) for other in found.others)
        self.out.ask.append(Ask(Doubt.AMBIGUOUS, self.words, readings))
        return found.first

    def _not_over(self, placed: clocks.Placed, day: Day | None, first: date) -> clocks.Placed:
        """Eight o'clock of today, said at nine, is the evening's."""
        if day is None or first != self.today or placed.sure or self.past or placed.minute >= 12 * 60:
            return placed
        if self._moment(first, placed.minute) >= self.now:
            return placed
        other = Reading(self._moment(first, placed.minute))
        self.out.notes.append(Note(Assumption.OTHER_HALF, other))
        return clocks.Placed(placed.minute + 12 * 60)

    def _end(self, said: Said, finish: Said | None, first: date, start: int) -> None:
        out = self.out
        if finish is None:
            if said.clock is None and said.part is not None and said.part.end > said.part.begin:
                out.end = self._moment(first, said.part.end)
            return
        if finish.offset is not None:
            return
        last = first
        if finish.day is not None and (said.day is not None or finish.has_time()):
            last = self._end_day(finish.day, first).last
        if finish.clock is None:
            minute = finish.part.end if finish.part is not None else 24 * 60
        elif last != first:
            by_24 = said.clock is not None and said.clock.hour > 12  # 5 Dec 22:00 – 6 Dec 4:00
            minute = clocks.place(finish.clock, finish.part, tame=self.tame and not by_24).minute
        else:
            part = finish.part
            minute = clocks.place_end(start, finish.clock, part)
        clock = finish.clock if finish.clock is not None and finish.clock.utc is not None else said.clock
        out.end = self._by_clock(last, minute, clock)

    def _by_clock(self, day: date, minute: int, clock: Clock | None) -> datetime:
        """A moment of the day by `clock`, which may show the time of another zone."""
        if clock is None or clock.utc is None:
            return self._moment(day, minute)
        there = timezone(timedelta(minutes=clock.utc))
        return _on(day, minute, there).astimezone(self.now.tzinfo)

    def _moment(self, day: date, minute: int) -> datetime:
        return _on(day, minute, self.now.tzinfo)

    def _at(self, said: Said, day: date, minute: int) -> datetime:
        if said.day is not None:
            day = self._days(said.day, self.today).first
        return self._moment(day, minute)

    def _add_length(self) -> None:
        length, start = self.phrase.length, self.out.start
        if length is not None and self.out.end is None and isinstance(start, datetime):
            self.out.end = later(start, length, 1)

    def _deadline(self, finish: Said) -> None:
        """Only an end was said: it is kept as the end, from this day on."""
        out = self.out
        if finish.clock is not None:
            placed = clocks.place(finish.clock, finish.part, tame=self.tame)
            day = self._days(finish.day, self.today).last if finish.day else self._day_for(placed)
            out.end = self._moment(day, placed.minute)
        elif finish.day is not None:
            out.end = self._days(finish.day, self.today).last
        elif finish.offset is not None:
            out.end = later(self.now, finish.offset.length, finish.offset.sign).replace(second=0, microsecond=0)

    # --- repetitions ---

    def _repeat(self) -> None:
        phrase, out = self.phrase, self.out
        said = phrase.start
        assert phrase.every is not None
        day = said.day if said is not None else None
        finish = phrase.finish
        last = finish.day if finish is not None and phrase.linked is not None and not finish.has_time() else None
        series = series_of(phrase.every, Days(phrase.weekdays, phrase.nths, phrase.dates), day, last)
        timed = said is not None and (said.clock is not None or said.part is not None)
        minute = 0
        placed = None
        if timed:
            assert said is not None
            placed = self._start_minute(said, finish)
            minute = placed.minute
        first = self._first(series, day, minute if timed else None)
        out.start = self._moment(first, minute) if timed else first
        if timed:
            assert said is not None
            assert placed is not None
            if placed.other is not None:
                out.notes.append(Note(Assumption.AFTERNOON, Reading(self._moment(first, placed.other))))
            if (finish is not None and finish.has_time()) or finish is None:
                self._end(said, finish, first, minute)
            if phrase.length is None or phrase.length.seconds:
                self._add_length()
        last_day: date | None = None
        if (finish is not None and finish.day is not None and last is None) or (
            last is not None and last.weekday is None
        ):
            assert finish is not None
            assert finish.day is not None
            last_day = days_of(finish.day, first).last
        elif day is not None and is_within_a_period(day) and not phrase.says_from_its_day():
            last_day = self._days(Day(unit=day.unit, count=day.count), self.today).last  # every day next week
        elif phrase.until is not None:
            last_day = self._end_day(phrase.until, first).last
        until = self._moment(last_day + _ONE_DAY, -1).astimezone(UTC) if timed and last_day is not None else last_day
        times = phrase.times
        if times is None and until is None and phrase.length is not None and not phrase.length.seconds:
            times = series.times(first, later_day(first, phrase.length))  # every Tuesday for six weeks
            out.duration = None
        out.recurrence = series.rule(first, times=times, until=until)

    def _since(self, since: Day, minute: int) -> date:
        """The day from which it repeats; today's own weekday is the next one where today's time is over, and else asked about."""
        found = self._days(since, self.today)
        if found.others:
            if self._moment(found.first, minute) < self.now:
                return found.others[0]
            self.out.ask.append(Ask(Doubt.AMBIGUOUS, self.words))
        return found.first

    def _first(self, series: Series, day: Day | None, minute: int | None) -> date:
        if series.unit is Unit.YEAR and day is not None:
            return yearly_first(day, self.today)
        start = self.today
        if day is not None and (day.unit is not None or day.month is not None):
            start = max(start, self._days(day, self.today).first)
        since = self.phrase.since
        if since is not None:
            if self.phrase.until is not None:
                since = with_what_the_end_says(since, self.phrase.until)
            start = max(start, self._since(since, minute or 0))
        first = series.first(start)
        if minute is not None and first == self.today and self._moment(first, minute) < self.now:
            first = series.first(start + _ONE_DAY)
        return first


def _on(day: date, minute: int, zone: tzinfo | None) -> datetime:
    if not 0 <= minute < 24 * 60:
        days, minute = divmod(minute, 24 * 60)
        day += timedelta(days=days)
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, 0, 0, zone)


def later(start: datetime, length: Length, sign: int) -> datetime:
    """`start` plus `sign` times `length`; seconds are counted as a watch does, across clock changes too."""
    day = start.date()
    if length.months:
        day = step(day, sign * length.months, Unit.MONTH)
    day += timedelta(days=sign * length.days)
    moved = datetime.combine(day, start.time(), start.tzinfo)
    if not length.seconds:
        return moved
    return (moved.astimezone(UTC) + timedelta(seconds=sign * length.seconds)).astimezone(start.tzinfo)


def later_day(start: date, length: Length) -> date:
    """`start` plus the months and days of `length`."""
    return step(start, length.months, Unit.MONTH) + timedelta(days=length.days)


def is_over(start: Moment, now: datetime) -> bool:
    """Whether `start` lies before this minute (a day: before today)."""
    if isinstance(start, datetime):
        return start < now and start < now.replace(second=0, microsecond=0)
    return start < now.date()


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether `one` lies before `other`, both moments or both days."""
    return type(one) is type(other) and one < other
