"""What is asked for, by the words that ask and by what else the sentence holds."""

from bot.language.atoms import Unit
from bot.language.grammar import Language
from bot.language.hearing import Heard
from bot.language.intent import Kind
from bot.language.leftover import Leftover
from bot.language.phrase import Phrase


def decide(heard: Heard, found: list[Phrase], rest: Leftover, text: str, tongue: Language) -> Kind:
    """What is asked for, unless all is talk; NONE when nothing in the sentence can be."""
    shifted = False
    for phrase in found:
        shifted |= phrase.shift is not None
    kind = _ordered(heard, found, rest, shifted=shifted, tongue=tongue) if heard.orders else None
    if kind is None and shifted:
        return _RESCHEDULE
    if kind is None and heard.orders:
        kind = _alone(heard, found, rest)
    if kind is None and len(found) == 1 and _is_work_until(found[0], text, tongue):
        return _NONE
    if kind is None and heard.orders:
        kind = _with_a_lesser_order(heard, found, rest)
    return _without_an_order(heard, found, rest, text, tongue) if kind is None else kind


def _ordered(heard: Heard, found: list[Phrase], rest: Leftover, *, shifted: bool, tongue: Language) -> Kind | None:
    """What a command word asks for that counts, other than to add something."""
    timed = _has_clock(found)
    correction = False
    kinds: list[Kind] = []
    for order, _, _ in heard.orders:
        if order.kind is _CORRECT:
            correction = True
        elif not order.alone and (timed or not order.weak):
            kinds.append(order.kind)
    if correction and found and not rest.title and _CANCEL not in kinds and _LIST not in kinds:
        return _CORRECT
    for kind in _RANKED if kinds else ():
        if kind in kinds:
            if kind is _RESCHEDULE and not rest.title and not heard.attendees and found and len(found) == 1:
                return _CORRECT if not shifted and tongue.code != "en" else kind
            return kind
    return None


def _alone(heard: Heard, found: list[Phrase], rest: Leftover) -> Kind | None:
    """What a command word asks for that counts only where no event is described."""
    for order, _, _ in heard.orders:
        if order.alone:
            return order.kind if not rest.title or not _has_clock(found) else None
    return None


def _is_work_until(phrase: Phrase, text: str, tongue: Language) -> bool:
    """Whether it only says by when something is to be done."""
    return phrase.is_deadline() and tongue.deadline.search(text, phrase.begin, phrase.end) is not None


def _with_a_lesser_order(heard: Heard, found: list[Phrase], rest: Leftover) -> Kind | None:
    """Whether a command word asks to add something, or only a colleague for something."""
    timed = _has_clock(found)
    adds = weak = False
    for order, _, _ in heard.orders:
        weak |= order.weak
        adds |= order.kind is _CREATE and not order.alone and (timed or not order.weak)
    if adds and _asks_for_an_event(heard, found, rest):
        return _CREATE
    return _NONE if weak else None  # a weak one is a request to a colleague


def _asks_for_an_event(heard: Heard, found: list[Phrase], rest: Leftover) -> bool:
    """Whether there is an event to make: a wish that a time alone precedes is about what was said before."""
    return bool(rest.title or heard.attendees or not found) or not all(
        order.weak for order, _, _ in heard.orders if order.kind is Kind.CREATE
    )


def _without_an_order(heard: Heard, found: list[Phrase], rest: Leftover, text: str, tongue: Language) -> Kind:
    """A time and a title ask for an event, and a time alone corrects."""
    if not found:
        return _CREATE if (heard.doubts or rest.residue) and rest.title else _NONE
    last = found[-1]
    if _is_behind_us(found[0]) or (rest.title and _says_only_how_long(found)):
        return _NONE
    if len(found) == 1 and last.is_deadline() and not text[last.end :].strip(" 。.!"):
        return _NONE  # open until five
    if rest.title and len(found) == 2 and text[found[0].end : last.begin].strip() in _ARROWS:
        return _RESCHEDULE  # from when to when
    if rest.title and last.finish is not None and _says_where_from_and_to(last, text):
        return _RESCHEDULE
    if rest.title and len(found) > 1 and text[: last.begin].rstrip().endswith(_ARROWS) and _has_clock(found[:-1]):
        return _RESCHEDULE  # 14:00 rehearsal → 16:30
    moved = rest.title and tongue.target_end.match(text, last.end) and tongue.object_end.search(text, 0, last.begin)
    if moved and not any(phrase.length for phrase in found):
        return _RESCHEDULE
    if not rest.title and not heard.attendees:
        marked = tongue.target_end.match(text, last.end) or (last.tokens[-1].end == len(text.rstrip()) and _open(last))
        return _CORRECT if marked and len(found) == 1 else _NONE
    return _CREATE


# a look-up of an enum's member costs more than what is done with it here
_NONE, _CREATE, _CORRECT, _RESCHEDULE = Kind.NONE, Kind.CREATE, Kind.CORRECT, Kind.RESCHEDULE
_CANCEL, _LIST = Kind.CANCEL, Kind.LIST
_RANKED = (Kind.UNDO, Kind.HELP, _RESCHEDULE, _CANCEL, Kind.FREE_TIME, _LIST)


_ARROWS = ("→", "⇒", "->", "=>", "➡")


def _has_clock(found: list[Phrase]) -> bool:
    """Whether a time of day was said, or that it is the whole day."""
    for phrase in found:
        if phrase.start is not None and (phrase.start.clock is not None or phrase.start.all_day):
            return True
    return False


def _says_only_how_long(found: list[Phrase]) -> bool:
    for phrase in found:  # noqa: SIM110 - a generator costs as much again as the loop
        if not phrase.says_only_how_long():
            return False
    return True


def _is_behind_us(phrase: Phrase) -> bool:
    """Whether it is about yesterday or last week: nobody plans that."""
    start = phrase.start
    if start is None or phrase.every is not None:
        return False
    if start.offset is not None:
        return start.offset.sign < 0
    day = start.day
    return day is not None and (day.side < 0 or (day.count < 0 and day.unit is not None and day.unit not in _WORKDAYS))


_WORKDAYS = (Unit.WORKDAY, Unit.KOREAN_WORKDAY, Unit.CHINESE_WORKDAY)  # two of them before a date is a day to plan


def _says_where_from_and_to(phrase: Phrase, text: str) -> bool:
    """周三 → 周五11点: an arrow from a day to a time; from day to day, and from time to time, may be how long it takes."""
    start, finish = phrase.start, phrase.finish
    if start is None or finish is None or start.has_time() or not finish.has_time() or finish.day is None:
        return False
    return any(arrow in text[phrase.begin : phrase.end] for arrow in _ARROWS)


def _open(phrase: Phrase) -> bool:
    """16時から: a start, and nothing else."""
    return phrase.start is not None and phrase.finish is None and phrase.linked is not None
