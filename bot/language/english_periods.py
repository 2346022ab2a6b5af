"""How English counts days and longer periods from today: tomorrow, next week, three weeks ago, a week from Friday."""

import re

from bot.language.atoms import Atom, Day, Length, Link, Move, Now, Offset, Portion, Several, Unit
from bot.language.english_names import DAYS, FEAST, FEASTS, HOURS, MONTH, PERIOD, WEEKDAY, per, unit, weekday
from bot.language.english_numbers import BEGINS, ENDS, NEAR_YEAR, TH, WHOLE, N, amount, year
from bot.language.grammar import Rule, words

_WHICH = {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "this": 0, "current": 0, "this coming": 0, "this past": -1,
          "last": -1, "past": -1, "previous": -1, "this next": 1, "the": 0}  # fmt: skip
_W = r"(?:the )?(?P<which>this coming|this past|this next|next|coming|following|upcoming|this|current|last|past|previous)"


def _today(count: int) -> Day:
    return Day(unit=Unit.DAY, count=count)


_NAMED: dict[str, Atom] = {
    "today": _today(0),
    "today's": _today(0),
    "tomorrow": _today(1),
    "tomorrow's": _today(1),
    "tmrw": _today(1),
    "tmr": _today(1),
    "tmw": _today(1),
    "tomorow": _today(1),
    "tommorow": _today(1),
    "tommorrow": _today(1),
    "2moro": _today(1),
    "yesterday": _today(-1),
    "yesterday's": _today(-1),
    "the following day": Day(moves=(Move(1, Unit.DAY),)),
    "the next day": Day(moves=(Move(1, Unit.DAY),)),
    "the previous day": Day(moves=(Move(-1, Unit.DAY),)),
    "the day after tomorrow": _today(2),
    "day after tomorrow": _today(2),
    "overmorrow": _today(2),
    "the day before yesterday": _today(-2),
    "day before yesterday": _today(-2),
    "the weekend": Day(unit=Unit.WEEKEND, count=0),
    "over the weekend": Day(unit=Unit.WEEKEND, count=0),
    "eom": Day(portion=Portion.LAST_DAY),
    "month end": Day(portion=Portion.LAST_DAY),
    "month-end": Day(portion=Portion.LAST_DAY),
    "eoy": Day(month=12, day=31),
    "year-end": Day(month=12, day=31),
    "eow": Day(unit=Unit.WEEK, count=0, weekday=4),
    "midweek": Day(unit=Unit.WEEK, count=0, weekday=2),
    "mid-week": Day(unit=Unit.WEEK, count=0, weekday=2),
    "ytd": Several((Day(month=1, day=1, unit=Unit.YEAR), Link.RANGE, _today(0))),
    "year to date": Several((Day(month=1, day=1, unit=Unit.YEAR), Link.RANGE, _today(0))),
}

# --- a period beside this one ---


def _which_period(match: re.Match[str]) -> Atom:
    named = unit(match["unit"])
    count = _WHICH[match["which"]]
    if named is Unit.WEEKEND and match["which"] in ("coming", "upcoming"):
        count = 0
    return Day(unit=named, count=count)


def _which_weekday(match: re.Match[str]) -> Atom:
    which, day = match["which"], weekday(match["wd"])
    if which == "next":
        return Day(unit=Unit.WEEK, count=1, weekday=day)
    if which in ("this", "current"):
        return Day(unit=Unit.WEEK, count=0, weekday=day)
    return Day(weekday=day, side=-1 if _WHICH[which] < 0 else 1)


def _weekday_of(match: re.Match[str]) -> Atom:
    return Day(unit=Unit.WEEK, count=_WHICH[match["which"]], weekday=weekday(match["wd"]))


def _after_next(match: re.Match[str]) -> Atom:
    """The week after next, the year before last, Friday after next."""
    count = 2 if match["way"] == "after next" else -2
    if match["wd"]:
        return Day(unit=Unit.WEEK, count=count, weekday=weekday(match["wd"]))
    return Day(unit=unit(match["unit"]), count=count)


_PORTIONS = {
    "early": Portion.START,
    "beginning": Portion.START,
    "start": Portion.START,
    "mid": Portion.MIDDLE,
    "middle": Portion.MIDDLE,
    "late": Portion.END,
    "end": Portion.END,
}


