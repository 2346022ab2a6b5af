"""LINE WORKS as its pages describe it: every call that a scheduling service can use, in their nouns.

All methods raise ProviderError; ids go in as they are and are percent-encoded here. With a service account's token
`user_id` is an id or a login e-mail, never "me".
"""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Self, TypeVar

import structlog

from providers.contract import Span
from providers.lineworks import urls
from providers.lineworks.events import (
    READ_ONLY,
    Event,
    EventChange,
    EventPage,
    EventReplacement,
    EventRequest,
    EventSet,
)
from providers.lineworks.messages import (
    Action,
    ButtonContent,
    Content,
    LinkContent,
    MenuContent,
    MessageRequest,
    PersistentMenu,
    PersistentMenuAnswer,
    TextContent,
)
from providers.lineworks.models import (
    Bot,
    BotChange,
    CalendarPersonal,
    CalendarPersonalPage,
    Channel,
    ChannelMemberPage,
    DefaultCalendar,
    Page,
    User,
    UserPage,
    Wire,
)
from providers.transport import Transport

log = structlog.get_logger()

LONGEST_WINDOW = timedelta(days=31)
"""What one request for events may span. Source: https://developers.worksmobile.com/en/docs/calendar-event-user-list"""

_MOST_PAGES = 1000  # a list that is longer goes in circles
_PAGE_SIZE = "100"
_CALENDAR_PAGE_SIZE = "50"

# What fails together: whoever cannot reach a calendar is still to be answered.
_BOT, _USERS, _CALENDAR = "bot", "users", "calendar"

P = TypeVar("P", bound=Page)


