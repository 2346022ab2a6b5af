"""How English writes days, times, lengths and repetitions."""

import re

from bot.language.atoms import (
    AllDay,
    Atom,
    Clock,
    Day,
    Doubtful,
    Every,
    Length,
    Link,
    Move,
    Now,
    Offset,
    Part,
    Portion,
    Several,
    Shift,
    Times,
    Unit,
    Weekdays,
)  # fmt: skip
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt

# --- numerals ---

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMERALS: dict[str, float] = {word: value for value, word in enumerate(_SMALL)}
_NUMERALS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple of": 2,
              "a few": 3, "few": 3, "several": 3, "half a": 0.5, "half an": 0.5, "a dozen": 12, "one and a half": 1.5, "two and a half": 2.5}  # fmt: skip
_NUMERALS |= {f"{tens}{gap}{ones}": _NUMERALS[tens] + _NUMERALS[ones]
              for tens in ("twenty", "thirty", "forty", "fifty") for ones in _SMALL[1:10] for gap in ("-", " ")}  # fmt: skip
_ORDINALS = {word: value + 1 for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split())}  # fmt: skip
_ORDINALS |= {f"twenty{gap}{word}": 20 + value for word, value in list(_ORDINALS.items())[:9] for gap in ("-", " ")}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}


def _any(table: object) -> str:
    return "|".join(map(re.escape, sorted(table, key=len, reverse=True)))  # type: ignore[call-overload]  # any iterable of words


N = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|(?:{_any(_NUMERALS)}))"
_B = r"(?<![\w.])"  # a word begins here
_E = r"(?![\w])"  # and ends here


def amount(written: str) -> float:
    """The value of a numeral in figures or words."""
    return _NUMERALS[written] if written in _NUMERALS else float(written)


def _ordinal(written: str) -> int:
    return _ORDINALS[written] if written in _ORDINALS else int(re.match(r"\d+", written).group())  # type: ignore[union-attr]  # the pattern begins with figures


# --- names ---

_WEEKDAYS = {
    form: index
    for index, forms in enumerate((
        "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
        "saturday sat", "sunday sun",
    ))
    for form in forms.split()
}  # fmt: skip
_MONTHS = {
    form: index + 1
    for index, forms in enumerate((
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ))
    for form in forms.split()
}  # fmt: skip
_WD = rf"(?:{_any(_WEEKDAYS)})"
_MO = rf"(?:{_any(_MONTHS)})"
_DAYS = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_any(_ORDINALS)})"
_TH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_any(_ORDINALS)})"
_YEAR = r"(?:\d{4}|'\d{2})"
_UNITS = {
    "second": Unit.SECOND, "sec": Unit.SECOND, "minute": Unit.MINUTE, "min": Unit.MINUTE, "hour": Unit.HOUR, "hr": Unit.HOUR, "h": Unit.HOUR,
    "day": Unit.DAY, "business day": Unit.WORKDAY, "working day": Unit.WORKDAY, "workday": Unit.WORKDAY, "weekday": Unit.WORKDAY,
    "weekend": Unit.WEEKEND, "week": Unit.WEEK, "wk": Unit.WEEK, "fortnight": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER,
    "year": Unit.YEAR, "yr": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY,
}  # fmt: skip
_LONG_UNIT = r"(?:business days?|working days?|workdays?|weekdays?|days?|weekends?|fortnights?|weeks?|wks?|months?|quarters?|years?|yrs?|decades?|century|centuries)"
_SHORT_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h)"


def _unit(written: str) -> Unit:
    written = "century" if written == "centuries" else written
    return _UNITS.get(written) or _UNITS[written.removesuffix("s")]


def _weekday(written: str) -> int:
    return _WEEKDAYS[written.rstrip(".")]


def _month(written: str) -> int:
    return _MONTHS[written.rstrip(".")]


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written[1:])


