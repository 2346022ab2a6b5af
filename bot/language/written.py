"""A sentence in one normal form, every character of it still pointing to the original."""

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

_JOINS_ITS_BASE = frozenset("\u3099\u309a\uff9e\uff9f")  # voiced sound marks, combining and half-width


class _OneByOne(dict[int, str]):
    """What each character is in NFKC when it stands alone."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        alone = self[code] = unicodedata.normalize("NFKC", chr(code))
        return alone


_REMEMBERED = 4096
_ONE_BY_ONE = _OneByOne()
# NFKC turns the letters of ㅋㅋ and ㅠㅠ, which stand alone, into parts of syllables: they stay what was typed
_LETTERS = {ord(unicodedata.normalize("NFKC", chr(code))): code for code in range(0x3131, 0x3164)}

# punctuation of full width is read as that of half width, and shown as it was typed
FULL_WIDTH = {ord(full): half for full, half in zip("，：；！？（）", ",:;!?()", strict=True)}
# faces and pictures are blanks to a reader
_PICTURE = re.compile("[\u200d\u20e3\u2600-\u2793\u2795-\u27a0\ufe0e\ufe0f\U0001f000-\U0001faff]")
_APOSTROPHE = re.compile(r"(?<=[a-z])’(?=[a-z])")
_SHOWN = _OneByOne({code: chr(code) for code in (*FULL_WIDTH, *_LETTERS.values())})


class Written(NamedTuple):
    """`text` is NFKC and lower case for reading, without pictures; `shown` is NFKC as it was typed.

    `places[i]` is where `i` came from; it has one entry more than `text` has characters; None when nothing moved.
    """

    text: str
    shown: str
    places: tuple[int, ...] | None = None

    def place(self, index: int) -> int:
        """Where the normalised character `index` starts in the original."""
        return index if self.places is None else self.places[index]

    def without(self, begin: int, end: int) -> "Written":
        """The same with these characters left out, every other still pointing to the original."""
        places = self.places or tuple(range(len(self.text) + 1))
        return Written(
            self.text[:begin] + self.text[end:], self.shown[:begin] + self.shown[end:], places[:begin] + places[end:]
        )


def normalise(text: str) -> Written:
    """`text` in NFKC, with lone surrogates and direction marks kept in place but harmless."""
    if text.isascii():
        return Written(text.lower(), text)
    if unicodedata.is_normalized("NFKC", text):  # as most are: a look costs a tenth of making the form
        lower = text.lower()
        if len(lower) == len(text):
            return Written(_plain(lower), text)
    shown = unicodedata.normalize("NFKC", text)
    if len(shown) == len(text) and text.translate(_ONE_BY_ONE) == shown:  # no character grew and none were joined
        lower = shown.translate(_LETTERS).lower()
        if len(lower) == len(shown):
            return Written(_plain(lower), text.translate(_SHOWN) if shown != text else text)
    pieces: list[str] = []
    lowered: list[str] = []
    places: list[int] = []
    for begin, end in pairwise(_clusters(text)):
        shown = unicodedata.normalize("NFKC", text[begin:end]).translate(_LETTERS)
        lower = shown.lower()
        pieces.append(text[begin:end] if text[begin:end].translate(FULL_WIDTH) == shown else shown)
        # "İ" has two characters in lower case; such letters mean nothing to a rule and stay as they are
        lowered.append(lower if len(lower) == len(shown) else shown)
        places += [begin] * len(shown)
    return Written(_plain("".join(lowered)), "".join(pieces), (*places, len(text)))


def _plain(lower: str) -> str:
    """Without pictures, and with the apostrophe that a telephone writes as any other."""
    if "’" in lower:
        lower = _APOSTROPHE.sub("'", lower)
    return _PICTURE.sub(" ", lower)


def _clusters(text: str) -> list[int]:
    edges = [
        index
        for index, character in enumerate(text)
        if not (
            index
            and (character in _JOINS_ITS_BASE or "\u1160" <= character <= "\u11ff" or unicodedata.combining(character))
        )
    ]
    return [*edges, len(text)]
