"""What the page's server gives, to whom, and how the page lives with a demo that comes and goes."""

import asyncio
import socket
from dataclasses import replace

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from bot.company import CAST
from bot.playground.page import open_playground
from providers.errors import StoreDown
from providers.lineworks.simulator.app import LineWorksSimulator
from tests.playground.outside import Outside
from tests.playground.stage import TARO, Stage, at, line_of, monday, open_stage
from tests.simulators.company import tenant


@pytest.mark.asyncio(loop_scope="session")
async def test_the_line_holds_no_secret(stage: Stage) -> None:
    answered = await stage.caller.call("GET", "", headers={})
    async with stage.caller.session.get(f"{stage.address}/line") as response:
        raw = await response.text()

    assert answered.status == 404
    assert "secret" not in raw
    assert TARO.user_id in raw


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="our-own"),
        pytest.param({"Host": "localhost:9999"}, 200, id="forwarded-port"),
        pytest.param({"Host": "evil.example"}, 403, id="rebound-name"),
        pytest.param({"Host": "127.0.0.1.evil.example:8080"}, 403, id="name-that-begins-like-ours"),
        pytest.param({"Host": "["}, 403, id="no-host-at-all"),
        pytest.param({"Origin": "https://evil.example"}, 403, id="foreign-page"),
        pytest.param({"Origin": "null"}, 403, id="page-from-nowhere"),
        pytest.param({"Origin": "http://localhost:1"}, 403, id="another-page-of-this-machine"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/line", "/lineworks/_sim/state"])
async def test_only_this_machine_and_its_own_page_are_answered(
    stage: Stage, path: str, headers: dict[str, str], status: int
) -> None:
    async with stage.caller.session.get(stage.address + path, headers=headers) as response:
        assert response.status == status
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("method", "path"),
    [
        pytest.param("POST", "/lineworks/_sim/token", id="tokens"),
        pytest.param("GET", "/lineworks/_sim/app", id="secrets-of-the-app"),
        pytest.param("GET", "/lineworks/v1.0/users", id="the-api"),
        pytest.param("GET", "/lineworks/_sim/../v1.0/users", id="the-api-by-a-detour"),
        pytest.param("GET", "/jicoo/_sim/state", id="a-system-that-is-not-there"),
        pytest.param("POST", "/sweep", id="a-sweep-without-a-bot"),
        pytest.param("GET", "/page.py", id="our-source"),
        pytest.param("GET", "/../settings.py", id="files-elsewhere"),
    ],
)
async def test_nothing_else_is_passed_on(stage: Stage, method: str, path: str) -> None:
    async with stage.caller.session.request(method, stage.address + path) as response:
        assert response.status == 404


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/jicoo/_sim/state", 200, id="what-jicoo-holds"),
        pytest.param("POST", "/jicoo/_sim/book", 201, id="a-guest"),
        pytest.param("GET", "/backoffice/_sim/faults", 200, id="faults-of-the-office"),
        pytest.param("POST", "/sweep", 200, id="a-sweep"),
        pytest.param("POST", "/jicoo/_sim/token", 404, id="keys"),
        pytest.param("POST", "/jicoo/_sim/webhook", 404, id="where-webhooks-go"),
        pytest.param("GET", "/jicoo/v1/bookings", 404, id="the-api"),
        pytest.param("POST", "/backoffice/_sim/book", 404, id="guests-of-another-system"),
    ],
)
async def test_the_other_systems_are_reached_as_narrowly(outside: Outside, method: str, path: str, status: int) -> None:
    async with (
        open_stage(others=outside.line, sweep=outside.sweep) as stage,
        stage.caller.session.request(method, stage.address + path) as response,
    ):
        assert response.status == status


@pytest.mark.asyncio(loop_scope="session")
async def test_a_sweep_that_nobody_makes_is_a_bad_gateway(outside: Outside) -> None:
    async def unanswered() -> None:
        return None

    async def without_a_store() -> None:
        raise StoreDown

    for sweep in (unanswered, without_a_store):
        async with (
            open_stage(others=outside.line, sweep=sweep) as stage,
            stage.caller.session.post(f"{stage.address}/sweep") as response,
        ):
            assert response.status == 502


@pytest.mark.asyncio(loop_scope="session")
async def test_one_stream_tells_of_the_changes_of_all_systems(outside: Outside) -> None:
    async with (
        open_stage(others=outside.line) as stage,
        stage.caller.session.get(f"{stage.address}/watch") as stream,
    ):
        while await _arrived(stream, 0.3):
            pass  # each system tells where it stands when somebody begins to watch

        await stage.caller.control("POST", "say", userId=TARO.user_id, text="はい")
        assert await _arrived(stream, 5)
        while await _arrived(stream, 0.3):
            pass  # the bot's answer
        await outside.guest("book", webhook=False)
        assert await _arrived(stream, 5) == b"data: changed\n\n"
        outside.office.changed()
        assert await _arrived(stream, 5) == b"data: changed\n\n"


