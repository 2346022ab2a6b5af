"""How Korean writes days, weeks, months and years: by date, by name, and counted from today."""

import re
from collections.abc import Iterable

from bot.language.atoms import ANY_KOREAN_WORKDAY, Atom, Day, Doubtful, Link, Move, Portion, Several, Unit
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt
from bot.language.korean_feasts import FEAST_DAYS, spaced
from bot.language.korean_numerals import ORDINALS, SINO, number
from bot.language.shared import listed_days

# the last syllables of words about time: after them a word may begin without a blank (다음주월요일오후세시)
_ENDERS = frozenset("주달월일년해날전후초말순에침녁밤벽오시분반인째막욜의은는늘레제께")


def _hangul_except(allowed: Iterable[str]) -> str:
    """A character class's inside: all Hangul syllables but `allowed`."""
    ranges, begin = [], "가"
    for syllable in [*sorted(allowed), chr(ord("힣") + 1)]:
        last = chr(ord(syllable) - 1)
        if begin <= last:
            ranges.append(f"{begin}-{last}")
        begin = chr(ord(syllable) + 1)
    return "".join(ranges)


FREE = rf"(?<![{_hangul_except(_ENDERS)}a-z])"  # a word begins here
FIGURES = r"(?<![\d.,:/])\d{1,4}"
WEEKDAYS = "월화수목금토일"
WD = f"[{WEEKDAYS}]"
_DAY_NAME = rf"(?P<wd>{WD})(?:요일|욜)"
_MONTH = rf"(?:(?<![\d.,:/])(?:1[0-2]|0?\d|\d\d)|{FREE}(?:십[일이]?|[일이삼사오육칠팔구유시]))\s?월"
_MONTH_DAY = r"(?:\d{1,2}|(?:[이삼]?십)?[일이삼사오육칠팔구]|[이삼]?십)\s?일(?!\s?(?:간|동안|차|째|짜리)|[치권])"


def weekday(written: str) -> int:
    """Monday is 0."""
    return WEEKDAYS.index(written[0])


_RELATIVE_DAYS = {
    -3: ("그끄저께", "그끄제", "삼작일"),
    -2: ("그저께", "그제", "엊그제", "엊그저께", "재작일"),
    -1: ("어제", "어저께", "작일"),
    0: ("오늘", "금일", "당일", "오늘날짜"),
    1: ("내일", "명일", "낼"),
    2: ("모레", "내일 모레", "낼모레", "명후일"),
    3: ("글피",),
    4: ("그글피",),
}
_RELATIVE_PERIODS: dict[Unit, dict[int, tuple[str, ...]]] = {
    Unit.WEEK: {
        -2: ("지지난 주", "저저번 주", "전전 주"),
        -1: ("지난 주", "저번 주", "지난번 주"),
        0: ("이번 주", "요번 주", "금주"),
        1: ("다음 주", "담 주", "차주", "내주", "오는 주", "돌아오는 주", "다음번 주", "다음 한 주"),
        2: ("다다음 주", "다담 주", "다음 다음 주", "차차주"),
        3: ("다다다음 주",),
    },
    Unit.MONTH: {
        -2: ("지지난 달", "저저번 달", "전전 달"),
        -1: ("지난 달", "저번 달", "전달", "전월"),
        0: ("이번 달", "요번 달", "이달", "금월", "당월"),
        1: ("다음 달", "담 달", "내달", "익월", "차월", "돌아오는 달"),
        2: ("다다음 달", "다담 달", "다음 다음 달"),
        3: ("다다다음 달",),
    },
    Unit.YEAR: {
        -3: ("재재작년",),
        -2: ("재작년", "지지난 해", "그러께"),
        -1: ("작년", "지난 해", "전년", "거년"),
        0: ("올해", "금년", "이번 해", "올"),
        1: ("내년", "다음 해", "이듬해", "명년", "오는 해"),
        2: ("내후년", "후년", "다다음 해"),
    },
    Unit.QUARTER: {-1: ("지난 분기", "전 분기", "저번 분기"), 0: ("이번 분기",), 1: ("다음 분기",), 2: ("다다음 분기",)},
    Unit.WEEKEND: {
        -1: ("지난 주말", "지난 주 주말", "저번 주말", "저번 주 주말"),
        0: ("이번 주말", "이번 주 주말", "요번 주말", "주말"),
        1: ("다음 주말", "다음 주 주말", "담 주 주말", "담 주말", "오는 주말"),
        2: ("다다음 주말", "다다음 주 주말"),
    },
}  # fmt: skip


