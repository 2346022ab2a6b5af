"""How Chinese writes days: dates, weekdays, weeks and months from now, parts of them, feasts."""

import re

from bot.language.atoms import Atom, Day, Doubtful, Every, Link, Move, Portion, Several, Unit, Weekdays, Word
from bot.language.chinese_numerals import FRESH, HAN, N2, WEEK, numeral, unit
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt, Role
from bot.language.numerals import HAN_DIGITS, number
from bot.language.shared import listed_days

# --- weekdays ---

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "七": 6}
_WEEKDAYS |= {str(figure): figure - 1 for figure in range(1, 8)}
WD = r"(?:[一二三四五六天]|日(?![本语語元圆圓])|[1-7](?![\d:点點]))"
_NO_WEEKDAY = r"(?![次个個遍些点點月年级級季]|(?<=[一1])整[个個]?[周週星礼禮]|(?<=[一1])回(?![来來去到家国國公])|日本)"  # 每周一次, 上周日本客户
WEEKDAY_LIST = rf"{WD}(?:[、,，和跟及与與/&]?{WEEK}?{WD}){{0,6}}{_NO_WEEKDAY}"


def weekdays_in(written: str) -> tuple[int, ...]:
    """The weekdays of a list such as 一、三、五 or 周二和周四."""
    return tuple(_WEEKDAYS[day] for day in re.findall(WD, written))


def _weekday_list(match: re.Match[str]) -> Atom | None:
    """周一、三、五 is every week; 周二和周四 may be two events, which are left to be asked about."""
    if re.search(WEEK, match["list"]):
        return None
    return Several((Every(Unit.WEEK), Weekdays(weekdays_in(match["list"]))))


def _nth_weekday(match: re.Match[str]) -> Day:
    nth = -1 if match["nth"] is None else number(match["nth"])
    return Day(nth=nth, weekday=_WEEKDAYS[match["wd"]])


# --- dates ---


def year_of(written: str) -> int:
    """The year of two or four figures; 16年 is 2016, 98年 is 1998."""
    year = number(written)
    if year >= 100 or (len(written) > 2 and written[0] in "零〇"):
        return year
    return year + 2000 if year < 70 else year + 1900


