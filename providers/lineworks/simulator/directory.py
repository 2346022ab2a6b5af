"""The directory: members, as much of them as the token's scopes show. No I/O.

Sources: https://developers.worksmobile.com/en/docs/user-get, .../user-get-profile, .../user-get-email, .../user-list
"""

from aiohttp import web

from providers.lineworks.simulator.exchange import Asked, member_of, page, refused
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.cast import CastMember
from providers.simulation.wire import answer

WHOLE = frozenset({"user", "user.read", "directory", "directory.read"})
PROFILE = frozenset({"user.profile.read"})
EMAIL = frozenset({"user.email.read"})

ORDERS = ("NAME", "CREATED_TIME")
DIRECTIONS = ("ASCENDING", "DESCENDING")


class Directory:
    """Who works here."""

    def __init__(self, tenant: Tenant) -> None:
        """Everybody of the cast, for good."""
        self._tenant = tenant

    def show(self, asked: Asked) -> web.Response:
        """GET /users/{userId}: the whole record, or what a narrower scope shows."""
        member = member_of(self._tenant, asked, asked.path["userId"])
        if asked.grant.scopes & WHOLE:
            return answer(200, self._whole(member))
        if asked.grant.scopes & PROFILE:
            return answer(200, self._profile(member))
        return answer(200, {"userId": member.user_id, "email": member.email})

    def show_all(self, asked: Asked) -> web.Response:
        """GET /users, by pages of at most 100. `searchFilterType=VIP` finds nobody: the cast has no VIPs."""
        query = asked.query
        domain = query.get("domainId", str(self._tenant.domain_id))
        if domain != str(self._tenant.domain_id):
            raise refused(403, "FORBIDDEN", "The domain is not accessible")
        if query.get("orderBy", ORDERS[0]) not in ORDERS or query.get("sortOrder", DIRECTIONS[0]) not in DIRECTIONS:
            raise refused(400, "INVALID_PARAMETER", "orderBy or sortOrder is invalid")
        people = [] if query.get("searchFilterType") == "VIP" else list(self._tenant.cast.people)
        if query.get("orderBy") == "NAME":
            people.sort(key=_written)
        if query.get("sortOrder") == "DESCENDING":
            people.reverse()
        found, meta = page(asked, [self._whole(one) for one in people], 100)
        return answer(200, {"users": found, "responseMetaData": meta})

    def _profile(self, member: CastMember) -> dict[str, object]:
        """The profile subset. Its translated names stand under `i18nName`; the whole record says `i18nNames`."""
        return {
            "domainId": self._tenant.domain_id,
            "userId": member.user_id,
            "userName": _name(member),
            "i18nName": _translations(member),
            "nickName": member.nickname or None,
        }

    def _whole(self, member: CastMember) -> dict[str, object]:
        domain = self._tenant.domain_id
        return {
            "domainId": domain,
            "userId": member.user_id,
            "userExternalKey": None,
            "email": member.email,
            "userName": _name(member),
            "i18nNames": _translations(member),
            "nickName": member.nickname or None,
            "privateEmail": None,
            "aliasEmails": [],
            "organizations": [{"domainId": domain, "primary": True, "email": member.email, "orgUnits": []}],
            "telephone": None,
            "cellPhone": None,
            "locale": member.locale,
            "timeZone": member.zone,
            "isAdministrator": member.is_admin,
            "isPending": False,
            "isSuspended": False,
            "isDeleted": False,
            "isAwaiting": False,
            "leaveOfAbsence": {"isLeaveOfAbsence": False, "startTime": None, "endTime": None},
        }


def _written(member: CastMember) -> str:
    return member.last_name + member.first_name


def _name(member: CastMember) -> dict[str, object]:
    return {
        "lastName": member.last_name,
        "firstName": member.first_name,
        "phoneticLastName": member.phonetic_last_name or None,
        "phoneticFirstName": member.phonetic_first_name or None,
    }


def _translations(member: CastMember) -> list[dict[str, str]]:
    return [{"language": name.language, "lastName": name.last, "firstName": name.first} for name in member.i18n_names]
