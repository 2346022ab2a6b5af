"""Takes apart what is left of a sentence: the title, and a place and people that are named beside it. Pure."""

import re
from dataclasses import dataclass

from bot.language.edges import before, behind
from bot.language.outline import Outline
from bot.language.parts import Extent, Part, parted


@dataclass(slots=True)
class Named:
    """What an event is called, with where and with whom, all as places in the normalised text."""

    titles: list[Extent]
    place: Extent | None = None
    names: tuple[Extent, ...] = ()
    others: tuple[Extent, ...] = ()  # courtesies, reasons and remarks


def sort_out(rest: Named, text: str, outline: Outline, code: str, *, needs_title: bool) -> None:
    """Leave in the title only what belongs to it; `needs_title`: there is one whatever it sounds like."""
    titles: list[Extent] = []
    for extent, sounds_like in parted(outline, rest.titles, code, needs_title=needs_title):
        begin = behind(text, *extent)
        end = before(text, begin, extent[1])
        if begin >= end:
            continue
        part = _checked(sounds_like, text, begin, end)
        glued = bool(titles) and titles[-1][1] == begin
        if part is Part.TITLE:
            closing = text[end : end + 1]
            if closing in _OPENS and text.count(_OPENS[closing], begin, end) > text.count(closing, begin, end):
                end += 1  # 健康診断(要絶食)
            titles[len(titles) - glued :] = [(titles[-1][0] if glued else begin, end)]
        elif glued and _HONORIFIC.fullmatch(text, begin, end):
            titles[-1] = (titles[-1][0], end)  # of somebody in the title
        elif part is Part.PLACE and rest.place is None:
            rest.place = (begin, end)
        elif part is Part.NAME:
            rest.names += ((begin, end),)
        else:
            rest.others += ((begin, end),)
    if titles or not needs_title:
        rest.titles = titles
    else:
        rest.place, rest.names, rest.others = None, (), ()


_OPENS = {"】": "【", "》": "《", ">": "<", "]": "[", ")": "("}
_HONORIFIC = re.compile("さん|様|さま|先生|님|씨")


def _checked(part: Part, text: str, begin: int, end: int) -> Part:
    """`part`, unless its form tells better: figures alone are no courtesy, and not every word can be a name."""
    if _FIGURES.fullmatch(text, begin, end):
        return Part.TITLE
    if part is Part.NAME and _NO_NAME.search(text, begin, end):
        return Part.TITLE
    if part in (Part.PLACE, Part.NAME) and not _stands_alone(text, begin, end):
        return Part.TITLE
    return part


def _stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether a name is not the beginning, the end or the middle of a word, and more than a character."""
    if end - begin < 2:
        return False
    honorific = _HONORIFIC.match(text, end)
    after = honorific.end() if honorific else end
    return not (begin and text[begin - 1].isalnum()) and not _CONTINUES.match(text, after)


_FIGURES = re.compile(r"(?<!\S)\d+(?!\S)")
_NO_NAME = re.compile(r"[\d的の]")
_CONTINUES = re.compile("[一-龥々ァ-ヴー]")
_PARTS = re.compile(r"[^\s,。;()]+")


def take_place(rest: Named, text: str, place: re.Pattern[str]) -> None:
    """Take the last part that names a place out of the title, where another part is left to name the event."""
    parts = [(extent, part.span()) for extent in rest.titles for part in _PARTS.finditer(text, *extent)]
    if len(parts) < 2:
        return
    for (begin, end), (first, last) in reversed(parts):
        named = place.fullmatch(text, first, last)
        if named is not None:
            around = [(begin, before(text, begin, first)), (behind(text, last, end), end)]
            at = rest.titles.index((begin, end))
            rest.titles[at : at + 1] = [(start, stop) for start, stop in around if start < stop]
            rest.place = named.span("place")
            return
