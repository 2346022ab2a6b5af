"""How Japanese writes lengths, spans of minutes from now, moves of an event, and repetitions."""

import re

from bot.language.atoms import (
    ANY_WORKDAY,
    Atom,
    Dates,
    Day,
    Every,
    Length,
    Link,
    Now,
    Offset,
    Portion,
    Several,
    Shift,
    Times,
    Unit,
    Weekdays,
)
from bot.language.grammar import Rule, words
from bot.language.japanese_clocks import EVENING, MORNING, NIGHT
from bot.language.japanese_numbers import ALONE, FRESH, MONTHS, N2, WD, N, decimal, weekday
from bot.language.numerals import number

# --- lengths ---


def _length(match: re.Match[str]) -> Length:
    """Days, hours, minutes and seconds as said; "one and a half" included."""
    said = match.groupdict()
    days = number(said["days"]) if said.get("days") else 0
    seconds = round(decimal(said["hours"]) * 3600) if said.get("hours") else 0
    seconds += 1800 if said.get("half") else 0
    seconds += number(said["minutes"]) * 60 if said.get("minutes") else 0
    seconds += number(said["seconds"]) if said.get("seconds") else 0
    return Length(0, days, seconds)


def _days_long(match: re.Match[str]) -> Length:
    unit = match["unit"]
    count = number(match["n"])
    if unit.startswith("日"):
        return Length(days=count)
    if unit.startswith("週"):
        return Length(days=7 * count)
    return Length(months=12 * count if unit.startswith("年") else count)


_NOTICE = "(?:通知|リマインド|アラーム|お?知らせ)"  # 14時から1時間 10分前に通知
_HOURS = rf"(?P<hours>\d{{1,3}}\.\d{{1,2}}|{N})\s?(?:時間|h(?:r|our)?s?(?![a-z]))(?P<half>半)?(?:と?\s?(?P<minutes>{N2})(?:分(?!前に?\s?{_NOTICE})|m(?![a-z]))間?)?"
_MINUTES = rf"(?P<minutes>{N})(?:分|min)間?(?:(?P<seconds>{N2})秒)?"
_SECONDS = rf"(?P<seconds>{N})秒間?"
_ABOUT = r"(?:ほど|程度?|くらい|ぐらい|弱|強)?"

LENGTHS: tuple[Rule, ...] = (
    Rule(
        "about",
        r"(?:所要(?:時間)?|約|およそ|だいたい|大体|ざっと|ざっくり|予定時間)(?:は|:)?\s?(?=\d{1,3}(?:\.\d)?(?:時間|分|h)|[一二三四五六七八九十]{1,3}(?:時間|分)|半日)",
        lambda _: Link.AT,
    ),
    Rule("a length", FRESH + _HOURS + _ABOUT, _length),
    Rule(
        "a length",
        rf"{FRESH}(?P<minutes>{N})分(?:間)?(?!前|後|科|割|類|析|野|岐|担|解|配|散|身|布|け|か|の\d){_ABOUT}",
        _length,
    ),
    Rule("a length", r"(?<![\da-z])(?P<minutes>\d{1,3})\s?(?:minutes|mins|min|m)(?![a-z])", _length),
    Rule("half an hour", r"半時間", lambda _: Length(seconds=1800)),
    Rule("half a day", r"半日(?!休)", lambda _: Length(seconds=4 * 3600)),
    Rule("a length in days", rf"{FRESH}(?P<n>{N2})(?P<unit>日間|週間|{MONTHS}間?|年間)(?!計画|前|後)", _days_long),
    Rule("nights", rf"{FRESH}(?P<nights>{N2})泊(?P<n>{N2})日", lambda m: Length(days=number(m["n"]))),
)

# --- from this minute ---

_LATER = r"(?:ほど|くらい|ぐらい)?(?P<way>後|まえ|前|あと)(?![回者々期半])"
_FROM_NOW = r"(?:(?:今|これ)から|あと)?"


def _offset(match: re.Match[str]) -> Offset:
    return Offset(-1 if match["way"] in ("前", "まえ") else 1, _length(match))


def _within(match: re.Match[str]) -> Several:
    return Several((Now(), Link.RANGE, Offset(1, _length(match))))


