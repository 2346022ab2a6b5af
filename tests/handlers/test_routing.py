"""Admins say where bookings are announced."""

from handlers import ROUTER
from handlers.announcements import RouteList, RouteSet, RouteStopped
from handlers.commands import AnyCommand, ListRoutes, RouteHere, StopRoute
from handlers.context import Context, Journal
from handlers.offers import Choice
from handlers.replies import Absent, Allowed, CannotDo, NotForYou, Reply
from providers.contract import Talk
from tests.fakes import FakeBookings, FakeCalendar, FakeChat, FakeDirectory, FakeTurn, ports
from tests.handlers.conftest import HANAKO, NOW, ROOM, TARO


class Room:
    """A room with Taro, who is an admin, and Hanako."""

    def __init__(self, *, jicoo: bool = True) -> None:
        bookings = FakeBookings() if jicoo else None
        self.ports = ports(FakeCalendar(), FakeChat(), FakeDirectory([TARO, HANAKO]), bookings=bookings)

    async def says(self, command: AnyCommand, who: str = "taro", room: str | None = ROOM) -> Reply:
        asker = TARO if who == "taro" else HANAKO
        talk = Talk(asker.user_id, room)
        ctx = Context(asker, talk, NOW, self.ports, Journal(FakeTurn()), frozenset({TARO.user_id}), "room-admins")
        return await ROUTER.dispatch(command, ctx)


async def test_one_sentence_makes_the_route_its_buttons_change_it_and_another_ends_it() -> None:
    room = Room()

    made = await room.says(RouteHere())
    assert isinstance(made, RouteSet)
    repeated = await room.says(RouteHere())
    hidden = await room.says(next(offer.command for offer in made.offers if offer.label is Choice.HIDE_GUESTS))
    listed = await room.says(ListRoutes())
    stopped, twice = await room.says(StopRoute()), await room.says(StopRoute())

    assert (made.new, made.route.guests, made.route.mirrored) == (True, True, True)
    assert isinstance(repeated, RouteSet)
    assert not repeated.new
    assert isinstance(hidden, RouteSet)
    assert not hidden.route.guests
    assert Choice.NAME_GUESTS in {offer.label for offer in hidden.offers}
    assert isinstance(listed, RouteList)
    assert [(route.room, route.guests) for route in listed.routes] == [(f"名前 {ROOM}", False)]
    assert (stopped, twice) == (RouteStopped(was=True), RouteStopped(was=False))


async def test_only_admins_may_and_only_where_it_makes_sense() -> None:
    room = Room()

    assert [await room.says(command, "hanako") for command in (RouteHere(), ListRoutes(), StopRoute())] == [
        NotForYou(Allowed.ADMINS)
    ] * 3
    assert await room.says(RouteHere(), room=None) == CannotDo(Absent.ROOM)
    assert await Room(jicoo=False).says(RouteHere()) == CannotDo(Absent.BOOKINGS)
