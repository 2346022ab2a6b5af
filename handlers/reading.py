"""What somebody's calendars hold, read side by side: a system that does not answer hides none of the others."""

import asyncio
from dataclasses import dataclass, replace

from handlers.context import Context
from handlers.mirroring import uid_of
from providers.contract import Appointment, Calendar, Span
from providers.errors import NotFound, ProviderError, Unreachable

PATIENCE = 6.0  # seconds; whoever asks for today must not wait for one slow system


@dataclass(frozen=True, slots=True)
class Read:
    """What was found, in no particular order; `unread` are the systems that did not answer, in their usual order."""

    appointments: tuple[Appointment, ...]
    unread: tuple[str, ...] = ()


async def read_all(ctx: Context, span: Span, provider: str | None = None) -> Read:
    """The asker's appointments that overlap `span`, in `provider` or in all systems where they have an account.

    A booking that both its system and a member's calendar show comes once. Raises ProviderError when no system answers.
    """
    calendars = [one for name, one in ctx.ports.calendars.items() if provider in {None, name}]
    answers = await asyncio.gather(*(_read(ctx, calendar, span) for calendar in calendars))
    failures = {
        one.provider: answer
        for one, answer in zip(calendars, answers, strict=True)
        if isinstance(answer, ProviderError)
    }
    if failures and len(failures) == len(calendars):
        raise next(iter(failures.values()))
    found = [appointment for answer in answers if isinstance(answer, list) for appointment in answer]
    return Read(_once(found), tuple(failures))


async def _read(ctx: Context, calendar: Calendar, span: Span) -> list[Appointment] | ProviderError:
    try:
        async with asyncio.timeout(PATIENCE):
            owner = await ctx.account(calendar.provider)
            return [] if owner is None else await calendar.appointments(owner, span)
    except NotFound:
        return []  # the system knows nothing of them
    except TimeoutError:
        return Unreachable(calendar.provider, "appointments", "took too long")
    except ProviderError as error:
        return error


def _once(found: list[Appointment]) -> tuple[Appointment, ...]:
    """A member's calendar shows a booking of which its own system knows more; alone it still stands for the booking."""
    bookings = {one.booking for one in found if one.booking is not None}
    shown = [one if one.booking else replace(one, booking=uid_of(one.ref.id)) for one in found]
    own = {one.booking for one, before in zip(shown, found, strict=True) if before.booking is None} & bookings
    return tuple(
        one for one, before in zip(shown, found, strict=True) if before.booking is not None or one.booking not in own
    )
