"""The Back Office's calendar events, made to keep the promise of `Calendar`."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from zoneinfo import ZoneInfo

import structlog

from providers.backoffice.client import BackOffice, EventFilter
from providers.backoffice.listing import Found, Listing
from providers.backoffice.models import Event, EventChange, WholeEvent
from providers.backoffice.times import duration
from providers.contract import Appointment, AppointmentRef, Draft, Invitee, Lack, Limits, Person, Remains, Span, When
from providers.errors import Broken, NoAccount, NotFound, ProviderError, Refused, Unreachable, Unreadable
from providers.marks import LONGEST, key_of, marked, unmarked

log = structlog.get_logger()

_MOST_PEOPLE = 10_000
_LOCALE = re.compile(r"(?P<language>[a-z]{2,3})(?:[_-](?P<place>[A-Za-z]{2,4}))?")

LACKS = frozenset(
    {Lack.PLACE, Lack.WHOLE_DAYS, Lack.RECURRENCE, Lack.PRIVATE, Lack.FREE, Lack.OPTIONAL, Lack.CALENDARS}
)
"""Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html (no such members)"""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a member is to be spoken to."""

    zone: ZoneInfo
    language: str


class BackOfficeCalendar:
    """Events that a staff user is a recipient of; `owner` is their e-mail.

    There is no key against repeats: a line in the description is what makes a create repeatable. Events name no zone
    and calls no person, so `account` remembers zone and language of those it was asked about.
    """

    provider = "backoffice"

    def __init__(
        self,
        office: BackOffice,
        *,
        listing: Listing | None = None,
        title: int = 255,
        description: int = 10_000,
        zone: str = "Asia/Tokyo",
        language: str = "ja",
    ) -> None:
        """`title` and `description` are lengths, documented nowhere; `zone` and `language` serve for people unknown."""
        self.limits = Limits(title=title, description=description - LONGEST, location=0, invitees=100, lacks=LACKS)
        self._office = office
        self._listing = listing or Listing(office)
        self._otherwise = _Ways(ZoneInfo(zone), language)
        self._people: OrderedDict[str, _Ways] = OrderedDict()

    async def account(self, person: Person) -> str | None:
        """Staff are known by their e-mail; there is no list of them to look in."""
        if not person.email:
            return None
        zone = zone_named(person.zone) or self._otherwise.zone
        language = language_of(person.locale) or self._otherwise.language
        self._people[person.email.casefold()] = _Ways(zone, language)
        self._people.move_to_end(person.email.casefold())
        if len(self._people) > _MOST_PEOPLE:
            self._people.popitem(last=False)
        return person.email

    # --- reading ------------------------------------------------------------------------------------------------

    async def find(self, ref: AppointmentRef) -> Appointment:
        """The event as it is now. Raises NotFound, also when `ref.owner` is no recipient (any more)."""
        return self._appointment(ref.owner, await self._get(ref))

    async def appointments(self, owner: str, span: Span, *, calendar: str | None = None) -> list[Appointment]:
        """What overlaps `span`, earliest first. Raises Unreadable rather than to leave one out."""
        if calendar is not None:
            raise NotFound(self.provider, "list_events", 404)
        found = await self._listing.where(
            lambda event: event.includes(owner), EventFilter(recipient=owner), language=self._ways(owner).language
        )
        if not found.whole:
            raise Unreadable(self.provider, "list_events", "the list does not end")
        there = [self._appointment(owner, event) for event in found.events]
        return sorted((one for one in there if span.overlaps(_span(one.when))), key=_begins)

    async def name(self, owner: str, calendar: str | None = None) -> str:
        """There is one calendar, and it has no name of its own."""
        if calendar is not None:
            raise NotFound(self.provider, "name", 404)
        return "Back Office"

    async def called(self, owner: str, name: str) -> str | None:
        """There is none by a name."""
        return None

    # --- writing ------------------------------------------------------------------------------------------------

    async def create(
        self, owner: str, draft: Draft, key: str, *, calendar: str | None = None, again: bool = False
    ) -> Appointment:
        """Make `draft` once. Refused is what events here cannot hold, without a call."""
        known = zone_named(draft.zone) is not None
        if not isinstance(draft.when, Span) or calendar is not None or not known or not self._holds(draft):
            raise Refused(self.provider, "create_event", 400, "INVALID_PARAMETER")
        event = WholeEvent(
            caption=draft.title,
            description=marked(draft.description, key),
            start_date=draft.when.start,
            end_date=draft.when.end,
            notifications=tuple(duration(lead) for lead in draft.reminders),
            recipients=_each_once([owner, *(invitee.account or invitee.email for invitee in draft.invitees)]),
        )
        return await self._make(owner, event, key, again=again)

    async def move(self, ref: AppointmentRef, when: When, zone: str) -> Appointment:
        """The event at another time, everything else kept. Raises NotFound; Refused for whole days."""
        if not isinstance(when, Span):
            raise Refused(self.provider, "patch_event", 400, "INVALID_PARAMETER")
        await self._get(ref)
        change = EventChange(start_date=when.start, end_date=when.end)
        await self._office.patch_event(ref.id, change, language=self._ways(ref.owner).language)
        # What an update answers is not documented, nor what it may have ignored.
        moved = await self.find(ref)
        if _whole_seconds(_span(moved.when)) != _whole_seconds(when):
            raise Unreadable(self.provider, "patch_event", "the event is elsewhere than it was moved to")
        return moved

    async def remains(self, ref: AppointmentRef) -> Remains:
        """The event as it is now. Raises NotFound; Unreadable for what could not come back."""
        event = await self._get(ref)
        there = self._appointment(ref.owner, event)
        return Remains(ref, there.title, there.when, there.zone, event.model_dump_json(by_alias=True))

    async def cancel(self, ref: AppointmentRef) -> None:
        """Take the event away from all its recipients. Raises NotFound when it is gone."""
        await self._get(ref)
        try:
            await self._office.delete_event(ref.id, language=self._ways(ref.owner).language)
        except NotFound:
            return  # it was there a moment ago: the first answer was lost, or somebody wanted the same

    async def restore(self, remains: Remains, key: str, *, again: bool = False) -> Appointment:
        """Make again what was cancelled, under another id; as it was read, also where that is past a limit."""
        before = Event.model_validate_json(remains.snapshot)
        try:
            span, leads = before.span(), before.leads()
        except (ValueError, OverflowError) as error:
            raise Unreadable(self.provider, "restore", "the event has no readable time") from error
        event = WholeEvent(
            caption=before.caption or "",
            description=marked(unmarked(before.description), key),
            start_date=span.start,
            end_date=span.end,
            notifications=tuple(duration(lead) for lead in leads),
            recipients=before.recipients,
        )
        return await self._make(remains.ref.owner, event, key, again=again)

    async def _make(self, owner: str, event: WholeEvent, key: str, *, again: bool) -> Appointment:
        """Create `event`; whatever leaves open whether that happened is followed by a look."""
        if again and (found := await self._look(owner, event, key)) is not None:
            return found
        for last in (False, True):
            try:
                made = await self._post(owner, event)
            except ProviderError as error:
                if not _unclear(error):
                    raise
                try:
                    found = await self._look(owner, event, key)
                except ProviderError:
                    raise error from None  # that one tells what is not known
                if found is not None:
                    return found
                if last or isinstance(error, Unreadable):  # they said yes: it will be there, only not yet
                    raise
            else:
                return await self._only(owner, event, key, made) if last else made
        raise AssertionError("the second try returns or raises")

    async def _post(self, owner: str, event: WholeEvent) -> Appointment:
        """One create. Raises Unreadable when the answer does not show an event of `owner`: what it holds no page says."""
        try:
            made = await self._office.create_event(event, language=self._ways(owner).language)
        except Refused as error:
            if error.code == "recipients" and len(event.recipients) == 1:  # nobody else can be meant
                raise NoAccount(self.provider, error.call, error.status, error.code) from error
            raise
        if made.caption is None or not made.includes(owner):
            raise Unreadable(self.provider, "create_event", "not a whole event")
        return self._appointment(owner, made)

    async def _look(self, owner: str, event: WholeEvent, key: str) -> Appointment | None:
        """The event with our line; None when there surely is none.

        Raises Unreadable when that is not sure: the list did not end, there are several, or there is one of the same
        title, time and person that has no line (any more).
        """
        found = await self._marked(owner, event, key)
        ours = [one for one in found.events if key_of(one.description) == key]
        if len(ours) == 1 and ours[0].id is not None:
            return self._appointment(owner, ours[0])
        if found.events or not found.whole:
            raise Unreadable(self.provider, "list_events", f"{len(ours)} events could be the one")
        return None

    async def _marked(self, owner: str, event: WholeEvent, key: str) -> Found:
        def fits(one: Event) -> bool:
            mark = key_of(one.description)
            return mark == key or (mark is None and _same(one, event) and one.includes(owner))

        language = self._ways(owner).language
        return await self._listing.where(fits, EventFilter(recipient=owner), expected=True, language=language)

    async def _only(self, owner: str, event: WholeEvent, key: str, made: Appointment) -> Appointment:
        """`made` by the second try, unless what the first one asked for has come after all: then that one."""
        try:
            found = await self._marked(owner, event, key)
            first = next(
                (one for one in found.events if key_of(one.description) == key and one.id != made.ref.id), None
            )
            if first is None or first.id is None:
                return made
            await self._office.delete_event(made.ref.id, language=self._ways(owner).language)
        except ProviderError:
            log.warning("whether there is one event or two is not known", provider=self.provider, call="create_event")
            return made
        return self._appointment(owner, first)

    # --- between their nouns and ours ---------------------------------------------------------------------------

    async def _get(self, ref: AppointmentRef) -> Event:
        """The event, if it is one of its owner's. Raises NotFound."""
        if ref.calendar is not None or ref.occurrence is not None:
            raise NotFound(self.provider, "get_event", 404)
        event = await self._office.get_event(ref.id, language=self._ways(ref.owner).language)
        if not event.includes(ref.owner):
            raise NotFound(self.provider, "get_event", 404)
        return event.model_copy(update={"id": ref.id})

    def _appointment(self, owner: str, event: Event) -> Appointment:
        zone = self._ways(owner).zone
        try:
            span = event.span()
            when = Span(span.start.astimezone(zone), span.end.astimezone(zone))
        except (ValueError, OverflowError) as error:
            raise Unreadable(self.provider, "get_event", "an event has no readable time") from error
        if event.id is None:
            raise Unreadable(self.provider, "get_event", "an event has no id")
        return Appointment(
            ref=AppointmentRef(self.provider, owner, event.id),
            title=event.caption or "",
            when=when,
            zone=zone.key,
            description=unmarked(event.description),
            invitees=tuple(
                Invitee(email) for email in _each_once(event.recipients) if email.casefold() != owner.casefold()
            ),
            version=event.version(),
        )

    def _ways(self, owner: str) -> _Ways:
        return self._people.get(owner.casefold(), self._otherwise)

    def _holds(self, draft: Draft) -> bool:
        """Whether nothing of `draft` would be lost."""
        return not (
            len(draft.title) > self.limits.title
            or len(draft.description) > self.limits.description
            or len(draft.invitees) > self.limits.invitees
            or draft.location
            or draft.recurrence
            or draft.private
            or draft.free
            or any(invitee.optional for invitee in draft.invitees)
        )


