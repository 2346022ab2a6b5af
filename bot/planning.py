"""Intent + what we were talking about + now → a command, or a question. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.language.intent import Ask, Assumption, Doubt, Intent, Kind, Moment, Reading, Role
from handlers.commands import (
    CancelMatching,
    Command,
    CreateAppointment,
    LeaveIt,
    ListAppointments,
    ListRoutes,
    MoveAppointment,
    MoveMatching,
    NewTime,
    Remark,
    RouteHere,
    ShowHelp,
    StopRoute,
    Target,
    Wanted,
    Wish,
)
from handlers.offers import Choice, Offer, PickTime
from handlers.replies import (
    Absent,
    AskNewTime,
    AskReading,
    AskTarget,
    AskTitle,
    AskWhen,
    CannotDo,
    Doubtful,
    Missing,
    NotUnderstood,
    Reply,
)
from handlers.searching import LOOK_AHEAD, is_any_event
from providers.contract import AppointmentRef, Days, Span, When, after, elapsed

PLAIN_TITLES = {"ja": "予定", "en": "Event", "ko": "일정", "zh": "日程"}

# "From now" is a minute ago by the time it is read; an outage makes it longer, and then it is asked about.
JUST_NOW = timedelta(minutes=2)


# What says all there is to say.
_PLAIN: Mapping[Kind, Command] = {
    Kind.HELP: ShowHelp(),
    Kind.ROUTE_HERE: RouteHere(),
    Kind.ROUTES: ListRoutes(),
    Kind.ROUTE_STOP: StopRoute(),
}

_TIMES = {Role.DATE, Role.TIME, Role.RANGE, Role.DURATION, Role.FILLER}


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits for an answer in words, and what is known already of what was asked about."""

    missing: Missing
    until: datetime
    wish: Wish | None = None  # WHEN, TITLE, PERSON
    verb: str = ""  # TARGET: "cancel" or "move"
    change: NewTime | None = None  # TARGET
    target: Target | None = None  # NEW_TIME; None: what was changed last


