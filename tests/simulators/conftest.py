"""One running simulator, and a caller with every scope."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from providers.lineworks.simulator.app import LineWorksSimulator
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