def _period_words(unit: Unit) -> dict[str, int]:
    return {name: count for count, names in _RELATIVE_PERIODS[unit].items() for name in spaced(*names)}


def _any(table: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(table, key=len, reverse=True)))


_DAY_WORDS = {name: count for count, names in _RELATIVE_DAYS.items() for name in spaced(*names)}
_WEEK_WORDS, _MONTH_WORDS, _YEAR_WORDS = (_period_words(unit) for unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR))
_YEAR_WORDS_ALONE = {name: count for name, count in _YEAR_WORDS.items() if name != "올"}
_WEEKEND_WORDS, _QUARTER_WORDS = _period_words(Unit.WEEKEND), _period_words(Unit.QUARTER)
_PORTIONS = {
    "초": Portion.START, "초반": Portion.START, "초순": Portion.FIRST_TEN, "상순": Portion.FIRST_TEN, "중순": Portion.SECOND_TEN,
    "중반": Portion.MIDDLE, "중": Portion.WHOLE, "하순": Portion.LAST_TEN, "말": Portion.LAST_DAY, "말일": Portion.LAST_DAY,
    "마지막 날": Portion.LAST_DAY, "후반": Portion.SECOND_HALF, "전반": Portion.FIRST_HALF, "말경": Portion.END,
}  # fmt: skip
_PORTION = rf"(?P<portion>{_any(_PORTIONS)})(?![가-힣])|(?P<portion2>초순|초반|초|중순|하순|말일|말)(?=에|까지|부터|쯤|의|경|로|은|는|이|께)"


# --- dates ---


def month_number(written: str) -> int:
    """The month of "12월", "삼월", "유월"."""
    name = written.removesuffix("월").strip()
    return {"유": 6, "시": 10}.get(name) or number(name)


def day_number(written: str) -> int:
    """The day of "5일", "이십오 일"."""
    return number(written.removesuffix("일").strip())


def _year(written: str) -> int:
    year = number(written.removeprefix("'"))
    return year if year >= 100 else year + 2000 if year < 70 else year + 1900


