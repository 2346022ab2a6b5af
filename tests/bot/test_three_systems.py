"""Three calendars in one talk, end to end."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.house import EMILY, HANAKO, SALES, TARO, House, open_house

BACKOFFICE, JICOO, LINEWORKS = "backoffice", "jicoo", "lineworks"


async def held(house: House) -> dict[str, list[Any]]:
    """The titles that each system holds."""
    return {
        LINEWORKS: [event["summary"] for event in await house.events()],
        JICOO: [one["name"] for one in (await house.state(JICOO))["schedules"] if one["status"] == "open"],
        BACKOFFICE: [one["caption"] for one in (await house.state(BACKOFFICE))["events"]],
    }


SENTENCES = [
    pytest.param("Jicooへ来週木曜の13時から面談枠を入れて", JICOO, "面談枠", id="jicoo"),
    pytest.param(
        "add a product walkthrough to Jicoo on Thursday next week at 11", JICOO, "product walkthrough", id="en"
    ),
    pytest.param("バックオフィスに来週金曜15時 入金確認 10分前に通知 @佐藤", BACKOFFICE, "入金確認", id="backoffice"),
    pytest.param("来週金曜15時 設計レビュー", LINEWORKS, "設計レビュー", id="lineworks"),
]


@pytest.mark.parametrize(("sentence", "system", "title"), SENTENCES)
async def test_a_sentence_makes_one_event_in_its_system_and_undo_takes_it_back(
    house: House, sentence: str, system: str, title: str
) -> None:
    nothing: dict[str, list[Any]] = {LINEWORKS: [], JICOO: [], BACKOFFICE: []}

    made = await house.ask(sentence)
    after = await held(house)
    await house.press(made, made.labels[0])

    assert after == nothing | {system: [title]}
    assert await held(house) == nothing


@pytest.mark.parametrize(
    ("sentence", "system"),
    [
        pytest.param("Jicooに来週木曜13時 面談枠", JICOO, id="jicoo"),
        pytest.param("バックオフィスに来週金曜15時 入金確認", BACKOFFICE, id="backoffice"),
    ],
)
@pytest.mark.parametrize("do", ["apply_then_reset", "reset", {"status": 503}])
async def test_f25_a_create_with_an_unclear_end_makes_one_event(
    house: House, sentence: str, system: str, do: object
) -> None:
    await house.fault("schedules|events", do, system=system)

    assert await house.say(sentence) == 200
    await house.until("登録しました")

    assert len((await held(house))[system]) == 1


async def test_a_cancel_elsewhere_is_kind_the_second_time_and_can_be_taken_back(house: House) -> None:
    await house.ask("バックオフィスに来週金曜15時 入金確認")

    cancelled = await house.ask("入金確認をキャンセル")
    again = await house.ask("入金確認をキャンセル")
    restored = await house.press(cancelled, "取り消す")

    assert "キャンセルしました" in cancelled.text
    assert "見つかりませんでした" in again.text
    assert "新しい予定として" in restored.text
    assert (await held(house))[BACKOFFICE] == ["入金確認"]


async def test_todays_list_has_all_three_and_says_what_could_not_be_read(house: House) -> None:
    await house.ask("Jicooに来週木曜13時 面談枠")
    await house.ask("バックオフィスに来週木曜15時 入金確認")
    await house.ask("来週木曜10時 定例")

    whole = await house.ask("来週木曜の予定")
    await house.fault("/v1/", {"status": 503}, times=100, method="GET", system=JICOO)
    partly = await house.ask("来週木曜の予定")

    assert [whole.text.index(title) for title in ("定例", "面談枠", "入金確認")] == sorted(
        whole.text.index(title) for title in ("定例", "面談枠", "入金確認")
    )
    assert "[Jicoo]" in whole.text
    assert "Jicooの予定は確認できませんでした" in partly.text
    assert "定例" in partly.text
    assert "入金確認" in partly.text


async def test_who_has_no_account_elsewhere_is_told_and_nothing_is_written(house: House) -> None:
    jicoo = await house.ask("add a product walkthrough to Jicoo next Thursday at 11", EMILY)
    office = await house.ask("put an audit in the back office next Thursday at 11", EMILY)

    assert "Jicoo" in jicoo.text
    assert "your Back Office account" in office.text
    assert await held(house) == {LINEWORKS: [], JICOO: [], BACKOFFICE: []}


async def test_f55_an_ended_token_is_said_in_words_and_a_new_file_is_picked_up(house: House, tmp_path: Path) -> None:
    token = tmp_path / "backoffice.token"
    good = token.read_text()
    token.write_text((await house.control("token", {"expiresIn": -1}, BACKOFFICE))["token"])

    refused = await house.ask("バックオフィスに来週金曜15時 入金確認")
    others = await house.ask("来週金曜16時 設計レビュー")
    token.write_text(good)
    made = await house.ask("バックオフィスに来週金曜15時 入金確認")

    assert "バックオフィス" in refused.text
    assert "登録しました" not in refused.text
    assert "登録しました" in others.text
    assert "登録しました" in made.text
    assert (await held(house))[BACKOFFICE] == ["入金確認"]


async def test_f55_the_admins_are_told_an_hour_before_the_token_ends_and_only_once(tmp_path: Path) -> None:
    async def ending(line: Mapping[str, Any]) -> None:
        async with aiohttp.ClientSession() as session:
            url = f"{line[BACKOFFICE]}/_sim/token"
            async with session.post(url, json={"expiresIn": 1800}) as answer:
                (tmp_path / "backoffice.token").write_text((await answer.json())["token"])

    async with open_house(tmp_path, before=ending) as house:
        [told] = await house.answers(1)
        await house.quiet()

    assert told.to == {"channelId": SALES}
    assert "BACKOFFICE_TOKEN_FILE" in told.text


async def test_a_colleague_sees_what_they_were_put_on(house: House) -> None:
    await house.ask("バックオフィスに来週金曜15時 入金確認 @佐藤", TARO)

    seen = await house.ask("来週金曜の予定", HANAKO)

    assert "入金確認" in seen.text
