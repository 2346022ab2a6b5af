"""Where the words of a title begin and end: blanks, dashes and bullets around them are not of it. Pure."""

_EDGES = " \t\n\r\u3000、,。.!?・:;-–—〜~/→⇒■●◆▼▶※\u200e\u200f"
_BEFORE = frozenset(_EDGES + ")")  # a bracket whose inside was no title: 通院(非公開)
# a face, a hand or a heart at its end is said to the reader; a cake belongs to the title
_FEELINGS = "".join(
    map(chr, (0xFE0F, 0x200D, 0x2728, 0x2764, *range(0x1F446, 0x1F451), *range(0x1F493, 0x1F4A0), 0x1F4A6, 0x1F4AA))
) + "".join(
    map(chr, (*range(0x1F3FB, 0x1F400), *range(0x1F600, 0x1F650), *range(0x1F910, 0x1F930), *range(0x1F970, 0x1F97B)))
)
_BEHIND = frozenset(_EDGES + "(@" + _FEELINGS)


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
