"""The promise of `Calendar`, kept by the Back Office: what is special about it."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from providers.backoffice.calendar import BackOfficeCalendar, language_of
from providers.backoffice.client import BackOffice
from providers.backoffice.models import EventChange, WholeEvent
from providers.contract import AppointmentRef, Calendar, Days, Draft, Invitee, Lack, Person, Span
from providers.errors import Broken, NotFound, Refused, Unreachable, Unreadable
from tests.backoffice.conftest import connecting
from tests.lineworks.scripted import says, serving
from tests.simulators.company import Caller
from tests.simulators.office import HANAKO, TARO

TOKYO = ZoneInfo("Asia/Tokyo")
EVENTS = "/events$"


def tokyo(day: int, hour: int = 15, hours: float = 1) -> Span:
    start = datetime(2025, 4, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=hours))


APRIL = Days(date(2025, 4, 1), date(2025, 4, 30)).span(TOKYO)
MEETING = Draft("設計レビュー", tokyo(2), "Asia/Tokyo", description="資料を持参\n\n3部", invitees=(Invitee(HANAKO),))


async def held(desk: Caller) -> list[dict[str, object]]:
    events: list[dict[str, object]] = (await desk.state())["events"]
    return events


async def posts(desk: Caller) -> int:
    return sum(call["method"] == "POST" for call in (await desk.state())["calls"])


async def arm(desk: Caller, method: str, do: object, path: str = EVENTS, times: int = 1) -> None:
    answered = await desk.control("POST", "faults", method=method, path=path, times=times, do=do)
    assert answered.status == 200


@pytest.fixture
def calendar(office: BackOffice) -> BackOfficeCalendar:
    return BackOfficeCalendar(office)


def test_the_adapter_keeps_the_promise(calendar: BackOfficeCalendar) -> None:
    promise: Calendar = calendar

    assert promise.provider == "backoffice"
    assert set(Lack) - promise.limits.lacks == {Lack.LEAD}


async def test_who_owns_is_told_by_the_e_mail(calendar: BackOfficeCalendar) -> None:
    assert await calendar.account(Person("u1", TARO, "田中")) == TARO
    assert await calendar.account(Person("u2", "", "?")) is None
    assert (await calendar.name(TARO), await calendar.called(TARO, "Back Office")) == ("Back Office", None)


# --- create -----------------------------------------------------------------------------------------------------


async def test_a_draft_becomes_an_event_of_its_owner_and_those_invited(
    calendar: BackOfficeCalendar, desk: Caller
) -> None:
    leads = (timedelta(minutes=10), timedelta(hours=2), timedelta(days=1), timedelta())
    invitees = (Invitee("someone@elsewhere.example", account="USER@example.com"), Invitee(HANAKO), Invitee(TARO))

    made = await calendar.create(TARO, replace(MEETING, reminders=leads, invitees=invitees), "key")

    (event,) = await held(desk)
    assert event | {"createTime": None} == {
        "id": 1,
        "caption": "設計レビュー",
        "description": "資料を持参\n\n3部\n[yotei:key]",
        "startDate": "2025-04-02T06:00:00+00:00",
        "endDate": "2025-04-02T07:00:00+00:00",
        "notifications": ["PT10M", "PT2H", "P1D", "PT0M"],
        "recipients": [TARO, "user@example.com", HANAKO],
        "createTime": None,
        "updateTime": None,
    }
    assert made == await calendar.find(made.ref)
    assert made.ref == AppointmentRef("backoffice", TARO, "1")
    assert (made.title, made.when, made.zone) == (MEETING.title, MEETING.when, MEETING.zone)
    assert made.description == MEETING.description
    assert made.invitees == (Invitee("user@example.com"), Invitee(HANAKO))


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(replace(MEETING, title="x" * 256), id="title"),
        pytest.param(replace(MEETING, description="x" * 9900), id="description"),
        pytest.param(replace(MEETING, location="会議室"), id="a-place"),
        pytest.param(replace(MEETING, invitees=(Invitee(HANAKO),) * 101), id="invitees"),
        pytest.param(replace(MEETING, invitees=(Invitee(HANAKO, optional=True),)), id="optional"),
        pytest.param(replace(MEETING, when=Days(date(2025, 4, 2), date(2025, 4, 2))), id="a-whole-day"),
        pytest.param(replace(MEETING, recurrence="FREQ=DAILY"), id="a-series"),
        pytest.param(replace(MEETING, private=True), id="private"),
        pytest.param(replace(MEETING, free=True), id="free"),
    ],
)
async def test_what_events_here_cannot_hold_is_refused_without_a_call(
    calendar: BackOfficeCalendar, desk: Caller, draft: Draft
) -> None:
    with pytest.raises(Refused):
        await calendar.create(TARO, draft, "key")

    assert (await desk.state())["calls"] == []


async def test_the_longest_description_and_key_fit(calendar: BackOfficeCalendar) -> None:
    longest = "あ" * calendar.limits.description

    made = await calendar.create(TARO, replace(MEETING, description=longest), "k" * 200)

    assert made.description == longest


async def test_who_is_not_of_the_staff_is_refused_by_the_back_office(calendar: BackOfficeCalendar) -> None:
    with pytest.raises(Refused) as caught:
        await calendar.create(TARO, replace(MEETING, invitees=(Invitee("guest@example.org"),)), "key")

    assert caught.value.status == 400


@pytest.mark.parametrize(
    "do",
    [
        pytest.param("apply_then_timeout", id="timed-out-but-done"),
        pytest.param("apply_then_reset", id="reset-but-done"),
        pytest.param("reset", id="reset-and-not-done"),
        pytest.param({"status": 503}, id="503"),
    ],
)
async def test_f25_a_create_with_an_unclear_end_makes_one_event(
    calendar: BackOfficeCalendar, desk: Caller, do: object
) -> None:
    await calendar.create(HANAKO, replace(MEETING, invitees=()), "another")
    await arm(desk, "POST", do)

    made = await calendar.create(TARO, MEETING, "key")

    assert made.ref.owner == TARO
    assert [str(event["id"]) for event in await held(desk)] == ["1", made.ref.id]


async def test_f25_when_even_the_look_fails_the_create_stays_unclear(
    calendar: BackOfficeCalendar, desk: Caller
) -> None:
    await arm(desk, "POST", "apply_then_timeout")
    await arm(desk, "GET", {"status": 503}, times=9)

    with pytest.raises(Unreachable) as caught:
        await calendar.create(TARO, MEETING, "key")
    await desk.control("DELETE", "faults")
    made = await calendar.create(TARO, MEETING, "key", again=True)

    assert caught.value.sent
    assert caught.value.call == "create_event"
    assert made.ref.id == "1"
    assert len(await held(desk)) == 1


async def test_f25_again_looks_first_and_makes_what_is_not_there(calendar: BackOfficeCalendar, desk: Caller) -> None:
    first = await calendar.create(TARO, MEETING, "key", again=True)

    second = await calendar.create(TARO, replace(MEETING, title="別の名前"), "key", again=True)

    assert second == first
    assert await posts(desk) == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"status": 200, "body": {"caption": "設計レビュー"}}, id="no-id"),
        pytest.param({"status": 202}, id="accepted-done-later"),
        pytest.param({"status": 201, "body": "<html>"}, id="html"),
    ],
)
async def test_f25_a_yes_that_names_no_event_is_looked_up_and_never_repeated(
    calendar: BackOfficeCalendar, desk: Caller, answer: object
) -> None:
    await arm(desk, "POST", answer)

    with pytest.raises(Unreadable) as caught:
        await calendar.create(TARO, MEETING, "key")

    assert caught.value.call == "create_event"
    assert (await posts(desk), await held(desk)) == (1, [])


@pytest.mark.parametrize(
    "stranger",
    [
        pytest.param({"description": "資料\n[yotei:key]"}, id="two-with-our-line"),
        pytest.param({"description": ""}, id="one-that-lost-its-line"),
    ],
)
async def test_f25_when_several_could_be_the_one_nothing_is_made(
    calendar: BackOfficeCalendar, office: BackOffice, desk: Caller, stranger: dict[str, str]
) -> None:
    assert isinstance(MEETING.when, Span)
    twin = WholeEvent(
        caption=MEETING.title, start_date=MEETING.when.start, end_date=MEETING.when.end, recipients=(TARO,), **stranger
    )
    for _ in range(2):
        await office.create_event(twin)

    with pytest.raises(Unreadable):
        await calendar.create(TARO, MEETING, "key", again=True)

    assert len(await held(desk)) == 2


async def test_one_of_another_command_is_not_taken_for_it(calendar: BackOfficeCalendar, desk: Caller) -> None:
    await calendar.create(TARO, MEETING, "key-1")

    await calendar.create(TARO, MEETING, "key", again=True)

    assert len(await held(desk)) == 2


async def test_f25_an_event_in_the_hour_that_comes_twice_is_known_without_its_line(
    calendar: BackOfficeCalendar, office: BackOffice
) -> None:
    start = datetime(2025, 11, 2, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1)
    draft = replace(MEETING, when=Span(start, start.astimezone(UTC) + timedelta(hours=1)))
    made = await calendar.create(TARO, draft, "key")
    await office.patch_event(made.ref.id, EventChange(description="資料"))

    with pytest.raises(Unreadable):
        await calendar.create(TARO, draft, "key", again=True)


async def test_two_commands_at_once_make_two_events(calendar: BackOfficeCalendar, desk: Caller) -> None:
    await asyncio.gather(*(calendar.create(TARO, MEETING, f"key-{n}") for n in range(5)))

    assert len(await held(desk)) == 5


# --- reading ----------------------------------------------------------------------------------------------------


async def test_appointments_are_what_overlaps_earliest_first_of_every_recipient(calendar: BackOfficeCalendar) -> None:
    whens = {"later": tokyo(2, 17), "sooner": tokyo(2, 9), "into-it": tokyo(1, 23, 2), "before": tokyo(1, 23)}
    for key, when in whens.items():
        await calendar.create(TARO, replace(MEETING, title=key, when=when), key)
    await calendar.create("user@example.com", replace(MEETING, invitees=()), "of-somebody-else")
    second_of_april = Days(date(2025, 4, 2), date(2025, 4, 2)).span(TOKYO)

    for owner in (TARO, HANAKO, TARO.upper()):
        found = await calendar.appointments(owner, second_of_april)
        assert [one.title for one in found] == ["into-it", "sooner", "later"]
        assert {one.ref.owner for one in found} == {owner}


async def test_an_event_is_nobodys_who_is_not_on_it(calendar: BackOfficeCalendar, office: BackOffice) -> None:
    made = await calendar.create(TARO, MEETING, "key")
    hers = replace(made.ref, owner=HANAKO)
    assert (await calendar.find(hers)).invitees == (Invitee(TARO),)

    await office.patch_event(made.ref.id, EventChange(recipients=(TARO,)))

    for attempt in (calendar.find, calendar.cancel, calendar.remains):
        with pytest.raises(NotFound):
            await attempt(hers)
    with pytest.raises(NotFound):
        await calendar.move(hers, tokyo(3), "Asia/Tokyo")
    assert (await calendar.find(made.ref)).when == MEETING.when


@pytest.mark.parametrize("part", [{"calendar": "c"}, {"occurrence": "o"}, {"id": "2"}, {"id": "../events"}])
async def test_what_is_not_there_is_not_found(calendar: BackOfficeCalendar, part: dict[str, str]) -> None:
    made = await calendar.create(TARO, MEETING, "key")

    with pytest.raises(NotFound):
        await calendar.find(replace(made.ref, **part))


async def test_a_person_is_answered_in_their_own_language_and_zone() -> None:
    row = {"id": 1, "startDate": "2025-04-02T06:00:00Z", "recipients": ["jane@example.com"]}
    async with serving() as server, BackOffice(connecting(server.origin)) as office:
        server.otherwise = says(200, json.dumps(row))
        calendar = BackOfficeCalendar(office)
        ref = AppointmentRef("backoffice", "jane@example.com", "1")

        before = await calendar.find(ref)
        await calendar.account(Person("u", "Jane@example.com", "Jane", "America/New_York", "en_US"))
        after = await calendar.find(ref)
        await calendar.account(Person("u", "Jane@example.com", "Jane", "../Mars", "?"))
        unknown = await calendar.find(ref)

    found = [before, after, unknown]
    assert [one.zone for one in found] == ["Asia/Tokyo", "America/New_York", "Asia/Tokyo"]
    assert [one.when.start.hour for one in found if isinstance(one.when, Span)] == [15, 2, 15]
    assert [seen.headers["accept-language"] for seen in server.seen] == ["ja", "en", "ja"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ja_JP", "ja"),
        ("en_US", "en"),
        ("zh_CN", "zh-CN"),
        ("zh-TW", "zh-TW"),
        ("ja", "ja"),
        ("", None),
        ("ja\r\nx-evil: 1", None),
    ],
)
def test_a_locale_is_a_language(locale: str, language: str | None) -> None:
    assert language_of(locale) == language


# --- move, cancel, restore --------------------------------------------------------------------------------------


async def test_a_move_keeps_everything_else(calendar: BackOfficeCalendar, desk: Caller) -> None:
    before = await calendar.create(TARO, replace(MEETING, reminders=(timedelta(minutes=10),)), "key")

    after = await calendar.move(before.ref, tokyo(3, 10), "Asia/Tokyo")

    assert after.version != before.version
    assert replace(after, when=before.when, version=before.version) == before
    assert after.when == tokyo(3, 10)
    (event,) = await held(desk)
    assert (event["description"], event["notifications"]) == ("資料を持参\n\n3部\n[yotei:key]", ["PT10M"])


@pytest.mark.parametrize("fold", [0, 1])
async def test_an_event_can_be_made_in_and_moved_to_the_hour_that_comes_twice(
    calendar: BackOfficeCalendar, desk: Caller, fold: int
) -> None:
    start = datetime(2025, 11, 2, 1, 30, 0, 999_999, tzinfo=ZoneInfo("America/New_York"), fold=fold)
    twice = Span(start, start.astimezone(UTC) + timedelta(hours=1))
    made = await calendar.create(TARO, replace(MEETING, when=twice), "key")
    await calendar.move(made.ref, tokyo(3), "Asia/Tokyo")

    await calendar.move(made.ref, twice, "America/New_York")

    (event,) = await held(desk)
    assert event["startDate"] == f"2025-11-02T0{5 + fold}:30:00+00:00"


async def test_a_move_that_moved_nothing_is_no_success(calendar: BackOfficeCalendar, desk: Caller) -> None:
    made = await calendar.create(TARO, MEETING, "key")
    await arm(desk, "PATCH", {"status": 200, "body": {"id": 1}}, path="/events/1$")

    with pytest.raises(Unreadable):
        await calendar.move(made.ref, tokyo(3), "Asia/Tokyo")


async def test_a_whole_day_is_no_time_to_move_to(calendar: BackOfficeCalendar) -> None:
    made = await calendar.create(TARO, MEETING, "key")

    with pytest.raises(Refused):
        await calendar.move(made.ref, Days(date(2025, 4, 3), date(2025, 4, 3)), "Asia/Tokyo")


async def test_a_cancelled_event_is_gone_for_all_and_comes_back_under_a_new_id(
    calendar: BackOfficeCalendar, desk: Caller
) -> None:
    before = await calendar.create(TARO, replace(MEETING, reminders=(timedelta(hours=2),)), "key")

    remains = await calendar.remains(before.ref)
    await calendar.cancel(before.ref)
    gone = await calendar.appointments(HANAKO, APRIL)
    back = await calendar.restore(remains, "key-2")
    same = await calendar.restore(remains, "key-2", again=True)

    assert gone == []
    assert back == same
    assert replace(back, ref=before.ref, version=before.version) == before
    (event,) = await held(desk)
    assert (event["description"], event["notifications"]) == ("資料を持参\n\n3部\n[yotei:key-2]", ["PT2H"])


async def test_a_cancel_twice_says_that_it_is_gone(calendar: BackOfficeCalendar) -> None:
    made = await calendar.create(TARO, MEETING, "key")
    await calendar.cancel(made.ref)

    for attempt in (calendar.cancel, calendar.remains):
        with pytest.raises(NotFound):
            await attempt(made.ref)


async def test_a_cancel_whose_first_answer_was_lost_is_done(calendar: BackOfficeCalendar, desk: Caller) -> None:
    made = await calendar.create(TARO, MEETING, "key")
    await arm(desk, "DELETE", "apply_then_reset", path="/events/1$")

    await calendar.cancel(made.ref)

    assert await held(desk) == []


async def test_f25_a_restore_with_an_unclear_end_makes_one_event(calendar: BackOfficeCalendar, desk: Caller) -> None:
    made = await calendar.create(TARO, MEETING, "key")
    remains = await calendar.remains(made.ref)
    await calendar.cancel(made.ref)
    await arm(desk, "POST", "apply_then_timeout")

    back = await calendar.restore(remains, "key-2")

    assert [str(event["id"]) for event in await held(desk)] == [back.ref.id]


async def test_f24_a_system_that_is_down_is_an_error(calendar: BackOfficeCalendar, desk: Caller) -> None:
    await arm(desk, "GET", {"status": 500}, times=9)

    with pytest.raises(Broken):
        await calendar.appointments(TARO, APRIL)
