"""Which event somebody means by a part of its title, by when it is, or by both."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.commands import Target
from handlers.context import Context
from handlers.reading import read_all
from providers.contract import Appointment, Days, Span, as_span

LOOK_AHEAD = timedelta(days=60)  # for a title without a date
MOST_CHOICES = 9  # of several events that become buttons; one more button is needed for "leave it"

# Words that say no more than "event": with a time beside them they need not be in the title.
_ANY_EVENT = frozenset(
    "予定 会議 ミーティング mtg 打ち合わせ 打合せ 打合わせ アポ イベント スケジュール 件 やつ それ event meeting appointment call"
    " schedule it that 회의 일정 미팅 약속 会议 會議 日程 约会 約會 预定 安排".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """The events that fit, earliest first; `sure` False: they only nearly do, and even a single one is to be asked about.

    `unread` are the systems that did not answer.
    """

    events: list[Appointment]
    sure: bool = True
    unread: tuple[str, ...] = ()


async def matching(target: Target, ctx: Context, zone: str, provider: str | None = None) -> Found:
    """The asker's events that fit `target`; those in `provider`, if one is named and has any.

    Elsewhere they are asked about, since the name may have been a part of the title; and so is what has not the very title
    that was said while a system does not answer, where a better one may be. Raises ProviderError when no system answers.
    """
    found = await _matching(target, ctx, zone, provider)
    if found.unread and any(fold(one.title) != fold(target.title) for one in found.events):
        found = replace(found, sure=False)
    if found.events or provider is None:
        return found
    return replace(await _matching(target, ctx, zone, None), sure=False)


async def _matching(target: Target, ctx: Context, zone: str, provider: str | None) -> Found:
    """When the day was not said and that day has none, those at that time on later days."""
    found = await _fitting(target, ctx, zone, provider)
    if target.part is not None:
        return found
    if found.events or target.day_said or not isinstance(target.when, Span):
        key = fold(target.title)
        vague = target.when is None and key in _ANY_EVENT and not any(key in fold(one.title) for one in found.events)
        return replace(found, sure=not vague)
    clock = target.when.start.astimezone(ZoneInfo(zone)).time()
    later = await _fitting(Target(target.title, None), ctx, zone, provider)
    return Found([one for one in later.events if _begins(one, ZoneInfo(zone)) == clock], False, later.unread)


def _begins(appointment: Appointment, zone: ZoneInfo) -> time | None:
    return appointment.when.start.astimezone(zone).time() if isinstance(appointment.when, Span) else None


async def _fitting(target: Target, ctx: Context, zone: str, provider: str | None) -> Found:
    here = ZoneInfo(zone)
    read = await read_all(ctx, _window(target, ctx.now, here), provider)
    in_order = sorted(read.appointments, key=lambda one: as_span(one.when, here).start)
    if target.part is not None:
        inside = _titled(target.title, [one for one in in_order if _overlaps(as_span(one.when, here), target.part)])
        found = inside or _titled(target.title, in_order)
        return Found(found, sure=bool(inside or not found), unread=read.unread)
    return Found(_titled(target.title, _at(target, in_order, here)), unread=read.unread)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _titled(title: str, found: list[Appointment]) -> list[Appointment]:
    """Exact titles before partial ones."""
    key = fold(title)
    if not key or key in _ANY_EVENT:
        named = [one for one in found if key and key in fold(one.title)]
        return named or found
    exact = [one for one in found if fold(one.title) == key]
    return exact or [one for one in found if is_called(title, one.title)]


def is_any_event(title: str) -> bool:
    """Whether a title says no more than that it is an event."""
    return fold(title) in _ANY_EVENT


def is_called(said: str, title: str) -> bool:
    """Whether an event with this `title` may be what was `said`: one is a part of the other."""
    key, own = fold(said), fold(title)
    return bool(own) and (key in own or own in key)


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
