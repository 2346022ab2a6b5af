"""Which languages a sentence is written in. Pure."""

import re

_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[一-龥]")
_LATIN = re.compile(r"[a-z]{3}")
# characters and words that Chinese has and Japanese has not, for sentences without kana
_ONLY_CHINESE = re.compile(
    r"[这這么麼吗嗎呢吧點见两给會號从從们們说說过還还让讓鐘钟帮幫请咗嘅啲嘢冇哋喺佢係啦啊哦呀]|時间|时间|请|請(?![求負願])|"
    r"[一二两兩三四五六七八九十幾几每這0-9][个個]|[个個](?:半|月|星期|小时|小時|礼拜|禮拜)|"
    r"[下上这這][周週个個]|本周|周[一二三四五六日末]|週[一二三四五六](?![回日度時人件本枚台])|隔天|[今明昨后後前聽尋][天晚早]|(?<=[日号號月0-9])到(?=[0-9一二三四五六七八九十])|大[前后後]天|星期|礼拜|禮拜|[上下中凌]午|凌晨|晚上|早上|傍晚|半夜|[上下]晝|"
    r"安排|提醒|删|刪|撤[销銷]|改[到成为為期]|推[迟遲]|[延之以]后|延後|讨论|討論|行事[曆历]|每[天周週年隔]|农历|農曆|民[國国]|[点](?=[半钟整到至一三]|[0-9]{2}分)|節日|节|春節|聖誕|"
    r"[后內]|[天钟鐘]以?後|[月年半]以後|不公[开開]|备注|備註|帮助|幫助|日历|日曆|会议|會議|(?<=[\s,])在(?![庫宅校籍留日京外米住社中室勤職])"
)
# and what only Japanese has
_JAPANESE = re.compile(
    r"曜|会議|打合|予[定約]|来[週月年]|毎|(?<!端)午[前後](?![一-龥]?点)|[変択検図様権広円済]|今[週月]"
)


def languages_of(text: str, hint: str | None) -> tuple[str, ...]:
    """The codes to read `text` with, the main one first. `text` is normalised and in lower case."""
    if _KANA.search(text):
        main = "ja"
    elif _HANGUL.search(text):
        main = "ko"
    elif _HAN.search(text):
        chinese = not _JAPANESE.search(text) and (
            hint == "zh" or _ONLY_CHINESE.search(text) or not _is_in_japanese_charset(text)
        )
        main = "zh" if chinese else "ja"
    elif _LATIN.search(text):
        return ("en",)
    else:
        return (hint if hint in ("ja", "en", "ko", "zh") else "ja",)
    return (main, "en") if _LATIN.search(text) else (main,)


def _is_in_japanese_charset(text: str) -> bool:
    """Whether JIS X 0208, the charset of Japanese, has every Chinese character of `text`."""
    try:
        "".join(_HAN.findall(text)).encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True
