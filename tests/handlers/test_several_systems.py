"""Three calendars, one answer: together in a list, apart in a failure, each with what it can hold."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from handlers import ROUTER
from handlers.commands import (
    CancelMatching,
    CreateAppointment,
    ListAppointments,
    Remark,
    RestoreAppointment,
    Target,
    Wanted,
    Wish,
)
from handlers.context import Context, Journal
from handlers.mirroring import key_of
from handlers.offers import Choice
from handlers.replies import (
    Absent,
    Agenda,
    AskWhich,
    Cancelled,
    CannotDo,
    Created,
    NotLinked,
    NotThere,
    Reply,
    Restored,
)
from providers.contract import Days, Draft, Invitee, Lack, Limits, Span, Talk
from providers.errors import Broken, NoAccount
from tests.fakes import FakeCalendar, FakeChat, FakeDirectory, FakeTurn, ports
from tests.handlers.conftest import HANAKO, NOW, TARO, TOKYO

TOMORROW = Days(date(2026, 11, 21), date(2026, 11, 21))
NINE = datetime(2026, 11, 21, 9, 0, tzinfo=TOKYO)
LITTLE = Limits(
    64,
    1000,
    0,
    10,
    frozenset({Lack.PLACE, Lack.WHOLE_DAYS, Lack.RECURRENCE, Lack.PRIVATE, Lack.FREE, Lack.OPTIONAL, Lack.CALENDARS}),
)
AWAY = Broken("jicoo", "list", "503")


def hour(number: int) -> Span:
    return Span(NINE + timedelta(hours=number), NINE + timedelta(hours=number + 1))


class Desk:
    """Taro has an account in all three systems."""

    def __init__(self) -> None:
        self.lineworks = FakeCalendar()
        self.jicoo = FakeCalendar(None, "jicoo")
        self.jicoo.accounts = {TARO.user_id: "j-taro", HANAKO.user_id: ""}
        self.backoffice = FakeCalendar(None, "backoffice", LITTLE)
        self.backoffice.accounts = {TARO.user_id: TARO.email}
        self.ports = ports(
            self.lineworks, FakeChat(), FakeDirectory([TARO, HANAKO]), others=[self.jicoo, self.backoffice]
        )

    async def do(self, command: object, asker: object = TARO) -> Reply:
        ctx = Context(TARO if asker is TARO else HANAKO, Talk(TARO.user_id), NOW, self.ports, Journal(FakeTurn()))
        return await ROUTER.dispatch(command, ctx)  # type: ignore[arg-type]  # any command

    async def fill(self) -> None:
        await self.jicoo.create("j-taro", Draft("面談枠", hour(1), TARO.zone), "j1")
        await self.backoffice.create(TARO.email, Draft("入金確認", hour(2), TARO.zone), "b1")
        await self.lineworks.create(TARO.user_id, Draft("定例", hour(0), TARO.zone), "l1")


def wish(provider: str, **more: Any) -> CreateAppointment:
    return CreateAppointment(replace(Wish("面談枠", hour(1), TARO.zone, provider=provider), **more), "k")


async def test_a_list_has_all_three_in_order_and_marks_where_each_is_from() -> None:
    desk = Desk()
    await desk.fill()

    agenda = await desk.do(ListAppointments(TOMORROW, TARO.zone))

    assert isinstance(agenda, Agenda)
    assert [(line.title, line.origin) for line in agenda.lines] == [
        ("定例", ""),
        ("面談枠", "jicoo"),
        ("入金確認", "backoffice"),
    ]
    assert agenda.unread == ()


async def test_a_mirrored_booking_is_listed_once() -> None:
    desk = Desk()
    await desk.jicoo.create("j-taro", Draft("初回相談", hour(1), TARO.zone), "BK1")
    desk.jicoo.events["BK1"] = replace(desk.jicoo.events["BK1"], booking="BK1")
    await desk.lineworks.create(TARO.user_id, Draft("初回相談 (山田様)", hour(1), TARO.zone), key_of("BK1"))

    both = await desk.do(ListAppointments(TOMORROW, TARO.zone))
    desk.jicoo.away = [AWAY]
    alone = await desk.do(ListAppointments(TOMORROW, TARO.zone))

    assert isinstance(both, Agenda)
    assert isinstance(alone, Agenda)
    assert [(line.title, line.origin) for line in both.lines] == [("初回相談", "jicoo")]
    assert ([line.title for line in alone.lines], alone.unread) == (["初回相談 (山田様)"], ("jicoo",))


async def test_a_system_that_is_away_hides_none_of_the_others_and_is_named() -> None:
    desk = Desk()
    await desk.fill()
    desk.jicoo.away = [AWAY] * 3

    agenda = await desk.do(ListAppointments(TOMORROW, TARO.zone))
    found = await desk.do(CancelMatching(Target("定例", None), TARO.zone, "k"))
    missing = await desk.do(CancelMatching(Target("面談枠", None), TARO.zone, "k"))

    assert isinstance(agenda, Agenda)
    assert ([line.title for line in agenda.lines], agenda.unread) == (["定例", "入金確認"], ("jicoo",))
    assert isinstance(found, Cancelled)
    assert isinstance(missing, NotThere)
    assert missing.unread == ("jicoo",)


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        pytest.param("朝会", Cancelled, id="its-very-title"),
        pytest.param("会", AskWhich, id="a-part-of-it"),
        pytest.param("予定", AskWhich, id="only-when-it-is"),
    ],
)
async def test_while_a_system_is_away_what_may_be_in_it_is_asked_about(title: str, answer: type[Reply]) -> None:
    desk = Desk()
    await desk.lineworks.create(TARO.user_id, Draft("朝会", hour(0), TARO.zone), "l1")
    desk.jicoo.away = [AWAY]

    reply = await desk.do(CancelMatching(Target(title, TOMORROW), TARO.zone, "k"))

    assert isinstance(reply, answer)


async def test_only_when_nothing_answers_a_list_fails() -> None:
    desk = Desk()
    for calendar in (desk.lineworks, desk.jicoo, desk.backoffice):
        calendar.away = [AWAY]

    with pytest.raises(Broken):
        await desk.do(ListAppointments(TOMORROW, TARO.zone))


async def test_naming_a_system_looks_and_writes_only_there() -> None:
    desk = Desk()
    await desk.fill()

    listed = await desk.do(ListAppointments(TOMORROW, TARO.zone, "backoffice"))
    created = await desk.do(wish("jicoo", when=hour(5)))
    elsewhere = await desk.do(CancelMatching(Target("定例", None), TARO.zone, "k", "jicoo"))

    assert isinstance(listed, Agenda)
    assert [line.title for line in listed.lines] == ["入金確認"]
    assert isinstance(created, Created)
    assert created.appointment.ref.owner == "j-taro"
    assert (len(desk.lineworks.events), len(desk.jicoo.events), len(desk.backoffice.events)) == (1, 2, 1)
    assert isinstance(elsewhere, AskWhich)  # the name may have been a part of the title


async def test_who_is_not_linked_is_refused_before_anything_is_written() -> None:
    desk = Desk()

    for command in (wish("jicoo"), ListAppointments(TOMORROW, TARO.zone, "jicoo")):
        assert await desk.do(command, HANAKO) == NotLinked("jicoo")
    assert await desk.do(CancelMatching(Target("x", None), TARO.zone, "k", "jicoo"), HANAKO) == NotLinked("jicoo")
    assert await desk.do(wish("outlook")) == CannotDo(Absent.SYSTEM, "outlook")
    assert desk.jicoo.made == 0


async def test_a_system_that_tells_its_accounts_only_when_asked_is_understood_too() -> None:
    desk = Desk()
    desk.backoffice.before = [NoAccount("backoffice", "create_event", 400, "recipients")]

    assert await desk.do(wish("backoffice")) == NotLinked("backoffice")


async def test_a_link_by_hand_counts_more_than_the_e_mail() -> None:
    desk = Desk()
    await desk.ports.accounts.link(HANAKO.user_id, {"jicoo": "j-hanako"})

    created = await desk.do(wish("jicoo"), HANAKO)

    assert isinstance(created, Created)
    assert created.appointment.ref.owner == "j-hanako"


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Wanted("佐藤"), id="by-name"),
        pytest.param(Wanted("佐藤", invitee=Invitee(HANAKO.email, HANAKO.name)), id="by-a-button"),
        pytest.param(Wanted(HANAKO.email), id="by-address"),
    ],
)
async def test_a_link_by_hand_counts_for_whoever_is_invited_too(wanted: Wanted) -> None:
    desk = Desk()
    await desk.ports.accounts.link(HANAKO.user_id, {"jicoo": "j-hanako"})

    await desk.do(wish("jicoo", wanted=(wanted,)))

    assert [one.account for one in desk.jicoo.events["yotei-k"].invitees] == ["j-hanako"]


async def test_what_a_system_cannot_hold_goes_to_the_description_and_the_reply_says_so() -> None:
    desk = Desk()
    asked = wish("backoffice", when=TOMORROW, location="本社3階", free=True, wanted=(Wanted("佐藤", optional=True),))

    created = await desk.do(asked)

    assert isinstance(created, Created)
    made = desk.backoffice.events["yotei-k"]
    assert (made.description, made.location, made.when) == ("本社3階", "", TOMORROW.span(TOKYO))
    assert set(created.remarks) == {Remark.PLACE_NOTED, Remark.MIDNIGHTS, Remark.NOT_FREE, Remark.NOT_OPTIONAL}


@pytest.mark.parametrize(
    ("more", "absent"),
    [
        pytest.param({"recurrence": "FREQ=DAILY"}, Absent.RECURRENCE, id="a series would be one event"),
        pytest.param({"private": True}, Absent.PRIVATE, id="a secret would be open"),
    ],
)
async def test_what_would_make_a_wrong_event_is_refused(more: dict[str, Any], absent: Absent) -> None:
    desk = Desk()

    assert await desk.do(wish("backoffice", **more)) == CannotDo(absent, "backoffice")
    assert desk.backoffice.made == 0


async def test_undoing_a_cancel_elsewhere_makes_the_event_anew_and_says_so() -> None:
    desk = Desk()
    await desk.fill()

    cancelled = await desk.do(CancelMatching(Target("面談枠", None), TARO.zone, "k"))
    assert isinstance(cancelled, Cancelled)
    undo = next(offer.command for offer in cancelled.offers if offer.label is Choice.UNDO)
    assert isinstance(undo, RestoreAppointment)
    restored = await desk.do(undo)

    assert isinstance(restored, Restored)
    assert restored.anew
    assert [one.title for one in desk.jicoo.events.values()] == ["面談枠"]
