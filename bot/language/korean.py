"""How Korean writes times of day, lengths and repetitions, and how it links them."""

import re
from itertools import pairwise

from bot.language import korean_days, korean_lengths, korean_places, shared
from bot.language.atoms import (
    AllDay,
    Atom,
    Clock,
    Dates,
    Day,
    Doubtful,
    Every,
    Link,
    Now,
    Part,
    Several,
    Times,
    Unit,
    Weekdays,
    Word,
)  # fmt: skip
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt, Role
from bot.language.korean_days import FREE, WD, WEEKDAYS, weekday
from bot.language.korean_lengths import COUNT
from bot.language.korean_numerals import HOUR, NATIVE, SINO, number

# --- parts of the day ---


def _part(name: str, hours: tuple[int, ...], begin: float, end: float) -> Part:
    return Part(name, hours, round(begin * 60), round(end * 60))


_FROM_MIDNIGHT = (*range(12), 0)
_AM = _part("오전", _FROM_MIDNIGHT, 9, 12)
_MORNING = _part("아침", (*range(13),), 9, 9)
_DAWN = _part("새벽", _FROM_MIDNIGHT, 5, 5)
_PM = _part("오후", (12, *range(13, 24), 12), 13, 18)
_DAYTIME = _part("낮", (12, *range(13, 20), 8, 9, 10, 11, 12), 12, 12)
_LUNCH = _part("점심", (12, *range(13, 22), 10, 11, 12), 12, 12)
_EVENING = _part("저녁", (24, *range(13, 24), 24), 18, 18)
_NIGHT = _part("밤", (24, 25, 26, 27, 28, *range(17, 24), 24), 20, 20)
_DEEP = _part("한밤중", _NIGHT.hours, 24, 24)
_PARTS: dict[str, Atom] = {
    "오전": _AM, "오전중": _AM, "오전 중": _AM, "am": _AM, "a.m.": _AM, "아침": _MORNING, "이른 아침": _MORNING, "새벽": _DAWN, "꼭두새벽": _DAWN,
    "오후": _PM, "오후중": _PM, "오후 중": _PM, "pm": _PM, "p.m.": _PM, "낮": _DAYTIME, "한낮": _DAYTIME, "대낮": _DAYTIME, "점심": _LUNCH, "점심때": _LUNCH,
    "점심시간": _LUNCH, "저녁": _EVENING, "저녁때": _EVENING, "초저녁": _EVENING, "늦은 저녁": _EVENING, "밤": _NIGHT, "한밤중": _DEEP, "늦은 밤": _NIGHT, "심야": _NIGHT,
}  # fmt: skip
_DAY_PART = "|".join(map(re.escape, sorted(_PARTS, key=len, reverse=True)))
_HALF_DAY = r"(?P<meridiem>[ap]\.?m\.?)(?![a-z])"


def _today(part: Part, days: int = 0) -> Several:
    return Several((Day(unit=Unit.DAY, count=days), part))


_NAMED_TIMES: dict[str, Atom] = {
    "정오": Clock(12, sure=True), "자정": Clock(24, sure=True), "영시": Clock(0, sure=True), "퇴근 후": Clock(18, sure=True),
    "종일": AllDay(), "하루 종일": AllDay(), "하루종일": AllDay(), "온종일": AllDay(), "전일": AllDay(), "하루 내내": AllDay(), "올데이": AllDay(),
    "간밤": _today(_NIGHT, -1), "지난밤": _today(_NIGHT, -1), "어젯밤": _today(_NIGHT, -1), "엊저녁": _today(_EVENING, -1),
    "오늘밤": _today(_NIGHT), "오늘저녁": _today(_EVENING), "오늘아침": _today(_MORNING), "오늘오전": _today(_AM), "오늘오후": _today(_PM),
    "지금": Now(), "지금 바로": Now(), "지금 당장": Now(), "현재": Now(), "방금": Now(),
}  # fmt: skip

# what an event is called tells which half of the day its bare hour means
_AT_TABLE = r"(?=\s?(?:식사|약속|모임|회식|미팅|회의|밥|운동|데이트|파티|산책|공부|예배|요가|수영|먹)|$)"
TITLE_PARTS = (
    (re.compile(r"(?:회식|술자리|송년회|송별회|환영회|뒤풀이|동창회|한잔|치맥)$"), shared.AFTER_WORK),
    (re.compile(rf"(?<![가-힣])저녁{_AT_TABLE}|석식|만찬|야식|야간\s"), _EVENING),
    (re.compile(rf"(?<![가-힣])점심{_AT_TABLE}|오찬"), _LUNCH),
    (re.compile(rf"(?<![가-힣])(?:아침|새벽){_AT_TABLE}|조찬|조식|조회$"), _MORNING),
)

