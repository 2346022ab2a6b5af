"""Calls about calendars."""

from providers.lineworks import urls
from providers.lineworks.calendar_models import (
    CalendarChange,
    CalendarPersonal,
    CalendarPersonalPage,
    DefaultCalendar,
    NewCalendar,
    PersonalChange,
    SharedCalendar,
)
from providers.lineworks.calls.api import CALENDAR, Api, written

_PAGE_SIZE = "50"


class CalendarCalls(Api):
    """Which calendars there are, and who reaches them."""

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

    async def get_calendar_personal(self, user_id: str, calendar_id: str) -> CalendarPersonal:
        """How one of them stands in a member's list. Raises NotFound. Scope: calendar.read.

        Source: https://developers.worksmobile.com/jp/docs/calendar-personals-user-get
        """
        path = urls.calendar_personal(user_id, calendar_id)
        answer = await self._transport.call("get_calendar_personal", "GET", path, family=CALENDAR)
        return answer.read(CalendarPersonal)

    async def update_calendar_personal(
        self, user_id: str, calendar_id: str, change: PersonalChange
    ) -> CalendarPersonal:
        """The same after `change`. Raises NotFound. Scope: calendar.

        Source: https://developers.worksmobile.com/en/docs/calendar-personals-user-update-patch
        """
        path = urls.calendar_personal(user_id, calendar_id)
        answer = await self._transport.call(
            "update_calendar_personal", "PATCH", path, body=written(change), repeatable=True, family=CALENDAR
        )
        return answer.read(CalendarPersonal)

    async def create_calendar(self, calendar: NewCalendar) -> SharedCalendar:
        """A new shared calendar. Not sent again when it may have arrived. Scope: calendar.

        Source: https://developers.worksmobile.com/en/docs/calendar-create
        """
        answer = await self._transport.call(
            "create_calendar", "POST", urls.CALENDARS, body=written(calendar), family=CALENDAR
        )
        return answer.read(SharedCalendar)

    async def get_calendar(self, calendar_id: str) -> SharedCalendar:
        """A shared calendar with its members. Raises NotFound. Scope: calendar.read."""
        answer = await self._transport.call("get_calendar", "GET", urls.calendar(calendar_id), family=CALENDAR)
        return answer.read(SharedCalendar)

    async def update_calendar(self, calendar_id: str, change: CalendarChange) -> SharedCalendar:
        """The shared calendar after `change`. Raises NotFound. Scope: calendar.

        Source: https://developers.worksmobile.com/jp/docs/calendar-update-patch
        """
        path = urls.calendar(calendar_id)
        answer = await self._transport.call(
            "update_calendar", "PATCH", path, body=written(change), repeatable=True, family=CALENDAR
        )
        return answer.read(SharedCalendar)

    async def delete_calendar(self, calendar_id: str) -> None:
        """Take a shared calendar away from everybody, with all that is on it. Raises NotFound. Scope: calendar."""
        await self._transport.call("delete_calendar", "DELETE", urls.calendar(calendar_id), family=CALENDAR)

    async def leave_calendar(self, user_id: str, calendar_id: str) -> None:
        """Take a member off a shared calendar, which stays. Raises NotFound. Scope: calendar."""
        path = urls.user_calendar(user_id, calendar_id)
        await self._transport.call("leave_calendar", "DELETE", path, family=CALENDAR)
