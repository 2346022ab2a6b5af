"""An event is taken away once, however often that is tried."""

from handlers.context import Journal
from providers.contract import AppointmentRef, Calendar
from providers.errors import NotFound


async def take_away(calendar: Calendar, ref: AppointmentRef, journal: Journal, step: str) -> bool:
    """Whether it was us: False when somebody else had taken it away before. Raises ProviderError."""

    async def cancel(again: bool) -> bool:
        try:
            await calendar.cancel(ref)
        except NotFound:
            return again  # gone on a repeat: it was us
        return True

    gone: bool = await journal.once(step, bool, cancel)
    return gone
