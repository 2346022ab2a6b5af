"""How Korean says how long: alone, and counted from now or from another day, ahead or back."""

import re

from bot.language.atoms import Atom, Day, Doubtful, Length, Link, Move, Now, Offset, Several, Shift, Unit
from bot.language.grammar import Rule
from bot.language.intent import Doubt
from bot.language.korean_days import FIGURES, FREE, SEASONS
from bot.language.korean_numerals import DAYS, NATIVE, SINO, number

# a numeral begins here: a word does, and not within a run of numerals longer than any, where all would be tried at each
_BEGINS = rf"{FREE}(?<!{SINO}{{7}})"
COUNT = rf"(?:{FIGURES}|{_BEGINS}(?:{NATIVE}|{SINO}{{1,6}}))"
_ABOUT = r"(?:\s?(?:정도|쯤|가량))?"
_MUCH = rf"{_ABOUT}(?:만|씩)?(?:\s더)?"
# which way an event is moved; where the verb tells, it is left to be a command
_LATER = rf"{_MUCH}\s?(?:뒤로|더\s?늦게|늦게(?=\s)|(?=미[뤄루룰]|늦[춰추출]|연기|밀))"
_EARLIER = rf"{_MUCH}\s?(?:앞으로|일찍|빨리|먼저|(?=앞당|당[겨기길]))"
_WAY = (
    rf"{_ABOUT}\s?(?P<way>뒤(?!풀|늦)|후(?![가-힣])|후(?=에|의|로|까지|부터|쯤|인)|있다가|지나서|전(?![가-힣])|"
    r"전(?=에|의|까지|부터|쯤|이|은))"
)
_WITHIN = r"\s?(?P<within>이내|안(?=에|으로|\s|$)|내(?=에|로))(?:에|으로|로)?(?![가-힣])"
_FOR = r"(?:\s?(?:동안|간|짜리|내내))"

# --- hours, minutes, seconds ---

_TWO = rf"(?:\d{{1,2}}|{SINO}{{1,3}})"
_CLOCK = (
    rf"(?:(?P<n>(?<![\d.])\d{{1,3}}\.\d|(?!이\s?시간|이\s분){COUNT})\s?(?:(?P<hours>시간)"
    rf"(?:\s?(?P<half>반)(?=$|[^가-힣]|으로|쯤|정도|짜리|동안|간|만|부터|까지))?(?:\s?(?P<minutes>{_TWO})\s?분)?|(?P<only_minutes>분)(?P<half_minute>반)?|(?P<only_seconds>초))"
    rf"(?:(?<=분)\s?(?P<seconds>{_TWO})\s?초)?|{FREE}(?P<half_hour>반\s?시간))"
)


def _clock_length(match: re.Match[str]) -> Length:
    if match["half_hour"]:
        return Length(seconds=1800)
    written = match["n"]
    count = float(written) if "." in written else number(written)
    total = count * (3600 if match["hours"] else 60 if match["only_minutes"] else 1)
    total += 1800 if match["half"] else 0
    total += 30 if match["half_minute"] else 0
    total += 60 * number(match["minutes"]) if match["minutes"] else 0
    total += number(match["seconds"]) if match["seconds"] else 0
    return Length(seconds=round(total))


def _sign(match: re.Match[str]) -> int:
    return -1 if match["way"].startswith("전") else 1


def _clock_counted(match: re.Match[str]) -> Atom:
    length = _clock_length(match)
    if match["way"]:
        return Offset(_sign(match), length)
    if match["within"]:
        return Several((Now(), Link.RANGE, Offset(1, length)))
    return length


def _clock_seen_from(match: re.Match[str]) -> Atom:
    length = _clock_length(match)
    if match["way"]:
        return Offset(_sign(match), length)
    if match["back"]:
        return Several((Offset(-1, length), Link.RANGE, Now()))
    return Several((Now(), Link.RANGE, Offset(1, length)))


# --- days, weeks, months, years ---

