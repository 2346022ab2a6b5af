"""Jicoo's bookings, end to end: a guest books, moves, cancels; hosts' calendars and the team's room follow."""

import asyncio
import hashlib
import hmac
import json
import random
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from bot.company import CHANNELS, JICOO_USER_IDS
from bot.web import JICOO_PATH
from providers.transport import HABITS
from tests.house import HANAKO, SALES, TARO, House, Said, open_house
from tests.processes import ROOT

TOKYO = ZoneInfo("Asia/Tokyo")


async def book(house: House, **more: Any) -> dict[str, Any]:
    return await house.control("book", more, "jicoo")


async def mirrors(house: House) -> dict[str, list[str]]:
    """Booking uid → whose calendars show it and from when, in UTC."""
    shown: dict[str, list[str]] = {}
    for held in (await house.state())["events"]:
        event = held["eventComponents"][0]
        if event["eventId"].startswith("yotei-jicoo-"):
            start = datetime.fromisoformat(event["start"]["dateTime"]).replace(
                tzinfo=ZoneInfo(event["start"]["timeZone"])
            )
            uid = event["eventId"].removeprefix("yotei-jicoo-")
            shown.setdefault(uid, []).append(f"{held['userId']} {start.astimezone(UTC):%m-%dT%H:%M}")
    return {uid: sorted(whose) for uid, whose in shown.items()}


async def expected(house: House) -> dict[str, list[str]]:
    """What the calendars have to show, by Jicoo's own list."""
    members = {jicoo: user for user, jicoo in JICOO_USER_IDS.items()}
    return {
        held["uid"]: sorted(
            f"{members[host['userId']]} {datetime.fromisoformat(held['startedAt']).astimezone(UTC):%m-%dT%H:%M}"
            for host in held["hosts"]
        )
        for held in (await house.state("jicoo"))["bookings"]
        if held["status"] == "open"
    }


async def agree(house: House, seconds: float = 10.0) -> None:
    """Wait until the calendars show what Jicoo holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if await mirrors(house) == await expected(house):
            return
        await asyncio.sleep(0.05)
    assert await mirrors(house) == await expected(house)


async def sweep(data_dir: Path) -> str:
    """`python -m bot sweep`, as an operator runs it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sweep", "--data-dir", str(data_dir), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    return said.decode()


async def route(house: House) -> Said:
    return await house.ask("@予定 Jicoo通知をここに", TARO, SALES)


async def test_a_booking_is_in_the_hosts_calendar_and_in_the_room_within_two_seconds(house: House) -> None:
    await route(house)
    begun = time.monotonic()

    made = await book(house, name="山田 さくら", email="sakura@guest.example")
    [card] = await house.answers(1)

    assert time.monotonic() - begun < 2.0
    assert card.to == {"channelId": SALES}
    assert "山田 さくら" in card.text
    assert "sakura@guest.example" not in card.text
    await agree(house)
    [(uid, _)] = (await mirrors(house)).items()
    assert uid == made["uid"]


async def test_a_move_shows_old_and_new_and_a_cancel_takes_the_entry_away(house: House) -> None:
    await route(house)
    made = await book(house)
    await house.answers(1)
    start = datetime.fromisoformat(made["startedAt"]) + timedelta(days=1)

    await house.control("move", {"uid": made["uid"], "startedAt": start.isoformat()}, "jicoo")
    [moved] = await house.answers(1)
    await agree(house)
    await house.control("cancel", {"uid": made["uid"], "reason": "体調不良のため"}, "jicoo")
    [cancelled] = await house.answers(1)
    await agree(house)

    old, new = (
        moment.astimezone(TOKYO).strftime("%H:%M") for moment in (datetime.fromisoformat(made["startedAt"]), start)
    )
    assert old in moved.text
    assert new in moved.text
    assert "体調不良のため" in cancelled.text
    assert await mirrors(house) == {}


async def test_a_host_cancels_by_the_card_and_everything_agrees(house: House) -> None:
    await route(house)
    made = await book(house)
    [card] = await house.answers(1)

    asked = await house.press(card, "キャンセル", TARO, SALES)
    done = await house.press(asked, "キャンセルする", TARO, SALES)
    again = await house.press(card, "キャンセル", TARO, SALES)
    await agree(house)

    assert (await house.state("jicoo"))["bookings"][0]["status"] == "cancel"
    assert "キャンセルしました" in done.text
    assert "すでにありません" in again.text
    assert (await house.state("jicoo"))["bookings"][0]["uid"] == made["uid"]
    await house.quiet()  # f53: our own cancel comes back as host_cancelled, and is no news


