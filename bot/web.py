"""The HTTP edge: bytes → a verified event, kept → 200. Nothing else happens before the 200."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from aiohttp import web
from prometheus_client import Counter

from bot.doorman import Doorman
from bot.heard import Told, dump, odd
from bot.metrics import Metrics
from handlers.ledger import lane_of
from providers.bodies import Incomplete, Malformed
from providers.errors import Forged, StoreDown
from providers.jicoo import webhook as jicoo
from providers.keeping import Store
from providers.lineworks.webhook import read, verify

log = structlog.get_logger()

CALLBACK_PATH: Final = "/lineworks/callback"
JICOO_PATH: Final = "/jicoo/webhook"
LARGEST_BODY: Final = 256 * 1024  # bytes; a text message is at most a few KiB
SLOWEST_BODY: Final = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Edge:
    """What the edge needs to know about one bot."""

    bot_id: str
    secrets: Sequence[bytes]
    domains: Collection[int]  # empty: any
    store: Store
    doorman: Doorman
    metrics: Metrics
    ready: Callable[[], Awaitable[dict[str, bool]]]  # what has to work before traffic is sent here
    clock: Callable[[], datetime]
    jicoo_secrets: Sequence[bytes] = ()  # none: Jicoo is switched off
    jicoo_tolerance: timedelta = timedelta(minutes=5)  # between a webhook's signing and its coming


def application(edge: Edge) -> web.Application:
    """The routes of one bot."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post(CALLBACK_PATH, Callbacks(edge).receive)
    if edge.jicoo_secrets:
        app.router.add_post(JICOO_PATH, JicooWebhooks(edge).receive)
    app.router.add_get("/health/live", _live, allow_head=False)
    app.router.add_get("/health/ready", _readiness(edge), allow_head=False)
    app.router.add_get("/metrics", _metrics(edge), allow_head=False)
    return app


class Callbacks:
    """LINE WORKS callbacks. A failed one is never sent again, so all that is ours is kept before the 200."""

    def __init__(self, edge: Edge) -> None:
        """Counters are looked up once: they are on the path of every acknowledgement."""
        self._edge = edge
        self._salt = edge.bot_id.encode() + b"\0"
        count = edge.metrics.callbacks.labels
        self._accepted, self._repeated, self._old_secret = (
            count("accepted"),
            count("repeated"),
            count("old_secret_used"),
        )

    async def receive(self, request: web.Request) -> web.Response:
        """200 when kept, repeated or not ours; 4xx without a reason in the answer; 503 when it could not be kept."""
        body = await _body(request, self._edge.metrics.callbacks)
        if isinstance(body, web.Response):
            return body
        edge = self._edge
        try:
            used = verify(body, request.headers.getall("X-WORKS-Signature", ()), edge.secrets)
        except Forged as forged:
            return _refused(self._edge.metrics.callbacks, 401, f"forged_{forged.reason}")
        if used > 0:
            self._old_secret.inc()
        if request.headers.get("X-WORKS-BotId") != edge.bot_id:
            return _refused(self._edge.metrics.callbacks, 403, "other_bot")
        key = hashlib.sha256(self._salt + body).hexdigest()
        try:
            return await self._admit(key, body)
        except StoreDown:
            log.error("callback not kept: the store does not answer")
            return _refused(self._edge.metrics.callbacks, 503, "store_down")

    async def _admit(self, key: str, body: bytes) -> web.Response:
        edge = self._edge
        try:
            callback = read(body)
        except Malformed as malformed:
            return _refused(self._edge.metrics.callbacks, 400, f"malformed_{malformed.reason.replace(' ', '_')}")
        except Incomplete as incomplete:
            log.warning("callback incomplete", kind=incomplete.kind, field=incomplete.field, delivery=key)
            edge.metrics.callbacks.labels("incomplete").inc()
            await edge.store.accept("odd", key, odd(body))
            return web.Response()
        if edge.domains and callback.domain_id not in edge.domains:
            return _refused(self._edge.metrics.callbacks, 403, "other_domain")
        heard = await edge.doorman.admit(callback)
        if isinstance(heard, str):
            edge.metrics.callbacks.labels(heard).inc()
            return web.Response()
        kept = await edge.store.accept(heard.lane, key, heard.dump())
        (self._accepted if kept else self._repeated).inc()
        return web.Response()


