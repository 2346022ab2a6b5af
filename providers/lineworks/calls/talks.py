"""Calls about what the bot says, and the rooms it is in."""

from collections.abc import Sequence

from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.messages import Action, ButtonContent, Content, LinkContent, MessageRequest, TextContent
from providers.lineworks.models import Channel, ChannelMemberPage

_PAGE_SIZE = "100"


class TalkCalls(Api):
    """Messages and rooms."""

    async def send_message(
        self,
        content: TextContent | ButtonContent | LinkContent,
        *,
        user_id: str | None = None,
        channel_id: str | None = None,
    ) -> None:
        """Say something to a member, or in a room; exactly one of the two. Scope: bot.message.

        There is no key against repeats, so nothing is sent again that may have arrived.
        Source: https://developers.worksmobile.com/en/docs/bot-user-message-send
        """
        if user_id is not None and channel_id is None:
            call, path = "send_user_message", urls.user_messages(self._bot_id, user_id)
        elif channel_id is not None and user_id is None:
            call, path = "send_channel_message", urls.channel_messages(self._bot_id, channel_id)
        else:
            raise ValueError("a message goes to a member or to a room")
        await self._transport.call(call, "POST", path, body=written(MessageRequest(content=content)), family=BOT)

    async def send_text_message(self, text: str, *, user_id: str | None = None, channel_id: str | None = None) -> None:
        """Say `text`, at most 2,000 characters; see `send_message`."""
        await self.send_message(Content.text(text), user_id=user_id, channel_id=channel_id)

    async def send_button_template(
        self, text: str, actions: Sequence[Action], *, user_id: str | None = None, channel_id: str | None = None
    ) -> None:
        """Say `text`, at most 1,000 characters, with up to ten buttons; see `send_message`."""
        await self.send_message(Content.buttons(text, actions), user_id=user_id, channel_id=channel_id)

    async def get_channel(self, channel_id: str) -> Channel:
        """A room that the bot is in. Scope: bot.read."""
        answer = await self._transport.call("get_channel", "GET", urls.channel(self._bot_id, channel_id), family=BOT)
        return answer.read(Channel)

    async def list_channel_members(self, channel_id: str) -> list[str]:
        """User ids of everybody in a room, each once. Scope: bot.read.

        Source: https://developers.worksmobile.com/en/docs/bot-channel-member-list
        """
        path = urls.channel_members(self._bot_id, channel_id)
        pages = self._pages("list_channel_members", path, {"count": _PAGE_SIZE}, ChannelMemberPage, BOT)
        return list(dict.fromkeys([member async for page in pages for member in page.members or ()]))
