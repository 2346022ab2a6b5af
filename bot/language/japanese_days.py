"""How Japanese writes days, weeks, months and years, near and far."""

import re

from bot.language.atoms import ANY_WORKDAY, Atom, Day, Link, Move, Portion, Several, Unit
from bot.language.feasts import ANY_HOLIDAY
from bot.language.grammar import Rule, words
from bot.language.japanese_numbers import (
    ALONE,
    FRESH,
    KANA_DAYS,
    MONTHS,
    N2,
    N4,
    RANGE,
    WD,
    N,
    counted,
    longest_first,
    said_number,
    weekday,
)
from bot.language.numerals import number

# --- seen from today ---

_DAYS_AWAY = {
    -3: "さきおととい 一昨々日 一昨昨日 さきおとつい",
    -2: "一昨日 おととい おとつい 前々日 いっさくじつ",
    -1: "昨日 前日 さくじつ 作日",
    0: "今日 本日 当日 ほんじつ",
    1: "明日 あした 明くる日 あくる日 みょうにち",
    2: "明後日 あさって 翌々日 みょうごにち",
    3: "明々後日 明明後日 しあさって",
    4: "やのあさって 弥の明後日",
}
_SHORT = {"あす": 1, "きょう": 0, "きのう": -1}  # three kana are easily part of another word
_PERIODS_AWAY = {
    Unit.WEEK: {
        -2: "先々週 先先週 前々週 せんせんしゅう",
        -1: "先週 前週 昨週 前の週 せんしゅう",
        0: "今週 本週 当週 この週 こんしゅう",
        1: "来週 翌週 次週 次の週 明くる週 らいしゅう",
        2: "再来週 来々週 来来週 さ来週 翌々週 さらいしゅう",
        3: "再々来週 再再来週 明々後週",
    },
    Unit.MONTH: {
        -2: "先々月 先先月 前々月 せんせんげつ",
        -1: "先月 前月 前の月 せんげつ",
        0: "今月 本月 当月 この月 こんげつ",
        1: "来月 翌月 次月 次の月 来る月 らいげつ",
        2: "再来月 さ来月 翌々月 来々月 さらいげつ",
        3: "再々来月",
    },
    Unit.YEAR: {
        -2: "一昨年 おととし 前々年 いっさくねん",
        -1: "去年 昨年 前年 きょねん さくねん 前の年",
        0: "今年 本年 当年 ことし こんねん 同年",
        1: "来年 翌年 明年 次の年 らいねん",
        2: "再来年 さ来年 翌々年 さらいねん",
    },
    Unit.FISCAL: {-1: "昨年度 前年度", 0: "今年度 本年度", 1: "来年度 翌年度", 2: "再来年度"},
    Unit.QUARTER: {-1: "前四半期", 0: "今四半期 当四半期", 1: "来四半期 次の四半期 翌四半期"},
    Unit.WEEKEND: {
        -1: "先週末 前の週末 先週の土日",
        0: "今週末 週末 今度の週末 この週末 今週の土日 土日 今度の土日",
        1: "来週末 次の週末 来週の土日 翌週末",
        2: "再来週末 再来週の土日",
    },
}
_AWAY: dict[str, Atom] = {
    word: Day(unit=Unit.DAY, count=count) for count, forms in _DAYS_AWAY.items() for word in forms.split()
} | {
    word: Day(unit=unit, count=count)
    for unit, periods in _PERIODS_AWAY.items()
    for count, forms in periods.items()
    for word in forms.split()
}
_PERIODS = {word: atom for word, atom in _AWAY.items() if isinstance(atom, Day) and atom.unit is not Unit.DAY}
_PERIOD = longest_first(_PERIODS)
_WEEK = longest_first(word for word, atom in _PERIODS.items() if atom.unit is Unit.WEEK)

# --- parts of weeks, months and years ---

