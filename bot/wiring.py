"""Settings in, running parts out; opens and closes everything."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import structlog
from aiohttp import web

from bot.conversation import House
from bot.doorman import Doorman
from bot.expiry import keep_watch
from bot.language.reader import warm, warm_all
from bot.metrics import Metrics
from bot.names import BotNames
from bot.settings import BadSettings, Settings
from bot.storage import LEASE, open_store
from bot.sweeper import keep_sweeping
from bot.web import Edge, application
from bot.worker import Worker
from handlers.accounts import Accounts
from handlers.context import Ports
from handlers.ledger import Ledger
from handlers.routes import Routes
from providers.backoffice.auth import Bearer as BackOfficeBearer
from providers.backoffice.auth import FixedToken, TokenFile, UnusableToken
from providers.backoffice.calendar import BackOfficeCalendar
from providers.backoffice.client import BackOffice
from providers.contract import Calendar
from providers.errors import StoreDown
from providers.jicoo.auth import ApiKey
from providers.jicoo.auth import UnusableKey as UnusableJicooKey
from providers.jicoo.bookings import JicooBookings
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from providers.keeping import Store
from providers.lineworks.auth import Bearer, ServiceAccount, UnusableKey
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.chat import LineWorksChat
from providers.lineworks.client import LineWorks, allowed_per_minute
from providers.lineworks.directory import LineWorksDirectory
from providers.lineworks.mirror import LineWorksMirror
from providers.transport import Transport

log = structlog.get_logger()


class Role(StrEnum):
    """Which part of the bot a process runs."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that takes callbacks and handles them. `port` is the real one; `store_pid` None: the store is not ours."""

    port: int | None
    store_pid: int | None
    store: Store
    lineworks: LineWorks
    calendar: Calendar


@asynccontextmanager
async def running(settings: Settings, role: Role = Role.ALL) -> AsyncIterator[Running]:
    """The bot, until the block ends: then no new callbacks, running work finished or handed back, the store last.

    Raises BadSettings, StoreRefused, StoreDown, OSError (the port is taken).
    """
    metrics = Metrics()
    async with AsyncExitStack() as stack:
        url = settings.redis_url.get_secret_value() if settings.redis_url else None
        store, store_pid = await stack.enter_async_context(
            open_store(settings.data_dir, url, allow_weak=settings.allow_weak_store)
        )
        lineworks = await stack.enter_async_context(_lineworks(settings, store, metrics))
        names = BotNames(LineWorksChat(lineworks), settings.bot_names)
        jicoo = await stack.enter_async_context(_jicoo(settings, store, metrics)) if settings.jicoo_secrets else None
        token = _backoffice_token(settings, metrics) if settings.backoffice_url else None
        backoffice = await stack.enter_async_context(_backoffice(settings, token, metrics)) if token else None
        house = _house(settings, store, lineworks, names, metrics, jicoo, backoffice)
        if jicoo is not None and not (settings.admins and settings.admin_room):
            metrics.alerts.labels("nobody_hears_of_bookings").inc()
            log.error("a booking without a route is announced nowhere: ADMINS and ADMIN_ROOM are not both set")
        await stack.enter_async_context(_beside(names.keep_fresh()))
        worker: Worker | None = None
        if role is not Role.WEB:
            await asyncio.to_thread(warm)  # the first person must not wait for tables to load
            await stack.enter_async_context(_beside(_warm_the_rest()))
            worker = Worker(house, LEASE)
            await stack.enter_async_context(_working(worker))
            if jicoo is not None:
                await stack.enter_async_context(_beside(keep_sweeping(store, settings.sweep_seconds, _now)))
            if token is not None:
                await stack.enter_async_context(_beside(keep_watch(house, "backoffice", token.setting, token.left)))
        port = None
        if role is not Role.WORKER:
            port = await stack.enter_async_context(_listening(_edge(settings, store, house, metrics, worker), settings))
        yield Running(port, store_pid, store, lineworks, house.ports.calendars["lineworks"])


async def _warm_the_rest() -> None:
    """Load the tables of languages other than Japanese, two seconds of CPU, when the start is over."""
    await asyncio.sleep(_START)
    await asyncio.to_thread(warm_all)


_START = 5  # seconds


