"""How an answer is put together, for all languages; each language file says the words."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.messages.plain import characters, plain
from bot.messages.recurrence import Rule
from bot.messages.times import Times, View
from handlers.commands import Remark
from handlers.offers import Choice, Label, PickAppointment, PickPerson, PickTime
from handlers.replies import (
    Absent,
    Agenda,
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
_LONGEST_LINK = 300
_NAMES_SHOWN = 10


class Fact(StrEnum):
    """What stands before a value on a line of its own."""

    BEFORE = "before"
    CALENDAR = "calendar"
    INVITED = "invited"
    OPTIONAL = "optional"
    PLACE = "place"
    NOTE = "note"
    REMINDER = "reminder"
    REPEATS = "repeats"
    SHOWN_AS = "shown_as"
    LINK = "link"
    LOST = "lost"


class Words(Times):
    """One language. `say` gives the sentence; what stands below it (time, calendar, people) is laid out here."""

    locale: str
    bullet = "• "
    field = "{name}: {value}"
    enumeration = ", "
    systems: Mapping[str, str] = {"lineworks": "LINE WORKS", "jicoo": "Jicoo", "backoffice": "Back Office"}
    calendar_unnamed: str
    busy: str  # stands for an event in a list whose title may not be shown
    unnamed: str  # stands for such a title in a sentence
    private: str
    free: str
    more_people: str  # {count}: how many are not named
    more_events: str  # {count}: how many are not listed
    only_events: str  # {count}: how many have a button
    only_people: str  # {count}: how many have a button
    facts: Mapping[Fact, str]
    choices: Mapping[Choice, str]  # at most 20 characters each
    remarks: Mapping[Remark, str]  # {length}: how long the event is
    losses: Mapping[Loss, str]
    absences: Mapping[Absent, str]  # {name}: as it was written
    troubles: Mapping[Trouble, str]
    uncertain: str  # whether the act went through is not known
    again_is_safe: str  # that the button of an uncertain act makes nothing twice
    dead_buttons: Mapping[Pressed, str]
    doubts: Mapping[Doubtful, str]  # {words}: what was doubted
    examples: tuple[str, ...]  # sentences the reader understands: create, list, cancel, move, undo

    def text(self, reply: Reply, view: View) -> str:
        """The whole answer; what does not fit into a message is left out from below."""
        lines = [part for part in (self.say(reply, view), *self._below(reply, view)) if part]
        longest = _LONGEST_WITH_BUTTONS if offers_of(reply) else _LONGEST_TEXT
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
        if reply.certain:
            return self.troubles[reply.trouble]
        safe = any(offer.label is Choice.AGAIN for offer in reply.offers)
        return f"{self.uncertain}\n{self.again_is_safe}" if safe else self.uncertain

    def cannot(self, what: Absent, name: str) -> str:
        """What this installation does not do."""
        return self.absences[what].format(name=self.systems.get(name, plain(name, 30)))

    @abstractmethod
    def say(self, reply: Reply, view: View) -> str:
        """The sentence that says what happened or what is asked."""

    @abstractmethod
    def before(self, lead: timedelta) -> str:
        """A reminder's lead time."""

    @abstractmethod
    def repeats(self, rule: Rule) -> str:
        """A recurrence."""

    def title(self, title: str) -> str:
        """A title as it may be shown in a sentence."""
        return plain(title) or self.unnamed

    def calendar(self, name: str) -> str:
        """A calendar's name, or what stands for it."""
        return plain(name, 50) or self.calendar_unnamed

    def label(self, label: Label, view: View) -> str:
        """What a button says, at most 20 characters (a limit of the button template)."""
        match label:
            case PickTime(when, zone):
                return plain(self.moment(when, zone, view), _LONGEST_LABEL)
            case PickPerson(name, email):
                return plain(name, _LONGEST_LABEL) or plain(email, _LONGEST_LABEL)
            case PickAppointment(title, when, zone):
                return plain(f"{self.moment(when, zone, view)} {plain(title) or self.busy}", _LONGEST_LABEL)
            case Choice():
                return self.choices[label]

    def pressed(self, label: Label, view: View) -> str:
        """What the presser is seen to say, at most 300 characters."""
        match label:
            case PickTime(when, zone):
                return self.when(when, zone, view)
            case PickPerson(name, email):
                return f"{plain(name, 100)} {plain(email, 100)}".strip()
            case PickAppointment(title, when, zone):
                return f"{plain(title, 150) or self.busy} {self.when(when, zone, view)}"
            case Choice():
                return self.choices[label]

    def period(self, reply: Agenda, view: View) -> str:
        """The days of an agenda; the zone's name when it is not the reader's."""
        return self.days(reply.days, view) + (self.bracket(reply.zone) if reply.zone != view.zone else "")

    def _below(self, reply: Reply, view: View) -> Iterable[str]:
        match reply:
            case Created(appointment, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield from self._facts(appointment, calendar)
                yield from self._extras(reply)
                yield from self._remarks(reply)
            case Moved(appointment, before, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield self._field(Fact.BEFORE, self.about(before, appointment.zone, view))
                yield from self._facts(appointment, calendar)
            case Restored(appointment, calendar) | MovedBack(appointment, calendar):
                yield self.when(appointment.when, appointment.zone, view)
                yield from self._facts(appointment, calendar)
            case Cancelled(_, when, zone, calendar):
                yield self.when(when, zone, view)
                yield self._field(Fact.CALENDAR, self.calendar(calendar))
            case Withdrawn(_, when, zone) | AskScope(_, when, zone):
                yield self.when(when, zone, view)
            case AskSure(_, when, zone, losses):
                yield self.when(when, zone, view)
                yield self._field(Fact.LOST, self.enumeration.join(self.losses[loss] for loss in losses))
            case AskTitle(wish):
                yield self.when(wish.when, wish.zone, view) if wish.when else ""
            case AskWho(_, candidates):
                yield from self._namesakes(candidates)
                yield self._rest(reply, len(candidates), self.only_people)
            case AskWhich(_, count):
                yield self._rest(reply, count, self.only_events)
            case Agenda():
                yield from self._agenda(reply, view)
            case _:
                return

    def _facts(self, appointment: Appointment, calendar: str) -> Iterable[str]:
        yield self._field(Fact.CALENDAR, self.calendar(calendar))
        for fact, optional in ((Fact.INVITED, False), (Fact.OPTIONAL, True)):
            invited = [one for one in appointment.invitees if one.optional is optional]
            if invited:
                yield self._field(fact, self._names(invited))
        if appointment.location:
            yield self._field(Fact.PLACE, plain(appointment.location, 100))
        if link := _link(appointment.meeting or appointment.link):
            yield self._field(Fact.LINK, link)

    def _extras(self, reply: Created) -> Iterable[str]:
        appointment = reply.appointment
        if appointment.description:
            yield self._field(Fact.NOTE, plain(appointment.description, 100))
        if reply.reminders:
            yield self._field(Fact.REMINDER, self.enumeration.join(self.before(lead) for lead in reply.reminders))
        if reply.recurrence:
            yield self._field(Fact.REPEATS, self.repeats(Rule.read(reply.recurrence, appointment.zone)))
        shown_as = [
            word for word, holds in ((self.private, appointment.private), (self.free, appointment.free)) if holds
        ]
        if shown_as:
            yield self._field(Fact.SHOWN_AS, self.enumeration.join(shown_as))

    def _remarks(self, reply: Created) -> Iterable[str]:
        when = reply.appointment.when
        length = self.length(when.length) if isinstance(when, Span) else self.all_day(1)
        return (self.remarks[remark].format(length=length) for remark in reply.remarks)

    def _names(self, invited: list[Invitee]) -> str:
        names = [plain(one.name, 30) or plain(one.email, 50) for one in invited[:_NAMES_SHOWN]]
        if len(invited) > len(names):
            names.append(self.more_people.format(count=len(invited) - len(names)))
        return self.enumeration.join(names)

    def _namesakes(self, candidates: tuple[Person, ...]) -> Iterable[str]:
        """Buttons that would look the same are told apart by the addresses above them, in their order."""
        if max(Counter(person.name for person in candidates).values(), default=0) > 1:
            for person in candidates:
                yield f"{self.bullet}{plain(person.name, 50)}{self.bracket(plain(person.email, 60))}"

    def _rest(self, reply: Reply, count: int, words: str) -> str:
        shown = sum(not isinstance(offer.label, Choice) for offer in offers_of(reply))
        return words.format(count=shown) if 0 < shown < count else ""

    def _agenda(self, reply: Agenda, view: View) -> Iterable[str]:
        """Line by line; over several days each day has a heading. What began before stands on the first day."""
        room = _LONGEST_TEXT - characters(self.say(reply, view)) - characters(self.more_events) - len("\n9999")
        day = reply.days.first if reply.days.first == reply.days.last else None
        for index, line in enumerate(reply.lines):
            shown = max(self._begins(line.when, reply.zone), reply.days.first)
            words = self._line(line, shown, reply.zone, view)
            if shown != day:
                words = f"{self.day(shown, view.now)}\n{words}"
            day = shown
            room -= characters(words) + len("\n")
            if room < 0:
                yield self.more_events.format(count=len(reply.lines) - index)
                return
            yield words

    def _line(self, line: Line, shown: date, zone: str, view: View) -> str:
        place = self.bracket(plain(line.location, 50)) if line.location else ""
        words = f"{self.bullet}{self._times(line.when, shown, zone, view)} {plain(line.title, 100) or self.busy}{place}"
        return f"{words}\n  {link}" if (link := _link(line.link)) else words

    def _times(self, when: When, shown: date, zone: str, view: View) -> str:
        if isinstance(when, Days):
            return self.all_day(1).capitalize() if when.first == when.last else self.days(when, view)
        return self.hours(when, shown, zone, view)

    def _begins(self, when: When, zone: str) -> date:
        return when.first if isinstance(when, Days) else when.start.astimezone(ZoneInfo(zone)).date()

    def _field(self, fact: Fact, value: str) -> str:
        return self.field.format(name=self.facts[fact], value=value)


def _link(link: str | None) -> str:
    """`link` as it may be shown: half an address is none."""
    shown = plain(link or "", _LONGEST_LINK + 1)
    return shown if len(shown) <= _LONGEST_LINK else ""
