"""Calls about the bot itself."""

from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.models import Bot, BotChange


class BotCalls(Api):
    """How the bot is registered."""

    async def get_bot(self) -> Bot:
        """The bot as it is registered. Scope: bot.read. Source: https://developers.worksmobile.com/en/docs/bot-get."""
        answer = await self._transport.call("get_bot", "GET", urls.bot(self._bot_id), family=BOT)
        return answer.read(Bot)

    async def update_bot(self, change: BotChange) -> None:
        """Change how the bot is registered. Not to be called twice at once for one bot. Scope: bot.

        Source: https://developers.worksmobile.com/en/docs/bot-update-patch
        """
        path = urls.bot(self._bot_id)
        await self._transport.call("update_bot", "PATCH", path, body=written(change), repeatable=True, family=BOT)
