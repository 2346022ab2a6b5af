"""One browser for all; a stage and a page of its own for every test."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.chromium import open_browser
from tests.playground.outside import Outside, open_outside
from tests.playground.stage import Stage, open_stage

expect.set_options(timeout=8_000)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with open_browser() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desktop(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Shared by all pages: what a page keeps, it keeps in its own tab. Its zone is nobody's in the company."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, timezone_id="Europe/Berlin")
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def outside() -> AsyncIterator[Outside]:
    """The systems beside LINE WORKS; `stage` is without them where a test's module does not say otherwise."""
    async with open_outside() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[Stage]:
    async with open_stage() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(desktop: BrowserContext, stage: Stage) -> AsyncIterator[Page]:
    """The page as its first person sees it, on a desktop. Fails the test when a script of the page failed."""
    opened = await desktop.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            wrong.append(message.text)

    opened.on("console", note)
    await opened.goto(stage.address)
    await expect(opened.locator("#connection")).to_have_text("接続済み")
    await expect(opened.locator("#sheet[aria-busy]")).to_have_count(0)  # what comes now is seen as a change
    yield opened
    await opened.close()
    assert wrong == []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def scripts(browser: Browser) -> AsyncIterator[Page]:
    """A page whose modules a test may import; what it shows is nobody's business."""
    async with open_stage() as stage:
        opened = await browser.new_page()
        await opened.goto(stage.address)
        yield opened
        await opened.close()
