"""Days and parts of the day that belong to a title: the Friday of "Friday drinks on Dec 4". No calendar, no clock."""

import re
from collections.abc import Sequence

from bot.language.phrases import Phrase


def without_title_days(found: Sequence[Phrase], text: str, title_day: re.Pattern[str]) -> list[Phrase]:
    """`found` without each phrase that is only one word of a title, while another says the day or the time."""
    named = {phrase.begin for phrase in found if _is_title_word(phrase, text, title_day)}
    if not named:
        return list(found)
    others = [phrase for phrase in found if phrase.begin not in named]
    return [phrase for phrase in found if phrase.begin not in named or not _is_said_by(phrase, others)]


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
    return any(start.day is not None for start in starts)
