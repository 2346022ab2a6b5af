"""The outside fails: nothing is lost, nothing happens twice, and the person hears about it."""

import asyncio

import pytest

from tests.house import HANAKO, TARO, House

CREATE = r"/calendar/events$"
SEND = r"/messages$"


@pytest.mark.parametrize(
    "do",
    [
        pytest.param({"status": 500}, id="500"),
        pytest.param({"status": 502, "body": "<html>bad gateway</html>"}, id="502"),
        pytest.param({"status": 503, "headers": {"Retry-After": "1"}}, id="503"),
        pytest.param({"status": 504}, id="504"),
        pytest.param("reset", id="reset"),
        pytest.param("apply_then_reset", id="f25-applied-then-reset"),
        pytest.param({"status": 429, "headers": {"Retry-After": "1"}}, id="429"),
    ],
)
async def test_f24_a_calendar_that_stumbles_once_still_gets_the_event_once(house: House, do: object) -> None:
    await house.fault(CREATE, do)

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "登録しました" in answer.text
    assert len(await house.events()) == 1


@pytest.mark.parametrize(
    "do",
    [
        pytest.param({"status": 200, "body": "<html>login</html>"}, id="html"),
        pytest.param({"status": 200, "body": ""}, id="empty"),
        pytest.param({"status": 200, "body": '{"eventComponents": [{"eventI'}, id="cut-json"),
        pytest.param({"status": 200, "body": '{"eventComponents": "none"}'}, id="wrong-type"),
    ],
)
async def test_f29_an_answer_that_is_no_answer_is_a_failure_in_words(house: House, do: object) -> None:
    await house.fault(CREATE, do, times=20)

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "登録しました" not in answer.text
    assert await house.events() == []


async def test_a_refusal_is_told_at_once_and_in_words(house: House) -> None:
    await house.fault(CREATE, {"status": 400, "body": '{"code":"INVALID_PARAMETER","description":"秘密"}'}, times=5)

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "秘密" not in answer.text
    assert await house.events() == []


async def test_f26_a_token_that_is_refused_is_renewed_once_and_the_work_goes_on(house: House) -> None:
    await house.ask("明日10時から1時間 朝会")
    await house.fault(CREATE, {"status": 401, "body": '{"code":"UNAUTHORIZED"}'})

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "登録しました" in answer.text
    tokens = [call for call in (await house.state())["calls"] if call["path"] == "/oauth2/v2.0/token"]
    assert len(tokens) == 2


async def test_f26_a_token_that_stays_refused_is_told_and_alerts_an_operator(house: House) -> None:
    await house.fault(CREATE, {"status": 401, "body": '{"code":"UNAUTHORIZED"}'}, times=20)

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "管理者" in answer.text
    assert await house.count("yotei_alerts_total", alert="token_lineworks_service_account") >= 1
    assert await house.events() == []


async def test_an_answer_that_cannot_be_sent_at_first_is_sent_later_and_the_event_made_once(house: House) -> None:
    await house.fault(SEND, {"status": 503}, times=2)

    answer = await house.ask("明日15時から1時間 設計レビュー")

    assert "登録しました" in answer.text
    assert len(await house.events()) == 1


async def test_an_answer_that_may_have_arrived_is_not_said_twice(house: House) -> None:
    await house.fault(SEND, "apply_then_reset")

    answer = await house.ask("明日15時から1時間 設計レビュー")
    await house.quiet()

    assert "登録しました" in answer.text


async def test_one_persons_trouble_does_not_hold_up_others(house: House) -> None:
    await house.fault(rf"/users/{TARO}{CREATE}", {"status": 503}, times=4)

    assert await house.say("明日15時から1時間 設計レビュー") == 200
    hanakos = await house.ask("明日16時から1時間 予算会議", HANAKO)
    taros = await house.until("設計レビュー")

    assert hanakos.to == {"userId": HANAKO}
    assert "登録しました" in taros.text


async def test_sentences_of_one_person_are_handled_in_order_even_when_the_first_has_trouble(house: House) -> None:
    await house.fault(CREATE, {"status": 503}, times=3)

    assert await house.say("明日15時から1時間 一番") == 200
    assert await house.say("明日16時から1時間 二番") == 200
    await house.until("一番")
    await house.until("二番")

    assert [event["summary"] for event in await house.events()] == ["一番", "二番"]


async def test_a_button_pressed_ten_times_at_once_acts_once(house: House) -> None:
    made = await house.ask("明日15時から1時間 設計レビュー")
    undo = made.content["actions"][0]

    await asyncio.gather(*(house.say(undo["text"], postback=undo["postback"]) for _ in range(10)))
    answers = await house.answers(10)

    assert sum("取り消しました" in answer.text for answer in answers) == 1
    assert sum("使われています" in answer.text for answer in answers) == 9
    assert await house.events() == []


@pytest.mark.parametrize(
    "postback",
    [
        pytest.param("0.invented.0", id="invented"),
        pytest.param("x" * 900, id="long"),
        pytest.param("{y}partitions", id="a-key-of-the-store"),
    ],
)
async def test_an_invented_button_does_nothing_and_says_so(house: House, postback: str) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    answer = await house.ask("取り消す", postback=postback)

    assert "使えません" in answer.text
    assert len(await house.events()) == 1


async def test_somebody_elses_button_does_nothing(house: House) -> None:
    made = await house.ask("明日15時から1時間 設計レビュー")

    foreign = await house.press(made, "取り消す", who=HANAKO)

    assert "取り消しました" not in foreign.text
    assert len(await house.events()) == 1
