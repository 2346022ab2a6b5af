"""What a company has beside LINE WORKS: Jicoo, played by its simulator, and an office whose calendar a test fills itself."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from bot.company import BOOKING_PAGES, JICOO_USER_IDS, JICOO_USERS
from providers.jicoo.simulator.account import Account
from providers.jicoo.simulator.app import JicooSimulator
from providers.simulation.server import Simulator
from providers.simulation.wire import Nonsense, to_json
from tests.playground.stage import TARO, TOKYO
from tests.simulators.company import Caller
from tests.simulators.receiver import Receiver


class Office(Simulator):
    """Holds events as the Back Office's page writes them; it has no API."""

    def __init__(self) -> None:
        """Its calendar is empty."""
        super().__init__()
        self.events: list[dict[str, object]] = []

    def routes(self) -> list[web.RouteDef]:
        """One call, so that there is something to fail."""

        async def show(_request: web.Request) -> web.Response:
            return web.json_response([])

        return [web.get("/api/v2/calendars/events", show)]

    def holdings(self) -> Mapping[str, bytes]:
        """`events`."""
        return {"events": to_json(self.events)}

    def issue_token(self, _wish: Mapping[str, object]) -> str:
        """Nobody needs one."""
        raise Nonsense("there are no tokens")

    def refusal(self, _status: int) -> Mapping[str, object] | None:
        """Nothing is said."""
        return None

    def put(self, caption: str, start: datetime, *recipients: str, **members: object) -> None:
        """Somebody at the office makes an event of an hour."""
        times = {
            "startDate": f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%S+00:00}",
            "endDate": f"{start.astimezone(UTC) + timedelta(hours=1):%Y-%m-%dT%H:%M:%S+00:00}",
        }
        blank = {"id": len(self.events) + 1, "description": "", "notifications": []}
        self.events.append({**blank, "caption": caption, **times, "recipients": list(recipients), **members})
        self.changed()


@dataclass
class Outside:
    """Both systems; `webhooks` is where Jicoo's news goes, `sweeps` counts how often the page asked for one."""

    jicoo: Caller
    office: Office
    webhooks: Receiver
    sweeps: list[None] = field(default_factory=list)

    @property
    def line(self) -> dict[str, str]:
        """What these add to the demo's line."""
        return {"jicoo": self.jicoo.base_url, "backoffice": self.office.base_url}

    async def sweep(self) -> dict[str, int]:
        """Stands in for the bot's."""
        self.sweeps.append(None)
        return {"found": 2, "followed": 3}

    async def guest(self, act: str, **told: object) -> dict[str, Any]:
        """A guest books, moves or cancels; the booking."""
        answered = await self.jicoo.control("POST", act, **told)
        assert answered.status in (200, 201), answered.raw
        return answered.body

    async def schedule(self, name: str, start: datetime, hours: int = 1, **members: object) -> None:
        """田中 太郎 puts something on his Jicoo calendar."""
        told = {
            "name": name,
            "startedAt": f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "endedAt": f"{start.astimezone(UTC) + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}",
            "timeZone": "Asia/Tokyo",
            "attendees": [{"userId": JICOO_USER_IDS[TARO.user_id], "role": "admin", "userType": "host"}],
            **members,
        }
        key = {"X-Jicoo-Api-Key": self.jicoo.token}
        answered = await self.jicoo.call("POST", "/v1/schedules", json=told, headers=key)
        assert answered.status == 201, answered.raw


@asynccontextmanager
async def open_outside() -> AsyncIterator[Outside]:
    """Nobody has booked, and all calendars are empty."""
    async with (
        JicooSimulator(Account(JICOO_USERS, "sk_live_test", "whsec_test", BOOKING_PAGES)) as jicoo,
        Office() as office,
        Receiver() as webhooks,
        aiohttp.ClientSession() as session,
    ):
        outside = Outside(Caller(session, jicoo.base_url, "sk_live_test"), office, webhooks)
        await outside.jicoo.control("POST", "webhook", url=webhooks.url)
        yield outside


def tokyo(day: date, hour: int) -> datetime:
    """An hour in Tokyo."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=TOKYO)
