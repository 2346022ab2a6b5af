"""One sheet for the calendars of all systems: told apart, switched off and on, and what is the same thing drawn once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.playground.outside import Outside, tokyo
from tests.playground.stage import HANAKO, TARO, Stage, at, monday, open_stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DAY = monday() + timedelta(days=2)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(outside: Outside) -> AsyncIterator[Stage]:
    """A company that has all three systems."""
    async with open_stage(others=outside.line, sweep=outside.sweep) as opened:
        yield opened


def blocks(page: Page) -> Locator:
    return page.locator(".blocks .event:not(.gone)")


async def mirrored(outside: Outside, stage: Stage) -> dict[str, Any]:
    """A booking at ten that LINE WORKS shows."""
    booking = await outside.guest("book", startedAt=tokyo(DAY, 10).isoformat())
    await stage.put(at(DAY, 10, 30, summary="初回相談 (青木 真理)", eventId=f"yotei-jicoo-{booking['uid']}"))
    return booking


async def test_what_each_system_holds_for_somebody_stands_in_one_week_with_its_mark(
    page: Page, stage: Stage, outside: Outside
) -> None:
    await stage.put(at(DAY, 9, summary="設計レビュー"))
    await outside.guest("book", startedAt=tokyo(DAY, 11).isoformat(), name="山田 由紀子")
    await outside.schedule("面談枠", tokyo(DAY, 13))
    await outside.schedule("展示会", tokyo(DAY, 0), hours=24, isAllDay=True)
    outside.office.put("入金確認", tokyo(DAY, 15), TARO.email.upper(), HANAKO.email)
    outside.office.put("花子の仕事", tokyo(DAY, 16), HANAKO.email)

    await expect(blocks(page)).to_have_count(4)
    await expect(page.locator(".event.lineworks")).to_have_text("設計レビュー09:00–10:00")
    await expect(page.locator(".event.booking")).to_have_text("JC初回相談 (山田 由紀子)11:00")
    await expect(page.locator(".blocks .event.schedule")).to_have_text("JC面談枠13:00–14:00")
    await expect(page.locator(".bars .event.jicoo")).to_have_text("JC展示会")
    await expect(page.locator(".bars .event.jicoo")).to_have_css("--days", "1")
    await expect(page.locator(".event.backoffice")).to_have_text("BO入金確認15:00–16:00")
    await expect(page.get_by_role("button", name="入金確認 Back Office")).to_have_count(1)
    papers = [
        await page.locator(f".event.{system}").first.evaluate("one => getComputedStyle(one).backgroundColor")
        for system in ("lineworks", "jicoo", "backoffice")
    ]
    assert len(set(papers)) == 3
    await page.get_by_role("button", name=HANAKO.display_name).click()
    await expect(blocks(page)).to_have_text(["BO入金確認15:00–16:00", "BO花子の仕事16:00–17:00"])


async def test_a_booking_that_line_works_shows_is_drawn_once_and_tells_of_both(
    page: Page, stage: Stage, outside: Outside
) -> None:
    await mirrored(outside, stage)

    await expect(page.locator(".event.booked .mark")).to_have_text("JC")
    await expect(blocks(page)).to_have_count(1)
    await blocks(page).click()
    dialog = page.locator("dialog")
    await expect(dialog.locator("h3")).to_have_text(["LWLINE WORKS", "JCJicoo"])
    await expect(dialog).to_contain_text("青木 真理 mari.aoki@guest.example")
    await expect(dialog.locator("dd").filter(has_text="確定")).to_have_count(1)
    await expect(dialog.locator("a")).to_have_attribute("href", "https://meet.example/" + await uid_of(outside))


async def test_an_event_that_disagrees_with_its_booking_about_the_time_stands_beside_it(
    page: Page, stage: Stage, outside: Outside
) -> None:
    booking = await mirrored(outside, stage)
    await expect(page.locator(".event.booked")).to_have_count(1)

    await outside.guest("move", uid=booking["uid"], startedAt=tokyo(DAY, 14).isoformat())
    await expect(page.locator(".event.booking:not(.gone)")).to_contain_text("14:00")
    await expect(page.locator(".event.lineworks:not(.gone)")).to_contain_text("10:00")

    await outside.guest("cancel", uid=booking["uid"])
    await expect(blocks(page)).to_have_count(1)
    await expect(blocks(page)).to_have_text("初回相談 (青木 真理)10:00")


async def test_the_legend_switches_a_system_off_and_on(page: Page, stage: Stage, outside: Outside) -> None:
    await mirrored(outside, stage)
    outside.office.put("入金確認", tokyo(DAY, 15), TARO.email)
    await expect(blocks(page)).to_have_count(2)
    legend = page.locator("#legend")

    await legend.get_by_role("button", name="Back Office").click()
    await expect(blocks(page)).to_have_count(1)
    await expect(legend.get_by_role("button", name="Back Office")).to_have_attribute("aria-pressed", "false")
    await legend.get_by_role("button", name="LINE WORKS").click()
    await expect(page.locator(".event.booking:not(.gone)")).to_have_count(1)
    await legend.get_by_role("button", name="Jicoo").click()
    await expect(blocks(page)).to_have_count(0)
    for name in ("LINE WORKS", "Jicoo", "Back Office"):
        await legend.get_by_role("button", name=name).click()
    await expect(page.locator(".event.booked")).to_have_count(1)
    await expect(blocks(page)).to_have_count(2)


async def test_an_office_event_tells_who_gets_it_and_when_they_are_told(page: Page, outside: Outside) -> None:
    attack = "<img src=x onerror=window.owned=1>"
    outside.office.put(
        attack, tokyo(DAY, 15), TARO.email, HANAKO.email, notifications=["PT10M", "P1D"], description="A社"
    )

    await page.locator(".event.backoffice").click()

    dialog = page.locator("dialog")
    await expect(dialog.locator("h2")).to_have_text(attack)
    await expect(dialog.locator("li")).to_have_text([TARO.display_name, HANAKO.display_name])
    await expect(dialog).to_contain_text("10 分前")
    await expect(dialog).to_contain_text("1 日前")
    await expect(dialog).to_contain_text("A社")


async def test_a_fault_is_armed_at_the_system_that_was_chosen(page: Page, outside: Outside) -> None:
    await page.click("#desk-button")
    await page.locator("#faults").get_by_role("button", name="Jicoo").click()
    await page.click("[data-fault=fault503]")
    await page.locator("#faults").get_by_role("button", name="Back Office").click()
    await page.click("[data-fault=faultReset]")

    await expect(page.locator("#armed li")).to_have_text(["JC503 を返すあと1回", "BO接続が切れるあと1回"])
    key = {"X-Jicoo-Api-Key": outside.jicoo.token}
    assert (await outside.jicoo.call("GET", "/v1/users/me", headers=key)).status == 503
    await expect(page.locator("#armed li")).to_have_text(["BO接続が切れるあと1回"])
    await page.locator("#faults").get_by_role("button", name="Jicoo").click()
    await expect(page.locator("#calls-title")).to_have_text("Jicoo への呼び出し")
    await expect(page.locator("#calls li").first).to_contain_text("503GET /v1/users/me")
    await page.click("[data-fault=clear]")
    await expect(page.locator("#armed")).to_have_text("ありません")


async def test_examples_speak_of_the_systems_that_there_are(page: Page) -> None:
    chips = page.locator("#chips")

    await expect(chips.get_by_role("button", name="Jicooへ木曜の13時から面談枠を入れて")).to_have_count(1)
    await expect(chips.get_by_role("button", name="バックオフィスに")).to_have_count(1)
    await expect(chips.get_by_role("button", name="Jicoo通知をここに")).to_have_count(0)
    await page.get_by_role("tab", name="営業部").click()
    await expect(chips.get_by_role("button", name="Jicoo通知をここに")).to_have_count(1)


async def uid_of(outside: Outside) -> str:
    """The only booking's id."""
    (booking,) = (await outside.jicoo.state())["bookings"]
    return str(booking["uid"])
