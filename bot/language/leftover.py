"""What is neither a time nor a command: the title, and what looks like a date and was not understood."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.apart import Named, sort_out, take_place
from bot.language.edges import before, behind
from bot.language.grammar import Language
from bot.language.outline import Outline
from bot.language.parts import Extent
from bot.language.written import Written


@dataclass(slots=True)
class Leftover(Named):
    """The title as written, the date-like words not understood, and where they stand."""

    title: str = ""
    residue: tuple[str, ...] = ()
    doubtful: tuple[Extent, ...] = ()


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
    for begin, end in _lines(_gaps(used, len(text)), text):
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
            sort_out(rest, text, outline, tongue.code, needs_title=needs_title)
        if tongue.place is not None and rest.place is None:
            take_place(rest, text, tongue.place)
        rest.title = _title(rest, written)
    return rest


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


def _lines(gaps: list[Extent], text: str) -> list[Extent]:
    """The gaps, parted where a line ends: what stands in lines of its own is seldom one thing."""
    if "\n" not in text:
        return gaps
    return [line.span() for begin, end in gaps for line in _LINE.finditer(text, begin, end)]


_LINE = re.compile(r"[^\n]+")


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
    end = before(text, begin, end)
    head = tongue.title_head.match(text, begin, end) if begin else None
    if head:
        begin = head.end()
    tail = tongue.find_tail(text, begin if end - begin < _TAIL else end - _TAIL, end)
    if tail:
        end = tail.start()
    begin = behind(text, begin, end)
    end = before(text, begin, end)
    return (begin, end) if begin < end else None


_TAIL = 48  # characters; no tail is longer


def _only_quoted(titles: list[Extent], quotes: Sequence[Extent], text: str) -> Extent | None:
    """The quote that is the whole title; None when other words belong to it: 「設計」の準備会."""
    first = quotes[0]
    for begin, end in titles:
        if begin <= first[0] and first[1] <= end:
            if begin < first[0] and text[first[0]] == "《" and text[first[0] - 1].isalnum():
                return None  # a book's name is seldom all: 读书会《…》
            return first if end - first[1] < 2 or not text[first[1]].isalnum() else None
    return first


def _inside(extent: Extent, around: Sequence[Extent]) -> bool:
    return any(begin <= extent[0] and extent[1] <= end for begin, end in around)
