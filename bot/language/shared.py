"""What all languages write alike: quotes, links, addresses, mentions, and dates in figures."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.language.atoms import Atom, Clock, Day, Doubtful, Link, Part, Several, Word
from bot.language.grammar import Rule
from bot.language.intent import Doubt, Role

QUOTED = "quoted"
MENTION = "mention"
# what people do after work is at seven or eight in the evening; at nine it may be either
AFTER_WORK = Part("after work", (0, *range(13, 21), *range(9, 13)), 18 * 60, 18 * 60)


def listed_days(numbers: Sequence[int], day: Callable[[int], Day]) -> Several | None:
    """Days named by their `numbers`: those in a row are a range, others to choose from; None if one is out of order."""
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        return None
    days = tuple(map(day, numbers))
    in_a_row = numbers[-1] - numbers[0] == len(numbers) - 1
    return Several((days[0], Link.RANGE, days[-1]) if in_a_row else days)


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    year = int(written)
    return year + 2000 if year < 70 else year + 1900 if year < 100 else year


def _date(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    return Day(_year(groups.get("year")), int(groups["month"]), int(groups["day"]))


def _date_time(match: re.Match[str]) -> Atom:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return Doubtful(Doubt.NONSENSE)
    return Several((_date(match), Clock(hour, minute, sure=True, utc=_ahead_of_utc(match["zone"]))))


def _ahead_of_utc(written: str | None) -> int | None:
    """The minutes of `z`, `+09:00`, `-0530` or `+09`."""
    if not written:
        return None
    if written == "z":
        return 0
    ahead = int(written[1:3]) * 60 + int(written[3:].lstrip(":") or 0)
    return -ahead if written[0] == "-" else ahead


QUOTES = (
    Rule("a title in quotes", r"「[^「」\n]{1,200}」(?!の?カレンダー)", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a title in quotes", r"『[^『』\n]{1,200}』(?!の?カレンダー)", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a title in quotes", r"《[^《》\n]{1,200}》", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a title in quotes", r"“[^“”\n]{1,200}”", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a title in quotes", r"\"[^\"\n]{1,200}\"", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a link", r"https?://[!-~]{1,400}", lambda _: Word(Role.PLACE)),
    Rule("an address", r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", lambda m: Word(Role.PERSON, m.group())),
    Rule("a mention", r"@(?!\d{1,4}[/月日:時]|\d{1,4} ?[ap]\.?m(?!\w)|\d{1,2}(?!\w))[^\s@、,。]", lambda _: Word(Role.PERSON, MENTION)),
)  # fmt: skip


def _from_date_to_date(match: re.Match[str]) -> Atom:
    first = Day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Several((first, Link.RANGE, Day(int(match["last_year"]), int(match["last_month"]), int(match["last_day"]))))


_ISO_DATE = r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_ISO_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?:[.,]\d{1,9})?"
DATES = (
    Rule(
        "two dates",
        r"(?<![\d/.-])(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\s?-\s?(?P<last_year>\d{4})[/.](?P<last_month>\d{1,2})[/.](?P<last_day>\d{1,2})(?![\d/-])",
        _from_date_to_date,
    ),
    Rule("a date and time", rf"{_ISO_DATE}t{_ISO_TIME}\s?(?P<zone>z(?![a-z])|[+-]\d{{2}}:?\d{{2}}|[+-]\d{{2}}(?![\d:]))?(?!\d)", _date_time),
    # a dash behind a time of day that stands apart leads to another: 2026-12-05 10:00-11:30
    Rule("a date and time", rf"{_ISO_DATE} {_ISO_TIME}\s?(?P<zone>z(?![a-z])|\+\d{{2}}:?\d{{2}}|\+\d{{2}}(?![\d:]))?(?!\d|\s?[ap]\.?m)", _date_time),
    Rule(
        "a date and time",
        r"(?<!\d)(?P<year>\d{4})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])t(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?::?\d{2})?(?P<zone>z(?![a-z])|[+-]\d{2}:?\d{2})?(?!\d)",
        _date_time,
    ),
    Rule("a date", r"(?<![\d/.-])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d/-])", _date),
    Rule("a date", r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)", _date),
)  # fmt: skip


def _two_figures(match: re.Match[str]) -> Atom:
    """1530-1630, after a day."""
    return Several((figures(match["first"]), Link.RANGE, figures(match["last"])), weak=True)


def figures(written: str) -> Clock:
    """The time of 1530."""
    return Clock(int(written[:2]), int(written[2:]), sure=True)


FIGURES = (
    Rule(
        "hours",
        r"(?<![\d/.:a-z第-])(?P<first>(?:[01]\d|2[0-3])[0-5]\d)\s?[-〜~–]\s?(?P<last>(?:[01]\d|2[0-3])[0-5]\d)"
        r"(?!:\d|[\d/.年月日時时點点分秒名人個个件円元號号년월일시분명인개원%a-z-])",
        _two_figures,
    ),
    # 20260905 1430
    Rule(
        "a clock time",
        r"(?<=(?<!\d)20\d\d[01]\d[0-3]\d )(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?![\d:/.-])",
        lambda m: figures(m["clock"]),
    ),
)

MONTH_FIRST = (
    Rule("a date", r"(?<![\d/.])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\d/])", _date),
)
