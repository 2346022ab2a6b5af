"""Days that have a name in Japanese: public holidays and feasts."""

from bot.language.atoms import Atom, Day, Link, Move, Portion, Several, Unit
from bot.language.feasts import AFTER_DAYS_OFF, ANY_HOLIDAY

_HOLIDAYS = (
    "成人の日 建国記念の日 天皇誕生日 春分の日 昭和の日 憲法記念日 みどりの日 こどもの日 海の日 山の日 敬老の日 秋分の日 "
    "スポーツの日 文化の日 勤労感謝の日 振替休日"
).split()
FEASTS: dict[str, Atom] = {name: Day(feast=name) for name in _HOLIDAYS}
FEASTS |= {
    "建国記念日": Day(feast="建国記念の日"),
    "体育の日": Day(feast="スポーツの日"),
    "子供の日": Day(feast="こどもの日"),
    "祝日": Day(feast=ANY_HOLIDAY),
    "元日": Day(month=1, day=1),
    "元旦": Day(month=1, day=1),
    "正月": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "お正月": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "三が日": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "三ヶ日": Several((Day(month=1, day=1), Link.RANGE, Day(month=1, day=3))),
    "年末年始": Several((Day(month=12, day=29), Link.RANGE, Day(month=1, day=3))),
    "年明け": Day(month=1, portion=Portion.START),
    "年始": Day(month=1, portion=Portion.START),
    "バレンタインデー": Day(feast="valentine"),
    "バレンタイン": Day(feast="valentine"),
    "ひな祭り": Day(month=3, day=3),
    "節分": Day(month=2, day=3),
    "ホワイトデー": Day(feast="white day"),
    "エイプリルフール": Day(feast="april fools"),
    "母の日": Day(feast="mothers day"),
    "父の日": Day(feast="fathers day"),
    "七夕": Day(feast="tanabata"),
    "お盆": Several((Day(month=8, day=13), Link.RANGE, Day(month=8, day=16))),
    "ハロウィン": Day(feast="halloween"),
    "ハロウィーン": Day(feast="halloween"),
    "クリスマスイブ": Day(feast="christmas eve"),
    "クリスマス・イブ": Day(feast="christmas eve"),
    "クリスマスイヴ": Day(feast="christmas eve"),
    "クリスマス": Day(feast="christmas"),
    "大晦日": Day(month=12, day=31),
    "大みそか": Day(month=12, day=31),
    "年末": Day(month=12, day=31),
    "年度末": Day(month=3, day=31),
    "gw": Several((Day(month=4, day=29), Link.RANGE, Day(month=5, day=5))),
    "ゴールデンウィーク": Several((Day(month=4, day=29), Link.RANGE, Day(month=5, day=5))),
    "ゴールデンウイーク": Several((Day(month=4, day=29), Link.RANGE, Day(month=5, day=5))),
}
_LAST_DAYS_OFF = {
    "gw": (5, 5),
    "ゴールデンウィーク": (5, 5),
    "ゴールデンウイーク": (5, 5),
    "お盆": (8, 16),
    "盆": (8, 16),
    "盆休み": (8, 16),
    "お盆休み": (8, 16),
    "正月": (1, 3),
    "お正月": (1, 3),
    "正月休み": (1, 3),
    "年末年始": (1, 3),
}
# GW明け: the first day of work behind the days off
BACK_TO_WORK: dict[str, Atom] = {
    f"{name}明け": Day(month=month, day=day, moves=(Move(1, Unit.WORKDAY),))
    for name, (month, day) in _LAST_DAYS_OFF.items()
}
BACK_TO_WORK |= dict.fromkeys(("連休明け", "3連休明け", "三連休明け"), Day(feast=AFTER_DAYS_OFF))
