"""What the bot can do: a command in, a reply out. `ROUTER` lists all abilities."""

from handlers import agenda, booking_acts, cancelling, creating, helping, moving, routing, undoing
from handlers.router import Router

ROUTER = Router(
    creating.router,
    agenda.router,
    cancelling.router,
    moving.router,
    undoing.router,
    booking_acts.router,
    routing.router,
    helping.router,
)