OFFSETS: tuple[Rule, ...] = (
    Rule("so long from now", _FROM_NOW + FRESH + rf"(?:(?P<days>{N2})日と?)?" + _HOURS + _LATER, _offset),
    Rule("so long from now", _FROM_NOW + FRESH + _MINUTES + _LATER, _offset),
    Rule("so long from now", _FROM_NOW + FRESH + _SECONDS + _LATER, _offset),
    Rule("within so long from now", FRESH + _HOURS + "以内(?!に?終)", _within),
    Rule("within so long from now", FRESH + _MINUTES + "以内(?!に?終)", _within),
    Rule(
        "half an hour or day from now",
        rf"半(?P<unit>時間|日){_LATER}",
        lambda m: Offset(
            -1 if m["way"] in ("前", "まえ") else 1, Length(seconds=1800 if m["unit"] == "時間" else 43_200)
        ),
    ),
)

# --- moves of an event ---

_EARLIER = ("前", "早", "繰り上", "くりあ", "まえ")
_MOVED = (
    r"(?:間)?(?:ほど|だけ|くらい|ぐらい|分)?\s?(?P<way>後ろ倒し|後ろ|後に(?=ずら|移|動|変|し|リスケ|$)|うしろ|あとに(?=ずら|移|動|変|し|$)|遅らせ|おくらせ|遅く|延期|先延ばし|先送り|(?=ずら[しす]|延ば[しす]|のば[しす])|"
    r"繰り下げ|くりさげ|前倒し|前に(?=ずら|移|動|変|し|$)|まえに|早め|早く|繰り上げ|くりあげ)"
)


def _shift(match: re.Match[str]) -> Shift:
    return Shift(-1 if match["way"].startswith(_EARLIER) else 1, _length(match))


def _shift_days(match: re.Match[str]) -> Shift:
    return Shift(-1 if match["way"].startswith(_EARLIER) else 1, _days_long(match))


SHIFTS: tuple[Rule, ...] = (
    Rule("how far to move", FRESH + _HOURS + _MOVED, _shift),
    Rule("how far to move", FRESH + _MINUTES + _MOVED, _shift),
    Rule("how far to move", rf"(?P<half>半)時間{_MOVED}", _shift),
    Rule("how far to move", rf"{FRESH}(?P<n>{N2})(?P<unit>日|週間?|{MONTHS}|年)間?{_MOVED}", _shift_days),
)

# --- repetitions ---

_EVERY: dict[str, Atom] = {
    **dict.fromkeys(("毎日", "毎日の", "各日", "各日とも"), Every(Unit.DAY)),
    "まいにち": Every(Unit.DAY),
    "毎週": Every(Unit.WEEK),
    "まいしゅう": Every(Unit.WEEK),
    "毎月": Every(Unit.MONTH),
    "毎年": Every(Unit.YEAR),
    "毎四半期": Every(Unit.QUARTER),
    "四半期ごと": Every(Unit.QUARTER),
    "半年ごと": Every(Unit.HALF),
    "毎朝": Several((Every(Unit.DAY), MORNING)),
    "毎晩": Several((Every(Unit.DAY), NIGHT)),
    "毎夜": Several((Every(Unit.DAY), NIGHT)),
    "毎夕": Several((Every(Unit.DAY), EVENING)),
    "平日の毎朝": Several((Every(Unit.WEEK, workdays=True), MORNING)),
    "平日は毎朝": Several((Every(Unit.WEEK, workdays=True), MORNING)),
    "平日毎朝": Several((Every(Unit.WEEK, workdays=True), MORNING)),
    "隔週": Every(Unit.WEEK, 2),
    "隔月": Every(Unit.MONTH, 2),
    "隔日": Every(Unit.DAY, 2),
    "隔年": Every(Unit.YEAR, 2),
    "毎週末": Several((Every(Unit.WEEK), Weekdays((5, 6)))),
    "毎月末": Several((Every(Unit.MONTH), Day(portion=Portion.LAST_DAY))),
    "毎月月末": Several((Every(Unit.MONTH), Day(portion=Portion.LAST_DAY))),
    "毎月末日": Several((Every(Unit.MONTH), Day(portion=Portion.LAST_DAY))),
    "毎月月末日": Several((Every(Unit.MONTH), Day(portion=Portion.LAST_DAY))),
    "毎月初": Several((Every(Unit.MONTH), Day(day=1))),
    "毎月最終営業日": Several((Every(Unit.MONTH), Day(nth=-1, weekday=ANY_WORKDAY))),
}
_EVERY |= dict.fromkeys(
    (
        "平日毎日",
        "毎日平日",
        "毎平日",
        "平日",
        "平日は毎日",
        "毎営業日",
        "毎週平日",
        "月〜金の毎日",
        "月~金の毎日",
        "月-金毎日",
        "営業日毎日",
        "平日の毎日",
    ),
    Every(Unit.WEEK, workdays=True),
)
_LISTED = rf"{WD}(?:曜日?)?(?:[・、,とや/&]?\s?{WD}(?:曜日?)?){{0,6}}"


