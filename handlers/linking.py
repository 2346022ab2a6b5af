"""Whether the asker has an account in a system: asked before anything is written there."""

from handlers.context import Context
from handlers.replies import Absent, CannotDo, NotLinked, Reply


async def no_account(provider: str, ctx: Context) -> Reply | None:
    """Why the asker can do nothing in `provider`; None when they can. Raises ProviderError."""
    if provider not in ctx.ports.calendars:
        return CannotDo(Absent.SYSTEM, provider)
    return NotLinked(provider) if await ctx.account(provider) is None else None
