"""How often an operation may be called in a minute, and what the caller is told about it. No I/O."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from providers.simulation.wire import Clock

WINDOW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """Where an operation stands after a call; `reset` is in whole seconds from now, as LINE WORKS counts it."""

    limit: int
    used: int
    reset: int

    @property
    def exceeded(self) -> bool:
        """Whether this call was one too many."""
        return self.used > self.limit

    @property
    def remaining(self) -> int:
        """Calls left until the window renews."""
        return max(0, self.limit - self.used)


class Limits:
    """A budget per operation and minute, off until switched on. A window opens with an operation's first call."""

    def __init__(self, clock: Clock) -> None:
        """Nothing is limited yet."""
        self._clock = clock
        self._windows: dict[str, tuple[datetime, int]] = {}
        self.per_minute: int | None = None

    def switch(self, per_minute: int | None) -> None:
        """Begin anew with this budget; None switches limits off."""
        self.per_minute = per_minute
        self._windows.clear()

    def spend(self, operation: str, ceiling: int | None = None) -> Quota | None:
        """Count one call of `operation`, of which `ceiling` allows fewer than of others; None while limits are off."""
        if self.per_minute is None:
            return None
        now = self._clock()
        opened, used = self._windows.get(operation, (now, 0))
        if now >= opened + WINDOW:
            opened, used = now, 0
        self._windows[operation] = (opened, used + 1)
        limit = self.per_minute if ceiling is None else min(self.per_minute, ceiling)
        return Quota(limit, used + 1, math.ceil((opened + WINDOW - now).total_seconds()))
