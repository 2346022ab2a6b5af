"""How Chinese writes times of day: 三点半, 差五分九点, 15:30, 下午, 今晚."""

import re

from bot.language import shared
from bot.language.atoms import AllDay, Atom, Clock, Day, Doubtful, Link, Now, Part, Several, Unit
from bot.language.chinese_numerals import FRESH, N2, amount, is_vague, numeral
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt
from bot.language.numerals import number

# --- parts of the day ---


def _part(name: str, low: int, begin: int, end: int) -> Part:
    """A part in which `h` o'clock is the first such hour from `low` on."""
    hours = tuple(hour + 12 * ((low - hour + 11) // 12) if hour < low else hour for hour in range(13))
    return Part(name, hours, begin * 60, end * 60)


_FORENOON = Part("上午", (*range(13),), 9 * 60, 12 * 60)
_MORNING = Part("早上", (*range(13),), 9 * 60, 9 * 60)
_EARLY = Part("清晨", (*range(13),), 6 * 60, 6 * 60)
_AFTER_MIDNIGHT = Part("凌晨", (*range(12), 0), 3 * 60, 3 * 60)
_NOON = _part("中午", 10, 12, 12)
_AFTERNOON = _part("下午", 12, 13, 18)
_DUSK = _part("傍晚", 12, 17, 17)
_EVENING = _part("晚上", 17, 20, 20)
_DEEP = Part("深夜", (*range(10), 22, 23, 24), 24 * 60, 24 * 60)
_AM = Part("am", (*range(12), 0), 9 * 60, 12 * 60)
_PM = Part("pm", (12, *range(13, 24), 12), 13 * 60, 18 * 60)

_NAMES: tuple[tuple[Part, str], ...] = (
    (_FORENOON, "上午 午前 上昼 上晝 早间 早間"),
    (_MORNING, "早上 早晨 早 今早 一早 一大早 大清早 朝早"),
    (_EARLY, "清晨 清早 黎明 拂晓"),
    (_AFTER_MIDNIGHT, "凌晨"),
    (_NOON, "中午 正午 午间 午間 晌午"),
    (_AFTERNOON, "下午 午后 午後 下昼 下晝 晏昼 晏晝"),
    (_DUSK, "傍晚 黄昏 黃昏"),
    (_EVENING, "晚上 晚间 晚間 夜晚 夜间 夜間 夜里 夜裡 晚 夜 今晚"),
    (_DEEP, "深夜 半夜 午夜 子夜 三更半夜"),
    (_AM, "am a.m. a.m"),
    (_PM, "pm p.m. p.m"),
)
PARTS: dict[str, Part] = {name: part for part, names in _NAMES for name in names.split()}
_PART = "|".join(re.escape(name) for name in sorted(PARTS, key=len, reverse=True) if not name.startswith("今"))

_DAY_OF = {"今": 0, "当": 0, "當": 0, "明": 1, "翌": 1, "昨": -1, "尋": -1, "琴": -1, "前": -2, "后": 2, "後": 2}
_PART_OF = {"早": _MORNING, "晨": _MORNING, "朝": _MORNING, "午": _NOON, "晚": _EVENING, "夜": _EVENING}


def _day_and_part(match: re.Match[str]) -> Atom:
    """今晚, 明早, 昨夜."""
    return Several((Day(unit=Unit.DAY, count=_DAY_OF[match["day"]]), _PART_OF[match["part"]]))


_NAMED_TIMES: dict[str, Atom] = {
    "零点整": Clock(0, sure=True),
    "零时": Clock(0, sure=True),
    "零時": Clock(0, sure=True),
    "午夜零点": Clock(24, sure=True),
    "正午12点": Clock(12, sure=True),
    "下班后": Clock(18, sure=True),
    "下班前": Clock(18, sure=True),
    "下班後": Clock(18, sure=True),
    "午休": Several((Clock(12, sure=True), Link.RANGE, Clock(13, sure=True))),
    "午休时间": Several((Clock(12, sure=True), Link.RANGE, Clock(13, sure=True))),
    "全天": AllDay(),
    "全日": AllDay(),
    "整天": AllDay(),
    "一整天": AllDay(),
    "一天到晚": AllDay(),
    "成日": AllDay(),
    "现在": Now(),
    "現在": Now(),
    "此刻": Now(),
    "此时此刻": Now(),
    "目前": Now(),
    "马上": Now(),
    "馬上": Now(),
    "立刻": Now(),
    "而家": Now(),
    "刚才": Now(),
    "剛才": Now(),
}

# with these 早 and 晚 are one word
_COMPOUNDS = "[餐饭飯会會班课課点點上间間晨安]"
# what an event is called tells which half of the day its bare hour means
TITLE_PARTS = (
    (re.compile("(?:聚餐|饭局|飯局|聚会|聚會|喝酒|酒局|唱歌|[kK]歌|宴请|宴請|应酬|應酬)$"), shared.AFTER_WORK),
    (re.compile("晚[餐饭飯宴会會课課班]|夜[宵班跑]|宵夜|年夜[饭飯]|晚自习|晚自習"), _EVENING),
    (re.compile("午[餐饭飯宴]"), _NOON),
    (re.compile("下午茶"), _AFTERNOON),
    (re.compile("早[餐饭飯会會班茶课課]|晨[会會跑练練]"), _MORNING),
)

# --- clock times ---


def _clock(match: re.Match[str]) -> Atom | None:
    """三点, 三点半, 三点一刻, 三点零五分, 差一刻三点, 三点差五分, with its part of the day."""
    written = match["hour"]
    several = is_vague(written)  # 三四点
    hour = number(written[:-1] if several else written)
    minute = 30 if match["half"] else _quarters(match["quarter"]) or numeral(match, "minute") or 0
    second = numeral(match, "second") or 0
    if hour > 30 or minute > 59 or second > 59 or (hour > 24 and match["part"]):
        return Doubtful(Doubt.NONSENSE)
    before = _minutes(match["lacking"]) + _minutes(match["lacking_after"])
    sure = hour > 12 or hour == 0 or (len(written) == 2 and written[0] == "0")
    clock = Clock(hour, minute, second, sure=sure, vague=several or bool(match["vague"]), before=before)
    return Several((PARTS[match["part"]], clock)) if match["part"] else clock


def _quarters(written: str | None) -> int:
    return 0 if written is None else 15 * number(written)


def _minutes(written: str | None) -> int:
    """五分, 一刻."""
    if written is None:
        return 0
    if written.endswith("刻"):
        return 15 * number(written[:-1])
    return int(amount(written.rstrip("分钟鐘鍾")))


def _colon(match: re.Match[str]) -> Atom:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 30 or minute > 59 or int(match["second"] or 0) > 59:
        return Doubtful(Doubt.NONSENSE)
    part = match["part"] or match["after"]
    if part and hour <= 12:
        return Several((PARTS[part], Clock(hour, minute)))
    return Clock(hour, minute, sure=hour > 12 or hour == 0 or match["hour"][0] == "0")


def _with_half(match: re.Match[str]) -> Atom:
    """3pm, 3:30 pm; a blank may stand between."""
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return Doubtful(Doubt.NONSENSE)
    return Several((PARTS[match["after"].replace(".", "")], Clock(hour)))


def _hours(match: re.Match[str]) -> Atom | None:
    """13-15: figures only, so it counts only after a day."""
    first, last = int(match["first"]), int(match["last"])
    if first > 24 or last > 30:
        return None
    return Several((Clock(first, sure=first > 12), Link.RANGE, Clock(last, sure=last > 12)), weak=True)


def _bare(match: re.Match[str]) -> Atom:
    hour = number(match["hour"])
    clock = Clock(hour, sure=hour > 12)
    return Several((PARTS[match["part"]], clock)) if match["part"] else clock


_DOT = r"\s?(?:点|點|时(?!间|候|段|长|差|代|尚|常|机|薪|区)|時(?!間|候|段|長|差|代|尚|常|機|薪|區))"
_LACKING = rf"(?:{N2}分[钟鐘鍾]?|[一1]刻[钟鐘鍾]?)"
# minutes without 分: two figures, or ten and more, before what cannot go on counting
_MINUTE = rf"(?:{N2}(?=分)|\d{{2}}(?![\d:年月日号號个個人名位%楼樓周週天点點小])|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?(?![个個人名位月天年周週]))"
_HOUR = rf"(?P<hour>{FRESH}{N2})"
_NOT_A_POINT = r"(?!建议|建議|意见|意見|要求|原因|理由|想法|看法|共识|共識|注意|不同|五[亿万]|[儿兒])"

RULES: tuple[Rule, ...] = (
    Rule("this time of day", r"(?<=[天日周週月年一二三四五六])的?(?:这个?|這個?|此)(?:时[候间]|時[候間])(?:前后|前後|左右)?", lambda _: Now()),
    Rule("a part of a day", r"(?P<day>[今明昨前后後当當翌尋琴])(?P<part>早|晨|朝|午|晚|夜)(?![报報餐饭飯会會班点點年期间間天]|[上]好)(?:上|间|間)?", _day_and_part),
    words("a time of day", _NAMED_TIMES),
    Rule(
        "a clock time",
        rf"(?P<part>{_PART})?的?\s?(?:差(?P<lacking>{_LACKING})(?:钟|鐘)?[到就]?)?(?!(?<=[有快多少大小慢早差远近高低好])一[点點])"
        rf"{_HOUR}{_DOT}{_NOT_A_POINT}(?:[钟鐘鍾](?![表头頭]))?"
        rf"(?:(?P<half>半)(?![年月天个個小])|(?:[过過])?(?P<quarter>[一二两三兩1-3])刻|差(?P<lacking_after>{_LACKING})|(?:[过過零〇](?={N2}分))?(?P<minute>{_MINUTE})(?:分(?!钟[前后]|鐘[前後])[钟鐘]?(?:(?P<second>{N2})秒)?)?)?"
        r"(?:整|正(?!式|在|好)|左右|前后|前後|许|(?P<vague>多|几分|幾分))?",
        _clock,
    ),
    Rule("a clock time", rf"(?P<part>{_PART})?\s?(?<![\d:.])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?(?!\d|:\d)(?:\s?(?P<after>[ap]\.?m\.?)(?![a-z]))?(?:分|左右|整)?", _colon),
    Rule("a clock time", r"(?<![\w.:])(?P<hour>\d{1,2})\s?(?P<after>[ap]\.?m\.?)(?![a-z])", _with_half),
    Rule("the first of two hours", rf"(?P<part>{_PART})?\s?{_HOUR}(?=\s?[-~–—到至]\s?(?:{_PART})?{N2}(?:[点點]|[时時](?![间間])))", _bare),
    words("a part of the day", {name: PARTS[name] for name in PARTS if len(name) > 1 and name[0] != "今"}, before="(?<![a-z])", after="(?![a-z]|好(?!好)|茶|会所)"),
    Rule("a part of the day", r"(?P<part>早|晚|夜)(?=\d{1,2}[点點:])", lambda m: PARTS[m["part"]]),
    Rule(  # 周五晚聚餐; but 周五早会, 晚餐
        "a part of the day",
        rf"(?:(?<=[日号號天])|(?<=[周週期拜][一二三四五六末]))(?:(?P<part>早)(?!{_COMPOUNDS}|[市操读讀茶教退期已])|(?P<part2>晚)(?!{_COMPOUNDS}|[宴报報自年辈輩熟]))",
        lambda m: PARTS[m["part"] or m["part2"]],
    ),
)  # fmt: skip

FIGURES: tuple[Rule, ...] = (
    *shared.FIGURES,
    Rule("hours", r"(?<![\d/.:-])(?P<first>\d{1,2})\s?[-~–]\s?(?P<last>\d{1,2})(?!:\d|[\d/.年月日时時点點分名人个個天周週号號-])", _hours),
)  # fmt: skip
