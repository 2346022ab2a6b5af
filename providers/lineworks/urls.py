"""Where LINE WORKS is, and the paths of its API. No I/O.

Source: https://developers.worksmobile.com/en/docs/api-call
"""

import re
from urllib.parse import urlsplit

from providers.transport import segment

API = "https://www.worksapis.com"
AUTH = "https://auth.worksmobile.com"

TOKEN = "/oauth2/v2.0/token"  # noqa: S105 -- a path, not a secret
USERS = "/v1.0/users"
CALENDARS = "/v1.0/calendars"

_THEIRS = re.compile(r"([a-z0-9-]+\.)+(worksmobile|worksapis)\.com")


def user(user_id: str) -> str:
    """A member: by id or login e-mail ("me" only with a member's own token)."""
    return f"{USERS}/{segment(user_id)}"


def default_calendar(user_id: str) -> str:
    """The calendar every member has."""
    return f"{user(user_id)}/calendar"


def calendar_personals(user_id: str) -> str:
    """All calendars that a member can reach."""
    return f"{user(user_id)}/calendar-personals"


def calendar_personal(user_id: str, calendar_id: str) -> str:
    """How one of them stands in the member's list."""
    return f"{calendar_personals(user_id)}/{segment(calendar_id)}"


def calendar(calendar_id: str) -> str:
    """A shared calendar."""
    return f"{CALENDARS}/{segment(calendar_id)}"


def user_calendar(user_id: str, calendar_id: str) -> str:
    """A calendar as a member reaches it."""
    return f"{user(user_id)}/calendars/{segment(calendar_id)}"


def events_search(user_id: str) -> str:
    """The events of all calendars of a member."""
    return f"{user(user_id)}/calendars/events/search"


def events(user_id: str, calendar_id: str | None = None) -> str:
    """The events of a calendar; of the default one without `calendar_id`."""
    if calendar_id is None:
        return f"{default_calendar(user_id)}/events"
    return f"{user_calendar(user_id, calendar_id)}/events"


def event(user_id: str, event_id: str, calendar_id: str | None = None) -> str:
    """One event, or one whole series."""
    return f"{events(user_id, calendar_id)}/{segment(event_id)}"


def bot(bot_id: str) -> str:
    """A bot."""
    return f"/v1.0/bots/{segment(bot_id)}"


def user_messages(bot_id: str, user_id: str) -> str:
    """What the bot says to one member."""
    return f"{bot(bot_id)}/users/{segment(user_id)}/messages"


def channels(bot_id: str) -> str:
    """The rooms that the bot makes."""
    return f"{bot(bot_id)}/channels"


def channel(bot_id: str, channel_id: str) -> str:
    """A talk room that the bot is in."""
    return f"{channels(bot_id)}/{segment(channel_id)}"


def channel_messages(bot_id: str, channel_id: str) -> str:
    """What the bot says in a room."""
    return f"{channel(bot_id, channel_id)}/messages"


def channel_members(bot_id: str, channel_id: str) -> str:
    """Who is in a room."""
    return f"{channel(bot_id, channel_id)}/members"


def persistent_menu(bot_id: str) -> str:
    """The menu at the foot of every 1:1 talk with the bot."""
    return f"{bot(bot_id)}/persistentmenu"


def rich_menus(bot_id: str) -> str:
    """The bot's menus with a picture."""
    return f"{bot(bot_id)}/richmenus"


def rich_menu(bot_id: str, richmenu_id: str) -> str:
    """One such menu."""
    return f"{rich_menus(bot_id)}/{segment(richmenu_id)}"


def rich_menu_user(bot_id: str, richmenu_id: str, user_id: str) -> str:
    """One such menu, for one member."""
    return f"{rich_menu(bot_id, richmenu_id)}/users/{segment(user_id)}"


def default_rich_menu(bot_id: str) -> str:
    """The menu of everybody who has none of their own."""
    return f"{rich_menus(bot_id)}/default"


def user_rich_menu(bot_id: str, user_id: str) -> str:
    """A member's own menu."""
    return f"{rich_menus(bot_id)}/users/{segment(user_id)}"


def attachments(bot_id: str) -> str:
    """Files of the bot."""
    return f"{bot(bot_id)}/attachments"


def attachment(bot_id: str, file_id: str) -> str:
    """A file."""
    return f"{attachments(bot_id)}/{segment(file_id)}"


def storage(address: str, api: str) -> tuple[str, str]:
    """Origin and path of an address at which LINE WORKS says a file lies; `api` is the address of its API.

    Always encrypted: real answers say http. Raises ValueError for every host but theirs and the API's own, since
    whoever is asked there is shown the token.
    """
    parts, home = urlsplit(address), urlsplit(api)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if (parts.scheme, parts.netloc) == (home.scheme, home.netloc):
        return f"{home.scheme}://{home.netloc}", path
    if parts.scheme not in {"http", "https"} or not _THEIRS.fullmatch(parts.netloc):
        raise ValueError("not a host of LINE WORKS")
    return f"https://{parts.netloc}", path
