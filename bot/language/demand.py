"""What the words other than times say: who, where, which calendar, which details, and what is asked for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta

from bot.language.atoms import Doubtful, Order, Token, Unit, Word
from bot.language.grammar import Language
from bot.language.intent import Doubt, Kind, Piece, Role
from bot.language.leftover import Leftover
from bot.language.people import mention_at
from bot.language.phrases import Phrase
from bot.language.shared import MENTION
from bot.language.written import Written


@dataclass(slots=True)
class Heard:
    """What was said besides when. `pieces` and `orders` carry places in the normalised text."""

    tokens: list[Token] = field(default_factory=list)  # those about time
    orders: list[tuple[Order, int, int]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    guarded: list[tuple[int, int]] = field(default_factory=list)  # date-like words that belong to a title
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)
    attendees: list[str] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    location: str = ""
    description: str = ""
    reminders: list[timedelta] = field(default_factory=list)
    private: bool = False
    free: bool = False
    provider: str | None = None
    calendar: str | None = None


def listen(tokens: list[Token], written: Written, names: Collection[str]) -> Heard:
    """Sort `tokens` into those about time and what the others say."""
    heard = Heard()
    reached = 0
    optional = False
    for token in tokens:
        if token.begin < reached:
            continue  # inside a name that is longer than its rule could know
        atom = token.atom
        if isinstance(atom, Word):
            if atom.value == MENTION:
                reached = _mention(heard, token, written, names, optional=optional)
            else:
                optional = _word(heard, token, atom, written, optional=optional)
        elif isinstance(atom, Order):
            heard.orders.append((atom, token.begin, token.end))
        elif isinstance(atom, Doubtful):
            heard.doubts.append((atom.doubt, written.shown[token.begin : token.end]))
            heard.pieces.append(Piece(token.begin, token.end, Role.RESIDUE, "there is no such time"))
        else:
            heard.tokens.append(token)
    return heard


def _mention(heard: Heard, token: Token, written: Written, names: Collection[str], *, optional: bool) -> int:
    mention = mention_at(written.shown, token.begin, names)
    if mention is None:
        return token.begin
    if mention.room:
        heard.location = mention.name
        heard.pieces.append(Piece(token.begin, mention.end, Role.PLACE, "a room was mentioned"))
    else:
        _add(heard.optional if optional else heard.attendees, mention.name)
        heard.pieces.append(Piece(token.begin, mention.end, Role.PERSON, token.rule))
    return mention.end


def _add(people: list[str], name: str) -> None:
    if name not in people:
        people.append(name)


def _word(heard: Heard, token: Token, word: Word, written: Written, *, optional: bool) -> bool:
    """Take in one word; returns whether the people that follow are optional."""
    said = written.shown[token.begin : token.end]
    match word.role:
        case Role.TITLE:
            spans = heard.quotes if word.value is not None else heard.guarded
            spans.append((token.begin, token.end))
            return optional
        case Role.PERSON:
            people = heard.optional if optional else heard.attendees
            for name in word.value if isinstance(word.value, tuple) else (word.value,):
                _add(people, _as_written(str(name), said))
        case Role.PLACE:
            heard.location = said if word.value is None else _as_written(str(word.value), said)
        case Role.CALENDAR:
            _calendar(heard, word, said)
        case Role.DETAIL:
            optional = _detail(heard, word, said, optional=optional) or optional
        case _:
            pass
    heard.pieces.append(Piece(token.begin, token.end, word.role, token.rule))
    return optional


def _calendar(heard: Heard, word: Word, said: str) -> None:
    match word.value:
        case ("provider", str(name)):
            heard.provider = name
        case ("calendar", str(name)):
            heard.calendar = _as_written(name, said)


def _detail(heard: Heard, word: Word, said: str, *, optional: bool) -> bool:
    """Take in a detail; True when it says that the people after it are optional."""
    match word.value:
        case ("reminder", timedelta() as before):
            heard.reminders.append(before)
        case ("reminders", tuple() as befores):
            heard.reminders += befores
        case ("description", str(note)):
            heard.description = _as_written(note, said).strip()
        case ("private", _):
            heard.private = True
        case ("free", _):
            heard.free = True
        case ("optional", "the last"):
            if heard.attendees and not optional:
                _add(heard.optional, heard.attendees.pop())
        case ("optional", tuple() as names):
            for name in names:
                _add(heard.optional, _as_written(str(name), said))
        case ("optional", _):
            return True
    return False


def _as_written(lower: str, said: str) -> str:
    """`lower` as it stands in `said`, capitals and all."""
    at = said.lower().find(lower)
    return said[at : at + len(lower)] if at >= 0 else lower


def decide(heard: Heard, found: list[Phrase], rest: Leftover, text: str, tongue: Language) -> Kind:
    """What is asked for; chat asks for nothing."""
    if tongue.reported.search(text):
        return Kind.NONE
    timed = _has_clock(found)
    orders = [order for order, _, _ in heard.orders]
    correction = any(order.kind is Kind.CORRECT for order in orders)
    kinds = [
        order.kind
        for order in orders
        if order.kind is not Kind.CORRECT and not order.alone and (timed or not order.weak)
    ]
    shifted = any(phrase.shift is not None for phrase in found)
    if correction and found and not rest.title and not any(k in (Kind.CANCEL, Kind.LIST) for k in kinds):
        return Kind.CORRECT
    for kind in _RANKED:
        if kind in kinds:
            if kind is Kind.RESCHEDULE and not rest.title and not heard.attendees and found and len(found) == 1:
                return Kind.CORRECT if not shifted and tongue.code != "en" else kind
            return kind
    if shifted and not rest.statement:
        return Kind.RESCHEDULE
    lone = next((order for order in orders if order.alone), None)
    if lone is not None and (not rest.title or not timed):
        return lone.kind
    if len(found) == 1 and found[0].is_deadline() and tongue.deadline.search(text, found[0].begin, found[0].end):
        return Kind.NONE  # work that is to be done by then
    if Kind.CREATE in kinds and _asks_for_an_event(heard, found, rest):
        return Kind.CREATE
    if any(order.weak for order in orders):
        return Kind.NONE  # a request to a colleague
    return _without_an_order(heard, found, rest, text, tongue)


def _asks_for_an_event(heard: Heard, found: list[Phrase], rest: Leftover) -> bool:
    """Whether there is an event to make: a wish that a time alone precedes is about what was said before."""
    return bool(rest.title or heard.attendees or not found) or not all(
        order.weak for order, _, _ in heard.orders if order.kind is Kind.CREATE
    )


def _without_an_order(heard: Heard, found: list[Phrase], rest: Leftover, text: str, tongue: Language) -> Kind:
    """A time and a title ask for an event, a time alone corrects, and a statement only tells."""
    if not found:
        doubtful = bool(heard.doubts or rest.residue) and bool(rest.title) and not rest.statement
        return Kind.CREATE if doubtful else Kind.NONE
    last = found[-1]
    if _is_behind_us(found[0]) or (rest.title and all(phrase.says_only_how_long() for phrase in found)):
        return Kind.NONE
    if len(found) == 1 and last.is_deadline() and not text[last.end :].strip(" 。.!"):
        return Kind.NONE  # open until five
    moved = rest.title and tongue.target_end.match(text, last.end) and tongue.object_end.search(text, 0, last.begin)
    if moved and not any(phrase.length for phrase in found):
        return Kind.RESCHEDULE
    if not rest.title and not heard.attendees:
        marked = tongue.target_end.match(text, last.end) or (last.tokens[-1].end == len(text.rstrip()) and _open(last))
        return Kind.CORRECT if marked and len(found) == 1 else Kind.NONE
    if tongue.plans_only and not any(_is_ahead(phrase) for phrase in found):
        return Kind.NONE
    if all(
        _is_near_day(phrase) or _is_told(phrase, text, tongue) for phrase in found
    ) and not tongue.whole_day_title.search(rest.title):
        return Kind.NONE
    if rest.statement or (not _has_clock(found) and tongue.topic.match(text, last.end)):
        return Kind.NONE
    return Kind.CREATE


_RANKED = (Kind.UNDO, Kind.HELP, Kind.RESCHEDULE, Kind.CANCEL, Kind.FREE_TIME, Kind.LIST)


def _has_clock(found: list[Phrase]) -> bool:
    return any(p.start is not None and p.start.clock is not None for p in found)


def _is_near_day(phrase: Phrase) -> bool:
    """Whether all it says is one day by its distance or as a weekday: what is said of those is mostly talk."""
    day = phrase.start.day if phrase.start is not None and phrase.start.is_only_day() else None
    if day is None or phrase.finish or phrase.every or phrase.length or (phrase.start and phrase.start.all_day):
        return False
    return day.month is None and day.day is None and day.feast is None


def _is_told(phrase: Phrase, text: str, tongue: Language) -> bool:
    """Whether it says a day or a part of one, without a time, as those do who tell of it."""
    start = phrase.start
    if start is None or start.clock or start.offset or phrase.finish or phrase.every or phrase.length or start.all_day:
        return False
    return tongue.told_day.match(text, phrase.begin, phrase.end) is not None


def _is_ahead(phrase: Phrase) -> bool:
    """Whether it says when something begins, and not that this was before now: no "until Friday", no "yesterday"."""
    start = phrase.start
    if phrase.every is not None or start is None:
        return phrase.every is not None
    day = start.day
    if day is not None and (
        (day.unit is not None and day.count < 0) or day.side < 0 or any(m.count < 0 for m in day.moves)
    ):
        return False
    return start.offset is None or start.offset.sign > 0


def _is_behind_us(phrase: Phrase) -> bool:
    """Whether it is about yesterday or last week: nobody plans that."""
    start = phrase.start
    if start is None or phrase.every is not None:
        return False
    if start.offset is not None:
        return start.offset.sign < 0
    day = start.day
    return day is not None and (day.side < 0 or (day.unit is not None and day.unit not in _WORKDAYS and day.count < 0))


_WORKDAYS = (Unit.WORKDAY, Unit.KOREAN_WORKDAY, Unit.CHINESE_WORKDAY)  # two of them before a date is a day to plan


def _open(phrase: Phrase) -> bool:
    """16時から: a start, and nothing else."""
    return phrase.start is not None and phrase.finish is None and phrase.linked is not None
