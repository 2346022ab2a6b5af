"""How Japanese writes dates: years of every reckoning, months, days, seasons, in figures and in Han numerals."""

import re

from bot.language.atoms import Atom, Day, Link, Several, Unit
from bot.language.grammar import Rule
from bot.language.japanese_days import PERIODS, PORTION, PORTIONS
from bot.language.japanese_numbers import FRESH, KANA_DAYS, N2, N4, longest_first, said_number
from bot.language.numerals import number
from bot.language.shared import listed_days

_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}


def _month_portion(match: re.Match[str]) -> Day:
    return Day(said_number(match, "year"), number(match["month"]), portion=PORTIONS[match["portion"]])


def _season(match: re.Match[str]) -> Atom:
    first, last = _SEASONS[match["season"]]
    if match["period"]:
        count = PERIODS[match["period"]].count
        end = Day(unit=Unit.YEAR, count=count + (last < first), month=last)
        return Several((Day(unit=Unit.YEAR, count=count, month=first), Link.RANGE, end))
    year = number(match["year"])
    return Several((Day(year, first), Link.RANGE, Day(year + (last < first), last)))


def _quarter(match: re.Match[str]) -> Atom:
    """2027年第1四半期, 今年度第3四半期: of a business year it is counted from April."""
    period = match["period"] or ""
    fiscal = bool(match["fiscal"]) or period.endswith("度")
    first = 3 * number(match["n"] or match["figure"]) - (0 if fiscal else 3)
    months = [(first + later) % 12 + 1 for later in (0, 2)]
    if period:
        unit, count = (Unit.FISCAL if fiscal else Unit.YEAR), PERIODS[period].count
        begin, end = (Day(unit=unit, count=count, month=month) for month in months)
    else:
        begin, end = (Day(int(match["year"]) + (fiscal and month < 4), month) for month in months)
    return Several((begin, Link.RANGE, end))


_ERAS = {
    "令和": 2018,
    "r": 2018,
    "平成": 1988,
    "h": 1988,
    "昭和": 1925,
    "s": 1925,
    "令": 2018,
    "平": 1988,
    "昭": 1925,
    "大正": 1911,
    "明治": 1867,
}


def _era(match: re.Match[str]) -> Day:
    year = 1 if match["year"] == "元" else number(match["year"])
    return Day(_ERAS[match["era"]] + year, said_number(match, "month"), said_number(match, "day"))


