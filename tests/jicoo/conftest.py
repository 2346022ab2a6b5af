"""The real simulator, and our client talking to it over HTTP with its key."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from providers.jicoo.auth import ApiKey
from providers.jicoo.bookings import JicooBookings
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.client import Jicoo
from providers.jicoo.people import JicooPeople
from providers.jicoo.simulator.app import JicooSimulator
from providers.transport import Habits, Transport
from tests.lineworks.scripted import Server, serving
from tests.simulators.booking_office import ACCOUNT, KEY, KeyCaller
from tests.simulators.company import Clock

HABITS = Habits(read=0.5, total=1.0, pause=0.01)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[JicooSimulator]:
    async with JicooSimulator(ACCOUNT, clock=clock) as running:
        yield running


@pytest.fixture
async def desk(sim: JicooSimulator) -> AsyncIterator[KeyCaller]:
    """The simulator's control surface."""
    async with aiohttp.ClientSession() as session:
        yield KeyCaller(session, sim.base_url, KEY)


def client(origin: str, *, cancel_reason_field: str = "cancelReason") -> Jicoo:
    """Our client of whoever is there."""
    transport = Transport("jicoo", origin, auth=ApiKey(KEY), habits=HABITS)
    return Jicoo(transport, cancel_reason_field=cancel_reason_field)


@pytest.fixture
async def jicoo(sim: JicooSimulator) -> AsyncIterator[Jicoo]:
    async with client(sim.base_url) as opened:
        yield opened


@pytest.fixture
def people(jicoo: Jicoo) -> JicooPeople:
    return JicooPeople(jicoo)


@pytest.fixture
def calendar(jicoo: Jicoo, people: JicooPeople) -> JicooCalendar:
    return JicooCalendar(jicoo, people)


@pytest.fixture
def bookings(jicoo: Jicoo, people: JicooPeople) -> JicooBookings:
    return JicooBookings(jicoo, people)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A Jicoo that says what a test tells it to."""
    async with serving() as running:
        yield running


@pytest.fixture
async def reader(server: Server) -> AsyncIterator[Jicoo]:
    """Our client of that one."""
    async with client(server.origin) as opened:
        yield opened