def _weekday_list(match: re.Match[str]) -> Weekdays:
    found = re.findall(rf"({WD})(?:曜日?)?", match["list"])
    return Weekdays(tuple(weekday(day) for day in found))


def _every_from_to(match: re.Match[str]) -> Several:
    """毎週月〜金."""
    first, last = weekday(match["first"]), weekday(match["last"])
    days = tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
    return Several((Every(Unit.WEEK, 2 if match["every"] == "隔週" else 1), Weekdays(days)))


def _of_month(match: re.Match[str]) -> Several:
    """毎月第1・第3木曜."""
    numbers = tuple(number(nth) for nth in re.findall(r"[1-5一二三四五]", match["nths"]))
    days = tuple(weekday(day) for day in re.findall(rf"({WD})(?:曜日?)?", match["list"]))
    return Several((Every(Unit.MONTH), Weekdays(days, nths=numbers)))


def _dates(match: re.Match[str]) -> Several:
    """毎月1日と15日."""
    days = tuple(number(day) for day in re.findall(rf"{N2}(?=日)", match["days"]))
    return Several((Every(Unit.MONTH), *(() if not days else (Dates(days),))))


def _every_n(match: re.Match[str]) -> Every:
    count = number(match["n"]) + (1 if match["way"].startswith(("おき", "置き")) else 0)
    return Every(_unit(match["unit"]), count)


def _once_in(match: re.Match[str]) -> Every:
    return Every(_unit(match["unit"]), number(match["n"]) if match["n"] else 1)


def _unit(written: str) -> Unit:
    if written.startswith("週"):
        return Unit.WEEK
    if "月" in written:
        return Unit.MONTH
    return Unit.YEAR if written.startswith("年") else Unit.DAY


REPETITIONS: tuple[Rule, ...] = (
    Rule(
        "a repetition on weekdays",
        rf"(?P<every>毎週|隔週|各週)の?\s?(?P<first>{WD})(?:曜日?)?(?:[〜~ー–-]|から)(?P<last>{WD})(?:曜日?|{ALONE})(?:の?毎日)?",
        _every_from_to,
    ),
    Rule(
        "a repetition on weekdays",
        rf"(?P<every>毎週|隔週|各週)の?\s?(?P<list>{_LISTED})(?:曜日?|{ALONE})(?![〜~-])",
        lambda m: Several((Every(Unit.WEEK, 2 if m["every"] == "隔週" else 1), _weekday_list(m))),
    ),
    Rule(
        "a repetition on weekdays",
        rf"(?P<list>{WD}曜日?|祝日)(?:ごと|毎)に?",
        lambda m: Several((Every(Unit.WEEK), _weekday_list(m))),
    ),
    Rule(
        "weekdays of every month",
        rf"毎月の?\s?(?P<nths>第?\s?[1-5一二三四五](?:[・、,と&]\s?第?\s?[1-5一二三四五]){{0,3}})の?\s?(?P<list>{_LISTED})(?:曜日?|(?<![1-5一二三四五]日){ALONE})",
        _of_month,
    ),
    Rule(  # 第2・第4火曜: of each month, as two of them are
        "weekdays of every month",
        rf"(?<!月の)(?<!月)(?P<nths>第\s?[1-5一二三四五](?:[・、,と&]\s?第?\s?[1-5一二三四五]){{1,3}})の?\s?(?P<list>{_LISTED})(?:曜日?)",
        _of_month,
    ),
    Rule("dates of every month", rf"毎月の?\s?(?P<days>{N2}日(?:[・、,と]\s?{N2}日){{1,3}})", _dates),
    Rule(
        "a repetition",
        rf"{FRESH}(?P<n>{N2})(?P<unit>日|週間?|{MONTHS}|年)(?:間)?(?P<way>ごと|毎|おき|置き)(?:に|の)?",
        _every_n,
    ),
    Rule(
        "a repetition",
        rf"{FRESH}(?P<n>{N2})?(?P<unit>日|週間?|{MONTHS}|月|年)(?:間)?に(?:一|1)(?:回|度)(?:の|で)?",
        _once_in,
    ),
    Rule("a repetition", r"(?P<n>)(?P<unit>週|月|年)(?:一|1)回?(?:で|の)(?=[^ぁ-ん])", _once_in),
    words("a repetition", _EVERY),
    Rule(
        "how many times",
        rf"{FRESH}(?:全|計)?(?P<n>{N2})回(?:分)?(?!目|忌|路|答|転|線|生|収|戦|の)",
        lambda m: Times(number(m["n"])),
    ),
)
