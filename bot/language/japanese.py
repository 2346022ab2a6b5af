"""How Japanese writes days, times, lengths and repetitions."""

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
    Now,
    Offset,
    Part,
    Portion,
    Several,
    Shift,
    Times,
    Unit,
    Weekdays,
    Word,
)  # fmt: skip
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt, Role
from bot.language.numerals import HAN_DIGITS, number

_HAN = f"[{HAN_DIGITS}十百千]"
_FRESH = rf"(?<![\d{HAN_DIGITS}十百千.])"  # a numeral begins here
N = rf"(?:\d{{1,4}}|{_HAN}{{1,7}})"
_N2 = rf"(?:\d{{1,2}}|{_HAN}{{1,4}})"
_WEEKDAYS = "月火水木金土日"
_WD = f"[{_WEEKDAYS}]"
# a weekday's single character stands alone only before what cannot continue a word
_ALONE = r"(?=$|[\s\d,、。の@「『(（・/〜~-]|に|は|から|まで|って|とか|午[前後]|朝|昼|夕|夜|終日|以降)"
_MONTHS = r"(?:[ヶケかカヵヶ個箇]月)"

# --- numbers of the match ---


def _number(match: re.Match[str], name: str) -> int | None:
    written = match[name]
    return None if written is None else number(written)


def _weekday(written: str) -> int:
    return _WEEKDAYS.index(written[0])


# --- days ---

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "明治": 1867}


def _era(match: re.Match[str]) -> Day:
    year = 1 if match["year"] == "元" else number(match["year"])
    return Day(_ERAS[match["era"]] + year, _number(match, "month"), _number(match, "day"))


