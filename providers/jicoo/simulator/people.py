"""The organisation: its users, its team, and when they can be booked. No I/O.

Sources: https://developer.jicoo.com/api-5611051, https://developer.jicoo.com/project-373292/api-5622521
"""

from aiohttp import web

from providers.jicoo.simulator.account import Account, AccountUser
from providers.jicoo.simulator.agenda import CLOSES, OPENS
from providers.jicoo.simulator.exchange import Asked, Stamps, listed, not_found, one, refused
from providers.simulation.wire import to_json

WEEKDAYS = range(1, 6)  # 1 looks like Monday


class People:
    """Everybody of the account."""

    def __init__(self, account: Account, stamps: Stamps) -> None:
        """They are as the account says."""
        self._account = account
        self._since = stamps.next()

    def show_all(self, asked: Asked) -> web.Response:
        """GET /organization_users."""
        return listed(asked, [to_json(_shown(user)) for user in self._account.users])

    def show(self, asked: Asked) -> web.Response:
        """GET /organization_users/{userId}."""
        user = self._account.by_id.get(asked.path["userId"])
        if user is None:
            raise not_found("User")
        return one(200, to_json(_shown(user)))

    def show_me(self, _asked: Asked) -> web.Response:
        """GET /users/me: whoever made the key, the first of all."""
        return one(200, to_json(_shown(self._account.users[0])))

    def show_team(self, asked: Asked) -> web.Response:
        """GET /organization_teams/{teamId}."""
        if asked.path["teamId"] != self._account.team_id:
            raise not_found("Team")
        return one(200, to_json({"teamId": int(self._account.team_id), "name": self._account.team_name}))

    def show_calendars(self, asked: Asked) -> web.Response:
        """GET /user_availability_calendars?userId=."""
        user = self._account.by_id.get(asked.query.get("userId", ""))
        if user is None:
            raise refused(400, "userId is required")
        return listed(asked, [to_json(self._calendar(user))])

    def show_calendar(self, asked: Asked) -> web.Response:
        """GET /user_availability_calendars/{uid}."""
        for user in self._account.users:
            if asked.path["uid"] == _calendar_uid(user):
                return one(200, to_json(self._calendar(user)))
        raise not_found("Availability calendar")

    def _calendar(self, user: AccountUser) -> dict[str, object]:
        """Working hours; `isDefault` is 1 and the zone is spelt as nowhere else."""
        hours = {
            "startHour": OPENS.hour,
            "startMinute": OPENS.minute,
            "endHour": CLOSES.hour,
            "endMinute": CLOSES.minute,
            "startedAt": self._since,
            "endedAt": None,
            "frequencyType": "weekly",
            "frequencyInterval": 1,
            "exceptions": None,
        }
        return {
            "uid": _calendar_uid(user),
            "teamId": int(self._account.team_id),
            "userId": user.user_id,
            "name": "営業時間",
            "isDefault": 1,
            "timezone": self._account.zone,
            "createdAt": self._since,
            "updatedAt": self._since,
            "calendars": [{**hours, "wday": day} for day in WEEKDAYS],
        }


def _calendar_uid(user: AccountUser) -> str:
    return f"hours-{user.user_id}"


def _shown(user: AccountUser) -> dict[str, object]:
    return {"userId": user.user_id, "name": user.name, "email": user.email, "role": user.role}