_PORTIONS = {
    "前半": Portion.FIRST_HALF,
    "上半期": Portion.FIRST_HALF,
    "後半": Portion.SECOND_HALF,
    "下半期": Portion.SECOND_HALF,
    "頭": Portion.START,
    "あたま": Portion.START,
    "初め": Portion.START,
    "はじめ": Portion.START,
    "始め": Portion.START,
    "初頭": Portion.START,
    "初": Portion.START,
    "上旬": Portion.FIRST_TEN,
    "初旬": Portion.FIRST_TEN,
    "中旬": Portion.SECOND_TEN,
    "下旬": Portion.LAST_TEN,
    "半ば": Portion.MIDDLE,
    "なかば": Portion.MIDDLE,
    "中盤": Portion.MIDDLE,
    "中頃": Portion.MIDDLE,
    "中ごろ": Portion.MIDDLE,
    "末": Portion.LAST_DAY,
    "末日": Portion.LAST_DAY,
    "最終日": Portion.LAST_DAY,
    "最後の日": Portion.LAST_DAY,
    "終わり": Portion.END,
    "おわり": Portion.END,
    "終盤": Portion.END,
}
_PORTION = longest_first(_PORTIONS)
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}


def _month_portion(match: re.Match[str]) -> Day:
    return Day(said_number(match, "year"), number(match["month"]), portion=_PORTIONS[match["portion"]])


def _period_portion(match: re.Match[str]) -> Day:
    known = _PERIODS[match["period"]]
    portion = _PORTIONS[match["portion"]]
    if known.unit is Unit.WEEK and portion is Portion.LAST_DAY:
        return Day(unit=Unit.WEEKEND, count=known.count)
    if known.unit is Unit.WEEK and portion is Portion.START:
        return Day(unit=Unit.WEEK, count=known.count, weekday=0)
    if known.unit is Unit.YEAR and portion is Portion.LAST_DAY:
        return Day(unit=Unit.YEAR, count=known.count, month=12, portion=Portion.LAST_DAY)
    return Day(unit=known.unit, count=known.count, portion=portion)


def _season(match: re.Match[str]) -> Atom:
    first, last = _SEASONS[match["season"]]
    if match["period"]:
        count = _PERIODS[match["period"]].count
        end = Day(unit=Unit.YEAR, count=count + (last < first), month=last)
        return Several((Day(unit=Unit.YEAR, count=count, month=first), Link.RANGE, end))
    year = number(match["year"])
    return Several((Day(year, first), Link.RANGE, Day(year + (last < first), last)))


# --- written dates ---

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "明治": 1867}


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


def _decade(match: re.Match[str]) -> Atom:
    year = number(match["year"])
    year += 1900 if year < 100 else 0
    return Several((Day(year), Link.RANGE, Day(year + 9)))


def _century(match: re.Match[str]) -> Atom:
    last = 100 * number(match["n"])
    return Several((Day(last - 99), Link.RANGE, Day(last)))


# --- so many days away ---

_LONG = rf"(?:営業日|日|週間|週|{MONTHS}間?|年間|年|世紀)"


def _moves(match: re.Match[str], sign: int) -> Day:
    """3日後, 1年半前, 2週間と3日後: counted from today, from a date beside it, or (の3日後) from what stands before."""
    moves = [_move(match["n"], match["unit"], match["half"], sign)]
    if match["n2"]:
        moves.append(_move(match["n2"], match["unit2"], match["half2"], sign))
    first = moves[0]
    if len(moves) == 1 and first.count == int(first.count) and not match["of"]:
        return Day(unit=first.unit, count=int(first.count), exact=True)
    return Day(moves=tuple(moves))


def _move(written: str, unit: str, half: str | None, sign: int) -> Move:
    count = sign * counted(written)
    if "営業" in unit:
        return Move(count, Unit.WORKDAY)
    if "世紀" in unit:
        return Move(count, Unit.CENTURY)
    if "年" in unit:
        return Move(12 * count + 6 * sign, Unit.MONTH) if half else Move(count, Unit.YEAR)
    if "月" in unit:
        return Move(count + (0.5 * sign if half else 0), Unit.MONTH)
    if "週" in unit:
        return Move(7 * count + (3 * sign if half else 0), Unit.DAY) if half else Move(count, Unit.WEEK)
    return Move(count, Unit.DAY)


def _steps(match: re.Match[str]) -> Day:
    return _moves(match, -1 if match["way"].startswith(("前", "まえ")) else 1)


_HALVES = {"半年": Day(unit=Unit.MONTH, count=6, exact=True), "半月": Day(unit=Unit.DAY, count=15, exact=True)}


