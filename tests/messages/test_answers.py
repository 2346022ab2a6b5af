"""Whole answers, as people read them: `answers/<locale>.txt` is to be read aloud by a native speaker."""

from pathlib import Path

import pytest

from bot.messages.render import LANGUAGES, render
from tests.messages.samples import GOLDEN, VIEW

ANSWERS = Path(__file__).parent / "answers"


def golden(locale: str) -> dict[str, str]:
    """The answers of one language by name. A name stands behind "# ", the buttons in brackets on the last line."""
    written = (ANSWERS / f"{locale}.txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in written.removeprefix("# ").split("\n# "))
    return {name: answer.strip("\n") for name, _, answer in parts}


def shown(name: str, locale: str) -> str:
    """What a viewer of `locale` sees."""
    reply = GOLDEN[name]
    message = render(reply, [str(n) for n in range(10)][: len(getattr(reply, "offers", ()))], VIEW, "ja_JP")
    buttons = " ".join(f"[{button.label.variants[locale]}]" for button in message.buttons)
    return f"{message.text.variants[locale]}\n{buttons}".strip("\n")


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("name", GOLDEN)
def test_an_answer_reads_as_agreed(name: str, locale: str) -> None:
    assert shown(name, locale) == golden(locale)[name]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_agreed_answer_is_left_over(locale: str) -> None:
    assert golden(locale).keys() == GOLDEN.keys()
