"""What strangers wrote, as it may stand in a line of ours. Pure."""

import re

# What would hide or reorder the text around it (F22): C0 and C1 except blanks, bidirectional controls, zero-width and
# other format marks, blank Hangul letters, tags; and lone surrogates, which no UTF-8 body can carry. The joiners
# U+200C and U+200D stay: emoji and several scripts need them.
_CONTROLS = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"\s+")


def visible(text: str) -> str:
    """`text` on one line, without what cannot be seen."""
    return _BLANKS.sub(" ", _CONTROLS.sub("", text)).strip()
