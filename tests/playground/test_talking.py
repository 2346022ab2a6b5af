"""What people do in the talk: write, press, read in their own language."""

import pytest
from playwright.async_api import Page, expect

from bot.company import PEOPLE
from tests.playground.stage import AMERICAN, GLOBAL, HANAKO, KOREAN, SALES, TARO, Stage, buttons, text

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DELIVERED = ".message.mine[data-status='200']"  # what is shown without a status is still on its way to the bot


async def test_a_sentence_that_is_typed_appears_and_is_answered(page: Page, stage: Stage) -> None:
    await page.fill("#text", "明日15時 設計レビュー")
    await page.press("#text", "Enter")

    await expect(page.locator(".message.mine .bubble")).to_have_text("明日15時 設計レビュー")
    await expect(page.locator(".message.theirs:not(.writing) .bubble")).to_have_text(
        "聞きました：明日15時 設計レビュー"
    )
    await expect(page.locator("#text")).to_have_value("")
    assert [told["content"] for told in stage.heard] == [{"type": "text", "text": "明日15時 設計レビュー"}]
    assert "channelId" not in stage.heard[0]["source"]


async def test_a_pressed_button_says_its_text_and_sends_its_postback(page: Page, stage: Stage) -> None:
    undo = {"type": "message", "label": "取り消し", "text": "取り消します", "postback": "a1b2"}
    await stage.send(buttons("登録しました", [undo]))

    await page.get_by_role("button", name="取り消し", exact=True).and_(page.locator(".actions button")).click()

    await expect(page.locator(f"{DELIVERED} .bubble")).to_have_text("取り消します")
    assert stage.heard[0]["content"] == {"type": "text", "text": "取り消します", "postback": "a1b2"}


async def test_a_double_press_presses_one_button(page: Page, stage: Stage) -> None:
    for postback in ("upper", "lower"):
        await stage.send(buttons("登録しました", [{"type": "message", "label": "取り消し", "postback": postback}]))
    both = page.locator(".actions button")
    await expect(both).to_have_count(2)

    await both.evaluate_all("(pressed) => pressed.forEach((button) => button.click())")
    await page.wait_for_timeout(500)
    await both.last.click()

    await expect(page.locator(DELIVERED)).to_have_count(2)
    assert [told["content"]["postback"] for told in stage.heard] == ["upper", "lower"]


async def test_shift_enter_begins_a_new_line_and_sends_nothing(page: Page, stage: Stage) -> None:
    await page.fill("#text", "一行目")
    await page.press("#text", "Shift+Enter")
    await page.locator("#text").press_sequentially("二行目")
    await page.press("#text", "Enter")

    await expect(page.locator(f"{DELIVERED} .bubble")).to_have_text("一行目\n二行目")
    assert len(stage.heard) == 1


@pytest.mark.parametrize(
    "event",
    [
        pytest.param({"key": "Enter", "isComposing": True}, id="while-composing"),
        pytest.param({"key": "Enter", "keyCode": 229}, id="safari-after-composing"),
    ],
)
async def test_the_enter_of_an_input_method_does_not_send(page: Page, stage: Stage, event: dict[str, object]) -> None:
    await page.fill("#text", "あした")

    went_on = await page.locator("#text").evaluate(
        "(box, event) => box.dispatchEvent(new KeyboardEvent('keydown', {...event, bubbles: true, cancelable: true}))",
        event,
    )

    assert went_on, "the input method did not get its key"
    await expect(page.locator("#text")).to_have_value("あした")
    await expect(page.locator(".message")).to_have_count(0)
    await page.press("#text", "Enter")
    await expect(page.locator(DELIVERED)).to_have_count(1)
    assert len(stage.heard) == 1


async def test_everybody_reads_the_variant_of_their_own_language(page: Page, stage: Stage) -> None:
    action = {
        "type": "message",
        "label": "取り消し",
        "text": "取り消し",
        "postback": "x",
        "i18nLabels": [{"language": "ko_KR", "label": "취소"}, {"language": "en_US", "label": "Undo"}],
        "i18nTexts": [{"language": "ko_KR", "text": "취소해 주세요"}],
    }
    await stage.send(text("こんにちは", ko_KR="안녕하세요", en_US="Hello"), channel=GLOBAL.channel_id)
    await stage.send(buttons("登録", [action], ko_KR="등록했습니다"), channel=GLOBAL.channel_id)

    await page.get_by_role("button", name=KOREAN.display_name).click()
    await page.get_by_role("tab", name="Global").click()

    bubbles = page.locator(".message.theirs .bubble")
    await expect(bubbles.first).to_have_text("안녕하세요")
    await expect(bubbles.nth(1)).to_contain_text("등록했습니다")
    await expect(page.locator("html")).to_have_attribute("lang", "ko")
    await page.get_by_role("button", name="취소", exact=True).click()
    await expect(page.locator(f"{DELIVERED} .bubble")).to_have_text("취소해 주세요")
    assert stage.heard[0]["source"] == {
        "userId": KOREAN.user_id,
        "channelId": GLOBAL.channel_id,
        "domainId": stage.sim.tenant.domain_id,
    }
    await page.get_by_role("button", name=AMERICAN.display_name).click()
    await expect(bubbles.first).to_have_text("Hello")
    await expect(bubbles.nth(1)).to_contain_text("登録")  # no English variant: the base text
    await expect(page.locator("#today")).to_have_text("Today")


