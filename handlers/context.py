"""Who asks, when, and the promises a handler may use."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from handlers.accounts import Accounts
from handlers.ledger import Ledger
from handlers.routes import Routes
from handlers.stored import json_form
from providers.bookings import Bookings
from providers.contract import Calendar, Chat, Directory, Mirror, Person, Talk
from providers.errors import Broken, ProviderError, Unreachable, Unreadable
from providers.keeping import Turn

T = TypeVar("T")

_UNSURE = "unsure"


class Journal:
    """What this piece of work has done so far, in our own nouns; outlives a crash (see `Turn`)."""

    def __init__(self, turn: Turn) -> None:
        """The journal of `turn`."""
        self._turn = turn

    @property
    def unsure(self) -> bool:
        """Whether an outside write was begun, in this run or an earlier one, of which nobody knows how it ended."""
        return self._turn.recall(_UNSURE) == b"1"

    async def once(self, step: str, of: Any, call: Callable[[bool], Awaitable[T]]) -> T:
        """The result of `call`, made at most once to its end; `call(True)` may be a repeat."""
        form = json_form(of)
        repeated = False

        async def written(again: bool) -> bytes:
            nonlocal repeated
            repeated = again
            return form.dump_json(await call(again))

        settled = self._turn.recall(_UNSURE) == b""  # an earlier run was told for certain that nothing had happened
        self._turn.note(_UNSURE, b"1")  # durable with the beginning of the step
        try:
            kept = await self._turn.once(step, written)
        except ProviderError as error:
            if (settled or not repeated) and not _may_have_happened(error):
                self._turn.note(_UNSURE, b"")
            raise
        self._turn.note(_UNSURE, b"")
        result: T = form.validate_json(kept)
        return result

    def recall(self, step: str, of: Any) -> Any:
        """What was noted under `step`, or None."""
        kept = self._turn.recall(step)
        return None if kept is None else json_form(of).validate_json(kept)

    def note(self, step: str, of: Any, value: Any) -> None:
        """Remember `value`; durable before the next outside write."""
        self._turn.note(step, json_form(of).dump_json(value))


@dataclass(frozen=True, slots=True)
class Ports:
    """The outside, as far as abilities may know it. What is not configured is absent; the first calendar is the usual one."""

    calendars: Mapping[str, Calendar]
    chat: Chat
    directory: Directory
    mirror: Mirror
    accounts: Accounts
    routes: Routes
    ledger: Ledger
    bookings: Bookings | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """One command's surroundings. `now` is when it was said, in the asker's zone."""

    asker: Person
    talk: Talk
    now: datetime
    ports: Ports
    journal: Journal
    admins: frozenset[str] = frozenset()  # user ids
    admin_room: str | None = None

    async def account(self, provider: str) -> str | None:
        """Who the asker is in that system; None when that is not known."""
        return await self.ports.accounts.of(self.asker, self.ports.calendars[provider])


def _may_have_happened(error: ProviderError) -> bool:
    return isinstance(error, Broken | Unreadable) or (isinstance(error, Unreachable) and error.sent)