@asynccontextmanager
async def _beside(task: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """A task that ends with the block."""
    running = asyncio.create_task(task)
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@asynccontextmanager
async def _lineworks(settings: Settings, store: Store, metrics: Metrics) -> AsyncIterator[LineWorks]:
    endpoint = Transport("lineworks", settings.lineworks_auth_url, observe=metrics.observe)
    try:
        source = ServiceAccount(
            endpoint,
            client_id=settings.lineworks_client_id,
            client_secret=settings.lineworks_client_secret.get_secret_value(),
            account=settings.lineworks_service_account,
            private_key=settings.private_key(),
            scopes=settings.lineworks_scopes.split(),
        )
    except UnusableKey as error:
        raise BadSettings(f"LINEWORKS_PRIVATE_KEY: {error}") from None

    async def spend(call: str) -> float:
        return await store.spend(f"lineworks/{call}", allowed_per_minute(call, settings.lineworks_per_minute))

    transport = Transport(
        "lineworks",
        settings.lineworks_api_url,
        auth=Bearer(source, alarm=lambda setting: metrics.alerts.labels(f"token_{setting.lower()}").inc()),
        spend=spend if settings.lineworks_per_minute else None,
        observe=metrics.observe,
    )
    async with endpoint, LineWorks(transport, settings.lineworks_bot_id) as lineworks:
        yield lineworks


@asynccontextmanager
async def _jicoo(settings: Settings, store: Store, metrics: Metrics) -> AsyncIterator[Jicoo]:
    key = settings.jicoo_api_key
    try:
        auth = ApiKey(
            key.get_secret_value() if key else "",
            alarm=lambda setting: metrics.alerts.labels(f"refused_{setting.lower()}").inc(),
        )
    except UnusableJicooKey as error:
        raise BadSettings(f"JICOO_API_KEY: {error}") from None

    async def spend(call: str) -> float:
        return await store.spend(f"jicoo/{call}", settings.jicoo_per_minute)

    transport = Transport(
        "jicoo",
        settings.jicoo_api_url,
        auth=auth,
        spend=spend if settings.jicoo_per_minute else None,
        observe=metrics.observe,
    )
    async with Jicoo(transport, cancel_reason_field=settings.jicoo_cancel_field) as jicoo:
        yield jicoo


def _backoffice_token(settings: Settings, metrics: Metrics) -> BackOfficeBearer:
    path, token = settings.backoffice_token_file, settings.backoffice_token
    try:
        source = TokenFile(path) if path is not None else FixedToken(token.get_secret_value() if token else "")
    except UnusableToken as error:
        raise BadSettings(f"BACKOFFICE_TOKEN: {error}") from None
    return BackOfficeBearer(source, alarm=lambda setting: metrics.alerts.labels(f"refused_{setting.lower()}").inc())


@asynccontextmanager
async def _backoffice(settings: Settings, token: BackOfficeBearer, metrics: Metrics) -> AsyncIterator[BackOffice]:
    def connect(language: str) -> Transport:
        headers = {"accept-language": language}
        return Transport(
            "backoffice", settings.backoffice_url or "", auth=token, headers=headers, observe=metrics.observe
        )

    async with BackOffice(connect, sort_by=settings.backoffice_sort_by) as backoffice:
        yield backoffice


def _house(
    settings: Settings,
    store: Store,
    lineworks: LineWorks,
    names: BotNames,
    metrics: Metrics,
    jicoo: Jicoo | None,
    backoffice: BackOffice | None,
) -> House:
    calendar = LineWorksCalendar(lineworks, all_day_end_exclusive=settings.lineworks_all_day_end_exclusive)
    calendars: list[Calendar] = [calendar]
    bookings = None
    if jicoo is not None:
        people = JicooPeople(jicoo)
        calendars.append(JicooCalendar(jicoo, people))
        bookings = JicooBookings(jicoo, people)
    if backoffice is not None:
        calendars.append(BackOfficeCalendar(backoffice, zone=settings.time_zone))
    return House(
        ports=Ports(
            calendars={one.provider: one for one in calendars},
            chat=names.chat,
            directory=LineWorksDirectory(lineworks),
            mirror=LineWorksMirror(lineworks, calendar),
            accounts=Accounts(store),
            routes=Routes(store),
            ledger=Ledger(store),
            bookings=bookings,
        ),
        store=store,
        metrics=metrics,
        time_zone=settings.time_zone,
        default_length=timedelta(minutes=settings.default_minutes),
        read_only=settings.read_only,
        admins=frozenset(settings.admins),
        admin_room=settings.admin_room,
        bot_names=names,
        clock=_now,
    )


def _edge(settings: Settings, store: Store, house: House, metrics: Metrics, worker: Worker | None) -> Edge:
    async def ready() -> dict[str, bool]:
        parts = {} if worker is None else {"worker": worker.alive}
        try:
            await store.stats()
        except StoreDown:
            return {**parts, "store": False}
        return {**parts, "store": True}

    return Edge(
        bot_id=settings.lineworks_bot_id,
        secrets=settings.bot_secrets,
        domains=frozenset(int(domain) for domain in settings.lineworks_domains),
        store=store,
        doorman=Doorman(store, settings.lineworks_bot_id, house.bot_names, _now),
        metrics=metrics,
        ready=ready,
        clock=_now,
        jicoo_secrets=settings.jicoo_secrets,
        jicoo_tolerance=timedelta(seconds=settings.jicoo_tolerance),
    )


@asynccontextmanager
async def _working(worker: Worker) -> AsyncIterator[None]:
    task = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        worker.stop()
        await task


@asynccontextmanager
async def _listening(edge: Edge, settings: Settings) -> AsyncIterator[int]:
    # Bodies are signed as they were sent: unpacking them would break the signature, and a small one may unpack without end.
    runner = web.AppRunner(application(edge), access_log=None, auto_decompress=False, shutdown_timeout=5.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port, backlog=1024)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _now() -> datetime:
    return datetime.now(UTC)