def _date(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    year, month, day = groups.get("year"), groups.get("month"), groups.get("day")
    return Day(
        None if year is None else year_of(year),
        None if month is None else 1 if month == "元" else number(month),
        None if day is None else number(day),
        short_year=year is not None and len(year) < 3,
    )


def _republic(match: re.Match[str]) -> Day:
    year = 1 if match["year"] == "元" else number(match["year"])
    return Day(1911 + year, numeral(match, "month"), numeral(match, "day"))


def _dotted(match: re.Match[str]) -> Atom:
    first, last = (Day(month=int(match[f"month{n}"]), day=int(match[f"day{n}"])) for n in "12")
    return Several((first, Link.RANGE, last))


def _days_of_month(match: re.Match[str]) -> Atom:
    month = numeral(match, "month")
    return Several((Day(month=month, day=number(match["first"])), Link.RANGE, Day(day=number(match["last"]))))


def _listed_in_month(match: re.Match[str]) -> Atom | None:
    """12月5、6、7日."""
    month = numeral(match, "month")
    return listed_days([number(day) for day in re.findall(N2, match["days"])], lambda day: Day(month=month, day=day))


def _decade(match: re.Match[str]) -> Atom | None:
    century, decade = numeral(match, "century"), number(match["decade"])
    if decade % 10 or decade > 90:
        return None
    first = 100 * (century - 1) if century is not None else 1900 if decade >= 30 else 2000
    return _years(first + decade, first + decade + 9)


def _century(match: re.Match[str]) -> Atom:
    first = 100 * (number(match["century"]) - 1)
    return _years(first, first + 99)


def _years(first: int, last: int) -> Several:
    return Several((Day(first), Link.RANGE, Day(last)))


# --- days and periods from now ---

_NAMED_DAYS = {
    -4: ("大大前天",),
    -3: ("大前天", "大前日"),
    -2: ("前天", "前日", "前儿"),
    -1: ("昨天", "昨日", "昨儿", "尋日", "寻日", "琴日", "噚日"),
    0: ("今天", "今日", "今儿", "今兒", "当天", "當天", "本日", "即日"),
    1: ("明天", "明日", "明儿", "明兒", "聽日", "听日"),
    2: ("后天", "後天", "后日", "後日", "后儿"),
    3: ("大后天", "大後天", "大后日", "大後日"),
    4: ("大大后天", "大大後天"),
}
DAYS: dict[str, Atom] = {
    name: Day(unit=Unit.DAY, count=count) for count, names in _NAMED_DAYS.items() for name in names
}
_NEXT_DAY = dict.fromkeys(("翌日", "次日", "翌天", "第二天"), Day(moves=(Move(1, Unit.DAY),)))
_TWO_DAYS: dict[str, Atom] = {
    name: Several((Day(unit=Unit.DAY, count=first), Link.RANGE, Day(unit=Unit.DAY, count=first + 1)))
    for name, first in (
        ("今明两天", 0),
        ("今明兩天", 0),
        ("明后两天", 1),
        ("明後兩天", 1),
        ("明后天", 1),
        ("明後天", 1),
    )
}
_YEARS: dict[str, Atom] = {
    name: Day(unit=Unit.YEAR, count=count)
    for count, names in {
        -3: ("大前年",),
        -2: ("前年",),
        -1: ("去年", "旧年", "舊年"),
        0: ("今年", "本年", "今年度", "本年度", "当年", "當年"),
        1: ("明年", "来年", "來年"),
        2: ("后年", "後年"),
        3: ("大后年", "大後年"),
    }.items()
    for name in names
}
# 上上个, 下一个, 这, 本 …
_WHICH = r"(?:(?<![上下一])|(?<=一下))(?P<which>上{1,4}|下{1,4}|这|這|本|今|当|當|次|呢)(?:一(?=个|個|周|週|星|礼|禮|季|年|月))?(?:个|個)?"
_PERIOD = r"(?:周|週|星期|礼拜|禮拜|月份?|季度|季(?!节|節|后|後)|年度?(?!会|會|级|級)|世纪|世紀)"


def _count(which: str) -> int:
    if which[0] == "上":
        return -len(which)
    if which[0] == "下":
        return len(which)
    return 1 if which == "次" else 0


def _period(match: re.Match[str]) -> Day:
    written = match["unit"]
    kind = unit(written.removesuffix("份").removesuffix("度") if written != "季度" else written)
    return Day(unit=kind, count=_count(match["which"]))


def _same_day(match: re.Match[str]) -> Day:
    """上个月的今天, 去年今天: as far away as the period, to the day."""
    known = _YEARS[match["rel"]] if match["rel"] else _period(match)
    assert isinstance(known, Day)
    return Day(unit=known.unit, count=known.count, exact=True)


def _weekday_of_week(match: re.Match[str]) -> Day:
    return Day(unit=Unit.WEEK, count=_count(match["which"]), weekday=_WEEKDAYS[match["wd"]])


def _weekend(match: re.Match[str]) -> Day:
    which = match["which"]
    return Day(unit=Unit.WEEKEND, count=0 if which is None else _count(which))


# --- parts of weeks, months and years ---

_PORTIONS = {
    "上旬": Portion.FIRST_TEN,
    "中旬": Portion.SECOND_TEN,
    "下旬": Portion.LAST_TEN,
    "前半": Portion.FIRST_HALF,
    "上半": Portion.FIRST_HALF,
    "后半": Portion.SECOND_HALF,
    "後半": Portion.SECOND_HALF,
    "下半": Portion.SECOND_HALF,
    "初": Portion.START,
    "头": Portion.START,
    "頭": Portion.START,
    "中": Portion.MIDDLE,
    "底": Portion.LAST_DAY,
    "末": Portion.LAST_DAY,
    "尾": Portion.LAST_DAY,
    "最后一天": Portion.LAST_DAY,
    "最後一天": Portion.LAST_DAY,
}
_PORTION = "|".join(sorted(_PORTIONS, key=len, reverse=True))
_AFTER_PORTION = r"(?![国國文央间間奖獎考学學级級心秋])"


def _portion(match: re.Match[str]) -> Day:
    """月底, 下个月中旬, 本周末, 下周中."""
    portion = _PORTIONS[match["portion"]]
    which = match["which"]
    count = 0 if which is None else _count(which)
    if match["unit"] == "月":
        return Day(portion=portion) if which is None else Day(unit=Unit.MONTH, count=count, portion=portion)
    if match["unit"].startswith("季"):
        return Day(unit=Unit.QUARTER, count=count, portion=portion)
    if portion is Portion.LAST_DAY:
        return Day(unit=Unit.WEEKEND, count=count)
    if portion is Portion.START:
        return Day(unit=Unit.WEEK, count=count, weekday=0)
    return Day(unit=Unit.WEEK, count=count, portion=portion)


def _month_portion(match: re.Match[str]) -> Day:
    return Day(month=number(match["month"]), portion=_PORTIONS[match["portion"]])


def _in_year(match: re.Match[str]) -> Day:
    """The year that a part of it belongs to; the present one where none was said."""
    if match["year"] is not None:
        return Day(year_of(match["year"]))
    known = _YEARS[match["rel"]] if match["rel"] else Day()
    assert isinstance(known, Day)
    return Day(unit=Unit.YEAR, count=known.count)


def _year_portion(match: re.Match[str]) -> Day | None:
    """年底, 明年初, 2027年上半年."""
    portion = _PORTIONS[match["portion"]]
    part = Day(month=12, day=31) if portion is Portion.LAST_DAY else Day(portion=portion)
    return _in_year(match).join(part)


def _months_of_year(match: re.Match[str]) -> Atom | None:
    """第三季度, 明年夏天: from one month to another."""
    quarter = match["ordinal"] or match["plain"] or match["figure"]
    if quarter is not None:
        last = 3 * _QUARTERS[quarter]
        first = last - 2
    else:
        first, last = _SEASONS[match["season"]]
    begin = _in_year(match).join(Day(month=first))
    # the end follows the beginning: winter ends in the next year
    return None if begin is None else Several((begin, Link.RANGE, Day(month=last)))


_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "末": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}  # as weather services count them