def _portion(match: re.Match[str]) -> Atom:
    """Early next week, late this month: some days; by "end of", the last one of a month or longer."""
    written, named = match["portion"], unit(match["unit"])
    count = _WHICH[match["which"] or "the"]
    portion = _PORTIONS[written]
    if written == "end" and named is not Unit.WEEK:
        portion = Portion.LAST_DAY
    if named is Unit.MONTH and written == "late":
        portion = Portion.LAST_TEN
    if named is Unit.MONTH and written == "early":
        portion = Portion.FIRST_TEN
    if named is Unit.MONTH and not match["which"] and portion is Portion.LAST_DAY:
        return Day(portion=portion)
    return Day(unit=named, count=count, portion=portion)


def _portion_of_date(match: re.Match[str]) -> Atom:
    """The end of March, the beginning of 2027; which month or year the neighbour says."""
    written = match["portion"]
    if match["of"].strip().isdigit():
        return Day(portion=Portion.LAST_DAY if written == "end" else _PORTIONS[written])
    portions = {"end": Portion.LAST_DAY, "middle": Portion.MIDDLE, "mid": Portion.MIDDLE}
    return Day(portion=portions.get(written, Portion.START))


# --- so many from now ---

_COUNTED = rf"(?P<n>{N})[ -](?P<unit>{DAYS})(?:(?P<half> and a half)|(?:,? and |, | )(?P<n2>{N})[ -](?P<unit2>{DAYS}))?"


def _steps(match: re.Match[str], sign: int) -> Day:
    """So many days, weeks or months from today, at one step where one is enough."""
    first = amount(match["n"]) + (0.5 if match["half"] else 0)
    counts = [(first * per(match["unit"]), unit(match["unit"]))]
    if match["n2"]:
        counts.append((amount(match["n2"]) * per(match["unit2"]), unit(match["unit2"])))
    count, one = counts[0]
    if len(counts) == 1 and count == int(count):
        return Day(unit=one, count=sign * int(count), exact=True)
    return Day(moves=tuple(Move(sign * count, one) for count, one in counts))


def _ahead(match: re.Match[str]) -> Atom:
    return _steps(match, 1)


def _ago(match: re.Match[str]) -> Atom:
    return _steps(match, -1)


def _from_a_day(match: re.Match[str]) -> Atom:
    """Two days after, a week from: what it counts from is said next."""
    sign = -1 if match["way"] in ("before", "prior to", "ahead of") else 1
    return Day(moves=(Move(sign * amount(match["n"] or "one") * per(match["unit"]), unit(match["unit"])),))


def _stretch(match: re.Match[str]) -> Atom:
    """The next three days, the last two weeks: from today or up to today."""
    count, one = amount(match["n"]) * per(match["unit"]), unit(match["unit"])
    there = Day(moves=(Move(count, one),))
    if _WHICH.get(match["which"], 1) > 0:
        return Several(
            (_today(0), Link.RANGE, Day(unit=one, count=int(count), exact=True) if count == int(count) else there)
        )
    return Several(
        (
            Day(unit=one, count=-int(count), exact=True) if count == int(count) else Day(moves=(Move(-count, one),)),
            Link.RANGE,
            _today(0),
        )
    )


_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}


def _short_stretch(match: re.Match[str]) -> Atom:
    length = Length(seconds=round(amount(match["n"] or "one") * _SECONDS[unit(match["unit"])]))
    if _WHICH.get(match["which"], 1) > 0:
        return Several((Now(), Link.RANGE, Offset(1, length)))
    return Several((Offset(-1, length), Link.RANGE, Now()))


def _weeks_later(match: re.Match[str]) -> Atom:
    """Friday week, a week today, a fortnight on Monday."""
    weeks = amount(match["n"] or "one") * per(match["unit"])
    move = (Move(weeks, Unit.WEEK),)
    if match["wd"]:
        return Day(weekday=weekday(match["wd"]), moves=move)
    return Day(unit=Unit.DAY, count={"today": 0, "tomorrow": 1}[match["day"]], moves=move)


def _weekdays_away(match: re.Match[str]) -> Atom:
    """Two Mondays ago, three Fridays from now."""
    count = int(amount(match["n"] or match["count"]))
    past = match["way"] == "ago"
    move = (Move(-(count - 1) if past else count - 1, Unit.WEEK),)
    return Day(weekday=weekday(match["wd"] or match["day"]), side=-1 if past else 1, moves=move)


