"""Every call of the Back Office."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from providers.backoffice.client import BackOffice, EventFilter
from providers.backoffice.models import EventChange, WholeEvent
from providers.backoffice.simulator.app import BackOfficeSimulator
from providers.errors import NotFound
from providers.simulation.server import Simulator
from tests.backoffice.conftest import connecting
from tests.endpoints.table import Table
from tests.simulators.office import HANAKO, STAFF, TARO


@asynccontextmanager
async def _opened() -> AsyncIterator[tuple[BackOffice, Simulator]]:
    async with (
        BackOfficeSimulator(STAFF) as simulator,
        BackOffice(connecting(simulator.base_url, token=simulator.issue_token({}))) as office,
    ):
        yield office, simulator


BACKOFFICE = Table("backoffice", BackOffice, _opened)
row = BACKOFFICE.row

THREE, FOUR = datetime(2025, 4, 2, 6, tzinfo=UTC), datetime(2025, 4, 2, 7, tzinfo=UTC)


def event(caption: str = "会議") -> WholeEvent:
    return WholeEvent(caption=caption, start_date=THREE, end_date=FOUR, recipients=(TARO,), description="資料")


async def made(office: BackOffice, caption: str = "会議") -> str:
    return (await office.create_event(event(caption))).id or ""


@row
async def list_events(office: BackOffice) -> None:
    ids = [await made(office, caption) for caption in ("a", "b", "c")]
    page = await office.list_events(limit=1, offset=1, order="asc")
    assert [one.id for one in page] == [ids[1]]


@row
async def list_events__with_all_filters(office: BackOffice) -> None:
    await made(office, "a")
    wanted = EventFilter(starts=THREE, ends=FOUR, recipient=TARO, name="a", description="資料")
    assert len(await office.list_events(wanted)) == 1
    assert await office.list_events(EventFilter(recipient=HANAKO)) == ()


@row
async def get_event(office: BackOffice) -> None:
    assert (await office.get_event(await made(office))).caption == "会議"


@row
async def create_event(office: BackOffice) -> None:
    assert (await office.create_event(event())).recipients == (TARO,)


@row
async def put_event(office: BackOffice) -> None:
    changed = await office.put_event(
        await made(office), WholeEvent(caption="延期", start_date=THREE, end_date=FOUR, recipients=(HANAKO,))
    )
    assert (changed.caption, changed.description, changed.recipients) == ("延期", "", (HANAKO,))


@row
async def patch_event(office: BackOffice) -> None:
    changed = await office.patch_event(await made(office), EventChange(caption="延期"))
    assert (changed.caption, changed.description) == ("延期", "資料")


@row
async def delete_event(office: BackOffice) -> None:
    event_id = await made(office)
    await office.delete_event(event_id)
    with pytest.raises(NotFound):
        await office.get_event(event_id)