# --- clock times ---


def _placed(match: re.Match[str], hour: int, minute: int, second: int = 0) -> Atom:
    """The clock time with the part of the day that stands before or behind it."""
    groups = match.groupdict()
    if hour > 30 or minute > 59 or second > 59:
        return Doubtful(Doubt.NONSENSE)
    name = groups.get("part") or groups.get("meridiem")
    part = _PARTS[name.replace(".", "")] if name else None
    if part is not None and hour >= 24:
        return Doubtful(Doubt.NONSENSE)
    written = match["hour"]
    clock = Clock(
        hour, minute, second,
        sure=hour > 12 or hour == 0 or (len(written) == 2 and written[0] == "0"),
        before=number(groups["before"]) if groups.get("before") else 0,
    )  # fmt: skip
    return clock if part is None else Several((part, clock))


def _clock(match: re.Match[str]) -> Atom:
    minute = 30 if match["half"] else number(match["minute"]) if match["minute"] else 0
    return _placed(match, number(match["hour"]), minute, number(match["second"]) if match["second"] else 0)


def _colon(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    return _placed(match, int(match["hour"]), int(groups.get("minute") or 0), int(groups.get("second") or 0))


def _bare_start(match: re.Match[str]) -> Atom:
    return _placed(match, number(match["hour"]), 0)


def _hours_range(match: re.Match[str]) -> Atom | None:
    """13-15, 10~11:30 in figures only, which counts only after a day."""
    first, last = int(match["first"]), int(match["last"])
    if first > 24 or last > 30:
        return None
    end = Clock(last, int(match["minute"] or 0), sure=last > 12)
    return Several((Clock(first, sure=first > 12), Link.RANGE, end), weak=True)


# --- repetitions ---

_EVERY: dict[str, Atom] = {
    "매일": Every(Unit.DAY), "날마다": Every(Unit.DAY), "매일매일": Every(Unit.DAY), "매주": Every(Unit.WEEK), "주마다": Every(Unit.WEEK),
    "매월": Every(Unit.MONTH), "매달": Every(Unit.MONTH), "달마다": Every(Unit.MONTH), "다달이": Every(Unit.MONTH), "매년": Every(Unit.YEAR), "해마다": Every(Unit.YEAR),
    "매해": Every(Unit.YEAR), "매 주": Every(Unit.WEEK), "매 달": Every(Unit.MONTH), "매 분기": Every(Unit.QUARTER), "매분기": Every(Unit.QUARTER), "분기마다": Every(Unit.QUARTER),
    "격주": Every(Unit.WEEK, 2), "격주로": Every(Unit.WEEK, 2), "격월": Every(Unit.MONTH, 2), "격월로": Every(Unit.MONTH, 2), "격일": Every(Unit.DAY, 2),
    "격일로": Every(Unit.DAY, 2), "하루 걸러": Every(Unit.DAY, 2), "하루걸러": Every(Unit.DAY, 2), "이틀에 한 번": Every(Unit.DAY, 2), "이틀마다": Every(Unit.DAY, 2), "사흘마다": Every(Unit.DAY, 3),
    "매일 아침": Several((Every(Unit.DAY), _MORNING)), "아침마다": Several((Every(Unit.DAY), _MORNING)), "매일 저녁": Several((Every(Unit.DAY), _EVENING)),
    "저녁마다": Several((Every(Unit.DAY), _EVENING)), "매일 밤": Several((Every(Unit.DAY), _NIGHT)), "밤마다": Several((Every(Unit.DAY), _NIGHT)),
    "평일": Every(Unit.WEEK, workdays=True), "평일마다": Every(Unit.WEEK, workdays=True), "평일 매일": Every(Unit.WEEK, workdays=True),
    "매일 평일": Every(Unit.WEEK, workdays=True), "주중 매일": Every(Unit.WEEK, workdays=True), "매 평일": Every(Unit.WEEK, workdays=True),
    "매평일": Every(Unit.WEEK, workdays=True), "근무일마다": Every(Unit.WEEK, workdays=True), "영업일마다": Every(Unit.WEEK, workdays=True),
    "주말마다": Several((Every(Unit.WEEK), Weekdays((5, 6)))), "매 주말": Several((Every(Unit.WEEK), Weekdays((5, 6)))), "매주말": Several((Every(Unit.WEEK), Weekdays((5, 6)))),
    "마다": Every(None),
}  # fmt: skip
_EVERY_UNITS = {
    "일": Unit.DAY,
    "주": Unit.WEEK,
    "주일": Unit.WEEK,
    "개월": Unit.MONTH,
    "달": Unit.MONTH,
    "년": Unit.YEAR,
}
_DAY_OF_LIST = rf"{WD}(?:요일|욜|(?=[{WEEKDAYS}·,/\s&]|$|마다|에|로))"
_WEEKDAY_LIST = rf"(?!일일){_DAY_OF_LIST}(?:(?:\s?[·,/&]\s?|와\s|과\s|하고\s|이랑\s|랑\s|\s)?{_DAY_OF_LIST}){{0,6}}"


def _weekdays(written: str) -> Weekdays:
    found = re.findall(rf"({WD})(?:요일|욜)?", written)
    return Weekdays(tuple(weekday(day) for day in found))


def _every_weekdays(match: re.Match[str]) -> Atom:
    return Several((_EVERY[match["every"].replace(" ", "")], _weekdays(match["list"])))


def _every_range(match: re.Match[str]) -> Atom:
    first = weekday(match["first"])
    count = (weekday(match["last"]) - first) % 7 + 1
    return Several((_EVERY[match["every"].replace(" ", "")], Weekdays(tuple((first + n) % 7 for n in range(count)))))


def _every_n(match: re.Match[str]) -> Every:
    count = number(match["n"])
    return Every(_EVERY_UNITS[match["unit"]], count + (1 if match["way"].startswith("걸러") else 0))


_MEAL = (
    r"(?:약속|식사|회식|미팅|모임|밥|먹기|운동|공부|조회|체조|산책|러닝|조깅|요가|수영|헬스|수업|강의|스터디|독서|예배|기도|뷔페|"
    r"파티|데이트|훈련|스탠드업|브리핑|세미나|회의)"
)
_MOVES = r"(?:옮[기겨길]|미[뤄루룰]|당[겨기길]|앞당|바[꿔꾸꿀]|늦[춰추출]|변경|연기|조정|이동|수정)"
_CANCELS = r"(?:취소|삭제|캔슬|지[워우울]|없[애앨]|빼)"
_NOT_A_NOUN = rf"(?!에|때|시간|쯤|부터|까지|으로|로|이(?!벤)|은|을|의|일찍|늦게|말고|대신|{HOUR}\s?시|\d|{_MOVES})"
_HOUR = rf"(?:(?<![\d.,:/])\d{{1,4}}|{FREE}(?:{HOUR}|[이삼]?십{SINO}|이십))"
_NOT_AN_HOUR = (
    r"(?!간|즌|리즈|스템|스터|장(?!소)|작|험|설|점(?![심검])|청|민|행|대|식|안|음|뮬|상식|나리|각(?!$|\s)|합)"
)

# 월수금, 화,목: two or more days written with one syllable each
_BARE_LIST = rf"{WD}(?:\s?[,·/]\s?{WD}|{WD}){{1,6}}(?:요일|욜)?"


def _in_order(written: str) -> tuple[int, ...]:
    """The weekdays of 월수금; none where they do not follow one another in a week, as in 금일 (today) or 일월."""
    days = tuple(weekday(day) for day in written.removesuffix("요일").removesuffix("욜") if day in WEEKDAYS)
    rising = all(first < last for first, last in pairwise(days))
    return days if rising and written not in _NO_LISTS else ()


_NO_LISTS = frozenset({"금일", "월일", "화일", "수일", "목일"})


def _bare_weekdays(match: re.Match[str]) -> Atom | None:
    days = _in_order(match.group().removesuffix("마다"))
    return Several((Every(Unit.WEEK), Weekdays(days))) if days else None


def _week(which: str) -> int:
    """How many weeks ahead."""
    return 0 if which == "이번" else 2 if which == "다다음" else 1


def _weekdays_of_week(match: re.Match[str]) -> Several:
    """다음 주 월~수."""
    week = _week(match["which"])
    first, last = (Day(unit=Unit.WEEK, count=week, weekday=weekday(match[name])) for name in ("first", "last"))
    return Several((first, Link.RANGE, last))


def _days_or_doubt(match: re.Match[str]) -> Atom | None:
    """다음 주 월수금: three events rather than one."""
    days = _in_order(match["list"])
    if len(days) == 2 and days[1] - days[0] == 1 and not match["list"].endswith(("요일", "욜")):
        week = _week(match["which"])
        first, last = (Day(unit=Unit.WEEK, count=week, weekday=day) for day in days)
        return Several((first, Link.RANGE, last))
    return Doubtful(Doubt.VAGUE) if days else None


def _weekend(match: re.Match[str]) -> Atom | None:
    written = match.group()
    if written == "토일":
        return Day(unit=Unit.WEEKEND)
    return Day(unit=Unit.WEEKEND, count=0 if written.startswith(("이번", "금")) else 1)


def _every_dates(match: re.Match[str]) -> Atom:
    return Several((Every(Unit.MONTH), Dates(tuple(int(day) for day in re.findall(r"\d+", match["days"])))))


def _weekdays_of_a_month(match: re.Match[str]) -> Atom:
    """매월 둘째 넷째 화요일."""
    nths = tuple("첫둘셋넷".index(nth) + 1 for nth in re.findall("[첫둘셋넷](?=째)", match["nths"]))
    return Several((Every(Unit.MONTH), Weekdays((weekday(match["wd"]),), nths=nths)))


RULES: tuple[Rule, ...] = (
    # what looks like a time and belongs to a title
    Rule("a word with a number in it", r"(?<![\d.,:/])\d{1,2}월(?:호|분(?!기)|생|의 크리스마스)|(?<![\d.,:/])\d{1,2}월\s(?:결산|매출|실적|정산|급여|손익|월례|마감|회고|보고서|리포트)", lambda _: Word(Role.TITLE)),
    Rule("a word with a number in it", r"[1-4]\s?(?:사)?분기\s(?=[가-힣])|\d{1,3}(?:주년|년차|일차|주차(?!\s?[월화수목금토일]요)|회차|차시|기수|년생|학년)|월요병|토요미스터리|이사회|사주(?=\s(?:상담|풀이|보러))|일일(?=\s[가-힣]|$)", lambda _: Word(Role.TITLE)),
    Rule("a title of month's end", r"(?<=[일시반분에]\s)(?:월말|연말)\s(?=결산|정산|마감)", lambda _: Word(Role.TITLE)),
    Rule("a meal", rf"(?:(?<=시\s)|(?<=분\s)|(?<=반\s)|(?<=에\s)|(?<=오\s)|(?<=:\d\d\s)|(?<=[랑과와]\s)|(?<=하고\s))(?:점심|저녁|아침)(?=\s?{_MEAL}|$|\s?[을를]?\s?먹)", lambda _: Word(Role.TITLE)),
    Rule("a meal", rf"(?:점심|저녁|아침)\s?{_MEAL}(?=.{{0,16}}(?:\d|[가-힣])\s?시(?!간)|.{{0,16}}\d:\d\d)", lambda _: Word(Role.TITLE)),
    Rule("a part of the day that names an event", rf"{FREE}(?:아침|점심|저녁|새벽)(?=\s?{_NOT_A_NOUN}[가-힣][^\n]{{0,30}}(?:{_MOVES}|{_CANCELS}))", lambda _: Word(Role.TITLE)),
    Rule("a meal", rf"{FREE}(?:아침|점심|저녁)(?=\s(?:(?!(?:치|내|외|안|피부|이비인후|소아|정형외|산부인|비뇨기|한의|성|결|효|학|부|다)과(?:\s|$))[가-힣]{{1,6}}(?:이랑|랑|하고|과|와)(?:\s|$)|오늘|내일|낼|모레|글피|이번|다음|담주|\d{{1,2}}\s?[월일/.]|{WD}(?:요일|욜)))", lambda _: Word(Role.TITLE)),
    # which days was not said
    Rule("so often, on days unsaid", rf"(?:매주|주|주당|일주일에|한\s?주에|매달|매월|한\s?달에|월|매일|하루에)\s(?:(?:[2-9]|\d\d)\s?[회번]|{FREE}(?:두|세|네|다섯|여섯)\s?번)(?:씩)?(?![가-힣])", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("every feast of the moon", r"(?:매년|해마다|매해)\s(?=설날|설\s|구정|추석|한가위|부처님|석가탄신일|초파일|정월)", lambda _: Doubtful(Doubt.VAGUE)),
    *korean_lengths.COUNTED,
    # repetitions
    Rule("a repetition on dates", r"(?:매월|매달|매\s달)\s?(?P<days>\d{1,2}\s?일?(?:(?:\s?[,·/&]\s?|\s?(?:과|와|하고|이랑|랑|및)\s|\s)\d{1,2}\s?일?){1,5}(?<=일))(?![간차])(?:마다)?", _every_dates),
    Rule("weekdays of every month", rf"{FREE}(?<!월\s)(?:(?:매월|매달)\s)?(?P<nths>[첫둘셋넷]째(?:\s?주)?(?:\s?[,·/&]\s?|[와과]\s|\s)(?:[첫둘셋넷]째(?:\s?주)?(?:\s?[,·/&]\s?|[와과]\s|\s)?){{0,2}}[첫둘셋넷]째(?:\s?주)?)\s?(?P<wd>{WD})(?:요일|욜)(?:마다)?", _weekdays_of_a_month),
    Rule("weekdays of a week", rf"{FREE}(?:이번\s?주|다음\s?주|담\s?주|차주|금주)?\s?토일(?=$|\s|에|\d)", _weekend),
    Rule("weekdays of a week", rf"{FREE}(?P<which>이번|다음|담|다다음)\s?주\s?(?P<first>{WD})(?:요일|욜)?\s?(?:[-~–]|부터\s)\s?(?P<last>{WD})(?:요일|욜|(?![가-힣])|(?=까지|에))", _weekdays_of_week),
    Rule("several days of a week", rf"{FREE}(?P<which>이번|다음|담|다다음)\s?주\s?(?P<list>{_BARE_LIST})(?=$|\s|\d|에)", _days_or_doubt),
    Rule("a repetition on weekdays", rf"(?<![가-힣\d]){_BARE_LIST}(?:마다)?(?=\s?(?:{_DAY_PART})?\s?(?:\d|{HOUR}\s?시(?!간)))", _bare_weekdays),
    Rule("a repetition on weekdays", rf"(?P<every>매\s?주|격주(?:로)?)\s?(?P<first>{WD})(?:요일|욜)?\s?(?:[-~–]|부터\s)\s?(?P<last>{WD})(?:요일|욜|(?![가-힣]))(?:까지)?", _every_range),
    Rule("a repetition on weekdays", rf"(?<![가-힣\d])(?P<list>{WD}(?:요일|욜)?(?:\s?[·,/&]\s?{WD}|\s{WD}(?=요일|욜)|{WD})(?:요일|욜)?(?:(?:\s?[·,/&]\s?|\s)?{WD}(?:요일|욜)?){{0,4}})\s(?P<every>매주|격주)(?![가-힣])", _every_weekdays),
    Rule("a repetition on weekdays", rf"(?P<every>매\s?주|격주(?:로)?)(?:의)?\s?(?P<list>{_WEEKDAY_LIST})(?!\s?[가-힣]?말)(?:마다)?", _every_weekdays),
    Rule("a repetition on weekdays", rf"(?P<list>{WD}(?:요일|욜)?(?:\s?[·,/&]\s?|와\s|과\s|하고\s)?{WD}(?:요일|욜)(?:[·,/&]\s?{WD}(?:요일|욜)){{0,4}})\s?마다", lambda m: Several((Every(Unit.WEEK), _weekdays(m["list"])))),
    Rule("a repetition", rf"(?:매\s?)?(?P<n>{COUNT})\s?(?P<unit>일|주일?|개월|달|년)\s?(?P<way>마다|걸러|에 (?:한|1)\s?번(?:씩)?|간격(?:으로)?)", _every_n),
    Rule("a repetition", rf"매\s?(?P<n>{COUNT})\s?(?P<unit>일|주|개월)(?P<way>(?!))?(?=\s|$)", lambda m: Every(_EVERY_UNITS[m["unit"]], number(m["n"]))),
    words("a repetition", _EVERY),
    Rule("how many times", rf"(?:총\s?)?(?P<n>\d{{1,3}}|{FREE}{NATIVE}(?=\s?번)|{FREE}{SINO}{{1,3}}(?=\s?회))\s?(?:회|번)만?(?![가-힣]|\s?{korean_places.MEETING_ROOM}|\s?(?:출구|창구|게이트|홀|룸|부스|진료실))(?:\s?반복)?", lambda m: Times(number(m["n"]))),
    *korean_days.RULES,
    # times of day
    Rule("this time of day", r"(?:(?<=[일레피주달월년욜날]\s)|(?<=모레\s))(?:이맘때|이\s?시간|이때)(?:쯤)?에?(?=\s|$|으?로)", lambda _: Now()),
    Rule("the time it has now", r"(?<=[일레피주달월년욜날]\s)같은\s시[간각]에?(?=\s|$|으?로)", lambda _: Word(Role.FILLER)),
    words("a time of day", _NAMED_TIMES, before=FREE, after=r"(?!무렵|용|근무|권)"),
    Rule(
        "a clock time",
        rf"(?:{FREE}(?P<part>{_DAY_PART})\s?)?(?P<hour>{_HOUR})\s?시{_NOT_AN_HOUR}"
        rf"(?:\s?(?P<half>반)(?!도체|장|상|품|대|복|영|값|려|납|기|찬|성|응|칙|포)|\s?(?P<minute>\d{{1,2}}|{SINO}{{1,3}})\s?분(?!\s?(?:전|간|동안|짜리|뒤|후|기|류|석|할)))?"
        rf"(?:\s?(?P<second>\d{{1,2}}|{SINO}{{1,3}})\s?초)?(?:\s?(?P<before>\d{{1,2}}|{SINO}{{1,3}})\s?분\s?전(?!에?\s?(?:알|리|통|으)))?(?:\s?(?:정각|쯤|경(?![가-힣])|경(?=에)|께|무렵|즈음|정도))?",
        _clock,
    ),
    Rule("a clock time", rf"(?:{FREE}(?P<part>{_DAY_PART})\s?)?(?<![\d:.])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?!\d)(?::(?P<second>\d{{2}}))?(?:\s?{_HALF_DAY})?(?:\s?분(?![가-힣]))?(?:쯤|경)?", _colon),
    Rule("a clock time", rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s?{_HALF_DAY}", _colon),
    Rule("a clock time", r"(?P<part>오전|오후|[ap]\.?m\.?)\s?(?P<hour>\d{1,2})(?![\d.:/월일년분])(?=$|\s|에|부터|까지|[-~])", _colon),
    Rule("the first of two hours", rf"(?:{FREE}(?P<part>{_DAY_PART})\s?)?(?P<hour>{_HOUR})(?=\s?(?:[-~–]|에서\s?|부터\s?)\s?(?:{_DAY_PART})?\s?(?:\d{{1,2}}|{HOUR})\s?(?:시(?!간)|:\d\d))", _bare_start),
    words("a part of the day", _PARTS, before=r"(?<![a-z])" + FREE, after=r"(?![a-z])(?!반차|반휴|반(?=\s|$)|잠|하늘|조회|식사량|메뉴|달|마다|새)"),
    *korean_lengths.LENGTHS,
    # links
    Rule("from … to", r"[-~–—]|→|->|(?<=[시분반일월주년오정날욜])(?:와|과|하고|이랑|랑)(?=\s.{1,14}사이)", lambda _: Link.RANGE),
    Rule("from the first time of a repetition on", r"부터(?=\s(?:매|격|평일|\d{1,2}\s?(?:주|일|개월)\s?마다))", lambda _: Link.AT),
    Rule("from", r"부터|(?:(?<=[\d한두세네섯곱덟홉열]시)|(?<=[\d한두세네섯곱덟홉열]\s시)|(?<=[분반일월욜정침녁밤])|(?<=[음번난]주)|(?<=오[전후]))에서(?=\s?[\d가-힣])|이후(?:로|에)?|시작", lambda _: Link.FROM_AFTER),
    Rule("to", r"까지|(?<=[시분반일월주년])\s?(?:이전|전)(?:에|까지)?(?![가-힣])", lambda _: Link.TO_AFTER),
)  # fmt: skip

FIGURES: tuple[Rule, ...] = (
    *shared.FIGURES,
    Rule(
        "hours",
        r"(?<![\d/.:-])(?P<first>\d{1,2})\s?[-~–]\s?(?P<last>\d{1,2})(?::(?P<minute>\d\d))?(?!:\d|[\d/.년월일시분명인개-])",
        _hours_range,
    ),
)
