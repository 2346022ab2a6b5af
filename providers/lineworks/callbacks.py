"""What LINE WORKS tells the bot: one frozen dataclass per kind of callback. No I/O.

They are plain dataclasses, not wire models, because reading one stands between a person and the answer 200. What is not
acted on may be missing (None): a new form of stickers must not turn into dead letters.

Source: https://developers.worksmobile.com/en/docs/bot-callback
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TextContent:
    """Words. `postback` is there when a button said them."""

    text: str
    postback: str | None = None


@dataclass(frozen=True, slots=True)
class LocationContent:
    """A place on the map, in degrees."""

    address: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class StickerContent:
    """A sticker."""

    package_id: str | None
    sticker_id: str | None


@dataclass(frozen=True, slots=True)
class FileContent:
    """Something uploaded; `kind` is "image", "file", "audio" or "video", and the file is gone after a day."""

    kind: str
    file_id: str | None


@dataclass(frozen=True, slots=True)
class UnknownContent:
    """A kind of message that no page documents."""

    kind: str


Content = TextContent | LocationContent | StickerContent | FileContent | UnknownContent


@dataclass(frozen=True, slots=True)
class Callback:
    """Something happened at `issued`, an aware instant in UTC.

    Of the ids, those are None which did not come; each kind below says which ones it surely has.
    """

    issued: datetime
    user_id: str | None
    channel_id: str | None
    domain_id: int | None


@dataclass(frozen=True, slots=True)
class MessageCallback(Callback):
    """A member wrote; has `user_id`. In a 1:1 talk there is no `channel_id`."""

    content: Content


@dataclass(frozen=True, slots=True)
class PostbackCallback(Callback):
    """A postback action was pressed (never one of a button template); has `user_id`."""

    data: str


@dataclass(frozen=True, slots=True)
class JoinCallback(Callback):
    """The bot came into a room; has `channel_id`."""


@dataclass(frozen=True, slots=True)
class LeaveCallback(Callback):
    """The bot left a room, or the room is gone; has `channel_id`."""


@dataclass(frozen=True, slots=True)
class JoinedCallback(Callback):
    """`members` came into a room with the bot; has `channel_id`."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftCallback(Callback):
    """`members` left a room with the bot; has `channel_id`."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeginCallback(Callback):
    """A 1:1 talk begins; has `user_id` and `channel_id`."""


@dataclass(frozen=True, slots=True)
class EndCallback(Callback):
    """A 1:1 talk ends; has `user_id` and `channel_id`."""


@dataclass(frozen=True, slots=True)
class UnknownCallback(Callback):
    """A kind that no page documents: to be counted, not acted on."""

    kind: str
