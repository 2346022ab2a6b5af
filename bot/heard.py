"""What lies in the lanes: what somebody said or did, in our own words, and what is still to be said."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from handlers.context import json_form
from providers.contract import Message, Talk

_NOTICE = b"notice\n"
_ODD = b"odd\n"
_SHOWN = frozenset({"type", "userId", "channelId", "domainId", "issuedTime"})
_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
).encode  # made once: making it costs more than using it


class Act(StrEnum):
    """What came in."""

    SAID = "said"  # a sentence
    PRESSED = "pressed"  # a button
    CAME = "came"  # the bot has just come into a talk or a room


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing from one talk. `text` is without the bot's mention; `at` is when it was said."""

    act: Act
    at: datetime
    user: str | None = None
    room: str | None = None
    text: str = ""
    postback: str | None = None

    @property
    def talk(self) -> Talk:
        """Where the answer goes."""
        return Talk(self.user, self.room)

    @property
    def lane(self) -> str:
        """What must stay in order."""
        return f"room:{self.room}" if self.room is not None else f"user:{self.user}"

    def dump(self) -> bytes:
        """As it is kept."""
        whole = [self.act, self.at.timestamp(), self.user, self.room, self.text, self.postback]
        return _encode(whole).encode()


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that could not be sent at once."""

    talk: Talk
    message: Message

    def dump(self) -> bytes:
        """As it is kept."""
        return _NOTICE + json_form(Notice).dump_json(self)


@dataclass(frozen=True, slots=True)
class Odd:
    """A callback that lacks what it must have: kept for an operator, as it came."""


def odd(body: bytes) -> bytes:
    """The kept form of such a callback: what people wrote in it is left out, since it may not have been for us."""
    return _ODD + _encode(_skeleton(json.loads(body), "")).encode()


def _skeleton(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _skeleton(member, key) for key, member in value.items()}
    if isinstance(value, list):
        return [_skeleton(member, name) for member in value]
    if name in _SHOWN or value is None:
        return value
    return f"({len(value)} characters)" if isinstance(value, str) else f"({type(value).__name__})"


def load(kept: bytes) -> Heard | Notice | Odd:
    """What was kept."""
    if kept.startswith(_NOTICE):
        notice: Notice = json_form(Notice).validate_json(kept.removeprefix(_NOTICE))
        return notice
    if kept.startswith(_ODD):
        return Odd()
    act, at, user, room, text, postback = json.loads(kept)
    return Heard(Act(act), datetime.fromtimestamp(at, UTC), user, room, text, postback)