class LineWorks:
    """One bot of one tenant."""

    def __init__(self, transport: Transport, bot_id: str) -> None:
        """`transport` carries the token and is closed by `close`."""
        self._transport = transport
        self._bot_id = bot_id

    async def __aenter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """See `close`."""
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    # --- the bot ------------------------------------------------------------------------------------------------

    async def get_bot(self) -> Bot:
        """The bot as it is registered. Scope: bot.read. Source: https://developers.worksmobile.com/en/docs/bot-get."""
        answer = await self._transport.call("get_bot", "GET", urls.bot(self._bot_id), family=_BOT)
        return answer.read(Bot)

    async def update_bot(self, change: BotChange) -> None:
        """Change how the bot is registered. Not to be called twice at once for one bot. Scope: bot.

        Source: https://developers.worksmobile.com/en/docs/bot-update-patch
        """
        path = urls.bot(self._bot_id)
        await self._transport.call("update_bot", "PATCH", path, body=_written(change), repeatable=True, family=_BOT)

    async def create_persistent_menu(self, actions: Sequence[Action]) -> None:
        """Put up to four actions at the foot of every 1:1 talk. Scope: bot.

        Source: https://developers.worksmobile.com/en/docs/bot-persistentmenu-create
        """
        menu = PersistentMenu(content=MenuContent(actions=tuple(actions)))
        path = urls.persistent_menu(self._bot_id)
        await self._transport.call(
            "create_persistent_menu", "POST", path, body=_written(menu), repeatable=True, family=_BOT
        )

    async def get_persistent_menu(self) -> PersistentMenuAnswer:
        """The menu. Raises NotFound when there is none."""
        answer = await self._transport.call(
            "get_persistent_menu", "GET", urls.persistent_menu(self._bot_id), family=_BOT
        )
        return answer.read(PersistentMenuAnswer)

    async def delete_persistent_menu(self) -> None:
        """Take the menu away."""
        await self._transport.call("delete_persistent_menu", "DELETE", urls.persistent_menu(self._bot_id), family=_BOT)

    # --- messages -----------------------------------------------------------------------------------------------

    async def send_message(
        self,
        content: TextContent | ButtonContent | LinkContent,
        *,
        user_id: str | None = None,
        channel_id: str | None = None,
    ) -> None:
        """Say something to a member, or in a room; exactly one of the two. Scope: bot.message.

        There is no key against repeats, so nothing is sent again that may have arrived.
        Source: https://developers.worksmobile.com/en/docs/bot-user-message-send
        """
        if user_id is not None and channel_id is None:
            call, path = "send_user_message", urls.user_messages(self._bot_id, user_id)
        elif channel_id is not None and user_id is None:
            call, path = "send_channel_message", urls.channel_messages(self._bot_id, channel_id)
        else:
            raise ValueError("a message goes to a member or to a room")
        await self._transport.call(call, "POST", path, body=_written(MessageRequest(content=content)), family=_BOT)

    async def send_text_message(self, text: str, *, user_id: str | None = None, channel_id: str | None = None) -> None:
        """Say `text`, at most 2,000 characters; see `send_message`."""
        await self.send_message(Content.text(text), user_id=user_id, channel_id=channel_id)

    async def send_button_template(
        self, text: str, actions: Sequence[Action], *, user_id: str | None = None, channel_id: str | None = None
    ) -> None:
        """Say `text`, at most 1,000 characters, with up to ten buttons; see `send_message`."""
        await self.send_message(Content.buttons(text, actions), user_id=user_id, channel_id=channel_id)

    # --- rooms --------------------------------------------------------------------------------------------------

    async def get_channel(self, channel_id: str) -> Channel:
        """A room that the bot is in. Scope: bot.read."""
        answer = await self._transport.call("get_channel", "GET", urls.channel(self._bot_id, channel_id), family=_BOT)
        return answer.read(Channel)

    async def list_channel_members(self, channel_id: str) -> list[str]:
        """User ids of everybody in a room, each once. Scope: bot.read.

        Source: https://developers.worksmobile.com/en/docs/bot-channel-member-list
        """
        path = urls.channel_members(self._bot_id, channel_id)
        pages = self._pages("list_channel_members", path, {"count": _PAGE_SIZE}, ChannelMemberPage, _BOT)
        return list(dict.fromkeys([member async for page in pages for member in page.members or ()]))

    # --- members ------------------------------------------------------------------------------------------------

    async def get_user(self, user_id: str) -> User:
        """A member. Scope: user.read. Source: https://developers.worksmobile.com/en/docs/user-get."""
        answer = await self._transport.call("get_user", "GET", urls.user(user_id), family=_USERS)
        return answer.read(User)

    async def list_users(self, domain_id: int | None = None) -> list[User]:
        """All members, each once, also those not active. There is no search by name. Scope: user.read.

        Source: https://developers.worksmobile.com/en/docs/user-list
        """
        query = {"count": _PAGE_SIZE}
        if domain_id is not None:
            query["domainId"] = str(domain_id)
        pages = self._pages("list_users", urls.USERS, query, UserPage, _USERS)
        return list({user.user_id: user async for page in pages for user in page.users or ()}.values())

    # --- calendars ----------------------------------------------------------------------------------------------

    async def get_default_calendar(self, user_id: str) -> DefaultCalendar:
        """The calendar every member has. Scope: calendar.read.

        Source: https://developers.worksmobile.com/en/docs/calendar-default-user-get
        """
        answer = await self._transport.call(
            "get_default_calendar", "GET", urls.default_calendar(user_id), family=_CALENDAR
        )
        return answer.read(DefaultCalendar)

    async def list_calendar_personals(self, user_id: str) -> list[CalendarPersonal]:
        """All calendars a member can reach, each once; which one is the default one it does not say.

        Scope: calendar.read. Source: https://developers.worksmobile.com/en/docs/calendar-personals-user-list
        """
        path = urls.calendar_personals(user_id)
        pages = self._pages(
            "list_calendar_personals", path, {"count": _CALENDAR_PAGE_SIZE}, CalendarPersonalPage, _CALENDAR
        )
        found = {item.calendar_id: item async for page in pages for item in page.calendar_personals or ()}
        return list(found.values())

    # --- events -------------------------------------------------------------------------------------------------

    async def create_event(
        self,
        user_id: str,
        event_components: Sequence[Event],
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event as it was made: the first component, then exceptions of the series, all with one `event_id`.

        Everything given is sent as it is: each a `NewEvent`, or made of one that was read (`anew`). Not repeated when
        it may have arrived: choose an `event_id` and look.
        Scope: calendar. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-create
        """
        request = EventRequest(event_components=tuple(event_components), send_notification=send_notification)
        path = urls.events(user_id, calendar_id)
        answer = await self._transport.call("create_event", "POST", path, body=_written(request), family=_CALENDAR)
        return answer.read(EventSet)

    async def get_event(self, user_id: str, event_id: str, *, calendar_id: str | None = None) -> EventSet:
        """An event with the exceptions of its series. Raises NotFound. Scope: calendar.read."""
        answer = await self._transport.call(
            "get_event", "GET", urls.event(user_id, event_id, calendar_id), family=_CALENDAR
        )
        return answer.read(EventSet)

    async def list_events(self, user_id: str, span: Span, *, calendar_id: str | None = None) -> list[EventSet]:
        """Events of one calendar in a window of any length, each once, in their order.

        A series comes as its master, which may start long before `span`, with its exceptions: it is not expanded.
        Scope: calendar.read. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-list
        """
        found: dict[tuple[str, str | None, str | None], EventSet] = {}
        path = urls.events(user_id, calendar_id)
        # In UTC: 31 days by the wall clock are an hour longer when summer time ends within them.
        whole = Span(_down(span.start), _up(span.end))
        for window in whole.windows(LONGEST_WINDOW) if whole.start < whole.end else (whole,):
            query = {"fromDateTime": window.start.isoformat(), "untilDateTime": window.end.isoformat()}
            async for page in self._pages("list_events", path, query, EventPage, _CALENDAR):
                found |= {_identity(entry): entry for entry in page.events or ()}
        return list(found.values())

    async def update_event(
        self,
        user_id: str,
        event_id: str,
        change: EventChange,
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event after `change` of its master; all the rest stays, also what no page documents.

        Reads the event and puts it back whole, since what a PUT leaves out is lost. Raises NotFound.
        Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-update-put
        """
        fetched = await self.get_event(user_id, event_id, calendar_id=calendar_id)
        master = fetched.master
        components = [change.applied_to(event) if event is master else event for event in fetched.event_components]
        return await self.put_event(
            user_id, event_id, components, calendar_id=calendar_id, send_notification=send_notification
        )

    async def put_event(
        self,
        user_id: str,
        event_id: str,
        event_components: Sequence[Event],
        *,
        calendar_id: str | None = None,
        send_notification: bool = True,
    ) -> EventSet:
        """The event replaced by `event_components`, without their read-only members; what is not among them is lost.

        Scope: calendar. Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-update-put
        """
        body = EventReplacement(event_components=tuple(event_components), send_notification=send_notification)
        written = body.model_dump_json(
            by_alias=True, exclude_unset=True, exclude_none=True, exclude={"event_components": {"__all__": READ_ONLY}}
        )
        path = urls.event(user_id, event_id, calendar_id)
        answer = await self._transport.call("put_event", "PUT", path, body=written.encode(), family=_CALENDAR)
        return answer.read(EventSet)

    async def delete_event(
        self, user_id: str, event_id: str, *, calendar_id: str | None = None, send_notification: bool = True
    ) -> None:
        """Take away an event, or a whole series. Raises NotFound when it is gone. Scope: calendar.

        Source: https://developers.worksmobile.com/jp/docs/calendar-event-user-delete
        """
        query = {"sendNotification": json.dumps(send_notification)}
        await self._transport.call(
            "delete_event", "DELETE", urls.event(user_id, event_id, calendar_id), query=query, family=_CALENDAR
        )

    # --- pages --------------------------------------------------------------------------------------------------

    async def _pages(
        self, call: str, path: str, query: dict[str, str], model: type[P], family: str
    ) -> AsyncIterator[P]:
        """All pages of a list; an empty one in the middle does not end it, a cursor seen before does.

        Source: https://developers.worksmobile.com/kr/docs/pagination
        """
        seen: set[str] = set()
        cursor: str | None = None
        while len(seen) < _MOST_PAGES:
            answer = await self._transport.call(
                call, "GET", path, query=query | ({"cursor": cursor} if cursor else {}), family=family
            )
            page = answer.read(model)
            yield page
            cursor = page.next_cursor
            if cursor is None or cursor in seen:
                return
            seen.add(cursor)
        log.warning("a list does not end", provider=self._transport.provider, call=call, pages=_MOST_PAGES)


def _written(body: Wire) -> bytes:
    return body.model_dump_json(by_alias=True, exclude_none=True).encode()


def _identity(entry: EventSet) -> tuple[str, str | None, str | None]:
    """What makes an entry the same in two windows; occurrences of one series, should they come singly, differ."""
    first = entry.event_components[0]
    start = first.start and (first.start.date or first.start.date_time)
    return first.event_id, first.recurring_event_id, start or None


def _down(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _up(moment: datetime) -> datetime:
    whole = _down(moment)
    return whole if whole == moment else whole + timedelta(seconds=1)