class JicooWebhooks:
    """News of bookings. What could not be kept is answered 503: Jicoo may send it again, and the sweep finds it anyway."""

    def __init__(self, edge: Edge) -> None:
        """`edge` has at least one of Jicoo's secrets."""
        self._edge = edge

    async def receive(self, request: web.Request) -> web.Response:
        """200 when kept, repeated or of an unknown kind; 4xx without a reason in the answer; 503 when it was not kept."""
        edge = self._edge
        body = await _body(request, edge.metrics.webhooks)
        if isinstance(body, web.Response):
            return body
        headers = request.headers.getall(jicoo.HEADER, ())
        try:
            used = jicoo.verify(body, headers, edge.jicoo_secrets, edge.clock(), edge.jicoo_tolerance)
        except Forged as forged:
            return self._forged(body, headers, forged)
        if used > 0:
            edge.metrics.webhooks.labels("old_secret_used").inc()
        key = hashlib.sha256(body).hexdigest()
        try:
            return await self._admit(key, body)
        except StoreDown:
            log.error("webhook not kept: the store does not answer", delivery=key[:16])
            return _refused(edge.metrics.webhooks, 503, "store_down")

    async def _admit(self, key: str, body: bytes) -> web.Response:
        edge = self._edge
        try:
            news = jicoo.read(body)
        except Malformed as malformed:
            return _refused(edge.metrics.webhooks, 400, f"malformed_{malformed.reason.replace(' ', '_')}")
        except Incomplete as incomplete:
            log.warning("webhook incomplete", kind=incomplete.kind, field=incomplete.field, delivery=key)
            edge.metrics.webhooks.labels("incomplete").inc()
            await edge.store.accept("odd", key, odd(body))
            return web.Response()
        if news.happening is None or news.booking is None:
            log.warning("webhook of an unknown kind", kind=news.event[:40], delivery=key[:16])
            edge.metrics.webhooks.labels("unknown").inc()
        if news.booking is None:
            return web.Response()
        kept = await edge.store.accept(lane_of(news.booking.uid), key, dump(Told(news.booking, news.by)))
        edge.metrics.webhooks.labels("accepted" if kept else "repeated").inc()
        return web.Response()

    def _forged(self, body: bytes, headers: Sequence[str], forged: Forged) -> web.Response:
        """Logged so that a first real delivery can settle how Jicoo signs; neither the secret nor the body is in it."""
        log.warning(
            "webhook not proven",
            reason=forged.reason,
            header=headers[0][:200]
            if headers and forged.reason != "stale"
            else "",  # a stale one holds a good signature
            size=len(body),
            sha256=hashlib.sha256(body).hexdigest(),
        )
        if forged.reason == "stale":  # rightly signed, and late: clocks differ, or repeats are not signed anew
            self._edge.metrics.alerts.labels("webhook_stale").inc()
        return _refused(self._edge.metrics.webhooks, 401, f"forged_{forged.reason}")


async def _body(request: web.Request, outcomes: Counter) -> bytes | web.Response:
    """The raw bytes, bounded in size and in time."""
    headers = request.headers
    if "Content-Encoding" in headers and headers["Content-Encoding"].lower() != "identity":
        return _refused(outcomes, 415, "encoded")
    if (request.content_length or 0) > LARGEST_BODY:
        return _refused(outcomes, 413, "too_large")
    try:
        if request.content.is_eof():  # all of it came with the head, as it nearly always does
            return await request.read()
        async with asyncio.timeout(SLOWEST_BODY):
            return await request.read()
    except web.HTTPRequestEntityTooLarge:
        return _refused(outcomes, 413, "too_large")
    except TimeoutError:
        return _refused(outcomes, 408, "too_slow")


def _refused(outcomes: Counter, status: int, outcome: str) -> web.Response:
    """An answer without hints. The connection is closed: what is left of the body is not waited for."""
    outcomes.labels(outcome).inc()
    response = web.Response(status=status)
    response.force_close()
    return response


async def _live(_request: web.Request) -> web.Response:
    return web.json_response({"live": True})


def _readiness(edge: Edge) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def ready(_request: web.Request) -> web.Response:
        parts = await edge.ready()
        return web.json_response(parts, status=200 if all(parts.values()) else 503)

    return ready


def _metrics(edge: Edge) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def metrics(_request: web.Request) -> web.Response:
        try:
            stats = await edge.store.stats()
        except StoreDown:
            edge.metrics.alerts.labels("store_down").inc()
        else:
            edge.metrics.waiting.set(stats.waiting)
            edge.metrics.oldest.set(stats.oldest or 0)
            edge.metrics.dead.set(stats.dead)
        return web.Response(body=edge.metrics.page(), headers={"Content-Type": "text/plain; version=0.0.4"})

    return metrics
