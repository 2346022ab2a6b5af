"""Message type → coroutine."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from handlers.commands import AnyCommand, Command
from handlers.context import Context
from handlers.replies import Reply

C = TypeVar("C", bound=AnyCommand)
Handler = Callable[[C, Context], Awaitable[Reply]]


class Router:
    """Which handler carries out which command."""

    def __init__(self, *parts: "Router") -> None:
        """A router that knows all that `parts` know."""
        self.handlers: dict[type, Handler[Any]] = {}
        for part in parts:
            for command, handler in part.handlers.items():
                self._add(command, handler)

    def on(self, command: type[C]) -> Callable[[Handler[C]], Handler[C]]:
        """Register the decorated coroutine for `command`."""

        def register(handler: Handler[C]) -> Handler[C]:
            self._add(command, handler)
            return handler

        return register

    def knows(self, command: type) -> bool:
        """Whether there is a handler for `command`."""
        return command in self.handlers

    async def dispatch(self, command: Command, ctx: Context) -> Reply:
        """Carry out `command`. Raises ProviderError, LostTurn, StoreDown."""
        return await self.handlers[type(command)](command, ctx)

    def _add(self, command: type, handler: Handler[Any]) -> None:
        if command in self.handlers:
            raise ValueError(f"two handlers for {command.__name__}")
        self.handlers[command] = handler
