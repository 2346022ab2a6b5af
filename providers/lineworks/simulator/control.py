"""The control routes that only LINE WORKS has: people speak, rooms change. The rest is in `simulation.server`."""

from collections.abc import Mapping

from aiohttp import web

from providers.lineworks.simulator.callbacks import Callbacks
from providers.lineworks.simulator.talks import Talks
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.server import asked
from providers.simulation.wire import Nonsense, answer

ALONE = frozenset({"begin", "end", "postback"})  # these name the channel of a 1:1 talk, a message does not

ENVELOPE = frozenset({"type", "userId", "channelId", "issuedTime"})
SAY = frozenset({"userId", "channelId", "text", "postback", "issuedTime"})


class Control:
    """What a tester can let people do.

    Whoever and wherever is taken as told, whether the cast knows them or not: testers also play people who have left.
    """

    def __init__(self, tenant: Tenant, callbacks: Callbacks, talks: Talks) -> None:
        """`callbacks` carries what happens in `talks` to the bot's server."""
        self._tenant = tenant
        self._callbacks = callbacks
        self._talks = talks

    def routes(self) -> list[web.RouteDef]:
        """`/_sim/say`, `/_sim/event` and `/_sim/app`."""
        return [
            web.post("/_sim/say", self._say),
            web.post("/_sim/event", self._event),
            web.get("/_sim/app", self._show_app),
        ]

    async def _say(self, request: web.Request) -> web.Response:
        """Somebody writes, or presses a button when there is a `postback`. Answers `{status}`, the bot's answer."""
        told = await asked(request)
        if unknown := told.keys() - SAY:
            raise Nonsense(f"unknown members {sorted(unknown)}; known are {', '.join(sorted(SAY))}")
        text = _word(told, "text")
        if text is None or not _word(told, "userId"):
            raise Nonsense("userId and text are needed")
        content = {"type": "text", "text": text}
        if (postback := _word(told, "postback")) is not None:
            content["postback"] = postback
        return await self._deliver("message", told, {"content": content})

    async def _show_app(self, _request: web.Request) -> web.Response:
        """What the Developer Console shows to whoever sets up a bot: an app's secrets are its owner's to see."""
        app = self._tenant.app
        return answer(
            200,
            {
                "clientId": app.client_id,
                "clientSecret": app.client_secret,
                "serviceAccount": app.service_account,
                "privateKey": app.private_key,
            },
        )

    async def _event(self, request: web.Request) -> web.Response:
        """Anything else happens; members that are not of the envelope (`members`, `data`, `content` …) go out as told."""
        told = await asked(request)
        kind = _word(told, "type")
        if not kind:
            raise Nonsense("type is needed")
        if not (_word(told, "userId") or _word(told, "channelId")):
            raise Nonsense("userId or channelId is needed")
        extra = {name: value for name, value in told.items() if name not in ENVELOPE}
        return await self._deliver(kind, told, extra)

    async def _deliver(self, kind: str, told: Mapping[str, object], extra: Mapping[str, object]) -> web.Response:
        user_id, channel_id = _word(told, "userId"), _word(told, "channelId")
        member = self._tenant.member(user_id) if user_id else None
        if channel_id is None and kind in ALONE and member is not None:
            channel_id = self._tenant.talk(member)
        source = {"userId": user_id, "channelId": channel_id}
        event = {
            "type": kind,
            "source": {name: key for name, key in source.items() if key} | {"domainId": self._tenant.domain_id},
            "issuedTime": _word(told, "issuedTime") or self._callbacks.issued_time(),
            **extra,
        }
        if channel_id:
            self._talks.happen(kind, channel_id, _words(extra.get("members")))
        status = await self._callbacks.send(event)
        self._talks.note(event, status)
        return answer(200, {"status": status})


def _word(told: Mapping[str, object], name: str) -> str | None:
    value = told.get(name)
    if not (value is None or isinstance(value, str)):
        raise Nonsense(f"{name} must be a string")
    return value


def _words(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
