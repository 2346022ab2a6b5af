"""How English writes days, times, lengths and repetitions: the rules of its parts in order of preference."""

import re

from bot.language import english_clocks, english_dates, english_lengths, english_periods
from bot.language.atoms import Atom, Day
from bot.language.english_names import MONTH, WEEKDAY, weekday
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.grammar import Rule


def _weekday(match: re.Match[str]) -> Atom:
    return Day(weekday=weekday(match["wd"]))


_WEEKDAYS = (
    Rule("a weekday", rf"{BEGINS}(?:on )?(?P<wd>(?!sat{ENDS}|sun{ENDS}|wed{ENDS}){WEEKDAY})\.?(?:'s)?{ENDS}", _weekday),
    # words that may say something else
    Rule("a weekday", rf"{BEGINS}(?:on )?(?P<wd>sat|sun|wed)\.?{ENDS}(?! (?:down|in the|on|up|was|is|shines?|to(?! (?:{WEEKDAY}|next|\d|{MONTH}))))", _weekday),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *english_periods.FIRST,
    *english_lengths.MOVES,
    *english_lengths.OFTEN,
    *english_lengths.FROM_NOW,
    *english_dates.FIRST,
    *english_periods.RULES,
    *english_dates.RULES,
    *_WEEKDAYS,
    *english_dates.LAST,
    *english_clocks.RULES,
    *english_lengths.LENGTHS,
    *english_lengths.LINKS,
)
JOINERS = frozenset(
    {
        "", ",", "the", "on", "at", "in", "of", ", the", "and", "for", ", at", ", on", "'s", "(", ")", "from", ".",
        ", in", ", from", "@", "sharp", ")(", "):", ":", "and then", ", for", "'", "- ", "-",
    }
)  # fmt: skip
