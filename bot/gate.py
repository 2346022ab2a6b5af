"""What is said to the bot, and what is other people's talk. Pure."""

import re
from collections.abc import Collection
from functools import lru_cache

_AT = "(?<![A-Za-z0-9._%+-])[@＠]"  # the @ of an e-mail address is none of ours
# After a mention: the end, a blank, punctuation, or a Japanese honorific. A name in letters must not run on in letters.
_END = r"(?=$|[\s\u3000、。，．,:：;；!！?？・…「『（(\"'”’〜~\-]|\.(?:\s|$)|さん|くん|ちゃん|様)(?:さん|くん|ちゃん|様)?[\s\u3000、，,:：]*"


# How a hurried sentence runs on behind the bot's name; `@予定表` and other people's names do not begin like this.
_RUN_ON = (
    r"(?=[0-9０-９一二三四五六七八九十「]|今[日週月夜晩朝か]|本日|明日|明後日|明朝|来[週月年々]|再来|午[前後]|毎[日週月朝]|次の|翌"
    r"|あす|あした|あさって|しあさって|きょう|[月火水木金土日]曜|正午|朝|昼|夕方|夜|終日)"
)


def addressed(text: str, names: Collection[str]) -> str | None:
    """`text` without the mention of the bot, or None when it mentions nobody of `names`.

    A real mention arrives as `@Display Name` and a blank. People also type it by hand and forget the blank: at the
    beginning of a message `@予定明日15時` is for the bot too.
    """
    if "@" not in text and "＠" not in text:
        return None
    pattern = _mention(tuple(sorted(names, key=len, reverse=True)))
    if pattern is None:
        return None
    found = pattern.search(text)
    if found is None:
        return None
    rest = pattern.sub(" ", text)
    return rest.strip(" \t\r\n\u3000")


@lru_cache(maxsize=16)
def _mention(names: tuple[str, ...]) -> re.Pattern[str] | None:
    known = [re.escape(name.strip()) for name in names if name.strip()]
    if not known:
        return None
    any_name = "|".join(name.replace(r"\ ", r"[\s\u3000]+") for name in known)
    return re.compile(rf"{_AT}(?:{any_name}){_END}|^[\s\u3000]*{_AT}(?:{any_name}){_RUN_ON}", re.IGNORECASE)
