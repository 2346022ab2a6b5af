"""English (US). Short, polite, exact."""

from datetime import date, datetime, timedelta
from typing import assert_never

from bot.messages.bookings import Gap
from bot.messages.facts import Fact
from bot.messages.plain import plain
from bot.messages.recurrence import Rule
from bot.messages.times import View, parts
from bot.messages.words import Words
from handlers.announcements import Change
from handlers.commands import Remark
from handlers.offers import Choice
from handlers.replies import (
    Absent,
    Agenda,
    Allowed,
    AlreadyGone,
    Answer,
    AskMoveBooking,
    AskNewTime,
    AskReading,
    AskScope,
    AskSure,
    AskTarget,
    AskTitle,
    AskWhen,
    AskWhich,
    AskWho,
    Cancelled,
    CannotDo,
    ChangedMeanwhile,
    Created,
    DeadButton,
    Delayed,
    Doubtful,
    Failed,
    Greeting,
    Help,
    Left,
    Loss,
    Moved,
    MovedBack,
    NotForYou,
    NothingAsked,
    NothingToUndo,
    NotLinked,
    NotThere,
    NotUnderstood,
    NotYours,
    Pressed,
    ReadOnly,
    Restored,
    SlotTaken,
    TooMany,
    Trouble,
    Withdrawn,
)
from providers.bookings import Side

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class English(Words):
    """en_US."""

    locale = "en_US"
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    at = ", "
    calendar_unnamed = "LINE WORKS Calendar"
    the_calendar = "the calendar"
    busy = "Busy"
    unnamed = "Private event"
    private = "private"
    free = "free"
    more_people = "{count} more"
    more_events = "{count} more did not fit. Ask for fewer days to see them."
    unread = "Note: I couldn’t check {systems}."
    only_events = "The buttons show the first {count}. For another one, tell me its date and title."
    only_people = "The buttons show the first {count}. For anyone else, tell me their full name or email address."
    facts = {
        Fact.BEFORE: "Was",
        Fact.CALENDAR: "Calendar",
        Fact.INVITED: "Attendees",
        Fact.OPTIONAL: "Optional",
        Fact.PLACE: "Location",
        Fact.NOTE: "Notes",
        Fact.REMINDER: "Reminder",
        Fact.REPEATS: "Repeats",
        Fact.SHOWN_AS: "Shown as",
        Fact.LINK: "Link",
        Fact.LOST: "Can’t be undone",
        Fact.NOW: "Now",
        Fact.GUEST: "Guest",
        Fact.GUEST_TIME: "Guest’s local time",
        Fact.GUEST_ZONE: "Guest’s time zone",
        Fact.HOSTS: "Host",
        Fact.REASON: "Reason",
        Fact.MESSAGE: "Message",
        Fact.GUEST_NAMES: "Guest names",
        Fact.MIRROR: "Hosts’ calendars",
    }
    choices = {
        Choice.UNDO: "Undo",
        Choice.AGAIN: "Try again",
        Choice.YES_CANCEL: "Yes, cancel it",
        Choice.NO: "Never mind",
        Choice.THIS_ONE: "Only this one",
        Choice.WHOLE_SERIES: "The whole series",
        Choice.WITHOUT_THEM: "Add without inviting",
        Choice.PLAIN_TITLE: "Add without a title",
        Choice.YES_MOVE: "Yes, move it",
        Choice.CANCEL_BOOKING: "Cancel booking",
        Choice.DAY: "My events that day",
        Choice.STOP_ROUTE: "Stop notifications",
        Choice.NAME_GUESTS: "Show guest names",
        Choice.HIDE_GUESTS: "Hide guest names",
        Choice.MIRROR: "Add to calendars",
        Choice.NO_MIRROR: "Only post here",
    }
    losses = {
        Loss.ANSWERS: "the attendees’ responses",
        Loss.MEETING: "the video meeting link",
        Loss.ATTACHMENTS: "the attachments",
        Loss.GUESTS: "the cancellation notice to guests outside the company",
        Loss.SERIES: "changes to single occurrences (all of them will be canceled)",
        Loss.BOOKING: "the booking (the guest will be told that it is canceled)",
    }
    remarks = {
        Remark.AFTERNOON: "Note: I read the time as p.m.",
        Remark.OTHER_HALF: "Note: that time has passed, so I took the next one.",
        Remark.TODAY: "Note: no date was given, so I took today.",
        Remark.TOMORROW: "Note: that time has passed today, so I took tomorrow.",
        Remark.NEXT_DAY: "Note: 24:00 and later fall on the next day.",
        Remark.WEEKDAY: "Note: the weekday doesn’t match the date, so I went by the date.",
        Remark.NEXT_YEAR: "Note: this date is next year.",
        Remark.LENGTH: "Note: no end was given, so I made it {length}.",
        Remark.TITLE_CUT: "Note: the title was too long, so all of it is in the notes.",
        Remark.PLACE_CUT: "Note: the location was too long, so all of it is in the notes.",
        Remark.PLACE_NOTED: "Note: {system} has no field for a location, so I put it in the notes.",
        Remark.MIDNIGHTS: "Note: {system} has no all-day events, so this one runs from midnight to midnight.",
        Remark.NOT_FREE: "Note: {system} can’t show the time as free, so it is shown as busy.",
        Remark.NOT_OPTIONAL: "Note: {system} has no optional attendees, so everyone is invited alike.",
        Remark.NO_LEAD: "Note: how long before the event the reminder comes is up to {system}.",
    }
    absences = {
        Absent.SYSTEM: "I can’t use “{name}”. I can add events to LINE WORKS Calendar.",
        Absent.CALENDAR: "I couldn’t find a calendar called “{name}”, so nothing was added.",
        Absent.FREE_TIME: "I can’t look for free time yet. Ask “what's on next week?” to see the events.",
        Absent.OTHERS: "I can’t show {name}’s calendar. Ask “what's on tomorrow?” to see your own.",
        Absent.CORRECTION: (
            "I’m not sure which event you mean, so nothing was changed. Example: move design review to 16:00"
        ),
        Absent.RECURRENCE: "{name} can’t repeat events, so nothing was added.",
        Absent.PRIVATE: "{name} has no private events, so nothing was added.",
        Absent.BOOKINGS: "No booking system is connected. Please ask your administrator.",
        Absent.ROOM: "This can’t be done in a one-on-one chat. Please write it in the room you mean.",
    }
    allowed = {
        Allowed.ADMINS: "Only administrators can do this.",
        Allowed.HOSTS: "Only the hosts of this booking and administrators can change or cancel it.",
    }
    troubles = {
        Trouble.AWAY: "I couldn’t reach {system}. Nothing was added or changed.",
        Trouble.REFUSED: "Not accepted by {system}. Nothing was added or changed. Please try it with other details.",
        Trouble.KEY: (
            "My key for {system} is invalid or expired, so nothing was added or changed. "
            "Please ask your administrator to renew it."
        ),
        Trouble.DENIED: "I’m not allowed to use {system}. Nothing was added or changed. Please tell your administrator.",
        Trouble.FAULT: "Something went wrong on my side. Please tell your administrator.",
    }
    uncertain = "I got no answer from {system}, so I can’t tell whether this was done. Please check {system}."
    delayed = "This is taking a little longer: {system} is slow to answer. I will reply here as soon as it does."
    again_is_safe = "It is safe to press “Try again”: nothing will be added twice."
    dead_buttons = {
        Pressed.SPENT: "This button has already been used.",
        Pressed.EXPIRED: "This button has expired. Please type your request again.",
        Pressed.FOREIGN: "Only the person I asked can press this button.",
        Pressed.UNKNOWN: "This button doesn’t work. Please type your request again.",
    }
    doubts = {
        Doubtful.RESIDUE: "I couldn’t read “{words}” as a date or time. When is it? Example: Dec 1 at 15:00",
        Doubtful.NONSENSE: "There is no such date or time as “{words}”. When is it? Example: Dec 1 at 15:00",
        Doubtful.PAST: "“{words}” has already passed. When should it be? Example: tomorrow at 15:00",
        Doubtful.AMBIGUOUS: "Which time do you mean by “{words}”?",
        Doubtful.FOREIGN: "Is this the time you mean by “{words}”?",
        Doubtful.VAGUE: "When exactly is “{words}”? Example: tomorrow 15:00 for 1 hour",
        Doubtful.TALK: "Shall I put “{words}” in the calendar?",
    }
    examples = (
        "design review tomorrow at 15:00 for 1 hour @Tanaka",
        "what's on next week?",
        "cancel tomorrow's design review",
        "move design review to 16:00",
        "undo",
    )
    changes = {
        Change.REQUESTED: "Booking awaiting approval",
        Change.MADE: "New booking",
        Change.MOVED: "Booking moved",
        Change.CANCELLED: "Booking canceled",
    }
    sides = {Side.GUEST: " by the guest", Side.HOST: " by the host"}
    former_unknown = "Note: I don’t know the former time."
    entries = {
        Gap.REFUSED: "Note: I couldn’t add it to the calendar of {names}.",
        Gap.NOBODY: "Note: I don’t know who the host is, so I haven’t added it to a calendar.",
        Gap.LATER: "Note: I’ll add it to the calendar as soon as I can reach it.",
    }
    updates = {
        Gap.REFUSED: "Note: I couldn’t update the calendar of {names}.",
        Gap.NOBODY: "Note: I don’t know who the host is, so I haven’t updated a calendar.",
        Gap.LATER: "Note: I’ll update the calendar as soon as I can reach it.",
    }
    bookings_found = "Bookings and changes that no notification (webhook) had announced: {count}"
    more_lines = "{count} more"
    booking_cancelled = "Booking canceled"
    booking_moved = "Booking moved"
    this_room = "this room"
    room_named = "“{room}”"
    room_unnamed = "a room whose name I don’t know"
    route_new = "I’ll post bookings in {room}."
    route_is = "This is how I post bookings in {room}."
    route_example = "send Jicoo notifications here"
    routes = "Rooms where I post bookings: {count}"
    route_dead = "I can’t post there"
    no_routes = "No room has been chosen for bookings."
    admins_get = "They are posted in the administrators’ room."
    nobody_gets = "They aren’t posted anywhere."
    how_to_route = "To choose one, an administrator writes there: {example}"
    route_stopped = "I’ll no longer post bookings in this room."
    route_was_none = "I don’t post bookings in this room."
    route_broken = (
        "I can’t post in {room} any more, so bookings now go to the administrators’ room. "
        "To change that, add me to the room again and write there: {example}"
    )
    guest_names = ("not shown", "shown")
    mirroring = ("bookings are not added", "bookings are added")
    notices_missing = (
        "Notifications (webhooks) from {system} don’t seem to arrive. I found bookings only by checking regularly. "
        "Please check the webhook’s URL and signing secret in {system}, and that it is enabled."
    )
    key_expiring = "The {system} key ({setting}) expires on {until}. Please replace it before then."
    key_expired = "The {system} key ({setting}) expired on {until}. I can’t use {system} until it is replaced."

    def say(self, reply: Answer, view: View) -> str:  # noqa: C901 - one case a reply; a table would hide the types
        """The sentence."""
        match reply:
            case Created(appointment):
                return f"Added: {self.title(appointment.title)}"
            case Agenda():
                return self._heading(reply, view)
            case Cancelled(title):
                return f"Canceled: {self.title(title)}"
            case Moved(appointment):
                return f"Moved: {self.title(appointment.title)}"
            case Withdrawn(title):
                return f"Undone, no longer on the calendar: {self.title(title)}"
            case Restored(appointment):
                done = "Added again as a new event" if reply.anew else "Undone, back on the calendar"
                return f"{done}: {self.title(appointment.title)}"
            case MovedBack(appointment):
                return f"Undone, back at its former time: {self.title(appointment.title)}"
            case Left():
                return "OK, nothing was changed."
            case AskWhen(wish):
                about = f"When is “{self.title(wish.title)}”?" if wish.title else "When is it?"
                return f"{about} Example: tomorrow at 15:00 for 1 hour"
            case AskTitle():
                return "What should I call it?"
            case AskReading():
                return self.doubted(reply.doubt, reply.words)
            case AskWho(written, ()):
                return f"I couldn’t find “{plain(written, 50)}”. Please tell me their full name or email address."
            case AskWho(written, candidates):
                return f"I found {len(candidates)} people called “{plain(written, 50)}”. Which one do you mean?"
            case AskWhich(verb, count):
                return f"I found {_counted(count)}. Which one should I {verb}?"
            case AskScope(title):
                return f"“{self.title(title)}” is a recurring event. Only this one, or the whole series?"
            case AskSure(title):
                return f"Cancel “{self.title(title)}”?"
            case AskTarget(verb):
                example = self.examples[2] if verb == "cancel" else self.examples[3]
                return f"Which event should I {verb}? Example: {example}"
            case AskNewTime(title):
                return f"When should I move “{self.title(title)}” to? Example: move design review to 16:00"
            case AskMoveBooking(title):
                return f"Move the booking “{self.title(title)}”? The guest will be told."
            case NotThere(title, when, zone):
                about = f"I found no event “{self.title(title)}”" if title else "I found no event"
                return f"{about} {f'for {self.about(when, zone, view)}' if when else 'in the next 60 days'}."
            case AlreadyGone():
                return "That event is no longer there."
            case NotYours(title, organizer):
                who = f"the organizer ({plain(organizer, 80)})" if organizer else "the organizer"
                return f"Only {who} can change “{self.title(title)}”. If you can’t attend, please tell the organizer."
            case ChangedMeanwhile():
                return "The event has been changed since, so I didn’t undo anything. Please check the calendar."
            case TooMany(limit):
                return f"An event can have at most {limit} attendees. Nothing was added."
            case CannotDo(what, name):
                return self.cannot(what, name)
            case NotLinked(provider):
                return f"I don’t know your {self.system(provider)} account. Please ask your administrator to link it."
            case NotForYou(who):
                return self.allowed[who]
            case SlotTaken(when, zone):
                return (
                    f"{self.about(when, zone, view)} is not free. The booking was not moved. Please try another time."
                )
            case ReadOnly():
                return "I’m in read-only mode at the moment and can’t add or change anything."
            case Failed():
                return self.failed(reply)
            case Delayed(provider):
                return self.delayed.format(system=self.whose(provider))
            case NothingToUndo():
                return "There is nothing to undo (I can undo changes for 10 minutes)."
            case NothingAsked():
                return "I’m not waiting for an answer right now."
            case DeadButton(why):
                return self.dead_buttons[why]
            case NotUnderstood():
                return "I couldn’t read that as an event. Example: design review tomorrow at 15:00 for 1 hour"
            case Help(in_room):
                start = f"Start with “@{view.bot}”, then" if in_room else "You can"
                lines = (f"{start} write, for example:", *(f"• {example}" for example in self.examples))
                return "\n".join(lines) + " (within 10 minutes)"
            case Greeting(in_room):
                at = f"@{view.bot} " if in_room else ""
                first = f"Hello, I’m “{view.bot}”. I can add, show and cancel events for you."
                return "\n".join((first, *(f"• {at}{example}" for example in self.examples[:3])))
            case _:
                assert_never(reply)

    def day(self, day: date, now: datetime) -> str:
        """Sat, Nov 21."""
        year = "" if day.year == now.year else f", {day.year}"
        return f"{self.weekdays[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}{year}"

    def short_day(self, day: date, now: datetime) -> str:
        """Nov 21: 11/12 would be December elsewhere."""
        year = "" if day.year == now.year else f", {day.year}"
        return f"{_MONTHS[day.month - 1]} {day.day}{year}"

    def length(self, length: timedelta) -> str:
        """1 h 30 min."""
        days, hours, minutes = parts(length)
        named = ((days, "day" if days == 1 else "days"), (hours, "h"), (minutes, "min"))
        return " ".join(f"{n} {unit}" for n, unit in named if n) or "0 min"

    def all_day(self, days: int) -> str:
        """All day."""
        return "all day" if days == 1 else f"all day ({days} days)"

    def before(self, lead: timedelta) -> str:
        """10 min before."""
        return f"{self.length(lead)} before" if lead else "at the start"

    def repeats(self, rule: Rule) -> str:
        """Every Thursday."""
        on = _listed(
            *(
                _DAYS[day] if nths == (None,) else f"{_listed(*(_ordinal(nth) for nth in nths if nth))} {_DAYS[day]}"
                for day, nths in rule.nths.items()
            ),
            *(f"{_ordinal(day)}{' day' if day < 0 else ''}" for day in rule.month_days),
        )
        unit = _UNITS[rule.frequency]
        if rule.working_days:
            every = "every weekday"
        elif rule.frequency == "WEEKLY" and rule.interval <= 2:
            every = ("every " if rule.interval == 1 else "every other ") + (on or unit)
        else:
            every = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
            article = "" if rule.frequency == "WEEKLY" else "the "
            every += f" on {article}{on}" if on else ""
        if rule.count:
            every += ", once" if rule.count == 1 else f", {rule.count} times"
        if rule.until:
            every += f", until {_MONTHS[rule.until.month - 1]} {rule.until.day}, {rule.until.year}"
        return every

    def _heading(self, reply: Agenda, view: View) -> str:
        calendar = self.bracket(self.calendar(reply.calendar))
        if not reply.lines:
            what = f"No “{self.title(reply.title)}”" if reply.title else "No events"
            return f"{what} found for {self.period(reply, view)}{calendar}."
        what = f"“{self.title(reply.title)}”, " if reply.title else ""
        return f"{what}{self.period(reply, view)}: {_counted(len(reply.lines))}{calendar}"


def _counted(events: int) -> str:
    return "1 event" if events == 1 else f"{events} events"


def _ordinal(n: int) -> str:
    return "last" if n == -1 else f"{n}{'th' if 11 <= n % 100 <= 13 else _ORDINALS.get(n % 10, 'th')}"


def _listed(*words: str) -> str:
    """A, B, and C."""
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])}, and {words[-1]}"
