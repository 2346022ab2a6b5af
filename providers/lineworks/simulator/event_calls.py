"""The calls about events in calendars. No I/O.

An update replaces the whole event. Only the calendar in which an event was made can change or cancel it: in the
calendar of somebody invited an update is refused, and a delete takes away their copy alone.
Sources: https://developers.worksmobile.com/jp/docs/calendar-event-user-create, .../calendar-event-user-list,
.../calendar-event-user-search, .../calendar-event-user-update-put
"""

from collections.abc import Callable, Collection, Iterator
from enum import Enum
from uuid import uuid4
from zoneinfo import ZoneInfo

from aiohttp import web

from providers.lineworks.simulator.events import read_wish
from providers.lineworks.simulator.exchange import Asked, forbidden, member_of, not_found, page, refused
from providers.lineworks.simulator.ledger import Entry, Ledger
from providers.lineworks.simulator.places import Place, Places
from providers.lineworks.simulator.times import search_window, window
from providers.simulation.fields import bad
from providers.simulation.wire import Clock, answer, answer_json, array, from_json, to_json

SEARCHED = ("summary", "attendee", "location", "description")


class Repeat(Enum):
    """What a create does with an eventId that the calendar knows. No page says; a real tenant has yet to tell."""

    CONFLICT = 409
    BAD_REQUEST = 400


class EventCalls:
    """What can be done with events."""

    def __init__(
        self, places: Places, ledger: Ledger, clock: Clock, changed: Callable[[], None], repeat: Repeat
    ) -> None:
        """`repeat` says what happens when a create comes twice."""
        self._places = places
        self._ledger = ledger
        self._clock = clock
        self._changed = changed
        self._repeat = repeat

    def create(self, asked: Asked) -> web.Response:
        """POST …/events. Without an eventId the server chooses one."""
        place = self._places.meant(asked)
        place.check_writable()
        wish = read_wish(asked.fields(), ZoneInfo(place.member.zone))
        event_id = wish.event_id or str(uuid4())
        if self._ledger.find(place.calendar_id, event_id) is not None:
            raise refused(self._repeat.value, self._repeat.name, "eventId already exists")
        entry = self._ledger.add(place.member, place.calendar_id, place.email, event_id, wish)
        self._changed()
        return answer_json(201, entry.shown())

    def list_events(self, asked: Asked) -> web.Response:
        """GET …/events: whatever touches the window, in order of arrival; a series once and whole."""
        place = self._places.meant(asked)
        since, until = window(asked.query.get("fromDateTime"), asked.query.get("untilDateTime"))
        found = [
            entry.shown() for entry in self._ledger.entries(place.calendar_id) if entry.timetable.touches(since, until)
        ]
        return answer_json(200, b'{"events":[%b]}' % b",".join(found))

    def search(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendars/events/search: all calendars of a member, by pages of at most 100.

        That the answer has the shape of a list is by analogy. The real one finds what is new only after a while.
        """
        member = member_of(self._places.tenant, asked, asked.path["userId"])
        words, where = asked.query.get("query"), asked.query.get("queryFilters")
        if words is not None and not 2 <= len(words) <= 100:
            bad("query", "must have 2 to 100 characters")
        if where is not None and (words is None or not set(where.split(",")) <= set(SEARCHED)):
            bad("queryFilters", f"must be some of {', '.join(SEARCHED)}, and needs a query")
        since, until = search_window(asked.query.get("startTime"), asked.query.get("endTime"), self._clock())
        # Whoever is invited to an event of a calendar that they are on finds it in two.
        found = {id(one): one for place in self._places.of(member) for one in self._ledger.entries(place.calendar_id)}
        hits = [
            one.shown()
            for one in found.values()
            if one.timetable.touches(since, until) and _mentions(one, words, where.split(",") if where else SEARCHED)
        ]
        events, meta = page(asked, hits, 100, usual=50)
        return answer_json(200, b'{"events":%b,"responseMetaData":%b}' % (array(list(events)), to_json(meta)))

    def show_event(self, asked: Asked) -> web.Response:
        """GET …/events/{eventId}."""
        return answer_json(200, self._entry(asked, self._places.meant(asked)).shown())

    def update(self, asked: Asked) -> web.Response:
        """PUT …/events/{eventId}: what is left out is gone."""
        place = self._places.meant(asked)
        entry = self._entry(asked, place)
        if entry.calendar_id != place.calendar_id:
            raise forbidden("Only the organizer can change the event")
        place.check_writable()
        wish = read_wish(asked.fields(), ZoneInfo(place.member.zone), known_id=entry.event_id)
        self._ledger.replace(entry, place.email, wish)
        self._changed()
        return answer_json(200, entry.shown())

    def delete(self, asked: Asked) -> web.Response:
        """DELETE …/events/{eventId}?sendNotification=: a series goes whole."""
        place = self._places.meant(asked)
        notify = asked.query.get("sendNotification", "true")
        if notify not in ("true", "false"):
            bad("sendNotification", "must be true or false")
        entry = self._entry(asked, place)
        if entry.calendar_id == place.calendar_id:
            place.check_writable()
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


def _mentions(entry: Entry, words: str | None, where: Collection[str]) -> bool:
    """Whether a component of an event has `words` in one of these members, whatever their case."""
    if words is None:
        return True
    components = from_json(entry.components)
    assert isinstance(components, list)
    return any(words.casefold() in text.casefold() for one in components for text in _texts(one, where))


def _texts(component: dict[str, object], where: Collection[str]) -> Iterator[str]:
    for name in where:
        attendees = component.get("attendees") if name == "attendee" else None
        parts = attendees if isinstance(attendees, list) else [component]
        members = ("email", "displayName") if name == "attendee" else (name,)
        for part in parts:
            yield from (str(part[member]) for member in members if part.get(member))
