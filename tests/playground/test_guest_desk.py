"""The guest desk: what people outside do at Jicoo, and what of it reaches the bot."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.company import BOOKING_PAGES, JICOO_USER_IDS
from tests.playground.outside import Outside, tokyo
from tests.playground.stage import AMERICAN, HANAKO, TARO, TOKYO, Stage, monday, open_stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DAY = monday() + timedelta(days=9)
AMERICAN_ZONE = ZoneInfo(AMERICAN.zone)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(outside: Outside) -> AsyncIterator[Stage]:
    """A company that has all three systems."""
    async with open_stage(others=outside.line, sweep=outside.sweep) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def desk(page: Page) -> Page:
    """The page with the guest desk open."""
    await page.click("#desk-button")
    await page.click("#guests-tab")
    return page


async def booked(outside: Outside) -> dict[str, Any]:
    """The only booking."""
    (held,) = (await outside.jicoo.state())["bookings"]
    assert isinstance(held, dict)
    return held


async def test_a_guest_books_what_the_form_says_and_the_week_follows(desk: Page, outside: Outside) -> None:
    page = BOOKING_PAGES[1]
    await desk.select_option("#guest-type", page.uid)
    await desk.select_option("#guest-host", label=TARO.display_name)
    await desk.fill("#guest-name", "山田 由紀子")
    await desk.fill("#guest-mail", "yukiko@guest.example")
    await desk.fill("#guest-when", f"{DAY}T14:00")
    await desk.click("#guest-form button[type=submit]")

    await expect(desk.locator("#guests-answer")).to_have_text("予約しました")
    await expect(desk.locator(".blocks .event:not(.gone)")).to_have_text("JC製品デモ (山田 由紀子)14:00–15:00")
    held = await booked(outside)
    assert datetime.fromisoformat(held["startedAt"]) == tokyo(DAY, 14)
    assert (held["eventTypeId"], held["hosts"][0]["userId"]) == (page.uid, JICOO_USER_IDS[TARO.user_id])
    assert held["contacts"][0]["email"] == "yukiko@guest.example"
    assert [one.event["event"] for one in outside.webhooks.delivered] == ["guest_booked"]


async def test_without_a_time_the_next_free_one_is_taken_and_who_looks_is_the_host(
    desk: Page, outside: Outside
) -> None:
    await desk.get_by_role("button", name=HANAKO.display_name).click()

    await desk.click("#guest-form button[type=submit]")

    await expect(desk.locator("#bookings li")).to_contain_text(f"青木 真理 → {HANAKO.display_name}")
    tomorrow = datetime.now(TOKYO).date() + timedelta(days=1)
    assert datetime.fromisoformat((await booked(outside))["startedAt"]) == tokyo(tomorrow, 10)


async def test_a_booking_is_moved_by_a_guest_and_cancelled_by_its_host(desk: Page, outside: Outside) -> None:
    await outside.guest("book", startedAt=tokyo(DAY, 10).isoformat())
    entry = desk.locator("#bookings li")

    await entry.locator("[data-act=move]").click()
    await expect(entry.locator("[name=when]")).to_have_value(f"{DAY}T10:00")
    await entry.locator("[name=when]").fill(f"{DAY}T16:30")
    await entry.get_by_role("button", name="日時を変更する").click()
    await expect(entry.locator(".when")).to_contain_text("16:30–17:00")

    await entry.locator("[data-act=cancel]").click()
    await entry.locator("[name=reason]").fill("出張のため")
    await entry.locator("[name=by]").select_option("host")
    await entry.get_by_role("button", name="予約をキャンセルする").click()
    await expect(entry).to_contain_text("キャンセル済み")
    await expect(entry).to_contain_text("出張のため")
    await expect(entry.locator("button")).to_have_count(0)
    held = await booked(outside)
    assert (held["cancelledBy"], held["cancelReason"]) == ("host", "出張のため")
    heard = [one.event["event"] for one in outside.webhooks.delivered]
    assert heard == ["guest_booked", "guest_rescheduled", "host_cancelled"]


async def test_times_on_the_desk_are_those_of_who_looks(desk: Page, outside: Outside) -> None:
    await desk.get_by_role("button", name=AMERICAN.display_name).click()
    await desk.fill("#guest-when", f"{DAY}T09:00")

    await desk.click("#guest-form button[type=submit]")

    await expect(desk.locator("#bookings .when")).to_contain_text("09:00–09:30")
    start = datetime.fromisoformat((await booked(outside))["startedAt"])
    assert f"{start.astimezone(AMERICAN_ZONE):%Y-%m-%dT%H:%M}" == f"{DAY}T09:00"


async def test_without_the_webhook_only_a_sweep_can_find_what_happened(desk: Page, outside: Outside) -> None:
    await desk.uncheck("#guest-webhook")
    await desk.click("#guest-form button[type=submit]")
    await expect(desk.locator("#bookings li [data-act]")).to_have_count(2)
    await desk.get_by_role("button", name=HANAKO.display_name).click()
    await expect(desk.locator("#guest-webhook")).not_to_be_checked()

    await desk.click("#sweep")

    await expect(desk.locator("#guests-answer")).to_have_text("見回りました：新しく知らせたもの 2件、見直したもの 3件")
    assert len(outside.sweeps) == 1
    assert outside.webhooks.delivered == []


async def test_what_cannot_be_done_is_said(desk: Page, outside: Outside) -> None:
    held = await outside.guest("book")
    await desk.locator("#bookings [data-act=cancel]").click()
    await desk.route("**/jicoo/_sim/cancel", lambda route: route.abort())

    await desk.get_by_role("button", name="予約をキャンセルする").click()

    await expect(desk.locator("#guests-answer")).to_have_text("できませんでした")
    assert (await booked(outside))["updatedAt"] == held["updatedAt"]


async def test_f22_what_a_guest_writes_stays_text(desk: Page, outside: Outside) -> None:
    attack = "<img src=x onerror=window.owned=1>"

    held = await outside.guest("book", startedAt=tokyo(monday(), 10).isoformat(), name=attack, title=attack)
    await outside.guest("cancel", uid=held["uid"], reason=attack)

    await expect(desk.locator("#bookings li b")).to_have_text(attack)
    await expect(desk.locator("#bookings .who")).to_have_text([f"{attack} → {TARO.display_name}", attack])
    assert await desk.evaluate("window.owned") is None


async def test_on_a_phone_the_guest_desk_is_a_view_of_its_own(browser: Browser, stage: Stage) -> None:
    context = await browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = await context.new_page()
    await page.goto(stage.address)

    await page.get_by_role("button", name="お客様", exact=True).tap()
    await page.locator("#guest-form button[type=submit]").tap()

    await expect(page.locator("#bookings li")).to_have_count(1)
    await page.locator("#bookings [data-act=move]").tap()
    await expect(page.locator("#bookings [name=when]")).to_be_visible()
    await expect(page.locator("#faults")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    assert await page.locator("#desk").evaluate("desk => desk.scrollWidth <= desk.clientWidth")
    await context.close()