def _date(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    year, month, day = (
        None if (said := groups.get(name)) is None else number(said) for name in ("year", "month", "day")
    )
    if year is not None and year < 100:
        year += 2000
    return Day(year, month, day)


def _days_of_month(match: re.Match[str]) -> Atom:
    month = said_number(match, "month")
    return Several(
        (Day(month=month, day=number(match["first"])), Link.RANGE, Day(month=month, day=number(match["last"])))
    )


def _listed_days(match: re.Match[str]) -> Atom | None:
    """24・25日, 7/1,2,3."""
    month = said_number(match, "month")
    counts = [number(match["first"]), *map(number, re.findall(rf"{FRESH}{N2}(?![\d/])", match["more"]))]
    return listed_days(counts, lambda count: Day(month=month, day=count))


def _decade(match: re.Match[str]) -> Atom:
    year = number(match["year"])
    year += 1900 if year < 100 else 0
    return Several((Day(year), Link.RANGE, Day(year + 9)))


def _century(match: re.Match[str]) -> Atom:
    last = 100 * number(match["n"])
    return Several((Day(last - 99), Link.RANGE, Day(last)))


_WD = r"(?:\([月火水木金土日]\))?"
_AND = r"\s?[・、,と&]\s?"
WRITTEN: tuple[Rule, ...] = (
    Rule(
        "a date of an era",
        rf"(?P<era>令和|平成|昭和|大正|明治)(?P<year>元|{N2})(?:年(?:度(?!末))?(?:の?(?P<month>{N2})月(?:の?(?P<day>{N2})日)?)?|(?=[./-]))",
        _era,
    ),
    Rule(
        "a date of an era",
        r"(?<![a-z])(?P<era>令和|平成|昭和|令|平|昭|[rhs])\.?(?P<year>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\d)",
        _era,
    ),
    Rule(
        "a date of an era",
        r"(?<![a-z])(?P<era>[rhs])(?P<year>\d{1,2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?",
        _era,
    ),
    Rule(
        "days of a month",
        rf"{FRESH}(?P<month>{N2})月(?P<first>{N2})日?\s?[-〜~–ー]\s?(?P<last>{N2})日",
        _days_of_month,
    ),
    Rule(
        "days of a month",
        rf"{FRESH}(?P<month>(?!))?(?P<first>{N2})\s?[-〜~–]\s?(?P<last>{N2})日(?!間|目)",
        _days_of_month,
    ),
    Rule(
        "days of a month",
        rf"{FRESH}(?:(?P<month>{N2})月)?(?P<first>{N2})(?:日{_WD}|(?<=月\d)|(?<=月\d\d))(?P<more>(?:{_AND}{N2}(?:日{_WD})?){{0,4}}{_AND}{N2}日{_WD})(?!間|目|前|後|以)",
        _listed_days,
    ),
    Rule(  # 7,8日; but 2,3日 are two or three days
        "days of a month",
        rf"{FRESH}(?P<month>(?!))?(?P<first>(?:[6-9]|[12]\d))(?P<more>(?:\s?[・、,]\s?\d{{1,2}}){{0,3}}\s?[・、,]\s?\d{{1,2}}日{_WD})(?!間|目|前|後|以)",
        _listed_days,
    ),
    Rule(
        "part of a month",
        rf"{FRESH}(?:(?P<year>{N4})年の?)?(?P<month>{N2})月の?(?P<portion>{PORTION})(?![一-龥々])",
        _month_portion,
    ),
    Rule("a date", rf"{FRESH}'?(?P<year>{N4}|\d{{2}})年\s?の?(?P<month>{N2})月の?\s?(?:(?P<day>{N2})日(?!間))?", _date),
    Rule("a date", rf"{FRESH}(?P<month>{N2})月の?\s?(?P<day>{N2})日(?!間|目)", _date),
    Rule(
        "a date",
        rf"{FRESH}(?:(?P<year>\d{{4}})\s?年\s?)?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日(?!間|目|曜)",
        _date,
    ),
    Rule("a date", rf"{FRESH}(?P<month>{N2})月(?P<day>\d{{1,2}})(?=\s|\([月火水木金土日]|$)", _date),
    Rule("a month", rf"{FRESH}(?P<month>{N2})月(?:中?(?![一-龥々])|の?(?=最初|最後|最終|第))", _date),
    Rule(
        "part of a year",
        rf"{FRESH}(?P<year>\d{{4}})年(?:の|度の?)?(?P<portion>前半|後半|上半期|下半期)",
        lambda m: Day(int(m["year"]), portion=PORTIONS[m["portion"]]),
    ),
    Rule("the common era", r"西暦(?=\s?\d{4}年|[一二]千?[〇零一二三四五六七八九]{3})", lambda _: Link.AT),
    Rule(
        "a quarter",
        rf"(?:(?P<period>昨年|去年|今年|来年|再来年|昨年度|今年度|来年度)|{FRESH}(?P<year>\d{{4}})年(?P<fiscal>度)?)の?(?:第\s?(?P<n>[1-4一二三四])四半期|q(?P<figure>[1-4]))(?![一-龥ァ-ヴー])",
        _quarter,
    ),
    Rule("years", rf"{FRESH}(?P<year>\d{{3}}0|[1-9]0)年代", _decade),
    Rule("a hundred years", rf"{FRESH}(?P<n>{N2})世紀(?![後前])", _century),
    Rule(
        "a season",
        rf"(?:(?P<period>昨年|去年|今年|来年|再来年)|{FRESH}(?P<year>{N4})年)の?(?P<season>[春夏秋冬])(?![一-龥])",
        _season,
    ),
    Rule("a year", rf"{FRESH}(?P<year>{N4})年(?!間|前|後|度|目|生|来|代|計|史|問)", _date),
    Rule("a date", r"(?<![\d/.])'?(?P<year>1[3-9]|[2-9]\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])", _date),
    Rule(
        "a date",
        r"(?<![\d.a-z])(?P<month>1[0-2]|0?[1-9])\.(?P<day>\d{1,2})(?=\s?\([月火水木金土日]|\s\d{1,2}[:時])",
        _date,
    ),
    Rule(
        "a date",
        r"(?:(?<![^\n])|(?<=[一-龥ぁ-んァ-ヴー]\s)(?<!ン\s))(?P<month>1[0-2]|[1-9])\.(?P<day>[1-9]|[12]\d|3[01])(?=$|\n|[にのは](?!\d)|から)|(?<![^\n])(?P<month2>1[0-2]|[1-9])\.(?P<day2>[1-9]|[12]\d|3[01])(?=\s[^\d\s時分hHm個点倍倍%])",
        lambda m: Day(month=number(m["month"] or m["month2"]), day=number(m["day"] or m["day2"])),
    ),
    Rule(
        "a day of the month",
        rf"{FRESH}(?P<day>{N2})日(?!間|目|市|本|程|常|時|報|誌|付|経|産|立|系|分|々|以|前|後|中|おき|ごと|置|毎)",
        _date,
    ),
    Rule(
        "a day of the month",
        rf"(?<=月)の?(?P<kana>{longest_first(KANA_DAYS)})",
        lambda m: Day(day=KANA_DAYS[m["kana"]]),
    ),
    Rule("a day of the month", r"(?<![ぁ-ん])ついたち|朔日", lambda _: Day(day=1)),
)

SLASHED: tuple[Rule, ...] = (
    Rule(
        "days of a month",
        rf"(?<![\d/.])(?P<month>\d{{1,2}})/(?P<first>\d{{1,2}}){_WD}(?P<more>(?:{_AND}(?:(?P=month)/)?\d{{1,2}}(?:日(?!間))?{_WD}){{1,5}})(?=$|[\s、,。にはでの]|から|まで)",
        _listed_days,
    ),
    # 12-1 is a date where its time stands behind it, and 6-30 is one anywhere
    Rule(
        "a date",
        r"(?<![^\s、,(])(?P<month>1[0-2]|0?[1-9])-(?P<day>[12]\d|3[01]|0?[1-9])(?=\s?\([月火水木金土日]\)|\s(?:午[前後]\s?)?\d{1,2}(?:時(?!間)|:\d\d))",
        _date,
    ),
    Rule("a date", r"(?<![^\s、,(])(?P<month>1[0-2]|0?[1-9])-(?P<day>2[5-9]|3[01])(?=$|\s|に(?!\d))", _date),
    Rule(
        "days of a month",
        r"(?<![\d/.])(?P<month>\d{1,2})/(?P<first>\d{1,2})(?:\([月火水木金土日]\))?(?:\s?[-〜~–ー]\s?(?=\d{1,2}(?![\d/:.時月分]))|から(?=\d{1,2}日(?!間)))(?P<last>\d{1,2})(?:日(?!間))?",
        _days_of_month,
    ),
)
