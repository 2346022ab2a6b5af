"""The hour that the clocks skip when summer time begins: what is written into a calendar equals what is said."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from providers.contract import Appointment, AppointmentRef, Draft, Span
from providers.lineworks.calendar import LineWorksCalendar
from providers.lineworks.client import LineWorks
from providers.lineworks.events import NewEvent, NewEventTime
from tests.simulators.company import TARO

NEW_YORK = ZoneInfo("America/New_York")
REF = AppointmentRef("lineworks", TARO, "key")


def new_york(day: int, hour: int, minute: int = 0) -> datetime:
    """A clock's face in March 2027; on the 14th, 2:00 to 3:00 never comes."""
    return datetime(2027, 3, day, hour, minute, tzinfo=NEW_YORK)


MEETING = Draft("設計レビュー", Span(new_york(13, 1), new_york(13, 2)), "America/New_York")


def faces(one: Appointment) -> tuple[str, str]:
    """What people are told."""
    assert isinstance(one.when, Span)
    return f"{one.when.start:%d %H:%M}", f"{one.when.end:%d %H:%M}"


async def test_a_time_that_the_clocks_skip_is_written_and_said_as_the_time_it_really_is(
    works: LineWorks, calendar: LineWorksCalendar
) -> None:
    skipped = Span(new_york(14, 2, 30), new_york(14, 4, 30))

    made = await calendar.create(TARO, replace(MEETING, when=skipped), "made")
    await calendar.create(TARO, MEETING, "moved")
    moved = await calendar.move(replace(REF, id="moved"), skipped, "America/New_York")

    for event_id, said in (("made", made), ("moved", moved)):
        start = (await works.get_event(TARO, event_id)).master.start
        assert start is not None
        assert start.date_time == "2027-03-14T03:30:00"
        assert faces(said) == ("14 03:30", "14 04:30")


async def test_a_time_that_others_wrote_into_the_skipped_hour_is_said_as_it_is(
    works: LineWorks, calendar: LineWorksCalendar
) -> None:
    event = NewEvent(
        event_id="key",
        summary="x",
        start=NewEventTime(date_time="2027-03-14T02:30:00", time_zone="America/New_York"),
        end=NewEventTime(date_time="2027-03-14T05:00:00", time_zone="America/New_York"),
    )
    await works.create_event(TARO, [event])

    assert faces(await calendar.find(REF)) == ("14 03:30", "14 05:00")


async def test_one_date_of_a_series_that_falls_into_the_skipped_hour_is_later_and_the_others_stay(
    calendar: LineWorksCalendar,
) -> None:
    nightly = replace(MEETING, when=Span(new_york(7, 2, 30), new_york(7, 3, 30)), recurrence="FREQ=WEEKLY")
    await calendar.create(TARO, nightly, "key")

    found = await calendar.appointments(TARO, Span(new_york(1, 0), new_york(22, 0)))

    assert [faces(one) for one in found] == [
        ("07 02:30", "07 03:30"),
        ("14 03:30", "14 04:30"),
        ("21 02:30", "21 03:30"),
    ]
    assert await calendar.find(found[1].ref) == found[1]
    await calendar.cancel(found[1].ref)
    assert len(await calendar.appointments(TARO, Span(new_york(1, 0), new_york(22, 0)))) == 2


async def test_a_series_that_moves_into_the_skipped_hour_moves_to_where_it_is_written(
    works: LineWorks, calendar: LineWorksCalendar
) -> None:
    weekly = replace(MEETING, when=Span(new_york(14, 15), new_york(14, 16)), recurrence="FREQ=WEEKLY;COUNT=3")
    await calendar.create(TARO, weekly, "key")
    second = replace(REF, occurrence="TZID=America/New_York:20270321T150000")
    await calendar.cancel(second)

    await calendar.move(REF, Span(new_york(14, 2, 30), new_york(14, 4)), "America/New_York")

    found = await calendar.appointments(TARO, Span(new_york(1, 0), new_york(30, 0)))
    assert [faces(one)[0] for one in found] == ["14 03:30", "28 03:30"]
    assert (await works.get_event(TARO, "key")).master.recurrence == (
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=America/New_York:20270321T033000",
    )
