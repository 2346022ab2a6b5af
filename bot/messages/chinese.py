"""What both ways of writing Chinese share: the order of the words. Neither is made from the other."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import assert_never

from bot.messages.plain import plain
from bot.messages.recurrence import Rule
from bot.messages.times import View
from bot.messages.words import Words
from handlers.replies import (
    Agenda,
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
    Failed,
    Greeting,
    Help,
    Left,
    Moved,
    MovedBack,
    NotForYou,
    NothingAsked,
    NothingToUndo,
    NotLinked,
    NotThere,
    NotUnderstood,
    NotYours,
    ReadOnly,
    Restored,
    SlotTaken,
    TooMany,
    Withdrawn,
)

_NTHS = {1: "一", 2: "二", 3: "三", 4: "四", 5: "五"}


class Chinese(Words):
    """The sentences are given whole; `{title}` and the like are filled in."""

    at = ""
    comma = "，"
    enumeration = "、"
    created: str
    cancelled: str
    moved: str
    withdrawn: str
    restored: str
    restored_anew: str
    moved_back: str
    left: str
    ask_when: str
    ask_when_titled: str
    ask_title: str
    nobody: str  # {name}
    namesakes: str  # {name}, {count}
    ask_which: str  # {count}, {act}
    ask_scope: str
    ask_sure: str
    ask_target: str  # {act}, {example}
    ask_new_time: str
    ask_move_booking: str
    not_there: str  # {when}, {title}
    nothing_there: str  # {when}
    ahead: str  # the days a title is looked for in
    already_gone: str
    not_yours: str  # {title}, {organizer}
    organizer: str
    changed_meanwhile: str
    too_many: str  # {limit}
    not_linked: str  # {system}
    slot_taken: str  # {when}
    read_only: str
    nothing_to_undo: str
    nothing_asked: str
    not_understood: str
    help_in_room: str  # {bot}
    help: str
    undo_limit: str
    greeting: str  # {bot}
    events: str
    quoted: str
    agenda: str  # {days}, {what}, {count}, {calendar}
    agenda_empty: str  # {days}, {what}, {calendar}
    acts: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]  # of a recurrence: each one, every {n} of them
    of: str  # between "every three weeks" and "Monday"
    fortnightly: str
    working_days: str
    nth_weekday: str  # {nth}, {weekday}
    last_weekday: str  # {weekday}
    last_day: str
    times: str  # {count}
    until: str  # {day}

    def say(self, reply: Answer, view: View) -> str:  # noqa: C901 - one case a reply; a table would hide the types
        """The sentence."""
        match reply:
            case Created(appointment):
                return self.created.format(title=self.title(appointment.title))
            case Agenda():
                days, calendar = self.period(reply, view), self.bracket(self.calendar(reply.calendar))
                words = self.agenda if reply.lines else self.agenda_empty
                what = self.quoted.format(self.title(reply.title)) if reply.title else self.events
                return words.format(days=days, what=what, count=len(reply.lines), calendar=calendar)
            case Cancelled(title):
                return self.cancelled.format(title=self.title(title))
            case Moved(appointment):
                return self.moved.format(title=self.title(appointment.title))
            case Withdrawn(title):
                return self.withdrawn.format(title=self.title(title))
            case Restored(appointment):
                return (self.restored_anew if reply.anew else self.restored).format(title=self.title(appointment.title))
            case MovedBack(appointment):
                return self.moved_back.format(title=self.title(appointment.title))
            case Left():
                return self.left
            case AskWhen(wish):
                return self.ask_when_titled.format(title=self.title(wish.title)) if wish.title else self.ask_when
            case AskTitle():
                return self.ask_title
            case AskReading():
                return self.doubted(reply.doubt, reply.words)
            case AskWho(written, candidates):
                words = self.namesakes if candidates else self.nobody
                return words.format(name=plain(written, 50), count=len(candidates))
            case AskWhich(verb, count):
                return self.ask_which.format(count=count, act=self.acts[verb])
            case AskScope(title):
                return self.ask_scope.format(title=self.title(title))
            case AskSure(title):
                return self.ask_sure.format(title=self.title(title))
            case AskTarget(verb):
                example = self.examples[2] if verb == "cancel" else self.examples[3]
                return self.ask_target.format(act=self.acts[verb], example=example)
            case AskNewTime(title):
                return self.ask_new_time.format(title=self.title(title))
            case AskMoveBooking(title):
                return self.ask_move_booking.format(title=self.title(title))
            case NotThere(title, when, zone):
                words = self.not_there if title else self.nothing_there
                return words.format(title=self.title(title), when=self.about(when, zone, view) if when else self.ahead)
            case AlreadyGone():
                return self.already_gone
            case NotYours(title, organizer):
                who = self.organizer + (self.bracket(plain(organizer, 80)) if organizer else "")
                return self.not_yours.format(title=self.title(title), organizer=who)
            case ChangedMeanwhile():
                return self.changed_meanwhile
            case TooMany(limit):
                return self.too_many.format(limit=limit)
            case CannotDo(what, name):
                return self.cannot(what, name)
            case NotLinked(provider):
                return self.not_linked.format(system=self.system(provider))
            case NotForYou(who):
                return self.allowed[who]
            case SlotTaken(when, zone):
                return self.slot_taken.format(when=self.about(when, zone, view))
            case ReadOnly():
                return self.read_only
            case Failed():
                return self.failed(reply)
            case Delayed(provider):
                return self.delayed.format(system=self.whose(provider))
            case NothingToUndo():
                return self.nothing_to_undo
            case NothingAsked():
                return self.nothing_asked
            case DeadButton(why):
                return self.dead_buttons[why]
            case NotUnderstood():
                return self.not_understood
            case Help(in_room):
                first = self.help_in_room.format(bot=view.bot) if in_room else self.help
                return "\n".join((first, *(f"• {example}" for example in self.examples))) + self.bracket(
                    self.undo_limit
                )
            case Greeting(in_room):
                at = f"@{view.bot} " if in_room else ""
                first = self.greeting.format(bot=view.bot)
                return "\n".join((first, *(f"• {at}{example}" for example in self.examples[:3])))
            case _:
                assert_never(reply)

    def day(self, day: date, now: datetime) -> str:
        """11月21日（周六）."""
        year = "" if day.year == now.year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日（{self.weekdays[day.weekday()]}）"

    def bracket(self, words: str) -> str:
        """Full-width, as Chinese text has it."""
        return f"（{words}）"

    def repeats(self, rule: Rule) -> str:
        """每周四."""
        on = "、".join(
            (
                *(self._on(nth, day) for nth, day in rule.weekdays),
                *(self.last_day if day == -1 else f"{day}日" for day in rule.month_days),
            )
        )
        each, counted = self.units[rule.frequency]
        if rule.working_days:
            every = self.working_days
        elif (rule.frequency, rule.interval) == ("WEEKLY", 1):
            every = f"每{on}" if on else each
        elif rule.interval == 1:
            every = each + on
        else:
            every = (
                self.fortnightly
                if (rule.frequency, rule.interval) == ("WEEKLY", 2)
                else counted.format(n=rule.interval)
            )
            every += self.of + on if on else ""
        if rule.count:
            every += self.bracket(self.times.format(count=rule.count))
        if rule.until:
            day = f"{rule.until.year}年{rule.until.month}月{rule.until.day}日"
            every += self.bracket(self.until.format(day=day))
        return every

    def _on(self, nth: int | None, day: int) -> str:
        weekday = self.weekdays[day]
        if nth is None:
            return weekday
        return (
            self.last_weekday.format(weekday=weekday)
            if nth < 0
            else self.nth_weekday.format(nth=_NTHS[nth], weekday=weekday)
        )
