"""How Chinese writes numbers and the units of time, in simplified and traditional characters."""

import re

from bot.language.atoms import Unit
from bot.language.numerals import HAN_DIGITS, number

DIGIT = f"[{HAN_DIGITS}]"
HAN = f"[{HAN_DIGITS}十百千廿卅]"
# a numeral begins here, and is no ordinal; the character of a weekday before it (周三三点) is not part of it
FRESH = rf"(?<![\d.第])(?:(?=\d)|(?<![{HAN_DIGITS}十百千廿卅])|(?<=[周週期拜].))"
N = rf"(?:\d{{1,4}}|{HAN}{{1,7}})"
N2 = rf"(?:\d{{1,2}}|{HAN}{{1,3}})"
# how much: a numeral, a decimal, or a half
AMOUNT = rf"(?:\d{{1,3}}\.\d{{1,2}}|{DIGIT}点{DIGIT}|{N}|半)"
GE = "(?:个|個|箇)?"

_SEVERAL = re.compile(rf"{DIGIT}{{2}}")  # 两三: two or three, never twenty-three
_UNITS = {
    "天": Unit.DAY,
    "日": Unit.DAY,
    "工作日": Unit.CHINESE_WORKDAY,
    "营业日": Unit.CHINESE_WORKDAY,
    "營業日": Unit.CHINESE_WORKDAY,
    "上班日": Unit.CHINESE_WORKDAY,
    "交易日": Unit.CHINESE_WORKDAY,
    "周": Unit.WEEK,
    "週": Unit.WEEK,
    "星期": Unit.WEEK,
    "礼拜": Unit.WEEK,
    "禮拜": Unit.WEEK,
    "周末": Unit.WEEKEND,
    "週末": Unit.WEEKEND,
    "月": Unit.MONTH,
    "季度": Unit.QUARTER,
    "季": Unit.QUARTER,
    "年": Unit.YEAR,
    "年代": Unit.DECADE,
    "世纪": Unit.CENTURY,
    "世紀": Unit.CENTURY,
}
WEEK = "(?:周|週|星期|礼拜|禮拜)"
# after a count; 月 is a length only with its measure word (三个月), without it is a name (三月)
COUNTED = rf"(?:{GE}(?:工作日|营业日|營業日|上班日|交易日|周末|週末|星期|礼拜|禮拜|季度|世纪|世紀)|周|週|[个個箇]月|天|(?<!\d\d)日|(?<!\d{{4}})(?<!{DIGIT}{{4}})年)"


def is_vague(written: str) -> bool:
    """Whether two digits side by side mean "two or three"."""
    return _SEVERAL.fullmatch(written) is not None


def unit(written: str) -> Unit:
    """The unit, with or without its measure word."""
    return _UNITS[written.lstrip("个個箇")]


def amount(written: str) -> float:
    """The value of an `AMOUNT`."""
    if written == "半":
        return 0.5
    if "." in written:
        return float(written)
    if "点" in written:
        whole, part = written.split("点")
        return number(whole) + number(part) / 10
    return number(written)


def numeral(match: re.Match[str], name: str) -> int | None:
    """The value of the group `name`, None where it did not take part."""
    written = match[name]
    return None if written is None else number(written)
