"""What everything is compared with: aiohttp on uvloop, a handler that reads the body and checks its HMAC."""

import asyncio
import base64
import hashlib
import hmac
import sys

import uvloop
from aiohttp import web

SECRET = b"benchmark-secret"


async def _receive(request: web.Request) -> web.Response:
    body = await request.read()
    expected = base64.b64encode(hmac.digest(SECRET, body, hashlib.sha256))
    good = hmac.compare_digest(expected, request.headers.get("X-WORKS-Signature", "").encode())
    return web.Response(status=200 if good else 401)


async def _serve() -> None:
    block = bytearray(16 * 1024 * 1024)  # see bot/serving.py: the same start for both
    del block
    app = web.Application()
    app.router.add_post("/lineworks/callback", _receive)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(_serve())
