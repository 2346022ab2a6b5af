"""When to try again, and when to stop trying. Pure."""

import random
from datetime import datetime, timedelta

from providers.errors import Throttled
from providers.keeping import Turn

CHAT = timedelta(seconds=30)  # one failing provider must not silence a conversation
NOTICES = timedelta(hours=24)
FAULTS = 3  # runs of a piece of work that fails by our own fault

_FIRST, _LONGEST = 1.0, 300.0  # seconds


def next_try(turn: Turn, error: Exception, now: datetime, patience: timedelta) -> datetime | None:
    """When to run `turn` again; None when that would be past `patience`.

    Doubling with jitter, so that those who failed together do not come back together; a provider's own wish is obeyed.
    """
    wait = min(_FIRST * 2 ** (turn.attempt - 1), _LONGEST) * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
    if isinstance(error, Throttled):
        wait = max(wait, error.retry_after)
    at = now + timedelta(seconds=wait)
    return at if at <= turn.accepted + patience else None