def _half_steps(match: re.Match[str]) -> Day:
    known = _HALVES[match["half"]]
    return Day(unit=known.unit, count=known.count * (-1 if match["way"].startswith(("前", "まえ")) else 1), exact=True)


def _within(match: re.Match[str]) -> Atom:
    """3日以内, 今後2週間, 過去3日間: from today on, or up to today."""
    back = match["way"] in ("過去", "直近", "ここ", "この")
    far = _move(match["n"], match["unit"], None, -1 if back else 1)
    there = Day(unit=far.unit, count=int(far.count), exact=True)
    today = Day(unit=Unit.DAY, count=0)
    return Several((there, Link.RANGE, today) if back else (today, Link.RANGE, there))


# --- weekdays ---


def _of_week(match: re.Match[str]) -> Day:
    period = match["period"]
    day = weekday(match["wd"])
    if period in _PERIODS:
        return Day(unit=Unit.WEEK, count=_PERIODS[period].count, weekday=day)
    return Day(weekday=day, side=1 if period.startswith(("今度", "次", "直近", "この次", "来る")) else -1)


def _nth_weekday(match: re.Match[str]) -> Day:
    written = match["nth"]
    nth = 1 if match["first"] else -1 if written is None else number(written)
    return Day(nth=nth, weekday=weekday(match["wd"]))


def _nth_workday(match: re.Match[str]) -> Day:
    return Day(nth=-1 if match["nth"] is None else number(match["nth"]), weekday=ANY_WORKDAY)


def _weekdays_range(match: re.Match[str]) -> Atom:
    return Several((Day(weekday=weekday(match["first"])), Link.RANGE, Day(weekday=weekday(match["last"]))))


# --- named days ---

_HOLIDAYS = (
    "成人の日 建国記念の日 天皇誕生日 春分の日 昭和の日 憲法記念日 みどりの日 こどもの日 海の日 山の日 敬老の日 秋分の日 "
    "スポーツの日 文化の日 勤労感謝の日 振替休日"
).split()
_FEASTS: dict[str, Atom] = {name: Day(feast=name) for name in _HOLIDAYS} | {
    "建国記念日": Day(feast="建国記念の日"),
    "体育の日": Day(feast="スポーツの日"),
    "子供の日": Day(feast="こどもの日"),
    "祝日": Day(feast=ANY_HOLIDAY),
    "元日": Day(month=1, day=1),
    "元旦": Day(month=1, day=1),
    "正月": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "お正月": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "三が日": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "三ヶ日": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "年末年始": Several((Day(month=12, day=29), Link.RANGE, Day(month=1, day=3))),
    "年明け": Day(month=1, portion=Portion.START),
    "年始": Day(month=1, portion=Portion.START),
    "バレンタインデー": Day(feast="valentine"),
    "バレンタイン": Day(feast="valentine"),
    "ひな祭り": Day(month=3, day=3),
    "ホワイトデー": Day(feast="white day"),
    "エイプリルフール": Day(feast="april fools"),
    "母の日": Day(feast="mothers day"),
    "父の日": Day(feast="fathers day"),
    "七夕": Day(feast="tanabata"),
    "お盆": Several((Day(month=8, day=13), Link.RANGE, Day(month=8, day=16))),
    "ハロウィン": Day(feast="halloween"),
    "ハロウィーン": Day(feast="halloween"),
    "クリスマスイブ": Day(feast="christmas eve"),
    "クリスマス・イブ": Day(feast="christmas eve"),
    "クリスマスイヴ": Day(feast="christmas eve"),
    "クリスマス": Day(feast="christmas"),
    "大晦日": Day(month=12, day=31),
    "大みそか": Day(month=12, day=31),
    "年末": Day(month=12, day=31),
    "年度末": Day(month=3, day=31),
    "ゴールデンウィーク": Several((Day(month=4, day=29), Link.RANGE, Day(month=5, day=5))),
    "ゴールデンウイーク": Several((Day(month=4, day=29), Link.RANGE, Day(month=5, day=5))),
}
_OTHERS: dict[str, Atom] = {
    "次の祝日": Day(feast=ANY_HOLIDAY),
    "今度の祝日": Day(feast=ANY_HOLIDAY),
    "翌営業日": Day(unit=Unit.WORKDAY, count=1),
    "次の営業日": Day(unit=Unit.WORKDAY, count=1),
    "明営業日": Day(unit=Unit.WORKDAY, count=1),
    "翌々営業日": Day(unit=Unit.WORKDAY, count=2),
    "前営業日": Day(unit=Unit.WORKDAY, count=-1),
    "翌日": Day(moves=(Move(1, Unit.DAY),)),
    "よくじつ": Day(moves=(Move(1, Unit.DAY),)),
    "週明け": Day(unit=Unit.WEEK, count=1, weekday=0),
    "週初め": Day(unit=Unit.WEEK, count=1, weekday=0),
    "週半ば": Day(unit=Unit.WEEK, count=0, portion=Portion.MIDDLE),
    "週前半": Day(unit=Unit.WEEK, count=0, portion=Portion.FIRST_HALF),
    "週後半": Day(unit=Unit.WEEK, count=0, portion=Portion.SECOND_HALF),
    "月初": Day(portion=Portion.START),
    "月初め": Day(portion=Portion.START),
    "月頭": Day(portion=Portion.START),
    "月半ば": Day(portion=Portion.MIDDLE),
    "月内": Day(unit=Unit.MONTH, count=0),
    "年内": Day(unit=Unit.YEAR, count=0),
}

