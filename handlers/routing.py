"""An admin says where bookings are announced, and how."""

from dataclasses import replace

from handlers.announcements import RouteList, RouteSet, RouteShown, RouteStopped
from handlers.commands import ChangeRoute, ListRoutes, RouteHere, StopRoute
from handlers.context import Context
from handlers.naming import room_name
from handlers.offers import Choice, Offer
from handlers.replies import Absent, Allowed, CannotDo, NotForYou, Reply
from handlers.router import Router
from handlers.routes import Route

router = Router()


@router.on(RouteHere)
async def route_here(_command: RouteHere, ctx: Context) -> Reply:
    """The sentence alone makes the route; its buttons change how it announces."""
    refusal = _refusal(ctx)
    if refusal is not None:
        return refusal
    room = ctx.talk.room_id
    if room is None:
        return CannotDo(Absent.ROOM)
    new = await ctx.ports.routes.open(room, ctx.asker.user_id)
    route = await ctx.ports.routes.at(room) or Route(room, ctx.asker.user_id)
    return RouteSet(await _shown(route, ctx), new, _offers(route))


@router.on(ChangeRoute)
async def change_route(command: ChangeRoute, ctx: Context) -> Reply:
    """Whether guests are named, whether calendars show the bookings."""
    refusal = _refusal(ctx)
    if refusal is not None:
        return refusal

    def changed(route: Route) -> Route:
        return replace(
            route,
            guests=route.guests if command.guests is None else command.guests,
            mirrored=route.mirrored if command.mirrored is None else command.mirrored,
        )

    route = await ctx.ports.routes.change(command.room, changed)
    return RouteStopped(was=False) if route is None else RouteSet(await _shown(route, ctx), False, _offers(route))


@router.on(ListRoutes)
async def list_routes(_command: ListRoutes, ctx: Context) -> Reply:
    """Every room, and what happens without one."""
    refusal = _refusal(ctx)
    if refusal is not None:
        return refusal
    routes = await ctx.ports.routes.all()
    return RouteList(tuple([await _shown(route, ctx) for route in routes]), ctx.admin_room is not None)


@router.on(StopRoute)
async def stop_route(command: StopRoute, ctx: Context) -> Reply:
    """No more announcements; stopping twice is no error."""
    refusal = _refusal(ctx)
    if refusal is not None:
        return refusal
    room = command.room or ctx.talk.room_id
    if room is None:
        return CannotDo(Absent.ROOM)
    return RouteStopped(was=await ctx.ports.routes.close(room))


def _refusal(ctx: Context) -> Reply | None:
    if ctx.ports.bookings is None:
        return CannotDo(Absent.BOOKINGS)
    return None if ctx.asker.user_id in ctx.admins else NotForYou(Allowed.ADMINS)


def _offers(route: Route) -> tuple[Offer, ...]:
    guests = Choice.HIDE_GUESTS if route.guests else Choice.NAME_GUESTS
    mirrored = Choice.NO_MIRROR if route.mirrored else Choice.MIRROR
    return (
        Offer(guests, ChangeRoute(route.room, guests=not route.guests)),
        Offer(mirrored, ChangeRoute(route.room, mirrored=not route.mirrored)),
        Offer(Choice.STOP_ROUTE, StopRoute(route.room)),
    )


async def _shown(route: Route, ctx: Context) -> RouteShown:
    name = await room_name(ctx.ports.chat, route.room)
    return RouteShown(name, route.guests, route.mirrored, route.broken)