_UNITS = {
    "영업일": Unit.KOREAN_WORKDAY, "근무일": Unit.KOREAN_WORKDAY, "평일": Unit.KOREAN_WORKDAY, "일": Unit.DAY, "주일": Unit.WEEK, "주": Unit.WEEK,
    "개월": Unit.MONTH, "달": Unit.MONTH, "년": Unit.YEAR, "해": Unit.YEAR, "분기": Unit.QUARTER, "세기": Unit.CENTURY,
}  # fmt: skip
_WORDS = "|".join(sorted(DAYS, key=len, reverse=True))
_MANY = rf"(?:{FIGURES}|{_BEGINS}(?:{NATIVE}|(?!이\s?[달해]|[가-힣]\s?달){SINO}{{1,6}}))"
_STEP = rf"(?:(?P<n>{_MANY})\s?(?P<unit>{'|'.join(_UNITS)})(?:\s?(?P<half>반))?|{FREE}(?:(?P<word>{_WORDS})|(?P<half_year>반\s?년)))"
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.CENTURY: 1200}


def _step(match: re.Match[str]) -> tuple[int, Unit] | None:
    """How many of which unit; None for half a week or half a day, which are no number of days."""
    if match["word"]:
        return DAYS[match["word"]], Unit.DAY
    if match["half_year"]:
        return 6, Unit.MONTH
    count, unit = number(match["n"]), _UNITS[match["unit"]]
    if not match["half"]:
        return count, unit
    if unit is Unit.YEAR:
        return 12 * count + 6, Unit.MONTH
    return (30 * count + 15, Unit.DAY) if unit is Unit.MONTH else None


def _step_length(match: re.Match[str]) -> Length | None:
    step = _step(match)
    if step is None:
        return None
    count, unit = step
    if unit in _MONTHS:
        return Length(months=count * _MONTHS[unit])
    return Length(days=count * (7 if unit is Unit.WEEK else 1))


def _counted(match: re.Match[str]) -> Atom | None:
    step = _step(match)
    if step is None:
        return None
    count, unit = step
    if match["way"]:
        return Day(unit=unit, count=count * _sign(match), exact=True)
    if match["within"]:
        return Several((Day(unit=Unit.DAY, count=0), Link.RANGE, Day(unit=unit, count=count, exact=True)))
    return _step_length(match)


def _seen_from(match: re.Match[str]) -> Atom | None:
    """지난 3일 ends yesterday, 앞으로 3일 begins tomorrow."""
    step = _step(match)
    if step is None:
        return None
    count, unit = step
    if match["way"]:
        return Day(unit=unit, count=count * _sign(match), exact=True)
    if match["back"]:
        return Several((Day(unit=unit, count=-count, exact=True), Link.RANGE, Day(unit=Unit.DAY, count=-1)))
    return Several((Day(unit=Unit.DAY, count=1), Link.RANGE, Day(unit=unit, count=count, exact=True)))


def _moves(match: re.Match[str]) -> Day | None:
    step = _step(match)
    return None if step is None else Day(moves=(Move(step[0] * _sign(match), step[1]),))


def _two_steps(match: re.Match[str]) -> Day:
    """2주 3일 후."""
    sign = _sign(match)
    steps = ((match["n"], match["unit"]), (match["more"], match["unit_more"]))
    return Day(moves=tuple(Move(sign * number(count), _UNITS[unit]) for count, unit in steps))


def _day_and_a_half(match: re.Match[str]) -> Offset:
    return Offset(_sign(match), Length(days=DAYS[match["word"]], seconds=12 * 3600))


def _shift(sign: int, length: Length | None) -> Shift | None:
    return None if length is None else Shift(sign, length)


def _season_away(match: re.Match[str]) -> Atom:
    """3년 전 여름."""
    first = SEASONS[match["season"]]
    count = number(match["n"]) * (-1 if match["way"] == "전" else 1)
    return Several((Day(unit=Unit.YEAR, count=count, month=first), Link.RANGE, Day(month=(first + 1) % 12 + 1)))


_SEVERAL = r"한두|두세|두서너|서너|너댓|네댓|대여섯|예닐곱|두어|이삼|삼사|사오|오륙"

