"""The calls about calendars: default ones to read, shared ones to make, change and leave. No I/O.

What the pages leave open: who makes a calendar with a token of their own manages it; with a calendar its events go,
and nobody is told.
Sources: https://developers.worksmobile.com/en/docs/calendar-create, .../calendar-default-user-get,
.../calendar-personals-user-list, .../calendar-personals-user-update-patch, .../calendar-update-patch
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from providers.lineworks.simulator.exchange import Asked, forbidden, member_of, page
from providers.lineworks.simulator.ledger import Ledger
from providers.lineworks.simulator.places import MANAGER, ROLES, Place, Places, Shared
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import answer, to_json

KINDS = ("USER", "GROUP", "ORGUNIT")
MOST_MEMBERS = 1_000
LAST_PLACE = 9_999


@dataclass(frozen=True, slots=True)
class Changes:
    """What a request says of a shared calendar; None where it says nothing."""

    name: str | None
    description: str | None
    is_public: bool | None
    roles: Mapping[str, str] | None


class Calendars:
    """What can be done with calendars."""

    def __init__(self, places: Places, ledger: Ledger, changed: Callable[[], None]) -> None:
        """`ledger` holds the events that go with a calendar."""
        self._places = places
        self._ledger = ledger
        self._changed = changed

    def held(self) -> bytes:
        """The shared calendars, for `/_sim/state`."""
        return to_json([self._shown(one) for one in self._places.all_shared()])

    # --- as members see them --------------------------------------------------------------------------------------

    def show_default(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar."""
        place = self._places.of(member_of(self._places.tenant, asked, asked.path["userId"]))[0]
        body = {
            "calendarId": place.calendar_id,
            "calendarName": place.name,
            "calendarEmail": place.email,
            "members": [{"id": place.member.user_id, "type": "USER", "role": MANAGER}],
            "description": "",
            "isPublic": False,
            "type": "INDIVIDUAL",
        }
        return answer(200, body)

    def show_personals(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar-personals, by pages of at most 50. Nothing marks the default one."""
        places = self._places.of(member_of(self._places.tenant, asked, asked.path["userId"]))
        found, meta = page(asked, [_personal(place, number) for number, place in enumerate(places)], 50)
        return answer(200, {"calendarPersonals": found, "responseMetaData": meta})

    def show_personal(self, asked: Asked) -> web.Response:
        """GET /users/{userId}/calendar-personals/{calendarId}."""
        return answer(200, self._personal(self._places.meant(asked)))

    def change_personal(self, asked: Asked) -> web.Response:
        """PATCH /users/{userId}/calendar-personals/{calendarId}: shown or not, and where."""
        place, fields = self._places.meant(asked), asked.fields()
        is_shown, order = fields.flag("isShowOnLNBList"), fields.integer("displayOrder", 0, LAST_PLACE)
        if is_shown is not None:
            place.looks.is_shown = is_shown
        if order is not None:
            place.looks.order = order
        self._changed()
        return answer(200, self._personal(place))

    def _personal(self, place: Place) -> dict[str, object]:
        ids = [one.calendar_id for one in self._places.of(place.member)]
        return _personal(place, ids.index(place.calendar_id))

    # --- shared calendars -----------------------------------------------------------------------------------------

    def create(self, asked: Asked) -> web.Response:
        """POST /calendars."""
        fields = asked.fields()
        name = fields.needed("calendarName", 50, shortest=1)
        changes = self._changes(fields)
        shared = self._places.add(name)
        _apply(shared, changes)
        if asked.grant.user_id is not None:
            shared.roles = {**shared.roles, asked.grant.user_id: MANAGER}
        self._changed()
        return answer(201, self._shown(shared))

    def show(self, asked: Asked) -> web.Response:
        """GET /calendars/{calendarId}."""
        return answer(200, self._shown(self._places.shared(asked)))

    def change(self, asked: Asked) -> web.Response:
        """PATCH /calendars/{calendarId}: what is not given stays; members given are all there are."""
        shared = self._places.shared(asked, to_manage=True)
        _apply(shared, self._changes(asked.fields()))
        self._changed()
        return answer(200, self._shown(shared))

    def remove(self, asked: Asked) -> web.Response:
        """DELETE /calendars/{calendarId}."""
        shared = self._places.shared(asked, to_manage=True)
        self._ledger.clear(shared.calendar_id)
        self._places.remove(shared)
        self._changed()
        return answer(204)

    def drop(self, asked: Asked) -> web.Response:
        """DELETE /users/{userId}/calendars/{calendarId}: the calendar stays, without this member."""
        place = self._places.meant(asked)
        if place.shared is None:
            raise forbidden("A default calendar cannot be left")
        place.shared.roles = {one: role for one, role in place.shared.roles.items() if one != place.member.user_id}
        self._changed()
        return answer(204)

    def _changes(self, fields: Fields) -> Changes:
        return Changes(
            fields.text("calendarName", 50, shortest=1),
            fields.text("description", 1_000),
            fields.flag("isPublic"),
            None if fields.raw("members") is None else self._roles(fields),
        )

    def _roles(self, fields: Fields) -> dict[str, str]:
        roles: dict[str, str] = {}
        for one in fields.objects("members", MOST_MEMBERS):
            one.choice("type", KINDS, required=True)
            role = one.choice("role", ROLES, required=True)
            member = self._places.tenant.member(one.needed("id"))
            if member is None or role is None:
                bad(one.at("id"), "is not known")  # the cast has no groups and no teams
            if member.user_id in roles:
                bad(one.at("id"), "is there twice")
            roles[member.user_id] = role
        return roles

    def _shown(self, shared: Shared) -> dict[str, object]:
        domain = self._places.tenant.cast.people[0].email.partition("@")[2]
        return {
            "calendarId": shared.calendar_id,
            "calendarName": shared.name,
            "calendarEmail": f"{shared.calendar_id}@{domain}",
            "members": [{"id": one, "type": "USER", "role": role} for one, role in shared.roles.items()],
            "description": shared.description,
            "isPublic": shared.is_public,
        }


def _apply(shared: Shared, changes: Changes) -> None:
    shared.name = changes.name or shared.name
    shared.description = shared.description if changes.description is None else changes.description
    shared.is_public = shared.is_public if changes.is_public is None else changes.is_public
    shared.roles = shared.roles if changes.roles is None else changes.roles


def _personal(place: Place, number: int) -> dict[str, object]:
    """A calendar in a member's list, where it is the one after `number` others."""
    return {
        "calendarId": place.calendar_id,
        "calendarName": place.name,
        "isShowOnLNBList": place.looks.is_shown,
        "displayOrder": number if place.looks.order is None else place.looks.order,
        "resourceLocation": 0,
    }
