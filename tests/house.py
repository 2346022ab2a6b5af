"""The whole house in one process: the LINE WORKS simulator, the embedded store, the bot; all over real HTTP."""

import asyncio
import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from bot import settings
from bot.company import BOT_ID, CHANNELS, DOMAIN_ID, PEOPLE
from bot.demo import environment as bot_environment
from bot.demo import registered_bot
from bot.simulators import open_simulators
from bot.web import CALLBACK_PATH

TARO, HANAKO, ICHIRO, MISAKI, MINJUN, EMILY = (person.user_id for person in PEOPLE[:6])
SALES = CHANNELS[0].channel_id

PATIENCE = 8.0  # seconds to wait for something that should take a tenth of one


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot, as the simulator got it."""

    to: Mapping[str, str]
    content: Mapping[str, Any]

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("contentText"))

    @property
    def labels(self) -> list[str]:
        return [action["label"] for action in self.content.get("actions", [])]


class House:
    """What a test can do: speak, press, look, and send what nobody should send."""

    def __init__(self, session: aiohttp.ClientSession, line: Mapping[str, Any], bot: str) -> None:
        self.session, self.line, self.bot = session, line, bot
        self.lineworks, self.secret = line["lineworks"], line["bot_secret"]
        self.seen = 0

    async def say(self, text: str, who: str = TARO, room: str | None = None, **more: Any) -> int:
        """Somebody writes; the bot's HTTP status."""
        told = {"userId": who, "text": text, **({"channelId": room} if room else {}), **more}
        return int((await self.control("say", told))["status"])

    async def ask(self, text: str, who: str = TARO, room: str | None = None, **more: Any) -> Said:
        """Somebody writes and is answered: the one new message."""
        assert await self.say(text, who, room, **more) == 200
        return (await self.answers(1))[0]

    async def press(self, message: Said, label: str, who: str = TARO, room: str | None = None) -> Said:
        """Somebody presses a button and is answered."""
        action = next(one for one in message.content["actions"] if one["label"].startswith(label))
        return await self.ask(action["text"], who, room, postback=action["postback"])

    async def answers(self, count: int, patience: float = PATIENCE) -> list[Said]:
        """The next `count` messages of the bot; fails when others come too, or none."""
        deadline = time.monotonic() + patience
        while True:
            messages = (await self.state())["messages"][self.seen :]
            if len(messages) >= count or time.monotonic() > deadline:
                break
            await asyncio.sleep(0.02)
        assert len(messages) == count, [Said(one["to"], one["content"]).text for one in messages]
        self.seen += count
        return [Said(one["to"], one["content"]) for one in messages]

    async def until(self, words: str) -> Said:
        """The next message with `words`; what is said before it (that it takes longer) may be anything."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            messages = (await self.state())["messages"]
            for index, one in enumerate(messages[self.seen :], self.seen + 1):
                said = Said(one["to"], one["content"])
                if words in said.text:
                    self.seen = index
                    return said
            await asyncio.sleep(0.02)
        raise AssertionError(f"nobody said {words}")

    async def quiet(self, who: str = TARO) -> None:
        """Nothing is waiting and nothing more is said: what `who` says next is answered after all that they said before."""
        await asyncio.sleep(1.5)  # longer than the first wait before a repeat
        help_text = await self.ask("ヘルプ", who)
        assert help_text.to == {"userId": who}

    async def events(self, who: str | None = None) -> list[dict[str, Any]]:
        """The first component of each event, oldest first."""
        held = (await self.state())["events"]
        return [one["eventComponents"][0] for one in held if who in {None, one["userId"]}]

    async def state(self, system: str = "lineworks") -> dict[str, Any]:
        async with self.session.get(f"{self.line[system]}/_sim/state") as answer:
            state: dict[str, Any] = await answer.json()
            return state

    async def control(self, route: str, told: Any, system: str = "lineworks") -> dict[str, Any]:
        async with self.session.post(f"{self.line[system]}/_sim/{route}", json=told) as answer:
            assert answer.status < 300, await answer.text()
            return json.loads(await answer.text() or "{}")  # type: ignore[no-any-return]  # an object, by its page

    async def fault(self, path: str, do: Any, times: int = 1, method: str = "POST", system: str = "lineworks") -> None:
        await self.control("faults", {"method": method, "path": path, "times": times, "do": do}, system)

    async def deliver(self, body: bytes, headers: Mapping[str, str] | None = None) -> int:
        """A callback straight at the bot; signed unless `headers` says otherwise."""
        async with self.session.post(
            self.bot + CALLBACK_PATH, data=body, headers=self.signed(body) if headers is None else headers
        ) as answer:
            assert await answer.read() == b""
            return answer.status

    def signed(self, body: bytes, secret: str | None = None) -> dict[str, str]:
        digest = hmac.new((secret or self.secret).encode(), body, hashlib.sha256).digest()
        return {
            "X-WORKS-BotId": str(BOT_ID),
            "X-WORKS-Signature": base64.b64encode(digest).decode(),
            "Content-Type": "application/json; charset=UTF-8",
        }

    async def count(self, name: str, **labels: str) -> float:
        """A counter's value."""
        async with self.session.get(f"{self.bot}/metrics") as answer:
            page = await answer.text()
        samples = (sample for family in text_string_to_metric_families(page) for sample in family.samples)
        return sum(
            sample.value
            for sample in samples
            if sample.name == name and all(sample.labels.get(key) == value for key, value in labels.items())
        )


@asynccontextmanager
async def open_house(
    data_dir: Path,
    change: Callable[[dict[str, str]], None] | None = None,
    before: Callable[[Mapping[str, Any]], Awaitable[None]] | None = None,
) -> AsyncIterator[House]:
    """A house with empty calendars. `change` may alter the bot's environment, `before` what its first start finds."""
    async with open_simulators(data_dir) as line, aiohttp.ClientSession() as session:
        line |= {"bot_id": str(BOT_ID), "domain_id": str(DOMAIN_ID)}
        environment = await bot_environment(line, data_dir)
        if change is not None:
            change(environment)
        if before is not None:
            await before(line)
        async with registered_bot(settings.read(environment), line["jicoo"]) as (address, _bot):
            yield House(session, line | {"bot_secret": environment["LINEWORKS_BOT_SECRET"]}, address)


def callback(text: str = "明日15時から1時間 設計レビュー", **more: Any) -> dict[str, Any]:
    """A 1:1 message of people[0], said now."""
    issued = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
    return {
        "type": "message",
        "source": {"userId": TARO, "domainId": DOMAIN_ID},
        "issuedTime": f"{issued}.{int(time.time_ns() / 1e6) % 1000:03d}Z",
        "content": {"type": "text", "text": text},
    } | more


def compact(value: Any) -> bytes:
    """JSON as LINE WORKS writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def starts(event: Mapping[str, Any]) -> str:
    """When an event begins, as the simulator keeps it."""
    start = event["start"]
    return str(start.get("dateTime") or start.get("date"))


WEEKDAY = re.compile(r"\d+月\d+日\([月火水木金土日]\)")
