"""The line by which an event of ours is known again, where a system takes no key: the last one of its description.

No I/O.
"""

import re

LONGEST = 200 + len("\n[yotei:]")
"""What it takes of a description at most, in characters."""

_LAST_LINE = re.compile(r"(?:\A|\r?\n)[ \t]*\[yotei:([A-Za-z0-9_.~-]{1,200})\]\s*\Z")


def marked(description: str, key: str) -> str:
    """`description` with the line for `key`."""
    return f"{description}\n[yotei:{key}]" if description else f"[yotei:{key}]"


def key_of(description: str | None) -> str | None:
    """The key in the last line; None when that is no line of ours."""
    found = _LAST_LINE.search(description or "")
    return found[1] if found else None


def unmarked(description: str | None) -> str:
    """What people wrote."""
    return _LAST_LINE.sub("", description or "")
