"""The demo without a bot: the simulators with their company, the page, and somebody who answers in the bot's place."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from bot.company import (
    BOOKING_PAGES,
    BOT_NAME,
    BOT_NAMES,
    CALENDARS,
    CAST,
    CHANNELS,
    JICOO_USER_IDS,
    PEOPLE,
)
from bot.playground.page import open_playground
from providers.lineworks.simulator.app import LineWorksSimulator
from tests.simulators.company import BOT_ID, Caller, event, events_of, tenant

TARO, HANAKO, KOREAN, AMERICAN = PEOPLE[0], PEOPLE[1], PEOPLE[4], PEOPLE[5]
SALES, GLOBAL = CHANNELS
TOKYO = ZoneInfo("Asia/Tokyo")


@dataclass
class Stage:
    """What a test can do besides pressing and typing. `heard` holds all callbacks that the stand-in got."""

    address: str
    sim: LineWorksSimulator
    caller: Caller
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def send(
        self, content: Mapping[str, object], *, user: str = TARO.user_id, channel: str | None = None
    ) -> None:
        """The bot says something."""
        to = f"channels/{channel}" if channel else f"users/{user}"
        answered = await self.caller.call("POST", f"/v1.0/bots/{BOT_ID}/{to}/messages", json={"content": content})
        assert answered.status == 201, answered.raw

    async def put(self, *components: Mapping[str, object], user: str = TARO.user_id) -> str:
        """The bot makes an event of these components; its id comes back."""
        told = {"eventComponents": list(components), "sendNotification": False}
        answered = await self.caller.call("POST", events_of(user), json=told)
        assert answered.status == 201, answered.raw
        return str(answered.body["eventComponents"][0]["eventId"])

    async def change(self, event_id: str, *components: Mapping[str, object], user: str = TARO.user_id) -> None:
        """The bot replaces an event."""
        told = {"eventComponents": [{**one, "eventId": event_id} for one in components]}
        answered = await self.caller.call("PUT", events_of(user, event_id), json=told)
        assert answered.status == 200, answered.raw

    async def remove(self, event_id: str, user: str = TARO.user_id) -> None:
        """The bot deletes an event."""
        answered = await self.caller.call("DELETE", events_of(user, event_id))
        assert answered.status == 204, answered.raw


@asynccontextmanager
async def open_stage(
    port: int = 0,
    others: Mapping[str, str] = MappingProxyType({}),
    sweep: Callable[[], Awaitable[Mapping[str, Any] | None]] | None = None,
) -> AsyncIterator[Stage]:
    """Everything runs, nothing has been said. `others`: the addresses of other systems than LINE WORKS, by their names."""
    heard: list[dict[str, Any]] = []
    async with (
        LineWorksSimulator(replace(tenant(), cast=CAST)) as sim,
        aiohttp.ClientSession() as session,
        open_playground({**line_of(sim), **others}, port, sweep) as address,
    ):
        caller = Caller(session, sim.base_url)
        caller = caller.holding(await caller.fresh_token())
        stage = Stage(address, sim, caller, heard)
        async with _stand_in(stage) as url:
            registration = {"enableCallback": True, "callbackUrl": url}
            await caller.call("PATCH", f"/v1.0/bots/{BOT_ID}", json=registration)
            yield stage


def line_of(sim: LineWorksSimulator) -> dict[str, Any]:
    """The demo's line, secrets included."""
    return {
        "lineworks": sim.base_url,
        "bot": "http://127.0.0.1:1",
        "bot_id": str(BOT_ID),
        "bot_name": BOT_NAME,
        "bot_names": BOT_NAMES,
        "bot_secret": "a secret",
        "jicoo": None,
        "jicoo_secret": "another secret",
        "people": [
            {
                "userId": one.user_id,
                "name": one.display_name,
                "email": one.email,
                "locale": one.locale,
                "timeZone": one.zone,
                "jicooUserId": JICOO_USER_IDS.get(one.user_id),
            }
            for one in PEOPLE
        ],
        "channels": [{"channelId": one.channel_id, "title": one.title, "members": one.members} for one in CHANNELS],
        "calendars": [{"calendarId": one.calendar_id, "name": one.name, "members": one.members} for one in CALENDARS],
        "event_types": [
            {"eventTypeId": one.uid, "name": one.name, "minutes": one.minutes, "hosts": one.hosts}
            for one in BOOKING_PAGES
        ],
        "admins": [TARO.user_id],
    }


@asynccontextmanager
async def _stand_in(stage: Stage) -> AsyncIterator[str]:
    """Repeats what it hears, as the bot would answer: to the channel, or to the person."""

    async def hear(request: web.Request) -> web.Response:
        told = await request.json()
        stage.heard.append(told)
        source, content = told["source"], told.get("content")
        if content:
            said = f"聞きました：{content['text']}"
            await stage.send(text(said), user=source["userId"], channel=source.get("channelId"))
        return web.Response()

    app = web.Application()
    app.router.add_post("/callback", hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/callback"
    finally:
        await runner.cleanup()


def text(base: str, **variants: str) -> dict[str, object]:
    """A text message; variants by language."""
    return {
        "type": "text",
        "text": base,
        "i18nTexts": [{"language": key, "text": said} for key, said in variants.items()],
    }


def buttons(base: str, actions: Sequence[Mapping[str, object]], **variants: str) -> dict[str, object]:
    """A message with buttons."""
    i18n = [{"language": key, "contentText": said} for key, said in variants.items()]
    return {"type": "button_template", "contentText": base, "actions": list(actions), "i18nContentTexts": i18n}


def monday() -> date:
    """The first day of the week that Tokyo is in."""
    today = datetime.now(TOKYO).date()
    return today - timedelta(days=today.weekday())


def at(day: date, hour: int, minutes: int = 60, zone: str = "Asia/Tokyo", **members: object) -> dict[str, object]:
    """An event's component that begins on the hour."""
    start = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 -- local, its zone stands beside it
    end = start + timedelta(minutes=minutes)
    return event(
        start={"dateTime": start.isoformat(), "timeZone": zone},
        end={"dateTime": end.isoformat(), "timeZone": zone},
        **members,
    )
