"""One asker, one calendar, one journal."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.context import Context, Journal
from providers.contract import Person, Talk
from tests.fakes import FakeCalendar, FakeChat, FakeDirectory, FakeTurn, ports

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=TOKYO)
TARO = Person("u1", "taro@example.com", "田中 太郎", names=("田中 太郎", "田中太郎", "田中", "太郎"))
MISAKI = Person("u2", "misaki@example.com", "田中 美咲", names=("田中 美咲", "田中美咲", "田中", "美咲"))
HANAKO = Person("u3", "hanako@example.com", "佐藤 花子", names=("佐藤 花子", "佐藤花子", "佐藤", "花子", "Hanako Sato"))
ROOM = "room-1"


@pytest.fixture
def calendar() -> FakeCalendar:
    return FakeCalendar()


@pytest.fixture
def context(calendar: FakeCalendar) -> Callable[..., Context]:
    def make(turn: FakeTurn | None = None, talk: Talk | None = None, asker: Person = TARO) -> Context:
        outside = ports(calendar, FakeChat({ROOM: ["u1", "u3"]}), FakeDirectory([TARO, MISAKI, HANAKO]))
        return Context(asker, talk or Talk(user_id=asker.user_id), NOW, outside, Journal(turn or FakeTurn()))

    return make
