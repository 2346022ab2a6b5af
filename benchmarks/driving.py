"""Drives an HTTP server with signed callbacks over kept-open connections, as cheaply as Python can."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator

from benchmarks.bare import SECRET

BOT_ID = "2000001"


def requests(count: int, users: int, mark: str) -> Iterator[bytes]:
    """`count` whole HTTP requests, each a different signed 1:1 message."""
    issued = time.strftime("%Y-%m-%dT%H:%M:%S.5Z", time.gmtime())
    for number in range(count):
        body = json.dumps(
            {
                "type": "message",
                "source": {"userId": f"c72af563-0f21-4736-11e4-{number % users:012d}", "domainId": 40029600},
                "issuedTime": issued,
                "content": {"type": "text", "text": f"明日15時から1時間 設計レビュー {mark}{number}"},
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        signature = base64.b64encode(hmac.digest(SECRET, body, hashlib.sha256)).decode()
        head = (
            "POST /lineworks/callback HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json; charset=UTF-8\r\n"
            f"X-WORKS-BotId: {BOT_ID}\r\nX-WORKS-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        yield head.encode() + body


async def drive(port: int, load: list[bytes], in_flight: int) -> list[float]:
    """Send all of `load`, `in_flight` at a time; the seconds each took. Raises when one is not answered 200."""
    waiting = iter(load)
    took: list[float] = []

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in waiting:
            began = time.perf_counter()
            writer.write(request)
            answer = await reader.readuntil(b"\r\n\r\n")
            took.append(time.perf_counter() - began)
            if not answer.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(answer.split(b"\r\n")[0].decode())
        writer.close()

    await asyncio.gather(*(connection() for _ in range(in_flight)))
    return took


def percentile(values: list[float], part: float) -> float:
    """The value that `part` of `values` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
