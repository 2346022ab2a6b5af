"""What an event may hold: lengths, counts, words and times. No I/O.

Members that no page lists are left alone and kept. Sources:
https://developers.worksmobile.com/jp/docs/calendar-default-event-user-create and .../calendar-event-user-update-put
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from providers.lineworks.simulator.series import Occurrence, Timetable
from providers.lineworks.simulator.times import Moment, moment, zoned
from providers.simulation.fields import INT32, Fields, bad

Component = dict[str, object]

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
BEFORE = re.compile(r"[+-]?P(?=.)([0-9]+W|([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)")
ANSWERS = ("NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE")

# What the server alone writes; in a request it counts for nothing.
READ_ONLY = ("createdTime", "updatedTime", "viewUrl", "attachments")


@dataclass(frozen=True, slots=True)
class Wish:
    """A create or update request that may be carried out: components without what the server writes.

    `event_id` is None when the server is to choose it.
    """

    event_id: str | None
    components: list[Component]
    timetable: Timetable
    invited: tuple[str, ...]  # e-mails, lower case
    notify: bool


def read_wish(body: Fields, home: ZoneInfo, known_id: str | None = None) -> Wish:
    """What a request asks for; an update passes the id in its path as `known_id`. Raises Invalid.

    The first component is the event or the series; further ones replace occurrences of that series.
    """
    notify = body.flag("sendNotification")
    found = body.objects("eventComponents", most=1_000, least=1, required=True)
    identities = {one.text("eventId", 255, shortest=1, required=known_id is not None) for one in found}
    if len(identities) > 1:
        bad(body.at("eventComponents"), "must all have the same eventId")
    (event_id,) = identities
    if known_id is not None and event_id != known_id:
        bad(body.at("eventComponents"), "must have the eventId of the path")
    occurrences = [_check(one) for one in found]
    return Wish(
        event_id=event_id,
        components=[_kept(one) for one in body.items("eventComponents", most=1_000)],
        timetable=_timetable(found, occurrences, home),
        invited=tuple(_invited(found)),
        notify=notify is not False,
    )


def _kept(component: object) -> Component:
    """The component with the documented defaults and an end, and without what only the server writes."""
    assert isinstance(component, dict)
    kept = {name: value for name, value in component.items() if name not in READ_ONLY}
    for name, value in (("transparency", "OPAQUE"), ("visibility", "PUBLIC"), ("sequence", 0)):
        if kept.get(name) is None:
            kept[name] = value
    if kept.get("end") is None:
        kept["end"] = _end_of(kept["start"])
    attendees = kept.get("attendees")
    for attendee in attendees if isinstance(attendees, list) else []:
        if attendee.get("partstat") is None:
            attendee["partstat"] = "NEEDS-ACTION"
    return kept


def _end_of(start: object) -> object:
    """The end of an event that was given none (RFC 5545, 3.6.1): its own day, or the moment at which it begins."""
    fields = Fields(start, "start")
    day = moment(fields)
    return start if day.zone else {"date": f"{day.local + timedelta(days=1):%Y-%m-%d}"}


def _timetable(found: list[Fields], occurrences: list[Occurrence], home: ZoneInfo) -> Timetable:
    master, exceptions = occurrences[0], occurrences[1:]
    lines = _lines(found[0])
    if exceptions and not lines:
        bad(found[0].at("recurrence"), "is required where occurrences are replaced")
    if any(_lines(one) for one in found[1:]):
        bad(found[0].where, "must be the only component with a recurrence")
    replaced = [one.replaces for one in exceptions]
    if None in replaced or len(set(replaced)) != len(replaced):
        bad(found[0].where, "must be followed by components that each have a recurringEventId of their own")
    try:
        return Timetable(master, lines, exceptions, home)
    except (ValueError, OverflowError) as error:
        bad(found[0].at("recurrence"), str(error))


def _lines(component: Fields) -> list[str]:
    lines = []
    for line in component.items("recurrence", 100):
        if not isinstance(line, str):
            bad(component.at("recurrence"), "must hold strings")
        lines.append(line)
    return lines


def _invited(found: list[Fields]) -> list[str]:
    """Everybody who is invited to any occurrence, once."""
    mails: dict[str, None] = {}
    for component in found:
        for attendee in component.objects("attendees", 500):
            if mail := attendee.text("email"):
                mails[mail.lower()] = None
    return list(mails)


def _check(component: Fields) -> Occurrence:
    """When the component takes place. Raises Refusal unless all its members may be as they are."""
    component.needed("summary", 200)
    component.text("description", 5_000)
    component.text("location", 100)
    component.text("categoryId")
    component.choice("transparency", ("OPAQUE", "TRANSPARENT"))
    component.choice("visibility", ("PUBLIC", "PRIVATE"))
    component.integer("sequence", 0, INT32)
    component.integer("priority", 0, 9)
    _check_parts(component)
    for attendee in component.objects("attendees", 500):
        _check_attendee(attendee)
    for alarm in component.objects("reminders", 100):
        _check_alarm(alarm)
    return _occurrence(component)


def _occurrence(component: Fields) -> Occurrence:
    given = component.within("start", required=True)
    assert given is not None
    start = moment(given)
    ends = component.within("end")
    end = moment(ends) if ends is not None else _after(start)
    if (start.zone is None) != (end.zone is None):
        bad(component.at("end"), "must be a date where start is one, and a time where start is one")
    utc = ZoneInfo("UTC")
    if end.instant(utc) < start.instant(utc):
        bad(component.at("end"), "must not be before start")
    return Occurrence(start, end, component.text("recurringEventId", shortest=1))


def _after(start: Moment) -> Moment:
    return start if start.zone else Moment(start.local + timedelta(days=1), None)


def _check_parts(component: Fields) -> None:
    parts = {
        "map": ("type", "geo"),
        "mapUrl": ("mapUrl", "imageId"),
        "videoMeeting": ("url", "resourceId"),
        "organizer": ("email", "displayName"),
    }
    for name, members in parts.items():
        part = component.within(name)
        if part is not None:
            for member in members:
                part.text(member, required=member == "email")


def _check_attendee(attendee: Fields) -> None:
    for name in ("isResource", "isExternalResource", "isExternalResouce", "isOptional"):
        attendee.flag(name)
    attendee.text("displayName")
    attendee.choice("partstat", ANSWERS)
    resource, mail = attendee.text("id", shortest=1), attendee.text("email", shortest=1)
    if attendee.flag("isResource"):
        if resource is None:
            bad(attendee.at("id"), "is required for a resource")
    elif mail is None:
        bad(attendee.at("email"), "is required")
    if mail is not None and not ADDRESS.fullmatch(mail):
        bad(attendee.at("email"), "is not an e-mail address")


def _check_alarm(alarm: Fields) -> None:
    alarm.choice("method", ("DISPLAY", "EMAIL"), required=True)
    trigger, at = alarm.text("trigger"), alarm.within("triggerDateTime")
    if (trigger is None) == (at is None):
        bad(alarm.where, "must have exactly one of trigger and triggerDateTime")
    if trigger is not None and not BEFORE.fullmatch(trigger):
        bad(alarm.at("trigger"), "must be a duration like -PT10M")
    if at is not None:
        zoned(at)
