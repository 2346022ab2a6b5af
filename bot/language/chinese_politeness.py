"""The words with which Chinese greets, asks kindly and thanks, and those that name a calendar."""


def one_of(words: str) -> str:
    """A pattern for any of the blank-separated `words`, the longest first; `_` stands for a blank."""
    return "(?:" + "|".join(sorted(words.replace("_", " ").split(), key=len, reverse=True)) + ")"


GREETING = one_of("你好 您好 嗨 hi hello 哈喽 哈囉 早安 那个 那個 請問 请问 打扰一下 打擾一下 不好意思")
# asks somebody to do it for the writer: wherever it stands, what follows is a request
_FOR_ME_WORDS = (
    "请 請 麻烦 麻煩 烦请 煩請 劳烦 勞煩 有劳 有勞 劳驾 勞駕 拜托 拜託 唔該 帮忙 幫忙 帮手 幫手 帮我 幫我 帮我们 幫我們 帮 幫 给我 給我 替我 为我 為我 同我 "
    "能不能 可不可以 能否 可否 可唔可以"
)
_FOR_ME = one_of(_FOR_ME_WORDS)
# a wish or a question of what can be done: a request only where a sentence begins
_WISH = one_of(
    "能 可以 我想 我们想 我們想 我要 我们要 我們要 我需要 我们需要 我們需要 想 想要 我想要 需要 希望 记得 記得 别忘了"
)
PLEASE = rf"(?:(?:{GREETING}|{_FOR_ME}|{_WISH})[,,:!\s]?[你您]?[,,\s]?){{0,5}}"
# "him" before it: somebody tells of it
ONE_KINDNESS = rf"(?:(?:{_FOR_ME})[你您]?[,,\s]?)"
# all that stand in a row are taken by the first: a long row of them would else be tried from each again
_IN_A_ROW = "".join(sorted({word[-1] for word in _FOR_ME_WORDS.split()} - {"我"}))
KINDLY = rf"(?:(?<![我你他她让讓叫来來{_IN_A_ROW}])(?<![我{_IN_A_ROW}][,,\s]){ONE_KINDNESS}{{1,4}})"
# softens what was asked for; and then the sentence ends
SOFT = one_of("一下 下 吧 吗 嗎 么 好吗 好嗎 可以吗 可以嗎 行吗 行嗎 行不行 好不好 啦 哦 呀 喔 哈 嘛")
_DEAR = one_of("你 您 你们 你們 大家 啦 了 喽 囉 晒 咯 哦 喔 你了 您了 你啦 您啦")
THANKS = rf"(?:{one_of('谢谢 謝謝 谢 謝 多谢 多謝 感谢 感謝 感恩 辛苦 拜托 拜託 麻烦 麻煩 有劳 有勞 劳驾 勞駕 唔該')}{_DEAR}?|thanks|thank you|thx)"
END = rf"(?=(?:{SOFT}|{THANKS}|[\s。.!?,,~…]){{0,6}}(?:$|\n|@))"

CALENDAR = one_of("日历 日曆 行事历 行事曆 日程 日程表 行程 行程表 时间表 時間表 月历 月曆")
_MINE = r"(?:[我咱](?:们|們)?的?)?"
_INSIDE = r"(?:里面?|裡面?|裏|上面?|中|内|內)?"
IN_CALENDAR = rf"(?:[在往于於]{_MINE}{CALENDAR}{_INSIDE}(?:给我|給我)?)"
FROM_CALENDAR = rf"(?:[从從自由在]{_MINE}{CALENDAR}{_INSIDE})"
MY_CALENDAR = rf"{_MINE}{CALENDAR}{_INSIDE}"

# what a time begins with
TIME = r"(?=\s?(?:\d|[今明后後][天日早晚晨儿兒]|大[后後]|[下这這本][下个個周週星礼禮月]|[周週][一二三四五六日末]|星期|[礼禮]拜|每|早上|上午|中午|下午|晚上|凌晨|傍晚|听日|聽日|十?[一二三四五六七八九十两兩][点點月一二三四五六七八九十]))"
