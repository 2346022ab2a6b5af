"""How Chinese says the details: when to remind, who may see it, whether it blocks the time, notes, and which calendar."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Word
from bot.language.chinese_numerals import AMOUNT, amount
from bot.language.chinese_politeness import CALENDAR, KINDLY, ONE_KINDNESS, one_of
from bot.language.grammar import Rule
from bot.language.intent import Role

# --- reminders ---

_BEFOREHAND = (
    rf"(?P<n>{AMOUNT})(?:个|個)?(?P<half>半)?(?P<unit>分钟|分鐘|分|刻钟|刻鐘|小时|小時|钟头|鐘頭|鐘|天|日|周|週|星期)"
)
_LENGTHS = {
    "分": timedelta(minutes=1),
    "刻": timedelta(minutes=15),
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "周": timedelta(days=7),
    "週": timedelta(days=7),
    "星": timedelta(days=7),
}


def _reminder(match: re.Match[str]) -> Atom:
    count = amount(match["n"]) + (0.5 if match["half"] else 0)
    return Word(Role.DETAIL, ("reminder", count * _LENGTHS.get(match["unit"][0], timedelta(hours=1))))


_SET = rf"[,,、;。\s]?(?:(?:并|並|{ONE_KINDNESS}|记得|記得|设置|設置|设定|設定|设|設|加|会|會)[个個]?){{0,3}}"
_AHEAD = rf"(?:(?:会议|會議|会|會|活动|活動|开始|開始|开会|開會|事|到)?前|{one_of('提前 提早 预先')})"
_REMIND = r"(?:的?(?:提醒|通知|提示|响铃|響鈴)|叫)(?:一下)?(?:我们?|我們|大家)?(?:一下)?"
_REMINDERS = (
    Rule("a reminder", rf"{_SET}{_AHEAD}{_BEFOREHAND}(?:钟)?(?:的时候|时)?{_REMIND}", _reminder),
    Rule("a reminder", rf"{_SET}{_BEFOREHAND}(?:之|以)?前(?:的时候|时)?(?:要)?{_REMIND}", _reminder),
    Rule("a reminder", rf"{_SET}(?:提醒|通知)我?(?:时间|時間|設定)?[:,,]?\s?{_AHEAD}{_BEFOREHAND}", _reminder),
    Rule("a reminder", rf"{_SET}(?:提醒|通知)[:,,\s]?{_BEFOREHAND}(?:之|以)?前", _reminder),
)  # fmt: skip

# --- who sees it ---

_STATE = rf"(?:{KINDLY}?(?:(?:把[它他]?|状态|狀態|状态为|{CALENDAR})?(?:设|設|显示|顯示|标记|標記|标示|標示|标|標|改|保持|列|当|當)(?:置|定)?(?:为|為|成|作)?|状态|狀態)[:\s]?)"
_ENDS = r"(?:$|(?=[\s,,。、@)]))"
_OTHERS_SEE = r"(?:别|別|不要|不想|不)(?:[让讓给給])(?:别人|別人|其他人|他人|同事|人家|人)(?:看到|看见|看見|看|知道)|[对對](?:别人|別人|其他人|他人)(?:不可[见見]|[隐隱]藏)|(?:只有|[仅僅])(?:我|自己|本人|自己人)(?:自己)?(?:可[见見]|能看到?|看得到|看得見)"
_PRIVATE = rf"(?:{one_of('不公开 不公開 非公开 非公開 私人日程 私人行程 私人 私密 保密 隐私 隱私 不要公开 不要公開 别公开 別公開')}|{_OTHERS_SEE})"
_FREE = rf"(?:{one_of('空闲状态 空閒狀態 不占用时间 不佔用時間 不占时间 不佔時間 不占用 不佔用 不占用日历 不卡时间 不卡時間')}|(?:(?<=[为為成作:\s])|(?<=[显标示記记]))(?:空[闲閒]|有空)(?:就好|即可|就行|就可以|吧)?)"
_SHOWN = (
    Rule("private", rf"[,,、;\s]?\(?{_STATE}?{_PRIVATE}(?:\)|的?(?:日程|行程)|{_ENDS})", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", rf"[,,、;\s]?\(?{_STATE}?{_FREE}(?:\)|的?(?:状态|狀態)|{_ENDS})", lambda _: Word(Role.DETAIL, ("free", True))),
)  # fmt: skip

# --- notes ---

# the detail that may follow a note
_NEXT_DETAIL = rf"[,,;。\s]{{1,2}}(?:(?:请|請|并|並|记得|記得)?(?:提前|提早|会前|開始前|开始前){AMOUNT}[^\n]{{1,6}}(?:提醒|通知|叫)|(?:地点|地點|提醒|参加人|参会人|与会者|與會者)\s?:|(?:设为|設為|设成|設成)?(?:私密|不公开|不公開)|@|邀请|邀請)"
_NOTE = rf"\s?(?P<note>[^\n]{{1,2000}}?)(?=。?$|。?\n|{_NEXT_DETAIL})"
_NOTES = (
    Rule("a description", rf"[,,、;\s]?{one_of('备注 備註 备忘 備忘 说明 說明 内容 內容 描述 议程 議程 议题 議題 附注 注')}\s?(?:是|为|為|:){_NOTE}", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("a description", rf"[,,、;\s]{one_of('备注 備註 备忘 備忘')}(?:一下|上)?[,:]?{_NOTE}", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
)  # fmt: skip

# --- which calendar ---

_PROVIDERS = {
    "jicoo": "jicoo",
    "back office": "backoffice",
    "backoffice": "backoffice",
    "后台系统": "backoffice",
    "後台系統": "backoffice",
    "line works": "lineworks",
    "lineworks": "lineworks",
}
_OURS = "|".join(map(re.escape, sorted(_PROVIDERS, key=len, reverse=True)))
_OTHERS = r"google|谷歌|outlook|apple|icloud|苹果|蘋果|钉钉|釘釘|飞书|飛書|企业微信|notion|calendly|exchange|teams"
_INTO = r"(?:(?:添加|增加|加入|加|放|存|写|寫|记|記|登记|登記|同步|排)(?:到|进|進|入|在)|添加到|在|到|用|往|于|至|入)"
_IN = r"(?:里面?|裡面?|裏|上面?|中|内|內)?"


def _provider(match: re.Match[str]) -> Atom:
    return Word(Role.CALENDAR, ("provider", _PROVIDERS.get(match["system"], match["system"])))


_CALENDARS = (
    Rule("which calendar", rf"(?:{_INTO})\s?(?P<system>{_OURS})\s?的?(?:{CALENDAR})?{_IN}", _provider),
    Rule("which calendar", rf"^(?P<system>{_OURS})\s?(?:里|裡|上|中)?(?=[建添加排订訂记記约約新安预預])", _provider),
    Rule("which calendar", rf"^(?P<system>{_OTHERS})\s?的?{CALENDAR}{_IN}(?=\s?(?:{KINDLY}|[建添加排订訂记記约約安新预預]))", _provider),
    Rule("which calendar", rf"(?:{_INTO})\s?(?P<system>{_OTHERS})\s?的?{CALENDAR}{_IN}|(?:{_INTO})\s?(?P<other>outlook|google|notion|icloud){_IN}", lambda m: Word(Role.CALENDAR, ("provider", m["system"] or m["other"]))),
    Rule("which calendar", rf"(?:{_INTO})\s?(?!我的?)(?P<name>[一-龥a-z0-9]{{1,10}}?)(?P<whose>的)?(?P<noun>日历|日曆|行事历|行事曆){_IN}", lambda m: Word(Role.CALENDAR, ("calendar", m["name"] if m["whose"] else m["name"] + m["noun"]))),
)  # fmt: skip

RULES: tuple[Rule, ...] = (*_REMINDERS, *_SHOWN, *_NOTES, *_CALENDARS)
