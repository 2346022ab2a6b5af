"""A signed callback comes in over HTTP, the simulator's calendar changes, the person reads the answer."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.company import PEOPLE
from tests.house import EMILY, HANAKO, MINJUN, SALES, TARO, WEEKDAY, House, starts


def tomorrow(zone: str = "Asia/Tokyo") -> str:
    return (datetime.now(ZoneInfo(zone)) + timedelta(days=1)).strftime("%Y-%m-%d")


async def test_a_japanese_sentence_becomes_one_event_and_one_answer(house: House) -> None:
    answer = await house.ask("明日15時から1時間 設計レビュー @佐藤")

    [event] = await house.events()
    assert event["summary"] == "設計レビュー"
    assert starts(event) == f"{tomorrow()}T15:00:00"
    assert event["end"]["dateTime"] == f"{tomorrow()}T16:00:00"
    assert [one["email"] for one in event["attendees"]] == [PEOPLE[1].email]
    assert answer.to == {"userId": TARO}
    assert WEEKDAY.search(answer.text)
    for part in ("設計レビュー", "15:00", "16:00", "1時間", "佐藤 花子", "カレンダー"):
        assert part in answer.text
    assert answer.labels == ["取り消す"]


async def test_an_english_sentence_of_somebody_in_new_york_is_read_in_new_york(house: House) -> None:
    answer = await house.ask("team sync tomorrow at 3pm for 45 minutes", EMILY)

    [event] = await house.events(EMILY)
    assert event["summary"] == "team sync"
    assert starts(event) == f"{tomorrow('America/New_York')}T15:00:00"
    assert event["start"]["timeZone"] == "America/New_York"
    assert "45 min" in answer.text


async def test_every_viewer_reads_their_own_language(house: House) -> None:
    answer = await house.ask("明日15時から1時間 設計レビュー")

    texts = {one["language"]: one["contentText"] for one in answer.content["i18nContentTexts"]}
    assert texts.keys() == {"ja_JP", "en_US", "ko_KR", "zh_CN", "zh_TW"}
    assert len(set(texts.values())) == 5
    assert answer.text == texts["ja_JP"]


async def test_in_a_room_only_those_who_mention_the_bot_are_heard_and_the_room_is_answered(house: House) -> None:
    assert await house.say("明日15時から1時間 設計レビュー", room=SALES) == 200

    answer = await house.ask("@予定 明日16時から1時間 予算会議", HANAKO, SALES)

    assert answer.to == {"channelId": SALES}
    assert [event["summary"] for event in await house.events()] == ["予算会議"]
    assert [event["summary"] for event in await house.events(HANAKO)] == ["予算会議"]


async def test_the_next_day_is_the_one_after_the_event_s_own(house: House) -> None:
    await house.ask("来週木曜14時から2時間 煙突掃除")
    [event] = await house.events()
    thursday = datetime.fromisoformat(starts(event))

    await house.ask("煙突掃除を翌日に変更")
    [on_friday] = await house.events()
    await house.ask("煙突掃除を翌日の10時に変更")
    [on_saturday] = await house.events()

    assert starts(on_friday) == (thursday + timedelta(days=1)).isoformat()
    assert starts(on_saturday) == (thursday + timedelta(days=2)).replace(hour=10).isoformat()
    assert on_saturday["end"]["dateTime"] == (thursday + timedelta(days=2)).replace(hour=12).isoformat()


async def test_whole_days_and_ranges_of_days(house: House) -> None:
    await house.ask("来週の月曜から水曜 大阪出張")

    [event] = await house.events()
    first, last = (datetime.fromisoformat(event[edge]["date"]) for edge in ("start", "end"))
    assert event["summary"] == "大阪出張"
    assert first.weekday() == 0
    assert last - first == timedelta(days=3)  # the end is exclusive


async def test_a_list_shows_what_is_there_and_names_the_calendar_when_nothing_is(house: House) -> None:
    empty = await house.ask("明日の予定")
    await house.ask("明日15時から1時間 設計レビュー")
    await house.ask("明日9時から9時半 朝会")

    listed = await house.ask("明日の予定")

    assert "見つかりませんでした" in empty.text
    assert listed.text.index("09:00") < listed.text.index("朝会") < listed.text.index("15:00")
    assert "2件" in listed.text


async def test_cancel_and_take_it_back(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    cancelled = await house.ask("明日の設計レビューをキャンセル")
    gone = await house.events()
    restored = await house.press(cancelled, "取り消す")

    assert "キャンセルしました" in cancelled.text
    assert gone == []
    assert "設計レビュー" in restored.text
    [event] = await house.events()
    assert starts(event) == f"{tomorrow()}T15:00:00"


async def test_undo_in_words_takes_back_what_was_made_once(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    undone = await house.ask("取り消し")
    again = await house.ask("取り消し")

    assert "取り消しました" in undone.text
    assert await house.events() == []
    assert undone.text != again.text


async def test_two_of_one_name_become_buttons_and_the_chosen_one_is_invited(house: House) -> None:
    question = await house.ask("明日15時から1時間 設計レビュー @田中")
    nothing_yet = await house.events()

    answer = await house.press(question, "田中 美咲")

    assert nothing_yet == []
    assert "田中 美咲" in answer.text
    [event] = await house.events()
    assert [one["email"] for one in event["attendees"]] == [PEOPLE[3].email]


async def test_several_events_become_buttons_and_the_chosen_one_is_cancelled(house: House) -> None:
    await house.ask("明日10時から30分 定例")
    await house.ask("明日16時から30分 定例")

    question = await house.ask("明日の定例をキャンセル")
    await house.press(question, question.labels[1])

    [left] = await house.events()
    assert starts(left) == f"{tomorrow()}T10:00:00"


async def test_what_is_missing_is_asked_and_the_next_sentence_completes_it(house: House) -> None:
    when = await house.ask("設計レビューを入れて")
    done = await house.ask("明日15時から1時間")

    assert "いつ" in when.text
    assert "登録しました：設計レビュー" in done.text
    assert len(await house.events()) == 1


async def test_a_time_alone_asks_for_the_title(house: House) -> None:
    what = await house.ask("明日15時から1時間")
    done = await house.ask("設計レビュー")

    assert "件名" in what.text
    assert "登録しました：設計レビュー" in done.text


async def test_a_correction_changes_what_was_just_made(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    await house.ask("やっぱり16時から")

    [event] = await house.events()
    assert starts(event) == f"{tomorrow()}T16:00:00"
    assert event["end"]["dateTime"] == f"{tomorrow()}T17:00:00"


async def test_an_event_is_moved_by_its_title(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー @佐藤")

    moved = await house.ask("設計レビューを17時に変更")
    back = await house.press(moved, "取り消す")

    [event] = await house.events()
    assert "17:00" in moved.text
    assert "15:00" in back.text
    assert starts(event) == f"{tomorrow()}T15:00:00"
    assert len(event["attendees"]) == 1


async def test_an_attendee_cannot_cancel_and_is_told_who_can(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー @佐藤")

    refused = await house.ask("明日の設計レビューをキャンセル", HANAKO)

    assert PEOPLE[0].email in refused.text
    assert len(await house.events()) == 1


async def test_f45_the_bot_greets_once_when_it_arrives_and_is_silent_otherwise(house: House) -> None:
    await house.control("event", {"type": "join", "channelId": SALES})
    [greeting] = await house.answers(1)

    for kind in ("leave", "joined", "left"):
        await house.control("event", {"type": kind, "channelId": SALES, "members": [TARO]})
    sticker = {"type": "sticker", "packageId": "1", "stickerId": "1"}
    await house.control("event", {"type": "message", "userId": TARO, "content": sticker})

    assert greeting.to == {"channelId": SALES}
    assert greeting.text.count("\n") == 3
    await house.quiet()


async def test_f51_all_of_a_private_talk_goes_through_one_lane(house: House) -> None:
    await house.control("event", {"type": "begin", "userId": MINJUN})
    [greeting] = await house.answers(1)
    made = await house.ask("tomorrow 3pm design review", MINJUN)
    undo = made.content["actions"][0]["postback"]

    await house.control("event", {"type": "postback", "userId": MINJUN, "data": undo})
    [undone] = await house.answers(1)

    assert greeting.to == undone.to == {"userId": MINJUN}
    assert await house.events() == []


async def test_f36_tomorrow_is_counted_from_when_it_was_said(house: House) -> None:
    yesterday = datetime.now(UTC) - timedelta(hours=20)
    said = yesterday.astimezone(ZoneInfo("Asia/Tokyo"))

    await house.ask(
        f"{(said + timedelta(days=3)).day}日15時から1時間 設計レビュー", issuedTime=f"{yesterday:%Y-%m-%dT%H:%M:%SZ}"
    )

    [event] = await house.events()
    assert starts(event) == f"{said + timedelta(days=3):%Y-%m-%d}T15:00:00"


async def test_what_is_older_than_a_day_is_acknowledged_and_not_acted_on(house: House) -> None:
    old = datetime.now(UTC) - timedelta(hours=25)

    assert await house.say("明日15時から1時間 設計レビュー", issuedTime=f"{old:%Y-%m-%dT%H:%M:%SZ}") == 200

    await house.quiet()
    assert await house.events() == []
    assert await house.count("yotei_callbacks_total", outcome="stale") == 1


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("2/30 15時 設計レビュー", "2/30", id="f35-no-such-day"),
        pytest.param("来々々週の会議", "来々々週", id="residue"),
        pytest.param("ありがとう！", "例", id="chat"),
        pytest.param("   ", "設計レビュー", id="f39-only-blanks"),
        pytest.param("Googleカレンダーに明日15時 設計レビュー", "google", id="another-system"),
    ],
)
async def test_what_cannot_be_done_is_said_in_words_and_nothing_happens(
    house: House, sentence: str, words: str
) -> None:
    answer = await house.ask(sentence)

    assert words in answer.text
    assert await house.events() == []


async def test_f22_a_title_cannot_ring_everybody(house: House) -> None:
    answer = await house.ask('@予定 明日15時から1時間 「<m userId="all"> \u202e集合」', room=SALES)

    assert '<m userId="all">' not in str(answer.content)
    assert "\u202e" not in str(answer.content)
    assert len(await house.events()) == 1


async def test_f39_a_long_message_is_cut_safely(house: House) -> None:
    title = "設計レビュー" * 330

    answer = await house.ask(f"明日15時から {title}")

    [event] = await house.events()
    assert len(event["summary"]) == 200
    assert title in event["description"]
    assert len(answer.text) <= 1000


async def test_a_question_that_was_answered_in_words_has_no_buttons_left(house: House) -> None:
    what = await house.ask("明日15時から1時間")
    await house.ask("設計レビュー")

    late = await house.press(what, what.labels[0])

    assert "使われています" in late.text
    assert [event["summary"] for event in await house.events()] == ["設計レビュー"]


async def test_a_question_which_event_is_answered_by_its_title(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    which = await house.ask("キャンセルして")
    done = await house.ask("明日の設計レビュー")

    assert "どの予定" in which.text
    assert "キャンセルしました" in done.text
    assert await house.events() == []


async def test_a_question_to_when_is_answered_by_a_time(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")

    when = await house.ask("設計レビューを変更して")
    moved = await house.ask("17時")

    assert "いつ" in when.text
    assert "17:00" in moved.text
    assert len(await house.events()) == 1


async def test_corrections_go_on_and_each_can_be_taken_back(house: House) -> None:
    await house.ask("明日15時から1時間 設計レビュー")
    await house.ask("30分に")
    await house.ask("やっぱり17時から")

    first = await house.ask("取り消し")
    second = await house.ask("取り消し")
    third = await house.ask("取り消し")

    assert "15:00" in first.text
    assert "1時間" in second.text
    assert "登録を取り消しました" in third.text
    assert await house.events() == []


async def test_a_list_in_between_leaves_a_question_open(house: House) -> None:
    await house.ask("設計レビューを入れて")
    await house.ask("明日の予定")

    done = await house.ask("明日15時から1時間")

    assert "登録しました：設計レビュー" in done.text


async def test_f46_a_private_event_made_in_a_room_is_not_named_there(house: House) -> None:
    made = await house.ask("@予定 明日15時から1時間 採用面談 非公開", room=SALES)

    assert "採用面談" not in str(made.content)
    assert [event["visibility"] for event in await house.events()] == ["PRIVATE"]


async def test_a_question_answered_in_words_during_trouble_leaves_no_live_button(house: House) -> None:
    question = await house.ask("明日15時から1時間 契約確認 @田中")
    await house.fault("/calendar/events$", {"status": 503}, times=4)
    assert await house.say("田中 美咲") == 200
    await house.until("登録しました")

    late = await house.press(question, "田中 太郎")

    assert "使われています" in late.text
    assert len(await house.events()) == 1
