"""Any Chromium on this machine, for the tests that look at a page."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge", "chrome")
PLACES = (
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ARGUMENTS = (
    "--no-sandbox",  # root, as in most containers, gets no browser otherwise; it sees our own pages only
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> Path | None:
    """The first Chromium, or browser made from it, on PATH or in its usual place; None when there is none."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    return next((Path(path) for path in (*found, *PLACES) if Path(path).is_file()), None)


def need_chromium() -> Path:
    """A Chromium; without one the test is skipped, loudly, and fails under CI=true: there none may be skipped."""
    found = find_chromium()
    if found is None:
        reason = "NO CHROMIUM FOUND: the page was NOT tested (Debian: apt-get install chromium fonts-noto-cjk)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """A browser without a window; skips or fails as `need_chromium`."""
    path = need_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()