_WAY = r"(?P<way>以?後|まえ|前|あと|先)(?![回者々期半方端日週月])"
_COUNT = rf"(?P<n>{N}|{longest_first(KANA_DAYS)}|ひと|ふた|丸|まる)"
_MORE = rf"(?:と|、)?(?:(?P<n2>{N})(?P<unit2>{_LONG})(?P<half2>半)?)"

COUNTED: tuple[Rule, ...] = (
    Rule(
        "so many days away",
        rf"(?P<of>の)?(?:(?:今日?|本日|これ)から|あと)?{FRESH}(?P<n>{N})(?P<unit>{_LONG})(?P<half>半)?(?:{_MORE})?(?:ほど|くらい|ぐらい)?{_WAY}",
        _steps,
    ),
    Rule(
        "so many days away",
        rf"(?P<of>の)?(?P<n>{longest_first(KANA_DAYS)})(?P<unit>)(?P<half>)?(?P<n2>(?!))?{_WAY}",
        _steps,
    ),
    Rule("so many months away", rf"(?P<of>の)?(?P<n>ひと|ふた|み)(?P<unit>月)(?P<half>半)?(?P<n2>(?!))?{_WAY}", _steps),
    Rule("half a year or month away", rf"(?P<half>半年|半月){_WAY}", _half_steps),
    Rule(
        "so far from today",
        rf"(?P<way>過去|今後|直近|ここ|この先|向こう|これから|この)(?:の)?(?P<n>{N})(?P<unit>日|週間?|{MONTHS}|年)間",
        _within,
    ),
    Rule("so far from today", rf"(?P<way>){FRESH}(?P<n>{N})(?P<unit>営業日|日|週間?|{MONTHS}|年)以内", _within),
)

WRITTEN: tuple[Rule, ...] = (
    Rule(
        "a date of an era",
        rf"(?P<era>令和|平成|昭和|大正|明治)(?P<year>元|{N2})(?:年(?:度(?!末))?(?:の?(?P<month>{N2})月(?:の?(?P<day>{N2})日)?)?|(?=[./-]))",
        _era,
    ),
    Rule(
        "a date of an era",
        r"(?<![a-z])(?P<era>令和|平成|昭和|[rhs])\.?(?P<year>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\d)",
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
        "part of a month",
        rf"{FRESH}(?:(?P<year>{N4})年の?)?(?P<month>{N2})月の?(?P<portion>{_PORTION})(?![一-龥々])",
        _month_portion,
    ),
    Rule("a date", rf"{FRESH}'?(?P<year>{N4}|\d{{2}})年\s?の?(?P<month>{N2})月の?\s?(?:(?P<day>{N2})日(?!間))?", _date),
    Rule("a date", rf"{FRESH}(?P<month>{N2})月の?\s?(?P<day>{N2})日(?!間|目)", _date),
    Rule("a date", rf"{FRESH}(?P<month>{N2})月(?P<day>\d{{1,2}})(?=\s|\([月火水木金土日]|$)", _date),
    Rule("a month", rf"{FRESH}(?P<month>{N2})月中?(?![一-龥々])", _date),
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
        "a day of the month",
        rf"{FRESH}(?P<day>{N2})日(?!間|目|市|本|程|常|時|報|誌|付|経|産|立|系|分|々|以|前|後|中|おき|ごと|置|毎)",
        _date,
    ),
    Rule(
        "a day of the month",
        rf"(?<=月)の?(?P<kana>{longest_first(KANA_DAYS)})",
        lambda m: Day(day=KANA_DAYS[m["kana"]]),
    ),
    Rule("a day of the month", rf"(?<![ぁ-ん])ついたち|朔日", lambda _: Day(day=1)),
)

