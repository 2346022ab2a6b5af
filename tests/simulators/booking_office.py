"""A small organisation at Jicoo for the simulator's tests, and a plain HTTP caller that knows nothing of our client."""

import asyncio
from contextlib import aclosing
from typing import Any

from providers.jicoo.simulator.account import Account, AccountUser, BookingPage
from providers.jicoo.simulator.app import JicooSimulator
from tests.simulators.company import Caller

TARO, HANAKO, JANE = "jicoo-taro-0000000000000001", "jicoo-hanako-00000000000002", "jicoo-jane-0000000000000003"
HALF_HOUR, HOUR = "ETHALFHOUR01", "ETHOUR000001"
KEY, SECRET = "sk_live_test-key", "endpoint-secret-ひみつ"

ACCOUNT = Account(
    users=(
        AccountUser(TARO, "田中 太郎", "taro@example.com", "owner"),
        AccountUser(HANAKO, "佐藤 花子", "Hanako@example.com"),
        AccountUser(JANE, "Jane Doe", "jane@example.com"),
    ),
    key=KEY,
    secret=SECRET,
    pages=(
        BookingPage(HALF_HOUR, "30分のご相談", 30, (TARO, HANAKO)),
        BookingPage(HOUR, "製品デモ", 60, (HANAKO,), location="zoom", description="画面をお見せします"),
    ),
)


class KeyCaller(Caller):
    """Calls the simulator with an API key."""

    def authorization(self) -> dict[str, str]:
        """The header that carries the key."""
        return {"X-Jicoo-Api-Key": self.token}


def schedule(**members: object) -> dict[str, object]:
    """A schedule that is accepted; `members` overrides or, with `...`, leaves out."""
    good: dict[str, object] = {
        "name": "設計レビュー",
        "timeZone": "Asia/Tokyo",
        "startedAt": "2025-04-02T06:00:00.000Z",
        "endedAt": "2025-04-02T07:00:00.000Z",
        "routine": None,
        "attendees": [{"userId": TARO, "role": "admin", "userType": "host"}],
        **members,
    }
    return {name: value for name, value in good.items() if value is not ...}


def booking(**members: object) -> dict[str, object]:
    """A booking that is accepted; `members` overrides or, with `...`, leaves out."""
    good: dict[str, object] = {
        "eventTypeId": HALF_HOUR,
        "startedAt": "2025-04-02T06:00:00.000Z",
        "timeZone": "Asia/Tokyo",
        "email": "guest@example.org",
        "name": "来客 一子",
        "locationId": "googleMeet",
        **members,
    }
    return {name: value for name, value in good.items() if value is not ...}


async def booked(caller: Caller, **told: Any) -> dict[str, Any]:
    """A guest books by the control surface."""
    answered = await caller.call("POST", "/_sim/book", json=told)
    assert answered.status == 201, answered.body
    return answered.body


async def deliveries(jicoo: JicooSimulator, office: KeyCaller, count: int) -> list[dict[str, Any]]:
    """What the simulator says of the webhooks it has sent, once so many have been answered."""
    async with asyncio.timeout(5), aclosing(jicoo.changes()) as changes:
        async for _ in changes:
            found: list[dict[str, Any]] = (await office.state())["deliveries"]
            if len(found) >= count:
                return found
    raise AssertionError("the simulator has stopped")
