"""Other people's text, made harmless before it is shown."""

import re
import unicodedata

# What would hide or reorder the text around it (F22): C0 and C1 except blanks, bidirectional controls, zero-width and
# other format marks, blank Hangul letters, tags; and lone surrogates, which no UTF-8 body can carry. The joiners
# U+200C and U+200D stay: emoji and several scripts need them.
_CONTROLS = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"\s+")
_MENTION = re.compile(r"<(?= ?/? ?m\b| ?$)", re.IGNORECASE)  # also a "<" at the end: what follows may be an "m"
_ELLIPSIS = "…"


def plain(text: str, longest: int = 200) -> str:
    """`text` on one line, at most `longest` characters, without mention tags or invisible marks.

    LINE WORKS documents no escape for `<m userId="…">`, so the bracket becomes a full-width one.
    Source: https://developers.worksmobile.com/jp/docs/bot-mention
    """
    visible = _BLANKS.sub(" ", _CONTROLS.sub("", text)).strip()
    return shortened(_MENTION.sub("＜", visible), longest)


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
