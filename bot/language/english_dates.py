"""How English writes dates of the calendar: figures, month names, ordinals, years, quarters, seasons, centuries."""

import re
from itertools import pairwise

from bot.language.atoms import ANY_WORKDAY, Atom, Day, Every, Length, Link, Move, Portion, Several, Unit
from bot.language.english_names import FEAST, FEASTS, MONTH, WEEKDAY, month, weekday
from bot.language.english_numbers import BEGINS, DAY, ENDS, NEAR_YEAR, TH, WHOLE, YEAR, amount, ordinal, year
from bot.language.grammar import Rule
from bot.language.shared import listed_days

_TO = r"\s?(?:-|–|—|~|to|through|thru|until|till)\s?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_LISTED_DAYS = (
    rf"{DAY}(?:(?:, ?(?:the )?{DAY}){{1,5}},? ?(?:(?:and|&|,) ?(?:the )?{DAY})| ?(?:and|&|\+) ?(?:the )?{DAY})"
)
_NO_CLOCK = r"(?!\w|[:/]\d|[.]\d| ?[ap]\.?m\b|[-–]\d{1,2}(?::\d\d)? ?[ap]\.?m\b)"  # the day's figure is no hour
_SHORT = r"(?:2[5-9]|[3-9]\d)(?![\d:.]|\s?(?:[ap]\.?m\b|-|min|hour|people))"  # 26 behind "1 Dec" is no hour
_WHICH = {
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "the": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
}
_WHICH_YEAR = r"(?P<which>next|this|last|the following|the current|the previous) year"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _date(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    day = groups.get("day")
    written = groups.get("year") or groups.get("short")
    return Day(year(written), month(match["month"]), ordinal(day) if day else None)


def _span_in_month(match: re.Match[str]) -> Atom | None:
    named, stated = month(match["month"]), year(match["year"])
    if ordinal(match["last"]) <= ordinal(match["first"]):
        return None  # Dec 10 to 3: an hour
    return Several(
        (Day(stated, named, ordinal(match["first"])), Link.RANGE, Day(stated, named, ordinal(match["last"])))
    )


def _months(match: re.Match[str]) -> Atom:
    return Several((Day(month=month(match["first"])), Link.RANGE, Day(year(match["year"]), month(match["last"]))))


def _listed_in_month(match: re.Match[str]) -> Atom | None:
    """Dec 24 and 25; 5, 6 and 7 May; the 1st and 3rd."""
    groups = match.groupdict()
    named = month(groups["month"]) if groups.get("month") else None
    stated = year(groups.get("year"))
    return listed_days(
        [ordinal(written) for written in re.findall(DAY, match["days"])], lambda day: Day(stated, named, day)
    )


def _neighbouring_months(match: re.Match[str]) -> Atom | None:
    """April, May and June."""
    months = [month(name) for name in re.findall(MONTH, match.group()) if name]
    return _months(match) if all(after == before % 12 + 1 for before, after in pairwise(months)) else None


def _in_figures(match: re.Match[str]) -> Atom:
    """Month first, as Americans write; the other way round where only that can be."""
    number, day = int(match["month"]), int(match["day"])
    if number > 12 >= day:
        number, day = day, number
    return Day(year(match["year"]), number, day)


def _dotted(match: re.Match[str]) -> Atom:
    """Day first, as Europeans write with dots."""
    day, number = int(match["day"]), int(match["month"])
    if number > 12 >= day:
        number, day = day, number
    return Day(year(match["year"]), number, day)


def _of_year(match: re.Match[str], number: int, later: int = 0) -> Day:
    """The month of that number in the year that `match` names, or of this year."""
    groups = match.groupdict()
    if groups["year"]:
        return Day((year(groups["year"]) or 0) + later, number)
    which = (groups["which"] or "this").removeprefix("the ")
    return Day(month=number, unit=Unit.YEAR, count=_WHICH[which] + later)


def _quarter(match: re.Match[str]) -> Atom:
    written = match["n"] or match["n2"]
    last = 3 * (int(written) if written.isdigit() else ordinal(written))
    return Several((_of_year(match, last - 2), Link.RANGE, _of_year(match, last)))


def _half(match: re.Match[str]) -> Atom:
    last = 6 * int(match["n"])
    return Several((_of_year(match, last - 5), Link.RANGE, _of_year(match, last)))


def _season(match: re.Match[str]) -> Atom:
    first, last = _SEASONS[match["season"]]
    side = match["side"]
    if side in ("next", "last", "coming", "past"):  # the nearest one, whichever year that is
        return Several((Day(month=first, side=_WHICH[side]), Link.RANGE, Day(month=last)))
    return Several((_of_year(match, first), Link.RANGE, _of_year(match, last, 1 if last < first else 0)))


def _years(match: re.Match[str]) -> Atom:
    return Several((Day(year(match["first"])), Link.RANGE, Day(year(match["last"]))))


_DECADES = {word: 10 * value for value, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}  # fmt: skip


def _decade(match: re.Match[str]) -> Atom:
    tens, century = match["tens"], match["century"]
    decade = _DECADES[tens] if tens in _DECADES else int(tens)
    begins = {"19": 1900, "20": 2000, "18": 1800, "nineteen ": 1900, "eighteen ": 1800}.get(century or "")
    if begins is None:
        begins = 2000 if decade < 30 else 1900
    return Several((Day(begins + decade), Link.RANGE, Day(begins + decade + 9)))


def _century(match: re.Match[str]) -> Atom:
    begins = 100 * (ordinal(match["n"]) - 1)
    return Several((Day(begins or 1), Link.RANGE, Day(begins + 99)))


_PORTIONS_OF_MONTH = {"early": Portion.FIRST_TEN, "mid": Portion.MIDDLE, "late": Portion.LAST_TEN}
_PORTIONS_OF_YEAR = {"early": Portion.START, "mid": Portion.MIDDLE, "late": Portion.END}


def _portion_of_month(match: re.Match[str]) -> Atom:
    return Day(year(match["year"]), month(match["month"]), portion=_PORTIONS_OF_MONTH[match["portion"]])


def _which_month(match: re.Match[str]) -> Atom:
    if match["which"] == "this":
        return Day(month=month(match["month"]), unit=Unit.YEAR, count=0)
    return Day(month=month(match["month"]), side=_WHICH[match["which"]])


def _nth_weekday(match: re.Match[str]) -> Atom:
    nth = -1 if match["last"] else ordinal(match["nth"])
    return Day(nth=nth, weekday=weekday(match["wd"]))


def _nth_weekday_of_each_month(match: re.Match[str]) -> Atom:
    """The first Monday of the month: in a command that is every month's."""
    nth = -1 if match["last"] else ordinal(match["nth"])
    return Several((Every(Unit.MONTH, loose=True), Day(nth=nth, weekday=weekday(match["wd"]))))


def _nth_workday(match: re.Match[str]) -> Atom:
    return Day(nth=-1 if match["last"] else ordinal(match["nth"]), weekday=ANY_WORKDAY)


def _week_of_year(match: re.Match[str]) -> Atom:
    number = int(amount(match["n"]))
    if match["year"]:
        return Day(year(match["year"]), nth=number)
    return Day(unit=Unit.YEAR, count=_WHICH[(match["which"] or "this").removeprefix("the ")], nth=number)


def _last_days(match: re.Match[str]) -> Atom:
    named, which = match["month"], match["which"]
    if named:
        last = Day(year(match["year"]), month(named), portion=Portion.LAST_DAY)
    else:
        last = Day(unit=Unit.MONTH, count=_WHICH[which.strip()] if which else 0, portion=Portion.LAST_DAY)
    days = int(amount(match["n"])) * (7 if match["unit"] == "weeks" else 1)
    return Several((last.moved((Move(1 - days, Unit.DAY),)), Link.RANGE, last))


def _week_around(match: re.Match[str]) -> Atom:
    if match["feast"]:
        return Day(year(match["year"]), feast=FEASTS[match["feast"]], portion=Portion.ITS_WEEK)
    if match["wd"]:
        return Day(weekday=weekday(match["wd"]), portion=Portion.ITS_WEEK)
    written = match["day"] or match["day2"]
    named = match["month"] or match["month2"]
    return Day(
        year(match["year"]),
        month(named) if named else None,
        ordinal(written or match["day3"]),
        portion=Portion.ITS_WEEK,
    )


_OF_YEAR = rf"(?: ?,? ?(?:of |in )?(?:(?P<year>{NEAR_YEAR})|{_WHICH_YEAR}))"
_NO_DAY = rf"(?!\.? (?:the )?(?:\d(?!\d?(?::\d\d| ?[ap]\.?m\b|(?:[-–]| to )\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b))|{TH}))"
_BEHIND_A_LINK = r"(?:(?<=until )|(?<=for )|(?<=of )|(?<=till )|(?<=since )|(?<=from )|(?<=before )|(?<=after )|(?<=by )|(?<=through )|(?<=every )|(?<=between ))"

# tried before the periods: the last week of May is no last week, Christmas week no Christmas
FIRST: tuple[Rule, ...] = (
    Rule("the week of a date", rf"{BEGINS}(?:in |during )?(?:the )?(?:week (?:of|commencing|beginning|starting)|w/c) (?:the )?(?:(?P<feast>{FEAST})|(?P<month>{MONTH})\.? (?P<day>{DAY})|(?P<day2>{DAY}) (?:of )?(?P<month2>{MONTH})|(?P<wd>{WEEKDAY})|(?P<day3>{TH}))(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _week_around),
    Rule("the weekend of days", rf"{BEGINS}(?:on |over )?(?:the )?weekend of (?=(?:the )?{DAY}{_TO}{DAY}|{MONTH} {DAY}{_TO}{DAY})", lambda _: Link.AT),
    Rule("the weekend of a date", rf"{BEGINS}(?:on |over |for )?(?:the )?weekend (?:of|beginning|starting) (?=(?:the )?(?:{DAY}|{MONTH}|{FEAST}))", lambda _: Day(portion=Portion.ITS_WEEKEND)),
    Rule("the first days of a month", rf"{BEGINS}(?:in |over |during |for )?(?:the )?first (?P<n>{WHOLE}) (?P<unit>days|weeks)(?= (?:of|in) (?:the )?(?:{MONTH}|month|next|this|year|(?:19|20)\d\d))", lambda m: Length(days=int(amount(m["n"])) * (7 if m["unit"] == "weeks" else 1))),
    Rule("the last days of a month", rf"{BEGINS}(?:in |over |during |for )?(?:the )?last (?P<n>{WHOLE}) (?P<unit>days|weeks) (?:of|in) (?:the )?(?:(?P<month>{MONTH})|(?P<which>next |this |last )?month)(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _last_days),
    Rule("the week of a feast", rf"{BEGINS}(?P<feast>christmas|thanksgiving|easter) week(?P<month>(?!))?(?P<month2>(?!))?(?P<day>(?!))?(?P<day2>(?!))?(?P<day3>(?!))?(?P<wd>(?!))?(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _week_around),
    Rule("a weekday of each month", rf"{BEGINS}(?<!every )(?<!each )(?:on )?(?:the )?(?:(?P<nth>{TH})|(?P<last>last)) (?P<wd>{WEEKDAY}) (?:of|in) the month{ENDS}", _nth_weekday_of_each_month),
    Rule("a weekday of the month", rf"{BEGINS}(?:on )?(?:the )?(?:(?P<nth>{TH})|(?P<last>last)(?= {WEEKDAY},? (?:of|in) )) (?P<wd>{WEEKDAY}){ENDS}(?:,? (?:of|in) the month{ENDS})?", _nth_weekday),
    Rule("a weekday of the month", rf"{BEGINS}(?:(?<=every )|(?<=monthly )(?:on )?(?:the )?|(?<=every month )on (?:the )?)(?P<nth>(?!))?(?P<last>last) (?P<wd>{WEEKDAY}){ENDS}(?: (?:of|in) the month{ENDS})?", _nth_weekday),
    Rule("a working day of the month", rf"{BEGINS}(?:on )?(?:the )?(?:(?P<nth>{TH})|(?P<last>last)) (?:business|working|work) ?day{ENDS}(?: (?:of|in) the month{ENDS})?(?! (?:after|before))", _nth_workday),
    Rule("the last day of a year", rf"{BEGINS}(?:on )?(?:the )?last day of (?:the )?(?=(?:year|(?:19|20)\d\d|(?:next|this|last) year){ENDS})(?:year)?", lambda _: Day(month=12, day=31)),
    Rule("the first day of a year", rf"{BEGINS}(?:on )?(?:the )?first day of (?:the )?(?=(?:year|(?:19|20)\d\d|(?:next|this|last) year){ENDS})(?:year)?", lambda _: Day(month=1, day=1)),
    Rule("the last day", rf"{BEGINS}(?:on )?(?:the )?last day(?= (?:of|in) )(?: (?:of|in) the month{ENDS})?", lambda _: Day(portion=Portion.LAST_DAY)),
    Rule("a day of the month", rf"{BEGINS}(?:on )?(?:the )?(?P<day>{TH})(?: day)?(?= (?:of|in) (?:the |each |every |next |this |last |following |coming |previous ){{1,2}}month{ENDS}|(?<= day) of)(?: of the month{ENDS})?", lambda m: Day(day=ordinal(m["day"]))),
    Rule("a week of the month", rf"{BEGINS}(?:in |during )?(?:the )?(?:(?P<nth>{TH})|(?P<last>last)) (?:full )?week(?= (?:of|in) )", lambda m: Day(nth=-1 if m["last"] else ordinal(m["nth"]))),
    Rule("half a period", rf"{BEGINS}(?:in |during )?(?:the )?(?P<half>first|second|latter|last) half(?= of )", lambda m: Day(portion=Portion.FIRST_HALF if m["half"] == "first" else Portion.SECOND_HALF)),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    # figures
    Rule("a date", rf"{BEGINS}(?!24/7(?!/))(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:/(?P<year>\d{{4}}|\d{{2}}))?(?![\d/])", _in_figures),
    Rule("a date", rf"{BEGINS}(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})-(?P<year>\d{{4}}|\d{{2}})(?![\d-])", _in_figures),
    Rule("a date", rf"{BEGINS}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d{{2}})(?![\d.]?\d)", _dotted),
    Rule("a month", r"(?<![\w./-])(?P<year>(?:19|20)\d\d)[-/](?P<month>0[1-9]|1[0-2])(?![\w/-])", lambda m: Day(int(m["year"]), int(m["month"]))),
    Rule("a month", r"(?<![\w./-])(?P<month>0?[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d)(?![\w/-])", lambda m: Day(int(m["year"]), int(m["month"]))),
    Rule("a week of the year", rf"(?<![\w.])(?P<year>\d{{4}})-?w(?P<n>\d{{1,2}})(?P<which>(?!))?{ENDS}(?!-)", _week_of_year),
    Rule("a week of the year", rf"{BEGINS}(?:in )?(?:calendar )?week (?:number |no\. ?)?(?P<n>{WHOLE}){_OF_YEAR}?{ENDS}", _week_of_year),
    # a day or days of a month
    Rule("days of a month", rf"{BEGINS}(?:from )?(?P<month>{MONTH})\.? (?:the )?(?P<first>{DAY}){_TO}(?:the )?(?P<last>{DAY})(?! (?:of )?{MONTH}{ENDS})(?:,? (?P<year>{NEAR_YEAR}))?{_NO_CLOCK}", _span_in_month),
    Rule("days of a month", rf"{BEGINS}(?:from )?(?:the )?(?P<first>{DAY}){_TO}(?:the )?(?P<last>{DAY}) (?:of )?(?P<month>{MONTH})(?! \d{{1,2}}(?:st|nd|rd|th)?(?![\w:]))(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _span_in_month),
    Rule("days of a month", rf"{BEGINS}between (?P<month>{MONTH})\.? (?:the )?(?P<first>{DAY}) and (?:the )?(?P<last>{DAY})(?:,? (?P<year>{NEAR_YEAR}))?{_NO_CLOCK}", _span_in_month),
    Rule("days of a month", rf"{BEGINS}between (?:the )?(?P<first>{DAY}) and (?:the )?(?P<last>{DAY}) (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _span_in_month),
    Rule("listed days of a month", rf"{BEGINS}(?:on )?(?P<month>{MONTH})\.? (?:the )?(?P<days>{_LISTED_DAYS})(?:,? (?P<year>{NEAR_YEAR}))?{_NO_CLOCK}(?! (?:people|persons|hours|minutes|mins))", _listed_in_month),
    Rule("listed days of a month", rf"{BEGINS}(?:on )?(?:the )?(?P<days>{_LISTED_DAYS}) (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _listed_in_month),
    Rule("a date", rf"{BEGINS}(?P<year>(?:19|20)\d\d),?[ -](?P<month>{MONTH})\.?[ -](?P<day>{DAY}){_NO_CLOCK}", _date),
    Rule("a date", rf"{BEGINS}(?P<month>{MONTH})\.?(?:[ -]|, )?(?:the )?(?P<day>{DAY})(?:(?:,? ?(?:of |in )?|-)(?P<year>{NEAR_YEAR}))?{_NO_CLOCK}", _date),
    Rule("a date", rf"{BEGINS}(?:the )?(?P<day>{DAY})(?:[ -]|, )?(?:(?:day )?of )?(?P<month>{MONTH})(?![a-z])\.?(?:(?:,? ?(?:of |in )?|-)(?P<year>{NEAR_YEAR})|[ -](?P<short>{_SHORT}))?{ENDS}", _date),
    Rule("part of a month", rf"{BEGINS}(?:in )?(?P<portion>early|mid|late)[ -](?P<month>{MONTH})(?:,? (?P<year>{NEAR_YEAR}))?{ENDS}", _portion_of_month),
    Rule("part of a year", rf"{BEGINS}(?:in )?(?P<portion>early|mid|late)[ -](?P<year>(?:19|20)\d\d){ENDS}", lambda m: Day(year(m["year"]), portion=_PORTIONS_OF_YEAR[m["portion"]])),
    # months and years
    Rule("months one after the other", rf"{BEGINS}(?:in |during )?(?P<first>{MONTH})(?P<between>(?:, ?{MONTH}){{0,9}}),? (?:and|&) (?P<last>{MONTH})(?! \d)(?:,? (?:of )?(?P<year>{NEAR_YEAR}))?{ENDS}", _neighbouring_months),
    Rule("months", rf"{BEGINS}(?P<first>{MONTH})\.?{_TO}(?P<last>{MONTH})(?:,? (?:of )?(?P<year>{NEAR_YEAR}))?{ENDS}", _months),
    Rule("months", rf"{BEGINS}between (?P<first>{MONTH})\.? and (?P<last>{MONTH})(?! \d)(?:,? (?:of )?(?P<year>{NEAR_YEAR}))?{ENDS}", _months),
    Rule("a month", rf"{BEGINS}(?:(?:in|of|during|for|since) )?(?:the )?(?P<month>{MONTH})(?:\.?,? (?:of |in )?|-|\.)(?P<year>{NEAR_YEAR}){ENDS}", _date),
    Rule("a month", rf"{BEGINS}(?:in|of|during|for|for all of) (?P<month>{MONTH}){ENDS}{_NO_DAY}", _date),
    Rule("a month", rf"{BEGINS}{_BEHIND_A_LINK}(?P<month>{MONTH}){ENDS}{_NO_DAY}", _date),
    Rule("a month", rf"{BEGINS}(?:in )?(?P<month>{MONTH})(?=,? (?:of )?(?:next|this|last) year{ENDS})", _date),
    Rule("a month", rf"{BEGINS}(?:the )?(?P<which>this|next|last|past|coming) (?P<month>{MONTH}){ENDS}", _which_month),
    Rule("a month", rf"^(?P<month>{MONTH})[.?!]?$", _date),
    Rule("a quarter", rf"{BEGINS}(?:in |during |for )?(?:the )?(?:q(?P<n>[1-4])|(?P<n2>first|second|third|fourth|1st|2nd|3rd|4th) quarter){_OF_YEAR}{ENDS}", _quarter),
    Rule("a quarter", rf"{BEGINS}(?P<year>(?:19|20)\d\d)[ -]?q(?P<n>[1-4])(?P<n2>(?!))?(?P<which>(?!))?{ENDS}", _quarter),
    Rule("a quarter", rf"{BEGINS}(?:(?:in|during|by|until|for|since) |^)(?:the )?(?:q(?P<n>[1-4])|(?P<n2>first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?P<year>(?!))?(?P<which>(?!))?(?=$|[.,?!]| (?:of )?(?:the|this) year)", _quarter),
    Rule("half a year", rf"{BEGINS}(?:in )?h(?P<n>[12]){_OF_YEAR}{ENDS}", _half),
    Rule("a season", rf"{BEGINS}(?:in )?(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?P<side>(?!))?{_OF_YEAR}{ENDS}", _season),
    Rule("a season", rf"{BEGINS}(?:in )?(?:the )?(?P<side>this|next|last|coming|past) (?P<season>spring|summer|autumn|fall|winter)(?P<year>(?!))?(?P<which>(?!))?{ENDS}", _season),
    Rule("a season", rf"{BEGINS}(?:in|during) (?:the )?(?P<season>spring|summer|autumn|fall|winter)(?P<year>(?!))?(?P<which>(?!))?(?P<side>(?!))?(?=$|[.,?!])", _season),
    Rule("years", rf"{BEGINS}(?:from|between|in|during|for|^)\s?(?P<first>(?:19|20)\d\d)\s?(?:-|–|to|through|until|till|and)\s?(?P<last>(?:19|20)\d\d){ENDS}(?! ?hours)", _years),
    Rule("a year", rf"{BEGINS}(?:in|during|throughout|in the year|the year|year|back in) (?P<year>[12]\d{{3}}){ENDS}(?! (?:hours|places|cases|people))", lambda m: Day(int(m["year"]))),
    Rule("a year", rf"{BEGINS}(?:(?<=of )|(?<=year )|(?<=since )|(?<=until )|(?<=before )|(?<=after )|(?<=till )|(?<=from )|(?<=by ))(?P<year>(?:19|20)\d\d){ENDS}(?! ?h(?:ou)?rs)", lambda m: Day(int(m["year"]))),
    Rule("a year", rf"(?:^|{BEGINS}(?:in|during|since|of|year|the year) )(?P<year>{YEAR}){ENDS}(?=$|[ .,?!])(?!\s\w)", lambda m: Day(year(m["year"]))),
    Rule("a decade", rf"{BEGINS}(?:in |during )?(?:the )?(?:(?:early|late|mid)[ -])?(?:(?P<century>18|19|20|nineteen |eighteen )|(?<=the )'?)(?P<tens>\d0|{'|'.join(_DECADES)})'?s?(?<=s){ENDS}", _decade),
    Rule("a century", rf"{BEGINS}(?:in |during )?(?:the )?(?P<n>{TH}) century{ENDS}", _century),
)  # fmt: skip


# tried behind the periods, which a bare figure could begin
LAST: tuple[Rule, ...] = (
    Rule("listed days of the month", rf"{BEGINS}(?:on )?(?:the )?(?P<days>{_NTH}(?:, ?(?:the )?{_NTH}){{0,5}},? ?(?:and|&) ?(?:the )?{_NTH}){ENDS}(?! [a-z]*(?:floor|time|quarter|draft|round|edition|week|day|month|half|person|place|step|part|version|phase|grade|century|avenue|street|{MONTH})s?{ENDS})", _listed_in_month),
    Rule("a day of the month", rf"{BEGINS}(?:on )?the (?P<day>{TH}){ENDS}(?! (?:of|time|floor|quarter|one|draft|round|meeting|edition|anniversary|week|day|month|thing|half|person|place|step|part|half|version|phase|century|to|in line)\w?)", lambda m: Day(day=ordinal(m["day"]))),
    Rule("a day of the month", rf"{BEGINS}(?:on )?the (?P<day>\d{{1,2}}(?:st|nd|rd|th)){ENDS}(?= to )", lambda m: Day(day=ordinal(m["day"]))),
    Rule("a day of the month", rf"{BEGINS}(?:on )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)){ENDS}(?= (?:at|from|between|around|about|@|\d|to|until|through|-|–|noon|morning|afternoon|evening)|,? ?$|[,?!]|-\d)", lambda m: Day(day=ordinal(m["day"]))),
)  # fmt: skip
