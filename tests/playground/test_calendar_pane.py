"""The calendar beside the talk: it shows the person's week and changes with it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from playwright.async_api import Page, expect

from tests.playground.stage import AMERICAN, HANAKO, TARO, TOKYO, Stage, at, monday
from tests.simulators.company import event

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_event_appears_moves_and_vanishes_while_one_looks(page: Page, stage: Stage) -> None:
    day = monday() + timedelta(days=2)
    block = page.locator(".blocks .event:not(.gone)")

    event_id = await stage.put(at(day, 15, summary="設計レビュー"))
    await expect(block).to_have_count(1)
    await expect(block).to_contain_text("設計レビュー15:00–16:00")
    await expect(page.locator("#change")).to_contain_text("追加")
    await expect(block).to_have_css("--day", "2")

    await stage.change(event_id, at(day + timedelta(days=1), 9, summary="設計レビュー"))
    await expect(block).to_contain_text("09:00–10:00")
    await expect(page.locator("#change")).to_contain_text("変更")
    await expect(block).to_have_css("--day", "3")

    await stage.remove(event_id)
    await expect(block).to_have_count(0)
    await expect(page.locator("#change")).to_contain_text("取り消し")


async def test_the_week_follows_what_somebody_has_just_asked_for(page: Page, stage: Stage) -> None:
    await page.fill("#text", "再来週の月曜9時 朝会")
    await page.press("#text", "Enter")
    await stage.put(at(monday() + timedelta(days=14), 9, summary="朝会"))

    await expect(page.locator(".blocks .event")).to_contain_text("朝会")
    await page.click("#today")
    await expect(page.locator(".blocks .event:not(.gone)")).to_have_count(0)
    await expect(page.locator(".day[aria-current]")).to_have_count(1)
    await page.click("#next")
    await page.click("#next")
    await expect(page.locator(".blocks .event")).to_contain_text("朝会")


async def test_times_are_those_of_the_person_who_looks(page: Page, stage: Stage) -> None:
    day = monday() + timedelta(days=1)
    mine = {"email": AMERICAN.email}
    await stage.put(at(day, 23, summary="Sync", attendees=[mine]))
    await expect(page.locator(".blocks .event")).to_contain_text("23:00–24:00")

    await page.get_by_role("button", name=AMERICAN.display_name).click()

    theirs = datetime(day.year, day.month, day.day, 23, tzinfo=TOKYO).astimezone(ZoneInfo(AMERICAN.zone))
    await expect(page.locator(".blocks .event.invited")).to_contain_text(f"Sync{theirs:%H}:00–{theirs.hour + 1:02}:00")


async def test_whole_days_stand_in_their_own_row(page: Page, stage: Stage) -> None:
    first = monday() + timedelta(days=1)
    end = first + timedelta(days=3)
    await stage.put(event(summary="出張", start={"date": str(first)}, end={"date": str(end)}))

    bar = page.locator(".bars .event")

    await expect(bar).to_have_text("出張")
    await expect(bar).to_have_css("--day", "1")
    await expect(bar).to_have_css("--days", "3")
    await expect(page.locator(".blocks .event")).to_have_count(0)


async def test_what_lies_outside_of_seven_to_ten_is_shown_too(page: Page, stage: Stage) -> None:
    await expect(page.locator("#gutter span").first).to_have_text("7:00")
    await expect(page.locator("#gutter span").last).to_have_text("21:00")

    await stage.put(at(monday(), 5, summary="早朝便"))

    await expect(page.locator("#gutter span").first).to_have_text("5:00")
    await expect(page.locator(".blocks .event")).to_have_css("--top", "0")


async def test_a_series_shows_its_occurrences_without_those_left_out_and_with_those_moved(
    page: Page, stage: Stage
) -> None:
    first = monday()
    out, moved = first + timedelta(days=1), first + timedelta(days=2)
    rule = ["RRULE:FREQ=DAILY;COUNT=4", f"EXDATE;TZID=Asia/Tokyo:{out:%Y%m%d}T100000"]
    series = at(first, 10, summary="定例", recurrence=rule)
    exception = at(moved, 13, summary="定例（午後）", recurringEventId=f"TZID=Asia/Tokyo:{moved:%Y%m%d}T100000")

    event_id = await stage.put(series)
    await stage.change(event_id, series, exception)

    events = page.locator(".blocks .event:not(.gone)")
    await expect(events).to_have_count(3)
    await expect(events.get_by_text("13:00–14:00")).to_have_count(1)
    shown = sorted([await one.evaluate("e => e.style.getPropertyValue('--day')") for one in await events.all()])
    assert shown == ["0", "2", "3"]


async def test_f22_a_title_with_markup_stays_text_in_the_calendar_and_in_full(page: Page, stage: Stage) -> None:
    attack = '<img src=x onerror="window.owned=1">'
    await stage.put(at(monday(), 9, summary=attack, location=attack, description=attack))

    await page.locator(".blocks .event").click()

    await expect(page.locator("dialog h2")).to_have_text(attack)
    await expect(page.locator("dialog dd").filter(has_text=attack)).to_have_count(2)
    await expect(page.locator("main img, dialog img")).to_have_count(0)
    assert await page.evaluate("window.owned") is None
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_be_hidden()


async def test_nobody_sees_the_events_of_others(page: Page, stage: Stage) -> None:
    await stage.put(at(monday(), 9, summary="花子の予定"), user=HANAKO.user_id)
    await stage.put(at(monday(), 11, summary="太郎の予定"), user=TARO.user_id)

    await expect(page.locator(".blocks .event")).to_contain_text("太郎の予定")


RULES = [
    pytest.param("2026-01-05T10:00:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR", id="weekly"),
    pytest.param("2026-01-05T10:00:00", "FREQ=WEEKLY;INTERVAL=2", id="every-other-week"),
    pytest.param("2026-01-07T10:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU", id="week-that-begins-on-sunday"),
    pytest.param("2026-01-05T10:00:00", "FREQ=DAILY;INTERVAL=3;COUNT=40", id="counted-days"),
    pytest.param("2026-01-05T10:00:00", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", id="working-days"),
    pytest.param("2026-01-05T10:00:00", "FREQ=DAILY;UNTIL=20260420", id="until-a-day"),
    pytest.param("2026-01-05T10:00:00", "FREQ=DAILY;UNTIL=20260420T010000Z", id="until-an-instant"),
    pytest.param("2026-01-31T10:00:00", "FREQ=MONTHLY", id="months-without-a-31st"),
    pytest.param("2026-01-15T10:00:00", "FREQ=MONTHLY;BYDAY=3TH", id="third-thursday"),
    pytest.param("2026-01-30T10:00:00", "FREQ=MONTHLY;BYDAY=-1FR", id="last-friday"),
    pytest.param("2026-01-31T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=-1", id="last-of-the-month"),
    pytest.param("2026-01-30T10:00:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", id="last-working-day"),
    pytest.param("2024-02-29T10:00:00", "FREQ=YEARLY", id="leap-day"),
    pytest.param("2020-04-01T10:00:00", "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1", id="twice-a-year"),
]


@pytest.mark.parametrize(("start", "rule"), RULES)
async def test_a_rule_means_in_the_page_what_it_means_elsewhere(scripts: Page, start: str, rule: str) -> None:
    zone = {"timeZone": "Asia/Tokyo"}
    series = event(
        start={"dateTime": start, **zone}, end={"dateTime": start, **zone}, recurrence=[f"RRULE:{rule}"], eventId="e"
    )
    since, until = datetime(2026, 3, 1), datetime(2026, 11, 15)  # noqa: DTZ001 -- local times, like the rule's
    # dateutil reads UNTIL in the way the start is written: as a local time.
    told = rule.replace("UNTIL=20260420T010000Z", "UNTIL=20260420T100000").removesuffix("UNTIL=20260420")
    told += "UNTIL=20260420T235959" if told.endswith(";") else ""

    shown = await scripts.evaluate(
        """async ([series, from, until]) => {
            const { occurrences } = await import("/series.js");
            const found = occurrences([series], Date.parse(from), Date.parse(until), "Asia/Tokyo");
            return found.map(({ start }) => new Date(start).toISOString().slice(0, 19));
        }""",
        [series, f"{since.isoformat()}Z", f"{until.isoformat()}Z"],
    )

    truth = rrulestr(told, dtstart=datetime.fromisoformat(start))
    assert shown == [one.isoformat() for one in truth.between(since, until, inc=True)]