NEAR: tuple[Rule, ...] = (
    words("a named day", _FEASTS, after=r"(?!調整|休み明け|商戦|ツリー|ソング|プレゼント|ケーキ|会)"),
    words("a day from now", _OTHERS, after=r"(?!付|報)"),
    Rule(
        "today in another week",
        rf"(?P<period>{_PERIOD})の?(?:今日|本日|同じ曜日|同じ日|きょう)",
        lambda m: _same_day(m["period"]),
    ),
    Rule("part of a period", rf"(?P<period>{_PERIOD})の?(?P<portion>{_PORTION})(?![一-龥々])", _period_portion),
    Rule(
        "a weekday of a week",
        rf"(?P<period>{_WEEK}|今度|次|直近|この次|来る|この前|前回|前|先日)の?\s?(?P<wd>{WD})(?:曜日?|{ALONE})",
        _of_week,
    ),
    Rule(
        "a working day of the month",
        r"(?:第\s?(?P<nth>\d{1,2}|[一二三四五六七八九十])|最終)営業日|月初営業日",
        lambda m: Day(nth=1, weekday=ANY_WORKDAY) if m.group().startswith("月初") else _nth_workday(m),
    ),
    words("a day from now", _AWAY, after=r"(?!香|子|度[のに]?の|々|号|会)"),
    Rule(
        "a day from now",
        r"(?<![ぁ-んァ-ヴー])(?:あす|きょう|きのう)(?![ぁ-ん])|(?<![ぁ-んァ-ヴー])(?:あす|きょう|きのう)(?=の|は|に|も|って)",
        lambda m: Day(unit=Unit.DAY, count=_SHORT[m.group()]),
    ),
    Rule(
        "the last day of the month",
        r"(?<![一-龥\d])月末日?|(?<![一-龥\d])晦日|(?<![一-龥])末日",
        lambda _: Day(portion=Portion.LAST_DAY),
    ),
    Rule(
        "a weekday of the month",
        rf"(?:第\s?(?P<nth>[1-5一二三四五])|(?P<first>最初の)|最終の?|最後の)\s?(?P<wd>{WD})(?:曜日?|{ALONE})",
        _nth_weekday,
    ),
    Rule(
        "weekdays",
        rf"(?<![一-龥])(?P<first>{WD})(?:曜日?)?[〜~-](?P<last>{WD})(?:曜日?|(?![一-龥]))",
        _weekdays_range,
    ),
    Rule(
        "a weekday",
        rf"(?P<wd>{WD})曜日?|\((?P<in_brackets>{WD})(?:曜日?)?(?:[・,]?[祝休])?\)",
        lambda m: Day(weekday=weekday(m["wd"] or m["in_brackets"])),
    ),
    Rule("marks a holiday", r"\([祝休]\)|同日の?(?=\d)", lambda _: Link.AT),
    Rule("in the course of", r"(?<=[週月年日末])(?:中|いっぱい)(?=$|[\s、。にでのは])に?", lambda _: Link.AT),
)

SLASHED: tuple[Rule, ...] = (
    Rule(
        "days of a month",
        rf"(?<![\d/.])(?P<month>\d{{1,2}})/(?P<first>\d{{1,2}})(?:\([月火水木金土日]\))?{RANGE}(?P<last>\d{{1,2}})(?:日(?!間)|(?![\d/:.時月分]))",
        _days_of_month,
    ),
)


def _same_day(period: str) -> Day:
    known = _PERIODS[period]
    return Day(unit=known.unit, count=known.count, exact=True)
