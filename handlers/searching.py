"""Which event somebody means by a part of its title, by when it is, or by both."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.commands import Target
from providers.contract import Appointment, Calendar, Days, Span, as_span

LOOK_AHEAD = timedelta(days=60)  # for a title without a date

# Words that say no more than "event": with a time beside them they need not be in the title.
_ANY_EVENT = frozenset(
    "予定 会議 ミーティング mtg 打ち合わせ 打合せ 打合わせ アポ イベント スケジュール 件 やつ それ event meeting appointment call"
    " schedule it that 회의 일정 미팅 약속 会议 會議 日程 约会 約會 预定 安排".split()
)


async def matching(target: Target, calendar: Calendar, owner: str, now: datetime, zone: str) -> list[Appointment]:
    """The events that fit, earliest first; exact titles before partial ones. Raises ProviderError."""
    found = _at(target, await calendar.appointments(owner, _window(target, now, ZoneInfo(zone))), ZoneInfo(zone))
    key = fold(target.title)
    if not key or (key in _ANY_EVENT and target.when is not None):
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