def language_of(locale: str) -> str | None:
    """The language code of a locale; Chinese keeps its place, since that says how it is written: "ja", "zh-TW"."""
    found = _LOCALE.fullmatch(locale)
    if found is None:
        return None
    return f"zh-{found['place']}" if found["language"] == "zh" and found["place"] else found["language"]


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path; the name of a folder
        return None


def _each_once(emails: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for email in emails:
        first.setdefault(email.casefold(), email)
    return tuple(first.values())


def _same(one: Event, event: WholeEvent) -> bool:
    """Whether caption and both instants are equal."""
    try:
        span = one.span()
    except (ValueError, OverflowError):
        return False
    return one.caption == event.caption and span == _whole_seconds(Span(event.start_date, event.end_date))


def _whole_seconds(span: Span) -> Span:
    """`span` as it is written."""
    start, end = (moment.astimezone(UTC).replace(microsecond=0) for moment in (span.start, span.end))
    return Span(start, end)  # in UTC: an hour that comes twice equals nothing in another zone


def _span(when: When) -> Span:
    assert isinstance(when, Span)
    return when


def _begins(appointment: Appointment) -> tuple[float, str]:
    return _span(appointment.when).start.timestamp(), appointment.ref.id


def _unclear(error: ProviderError) -> bool:
    """Whether the event may be there although an error came."""
    return isinstance(error, Broken | Unreadable) or (isinstance(error, Unreachable) and error.sent)
