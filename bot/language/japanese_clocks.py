"""How Japanese writes times of day: clock times, parts of the day, named times, ranges of hours."""

import re

from bot.language import shared
from bot.language.atoms import AllDay, Atom, Clock, Day, Doubtful, Link, Now, Part, Several, Unit
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt
from bot.language.japanese_numbers import FRESH, N2, N, longest_first, said_number
from bot.language.numerals import number


def _part(name: str, low: int, begin: int, end: int) -> Part:
    """A part in which `h` o'clock is the first such hour from `low` on."""
    hours = tuple(hour + 12 * ((low - hour + 11) // 12) if hour < low else hour for hour in range(13))
    return Part(name, hours, begin * 60, end * 60)


AM = Part("午前", (*range(12), 0), 9 * 60, 12 * 60)
MORNING = Part("朝", (*range(13),), 9 * 60, 9 * 60)
_DAWN = Part("早朝", (*range(13),), 6 * 60, 6 * 60)
_SMALL_HOURS = Part("未明", (*range(13),), 3 * 60, 3 * 60)
_NEXT_MORNING = Part("翌朝", (*range(24, 37),), 33 * 60, 33 * 60)
_DEEP = Part("深夜", (*range(10), 22, 23, 24), 24 * 60, 24 * 60)
PM = _part("午後", 12, 13, 18)
_NOON = _part("昼", 10, 12, 12)
EVENING = _part("夕方", 12, 17, 17)
NIGHT = _part("夜", 17, 20, 20)
_LATE = Part("夜間", (*range(13),), 22 * 60, 22 * 60)
# what an event is called tells which half of the day its bare hour means: 朝練 6時, 飲み会 7時
TITLE_PARTS = (
    (re.compile(r"(?:^早朝.+|朝(?:[練会礼活食市]会?|ご飯|ごはん)|(?:^|\s)朝[ァ-ヴー]+)$"), MORNING),
    (re.compile(r"^(?:深夜|夜[間勤])[^のに]*$"), _LATE),
    (
        re.compile(
            r"(?:夕[食飯]会?|晩[ご御]?飯|夜ご?飯|ディナー|晩酌|飲み会?|飲み|忘年会|新年会|歓送迎会|送別会|二次会|宴会|夜[会練ァ-ヴー]+)$"
        ),
        shared.AFTER_WORK,
    ),
)

# with these a part of the day is a word of its own: 朝会, 夕食, 夜勤
_COMPOUNDS = "会(?![議合社食員計見])|食(?!事)|練(?!習)|ご飯|ごはん|[礼市刊日活型番顔倉鮮勤間景行店警更盲具通半焼年餐婚酌成寝休夜帯分風方]"
PARTS: dict[str, Part] = {
    "午前": AM,
    "午前中": AM,
    "am": AM,
    "a.m.": AM,
    "朝": MORNING,
    "朝方": MORNING,
    "あさ": MORNING,
    "早朝": _DAWN,
    "朝早く": _DAWN,
    "明け方": _DAWN,
    "未明": _SMALL_HOURS,
    "翌朝": _NEXT_MORNING,
    "ごぜん": AM,
    "ゴゼン": AM,
    "午後": PM,
    "ごご": PM,
    "ゴゴ": PM,
    "午后": PM,
    "pm": PM,
    "p.m.": PM,
    "昼": _NOON,
    "お昼": _NOON,
    "昼間": _NOON,
    "日中": _NOON,
    "ひる": _NOON,
    "夕方": EVENING,
    "夕刻": EVENING,
    "夕": EVENING,
    "夜": NIGHT,
    "晩": NIGHT,
    "夜遅く": Part("夜遅く", NIGHT.hours, 22 * 60, 22 * 60),
    "深夜": _DEEP,
    "夜中": _DEEP,
    "真夜中": _DEEP,
    "夜半": _DEEP,
}
_KANA_PARTS = ("あさ", "ひる", "ごぜん", "ゴゼン", "ごご", "ゴゴ")  # which are the beginning of many a word
_TODAY = Day(unit=Unit.DAY, count=0)
_YESTERDAY = Day(unit=Unit.DAY, count=-1)
_TOMORROW = Day(unit=Unit.DAY, count=1)


def _at(hour: int, minute: int = 0) -> Clock:
    return Clock(hour, minute, sure=True)


_LUNCH = Several((_at(12), Link.RANGE, _at(13)))
_NAMED_TIMES: dict[str, Atom] = {
    "正午": _at(12),
    "零時": _at(0),
    "定時後": _at(18),
    "終業後": _at(18),
    "業後": _at(18),
    "昼前": _at(11),
    "お昼前": _at(11),
    "昼下がり": _at(14),
    "昼休み": _LUNCH,
    "お昼休み": _LUNCH,
    "昼休憩": _LUNCH,
    "今すぐ": Now(),
    "ただいま": Now(),
    "正午過ぎ": Clock(12, sure=True, vague=True),
    "正午すぎ": Clock(12, sure=True, vague=True),
    "正午頃": Clock(12, sure=True, vague=True),
    "正午ごろ": Clock(12, sure=True, vague=True),
    "現在": Now(),
    "この後すぐ": Now(),
}
_NAMED_TIMES |= {f"{part}{first}": _at(9) for part in ("朝", "あさ") for first in ("イチ", "いち", "一", "一番", "1")}
_NAMED_TIMES |= {
    f"{part}{first}": _at(13)
    for part in ("昼", "お昼", "午後", "ひる", "ごご")
    for first in ("イチ", "いち", "一", "一番", "1")
}
_WHOLE_DAY: dict[str, Atom] = dict.fromkeys(
    (
        "終日",
        "一日中",
        "1日中",
        "丸一日",
        "まる一日",
        "丸1日",
        "全日",
        "一日がかり",
        "終日予定",
        "まる1日",
        "オールデー",
    ),
    AllDay(),
)
_DAY_AND_PART: dict[str, Atom] = {
    "今朝": Several((_TODAY, MORNING)),
    "けさ": Several((_TODAY, MORNING)),
    "今夜": Several((_TODAY, NIGHT)),
    "今晩": Several((_TODAY, NIGHT)),
    "今夕": Several((_TODAY, EVENING)),
    "昨夜": Several((_YESTERDAY, NIGHT)),
    "昨晩": Several((_YESTERDAY, NIGHT)),
    "ゆうべ": Several((_YESTERDAY, NIGHT)),
    "昨夕": Several((_YESTERDAY, EVENING)),
    "明朝": Several((_TOMORROW, MORNING)),
    "明晩": Several((_TOMORROW, NIGHT)),
    "明夜": Several((_TOMORROW, NIGHT)),
}
_PAST_NOON = dict.fromkeys(("昼過ぎ", "昼すぎ", "お昼過ぎ", "お昼すぎ"), _part("昼過ぎ", 12, 13, 13))
_DAY_PART = longest_first(PARTS)


def _clock(match: re.Match[str]) -> Atom:
    hour = number(match["hour"])
    minute = 30 if match["half"] else said_number(match, "minute") or 0
    second = said_number(match, "second") or 0
    if hour > 30 or minute > 59 or second > 59 or (hour >= 24 and match["day_part"]):
        return Doubtful(Doubt.NONSENSE)
    before = (said_number(match, "before_minutes") or 0) if match["before"] else 0
    past = said_number(match, "past_minutes") or 0
    sure = not match["day_part"] and (
        hour > 12 or match["hour"] == "0" or (len(match["hour"]) == 2 and match["hour"][0] == "0")
    )
    vague = (bool(match["before"]) and not before) or (bool(match["past"]) and not past)
    if match["next_day"]:
        if match["day_part"] and hour < 12:
            hour = PARTS[match["day_part"]].hours[hour]
        return Clock(hour + 24, minute + past, sure=True, vague=vague, before=before)
    clock = Clock(hour, minute + past, second, sure=sure, vague=vague, before=before)
    return Several((PARTS[match["day_part"]], clock)) if match["day_part"] else clock


def _colon(match: re.Match[str]) -> Atom:
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"] or 0)
    if hour > 30 or minute > 59 or second > 59:
        return Doubtful(Doubt.NONSENSE)
    if match["next_day"]:
        return Clock(hour + 24, minute, second, sure=True)
    return Clock(hour, minute, second, sure=hour > 12 or hour == 0 or match["hour"][0] == "0")


def _latin_clock(match: re.Match[str]) -> Atom:
    """3pm, 3:30 PM."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        return Doubtful(Doubt.NONSENSE)
    clock = Clock(hour, minute, sure=hour > 12)
    return Several((AM if match["half"].startswith("a") else PM, clock))


def _hours_range(match: re.Match[str]) -> Atom | None:
    """13-15, 10-11:30: figures only, so it counts only after a day."""
    first, last = int(match["first"]), int(match["last"])
    if first > 24 or last > 30:
        return None
    end = Clock(last, int(match["minute"] or 0), sure=last > 12)
    return Several((Clock(first, sure=first > 12), Link.RANGE, end), weak=True)


def _bare_start(match: re.Match[str]) -> Clock:
    hour = number(match["hour"])
    return Clock(hour, sure=hour > 12)


RULES: tuple[Rule, ...] = (
    words("the whole day", _WHOLE_DAY),
    words("a day and a part of it", _DAY_AND_PART, after=r"(?![ご礼会食市刊日顔])"),
    words(
        "a time of day",
        _NAMED_TIMES,
        before="(?<![只古])",
        after=r"(?!:\d|[年月週度回村井泉川後日時所点中ま\d一二三四五六七八九十〇])",
    ),
    words("just past noon", _PAST_NOON),
    words("noon or midnight, until when", {"正午": _at(12), "零時": _at(0)}, after="(?=まで|迄)"),
    Rule(
        "this moment",
        r"(?<![只古])今(?![年月週度回村井泉川後日時所点中まの期般夏冬春秋朝夜晩夕\d一二三四五六七八九十〇宿市野西])(?!:\d)",
        lambda _: Now(),
    ),
    Rule(
        "this time of day",
        r"(?<=[日朝週月年曜後])の?(?:今頃|今ごろ|いまごろ|この時間|この時刻|今の時間)(?!帯|まで)",
        lambda _: Now(),
    ),
    Rule("this moment", r"これ(?=から\s?約?\d{1,3}(?:分|時間|h))", lambda _: Now()),
    Rule(
        "a clock time",
        rf"(?P<next_day>翌)?(?:(?P<day_part>{_DAY_PART})の?)?\s?(?P<hour>{FRESH}{N})(?:(?:(?<=\d)\s)?時(?!間|点|代|期|給|短|系|差)|(?<=\d)じ(?!かん|[ゃゅょ]))"
        rf"(?:(?P<half>半|はん(?!こ|ば))|(?P<minute>(?:{N2}(?=分(?!前|過|す))|\d{{2}}(?![\d時分月日年:/-])))分?(?:(?P<second>{N2})秒)?)?"
        r"(?:ちょうど|丁度|きっかり|ぴったり|ジャスト)?"
        rf"(?:(?P<before>(?:の)?(?P<before_minutes>{N2})分前|前)(?!半|回|日|後)|(?P<past>(?:(?P<past_minutes>{N2})分)?(?:過ぎ|すぎ))"
        r"|頃|ごろ|くらい|ぐらい)?",
        _clock,
    ),
    Rule(
        "a clock time",
        r"(?<![\d:.])(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s?(?P<half>[ap]\.?m)(?![a-z])\.?",
        _latin_clock,
    ),
    Rule(
        "a clock time",
        r"(?<![\d:.])(?P<next_day>翌)?(?P<hour>\d{1,2})(?:\s?:\s?)(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d|:\d)(?:分)?(?:頃|ごろ)?",
        _colon,
    ),
    Rule(
        "the first of two hours",
        rf"{FRESH}(?P<hour>{N2})(?=\s?(?:[-〜~–ー]|から)\s?{N2}(?:時(?!間)|:\d\d))",
        _bare_start,
    ),
    words(
        "a part of the day",
        {word: part for word, part in PARTS.items() if word not in _KANA_PARTS},
        before=r"(?<![a-z一-龥])",
        after=r"(?![a-z礼会食市刊日一-龥]|ご飯|ごはん)",
    ),
    words(  # 明日夜 会議, 金曜の朝打ち合わせ; but 朝礼, 夜勤
        "a part of the day",
        {word: part for word, part in PARTS.items() if word in "朝昼夕夜晩"},
        before=r"(?:(?<=[日曜て)\d])|(?<=[日曜て)\d][の\s]))",
        after=rf"(?!{_COMPOUNDS})",
    ),
    words(
        "a part of the day",
        {word: PARTS[word] for word in _KANA_PARTS},
        before=r"(?<![a-z一-龥ぁ-んー])",
        after=r"(?=$|[\s\d、,。]|から|まで|の[^ぁ-ん]|に(?![ぁ-ん])|は(?![ぁ-ん]))",
    ),
    words(
        "a part of the day",
        {
            word: part
            for word, part in PARTS.items()
            if len(word) > 1 and not word.isascii() and word not in _KANA_PARTS
        },
        after=r"(?!会(?![議合社食員計見])|食(?!事)|[礼市刊帯])",
    ),
)
FIGURES: tuple[Rule, ...] = (
    Rule(
        "hours",
        r"(?<![\d/.:a-z第-])(?P<first>\d{1,2})\s?[-〜~–]\s?(?P<last>\d{1,2})(?::(?P<minute>\d\d))?(?!:\d|[\d/.年月日時分秒名人個件章話回階号丁%a-z-])",
        _hours_range,
    ),
    *shared.FIGURES,
    Rule(
        "a clock time",
        r"(?<![\d/.:a-z第-])(?P<clock>(?!20[2-9]\d)(?:[01]\d|2[0-3])[0-5][05])(?=\s|から|〜|~|に|集合|開始|$)",
        lambda m: Several((shared.figures(m["clock"]),), weak=True),
    ),
)
