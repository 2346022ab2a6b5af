"""How an answer is put together, for all languages; each language file says the words."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.messages.plain import plain
from bot.messages.recurrence import Rule
from handlers.commands import Remark
from handlers.replies import (
    Absent,
    Agenda,
    Cancelled,
    Choice,
    Created,
    Doubtful,
    Label,
    Line,
    Moved,
    MovedBack,
    PickAppointment,
    PickPerson,
    PickTime,
    Pressed,
    Reply,
    Restored,
    Trouble,
    Withdrawn,
)
from providers.contract import Appointment, Days, Span, When


@dataclass(frozen=True, slots=True)
class View:
    """For whom a text is written: `zone` is the reader's, `now` is when they asked, in that zone."""

    now: datetime
    zone: str
    bot: str = "予定"  # what the bot is called


class Words(ABC):
    """One language. `say` gives the sentence; what stands below it (time, calendar, people) is laid out here."""

    locale: str
    weekdays: tuple[str, ...]  # Monday first
    dash = "–"
    field = "{name}: {value}"
    enumeration = ", "
    calendar_unnamed: str
    unnamed: str  # stands for a title that may not be shown
    fields: tuple[str, str, str, str, str, str]  # calendar, invited, optional, place, reminder, repeats
    choices: Mapping[Choice, str]  # at most 20 characters each
    remarks: Mapping[Remark, str]  # {length}: how long the event is
    losses: Mapping[str, str]
    absences: Mapping[Absent, str]  # {name}: as it was written
    troubles: Mapping[Trouble, str]
    uncertain: str  # whether the act went through is not known
    dead_buttons: Mapping[Pressed, str]
    doubts: Mapping[Doubtful, str]  # {words}: what was doubted

    def text(self, reply: Reply, view: View) -> str:
        """The whole answer."""
        return "\n".join(part for part in (self.say(reply, view), *self._below(reply, view)) if part)

    def doubted(self, doubt: Doubtful, words: str) -> str:
        """Why a time is asked about."""
        return self.doubts[doubt].format(words=plain(words, 50))

    def failed(self, trouble: Trouble, *, certain: bool) -> str:
        """What did not work."""
        return self.troubles[trouble] if certain else self.uncertain

    def cannot(self, what: Absent, name: str) -> str:
        """What this installation does not do."""
        return self.absences[what].format(name=plain(name, 30))

    @abstractmethod
    def say(self, reply: Reply, view: View) -> str:
        """The sentence that says what happened or what is asked."""

    @abstractmethod
    def day(self, day: date, now: datetime) -> str:
        """A day with its weekday; with the year when it is not this one."""

    @abstractmethod
    def length(self, length: timedelta) -> str:
        """A duration."""

    @abstractmethod
    def all_day(self, days: int) -> str:
        """That whole days are meant, and how many."""

    @abstractmethod
    def before(self, lead: timedelta) -> str:
        """A reminder's lead time."""

    @abstractmethod
    def repeats(self, rule: Rule) -> str:
        """A recurrence."""

    def title(self, title: str) -> str:
        """A title as it may be shown."""
        return plain(title) or self.unnamed

    def label(self, label: Label, view: View) -> str:
        """What a button says, at most 20 characters (a limit of the button template)."""
        match label:
            case PickTime(when, zone):
                return self._short(self.moment(when, zone, view))
            case PickPerson(name, email):
                return self._short(plain(name, 20) or plain(email, 20))
            case PickAppointment(title, when, zone):
                return self._short(f"{self.moment(when, zone, view)} {self.title(title)}")
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
                return f"{self.title(title)} {self.when(when, zone, view)}"
            case Choice():
                return self.choices[label]

    def when(self, when: When, zone: str, view: View, length: bool = True) -> str:
        """Date with weekday, time and length; the zone's name when it is not the reader's."""
        if isinstance(when, Days):
            count = (when.last - when.first).days + 1
            first = self.day(when.first, view.now)
            last = "" if count == 1 else self.dash + self.day(when.last, view.now)
            return f"{first}{last} {self.all_day(count)}"
        start, end = when.start.astimezone(ZoneInfo(zone)), when.end.astimezone(ZoneInfo(zone))
        until = f"{end:%H:%M}" if end.date() == start.date() else f"{self.day(end.date(), view.now)} {end:%H:%M}"
        words = f"{self.day(start.date(), view.now)} {start:%H:%M}"
        if when.end > when.start:
            words += self.dash + until
            if length:
                words += self.bracket(self.length(when.end - when.start))
        return words if zone == view.zone else words + self.bracket(zone)

    def moment(self, when: When, zone: str, view: View) -> str:
        """When something begins, as short as can be: 11/21 15:00."""
        if isinstance(when, Days):
            return f"{when.first.month}/{when.first.day}"
        start = when.start.astimezone(ZoneInfo(zone))
        day = (
            f"{start.month}/{start.day} " if start.year == view.now.year else f"{start.year}/{start.month}/{start.day} "
        )
        return f"{day}{start:%H:%M}"

    def bracket(self, words: str) -> str:
        """A remark in brackets."""
        return f" ({words})"

    def _short(self, words: str) -> str:
        return plain(words, 20)

    def _below(self, reply: Reply, view: View) -> Iterable[str]:
        match reply:
            case Created(appointment, calendar):
                yield from self._facts(appointment, calendar, view)
                yield from self._extras(reply)
                yield from self._remarks(reply)
            case Restored(appointment, calendar) | Moved(appointment, _, calendar) | MovedBack(appointment, calendar):
                yield from self._facts(appointment, calendar, view)
            case Cancelled(_, when, zone, calendar):
                yield self.when(when, zone, view)
                yield self._field(0, plain(calendar) or self.calendar_unnamed)
            case Withdrawn(_, when, zone):
                yield self.when(when, zone, view)
            case Agenda():
                yield from self._agenda(reply, view)
            case _:
                return

    def _facts(self, appointment: Appointment, calendar: str, view: View) -> Iterable[str]:
        yield self.when(appointment.when, appointment.zone, view)
        yield self._field(0, plain(calendar) or self.calendar_unnamed)
        for index, optional in ((1, False), (2, True)):
            names = [plain(one.name or one.email, 50) for one in appointment.invitees if one.optional is optional]
            if names:
                yield self._field(index, self.enumeration.join(names))
        if appointment.location:
            yield self._field(3, plain(appointment.location, 100))

    def _extras(self, reply: Created) -> Iterable[str]:
        if reply.reminders:
            yield self._field(4, self.enumeration.join(self.before(lead) for lead in reply.reminders))
        if reply.recurrence:
            yield self._field(5, self.repeats(Rule.read(reply.recurrence)))

    def _remarks(self, reply: Created) -> Iterable[str]:
        when = reply.appointment.when
        length = self.length(when.end - when.start) if isinstance(when, Span) else ""
        return (self.remarks[remark].format(length=length) for remark in reply.remarks)

    def _agenda(self, reply: Agenda, view: View) -> Iterable[str]:
        """Line by line; over several days each day has a heading. An event over midnight stands where it begins."""
        several = reply.days.last > reply.days.first
        day: date | None = None
        for line in reply.lines:
            begins = self._begins(line.when, reply.zone)
            shown = max(begins, reply.days.first)
            if several and shown != day:
                day = shown
                yield self.day(shown, view.now)
            yield self._line(line, shown, reply.zone, view)

    def _line(self, line: Line, shown: date, zone: str, view: View) -> str:
        place = self.bracket(plain(line.location, 50)) if line.location else ""
        return f"・{self._hours(line.when, shown, zone, view)} {self.title(line.title)}{place}"

    def _hours(self, when: When, shown: date, zone: str, view: View) -> str:
        if isinstance(when, Days):
            return self.all_day(1)
        start, end = when.start.astimezone(ZoneInfo(zone)), when.end.astimezone(ZoneInfo(zone))
        begins = f"{start:%H:%M}" if start.date() == shown else f"{self.day(start.date(), view.now)} {start:%H:%M}"
        ends = f"{end:%H:%M}" if end.date() == shown else f"{self.day(end.date(), view.now)} {end:%H:%M}"
        return f"{begins}{self.dash}{ends}"

    def _begins(self, when: When, zone: str) -> date:
        return when.first if isinstance(when, Days) else when.start.astimezone(ZoneInfo(zone)).date()

    def _field(self, index: int, value: str) -> str:
        return self.field.format(name=self.fields[index], value=value)
