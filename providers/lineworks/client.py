"""LINE WORKS as its pages describe it: every call that a scheduling service can use, in their nouns.

All methods raise ProviderError; ids go in as they are and are percent-encoded here. With a service account's token
`user_id` is an id or a login e-mail, never "me".
"""

from typing import Self

from providers.lineworks.calls.bots import BotCalls
from providers.lineworks.calls.calendars import CalendarCalls
from providers.lineworks.calls.events import EventCalls
from providers.lineworks.calls.members import MemberCalls
from providers.lineworks.calls.menus import MenuCalls
from providers.lineworks.calls.talks import TalkCalls


class LineWorks(BotCalls, TalkCalls, MenuCalls, MemberCalls, CalendarCalls, EventCalls):
    """One bot of one tenant, and all that can be asked of it; the transport it is given is closed by `close`."""

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """See `close`."""
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()
