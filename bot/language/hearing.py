"""What the words other than times say: who, where, which calendar, which details, and which orders."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from bot.language.atoms import Doubtful, Order, Token, Word
from bot.language.intent import Doubt, Kind, Piece, Role
from bot.language.people import mention_at
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
            name = said if word.value is None else _as_written(str(word.value), said)
            heard.location = f"The {name}" if f"The {name}" in said else name  # a part of it: The Ivy
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
