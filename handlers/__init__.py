"""What the bot can do: a command in, a reply out. `ROUTER` lists all abilities."""

from handlers import agenda, cancelling, creating, helping, moving, undoing
from handlers.router import Router

ROUTER = Router(
    creating.router,
    agenda.router,
    cancelling.router,
    moving.router,
    undoing.router,
    helping.router,
)
