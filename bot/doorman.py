"""Which callbacks are for us, and what they say in our own words. No I/O but the memory of 1:1 channels."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from bot.gate import addressed
from bot.heard import Act, Heard
from providers.keeping import Store
from providers.lineworks.callbacks import (
    BeginCallback,
    Callback,
    JoinCallback,
    MessageCallback,
    PostbackCallback,
    TextContent,
    UnknownCallback,
)

OLDEST = timedelta(hours=24)
_REMEMBERED = 50_000  # 1:1 channels kept in memory


class Doorman:
    """Lets through what is said to the bot, button presses and arrivals; the rest is dropped unstored."""

    def __init__(
        self, store: Store, bot_id: str, names: Callable[[], Collection[str]], clock: Callable[[], datetime]
    ) -> None:
        """`names` gives the bot's present names; `clock` an aware now."""
        self._store, self._bot_id, self._names, self._clock = store, bot_id, names, clock
        self._private: OrderedDict[str, str] = OrderedDict()

    async def admit(self, callback: Callback) -> Heard | str:
        """What is to be kept, or in one word why nothing is. Raises StoreDown.

        A 1:1 `message` carries no channel, but `begin`, `end` and `postback` do: `begin` tells which channel is
        whose, so that all of a 1:1 talk goes through one lane.
        """
        if callback.issued < self._clock() - OLDEST:
            return "stale"
        if callback.user_id == self._bot_id:
            return "own"
        match callback:
            case MessageCallback(content=TextContent(text, postback)):
                return self._said(callback, text, postback)
            case PostbackCallback(data=data):
                room = None if await self._is_private(callback.channel_id) else callback.channel_id
                return Heard(Act.PRESSED, callback.issued, callback.user_id, room, postback=data)
            case BeginCallback(user_id=str(user), channel_id=str(channel)):
                await self._store.put("private", channel, user.encode())
                self._remember(channel, user)
                return Heard(Act.CAME, callback.issued, user)
            case JoinCallback(channel_id=room):
                return Heard(Act.CAME, callback.issued, None, room)
            case UnknownCallback():
                return "unknown"
            case _:
                return "silent"

    def _said(self, callback: MessageCallback, text: str, postback: str | None) -> Heard | str:
        act = Act.SAID if postback is None else Act.PRESSED
        words = addressed(text, self._names())
        if callback.channel_id is None:
            return Heard(act, callback.issued, callback.user_id, None, text if words is None else words, postback)
        if words is None and postback is None:
            return "unaddressed"
        return Heard(act, callback.issued, callback.user_id, callback.channel_id, words or "", postback)

    async def _is_private(self, channel: str | None) -> bool:
        if channel is None or channel in self._private:
            return True
        kept = await self._store.get("private", channel)
        if kept is None:
            return False
        self._remember(channel, kept.value.decode())
        return True

    def _remember(self, channel: str, user: str) -> None:
        self._private[channel] = user
        if len(self._private) > _REMEMBERED:
            self._private.popitem(last=False)
