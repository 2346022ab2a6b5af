"""Other people's text, made harmless before it is shown."""

import re

# What would hide or reorder the text around it (F22): bidirectional controls, zero-width and other format marks, C0/C1.
_CONTROLS = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_MENTION = re.compile(r"<(?=\s*/?\s*m\b)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def plain(text: str, longest: int = 200) -> str:
    """`text` on one line, at most `longest` characters, without mention tags or invisible marks.

    LINE WORKS documents no escape for `<m userId="…">`, so the bracket becomes a full-width one.
    Source: https://developers.worksmobile.com/jp/docs/bot-mention
    """
    harmless = _BLANKS.sub(" ", _CONTROLS.sub("", _MENTION.sub("＜", _CONTROLS.sub("", text)))).strip()
    return harmless if len(harmless) <= longest else harmless[: longest - 1] + "…"
