"""Everybody who keeps the promise of `Calendar`: our client of each system, talking to its simulator over HTTP.

One more keeper is one more function here and its line in KEEPERS.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import aiohttp

from providers.backoffice.calendar import BackOfficeCalendar
from providers.backoffice.client import BackOffice
from providers.backoffice.simulator.app import BackOfficeSimulator
from providers.contract import Calendar
from providers.jicoo.calendar import JicooCalendar
from providers.jicoo.people import JicooPeople
from providers.jicoo.simulator.app import JicooSimulator
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.transport import Habits, Transport
from tests.backoffice.conftest import connecting
from tests.jicoo.conftest import client as jicoo_client
from tests.simulators import booking_office, company, office
from tests.simulators.company import Caller

HABITS = Habits(read=0.5, total=1.0, pause=0.01)


@dataclass(frozen=True)
class Keeper:
    """One of them. `owner` and `colleague` are accounts; `colleague_mail` is what that one is invited by.

    `desk` is the simulator's control surface; there `holds` names the events of `/_sim/state`, and `creates` is found
    in the path of a create.
    """

    calendar: Calendar
    desk: Caller
    owner: str
    colleague: str
    colleague_mail: str
    stranger: str
    holds: str
    creates: str
    outsiders: tuple[str, ...] = ("guest@example.org",)  # who can be invited though they are none of the system's own

    async def count(self) -> int:
        """How many events there are in the whole system."""
        return len((await self.desk.state())[self.holds])

    async def spoil(self, method: str, do: object, times: int | None = 1) -> None:
        """Let the next calls of that method about events go wrong."""
        await self.desk.control("POST", "faults", method=method, path=self.creates, times=times, do=do)


@asynccontextmanager
async def lineworks() -> AsyncIterator[Keeper]:
    async with LineWorksSimulator(company.tenant()) as sim, aiohttp.ClientSession() as session:
        headers = {"authorization": f"Bearer {sim.issue_token({})}"}
        transport = Transport("lineworks", sim.base_url, headers=headers, habits=HABITS)
        async with LineWorks(transport, str(company.BOT_ID)) as works:
            yield Keeper(
                LineWorksCalendar(works),
                Caller(session, sim.base_url),
                owner=company.TARO,
                colleague=company.HANAKO,
                colleague_mail="hanako@example.com",
                stranger=company.JANE,
                holds="events",
                creates="/events",
            )


@asynccontextmanager
async def jicoo() -> AsyncIterator[Keeper]:
    async with (
        JicooSimulator(booking_office.ACCOUNT) as sim,
        aiohttp.ClientSession() as session,
        jicoo_client(sim.base_url) as client,
    ):
        yield Keeper(
            JicooCalendar(client, JicooPeople(client)),
            Caller(session, sim.base_url),
            owner=booking_office.TARO,
            colleague=booking_office.HANAKO,
            colleague_mail="hanako@example.com",
            stranger=booking_office.JANE,
            holds="schedules",
            creates="/schedules",
        )


@asynccontextmanager
async def backoffice() -> AsyncIterator[Keeper]:
    async with (
        BackOfficeSimulator(office.STAFF) as sim,
        aiohttp.ClientSession() as session,
        BackOffice(connecting(sim.base_url, token=sim.issue_token({}))) as client,
    ):
        yield Keeper(
            BackOfficeCalendar(client),
            Caller(session, sim.base_url),
            owner=office.TARO,
            colleague=office.HANAKO,
            colleague_mail=office.HANAKO,
            stranger="user@example.com",
            holds="events",
            creates="/calendars/events",
            outsiders=(),
        )


KEEPERS: dict[str, Callable[[], AbstractAsyncContextManager[Keeper]]] = {
    "lineworks": lineworks,
    "jicoo": jicoo,
    "backoffice": backoffice,
}
