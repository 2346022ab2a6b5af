"""Traditional characters as simplified ones, so that what is learned from either holds for both. Pure."""

from functools import cache
from importlib.resources import files


def simplified(text: str) -> str:
    """`text` with a simplified character for each traditional one, in its place."""
    return text.translate(_table())


@cache
def _table() -> dict[int, int]:
    lines = files("bot.language").joinpath("simplified.txt").read_text("utf-8").splitlines()[1:]
    return str.maketrans("".join(lines[::2]), "".join(lines[1::2]))
