"""How routes are told about, for all languages, and what the admins must know about notices and keys."""

from collections.abc import Iterable

from bot.messages.facts import Fact, Facts, fitting
from bot.messages.plain import plain
from bot.messages.times import View
from handlers.announcements import (
    KeyExpiring,
    NoticesMissing,
    RouteBroken,
    RouteList,
    RouteSet,
    RouteShown,
    RouteStopped,
)
from providers.contract import Span

_ROOM = 50  # characters
_SETTING = 60


class RouteWords(Facts):
    """One language's words for where bookings are announced."""

    this_room: str
    room_named: str  # {room}
    room_unnamed: str
    route_new: str  # {room}
    route_is: str  # {room}
    route_example: str  # a sentence that makes a route, understood by the reader
    routes: str  # {count}
    route_dead: str  # of a room we cannot speak in
    no_routes: str
    admins_get: str  # bookings without a route go to the admin room
    nobody_gets: str
    how_to_route: str  # {example}
    route_stopped: str
    route_was_none: str
    route_broken: str  # {room}, {example}
    guest_names: tuple[str, str]  # hidden, shown
    mirroring: tuple[str, str]  # off, on
    notices_missing: str  # {system}
    key_expiring: str  # {system}, {setting}, {until}
    key_expired: str  # {system}, {setting}, {until}

    def route(self, reply: RouteSet) -> Iterable[str]:
        """The route of a room, and how it is set."""
        room = self._room(reply.route.room, self.this_room)
        yield (self.route_new if reply.new else self.route_is).format(room=room)
        yield from self._how(reply.route)

    def route_list(self, reply: RouteList, view: View, longest: int) -> Iterable[str]:
        """One line a route; none: who gets the bookings then, and how a route is made."""
        if reply.routes:
            count = len(reply.routes)
            lines = (self._line_of(route) for route in reply.routes)
            return fitting(self.routes.format(count=count), lines, count, self.more_lines, longest)
        gets = self.admins_get if reply.admin_room else self.nobody_gets
        return (self.no_routes, gets, self.how_to_route.format(example=self._example(view)))

    def route_end(self, reply: RouteStopped | RouteBroken, view: View) -> str:
        """That bookings are not announced in a room any more."""
        if isinstance(reply, RouteStopped):
            return self.route_stopped if reply.was else self.route_was_none
        room = self._room(reply.room, self.room_unnamed)
        return self.route_broken.format(room=room, example=self._example(view))

    def warning(self, reply: NoticesMissing | KeyExpiring, view: View) -> str:
        """What the admins have to do something about."""
        system = self.system(reply.provider)
        if isinstance(reply, NoticesMissing):
            return self.notices_missing.format(system=system)
        words = self.key_expiring if reply.until > view.now else self.key_expired
        until = self.about(Span(reply.until, reply.until), view.zone, view)
        return words.format(system=system, setting=plain(reply.setting, _SETTING), until=until)

    def _room(self, name: str, otherwise: str) -> str:
        shown = plain(name, _ROOM)
        return self.room_named.format(room=shown) if shown else otherwise

    def _line_of(self, route: RouteShown) -> str:
        how = self.route_dead if route.broken else self.enumeration.join(self._how(route))
        return self.bullet + (plain(route.room, _ROOM) or self.room_unnamed) + self.bracket(how)

    def _how(self, route: RouteShown) -> Iterable[str]:
        yield self.fact(Fact.GUEST_NAMES, self.guest_names[route.guests])
        yield self.fact(Fact.MIRROR, self.mirroring[route.mirrored])

    def _example(self, view: View) -> str:
        return f"@{view.bot} {self.route_example}"
