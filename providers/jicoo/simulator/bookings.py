"""Bookings: made by guests, cancelled and moved by either side, never deleted. No I/O.

Sources: https://developer.jicoo.com/api-5452986 (list), .../api-5453063 (get), .../api-5531352 (create),
https://developer.jicoo.com/project-373292/api-5545485 (update), .../api-9082713 (contacts),
https://developer.jicoo.com/apidoc/project-373292/api-5478461 (reschedule)
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web

from providers.jicoo.simulator.account import Account, BookingPage, Ways
from providers.jicoo.simulator.agenda import Agenda
from providers.jicoo.simulator.exchange import (
    LOCATIONS,
    ONLINE,
    PRIORITIES,
    ROLES,
    Asked,
    Stamps,
    asked_moment,
    known_user,
    listed,
    mail,
    moment,
    needed_moment,
    not_found,
    one,
    refused,
    zone,
)
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import array, instant, to_json

TRACKING = ("campaign", "source", "medium", "content", "term")
CONTACT_TEXTS = {
    "company": 32,
    "phoneNumber": 32,
    "message": 2000,
    "textRemindNumber": 32,
    "textRemindCountryCode": 255,
}


@dataclass(frozen=True, slots=True)
class Guest:
    """Who books, and what they say."""

    name: str
    email: str
    details: Mapping[str, object] = field(default_factory=dict)  # the rest of a contact
    answers: tuple[tuple[str, str], ...] = ()
    tracking: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Entry:
    """A booking: its members as they are shown, its times, and its JSON."""

    members: dict[str, object]
    start: datetime
    end: datetime
    hosts: tuple[str, ...]
    guest: Guest
    shown: bytes = b""
    held: bytes = b""

    @property
    def uid(self) -> str:
        """Its id."""
        return str(self.members["uid"])

    @property
    def is_open(self) -> bool:
        """Whether it takes place."""
        return self.members["status"] != "cancel"

    def contact(self) -> dict[str, object]:
        """Who booked, as the contacts have it."""
        blank = dict.fromkeys(CONTACT_TEXTS)
        return {
            "name": self.guest.name,
            "email": self.guest.email,
            "ccEmails": [],
            **blank,
            **self.guest.details,
            "answers": [{"question": question, "content": [said]} for question, said in self.guest.answers],
            "createdAt": self.members["createdAt"],
            "updatedAt": self.members["createdAt"],
        }

    def write(self) -> None:
        """Bring the JSON up to date."""
        self.members |= {"startedAt": instant(self.start), "endedAt": instant(self.end)}
        self.shown = to_json(self.members)
        self.held = to_json({**self.members, "contacts": [self.contact()]})


Tell = Callable[[str, Entry], None]  # the event's name, and the booking


class Bookings:
    """All bookings, in order of arrival."""

    def __init__(
        self,
        account: Account,
        ways: Ways,
        agenda: Agenda,
        stamps: Stamps,
        changed: Callable[[], None],
        *,
        hosts_of: Callable[[BookingPage], Iterable[str]],
        tell: Tell,
    ) -> None:
        """`hosts_of` a page guests may book; `tell` is told of what happens through the API, for the webhook."""
        self._account = account
        self._ways = ways
        self._agenda = agenda
        self._stamps = stamps
        self._changed = changed
        self._hosts_of = hosts_of
        self._tell = tell
        self._entries: dict[str, Entry] = {}

    def held(self) -> bytes:
        """All of them for `/_sim/state`, each with its contacts."""
        return array([entry.held for entry in self._entries.values()])

    def find(self, uid: str) -> Entry | None:
        """The booking of that id."""
        return self._entries.get(uid)

    # --- what happens to bookings, whoever does it ----------------------------------------------------------------

    def add(
        self,
        page: BookingPage,
        hosts: Iterable[str],
        start: datetime,
        end: datetime,
        zone_name: str,
        guest: Guest,
        location: str | None,
    ) -> Entry:
        """A guest books; whether the time is free was the caller's to ask."""
        uid, stamp = secrets.token_urlsafe(9), self._stamps.next()
        names = tuple(hosts)
        members: dict[str, object] = {
            "uid": uid,
            "eventTypeId": page.uid,
            "name": page.name,
            "description": page.description or None,
            "url": f"https://meet.example/{uid}" if location in ONLINE else None,
            "phoneNumber": None,
            "address": None,
            "customLocation": None,
            "access": None,
            "status": "open",
            "startedAt": "",
            "endedAt": "",
            "locationId": location,
            "timeZone": zone_name,
            "priority": "middle",
            "cancelReason": None,
            "cancelledAt": None,
            "cancelledBy": None,
            "hosts": [{"userId": host, "role": "admin"} for host in names],
            "createdAt": stamp,
            "updatedAt": stamp,
        }
        entry = Entry(members, start, end, names, guest)
        self._entries[uid] = entry
        self._agenda.take(names, start, end, uid)
        self._written(entry)
        return entry

    def move(self, entry: Entry, start: datetime, end: datetime, zone_name: str | None = None) -> None:
        """It takes place at another time."""
        self._agenda.give_back(entry.hosts, entry.start, entry.end, entry.uid)
        self._agenda.take(entry.hosts, start, end, entry.uid)
        entry.start, entry.end = start, end
        entry.members |= {"updatedAt": self._stamps.next()} | ({"timeZone": zone_name} if zone_name else {})
        self._written(entry)

    def cancel(self, entry: Entry, by: str, reason: str | None) -> None:
        """It does not take place; `by` is "guest" or "host"."""
        self._agenda.give_back(entry.hosts, entry.start, entry.end, entry.uid)
        stamp = self._stamps.next()
        entry.members |= {
            "status": "cancel",
            "cancelReason": reason or None,
            "cancelledAt": stamp,
            "cancelledBy": by,
            "updatedAt": stamp,
        }
        self._written(entry)

    def _written(self, entry: Entry) -> None:
        entry.write()
        self._changed()

    # --- the API ----------------------------------------------------------------------------------------------------

    def show_all(self, asked: Asked) -> web.Response:
        """GET /bookings: `startedAt` is the earliest start, `endedAt` the latest end."""
        query = asked.query
        status, direction, order = query.get("status"), query.get("sort", "desc"), query.get("order", "createdAt")
        if status not in (None, "open", "cancel") or direction not in ("asc", "desc"):
            raise refused(400, "status must be open or cancel, sort asc or desc")
        if order not in ("startedAt", "createdAt"):
            raise refused(400, "order must be startedAt or createdAt")
        since, until = asked_moment(query, "startedAt"), asked_moment(query, "endedAt")
        found = [
            entry
            for entry in self._entries.values()
            if (status is None or entry.members["status"] == status)
            and (since is None or entry.start >= since)
            and (until is None or entry.end <= until)
        ]
        if order == "startedAt":
            found.sort(key=lambda entry: entry.start)
        if direction == "desc":
            found.reverse()
        return listed(asked, [entry.shown for entry in found])

    def show(self, asked: Asked) -> web.Response:
        """GET /bookings/{uid}."""
        return one(200, self._entry(asked).shown)

    def show_contacts(self, asked: Asked) -> web.Response:
        """GET /bookings/{uid}/contacts."""
        return one(200, to_json([self._entry(asked).contact()]))

    def create(self, asked: Asked) -> web.Response:
        """POST /bookings: the first host of the page who is free takes it."""
        fields = asked.fields()
        page_uid, start = fields.needed("eventTypeId"), needed_moment(fields, "startedAt")
        zone_name = zone(fields, "timeZone", required=True)
        assert zone_name is not None
        guest = _guest(fields)
        if "locationId" not in fields.members:
            bad(fields.at("locationId"), "is required")
        location = fields.choice("locationId", LOCATIONS)
        page = next((one for one in self._account.pages if one.uid == page_uid), None)
        if page is None:
            raise refused(422, "eventTypeId is no event type")
        end = start + timedelta(minutes=page.minutes)
        host = next((one for one in self._hosts_of(page) if self._agenda.is_free(one, start, end)), None)
        if host is None:
            raise refused(422, "the slot is not available")
        entry = self.add(page, [host], start, end, zone_name, guest, location)
        self._tell("guest_booked", entry)
        return one(201, entry.shown)

    def update(self, asked: Asked) -> web.Response:
        """PATCH /bookings/{uid}: what is left out stays; whether the time is free is not asked."""
        entry = self._entry(asked)
        fields = asked.fields()
        fields.text("updateMessage", 2000)
        fields.flag("isSendUpdates")
        told: dict[str, object] = {}
        for name, longest in (("name", 64), ("description", 10_000)):
            if name in fields.members:
                told[name] = fields.text(name, longest, required=name == "name")
        if (priority := fields.choice("priority", PRIORITIES)) is not None:
            told["priority"] = priority
        zone_name = zone(fields, "timeZone")
        start, end = moment(fields, "startedAt") or entry.start, moment(fields, "endedAt") or entry.end
        if end < start:
            raise refused(422, "endedAt is before startedAt")
        if "hosts" in fields.members:
            self._change_hosts(entry, self._hosts(fields))
        moved = (start, end) != (entry.start, entry.end)
        entry.members |= told
        self.move(entry, start, end, zone_name)
        if moved:
            self._tell("host_rescheduled", entry)
        return one(200, entry.shown)

    def reschedule(self, asked: Asked) -> web.Response:
        """POST /bookings/{uid}/reschedule: to a time that is free, as long as before."""
        entry = self._entry(asked)
        fields = asked.fields()
        zone_name, start = zone(fields, "timeZone", required=True), needed_moment(fields, "startedAt")
        end = start + (entry.end - entry.start)
        if not entry.is_open:
            raise refused(422, "the booking is cancelled")
        if not all(self._agenda.is_free(host, start, end, but_for=entry.uid) for host in entry.hosts):
            raise refused(422, "the slot is not available")
        self.move(entry, start, end, zone_name)
        self._tell("host_rescheduled", entry)
        return one(200, entry.shown)

    def cancel_by_key(self, asked: Asked) -> web.Response:
        """POST /bookings/{uid}/cancel."""
        entry = self._entry(asked)
        fields = asked.fields()
        if unknown := fields.members.keys() - {self._ways.cancel_field}:
            raise refused(422, f"{sorted(unknown)} is not known")
        reason = fields.text(self._ways.cancel_field, 2000)
        if not entry.is_open:
            raise refused(422, "the booking is cancelled")
        self.cancel(entry, "host", reason)
        self._tell("host_cancelled", entry)
        return one(200, entry.shown)

    def _entry(self, asked: Asked) -> Entry:
        entry = self._entries.get(asked.path["uid"])
        if entry is None:
            raise not_found("Booking")
        return entry

    def _hosts(self, fields: Fields) -> list[dict[str, object]]:
        return [
            {
                "userId": known_user(self._account, one_of_them.needed("userId"), one_of_them.at("userId")),
                "role": one_of_them.choice("role", ROLES, required=True),
            }
            for one_of_them in fields.objects("hosts", 100, least=1, required=True)
        ]

    def _change_hosts(self, entry: Entry, hosts: list[dict[str, object]]) -> None:
        self._agenda.give_back(entry.hosts, entry.start, entry.end, entry.uid)
        entry.hosts = tuple(str(host["userId"]) for host in hosts)
        entry.members["hosts"] = hosts


def _guest(fields: Fields) -> Guest:
    """Who a create books for. Raises Invalid."""
    name, address = fields.needed("name", 64, shortest=1), mail(fields, "email", required=True)
    assert address is not None
    details: dict[str, object] = {key: fields.text(key, longest) for key, longest in CONTACT_TEXTS.items()}
    details["ccEmails"] = fields.words("ccEmails", 30)
    fields.choice("locale", {"ja", "en"})
    tracking = fields.within("tracking")
    answers = []
    for item in fields.objects("answers", 100):
        said = item.raw("content", required=True)
        answers.append((item.needed("questionUid"), ", ".join(map(str, said)) if isinstance(said, list) else str(said)))
    payment = fields.within("payment")
    if payment is not None:
        payment.choice("paymentMethod", {"none", "card", "onsite"}, required=True)
        payment.items("items", 100, required=True)
    sources = {key: tracking.text(key, 255) for key in TRACKING} if tracking is not None else {}
    return Guest(name, address, details, tuple(answers), {key: said for key, said in sources.items() if said})
