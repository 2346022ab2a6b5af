"""How Japanese writes days, weeks, months and years, near and far."""

import re
from dataclasses import replace

from bot.language.atoms import ANY_WORKDAY, Atom, Day, Doubtful, Link, Move, Portion, Several, Unit
from bot.language.feasts import ANY_HOLIDAY
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt
from bot.language.japanese_feasts import BACK_TO_WORK, FEASTS
from bot.language.japanese_numbers import (
    ALONE,
    FRESH,
    KANA_DAYS,
    MONTHS,
    WD,
    N,
    counted,
    in_katakana,
    longest_first,
    weekday,
)
from bot.language.numerals import number
from bot.language.shared import listed_days

# --- seen from today ---

_DAYS_AWAY = {
    -3: "さきおととい 一昨々日 一昨昨日 さきおとつい",
    -2: "一昨日 おととい おとつい いっさくじつ",
    -1: "昨日 さくじつ 作日",
    0: "今日 本日 当日 ほんじつ",
    1: "明日 あした みょうにち",
    2: "明後日 あさって みょうごにち",
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
        0: "今週末 週末 今度の週末 この週末 今週の土日 今週土日 土日 今度の土日",
        1: "来週末 次の週末 来週の土日 来週土日 翌週末",
        2: "再来週末 再来週の土日 再来週土日",
    },
}
_DAYS = {
    word: Day(unit=Unit.DAY, count=count)
    for count, forms in _DAYS_AWAY.items()
    for written in forms.split()
    for word in {written, in_katakana(written)}
}
PERIODS = {
    word: Day(unit=unit, count=count)
    for unit, periods in _PERIODS_AWAY.items()
    for count, forms in periods.items()
    for written in forms.split()
    for word in {written, in_katakana(written)}
}
_PERIOD = longest_first(PERIODS)
_WEEK = longest_first(word for word, atom in PERIODS.items() if atom.unit is Unit.WEEK)

# --- parts of weeks, months and years ---

