"""How Chinese writes lengths, what lies so long before or after, stretches up to now or from now, and repetitions."""

import re
from itertools import pairwise

from bot.language.atoms import (
    ANY_CHINESE_WORKDAY,
    Atom,
    Day,
    Doubtful,
    Every,
    Length,
    Link,
    Move,
    Now,
    Offset,
    Portion,
    Several,
    Shift,
    Times,
    Unit,
    Weekdays,
)
from bot.language.chinese_clock import PARTS
from bot.language.chinese_days import WD, WEEKDAY_LIST, weekdays_in
from bot.language.chinese_numerals import AMOUNT, COUNTED, FRESH, GE, N2, WEEK, amount, is_vague, numeral, unit
from bot.language.grammar import Rule, words
from bot.language.intent import Doubt
from bot.language.numerals import HAN_DIGITS, number

_DAYS_IN = {Unit.DAY: 1, Unit.CHINESE_WORKDAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}

# --- lengths ---


def _hours(match: re.Match[str]) -> Length | None:
    """两小时, 一个半小时, 两小时半, 一小时三十分, 1.5小时."""
    written = match["hours"]
    if is_vague(written):
        return None
    halves = bool(match["half"]) + bool(match["half_after"])
    seconds = round(amount(written) * 3600) + 1800 * halves + 60 * (numeral(match, "minutes") or 0)
    return Length(seconds=seconds + 900 * (numeral(match, "quarters") or 0))


