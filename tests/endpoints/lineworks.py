"""Every call of LINE WORKS."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from providers.contract import Span
from providers.errors import NotFound, Refused
from providers.lineworks.auth import Bearer
from providers.lineworks.calendar_models import CalendarChange, NewCalendar, NewCalendarMember, PersonalChange
from providers.lineworks.client import LineWorks
from providers.lineworks.events import EventChange, NewEvent, NewEventTime
from providers.lineworks.menu_models import NewRichMenu
from providers.lineworks.messages import Content, MessageAction
from providers.lineworks.models import BotChange
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.simulation.server import Simulator
from providers.transport import Transport
from tests.endpoints.table import HABITS, Table
from tests.lineworks.conftest import account
from tests.simulators.company import BOT_ID, HANAKO, SALES, TARO, TEAM, tenant


@asynccontextmanager
async def _opened() -> AsyncIterator[tuple[LineWorks, Simulator]]:
    async with LineWorksSimulator(tenant()) as simulator, Transport("lineworks", simulator.base_url) as endpoint:
        transport = Transport("lineworks", simulator.base_url, auth=Bearer(account(endpoint)), habits=HABITS)
        async with LineWorks(transport, str(BOT_ID)) as works:
            yield works, simulator


LINEWORKS = Table("lineworks", LineWorks, _opened)
row = LINEWORKS.row

PNG = b"\x89PNG\r\n\x1a\n"
BUTTON = MessageAction(label="予定", text="今日の予定")
DAY = Span(datetime(2025, 4, 2, tzinfo=ZoneInfo("Asia/Tokyo")), datetime(2025, 4, 3, tzinfo=ZoneInfo("Asia/Tokyo")))


def event(event_id: str = "e") -> NewEvent:
    start, end = (NewEventTime(date_time=f"2025-04-02T{hour}:00:00", time_zone="Asia/Tokyo") for hour in ("15", "16"))
    return NewEvent(event_id=event_id, summary="設計レビュー", start=start, end=end)


def menu() -> NewRichMenu:
    bounds = {"x": 0, "y": 0, "width": 2500, "height": 843}
    area = {"bounds": bounds, "action": {"type": "postback", "data": "help"}}
    return NewRichMenu.model_validate({"richmenuName": "予定", "areas": [area], "size": {"height": 843}})


def calendar() -> NewCalendar:
    manager = NewCalendarMember(id=TARO, role="CALENDAR_EVENT_READ_WRITE")
    return NewCalendar(calendar_name="新製品", members=(manager,))


async def gone(call: Awaitable[object]) -> None:
    """What is asked for is not there any more."""
    with pytest.raises(NotFound):
        await call


async def uploaded(works: LineWorks, content: bytes = PNG) -> str:
    place = await works.create_attachment("a.png")
    return (await works.upload_attachment(place, "a.png", content)).file_id


# --- the bot, what it says, and where -----------------------------------------------------------------------------


@row
async def get_bot(works: LineWorks) -> None:
    assert (await works.get_bot()).bot_name == "予定"


@row
async def update_bot(works: LineWorks) -> None:
    await works.update_bot(BotChange(callback_url="https://bot.example.com/"))
    assert (await works.get_bot()).callback_url == "https://bot.example.com/"


@row
async def send_message(works: LineWorks) -> None:
    await works.send_message(Content.link("予定", "開く", "https://example.com/"), user_id=TARO)


@row
async def send_message__with_a_file_in_a_room(works: LineWorks) -> None:
    await works.send_message(Content.file(await uploaded(works)), channel_id=TEAM)


@row
async def send_text_message(works: LineWorks) -> None:
    await works.send_text_message("こんにちは", user_id="taro@example.com")


@row
async def send_button_template(works: LineWorks) -> None:
    await works.send_button_template("これで？", [BUTTON], channel_id=TEAM)


@row
async def create_channel(works: LineWorks) -> None:
    room = await works.create_channel([TARO, HANAKO], "立ち上げ")
    assert await works.list_channel_members(room.channel_id) == [TARO, HANAKO]


@row
async def get_channel(works: LineWorks) -> None:
    assert (await works.get_channel(TEAM)).title == "チーム"


@row
async def leave_channel(works: LineWorks) -> None:
    await works.leave_channel(TEAM)
    with pytest.raises(Refused):
        await works.send_text_message("まだいる？", channel_id=TEAM)


@row
async def list_channel_members(works: LineWorks) -> None:
    assert await works.list_channel_members(TEAM) == [TARO, HANAKO]


@row
async def create_attachment(works: LineWorks) -> None:
    assert (await works.create_attachment("a.png")).file_id


@row
async def upload_attachment(works: LineWorks) -> None:
    place = await works.create_attachment("a.png")
    assert (await works.upload_attachment(place, "a.png", b"12345")).file_size == 5


@row
async def download_attachment(works: LineWorks) -> None:
    assert await works.download_attachment(await uploaded(works, b"12345")) == b"12345"


# --- menus ------------------------------------------------------------------------------------------------------


@row
async def create_persistent_menu(works: LineWorks) -> None:
    await works.create_persistent_menu([BUTTON])


@row
async def get_persistent_menu(works: LineWorks) -> None:
    await works.create_persistent_menu([BUTTON])
    assert "今日の予定" in str((await works.get_persistent_menu()).content)


@row
async def delete_persistent_menu(works: LineWorks) -> None:
    await works.create_persistent_menu([BUTTON])
    await works.delete_persistent_menu()
    await gone(works.get_persistent_menu())


@row
async def create_rich_menu(works: LineWorks) -> None:
    assert (await works.create_rich_menu(menu())).richmenu_name == "予定"


@row
async def list_rich_menus(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    assert await works.list_rich_menus() == [made]


@row
async def get_rich_menu(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    assert await works.get_rich_menu(made.richmenu_id) == made


@row
async def delete_rich_menu(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    await works.delete_rich_menu(made.richmenu_id)
    await gone(works.get_rich_menu(made.richmenu_id))


@row
async def set_rich_menu_image(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    await works.set_rich_menu_image(made.richmenu_id, await uploaded(works))


@row
async def get_rich_menu_image(works: LineWorks) -> None:
    made, picture = await works.create_rich_menu(menu()), await uploaded(works)
    await works.set_rich_menu_image(made.richmenu_id, picture)
    assert (await works.get_rich_menu_image(made.richmenu_id)).file_id == picture


@row
async def set_user_rich_menu(works: LineWorks) -> None:
    await works.set_user_rich_menu((await works.create_rich_menu(menu())).richmenu_id, TARO)


@row
async def get_user_rich_menu(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    await works.set_user_rich_menu(made.richmenu_id, TARO)
    assert (await works.get_user_rich_menu(TARO)).richmenu_id == made.richmenu_id


@row
async def delete_user_rich_menu(works: LineWorks) -> None:
    await works.set_user_rich_menu((await works.create_rich_menu(menu())).richmenu_id, TARO)
    await works.delete_user_rich_menu(TARO)
    await gone(works.get_user_rich_menu(TARO))


@row
async def set_default_rich_menu(works: LineWorks) -> None:
    await works.set_default_rich_menu((await works.create_rich_menu(menu())).richmenu_id)


@row
async def get_default_rich_menu(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    await works.set_default_rich_menu(made.richmenu_id)
    assert (await works.get_default_rich_menu()).default_richmenu_id == made.richmenu_id


@row
async def delete_default_rich_menu(works: LineWorks) -> None:
    await works.set_default_rich_menu((await works.create_rich_menu(menu())).richmenu_id)
    await works.delete_default_rich_menu()
    await gone(works.get_default_rich_menu())


# --- members ----------------------------------------------------------------------------------------------------


@row
async def get_user(works: LineWorks) -> None:
    assert (await works.get_user("taro@example.com")).user_id == TARO


@row
async def list_users(works: LineWorks) -> None:
    assert TARO in [user.user_id for user in await works.list_users()]


# --- calendars --------------------------------------------------------------------------------------------------


@row
async def get_default_calendar(works: LineWorks) -> None:
    assert (await works.get_default_calendar(TARO)).calendar_email == "taro@example.com"


@row
async def list_calendar_personals(works: LineWorks) -> None:
    assert SALES in [one.calendar_id for one in await works.list_calendar_personals(TARO)]


@row
async def get_calendar_personal(works: LineWorks) -> None:
    assert (await works.get_calendar_personal(TARO, SALES)).is_show_on_lnb_list


@row
async def update_calendar_personal(works: LineWorks) -> None:
    changed = await works.update_calendar_personal(TARO, SALES, PersonalChange(is_show_on_lnb_list=False))
    assert changed.is_show_on_lnb_list is False


@row
async def create_calendar(works: LineWorks) -> None:
    assert (await works.create_calendar(calendar())).calendar_name == "新製品"


@row
async def get_calendar(works: LineWorks) -> None:
    made = await works.create_calendar(calendar())
    assert await works.get_calendar(made.calendar_id) == made


@row
async def update_calendar(works: LineWorks) -> None:
    assert (await works.update_calendar(SALES, CalendarChange(calendar_name="営業"))).calendar_name == "営業"


@row
async def delete_calendar(works: LineWorks) -> None:
    await works.delete_calendar(SALES)
    await gone(works.get_calendar(SALES))


@row
async def leave_calendar(works: LineWorks) -> None:
    await works.leave_calendar(TARO, SALES)
    await gone(works.get_calendar_personal(TARO, SALES))


# --- events -----------------------------------------------------------------------------------------------------


@row
async def create_event(works: LineWorks) -> None:
    assert (await works.create_event(TARO, [event()])).master.event_id == "e"


@row
async def create_event__on_a_shared_calendar(works: LineWorks) -> None:
    assert (await works.create_event(TARO, [event()], calendar_id=SALES)).organizer_calendar_id == SALES


@row
async def get_event(works: LineWorks) -> None:
    await works.create_event(TARO, [event()])
    assert (await works.get_event(TARO, "e")).master.summary == "設計レビュー"


@row
async def get_event__on_a_shared_calendar(works: LineWorks) -> None:
    await works.create_event(TARO, [event()], calendar_id=SALES)
    assert (await works.get_event(HANAKO, "e", calendar_id=SALES)).master.summary == "設計レビュー"


@row
async def list_events(works: LineWorks) -> None:
    await works.create_event(TARO, [event()])
    assert len(await works.list_events(TARO, Span(DAY.start, DAY.end + timedelta(days=60)))) == 1


@row
async def list_events__on_a_shared_calendar(works: LineWorks) -> None:
    await works.create_event(TARO, [event()])
    assert await works.list_events(TARO, DAY, calendar_id=SALES) == []


@row
async def search_events(works: LineWorks) -> None:
    await works.create_event(TARO, [event()], calendar_id=SALES)
    (found,) = await works.search_events(TARO, DAY, "レビュー", within=["summary"])
    assert found.master.event_id == "e"


@row
async def update_event(works: LineWorks) -> None:
    await works.create_event(TARO, [event()])
    changed = await works.update_event(TARO, "e", EventChange(location="会議室"))
    assert (changed.master.summary, changed.master.location) == ("設計レビュー", "会議室")


@row
async def put_event(works: LineWorks) -> None:
    await works.create_event(TARO, [event().model_copy(update={"location": "会議室"})])
    assert (await works.put_event(TARO, "e", [event()])).master.location is None


@row
async def put_event__on_a_shared_calendar(works: LineWorks) -> None:
    await works.create_event(TARO, [event()], calendar_id=SALES)
    assert (await works.put_event(TARO, "e", [event()], calendar_id=SALES)).master.event_id == "e"


@row
async def delete_event(works: LineWorks) -> None:
    await works.create_event(TARO, [event()])
    await works.delete_event(TARO, "e")
    await gone(works.get_event(TARO, "e"))


@row
async def delete_event__on_a_shared_calendar(works: LineWorks) -> None:
    await works.create_event(TARO, [event()], calendar_id=SALES)
    await works.delete_event(TARO, "e", calendar_id=SALES)
    await gone(works.get_event(TARO, "e", calendar_id=SALES))