async def _arrived(stream: aiohttp.ClientResponse, seconds: float) -> bytes:
    """What comes next; nothing when it does not come in time."""
    try:
        return await asyncio.wait_for(stream.content.readany(), seconds)
    except TimeoutError:
        return b""


@pytest.mark.asyncio(loop_scope="session")
async def test_without_a_port_the_next_free_one_is_taken_and_a_taken_one_is_an_error() -> None:
    async with (
        LineWorksSimulator(replace(tenant(), cast=CAST)) as sim,
        open_playground(line_of(sim), None) as first,
        open_playground(line_of(sim), None) as second,
    ):
        assert first != second
        with pytest.raises(OSError, match="in use"):
            await open_playground(line_of(sim), int(first.rpartition(":")[2])).__aenter__()


@pytest.mark.asyncio(loop_scope="session")
async def test_a_simulator_that_is_gone_is_a_bad_gateway() -> None:
    async with LineWorksSimulator(replace(tenant(), cast=CAST)) as sim:
        line = line_of(sim)
    async with open_playground(line, 0) as address, aiohttp.ClientSession() as session:
        for path in ("/watch", "/lineworks/_sim/state"):
            async with session.get(address + path) as response:
                assert response.status == 502


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_the_page_says_that_the_demo_has_stopped_and_comes_back_by_itself(browser: Browser) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
    page = await browser.new_page()
    async with open_stage(port) as stage:
        await page.goto(stage.address)
        await expect(page.locator("#connection")).to_have_text("接続済み")
        await page.get_by_role("tab", name="営業部").click()

    await expect(page.locator("#stopped")).to_contain_text("止まっています")
    await page.fill("#text", "書きかけ")
    async with open_stage(port) as stage:
        await expect(page.locator("#connection")).to_have_text("接続済み")
        await stage.put(at(monday(), 9, summary="再開"))

        await expect(page.locator(".blocks .event")).to_contain_text("再開")
        await expect(page.locator("#stopped")).to_be_empty()
        await expect(page.locator("#text")).to_have_value("書きかけ")
        await expect(page.get_by_role("tab", name="営業部")).to_have_attribute("aria-selected", "true")
    await page.close()


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_on_a_phone_one_thing_is_seen_at_a_time_and_nothing_sticks_out(browser: Browser, stage: Stage) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = await context.new_page()
    await page.goto(stage.address)
    await page.locator("#chips button").first.tap()

    await expect(page.locator(".message.mine")).to_be_in_viewport()
    await expect(page.locator(".calendar")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.get_by_role("button", name="予定表", exact=True).tap()
    await expect(page.locator(".calendar .day[aria-current]")).to_be_in_viewport()
    await expect(page.locator("#text")).to_be_hidden()
    await page.get_by_role("button", name="シミュレーター", exact=True).tap()
    await expect(page.locator("#desk")).to_be_visible()
    await context.close()


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_of_systems_that_are_not_there_the_page_does_not_speak(page: Page, stage: Stage) -> None:
    await stage.put(at(monday(), 9, summary="朝会"))
    await page.locator(".blocks .event").click()
    await expect(page.locator("dialog h2")).to_have_text("朝会")
    await expect(page.locator("dialog h3")).to_have_count(0)
    await page.keyboard.press("Escape")

    await page.click("#desk-button")

    await expect(page.locator("#faults h3").first).to_be_visible()
    assert "Jicoo" not in await page.locator("body").inner_text()
    assert "Back Office" not in await page.locator("body").inner_text()


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_the_fault_desk_arms_what_its_buttons_say_and_shows_what_became_of_it(page: Page, stage: Stage) -> None:
    await page.click("#desk-button")
    await page.click("[data-fault=fault503]")
    await expect(page.locator("#armed")).to_contain_text("あと1回")

    answered = await stage.caller.call("POST", f"/v1.0/users/{TARO.user_id}/calendar/events", json={})

    assert answered.status == 503
    await expect(page.locator("#calls b").first).to_have_text("503")
    await expect(page.locator("#armed")).to_have_text("ありません")
    await page.click("[data-fault=faultReset]")
    await expect(page.locator("#armed li")).to_have_count(1)
    await page.click("[data-fault=clear]")
    await expect(page.locator("#armed")).to_have_text("ありません")
    await page.click("[data-limit='10']")
    await expect(page.locator("[data-limit='10']")).to_have_attribute("aria-pressed", "true")
    limited = await stage.caller.call("GET", "/v1.0/users")
    assert limited.headers["rateLimit-limit"] == "10"
