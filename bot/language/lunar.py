"""Feasts of the Chinese calendar, as China and Macau keep them. Pure; the tables are those of the library `holidays`."""

from datetime import date, timedelta

import holidays

# country, its language, the name there, and how many days after that day
_NAMED: dict[str, tuple[str, str, str, int]] = {
    "spring festival": ("CN", "zh_CN", "春节", 0),
    "spring festival eve": ("CN", "zh_CN", "春节", -1),
    "lantern festival": ("CN", "zh_CN", "春节", 14),
    "qingming": ("CN", "zh_CN", "清明节", 0),
    "dragon boat": ("CN", "zh_CN", "端午节", 0),
    "mid autumn": ("CN", "zh_CN", "中秋节", 0),
    "double ninth": ("MO", "zh_MO", "重陽節", 0),
}
FEASTS = frozenset({*_NAMED, "winter solstice"})


def day_of(feast: str, year: int) -> date | None:
    """The day of `feast`, one of FEASTS, in `year`."""
    if feast == "winter solstice":
        return _winter_solstice(year)
    country, language, wanted, later = _NAMED[feast]
    for day, name in sorted(holidays.country_holidays(country, years=year, language=language).items()):
        if wanted in name.split("; "):
            return day + timedelta(days=later)
    return None


def _winter_solstice(year: int) -> date | None:
    if not 2000 <= year < 2100:
        return None
    # the mean of the century in China's time zone: right for every year of it
    short = year % 100
    return date(year, 12, int(short * 0.2422 + 21.94) - short // 4)
