"""LINE WORKS's talks, made to keep the promise of `Chat`."""

import re
from collections.abc import Mapping, Sequence

import structlog

from providers.contract import Button, Message, Talk, Text
from providers.lineworks.client import LineWorks
from providers.lineworks.messages import (
    LANGUAGES,
    LONGEST_BUTTON_TEXT,
    LONGEST_CONTENT_TEXT,
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_BUTTONS,
    ButtonContent,
    Content,
    I18nButtonText,
    I18nLabel,
    MessageAction,
    TextContent,
)

log = structlog.get_logger()

_ELLIPSIS = "…"
_MENTION = re.compile(r"<(?=\s*/?\s*m\b)", re.IGNORECASE)


class LineWorksChat:
    """Says things as the bot. Nothing is said twice by itself: there is no key that would tell."""

    def __init__(self, works: LineWorks) -> None:
        """`works` is closed by whoever opened it."""
        self._works = works

    async def send(self, talk: Talk, message: Message) -> None:
        """Say `message`; in the room when the talk has one. What is too long is cut and ends in "…".

        Always in one piece: of two, the first would be said again when only the second had failed. So a text with
        buttons has at most 1,000 characters, and of more than ten buttons the first ten are shown.
        """
        content = _content(message)
        if talk.room_id is not None:
            await self._works.send_message(content, channel_id=talk.room_id)
        else:
            await self._works.send_message(content, user_id=talk.user_id)

    async def members(self, room_id: str) -> list[str]:
        """User ids of everybody in a room."""
        return await self._works.list_channel_members(room_id)

    async def room_name(self, room_id: str) -> str:
        """The room's title; "" where it has none."""
        return (await self._works.get_channel(room_id)).title or ""

    async def bot_names(self) -> Sequence[str]:
        """The bot's name, then its translations."""
        bot = await self._works.get_bot()
        names = (bot.bot_name, *(name.bot_name for name in bot.i18n_bot_names or ()))
        return tuple(dict.fromkeys(name for name in names if name))


def _content(message: Message) -> TextContent | ButtonContent:
    if not message.buttons:
        return Content.text(*_fitting(message.text, LONGEST_TEXT))
    if len(message.buttons) > MOST_BUTTONS:
        log.error("too many buttons for one message", left_out=len(message.buttons) - MOST_BUTTONS)
    base, variants = _fitting(message.text, LONGEST_CONTENT_TEXT)
    return Content.buttons(base, _actions(message.buttons[:MOST_BUTTONS]), variants)


def _actions(buttons: Sequence[Button]) -> list[MessageAction]:
    """`message` actions: they alone come back from a button template."""
    actions: list[MessageAction] = []
    for button in buttons:
        label, labels = _fitting(button.label, LONGEST_LABEL)
        said, sayings = _fitting(button.text, LONGEST_BUTTON_TEXT)
        actions.append(
            MessageAction(
                label=label,
                text=said,
                postback=button.postback,
                i18n_labels=tuple(I18nLabel(language=key, label=value) for key, value in labels.items()) or None,
                i18n_texts=tuple(I18nButtonText(language=key, text=value) for key, value in sayings.items()) or None,
            )
        )
    return actions


def _fitting(text: Text, longest: int) -> tuple[str, Mapping[str, str]]:
    """The base and those variants that LINE WORKS knows a language for, short enough and mentioning nobody."""
    variants = {
        language: cut(unmentioned(text.variants[language]), longest)
        for language in LANGUAGES
        if text.variants.get(language)
    }
    return cut(unmentioned(text.base), longest), variants


def unmentioned(text: str) -> str:
    """`text` with tags like `<m userId="all">` made harmless: what people wrote must not ring anybody's bell.

    Source: https://developers.worksmobile.com/en/docs/bot-mention
    """
    return _MENTION.sub("＜", text)


def cut(text: str, longest: int) -> str:
    """`text`, or so much of it that with "…" it is `longest` long."""
    if length(text) <= longest:
        return text
    kept, room = [], longest - 1
    for character in text:
        room -= length(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + _ELLIPSIS


def length(text: str) -> int:
    """In UTF-16 units: no page says how they count, and no other way of counting gives more."""
    return len(text) + sum(character > "\uffff" for character in text)
