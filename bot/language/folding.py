"""The phrases of a sentence that are about one event become one. No calendar, no clock, no language."""

from collections.abc import Sequence

from bot.language.atoms import Day, Unit
from bot.language.phrase import Moment, Phrase


def fold(all_phrases: list[Phrase]) -> tuple[Phrase, Sequence[Phrase]]:
    """The phrases of one event, of which there is at least one, as one; and those that could not be part of it."""
    main = all_phrases[0]
    return main, [phrase for phrase in all_phrases[1:] if not _merge(main, phrase)]


def _bounds(main: Phrase, other: Phrase) -> bool:
    """Take in `other` if all it says is from when or until when the repetition of `main` goes on."""
    start, finish = other.start, other.finish
    if (start is None and finish is None) or other.length or other.shift or other.weekdays:
        return False
    if start is not None and not other.says_from():
        return False
    if any(moment is not None and not moment.is_only_day() for moment in (start, finish)):
        return False
    main.since = main.since or (start.day if start is not None else None)
    main.until = main.until or (finish.day if finish is not None else None)
    main.tokens += other.tokens
    return True


def _agree_how_often(main: Phrase, other: Phrase) -> None:
    """A weekly talk every Tuesday: what only says how often gives way to what says which day as well."""
    if main.every is not None and other.every is not None and _says_only_how_often(main):
        if main.every.interval == 1:
            main.every = other.every
        other.every = None


def _says_only_how_often(phrase: Phrase) -> bool:
    """Whether a repetition says neither a day nor a time of its own."""
    return phrase.start is None and phrase.finish is None and not phrase.weekdays and not phrase.length


def _is_in(period: Day | None, day: Day | None) -> bool:
    """Whether a day completes a week or month that was said before it: next week … on Tuesday at ten."""
    if period is None or day is None or period.unit not in (Unit.WEEK, Unit.MONTH) or period.weekday or period.day:
        return False
    return (day.weekday is not None or day.day is not None) and period.join(day) is not None


def _merge(main: Phrase, other: Phrase) -> bool:
    """Take `other` into `main` if the two complete each other."""
    if main.every is not None and other.every is None and _bounds(main, other):
        return True
    _agree_how_often(main, other)
    if (main.length and other.length) or (main.every and other.every) or (main.shift and other.shift):
        return False
    if not _join_times(main, other):
        return False
    main.length = main.length or other.length
    main.every = main.every or other.every
    main.times = main.times or other.times
    main.weekdays += other.weekdays
    main.nths += other.nths
    main.dates += other.dates
    main.shift = main.shift or other.shift
    main.since = main.since or other.since
    main.until = main.until or other.until
    main.tokens += other.tokens
    return True


def _join_times(main: Phrase, other: Phrase) -> bool:
    """Take the start and the end of `other` into `main`, if they complete its own."""
    if other.start is None and other.finish is not None:
        if main.finish is not None:
            return False
        main.finish = other.finish
    elif other.start is not None and main.start is None:
        main.start = other.start
        main.finish = main.finish or other.finish
        main.linked = main.linked or other.linked
    elif other.start is not None and main.start is not None:
        return _join_starts(main, main.start, other, other.start)
    return True


def _join_starts(main: Phrase, first: Moment, other: Phrase, second: Moment) -> bool:
    """Make one of the starts of `main` and `other`, if one says the day and the other its time, or more of the day."""
    if first.is_only_day() and second == Moment(all_day=True):
        first.all_day = True
        return True
    if first.is_only_day() and second.day is None and main.finish is None:
        second.day = first.day
    elif second.is_only_day() and first.day is None and other.finish is None:
        first.day = second.day
        return True
    elif first.is_only_day() and main.finish is None and _is_in(first.day, second.day):
        second.day = _joined(first.day, second.day)
    elif main.finish is None and _is_half_of(first, second):
        _lend_the_part(first, other, second)
    elif other.finish is None and _is_half_of(second, first):
        _lend_the_part(second, main, first)
        return True
    elif main.is_on_days() and _has_two_times(other):
        main.repeat_daily(main)
    elif other.is_on_days() and _has_two_times(main):
        main.repeat_daily(other)
        return True
    else:
        day = _joined(first.day, second.day)
        if day is None or not second.is_only_day() or other.finish is not None or main.finish is not None:
            return False
        first.day = day
        return True
    main.start, main.finish, main.linked = second, other.finish, other.linked
    return True


def _is_half_of(part: Moment, time: Moment) -> bool:
    """Whether one says a day and its part, and the other its time: tomorrow morning, dentist at 9:30."""
    if part.part is None or part.day is None or part.clock or time.clock is None or time.day:
        return False
    late = part.part.begin >= _NOON
    if time.part is not None:
        return late == (time.part.begin >= _NOON)
    return late or 60 * time.clock.hour <= _NOON


_NOON = 12 * 60


def _lend_the_part(said: Moment, to: Phrase, start: Moment) -> None:
    """Give `start`, which begins `to`, the day and the part of it that were `said`."""
    start.day = said.day
    if said.part is not None:
        to.lend_part(said.part)


def _has_two_times(phrase: Phrase) -> bool:
    """Whether it goes from a time of day to another, and says no day."""
    return all(moment is not None and moment.clock and moment.day is None for moment in (phrase.start, phrase.finish))


def _joined(first: Day | None, second: Day | None) -> Day | None:
    return first.join(second) if first is not None and second is not None else None
