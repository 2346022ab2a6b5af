"""Which event somebody means by a part of its title, by when it is, or by both."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.commands import Target
from providers.contract import Appointment, Calendar, Days, Span, as_span

LOOK_AHEAD = timedelta(days=60)  # for a title without a date
MOST_CHOICES = 9  # of several events that become buttons; one more button is needed for "leave it"

# Words that say no more than "event": with a time beside them they need not be in the title.
_ANY_EVENT = frozenset(
    "予定 会議 ミーティング mtg 打ち合わせ 打合せ 打合わせ アポ イベント スケジュール 件 やつ それ event meeting appointment call"
    " schedule it that 회의 일정 미팅 약속 会议 會議 日程 约会 約會 预定 安排".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """The events that fit, earliest first; `sure` False: they only nearly do, and even a single one is to be asked about."""

    events: list[Appointment]
    sure: bool = True


async def matching(target: Target, calendar: Calendar, owner: str, now: datetime, zone: str) -> Found:
    """The events that fit `target`. When the day was not said and that day has none, those at that time on later days."""
    found = await _fitting(target, calendar, owner, now, zone)
    if found or target.day_said or not isinstance(target.when, Span):
        key = fold(target.title)
        vague = target.when is None and key in _ANY_EVENT and not any(key in fold(one.title) for one in found)
        return Found(found, sure=not vague)
    clock = target.when.start.astimezone(ZoneInfo(zone)).time()
    later = await _fitting(Target(target.title, None), calendar, owner, now, zone)
    return Found([one for one in later if _begins(one, ZoneInfo(zone)) == clock], sure=False)


def _begins(appointment: Appointment, zone: ZoneInfo) -> time | None:
    return appointment.when.start.astimezone(zone).time() if isinstance(appointment.when, Span) else None


async def _fitting(target: Target, calendar: Calendar, owner: str, now: datetime, zone: str) -> list[Appointment]:
    """Exact titles before partial ones. Raises ProviderError."""
    found = _at(target, await calendar.appointments(owner, _window(target, now, ZoneInfo(zone))), ZoneInfo(zone))
    key = fold(target.title)
    if not key or key in _ANY_EVENT:
        named = [one for one in found if key and key in fold(one.title)]
        return named or found
    exact = [one for one in found if fold(one.title) == key]
    return exact or [one for one in found if key in fold(one.title) or (fold(one.title) and fold(one.title) in key)]


def fold(title: str) -> str:
    """A title as it is compared: width, case and blanks do not matter."""
    return "".join(unicodedata.normalize("NFKC", title).casefold().split())


def _window(target: Target, now: datetime, zone: ZoneInfo) -> Span:
    match target.when:
        case Days():
            return target.when.span(zone)
        case Span(start, end):
            return Span(start, max(end, start + timedelta(minutes=1)))
        case None:
            return Span(now, now + LOOK_AHEAD)


def _at(target: Target, found: Iterable[Appointment], zone: ZoneInfo) -> list[Appointment]:
    """Those that begin when `target` says; if none does, those that are going on then."""
    found = list(found)
    if not isinstance(target.when, Span):
        return found
    beginning = [one for one in found if as_span(one.when, zone).start == target.when.start]
    return beginning or [one for one in found if isinstance(one.when, Span)]
