"""What a message may hold, kind by kind. No I/O.

Sources: https://developers.worksmobile.com/en/docs/bot-send-text and its neighbours -link, -button, -list, -carousel,
-imagecarousel, -flex, -image, -file, -audio, -video, -location, -sticker.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from providers.lineworks.simulator.actions import (
    IMAGE_LABEL,
    PLAIN,
    WITH_POSTBACK,
    check_action,
    check_https,
    check_quick_reply,
    variants,
)
from providers.lineworks.simulator.mentions import Audience
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import to_json

Texts = list[tuple[str, Sequence[str]]]  # texts in which mentions are shown, each with its translations

LONGEST_BUBBLE = 30 * 1024  # bytes of a flex bubble's JSON
DEEPEST_FLEX = 50


def check_message(body: Fields, audience: Audience) -> object:
    """The `content` of a message that can be shown to `audience`. Raises Invalid."""
    content = body.within("content", required=True)
    assert content is not None
    kind = content.choice("type", KINDS, required=True)
    assert kind is not None
    texts = KINDS[kind](content)
    check_quick_reply(content)
    audience.check(texts)
    return body.raw("content")


def _text(content: Fields) -> Texts:
    text = content.needed("text", 2_000, shortest=1)
    return [(text, variants(content, "i18nTexts", "text", 2_000))]


def _link(content: Fields) -> Texts:
    text = content.needed("contentText", 1_000, shortest=1)
    content.needed("linkText", 1_000, shortest=1)
    if not content.needed("link", 1_000).startswith(("http://", "https://")):
        bad(content.at("link"), "must begin with http:// or https://")
    variants(content, "i18nLinkTexts", "linkText", 1_000)
    return [(text, variants(content, "i18nContentTexts", "contentText", 1_000))]


def _button_template(content: Fields) -> Texts:
    text = content.needed("contentText", 1_000, shortest=1)
    for action in content.objects("actions", 10, least=1, required=True):
        check_action(action, PLAIN)
    return [(text, variants(content, "i18nContentTexts", "contentText", 1_000))]


def _list_template(content: Fields) -> Texts:
    cover = content.within("coverData")
    if cover is not None:
        cover.text("title", 1_000)
        cover.text("subtitle", 1_000)
        _picture(cover, "backgroundImageUrl")
    for element in content.objects("elements", 4, least=1, required=True):
        element.needed("title", 1_000)
        element.text("subtitle", 1_000)
        _picture(element, "originalContentUrl")
        action = element.within("action")
        if action is not None:
            check_action(action, PLAIN)
    for row in content.items("actions", 2):
        for action in Fields({"actions": row}, content.at("actions")).objects("actions", 2, least=1):
            check_action(action, PLAIN)
    return []


def _carousel(content: Fields) -> Texts:
    content.choice("imageAspectRatio", ("rectangle", "square"))
    content.choice("imageSize", ("cover", "contain"))
    columns = content.objects("columns", 10, least=1, required=True)
    for column in columns:
        title = column.text("title", 40)
        _picture(column, "originalContentUrl")
        illustrated = title or column.raw("originalContentUrl") or column.raw("fileId")
        column.needed("text", 60 if illustrated else 120, shortest=1)
        default = column.within("defaultAction")
        if default is not None:
            check_action(default, WITH_POSTBACK, unlabelled=True)
        for action in column.objects("actions", 3, least=1, required=True):
            check_action(action, WITH_POSTBACK)
    if len({len(column.objects("actions", 3)) for column in columns}) > 1:
        bad(content.at("columns"), "must all have the same number of actions")
    return []


def _image_carousel(content: Fields) -> Texts:
    for column in content.objects("columns", 10, least=1, required=True):
        _media(column, "originalContentUrl")
        action = column.within("action", required=True)
        assert action is not None
        check_action(action, WITH_POSTBACK, label=IMAGE_LABEL)
    return []


def _flex(content: Fields) -> Texts:
    content.needed("altText", 400, shortest=1)
    variants(content, "i18nAltTexts", "altText", 400)
    contents = content.within("contents", required=True)
    assert contents is not None
    bubbles = [contents]
    if contents.choice("type", ("bubble", "carousel"), required=True) == "carousel":
        bubbles = contents.objects("contents", 10, least=1, required=True)
    for bubble in bubbles:
        bubble.choice("type", ("bubble",), required=True)
    whole = content.raw("contents")
    if any(len(to_json(one)) > LONGEST_BUBBLE for one in _bubbles(whole)):
        bad(content.at("contents"), f"has a bubble of more than {LONGEST_BUBBLE} bytes")
    return [(text, ()) for text in _flex_texts(whole, DEEPEST_FLEX)]


def _bubbles(contents: object) -> list[object]:
    match contents:
        case {"type": "carousel", "contents": list(bubbles)}:
            return bubbles
    return [contents]


def _flex_texts(value: object, deepest: int) -> Iterator[str]:
    """The texts of all `text` and `span` components, wherever they stand."""
    if not deepest:
        bad("content.contents", "is nested too deeply")
    match value:
        case {"type": "text" | "span", "text": str(text)}:
            yield text
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        if isinstance(part, dict | list):
            yield from _flex_texts(part, deepest - 1)


def _image(content: Fields) -> Texts:
    if content.text("fileId", shortest=1) is None:
        for name in ("previewImageUrl", "originalContentUrl"):
            check_https(content.at(name), content.needed(name, 1_000))
    return []


def _file(content: Fields) -> Texts:
    _media(content, "originalContentUrl")
    return []


def _location(content: Fields) -> Texts:
    content.needed("title", 100, shortest=1)
    content.needed("address", 100, shortest=1)
    content.number("latitude", -90, 90)
    content.number("longitude", -180, 180)
    return []


def _sticker(content: Fields) -> Texts:
    content.needed("packageId", shortest=1)
    content.needed("stickerId", shortest=1)
    return []


def _media(fields: Fields, url: str) -> None:
    """An uploaded file or an address."""
    if fields.text("fileId", shortest=1) is None:
        check_https(fields.at(url), fields.needed(url, 1_000))


def _picture(fields: Fields, url: str) -> None:
    """An address, if there is one."""
    if address := fields.text(url, 1_000):
        check_https(fields.at(url), address)


KINDS: Mapping[str, Callable[[Fields], Texts]] = {
    "text": _text,
    "link": _link,
    "button_template": _button_template,
    "list_template": _list_template,
    "carousel": _carousel,
    "image_carousel": _image_carousel,
    "flex": _flex,
    "image": _image,
    "video": _image,
    "file": _file,
    "audio": _file,
    "location": _location,
    "sticker": _sticker,
}
