"""The bot introduces itself."""

from handlers.commands import Greet, ShowHelp
from handlers.context import Context
from handlers.replies import Greeting, Help, Reply
from handlers.router import Router

router = Router()


@router.on(ShowHelp)
async def show_help(_command: ShowHelp, ctx: Context) -> Reply:
    """What can be asked."""
    return Help(in_room=ctx.talk.room_id is not None)


@router.on(Greet)
async def greet(_command: Greet, ctx: Context) -> Reply:
    """One short greeting with the most useful commands."""
    return Greeting(in_room=ctx.talk.room_id is not None)
