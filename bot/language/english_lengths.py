"""How English says how long, how long from now, how far to move, and how often."""

import re

from bot.language.atoms import Atom, Dates, Every, Length, Link, Offset, Several, Shift, Times, Unit, Weekdays
from bot.language.english_clocks import PARTS
from bot.language.english_names import DAYS, HOURS, MONTH, WEEKDAY, per, unit, weekday
from bot.language.english_numbers import BEGINS, ENDS, TH, WHOLE, N, amount, ordinal
from bot.language.grammar import Rule

_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_ABOUT = r"(?:about |around |exactly |approximately |roughly |just |another |at least |up to |only |over )?"


def _one(count: float, written: str) -> Length:
    named = unit(written)
    count *= per(written)
    if named in _SECONDS:
        return Length(seconds=round(count * _SECONDS[named]))
    if named in _MONTHS:
        return Length(months=round(count * _MONTHS[named]))
    days = count * (7 if named in (Unit.WEEK, Unit.WEEKEND) else 1)
    return Length(days=int(days), seconds=round((days - int(days)) * 86_400))


def _length(match: re.Match[str]) -> Length:
    """What `_LENGTH` matched: one, two or three amounts."""
    groups = match.groupdict()
    total = _one(amount(match["n"]) + (0.5 if groups.get("half") else 0), match["unit"])
    if groups.get("n2"):
        total += _one(amount(match["n2"]), groups["unit2"] or "min")
    if groups.get("n3"):
        total += _one(amount(match["n3"]), match["unit3"])
    return total


_SMALL_M = r"m(?=\W|$)"  # 30m
_AND = r"(?:,? and |, | )?"
_LENGTH = (
    rf"(?P<n>{N})[ -]?(?P<unit>{HOURS})(?:(?P<half> and a half)|{_AND}(?P<n2>{N})[ -]?(?P<unit2>{HOURS}|{_SMALL_M})"
    rf"(?:{_AND}(?P<n3>{N})[ -]?(?P<unit3>seconds?|secs?))?)?"
)
# what may mix days and hours: 2 days and 3 hours
_MIXED = rf"(?P<n>{N}) (?P<unit>{DAYS}){_AND}(?P<n2>(?!\d{{4}}){N}) ?(?P<unit2>{HOURS})(?:{_AND}(?P<n3>{N}) ?(?P<unit3>{HOURS}))?"
_QUARTERS = {"a quarter of an hour": 900, "quarter of an hour": 900, "quarter hour": 900, "three quarters of an hour": 2700,
             "three-quarters of an hour": 2700, "half an hour": 1800, "half-hour": 1800, "half hour": 1800, "a half hour": 1800,
             "a half-hour": 1800, "half a day": 43_200, "an hour and a quarter": 4500, "an hour and a half": 5400, "hour and a half": 5400}  # fmt: skip
_NAMED = rf"(?P<named>{'|'.join(sorted(_QUARTERS, key=len, reverse=True))})"


def _named(match: re.Match[str]) -> Length:
    return Length(seconds=_QUARTERS[match["named"]])


_EARLIER = frozenset({"forward", "up", "earlier", "ago", "back", "before now", "sooner"})


def _sign(written: str | None) -> int:
    return -1 if written in _EARLIER else 1


def _move(match: re.Match[str]) -> Shift:
    ways = {match["way"], match["way2"]}
    sign = -1 if ways & {"forward", "up", "earlier", "sooner"} else 1
    return Shift(sign, _named(match) if match["named"] else _length(match))


def _move_days(match: re.Match[str]) -> Shift:
    ways = {match["way"], match["way2"]}
    return Shift(-1 if ways & {"forward", "up", "earlier", "sooner"} else 1, _one(amount(match["n"]), match["unit"]))


def _away(match: re.Match[str]) -> Atom:
    return Offset(_sign(match["way"]), _length(match))


def _named_away(match: re.Match[str]) -> Atom:
    return Offset(_sign(match["way"]), _named(match))


# --- repetitions ---

