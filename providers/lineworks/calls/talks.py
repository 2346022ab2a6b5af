"""Calls about what the bot says, and the rooms it is in."""

from collections.abc import Sequence

from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.messages import Action, AnyContent, Content, MessageRequest
from providers.lineworks.models import Channel, ChannelMemberPage, NewChannel

_PAGE_SIZE = "100"


class TalkCalls(Api):
    """Messages and rooms."""

    async def send_message(
        self,
        content: AnyContent,
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

    async def create_channel(self, user_ids: Sequence[str], title: str) -> Channel:
        """A new room of the bot and 1 to 100 members; ten a minute can be made. Scope: bot.message.

        There is no key against repeats, so nothing is sent again that may have arrived. The callbacks `join` and
        `joined` follow. Source: https://developers.worksmobile.com/en/docs/bot-channel-create
        """
        request = NewChannel(members=tuple(user_ids), title=title)
        path = urls.channels(self._bot_id)
        answer = await self._transport.call("create_channel", "POST", path, body=written(request), family=BOT)
        return answer.read(Channel)

    async def get_channel(self, channel_id: str) -> Channel:
        """A room that the bot is in. Scope: bot.read."""
        answer = await self._transport.call("get_channel", "GET", urls.channel(self._bot_id, channel_id), family=BOT)
        return answer.read(Channel)

    async def leave_channel(self, channel_id: str) -> None:
        """Take the bot out of a room; only a member can invite it again. Scope: bot.message.

        Source: https://developers.worksmobile.com/en/docs/bot-channel-leave
        """
        await self._transport.call("leave_channel", "DELETE", urls.channel(self._bot_id, channel_id), family=BOT)

    async def list_channel_members(self, channel_id: str) -> list[str]:
        """User ids of everybody in a room, each once. Scope: bot.read.

        Source: https://developers.worksmobile.com/en/docs/bot-channel-member-list
        """
        path = urls.channel_members(self._bot_id, channel_id)
        pages = self._pages("list_channel_members", path, {"count": _PAGE_SIZE}, ChannelMemberPage, BOT)
        return list(dict.fromkeys([member async for page in pages for member in page.members or ()]))
