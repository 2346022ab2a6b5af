"""The month in which the calendar's tests play, and a meeting in it."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from providers.contract import Days, Draft, Span
from tests.simulators.booking_office import KeyCaller

TOKYO = ZoneInfo("Asia/Tokyo")


def tokyo(day: int, hour: int = 15, hours: float = 1) -> Span:
    start = datetime(2025, 4, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=hours))


APRIL = Days(date(2025, 4, 1), date(2025, 4, 30)).span(TOKYO)
MEETING = Draft("設計レビュー", tokyo(2), "Asia/Tokyo")


async def held(desk: KeyCaller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await desk.state())["schedules"]
    return found