_ADVERBS: dict[str, Every] = {
    "daily": Every(Unit.DAY),
    "weekly": Every(Unit.WEEK),
    "biweekly": Every(Unit.WEEK, 2),
    "bi-weekly": Every(Unit.WEEK, 2),
    "fortnightly": Every(Unit.WEEK, 2),
    "monthly": Every(Unit.MONTH),
    "bimonthly": Every(Unit.MONTH, 2),
    "bi-monthly": Every(Unit.MONTH, 2),
    "quarterly": Every(Unit.MONTH, 3),
    "yearly": Every(Unit.YEAR),
    "annually": Every(Unit.YEAR),
}
_WEEKDAY_WORD = re.compile(rf"(?<!\w){WEEKDAY}(?=s?(?!\w))")


def _interval(match: re.Match[str]) -> Atom:
    written, named = match["n"], match["unit"]
    if written in ("other", "second", "alternate"):
        count = 2
    else:
        count = ordinal(written) if re.fullmatch(TH, written) else int(amount(written))
    return Every(unit(named), count * per(named))


def _adverb(match: re.Match[str]) -> Atom:
    return _ADVERBS[match["how"]]


def _weekdays(match: re.Match[str]) -> Weekdays:
    return Weekdays(tuple(weekday(name) for name in _WEEKDAY_WORD.findall(match.group())))


def _plural_weekdays(match: re.Match[str]) -> Atom:
    return Several((Every(Unit.WEEK), _weekdays(match)))


def _weekdays_of_a_month(match: re.Match[str]) -> Atom:
    """(Every) 2nd and 4th Thursday (of each month)."""
    days = Weekdays((weekday(match["wd"]),), tuple(ordinal(nth) for nth in re.findall(TH, match["nths"])))
    return Several((Every(Unit.MONTH), days)) if match["of"] else days


def _of_each_month(match: re.Match[str]) -> Atom:
    return Several((Every(Unit.MONTH), Dates(tuple(int(day) for day in re.findall(r"\d{1,2}", match.group())))))


def _times(match: re.Match[str]) -> Times:
    return Times(int(amount(match["n"])))


_LIST = r"(?:, and |, | and | & |/|, & )"
_FULL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"

