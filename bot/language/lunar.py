"""Feasts of the East Asian calendars of the moon, as China, Macau and Korea keep them. Pure; a test holds the tables against `holidays`."""

from datetime import date, timedelta

_FIRST = 2017  # month and day of each feast, one for each year from here on
_TABLES = {
    "spring festival": (
        "0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 "
        "0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123 0211 0201 0219 0208 0128 0215 0204 0124 0212 0202"
    ),
    "qingming": (
        "0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 "
        "0405 0404 0404 0404 0405 0404 0404 0404 0405 0404 0404 0404 0405 0404 0404 0404 0405 0404 0404 0404 0405 0404"
    ),
    "dragon boat": (
        "0530 0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610 0530 0618 0607 "
        "0527 0614 0603 0622 0611 0531 0619 0608 0529 0615 0604 0623 0613 0601 0620 0610 0530 0617 0606 0625 0614 0603"
    ),
    "mid autumn": (
        "1004 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 "
        "1002 0920 0910 0928 0917 1005 0925 0915 1004 0922 0911 0930 0919 0907 0926 0916 1005 0924 0913 1002 0921 0909"
    ),
    "double ninth": (
        "1028 1017 1007 1025 1014 1004 1023 1011 1029 1018 1008 1026 1016 1005 1024 1012 1001 1020 1009 1027 1017 1007 "
        "1026 1014 1003 1022 1011 1029 1018 1008 1027 1016 1005 1024 1013 1030 1020 1009 1028 1017 1007 1025 1014 1002"
    ),
    "seollal": (
        "0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0127 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 "
        "0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123 0211 0201 0219 0208 0128 0215 0204 0124 0212 0202"
    ),
    "buddha kr": (
        "0503 0522 0512 0430 0519 0508 0527 0515 0505 0524 0513 0502 0520 0509 0528 0516 0506 0525 0515 0503 0522 0511 "
        "0430 0518 0507 0526 0516 0505 0524 0513 0502 0520 0509 0528 0517 0506 0525 0515 0504 0522 0511 0430 0519 0507"
    ),
    "chuseok": (
        "1004 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 "
        "1002 0921 0910 0928 0917 1005 0925 0915 1004 0922 0911 0930 0919 0907 0926 0916 1005 0924 0913 1002 0921 0909"
    ),
}
_MONTH_DAYS = {feast: tuple(table.split()) for feast, table in _TABLES.items()}
# so many days after another feast
_AFTER = {
    "spring festival eve": ("spring festival", -1),
    "lantern festival": ("spring festival", 14),
    "daeboreum": ("seollal", 14),
}
FEASTS = frozenset({*_TABLES, *_AFTER, "winter solstice"})


def day_of(feast: str, year: int) -> date | None:
    """The day of `feast`, one of FEASTS, in `year`; None when we do not know."""
    if feast == "winter solstice":
        return _winter_solstice(year)
    known, later = _AFTER.get(feast, (feast, 0))
    table = _MONTH_DAYS[known]
    if not 0 <= year - _FIRST < len(table):
        return None
    written = table[year - _FIRST]
    return date(year, int(written[:2]), int(written[2:])) + timedelta(days=later)


def _winter_solstice(year: int) -> date | None:
    if not 2000 <= year < 2100:
        return None
    # the mean of the century in China's time zone: right for every year of it
    short = year % 100
    return date(year, 12, int(short * 0.2422 + 21.94) - short // 4)
