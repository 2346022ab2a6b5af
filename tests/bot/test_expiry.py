"""The admins are told once of the end of a key, however often somebody looks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.expiry import tell_if_expiring
from tests.bot.test_booking_desk import Bench
from tests.fakes import FakeDocuments


class Keys(FakeDocuments):
    """The keys of what was accepted; the rest of a store is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()

    async def accept(self, lane: str, key: str, body: bytes) -> bool:
        self.shown.add(key)
        return True


@pytest.mark.parametrize("second", [0, 29, 30, 31])
async def test_f55_the_end_of_a_key_is_told_once_at_whatever_second_it_ends(second: int) -> None:
    ends = datetime(2026, 11, 26, 12, 0, second, tzinfo=UTC)
    keys = Keys()

    for minutes in (50, 45, 40):
        for late in (-0.004, 0.0, 0.004):  # seconds between two looks at the clock
            now = ends - timedelta(minutes=minutes)
            house = replace(Bench().house, store=keys, clock=lambda now=now, late=late: now + timedelta(seconds=late))  # type: ignore[arg-type,misc]  # only `accept` is called
            await tell_if_expiring(house, "backoffice", "BACKOFFICE_TOKEN_FILE", (ends - now).total_seconds())

    assert len(keys.shown) == 1
