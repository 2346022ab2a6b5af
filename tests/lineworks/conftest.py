"""The real simulator, and our client talking to it over HTTP as its service account."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from cryptography.hazmat.primitives import serialization

from providers.lineworks.auth import Bearer, ServiceAccount
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.transport import Habits, Transport
from tests.simulators.company import BOT_ID, CLIENT, SERVICE_ACCOUNT, Caller, Clock, private_key, tenant

PEM = (
    private_key()
    .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    .decode()
)
SCOPES = ("bot", "bot.message", "bot.read", "calendar", "user.read")
HABITS = Habits(read=0.5, total=1.0, pause=0.01)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[LineWorksSimulator]:
    async with LineWorksSimulator(tenant(), clock=clock) as running:
        yield running


@pytest.fixture
async def desk(sim: LineWorksSimulator) -> AsyncIterator[Caller]:
    """The simulator's control surface."""
    async with aiohttp.ClientSession() as session:
        yield Caller(session, sim.base_url)


def account(endpoint: Transport) -> ServiceAccount:
    return ServiceAccount(
        endpoint,
        client_id=CLIENT[0],
        client_secret=CLIENT[1],
        account=SERVICE_ACCOUNT,
        private_key=PEM,
        scopes=SCOPES,
    )


@pytest.fixture
async def works(sim: LineWorksSimulator) -> AsyncIterator[LineWorks]:
    async with Transport("lineworks", sim.base_url, habits=HABITS) as endpoint:
        transport = Transport("lineworks", sim.base_url, auth=Bearer(account(endpoint)), habits=HABITS)
        async with LineWorks(transport, str(BOT_ID)) as client:
            yield client


@pytest.fixture
def calendar(works: LineWorks) -> LineWorksCalendar:
    return LineWorksCalendar(works)