async def test_after_a_booking_is_cancelled_an_undo_in_words_leaves_earlier_events_alone(house: House) -> None:
    await route(house)
    await book(house)
    [card] = await house.answers(1)
    await house.ask("@予定 明後日15時 設計レビュー", TARO, SALES)
    asked = await house.press(card, "キャンセル", TARO, SALES)
    await house.press(asked, "キャンセルする", TARO, SALES)
    await agree(house)

    undone = await house.ask("@予定 取り消し", TARO, SALES)

    assert "登録を取り消しました" not in undone.text
    assert [event["summary"] for event in await house.events(TARO)] == ["設計レビュー"]


async def test_f42_only_hosts_and_admins_may_cancel_a_booking(house: House) -> None:
    await route(house)
    await book(house)
    [card] = await house.answers(1)

    refused = await house.press(card, "キャンセル", HANAKO, SALES)

    assert (await house.state("jicoo"))["bookings"][0]["status"] == "open"
    assert refused.labels == []


def signed(house: House, body: bytes, at: float | None = None) -> Mapping[str, str]:
    stamp = str(int(at or time.time()))
    digest = hmac.new(house.line["jicoo_secret"].encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    return {"Jicoo-Webhook-Signature": f"t={stamp},v1={digest}", "Content-Type": "application/json"}


async def deliver(house: House, body: bytes, headers: Mapping[str, str] | None = None) -> int:
    async with house.session.post(house.bot + JICOO_PATH, data=body, headers=headers or signed(house, body)) as answer:
        assert await answer.read() == b""
        return answer.status


def news(event: str, booking: Mapping[str, Any]) -> bytes:
    """The webhook of a booking as Jicoo holds it."""
    told = {
        name: booking[name] for name in ("uid", "status", "timeZone", "startedAt", "endedAt", "createdAt", "updatedAt")
    }
    told |= {
        "eventTypeUid": booking["eventTypeId"],
        "contact": {"name": "山田", "email": "y@guest.example"},
        "answers": [],
    }
    told |= {name: booking.get(name) for name in ("cancelReason", "cancelledAt", "cancelledBy")}
    return json.dumps({"event": event, "createdAt": booking["updatedAt"], "object": told}, ensure_ascii=False).encode()


async def test_f11_f16_a_shuffled_duplicated_history_ends_as_jicoo_has_it_and_no_state_is_told_twice(
    house: House,
) -> None:
    await route(house)
    chance = random.Random(7)
    history: list[bytes] = []
    days = 0
    for _ in range(40):
        days += 1
        start = datetime.now(UTC).replace(hour=1, minute=0, second=0, microsecond=0) + timedelta(days=days)
        booking = await book(house, startedAt=start.isoformat(), webhook=False)
        history.append(news("guest_booked", booking))
        if chance.random() < 0.5:
            days += 1
            told = {"uid": booking["uid"], "startedAt": (start + timedelta(days=1)).isoformat(), "webhook": False}
            booking = await house.control("move", told, "jicoo")
            history.append(news("guest_rescheduled", booking))
        if chance.random() < 0.4:
            booking = await house.control("cancel", {"uid": booking["uid"], "webhook": False}, "jicoo")
            history.append(news("guest_cancelled", booking))
    history += chance.sample(history, 30)
    chance.shuffle(history)

    statuses = await asyncio.gather(*(deliver(house, body) for body in history))
    cards = await house.answers(40, patience=40)  # one a booking: only its last state was ever seen
    await agree(house, 20)
    await house.quiet()

    assert set(statuses) == {200}
    assert len({card.text for card in cards}) == 40


def seldom_sweeping(environment: dict[str, str]) -> None:
    """So that the timer does not find them first."""
    environment["SWEEP_SECONDS"] = "3600"


async def test_f20_thirty_bookings_without_webhooks_are_found_in_one_summary(tmp_path: Path) -> None:
    async with open_house(tmp_path, seldom_sweeping) as house:
        await route(house)
        for _ in range(30):
            await book(house, webhook=False)

        said = await sweep(tmp_path)
        [summary] = await house.answers(1)
        await agree(house)
        await house.quiet()

    assert said.startswith("30 found")
    assert "30件" in summary.text


async def test_f52_a_first_start_with_bookings_is_silent(tmp_path: Path) -> None:
    async with open_house(tmp_path, before=lambda line: _book_many(line["jicoo"], 200)) as house:
        await house.quiet()

        assert await mirrors(house) == {}


async def _book_many(jicoo: str, count: int) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(count):
            async with session.post(f"{jicoo}/_sim/book", json={"webhook": False}) as answer:
                assert answer.status == 201


async def test_f24_jicoo_is_away_and_nothing_is_lost_nor_held_up(house: House, tmp_path: Path) -> None:
    await route(house)
    await house.fault("/v1/", {"status": 503}, times=10_000, method="GET", system="jicoo")

    made = await book(house)
    created = await house.ask("@予定 明日15時 設計レビュー", HANAKO, SALES)
    assert "登録しました" in created.text
    [card] = await house.answers(1, patience=40)  # told without what Jicoo would not say
    async with house.session.delete(f"{house.line['jicoo']}/_sim/faults"):
        await asyncio.sleep(HABITS.rest)  # the circuit closes again
    await sweep(tmp_path)
    await agree(house)

    assert made["uid"] in await mirrors(house)
    assert card.to == {"channelId": SALES}
    await house.quiet(HANAKO)


async def test_f28_a_room_that_the_bot_was_removed_from_loses_its_route_and_nothing_is_lost(house: House) -> None:
    other = CHANNELS[1].channel_id
    await house.ask("@予定 Jicoo通知をここに", TARO, other)
    await house.fault(f"channels/{other}/messages", {"status": 403}, times=1)

    await book(house, name="山田 さくら")
    told = await house.answers(2)
    listed = await house.ask("通知先")

    by_place = {json.dumps(one.to): one.text for one in told}
    assert "山田 さくら" in by_place[json.dumps({"channelId": SALES})]  # the admins' room
    assert json.dumps({"userId": TARO}) in by_place
    assert CHANNELS[1].title in listed.text


async def test_f53_an_act_by_the_key_alone_is_announced_once(house: House) -> None:
    made = await book(house)
    await house.answers(1)

    await house.control("cancel", {"uid": made["uid"], "by": "host"}, "jicoo")
    [cancelled] = await house.answers(1)
    await agree(house)

    assert "担当者" in cancelled.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 401, id="f01-missing"),
        pytest.param({"Jicoo-Webhook-Signature": "t=1,v1=00"}, 401, id="f01-too-short"),
        pytest.param({"Jicoo-Webhook-Signature": "é"}, 401, id="f01-alphabet"),
    ],
)
async def test_f01_what_is_not_proven_is_refused_without_a_word(
    house: House, headers: dict[str, str], status: int
) -> None:
    assert await deliver(house, b"{}", headers or {"x": "y"}) == status
    assert (await house.state())["messages"] == []


