"""What the words other than times say: who, where, which calendar, which details, and what is asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from bot.language.atoms import Doubtful, Order, Token, Unit, Word
from bot.language.grammar import Language
from bot.language.intent import Doubt, Kind, Piece, Role
from bot.language.leftover import Leftover
from bot.language.people import mention_at
from bot.language.phrases import Phrase
from bot.language.shared import MENTION
from bot.language.written import FULL_WIDTH, Written


@dataclass(slots=True)
class Heard:
    """What was said besides when. `pieces` and `orders` carry places in the normalised text."""

    tokens: list[Token]  # those about time
    orders: list[tuple[Order, int, int]]
    pieces: list[Piece]
    quotes: tuple[tuple[int, int], ...] = ()
    guarded: tuple[tuple[int, int], ...] = ()  # date-like words that belong to a title
    doubts: tuple[tuple[Doubt, str], ...] = ()
    attendees: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    location: str = ""
    description: str = ""
    reminders: tuple[timedelta, ...] = ()
    private: bool = False
    free: bool = False
    provider: str | None = None
    calendar: str | None = None

    def asks_to(self, kind: Kind) -> bool:
        """Whether one of the command words asks for this."""
        return any(order.kind is kind for order, _, _ in self.orders)


def listen(tokens: list[Token], written: Written, names: Collection[str]) -> Heard:
    """Sort `tokens` into those about time and what the others say."""
    heard = Heard([], [], [])
    reached = 0
    optional = False
    beside: list[tuple[object, Piece]] = []
    for token in tokens:
        if token.begin < reached:
            continue  # inside a name that is longer than its rule could know
        atom = token.atom
        if not isinstance(atom, _ASIDE):
            heard.tokens.append(token)
        elif isinstance(atom, Word):
            if atom.value == MENTION:
                reached = _mention(heard, token, written, names, optional=optional)
            elif type(atom.value) in _COMPANIONS and atom.role is _FILLER:
                beside.append((atom.value, Piece(token.begin, token.end, atom.role, token.rule)))
            else:
                optional = _word(heard, token, atom, written, optional=optional)
        elif isinstance(atom, Order):
            heard.orders.append((atom, token.begin, token.end))
        else:
            heard.doubts += ((atom.doubt, written.shown[token.begin : token.end]),)
            heard.pieces.append(Piece(token.begin, token.end, Role.RESIDUE, "there is no such time"))
    if beside:
        said: set[Kind | Role] = {order.kind for order, _, _ in heard.orders}
        if heard.orders:
            said.add(Role.COMMAND)
        if heard.attendees or heard.optional:
            said.add(Role.PERSON)
        heard.pieces += [piece for needed, piece in beside if needed in said]
    return heard


_ASIDE = (Word, Order, Doubtful)  # what is not about time
_COMPANIONS = (Kind, Role)  # what a filler can go with
_FILLER = Role.FILLER  # a look-up of an enum's member costs more than what is done with it here


def _mention(heard: Heard, token: Token, written: Written, names: Collection[str], *, optional: bool) -> int:
    mention = mention_at(written.shown, token.begin, names)
    if mention is None:
        return token.begin
    if mention.room:
        heard.location = mention.name
        heard.pieces.append(Piece(token.begin, mention.end, Role.PLACE, "a room was mentioned"))
    else:
        _add_person(heard, mention.name, optional=optional)
        heard.pieces.append(Piece(token.begin, mention.end, Role.PERSON, token.rule))
    return mention.end


def _add_person(heard: Heard, name: str, *, optional: bool) -> None:
    if optional and name not in heard.optional:
        heard.optional += (name,)
    elif not optional and name not in heard.attendees:
        heard.attendees += (name,)


def _word(heard: Heard, token: Token, word: Word, written: Written, *, optional: bool) -> bool:
    """Take in one word; returns whether the people that follow are optional."""
    said = written.shown[token.begin : token.end]
    match word.role:
        case Role.TITLE:
            if word.value is not None:
                heard.quotes += ((token.begin, token.end),)
            else:
                heard.guarded += ((token.begin, token.end),)
            return optional
        case Role.PERSON:
            for name in word.value if isinstance(word.value, tuple) else (word.value,):
                _add_person(heard, _as_written(str(name), said), optional=optional)
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
            heard.reminders += (before,)
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
                _add_person(heard, heard.attendees[-1], optional=True)
                heard.attendees = heard.attendees[:-1]
        case ("optional", tuple() as names):
            for name in names:
                _add_person(heard, _as_written(str(name), said), optional=True)
        case ("optional", _):
            return True
    return False


def _as_written(lower: str, said: str) -> str:
    """`lower` as it stands in `said`, capitals and all."""
    at = said.translate(FULL_WIDTH).lower().find(lower)
    return said[at : at + len(lower)] if at >= 0 else lower


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


def _open(phrase: Phrase) -> bool:
    """16時から: a start, and nothing else."""
    return phrase.start is not None and phrase.finish is None and phrase.linked is not None
