"""What is neither a time nor a command: the title, and what looks like a date and was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language.grammar import Language
from bot.language.intent import Piece, Role
from bot.language.written import Written

Extent = tuple[int, int]


@dataclass(slots=True)
class Leftover:
    """The title as written, the date-like words not understood, and whether what is left tells something."""

    title: str = ""
    residue: list[str] = field(default_factory=list)
    statement: bool = False
    pieces: list[Piece] = field(default_factory=list)


def leftover(
    written: Written,
    used: Sequence[Extent],
    quotes: Sequence[Extent],
    guarded: Sequence[Extent],
    tongue: Language,
) -> Leftover:
    """What is left of `written` outside `used`. All extents are places in the normalised text."""
    rest = Leftover()
    titles: list[Extent] = []
    raw: list[Extent] = []
    for begin, end in _gaps(used, len(written.text)):
        raw.append((begin, end))
        trimmed = _trim(written.text, begin, end, tongue)
        if trimmed is not None:
            titles.append(trimmed)
    quoted = _only_quoted(titles, quotes, written.text)
    if quoted is not None:
        titles = [quoted]
        rest.title = written.shown[quoted[0] + 1 : quoted[1] - 1].strip()
    else:
        rest.title = " ".join(written.shown[begin:end] for begin, end in titles)
    for begin, end in raw:
        for found in tongue.residue.finditer(written.text, begin, end):
            if not _inside(found.span(), quotes) and not _inside(found.span(), guarded):
                rest.residue.append(written.shown[found.start() : found.end()])
                rest.pieces.append(
                    Piece(found.start(), found.end(), Role.RESIDUE, "looks like a date or time and was not understood")
                )
    rest.statement = quoted is None and any(tongue.statement.search(written.text, begin, end) for begin, end in raw)
    for begin, end in titles:
        rest.pieces.append(Piece(begin, end, Role.TITLE, "what is left"))
    return rest


def _gaps(used: Sequence[Extent], length: int) -> list[Extent]:
    gaps: list[Extent] = []
    reached = 0
    for begin, end in sorted(used):
        if begin > reached:
            gaps.append((reached, begin))
        reached = max(reached, end)
    if reached < length:
        gaps.append((reached, length))
    return gaps


def _trim(text: str, begin: int, end: int, tongue: Language) -> Extent | None:
    head = tongue.title_head.match(text, begin, end) if begin else None
    if head:
        begin = head.end()
    tail = tongue.title_tail.search(text, begin, end)
    if tail:
        end = tail.start()
    while begin < end and text[begin] in _EDGES:
        begin += 1
    while begin < end and text[end - 1] in _EDGES:
        end -= 1
    return (begin, end) if begin < end else None


_EDGES = " \t\n\r\u3000、,。.!?・:;-–—〜~/\u200e\u200f"


def _only_quoted(titles: list[Extent], quotes: Sequence[Extent], text: str) -> Extent | None:
    """The quote that is the whole title; None when other words belong to it: 「設計」の準備会."""
    if not quotes:
        return None
    first = quotes[0]
    for begin, end in titles:
        if begin <= first[0] and first[1] <= end:
            return first if end - first[1] < 2 or not text[first[1]].isalnum() else None
    return first


def _inside(extent: Extent, around: Sequence[Extent]) -> bool:
    return any(begin <= extent[0] and extent[1] <= end for begin, end in around)
