"""A few events, so that the demo's calendars are not empty."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.company import PEOPLE
from providers.contract import Calendar, Draft, Span

_WEEK = (  # days from today, hour, minutes, title
    (0, 17, 30, "日報"),
    (1, 10, 60, "週次定例"),
    (1, 14, 90, "設計レビュー"),
    (2, 11, 30, "見積もり相談"),
    (3, 16, 60, "採用面談"),
)


async def fill(calendar: Calendar, now: datetime) -> None:
    """Put them into everybody's calendar, counted from today; a second time changes nothing."""
    for person in PEOPLE:
        today = now.astimezone(ZoneInfo(person.zone)).replace(minute=0, second=0, microsecond=0)
        for days, hour, minutes, title in _WEEK:
            start = today.replace(hour=hour) + timedelta(days=days)
            draft = Draft(title, Span(start, start + timedelta(minutes=minutes)), person.zone)
            await calendar.create(person.user_id, draft, f"yotei-sample-{start:%Y%m%d%H}")