@dataclass(frozen=True, slots=True)
class Recent:
    """The event that was made or changed last."""

    ref: AppointmentRef
    title: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence is planned against. `now` is when it was said and `zone` where, `handled` is the present moment."""

    now: datetime
    handled: datetime
    zone: str
    key: str
    default_length: timedelta
    language: str = "ja"  # the asker's
    pending: Pending | None = None
    recent: Recent | None = None


def plan(intent: Intent, text: str, at: Circumstances) -> Command | Reply:
    """What to do about `text`, which was read as `intent`; a Reply where it is not (yet) to be carried out."""
    if at.pending is not None:
        answered = _answer(intent, text, at.pending, at)
        if answered is not None:
            return answered
    if intent.kind in _PLAIN:
        return _PLAIN[intent.kind]
    match intent.kind:
        case Kind.CREATE:
            return _create(_wish(intent, at), intent.ask, at)
        case Kind.LIST:
            return _list(intent, at)
        case Kind.CANCEL:
            return _cancel(intent, at)
        case Kind.RESCHEDULE:
            return _reschedule(intent, at)
        case Kind.CORRECT:
            return _correct(intent, at)
        case Kind.FREE_TIME:
            return CannotDo(Absent.FREE_TIME)
        case _:  # chat; yes, no and undo are answers, and have been looked at before
            return _create(_wish(intent, at), intent.ask, at) if _only_a_time(intent) else NotUnderstood()


# --- making -----------------------------------------------------------------------------------------------------


def _wish(intent: Intent, at: Circumstances) -> Wish:
    when = _when(Reading(intent.start, intent.end), at)
    remarks = [Remark(note.assumption.value) for note in intent.notes]
    if isinstance(when, Span) and intent.end is None:
        remarks.append(Remark.LENGTH)
    others = [note.other for note in intent.notes if note.other is not None]
    return Wish(
        title=intent.title,
        when=when,
        zone=at.zone,
        description=intent.description,
        location=intent.location,
        wanted=(
            *(Wanted(name) for name in intent.attendees if name not in intent.optional),
            *(Wanted(name, optional=True) for name in intent.optional),
        ),
        reminders=intent.reminders,
        private=intent.private,
        free=intent.free,
        recurrence=intent.recurrence,
        provider=intent.provider or "lineworks",
        calendar=intent.calendar,
        remarks=tuple(remarks),
        other=_when(others[0], at) if others else None,
    )


def _plain_title(at: Circumstances) -> str:
    return PLAIN_TITLES.get(at.language, PLAIN_TITLES["ja"])


def _only_a_time(intent: Intent) -> bool:
    """Whether somebody has said when, and nothing else: an event without a title yet."""
    return intent.start is not None and not intent.title and {piece.role for piece in intent.pieces} <= _TIMES


def _create(wish: Wish, asks: tuple[Ask, ...], at: Circumstances) -> Command | Reply:
    if asks:
        return _doubt(asks[0], wish, at)
    if wish.when is None:
        return AskWhen(wish)
    if isinstance(wish.when, Span) and at.now - JUST_NOW <= wish.when.start < at.handled - JUST_NOW:
        over = Ask(Doubt.PAST, f"{wish.when.start:%H:%M}")
        return _doubt(over, wish, at)
    if not wish.title:
        named = CreateAppointment(replace(wish, title=_plain_title(at)), at.key)
        return AskTitle(wish, (Offer(Choice.PLAIN_TITLE, named), Offer(Choice.NO, LeaveIt())))
    return CreateAppointment(wish, at.key)


def _doubt(ask: Ask, wish: Wish, at: Circumstances) -> Reply:
    """Ask which time is meant; a reading that can be acted upon becomes a button."""
    guesses = [(_when(reading, at), reading.recurrence) for reading in ask.readings]
    if ask.doubt in {Doubt.AMBIGUOUS, Doubt.FOREIGN, Doubt.TALK}:
        guesses.insert(0, (wish.when, None))
    offers = [
        Offer(
            PickTime(when, wish.zone, recurrence),
            CreateAppointment(replace(_at(wish, when), recurrence=recurrence or wish.recurrence), at.key),
        )
        for when, recurrence in dict.fromkeys(guesses)
        if when is not None and wish.title
    ]
    if offers:
        offers.append(Offer(Choice.NO, LeaveIt()))
    return AskReading(
        Doubtful(ask.doubt.value), ask.words, replace(wish, when=None, remarks=(), other=None), tuple(offers)
    )


def _at(wish: Wish, when: When) -> Wish:
    return replace(wish, when=when, remarks=tuple(one for one in wish.remarks if one is Remark.LENGTH), other=None)


def _when(reading: Reading, at: Circumstances) -> When | None:
    """A reading as a time: without an end, one of the default length."""
    start, end = reading.start, reading.end
    if start is None:
        return None
    if isinstance(start, datetime):
        if not isinstance(end, datetime):
            end = after(start, at.default_length)
        return Span(start, end) if elapsed(start, end) >= timedelta() else Span(start, start)
    last = _day(end) if end is not None else start
    return Days(start, max(start, last))


def _day(moment: Moment) -> Moment:
    return moment.date() if isinstance(moment, datetime) else moment


# --- answers and corrections ------------------------------------------------------------------------------------


def _answer(intent: Intent, text: str, pending: Pending, at: Circumstances) -> Command | Reply | None:
    """The pending wish, completed by what was just said; None when that is something else."""
    if pending.missing is Missing.TARGET:
        return _answer_which(intent, text, pending, at)
    if pending.missing is Missing.NEW_TIME:
        return _answer_new_time(intent, pending, at)
    wish = pending.wish
    if wish is None:
        return None
    match pending.missing:
        case Missing.WHEN:
            timed = intent.start is not None and intent.kind in {Kind.CREATE, Kind.CORRECT, Kind.NONE}
            if not timed or (intent.title and intent.kind is Kind.CREATE and wish.title):
                return None
            given = _wish(intent, at)
            title = wish.title or given.title
            whole = replace(wish, title=title, when=given.when, remarks=given.remarks, other=given.other)
            return _create(whole, intent.ask, at)
        case Missing.TITLE:
            if intent.start is not None or intent.kind not in {Kind.CREATE, Kind.NONE, Kind.CORRECT}:
                return None
            return _create(replace(wish, title=intent.title or text.strip()), (), at)
        case _:  # a person
            if intent.start is not None or intent.kind not in {Kind.CREATE, Kind.NONE}:
                return None
            names = intent.attendees or (text.strip().lstrip("@＠"),)
            known = tuple(one for one in wish.wanted if one.invitee is not None)
            return _create(replace(wish, wanted=(*known, *map(Wanted, names))), (), at)


def _answer_which(intent: Intent, text: str, pending: Pending, at: Circumstances) -> Command | Reply | None:
    """「どの予定をキャンセルしますか？」 was answered: by a title, by a time, or both."""
    if intent.kind not in {Kind.CREATE, Kind.NONE, Kind.CORRECT}:
        return None
    when = _when(Reading(intent.start, intent.end), at)
    target = Target(intent.title or ("" if when is not None else text.strip()), when, _day_said(intent))
    if pending.verb == "cancel":
        return CancelMatching(target, at.zone, at.key)
    if pending.change is None:
        return AskNewTime(target.title or _plain_title(at), target)
    return MoveMatching(target, pending.change, at.zone, at.key)


def _answer_new_time(intent: Intent, pending: Pending, at: Circumstances) -> Command | Reply | None:
    """「いつに変更しますか？」 was answered."""
    timed = intent.start is not None or intent.shift is not None or intent.duration is not None
    if not timed or intent.title or intent.ask:
        return None
    if pending.target is None:
        return _correct(intent, at)
    return MoveMatching(pending.target, _new_time(intent, at), at.zone, at.key)


def _correct(intent: Intent, at: Circumstances) -> Command | Reply:
    """「30分に」「やっぱり金曜」: what was made or changed last, changed again."""
    if at.recent is None:
        return CannotDo(Absent.CORRECTION) if intent.start is None else _create(_wish(intent, at), intent.ask, at)
    if intent.ask:
        return AskNewTime(at.recent.title)
    return MoveAppointment(at.recent.ref, _new_time(intent, at), at.zone, at.key)


# --- the others -------------------------------------------------------------------------------------------------


def _list(intent: Intent, at: Circumstances) -> Command | Reply:
    if intent.ask and intent.ask[0].doubt in {Doubt.RESIDUE, Doubt.NONSENSE, Doubt.VAGUE}:
        return AskReading(Doubtful(intent.ask[0].doubt.value), intent.ask[0].words)
    if intent.attendees:
        return CannotDo(Absent.OTHERS, intent.attendees[0])
    today = at.now.date()
    title = "" if is_any_event(intent.title) else intent.title  # who asks for meetings may have called them anything
    if intent.start is None:
        days = Days(today, today + LOOK_AHEAD) if title else Days(today, today)  # when is the design review?
        return ListAppointments(days, at.zone, intent.provider, title, upcoming=bool(title))
    first = _day(intent.start)
    last = first if intent.end is None else _day(intent.end)
    return ListAppointments(Days(first, max(first, last)), at.zone, intent.provider, title)


def _cancel(intent: Intent, at: Circumstances) -> Command | Reply:
    when = _when(Reading(intent.start, intent.end), at)
    if not intent.title and when is None and not intent.ask:
        return AskTarget("cancel")
    if intent.ask and intent.ask[0].doubt is not Doubt.PAST:
        return _which_day(
            intent.ask[0],
            when,
            at,
            lambda day: CancelMatching(Target(intent.title, day), at.zone, at.key, intent.provider),
        )
    part = None if intent.original is None else _part_of_the_day(intent.original.start)
    return CancelMatching(Target(intent.title, when, _day_said(intent), part), at.zone, at.key, intent.provider)


def _part_of_the_day(start: Moment | None) -> Span | None:
    """The half of a day, or its evening, in which `start` is: people do not agree when an evening begins."""
    if not isinstance(start, datetime):
        return None
    begin, end = next((begin, end) for begin, end in _PARTS_OF_A_DAY if start.hour < end)
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return Span(midnight + timedelta(hours=begin), midnight + timedelta(hours=end))


_PARTS_OF_A_DAY = ((0, 12), (12, 18), (17, 30))  # in hours


def _reschedule(intent: Intent, at: Circumstances) -> Command | Reply:
    original = _when(intent.original, at) if intent.original is not None else None
    if not intent.title and original is None:
        timed = intent.start is not None or intent.shift is not None or intent.duration is not None
        if at.recent is not None and timed:
            return _correct(intent, at)
        return AskTarget("move", _new_time(intent, at) if timed and not intent.ask else None)
    target = Target(intent.title, original)
    if intent.shift is None and intent.start is None and intent.duration is None:
        return AskNewTime(intent.title or _plain_title(at), target)
    if intent.ask:
        when = _when(Reading(intent.start, intent.end), at)
        change = _new_time(intent, at)
        return _which_day(
            intent.ask[0],
            when,
            at,
            lambda to: MoveMatching(target, replace(change, to=to), at.zone, at.key, intent.provider),
        )
    return MoveMatching(target, _new_time(intent, at), at.zone, at.key, intent.provider)


def _which_day(ask: Ask, first: When | None, at: Circumstances, command: Callable[[When], Command]) -> Reply:
    """Ask which of the readings is meant, for a command on an event that exists."""
    guesses = [_when(reading, at) for reading in ask.readings]
    if ask.doubt in {Doubt.AMBIGUOUS, Doubt.FOREIGN}:
        guesses.insert(0, first)
    offers = [Offer(PickTime(when, at.zone), command(when)) for when in dict.fromkeys(guesses) if when is not None]
    if offers:
        offers.append(Offer(Choice.NO, LeaveIt()))
    return AskReading(Doubtful(ask.doubt.value), ask.words, None, tuple(offers))


def _new_time(intent: Intent, at: Circumstances) -> NewTime:
    return NewTime(
        to=_when(Reading(intent.start, intent.end), at),
        shift=intent.shift,
        length=intent.duration,
        has_end=intent.end is not None,
        has_date=_day_said(intent),
    )


def _day_said(intent: Intent) -> bool:
    assumed = {note.assumption for note in intent.notes}
    return not assumed & {Assumption.TODAY, Assumption.TOMORROW, Assumption.OTHER_HALF}
