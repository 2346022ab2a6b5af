"""What a table of calls is: a row per call, named after the façade's method, and after "__" what is special about it."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Generic, Protocol, TypeVar, cast

from providers.simulation.server import Simulator
from providers.transport import Habits

HABITS = Habits(read=2.0, total=4.0, pause=0.01)

F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)


class Row(Protocol[F_contra]):
    """Makes one call and checks one thing that matters."""

    __name__: str

    def __call__(self, facade: F_contra, /) -> Awaitable[None]: ...


class Table(Generic[F]):
    """All calls of one façade; `opened` yields it with the simulator that it talks to, both fresh."""

    def __init__(
        self, name: str, facade: type[F], opened: Callable[[], AbstractAsyncContextManager[tuple[F, Simulator]]]
    ) -> None:
        self.name = name
        self.facade = facade
        self.rows: list[Row[F]] = []
        self._opened = opened

    def row(self, row: Row[F]) -> Row[F]:
        """Add a row."""
        self.rows.append(row)
        return row

    @asynccontextmanager
    async def played(self, row: Row[F]) -> AsyncIterator[tuple["Noting", Simulator]]:
        """The row has been played: what it used of the façade, and the simulator that it reached."""
        async with self._opened() as (facade, simulator):
            noting = Noting(facade)
            await row(cast("F", noting))
            yield noting, simulator

    def methods(self) -> set[str]:
        """Everything that can be called on the façade, but for closing it."""
        found = inspect.getmembers(self.facade, inspect.isfunction)
        return {name for name, _ in found if not name.startswith("_")} - {"close"}


class Noting:
    """A façade that notes which of its methods are used."""

    def __init__(self, facade: object) -> None:
        self._facade = facade
        self.used: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.used.add(name)
        return getattr(self._facade, name)


def method(row: Row[Any]) -> str:
    """The method that a row is about."""
    return row.__name__.partition("__")[0]
