"""Schedules: what people put on the calendar by hand. No I/O.

Sources: https://developer.jicoo.com/api-5577216 (create), .../api-5582019 (list),
https://developer.jicoo.com/apidoc/project-373292/api-5547058 (update)
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from providers.jicoo.simulator.account import Account, Ways
from providers.jicoo.simulator.exchange import (
    LOCATIONS,
    ONLINE,
    PRIORITIES,
    ROLES,
    Asked,
    Stamps,
    known_user,
    listed,
    mail,
    moment,
    not_found,
    one,
    read_instant,
    refused,
    zone,
)
from providers.simulation.fields import INT32, Fields, bad
from providers.simulation.wire import answer, answer_json, array, instant, to_json

MOST_ATTENDEES = 1000  # no page says

TEXTS = {"name": 64, "description": 10_000, "phoneNumber": 32, "access": 2000, "address": 255, "customLocation": 2000}
FLAGS = ("isRemind", "isAllDay")
WORDS = {
    "priority": PRIORITIES,
    "displayType": frozenset({"private", "teamPublic", "public"}),
    "location": LOCATIONS,
    "transparency": frozenset({"opaque", "transparent"}),
    "behavior": frozenset({"event", "work"}),
    "visibilityType": frozenset({"default", "busy"}),
}
NULLABLE = frozenset({"description", "routine", "projectId", *TEXTS, *WORDS}) - {"name"}

# What a schedule is where nobody says: the pages leave that open too.
DEFAULTS: dict[str, object] = {
    "description": None,
    "routine": None,
    "isRemind": False,
    "projectId": None,
    "phoneNumber": None,
    "access": None,
    "address": None,
    "customLocation": None,
    "isAllDay": False,
    "priority": None,
    "displayType": "teamPublic",
    "location": None,
    "transparency": "opaque",
    "behavior": "event",
    "visibilityType": "default",
}
NOT_SHOWN_WHEN_MADE = frozenset({"projectId", "uid", "status", "url", "updatedAt", "createdAt"})


@dataclass(slots=True)
class Entry:
    """A schedule, and its JSON ready to be shown."""

    members: dict[str, object]
    shown: bytes = b""

    def write(self) -> None:
        """Bring the JSON up to date."""
        self.shown = to_json(self.members)


class Schedules:
    """All schedules, in order of arrival."""

    def __init__(self, account: Account, ways: Ways, stamps: Stamps, changed: Callable[[], None]) -> None:
        """The calendar is empty."""
        self._account = account
        self._ways = ways
        self._stamps = stamps
        self._changed = changed
        self._entries: dict[str, Entry] = {}

    def held(self) -> bytes:
        """All of them for `/_sim/state`."""
        return array([entry.shown for entry in self._entries.values()])

    def create(self, asked: Asked) -> web.Response:
        """POST /schedules."""
        fields = asked.fields()
        for name in ("name", "startedAt", "endedAt", "timeZone", "attendees"):
            fields.raw(name, required=True)
        uid, stamp = secrets.token_urlsafe(9), self._stamps.next()
        members = {"uid": uid, "name": "", **DEFAULTS, **self._read(fields), "status": "open", "url": None}
        members |= {"updatedAt": stamp, "createdAt": stamp}
        self._check(members)
        if members["location"] in ONLINE:
            members["url"] = f"https://meet.example/{uid}"
        entry = Entry(members)
        entry.write()
        self._entries[uid] = entry
        self._changed()
        told = entry.shown
        if not self._ways.tells_uid:
            told = to_json({name: value for name, value in members.items() if name not in NOT_SHOWN_WHEN_MADE})
        return one(201, told) if self._ways.wraps_created else answer_json(201, told)

    def show_all(self, asked: Asked) -> web.Response:
        """GET /schedules: no window, no filter."""
        return listed(asked, [entry.shown for entry in self._entries.values()])

    def update(self, asked: Asked) -> web.Response:
        """PATCH /schedules/{uid}: what is left out stays."""
        entry = self._entry(asked)
        fields = asked.fields()
        fields.text("updateMessage", 2000)
        fields.flag("isSendUpdates")
        members = {**entry.members, **self._read(fields), "updatedAt": self._stamps.next()}
        self._check(members)
        entry.members = members
        entry.write()
        self._changed()
        return one(200, entry.shown)

    def delete(self, asked: Asked) -> web.Response:
        """DELETE /schedules/{uid}."""
        entry = self._entry(asked)
        if self._ways.keeps_deleted:
            entry.members |= {"status": "cancel", "updatedAt": self._stamps.next()}
            entry.write()
        else:
            del self._entries[asked.path["uid"]]
        self._changed()
        return answer(204)

    def _entry(self, asked: Asked) -> Entry:
        entry = self._entries.get(asked.path["uid"])
        if entry is None or entry.members["status"] != "open":
            raise not_found("Schedule")
        return entry

    def _read(self, fields: Fields) -> dict[str, object]:
        """Those members that are there, checked one by one. Raises Invalid or Refusal."""
        there = fields.members.keys()
        for name in there & {"startedAt", "endedAt", "timeZone", "attendees", "name", *FLAGS}:
            fields.raw(name, required=True)  # these may not be null
        found: dict[str, object] = dict.fromkeys(NULLABLE & there)
        found |= {
            name: fields.text(name, longest, shortest=1 if name == "name" else 0) for name, longest in TEXTS.items()
        }
        found |= {name: fields.flag(name) for name in FLAGS}
        found |= {name: fields.choice(name, allowed) for name, allowed in WORDS.items()}
        found["projectId"] = fields.integer("projectId", 1, INT32)
        routine = fields.within("routine")
        found["routine"] = None if routine is None else routine.members
        found["timeZone"] = zone(fields, "timeZone")
        for name in ("startedAt", "endedAt"):
            at = moment(fields, name)
            found[name] = None if at is None else instant(at)
        found["attendees"] = self._attendees(fields) if "attendees" in there else None
        return {name: found[name] for name in found.keys() & there}

    def _attendees(self, fields: Fields) -> list[dict[str, object]]:
        found = []
        for one_of_them in fields.objects("attendees", MOST_ATTENDEES, least=1, required=True):
            user_id, address = one_of_them.text("userId"), mail(one_of_them, "email")
            if (user_id is None) == (address is None):
                bad(one_of_them.where, "must have userId or email")
            if user_id is not None:
                known_user(self._account, user_id, one_of_them.at("userId"))
            attendee: dict[str, object] = {"userId": user_id} if user_id is not None else {"email": address}
            attendee["role"] = one_of_them.choice("role", ROLES, required=True)
            attendee["userType"] = one_of_them.choice("userType", {"host", "guest"}, required=True)
            found.append(attendee)
        return found

    def _check(self, members: dict[str, object]) -> None:
        if read_instant(str(members["endedAt"])) < read_instant(str(members["startedAt"])):
            raise refused(422, "endedAt is before startedAt")
