"""Guests and hosts act, and Jicoo tells the bot: signed, in order, once, whatever the bot answers."""

import hashlib
import hmac
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from providers.jicoo.simulator.app import JicooSimulator
from tests.simulators.booking_office import (
    HALF_HOUR,
    HANAKO,
    HOUR,
    SECRET,
    TARO,
    KeyCaller,
    booked,
    booking,
    deliveries,
)
from tests.simulators.company import Clock
from tests.simulators.receiver import Delivered, Receiver

LATER = "2025-04-03T06:00:00.000Z"


@pytest.fixture
async def bot(office: KeyCaller) -> AsyncIterator[Receiver]:
    """A server that is registered for the news."""
    async with Receiver() as receiver:
        await office.control("POST", "webhook", url=receiver.url)
        yield receiver


News = Callable[[int], Awaitable[list[Delivered]]]


@pytest.fixture
def news(jicoo: JicooSimulator, office: KeyCaller, bot: Receiver) -> News:
    """All the news, once so many have been delivered and answered."""

    async def wait(count: int) -> list[Delivered]:
        assert len(await deliveries(jicoo, office, count)) == len(bot.delivered) == count
        return bot.delivered

    return wait


async def test_a_guest_books_with_every_default(office: KeyCaller, clock: Clock) -> None:
    made = await booked(office)

    state = await office.state()
    assert {name: state["bookings"][0][name] for name in made} == made
    assert len(made) == 21
    assert made["hosts"] == [{"userId": TARO, "role": "admin"}]
    assert made["eventTypeId"] == HALF_HOUR
    tokyo = ZoneInfo("Asia/Tokyo")
    tomorrow = clock.now.astimezone(tokyo).date().toordinal() + 1
    start = re.fullmatch(r"(\d{4}-\d\d-\d\d)T01:00:00\.000Z", made["startedAt"])  # ten in Tokyo
    assert start
    assert clock.now.fromisoformat(f"{start[1]}T01:00:00+00:00").astimezone(tokyo).date().toordinal() == tomorrow


async def test_a_guest_books_what_and_when_they_like(office: KeyCaller) -> None:
    made = await booked(
        office,
        eventTypeId=HOUR,
        startedAt="2025-04-02T15:00:00+09:00",
        endedAt="2025-04-02T15:45:00+09:00",
        timeZone="Mars/Base",
        name="<b>客</b>",
        email="g@example.org",
        hosts=[HANAKO, {"userId": TARO}],
        company="客社",
        answers={"ご用件": "見積"},
        webhook=False,
    )

    contacts = (await office.call("GET", f"/v1/bookings/{made['uid']}/contacts")).body["data"]
    assert (made["startedAt"], made["endedAt"]) == ("2025-04-02T06:00:00.000Z", "2025-04-02T06:45:00.000Z")
    assert [host["userId"] for host in made["hosts"]] == [HANAKO, TARO]
    assert (contacts[0]["name"], contacts[0]["company"]) == ("<b>客</b>", "客社")
    assert contacts[0]["answers"] == [{"question": "ご用件", "content": ["見積"]}]


async def test_a_thousand_guests_find_a_thousand_times(office: KeyCaller) -> None:
    made = [await booked(office) for _ in range(1000)]

    assert len({one["startedAt"] for one in made}) == 1000
    assert [one["startedAt"] for one in made] == sorted(one["startedAt"] for one in made)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("book", {"hosts": ["nobody"]}),
        ("book", {"hosts": []}),
        ("book", {"hosts": [[TARO]]}),
        ("book", {"startedAt": "tomorrow"}),
        ("book", {"startedAt": "2025-04-02T15:00:00"}),
        ("book", {"startedAt": LATER, "endedAt": "2025-04-02T00:00:00Z"}),
        ("book", {"eventTypeId": "nothing"}),
        ("book", {"webhook": "no"}),
        ("book", {"when": LATER}),
        ("move", {"uid": "…"}),
        ("move", {"uid": "…", "startedAt": LATER, "by": "nobody"}),
        ("cancel", {"uid": "…", "by": "bot"}),
        ("webhook", {"url": "ftp://x"}),
        ("webhook", {}),
    ],
    ids=str,
)
async def test_what_nobody_can_do_is_refused_in_words(path: str, told: dict[str, Any], office: KeyCaller) -> None:
    uid = (await booked(office))["uid"]
    before = (await office.state())["bookings"]

    answered = await office.call("POST", f"/_sim/{path}", json={**told, **({"uid": uid} if "uid" in told else {})})

    assert answered.status == 400
    assert answered.body["error"]
    assert (await office.state())["bookings"] == before


async def test_an_unknown_booking_is_not_found_and_a_cancelled_one_stays(office: KeyCaller) -> None:
    uid = (await booked(office))["uid"]

    statuses = [(await office.control("POST", "cancel", uid=which)).status for which in (uid, uid, "nothing")]

    assert statuses == [200, 400, 404]


async def test_news_is_signed_over_its_very_bytes(office: KeyCaller, news: News, clock: Clock) -> None:
    await booked(office, name="来客 😀")

    (one,) = await news(1)
    t, v1 = re.fullmatch(r"t=(\d+),v1=([0-9a-f]{64})", one.headers["jicoo-webhook-signature"]).groups()  # type: ignore[union-attr]
    assert int(t) == int(clock.now.timestamp())
    assert hmac.new(SECRET.encode(), f"{t}.".encode() + one.raw, hashlib.sha256).hexdigest() == v1
    assert one.headers["content-type"] == "application/json"
    assert "来客 😀".encode() in one.raw


