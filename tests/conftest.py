"""Fixtures that several folders share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House, open_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The whole house, empty."""
    async with open_house(tmp_path) as opened:
        yield opened
