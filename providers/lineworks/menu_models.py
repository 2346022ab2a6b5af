"""LINE WORKS's rich menus, as JSON: pictures at the foot of a 1:1 talk, of which areas can be pressed. No I/O.

Source: https://developers.worksmobile.com/jp/docs/bot-richmenu-create
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from providers.lineworks.messages import CopyAction, I18nLabel, Language, MessageAction, UriAction
from providers.lineworks.models import Page, Wire, Written

# --- as they are written ----------------------------------------------------------------------------------------


class I18nDisplayText(Written):
    """What a press shows in the talk, in another language."""

    language: Language
    display_text: Annotated[str, Field(max_length=300)]


class PostbackAction(Written):
    """Sends us `data` as a postback event, and shows `display_text` in the talk if there is one.

    Source: https://developers.worksmobile.com/en/docs/bot-actionobject
    """

    type: Literal["postback"] = "postback"
    data: Annotated[str, Field(min_length=1, max_length=300)]
    label: Annotated[str, Field(min_length=1, max_length=20)] | None = None
    display_text: Annotated[str, Field(max_length=300)] | None = None
    i18n_labels: Annotated[tuple[I18nLabel, ...] | None, Field(alias="i18nLabels")] = None
    i18n_display_texts: Annotated[tuple[I18nDisplayText, ...] | None, Field(alias="i18nDisplayTexts")] = None


class Bounds(Written):
    """A rectangle, in pixels from the left and from the top."""

    x: Annotated[int, Field(ge=0)]
    y: Annotated[int, Field(ge=0)]
    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]


class Area(Written):
    """A part of the picture, and what a press on it does; in the desktop app only the label is seen."""

    bounds: Bounds
    action: Annotated[PostbackAction | MessageAction | UriAction | CopyAction, Field(discriminator="type")]


class Size(Written):
    """The picture's size in pixels."""

    width: Literal[2500] = 2500
    height: Literal[843, 1686]


class NewRichMenu(Written):
    """A menu without its picture; its name is seen by nobody but us."""

    richmenu_name: Annotated[str, Field(min_length=1, max_length=300)]
    areas: Annotated[tuple[Area, ...], Field(min_length=1, max_length=20)]
    size: Size

    @model_validator(mode="after")
    def _areas_lie_on_the_picture(self) -> Self:
        for bounds in (area.bounds for area in self.areas):
            if bounds.x + bounds.width > self.size.width or bounds.y + bounds.height > self.size.height:
                raise ValueError("an area must lie on the picture")
        return self


class I18nFileId(Written):
    """A picture for those who read another language."""

    language: Language
    file_id: Annotated[str, Field(min_length=1)]


class NewMenuImage(Written):
    """The uploaded picture of a menu: JPEG or PNG, of the menu's size, at most 1 MB."""

    file_id: Annotated[str, Field(min_length=1)]
    i18n_file_ids: Annotated[tuple[I18nFileId, ...] | None, Field(alias="i18nFileIds")] = None


# --- as they come -----------------------------------------------------------------------------------------------


class RichMenu(Wire):
    """A menu as it is kept."""

    richmenu_id: str
    richmenu_name: str | None = None
    areas: tuple[dict[str, Any], ...] | None = None
    size: dict[str, Any] | None = None


class RichMenuPage(Page):
    """Menus."""

    richmenus: tuple[RichMenu, ...] | None = None


class MenuImage(Wire):
    """The id of a menu's picture, which `download_attachment` takes."""

    file_id: str


class DefaultRichMenu(Wire):
    """The menu of everybody who has none of their own."""

    default_richmenu_id: str | None = None


class UserRichMenu(Wire):
    """A member's own menu."""

    richmenu_id: str
