"""What a calendar or a room is called, when that can be had."""

from providers.contract import Calendar, Chat, Lack
from providers.errors import ProviderError


async def calendar_name(calendar: Calendar, owner: str, calendar_id: str | None) -> str:
    """The name, or "" when the system would not tell: a reply must not fail over it.

    Where everybody has just one calendar, it is the system's name that tells it apart.
    """
    if Lack.CALENDARS in calendar.limits.lacks:
        return calendar.provider
    try:
        return await calendar.name(owner, calendar_id)
    except ProviderError:
        return ""


async def room_name(chat: Chat, room: str) -> str:
    """The name, or "" when it has none or the system would not tell."""
    try:
        return await chat.room_name(room)
    except ProviderError:
        return ""
