"""What lies in the lanes: what somebody said or did, in our own words, and what is still to be said."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from handlers.commands import CancelBooking, MoveBooking
from handlers.stored import json_form
from providers.bookings import Booking, Side
from providers.contract import Message, Talk

SWEEP_LANE = "sweep"
SWEEP_RESULTS = "sweep-result"  # the space of documents where an operator finds what a sweep has found

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
    """A message for a lane of its own. `routed`: it goes there because of a route, which is broken when it is refused."""

    talk: Talk
    message: Message
    routed: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A webhook's news of a booking, and who was said to have done it."""

    booking: Booking
    by: Side | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A booking is to be looked at, though no webhook has told of it."""

    uid: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A change of a booking that somebody has agreed to, and where the answer goes."""

    command: Annotated[CancelBooking | MoveBooking, Field(discriminator="act")]
    user: str
    talk: Talk
    at: datetime


@dataclass(frozen=True, slots=True)
class SweepDue:
    """All bookings are to be compared. `asked`: where the result is to be left for an operator who waits for it."""

    asked: str | None = None


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


Work = Notice | Told | Look | Agreed | SweepDue
"""What lies in the lanes beside what people said."""

_KINDS: dict[bytes, type[Work]] = {
    b"notice": Notice,
    b"told": Told,
    b"look": Look,
    b"agreed": Agreed,
    b"sweep": SweepDue,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def dump(work: Work) -> bytes:
    """As it is kept: its kind, then JSON."""
    kind: Any = type(work)
    return _NAMES[kind] + b"\n" + json_form(kind).dump_json(work)


def load(kept: bytes) -> Heard | Work | Odd:
    """What was kept."""
    if kept.startswith(_ODD):
        return Odd()
    name, _, body = kept.partition(b"\n")
    if name in _KINDS:
        kind: Any = _KINDS[name]
        work: Work = json_form(kind).validate_json(body)
        return work
    act, at, user, room, text, postback = json.loads(kept)
    return Heard(Act(act), datetime.fromtimestamp(at, UTC), user, room, text, postback)
