"""Which calendars there are, who reaches them, and what each may do there. No I/O.

Everybody has a default calendar; shared ones come and go. A default calendar is nobody else's and never goes.
Source: https://developers.worksmobile.com/jp/docs/calendar
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from providers.lineworks.simulator.exchange import Asked, forbidden, member_of, not_found
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.cast import CastMember

MANAGER, WRITER = "CALENDAR_EVENT_READ_WRITE", "EVENT_READ_WRITE"
ROLES = (MANAGER, WRITER, "EVENT_READ", "EVENT_READ_FREE_BUSY")


@dataclass(slots=True)
class Shared:
    """A shared calendar. `roles` are by user id, in order of arrival."""

    calendar_id: str
    name: str
    roles: Mapping[str, str]
    description: str = ""
    is_public: bool = False


@dataclass(slots=True)
class Looks:
    """How a calendar stands in a member's list."""

    is_shown: bool = True
    order: int | None = None  # None: as it comes


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar as a member of it sees it; `shared` is None for the member's own."""

    member: CastMember
    calendar_id: str
    shared: Shared | None
    looks: Looks = field(default_factory=Looks)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.shared.name if self.shared else self.member.display_name

    @property
    def email(self) -> str:
        """Its address, from which invitations come: a shared calendar has one of its own."""
        domain = self.member.email.partition("@")[2]
        return f"{self.calendar_id}@{domain}" if self.shared else self.member.email

    def check_writable(self) -> None:
        """Raise Refusal unless the member may change events here."""
        if self.shared is not None and self.shared.roles[self.member.user_id] not in (MANAGER, WRITER):
            raise forbidden("The member may only read this calendar")


class Places:
    """Default and shared calendars of everybody."""

    def __init__(self, tenant: Tenant) -> None:
        """Those of the cast: who is first on a shared calendar manages it, the others write."""
        self.tenant = tenant
        self._looks: dict[tuple[str, str], Looks] = {}
        self._shared: dict[str, Shared] = {}
        for one in tenant.cast.calendars:
            roles = {user_id: WRITER if number else MANAGER for number, user_id in enumerate(one.members)}
            self._shared[one.calendar_id] = Shared(one.calendar_id, one.name, roles)

    def of(self, member: CastMember) -> list[Place]:
        """All calendars that a member reaches, the default one first."""
        own = self.tenant.own_calendar(member)
        found = {own: None} | {one.calendar_id: one for one in self._shared.values() if member.user_id in one.roles}
        return [
            Place(member, key, shared, self._looks.setdefault((member.user_id, key), Looks()))
            for key, shared in found.items()
        ]

    def meant(self, asked: Asked) -> Place:
        """The calendar that a path means: the one it names, else the member's own. Raises Refusal."""
        member = member_of(self.tenant, asked, asked.path["userId"])
        own, *_shared = places = self.of(member)
        wanted = asked.path.get("calendarId", own.calendar_id)
        place = next((one for one in places if one.calendar_id == wanted), None)
        if place is None:
            raise not_found("Calendar")
        return place

    def shared(self, asked: Asked, *, to_manage: bool = False) -> Shared:
        """The shared calendar that a path names. Raises Refusal.

        A service account reaches all of them, a member with a token of their own those they are on.
        """
        found = self._shared.get(asked.path["calendarId"])
        user_id = asked.grant.user_id
        if found is None or not (user_id is None or user_id in found.roles):
            raise not_found("Calendar")
        if to_manage and user_id is not None and found.roles[user_id] != MANAGER:
            raise forbidden("The member does not manage this calendar")
        return found

    def all_shared(self) -> list[Shared]:
        """All shared calendars."""
        return list(self._shared.values())

    def add(self, name: str) -> Shared:
        """A new shared calendar, which nobody reaches yet."""
        calendar_id = f"c_{self.tenant.domain_id}_{uuid4()}"
        self._shared[calendar_id] = Shared(calendar_id, name, {})
        return self._shared[calendar_id]

    def remove(self, shared: Shared) -> None:
        """Take a shared calendar away from everybody."""
        del self._shared[shared.calendar_id]
