"""The paths of the Back Office API. Its host is the installation's own. No I/O.

Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html
"""

from providers.transport import segment

EVENTS = "/api/v2/calendars/events"


def event(event_id: str) -> str:
    """One event."""
    return f"{EVENTS}/{segment(event_id)}"