def _date(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    year, month, day = groups.get("year"), groups.get("month"), groups.get("day")
    return Day(
        None if year is None else _year(year),
        None if month is None else month_number(month),
        None if day is None else day_number(day),
    )


def _figures(match: re.Match[str]) -> Atom | None:
    groups = match.groupdict()
    month, day = int(match["month"]), int(match["day"])
    year = groups.get("year")
    return Day(None if year is None else _year(year), month, day)


def _days_range(match: re.Match[str]) -> Atom:
    month = match["month"]
    first = Day(month=None if month is None else month_number(month), day=number(match["first"]))
    return Several((first, Link.RANGE, Day(day=day_number(match["last"]))))


def _figures_range(match: re.Match[str]) -> Atom:
    first = Day(month=int(match["month"]), day=int(match["first"]))
    return Several((first, Link.RANGE, Day(day=int(match["last"]))))


def _months_range(match: re.Match[str]) -> Atom:
    return Several((Day(month=number(match["first"])), Link.RANGE, Day(month=month_number(match["last"]))))


def _years_range(match: re.Match[str]) -> Atom:
    return Several((Day(year=_year(match["first"])), Link.RANGE, Day(year=_year(match["last"]))))


def _decade(match: re.Match[str]) -> Atom:
    first = int(match["year"])
    first = first if first > 99 else 1900 + first if first >= 30 else 2000 + first
    return Several((Day(year=first), Link.RANGE, Day(year=first + 9)))


def _century(match: re.Match[str]) -> Atom:
    first = (number(match["n"]) - 1) * 100
    return Several((Day(year=first + 1), Link.RANGE, Day(year=first + 100)))


# --- parts of months and years ---


def _portion_of(match: re.Match[str]) -> Portion:
    return _PORTIONS[match["portion"] or match["portion2"]]


def _month_portion(match: re.Match[str]) -> Day:
    portion = _portion_of(match)
    if match["month"]:
        return Day(month=month_number(match["month"]), portion=portion)
    return Day(unit=Unit.MONTH, count=_MONTH_WORDS[match["period"]], portion=portion)


def _year_portion(match: re.Match[str]) -> Day:
    portion = _portion_of(match)
    month = 12 if portion is Portion.LAST_DAY else None
    if match["year"]:
        return Day(_year(match["year"]), month, portion=portion)
    return Day(unit=Unit.YEAR, count=_YEAR_WORDS[match["period"]], month=month, portion=portion)


def _week_portion(match: re.Match[str]) -> Day:
    count = _WEEK_WORDS[match["period"]]
    portion = _portion_of(match)
    if portion is Portion.START:
        return Day(unit=Unit.WEEK, count=count, weekday=0)
    if portion is Portion.LAST_DAY:
        return Day(unit=Unit.WEEKEND, count=count)
    return Day(unit=Unit.WEEK, count=count, portion=portion)


def _half(match: re.Match[str]) -> Day:
    portion = Portion.FIRST_HALF if match["half"] == "상" else Portion.SECOND_HALF
    if match["year"]:
        return Day(_year(match["year"]), portion=portion)
    return Day(unit=Unit.YEAR, count=_YEAR_WORDS[match["period"] or "올"], portion=portion)


def _in_year(match: re.Match[str], month: int) -> Day:
    if match["year"]:
        return Day(_year(match["year"]), month)
    if match["period"]:
        return Day(unit=Unit.YEAR, count=_YEAR_WORDS[match["period"]], month=month)
    return Day(month=month)


def _quarter(match: re.Match[str]) -> Atom:
    first = 3 * number(match["n"]) - 2
    return Several((_in_year(match, first), Link.RANGE, Day(month=first + 2)))


SEASONS = {"봄": 3, "여름": 6, "가을": 9, "겨울": 12}


def _season(match: re.Match[str]) -> Atom:
    first = SEASONS[match["season"]]
    last = Day(month=(first + 1) % 12 + 1)
    match match["which"]:
        case "이번":
            return Several((Day(unit=Unit.YEAR, count=0, month=first), Link.RANGE, last))
        case str(which):
            return Several((Day(month=first, side=-1 if which == "지난" else 0), Link.RANGE, last))
    return Several((_in_year(match, first), Link.RANGE, last))


# --- weekdays ---


def _this_time_of(match: re.Match[str]) -> Day:
    """작년 이맘때: this day of another year, month or week."""
    period = match["period"]
    for unit, known in ((Unit.YEAR, _YEAR_WORDS), (Unit.MONTH, _MONTH_WORDS), (Unit.WEEK, _WEEK_WORDS)):
        if period in known:
            return Day(unit=unit, count=known[period], exact=True)
    raise KeyError(period)


_SIDES = {
    "이번": 0,
    "요번": 0,
    "다음": 1,
    "담": 1,
    "다음번": 1,
    "오는": 1,
    "돌아오는": 1,
    "지난": -1,
    "저번": -1,
    "지난번": -1,
}


def _side_weekday(match: re.Match[str]) -> Day:
    side = _SIDES[match["side"]]
    if side == 0:
        return Day(unit=Unit.WEEK, count=0, weekday=weekday(match["wd"]))
    return Day(weekday=weekday(match["wd"]), side=side)


def _week_weekday(match: re.Match[str]) -> Day:
    return Day(unit=Unit.WEEK, count=_WEEK_WORDS[match["period"]], weekday=weekday(match["wd"]))


_NTH = r"(?P<nth>마지막|다섯\s?번째|[첫두세네]\s?번째|제?\s?[1-5]\s?(?:번?째|(?=주))|다섯째|[첫둘셋넷]째|첫(?=\s?[주월화수목금토일영근업]))"


def nth_of(written: str) -> int:
    """셋째, 세 번째, 3째, 제3; -1 for 마지막."""
    if written.startswith("마지막"):
        return -1
    digit = re.search(r"\d", written)
    if digit:
        return int(digit.group())
    return ORDINALS.get(written) or number(re.sub(r"\s?번째", "", written).replace("첫", "한"))


def _nth_weekday(match: re.Match[str]) -> Day:
    return Day(nth=nth_of(match["nth"]), weekday=weekday(match["wd"]))


def _feast_holidays(match: re.Match[str]) -> Atom:
    """The feast with the day before and the day after."""
    feast = "seollal" if match["feast"] in ("설", "설날", "구정") else "chuseok"
    unit, count = (Unit.YEAR, _YEAR_WORDS[match["period"]]) if match["period"] else (None, 0)
    eve, morrow = ((Move(days, Unit.DAY),) for days in (-1, 1))
    return Several(
        (
            Day(feast=feast, unit=unit, count=count, moves=eve),
            Link.RANGE,
            Day(feast=feast, unit=unit, count=count, moves=morrow),
        )
    )


def _listed_in_month(match: re.Match[str]) -> Atom | None:
    month = number(match["month"].rstrip("월 ")) if match["month"] else None
    return listed_days([int(day) for day in re.findall(r"\d+", match["days"])], lambda day: Day(month=month, day=day))


_NOT_A_DAY_COUNT = (
    r"(?!\s?(?:간|동안|차|째|짜리|뒤|후|전(?![가-힣]{2})|이내|안에|내내|마다|이상|연속|만에|정도)|[치권])"
)

RULES: tuple[Rule, ...] = (
    # a date of the lunar calendar is another day every year: asked about
    Rule("a date of the lunar calendar", rf"음력\s?(?:{_MONTH}\s?(?:{_MONTH_DAY}|초하루|보름)?|\d{{1,2}}[./]\d{{1,2}})", lambda _: Doubtful(Doubt.RESIDUE)),
    Rule("the days around a feast", rf"(?:{FREE}(?P<period>{_any(_YEAR_WORDS)})\s)?(?P<feast>설날?|구정|추석|한가위)\s?연휴", _feast_holidays),
    words("a feast", FEAST_DAYS, before=FREE),
    Rule("a feast", rf"{FREE}설(?=\s?(?:연휴|당일|전날|다음\s?날|에|\d))", lambda _: Day(feast="seollal")),
    # so long from now or from another day
    Rule("about this time of a period", rf"{FREE}(?P<period>{_any((*_YEAR_WORDS, *_MONTH_WORDS, *_WEEK_WORDS))})\s(?:이맘때|오늘(?!\s?(?:[밤낮]|아침|저녁|오[전후])))", _this_time_of),
    Rule("the day before or after", r"(?<=[절날스석일]\s)(?:하루\s)?(?P<way>전날|다음\s?날|이튿날)", lambda m: Day(moves=(Move(-1 if m["way"] == "전날" else 1, Unit.DAY),))),
    # dates in figures
    Rule("a date", r"(?<![\d.])(?P<year>\d{4}|\d{2})\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?![\d:시분])", _figures),
    Rule("a date", r"(?<![\d/])(?P<year>\d{4}|[2-9]\d|1[3-9])/(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/])", _figures),
    Rule("a date", r"(?<![\d-])(?P<year>\d{2})-(?P<month>1[0-2]|0?[1-9])-(?P<day>3[01]|[12]\d|0?[1-9])(?![\d:-])", _figures),
    Rule("days of a month", r"(?<![\d/.])(?P<month>\d{1,2})/(?P<first>\d{1,2})(?:\([월화수목금토일]\))?\s?[-~–]\s?(?P<last>\d{1,2})(?:일|(?![\d/:.시월]))", _figures_range),
    Rule("days of a month", r"(?<![\d.a-z])(?P<month>1[0-2]|0?[1-9])\.(?P<first>3[01]|[12]\d|0?[1-9])\s?[-~–]\s?(?P<last>3[01]|[12]\d|0?[1-9])(?:일|(?![\d:.시월]))(?=$|\s|에|까지)", _figures_range),
    Rule("a date", r"(?<![\d.a-z])(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?=$|[\s(~에까부]\D|[\s(~에까부]\d{1,2}[:시])(?!\s?(?:버전|점|배|시간|퍼센트|%))", _figures),
    # dates in words
    Rule("years", r"(?<!\d)(?P<first>\d{4})년?\s?(?:[-~–]|에서\s|부터\s)\s?(?P<last>\d{4})\s?년(?!\s?\d)", _years_range),
    Rule("a decade", r"(?<!\d)(?P<year>\d{1,3}0)\s?년대", _decade),
    Rule("a century", rf"(?P<n>\d{{1,2}}|{FREE}{SINO}{{1,4}})\s?세기(?!\s?(?:전|후|뒤))", _century),
    Rule("part of a year", rf"(?:(?P<period>{_any(_YEAR_WORDS)})|(?<!\d)(?P<year>\d{{4}})\s?년)도?\s?(?:{_PORTION})", _year_portion),
    Rule("half of a year", rf"(?:(?:{FREE}(?P<period>{_any(_YEAR_WORDS)})|(?<!\d)(?P<year>\d{{4}})\s?년)도?\s?)?(?P<half>[상하])반기(?=$|\s*$|에|까지|부터|동안|중|\s?(?:동안|중|일정))", _half),
    Rule("a quarter", rf"(?:(?:{FREE}(?P<period>{_any(_YEAR_WORDS)})|(?<!\d)(?P<year>\d{{4}})\s?년)도?\s?)?(?:제\s?)?(?P<n>(?<![\d.])[1-4]|{FREE}[일이삼사])\s?사?분기(?=\s*$|에|까지|부터|동안|\s?(?:동안|중|일정))", _quarter),
    Rule("a season", rf"(?:(?P<which>이번|지난|오는|다음)|{FREE}(?P<period>{_any(_YEAR_WORDS)})|(?<!\d)(?P<year>\d{{4}})\s?년)\s?(?P<season>봄|여름|가을|겨울)(?:철)?(?=$|[^가-힣]|에|까지|부터|동안|은|이|의)", _season),
    Rule("a season", rf"(?P<which>(?!))?(?P<period>(?!))?(?P<year>(?!))?{FREE}(?P<season>봄|여름|가을|겨울)(?:철)?(?=에(?:$|\s|는))", _season),
    Rule("months", r"(?<![\d.,:/])(?P<first>\d{1,2})(?:\s?월)?\s?[-~–]\s?(?P<last>\d{1,2}\s?월)(?!\s?\d)", _months_range),
    Rule("days of a month", rf"(?P<month>{_MONTH})\s?(?P<first>\d{{1,2}})(?:\s?일)?\s?[-~–]\s?(?P<last>{_MONTH_DAY})", _days_range),
    Rule("days of a month", rf"(?P<month>(?!))?(?<![\d.,:/])(?P<first>\d{{1,2}})\s?[-~–]\s?(?P<last>\d{{1,2}}\s?일){_NOT_A_DAY_COUNT}", _days_range),
    Rule("listed days of the month", rf"(?<![\d.,:/])(?P<month>(?!))?(?P<days>(?:[6-9]|[12]\d)(?:\s?[,·]\s?\d{{1,2}}){{0,4}}\s?[,·]\s?\d{{1,2}}일){_NOT_A_DAY_COUNT}", _listed_in_month),
    Rule("listed days of a month", rf"(?P<month>{_MONTH})\s?(?P<days>\d{{1,2}}일?(?:\s?[,·/&]\s?\d{{1,2}}일?){{1,5}}(?<=일)){_NOT_A_DAY_COUNT}", _listed_in_month),
    Rule("a date", rf"(?P<year>(?<!\d)\d{{4}}|(?<![\d.])'?\d{{2}}|{FREE}{SINO}{{3,9}}|{FREE}이십{SINO})\s?년\s?(?P<month>{_MONTH})(?:\s?(?P<day>{_MONTH_DAY})|(?!\s?(?:{_PORTION})))", _date),
    Rule("part of a month", rf"(?:(?P<period>{_any(_MONTH_WORDS)})|(?P<month>{_MONTH}))(?:의)?\s?(?:{_PORTION})", _month_portion),
    Rule("a date", rf"(?P<month>{_MONTH})\s?(?P<day>{_MONTH_DAY})", _date),
    Rule("a month", rf"(?P<month>(?:(?<![\d.,:/])\d{{1,2}}|{FREE}(?:십[일이]?|유|시))\s?월)(?![가-힣])", _date),
    Rule("a month", rf"(?P<month>(?:(?<![\d.,:/])\d{{1,2}}|{FREE}(?:십[일이]?|[일이삼사오육칠팔구유시]))\s?월)(?=첫|둘째|셋째|넷째|마지막|달|에|의|까지|부터|은|이|에는|로|쯤|경|과\s|와\s)달?", _date),
    Rule("a year", rf"(?P<year>(?<![\d.,])(?:1[5-9]|2[0-2])\d\d|{FREE}(?:이천|천구백){SINO}{{0,5}})\s?년도?(?!\s?(?:전|후|뒤|간|동안|차|대|생|산|마다|넘게|가까이))", _date),
    Rule("a day of the month", rf"(?P<day>(?<![\d.,:/])\d{{1,2}}\s?일){_NOT_A_DAY_COUNT}", _date),
    Rule("a day of the month", rf"(?P<day>{FREE}(?:[이삼]십[일이삼사오육칠팔구]?|십[일이삼사오육칠팔구])\s?일){_NOT_A_DAY_COUNT}(?:(?![가-힣])|(?=까지|부터|에\s))", _date),
    # weeks and their days
    Rule("a weekday of a week", rf"{FREE}(?P<period>{_any(_WEEK_WORDS)})(?:의)?,?\s?(?:{_DAY_NAME})", _week_weekday),
    Rule("a weekday of a week", rf"{FREE}(?P<period>{_any(_WEEK_WORDS)})\s?(?P<wd>[월화수목금토])(?=$|\s?\d|\s?오[전후]|에|까지|부터|\s?~)", _week_weekday),
    Rule("part of a week", rf"{FREE}(?P<period>{_any(_WEEK_WORDS)})\s?(?:{_PORTION})", _week_portion),
    Rule("a weekday of the month", rf"{_NTH}\s?(?:주(?:차|의)?\s?)?{_DAY_NAME}", _nth_weekday),
    Rule("a working day of the month", rf"{_NTH}\s?(?:영업일|근무일|업무일)", lambda m: Day(nth=nth_of(m["nth"]), weekday=ANY_KOREAN_WORKDAY)),
    Rule("the next working day", rf"{FREE}(?P<way>다음|담|바로 다음|지난|직전)\s(?:영업일|근무일|업무일)", lambda m: Day(unit=Unit.KOREAN_WORKDAY, count=-1 if m["way"] in ("지난", "직전") else 1, exact=True)),
    Rule("a week of the month", r"(?:(?P<nth>마지막|[첫두세네]\s?번째|다섯\s?번째|다섯째|[첫둘셋넷]째|첫|제\s?[1-5])\s?주(?:차)?|(?P<nth2>[1-5])(?:주차|\s?번?째\s?주))(?=$|[^가-힣]|에|까지|부터|의|는)", lambda m: Day(nth=nth_of(m["nth"] or m["nth2"]))),
    Rule("a weekday", rf"{FREE}(?P<side>{_any(_SIDES)})\s?{_DAY_NAME}", _side_weekday),
    Rule("weekdays", rf"(?P<first>{WD})(?:요일|욜)?\s?[-~–]\s?(?P<wd>{WD})(?:요일|욜|(?![가-힣]))", lambda m: Several((Day(weekday=weekday(m["first"])), Link.RANGE, Day(weekday=weekday(m["wd"]))))),
    Rule("a weekday", rf"{_DAY_NAME}|\((?P<in_brackets>{WD})(?:요일)?\)", lambda m: Day(weekday=weekday(m["wd"] or m["in_brackets"]))),
    Rule("a weekday in brackets", rf"(?<=일){WD}(?=\s\d|\s오[전후])", lambda m: Day(weekday=weekday(m.group()))),
    Rule("the week or weekend of a date", r"(?<=일)(?:이\s있는|이\s들어\s?있는|이\s속한|의)?\s(?:그\s)?(?:(?P<end>주말)|주)(?=$|\s|에|의|는)", lambda m: Day(portion=Portion.ITS_WEEKEND if m["end"] else Portion.ITS_WEEK)),
    Rule("the first days of a month", r"(?<=[월달]\s)첫\s?(?=\d{1,2}\s?(?:주|일)(?:간|\s?동안|$|\s)|[두세]\s?주)", lambda _: Link.AT),
    # named days and periods
    words("a weekend", {name: Day(unit=Unit.WEEKEND, count=count) for name, count in _WEEKEND_WORDS.items()}, before=FREE, after=r"(?![가-힣]농장|반)"),
    words("a quarter", {name: Day(unit=Unit.QUARTER, count=count) for name, count in _QUARTER_WORDS.items()}, before=FREE),
    words("a week", {name: Day(unit=Unit.WEEK, count=count) for name, count in _WEEK_WORDS.items()}, before=FREE, after=r"(?!차|변|년|기|제|식|최)"),
    words("a month", {name: Day(unit=Unit.MONTH, count=count) for name, count in _MONTH_WORDS.items()}, before=FREE, after=r"(?!러|리|성|력|팽|걀|하|받)"),
    words("a year", {name: Day(unit=Unit.YEAR, count=count) for name, count in _YEAR_WORDS_ALONE.items()}, before=FREE, after=r"도?"),
    words("a day from now", {name: Day(unit=Unit.DAY, count=count) for name, count in _DAY_WORDS.items()}, before=FREE, after=r"(?!정(?![기례오산비각])|자리|부터라도)"),
    Rule("the Lord's day", r"(?<![가-힣\d])(?<![가-힣\d]\s)주일(?=\s(?:오[전후]|아침|점심|저녁|낮|새벽|\d{1,2}시|예배))|(?<=이번\s)주일(?=\s)|(?<=다음\s)주일(?=\s)", lambda _: Day(weekday=6)),
    Rule("the next day", r"(?<![가-힣])(?:그\s)?(?:다음\s?날|이튿날|익일)", lambda _: Day(moves=(Move(1, Unit.DAY),))),
    Rule("the day before", r"(?<![가-힣])전일(?![가-힣])|(?<![가-힣])전일(?=에|로)", lambda _: Day(moves=(Move(-1, Unit.DAY),))),
    Rule("the first day of the month", r"(?<=[월달]\s)첫\s?날(?![가-힣])|(?<=[월달]\s)첫\s?날(?=에)", lambda _: Day(day=1)),
    Rule("the first days of the week", rf"{FREE}주초(?![가-힣])|{FREE}주초(?=에)", lambda _: Day(unit=Unit.WEEK, count=1, weekday=0)),
    Rule("the first days of the month", rf"{FREE}월초", lambda _: Day(portion=Portion.START)),
    Rule("the middle of the month", rf"{FREE}(?:월\s?)?중순(?=$|[^가-힣]|에|까지|부터)", lambda _: Day(portion=Portion.SECOND_TEN)),
    Rule("the last day of the month", rf"{FREE}(?:월말|말일)", lambda _: Day(portion=Portion.LAST_DAY)),
    Rule("the end of the year", rf"{FREE}연말(?!\s?정산|연시|\s?결산|\s?모임|\s?파티|\s?회식|\s?송년)", lambda _: Day(month=12, day=31)),
    Rule("the beginning of the year", rf"{FREE}연초", lambda _: Day(month=1, portion=Portion.START)),
)  # fmt: skip