def _date(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    day = groups.get("day")
    return Day(_year(groups.get("year")), _month(match["month"]), _ordinal(day) if day else None)


def _span_in_month(match: re.Match[str]) -> Atom:
    month, year = _month(match["month"]), _year(match["year"])
    return Several((Day(year, month, _ordinal(match["first"])), Link.RANGE, Day(year, month, _ordinal(match["last"]))))


def _us_date(match: re.Match[str]) -> Atom:
    month, day = int(match["month"]), int(match["day"])
    if month > 12 >= day:
        month, day = day, month
    year = match["year"]
    return Day(None if year is None else int(year) + (0 if len(year) == 4 else 2000), month, day)


# --- days from now ---

_NAMED_DAYS: dict[str, Atom] = {
    "today": Day(unit=Unit.DAY, count=0), "tomorrow": Day(unit=Unit.DAY, count=1), "tmrw": Day(unit=Unit.DAY, count=1),
    "tomorow": Day(unit=Unit.DAY, count=1), "tmr": Day(unit=Unit.DAY, count=1), "tomorrow's": Day(unit=Unit.DAY, count=1), "today's": Day(unit=Unit.DAY, count=0),
    "yesterday": Day(unit=Unit.DAY, count=-1), "yesterday's": Day(unit=Unit.DAY, count=-1),
    "the day after tomorrow": Day(unit=Unit.DAY, count=2), "day after tomorrow": Day(unit=Unit.DAY, count=2),
    "the day before yesterday": Day(unit=Unit.DAY, count=-2), "day before yesterday": Day(unit=Unit.DAY, count=-2),
    "the weekend": Day(unit=Unit.WEEKEND, count=0), "weekend": Day(unit=Unit.WEEKEND, count=0),
    "end of the month": Day(portion=Portion.LAST_DAY), "end of month": Day(portion=Portion.LAST_DAY), "eom": Day(portion=Portion.LAST_DAY),
    "the end of the month": Day(portion=Portion.LAST_DAY), "month end": Day(portion=Portion.LAST_DAY),
    "end of the year": Day(month=12, day=31), "end of year": Day(month=12, day=31), "eoy": Day(month=12, day=31),
    "end of the week": Day(unit=Unit.WEEK, count=0, weekday=4), "eow": Day(unit=Unit.WEEK, count=0, weekday=4),
}  # fmt: skip
_WHICH = {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "this": 0, "current": 0, "this coming": 0, "this past": -1,
          "last": -1, "past": -1, "previous": -1}  # fmt: skip
_W = r"(?:the )?(?P<which>this coming|this past|next|coming|following|upcoming|this|current|last|past|previous)"


def _which_unit(match: re.Match[str]) -> Atom:
    return Day(unit=_unit(match["unit"]), count=_WHICH[match["which"]])


def _which_weekday(match: re.Match[str]) -> Atom:
    which, weekday = match["which"], _weekday(match["wd"])
    if which == "next":
        return Day(unit=Unit.WEEK, count=1, weekday=weekday)
    if which in ("this", "current"):
        return Day(unit=Unit.WEEK, count=0, weekday=weekday)
    return Day(weekday=weekday, side=-1 if _WHICH[which] < 0 else 1)


def _which_month(match: re.Match[str]) -> Atom:
    return Day(month=_month(match["month"]), side=_WHICH[match["which"]])


def _nth_weekday(match: re.Match[str]) -> Atom:
    nth = -1 if match["last"] else _ordinal(match["nth"])
    return Day(nth=nth, weekday=_weekday(match["wd"]))


def _seconds(unit: Unit, count: float) -> Length:
    return Length(seconds=round(count * {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}[unit]))


def _length(match: re.Match[str]) -> Length:
    count = amount(match["n"])
    total = _seconds(_unit(match["unit"]), count + (0.5 if match["half"] else 0))
    if match["n2"]:
        total += _seconds(Unit.MINUTE, amount(match["n2"]))
    return total


def _long_length(match: re.Match[str]) -> Length:
    count, unit = amount(match["n"]), _unit(match["unit"])
    if match["unit"].startswith("fortnight"):
        count *= 2
    if unit in (Unit.DAY, Unit.WORKDAY):
        return Length(days=round(count))
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return Length(days=round(7 * count))
    return Length(
        months=round(
            count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit]
        )
    )


