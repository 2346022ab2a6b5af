"""Between Jicoo's schedules and bookings and our appointments and drafts. No I/O, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from providers.bookings import Booking
from providers.contract import Appointment, AppointmentRef, Days, Draft, Invitee
from providers.jicoo.models import Location, Priority, Role, User
from providers.jicoo.schedule_models import Attendee, NewAttendee, NewSchedule, Schedule
from providers.jicoo.times import instant, when_of, written, zone_named
from providers.marks import marked, unmarked

_BOOKING = "booking:"  # no uid holds a colon
_MEETINGS = frozenset({"zoom", "googleMeet", "teams"})

_WORDS: Mapping[str, tuple[str, ...]] = {
    "priority": get_args(Priority),
    "displayType": ("private", "teamPublic", "public"),
    "location": get_args(Location),
    "transparency": ("opaque", "transparent"),
    "behavior": ("event", "work"),
    "visibilityType": ("default", "busy"),
}
_KEPT = ("isRemind", "projectId", "phoneNumber", "access", "address", "customLocation", "isAllDay")


def booking_uid(ref: AppointmentRef) -> str | None:
    """The booking that `ref` means; None when it means a schedule."""
    return ref.id.removeprefix(_BOOKING) if ref.id.startswith(_BOOKING) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """How entries are read for one owner, by what is known of the organisation's users."""

    provider: str
    owner: str
    users: Mapping[str, User]

    def has(self, schedule: Schedule) -> bool:
        """Whether the owner is on it, by id or as somebody invited by e-mail."""
        own = self._mail(self.owner)
        return any(
            one.user_id == self.owner or bool(own and one.email and one.email.casefold() == own.casefold())
            for one in schedule.attendees or ()
        )

    def schedule(self, schedule: Schedule) -> Appointment:
        """A schedule as an appointment. Raises ValueError for one without a time."""
        zone = zone_named(schedule.time_zone)
        attendees = schedule.attendees or ()
        organizer = next((one for one in attendees if one.role == "admin" and one.user_id), None)
        return Appointment(
            ref=AppointmentRef(self.provider, self.owner, schedule.uid),
            title=schedule.name or "",
            when=when_of(schedule.started_at, schedule.ended_at, zone, all_day=bool(schedule.is_all_day)),
            zone=zone.key,
            description=unmarked(schedule.description),
            location=schedule.custom_location or schedule.address or "",
            organizer=self._mail(organizer.user_id) if organizer else None,
            invitees=tuple(self._invitee(one) for one in attendees if one is not organizer),
            private=schedule.display_type == "private",
            free=schedule.transparency == "transparent",
            series=schedule.routine is not None,
            meeting=schedule.url or None,
            version=schedule.updated_at,
            precious=frozenset({"meeting"}) if schedule.url and schedule.location in _MEETINGS else frozenset(),
        )

    def booking(self, booking: Booking) -> Appointment:
        """A booking as an appointment; who the guests are is not asked."""
        return Appointment(
            ref=AppointmentRef(self.provider, self.owner, f"{_BOOKING}{booking.uid}"),
            title=booking.title,
            when=booking.span,
            zone=booking.zone,
            description=booking.description,
            location=booking.place,
            organizer=self._mail(self.owner),
            invitees=tuple(self._invitee(Attendee(user_id=host)) for host in booking.hosts or () if host != self.owner),
            meeting=booking.meeting,
            version=booking.updated.isoformat(),
            booking=booking.uid,
        )

    def _mail(self, user_id: str | None) -> str | None:
        user = self.users.get(user_id or "")
        return (user and user.email) or None

    def _invitee(self, attendee: Attendee) -> Invitee:
        user = self.users.get(attendee.user_id or "")
        return Invitee(
            email=attendee.email or (user and user.email) or "",
            name=(user and user.name) or "",
            account=attendee.user_id,
        )


def drafted(owner: str, draft: Draft, key: str, accounts: Mapping[str, str]) -> NewSchedule:
    """`draft` as a schedule that can be known again by `key`; `accounts` are ids by e-mail address in lower case.

    Raises ValueError past a limit, KeyError for a zone that does not exist.
    """
    start, end = written(draft.when, ZoneInfo(draft.zone))
    members: dict[str, Any] = {
        "name": draft.title,
        "time_zone": draft.zone,
        "started_at": start,
        "ended_at": end,
        "routine": None,
        "attendees": attending(owner, draft.invitees, accounts),
        "description": marked(draft.description, key),
        "is_all_day": isinstance(draft.when, Days),
        "is_remind": bool(draft.reminders),
        "transparency": "transparent" if draft.free else "opaque",
    }
    if draft.private:
        members["display_type"] = "private"
    if draft.location:
        members |= {"location": "custom", "custom_location": draft.location}
    return NewSchedule(**members)


def attending(owner: str, invitees: Sequence[Invitee], accounts: Mapping[str, str]) -> tuple[NewAttendee, ...]:
    """The owner, then everybody invited, each once: a user as a host, anybody else by e-mail as a guest."""
    found = {owner: NewAttendee(user_id=owner, role="admin", user_type="host")}
    for invitee in invitees:
        account = invitee.account or accounts.get(invitee.email.casefold())
        if account is not None:
            found.setdefault(account, NewAttendee(user_id=account, role="viewer", user_type="host"))
        else:
            guest = NewAttendee(email=invitee.email, role="viewer", user_type="guest")
            found.setdefault(invitee.email.casefold(), guest)
    return tuple(found.values())


def anew(schedule: Schedule, key: str) -> NewSchedule:
    """What makes a schedule again that was there before, known again by `key`. Raises ValueError.

    Words that no page lists are left out: they are read, but never sent.
    """
    there, zone = schedule.model_dump(by_alias=True, exclude_none=True), zone_named(schedule.time_zone)
    members = {name: there[name] for name in _KEPT if name in there}
    members |= {name: there[name] for name, known in _WORDS.items() if there.get(name) in known}
    members |= {
        "name": schedule.name,
        "timeZone": zone.key,
        "startedAt": instant(schedule.started_at, zone),
        "endedAt": instant(schedule.ended_at or schedule.started_at, zone),
        "routine": None,
        "attendees": tuple(_again(one) for one in schedule.attendees or ()),
        "description": marked(unmarked(schedule.description), key),
    }
    return NewSchedule.model_validate(members)


def _again(attendee: Attendee) -> NewAttendee:
    role: Role = next((role for role in get_args(Role) if role == attendee.role), "viewer")
    kind: Literal["host", "guest"] = "guest" if attendee.user_type == "guest" or attendee.user_id is None else "host"
    if attendee.user_id is not None:
        return NewAttendee(user_id=attendee.user_id, role=role, user_type=kind)
    return NewAttendee(email=attendee.email, role=role, user_type=kind)
