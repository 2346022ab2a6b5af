"""How English tells the time of day: clock times in figures and words, parts of the day, two times at once."""

import re

from bot.language.atoms import AllDay, Atom, Clock, Day, Doubtful, Link, Now, Part, Several, Unit, Word
from bot.language.english_names import MONTH, WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS, HOUR, MINUTES, WHOLE, amount, minutes
from bot.language.grammar import Rule
from bot.language.intent import Doubt, Role
from bot.language.shared import AFTER_WORK

_MORNING = Part("morning", (*range(12), 0), 9 * 60, 12 * 60)
_AFTERNOON = Part("afternoon", (12, *(hour + 12 for hour in range(1, 12)), 12), 13 * 60, 18 * 60)
_EVENING = Part("evening", (24, *(hour + 12 for hour in range(1, 12)), 24), 18 * 60, 21 * 60)
_NIGHT = Part("night", (24, 25, 26, 27, 28, *(hour + 12 for hour in range(5, 12)), 24), 20 * 60, 24 * 60)
PARTS: dict[str, Part] = {
    "morning": _MORNING,
    "mornings": _MORNING,
    "early morning": _MORNING,
    "early in the morning": _MORNING,
    "late morning": Part("late morning", _MORNING.hours, 10 * 60, 12 * 60),
    "afternoon": _AFTERNOON,
    "afternoons": _AFTERNOON,
    "arvo": _AFTERNOON,
    "early afternoon": Part("early afternoon", _AFTERNOON.hours, 13 * 60, 15 * 60),
    "late afternoon": Part("late afternoon", _AFTERNOON.hours, 15 * 60, 18 * 60),
    "evening": _EVENING,
    "evenings": _EVENING,
    "early evening": _EVENING,
    "late evening": Part("late evening", _EVENING.hours, 20 * 60, 22 * 60),
    "night": _NIGHT,
    "nights": _NIGHT,
    "late at night": _NIGHT,
    "late night": _NIGHT,
}
# what such an event is called tells the half of the day: dinner at 7
TITLE_PARTS = (
    (
        re.compile(r"(?i)\b(?:drinks|cocktails|karaoke|pub quiz|night out|(?:movie|date|game|quiz|poker) night)$"),
        AFTER_WORK,
    ),
    (re.compile(r"(?i)\b(?:dinner|supper|nightcap|happy hour)\b"), _EVENING),
    (re.compile(r"(?i)\b(?:breakfast|sunrise)\b"), _MORNING),
)
_PART = rf"(?:{'|'.join(sorted(PARTS, key=len, reverse=True))})"


def _day(count: int) -> Day:
    return Day(unit=Unit.DAY, count=count)


_NAMED: dict[str, Atom] = {
    "noon": Clock(12, sure=True),
    "12 noon": Clock(12, sure=True),
    "twelve noon": Clock(12, sure=True),
    "high noon": Clock(12, sure=True),
    "noontime": Clock(12, sure=True),
    "midday": Clock(12, sure=True),
    "mid-day": Clock(12, sure=True),
    "lunchtime": Clock(12, sure=True),
    "lunch time": Clock(12, sure=True),
    "before lunch": Clock(11, sure=True),
    "after lunch": Clock(13, sure=True),
    "12 midday": Clock(12, sure=True),
    "midnight": Clock(24, sure=True),
    "12 midnight": Clock(24, sure=True),
    "twelve midnight": Clock(24, sure=True),
    "tonight": Several((_day(0), _NIGHT)),
    "tonight's": Several((_day(0), _NIGHT)),
    "tonite": Several((_day(0), _NIGHT)),
    "2nite": Several((_day(0), _NIGHT)),
    "last night": Several((_day(-1), _NIGHT)),
    "right now": Now(),
    "just now": Now(),
    "now": Now(),
    "at the moment": Now(),
    "at this moment": Now(),
    "as of now": Now(),
    "all day": AllDay(),
    "all-day": AllDay(),
    "all day long": AllDay(),
    "the whole day": AllDay(),
    "the entire day": AllDay(),
    "whole day": AllDay(),
    "full day": AllDay(),
    "end of day": Clock(18, sure=True),
    "end of the day": Clock(18, sure=True),
    "end of business": Clock(18, sure=True),
    "close of business": Clock(18, sure=True),
    "eod": Clock(18, sure=True),
    "cob": Clock(18, sure=True),
    "first thing": Clock(9, sure=True),
    "first thing in the morning": Clock(9, sure=True),
}