async def test_the_published_members_are_all_there(office: KeyCaller, news: News) -> None:
    made = await booked(office)

    (one,) = await news(1)
    told = one.event["object"]
    assert one.event.keys() == {"createdAt", "event", "object"}
    assert one.event["createdAt"].endswith(".000Z")
    assert told.keys() == {
        *("uid", "eventTypeUid", "status", "timeZone", "startedAt", "endedAt", "createdAt", "updatedAt"),
        *("cancelReason", "cancelledAt", "cancelledBy", "contact", "answers", "tracking"),
    }
    assert told["contact"].keys() == {"email", "name"}
    assert {name: told[name] for name in ("uid", "startedAt", "endedAt", "updatedAt")} == {
        name: made[name] for name in ("uid", "startedAt", "endedAt", "updatedAt")
    }


Act = Callable[[KeyCaller, str], Awaitable[object]]

ACTS: dict[str, tuple[Act, str]] = {
    "guest-moves": (lambda office, uid: office.control("POST", "move", uid=uid, startedAt=LATER), "guest_rescheduled"),
    "host-moves": (
        lambda office, uid: office.control("POST", "move", uid=uid, startedAt=LATER, by="host"),
        "host_rescheduled",
    ),
    "guest-cancels": (lambda office, uid: office.control("POST", "cancel", uid=uid, reason="急用"), "guest_cancelled"),
    "host-cancels": (lambda office, uid: office.control("POST", "cancel", uid=uid, by="host"), "host_cancelled"),
    "key-moves": (
        lambda office, uid: office.call(
            "POST", f"/v1/bookings/{uid}/reschedule", json={"startedAt": LATER, "timeZone": "Asia/Tokyo"}
        ),
        "host_rescheduled",
    ),
    "key-changes-the-time": (
        lambda office, uid: office.call(
            "PATCH", f"/v1/bookings/{uid}", json={"startedAt": LATER, "endedAt": "2025-04-03T07:00:00.000Z"}
        ),
        "host_rescheduled",
    ),
    "key-cancels": (
        lambda office, uid: office.call("POST", f"/v1/bookings/{uid}/cancel", json={"cancelReason": "急用"}),
        "host_cancelled",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("act", "event"), ACTS.values(), ids=ACTS)
async def test_every_change_is_told(act: Act, event: str, office: KeyCaller, news: News) -> None:
    uid = (await booked(office))["uid"]

    await act(office, uid)

    told = (await news(2))[1].event
    now = (await office.call("GET", f"/v1/bookings/{uid}")).body["data"]
    assert told["event"] == event
    shared = told["object"].keys() & now.keys()
    assert {name: told["object"][name] for name in shared} == {name: now[name] for name in shared}
    assert (now["status"], now["cancelledBy"]) == (
        ("cancel", event.partition("_")[0]) if event.endswith("cancelled") else ("open", None)
    )
    assert now["updatedAt"] > now["createdAt"]


async def test_a_booking_by_key_is_told_as_the_guests(office: KeyCaller, news: News) -> None:
    await office.call("POST", "/v1/bookings", json=booking(name="来客 一子", tracking={"campaign": "spring"}))

    (one,) = await news(1)
    assert one.event["event"] == "guest_booked"
    assert one.event["object"]["contact"]["name"] == "来客 一子"
    assert one.event["object"]["tracking"]["utm_campaign"] == "spring"


async def test_nothing_is_told_when_asked_not_to(office: KeyCaller, news: News) -> None:
    silent = await booked(office, webhook=False)
    await office.control("POST", "move", uid=silent["uid"], startedAt=LATER, webhook=False)
    await office.control("POST", "cancel", uid=silent["uid"], webhook=False)
    await booked(office)

    assert [one.event["event"] for one in await news(1)] == ["guest_booked"]


async def test_news_of_one_booking_comes_in_order_and_once_even_when_refused(
    office: KeyCaller, bot: Receiver, news: News
) -> None:
    bot.status = 500
    bot.open.clear()
    uid = (await booked(office))["uid"]
    for start in range(10):
        await office.control("POST", "move", uid=uid, startedAt=f"2025-04-03T0{start}:00:00Z")
    at_once = len(bot.delivered)
    bot.open.set()

    delivered = await news(11)

    assert at_once == 1

    starts = [one.event["object"]["startedAt"][11:13] for one in delivered[1:]]
    assert starts == [f"0{start}" for start in range(10)]
    assert {one["status"] for one in (await office.state())["deliveries"]} == {500}


async def test_a_guest_does_not_wait_for_a_bot_that_is_down(
    jicoo: JicooSimulator, office: KeyCaller, bot: Receiver
) -> None:
    await office.control("POST", "webhook", url="http://127.0.0.1:9/nowhere")

    made = await booked(office)

    told = await deliveries(jicoo, office, 1)
    assert [(one["uid"], one["status"]) for one in told] == [(made["uid"], 0)]
    assert bot.delivered == []


async def test_another_secret_signs_from_when_it_is_set(office: KeyCaller, bot: Receiver, news: News) -> None:
    await office.control("POST", "webhook", url=bot.url, secret="new")

    await booked(office)

    (one,) = await news(1)
    t, _, v1 = one.headers["jicoo-webhook-signature"][2:].partition(",v1=")
    assert hmac.new(b"new", f"{t}.".encode() + one.raw, hashlib.sha256).hexdigest() == v1