def _way(match: re.Match[str]) -> int:
    return -1 if {match["way"], match["way2"]} & {"forward", "up", "earlier"} else 1


def _shift(match: re.Match[str]) -> Shift:
    return Shift(_way(match), _length(match))


def _shift_days(match: re.Match[str]) -> Shift:
    return Shift(_way(match), _long_length(match))


# --- times of day ---

_AM = Part("am", (*range(12), 0), 9 * 60, 12 * 60)
_PM = Part("pm", (0, *(hour + 12 for hour in range(1, 12)), 12), 13 * 60, 18 * 60)
_MORNING = Part("morning", (*range(12), 0), 9 * 60, 12 * 60)
_AFTERNOON = Part("afternoon", (12, *(hour + 12 for hour in range(1, 12)), 12), 13 * 60, 18 * 60)
_EVENING = Part("evening", (24, *(hour + 12 for hour in range(1, 12)), 24), 18 * 60, 21 * 60)
_NIGHT = Part("night", (24, 25, 26, 27, 28, *(hour + 12 for hour in range(5, 12)), 24), 20 * 60, 24 * 60)
_PARTS: dict[str, Atom] = {
    "morning": _MORNING, "afternoon": _AFTERNOON, "evening": _EVENING, "night": _NIGHT, "early morning": _MORNING,
    "mornings": _MORNING, "afternoons": _AFTERNOON, "evenings": _EVENING,
}  # fmt: skip
_NAMED_TIMES: dict[str, Atom] = {
    "noon": Clock(12, sure=True), "midday": Clock(12, sure=True), "lunchtime": Clock(12, sure=True), "midnight": Clock(24, sure=True),
    "tonight": Several((Day(unit=Unit.DAY, count=0), _NIGHT)), "tonite": Several((Day(unit=Unit.DAY, count=0), _NIGHT)),
    "last night": Several((Day(unit=Unit.DAY, count=-1), _NIGHT)),
    "right now": Now(), "now": Now(), "all day": AllDay(), "all-day": AllDay(), "the whole day": AllDay(), "whole day": AllDay(),
    "end of day": Clock(18, sure=True), "eod": Clock(18, sure=True), "first thing": Clock(9, sure=True),
}  # fmt: skip


def _meridiem(hour: int, written: str | None) -> tuple[int, bool]:
    if written is None:
        return hour, hour > 12 or hour == 0
    return (hour % 12 + 12 if written.startswith("p") else hour % 12), True


def _clock(match: re.Match[str]) -> Atom | None:
    groups = match.groupdict()
    written = match["hour"]
    hour = int(written) if written.isdigit() else int(amount(written))
    minute = int(groups.get("minute") or 0)
    half = groups.get("half")
    if hour > 24 or minute > 59 or (half and hour > 12):
        return Doubtful(Doubt.NONSENSE)
    hour, sure = _meridiem(hour, half)
    return Clock(hour, minute, sure=sure or written.startswith("0"), vague=bool(groups.get("vague")))


def _spoken(match: re.Match[str]) -> Atom:
    """Half past three, quarter to four, ten past five."""
    hour = int(match["hour"]) if match["hour"].isdigit() else int(amount(match["hour"]))
    minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["minutes"])
    if minutes is None:
        minutes = int(amount(match["minutes"]))
    hour, sure = _meridiem(hour, match["half"])
    if match["way"] in ("to", "till", "til", "of", "before"):
        return Clock(hour, 0, sure=sure, before=minutes)
    return Clock(hour, minutes, sure=sure)


