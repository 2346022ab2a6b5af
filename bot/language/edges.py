"""Where the words of a title begin and end: blanks, dashes and bullets around them are not of it. Pure."""

_EDGES = " \t\n\r\u3000、,。.!?・:;-–—〜~/→⇒■●◆▼▶※\u200e\u200f"
_BEFORE = frozenset(_EDGES + ")")  # a bracket whose inside was no title: 通院(非公開)
_BEHIND = frozenset(_EDGES + "(@")


def before(text: str, begin: int, end: int) -> int:
    """Where the words of `text[begin:end]` end."""
    while begin < end and text[end - 1] in _BEHIND:
        end -= 1
    return end


def behind(text: str, begin: int, end: int) -> int:
    """Where the words of `text[begin:end]` begin."""
    while begin < end and text[begin] in _BEFORE:
        begin += 1
    return begin