async def test_in_a_channel_the_mention_is_one_press_away_and_comes_first(page: Page, stage: Stage) -> None:
    await page.get_by_role("tab", name="営業部").click()
    await page.fill("#text", "明日10時 朝会")

    await page.get_by_role("button", name="@予定", exact=True).click()
    await page.press("#text", "Enter")

    await expect(page.locator(f"{DELIVERED} .bubble")).to_have_text("@予定 明日10時 朝会")
    assert stage.heard[0]["source"]["channelId"] == SALES.channel_id


async def test_an_example_is_said_when_it_is_pressed_with_the_mention_in_a_channel(page: Page, stage: Stage) -> None:
    await page.get_by_role("tab", name="営業部").click()

    await page.get_by_role("button", name="今日の予定", exact=True).click()

    await expect(page.locator(f"{DELIVERED} .bubble")).to_have_text("@予定 今日の予定")
    assert stage.heard[0]["content"]["text"] == "@予定 今日の予定"


async def test_only_members_see_a_channel_and_the_words_of_others_in_it(page: Page, stage: Stage) -> None:
    await stage.caller.control("POST", "say", userId=HANAKO.user_id, channelId=SALES.channel_id, text="お疲れさまです")
    await stage.caller.control("POST", "say", userId=HANAKO.user_id, text="ひとりごと")

    await expect(page.get_by_role("tab", name="営業部").locator(".badge")).to_have_text("2")
    await page.get_by_role("tab", name="営業部").click()

    await expect(page.locator(".message.theirs .sender").first).to_have_text(HANAKO.display_name)
    await expect(page.locator(".badge")).to_have_count(0)
    await expect(page.get_by_text("ひとりごと")).to_have_count(0)
    await page.get_by_role("button", name=AMERICAN.display_name).click()
    await expect(page.get_by_role("tab")).to_have_text(["Yotei", "#Global"])


async def test_in_a_large_company_those_without_a_face_are_in_a_list(page: Page) -> None:
    await expect(page.locator("#people button")).to_have_count(6)

    await page.select_option("#others", label=PEOPLE[-1].display_name)

    await expect(page.locator("#people [aria-pressed=true]")).to_contain_text(PEOPLE[-1].display_name)
    await expect(page.locator("#zone")).to_contain_text(PEOPLE[-1].display_name)


async def test_a_reload_shows_the_same_talk_of_the_same_person(page: Page, stage: Stage) -> None:
    await page.get_by_role("button", name=HANAKO.display_name).click()
    await page.fill("#text", "覚えていてください")
    await page.press("#text", "Enter")
    await expect(page.locator(".message.theirs:not(.writing)")).to_have_count(1)

    await page.reload()

    await expect(page.locator("#people [aria-pressed=true]")).to_contain_text(HANAKO.display_name)
    await expect(page.locator(".message .bubble")).to_have_text(
        ["覚えていてください", "聞きました：覚えていてください"]
    )


async def test_f22_markup_in_what_people_and_the_bot_say_stays_text(page: Page, stage: Stage) -> None:
    attack = '<img src=x onerror="window.owned=1"><script>window.owned=1</script>'
    link = {"type": "uri", "label": "<b>開く</b>", "uri": 'https://example.com/"onclick="window.owned=1'}
    await page.fill("#text", attack)
    await page.press("#text", "Enter")
    await stage.send(buttons(attack, [link]))

    await expect(page.locator(".message.mine .bubble")).to_have_text(attack)
    await expect(page.locator(".message.theirs .bubble a")).to_have_text("<b>開く</b>")
    await expect(page.locator(".messages img, .messages script, .messages b:not(.badge)")).to_have_count(0)
    assert await page.evaluate("window.owned") is None


async def test_an_address_is_a_link_that_ends_where_the_address_ends(page: Page, stage: Stage) -> None:
    await stage.send(text('会議室（https://example.com/a?b=1）と"javascript:alert(1)"、\nhttps://example.com/c。'))

    links = page.locator(".bubble a")

    await expect(links).to_have_text(["https://example.com/a?b=1", "https://example.com/c"])
    await expect(links.first).to_have_attribute("href", "https://example.com/a?b=1")
    await expect(links.first).to_have_attribute("rel", "noopener noreferrer")


async def test_a_mention_is_read_as_a_name(page: Page, stage: Stage) -> None:
    await stage.send(text(f'<m userId="{HANAKO.user_id}"> さん、どうぞ'), channel=SALES.channel_id)

    await page.get_by_role("tab", name="営業部").click()

    await expect(page.locator(".bubble")).to_have_text(f"@{HANAKO.display_name} さん、どうぞ")


async def test_what_does_not_reach_the_bot_says_so(page: Page, stage: Stage) -> None:
    await stage.caller.call(
        "PATCH", f"/v1.0/bots/{stage.sim.tenant.bot.bot_id}", json={"callbackUrl": "http://127.0.0.1:1/"}
    )

    await page.fill("#text", "だれかいますか")
    await page.press("#text", "Enter")

    await expect(page.locator(".message.mine .not-delivered")).to_have_text("ボットに届きませんでした")


async def test_somebody_who_reads_above_is_not_pulled_down_by_what_is_new(page: Page, stage: Stage) -> None:
    for number in range(30):
        await stage.send(text(f"{number}番目の知らせです"))
    await expect(page.locator(".message")).to_have_count(30)
    await page.locator("#messages").evaluate("list => { list.scrollTop = 100 }")
    await expect(page.locator("#newest")).to_be_hidden()

    await stage.send(text("新しい知らせです"))

    await expect(page.locator("#newest")).to_be_visible()
    assert await page.locator("#messages").evaluate("list => list.scrollTop") == 100
    await page.click("#newest")
    await expect(page.get_by_text("新しい知らせです")).to_be_in_viewport()
    assert TARO.user_id not in await page.locator("body").inner_text()
