"""The page as `make demo` shows it: with the real bot behind it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def demo(tmp_path: Path) -> AsyncIterator[dict[str, Any]]:
    """The line of a running demo."""
    command = ("-m", "bot", "demo", "--port", "0", "--data-dir", str(tmp_path))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=1 << 20,
    )
    assert process.stdout is not None
    try:
        yield json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
    finally:
        process.terminate()
        await process.communicate()


async def test_a_sentence_becomes_an_event_and_a_button_takes_it_back(browser: Browser, demo: dict[str, Any]) -> None:
    page = await browser.new_page()
    await page.goto(demo["playground"])
    await page.fill("#text", "来週月曜15時から1時間 設計レビュー")

    await page.press("#text", "Enter")

    block = page.locator(".blocks .event:not(.gone)")
    await expect(block).to_contain_text("設計レビュー15:00–16:00")
    answer = page.locator(".message.theirs:not(.writing)").last
    await expect(answer).to_contain_text("設計レビュー")
    await answer.locator(".actions button").first.click()
    await expect(block).to_have_count(0)
    await expect(page.locator(".message.theirs:not(.writing)")).to_have_count(2)
    await page.close()


async def test_a_guest_books_and_moves_and_the_host_s_calendar_and_room_follow(
    browser: Browser, demo: dict[str, Any]
) -> None:
    page = await browser.new_page(viewport={"width": 1440, "height": 900}, timezone_id="Asia/Tokyo")
    await page.goto(demo["playground"])
    await page.click("#desk-button")
    await page.click("#guests-tab")
    day = date.today() + timedelta(days=7 + (9 - date.today().weekday()) % 7)  # noqa: DTZ011 -- any day far enough ahead
    await page.fill("#guest-when", f"{day}T10:00")

    await page.click("#guest-form button[type=submit]")

    blocks = page.locator(".blocks .event:not(.gone)")
    await expect(page.locator(".event.booked")).to_contain_text("初回相談 (青木 真理)")
    await expect(blocks).to_have_count(1)
    await page.get_by_role("tab", name="営業部").click()
    await expect(page.locator(".message.theirs").last).to_contain_text("青木 真理")

    await page.uncheck("#guest-webhook")
    await page.click("#bookings [data-act=move]")
    await page.fill("#bookings [name=when]", f"{day}T15:00")
    await page.press("#bookings [name=when]", "Enter")
    await expect(blocks).to_have_count(2)  # Jicoo is ahead of LINE WORKS
    await page.click("#sweep")
    await expect(blocks).to_have_count(1)
    await expect(page.locator(".event.booked")).to_contain_text("15:00")
    await page.close()
