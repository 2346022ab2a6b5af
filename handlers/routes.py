"""Where bookings are announced: the rooms that an admin chose."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers.stored import json_form
from providers.keeping import Store

_PLACE = ("routes", "all")


@dataclass(frozen=True, slots=True)
class Route:
    """One room. `set_by` is who is told when the bot cannot speak there any more, which is when it is `broken`."""

    room: str
    set_by: str
    guests: bool = True  # the guest is named
    mirrored: bool = True  # the hosts' calendars show the booking
    broken: bool = False


class Routes:
    """The list of routes, in the order they were made."""

    def __init__(self, store: Store) -> None:
        """The list lives in `store`."""
        self._store = store

    async def all(self) -> tuple[Route, ...]:
        """Every route, broken ones too. Raises StoreDown."""
        kept = await self._store.get(*_PLACE)
        found: tuple[Route, ...] = () if kept is None else json_form(tuple[Route, ...]).validate_json(kept.value)
        return found

    async def at(self, room: str) -> Route | None:
        """The route to `room`. Raises StoreDown."""
        return next((route for route in await self.all() if route.room == room), None)

    async def open(self, room: str, set_by: str) -> bool:
        """Announce bookings in `room`, whole again if it was broken; False when that was so already. Raises StoreDown."""
        new = True

        def opened(routes: tuple[Route, ...]) -> tuple[Route, ...]:
            nonlocal new
            there = next((route for route in routes if route.room == room), None)
            new = there is None or there.broken
            if there is None:
                return (*routes, Route(room, set_by))
            return tuple(
                replace(one, broken=False, set_by=set_by if one.broken else one.set_by) if one is there else one
                for one in routes
            )

        await self._change(opened)
        return new

    async def change(self, room: str, change: Callable[[Route], Route]) -> Route | None:
        """The route to `room`, changed; None when there is none. Raises StoreDown."""
        changed = await self._change(lambda routes: tuple(change(one) if one.room == room else one for one in routes))
        return next((one for one in changed if one.room == room), None)

    async def close(self, room: str) -> bool:
        """Announce nothing in `room` any more; False when nothing was. Raises StoreDown."""
        before = await self.at(room)
        await self._change(lambda routes: tuple(one for one in routes if one.room != room))
        return before is not None

    async def _change(self, change: Callable[[tuple[Route, ...]], tuple[Route, ...]]) -> tuple[Route, ...]:
        while True:
            kept = await self._store.get(*_PLACE)
            before: tuple[Route, ...] = () if kept is None else json_form(tuple[Route, ...]).validate_json(kept.value)
            after = change(before)
            if after == before:
                return after
            written = json_form(tuple[Route, ...]).dump_json(after)
            if await self._store.put(*_PLACE, written, version=kept.version if kept else 0):
                return after
