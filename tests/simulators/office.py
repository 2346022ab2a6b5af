"""A Back Office for the simulator's tests, and events that it takes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from providers.backoffice.simulator.app import BackOfficeSimulator, Staff
from tests.simulators.company import Caller, Clock

TARO, HANAKO = "taro@example.com", "hanako@example.com"
STAFF = (Staff(TARO, "田中 太郎"), Staff(HANAKO, "佐藤 花子"), Staff("user@example.com", "User"))
EVENTS = "/api/v2/calendars/events"


@asynccontextmanager
async def open_office(clock: Clock) -> AsyncIterator[Caller]:
    """A caller with a token that lasts."""
    async with BackOfficeSimulator(STAFF, clock=clock) as sim, aiohttp.ClientSession() as session:
        yield Caller(session, sim.base_url, sim.issue_token({}))


def event(**members: object) -> dict[str, object]:
    """An event that is accepted; `members` overrides or, with `...`, leaves out."""
    good: dict[str, object] = {
        "caption": "会議",
        "description": "資料",
        "startDate": "2025-04-02T15:00:00+09:00",
        "endDate": "2025-04-02T07:00:00+00:00",
        "notifications": ["PT2H"],
        "recipients": [TARO],
        **members,
    }
    return {name: value for name, value in good.items() if value is not ...}
