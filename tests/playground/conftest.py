"""One browser for all; a stage and a page of its own for every test."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, expect

from tests.chromium import open_browser
from tests.playground.stage import Stage, open_stage

DESKTOP = {"width": 1440, "height": 900}

expect.set_options(timeout=8_000)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with open_browser() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[Stage]:
    async with open_stage() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, stage: Stage) -> AsyncIterator[Page]:
    """The page as its first person sees it, on a desktop. Fails the test when a script of the page failed."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, timezone_id="Europe/Berlin")
    opened = await context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            wrong.append(message.text)

    opened.on("console", note)
    await opened.goto(stage.address)
    await expect(opened.locator("#connection")).to_have_text("接続済み")
    yield opened
    await context.close()
    assert wrong == []
