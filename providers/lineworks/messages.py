"""What the bot can say, in LINE WORKS's JSON. No I/O.

Lengths are counted in characters as the pages give them.
Source: https://developers.worksmobile.com/en/docs/bot-send-content
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from providers.lineworks.models import Wire, Written

LANGUAGES = ("ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW")
"""The languages that a text can have variants in."""

LONGEST_TEXT = 2000
LONGEST_CONTENT_TEXT = 1000
LONGEST_LABEL = 20
LONGEST_BUTTON_TEXT = 300
MOST_BUTTONS = 10

Language = Literal["ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW"]
_Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
_ContentText = Annotated[str, Field(min_length=1, max_length=LONGEST_CONTENT_TEXT)]
_Label = Annotated[str, Field(min_length=1, max_length=LONGEST_LABEL)]
_ButtonText = Annotated[str, Field(min_length=1, max_length=LONGEST_BUTTON_TEXT)]
_Postback = Annotated[str, Field(max_length=1000)]
_Uri = Annotated[str, Field(pattern=r"^https?://", max_length=1000)]


# --- translations -----------------------------------------------------------------------------------------------


class I18nText(Written):
    """A text in another language."""

    language: Language
    text: _Text


class I18nContentText(Written):
    """A template's text in another language."""

    language: Language
    content_text: _ContentText


class I18nLabel(Written):
    """A button's label in another language."""

    language: Language
    label: _Label


class I18nButtonText(Written):
    """What a button says in another language."""

    language: Language
    text: _ButtonText


# --- actions ----------------------------------------------------------------------------------------------------


class MessageAction(Written):
    """Says `text` as the member, and sends us `postback` with it.

    The one action of a button template that comes back to us; it comes as a message, not as a postback event.
    Source: https://developers.worksmobile.com/en/docs/bot-actionobject
    """

    type: Literal["message"] = "message"
    label: _Label
    text: _ButtonText
    postback: _Postback | None = None
    i18n_labels: Annotated[tuple[I18nLabel, ...] | None, Field(alias="i18nLabels")] = None
    i18n_texts: Annotated[tuple[I18nButtonText, ...] | None, Field(alias="i18nTexts")] = None


class UriAction(Written):
    """Opens an address."""

    type: Literal["uri"] = "uri"
    label: _Label
    uri: _Uri
    i18n_labels: Annotated[tuple[I18nLabel, ...] | None, Field(alias="i18nLabels")] = None


class CopyAction(Written):
    """Puts a text on the clipboard."""

    type: Literal["copy"] = "copy"
    label: _Label
    copy_text: Annotated[str, Field(min_length=1, max_length=1000)]
    i18n_labels: Annotated[tuple[I18nLabel, ...] | None, Field(alias="i18nLabels")] = None


Action = Annotated[MessageAction | UriAction | CopyAction, Field(discriminator="type")]


# --- contents ---------------------------------------------------------------------------------------------------


class TextContent(Written):
    """Words."""

    type: Literal["text"] = "text"
    text: _Text
    i18n_texts: Annotated[tuple[I18nText, ...] | None, Field(alias="i18nTexts")] = None


class ButtonContent(Written):
    """Words with buttons below."""

    type: Literal["button_template"] = "button_template"
    content_text: _ContentText
    actions: Annotated[tuple[Action, ...], Field(min_length=1, max_length=MOST_BUTTONS)]
    i18n_content_texts: Annotated[tuple[I18nContentText, ...] | None, Field(alias="i18nContentTexts")] = None


class LinkContent(Written):
    """Words with one address below."""

    type: Literal["link"] = "link"
    content_text: _ContentText
    link_text: Annotated[str, Field(min_length=1, max_length=1000)]
    link: _Uri


class FileContent(Written):
    """A file that was uploaded."""

    type: Literal["file"] = "file"
    file_id: Annotated[str, Field(min_length=1)]


class ImageContent(Written):
    """A picture that was uploaded."""

    type: Literal["image"] = "image"
    file_id: Annotated[str, Field(min_length=1)]


AnyContent = Annotated[
    TextContent | ButtonContent | LinkContent | FileContent | ImageContent, Field(discriminator="type")
]


class Content:
    """Makes contents: `Content.text("Hello")`."""

    @classmethod
    def text(cls, text: str, variants: Mapping[str, str] | None = None) -> TextContent:
        """Words; `variants` by language, e.g. "ko_KR"."""
        i18n = tuple(I18nText(language=language(key), text=value) for key, value in (variants or {}).items())
        return TextContent(text=text, i18n_texts=i18n or None)

    @classmethod
    def buttons(
        cls,
        text: str,
        actions: Sequence[MessageAction | UriAction | CopyAction],
        variants: Mapping[str, str] | None = None,
    ) -> ButtonContent:
        """Words with up to ten buttons."""
        i18n = tuple(
            I18nContentText(language=language(key), content_text=value) for key, value in (variants or {}).items()
        )
        return ButtonContent(content_text=text, actions=tuple(actions), i18n_content_texts=i18n or None)

    @classmethod
    def link(cls, text: str, link_text: str, link: str) -> LinkContent:
        """Words with one address."""
        return LinkContent(content_text=text, link_text=link_text, link=link)

    @classmethod
    def file(cls, file_id: str) -> FileContent:
        """A file, by the id that `upload_attachment` gave."""
        return FileContent(file_id=file_id)

    @classmethod
    def image(cls, file_id: str) -> ImageContent:
        """A picture, by the id that `upload_attachment` gave."""
        return ImageContent(file_id=file_id)


def language(key: str) -> Language:
    """`key`, which is one of theirs. Raises ValueError."""
    for known in ("ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW"):
        if known == key:
            return known
    raise ValueError("not a language of LINE WORKS")


class MessageRequest(Written):
    """The body of a send."""

    content: AnyContent


class MenuContent(Written):
    """At most four things to press."""

    actions: Annotated[tuple[Action, ...], Field(min_length=1, max_length=4)]


class PersistentMenu(Written):
    """The menu at the foot of 1:1 talks."""

    content: MenuContent


class PersistentMenuAnswer(Wire):
    """The menu as it stands, taken as it comes."""

    content: dict[str, object] | None = None
