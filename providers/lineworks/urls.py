"""Where LINE WORKS is, and the paths of its API. No I/O.

Source: https://developers.worksmobile.com/en/docs/api-call
"""

from providers.transport import segment

API = "https://www.worksapis.com"
AUTH = "https://auth.worksmobile.com"

TOKEN = "/oauth2/v2.0/token"  # noqa: S105 -- a path, not a secret
USERS = "/v1.0/users"


def user(user_id: str) -> str:
    """A member: by id or login e-mail ("me" only with a member's own token)."""
    return f"{USERS}/{segment(user_id)}"


def default_calendar(user_id: str) -> str:
    """The calendar every member has."""
    return f"{user(user_id)}/calendar"


def calendar_personals(user_id: str) -> str:
    """All calendars that a member can reach."""
    return f"{user(user_id)}/calendar-personals"


def events(user_id: str, calendar_id: str | None = None) -> str:
    """The events of a calendar; of the default one without `calendar_id`."""
    if calendar_id is None:
        return f"{default_calendar(user_id)}/events"
    return f"{user(user_id)}/calendars/{segment(calendar_id)}/events"


def event(user_id: str, event_id: str, calendar_id: str | None = None) -> str:
    """One event, or one whole series."""
    return f"{events(user_id, calendar_id)}/{segment(event_id)}"


def bot(bot_id: str) -> str:
    """A bot."""
    return f"/v1.0/bots/{segment(bot_id)}"


def user_messages(bot_id: str, user_id: str) -> str:
    """What the bot says to one member."""
    return f"{bot(bot_id)}/users/{segment(user_id)}/messages"


def channel(bot_id: str, channel_id: str) -> str:
    """A talk room that the bot is in."""
    return f"{bot(bot_id)}/channels/{segment(channel_id)}"


def channel_messages(bot_id: str, channel_id: str) -> str:
    """What the bot says in a room."""
    return f"{channel(bot_id, channel_id)}/messages"


def channel_members(bot_id: str, channel_id: str) -> str:
    """Who is in a room."""
    return f"{channel(bot_id, channel_id)}/members"


def persistent_menu(bot_id: str) -> str:
    """The menu at the foot of every 1:1 talk with the bot."""
    return f"{bot(bot_id)}/persistentmenu"