def _two_hours(match: re.Match[str]) -> Atom | None:
    """10-11:30am, 9-5, noon apart: only the last tells the half, if any does."""
    first, last = int(match["first"]), int(match["last"])
    if first > 24 or last > 24:
        return None
    start = Clock(first, int(match["first_minute"] or 0), sure=first > 12)
    hour, sure = _meridiem(last, match["half"])
    end = Clock(hour, int(match["last_minute"] or 0), sure=sure)
    plain = match["half"] is None and match["first_minute"] is None and match["last_minute"] is None
    return Several((start, Link.RANGE, end), weak=plain and not match["lead"])


_HALF = r"(?P<half>[ap]\.?m\.?|[ap])"
_HOUR_WORD = rf"(?:\d{{1,2}}|{_any(_SMALL[1:13])})"
_AT = r"(?:at |@ ?|around |about |by )?"


_ADVERBS: dict[str, Atom] = {
    "daily": Every(Unit.DAY), "weekly": Every(Unit.WEEK), "biweekly": Every(Unit.WEEK, 2), "bi-weekly": Every(Unit.WEEK, 2),
    "fortnightly": Every(Unit.WEEK, 2), "monthly": Every(Unit.MONTH), "quarterly": Every(Unit.MONTH, 3), "yearly": Every(Unit.YEAR),
    "annually": Every(Unit.YEAR),
}  # fmt: skip


def _count(written: str) -> float:
    if written in _ORDINALS or re.match(r"\d+(?:st|nd|rd|th)$", written):
        return _ordinal(written)
    return amount(written)


def _steps_forward(match: re.Match[str]) -> Atom:
    return _stepped(match, 1)


def _steps_back(match: re.Match[str]) -> Atom:
    return _stepped(match, -1)


def _stepped(match: re.Match[str], sign: int) -> Day:
    count, unit = amount(match["n"]), _unit(match["unit"])
    if match["unit"].startswith("fortnight"):
        count *= 2
    if count != int(count):
        return Day(moves=(Move(sign * count, unit),))
    return Day(unit=unit, count=sign * int(count), exact=True)


def _moves(match: re.Match[str]) -> Day:
    count, unit = amount(match["n"]), _unit(match["unit"])
    if match["unit"].startswith("fortnight"):
        count *= 2
    return Day(moves=(Move(-count if match["way"] == "before" else count, unit),))


def _bare(match: re.Match[str]) -> Atom | None:
    written = match["hour"] or match["hour2"]
    hour = int(written) if written.isdigit() else int(amount(written))
    return Clock(hour, sure=hour > 12) if hour <= 24 else None


