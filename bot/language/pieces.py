"""The typed spans of a sentence: every character of it in exactly one. Made when somebody looks, as few do. Pure."""

from collections.abc import Sequence
from typing import overload

from bot.language.hearing import Heard
from bot.language.intent import Piece, Role
from bot.language.leftover import Leftover
from bot.language.phrase import Phrase
from bot.language.written import Written


class Pieces(Sequence[Piece]):
    """What each part of the sentence was taken for, from its first character to its last."""

    __slots__ = ("_heard", "_made", "_phrases", "_rest", "_written")

    def __init__(self, written: Written, heard: Heard, phrases: Sequence[Phrase], rest: Leftover) -> None:
        self._written = written
        self._heard = heard
        self._phrases = phrases
        self._rest = rest
        self._made: tuple[Piece, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Piece: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...

    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        """One piece, or several."""
        return self._all()[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all())

    def _all(self) -> tuple[Piece, ...]:
        if self._made is None:
            place = self._written.place
            known = sorted((*self._said(), *_left(self._rest)), key=lambda piece: (piece.begin, -piece.end))
            self._made = tuple(
                piece._replace(begin=place(piece.begin), end=place(piece.end))
                for piece in _without_gaps(known, self._written.text)
            )
        return self._made

    def _said(self) -> list[Piece]:
        heard = self._heard
        pieces = list(heard.pieces)
        pieces += [Piece(begin, end, Role.COMMAND, f"asks to {order.kind}") for order, begin, end in heard.orders]
        for phrase in self._phrases:
            role = _role_of(phrase)
            pieces += [Piece(token.begin, token.end, role, token.rule) for token in phrase.tokens]
        return pieces


def parted(pieces: Sequence[Piece], other: Piece) -> tuple[Piece, ...]:
    """`pieces` that were made without the words of `other`, with it among them."""
    around = [other]
    for piece in pieces:
        around.append(piece._replace(end=min(piece.end, other.begin)))
        around.append(piece._replace(begin=max(piece.begin, other.end)))
    return tuple(sorted(piece for piece in around if piece.begin < piece.end))


def _left(rest: Leftover) -> list[Piece]:
    """The title, and what in it was not understood: residue inside a title parts it."""
    pieces: list[Piece] = []
    for begin, end in rest.titles:
        reached = begin
        for first, last in rest.doubtful:
            if begin <= first and last <= end:
                pieces.append(Piece(reached, first, Role.TITLE, "what is left"))
                reached = last
        pieces.append(Piece(reached, end, Role.TITLE, "what is left"))
    if rest.place is not None:
        pieces.append(Piece(*rest.place, Role.PLACE, "sounds like a place"))
    pieces += [Piece(*name, Role.PERSON, "sounds like a person's name") for name in rest.names]
    pieces += [Piece(*other, Role.FILLER, "sounds like no part of a title") for other in rest.others]
    pieces += [
        Piece(begin, end, Role.RESIDUE, "looks like a date or time and was not understood")
        for begin, end in rest.doubtful
    ]
    return [piece for piece in pieces if piece.begin < piece.end]


def _without_gaps(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """`pieces`, none of them overlapping, with particles and blanks between them."""
    whole: list[Piece] = []
    reached = 0
    for piece in pieces:
        if piece.begin < reached:
            continue  # said twice: a quote is a title as well
        if piece.begin > reached:
            whole.append(Piece(reached, piece.begin, Role.FILLER))
        whole.append(piece)
        reached = piece.end
    if reached < len(text):
        whole.append(Piece(reached, len(text), Role.FILLER))
    return whole


def _role_of(phrase: Phrase) -> Role:
    if phrase.every is not None:
        return Role.RECURRENCE
    if phrase.finish is not None:
        return Role.RANGE
    if phrase.start is None:
        return Role.DURATION
    return Role.TIME if phrase.start.has_time() else Role.DATE
