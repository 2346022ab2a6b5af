"""The sweep finds what no webhook brought, once; the first one is silent about what was there before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.announcements import Change
from handlers.ledger import Known
from handlers.sweeping import Swept, Watermark, sweep
from providers.bookings import Booking, BookingStatus
from providers.contract import Span
from providers.errors import Broken
from tests.handlers.conftest import NOW
from tests.handlers.test_bookings import BOOKED, Stage


def booking(number: int, made_at_minute: int) -> Booking:
    start = BOOKED.span.start + timedelta(hours=number)
    made = NOW + timedelta(minutes=made_at_minute)
    return replace(
        BOOKED, uid=f"BK-{number}", span=Span(start, start + timedelta(minutes=30)), created=made, updated=made
    )


async def swept(stage: Stage, mark: Watermark | None, work: str, minutes: int) -> Swept:
    backstage = replace(stage.backstage(work), now=NOW + timedelta(minutes=minutes))
    return await sweep(mark, backstage)


async def test_f52_the_first_sweep_announces_nothing_and_what_it_recorded_stays_silent() -> None:
    stage = Stage()
    for number in range(1000):
        stage.bookings.held[f"BK-{number}"] = booking(number, -60)

    baseline = await swept(stage, None, "sweep-0", 0)
    second = await swept(stage, baseline.watermark, "sweep-1", 2)
    late = await stage.told(booking(7, -60))

    assert (baseline.cards, baseline.follow, second.cards, second.follow, late.cards) == ((), (), (), (), ())


async def test_what_is_booked_while_the_first_sweep_runs_is_announced() -> None:
    stage = Stage()
    stage.bookings.held["BK-1"] = booking(1, 1)  # made after the baseline began

    baseline = await swept(stage, None, "sweep-0", 0)
    second = await swept(stage, baseline.watermark, "sweep-1", 2)

    assert baseline.cards == ()
    assert [card.change for card in second.cards] == [Change.MADE]


async def test_f20_thirty_bookings_without_a_webhook_are_found_once_and_shown() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    for number in range(30):
        stage.bookings.held[f"BK-{number}"] = booking(number, number + 1)

    found = await swept(stage, mark, "sweep-1", 45)
    for one in found.follow:
        assert (await stage.look(one.uid)).cards == ()
    webhooks = [card for number in range(30) for _, card in (await stage.told(booking(number, number + 1))).cards]
    next_one = await swept(stage, found.watermark, "sweep-2", 47)

    assert len(found.cards) == 30
    assert [card.when.start for card in found.cards] == sorted(card.when.start for card in found.cards)
    assert len(stage.mirror.shown) == 30
    assert (webhooks, next_one.cards, next_one.follow) == ([], (), ())


async def test_a_sweep_that_is_killed_finds_the_same_again() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    stage.bookings.held["BK-1"] = booking(1, 1)

    killed = await swept(stage, mark, "sweep-1", 2)
    again = await swept(stage, mark, "sweep-1", 2)

    assert len(killed.cards) == len(again.cards) == 1


async def test_f24_what_a_sweep_had_found_when_jicoo_went_away_is_told_by_the_next_one() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    stage.bookings.held["BK-1"] = booking(1, 1)
    stage.bookings.lists = [Broken("jicoo", "list_bookings", "503")]

    with pytest.raises(Broken):
        await swept(stage, mark, "sweep-1", 2)
    found = await swept(stage, mark, "sweep-2", 4)

    assert [card.change for card in found.cards] == [Change.MADE]


async def test_a_move_and_a_cancel_without_a_webhook_are_told_as_what_they_are() -> None:
    stage = Stage()
    stage.bookings.held = {f"BK-{number}": booking(number, -60) for number in (1, 2)}
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    moved = replace(booking(1, -60), span=booking(9, 0).span, updated=NOW + timedelta(minutes=1))
    gone = replace(booking(2, -60), status=BookingStatus.CANCELLED, updated=NOW + timedelta(minutes=1))
    stage.bookings.held = {"BK-1": moved, "BK-2": gone}

    found = await swept(stage, mark, "sweep-1", 2)

    assert {(card.change, card.before) for card in found.cards} == {
        (Change.MOVED, booking(1, 0).span),
        (Change.CANCELLED, None),
    }


async def test_the_second_of_two_moves_at_the_same_moment_is_found() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    stage.bookings.held["BK-1"] = booking(1, 1)
    await stage.told(booking(1, 1))
    stage.bookings.held["BK-1"] = replace(booking(1, 1), span=booking(9, 0).span)

    found = await swept(stage, mark, "sweep-1", 2)
    await stage.look("BK-1")
    after = await swept(stage, found.watermark, "sweep-2", 4)

    assert [card.change for card in found.cards] == [Change.MOVED]
    assert [draft.when for draft in stage.mirror.shown.values()] == [booking(9, 0).span]
    assert (after.cards, after.follow) == ((), ())


async def test_a_record_of_another_version_stops_no_sweep_and_is_written_anew() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    for number in (1, 2):
        stage.bookings.held[f"BK-{number}"] = booking(number, number)
    await stage.told(booking(1, 1))
    record = stage.ports.ledger.kept(Known("BK-1", BookingStatus.OPEN, booking(1, 1).span, NOW), NOW)
    await stage.documents.put(record.space, record.name, b'{"uid":"BK-1","state":7}')

    found = await swept(stage, mark, "sweep-1", 3)
    for one in found.follow:
        assert (await stage.look(one.uid)).cards == ()
    known = await stage.ports.ledger.known("BK-1")

    assert [card.when for card in found.cards] == [booking(2, 2).span]
    assert known is not None
    assert known.complete


async def test_a_booking_that_has_begun_before_the_sweep_came_is_found_by_when_it_was_made() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    started = replace(booking(1, 1), span=Span(NOW + timedelta(minutes=5), NOW + timedelta(minutes=35)))
    stage.bookings.held["BK-1"] = started

    found = await swept(stage, mark, "sweep-1", 20)

    assert [card.when for card in found.cards] == [started.span]


async def test_f30_what_was_left_unfinished_is_followed_up_by_each_sweep_without_a_word() -> None:
    stage = Stage()
    mark = (await swept(stage, None, "sweep-0", 0)).watermark
    stage.bookings.held["BK-1"] = booking(1, 1)
    stage.mirror.before = [Broken("lineworks", "get_event", "503")]
    await stage.told(booking(1, 1))

    found = await swept(stage, mark, "sweep-1", 2)
    await stage.look("BK-1")
    after = await swept(stage, found.watermark, "sweep-2", 4)

    assert (found.cards, [one.uid for one in found.follow]) == ((), ["BK-1"])
    assert len(stage.mirror.shown) == 1
    assert after.follow == ()