async def test_f02_f04_f09_f10_bytes_header_case_age_and_repeats(house: House) -> None:
    booking = await book(house, webhook=False)
    body = news("guest_booked", booking)
    good = dict(signed(house, body))
    lower = {"jicoo-webhook-signature": good["Jicoo-Webhook-Signature"]}

    changed = await deliver(house, body + b" ", good)
    stale = await deliver(house, body, signed(house, body, time.time() - 400))
    first = await deliver(house, body, lower)
    replays = await asyncio.gather(*(deliver(house, body, good) for _ in range(50)))
    await house.answers(1)

    assert (changed, stale, first, set(replays)) == (401, 401, 200, {200})
    assert await house.count("yotei_alerts_total", alert="webhook_stale") == 1
    assert await house.count("yotei_webhooks_total", outcome="repeated") == 50
    await house.quiet()


async def test_f13_f14_nonsense_is_refused_and_unknown_events_are_counted(house: House) -> None:
    booking = await book(house, webhook=False)
    unknown = json.dumps({"event": "moon_landed", "createdAt": booking["updatedAt"], "object": {}}).encode()
    odd = json.dumps({"event": "guest_booked", "createdAt": booking["updatedAt"], "object": {}}).encode()
    bodies = [b"[]", b"{", b"\xff", b'{"a":' * 5000, b'{"event":"a","event":"b"}', b'{"event":NaN}']

    statuses = [await deliver(house, body) for body in bodies]
    tolerated = [await deliver(house, body) for body in (unknown, odd)]

    assert set(statuses) == {400}
    assert tolerated == [200, 200]
    assert await house.count("yotei_webhooks_total", outcome="unknown") == 1
    assert await house.count("yotei_webhooks_total", outcome="incomplete") == 1
