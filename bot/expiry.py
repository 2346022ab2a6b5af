"""Keys that end: the admins are told in time, once for each key."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.conversation import House
from bot.heard import Notice, dump
from bot.messages.render import render
from bot.messages.times import View
from handlers.announcements import KeyExpiring
from providers.contract import Talk
from providers.errors import StoreDown

log = structlog.get_logger()

SOON = timedelta(hours=1)
_LOOK = 300.0  # seconds


async def keep_watch(house: House, provider: str, setting: str, left: Callable[[], Awaitable[float | None]]) -> None:
    """Tell the admin room when `left` says that the key is good for less than an hour; for ever."""
    while True:
        try:
            await tell_if_expiring(house, provider, setting, await left())
        except StoreDown:
            log.warning("the end of a key could not be told", provider=provider)
        except Exception:
            log.exception("the end of a key could not be found out", provider=provider)  # a background task goes on
        await asyncio.sleep(_LOOK)


async def tell_if_expiring(house: House, provider: str, setting: str, seconds: float | None) -> None:
    """One notice for each end; `seconds` None: nobody knows when the key ends. Raises StoreDown."""
    if seconds is None or seconds > SOON.total_seconds():
        return
    house.metrics.alerts.labels(f"expiring_{setting.lower()}").inc()
    now = house.clock()
    until = now + timedelta(seconds=seconds)
    log.error("a key ends soon", provider=provider, setting=setting, minutes=round(seconds / 60))
    if house.admin_room is None:
        return
    zone = house.time_zone
    view = View(now.astimezone(ZoneInfo(zone)), zone, house.bot_names()[0])
    message = render(KeyExpiring(provider, setting, until), (), view, "ja_JP")
    end = round(until.timestamp())  # keys end at whole seconds, so it is the same for all processes and looks
    await house.store.accept(
        f"notices:{house.admin_room}",
        f"expiring/{provider}/{end}",
        dump(Notice(Talk(room_id=house.admin_room), message)),
    )
