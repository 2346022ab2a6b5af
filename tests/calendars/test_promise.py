"""The promise of `Calendar`: once, in order, at the very instants, and nothing lost."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from providers.contract import AppointmentRef, Calendar, Days, Draft, Invitee, Lack, Limits, Span, When
from providers.errors import NotFound, ProviderError, Refused
from tests.calendars.keepers import Keeper

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")


def tokyo(day: int, hour: int = 15, hours: float = 1) -> Span:
    start = datetime(2025, 4, day, hour, tzinfo=TOKYO)
    return Span(start, start + timedelta(hours=hours))


APRIL = Days(date(2025, 4, 1), date(2025, 4, 30)).span(TOKYO)
SECOND = Days(date(2025, 4, 2), date(2025, 4, 2))
MEETING = Draft("設計レビュー", tokyo(2), "Asia/Tokyo")


def full(keeper: Keeper) -> Draft:
    """A draft with everything that the system has."""
    lacks = keeper.calendar.limits.lacks
    return replace(
        MEETING,
        description="資料を持参\n二行目",
        location="" if Lack.PLACE in lacks else "会議室A",
        invitees=tuple(map(Invitee, (keeper.colleague_mail, *keeper.outsiders))),
        private=Lack.PRIVATE not in lacks,
        free=Lack.FREE not in lacks,
    )


async def ids(keeper: Keeper, owner: str = "") -> list[str]:
    return [one.ref.id for one in await keeper.calendar.appointments(owner or keeper.owner, APRIL)]


def test_everybody_names_themselves_and_their_limits(keeper: Keeper) -> None:
    promise: Calendar = keeper.calendar

    assert promise.provider
    assert min(promise.limits.title, promise.limits.description, promise.limits.invitees) > 0


# --- create -----------------------------------------------------------------------------------------------------


async def test_everything_of_a_draft_that_there_is_comes_back(keeper: Keeper) -> None:
    draft = full(keeper)

    made = await keeper.calendar.create(keeper.owner, draft, "key")

    found = await keeper.calendar.find(made.ref)
    assert found == made
    assert await keeper.calendar.appointments(keeper.owner, APRIL) == [made]
    assert (made.ref.provider, made.ref.owner, made.ref.calendar) == (keeper.calendar.provider, keeper.owner, None)
    assert (made.title, made.when, made.zone) == (draft.title, draft.when, draft.zone)
    assert (made.description, made.location) == (draft.description, draft.location)
    assert [one.email.casefold() for one in made.invitees] == [one.email for one in draft.invitees]
    assert (made.private, made.free, made.series, made.booking) == (draft.private, draft.free, False, None)


async def test_those_invited_have_it_too_and_nobody_else(keeper: Keeper) -> None:
    await keeper.calendar.create(keeper.owner, full(keeper), "key")

    assert [len(await ids(keeper, who)) for who in (keeper.owner, keeper.colleague, keeper.stranger)] == [1, 1, 0]


@pytest.mark.parametrize(
    ("when", "zone"),
    [
        pytest.param(SECOND, "Asia/Tokyo", id="one-day"),
        pytest.param(Days(date(2025, 4, 2), date(2025, 4, 4)), "Asia/Tokyo", id="three-days"),
        pytest.param(Days(date(2025, 11, 2), date(2025, 11, 2)), "America/New_York", id="a-day-of-25-hours"),
        pytest.param(Days(date(2025, 3, 9), date(2025, 3, 9)), "America/New_York", id="a-day-of-23-hours"),
        pytest.param(Span(datetime(2025, 4, 2, 9, tzinfo=NEW_YORK), datetime(2025, 4, 2, 10, tzinfo=NEW_YORK)),
                     "America/New_York", id="elsewhere"),
        pytest.param(Span(datetime(2025, 11, 2, 1, 30, tzinfo=NEW_YORK, fold=1),
                          datetime(2025, 11, 2, 3, tzinfo=NEW_YORK)), "America/New_York", id="the-hour-that-comes-twice"),
        pytest.param(Span(datetime(2027, 3, 14, 2, 30, tzinfo=NEW_YORK), datetime(2027, 3, 14, 4, tzinfo=NEW_YORK)),
                     "America/New_York", id="the-hour-that-never-comes"),
        pytest.param(Span(datetime(2025, 4, 2, 9, tzinfo=TOKYO), datetime(2025, 4, 2, 9, tzinfo=TOKYO)),
                     "Asia/Tokyo", id="no-length"),
        pytest.param(tokyo(2, 0, 24), "Asia/Tokyo", id="midnight-to-midnight-by-the-clock"),
    ],
)  # fmt: skip
async def test_an_event_is_at_the_very_instants_of_its_draft(keeper: Keeper, when: When, zone: str) -> None:
    if isinstance(when, Days) and Lack.WHOLE_DAYS in keeper.calendar.limits.lacks:
        when = when.span(ZoneInfo(zone))

    made = await keeper.calendar.create(keeper.owner, replace(MEETING, when=when, zone=zone), "key")

    if isinstance(when, Days):
        assert made.when == when
    else:
        assert isinstance(made.when, Span)
        assert [moment.timestamp() for moment in (made.when.start, made.when.end)] == [
            when.start.timestamp(),
            when.end.timestamp(),
        ]


TOO_MUCH: dict[str, Callable[[Limits], Draft]] = {
    "title": lambda most: replace(MEETING, title="x" * (most.title + 1)),
    "description": lambda most: replace(MEETING, description="x" * (most.description + 1000)),
    "location": lambda most: replace(MEETING, location="x" * (most.location + 1)),
    "zone": lambda _: replace(MEETING, zone="Mars/Olympus"),
    "zone-a-path": lambda _: replace(MEETING, zone="../../etc/passwd"),
}


@pytest.mark.parametrize("draft_of", TOO_MUCH.values(), ids=TOO_MUCH)
async def test_a_draft_past_a_limit_is_refused_and_nothing_sent(
    keeper: Keeper, draft_of: Callable[[Limits], Draft]
) -> None:
    with pytest.raises(Refused) as caught:
        await keeper.calendar.create(keeper.owner, draft_of(keeper.calendar.limits), "key")

    assert caught.value.status == 400
    assert await keeper.count() == 0


async def test_a_draft_as_long_as_the_limits_say_is_taken(keeper: Keeper) -> None:
    limits = keeper.calendar.limits
    draft = replace(MEETING, title="あ" * limits.title, description="あ" * limits.description)

    made = await keeper.calendar.create(keeper.owner, draft, "k" * 200)

    assert (made.title, made.description) == (draft.title, draft.description)


UNCLEAR = [
    pytest.param("apply_then_timeout", id="timed-out-but-done"),
    pytest.param("apply_then_reset", id="reset-but-done"),
    pytest.param("reset", id="reset-and-not-done"),
    pytest.param({"status": 503}, id="503"),
]


@pytest.mark.parametrize("do", UNCLEAR)
async def test_f25_a_create_with_an_unclear_end_makes_one_event(keeper: Keeper, do: object) -> None:
    await keeper.spoil("POST", do)

    made = await keeper.calendar.create(keeper.owner, MEETING, "key")

    assert await keeper.calendar.find(made.ref) == made
    assert await keeper.count() == 1


async def test_f29_an_answer_that_is_none_never_makes_two_events(keeper: Keeper) -> None:
    await keeper.spoil("POST", {"status": 201, "body": "<html>"})

    with suppress(ProviderError):  # some may try again, some must not: they were told yes
        await keeper.calendar.create(keeper.owner, MEETING, "key")
    await keeper.calendar.create(keeper.owner, MEETING, "key", again=True)

    assert await keeper.count() == 1


@pytest.mark.parametrize("do", ["apply_then_timeout", "reset"])
async def test_f25_when_even_the_look_fails_the_create_stays_unclear(keeper: Keeper, do: str) -> None:
    await keeper.spoil("POST", do)
    await keeper.spoil("GET", {"status": 503}, times=None)

    with pytest.raises(ProviderError) as caught:
        await keeper.calendar.create(keeper.owner, MEETING, "key")
    await keeper.desk.control("DELETE", "faults")
    made = await keeper.calendar.create(keeper.owner, MEETING, "key", again=True)

    assert "create" in caught.value.call
    assert await ids(keeper) == [made.ref.id]
    assert await keeper.count() == 1


async def test_a_second_create_with_the_same_key_finds_the_first(keeper: Keeper) -> None:
    first = await keeper.calendar.create(keeper.owner, MEETING, "key")
    await keeper.calendar.create(keeper.owner, MEETING, "key2")

    second = await keeper.calendar.create(keeper.owner, replace(MEETING, title="別の名前"), "key", again=True)

    assert second == first
    assert await keeper.count() == 2


# --- appointments -----------------------------------------------------------------------------------------------


async def test_appointments_are_what_overlaps_earliest_first(keeper: Keeper) -> None:
    whole_days = Lack.WHOLE_DAYS not in keeper.calendar.limits.lacks
    times: dict[str, When] = {
        "later": tokyo(2, 17),
        "sooner": tokyo(2, 9),
        "ends-as-it-begins": tokyo(1, 23),
        "into-it": tokyo(1, 23, hours=2),
        "day": SECOND if whole_days else SECOND.span(TOKYO),
        "day-before": Days(date(2025, 4, 1), date(2025, 4, 1)) if whole_days else tokyo(1, 0, 24),
        "next-day": tokyo(3, 0),
    }
    for key, when in times.items():
        await keeper.calendar.create(keeper.owner, replace(MEETING, title=key, when=when), key)

    found = await keeper.calendar.appointments(keeper.owner, SECOND.span(TOKYO))

    assert [one.title for one in found] == ["into-it", "day", "sooner", "later"]


# --- move -------------------------------------------------------------------------------------------------------


async def test_a_move_keeps_everything_else(keeper: Keeper) -> None:
    before = await keeper.calendar.create(keeper.owner, full(keeper), "key")

    after = await keeper.calendar.move(before.ref, tokyo(3, 10), "Asia/Tokyo")

    assert after.version != before.version
    assert replace(after, when=before.when, version=before.version) == before
    assert after.when == tokyo(3, 10)
    assert await keeper.calendar.find(before.ref) == after
    assert await keeper.count() == 1


async def test_times_become_whole_days_and_times_again(keeper: Keeper) -> None:
    made = await keeper.calendar.create(keeper.owner, MEETING, "key")
    days: When = SECOND if Lack.WHOLE_DAYS not in keeper.calendar.limits.lacks else SECOND.span(TOKYO)

    moved = [(await keeper.calendar.move(made.ref, when, "Asia/Tokyo")).when for when in (days, tokyo(4))]

    assert moved == [days, tokyo(4)]


# --- cancel and restore -----------------------------------------------------------------------------------------


async def test_a_cancelled_event_is_gone_and_comes_back(keeper: Keeper) -> None:
    before = await keeper.calendar.create(keeper.owner, full(keeper), "key")

    remains = await keeper.calendar.remains(before.ref)
    await keeper.calendar.cancel(before.ref)
    gone = await ids(keeper)
    back = await keeper.calendar.restore(remains, "key-2")

    assert gone == []
    assert (remains.title, remains.when, remains.zone) == (before.title, before.when, before.zone)
    assert replace(back, ref=before.ref, link=before.link, version=before.version, meeting=before.meeting) == before
    assert await keeper.calendar.find(back.ref) == back
    assert await keeper.calendar.restore(remains, "key-2", again=True) == back
    assert await keeper.count() == 1


async def test_what_is_gone_is_not_found_whatever_is_asked_of_it(keeper: Keeper) -> None:
    made = await keeper.calendar.create(keeper.owner, MEETING, "key")
    await keeper.calendar.cancel(made.ref)

    for ref in (made.ref, AppointmentRef(keeper.calendar.provider, keeper.owner, "nothing")):
        for attempt in (keeper.calendar.find, keeper.calendar.remains, keeper.calendar.cancel):
            with pytest.raises(NotFound):
                await attempt(ref)
        with pytest.raises(NotFound):
            await keeper.calendar.move(ref, tokyo(3), "Asia/Tokyo")


async def test_what_is_somebody_elses_is_not_found(keeper: Keeper) -> None:
    made = await keeper.calendar.create(keeper.owner, MEETING, "key")
    theirs = replace(made.ref, owner=keeper.stranger)

    for attempt in (keeper.calendar.find, keeper.calendar.remains, keeper.calendar.cancel):
        with pytest.raises(NotFound):
            await attempt(theirs)
    with pytest.raises(NotFound):
        await keeper.calendar.move(theirs, tokyo(3), "Asia/Tokyo")
    assert await keeper.calendar.find(made.ref) == made


@pytest.mark.parametrize("do", UNCLEAR)
async def test_a_restore_with_an_unclear_end_makes_one_event(keeper: Keeper, do: object) -> None:
    made = await keeper.calendar.create(keeper.owner, MEETING, "key")
    remains = await keeper.calendar.remains(made.ref)
    await keeper.calendar.cancel(made.ref)
    await keeper.spoil("POST", do)

    back = await keeper.calendar.restore(remains, "key-2")

    assert await ids(keeper) == [back.ref.id]
    assert await keeper.count() == 1


async def test_a_calendar_has_a_name(keeper: Keeper) -> None:
    assert await keeper.calendar.name(keeper.owner)
    assert await keeper.calendar.called(keeper.owner, "どこにもない") is None
