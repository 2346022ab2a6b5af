"""LINE WORKS's JSON, as it is: calendars, members, bots, rooms. No I/O.

What is read is taken as it comes: unknown members are kept, and what should be there may be missing.

Source: https://developers.worksmobile.com/en/docs/api
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Wire(BaseModel):
    """Our names from theirs by one rule; frozen; what we do not know is kept."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        frozen=True,
        coerce_numbers_to_str=True,  # ids come as numbers at times
        hide_input_in_errors=True,  # an error's text may end in a log
    )


class Written(Wire):
    """Something we send: nothing that no page documents."""

    model_config = ConfigDict(extra="forbid")


def each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    """`values`. Raises ValueError when one of them is there twice."""
    if len(set(values)) != len(values):
        raise ValueError("each may be there once")
    return values


# --- lists ------------------------------------------------------------------------------------------------------


class ResponseMeta(Wire):
    """Where the next page begins; missing, null or empty on the last one."""

    next_cursor: str | None = None


class Page(Wire):
    """One page of a list."""

    response_meta_data: ResponseMeta | None = None

    @property
    def next_cursor(self) -> str | None:
        """What to ask the next page with; None on the last one."""
        return (self.response_meta_data and self.response_meta_data.next_cursor) or None


# --- members ----------------------------------------------------------------------------------------------------


class UserName(Wire):
    """A name in its two parts, and how they sound."""

    last_name: str | None = None
    first_name: str | None = None
    phonetic_last_name: str | None = None
    phonetic_first_name: str | None = None


class I18nName(Wire):
    """A name in another language."""

    language: str | None = None
    last_name: str | None = None
    first_name: str | None = None


class User(Wire):
    """A member; which members are filled depends on the token's scope and the admin's settings."""

    user_id: str
    email: str | None = None
    user_name: UserName | None = None
    i18n_names: Annotated[
        tuple[I18nName, ...] | None, Field(validation_alias=AliasChoices("i18nNames", "i18nName", "i18n_names"))
    ] = None
    nick_name: str | None = None
    locale: str | None = None
    time_zone: str | None = None
    domain_id: int | None = None
    is_administrator: bool | None = None
    is_pending: bool | None = None
    is_suspended: bool | None = None
    is_deleted: bool | None = None
    is_awaiting: bool | None = None


class UserPage(Page):
    """Members."""

    users: tuple[User, ...] | None = None


# --- bots and rooms ---------------------------------------------------------------------------------------------


class I18nBotName(Wire):
    """A bot's name in another language."""

    language: str | None = None
    bot_name: str | None = None


class Bot(Wire):
    """A bot as it is registered."""

    bot_id: str | None = None
    bot_name: str | None = None
    i18n_bot_names: Annotated[tuple[I18nBotName, ...] | None, Field(alias="i18nBotNames")] = None
    enable_callback: bool | None = None
    callback_url: str | None = None
    callback_events: tuple[str, ...] | None = None
    channel_events: tuple[str, ...] | None = None
    enable_group_join: bool | None = None


class BotChange(Wire):
    """What `update_bot` is to change; what is not given stays. An empty `callback_url` stops callbacks."""

    bot_name: Annotated[str, Field(max_length=100)] | None = None
    enable_callback: bool | None = None
    callback_url: Annotated[str, Field(max_length=1000)] | None = None
    callback_events: tuple[Literal["text", "location", "sticker", "image", "file", "audio", "video"], ...] | None = None
    channel_events: (
        tuple[Literal["message", "join", "leave", "joined", "left", "postback", "begin", "end"], ...] | None
    ) = None
    enable_group_join: bool | None = None


class ChannelType(Wire):
    """SINGLE_USER, MULTI_USERS, ORGUNIT or GROUP."""

    type: str | None = None


class Channel(Wire):
    """A talk room."""

    channel_id: str
    title: str | None = None
    domain_id: int | None = None
    channel_type: ChannelType | None = None


class NewChannel(Written):
    """A room to be made: up to a hundred members, each once, and its title."""

    members: Annotated[tuple[str, ...], Field(min_length=1, max_length=100), AfterValidator(each_once)]
    title: Annotated[str, Field(max_length=1000)]


class ChannelMemberPage(Page):
    """User ids of a room."""

    members: tuple[str, ...] | None = None


# --- files ------------------------------------------------------------------------------------------------------


class NewAttachment(Written):
    """A file that is to come."""

    file_name: Annotated[str, Field(min_length=1)]


class AttachmentPlace(Wire):
    """Where a file is to be sent, once and within a day, and the id by which messages name it then."""

    file_id: str
    upload_url: Annotated[str, Field(repr=False)]


class Attachment(Wire):
    """A file as it arrived; `file_size` is in bytes."""

    file_id: str
    file_name: str | None = None
    file_size: int | None = None
