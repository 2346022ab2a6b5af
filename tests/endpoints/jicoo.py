"""Every call of Jicoo."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from providers.contract import Span
from providers.jicoo.auth import ApiKey
from providers.jicoo.booking_models import BookingChange, BookingFilter, BookingRecord, NewBooking, Reschedule
from providers.jicoo.client import Jicoo
from providers.jicoo.models import EventTypeHostChange, NewEventTypeHost
from providers.jicoo.schedule_models import NewAttendee, NewSchedule, ScheduleChange
from providers.jicoo.simulator.account import Account, AccountUser, BookingPage
from providers.jicoo.simulator.app import JicooSimulator
from providers.simulation.server import Simulator
from providers.transport import Transport
from tests.endpoints.table import HABITS, Table

TARO, HANAKO, TEAM, PAGE = "user-taro", "user-hanako", "1001", "ET-first-meeting"
KEY = "sk_live_table"
USERS = (AccountUser(TARO, "田中 太郎", "taro@example.com"), AccountUser(HANAKO, "佐藤 花子", "hanako@example.com"))
ACCOUNT = Account(USERS, KEY, "whsec_table", (BookingPage(PAGE, "初回相談", 30, (TARO,)),), team_id=TEAM)


@asynccontextmanager
async def _opened() -> AsyncIterator[tuple[Jicoo, Simulator]]:
    async with (
        JicooSimulator(ACCOUNT) as simulator,
        Jicoo(Transport("jicoo", simulator.base_url, auth=ApiKey(KEY), habits=HABITS)) as jicoo,
    ):
        yield jicoo, simulator


JICOO = Table("jicoo", Jicoo, _opened)
row = JICOO.row


def soon() -> Span:
    """The three days that begin tomorrow."""
    start = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return Span(start, start + timedelta(days=3))


def schedule() -> NewSchedule:
    return NewSchedule(
        name="面談枠",
        time_zone="Asia/Tokyo",
        started_at=datetime(2030, 4, 2, 6, tzinfo=UTC),
        ended_at=datetime(2030, 4, 2, 7, tzinfo=UTC),
        attendees=(NewAttendee(user_id=TARO, role="admin", user_type="host"),),
    )


async def slot(jicoo: Jicoo, number: int = 0) -> datetime:
    """A time that can be booked."""
    return datetime.fromisoformat((await jicoo.list_available_schedules(PAGE, soon()))[number].started_at)


async def booked(jicoo: Jicoo) -> BookingRecord:
    return await jicoo.create_booking(
        NewBooking(
            event_type_id=PAGE,
            started_at=await slot(jicoo),
            time_zone="Asia/Tokyo",
            email="guest@example.com",
            name="山田",
            location_id="googleMeet",
        )
    )


# --- schedules --------------------------------------------------------------------------------------------------


@row
async def create_schedule(jicoo: Jicoo) -> None:
    assert (await jicoo.create_schedule(schedule())).name == "面談枠"


@row
async def list_schedules(jicoo: Jicoo) -> None:
    made = await jicoo.create_schedule(schedule())
    assert [one.uid for one in await jicoo.list_schedules()] == [made.uid]


@row
async def update_schedule(jicoo: Jicoo) -> None:
    made = await jicoo.create_schedule(schedule())
    assert (await jicoo.update_schedule(made.uid or "", ScheduleChange(name="延期"))).name == "延期"


@row
async def delete_schedule(jicoo: Jicoo) -> None:
    made = await jicoo.create_schedule(schedule())
    await jicoo.delete_schedule(made.uid or "")
    assert await jicoo.list_schedules() == []


# --- bookings ---------------------------------------------------------------------------------------------------


@row
async def list_bookings(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    found = await jicoo.list_bookings(BookingFilter(status="open", sort="desc", order="createdAt"))
    assert [one.uid for one in found] == [made.uid]


@row
async def each_booking(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    assert [one.uid async for one in jicoo.each_booking(BookingFilter())] == [made.uid]


@row
async def get_booking(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    assert [host.user_id for host in (await jicoo.get_booking(made.uid)).hosts or ()] == [TARO]


@row
async def get_booking_contacts(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    assert [one.email for one in await jicoo.get_booking_contacts(made.uid)] == ["guest@example.com"]


@row
async def create_booking(jicoo: Jicoo) -> None:
    assert (await booked(jicoo)).status == "open"


@row
async def update_booking(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    assert (await jicoo.update_booking(made.uid, BookingChange(description="資料"))).description == "資料"


@row
async def reschedule_booking(jicoo: Jicoo) -> None:
    made, later = await booked(jicoo), await slot(jicoo, -1)
    moved = await jicoo.reschedule_booking(made.uid, Reschedule(time_zone="Asia/Tokyo", started_at=later))
    assert datetime.fromisoformat(moved.started_at or "") == later


@row
async def cancel_booking(jicoo: Jicoo) -> None:
    made = await booked(jicoo)
    await jicoo.cancel_booking(made.uid, "都合により")
    cancelled = await jicoo.get_booking(made.uid)
    assert (cancelled.status, cancelled.cancel_reason) == ("cancel", "都合により")


# --- pages on which guests book ---------------------------------------------------------------------------------


@row
async def list_event_types(jicoo: Jicoo) -> None:
    assert [page.uid for page in await jicoo.list_event_types(TEAM)] == [PAGE]


@row
async def get_event_type(jicoo: Jicoo) -> None:
    assert (await jicoo.get_event_type(PAGE)).duration == 30


@row
async def list_event_type_hosts(jicoo: Jicoo) -> None:
    assert [host.email for host in await jicoo.list_event_type_hosts(PAGE)] == ["taro@example.com"]


@row
async def create_event_type_host(jicoo: Jicoo) -> None:
    await jicoo.create_event_type_host(PAGE, NewEventTypeHost(user_id=HANAKO))
    assert len(await jicoo.list_event_type_hosts(PAGE)) == 2


@row
async def update_event_type_host(jicoo: Jicoo) -> None:
    (host,) = await jicoo.list_event_type_hosts(PAGE)
    assert (await jicoo.update_event_type_host(PAGE, host.uid, EventTypeHostChange(priority=3))).priority == 3


@row
async def delete_event_type_host(jicoo: Jicoo) -> None:
    (host,) = await jicoo.list_event_type_hosts(PAGE)
    await jicoo.delete_event_type_host(PAGE, host.uid)
    assert await jicoo.list_event_type_hosts(PAGE) == []


@row
async def list_available_schedules(jicoo: Jicoo) -> None:
    taken = await booked(jicoo)
    assert taken.started_at not in [one.started_at for one in await jicoo.list_available_schedules(PAGE, soon())]


# --- people -----------------------------------------------------------------------------------------------------


@row
async def get_me(jicoo: Jicoo) -> None:
    assert (await jicoo.get_me()).user_id == TARO


@row
async def list_organization_users(jicoo: Jicoo) -> None:
    assert [user.user_id for user in await jicoo.list_organization_users()] == [TARO, HANAKO]


@row
async def get_organization_user(jicoo: Jicoo) -> None:
    assert (await jicoo.get_organization_user(HANAKO)).email == "hanako@example.com"


@row
async def get_organization_team(jicoo: Jicoo) -> None:
    assert (await jicoo.get_organization_team(TEAM)).team_id == TEAM


@row
async def list_user_availability_calendars(jicoo: Jicoo) -> None:
    assert [hours.user_id for hours in await jicoo.list_user_availability_calendars(TARO)] == [TARO]


@row
async def get_user_availability_calendar(jicoo: Jicoo) -> None:
    (hours,) = await jicoo.list_user_availability_calendars(TARO)
    assert await jicoo.get_user_availability_calendar(hours.uid) == hours
