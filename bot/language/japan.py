"""Public holidays of Japan, worked out from the law. Pure; a test holds it against the library `holidays`.

The rules are those of the Act on National Holidays (国民の祝日に関する法律) and, for 2019 to 2021, of the acts on the imperial
succession and the Olympic Games.
"""

from datetime import date, timedelta
from functools import lru_cache

_ONE = timedelta(days=1)
_KNOWN = range(2007, 2100)  # since the act's last change of principle, and as long as its astronomy holds
_SUBSTITUTE = "振替休日"
_BETWEEN = "国民の休日"
_FIXED = {
    (1, 1): "元日",
    (2, 11): "建国記念の日",
    (4, 29): "昭和の日",
    (5, 3): "憲法記念日",
    (5, 4): "みどりの日",
    (5, 5): "こどもの日",
    (11, 3): "文化の日",
    (11, 23): "勤労感謝の日",
}
_SUCCESSION = {(5, 1): "天皇の即位の日", (10, 22): "即位礼正殿の儀が行われる日"}
_OLYMPIC = {
    2020: {(7, 23): "海の日", (7, 24): "スポーツの日", (8, 10): "山の日"},
    2021: {(7, 22): "海の日", (7, 23): "スポーツの日", (8, 8): "山の日"},
}


def holiday(day: date) -> str:
    """The name of the holiday on `day`; "" when it is none, or in a year that we do not know."""
    return holidays_in(day.year).get(day, "")


@lru_cache(maxsize=64)
def holidays_in(year: int) -> dict[date, str]:
    """The holidays of `year` by date, in order."""
    if year not in _KNOWN:
        return {}
    found = {date(year, *day): name for day, name in _named(year).items()}
    for day in sorted(found):
        if day.weekday() == 6:
            while day in found:
                day += _ONE  # noqa: PLW2901 - the substitute is the first day after that is none itself
            found[day] = _SUBSTITUTE
    for day in sorted(found):
        between = day + _ONE
        if between not in found and between + _ONE in found and between.weekday() != 6:
            found[between] = _BETWEEN
    return dict(sorted(found.items()))


def _named(year: int) -> dict[tuple[int, int], str]:
    """Those that the law names, by month and day."""
    named = dict(_FIXED)
    named[1, _monday(year, 1, 2)] = "成人の日"
    named[3, _equinox(year, 20.8431)] = "春分の日"
    named[9, _monday(year, 9, 3)] = "敬老の日"
    named[9, _equinox(year, 23.2488)] = "秋分の日"
    if year < 2019:
        named[12, 23] = "天皇誕生日"
    elif year > 2019:
        named[2, 23] = "天皇誕生日"
    else:
        named |= _SUCCESSION
    if year in _OLYMPIC:
        return named | _OLYMPIC[year]
    named[7, _monday(year, 7, 3)] = "海の日"
    named[10, _monday(year, 10, 2)] = "体育の日" if year < 2020 else "スポーツの日"
    if year >= 2016:
        named[8, 11] = "山の日"
    return named


def _monday(year: int, month: int, nth: int) -> int:
    return 7 * nth - date(year, month, 7).weekday()


def _equinox(year: int, in_1980: float) -> int:
    since = year - 1980
    return int(in_1980 + 0.242194 * since) - since // 4
