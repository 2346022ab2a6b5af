"""What the bot is called at present: kept fresh in the background, never waited for."""

import asyncio
from collections.abc import Collection, Sequence

import structlog

from providers.contract import Chat, Person
from providers.errors import ProviderError

log = structlog.get_logger()

_FRESH = 3600.0  # seconds
_RETRY = 5.0
_DEFAULT = ("予定", "Yotei")


class BotNames:
    """The names LINE WORKS knows, and those the operator added."""

    def __init__(self, chat: Chat, extra: Sequence[str]) -> None:
        """Until LINE WORKS has answered, `extra` must do, or else our own name."""
        self.chat, self._extra = chat, tuple(extra)
        self._known: tuple[str, ...] = ()

    def __call__(self) -> tuple[str, ...]:
        """All names, the main one first."""
        return (*self._known, *self._extra) or _DEFAULT

    async def refresh(self) -> bool:
        """Ask once; False when there was no answer."""
        try:
            self._known = tuple(await self.chat.bot_names())
        except ProviderError as error:
            log.warning("the bot's names are not known", provider=error.provider, call=error.call, detail=error.detail)
            return False
        except Exception:
            log.exception("the bot's names are not known")  # a background task: it must go on asking
            return False
        return True

    async def keep_fresh(self) -> None:
        """Ask now and then, for ever."""
        while True:  # noqa: ASYNC110 - nothing tells us when a bot is renamed
            await asyncio.sleep(_FRESH if await self.refresh() else _RETRY)


class KnownNames:
    """All names of all colleagues, put together once for each state of the directory."""

    def __init__(self) -> None:
        """Nobody is known yet."""
        self._people: Sequence[Person] = ()
        self._names: frozenset[str] = frozenset()

    def of(self, people: Sequence[Person]) -> Collection[str]:
        """The names of `people`."""
        if people is not self._people:
            self._people = people
            self._names = frozenset(name for person in people for name in (person.name, *person.names))
        return self._names
