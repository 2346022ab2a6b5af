"""How bookings are told about, for all languages: the card in a room, and the list of what no notice had told of.

Guests write whatever they like into their names and answers (F22): all of it passes through `plain`, cut short.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.messages.facts import Fact, Facts, fitting, link
from bot.messages.plain import plain
from bot.messages.times import View
from handlers.announcements import BookingCancelled, BookingCard, BookingMoved, BookingsFound, Change
from providers.bookings import Guest, Side
from providers.contract import Span

_TITLE = 80  # characters
_NAME = 40
_HOST = 24
_ZONE = 40  # longer than any that exists
_TEXT = 120  # a message, a reason, an answer
_GUESTS_SHOWN = 2
_HOSTS_SHOWN = 4
_ANSWERS_SHOWN = 3


class Gap(StrEnum):
    """Why a booking is not, or not yet, on a calendar as it should be."""

    REFUSED = "refused"
    NOBODY = "nobody"  # the host is not known
    LATER = "later"  # as soon as the calendar answers


class BookingWords(Facts):
    """One language's words for bookings."""

    changes: Mapping[Change, str]
    sides: Mapping[Side, str]  # joined to a change: by whom
    person = "{name}"  # a host in a sentence
    former_unknown: str
    entries: Mapping[Gap, str]  # of a booking that is new; {names}: of hosts
    updates: Mapping[Gap, str]  # of one that was moved or cancelled; {names}: of hosts
    bookings_found: str  # {count}
    booking_cancelled: str
    booking_moved: str

    def card(self, card: BookingCard, view: View) -> Iterable[str]:
        """What matters most comes first: what does not fit is left out from below."""
        yield self._headed(self._change(card), card.title)
        yield self._card_when(card, view)
        if card.change is Change.MOVED and not card.before:
            yield self.former_unknown
        yield self._guest_time(card, view)
        if guests := [named for guest in card.guests if (named := self._guest(guest))]:
            yield self.fact(Fact.GUEST, self.people(guests, _GUESTS_SHOWN))
        if card.hosts:
            yield self.fact(Fact.HOSTS, self.people([plain(host, _HOST) for host in card.hosts], _HOSTS_SHOWN))
        yield from self._gaps(card)
        if reason := plain(card.reason, _TEXT):
            yield self.fact(Fact.REASON, reason)
        if place := plain(card.place, _TEXT):
            yield self.fact(Fact.PLACE, place)
        if meeting := link(card.meeting):
            yield self.fact(Fact.LINK, meeting)
        for guest in card.guests[:1]:
            yield from self._said(guest)

    def found(self, found: BookingsFound, view: View, longest: int) -> Iterable[str]:
        """One line a booking, in the order given."""
        count = len(found.cards)
        lines = (self._found(card, view) for card in found.cards)
        return fitting(self.bookings_found.format(count=count), lines, count, self.more_lines, longest)

    def booking_change(self, reply: BookingCancelled | BookingMoved, view: View) -> Iterable[str]:
        """What we did to a booking."""
        done = self.booking_moved if isinstance(reply, BookingMoved) else self.booking_cancelled
        yield self._headed(done, reply.title)
        yield self.when(reply.when, reply.zone, view)
        if isinstance(reply, BookingMoved):
            yield self.fact(Fact.BEFORE, self.about(reply.before, reply.zone, view))

    def _headed(self, heading: str, title: str) -> str:
        shown = plain(title, _TITLE)
        return self.field.format(name=heading, value=shown) if shown else heading

    def _change(self, card: BookingCard) -> str:
        """Who books is the guest; who moves or cancels may be either."""
        by = self.sides[card.by] if card.by and card.change in (Change.MOVED, Change.CANCELLED) else ""
        return self.changes[card.change] + by

    def _card_when(self, card: BookingCard, view: View) -> str:
        now = self.when(card.when, card.zone, view)
        return f"{self.about(card.before, card.zone, view)} → {now}" if card.before else now

    def _guest_time(self, card: BookingCard, view: View) -> str:
        """The time on the guest's clock, where that differs from the house's."""
        if not card.guest_zone or card.guest_zone == card.zone:
            return ""
        try:
            theirs = ZoneInfo(card.guest_zone)
        except (KeyError, ValueError, OSError):  # unknown; a path; the name of a folder
            written = plain(card.guest_zone, _ZONE)
            return self.fact(Fact.GUEST_ZONE, written) if written else ""
        if _offsets(card.when, theirs) == _offsets(card.when, ZoneInfo(card.zone)):
            return ""
        clock = self.hours(card.when, None, card.guest_zone, view)
        return self.fact(Fact.GUEST_TIME, clock + self.bracket(plain(card.guest_zone, _ZONE)))

    def _guest(self, guest: Guest) -> str:
        company = plain(guest.company, _NAME)
        return plain(guest.name, _NAME) + (self.bracket(company) if company else "")

    def _said(self, guest: Guest) -> Iterable[str]:
        """What the guest answered and wrote. A bullet keeps an answer from looking like a line of ours."""
        for question, answer in guest.answers[:_ANSWERS_SHOWN]:
            if said := plain(answer, _TEXT):
                yield self.bullet + self.field.format(name=plain(question, _NAME), value=said)
        if message := plain(guest.message, _TEXT):
            yield self.fact(Fact.MESSAGE, message)

    def _gaps(self, card: BookingCard) -> Iterable[str]:
        gaps = self.entries if card.change in (Change.REQUESTED, Change.MADE) else self.updates
        if not card.hosts_known:
            yield gaps[Gap.NOBODY]
        if card.unmirrored:
            names = [self.person.format(name=plain(host, _HOST)) for host in card.unmirrored]
            yield gaps[Gap.REFUSED].format(names=self.people(names, _HOSTS_SHOWN))
        if card.pending:
            yield gaps[Gap.LATER]

    def _found(self, card: BookingCard, view: View) -> str:
        what = self._headed(self.bullet + self._change(card), card.title)
        who = plain(card.guests[0].name, _NAME) if card.guests else ""
        first = what + self.bracket(who) if who else what
        return "\n  ".join((first, self._card_when(card, view), *self._gaps(card)))


def _offsets(span: Span, zone: ZoneInfo) -> tuple[timedelta | None, timedelta | None]:
    return span.start.astimezone(zone).utcoffset(), span.end.astimezone(zone).utcoffset()