def _date(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    year = groups.get("year")
    value = None if year is None else number(year)
    if value is not None and value < 100:
        value += 2000
    month, day = groups.get("month"), groups.get("day")
    return Day(value, None if month is None else number(month), None if day is None else number(day))


_RELATIVE_DAYS = {
    -3: ("さきおととい", "一昨々日", "一昨昨日", "さきおとつい"),
    -2: ("一昨日", "おととい", "おとつい", "前々日"),
    -1: ("昨日", "きのう", "前日"),
    0: ("今日", "本日", "きょう", "当日"),
    1: ("明日", "あした", "あす", "翌日", "みょうにち"),
    2: ("明後日", "あさって", "翌々日", "みょうごにち"),
    3: ("明々後日", "明明後日", "しあさって"),
    4: ("やのあさって", "弥の明後日"),
}
_RELATIVE_PERIODS: dict[Unit, dict[int, tuple[str, ...]]] = {
    Unit.WEEK: {
        -2: ("先々週", "先先週", "前々週"),
        -1: ("先週", "前週", "昨週"),
        0: ("今週", "本週", "当週"),
        1: ("来週", "翌週", "次週", "次の週", "らいしゅう"),
        2: ("再来週", "来々週", "来来週", "さ来週", "翌々週", "さらいしゅう"),
        3: ("再々来週", "再再来週", "明々後週"),
    },
    Unit.MONTH: {
        -2: ("先々月", "先先月", "前々月"),
        -1: ("先月", "前月"),
        0: ("今月", "本月", "当月"),
        1: ("来月", "翌月", "次月", "次の月", "らいげつ"),
        2: ("再来月", "さ来月", "翌々月", "来々月"),
    },
    Unit.YEAR: {
        -2: ("一昨年", "おととし"),
        -1: ("去年", "昨年", "前年", "きょねん"),
        0: ("今年", "本年", "当年", "ことし"),
        1: ("来年", "翌年", "次の年", "らいねん"),
        2: ("再来年", "さ来年", "翌々年"),
    },
    Unit.FISCAL: {-1: ("昨年度", "前年度"), 0: ("今年度", "本年度"), 1: ("来年度", "翌年度")},
    Unit.WEEKEND: {-1: ("先週末",), 0: ("今週末", "週末", "今度の週末"), 1: ("来週末", "次の週末"), 2: ("再来週末",)},
}


def _relative() -> dict[str, Atom]:
    table: dict[str, Atom] = {}
    for count, names in _RELATIVE_DAYS.items():
        table |= dict.fromkeys(names, Day(unit=Unit.DAY, count=count))
    for unit, periods in _RELATIVE_PERIODS.items():
        for count, names in periods.items():
            table |= dict.fromkeys(names, Day(unit=unit, count=count))
    return table


_PORTIONS = {
    "前半": Portion.FIRST_HALF,
    "後半": Portion.SECOND_HALF,
    "頭": Portion.START,
    "あたま": Portion.START,
    "初め": Portion.START,
    "はじめ": Portion.START,
    "始め": Portion.START,
    "上旬": Portion.FIRST_TEN,
    "初旬": Portion.FIRST_TEN,
    "中旬": Portion.SECOND_TEN,
    "下旬": Portion.LAST_TEN,
    "半ば": Portion.MIDDLE,
    "なかば": Portion.MIDDLE,
    "中盤": Portion.MIDDLE,
    "末": Portion.LAST_DAY,
    "末日": Portion.LAST_DAY,
    "終わり": Portion.END,
}
_PORTION = "|".join(sorted(_PORTIONS, key=len, reverse=True))


def _month_portion(match: re.Match[str]) -> Day:
    portion = _PORTIONS[match["portion"]]
    if match["month"] is None:
        return Day(portion=portion)
    return Day(month=number(match["month"]), portion=portion)


def _period_portion(match: re.Match[str]) -> Day | None:
    known = _RELATIVE[match["period"]]
    assert isinstance(known, Day)
    portion = _PORTIONS[match["portion"]]
    if known.unit is Unit.WEEK and portion is Portion.LAST_DAY:
        return Day(unit=Unit.WEEKEND, count=known.count)
    if known.unit is Unit.WEEK and portion is Portion.START:
        return Day(unit=Unit.WEEK, count=known.count, weekday=0)
    if known.unit is Unit.YEAR and portion is Portion.LAST_DAY:
        return Day(unit=Unit.YEAR, count=known.count, month=12, portion=Portion.LAST_DAY)
    return Day(unit=known.unit, count=known.count, portion=portion)


def _steps(match: re.Match[str]) -> Day:
    written = match["unit"]
    if "営業" in written:
        unit = Unit.WORKDAY
    elif written.startswith("週"):
        unit = Unit.WEEK
    elif written.endswith("月") or "月" in written:
        unit = Unit.MONTH
    else:
        unit = Unit.YEAR if written.startswith("年") else Unit.DAY
    count = number(match["n"])
    if match["half"] and unit is Unit.YEAR:
        return Day(unit=Unit.MONTH, count=(12 * count + 6) * _sign(match), exact=True)
    return Day(unit=unit, count=count * _sign(match), exact=True)


def _sign(match: re.Match[str]) -> int:
    return -1 if match["way"] == "前" else 1


def _nth_weekday(match: re.Match[str]) -> Day:
    nth = -1 if match["nth"] is None else number(match["nth"])
    return Day(nth=nth, weekday=_weekday(match["wd"]))


# --- times of day ---


def _part(name: str, low: int, begin: int, end: int) -> Part:
    """A part in which `h` o'clock is the first such hour from `low` on."""
    hours = tuple(hour + 12 * ((low - hour + 11) // 12) if hour < low else hour for hour in range(13))
    return Part(name, hours, begin * 60, end * 60)


_AM = Part("午前", (*range(12), 0), 9 * 60, 12 * 60)
_MORNING = Part("朝", (*range(13),), 9 * 60, 9 * 60)
_DAWN = Part("早朝", (*range(13),), 6 * 60, 6 * 60)
_DEEP = Part("深夜", (*range(10), 22, 23, 24), 24 * 60, 24 * 60)
_PM = _part("午後", 12, 13, 18)
_NOON = _part("昼", 10, 12, 12)
_EVENING = _part("夕方", 12, 17, 17)
_NIGHT = _part("夜", 17, 20, 20)
_PARTS: dict[str, Atom] = {
    "午前": _AM,
    "午前中": _AM,
    "am": _AM,
    "朝": _MORNING,
    "朝方": _MORNING,
    "早朝": _DAWN,
    "明け方": _DAWN,
    "未明": Part("未明", (*range(13),), 3 * 60, 3 * 60),
    "午後": _PM,
    "午后": _PM,
    "pm": _PM,
    "昼": _NOON,
    "お昼": _NOON,
    "昼間": _NOON,
    "日中": _NOON,
    "夕方": _EVENING,
    "夕刻": _EVENING,
    "夜": _NIGHT,
    "晩": _NIGHT,
    "深夜": _DEEP,
    "夜中": _DEEP,
    "真夜中": _DEEP,
}
_NAMED_TIMES: dict[str, Atom] = {
    "正午": Clock(12, sure=True),
    "零時": Clock(0, sure=True),
    "朝イチ": Clock(9, sure=True),
    "朝いち": Clock(9, sure=True),
    "朝一": Clock(9, sure=True),
    "朝一番": Clock(9, sure=True),
    "昼イチ": Clock(13, sure=True),
    "昼いち": Clock(13, sure=True),
    "昼一": Clock(13, sure=True),
    "午後イチ": Clock(13, sure=True),
    "午後いち": Clock(13, sure=True),
    "午後一": Clock(13, sure=True),
    "定時後": Clock(18, sure=True),
    "終業後": Clock(18, sure=True),
    "業後": Clock(18, sure=True),
    "昼過ぎ": Clock(13, sure=True),
    "お昼過ぎ": Clock(13, sure=True),
    "昼休み": Several((Clock(12, sure=True), Link.RANGE, Clock(13, sure=True))),
    "お昼休み": Several((Clock(12, sure=True), Link.RANGE, Clock(13, sure=True))),
    "終日": AllDay(),
    "一日中": AllDay(),
    "1日中": AllDay(),
    "丸一日": AllDay(),
    "まる一日": AllDay(),
    "全日": AllDay(),
    "今朝": Several((Day(unit=Unit.DAY, count=0), _MORNING)),
    "今夜": Several((Day(unit=Unit.DAY, count=0), _NIGHT)),
    "今晩": Several((Day(unit=Unit.DAY, count=0), _NIGHT)),
    "昨夜": Several((Day(unit=Unit.DAY, count=-1), _NIGHT)),
    "昨晩": Several((Day(unit=Unit.DAY, count=-1), _NIGHT)),
    "ゆうべ": Several((Day(unit=Unit.DAY, count=-1), _NIGHT)),
    "明朝": Several((Day(unit=Unit.DAY, count=1), _MORNING)),
    "翌朝": Several((Day(unit=Unit.DAY, count=1), _MORNING)),
    "明晩": Several((Day(unit=Unit.DAY, count=1), _NIGHT)),
    "明夜": Several((Day(unit=Unit.DAY, count=1), _NIGHT)),
    "今": Now(),
    "今すぐ": Now(),
    "現在": Now(),
}


def _clock(match: re.Match[str]) -> Atom:
    hour = number(match["hour"])
    minute = 30 if match["half"] else _number(match, "minute") or 0
    if hour > 30 or minute > 59 or (hour >= 24 and match["day_part"]):
        return Doubtful(Doubt.NONSENSE)
    before = 0
    if match["before"]:
        before = _number(match, "before_minutes") or 0
    past = _number(match, "past_minutes") or 0
    sure = hour > 12 or match["hour"] == "0" or (len(match["hour"]) == 2 and match["hour"][0] == "0")
    vague = (bool(match["before"]) and not before) or (bool(match["past"]) and not past)
    clock = Clock(hour, minute + past, sure=sure, vague=vague, before=before)
    if match["day_part"]:
        part = _PARTS[match["day_part"]]
        return Several((part, clock))
    return clock


def _colon(match: re.Match[str]) -> Atom:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 30 or minute > 59 or int(match["second"] or 0) > 59:
        return Doubtful(Doubt.NONSENSE)
    return Clock(hour, minute, sure=hour > 12 or hour == 0 or match["hour"][0] == "0")


def _hours_range(match: re.Match[str]) -> Atom | None:
    """13-15, 10-11:30: figures only, so it counts only after a day."""
    first, last = int(match["first"]), int(match["last"])
    if first > 24 or last > 30:
        return None
    end = Clock(last, int(match["minute"] or 0), sure=last > 12)
    return Several((Clock(first, sure=first > 12), Link.RANGE, end), weak=True)


def _slash_range(match: re.Match[str]) -> Atom:
    month = int(match["month"])
    first = Day(month=month, day=int(match["first"]))
    return Several((first, Link.RANGE, Day(month=month, day=int(match["last"]))))


def _kanji_range(match: re.Match[str]) -> Atom:
    month = _number(match, "month")
    return Several((Day(month=month, day=number(match["first"])), Link.RANGE, Day(day=number(match["last"]))))


def _bare_start(match: re.Match[str]) -> Clock:
    hour = number(match["hour"])
    return Clock(hour, sure=hour > 12)


# --- lengths ---


def length_of(match: re.Match[str]) -> Length:
    """Hours, minutes, days, weeks, months as said; "one and a half" included."""
    groups = match.groupdict()
    seconds = 0
    if groups.get("hours"):
        seconds += round(_decimal(groups["hours"]) * 3600)
    if groups.get("half"):
        seconds += 1800
    if groups.get("minutes"):
        seconds += number(groups["minutes"]) * 60
    if groups.get("seconds"):
        seconds += number(groups["seconds"])
    return Length(0, 0, seconds)


def _decimal(written: str) -> float:
    return float(written) if "." in written else float(number(written))


def _days_long(match: re.Match[str]) -> Length:
    count = number(match["n"])
    unit = match["unit"]
    if unit.startswith("日"):
        return Length(days=count)
    if unit.startswith("週"):
        return Length(days=7 * count)
    return Length(months=12 * count if unit.startswith("年") else count)


def _offset(match: re.Match[str]) -> Offset:
    return Offset(-1 if match["way"] == "前" else 1, length_of(match))


def _shift(match: re.Match[str]) -> Shift:
    earlier = match["way"].startswith(("前", "早", "繰り上", "くりあ"))
    return Shift(-1 if earlier else 1, length_of(match))


def _shift_days(match: re.Match[str]) -> Shift:
    earlier = match["way"].startswith(("前", "早", "繰り上", "くりあ"))
    return Shift(-1 if earlier else 1, _days_long(match))


# --- repetitions ---

_EVERY: dict[str, Atom] = {
    "毎日": Every(Unit.DAY),
    "毎週": Every(Unit.WEEK),
    "毎月": Every(Unit.MONTH),
    "毎年": Every(Unit.YEAR),
    "毎朝": Several((Every(Unit.DAY), _MORNING)),
    "毎晩": Several((Every(Unit.DAY), _NIGHT)),
    "毎夕": Several((Every(Unit.DAY), _EVENING)),
    "隔週": Every(Unit.WEEK, 2),
    "隔月": Every(Unit.MONTH, 2),
    "隔日": Every(Unit.DAY, 2),
    "一日おき": Every(Unit.DAY, 2),
    "平日毎日": Every(Unit.WEEK, workdays=True),
    "毎日平日": Every(Unit.WEEK, workdays=True),
    "毎平日": Every(Unit.WEEK, workdays=True),
    "平日": Every(Unit.WEEK, workdays=True),
    "毎営業日": Every(Unit.WEEK, workdays=True),
}


def _weekday_list(match: re.Match[str]) -> Weekdays:
    found = re.findall(rf"({_WD})(?:曜日?)?", match["list"])
    return Weekdays(tuple(_weekday(day) for day in found))


def _every_n(match: re.Match[str]) -> Every:
    count = number(match["n"]) + (1 if match["way"].startswith(("おき", "置き")) else 0)
    unit = match["unit"]
    if unit.startswith("週"):
        return Every(Unit.WEEK, count)
    if "月" in unit:
        return Every(Unit.MONTH, count)
    return Every(Unit.YEAR if unit.startswith("年") else Unit.DAY, count)


_RELATIVE = _relative()
_PERIOD = "|".join(
    sorted((w for w, a in _RELATIVE.items() if isinstance(a, Day) and a.unit is not Unit.DAY), key=len, reverse=True)
)
_DAY_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_HOURS_LONG = rf"(?P<hours>\d{{1,3}}\.\d|{N})(?:時間|h(?![a-z]))(?P<half>半)?(?:(?P<minutes>{_N2})(?:分|m)間?)?"
_MINUTES_LONG = rf"(?P<minutes>{N})(?:分|min)(?P<half>(?!))?間?"
_SECONDS_LONG = rf"(?P<seconds>{N})秒間?"
_LATER = r"(?P<way>後|前)(?![回者々期])"
_SHIFT_WAY = (
    r"(?:ほど|だけ|くらい|ぐらい)?\s?(?P<way>後ろ倒し|後ろ|後に|うしろ|遅らせ|遅く|遅れ|延期|先延ばし|繰り下げ|くりさげ|"
    r"前倒し|前に|早め|早く|繰り上げ|くりあげ)"
)


def _of_week(match: re.Match[str]) -> Day:
    weekday = _weekday(match["wd"])
    period = match["period"]
    if period in ("今度", "次"):
        return Day(weekday=weekday, side=1)
    known = _RELATIVE[period]
    assert isinstance(known, Day)
    return Day(unit=Unit.WEEK, count=known.count, weekday=weekday)


RULES: tuple[Rule, ...] = (
    # what looks like a date and belongs to a title
    Rule("a word with a number in it", rf"{_FRESH}{_N2}月(?:期|度|号|分(?!の)|生まれ|病|例)[一-龥々ァ-ヴーa-z0-9]{{0,12}}", lambda _: Word(Role.TITLE)),
    Rule("a word with a number in it", r"日曜大工|月曜病|木曜島|土日祝|金曜ロードショー", lambda _: Word(Role.TITLE)),
    Rule(
        "a number that counts things",
        rf"第?{_FRESH}{N}(?:周年|回忌|年生|年目|日目|時間目|週目|期生|人月|分科|分割|日市|年史|年計画|次会|名様|四半期)",
        lambda _: Word(Role.TITLE),
    ),
    # moves and offsets, before the dates that begin like them
    Rule("how far to move", _HOURS_LONG + _SHIFT_WAY, _shift),
    Rule("how far to move", _MINUTES_LONG + _SHIFT_WAY, _shift),
    Rule("how far to move", rf"{_FRESH}(?P<n>{_N2})(?P<unit>日|週間?|{_MONTHS}|年)間?" + _SHIFT_WAY, _shift_days),
    Rule("so long from now", _FRESH + _HOURS_LONG + _LATER, _offset),
    Rule("so long from now", _FRESH + _MINUTES_LONG + _LATER, _offset),
    Rule("so long from now", _FRESH + _SECONDS_LONG + _LATER, _offset),
    Rule("half an hour from now", rf"半時間{_LATER}", lambda m: Offset(-1 if m["way"] == "前" else 1, Length(seconds=1800))),
    Rule(
        "so many days from now",
        rf"{_FRESH}(?P<n>{N})(?P<unit>営業日|日間?|週間?|{_MONTHS}間?|年間?)(?P<half>半)?(?P<way>後|前)(?![回者々期半])",
        _steps,
    ),
    # repetitions
    Rule(
        "a repetition on weekdays",
        rf"(?P<every>毎週|隔週)の?\s?(?P<list>{_WD}(?:曜日?)?(?:[・、,とや/&]?{_WD}(?:曜日?)?){{0,6}})(?:曜日?|{_ALONE})",
        lambda m: Several((_EVERY[m["every"]], _weekday_list(m))),
    ),
    Rule("a repetition", rf"{_FRESH}(?P<n>{_N2})(?P<unit>日|週間?|{_MONTHS}|年)(?P<way>ごと|毎|おき|置き)(?:に|の)?", _every_n),
    words("a repetition", _EVERY),
    Rule("how many times", rf"{_FRESH}(?:全|計)?(?P<n>{_N2})回(?:分)?(?!目|忌|路|答|転|線)", lambda m: Times(number(m["n"]))),
    # dates
    Rule(
        "a date of an era",
        rf"(?P<era>令和|平成|昭和|大正|明治)(?P<year>元|{_N2})年(?:(?P<month>{_N2})月(?:(?P<day>{_N2})日)?)?",
        _era,
    ),
    Rule("a date of an era", r"(?<![a-z])(?P<era>[rhs])(?P<year>\d{1,2})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)", _era),
    Rule("days of a month", rf"{_FRESH}(?P<month>{_N2})月(?P<first>{_N2})日?\s?[-〜~–ー]\s?(?P<last>{_N2})日", _kanji_range),
    Rule("days of a month", rf"{_FRESH}(?P<month>(?!))?(?P<first>{_N2})\s?[-〜~–]\s?(?P<last>{_N2})日(?!間|目)", _kanji_range),
    Rule("a date", rf"{_FRESH}(?P<year>\d{{4}}|\d{{2}}|[{HAN_DIGITS}]{{4}}|[{HAN_DIGITS}千百十]{{5,8}})年の?(?P<month>{_N2})月の?(?:(?P<day>{_N2})日)?", _date),
    Rule("a date", rf"{_FRESH}(?P<month>{_N2})月の?(?P<day>{_N2})日(?!間|目)", _date),
    Rule("part of a month", rf"{_FRESH}(?P<month>{_N2})月の?(?P<portion>{_PORTION})(?![一-龥々])", _month_portion),
    Rule("a month", rf"{_FRESH}(?P<month>{_N2})月(?![一-龥々])", _date),
    Rule("a year", rf"{_FRESH}(?P<year>\d{{4}}|[{HAN_DIGITS}]{{4}})年(?!間|前|後|度|目|生|来|代)", _date),
    Rule("a day of the month", rf"{_FRESH}(?P<day>{_N2})日(?!間|目|市|本|程|常|時|報|誌|付|経|産|立|系|系|分|々|以)", _date),
    # days from now
    Rule("part of a period", rf"(?P<period>{_PERIOD})の?(?P<portion>{_PORTION})(?![一-龥々])", _period_portion),
    Rule("a weekday of a week", rf"(?P<period>今週|来週|再来週|先週|来々週|翌週|次週|先々週|今度|次)の?\s?(?P<wd>{_WD})(?:曜日?|{_ALONE})", _of_week),
    words("a day from now", {w: a for w, a in _RELATIVE.items() if w not in ("あす", "きょう")}, after=r"(?!香|子|度[のに]?の|々)"),
    Rule("a day from now", r"(?<![ぁ-ん])(?:あす|きょう)(?![ぁ-ん])|(?<![ぁ-ん])(?:あす|きょう)(?=の|は|に)", lambda m: _RELATIVE[m.group()]),
    Rule("the week after", r"週明け|(?P<n>(?!))", lambda _: Day(unit=Unit.WEEK, count=1, weekday=0)),
    Rule("the first days of a month", r"月初め?|月頭", lambda _: Day(portion=Portion.START)),
    Rule("the last day of the month", r"(?<![一-龥\d])月末日?|(?<![一-龥\d])晦日|(?<=\d)末日", lambda _: Day(portion=Portion.LAST_DAY)),
    Rule("the end of the year", r"年末(?!調整|年始)|大晦日|大みそか", lambda _: Day(month=12, day=31)),
    Rule("new year's day", r"元日|元旦", lambda _: Day(month=1, day=1)),
    Rule("the end of the business year", r"年度末", lambda _: Day(month=3, day=31)),
    Rule(
        "a weekday of the month",
        rf"(?:第\s?(?P<nth>[1-5一二三四五])|最終)の?\s?(?P<wd>{_WD})(?:曜日?|{_ALONE})",
        _nth_weekday,
    ),
    Rule("weekdays", rf"(?P<list>{_WD}(?:曜日?)?(?:[・、,と]{_WD}(?:曜日?)?){{1,6}})曜日?", _weekday_list),
    Rule("a weekday", rf"(?P<wd>{_WD})曜日?(?!大工)|\((?P<in_brackets>{_WD})(?:曜日?)?(?:・?[祝休])?\)", lambda m: Day(weekday=_weekday(m["wd"] or m["in_brackets"]))),
    Rule("weekdays", rf"(?<![一-龥])(?P<first>{_WD})[〜~-](?P<last>{_WD})(?:曜日?)?(?![一-龥])", lambda m: Several((Day(weekday=_weekday(m["first"])), Link.RANGE, Day(weekday=_weekday(m["last"]))))),
    # times of day
    words("a time of day", _NAMED_TIMES, after=r"(?![年月週度回村井泉川])"),
    Rule(
        "a clock time",
        rf"(?P<day_part>{_DAY_PART})?の?\s?(?P<hour>{_FRESH}{N})時(?!間|点|代|期|給|短|系|差)"
        rf"(?:(?P<half>半)|(?P<minute>(?:{_N2}(?=分(?!前))|\d{{2}}(?![\d時分月日年:/-])))分?)?(?:ちょうど|丁度|きっかり|ぴったり|ジャスト)?"
        rf"(?:(?P<before>(?:の)?(?P<before_minutes>{_N2})分前|前)(?!半|回|日|後)|(?P<past>(?:(?P<past_minutes>{_N2})分)?(?:過ぎ|すぎ))|頃|ごろ|くらい|ぐらい)?",
        _clock,
    ),
    Rule("a clock time", r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])(?:頃|ごろ)?", _colon),
    Rule("the first of two hours", rf"{_FRESH}(?P<hour>{_N2})(?=\s?(?:[-〜~–ー]|から)\s?{_N2}(?:時(?!間)|:\d\d))", _bare_start),
    words("a part of the day", _PARTS, before=r"(?<![a-z一-龥])", after=r"(?![a-z礼会食市刊日一-龥])"),
    words("a part of the day", {w: a for w, a in _PARTS.items() if len(w) > 1 and w.isascii() is False}, after=r"(?![礼会食市刊])"),
    # lengths
    Rule("a length", _FRESH + _HOURS_LONG, length_of),
    Rule("a length", rf"{_FRESH}(?P<minutes>{N})分(?:間)?(?!前|後|科|割|類|析|野|岐|担|解|配|散|身|布|の\d)", length_of),
    Rule("a length", r"(?<![\da-z])(?P<minutes>\d{1,3})\s?(?:min|mins|minutes)(?![a-z])", length_of),
    Rule("half an hour", r"半時間|30min", lambda _: Length(seconds=1800)),
    Rule("half a day", r"半日(?!休)", lambda _: Length(seconds=4 * 3600)),
    Rule("a length in days", rf"{_FRESH}(?P<n>{_N2})(?P<unit>日間|週間|{_MONTHS}間?|年間)(?!計画|前|後)", _days_long),
    Rule("nights", rf"{_FRESH}(?P<nights>{_N2})泊(?P<n>{_N2})日", lambda m: Length(days=number(m["n"]))),
    # digits with slashes
    Rule("days of a month", r"(?<![\d/.])(?P<month>\d{1,2})/(?P<first>\d{1,2})(?:\([月火水木金土日]\))?\s?[-〜~–ー]\s?(?P<last>\d{1,2})(?![\d/:.時月])", _slash_range),
    # links
    Rule("from … to", r"[-〜~–—―ー]|→", lambda _: Link.RANGE),
    Rule("from", r"から|より|スタート|開始|以降", lambda _: Link.FROM_AFTER),
    Rule("to", r"まで|迄", lambda _: Link.TO_AFTER),
)  # fmt: skip

FIGURES: tuple[Rule, ...] = (
    Rule(
        "hours",
        r"(?<![\d/.:-])(?P<first>\d{1,2})\s?[-〜~–]\s?(?P<last>\d{1,2})(?::(?P<minute>\d\d))?(?![\d/.:年月日時分名人-])",
        _hours_range,
    ),
)
