"""One running simulator of each system, and a caller with every right."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from providers.jicoo.simulator.app import JicooSimulator
from providers.lineworks.simulator.app import LineWorksSimulator
from tests.simulators.booking_office import ACCOUNT, KeyCaller
from tests.simulators.company import Caller, Clock, tenant


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[LineWorksSimulator]:
    async with LineWorksSimulator(tenant(), clock=clock) as running:
        yield running


@pytest.fixture
async def caller(sim: LineWorksSimulator) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
        anonymous = Caller(session, sim.base_url)
        yield anonymous.holding(await anonymous.fresh_token())


@pytest.fixture
async def jicoo(clock: Clock) -> AsyncIterator[JicooSimulator]:
    async with JicooSimulator(ACCOUNT, clock=clock) as running:
        yield running


@pytest.fixture
async def office(jicoo: JicooSimulator) -> AsyncIterator[KeyCaller]:
    """A caller of Jicoo with the account's key."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
        yield KeyCaller(session, jicoo.base_url, ACCOUNT.key)
