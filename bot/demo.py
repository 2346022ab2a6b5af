"""The bot against the simulators; needs no account.

Both halves may run in one process or, with `--only`, in two; each prints one line of JSON when it is ready, from which a
test knows everything it needs.
"""

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp

from bot.company import (
    ADMINS,
    BOOKING_PAGES,
    BOT_ID,
    BOT_NAME,
    BOT_NAMES,
    CALENDARS,
    CHANNELS,
    DOMAIN_ID,
    JICOO_USER_IDS,
    PEOPLE,
)
from bot.playground.page import open_playground
from bot.sample import fill
from bot.serving import run, until_told
from bot.settings import BadSettings, Settings
from bot.settings import read as read_settings
from bot.simulators import keep_private, open_simulators
from bot.sweeper import sweep_now
from bot.web import CALLBACK_PATH, JICOO_PATH
from bot.wiring import Running, running
from providers.lineworks.models import BotChange

SIMULATORS = "YOTEI_DEMO_SIMULATORS"  # the environment variable that tells the bot's half about the other one
SLOWEST_SWEEP = 15.0  # seconds


class Half(StrEnum):
    """What a process plays."""

    BOTH = ""
    SIMULATORS = "simulators"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Stage:
    """How a demo is to be run. `port` None: the default of what is asked for."""

    half: Half
    headless: bool
    port: int | None
    data_dir: Path
    sample: bool


def demo(half: Half, *, headless: bool, port: int | None, data_dir: Path, sample: bool) -> str:
    """Run the demo until SIGTERM or SIGINT; "" or why it could not start."""
    return run(_play(Stage(half, headless, port, data_dir, sample)))


async def _play(stage: Stage) -> None:
    async with AsyncExitStack() as stack:
        line = _facts()
        if stage.half is Half.BOT:
            line = _told()
        else:
            line |= await stack.enter_async_context(open_simulators(stage.data_dir))
        if stage.half is not Half.SIMULATORS:
            told, bot = await stack.enter_async_context(_bot(stage, line))
            line |= told
            if not stage.headless and stage.half is Half.BOTH:
                sweep = partial(sweep_now, bot.store, SLOWEST_SWEEP)
                address = await stack.enter_async_context(open_playground(line | _looks(), stage.port, sweep))
                line |= {"playground": address}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        if line["playground"]:
            sys.stderr.write(f"\n  予定  {line['playground']}/   (Ctrl-C ends it)\n\n")
        await until_told()


def _facts() -> dict[str, Any]:
    """The line before anything runs; what a process does not have stays null."""
    people = [
        {
            "userId": person.user_id,
            "name": person.display_name,
            "email": person.email,
            "locale": person.locale,
            "timeZone": person.zone,
            "jicooUserId": JICOO_USER_IDS.get(person.user_id),
        }
        for person in PEOPLE
    ]
    channels = [{"channelId": one.channel_id, "title": one.title, "members": list(one.members)} for one in CHANNELS]
    return {
        "bot": None,
        "lineworks": None,
        "jicoo": None,
        "backoffice": None,
        "playground": None,
        "bot_id": str(BOT_ID),
        "bot_name": BOT_NAME,
        "domain_id": DOMAIN_ID,
        "bot_secret": None,
        "jicoo_secret": None,
        "callback_path": CALLBACK_PATH,
        "jicoo_path": JICOO_PATH,
        "people": people,
        "channels": channels,
        "admins": list(ADMINS),
        "pids": {"app": None, "store": None},
    }


def _looks() -> dict[str, Any]:
    """What only the page needs to know of the company."""
    calendars = [{"calendarId": one.calendar_id, "name": one.name, "members": list(one.members)} for one in CALENDARS]
    pages = [
        {"eventTypeId": one.uid, "name": one.name, "minutes": one.minutes, "hosts": list(one.hosts)}
        for one in BOOKING_PAGES
    ]
    return {"bot_names": BOT_NAMES, "calendars": calendars, "event_types": pages}


def _told() -> dict[str, Any]:
    """The other half's line. Raises BadSettings."""
    try:
        line: dict[str, Any] = json.loads(os.environ.get(SIMULATORS, ""))
        line["lineworks"].rstrip("/")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadSettings(f"{SIMULATORS} must hold the line that `demo --only simulators` has printed") from None
    return line