# --- feasts ---

_FIXED = {
    (1, 1): ("元旦", "新年第一天"),
    (2, 14): ("情人节", "情人節"),
    (3, 8): ("妇女节", "婦女節", "三八节", "三八妇女节"),
    (3, 12): ("植树节", "植樹節"),
    (3, 14): ("白色情人节", "白色情人節"),
    (4, 1): ("愚人节", "愚人節"),
    (5, 1): ("劳动节", "勞動節", "五一劳动节", "五一节", "五一"),
    (5, 4): ("青年节", "青年節", "五四青年节"),
    (6, 1): ("儿童节", "兒童節", "六一儿童节", "六一"),
    (7, 1): ("建党节", "香港回归纪念日"),
    (8, 1): ("建军节", "八一建军节"),
    (8, 8): ("爸爸節", "八八節"),
    (9, 10): ("教师节", "教師節"),
    (10, 1): ("国庆节", "国庆日", "国庆", "十一国庆", "國慶節"),
    (10, 10): ("双十节", "雙十節", "國慶日", "雙十國慶"),
    (10, 31): ("万圣节", "萬聖節", "万圣夜", "萬聖夜"),
    (11, 11): ("光棍节", "光棍節", "双十一", "雙十一", "双11", "雙11"),
    (12, 12): ("双十二", "雙十二", "双12"),
    (12, 24): ("平安夜", "圣诞前夜", "圣诞节前夜", "圣诞前夕", "圣诞节前夕", "聖誕前夜", "聖誕夜"),
    (12, 25): ("圣诞节", "聖誕節", "圣诞", "聖誕"),
    (12, 31): ("跨年夜", "除夕夜跨年", "元旦前夜"),
}
_MOVABLE = {
    "spring festival": ("春节", "春節", "农历新年", "農曆新年", "大年初一", "正月初一", "年初一", "过年", "過年"),
    "spring festival eve": ("除夕", "除夕夜", "大年三十", "年三十", "年夜"),
    "lantern festival": ("元宵节", "元宵節", "元宵", "正月十五"),
    "qingming": ("清明节", "清明節", "清明"),
    "dragon boat": ("端午节", "端午節", "端午", "端阳节"),
    "mid autumn": ("中秋节", "中秋節", "中秋"),
    "double ninth": ("重阳节", "重陽節", "重阳", "重陽"),
    "winter solstice": ("冬至",),
    "mothers day": ("母亲节", "母親節"),
    "fathers day": ("父亲节", "父親節"),
    "thanksgiving": ("感恩节", "感恩節"),
    "easter": ("复活节", "復活節"),
    "good friday": ("耶稣受难日", "耶穌受難日"),
}
_FEASTS: dict[str, Atom] = {name: Day(month=m, day=d) for (m, d), names in _FIXED.items() for name in names}
_FEASTS |= {name: Day(feast=feast) for feast, names in _MOVABLE.items() for name in names}
# the seventh of the seventh lunar month: no table of ours holds it
_FEASTS |= dict.fromkeys(("七夕节", "七夕情人节", "七夕節", "七夕"), Doubtful(Doubt.RESIDUE))

