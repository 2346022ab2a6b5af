"""What a calendar is called, when that can be had."""

from providers.contract import Calendar
from providers.errors import ProviderError


async def calendar_name(calendar: Calendar, owner: str, calendar_id: str | None) -> str:
    """The name, or "" when the system would not tell: a reply must not fail over it."""
    try:
        return await calendar.name(owner, calendar_id)
    except ProviderError:
        return ""
