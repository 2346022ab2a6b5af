"""Each test here runs once for every keeper."""

from collections.abc import AsyncIterator

import pytest

from tests.calendars.keepers import KEEPERS, Keeper


@pytest.fixture(params=KEEPERS)
async def keeper(request: pytest.FixtureRequest) -> AsyncIterator[Keeper]:
    async with KEEPERS[request.param]() as opened:
        yield opened