# days of the lunar calendar that we can place; any other is asked about
_LUNAR = {
    (5, 5): "dragon boat",
    (8, 15): "mid autumn",
    (9, 9): "double ninth",
}


def _lunar(match: re.Match[str]) -> Atom:
    written = match["month"]
    month = 1 if written == "正" else 12 if written in "腊臘" else 11 if written == "冬" else number(written)
    day = number(match["day"].removeprefix("初"))
    if month == 1:
        return Day(feast="spring festival", moves=(Move(day - 1, Unit.DAY),) if day > 1 else ())
    feast = _LUNAR.get((month, day))
    return Day(feast=feast) if feast is not None else Doubtful(Doubt.RESIDUE)


def _day_of_spring_festival(match: re.Match[str]) -> Day:
    return Day(feast="spring festival", moves=(Move(number(match["day"]) - 1, Unit.DAY),))


# --- the rules ---

_DAY_UNIT = r"\s?(?:日(?!本|元|语|語|圆|圓)|[号號](?![楼樓线線门門馆館房室厅廳会會机機店院航码碼]))"
# 12月25晚上: no unit, so only before what cannot go on counting
_BARE_DAY = (
    r"(?:\d{1,2}(?![\d:./%个個人名位点點时時分年月周週天号號日-])|(?:二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?)"
    r"(?=$|[\s,,。(]|[上下中]午|早|晚|凌晨|傍晚|周|週|星期|[到至~-]))"
)
_YEAR_SIDE = (
    rf"(?:{FRESH}(?P<year>\d{{4}}|[12一二]{HAN}{{3,6}})年|(?P<rel>{'|'.join(sorted(_YEARS, key=len, reverse=True))}))"
)
_YEAR = rf"(?:\d{{4}}|\d{{2}}|{HAN}{{2,7}})"
_LUNAR_DAY = (
    "初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十|\\d{1,2}"
)

_NUMBERED = r"(?:[棚柜櫃窗岗崗栋棟幢桌]|[车車][间間库庫厢廂道]|地[块塊]|包[间間厢廂])"

