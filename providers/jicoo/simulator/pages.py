"""Event types (pages on which guests book), their hosts and free times. No I/O.

Sources: https://developer.jicoo.com/api-5734881, .../api-5723410, .../api-5734887 and .../api-10385285; what an event
type holds could not be read there, and the query of the free times is what others are known to send.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import takewhile

from aiohttp import web

from providers.jicoo.simulator.account import Account, BookingPage
from providers.jicoo.simulator.agenda import Agenda
from providers.jicoo.simulator.exchange import ROLES, Asked, asked_moment, known_user, listed, not_found, one, refused
from providers.simulation.wire import Clock, answer, answer_json, instant, to_json

LONGEST_PERIOD = timedelta(days=7)


class Pages:
    """The account's event types."""

    def __init__(self, account: Account, agenda: Agenda, clock: Clock, changed: Callable[[], None]) -> None:
        """Hosts are as the account says, until they are changed."""
        self._account = account
        self._agenda = agenda
        self._clock = clock
        self._changed = changed
        self._hosts: dict[str, dict[str, dict[str, object]]] = {
            page.uid: {host: self._host(host, sort) for sort, host in enumerate(page.hosts)} for page in account.pages
        }

    def hosts_of(self, page: BookingPage) -> Iterable[str]:
        """User ids of those with whom one books on a page now."""
        return self._hosts[page.uid]

    def show_all(self, asked: Asked) -> web.Response:
        """GET /event_types."""
        team = asked.query.get("teamId", self._account.team_id)
        found = self._account.pages if team == self._account.team_id else ()
        return listed(asked, [to_json(_shown(page)) for page in found])

    def show(self, asked: Asked) -> web.Response:
        """GET /event_types/{uid}."""
        return one(200, to_json(_shown(self._page(asked.path["uid"]))))

    def show_free(self, asked: Asked) -> web.Response:
        """GET /event_types/{uid}/available_schedules: of at most seven days."""
        page = self._page(asked.path["uid"])
        since, until = asked_moment(asked.query, "periodStart"), asked_moment(asked.query, "periodEnd")
        if since is None or until is None or not since < until <= since + LONGEST_PERIOD:
            raise refused(400, "periodStart and periodEnd must be at most 7 days apart")
        found = []
        length = timedelta(minutes=page.minutes)
        for start, end in takewhile(lambda slot: slot[0] < until, self._agenda.slots(since, length)):
            free = sum(self._agenda.is_free(host, start, end) for host in self._hosts[page.uid])
            if free and start >= self._clock():
                found.append({"startedAt": instant(start), "remainingCapacity": free})
        return answer_json(200, to_json({"data": found, "errors": {}}))

    def show_hosts(self, asked: Asked) -> web.Response:
        """GET /event_type_hosts, of one event type or of all."""
        wanted = asked.query.get("eventTypeId")
        if wanted is not None:
            self._page(wanted)
        found = [hosts for uid, hosts in self._hosts.items() if wanted in (None, uid)]
        return listed(asked, [to_json(host) for hosts in found for host in hosts.values()])

    def add_host(self, asked: Asked) -> web.Response:
        """POST /event_types/{eventTypeId}/hosts."""
        hosts = self._hosts[self._page(asked.path["eventTypeId"]).uid]
        fields = asked.fields()
        user_id = known_user(self._account, fields.needed("userId"), fields.at("userId"))
        if user_id in hosts:
            raise refused(422, "userId is a host already")
        host = self._host(user_id, len(hosts))
        host["role"] = fields.choice("role", ROLES) or host["role"]
        host["userType"] = fields.choice("userType", {"host", "notifyHost"}) or host["userType"]
        host["priority"] = fields.integer("priority", 0, 3) or 0
        hosts[user_id] = host
        self._changed()
        return one(201, to_json(host))

    def change_host(self, asked: Asked) -> web.Response:
        """PATCH /event_types/{eventTypeId}/hosts/{uid}."""
        _hosts, host = self._known_host(asked)
        fields = asked.fields()
        fields.raw("priority", required=True)
        host["priority"] = fields.integer("priority", 0, 3)
        self._changed()
        return one(200, to_json(host))

    def remove_host(self, asked: Asked) -> web.Response:
        """DELETE /event_types/{eventTypeId}/hosts/{uid}."""
        hosts, _host = self._known_host(asked)
        del hosts[asked.path["uid"]]
        self._changed()
        return answer(204)

    def _page(self, uid: str) -> BookingPage:
        page = next((page for page in self._account.pages if page.uid == uid), None)
        if page is None:
            raise not_found("Event type")
        return page

    def _known_host(self, asked: Asked) -> tuple[dict[str, dict[str, object]], dict[str, object]]:
        hosts = self._hosts[self._page(asked.path["eventTypeId"]).uid]
        if asked.path["uid"] not in hosts:
            raise not_found("Host")
        return hosts, hosts[asked.path["uid"]]

    def _host(self, user_id: str, sort: int) -> dict[str, object]:
        user = self._account.by_id[user_id]
        return {
            "uid": user.user_id,
            "name": user.name,
            "email": user.email,
            "profileImage": None,
            "role": "admin",
            "priority": 0,
            "userType": "host",
            "sort": sort,
        }


def _shown(page: BookingPage) -> dict[str, object]:
    return {
        "uid": page.uid,
        "name": page.name,
        "description": page.description or None,
        "duration": page.minutes,
        "locationId": page.location,
        "url": f"https://book.example/{page.uid}",
    }
