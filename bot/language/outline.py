"""The outline of a sentence: its words, with one capital letter for each time, person, place and detail. Pure.

What kind of sentence it is, and which of its words are the title, is weighed by the outline: it is the same for
tomorrow and for next Friday.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.language.hearing import Heard
from bot.language.intent import Kind, Role
from bot.language.phrase import Phrase
from bot.language.simplified import simplified
from bot.language.traits import Traits, traits

_FIGURES = str.maketrans("123456789", "0" * 9)  # which figures a title holds says nothing
_LONGEST = 300  # characters of an outline
_DAY, _TIME, _LENGTH, _SERIES, _QUOTE, _PAST = "D", "T", "L", "R", "Z", "V"
_MARKS = {Role.PERSON: "P", Role.PLACE: "O", Role.CALENDAR: "K", Role.DETAIL: "E", Role.RESIDUE: "X"}
_ORDERS = {Kind.CREATE: "C", Kind.CANCEL: "N", Kind.RESCHEDULE: "M"}


class Outline(NamedTuple):
    """`text` is in lower case but for the marks; `places[i]` is where its character `i` stood, -1 for a mark."""

    text: str
    places: list[int]
    traits: Traits


def outline(
    text: str, shown: str, found: Sequence[Phrase], heard: Heard, code: str, *, past: bool, bare: bool = False
) -> Outline:
    """The outline of `text` (lower case). `past`: it is told of what was, which gets a letter in front.

    `bare`: people and places are left as they are written, to learn from them.
    """
    marks = [(phrase.begin, phrase.end, _mark(phrase)) for phrase in found]
    for order, begin, _ in heard.orders:
        marks.append((begin, begin, "W" if order.weak or order.alone else _ORDERS.get(order.kind, "Q")))
    for begin, end in heard.quotes:
        marks.append((begin, end, _QUOTE))
    for piece in heard.pieces:
        mark = _MARKS.get(piece.role)
        if mark is not None and not (bare and piece.role in _NAMED):
            marks.append((piece.begin, piece.end, mark))
    if len(marks) > 1:
        marks.sort()
    parts, places = ([_PAST], [-1]) if past else ([], [])
    reached = 0
    for begin, end, mark in marks:
        if begin >= reached:
            parts.append(text[reached:begin])
            parts.append(mark)
            places += range(reached, begin)
            places.append(-1)
            reached = end
    parts.append(text[reached:])
    places += range(reached, len(text))
    del places[_LONGEST:]
    outlined = "".join(parts)[:_LONGEST].translate(_FIGURES)
    if code == "zh":
        outlined = simplified(outlined)
    capitals = "".join([shown[place] if place >= 0 else "." for place in places]) if code == "en" else ""
    return Outline(outlined, places, traits(outlined, code, capitals))


_NAMED = (Role.PERSON, Role.PLACE)


def _mark(phrase: Phrase) -> str:
    if phrase.every is not None:
        return _SERIES
    if phrase.start is None and phrase.finish is None:
        return _LENGTH
    return _TIME if phrase.finish is not None or (phrase.start is not None and phrase.start.has_time()) else _DAY