RULES: tuple[Rule, ...] = (
    Rule("how far to move", rf"{_B}(?:(?P<way>back|forward|up|later|earlier|out|down) )?by (?:about )?(?P<n>{N}) ?(?P<unit>{_SHORT_UNIT})(?P<half> and a half)?(?:(?:,| and)? ?(?P<n2>{N}) ?min(?:ute)?s?)?(?: (?P<way2>later|earlier))?{_E}", _shift),
    Rule("how far to move", rf"{_B}(?:(?P<way>back|forward|up|later|earlier|out) )?by (?P<n>{N}) (?P<unit>{_LONG_UNIT})(?: (?P<way2>later|earlier))?{_E}", _shift_days),
    Rule("how far to move", rf"{_B}(?P<n>{N}) ?(?P<unit>{_SHORT_UNIT})(?P<half> and a half)?(?P<n2>(?!))? (?P<way>later|earlier)(?P<way2>(?!))?(?=[ .!]*$)", _shift),
    # repetitions
    Rule("a repetition on working days", rf"{_B}(?:every|each) (?:weekday|workday|business day|working day){_E}|{_B}on weekdays{_E}", lambda _: Every(Unit.WEEK, workdays=True)),
    Rule("a repetition", rf"{_B}every (?P<n>other|second|{N}|{_TH}) (?P<unit>days?|weeks?|months?|quarters?|years?){_E}", lambda m: Every(_unit(m["unit"]), 2 if m["n"] in ("other", "second") else int(_count(m["n"])))),
    Rule("a repetition", rf"{_B}every (?:other|second)(?= {_WD}{_E})", lambda _: Every(Unit.WEEK, 2)),
    Rule("a repetition", rf"{_B}(?:every|each) (?P<unit>day|week|month|quarter|year){_E}", lambda m: Every(_unit(m["unit"]))),
    Rule("a repetition", rf"{_B}(?P<how>daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly|annually){_E}(?= (?:on|at|every|from|for|until|starting)|$| {_WD}|$)", lambda m: _ADVERBS[m["how"]]),
    Rule("a repetition in a part of the day", rf"{_B}(?:every|each) (?P<part>morning|afternoon|evening|night){_E}", lambda m: Several((Every(Unit.DAY), _PARTS[m["part"]]))),
    Rule("a repetition", rf"{_B}(?:every|each)(?= (?:{_WD}s?|{_TH}|{_MO}|first|last|second|third){_E})", lambda _: Every(None)),
    Rule("a repetition on weekdays", rf"{_B}(?:on )?(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s{_E}", lambda m: Several((Every(Unit.WEEK), Weekdays((_weekday(m["wd"]),))))),
    Rule("how many times", rf"{_B}(?:for )?(?P<n>\d{{1,3}}|{_any(_SMALL[2:13])}) (?:times|occurrences|sessions){_E}", lambda m: Times(int(amount(m["n"])))),
    # offsets
    Rule("so long from now", rf"{_B}(?:in|after) (?:about )?(?P<n>{N}) ?(?P<unit>{_SHORT_UNIT})(?P<half> and a half)?(?:(?:,| and)? ?(?P<n2>{N}) ?min(?:ute)?s?)?{_E}", lambda m: Offset(1, _length(m))),
    Rule("so long from now", rf"{_B}(?P<n>{N}) ?(?P<unit>{_SHORT_UNIT})(?P<half> and a half)?(?:(?:,| and)? ?(?P<n2>{N}) ?min(?:ute)?s?)? (?P<way>from now|later|hence|ago|earlier|before now|back)", lambda m: Offset(-1 if m["way"] in ("ago", "earlier", "before now", "back") else 1, _length(m))),
    Rule("so long from now", rf"{_B}(?:in )?half an hour(?: from now)?{_E}(?<! hour)|{_B}in half an hour{_E}", lambda _: Offset(1, Length(seconds=1800))),
    Rule("so many days from now", rf"{_B}(?:in|within) (?:about )?(?P<n>{N}) (?P<unit>{_LONG_UNIT})(?:'?s?' time)?{_E}", _steps_forward),
    Rule("so many days from now", rf"{_B}(?P<n>{N}) (?P<unit>{_LONG_UNIT}) (?:from now|later|hence|from today){_E}", _steps_forward),
    Rule("so many days ago", rf"{_B}(?P<n>{N}) (?P<unit>{_LONG_UNIT}) (?:ago|earlier|back|before now){_E}", _steps_back),
    Rule("so many days after", rf"{_B}(?P<n>{N}) (?P<unit>{_LONG_UNIT}) (?P<way>from|after|before)(?= (?:the |next |this |last )?(?:{_WD}|{_MO}|today|tomorrow|yesterday|\d|{_TH}|christmas|easter|new year){_E})", _moves),
    Rule("a weekday of next week", rf"{_B}(?P<wd>{_WD}) (?P<n>week|fortnight){_E}", lambda m: Day(weekday=_weekday(m["wd"]), moves=(Move(1 if m["n"] == "week" else 2, Unit.WEEK),))),
    # dates
    Rule("a date", rf"{_B}(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:/(?P<year>\d{{4}}|\d{{2}}))?(?![\d/])", _us_date),
    Rule("days of a month", rf"{_B}(?P<month>{_MO})\.? (?:the )?(?P<first>{_DAYS}) ?(?:-|–|to|through|until|till|thru) ?(?:the )?(?P<last>{_DAYS})(?:,? (?P<year>{_YEAR}))?(?![\w:]| ?[ap]m)", _span_in_month),
    Rule("days of a month", rf"{_B}(?:the )?(?P<first>{_DAYS}) ?(?:-|–|to|through|until|till|thru) ?(?:the )?(?P<last>{_DAYS}) (?:of )?(?P<month>{_MO})(?:,? (?P<year>{_YEAR}))?{_E}", _span_in_month),
    Rule("a date", rf"{_B}(?P<month>{_MO})\.?[ -](?:the )?(?P<day>{_DAYS})(?:,? ?(?P<year>{_YEAR}))?(?![\w:]| ?[ap]m\b)", _date),
    Rule("a date", rf"{_B}(?:the )?(?P<day>{_DAYS})[ -]?(?:of )?(?P<month>{_MO})\.?(?:,?[ -]?(?P<year>{_YEAR}))?{_E}", _date),
    Rule("a month", rf"{_B}(?:in )?(?:the )?(?P<month>{_MO})\.?,? (?:of )?(?P<year>{_YEAR}){_E}", _date),
    Rule("a month", rf"{_B}(?:in|of|during|since) (?P<month>{_MO}){_E}", _date),
    Rule("a month", rf"{_B}{_W} (?P<month>{_MO}){_E}", _which_month),
    Rule("a month", rf"^(?P<month>{_MO})$", _date),
    Rule("a year", rf"{_B}in (?P<year>\d{{4}}){_E}", lambda m: Day(int(m["year"]))),
    # weekdays
    Rule("a weekday of the month", rf"{_B}(?:the )?(?:(?P<nth>{_TH})|(?P<last>last)(?= {_WD} (?:of|in)(?! the last))) (?P<wd>{_WD})(?: of (?:the|each|every) month)?{_E}", _nth_weekday),
    Rule("a weekday of a week", rf"{_B}{_W} (?P<wd>{_WD})(?:'s)?{_E}", _which_weekday),
    Rule("a weekday of a week", rf"{_B}(?P<wd>{_WD}),? (?:of )?(?P<which>next|this|last) week{_E}", lambda m: Day(unit=Unit.WEEK, count=_WHICH[m["which"]], weekday=_weekday(m["wd"]))),
    Rule("weekdays", rf"{_B}(?P<first>{_WD})s?(?:(?:, | and |/| & |, and )(?P<list>(?:{_WD}s?(?:, and | and |, |/| & )?){{1,6}})){_E}", lambda m: Weekdays(tuple(_weekday(d) for d in re.findall(rf"({_WD})s?{_E}", m.group())))),
    Rule("a weekday", rf"{_B}(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|mon|tue|weds?|thur?|fri)\.?(?:'s)?{_E}", lambda m: Day(weekday=_weekday(m["wd"]))),
    Rule("a weekday", rf"{_B}(?P<wd>sat|sun)\.?{_E}(?! (?:down|in the))", lambda m: Day(weekday=_weekday(m["wd"]))),
    Rule("a period", rf"{_B}{_W} (?P<unit>week|month|year|weekend|quarter|day){_E}", _which_unit),
    words("a day", _NAMED_DAYS, before=_B, after=_E),
    words("a time of day", _NAMED_TIMES, before=_B, after=_E),
    Rule("a day of the month", rf"{_B}(?:on )?the (?P<day>{_TH}){_E}(?! (?:of|time|floor|quarter|one|draft|round|meeting|edition|anniversary))", lambda m: Day(day=_ordinal(m["day"]))),
    Rule("a day of the month", rf"{_B}(?P<day>\d{{1,2}}(?:st|nd|rd|th)){_E}(?= (?:at|from|@|\d)|$)", lambda m: Day(day=_ordinal(m["day"]))),
    # times of day
    Rule("two times of day", rf"(?<![\w./:-])(?P<lead>from )?(?P<first>\d{{1,2}})(?:[:.](?P<first_minute>\d{{2}}))?\s?(?:-|–|—|~|to|until|till|til)\s?(?P<last>\d{{1,2}})(?:[:.](?P<last_minute>\d{{2}}))?\s?{_HALF}?(?![\w/:-]|\.\d)", _two_hours),
    Rule("a spoken time", rf"{_B}{_AT}(?P<minutes>half|a quarter|quarter|five|ten|twenty|twenty-five|\d{{1,2}})(?: minutes| mins?)? (?P<way>past|after|to|till|til|before) (?P<hour>{_HOUR_WORD})(?: o'?clock)?(?: ?{_HALF}{_E})?{_E}", _spoken),
    Rule("a clock time", rf"(?<![\w.:]){_AT}(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?::\d{{2}})? ?{_HALF}(?P<vague>ish)?{_E}", _clock),
    Rule("a clock time", rf"(?<![\w.:]){_AT}(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}})?(?P<vague>ish)?(?![\w:])(?: ?h(?:rs|ours)?{_E})?", _clock),
    Rule("a clock time", rf"(?<![\w.:/-]){_AT}(?P<hour>\d{{1,2}}) ?{_HALF}(?P<vague>ish)?{_E}", _clock),
    Rule("a clock time", rf"{_B}{_AT}(?P<hour>{_HOUR_WORD}) ?o'?clock{_E}", _clock),
    Rule("a clock time", rf"(?<![\w.:]){_AT}(?P<hour>\d{{1,2}})(?P<vague>-?ish){_E}", _clock),
    Rule("a clock time", rf"{_B}(?:at|around|by|@) (?P<hour>{_HOUR_WORD}){_E}(?![:/.]\d| (?:minutes?|hours?|days?|weeks?|people|of us))", _clock),
    Rule("a bare hour in a range", rf"{_B}(?<=from )(?P<hour>{_HOUR_WORD}){_E}(?![:/])|{_B}(?:(?<=to )|(?<=until )|(?<=till )|(?<=til ))(?P<hour2>{_HOUR_WORD}){_E}(?![:/]| (?:people|minutes|hours|days))", _bare),
    Rule("a part of the day", rf"{_B}(?:in the |at |during the |on the )?(?P<part>early morning|mornings?|afternoons?|evenings?|night){_E}", lambda m: _PARTS[m["part"]]),
    # lengths
    Rule("a length", rf"{_B}(?:for )?(?:about )?(?:a |an )?half(?: an|-)? ?hour{_E}", lambda _: Length(seconds=1800)),
    Rule("a length", rf"{_B}(?:for )?(?:about )?(?:an )?hour and a half{_E}", lambda _: Length(seconds=5400)),
    Rule("a length", rf"{_B}(?:for )?(?:about )?(?P<n>{N})[ -]?(?P<unit>minutes?|mins?|hours?|hrs?|h|m(?=in){_E})(?P<half> and a half)?(?:(?:,| and)? ?(?P<n2>\d{{1,2}}) ?m(?:in(?:ute)?s?)?)?{_E}(?! (?:before|reminder|warning))", _length),
    Rule("a length in days", rf"{_B}for (?P<n>{N}) (?P<unit>days?|weeks?|months?|years?){_E}", _long_length),
    # links
    Rule("from", rf"{_B}(?:from|between|starting at|starting on|starting|beginning|since|after)(?= )", lambda _: Link.FROM_BEFORE),
    Rule("to", rf"{_B}(?:to|until|till|til|through|thru|and(?= \d)|by|ending at|ending|up to)(?= )", lambda _: Link.TO_BEFORE),
    Rule("to", r"(?<=[\w.)]) ?[-–—~] ?(?=\w)|→", lambda _: Link.RANGE),
    Rule("at", rf"{_B}(?:on|at|in|of|for|during)(?= )", lambda _: Link.AT),
)  # fmt: skip
