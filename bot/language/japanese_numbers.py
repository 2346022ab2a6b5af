"""Numerals and small words that the other Japanese files build their patterns from."""

import re
from collections.abc import Iterable

from bot.language.numerals import HAN_DIGITS, number

_HAN = f"[{HAN_DIGITS}十百千廿卅拾]"
FRESH = rf"(?<![\d{HAN_DIGITS}十百千廿卅拾.])"  # a numeral begins here
N = rf"(?:\d{{1,4}}|{_HAN}{{1,7}})"
N2 = rf"(?:\d{{1,2}}|{_HAN}{{1,4}})"
N4 = rf"(?:\d{{4}}|[{HAN_DIGITS}]{{4}}|[{HAN_DIGITS}千百十]{{5,8}})"
MONTHS = r"(?:[ヶケかカヵヶ箇個]月)"  # counted, not named
RANGE = r"\s?(?:[-〜~–—―−ー]|から|より)\s?"

WEEKDAYS = "月火水木金土日"
WD = f"[{WEEKDAYS}]"
# a weekday's single character stands alone only before what cannot continue a word
ALONE = r"(?=$|[\s\d,、。の@「『(（・/〜~-]|[にはもで](?![一-龥])|から|まで|って|とか|午[前後]|朝|昼|夕|夜|終日|以降)"

# days counted in kana: みっか後
_KANA_DAYS = ("ついたち", "ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか")
KANA_DAYS = {word: count + 1 for count, word in enumerate(_KANA_DAYS)} | {"はつか": 20}
_NATIVE = {"ひと": 1, "ふた": 2, "み": 3, "丸": 1, "まる": 1}


def said_number(match: re.Match[str], name: str) -> int | None:
    """The value of the numeral in group `name`; None when it was not said."""
    written = match[name]
    return None if written is None else number(written)


def counted(written: str) -> int:
    """The value of figures, Han numerals, or one of the few native counts (ひと月, みっか)."""
    native = _NATIVE.get(written) or KANA_DAYS.get(written)
    return number(written) if native is None else native


def decimal(written: str) -> float:
    """The value of a numeral that may have a decimal point."""
    return float(written) if "." in written else float(number(written))


def weekday(written: str) -> int:
    """As `date.weekday()` counts, from 月, 月曜 or 月曜日."""
    return WEEKDAYS.index(written[0])


def longest_first(words: Iterable[str]) -> str:
    """An alternation of `words` in which no word hides a longer one."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def in_katakana(written: str) -> str:
    """`written` as a half-width keyboard or a slip of the IME gives it, when it is all hiragana: あした, アシタ."""
    return (
        written.translate(_KATAKANA) if len(written) > 2 and all("ぁ" <= kana <= "ゖ" for kana in written) else written
    )
