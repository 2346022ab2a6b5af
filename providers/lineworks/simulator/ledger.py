"""Events as the server keeps them, and who is told when they change. No I/O.

An event lives in one calendar, its organiser's; everybody invited finds it in their own default calendar too.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import quote

from providers.lineworks.simulator.events import Component, Wish
from providers.lineworks.simulator.series import Timetable
from providers.lineworks.simulator.tenant import Tenant
from providers.lineworks.simulator.times import written
from providers.simulation.cast import CastMember
from providers.simulation.wire import Clock, array, instant, to_json

NOTICES_KEPT = 10_000


@dataclass(slots=True)
class Entry:
    """One event or series: where it lives, and its components as JSON, ready to be shown."""

    owner: CastMember
    calendar_id: str
    event_id: str
    created: datetime
    updated: datetime
    timetable: Timetable
    invited: tuple[str, ...] = ()
    components: bytes = b""
    declined: set[str] = field(default_factory=set)  # calendars from which an invited member took it away

    def shown(self) -> bytes:
        """The JSON object that create, get, update and list answer with."""
        return b'{"eventComponents":%b,"organizerCalendarId":%b}' % (self.components, to_json(self.calendar_id))

    def held(self) -> bytes:
        """The JSON object of `/_sim/state`."""
        return b'{"userId":%b,"calendarId":%b,"eventComponents":%b}' % (
            to_json(self.owner.user_id),
            to_json(self.calendar_id),
            self.components,
        )


class Ledger:
    """All events of the tenant, in order of arrival, and the calendars in which they are found."""

    def __init__(self, tenant: Tenant, clock: Clock) -> None:
        """All calendars are empty."""
        self._tenant = tenant
        self._clock = clock
        self._entries: dict[tuple[str, str], Entry] = {}
        self._calendars: dict[str, dict[str, Entry]] = {}
        self._notices: deque[bytes] = deque(maxlen=NOTICES_KEPT)
        self.address = ""  # where `viewUrl` leads

    def find(self, calendar_id: str, event_id: str) -> Entry | None:
        """The event as it is found in a calendar, one's own or one that one is invited to."""
        return self._calendars.get(calendar_id, {}).get(event_id)

    def entries(self, calendar_id: str) -> Iterator[Entry]:
        """All events found in a calendar, in order of arrival."""
        return iter(self._calendars.get(calendar_id, {}).values())

    def held(self) -> bytes:
        """All events for `/_sim/state`, each once."""
        return array([entry.held() for entry in self._entries.values()])

    def notices(self) -> bytes:
        """Who was told of what, for `/_sim/state`."""
        return array(list(self._notices))

    def add(self, owner: CastMember, calendar_id: str, organizer: str, event_id: str, wish: Wish) -> Entry:
        """Keep a new event; `organizer` is the e-mail shown where the request names none."""
        now = self._clock()
        entry = Entry(owner, calendar_id, event_id, now, now, wish.timetable)
        self._entries[calendar_id, event_id] = entry
        self._calendars.setdefault(calendar_id, {})[event_id] = entry
        self._fill(entry, organizer, wish)
        self._tell("created", entry, entry.invited, notify=wish.notify)
        return entry

    def replace(self, entry: Entry, organizer: str, wish: Wish) -> None:
        """Let the event be what `wish` says and nothing else."""
        before = entry.invited
        # Shown in whole seconds, and yet different after every update.
        entry.updated = max(self._clock(), entry.updated + timedelta(seconds=1))
        entry.timetable = wish.timetable
        self._fill(entry, organizer, wish)
        self._tell("updated", entry, dict.fromkeys([*before, *entry.invited]), notify=wish.notify)

    def remove(self, entry: Entry, *, notify: bool) -> None:
        """Take the event away from everybody."""
        del self._entries[entry.calendar_id, entry.event_id]
        for calendar_id in (entry.calendar_id, *self._guest_calendars(entry)):
            self._take_out(calendar_id, entry)
        self._tell("deleted", entry, entry.invited, notify=notify)

    def clear(self, calendar_id: str) -> None:
        """Take away all events that were made in a calendar; nobody is told."""
        for entry in [one for one in self._entries.values() if one.calendar_id == calendar_id]:
            self.remove(entry, notify=False)

    def decline(self, entry: Entry, calendar_id: str) -> None:
        """Take away the copy of somebody invited; the event stays."""
        entry.declined.add(calendar_id)
        self._take_out(calendar_id, entry)

    def _fill(self, entry: Entry, organizer: str, wish: Wish) -> None:
        """Write the components with what the server adds, and bring the event to those invited now."""
        zone = entry.owner.zone
        added: Component = {
            "eventId": entry.event_id,
            "createdTime": written(entry.created, zone),
            "updatedTime": written(entry.updated, zone),
            "viewUrl": f"{self.address}/_sim/view/{quote(entry.calendar_id, safe='')}/{quote(entry.event_id, safe='')}",
        }
        named = {"organizer": {"email": organizer, "displayName": entry.owner.display_name}}
        entry.components = to_json([{**named, **component, **added} for component in wish.components])
        before = set(self._guest_calendars(entry))
        entry.invited = wish.invited
        now = set(self._guest_calendars(entry))
        for calendar_id in before - now:
            self._take_out(calendar_id, entry)
        entry.declined &= now
        for calendar_id in now - entry.declined:
            self._calendars.setdefault(calendar_id, {}).setdefault(entry.event_id, entry)

    def _guest_calendars(self, entry: Entry) -> Iterator[str]:
        for mail in entry.invited:
            member = self._tenant.member(mail)
            calendar_id = self._tenant.own_calendar(member) if member else entry.calendar_id
            if calendar_id != entry.calendar_id:
                yield calendar_id

    def _take_out(self, calendar_id: str, entry: Entry) -> None:
        """Only this very event: a guest may have one of their own with the same id."""
        calendar = self._calendars.get(calendar_id, {})
        if calendar.get(entry.event_id) is entry:
            del calendar[entry.event_id]

    def _tell(self, act: str, entry: Entry, people: Iterable[str], *, notify: bool) -> None:
        to = list(people)
        if notify and to:
            notice = {"act": act, "eventId": entry.event_id, "to": to, "at": instant(self._clock())}
            self._notices.append(to_json(notice))
