"""Other people's text, made harmless before it is shown."""

import re
import unicodedata

from handlers.visible import visible

_MENTION = re.compile(r"<(?= ?/? ?m\b| ?$)", re.IGNORECASE)  # also a "<" at the end: what follows may be an "m"
_ELLIPSIS = "…"


def plain(text: str, longest: int = 200) -> str:
    """`text` on one line, at most `longest` characters, without mention tags or invisible marks.

    LINE WORKS documents no escape for `<m userId="…">`, so the bracket becomes a full-width one.
    Source: https://developers.worksmobile.com/jp/docs/bot-mention
    """
    return shortened(_MENTION.sub("＜", visible(text)), longest)


def characters(text: str) -> int:
    """How long `text` is at worst: LINE WORKS does not say whether an emoji counts once or, as in UTF-16, twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def shortened(text: str, longest: int) -> str:
    """`text` if it has at most `longest` characters, else its beginning and "…"; no letter loses its accents."""
    if characters(text) <= longest:
        return text
    room, end = longest - len(_ELLIPSIS), 0
    while (room := room - characters(text[end])) >= 0:
        end += 1
    while end and (_joins(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    return text[:end].rstrip() + _ELLIPSIS


def _joins(char: str) -> bool:
    """Whether `char` belongs to the one before it: an accent, a joiner, a variation selector, a skin tone."""
    return unicodedata.category(char) in {"Mn", "Me", "Mc"} or char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"
