"""The real simulator, and our client talking to it over HTTP."""

from collections.abc import AsyncIterator, Callable

import aiohttp
import httpx
import pytest

from providers.backoffice.client import BackOffice
from providers.backoffice.simulator.app import BackOfficeSimulator
from providers.transport import Habits, Transport
from tests.simulators.company import Caller, Clock
from tests.simulators.office import STAFF

HABITS = Habits(read=0.5, total=1.0, pause=0.01)


def connecting(origin: str, auth: httpx.Auth | None = None, token: str = "") -> Callable[[str], Transport]:
    """How `BackOffice` gets its transports; `token` is sent as it is where there is no `auth`."""

    def connect(language: str) -> Transport:
        headers = {"accept-language": language} | ({"authorization": f"Bearer {token}"} if token else {})
        return Transport("backoffice", origin, auth=auth, headers=headers, habits=HABITS)

    return connect


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[BackOfficeSimulator]:
    async with BackOfficeSimulator(STAFF, clock=clock) as running:
        yield running


@pytest.fixture
async def desk(sim: BackOfficeSimulator) -> AsyncIterator[Caller]:
    """The simulator's control surface."""
    async with aiohttp.ClientSession() as session:
        yield Caller(session, sim.base_url)


@pytest.fixture
async def office(sim: BackOfficeSimulator) -> AsyncIterator[BackOffice]:
    async with BackOffice(connecting(sim.base_url, token=sim.issue_token({}))) as client:
        yield client
