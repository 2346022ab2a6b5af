"""Calls about what stands at the foot of a talk with the bot."""

from collections.abc import Mapping, Sequence

from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.menu_models import (
    DefaultRichMenu,
    I18nFileId,
    MenuImage,
    NewMenuImage,
    NewRichMenu,
    RichMenu,
    RichMenuPage,
    UserRichMenu,
)
from providers.lineworks.messages import Action, MenuContent, PersistentMenu, PersistentMenuAnswer, language

_PAGE_SIZE = "100"


class MenuCalls(Api):
    """Menus of the bot."""

    async def create_persistent_menu(self, actions: Sequence[Action]) -> None:
        """Put up to four actions at the foot of every 1:1 talk; a rich menu takes them away. Scope: bot.message.

        Source: https://developers.worksmobile.com/en/docs/bot-persistentmenu-create
        """
        menu = PersistentMenu(content=MenuContent(actions=tuple(actions)))
        path = urls.persistent_menu(self._bot_id)
        await self._transport.call(
            "create_persistent_menu", "POST", path, body=written(menu), repeatable=True, family=BOT
        )

    async def get_persistent_menu(self) -> PersistentMenuAnswer:
        """The menu. Raises NotFound when there is none. Scope: bot.read."""
        answer = await self._transport.call(
            "get_persistent_menu", "GET", urls.persistent_menu(self._bot_id), family=BOT
        )
        return answer.read(PersistentMenuAnswer)

    async def delete_persistent_menu(self) -> None:
        """Take the menu away. Scope: bot.message."""
        await self._transport.call("delete_persistent_menu", "DELETE", urls.persistent_menu(self._bot_id), family=BOT)

    async def create_rich_menu(self, menu: NewRichMenu) -> RichMenu:
        """A new menu, of which nothing is seen before it has a picture and is set. Scope: bot.message.

        Not sent again when it may have arrived. The persistent menu goes.
        Source: https://developers.worksmobile.com/jp/docs/bot-richmenu-create
        """
        path = urls.rich_menus(self._bot_id)
        answer = await self._transport.call("create_rich_menu", "POST", path, body=written(menu), family=BOT)
        return answer.read(RichMenu)

    async def list_rich_menus(self) -> list[RichMenu]:
        """All menus, each once. Scope: bot.read. Source: https://developers.worksmobile.com/jp/docs/bot-richmenu-list."""
        path = urls.rich_menus(self._bot_id)
        pages = self._pages("list_rich_menus", path, {"count": _PAGE_SIZE}, RichMenuPage, BOT)
        return list({menu.richmenu_id: menu async for page in pages for menu in page.richmenus or ()}.values())

    async def get_rich_menu(self, richmenu_id: str) -> RichMenu:
        """A menu. Raises NotFound. Scope: bot.read."""
        path = urls.rich_menu(self._bot_id, richmenu_id)
        return (await self._transport.call("get_rich_menu", "GET", path, family=BOT)).read(RichMenu)

    async def delete_rich_menu(self, richmenu_id: str) -> None:
        """Take a menu away, wherever it is set. Raises NotFound. Scope: bot.message."""
        await self._transport.call("delete_rich_menu", "DELETE", urls.rich_menu(self._bot_id, richmenu_id), family=BOT)

    async def set_rich_menu_image(
        self, richmenu_id: str, file_id: str, variants: Mapping[str, str] | None = None
    ) -> None:
        """Give a menu its uploaded picture; `variants` are file ids by language. Scope: bot.message.

        JPEG or PNG, of the menu's size, at most 1 MB.
        Source: https://developers.worksmobile.com/jp/docs/bot-richmenu-image-create
        """
        i18n = tuple(I18nFileId(language=language(key), file_id=value) for key, value in (variants or {}).items())
        body = written(NewMenuImage(file_id=file_id, i18n_file_ids=i18n or None))
        path = f"{urls.rich_menu(self._bot_id, richmenu_id)}/image"
        await self._transport.call("set_rich_menu_image", "POST", path, body=body, repeatable=True, family=BOT)

    async def get_rich_menu_image(self, richmenu_id: str) -> MenuImage:
        """The picture of a menu. Raises NotFound when it has none. Scope: bot.read.

        Source: https://developers.worksmobile.com/jp/docs/bot-richmenu-image-get
        """
        path = f"{urls.rich_menu(self._bot_id, richmenu_id)}/image"
        return (await self._transport.call("get_rich_menu_image", "GET", path, family=BOT)).read(MenuImage)

    async def set_user_rich_menu(self, richmenu_id: str, user_id: str) -> None:
        """Let a member see this menu instead of the default one. Raises NotFound. Scope: bot.message."""
        path = urls.rich_menu_user(self._bot_id, richmenu_id, user_id)
        await self._transport.call("set_user_rich_menu", "POST", path, repeatable=True, family=BOT)

    async def get_user_rich_menu(self, user_id: str) -> UserRichMenu:
        """A member's own menu. Raises NotFound when there is none. Scope: bot.read."""
        path = urls.user_rich_menu(self._bot_id, user_id)
        return (await self._transport.call("get_user_rich_menu", "GET", path, family=BOT)).read(UserRichMenu)

    async def delete_user_rich_menu(self, user_id: str) -> None:
        """Let a member see the default menu again. Raises NotFound when there is none to take. Scope: bot.message."""
        path = urls.user_rich_menu(self._bot_id, user_id)
        await self._transport.call("delete_user_rich_menu", "DELETE", path, family=BOT)

    async def set_default_rich_menu(self, richmenu_id: str) -> None:
        """Let everybody without a menu of their own see this one. Raises NotFound. Scope: bot.message."""
        path = f"{urls.rich_menu(self._bot_id, richmenu_id)}/set-default"
        await self._transport.call("set_default_rich_menu", "POST", path, repeatable=True, family=BOT)

    async def get_default_rich_menu(self) -> DefaultRichMenu:
        """Which menu that is; where there is none, NotFound or a record without one. Scope: bot.read.

        Source: https://developers.worksmobile.com/jp/docs/bot-default-richmenu-get
        """
        path = urls.default_rich_menu(self._bot_id)
        return (await self._transport.call("get_default_rich_menu", "GET", path, family=BOT)).read(DefaultRichMenu)

    async def delete_default_rich_menu(self) -> None:
        """Let there be no default menu; the menu itself stays. Scope: bot.message."""
        path = urls.default_rich_menu(self._bot_id)
        await self._transport.call("delete_default_rich_menu", "DELETE", path, family=BOT)
