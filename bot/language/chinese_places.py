"""How Chinese says where: 地点：…, 在三楼会议室, and a part of the sentence that names a place by itself."""

import re

from bot.language.atoms import Word
from bot.language.chinese_politeness import one_of
from bot.language.grammar import Rule
from bot.language.intent import Role

# what a room or a house is called
_ROOM = one_of(
    "会议室 會議室 小会议室 大会议室 小會議室 大會議室 会议厅 會議廳 会客室 會客室 接待室 洽谈室 洽談室 培训室 培訓室 办公室 辦公室 实验室 實驗室 会议中心 讨论室 討論室 活动室 活動室 休息室 教室 礼堂 禮堂 报告厅 報告廳 大厅 大廳 多功能厅 多功能廳 宴会厅 "
    "宴會廳 食堂 餐厅 餐廳 咖啡厅 咖啡廳 咖啡馆 咖啡館 酒店 饭店 飯店 宾馆 大厦 大廈 大楼 大樓 机场 機場 车站 車站 火车站 高铁站 高鐵站 地铁站 捷運站 医院 醫院 诊所 診所 学校 學校 大学 大學 图书馆 圖書館 体育馆 體育館 博物馆 "
    "博物館 美术馆 美術館 活动中心 活動中心 公园 公園 中心 总部 總部 分公司 公司 工厂 工廠 仓库 倉庫 门店 門市 展厅 展廳 展馆 車間 车间 护士站 護理站 服务台 服務台 前台 大堂 门口 門口 楼 樓 层 層 星巴克 健身房 广场 廣場 商场 商場 场馆 園區 园区 校区 校區 会所 會所"
)
# the last character of the name of a shop, a house, a hall
_ENDING = "[室厅廳馆館楼樓层層店院站园園校所厂廠城阁閣轩軒栋棟]"
_ONLINE = one_of(
    "zoom teams google_meet meet webex skype voov 腾讯会议 騰訊會議 飞书 飞书会议 钉钉 钉钉会议 线上 線上 网上 網上 远程 遠端 视频会议室 电话 電話"
)
_ONLINE_ALONE = one_of("zoom teams google_meet webex voov 线上 線上 远程 遠端")
_NUMBERED = r"(?:[a-z]?\d{1,4}[a-z]?(?:室|房|号|號|会议室|會議室)?|[a-z]|[一二三四五六七八九十])?"
_CHARACTERS = r"(?:(?![点點午周週天晚和跟开開安预預新加参參@]|[月日]\d)[一-龥a-z0-9·\-]){0,10}?"
_NAMED = rf"{_CHARACTERS}{_ROOM}(?:[一-龥a-z0-9]{{0,4}}?{_ROOM})?{_NUMBERED}(?:大堂|门口|門口)?"
_HELD = r"(?:召开|召開|举行|舉行|举办|舉辦|进行|進行)"
_OF_TIME = r"(?<=[点點分半刻午晚早\d])"

# what 在 has behind it in a part of a sentence of its own and is no place: a time, or what somebody is doing
_NO_PLACE = r"[今明昨后後大下上这這本周週星礼禮每忙开開做等看想路座找聊谈談吃写寫改查搞弄]|\d{1,4}[点點:月/日号號年-]|[一二三四五六七八九十]{1,3}[点點月日号號年]|家$"
# goes to the place, or does something with it: no name of a place
_NO_VERB = "(?![去到逛接送看找修清打扫掃搬租订訂买買改开開关關参參拜游遊约約查验驗盘盤换換选選建装裝值回])"
# a part of a sentence that is the name of a place, where another part is the name of the event
PLACE = re.compile(
    rf"(?!(?:网|網|新|开|開)[站店])[在于於@]?(?P<place>{_NO_VERB}(?:{_ONLINE_ALONE}|(?:(?![去到参參拜接送])[一-龥a-z0-9·\-]){{0,14}}?(?:{_ROOM}|(?<=[一-龥\d]){_ENDING}){_NUMBERED}))"
)


def _place(match: re.Match[str]) -> Word:
    return Word(Role.PLACE, match["place"])


_WHERE = r"(?:地点|地點|场所|場所|地址|会场|會場|位置)\s?就?(?:定|约|約|设|設)?(?:是|为|為|在|:)?\s?"

RULES: tuple[Rule, ...] = (
    Rule("a place", rf"\({_WHERE}(?P<place>[^\n()@]{{1,40}})\)", _place),
    Rule("a place", rf"[,,、;\s]?{_WHERE}(?P<place>[^\s,,、。;@]{{1,40}})", _place),
    Rule("a place", rf"(?:在|于|於)\s?(?P<place>{_NAMED})(?:里|裡|内|內)?{_HELD}?", _place),
    Rule("a place", rf"(?:在|于|於|通过|通過|用)\s?(?P<place>{_ONLINE})上?{_HELD}?", _place),
    Rule("a place", rf"(?<=[\s,,。;])在\s?(?P<place>(?!{_NO_PLACE})[一-龥a-z0-9·-]{{2,16}}?){_HELD}?(?=$|[\s,,。;])", _place),
    Rule("a place", rf"{_OF_TIME}\s?(?P<place>{_NO_VERB}(?:{_ONLINE_ALONE}|{_CHARACTERS}{_ROOM}{_NUMBERED}))(?:{_HELD}|(?=[开開](?=[一-龥]{{2}})))", _place),
)  # fmt: skip
