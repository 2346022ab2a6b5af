"""The Lua scripts beside this file, each behind the prelude that they share. Read once, at import."""

from dataclasses import dataclass
from hashlib import sha1
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Script:
    """A script and the name that servers know it by."""

    text: str
    sha: str


def _load(name: str) -> Script:
    here = files(__package__)
    text = (here / "prelude.lua").read_text("utf-8") + (here / f"{name}.lua").read_text("utf-8")
    return Script(text, sha1(text.encode(), usedforsecurity=False).hexdigest())


ACCEPT = _load("accept")
BURY = _load("bury")
CANCEL = _load("cancel")
DEAD = _load("dead")
DONE = _load("done")
HOLD = _load("hold")
KEEP = _load("keep")
LATER = _load("later")
LEAVE = _load("leave")
PUT = _load("put")
RELEASE = _load("release")
REVIVE = _load("revive")
ROUND = _load("round")
SPEND = _load("spend")
STATS = _load("stats")
TAKE = _load("take")
