"""What is neither a time nor a command: the title, and what looks like a date and was not understood."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.grammar import Language
from bot.language.outline import Outline
from bot.language.parts import Extent, Part, parted
from bot.language.written import Written


@dataclass(slots=True)
class Leftover:
    """The title as written, the date-like words not understood, and where they stand."""

    titles: list[Extent]  # places in the normalised text, like those of `doubtful`
    title: str = ""
    residue: tuple[str, ...] = ()
    doubtful: tuple[Extent, ...] = ()
    place: Extent | None = None  # a part that names a place and so is none of the title
    names: tuple[Extent, ...] = ()  # parts that name people


def leftover(
    written: Written,
    used: Sequence[Extent],
    quotes: Sequence[Extent],
    guarded: Sequence[Extent],
    tongue: Language,
    outline: Outline,
    *,
    needs_title: bool,
) -> Leftover:
    """What is left of `written` outside `used`. All extents are places in the normalised text.

    `needs_title`: there is a title if anything is left at all.
    """
    rest = Leftover([])
    text = written.text
    for begin, end in _gaps(used, len(text)):
        trimmed = _trim(text, begin, end, tongue)
        if trimmed is not None:
            if (
                len(rest.titles) == 1
                and tongue.subject.match(text, begin, end)
                and _announces(rest.titles[0], text, tongue)
            ):
                rest.titles.clear()
            rest.titles.append(trimmed)
        for found in _residue(text, begin, end, tongue) if tongue.residue_hint.search(text, begin, end) else ():
            if not _inside(found, quotes) and not _inside(found, guarded):
                rest.residue += (written.shown[found[0] : found[1]],)
                rest.doubtful += (found,)
    quoted = _only_quoted(rest.titles, quotes, text) if quotes else None
    if quoted is not None:
        rest.titles = [quoted]
        rest.title = written.shown[quoted[0] + 1 : quoted[1] - 1].strip()
        return rest
    if rest.titles:
        if not quotes:
            _sort(rest, text, outline, tongue.code, needs_title=needs_title)
        if tongue.place is not None and rest.place is None:
            _part_from_place(rest, text, tongue.place)
        rest.title = _title(rest, written)
    return rest


def _sort(rest: Leftover, text: str, outline: Outline, code: str, *, needs_title: bool) -> None:
    """Leave in the title only what belongs to it."""
    titles: list[Extent] = []
    for extent, part in parted(outline, rest.titles, code):
        begin = _behind(text, *extent)
        end = _before(text, begin, extent[1])
        if begin >= end:
            continue
        glued = bool(titles) and titles[-1][1] == begin
        if part is Part.TITLE or (part in _NAMED and end - begin < _SHORTEST):
            if text[end : end + 1] == _CLOSES.get(text[begin]):
                end += 1
            titles[len(titles) - glued :] = [(titles[-1][0] if glued else begin, end)]
        elif glued and _HONORIFIC.fullmatch(text, begin, end):
            titles[-1] = (titles[-1][0], end)  # of somebody in the title
        elif part is Part.PLACE and rest.place is None:
            rest.place = (begin, end)
        elif part is Part.NAME:
            rest.names += ((begin, end),)
    if titles or not needs_title:
        rest.titles = titles
    else:
        rest.place, rest.names = None, ()


_NAMED = (Part.PLACE, Part.NAME)
_SHORTEST = 2  # characters of a name
_CLOSES = {"【": "】", "《": "》", "<": ">", "[": "]"}
_HONORIFIC = re.compile("さん|様|さま|先生|님|씨")
_PARTS = re.compile(r"[^\s,。;()]+")


def _part_from_place(rest: Leftover, text: str, place: re.Pattern[str]) -> None:
    """Take the last part that names a place out of the title, where another part is left to name the event."""
    parts = [(extent, part.span()) for extent in rest.titles for part in _PARTS.finditer(text, *extent)]
    if len(parts) < 2:
        return
    for (begin, end), (first, last) in reversed(parts):
        named = place.fullmatch(text, first, last)
        if named is not None:
            around = [(begin, _before(text, begin, first)), (_behind(text, last, end), end)]
            at = rest.titles.index((begin, end))
            rest.titles[at : at + 1] = [(start, stop) for start, stop in around if start < stop]
            rest.place = named.span("place")
            return


def _before(text: str, begin: int, end: int) -> int:
    while begin < end and text[end - 1] in _BEHIND:
        end -= 1
    return end


def _behind(text: str, begin: int, end: int) -> int:
    while begin < end and text[begin] in _BEFORE:
        begin += 1
    return begin


def _title(rest: Leftover, written: Written) -> str:
    """Its parts as one."""
    if len(rest.titles) > 1:  # an emoji alone adds nothing to a title that has words
        text = written.text
        rest.titles = [extent for extent in rest.titles if any(map(str.isalnum, text[slice(*extent)]))] or rest.titles
    title = " ".join([written.shown[begin:end] for begin, end in rest.titles])
    if title.startswith("【") and title.find("】") == len(title) - 1:
        title = title[1:-1].strip()
    return title


def _announces(title: Extent, text: str, tongue: Language) -> bool:
    found = tongue.announces.match(text, *title)
    return found is not None and found.end() == title[1]


def _residue(text: str, begin: int, end: int, tongue: Language) -> list[Extent]:
    found: list[Extent] = []
    while hint := tongue.residue_hint.search(text, begin, end):
        begin = hint.start()
        match = tongue.residue.match(text, begin, end)
        if match:
            found.append(match.span())
        begin = max(match.end() if match else 0, begin + 1)
    return found


def _gaps(used: Sequence[Extent], length: int) -> list[Extent]:
    gaps: list[Extent] = []
    reached = 0
    for begin, end in sorted(used):
        if begin > reached:
            gaps.append((reached, begin))
        if end > reached:
            reached = end
    if reached < length:
        gaps.append((reached, length))
    return gaps


def _trim(text: str, begin: int, end: int, tongue: Language) -> Extent | None:
    end = _before(text, begin, end)
    head = tongue.title_head.match(text, begin, end) if begin else None
    if head:
        begin = head.end()
    tail = tongue.find_tail(text, begin if end - begin < _TAIL else end - _TAIL, end)
    if tail:
        end = tail.start()
    begin = _behind(text, begin, end)
    end = _before(text, begin, end)
    return (begin, end) if begin < end else None


_TAIL = 48  # characters; no tail is longer
_EDGES = " \t\n\r\u3000、,。.!?・:;-–—〜~/→⇒■●◆▼▶※\u200e\u200f"
_BEFORE = frozenset(_EDGES + ")")  # a bracket whose inside was no title: 通院(非公開)
# a face, a hand or a heart at its end is said to the reader; a cake belongs to the title
_FEELINGS = "".join(
    map(chr, (0xFE0F, 0x200D, 0x2728, 0x2764, *range(0x1F446, 0x1F451), *range(0x1F493, 0x1F4A0), 0x1F4A6, 0x1F4AA))
) + "".join(
    map(chr, (*range(0x1F3FB, 0x1F400), *range(0x1F600, 0x1F650), *range(0x1F910, 0x1F930), *range(0x1F970, 0x1F97B)))
)
_BEHIND = frozenset(_EDGES + "(@" + _FEELINGS)


def _only_quoted(titles: list[Extent], quotes: Sequence[Extent], text: str) -> Extent | None:
    """The quote that is the whole title; None when other words belong to it: 「設計」の準備会."""
    first = quotes[0]
    for begin, end in titles:
        if begin <= first[0] and first[1] <= end:
            return first if end - first[1] < 2 or not text[first[1]].isalnum() else None
    return first


def _inside(extent: Extent, around: Sequence[Extent]) -> bool:
    return any(begin <= extent[0] and extent[1] <= end for begin, end in around)