def _hour(written: str) -> int:
    return int(written) if written.isdigit() else int(amount(written))


def _meridiem(hour: int, written: str | None) -> tuple[int, bool]:
    """The hour by the day's 24, and whether that is sure."""
    if written is None:
        return hour, hour > 12 or hour == 0
    return (hour % 12 + 12 if written.lstrip("'. ").startswith("p") else hour % 12), True


def _clock(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    written, half = match["hour"], groups.get("half")
    hour = _hour(written)
    minute = minutes(groups["minute"]) if groups.get("minute") else 0
    if half and 12 < hour < 24:
        half = None  # 15:00 pm says it twice
    if hour > 24 or minute > 59:
        return Doubtful(Doubt.NONSENSE)
    hour, sure = _meridiem(hour, half)
    vague = bool(groups.get("vague") or groups.get("about"))
    return Clock(hour, minute, sure=sure or written.startswith("0"), vague=vague)


def _military(match: re.Match[str]) -> Atom:
    figures = match["figures"]
    hour, minute = int(figures[:-2]), int(figures[-2:])
    if hour > 24 or minute > 59:
        return Doubtful(Doubt.NONSENSE)
    half = match["half"]
    if half and hour > 12:
        half = None
    hour, sure = _meridiem(hour, half)
    return Clock(hour, minute, sure=sure or len(figures) == 4)


def _two_military(match: re.Match[str]) -> Atom:
    """0900-1030."""
    first, last = (Clock(int(match[name][:2]), int(match[name][2:]), sure=True) for name in ("first", "last"))
    return Several((first, Link.RANGE, last))


_SPOKEN = {"half": 30, "a half": 30, "quarter": 15, "a quarter": 15, "three quarters": 45}
_NAMED_HOURS = {"noon": 12, "midday": 12, "midnight": 24}


def _spoken(match: re.Match[str]) -> Atom:
    """Half past three, quarter to four, ten past five, five minutes before noon."""
    written = match["hour"]
    hour = _NAMED_HOURS.get(written) or _hour(written)
    if hour > 24:
        return Doubtful(Doubt.NONSENSE)
    part = _SPOKEN.get(match["minutes"])
    many = int(amount(match["minutes"])) if part is None else part
    hour, sure = _meridiem(hour, match["half"])
    sure = sure or written in _NAMED_HOURS
    if match["way"] in ("to", "till", "til", "of", "before"):
        return Clock(hour, 0, sure=sure, before=many)
    return Clock(hour, many, sure=sure)


def _half_of(match: re.Match[str]) -> Atom:
    """The British half nine."""
    hour, sure = _meridiem(_hour(match["hour"]), match["half"])
    return Clock(hour, 30, sure=sure)


def _hours_from(match: re.Match[str]) -> Atom:
    """An hour before noon, two hours after midnight."""
    step = round(60 * amount(match["n"]))
    return Clock(_NAMED_HOURS[match["hour"]], sure=True, before=step if match["way"] == "before" else -step)


def _two_times(match: re.Match[str]) -> Atom | None:
    """10-11:30am, 9-5, from 9 to 5: only the last tells the half of the day, if any does."""
    first, last = _hour(match["first"]), _hour(match["last"])
    if first > 24 or last > 24:
        return None
    if first > 12 and match["half"] and not match["lead"] and not match["first_minute"]:
        return None  # 20 to 6 pm are twenty minutes
    first_minute, last_minute = int(match["first_minute"] or 0), int(match["last_minute"] or 0)
    if first_minute > 59 or last_minute > 59:
        return None
    start_hour, start_sure = _meridiem(first, match["first_half"])
    start = Clock(start_hour, first_minute, sure=start_sure or match["first"].startswith("0"))
    hour, sure = _meridiem(last, match["half"])
    end = Clock(hour, last_minute, sure=sure)
    plain = not any(match[name] for name in ("half", "first_half", "first_minute", "last_minute"))
    return Several((start, Link.RANGE, end), weak=plain and match["lead"] is None and match["day"] is None)


def _to_a_named_hour(match: re.Match[str]) -> Atom | None:
    """9 to noon, 10pm until midnight."""
    hour = _hour(match["hour"])
    if hour > 24:
        return None
    start, sure = _meridiem(hour, match["half"])
    end = _NAMED_HOURS[match["last"]]
    minute = int(match["minute"] or 0)
    if minute > 59:
        return None
    return Several((Clock(start, minute, sure=sure or (end == 12 and start > 6)), Link.RANGE, Clock(end, sure=True)))


def _bare(match: re.Match[str]) -> Atom | None:
    hour = _hour(match["hour"])
    return Clock(hour, sure=hour > 12) if hour <= 24 else None


def _perhaps(match: re.Match[str]) -> Atom | None:
    """An hour, where nothing else is said of the time."""
    clock = _bare(match)
    return Several((clock,), weak=True) if clock is not None else None


# what a figure behind "for" counts the guests or things of
_COUNTED = "table tables dinner lunch brunch breakfast room rooms desk seats tickets taxi van bus catering sandwiches cake gift party booking reservation drinks pizza food space spaces beds cups chairs house car workshop class training seminar course tour group event".split()
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?|(?<=\d)[ap]\b)"
_AT = r"(?:at |@ ?)?(?:(?P<about>around|about|approximately|approx\.?|roughly|circa|~|near|close to) ?)?(?:exactly |precisely |sharp )?"
_ISH = r"(?P<vague>[ -]?ish)?"
_FREE = r"(?<![\w.:$€£#/])(?<![a-z]-)"  # a figure that belongs to nothing before it
_DASH = r"\s?(?:-|–|—|~|to|until|till|til|through|thru)\s?"
_IN = r"(?:in the |at |during the |on the |over the |throughout the )"
# a night without them is a title's: movie night
_A_DAY_BEFORE = r"(?:^|(?<=day )|(?<=days )|(?<=row )|(?<=tmrw )|(?<=the )|(?<=every )|(?<=each )|(?<=[\d,] )|(?<=\dth )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=[ap]m )|(?<=mon )|(?<=tues )|(?<=tue )|(?<=wed )|(?<=thu )|(?<=fri )|(?<=sat )|(?<=sun )|(?<=clock )|(?<='s ))"
_A_MONTH_BEFORE = (
    "(?:"
    + "|".join(
        rf"(?<= {name} )"
        for name in "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december".split()
    )
    + ")"
)
_NO_UNIT = r"(?![:/.]\d|[-–]\d| ?%| (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|of (?:us|them|the)|persons?|times|things|more|or|other|dollars|euros|percent|points?|items?|km|miles?|meters?|degrees?|am|pm|st|and a half)\b)"

