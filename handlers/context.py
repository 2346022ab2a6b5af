"""Who asks, when, and the promises a handler may use."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from providers.contract import Calendar, Chat, Directory, Person, Talk, Turn
from providers.errors import Broken, ProviderError, Unreachable, Unreadable

T = TypeVar("T")


@cache
def json_form(of: Any) -> TypeAdapter[Any]:
    """The JSON form of a type; made once, because making it is slow."""
    return TypeAdapter(of)


class Journal:
    """What this piece of work has done so far, in our own nouns; outlives a crash (see `Turn`)."""

    def __init__(self, turn: Turn) -> None:
        """The journal of `turn`."""
        self._turn = turn
        self.unsure = False  # whether a call has failed that may have been acted upon all the same

    async def once(self, step: str, of: Any, call: Callable[[bool], Awaitable[T]]) -> T:
        """The result of `call`, made at most once to its end; `call(True)` may be a repeat."""
        form = json_form(of)

        async def written(again: bool) -> bytes:
            self.unsure = again
            try:
                result = await call(again)
            except ProviderError as error:
                self.unsure = again or _may_have_happened(error)
                raise
            self.unsure = False
            return form.dump_json(result)

        result: T = form.validate_json(await self._turn.once(step, written))
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
    """The outside, as far as abilities may know it. A calendar that is not configured is absent."""

    calendars: Mapping[str, Calendar]
    chat: Chat
    directory: Directory


@dataclass(frozen=True, slots=True)
class Context:
    """One command's surroundings. `now` is when it was said, in the asker's zone."""

    asker: Person
    talk: Talk
    now: datetime
    ports: Ports
    journal: Journal


def _may_have_happened(error: ProviderError) -> bool:
    return isinstance(error, Broken | Unreadable) or (isinstance(error, Unreachable) and error.sent)