def _feast(match: re.Match[str]) -> Atom:
    side = {"next": 1, "this": 0, "last": -1, "past": -1}.get(match["side"] or "", 0)
    which = match["which"]
    feast = FEASTS[match["feast"]]
    if which:
        return Day(feast=feast, unit=Unit.YEAR, count=_WHICH[which])
    return Day(year(match["year"]), feast=feast, side=side)


# what a count of days can start from
_A_DAY = rf"(?:{WEEKDAY}|{MONTH}|{FEAST}|today|tomorrow|yesterday|\d|{TH}){ENDS}"
_BEFORE_A_DAY = rf"(?= (?:the day (?:after|before) )?(?:the |next |this |last |this coming )?{_A_DAY}| \d{{1,4}}[-/])"

# tried before the repetitions: two Fridays ago are no Fridays
FIRST: tuple[Rule, ...] = (
    Rule("so many weekdays away", rf"{BEGINS}(?:(?:in )?(?P<n>{WHOLE}) (?P<wd>{WEEKDAY})s? (?P<way>ago|from now)|in (?P<count>{WHOLE}) (?P<day>{WEEKDAY})s?){ENDS}", _weekdays_away),
)  # fmt: skip
RULES: tuple[Rule, ...] = (
    # stretches up to and from now
    Rule("the next so many days", rf"{BEGINS}(?:in |for |over |during |within )?(?:the )?(?P<which>next|coming|following|last|past|previous) (?P<n>(?!an?{ENDS}|half){N}) (?P<unit>{DAYS}){ENDS}", _stretch),
    Rule("within so many days", rf"{BEGINS}(?P<which>within) (?P<n>{N}) (?P<unit>{DAYS}){ENDS}(?! (?:of|from|after|before))", _stretch),
    Rule("the next so many hours", rf"{BEGINS}(?:in |for |over |during |within )?(?:the )?(?P<which>next|coming|last|past|previous) (?P<n>(?!an?{ENDS}){N}) (?P<unit>{HOURS}){ENDS}", _short_stretch),
    Rule("the next hour", rf"{BEGINS}(?:in |for |over |during |within )?the (?P<which>next|coming|last|past|previous)(?P<n>(?!))? (?P<unit>hour|minute){ENDS}", _short_stretch),
    Rule("within so many hours", rf"{BEGINS}(?P<which>within) (?:the )?(?:next )?(?P<n>{N}) (?P<unit>{HOURS}){ENDS}", _short_stretch),
    Rule("the rest of a period", rf"{BEGINS}(?:for |during )?(?:the )?(?:rest|remainder) of (?:the|this) (?P<unit>week|month|year|quarter){ENDS}|{BEGINS}later this (?P<later>week|month|year){ENDS}", lambda m: Several((_today(0), Link.RANGE, Day(unit=unit(m["unit"] or m["later"]), count=0)))),
    # weekdays so many weeks on
    Rule("a weekday of another week", rf"{BEGINS}(?:on )?(?P<wd>{WEEKDAY}) (?P<n>(?!))?(?P<unit>week|fortnight){ENDS}(?P<day>(?!))?", _weeks_later),
    Rule("a day of another week", rf"{BEGINS}(?:(?P<n>{N}) )?(?P<unit>weeks?|fortnights?) (?:on )?(?:(?P<wd>{WEEKDAY})|(?P<day>today|tomorrow)){ENDS}", _weeks_later),
    Rule("a day of another week", rf"{BEGINS}(?P<n>(?!))?(?P<day>today|tomorrow) (?P<wd>(?!))?(?P<unit>week|fortnight){ENDS}", _weeks_later),
    Rule("a feast", rf"{BEGINS}(?:on )?(?:(?P<side>next|this|last|past) |the )?(?P<feast>{FEAST})(?:'s)?(?:,? (?:in |of )?(?P<year>{NEAR_YEAR})|,? (?P<which>next|this|last) year)?{ENDS}(?! (?:party|lunch|dinner|campaign|sale|tree|gift|card|planning|event|shopping|concert))", _feast),
    words("a day", _NAMED, before=BEGINS, after=ENDS),
    # so many days from now, or from a day
    Rule("so many days from a day", rf"{BEGINS}(?:the )?(?:(?P<n>{N}) )?(?P<unit>{DAYS}) (?P<way>from|after|before|prior to|following|ahead of|since){_BEFORE_A_DAY}(?! (?:today|now)(?! week)|(?<=from) \d{{1,2}}(?::\d\d)? ?(?:[ap]\.?m\b|to |-|–|until|till))", _from_a_day),
    Rule("a week or two from a day, at a time", rf"{BEGINS}for (?P<n>{N}) (?P<unit>weeks?|fortnights?|months?) (?P<way>from){_BEFORE_A_DAY}(?=[^,.\n]{{3,40}} (?:at \d|@ ?\d|from \d|between \d|\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b|\d{{1,2}}:\d\d|noon|half past))", _from_a_day),
    Rule("so many days from now", rf"{BEGINS}(?:in|after) (?:about |exactly |just )?{_COUNTED}(?:'?s?'? time)?{ENDS}(?! (?:from(?! (?:\d{{1,2}}(?::\d\d)? ?(?:[ap]\.?m\b|to |-|–|until|till|h)|noon|midday))|after|before|of))", _ahead),
    Rule("so many days from now", rf"{BEGINS}(?:in |for )?(?:about |exactly )?{_COUNTED} (?:from now|from today|later|hence|out){ENDS}", _ahead),
    Rule("so many days ago", rf"{BEGINS}(?:about |exactly |just |over )?{_COUNTED} (?:ago(?: today)?|earlier|back|before now|before today){ENDS}", _ago),
    Rule("the next working day", rf"{BEGINS}(?:on |by )?(?:the )?(?P<which>next|following|last|previous) (?:business|working) day{ENDS}", lambda m: Day(unit=Unit.WORKDAY, count=-1 if m["which"] in ("last", "previous") else 1, exact=True)),
    # periods beside this one
    Rule("the one after next", rf"{BEGINS}(?:on |in )?(?:the )?(?:(?P<wd>{WEEKDAY})|(?P<unit>{PERIOD})) (?P<way>after next|before last){ENDS}", _after_next),
    Rule("part of a period", rf"{BEGINS}(?:in |at |by |towards )?(?:the )?(?P<portion>early|mid|middle|late|beginning|start|end)(?: |-)(?:of (?:the )?)?(?P<which>next|this|last|coming|following|current)? ?(?<= )(?P<unit>week|month|quarter|year){ENDS}", _portion),
    Rule("part of a period", rf"{BEGINS}(?:in |at |towards )?(?:the )?(?P<portion>middle|beginning|start|end) of (?=(?:(?:the )?(?P<of>{MONTH}|20\d\d|19\d\d|q[1-4]|first|second|third|fourth)){ENDS})", _portion_of_date),
    Rule("a weekday of a week", rf"{BEGINS}(?:on )?{_W} (?P<wd>{WEEKDAY})(?:'s)?{ENDS}", _which_weekday),
    Rule("a weekday of a week", rf"{BEGINS}(?:on )?(?P<wd>{WEEKDAY}),? (?:of |in )?(?P<which>next|this|last) week{ENDS}", _weekday_of),
    Rule("a weekday of a week", rf"{BEGINS}(?:on )?(?:the )?(?P<wd>{WEEKDAY}) (?P<which>past|coming|following){ENDS}(?! (?:{WEEKDAY}|up|to))", _which_weekday),
    Rule("a period", rf"{BEGINS}(?:in |during |for |over )?{_W} (?P<unit>{PERIOD}|fortnight)(?:'s)?{ENDS}", _which_period),
    Rule("my period", rf"{BEGINS}(?:for |during |over )?(?:my|our) (?:whole |entire )?(?P<unit>day|week|weekend|month)(?:'s)?(?=[ .!?]{{0,3}}$| please| ahead| look)", lambda m: Day(unit=unit(m["unit"]), count=0)),
    Rule("a period", rf"{BEGINS}(?:for |during |over |all |throughout )?the (?:whole|entire) (?P<which>(?!))?(?P<unit>week|month|year|weekend){ENDS}|{BEGINS}all (?P<all>week|month|year|weekend){ENDS}", lambda m: Day(unit=unit(m["unit"] or m["all"]), count=0)),
)  # fmt: skip
