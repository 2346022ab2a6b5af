"""How an answer is put together, for all languages; each language file says the words."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.messages.bookings import BookingWords
from bot.messages.facts import Fact, fitting, link
from bot.messages.plain import characters, plain
from bot.messages.recurrence import Rule
from bot.messages.routes import RouteWords
from bot.messages.times import View
from handlers.announcements import (
    Announcement,
    BookingCancelled,
    BookingCard,
    BookingMoved,
    BookingsFound,
    KeyExpiring,
    NoticesMissing,
    RouteBroken,
    RouteList,
    RouteSet,
    RouteStopped,
)
from handlers.commands import Remark
from handlers.offers import Choice, Label, PickAppointment, PickPerson, PickTime
from handlers.replies import (
    Absent,
    Agenda,
    Allowed,
    Answer,
    AskMoveBooking,
    AskScope,
    AskSure,
    AskTitle,
    AskWhich,
    AskWho,
    Cancelled,
    Created,
    Doubtful,
    Failed,
    Line,
    Loss,
    Moved,
    MovedBack,
    NotThere,
    Pressed,
    Reply,
    Restored,
    Trouble,
    Withdrawn,
    offers_of,
)
from providers.contract import Appointment, Days, Invitee, Person, Span, When

_LONGEST_TEXT = 2000  # characters of a message without buttons
_LONGEST_WITH_BUTTONS = 1000
_LONGEST_LABEL = 20


class Words(BookingWords, RouteWords):
    """One language. `say` gives the sentence; what stands below it (time, calendar, people) is laid out here."""

    locale: str
    calendar_unnamed: str
    the_calendar: str  # what did not answer, where its system need not be named
    busy: str  # stands for an event in a list whose title may not be shown
    private: str
    free: str
    more_events: str  # {count}: how many are not listed
    unread: str  # {systems}: those that did not answer
    only_events: str  # {count}: how many have a button
    only_people: str  # {count}: how many have a button
    choices: Mapping[Choice, str]  # at most 20 characters each
    remarks: Mapping[Remark, str]  # {length}: how long the event is; {system}: where it is
    losses: Mapping[Loss, str]
    absences: Mapping[Absent, str]  # {name}: as it was written
    allowed: Mapping[Allowed, str]
    troubles: Mapping[Trouble, str]  # {system}: what did not work
    uncertain: str  # whether the act went through is not known; {system}
    delayed: str  # the answer takes longer; {system}
    again_is_safe: str  # that the button of an uncertain act makes nothing twice
    dead_buttons: Mapping[Pressed, str]
    doubts: Mapping[Doubtful, str]  # {words}: what was doubted
    examples: tuple[str, ...]  # sentences the reader understands: create, list, cancel, move, undo

    def text(self, reply: Reply, view: View) -> str:
        """The whole answer; what does not fit into a message is left out from below."""
        longest = _LONGEST_WITH_BUTTONS if offers_of(reply) else _LONGEST_TEXT
        if isinstance(reply, Announcement):
            parts = self.announced(reply, view, longest)
        else:
            parts = (self.say(reply, view), *self._below(reply, view))
        lines = [part for part in parts if part]
        whole = "\n".join(lines)
        while characters(whole) > longest and len(lines) > 1:
            lines.pop()
            whole = "\n".join((*lines, "…"))
        return whole

    def doubted(self, doubt: Doubtful, words: str) -> str:
        """Why a time is asked about."""
        return self.doubts[doubt].format(words=plain(words, 50))

    def failed(self, reply: Failed) -> str:
        """What did not work."""
        words = self.troubles[reply.trouble] if reply.certain else self.uncertain
        words = words.format(system=self.whose(reply.provider))
        safe = not reply.certain and any(offer.label is Choice.AGAIN for offer in reply.offers)
        return f"{words}\n{self.again_is_safe}" if safe else words

    def whose(self, provider: str | None) -> str:
        """Which system keeps us waiting or says no."""
        return self.the_calendar if provider in (None, "lineworks") else self.system(provider or "")

    def cannot(self, what: Absent, name: str) -> str:
        """What this installation does not do."""
        return self.absences[what].format(name=self.system(name))

    def announced(self, reply: Announcement, view: View, longest: int) -> Iterable[str]:
        """What is told about bookings and routes, line by line, in at most `longest` characters where it is a list."""
        match reply:
            case BookingCard():
                return self.card(reply, view)
            case BookingsFound():
                return self.found(reply, view, longest)
            case BookingCancelled() | BookingMoved():
                return self.booking_change(reply, view)
            case RouteSet():
                return self.route(reply)
            case RouteList():
                return self.route_list(reply, view, longest)
            case RouteStopped() | RouteBroken():
                return (self.route_end(reply, view),)
            case NoticesMissing() | KeyExpiring():
                return (self.warning(reply, view),)
            case _:
                assert_never(reply)

    @abstractmethod
    def say(self, reply: Answer, view: View) -> str:
        """The sentence that says what happened or what is asked."""

    @abstractmethod
    def before(self, lead: timedelta) -> str:
        """A reminder's lead time."""

    @abstractmethod
    def repeats(self, rule: Rule) -> str:
        """A recurrence."""

    def calendar(self, name: str) -> str:
        """A calendar's name, that of its system, or what stands for it."""
        return self.systems.get(name) or plain(name, 50) or self.calendar_unnamed

    def label(self, label: Label, view: View) -> str:
        """What a button says, at most 20 characters (a limit of the button template)."""
        match label:
            case PickTime(when, zone, rule):
                return plain(self._repeating(rule, zone) + self.moment(when, zone, view), _LONGEST_LABEL)
            case PickPerson(name, email):
                return plain(name, _LONGEST_LABEL) or plain(email, _LONGEST_LABEL)
            case PickAppointment(title, when, zone):
                return plain(f"{self.moment(when, zone, view)} {plain(title) or self.busy}", _LONGEST_LABEL)
            case Choice():
                return self.choices[label]

    def pressed(self, label: Label, view: View) -> str:
        """What the presser is seen to say, at most 300 characters."""
        match label:
            case PickTime(when, zone, rule):
                return self._repeating(rule, zone) + self.when(when, zone, view)
            case PickPerson(name, email):
                return f"{plain(name, 100)} {plain(email, 100)}".strip()
            case PickAppointment(title, when, zone):
                return f"{plain(title, 150) or self.busy} {self.when(when, zone, view)}"
            case Choice():
                return self.choices[label]

    def _repeating(self, rule: str | None, zone: str) -> str:
        return f"{self.repeats(Rule.read(rule, zone))} " if rule else ""

    def period(self, reply: Agenda, view: View) -> str:
        """The days of an agenda; the zone's name when it is not the reader's."""
        return self.days(reply.days, view) + (self.bracket(reply.zone) if reply.zone != view.zone else "")

    def _below(self, reply: Answer, view: View) -> Iterable[str]:  # noqa: C901 - one case a reply, as in `say`
        match reply:
            case Created(appointment, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield from self._facts(appointment, calendar)
                yield from self._extras(reply)
                yield from self._remarks(reply)
            case Moved(appointment, before, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield self.fact(Fact.BEFORE, self.about(before, appointment.zone, view))
                yield from self._facts(appointment, calendar)
            case Restored(appointment, calendar) | MovedBack(appointment, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield from self._facts(appointment, calendar)
            case Cancelled(_, when, zone, calendar):
                yield self.when(when, zone, view)
                yield self.fact(Fact.CALENDAR, self.calendar(calendar))
            case Withdrawn(_, when, zone) | AskScope(_, when, zone):
                yield self.when(when, zone, view)
            case AskSure(_, when, zone, losses):
                yield self.when(when, zone, view)
                yield self.fact(Fact.LOST, self.enumeration.join(self.losses[loss] for loss in losses))
            case AskMoveBooking(_, before, when, zone):
                yield self.when(when, zone, view)
                yield self.fact(Fact.NOW, self.about(before, zone, view))
            case AskTitle(wish):
                yield self.when(wish.when, wish.zone, view) if wish.when else ""
            case AskWho(_, candidates):
                yield from self._namesakes(candidates)
                yield self._rest(reply, len(candidates), self.only_people)
            case AskWhich(_, count):
                yield self._rest(reply, count, self.only_events)
            case Agenda():
                yield from self._agenda(reply, view)
            case NotThere(unread=unread):
                yield self._unread(unread)
            case _:
                return

    def _facts(self, appointment: Appointment, calendar: str) -> Iterable[str]:
        yield self.fact(Fact.CALENDAR, self.calendar(calendar))
        for fact, optional in ((Fact.INVITED, False), (Fact.OPTIONAL, True)):
            invited = [one for one in appointment.invitees if one.optional is optional]
            if invited:
                yield self.fact(fact, self._names(invited))
        if appointment.location:
            yield self.fact(Fact.PLACE, plain(appointment.location, 100))
        if address := link(appointment.meeting or appointment.link):
            yield self.fact(Fact.LINK, address)

    def _extras(self, reply: Created) -> Iterable[str]:
        appointment = reply.appointment
        if appointment.description:
            yield self.fact(Fact.NOTE, plain(appointment.description, 100))
        if reply.reminders:
            yield self.fact(Fact.REMINDER, self.enumeration.join(self.before(lead) for lead in reply.reminders))
        if reply.recurrence:
            yield self.fact(Fact.REPEATS, self.repeats(Rule.read(reply.recurrence, appointment.zone)))
        shown_as = [
            word for word, holds in ((self.private, appointment.private), (self.free, appointment.free)) if holds
        ]
        if shown_as:
            yield self.fact(Fact.SHOWN_AS, self.enumeration.join(shown_as))

    def _remarks(self, reply: Created) -> Iterable[str]:
        when = reply.appointment.when
        length = self.length(when.length) if isinstance(when, Span) else self.all_day(1)
        system = self.system(reply.appointment.ref.provider)
        return (self.remarks[remark].format(length=length, system=system) for remark in reply.remarks)

    def _names(self, invited: list[Invitee]) -> str:
        return self.people([plain(one.name, 30) or plain(one.email, 50) for one in invited])

    def _namesakes(self, candidates: tuple[Person, ...]) -> Iterable[str]:
        """Buttons that would look the same are told apart by the addresses above them, in their order."""
        if max(Counter(person.name for person in candidates).values(), default=0) > 1:
            for person in candidates:
                yield f"{self.bullet}{plain(person.name, 50)}{self.bracket(plain(person.email, 60))}"

    def _rest(self, reply: Reply, count: int, words: str) -> str:
        shown = sum(not isinstance(offer.label, Choice) for offer in offers_of(reply))
        return words.format(count=shown) if 0 < shown < count else ""

    def _agenda(self, reply: Agenda, view: View) -> Iterable[str]:
        unread = self._unread(reply.unread)
        longest = _LONGEST_TEXT - characters(unread) - len("\n")
        lines = self._agenda_lines(reply, view)
        _, *shown = fitting(self.say(reply, view), lines, len(reply.lines), self.more_events, longest)
        yield from (*shown, unread)

    def _agenda_lines(self, reply: Agenda, view: View) -> Iterable[str]:
        """Over several days each day has a heading. What began before stands on the first day."""
        day = reply.days.first if reply.days.first == reply.days.last else None
        for line in reply.lines:
            shown = max(self._begins(line.when, reply.zone), reply.days.first)
            words = self._line(line, shown, reply.zone, view)
            yield words if shown == day else f"{self.day(shown, view.now)}\n{words}"
            day = shown

    def _unread(self, unread: tuple[str, ...]) -> str:
        systems = self.enumeration.join(self.system(provider) for provider in unread)
        return self.unread.format(systems=systems) if unread else ""

    def _line(self, line: Line, shown: date, zone: str, view: View) -> str:
        origin = f"[{self.system(line.origin)}] " if line.origin else ""
        place = self.bracket(plain(line.location, 50)) if line.location else ""
        title = plain(line.title, 100) or self.busy
        words = f"{self.bullet}{self._times(line.when, shown, zone, view)} {origin}{title}{place}"
        return f"{words}\n  {address}" if (address := link(line.link)) else words

    def _times(self, when: When, shown: date, zone: str, view: View) -> str:
        if isinstance(when, Days):
            return self.all_day(1).capitalize() if when.first == when.last else self.days(when, view)
        return self.hours(when, shown, zone, view)

    def _begins(self, when: When, zone: str) -> date:
        return when.first if isinstance(when, Days) else when.start.astimezone(ZoneInfo(zone)).date()
