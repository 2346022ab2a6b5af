"""The bot's registration: what it is called and where its callbacks go. No I/O.

Sources: https://developers.worksmobile.com/en/docs/bot-get and .../bot-update-patch
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from aiohttp import web

from providers.lineworks.simulator.actions import LANGUAGES
from providers.lineworks.simulator.exchange import Asked, not_found
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import answer

MESSAGE_KINDS = frozenset({"text", "location", "sticker", "image", "file", "audio", "video"})
EVENT_KINDS = frozenset({"message", "join", "leave", "joined", "left", "postback", "begin", "end"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Bots:
    """The one bot of the tenant."""

    def __init__(self, tenant: Tenant) -> None:
        """As registered: everything is delivered, but no address is set yet."""
        self._tenant = tenant
        bot = tenant.bot
        self._profile: dict[str, object] = {
            "botId": bot.bot_id,
            "botName": bot.name,
            "photoUrl": "https://example.com/bot.png",
            "description": bot.description,
            "administrators": [one.user_id for one in tenant.cast.people if one.is_admin][:3],
            "subadministrators": [],
            "allowDomains": [],
            "enableCallback": False,
            "callbackUrl": "",
            "callbackEvents": sorted(MESSAGE_KINDS),
            "channelEvents": sorted(EVENT_KINDS),
            "enableGroupJoin": True,
            "i18nBotNames": [{"language": key, "botName": name} for key, name in bot.i18n_names.items()],
            "i18nDescriptions": [],
            "i18nPhotoUrls": [],
        }

    @property
    def profile(self) -> Mapping[str, object]:
        """The registration as the API shows it."""
        return self._profile

    def check(self, asked: Asked) -> None:
        """Raise Refusal unless the path names our bot."""
        if asked.path["botId"] != str(self._tenant.bot.bot_id):
            raise not_found("Bot")

    def show(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}."""
        self.check(asked)
        return answer(200, self._profile)

    def change(self, asked: Asked) -> web.Response:
        """PATCH /bots/{botId}: what is not given stays."""
        self.check(asked)
        fields = asked.fields()
        self._check_change(fields)
        for name in self._profile.keys() - {"botId", "allowDomains"}:
            value = fields.raw(name)
            if value is not None:
                self._profile[name] = value
        return answer(200, self._profile)

    def wants(self, event: Mapping[str, object]) -> str | None:
        """Where a callback goes; None when the registration keeps it from being sent.

        Kinds that no page lists always go out: they are how the receiver meets what it does not know.
        """
        kind, content = event.get("type"), event.get("content")
        message = content.get("type") if kind == "message" and isinstance(content, dict) else None
        off = kind in EVENT_KINDS and kind not in _words(self._profile["channelEvents"])
        unwelcome = message in MESSAGE_KINDS and message not in _words(self._profile["callbackEvents"])
        url = self._profile["callbackUrl"]
        if off or unwelcome or not self._profile["enableCallback"] or not isinstance(url, str):
            return None
        return url or None

    def _check_change(self, fields: Fields) -> None:
        fields.text("botName", 100, shortest=1)
        fields.text("description", 100)
        fields.text("photoUrl", 1_000)
        people = {one.user_id for one in self._tenant.cast.people}
        if fields.raw("administrators") is not None:
            fields.words("administrators", 3, people, least=1)
        fields.words("subadministrators", 3, people)
        fields.words("callbackEvents", len(MESSAGE_KINDS), MESSAGE_KINDS)
        fields.words("channelEvents", len(EVENT_KINDS), EVENT_KINDS)
        for entry in fields.objects("i18nBotNames", len(LANGUAGES)):
            entry.choice("language", LANGUAGES, required=True)
            entry.needed("botName", 100, shortest=1)
        fields.flag("enableGroupJoin")
        fields.flag("enableCallback")
        url = fields.text("callbackUrl", 1_000)
        if url and not _is_deliverable(url):
            bad(fields.at("callbackUrl"), "must begin with https://")


def _is_deliverable(url: str) -> bool:
    """HTTPS; and HTTP on this machine, which the real one would refuse: here there is no certificate to be had."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))


def _words(value: object) -> list[object]:
    return value if isinstance(value, list) else []
