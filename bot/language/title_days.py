"""Days and parts of the day that belong to a title: the Friday of "Friday drinks on Dec 4". No calendar, no clock."""

import re
from collections.abc import Sequence

from bot.language.atoms import Day, Link, Unit
from bot.language.phrase import Phrase


def without_title_days(found: Sequence[Phrase], text: str, title_day: re.Pattern[str] | None) -> list[Phrase]:
    """`found` without each phrase that is only one word of a title, while another says the day or the time.

    `title_day` matches where such a word may stand; without it only what is no day of its own is taken for one.
    """
    left = list(found)
    if len(found) > _MANY:
        return left
    if title_day is not None:
        for phrase in left:
            _lend_its_part(phrase, left, text, title_day)
        named = {phrase.begin for phrase in found if _is_title_word(phrase, text, title_day)}
        others = [phrase for phrase in found if phrase.begin not in named]
        left = [phrase for phrase in found if phrase.begin not in named or not _is_said_by(phrase, others)]
    return [phrase for phrase in left if not _is_of_another_day(phrase, left, text)]


def _lend_its_part(phrase: Phrase, found: Sequence[Phrase], text: str, title_day: re.Pattern[str]) -> None:
    """明日 夜会議 8時: the part of the day is a word of the title, and tells which half of the day the hour means."""
    start = phrase.start
    if start is None or start.part is None or start.clock is not None or phrase.finish is not None:
        return
    last = phrase.tokens[-1]
    if len(phrase.tokens) < 2 or last.atom is not start.part or not title_day.match(text, last.begin):
        return
    if text[last.end].isspace():
        return  # "tomorrow evening drinks at 7"
    for other in found:
        timed = other.start
        if timed is not None and timed.clock is not None and timed.day is None and timed.part is None:
            other.lend_part(start.part)
            start.part = None
            phrase.tokens.pop()
            phrase.end = phrase.tokens[-1].end
            return


def leave_to_the_title(phrase: Phrase, text: str) -> None:
    """15時からお盆休みの調整: a day right before a word is no end where nothing says "until"."""
    start, finish = phrase.start, phrase.finish
    if phrase.linked is not Link.FROM_AFTER or start is None or finish is None or len(phrase.tokens) < 2:
        return
    if start.clock is None or not finish.is_only_day() or phrase.tokens[-2].atom is not Link.FROM_AFTER:
        return
    if WITHIN_A_WORD.match(text, phrase.end):
        phrase.finish = phrase.linked = None
        phrase.tokens.pop()
        phrase.end = phrase.tokens[-1].end


def is_a_name(day: Day) -> bool:
    """Whether it is a feast or a period, with which the names of many events begin."""
    return day.feast is not None or not _is_a_day(day)


def _is_title_word(phrase: Phrase, text: str, title_day: re.Pattern[str]) -> bool:
    """Whether it is a bare day or part of the day with a word of the title right behind it."""
    start = phrase.start
    if start is None or start.clock is not None or phrase.tokens[-1] is not phrase.tokens[0] or phrase.every:
        return False
    return title_day.match(text, phrase.begin) is not None


def _is_said_by(phrase: Phrase, others: Sequence[Phrase]) -> bool:
    """Whether `others` say what `phrase` would say: a day, or for a part of the day a time."""
    starts = [other.start for other in others if other.start is not None]
    if phrase.start is not None and phrase.start.day is None:
        return any(start.clock is not None or start.day is not None for start in starts)
    return any(start.day is not None for start in starts) or any(other.every is not None for other in others)


def _is_of_another_day(phrase: Phrase, found: Sequence[Phrase], text: str) -> bool:
    """Whether a feast or a period is said right before a word, and the day beside it elsewhere: next year's budget, on Friday."""
    day = _only_a_name(phrase)
    if day is None or not _BESIDE_A_WORD.match(text, phrase.end):
        return False
    others = [other.start.day for other in found if other is not phrase and other.start and other.start.day]
    feast = _is_a_feast(phrase, day)
    season = phrase.start is not None and phrase.finish is not None
    return any(_is_a_day(other) and (feast or season or _is_elsewhere(day, other)) for other in others)


def _is_elsewhere(period: Day, day: Day) -> bool:
    """Whether nobody would say that `day` is in `period`: a Friday of next year."""
    return period.join(day) is None or (_is_long(period) and day.month is None)


def _is_long(period: Day) -> bool:
    return period.month is None and period.unit not in (Unit.WEEK, Unit.WEEKEND, Unit.MONTH)


def _only_a_name(phrase: Phrase) -> Day | None:
    """The feast, month, quarter or year that is all of it."""
    said = phrase.start or phrase.finish  # before a feast
    if said is None or not said.is_only_day() or said.day is None or phrase.length or phrase.every:
        return None
    if phrase.start and phrase.finish and phrase.tokens[-1] is not phrase.tokens[0]:
        return None  # from a day to another; a quarter or a season is one word
    day = said.day
    return day if _is_a_feast(phrase, day) or not (_is_a_day(day) or day.portion or day.nth) else None


def _is_a_feast(phrase: Phrase, day: Day) -> bool:
    """Whether it is named for its feast, not by its date."""
    return day.feast is not None or phrase.tokens[0].rule == "a feast"


def _is_a_day(day: Day) -> bool:
    """Whether it is one day, and no longer period."""
    return day.day is not None or day.weekday is not None or day.unit is Unit.DAY or day.feast is not None


_MANY = 20  # times in one message are no title and its time, and all pairs of them cost much
_BESIDE_A_WORD = re.compile(r" ?[^\W\d_]")
# what stands before is the beginning of a word, or of a name of several
WITHIN_A_WORD = re.compile("の?[一-龥ァ-ヴ가-힣]")
BEFORE_A_WORD = re.compile("の?[一-龥ァ-ヴ]| ?[가-힣a-z]")
