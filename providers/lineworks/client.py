"""LINE WORKS as its pages describe it: every call that a scheduling service can use, in their nouns.

All methods raise ProviderError; ids go in as they are and are percent-encoded here. With a service account's token
`user_id` is an id or a login e-mail, never "me".
"""

from collections.abc import Mapping
from typing import Self

from providers.lineworks.calls.bots import BotCalls
from providers.lineworks.calls.calendars import CalendarCalls
from providers.lineworks.calls.events import EventCalls
from providers.lineworks.calls.files import FileCalls
from providers.lineworks.calls.members import MemberCalls
from providers.lineworks.calls.menus import MenuCalls
from providers.lineworks.calls.talks import TalkCalls

_FEWER_PER_MINUTE: Mapping[str, int] = {"create_channel": 10}  # whatever the plan


class LineWorks(BotCalls, TalkCalls, FileCalls, MenuCalls, MemberCalls, CalendarCalls, EventCalls):
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


def allowed_per_minute(call: str, plan: int) -> int:
    """How often LINE WORKS takes `call` in a minute, where `plan` is what it takes of most calls.

    Source: https://developers.worksmobile.com/en/docs/rate-limits
    """
    return min(plan, _FEWER_PER_MINUTE.get(call, plan))
