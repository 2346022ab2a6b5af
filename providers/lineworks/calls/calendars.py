"""Calls about calendars."""

from providers.lineworks import urls
from providers.lineworks.calls.api import CALENDAR, Api
from providers.lineworks.models import CalendarPersonal, CalendarPersonalPage, DefaultCalendar

_PAGE_SIZE = "50"


class CalendarCalls(Api):
    """Which calendars there are."""

    async def get_default_calendar(self, user_id: str) -> DefaultCalendar:
        """The calendar every member has. Scope: calendar.read.

        Source: https://developers.worksmobile.com/en/docs/calendar-default-user-get
        """
        answer = await self._transport.call(
            "get_default_calendar", "GET", urls.default_calendar(user_id), family=CALENDAR
        )
        return answer.read(DefaultCalendar)

    async def list_calendar_personals(self, user_id: str) -> list[CalendarPersonal]:
        """All calendars a member can reach, each once; which one is the default one it does not say.

        Scope: calendar.read. Source: https://developers.worksmobile.com/en/docs/calendar-personals-user-list
        """
        path = urls.calendar_personals(user_id)
        pages = self._pages("list_calendar_personals", path, {"count": _PAGE_SIZE}, CalendarPersonalPage, CALENDAR)
        found = {item.calendar_id: item async for page in pages for item in page.calendar_personals or ()}
        return list(found.values())