PORTIONS = {
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
PORTION = longest_first(PORTIONS)


def _period_portion(match: re.Match[str]) -> Day:
    known = PERIODS[match["period"]]
    portion = PORTIONS[match["portion"]]
    if known.unit is Unit.WEEK and portion is Portion.LAST_DAY:
        return Day(unit=Unit.WEEKEND, count=known.count)
    if known.unit is Unit.WEEK and portion is Portion.START:
        return Day(unit=Unit.WEEK, count=known.count, weekday=0)
    if known.unit is Unit.YEAR and portion is Portion.LAST_DAY:
        return Day(unit=Unit.YEAR, count=known.count, month=12, portion=Portion.LAST_DAY)
    return Day(unit=known.unit, count=known.count, portion=portion)


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
    if period == "週明け":
        return Day(unit=Unit.WEEK, count=1, weekday=day)
    if period in PERIODS:
        return Day(unit=Unit.WEEK, count=PERIODS[period].count, weekday=day)
    return Day(weekday=day, side=1 if period.startswith(("今度", "次", "直近", "この次", "来る", "翌")) else -1)


_KANA_WEEKDAYS: dict[str, Atom] = {
    f"{day}ようび": Day(weekday=count) for count, day in enumerate(("げつ", "か", "すい", "もく", "きん", "ど", "にち"))
}


def _nth_weekday(match: re.Match[str]) -> Day:
    written = match["nth"]
    nth = 1 if match["first"] else -1 if written is None else number(written)
    return Day(nth=nth, weekday=weekday(match["wd"]))


def _nth_workday(match: re.Match[str]) -> Day:
    return Day(nth=-1 if match["nth"] is None else number(match["nth"]), weekday=ANY_WORKDAY)


def _weekdays_range(match: re.Match[str]) -> Atom:
    return Several((Day(weekday=weekday(match["first"])), Link.RANGE, Day(weekday=weekday(match["last"]))))


def _weekdays_of_week(match: re.Match[str]) -> Atom:
    count = PERIODS[match["period"]].count
    first, last = (Day(unit=Unit.WEEK, count=count, weekday=weekday(match[name])) for name in ("first", "last"))
    return Several((first, Link.RANGE, last))


def _listed_weekdays_of_week(match: re.Match[str]) -> Atom | None:
    """来週月火, 今週の木・金."""
    return _listed(match["list"], Day(unit=Unit.WEEK, count=PERIODS[match["period"]].count))


def _listed_weekdays(match: re.Match[str]) -> Atom | None:
    """月・水, 火木; 月日 are days and months, and 日月 is nothing."""
    return None if match["list"] == "月日" else _listed(match["list"], Day())


def _listed(written: str, week: Day) -> Several | None:
    named = [weekday(one) for one in re.findall(rf"({WD})(?:曜日?)?", written)]
    return listed_days(named, lambda day: replace(week, weekday=day))


_BESIDE_A_DAY = {-2: "前々日", -1: "前日", 1: "翌日 よくじつ 次の日 明くる日 あくる日", 2: "翌々日"}
_DAY = rf"{WD}(?:曜日|曜(?!日)|(?!曜))"
_OTHERS: dict[str, Atom] = {
    "次の祝日": Day(feast=ANY_HOLIDAY),
    "今度の祝日": Day(feast=ANY_HOLIDAY),
    "翌営業日": Day(unit=Unit.WORKDAY, count=1),
    "次の営業日": Day(unit=Unit.WORKDAY, count=1),
    "明営業日": Day(unit=Unit.WORKDAY, count=1),
    "翌々営業日": Day(unit=Unit.WORKDAY, count=2),
    "前営業日": Day(unit=Unit.WORKDAY, count=-1),
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

_OTHERS |= {
    word: Day(moves=(Move(count, Unit.DAY),)) for count, words in _BESIDE_A_DAY.items() for word in words.split()
}

_WAY = r"(?P<way>以?後|まえ|前|あと|先)(?![回者々期半方端日週月])"
_MORE = rf"(?:と|、)?(?:(?P<n2>{N})(?P<unit2>{_LONG})(?P<half2>半)?)"

COUNTED: tuple[Rule, ...] = (
    Rule(
        "so many days away",
        rf"(?P<of>の|(?<=[日週月曜])から(?={N}{_LONG}後(?!半|期)))?(?:(?:今日?|本日|これ)から|あと)?{FRESH}(?P<n>{N})(?P<unit>{_LONG})(?P<half>半)?(?:{_MORE})?(?:ほど|くらい|ぐらい)?{_WAY}",
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

NEAR: tuple[Rule, ...] = (
    words("the first day of work", BACK_TO_WORK, before="(?<![一-龥ァ-ヴー])"),
    words(
        "a named day",
        FEASTS,
        after=r"(?!調整|休み明け|商戦|ツリー|ソング|プレゼント|ケーキ|会|挨拶|あいさつ|進行|セール|パーティ|キャンペーン|フェア|特番|準備|企画|向け|用)",
    ),
    words("a day from now", _OTHERS, after=r"(?!付|報|曜|程|本|時|産|の?[月火水木金土日]曜)"),
    Rule(
        "today in another week",
        rf"(?P<period>{_PERIOD})の?(?:今日|本日|同じ曜日|同じ日|きょう)",
        lambda m: _same_day(m["period"]),
    ),
    Rule(
        "part of a period",
        rf"(?P<period>{_PERIOD})の?(?P<portion>{PORTION})(?:(?![一-龥々])|(?=午[前後]|[朝昼夕夜](?![会食礼番勤])|正午|終日|中に))",
        _period_portion,
    ),
    Rule(
        "weekdays of a week",
        rf"(?P<period>{_WEEK})の?(?P<first>{WD})(?:曜日?)?(?:[〜~ー-]|から)(?P<last>{WD})(?:曜日?|(?![一-龥])|(?=まで))",
        _weekdays_of_week,
    ),
    Rule(
        "weekdays of a week",
        rf"(?P<period>{_WEEK})の?(?P<list>{_DAY}(?:[・、,と&]?{_DAY}){{1,4}})(?=$|[\s\d,、。のにはでもと(]|から|まで|終日|午[前後])",
        _listed_weekdays_of_week,
    ),
    Rule(
        "a weekday of a week",
        rf"(?P<period>{_WEEK}|週明け|今度|次|直近|この次|来る|翌(?={WD}曜)|この前|前回|前|先日)の?\s?(?P<wd>{WD})(?:曜日?|{ALONE})",
        _of_week,
    ),
    Rule(
        "a working day of the month",
        r"(?:第\s?(?P<nth>\d{1,2}|[一二三四五六七八九十])|最終|最後の)営業日|(?:月初|最初の)営業日",
        lambda m: Day(nth=1, weekday=ANY_WORKDAY) if m.group().startswith(("月初", "最初")) else _nth_workday(m),
    ),
    words("a day from now", _DAYS | PERIODS, after=r"(?!香|子|度[のに]?の|々|号)"),
    Rule(
        "a day from now",
        r"(?<![ぁ-んァ-ヴー])(?:あす|きょう|きのう)(?![ぁ-ん])|(?<![ぁ-んァ-ヴー])(?:あす|きょう|きのう)(?=の|は|に|も|って)|(?<=[をは])(?:あす|きょう)(?=の?\s?(?:\d|午[前後]|朝|昼|夕|夜))",
        lambda m: Day(unit=Unit.DAY, count=_SHORT[m.group()]),
    ),
    Rule(
        "the last day of the month",
        r"(?<![一-龥\d])月末日?|(?<![一-龥\d])晦日|(?<![一-龥])末日",
        lambda _: Day(portion=Portion.LAST_DAY),
    ),
    Rule(
        "the first days of a month",
        rf"(?<=月)の?(?:最初|はじめ|初め)の(?={N}(?:週間|日間))",
        lambda _: Link.AT,
    ),
    Rule(
        "the week or weekend of a date",
        r"(?<=[\d一二三四五六七八九十]日)の(?:(?P<weekend>週末)|週(?=$|[\s、。にでのはをか]))",
        lambda m: Day(portion=Portion.ITS_WEEKEND if m["weekend"] else Portion.ITS_WEEK),
    ),
    Rule(
        "a week of the month",
        r"(?:(?:第|(?<=月の)|(?<=月))\s?(?P<nth>[1-5一二三四五])(?=週目|(?<=第.)|(?<=第\s.))|(?P<first>最初の|第一)|最終の?|最後の|ラスト)週目?(?![間一-龥])",
        lambda m: Day(nth=1 if m["first"] else -1 if m["nth"] is None else number(m["nth"])),
    ),
    Rule(
        "a weekday of the month",
        rf"(?:第\s?(?P<nth>\d{{1,2}}|[一二三四五六七])|(?P<first>最初の)|最終の?|最後の)\s?(?P<wd>{WD})(?:曜日?|{ALONE})",
        _nth_weekday,
    ),
    Rule(
        "weekdays",
        rf"(?<![一-龥])(?P<first>{WD})(?:曜日?)?[〜~-](?P<last>{WD})(?:曜日?|(?![一-龥]))",
        _weekdays_range,
    ),
    Rule(
        "weekdays",
        rf"(?<![^\s、。,(「は])(?P<list>{_DAY}(?:[・、,と&/]\s?{_DAY}){{1,6}}|{WD}{{2,6}}(?:曜日?)?)(?=$|[\s(]|に|は|の\d|\d|から|午[前後]|朝|夜|夕|終日)",
        _listed_weekdays,
    ),
    words("a weekday", _KANA_WEEKDAYS, before=r"(?:(?<![ぁ-んー])|(?<=の))"),
    Rule(
        "a weekday",
        rf"(?<![^\s、。,(])(?P<wd>{WD})(?=\s?\d{{1,2}}(?:時|:\d\d|\s?[-〜~]\s?\d)|朝イチ|午[前後]\d)",
        lambda m: Day(weekday=weekday(m["wd"])),
    ),
    Rule(
        "a weekday",
        rf"(?P<wd>{WD})曜日?|\((?P<in_brackets>{WD})(?:曜日?)?(?:[・,]?[祝休])?\)",
        lambda m: Day(weekday=weekday(m["wd"] or m["in_brackets"])),
    ),
    Rule(
        "thereabouts",
        r"(?<=[今来先]週の|[今来]月の)どこか|(?<=[今来先]週|[今来]月)どこか|(?<=[今来先]週|[今来]月|[今明]日|曜日)(?:あたり|辺り)(?![ぁ-ん]*行)|(?<=曜)(?:あたり|辺り)",
        lambda _: Doubtful(Doubt.VAGUE),
    ),
    Rule("marks a holiday", r"\([祝休]\)|同日の?(?=\d)", lambda _: Link.AT),
    Rule(
        "in the course of",
        r"(?<=[週月年日末])(?:中(?=$|[\s、。にでのは])|いっぱい(?=$|[\s、。にでのは一-龥]))に?",
        lambda _: Link.AT,
    ),
)


def _same_day(period: str) -> Day:
    known = PERIODS[period]
    return Day(unit=known.unit, count=known.count, exact=True)