# --- the bot's half ---------------------------------------------------------------------------------------------


@asynccontextmanager
async def _bot(stage: Stage, line: dict[str, Any]) -> AsyncIterator[tuple[dict[str, Any], Running]]:
    """The bot's half; yields what it adds to the line, and the bot."""
    port = stage.port if stage.headless or stage.half is Half.BOT else 0
    settings = read_settings(await environment(line, stage.data_dir, port or 0))
    async with registered_bot(settings, line["jicoo"]) as (address, bot):
        if stage.sample:
            await fill(bot.calendar, datetime.now(UTC))
        yield {"bot": address, "pids": {"app": os.getpid(), "store": bot.store_pid}}, bot


@asynccontextmanager
async def registered_bot(settings: Settings, jicoo: str | None = None) -> AsyncIterator[tuple[str, Running]]:
    """A running bot that the simulators send their callbacks and webhooks to, and its address.

    It has recorded the bookings that there were, so whatever is booked from now on is announced.
    """
    async with running(settings) as bot:
        address = f"http://127.0.0.1:{bot.port}"
        await bot.lineworks.update_bot(BotChange(enable_callback=True, callback_url=address + CALLBACK_PATH))
        if jicoo is not None:
            await _control("POST", f"{jicoo}/_sim/webhook", {"url": address + JICOO_PATH})
            await sweep_now(bot.store, SLOWEST_SWEEP)
        yield address, bot


async def environment(line: dict[str, Any], data_dir: Path, port: int = 0) -> dict[str, str]:
    """The settings of a bot that uses the simulators of `line`, as an operator would set them."""
    console = await _control("GET", f"{line['lineworks']}/_sim/app")
    jicoo = {} if line.get("jicoo") is None else await _jicoo(line)
    backoffice = {} if line.get("backoffice") is None else await _backoffice(line, data_dir / "backoffice.token")
    return (
        jicoo
        | backoffice
        | {
            "LINEWORKS_CLIENT_ID": console["clientId"],
            "LINEWORKS_CLIENT_SECRET": console["clientSecret"],
            "LINEWORKS_SERVICE_ACCOUNT": console["serviceAccount"],
            "LINEWORKS_PRIVATE_KEY": console["privateKey"],
            "LINEWORKS_BOT_ID": line["bot_id"],
            "LINEWORKS_BOT_SECRET": line["bot_secret"],
            "LINEWORKS_DOMAINS": str(line["domain_id"]),
            "LINEWORKS_SCOPES": "bot bot.message bot.read calendar user.read",  # "bot" only to register itself
            "LINEWORKS_API_URL": line["lineworks"],
            "LINEWORKS_AUTH_URL": line["lineworks"],
            "LINEWORKS_PER_MINUTE": "0",
            "ADMINS": ",".join(ADMINS),
            "ADMIN_ROOM": CHANNELS[0].channel_id,
            "DATA_DIR": str(data_dir),
            "HOST": "127.0.0.1",
            "PORT": str(port),
        }
    )


async def _jicoo(line: dict[str, Any]) -> dict[str, str]:
    key = await _control("POST", f"{line['jicoo']}/_sim/token", {})
    return {
        "JICOO_API_KEY": key["token"],
        "JICOO_WEBHOOK_SECRET": line["jicoo_secret"],
        "JICOO_API_URL": line["jicoo"],
    }


async def _backoffice(line: dict[str, Any], path: Path) -> dict[str, str]:
    """The token lies in a file, as an operator would replace it."""
    token = (await _control("POST", f"{line['backoffice']}/_sim/token", {}))["token"]
    keep_private(path, token.encode())
    return {"BACKOFFICE_URL": line["backoffice"], "BACKOFFICE_TOKEN_FILE": str(path)}


async def _control(method: str, url: str, told: Any = None) -> dict[str, str]:
    """What a simulator's control route answers, {} for nothing. Raises BadSettings when nobody is there."""
    try:
        async with aiohttp.ClientSession() as session, session.request(method, url, json=told) as answer:
            shown: dict[str, str] = json.loads(await answer.read() or b"{}")
            return shown
    except aiohttp.ClientError:
        raise BadSettings(f"{SIMULATORS} names simulators that do not answer") from None
