"""Named days and days off: public holidays of Japan, and the feasts people name in any language. Pure."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from bot.language import lunar
from bot.language.japan import holiday, holidays_in

ANY_HOLIDAY = "a public holiday"
AFTER_DAYS_OFF = "the first day of work after a long weekend"

_FAR = 800  # days


def is_workday(day: date) -> bool:
    """Monday to Friday and no public holiday of Japan."""
    return day.weekday() < 5 and not holiday(day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    def day_in(year: int) -> date:
        if nth < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return day_in


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


_FEASTS: dict[str, Callable[[int], date]] = {
    "new year": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "groundhog day": _fixed(2, 2),
    "valentine": _fixed(2, 14),
    "white day": _fixed(3, 14),
    "st patrick": _fixed(3, 17),
    "april fools": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "labour day may": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4),
    "tanabata": _fixed(7, 7),
    "halloween": _fixed(10, 31),
    "guy fawkes": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "martin luther king": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "mothers day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "fathers day": _nth(6, 6, 3),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "good friday": _after_easter(-2),
    "easter": _after_easter(0),
    "easter monday": _after_easter(1),
    "pentecost": _after_easter(49),
    "march first kr": _fixed(3, 1),
    "arbor day kr": _fixed(4, 5),
    "childrens day kr": _fixed(5, 5),
    "parents day kr": _fixed(5, 8),
    "teachers day kr": _fixed(5, 15),
    "memorial day kr": _fixed(6, 6),
    "constitution day kr": _fixed(7, 17),
    "liberation day kr": _fixed(8, 15),
    "foundation day kr": _fixed(10, 3),
    "hangul day kr": _fixed(10, 9),
    "pepero day": _fixed(11, 11),
    "national day cn": _fixed(10, 1),
}


@lru_cache(maxsize=512)
def occurrence(feast: str, year: int) -> date | None:
    """The day of `feast` in `year`; a name the table lacks is looked for among Japan's public holidays."""
    named = _FEASTS.get(feast)
    if named is not None:
        return named(year)
    if feast in lunar.FEASTS:
        return lunar.day_of(feast, year)
    return next((day for day, name in holidays_in(year).items() if feast == name), None)


def next_holiday(start: date, name: str = "", *, back: bool = False) -> date | None:
    """The first public holiday of Japan on or after `start` (`back`: before it) whose name holds `name`."""
    for ahead in range(_FAR):
        day = start + timedelta(days=-1 - ahead if back else ahead)
        found = holiday(day)
        if found and name in found:
            return day
    return None


def next_return(start: date) -> date | None:
    """The first day of work after `start` that at least three days off in a row lead up to."""
    off = 0
    for ahead in range(-_LONGEST_OFF, _FAR):
        day = start + timedelta(days=ahead)
        if not is_workday(day):
            off += 1
        elif off >= _LONG and day > start:
            return day
        else:
            off = 0
    return None


_LONG, _LONGEST_OFF = 3, 10  # days


def warm(year: int) -> None:
    """Fill the holidays of `year` and its neighbours."""
    for near in (year - 1, year, year + 1):
        holidays_in(near)
