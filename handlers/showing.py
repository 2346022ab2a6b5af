"""A booking is shown in its hosts' calendars: made, changed and taken away so that they agree with it."""

from collections.abc import Awaitable
from dataclasses import dataclass

from handlers.backstage import Backstage
from handlers.mirroring import key_of, shown_as
from providers.bookings import Booking, BookingStatus
from providers.contract import Person
from providers.errors import NotFound, ProviderError, may_pass


@dataclass(frozen=True, slots=True)
class Shown:
    """How far the hosts' calendars show a booking: `shown_to` are user ids, `hosts` and `refused` names.

    `pending`: something did not answer, so not all is done yet.
    """

    shown_to: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    pending: bool = False


async def show(booking: Booking, before: set[str], mirrored: bool, stage: Backstage) -> Shown:
    """Bring the calendars up to date; `before` are the user ids of those that showed the booking so far.

    Nobody's calendar is touched for a stranger to the directory, and a former host's is cleared. Raises ProviderError as
    `Backstage.waits_for` says.
    """
    people, strangers, pending = await _hosts(booking, before, stage)
    if stage.read_only:
        return Shown(tuple(sorted(before)), (*(one.name for one in people), *strangers))
    standing = people if booking.status is BookingStatus.OPEN and mirrored else []
    shown_to: set[str] = set()
    refused = list(strangers) if booking.status is BookingStatus.OPEN and mirrored else []
    for person in standing:
        error = await _error(
            stage.ports.mirror.show(person.user_id, shown_as(booking, person.zone), key_of(booking.uid)), stage
        )
        if error is None:
            shown_to.add(person.user_id)
        elif may_pass(error):
            pending = True
        else:
            refused.append(person.name)
    present = {one.user_id for one in standing}
    for user_id in sorted((before | {one.user_id for one in people}) - present):
        error = await _error(stage.ports.mirror.clear(user_id, key_of(booking.uid)), stage)
        if error is not None and may_pass(error):
            pending = True
            shown_to.add(user_id)  # until it is cleared
    return Shown(tuple(sorted(shown_to)), (*(one.name for one in people), *strangers), tuple(refused), pending)


async def _hosts(booking: Booking, before: set[str], stage: Backstage) -> tuple[list[Person], tuple[str, ...], bool]:
    """The members that the booking is with, the names of other hosts, and whether somebody could not be looked up."""
    people: list[Person] = []
    strangers: list[str] = []
    pending = False
    for account in booking.hosts or ():
        try:
            host = await stage.bookings.host(account)
            member = await stage.ports.accounts.member(host, stage.bookings.provider, stage.ports.directory)
        except NotFound:
            strangers.append(account)
            continue
        except ProviderError as error:
            if stage.waits_for(error):
                raise
            pending = True  # also when it was refused: not to know a host is no reason to clear their calendar
            continue
        if member is None:
            strangers.append(host.name or host.account)
        else:
            people.append(member)
    if booking.hosts is None or pending:  # those we know of must do
        everyone = await stage.ports.directory.everyone()
        known = {one.user_id for one in people}
        people += [one for one in everyone if one.user_id in before - known]
    return people, tuple(strangers), pending


async def _error(call: Awaitable[None], stage: Backstage) -> ProviderError | None:
    """What went wrong, unless it is to be waited for."""
    try:
        await call
    except ProviderError as error:
        if stage.waits_for(error):
            raise
        return error
    return None
