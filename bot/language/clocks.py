"""Which minute of the day a clock time means, alone and as the end of a range. Minutes over 1440 are the next day."""

from typing import NamedTuple

from bot.language.atoms import Clock, Part

_HALF_DAY = 12 * 60
_DAY = 24 * 60


class Placed(NamedTuple):
    """`minute` counts from midnight; `other` is the reading not taken, `assumed` when a convention chose."""

    minute: int
    other: int | None = None
    sure: bool = True


def place(clock: Clock, part: Part | None, *, tame: bool) -> Placed:
    """Where in the day `clock` stands. `tame`: a bare 1-6 o'clock is the afternoon."""
    hour = clock.hour
    rest = clock.minute - clock.before
    if clock.sure or hour > 12:
        return Placed(hour * 60 + rest)
    if part is not None:
        return Placed(part.place(hour) * 60 + rest)
    if tame and 1 <= hour <= 6:
        return Placed(hour * 60 + _HALF_DAY + rest, hour * 60 + rest, False)
    return Placed(hour * 60 + rest, None, False)


def place_end(start: int, clock: Clock, part: Part | None) -> int:
    """The first moment after `start` that `clock` can mean."""
    placed = place(clock, part, tame=False)
    end = placed.minute
    step = _DAY if placed.sure else _HALF_DAY
    while end <= start and end < 3 * _DAY:
        end += step
    return end


def place_start(clock: Clock, end: Clock, end_part: Part | None) -> Placed | None:
    """A bare start whose half of the day only its end tells: "2-4pm". None when the end does not tell."""
    if clock.sure or clock.hour > 12:
        return None
    placed_end = place(end, end_part, tame=False)
    if not placed_end.sure:
        return None
    morning = clock.hour % 12 * 60 + clock.minute if end_part or end.sure else clock.hour * 60 + clock.minute
    last = placed_end.minute
    afternoon = morning + _HALF_DAY
    if afternoon < last:
        return Placed(afternoon)
    return Placed(morning if morning < last or clock.hour != 12 else afternoon)