MOVES: tuple[Rule, ...] = (
    Rule("how far to move", rf"{BEGINS}(?:(?P<way>back|forward|up|later|earlier|out|down|ahead) )?by {_ABOUT}(?:{_NAMED}|{_LENGTH})(?: (?P<way2>later|earlier|sooner|forward|back))?{ENDS}", _move),
    Rule("how far to move", rf"{BEGINS}(?:(?P<way>back|forward|up|later|earlier|out|ahead) )?by {_ABOUT}(?P<n>{N}) (?P<unit>{DAYS})(?: (?P<way2>later|earlier|sooner|forward|back))?{ENDS}", _move_days),
    Rule("how far to move", rf"{BEGINS}(?P<way>back|forward|up) {_ABOUT}(?:{_NAMED}|{_LENGTH})(?P<way2>(?!))?(?=[ .!]*$)", _move),
    Rule("how far to move", rf"{BEGINS}(?<=\w )(?:{_NAMED}|{_LENGTH}) (?P<way>later|earlier|sooner|forward|back)(?P<way2>(?!))?(?=[ .!]{{0,4}}$| please)", _move),
    Rule("how far to move", rf"{BEGINS}(?<=\w )(?P<n>{N}) (?P<unit>{DAYS}) (?P<way>later|earlier|sooner|forward|back)(?P<way2>(?!))?(?=[ .!]{{0,4}}$| please)", _move_days),
)  # fmt: skip
OFTEN: tuple[Rule, ...] = (
    Rule("a repetition on working days", rf"{BEGINS}(?:(?:on )?(?:every|each) (?:single )?(?:weekday|workday|business day|working day|work day)|(?:on )?weekdays){ENDS}", lambda _: Every(Unit.WEEK, workdays=True)),
    Rule("a repetition on weekends", rf"{BEGINS}(?:(?:on )?(?:every|each) weekend|on weekends){ENDS}", lambda _: Several((Every(Unit.WEEK), Weekdays((5, 6))))),
    Rule("a repetition", rf"{BEGINS}(?:once )?every (?P<n>other|second|alternate|{TH}|{WHOLE}|couple of|few) (?P<unit>days?|weeks?|fortnights?|months?|quarters?|years?){ENDS}", _interval),
    Rule("a repetition", rf"{BEGINS}(?:on )?(?:every (?:other|second)|alternate)(?= {WEEKDAY}s?{ENDS}(?! (?:of|in) (?:the|a|each|every) month))", lambda _: Every(Unit.WEEK, 2)),
    Rule("a repetition", rf"{BEGINS}(?:once )?(?:every|each) (?:single )?(?P<unit>day|week|fortnight|month|quarter|year){ENDS}", lambda m: Every(unit(m["unit"]), per(m["unit"]))),
    Rule("a repetition", rf"{BEGINS}once (?:a|per) (?P<unit>day|week|month|quarter|year){ENDS}", lambda m: Every(unit(m["unit"]))),
    Rule("a repetition in a part of the day", rf"{BEGINS}(?:every|each) (?P<part>morning|afternoon|evening|night){ENDS}", lambda m: Several((Every(Unit.DAY), PARTS[m["part"]]))),
    Rule("a repetition", rf"{BEGINS}(?:on )?(?:every|each)(?= (?:{WEEKDAY}s?|{TH}|{MONTH}|last){ENDS})(?! (?:other|second) {WEEKDAY}s?{ENDS}(?! (?:of|in) ))", lambda _: Every(None)),
    Rule("a repetition", rf"^(?P<how>daily|weekly|bi-?weekly|fortnightly|monthly|quarterly)(?= [^\n]{{1,60}} (?:starting|beginning|commencing|as of|from) (?:{WEEKDAY}|{MONTH}|today|tomorrow|next|the \d|\d{{1,2}}(?:st|nd|rd|th|/| ?{MONTH})))", _adverb),
    Rule("a repetition", rf"{BEGINS}(?:repeat(?:s|ed|ing)? |recurring )?(?P<how>daily|weekly|bi-?weekly|fortnightly|bi-?monthly|monthly|quarterly|yearly|annually)(?= (?:on|at|every|from|for|until|till|starting|beginning|in the|{TH}|{WEEKDAY}s?|{WHOLE}[:ap ]|\d{{1,2}}){ENDS}|,|[.!]?$)", _adverb),
    Rule("a repetition on weekdays", rf"{BEGINS}(?:on )?{_FULL}(?:{_LIST}{_FULL}){{0,5}}{ENDS}", _plural_weekdays),
    Rule("days of every month", rf"{BEGINS}(?:on )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)(?:,? (?:and )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)){{1,5}} of (?:every|each|the) month{ENDS}", _of_each_month),
    Rule("how many times", rf"{BEGINS}(?:for )?(?P<n>{WHOLE}) (?:times|occurrences|sessions|repetitions){ENDS}(?! (?:a|per) )", _times),
    Rule("weekdays of a month", rf"{BEGINS}(?:on )?(?:the )?(?P<nths>{TH}(?:, {TH}){{0,3}},? (?:and|&) (?:the )?{TH}) (?P<wd>{WEEKDAY})s?{ENDS}(?P<of> (?:of|in) (?:every|each|the|a) month{ENDS})?", _weekdays_of_a_month),
    Rule("weekdays", rf"{BEGINS}(?<!between )(?:on )?{WEEKDAY}s?(?:{_LIST}{WEEKDAY}s?){{1,6}}{ENDS}(?! \d{{1,2}}(?:st|nd|rd|th))", _weekdays),
)  # fmt: skip
FROM_NOW: tuple[Rule, ...] = (
    Rule("so long from now", rf"{BEGINS}(?:in|after) {_ABOUT}(?P<way>(?!))?{_NAMED}(?:'?s?'? time| from now)?{ENDS}", _named_away),
    Rule("so long from now", rf"{BEGINS}(?:in |after )?{_ABOUT}{_NAMED} (?P<way>from now|later|hence|ago|earlier|before now|back){ENDS}", _named_away),
    Rule("so long from now", rf"{BEGINS}(?:in |after )?{_ABOUT}(?:{_MIXED}) (?P<way>from now|later|hence|ago|earlier|before now|back){ENDS}", _away),
    Rule("so long from now", rf"{BEGINS}in {_ABOUT}(?P<way>(?!))?(?:{_MIXED})(?:'?s?'? time)?{ENDS}", _away),
    Rule("so long from now", rf"{BEGINS}(?:in )?{_ABOUT}(?:{_LENGTH}) (?P<way>from now|later|hence|ago|earlier|before now|back){ENDS}", _away),
    Rule("so long from now", rf"{BEGINS}(?:in|after) {_ABOUT}(?P<way>(?!))?(?:{_LENGTH})(?:'?s?'? time)?{ENDS}(?! (?:from|after|before|of) )", _away),
)  # fmt: skip
_LASTING = r"(?: long| duration| in (?:length|duration))?"  # behind a length
LENGTHS: tuple[Rule, ...] = (
    Rule("a length", rf"{BEGINS}(?:for |lasting |duration:? |length:? )?{_ABOUT}{_NAMED}{_LASTING}{ENDS}", _named),
    Rule("a length", rf"{BEGINS}(?:for |lasting |duration:? |length:? )?{_ABOUT}(?P<n>{N})(?P<unit2>(?!))?[ -]?(?:(?P<unit>minutes?|mins?){ENDS}(?P<half>(?!))?(?P<n2>(?!))?){_LASTING}(?! (?:before|reminder|warning|ago|late))", _length),
    Rule("a length", rf"{BEGINS}(?:for |lasting |duration:? |length:? )?{_ABOUT}{_LENGTH}{_LASTING}{ENDS}(?! (?:before|reminder|warning|ago|late))", _length),
    Rule("a length", rf"{BEGINS}(?:for |lasting |duration:? |length:? )?(?P<n>\d{{1,3}})m(?=\W|$)(?! (?:before|reminder|warning))", lambda m: Length(seconds=60 * int(m["n"]))),
    Rule("a length in days", rf"{BEGINS}(?<=\w )(?<!once )(?<!twice )(?<!times )(?<!first )(?<!last )(?<!only )(?<!every )(?P<n>{N}) (?P<unit>days?|weeks?|fortnights?|months?)(?=[ .!]{{0,3}}$| please)", lambda m: _one(amount(m["n"]), m["unit"])),
    Rule("a length in days", rf"{BEGINS}(?:for|lasting) {_ABOUT}(?:the )?(?P<n>{N}) (?P<unit>{DAYS}){ENDS}", lambda m: _one(amount(m["n"]), m["unit"])),
)  # fmt: skip
LINKS: tuple[Rule, ...] = (
    Rule("from", rf"{BEGINS}(?:from|between|starting (?:on|from|in)|starting|as (?:of|from)|beginning (?:on|in)|beginning|since|after|effective)(?= )", lambda _: Link.FROM_BEFORE),
    Rule("to", rf"{BEGINS}to(?= )", lambda _: Link.RANGE),
    Rule("until", rf"{BEGINS}(?<!-)(?:up until|until|till|til|through|thru|no later than|by|before|prior to|(?:and )?(?:ending|finishing|ends)(?: on)?|up to)(?= )", lambda _: Link.TO_BEFORE),
    Rule("and", rf"{BEGINS}and(?= )", lambda _: Link.AND),
    Rule("to", r"(?<=[\w.)]) ?[-–—~] ?(?=\w)|→", lambda m: Link.RANGE if m.group() == "→" else Link.DASH),
    Rule("at", rf"{BEGINS}(?<!-)(?:on|at|in|of|for|during|over)(?= )", lambda _: Link.AT),
)  # fmt: skip