def _minutes(match: re.Match[str]) -> Length | None:
    """十分钟, 两分半钟, 一刻钟, 三十秒."""
    written = match["n"]
    if is_vague(written):
        return None
    unit_seconds = {"刻": 900, "秒": 1, "分": 60, "m": 60}[match["unit"][0]]
    return Length(seconds=round(unit_seconds * amount(written)) + (unit_seconds // 2 if match["half"] else 0))


def _count(match: re.Match[str]) -> tuple[float, Unit] | None:
    """三天, 半年, 两个半月, 一年半, 一年零三个月: how many of which unit."""
    written = match["n"]
    if is_vague(written):
        return None
    count, kind = amount(written), unit(match["unit"])
    if match["half"] or match["half_after"]:
        count += 0.5
    if kind is Unit.YEAR and (count % 1 or match["months"]):
        return 12 * count + (numeral(match, "months") or 0), Unit.MONTH
    return count, kind


def _long(match: re.Match[str]) -> Length | None:
    counted = _count(match)
    if counted is None:
        return None
    count, kind = counted
    if kind in _DAYS_IN:
        return Length(days=round(count * _DAYS_IN[kind]))
    months = int(count * _MONTHS_IN[kind])
    return Length(months, round(30 * (count * _MONTHS_IN[kind] - months)))


# --- so long before or after ---


def _sign(match: re.Match[str]) -> int:
    return -1 if "前" in match["way"] else 1


def _hours_away(match: re.Match[str]) -> Atom | None:
    length = _hours(match)
    return None if length is None else Offset(_sign(match), length)


def _minutes_away(match: re.Match[str]) -> Atom | None:
    length = _minutes(match)
    return None if length is None else Offset(_sign(match), length)


def _days_away(match: re.Match[str]) -> Atom | None:
    counted = _count(match)
    if counted is None:
        return None
    count, kind = _sign(match) * counted[0], counted[1]
    if count % 1:
        return Day(moves=(Move(count, kind),))
    return Day(unit=kind, count=int(count), exact=True)


def _two_steps(match: re.Match[str]) -> Day | None:
    """三周零两天后, 两个月又三天前."""
    if is_vague(match["n"]) or is_vague(match["more"]):
        return None
    sign = _sign(match)
    steps = ((match["n"], match["unit"]), (match["more"], match["unit_more"]))
    return Day(moves=tuple(Move(sign * amount(count), unit(written)) for count, written in steps))


def _later_than_said(match: re.Match[str]) -> Atom | None:
    """圣诞节后三天, 下周一的前两天."""
    counted = _count(match)
    return None if counted is None else Day(moves=(Move(_sign(match) * counted[0], counted[1]),))


# --- stretches up to now, and from now on ---

_BACK = "过去|過去|最近|近|前|之前|此前|以往"


def _stretch_of_days(match: re.Match[str]) -> Atom | None:
    """过去三天, 未来两周."""
    counted = _count(match)
    if counted is None:
        return None
    count, kind = counted
    back = match["which"] in _BACK.split("|")
    far = _far(-count if back else count, kind)
    near = Day(unit=Unit.DAY, count=-1 if back else 1)
    return Several((far, Link.RANGE, near) if back else (near, Link.RANGE, far))


def _within_days(match: re.Match[str]) -> Atom | None:
    """三天内: from today."""
    counted = _count(match)
    if counted is None:
        return None
    return Several((Day(unit=Unit.DAY, count=0), Link.RANGE, _far(*counted)))


def _far(count: float, kind: Unit) -> Day:
    if count % 1:
        return Day(moves=(Move(count, kind),))
    return Day(unit=kind, count=int(count), exact=True)


def _stretch_of_time(match: re.Match[str]) -> Atom | None:
    """过去两小时, 未来半小时."""
    groups = match.groupdict()
    length = _hours(match) if "hours" in groups else _minutes(match)
    if length is None:
        return None
    if groups.get("which") in _BACK.split("|"):
        return Several((Offset(-1, length), Link.RANGE, Now()))
    return Several((Now(), Link.RANGE, Offset(1, length)))


# --- how far to move ---

_EARLIER = "提前|提早|早|前移|往前移|往前挪|往前推|往前提|向前移"


def _moved(match: re.Match[str], length: Length | None) -> Shift | None:
    if length is None:
        return None
    return Shift(-1 if match["way"] in _EARLIER.split("|") else 1, length)


# --- repetitions ---

_WORKDAYS = ("工作日", "平日", "上班日", "营业日", "營業日", "交易日")
_EVERY: dict[str, Atom] = {
    "天天": Every(Unit.DAY),
    "每天": Every(Unit.DAY),
    "每日": Every(Unit.DAY),
    "逐日": Every(Unit.DAY),
    "隔天": Every(Unit.DAY, 2),
    "隔日": Every(Unit.DAY, 2),
    "每早": Several((Every(Unit.DAY), PARTS["早上"])),
    "每晚": Several((Every(Unit.DAY), PARTS["晚上"])),
    "平日": Every(Unit.WEEK, workdays=True),
    "工作日": Every(Unit.WEEK, workdays=True),
    "每半年": Every(Unit.MONTH, 6),
    "每季": Every(Unit.MONTH, 3),
    "每季度": Every(Unit.MONTH, 3),
    "每个季度": Every(Unit.MONTH, 3),
    "每個季度": Every(Unit.MONTH, 3),
    "每月": Every(Unit.MONTH),
    "每个月": Every(Unit.MONTH),
    "每個月": Every(Unit.MONTH),
    "隔月": Every(Unit.MONTH, 2),
    "每年": Every(Unit.YEAR),
}
_EVERY |= {f"每{ge}{day}": Every(Unit.WEEK, workdays=True) for ge in ("", "个", "個") for day in _WORKDAYS}
_EVERY |= {f"{day}{each}": Every(Unit.WEEK, workdays=True) for day in _WORKDAYS for each in ("每天", "每日", "天天")}
_EVERY |= {f"每天{day}": Every(Unit.WEEK, workdays=True) for day in _WORKDAYS}


def _weekly(match: re.Match[str]) -> Atom:
    """每周, 每周一三五, 隔周三, 每两周的周四, 逢星期二."""
    how, count = match["how"], numeral(match, "n")
    interval = 2 if how[0] in "隔双雙" else 1
    if count is not None:
        interval = count + (how == "每隔")
    every = Every(Unit.WEEK, interval)
    if match["weekend"]:
        return Several((every, Weekdays((5, 6))))
    if match["first"]:
        (first,), (last,) = weekdays_in(match["first"]), weekdays_in(match["last"])
        return Several((every, Weekdays(tuple((first + ahead) % 7 for ahead in range((last - first) % 7 + 1)))))
    return Several((every, Weekdays(weekdays_in(match["list"])))) if match["list"] else every


def _weekdays_of_a_month(match: re.Match[str]) -> Several:
    """每月第二和第四个周二."""
    nths = tuple(number(nth) for nth in re.findall("[一二三四五1-5]", match["nths"]))
    return Several((Every(Unit.MONTH), Weekdays(weekdays_in(match["day"]), nths=nths)))


def _nth_workday(match: re.Match[str]) -> Day:
    """第一个工作日, 最后一个工作日, 倒数第二个工作日."""
    if match["back"]:
        return Day(nth=-number(match["back"][3:]), weekday=ANY_CHINESE_WORKDAY)
    nth = 1 if match["first"] else numeral(match, "nth") or -1
    return Day(nth=nth, weekday=ANY_CHINESE_WORKDAY)


def _rising(written: str) -> tuple[int, ...]:
    """The weekdays of 一三五; none where they do not follow one another in a week."""
    days = weekdays_in(written)
    return days if all(first < last for first, last in pairwise(days)) else ()


def _compact(match: re.Match[str]) -> Atom | None:
    """周一三五; 周六日 is only the weekend."""
    days = _rising(match["list"])
    if days == (5, 6):
        return Day(unit=Unit.WEEKEND)
    return Several((Every(Unit.WEEK), Weekdays(days))) if days else None


def _days_or_doubt(match: re.Match[str]) -> Atom | None:
    """下周一三五: several events rather than one."""
    days = _rising(match["list"])
    week = {"下": 1, "上": -1}.get(match.group()[0], 0)
    if days == (5, 6):
        return Day(unit=Unit.WEEKEND, count=week)
    if len(days) == 2 and days[1] - days[0] == 1:
        first, last = (Day(unit=Unit.WEEK, count=week, weekday=day) for day in days)
        return Several((first, Link.RANGE, last))
    return Doubtful(Doubt.VAGUE) if days else None


def _day_to_day(match: re.Match[str]) -> Atom | None:
    """下周一到三."""
    said = match["week"]
    week = {"下": 1, "上": -1}.get(said[0], 0) if said else None
    first, last = ("一二三四五六日天".index(match[name]) for name in ("first", "last"))
    if min(last, 6) <= first:
        return None
    days = [
        Day(weekday=min(day, 6)) if week is None else Day(unit=Unit.WEEK, count=week, weekday=min(day, 6))
        for day in (first, last)
    ]
    return Several((days[0], Link.RANGE, days[1]))


def _month_end(_: re.Match[str]) -> Atom:
    return Several((Every(Unit.MONTH), Day(portion=Portion.LAST_DAY)))


def _every_n(match: re.Match[str]) -> Every | None:
    count = number(match["n"])
    if is_vague(match["n"]):
        return None
    interval = count + bool(match["skipped"])
    kind = unit(match["unit"])
    return Every(Unit.MONTH, 3 * interval) if kind is Unit.QUARTER else Every(kind, interval)


# --- the patterns ---

_WORKDAY = "(?:工作日|营业日|營業日|上班日|交易日)"
_HOUR_UNIT = r"(?:小时|小時|钟头|鐘頭|鍾頭|钟(?![头表情楼])|鐘(?![頭錶表情樓])|h(?:ours?|rs?)?(?![a-z]))"
_HOURS = (
    rf"{FRESH}(?P<hours>{AMOUNT})\s?{GE}(?P<half>半)?{GE}{_HOUR_UNIT}(?P<half_after>半)?"
    rf"(?:[零又加]?(?:(?P<minutes>{N2})(?:分[钟鐘鍾]?|min)|(?P<quarters>[一三])刻[钟鐘]?))?(?:的?[时時][间間])?"
)
_MINUTES = rf"{FRESH}(?P<n>{AMOUNT})\s?(?P<unit>分[钟鐘鍾]|分半[钟鐘]|刻[钟鐘鍾]|秒[钟鐘]?|min(?:ute)?s?)(?P<half>半)?"
_DAYS = (
    rf"{FRESH}(?P<n>{AMOUNT})\s?(?:[个個](?P<half>半))?(?P<unit>{COUNTED}|(?<=半)月)"
    rf"(?P<half_after>半(?![天年小]))?(?:零?(?P<months>(?<=年){N2}|(?<=零){N2})[个個]月)?"
)
_TWO_STEPS = (
    rf"{FRESH}(?P<n>{AMOUNT})(?:[个個])?(?P<unit>年|(?<=[个個])月|[周週]|(?<=[个個])星期|(?<=[个個])[礼禮]拜)"
    rf"(?:[零又加]|\s)?(?P<more>{AMOUNT})(?:[个個])?(?P<unit_more>(?<=[个個])月|[周週]|(?<=[个個])星期|天)"
)
_AGO = r"(?P<way>[之以]前|前(?![面台端期方往])|[之以]?[后後](?![面台续續勤备備天年])|[过過][后後])"
_WITHIN = r"(?:[之以]?[内內]|之间|之間)"
_FROM_NOW = r"(?P<which>未来|未來|接下来|接下來|今[后後]|往[后後]|随后|隨後|后(?=[两三四五六七八九十\d])|後(?=[兩三四五六七八九十\d]))(?:的|这|這)?"
_UNTIL_NOW = rf"(?<![月份年])(?P<which>{_BACK})(?:的|这|這)?"
_SHIFT = rf"(?P<way>推迟|推遲|延后|延後|延迟|延遲|顺延|順延|延期|[往向][后後](?:推|挪|移|延)|[后後](?:推|移)|[推押][后後]|{_EARLIER})"
_MOVED_ALREADY = "(?!了|[后後]?才|到)"
_PASSED = r"(?:再)?[过過]"  # 再过三天
_FEAST_SAID = "|".join(
    f"(?<={name})" for name in "端午 中秋 重阳 重陽 元宵 清明 冬至 圣诞 聖誕 国庆 國慶 双十一 雙十一".split()
)
_DAY_SAID = rf"(?:(?<=[日号號节節天旦夕一二三四五六末底])|{_FEAST_SAID})的?"

SHIFTS: tuple[Rule, ...] = (
    Rule("how far to move", _SHIFT + _HOURS + _MOVED_ALREADY, lambda m: _moved(m, _hours(m))),
    Rule("how far to move", _SHIFT + _MINUTES + _MOVED_ALREADY, lambda m: _moved(m, _minutes(m))),
    Rule(
        "how far to move",
        "(?P<way>[早晚])" + _HOURS + "(?:再)?[开開](?:始|会|會)?(?![了一-龥])",
        lambda m: _moved(m, _hours(m)),
    ),
    Rule(
        "how far to move",
        "(?P<way>[早晚])" + _MINUTES + "(?:再)?[开開](?:始|会|會)?(?![了一-龥])",
        lambda m: _moved(m, _minutes(m)),
    ),
    Rule("how far to move", _SHIFT + _DAYS + _MOVED_ALREADY, lambda m: _moved(m, _long(m))),
)

RULES: tuple[Rule, ...] = (
    Rule("the next day", r"(?<=[到至~-])隔[天日]", lambda _: Day(moves=(Move(1, Unit.DAY),))),
    # how often, on days unsaid; every feast of the moon, which no rule can tell
    Rule("so often, on days unsaid", rf"(?:每|一)[个個]?(?:周|週|星期|礼拜|禮拜|月|天|日|季度?|年)[里裡]?(?:要|各|共)?(?:{FRESH}(?:[2-9]|\d\d)|[两兩二三四五六七八九十]{{1,2}})[次回趟场場遍]", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("every first or last day of a quarter", r"每[个個]?季度?的?(?:第(?:一|1)|首|最[后後]一?)[个個]?(?:天|日|周|週|星期|工作日)", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("every feast of the moon", r"每年的?(?=春[节節]|除夕|元宵|清明|端午|中秋|重[阳陽]|七夕|冬至|[农農][历曆]|正月|[腊臘]月|大年)", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("the next working day", rf"(?P<way>下一?|上一?)[个個]{_WORKDAY}", lambda m: Day(unit=Unit.CHINESE_WORKDAY, count=1 if m["way"][0] == "下" else -1, exact=True)),
    Rule("a working day of the month", rf"(?:第(?P<nth>{N2})|(?P<first>首)|(?P<back>[倒]数第{N2})|最[后後]一?)[个個]?{_WORKDAY}", _nth_workday),
    # repetitions
    Rule("a repetition on weekdays", rf"(?<![{HAN_DIGITS}\d每下上这這本])(?:周|週|星期|礼拜|禮拜)(?P<list>[一二三四五六日]{{2,7}}|[一二三四五六日](?:、[一二三四五六日]){{2,6}}|[六6][日天])(?=[\s,,\d的晚早]|[上下中]午|凌晨|傍晚|各|(?<=六[日天])(?![本文语語]))", _compact),
    Rule("several days of a week", r"[下上这這本][个個]?(?:周|週|星期|礼拜|禮拜)(?P<list>[一二三四五六日]{2,7})(?=[\s,,\d的晚早出开開]|[上下中]午|凌晨|傍晚)", _days_or_doubt),
    Rule("from one day of a week to another", r"(?<![每隔逢])(?P<week>[下上这這本][个個]?)?(?:周|週|星期|礼拜|禮拜)(?P<first>[一二三四五六])[到至~-](?P<last>[二三四五六日天])(?![点點时時个個\d十本期])", _day_to_day),
    Rule("a repetition on the last day of a month", r"每[个個]?月的?(?:月?[底末]|最[后後]一[天日])", _month_end),
    Rule(
        "weekdays of every month",
        rf"(?<!月)(?<!月的)(?:每[个個]?月的?)?(?P<nths>第[一二三四五1-5][个個]?(?:[、,和与與及]?第?[一二三四五1-5][个個]?){{1,3}})的?(?:{WEEK})(?P<day>{WD})",
        _weekdays_of_a_month,
    ),
    Rule(
        "a repetition on weekdays",
        rf"(?P<how>每隔|每|逢|隔|双|雙)(?:(?P<n>[二两兩三四2-4]|(?<=隔)[一1])?{GE}|一)(?:周|週|星期|礼拜|禮拜)"
        rf"(?:(?P<weekend>末)|的?{WEEK}?(?:(?P<first>{WD})[到至~-]{WEEK}?(?P<last>{WD})|(?P<list>{WEEKDAY_LIST}))|一次|1次)?(?![日天]?[报報刊会會])",
        _weekly,
    ),
    Rule("a repetition", rf"每(?P<skipped>隔)?{FRESH}(?P<n>{N2})(?P<unit>{COUNTED})(?:一次)?", _every_n),
    words("a repetition", _EVERY, after=r"(?!报|報|经济|餐)(?:一次)?"),
    Rule("how many times", rf"(?:共|一共|总共|總共|连续|連續|重复|重複|循环|持续|持續)(?P<n>{N2})[次回场場]", lambda m: Times(number(m["n"]))),
    # so long before or after
    Rule("so long from now", _PASSED + _HOURS + "(?P<way>(?:[之以]?[后後])?)", _hours_away),
    Rule("so long from now", _PASSED + _MINUTES + "(?P<way>(?:[之以]?[后後])?)", _minutes_away),
    Rule("so long from now", _PASSED + _DAYS + "(?P<way>(?:[之以]?[后後])?)", _days_away),
    Rule("so many days from now", _DAYS + "(?P<way>[之以]?[后後])的?(?:今[天日]|同一[天日])", _days_away),
    Rule("so long from now", _HOURS + _AGO, _hours_away),
    Rule("so long from now", _MINUTES + _AGO, _minutes_away),
    Rule("so long and longer from now", _TWO_STEPS + _AGO, _two_steps),
    Rule("so many days from now", _DAYS + _AGO, _days_away),
    Rule("so many days after a day", r"(?<=[日号號节節天一二三四五六末底])(?:起|算起|[开開]始)(?:的|[,，])?" + _DAYS.replace(FRESH, "") + "(?P<way>[之以]?[后後])", _later_than_said),
    Rule("so many days before or after", _DAY_SAID + r"(?P<way>[之以]?[前后後])的?" + _DAYS.replace(FRESH, ""), _later_than_said),
    # stretches
    Rule("a stretch of days from now", _FROM_NOW + _DAYS + f"(?:{_WITHIN})?", _stretch_of_days),
    Rule("a stretch of time from now", _FROM_NOW + _HOURS + f"(?:{_WITHIN})?", _stretch_of_time),
    Rule("a stretch of time from now", _FROM_NOW + _MINUTES + f"(?:{_WITHIN})?", _stretch_of_time),
    Rule("a stretch of days until now", _UNTIL_NOW + _DAYS + f"(?:{_WITHIN}|来|來)?", _stretch_of_days),
    Rule("a stretch of time until now", _UNTIL_NOW + _HOURS + f"(?:{_WITHIN})?", _stretch_of_time),
    Rule("a stretch of time until now", _UNTIL_NOW + _MINUTES + f"(?:{_WITHIN})?", _stretch_of_time),
    Rule("within so many days", _DAYS + _WITHIN, _within_days),
    Rule("within so much time", _HOURS + _WITHIN, _stretch_of_time),
    Rule("within so much time", _MINUTES + _WITHIN, _stretch_of_time),
)  # fmt: skip

_LASTING = "(?:为期|為期|历时|歷時|时长|時長)?"
LENGTHS: tuple[Rule, ...] = (
    Rule("a length", _LASTING + _HOURS, _hours),
    Rule("a length", _LASTING + _MINUTES, _minutes),
    Rule("a length", rf"{FRESH}(?P<n>\d{{1,3}})(?P<unit>分)(?P<half>(?!))?(?=$|[\s,,。吧的]|左右)", _minutes),
    Rule("half a day", "半天", lambda _: Length(seconds=4 * 3600)),
    Rule("nights", rf"{FRESH}(?P<n>{N2})[天日]{N2}[晚夜]", lambda m: Length(days=number(m["n"]))),
    Rule("a length in days", _LASTING + _DAYS + r"(?![级級计計制生总總报報历曆游遊考度])(?:的?[时時][间間])?", _long),
)
