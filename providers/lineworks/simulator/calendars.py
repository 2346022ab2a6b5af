"""The calendar API: whose calendars there are, and what happens to events in them. No I/O.

An update replaces the whole event. Only the calendar in which an event was made can change or cancel it: in the
calendar of somebody invited an update is refused, and a delete takes away their copy alone.
Sources: https://developers.worksmobile.com/jp/docs/calendar and the pages calendar-default-user-get,
calendar-personals-user-list, calendar-event-user-create, -list, -update-put below it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from uuid import uuid4
from zoneinfo import ZoneInfo

from aiohttp import web

from providers.lineworks.simulator.events import read_wish
from providers.lineworks.simulator.exchange import Asked, forbidden, member_of, not_found, page, refused
from providers.lineworks.simulator.ledger import Entry, Ledger
from providers.lineworks.simulator.tenant import Tenant
from providers.lineworks.simulator.times import window
from providers.simulation.cast import CastCalendar, CastMember
from providers.simulation.fields import bad
from providers.simulation.wire import answer, answer_json


class Repeat(Enum):
    """What a create does with an eventId that the calendar knows. No page says; a real tenant has yet to tell."""

    CONFLICT = 409
    BAD_REQUEST = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar as a member of it sees it; `shared` is None for the member's own."""

    member: CastMember
    calendar_id: str
    shared: CastCalendar | None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.shared.name if self.shared else self.member.display_name

    @property
    def email(self) -> str:
        """Its address, from which invitations come: a shared calendar has one of its own."""
        domain = self.member.email.partition("@")[2]
        return f"{self.calendar_id}@{domain}" if self.shared else self.member.email


class Calendars:
    """Default and shared calendars of everybody."""

    def __init__(self, tenant: Tenant, ledger: Ledger, changed: Callable[[], None], repeat: Repeat) -> None:
        """`repeat` says what happens when a create comes twice."""
        self._tenant = tenant
        self._ledger = ledger
        self._changed = changed
        self._repeat = repeat

    # --- calendars ------------------------------------------------------------------------------------------------

    def show_default(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar."""
        member = member_of(self._tenant, asked, asked.path["userId"])
        place = Place(member, self._tenant.own_calendar(member), None)
        role = {"id": member.user_id, "type": "USER", "role": "CALENDAR_EVENT_READ_WRITE"}
        body = {
            "calendarId": place.calendar_id,
            "calendarName": place.name,
            "calendarEmail": place.email,
            "members": [role],
            "description": "",
            "isPublic": False,
            "type": "INDIVIDUAL",
        }
        return answer(200, body)

    def show_all(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar-personals, by pages of at most 50. Nothing marks the default one."""
        member = member_of(self._tenant, asked, asked.path["userId"])
        found, meta = page(asked, [_personal(*one) for one in enumerate(self._places(member))], 50)
        return answer(200, {"calendarPersonals": found, "responseMetaData": meta})

    def show_one(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar-personals/{calendarId}."""
        member = member_of(self._tenant, asked, asked.path["userId"])
        for order, place in enumerate(self._places(member)):
            if place.calendar_id == asked.path["calendarId"]:
                return answer(200, _personal(order, place))
        raise not_found("Calendar")

    def _places(self, member: CastMember) -> list[Place]:
        own = Place(member, self._tenant.own_calendar(member), None)
        return [own, *(Place(member, one.calendar_id, one) for one in self._tenant.shared_calendars(member))]

    def _place(self, asked: Asked) -> Place:
        """The calendar that a path means: the one it names, else the member's own."""
        member = member_of(self._tenant, asked, asked.path["userId"])
        own, *_shared = places = self._places(member)
        wanted = asked.path.get("calendarId", own.calendar_id)
        place = next((one for one in places if one.calendar_id == wanted), None)
        if place is None:
            raise not_found("Calendar")
        return place

    # --- events ---------------------------------------------------------------------------------------------------

    def create(self, asked: Asked) -> web.Response:
        """POST …/events. Without an eventId the server chooses one."""
        place = self._place(asked)
        wish = read_wish(asked.fields(), ZoneInfo(place.member.zone))
        event_id = wish.event_id or str(uuid4())
        if self._ledger.find(place.calendar_id, event_id) is not None:
            raise refused(self._repeat.value, self._repeat.name, "eventId already exists")
        entry = self._ledger.add(place.member, place.calendar_id, place.email, event_id, wish)
        self._changed()
        return answer_json(201, entry.shown())

    def list_events(self, asked: Asked) -> web.Response:
        """GET …/events: whatever touches the window, in order of arrival; a series once and whole."""
        place = self._place(asked)
        since, until = window(asked.query.get("fromDateTime"), asked.query.get("untilDateTime"))
        found = [
            entry.shown() for entry in self._ledger.entries(place.calendar_id) if entry.timetable.touches(since, until)
        ]
        return answer_json(200, b'{"events":[%b]}' % b",".join(found))

    def show_event(self, asked: Asked) -> web.Response:
        """GET …/events/{eventId}."""
        return answer_json(200, self._entry(asked, self._place(asked)).shown())

    def update(self, asked: Asked) -> web.Response:
        """PUT …/events/{eventId}: what is left out is gone."""
        place = self._place(asked)
        entry = self._entry(asked, place)
        if entry.calendar_id != place.calendar_id:
            raise forbidden("Only the organizer can change the event")
        wish = read_wish(asked.fields(), ZoneInfo(place.member.zone), known_id=entry.event_id)
        self._ledger.replace(entry, place.email, wish)
        self._changed()
        return answer_json(200, entry.shown())

    def delete(self, asked: Asked) -> web.Response:
        """DELETE …/events/{eventId}?sendNotification=: a series goes whole."""
        place = self._place(asked)
        notify = asked.query.get("sendNotification", "true")
        if notify not in ("true", "false"):
            bad("sendNotification", "must be true or false")
        entry = self._entry(asked, place)
        if entry.calendar_id == place.calendar_id:
            self._ledger.remove(entry, notify=notify == "true")
        else:
            self._ledger.decline(entry, place.calendar_id)
        self._changed()
        return answer(204)

    def _entry(self, asked: Asked, place: Place) -> Entry:
        entry = self._ledger.find(place.calendar_id, asked.path["eventId"])
        if entry is None:
            raise not_found("Event")
        return entry


def _personal(order: int, place: Place) -> dict[str, object]:
    return {
        "calendarId": place.calendar_id,
        "calendarName": place.name,
        "isShowOnLNBList": True,
        "displayOrder": order,
        "resourceLocation": 0,
    }
