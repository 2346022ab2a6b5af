"""Calls about what stands at the foot of a talk with the bot."""

from collections.abc import Sequence

from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.messages import Action, MenuContent, PersistentMenu, PersistentMenuAnswer


class MenuCalls(Api):
    """Menus of the bot."""

    async def create_persistent_menu(self, actions: Sequence[Action]) -> None:
        """Put up to four actions at the foot of every 1:1 talk. Scope: bot.

        Source: https://developers.worksmobile.com/en/docs/bot-persistentmenu-create
        """
        menu = PersistentMenu(content=MenuContent(actions=tuple(actions)))
        path = urls.persistent_menu(self._bot_id)
        await self._transport.call(
            "create_persistent_menu", "POST", path, body=written(menu), repeatable=True, family=BOT
        )

    async def get_persistent_menu(self) -> PersistentMenuAnswer:
        """The menu. Raises NotFound when there is none."""
        answer = await self._transport.call(
            "get_persistent_menu", "GET", urls.persistent_menu(self._bot_id), family=BOT
        )
        return answer.read(PersistentMenuAnswer)

    async def delete_persistent_menu(self) -> None:
        """Take the menu away."""
        await self._transport.call("delete_persistent_menu", "DELETE", urls.persistent_menu(self._bot_id), family=BOT)
