"""The phrases of a sentence that are about one event become one. No calendar, no clock, no language."""

from collections.abc import Sequence

from bot.language.phrases import Moment, Phrase


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


def _merge(main: Phrase, other: Phrase) -> bool:
    """Take `other` into `main` if the two complete each other."""
    if main.every is not None and other.every is None and _bounds(main, other):
        return True
    _agree_how_often(main, other)
    if (main.length and other.length) or (main.every and other.every) or (main.shift and other.shift):
        return False
    if other.start is not None and main.start is not None:
        if main.start.is_only_day() and other.start == Moment(all_day=True):
            main.start.all_day = True
        elif main.start.is_only_day() and other.start.day is None and main.finish is None:
            other.start.day = main.start.day
            main.start, main.finish, main.linked = other.start, other.finish, other.linked
        elif other.start.is_only_day() and main.start.day is None and other.finish is None:
            main.start.day = other.start.day
        elif other.start.is_only_day() and main.start.day and other.finish is None and main.finish is None:
            joined = main.start.day.join(other.start.day)  # type: ignore[arg-type]  # is_only_day: it has one
            if joined is None:
                return False
            main.start.day = joined
        else:
            return False
    elif other.start is not None:
        main.start = other.start
        main.finish = main.finish or other.finish
        main.linked = main.linked or other.linked
    elif other.finish is not None:
        if main.finish is not None:
            return False
        main.finish = other.finish
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