RULES: tuple[Rule, ...] = (
    Rule("a time of day", rf"{BEGINS}(?:at (?:the )?|@ ?|by the (?=end|close))?(?P<word>{'|'.join(map(re.escape, sorted(_NAMED, key=len, reverse=True)))}){ENDS}", lambda m: _NAMED[m["word"]]),
    Rule("this time of day", rf"{BEGINS}(?:at |around |about ){{0,2}}this time(?= (?:(?:on |of )?(?:tomorrow|tmrw|tmr|{WEEKDAY})|next (?:week|month|year|{WEEKDAY})|(?:the )?day after){ENDS})|{BEGINS}(?:(?<=tomorrow )|(?<=week )|(?<=day ))(?:at |around |about ){{1,2}}this time{ENDS}", lambda _: Now()),
    Rule("about a named time", rf"{BEGINS}(?:at )?(?:around|about|approximately) (?P<word>noon|midday|midnight){ENDS}|{BEGINS}(?P<ish>noon|midday|midnight)-?ish{ENDS}", lambda m: Clock(_NAMED_HOURS[m["word"] or m["ish"]], sure=True, vague=True)),
    Rule("two times of day", rf"(?<![\w./:$€£#-])(?P<lead>from |between |btw |(?<=morning )|(?<=afternoon )|(?<=evening )|(?<=tonight ))?(?P<first>\d{{1,2}})(?:[:.h](?P<first_minute>\d{{2}}))?\s?(?P<first_half>[ap]\.?m\.?|[ap](?=[\s-]))?(?:{_DASH}|(?<=m)\s?-\s?| and (?<=\d and )| and (?<=m and ))(?P<last>\d{{1,2}})(?:[:.h](?P<last_minute>\d{{2}}))?\s?{_HALF}?(?![\w/-]|[:.]\d| (?:times|people|days|weeks|months|years|noon|midday|midnight){ENDS})(?:(?<=m)|(?<=:\d\d)|(?! (?:of )?{MONTH}{ENDS}(?! \d{{1,2}}(?![\d:]))))(?P<day>(?= (?:tomorrow|today|tonight|in the (?:morn|after|even)|this (?:morn|after|even)|on {WEEKDAY}|next {WEEKDAY})))?", _two_times),
    Rule("two times of day", rf"{_FREE}(?:from |between |at )?(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))? ?{_HALF}?(?:{_DASH}| and )(?:12 )?(?P<last>noon|midday|midnight){ENDS}", _to_a_named_hour),
    Rule("two times of day", rf"{BEGINS}(?P<lead>from |between )(?P<first>{HOUR})(?P<first_minute>(?!))? ?(?P<first_half>[ap]\.?m\.?)? (?:to|until|till|and|through) (?P<last>{HOUR})(?! (?:people|days|weeks|times|minutes|mins|hours|months|years))(?P<last_minute>(?!))?(?: ?{_HALF})?(?P<day>(?!))?(?! past| to |:)(?!\w)", _two_times),
    Rule("two times of day", rf"{BEGINS}(?P<lead>(?!))?(?P<first>(?:one|two|three|four|six|seven|eight|nine|eleven|twelve){ENDS})(?P<first_minute>(?!))?(?P<first_half>(?!))? (?:to|until|till) (?P<last>{HOUR})(?! (?:people|days|weeks|times|minutes|mins|hours|months|years))(?P<last_minute>(?!))?(?: ?{_HALF})?(?P<day>(?= (?:tomorrow|today|tonight)))?(?! past| to |:)(?!\w)", _two_times),
    Rule("a spoken time", rf"{BEGINS}{_AT}(?P<minutes>half|a half|a quarter|quarter|three quarters|five|ten|twenty|twenty[- ]five)(?: minutes?| mins?)? (?P<way>past|after|to|till|til|before|of) (?P<hour>noon|midday|midnight|{HOUR})(?: ?o'?clock)?(?: ?{_HALF})?{ENDS}{_NO_UNIT}", _spoken),
    Rule("a spoken time", rf"{BEGINS}{_AT}(?P<minutes>(?:{WHOLE})(?= min| past|(?<=[05]) (?:to|till|til) )|\d[05](?= before))(?: minutes?| mins?)? (?P<way>past|after|to|till|til|before) (?P<hour>noon|midday|midnight|{HOUR})(?: ?o'?clock)?(?: ?{_HALF})?{ENDS}{_NO_UNIT}", _spoken),
    Rule("a spoken time", rf"{BEGINS}(?:at )?half[ -](?P<hour>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){ENDS}|\d{{1,2}}(?!\d))(?: ?{_HALF})?(?! (?:an?|hour|day|of))", _half_of),
    Rule("hours before or after a time", rf"{BEGINS}(?P<n>an|one|two|three|four|half an|\d) hours? (?P<way>before|after|past) (?P<hour>noon|midday|midnight){ENDS}", _hours_from),
    Rule("a clock time", rf"{_FREE}{_AT}(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?:[:.]\d{{2}})?(?:\.\d{{1,6}})? ?{_HALF}{_ISH}(?!\w)", _clock),
    Rule("a clock time", rf"{_FREE}{_AT}(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}}(?:\.\d{{1,6}})?)?{_ISH}(?: ?(?:h(?:rs|ours?)?|o'?clock){ENDS}|(?!\w|:\d))", _clock),
    Rule("a clock time", rf"{_FREE}{_AT}(?P<hour>\d{{1,2}}) ?{_HALF}{_ISH}(?!\w)", _clock),
    Rule("a clock time", rf"{_FREE}{_AT}(?P<hour>(?:[01]?\d|2[0-4]))h(?P<minute>[0-5]\d){ENDS}", _clock),
    Rule("a clock time", rf"{BEGINS}(?:at |@ ?)(?P<about>(?!))?(?P<hour>(?:[01]?\d|2[0-4]))h(?P<minute>[0-5]\d)m(?:in)?{ENDS}", _clock),
    Rule("a clock time", rf"{BEGINS}(?:at|from|until|till|by|@) ?(?P<about>(?!))?(?P<hour>\d{{1,2}})h{ENDS}", _clock),
    Rule("a dotted clock time", rf"{BEGINS}(?:at|from|until|till|by|@) ?(?P<about>(?!))?(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?![\w.])(?! ?%)", _clock),
    Rule("a dotted clock time", rf"{_FREE}(?P<about>(?!))?(?P<hour>(?:1\d|2[0-3]|\d))\.(?P<minute>[0-5]\d)(?= (?:on )?(?:{WEEKDAY}|today|tomorrow|tonight|every|each|daily|weekdays){ENDS})", _clock),
    Rule("a dotted clock time", rf"(?:(?<=[a-z] \d )|(?<=[a-z] \d\d )|(?<=day )|(?<=\d(?:th|st|nd|rd) )|(?<=tomorrow )|(?<= now )|(?<=starts )|(?<=make it )|(?<= (?:mon|tue|wed|thu|fri|sat|sun) )|{_A_MONTH_BEFORE}|(?<=20\d\d ))(?P<about>(?!))?(?P<hour>(?:1\d|2[0-3]|\d))\.(?P<minute>[0-5]\d)(?![\w.])(?! ?%)", _clock),
    Rule("two military times", rf"{_FREE}(?:from )?(?P<first>(?:0\d|1[0-8])[0-5]\d) ?(?:-|–|to) ?(?P<last>(?:[01]\d|2[0-3])[0-5]\d)(?: ?h(?:ou)?rs?| ?h)?(?![\w/-]|[:.]\d)", _two_military),
    Rule("a military time", rf"{_FREE}(?:at |@ ?)?(?P<figures>[0-2]?\d[0-5]\d) ?(?:h(?:ou)?rs?|h){ENDS}(?P<half>(?!))?", _military),
    Rule("a military time", rf"{_FREE}(?:at |@ ?)?(?P<figures>[01]?\d[0-5]\d) ?{_HALF}(?!\w)", _military),
    Rule("a military time", rf"{BEGINS}(?:at|@) ?(?P<figures>[0-2]\d[0-5]\d){ENDS}(?P<half>(?!))?", _military),
    Rule("a military time", rf"(?:(?<=day )|(?<=tomorrow )|(?<=today )|(?<=tonight )|(?<=tmrw )|(?<=tmr )|(?<= mon )|(?<= tue )|(?<= tues )|(?<= wed )|(?<= weds )|(?<= thu )|(?<= thur )|(?<= thurs )|(?<= fri )|(?<= sat )|(?<= sun )|(?<=\d(?:st|nd|rd|th) )|{_A_MONTH_BEFORE}(?!19|20))(?P<figures>(?:[01]\d|2[0-3])[0-5]\d){ENDS}(?![-–/:.]\d)(?P<half>(?!))?", _military),
    Rule("a military time", rf"{_FREE}(?P<figures>(?:0\d|1[0-8]|2[1-3])[0-5]\d)(?= (?:today|tomorrow|tonight|tmrw|tmr|(?:on )?(?:next |this )?{WEEKDAY}){ENDS})(?P<half>(?!))?", _military),
    Rule("a spoken clock time", rf"{BEGINS}{_AT}(?P<hour>{HOUR}) (?P<minute>{MINUTES}){ENDS}(?: ?{_HALF}(?!\w)|(?= (?:in the|at night|today|tomorrow|tonight|o'?clock)))", _clock),
    Rule("a spoken clock time", rf"{BEGINS}(?:at|by|from|until|till|@) (?P<about>(?!))?(?P<hour>{HOUR}) (?P<minute>{MINUTES}){ENDS}", _clock),
    Rule("a clock time", rf"{BEGINS}{_AT}(?P<hour>{HOUR}) ?o'?clock{_ISH}(?: sharp)?(?: ?{_HALF}(?!\w))?{ENDS}", _clock),
    Rule("a clock time", rf"{BEGINS}{_AT}(?P<hour>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) ?(?P<half>[ap]\.?m\b\.?){_ISH}(?!\w)", _clock),
    Rule("a vague hour", rf"{_FREE}(?:at )?(?P<hour>{HOUR})(?P<vague>[ -]?ish){ENDS}", _clock),
    Rule("a vague hour", rf"{BEGINS}(?:at )?(?P<about>around|about|approximately|roughly|~) ?(?P<hour>{HOUR}){ENDS}(?=$|[.,?!]| (?:on|today|tomorrow|tonight|in the|at night|this|next|{WEEKDAY}|with|for){ENDS}){_NO_UNIT}", _clock),
    Rule("a bare hour", rf"{BEGINS}(?:at|@) ?(?P<hour>{HOUR}){ENDS}{_NO_UNIT}(?: sharp)?", _clock),
    Rule("a bare hour", rf"{BEGINS}(?P<hour>{HOUR})(?= (?:in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|afternoon|evening|arvo)){ENDS})", _bare),
    Rule("a bare hour", rf"{BEGINS}(?:(?<=from )|(?<=between )|(?<=after )|(?<=before )|(?<=since ))(?P<hour>{HOUR}){ENDS}{_NO_UNIT}(?! (?:{MINUTES}))", _bare),
    Rule("a bare hour", rf"{BEGINS}(?:(?<=\bto )|(?<=until )|(?<=till )|(?<=til )|(?<=\bby )|(?<=\d and )|(?<=[a-z] - )|(?<=through ))(?P<hour>{HOUR}){ENDS}{_NO_UNIT}", _bare),
    Rule("a bare hour", rf"{BEGINS}(?:(?<=day )|(?<=tomorrow )|(?<=morning )|(?<=afternoon )|(?<=evening )|(?<=tonight )|(?<=tmrw )|(?<= mon )|(?<= tue )|(?<= tues )|(?<= wed )|(?<= thu )|(?<= thur )|(?<= fri )|(?<= sat )|(?<= sun ))(?P<hour>\d{{1,2}})(?=$|[,.!?;](?!\d)| (?:at|in|with|w/?|pls|plz|please|thanks|ta|@|near|next to|by|opposite|behind|outside) (?!\d))", _bare),
    Rule("a bare hour", rf"(?:^|{BEGINS}(?:(?<=^so )|(?<=, so )|(?<=ok so )|(?<=say )|(?<=how about )|(?<=let's do )|(?<=make it )|(?<=, )))(?P<hour>\d{{1,2}})(?= (?:tomorrow|tmrw|tmr|today|on {WEEKDAY}|{WEEKDAY}){ENDS})", _bare),
    # of what is no number of guests: a call for 9 tomorrow
    Rule("a bare hour", rf"{BEGINS}{''.join(f'(?<!{counted} )' for counted in _COUNTED)}for (?P<hour>1[0-2]|\d)(?= (?:tomorrow|tmrw|tmr|today|tonight|(?:on |next |this )?{WEEKDAY}){ENDS})", _perhaps),
    # of somebody: parents' evening, ladies' night
    Rule("a title's part of the day", rf"(?<=s' )(?P<part>{_PART}){ENDS}", lambda _: Word(Role.TITLE)),
    # behind a time that needs it not, and before a noun: 8:45 morning huddle
    Rule("a title's part of the day", rf"(?:(?<=:\d\d )|(?<=\d[ap]m )|(?<=\d [ap]m ))(?:morning|afternoon|evening|night)(?= (?!{WEEKDAY}|{MONTH}|at|on|in|for|from|to|until|till|with|and|or|today|tomorrow|tonight|next|this|every|please|pls|thanks|time|of|by|sharp|if|is|if|can|could|would)[a-z]{{3,}})", lambda _: Word(Role.TITLE)),
    Rule("a part of a day named next", rf"{BEGINS}(?:on |in |during )?the (?P<part>{_PART}) of (?=(?:the )?(?:\d|{WEEKDAY}|{MONTH}|christmas))", lambda m: PARTS[m["part"]]),
    Rule("some day of a week", rf"{BEGINS}(?:some ?time|at some point)(?= (?:on |in |during )?(?:(?:next|this|the) (?:week|month)|(?:early |late )(?:next|this) ))", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("early or late in a day", rf"{BEGINS}(?:early|late|later)(?= (?:tomorrow|today|tonight|last night|(?:on )?{WEEKDAY}){ENDS})", lambda _: Link.AT),
    Rule("a part of this day", rf"{BEGINS}this (?P<part>{_PART}){ENDS}", lambda m: Several((_day(0), PARTS[m["part"]]))),
    Rule("a part of the day", rf"{BEGINS}(?:{_IN}(?:early |late )?|(?:early |late )?(?:in the )?(?!nights?{ENDS})|{_A_DAY_BEFORE}(?=night))(?P<part>{_PART}){ENDS}(?! (?:club|school|shift|bus|out|of))", lambda m: PARTS[m["part"]]),
    # a zone that nobody told us how to count is a question
    Rule("a time zone", r"(?:(?<=:\d\d )|(?<=:\d\d)|(?<=\d[ap]m )|(?<=\d [ap]m )|(?<=\d[ap]m)|(?<=[ap]\.m\. ))\(?(?:utc|gmt|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|cet|cest|bst|ist|kst|hkt|sgt|aest)(?:[+-]\d{1,2}(?::?\d\d)?)?\)?(?!\w)", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("our time zone", r"(?:(?<=:\d\d )|(?<=[ap]m )|(?<=\.m\. ))\(?(?:jst|japan time|tokyo time|local time)\)?(?!\w)", lambda _: Word(Role.FILLER)),
    Rule("our time zone", r"(?<=:\d\d)\+09:?00(?!\d)", lambda _: Word(Role.FILLER)),
    Rule("a time zone", r"(?<=:\d\d)\+\d\d:\d\d(?!\d)", lambda _: Doubtful(Doubt.VAGUE)),
)  # fmt: skip
