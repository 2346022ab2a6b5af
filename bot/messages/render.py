"""A reply becomes a message: every language's words side by side, so that each viewer reads their own."""

from collections.abc import Callable, Sequence

from bot.messages.en import English
from bot.messages.ja import Japanese
from bot.messages.ko import Korean
from bot.messages.times import View
from bot.messages.words import Words
from bot.messages.zh_cn import SimplifiedChinese
from bot.messages.zh_tw import TraditionalChinese
from handlers.offers import Label
from handlers.replies import Reply, offers_of
from providers.contract import Button, Message, Text

LANGUAGES: dict[str, Words] = {
    words.locale: words for words in (Japanese(), English(), Korean(), SimplifiedChinese(), TraditionalChinese())
}

_DEFAULT = "ja_JP"


def render(reply: Reply, postbacks: Sequence[str], view: View, locale: str) -> Message:
    """`reply` for a talk whose asker speaks `locale`; `postbacks` are the ids of its buttons, in the order of its offers."""
    base = locale if locale in LANGUAGES else _DEFAULT

    def everywhere(say: Callable[[Words], str]) -> Text:
        said = {known: say(words) for known, words in LANGUAGES.items()}
        return Text(said[base], said)

    def button(label: Label, postback: str) -> Button:
        return Button(
            everywhere(lambda words: words.label(label, view)),
            everywhere(lambda words: words.pressed(label, view)),
            postback,
        )

    buttons = (button(offer.label, postback) for offer, postback in zip(offers_of(reply), postbacks, strict=True))
    return Message(everywhere(lambda words: words.text(reply, view)), tuple(buttons))
