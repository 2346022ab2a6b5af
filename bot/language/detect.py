"""Which languages a sentence is written in. Pure."""

import re

_KANA = re.compile(r"[ぁ-んァ-ヴ]")
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[一-龥]")
_LATIN = re.compile(r"[a-z]{3}")
# characters and words that Chinese has and Japanese has not, for sentences without kana
_ONLY_CHINESE = re.compile(
    r"[这個个们么吗呢吧點见两给會议號节從时间别们说过这边还让请]|下[周週个個]|上[周週个個]|[今明后後昨][天晚早]|星期|礼拜|禮拜|上午|下午|晚上|早上|安排|提醒|每[天周週月年]"
)

_JAPANESE = re.compile(r"曜|会議|打合|予[定約]|来[週月年]|[今明昨翌]日(?!期)|[0-9一-十]日|毎|午[前後]|[変択検査図様権]")


def languages_of(text: str, hint: str | None) -> tuple[str, ...]:
    """The codes to read `text` with, the main one first. `text` is normalised and in lower case."""
    if _KANA.search(text):
        main = "ja"
    elif _HANGUL.search(text):
        main = "ko"
    elif _HAN.search(text):
        chinese = hint == "zh" or _ONLY_CHINESE.search(text)
        main = "zh" if chinese and not _JAPANESE.search(text) else "ja"
    elif _LATIN.search(text):
        return ("en",)
    else:
        return (hint if hint in ("ja", "en", "ko", "zh") else "ja",)
    return (main, "en") if _LATIN.search(text) else (main,)
