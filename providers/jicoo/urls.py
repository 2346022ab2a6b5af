"""Where Jicoo is, and the paths of its API. No I/O.

Source: https://developer.jicoo.com/apidoc/project-373292/doc-468187
"""

from providers.transport import segment

API = "https://api.jicoo.com"
"""Paths below carry the version themselves."""

SCHEDULES = "/v1/schedules"
BOOKINGS = "/v1/bookings"
EVENT_TYPES = "/v1/event_types"
EVENT_TYPE_HOSTS = "/v1/event_type_hosts"
AVAILABILITY_CALENDARS = "/v1/user_availability_calendars"
ME = "/v1/users/me"

# No page that can be read says which of the two it is: the first follows the page of a single user.
USERS = ("/v1/organization_users", "/v1/organization/users")


def schedule(uid: str) -> str:
    """One schedule."""
    return f"{SCHEDULES}/{segment(uid)}"


def booking(uid: str) -> str:
    """One booking."""
    return f"{BOOKINGS}/{segment(uid)}"


def booking_contacts(uid: str) -> str:
    """Who made a booking."""
    return f"{booking(uid)}/contacts"


def booking_reschedule(uid: str) -> str:
    """A booking's other time."""
    return f"{booking(uid)}/reschedule"


def booking_cancel(uid: str) -> str:
    """A booking's end."""
    return f"{booking(uid)}/cancel"


def event_type(uid: str) -> str:
    """One page on which guests book."""
    return f"{EVENT_TYPES}/{segment(uid)}"


def available_schedules(uid: str) -> str:
    """What can still be booked on a page."""
    return f"{event_type(uid)}/available_schedules"


def hosts(event_type_uid: str) -> str:
    """With whom one books on a page."""
    return f"{event_type(event_type_uid)}/hosts"


def host(event_type_uid: str, uid: str) -> str:
    """One host of a page."""
    return f"{hosts(event_type_uid)}/{segment(uid)}"


def availability_calendar(uid: str) -> str:
    """One template of when somebody can be booked."""
    return f"{AVAILABILITY_CALENDARS}/{segment(uid)}"


def team(team_id: str) -> str:
    """One team; the path is by analogy, its page could not be read."""
    return f"/v1/organization_teams/{segment(team_id)}"


def user(user_id: str) -> str:
    """One of the organisation."""
    return f"{USERS[0]}/{segment(user_id)}"
