"""What a button may do, and in which kind of message it may do it. No I/O.

Sources: https://developers.worksmobile.com/en/docs/bot-actionobject and .../bot-quickreply
"""

from collections.abc import Collection

from providers.simulation.fields import Fields, bad

LANGUAGES = frozenset({"ja_JP", "ko_KR", "en_US", "zh_CN", "zh_TW"})

PLAIN = frozenset({"message", "uri", "copy"})  # button and list templates, persistent menu
WITH_POSTBACK = PLAIN | {"postback"}  # carousels
QUICK = WITH_POSTBACK | {"camera", "cameraRoll", "location"}  # quick replies

LABEL = 20
IMAGE_LABEL = 12  # in an image carousel


def variants(fields: Fields, name: str, member: str, longest: int) -> list[str]:
    """The translations of a text: `[{language, <member>}]`, one per language at most. Raises Invalid."""
    found: dict[str, str] = {}
    for entry in fields.objects(name, len(LANGUAGES)):
        language = entry.choice("language", LANGUAGES, required=True)
        assert language is not None
        if language in found:
            bad(entry.at("language"), "is there twice")
        found[language] = entry.needed(member, longest)
    return list(found.values())


def check_action(
    action: Fields, allowed: Collection[str], *, label: int = LABEL, unlabelled: bool = False, quick: bool = False
) -> None:
    """Raise Invalid unless this is an action that may stand here.

    `label` is the longest label; `unlabelled` says that a postback needs none, `quick` that it needs a `displayText`.
    """
    kind = action.choice("type", allowed, required=True)
    action.text("label", label, shortest=1, required=not (kind == "postback" and unlabelled))
    variants(action, "i18nLabels", "label", label)
    match kind:
        case "postback":
            action.needed("data", 300, shortest=1)
            action.text("displayText", 300, required=quick)
            variants(action, "i18nDisplayTexts", "displayText", 300)
        case "message":
            action.text("text", 300)
            action.text("postback", 1_000)
            variants(action, "i18nTexts", "text", 300)
        case "uri":
            if not action.needed("uri", 1_000).startswith(("http://", "https://")):
                bad(action.at("uri"), "must begin with http:// or https://")
        case "copy":
            action.needed("copyText", 1_000, shortest=1)


def check_quick_reply(content: Fields) -> None:
    """Raise Invalid unless the quick reply of a message, if it has one, can be shown."""
    reply = content.within("quickReply")
    if reply is None:
        return
    for item in reply.objects("items", 13, least=1, required=True):
        action = item.within("action", required=True)
        assert action is not None
        check_action(action, QUICK, quick=True)
        if url := item.text("imageUrl", 1_000):
            check_https(item.at("imageUrl"), url)


def check_https(where: str, url: str) -> None:
    """Raise Invalid unless pictures and files come over HTTPS."""
    if not url.startswith("https://"):
        bad(where, "must begin with https://")