RULES: tuple[Rule, ...] = (
    Rule("a number that names a place", rf"{FRESH}{N2}[号號]{_NUMBERED}", lambda _: Word(Role.TITLE)),
    Rule("a date of the lunar calendar", rf"[农農阴陰旧舊夏][历曆](?P<month>正|冬|腊|臘|{N2})月(?P<day>{_LUNAR_DAY})日?", _lunar),
    Rule("the lunar calendar", r"[农農阴陰旧舊][历曆](?!新年|[七八春端]节)", lambda _: Doubtful(Doubt.RESIDUE)),
    words("a feast", {name: feast for name, feast in _FEASTS.items() if name[-1] in "节節日夜"}, after=r"(?!路|街|小学|中学)"),
    words("a feast", {name: feast for name, feast in _FEASTS.items() if name[-1] not in "节節日夜"}, after=r"(?=$|[^一-龥]|[的前后後到至当當那上中下凌早晚放去在我有都]|假期|傍晚|正午|午[后後]|夜里|夜裡|全天|[一二两兩三四五六七八九十]{1,3}[点點])"),
    Rule("a day of the spring festival", r"(?:大?年|正月)初(?P<day>[二三四五六七八九十])", _day_of_spring_festival),
    Rule("a date of the lunar calendar", rf"(?P<month>正|腊|臘)月(?P<day>{_LUNAR_DAY})日?", _lunar),
    Rule("a year of the republic", rf"民[国國](?P<year>元|\d{{1,3}}|{HAN}{{1,5}})年(?:(?P<month>{N2})月(?:(?P<day>{N2})[日号號])?)?", _republic),
    Rule("a date", rf"(?:公元|西元)?{FRESH}(?P<year>{_YEAR})\s?年(?:的|度)?\s?(?P<month>{N2})\s?月份?(?!{_PORTION})的?\s?(?:(?P<day>{N2}){_DAY_UNIT})?", _date),
    Rule("days of a month", rf"{FRESH}(?P<month>{N2})月(?P<first>{N2})[日号號]?\s?[-~–—到至]\s?(?P<last>{N2}){_DAY_UNIT}", _days_of_month),
    Rule("listed days of the month", rf"{FRESH}(?P<month>(?!))?(?P<days>\d{{1,2}}(?:\s?[、,]\s?\d{{1,2}}){{1,5}}[日号號])(?!楼|樓|线|線|门|門|车|車|库|庫|馆|館|厅|廳|桌|位|店|机|機|棚)", _listed_in_month),
    Rule("listed days of a month", rf"{FRESH}(?P<month>{N2})月(?P<days>{N2}[日号號]?(?:\s?[、,和跟及与與&]\s?{N2}[日号號]?){{1,5}}(?<=[日号號]))", _listed_in_month),
    Rule("days of a month", r"(?<![\d/.])(?P<month>\d{1,2})/(?P<first>\d{1,2})\s?[-~–到至]\s?(?P<last>\d{1,2})(?![\d/:.点點时時月])", _days_of_month),
    Rule("dates", r"(?<![\d.])(?P<month1>1[0-2]|0?[1-9])\.(?P<day1>3[01]|[12]\d|0?[1-9])\s?[-~–到至]\s?(?P<month2>1[0-2]|0?[1-9])\.(?P<day2>3[01]|[12]\d|0?[1-9])(?![\d.点點小])", _dotted),
    Rule("a date", r"(?:(?<=\s)|^)(?P<month>1[0-2]|0?[1-9])\.(?P<day>3[01]|[12]\d|0?[1-9])(?=\s?(?:[上下中]午|[早晚全]|凌晨|\d{1,2}[:点點]|[(周週])|\s[^\d.\s])", _date),
    Rule("a date in brackets", rf"\((?:(?P<month>{N2})月)?(?P<day>{N2})[日号號]\)", _date),
    Rule("days of a month", rf"{FRESH}(?P<month>(?!))?(?P<first>{N2})[日号號]?\s?[-~–—到至]\s?(?P<last>{N2}){_DAY_UNIT}", _days_of_month),
    Rule("a date", rf"{FRESH}(?P<month>{N2})\s?月份?的?\s?(?P<day>{N2}){_DAY_UNIT}", _date),
    Rule("a date", rf"{FRESH}(?P<month>{N2})月(?P<day>{_BARE_DAY})", _date),
    Rule("part of a year", rf"{_YEAR_SIDE}?的?年(?P<portion>初|中|底|末|尾){_AFTER_PORTION}", _year_portion),
    Rule("part of a year", rf"{_YEAR_SIDE}?的?(?P<portion>[上下前后後]半)年(?![前后後内內])", _year_portion),
    Rule("part of a year", rf"{_YEAR_SIDE}(?P<portion>初|中|底|末){_AFTER_PORTION}", _year_portion),
    Rule("months of a year", rf"{_YEAR_SIDE}?的?(?:第(?P<ordinal>[一二三四1-4])季度?|{FRESH}(?P<plain>[一二三四1-4])季度|(?<![a-z])q(?P<figure>[1-4])(?![a-z\d])|(?P<season>[春夏秋冬])(?:天|季(?!节|節)))", _months_of_year),
    Rule("part of a period", rf"(?:{_WHICH}|(?<![\d{HAN_DIGITS}十个個每]))(?P<unit>月|季度?|周|週|星期|礼拜|禮拜)的?(?P<portion>{_PORTION})(?:月|旬)?{_AFTER_PORTION}", _portion),
    Rule("part of a month", rf"{FRESH}(?P<month>{N2})月份?的?(?P<portion>{_PORTION}){_AFTER_PORTION}", _month_portion),
    Rule("a month", rf"{FRESH}(?P<month>元|{N2})月份?(?!刊)", _date),
    Rule("a decade", rf"(?:(?P<century>{N2})世[纪紀]|上个?世[纪紀])?(?P<decade>\d0|[一二三四五六七八九]十)年代", _decade),
    Rule("a century", rf"{FRESH}(?P<century>{N2})世[纪紀]", _century),
    Rule("a year", rf"(?:公元|西元)?{FRESH}(?P<year>\d{{4}}|[12一二]{HAN}{{3,6}}|{HAN}{{4,7}})年(?!级|級|内|来|來|间|間|代)", _date),
    # days and periods from now
    words("a day from now", {**_TWO_DAYS, **_NEXT_DAY, **DAYS}),
    Rule("this day of another period", rf"(?:{_WHICH}(?P<unit>{_PERIOD})|(?P<rel>去年|明年|前年|后年|後年))的?今[天日]", _same_day),
    words("a year from now", _YEARS, after="(?!级|級)"),
    Rule("a weekday of a week", rf"{_WHICH}{WEEK}(?:的{WEEK})?(?P<wd>{WD}){_NO_WEEKDAY}", _weekday_of_week),
    Rule("a weekend", rf"(?:{_WHICH}(?:(?:周|週|星期|礼拜|禮拜)的?)?)?(?:周|週)末", _weekend),
    Rule("a period", rf"{_WHICH}(?P<unit>{_PERIOD})(?!刊|报|報|会(?!议)|會(?!議))", _period),
    Rule("part of a month", r"(?P<half>[上下])半月", lambda m: Day(portion=Portion.FIRST_HALF if m["half"] == "上" else Portion.SECOND_HALF)),
    # weekdays
    Rule("the first days of a month", rf"(?<=[月年份])的?(?:最?前|[头頭])(?={N2}[个個]?(?:周|週|星期|礼拜|禮拜|天|工作日))", lambda _: Link.AT),
    Rule("the whole of a period", r"整[个個]?(?=[下这這本上]+[一]?[个個]?(?:周|週|星期|礼拜|禮拜|月))|(?<=[周週期拜月])一?整[个個]?(?:周|週|星期|礼拜|禮拜|月)", lambda _: Link.AT),
    Rule("the week or weekend of a date", r"(?<=[日号號])的?(?:所在的?)?(?:那[个個]?|[这這][个個]?)?(?P<end>周末|週末)|(?<=[日号號])(?:所在的?|[开開]始的?)?(?:那一?[个個]?|[这這]一?[个個]?)(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天末])", lambda m: Day(portion=Portion.ITS_WEEKEND if m["end"] else Portion.ITS_WEEK)),
    Rule("a weekday of the month", rf"(?:第(?P<nth>[1-5一二三四五])|最[后後]一)(?:个|個)?的?{WEEK}(?P<wd>{WD})", _nth_weekday),
    Rule("a week of the month", rf"(?<=[月份])的?(?:第(?P<nth>[1-5一二三四五])|最[后後]一)[个個]?{WEEK}(?![次年会會报報]|{WD})", lambda m: Day(nth=number(m["nth"]) if m["nth"] else -1)),
    Rule("a day of the month", r"(?<=[月年])的?(?:最[后後]一[天日])", lambda _: Day(portion=Portion.LAST_DAY)),
    Rule("a day of the month", rf"(?<=月)的?第(?P<day>{N2})[天日]", lambda m: Day(day=number(m["day"]))),
    Rule("weekdays", rf"(?<![{HAN_DIGITS}\d每]){WEEK}(?P<list>{WD}(?:[、,和跟及与與/&]{WEEK}?{WD}){{1,6}}){_NO_WEEKDAY}", _weekday_list),
    Rule("a weekday", rf"(?:(?<![{HAN_DIGITS}\d])|(?<=[周週期拜][一二三四五六日天]))(?:{WEEK}|拜)(?P<wd>{WD}){_NO_WEEKDAY}|\((?:{WEEK}|拜)?(?P<in_brackets>{WD})\)", lambda m: Day(weekday=_WEEKDAYS[m["wd"] or m["in_brackets"]])),
    Rule("a day of the month", rf"{FRESH}(?P<day>{N2}){_DAY_UNIT}", _date),
)  # fmt: skip