COUNTED: tuple[Rule, ...] = (
    Rule("a season years away", rf"(?P<n>(?<![\d.])\d{{1,3}}|{FREE}(?:{NATIVE}|{SINO}{{1,2}}))\s?년\s?(?P<way>전|후|뒤)(?:의)?\s(?P<season>봄|여름|가을|겨울)(?:철)?(?=$|[^가-힣]|에|까지|부터|은|이|의)", _season_away),
    Rule("how far to move", _CLOCK + _LATER, lambda m: Shift(1, _clock_length(m))),
    Rule("how far to move", _CLOCK + _EARLIER, lambda m: Shift(-1, _clock_length(m))),
    Rule("how far to move", _STEP + _LATER, lambda m: _shift(1, _step_length(m))),
    Rule("how far to move", _STEP + _EARLIER, lambda m: _shift(-1, _step_length(m))),
    Rule("not one number", rf"(?:(?<![\d.])\d{{1,3}}\s?[-~,]\s?\d{{1,3}}|{FREE}(?:{_SEVERAL}))\s?(?:일|주일?|달|개월|년|시간|분)\s?(?:뒤|후|전|이내|안에)", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("not one hour", rf"{FREE}(?:{_SEVERAL}|네다섯)\s?시(?!간)(?:쯤|경)?", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("so many working days from now", rf"(?:영업일|근무일|업무일)\s?(?:기준(?:으로)?|로)?\s?(?P<n>{_MANY})\s?일\s?(?P<way>뒤|후|전)(?![가-힣])", lambda m: Day(unit=Unit.KOREAN_WORKDAY, count=number(m["n"]) * _sign(m), exact=True)),
    Rule("so long from a feast", rf"(?<=[절날스석]\s){_STEP}{_WAY}", _moves),
    Rule("a day and a half from now", rf"{FREE}(?P<word>하루|이틀|사흘)\s반{_WAY}", _day_and_a_half),
    Rule("so long and longer from now", rf"(?P<n>{_MANY})\s?(?P<unit>년|개월|달|주일|주)\s(?P<more>{_MANY})\s?(?P<unit_more>개월|달|주일|주|일){_WAY}", _two_steps),
    Rule("so long from now or within it", rf"{_CLOCK}(?:{_WAY}|{_WITHIN})(?!에?\s?(?:알림|알람|알려|리마인))", _clock_counted),
    Rule("so long from now or within it", rf"{_STEP}(?:{_WAY}|{_WITHIN}|(?P<long>{_ABOUT}\s?(?:동안|간|짜리)(?![가-힣])))", _counted),
    Rule("so long, seen from now", rf"(?:(?P<back>지난|최근)\s|(?:앞으로|향후|다음)\s|(?:지금|이제|현재)(?:으로|로)?부터\s?){_CLOCK}(?:{_WAY}|{_ABOUT}{_FOR}?)", _clock_seen_from),
    Rule("so long, seen from now", rf"(?:(?:지금|오늘|현재)(?:으로|로)?부터\s|앞으로\s)(?P<back>(?!))?{_STEP}{_WAY}", _seen_from),
    Rule("so long, seen from now", rf"(?:(?P<back>(?:지난|최근|과거|이전)\s?)|(?:앞으로|향후|다음|다가오는|이후)\s){_STEP}(?P<way>(?!))?(?:\s?(?:동안|간|내))?(?!\s?(?:전|후|뒤|주))", _seen_from),
    Rule("so long from a day", rf"(?:(?:으로|로)?부터|에서)\s{_STEP}{_WAY}", _moves),
)  # fmt: skip
LENGTHS: tuple[Rule, ...] = (
    Rule("a length", rf"{_CLOCK}{_ABOUT}{_FOR}?(?P<way>(?!))?(?P<within>(?!))?(?![의기류석야할양쟁]|\s?전(?![가-힣])|\s?전에)", _clock_counted),
    Rule("half a day", rf"{FREE}(?:반나절|한나절)", lambda _: Length(seconds=4 * 3600)),
    Rule("nights", r"(?<!\d)\d{1,2}\s?박\s?(?P<days>\d{1,2})\s?일", lambda m: Length(days=int(m["days"]))),
    Rule("a length in days", rf"(?P<n>{COUNT})\s?(?P<unit>주일|개월|달|주|년)(?:\s?(?P<half>반))?(?P<word>(?!))?(?P<half_year>(?!))?(?=$|\s|[^가-힣\s])", _step_length),
    Rule("a length in days", rf"{FREE}(?P<word>이틀|사흘|나흘|닷새|엿새|열흘|보름)(?P<half_year>(?!))?(?=\s|$)", _step_length),
)  # fmt: skip
