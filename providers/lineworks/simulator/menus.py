"""What stands at the foot of 1:1 talks: the fixed menu, and menus with a picture. No I/O.

What the pages leave open: a menu that goes is set nowhere any more, and a default that is not there is not found.
Sources: https://developers.worksmobile.com/en/docs/bot-persistentmenu-create,
https://developers.worksmobile.com/jp/docs/bot-richmenu-create and its neighbours -image-create, -user-set, -default-set
"""

from collections.abc import Callable
from itertools import count

from aiohttp import web

from providers.lineworks.simulator.actions import LANGUAGES, PLAIN, WITH_POSTBACK, check_action
from providers.lineworks.simulator.bots import Bots
from providers.lineworks.simulator.exchange import Asked, member_of, not_found, page, refused
from providers.lineworks.simulator.files import Files
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import answer, to_json

WIDTH, HEIGHTS = 2_500, (843, 1_686)  # pixels
MOST_MENUS = 1_000
LARGEST_IMAGE = 1 << 20  # bytes
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # how a PNG and a JPEG begin


class Menus:
    """All menus of the bot, and who sees which."""

    def __init__(self, tenant: Tenant, bots: Bots, files: Files, changed: Callable[[], None]) -> None:
        """There are none."""
        self._tenant = tenant
        self._bots = bots
        self._files = files
        self._changed = changed
        self._fixed: object = None
        self._rich: dict[str, dict[str, object]] = {}
        self._images: dict[str, object] = {}
        self._default: str | None = None
        self._own: dict[str, str] = {}  # user id -> menu
        self._numbers = count(40_001)

    def held(self) -> bytes:
        """All of it, for `/_sim/state`."""
        rich, own = list(self._rich.values()), dict(self._own)
        return to_json({"persistent": self._fixed, "rich": rich, "default": self._default, "users": own})

    # --- the fixed menu -------------------------------------------------------------------------------------------

    def set_fixed(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/persistentmenu: one to four actions."""
        self._bots.check(asked)
        content = asked.fields().within("content", required=True)
        assert content is not None
        for action in content.objects("actions", 4, least=1, required=True):
            if action.choice("type", PLAIN, required=True) == "message" and action.raw("text") is None:
                bad(action.at("text"), "is required")
            check_action(action, PLAIN)
        self._fixed = {"content": asked.fields().raw("content")}
        self._changed()
        return answer(201, self._fixed)

    def show_fixed(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/persistentmenu."""
        self._bots.check(asked)
        if self._fixed is None:
            raise not_found("Persistent menu")
        return answer(200, self._fixed)

    def remove_fixed(self, asked: Asked) -> web.Response:
        """DELETE /bots/{botId}/persistentmenu."""
        self._bots.check(asked)
        if self._fixed is None:
            raise not_found("Persistent menu")
        self._fixed = None
        self._changed()
        return answer(204)

    # --- menus with a picture -------------------------------------------------------------------------------------

    def create(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/richmenus. The fixed menu goes."""
        self._bots.check(asked)
        fields = asked.fields()
        _check_menu(fields)
        if len(self._rich) >= MOST_MENUS:
            raise refused(400, "BAD_REQUEST", f"A bot has at most {MOST_MENUS} rich menus")
        richmenu_id = str(next(self._numbers))
        kept = {name: fields.raw(name) for name in ("richmenuName", "areas", "size")}
        self._rich[richmenu_id] = {"richmenuId": richmenu_id, **kept}
        self._fixed = None
        self._changed()
        return answer(201, self._rich[richmenu_id])

    def show_all(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/richmenus, by pages of at most 100, of 50 by default."""
        self._bots.check(asked)
        found, meta = page(asked, list(self._rich.values()), 100, usual=50)
        return answer(200, {"richmenus": found, "responseMetaData": meta})

    def show(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/richmenus/{richmenuId}."""
        return answer(200, self._rich[self._menu(asked)])

    def remove(self, asked: Asked) -> web.Response:
        """DELETE /bots/{botId}/richmenus/{richmenuId}."""
        gone = self._menu(asked)
        del self._rich[gone]
        self._images.pop(gone, None)
        self._own = {user_id: kept for user_id, kept in self._own.items() if kept != gone}
        self._default = None if self._default == gone else self._default
        self._changed()
        return answer(204)

    def set_image(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/richmenus/{richmenuId}/image: uploaded pictures, one for everybody and one per language."""
        richmenu_id, fields = self._menu(asked), asked.fields()
        self._check_image(fields)
        translations = fields.objects("i18nFileIds", len(LANGUAGES))
        for one in translations:
            one.choice("language", LANGUAGES, required=True)
            self._check_image(one)
        self._images[richmenu_id] = {
            "fileId": fields.raw("fileId"),
            "i18nFileIds": [{name: one.raw(name) for name in ("language", "fileId")} for one in translations],
        }
        self._changed()
        return answer(204)

    def show_image(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/richmenus/{richmenuId}/image."""
        image = self._images.get(self._menu(asked))
        if image is None:
            raise not_found("Rich menu image")
        return answer(200, image)

    def set_for_user(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/richmenus/{richmenuId}/users/{userId}."""
        richmenu_id = self._menu(asked)
        member = member_of(self._tenant, asked, asked.path["userId"])
        self._own[member.user_id] = richmenu_id
        self._changed()
        return answer(201, self._shown(member.user_id))

    def show_of_user(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/richmenus/users/{userId}."""
        return answer(200, self._shown(self._somebody(asked)))

    def remove_from_user(self, asked: Asked) -> web.Response:
        """DELETE /bots/{botId}/richmenus/users/{userId}."""
        del self._own[self._somebody(asked)]
        self._changed()
        return answer(204)

    def set_default(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/richmenus/{richmenuId}/set-default."""
        self._default = self._menu(asked)
        self._changed()
        return answer(201, self._shown_default())

    def show_default(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/richmenus/default."""
        self._bots.check(asked)
        return answer(200, self._shown_default())

    def remove_default(self, asked: Asked) -> web.Response:
        """DELETE /bots/{botId}/richmenus/default."""
        self._bots.check(asked)
        self._shown_default()
        self._default = None
        self._changed()
        return answer(204)

    def _menu(self, asked: Asked) -> str:
        self._bots.check(asked)
        richmenu_id = asked.path["richmenuId"]
        if richmenu_id not in self._rich:
            raise not_found("Rich menu")
        return richmenu_id

    def _somebody(self, asked: Asked) -> str:
        """The user id of a member who has a menu."""
        self._bots.check(asked)
        user_id = member_of(self._tenant, asked, asked.path["userId"]).user_id
        if user_id not in self._own:
            raise not_found("Rich menu of the user")
        return user_id

    def _shown(self, user_id: str) -> dict[str, object]:
        return {"botId": self._tenant.bot.bot_id, "userId": user_id, "richmenuId": self._own[user_id]}

    def _shown_default(self) -> dict[str, object]:
        if self._default is None:
            raise not_found("Default rich menu")
        return {"botId": self._tenant.bot.bot_id, "defaultRichmenuId": self._default}

    def _check_image(self, fields: Fields) -> None:
        content = self._files.uploaded(fields.needed("fileId", shortest=1))
        if content is None:
            bad(fields.at("fileId"), "is not a file that was uploaded")
        if not content.startswith(IMAGES) or len(content) > LARGEST_IMAGE:
            bad(fields.at("fileId"), "must be a JPEG or PNG of at most 1 MB")


def _check_menu(fields: Fields) -> None:
    fields.needed("richmenuName", 300, shortest=1)
    size = fields.within("size", required=True)
    assert size is not None
    _needed(size, "width", WIDTH, WIDTH)
    height = _needed(size, "height", *HEIGHTS)
    if height not in HEIGHTS:
        bad(size.at("height"), "must be 843 or 1686")
    for area in fields.objects("areas", 20, least=1, required=True):
        bounds, action = area.within("bounds", required=True), area.within("action", required=True)
        assert bounds is not None
        assert action is not None
        check_action(action, WITH_POSTBACK, unlabelled=True)
        if _needed(bounds, "x", 0, WIDTH) + _needed(bounds, "width", 0, WIDTH) > WIDTH:
            bad(bounds.where, "must lie on the menu")
        if _needed(bounds, "y", 0, height) + _needed(bounds, "height", 0, height) > height:
            bad(bounds.where, "must lie on the menu")


def _needed(fields: Fields, name: str, lowest: int, highest: int) -> int:
    fields.raw(name, required=True)
    value = fields.integer(name, lowest, highest)
    assert value is not None
    return value
