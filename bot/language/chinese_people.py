"""How Chinese says who is to come: 和王磊, 邀请张三、李四参加, 叫上@李娜, 参会人：…, @张三（可选）."""

import re

from bot.language.atoms import Atom, Word
from bot.language.chinese_politeness import one_of
from bot.language.grammar import Rule
from bot.language.intent import Role

_SURNAME = (
    r"(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任"
    r"沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万钱錢严嚴莫孔向汤湯温康施牛樊葛邢安齐庞颜庄章鲁乔喬赖賴武殷倪翁詹游柯洪簡简])"
)
_RANK = one_of(
    "总监 總監 总 總 经理 經理 主任 老师 老師 部长 部長 主管 处长 科长 组长 組長 董事长 董 工 教授 博士 医生 醫生 院长 校长 局长 哥 姐"
)
_POLITE = r"(?:先生|女士|小姐)?"
# what people do together: after it begins, the name has ended; of verbs whose first character is one of given names
# as well both characters
_DO = one_of(
    "开 開 见 見 吃 食 喝 飲 饮 谈 談 聊 面 碰 对 對 过 過 打 去 做 看 约 約 电 電 通 核 审 審 签 簽 议 議 拍 录 錄 逛 跑 爬 练 練 盘 盤 覆 拜 讲 講 敲 查 接 送 回 交 "
    "讨论 討論 会面 會面 确认 確認 参加 參加 商量 商讨 商討 洽谈 洽談 视频 視訊 沟通 溝通 同步 评审 評審 复盘 复习 复核 研究 研讨 研討 准备 準備 整理 汇报 匯報 排练 排練 彩排 验收 驗收 协调 協調 "
    "学习 清点 制定 修改 规划 規劃 梳理 探讨 探討 分享 演练 检查 檢查 检讨 檢討 处理 處理 解决 協商 协商 合作 结算 旅游 旅行 出差 参观 參觀"
)
_THEN = rf"{_DO}|[也都]|一[对對]|一起|一同|一块|一塊|共同|的|[、,，\s和及与與跟@]|$|明[天早晚日]|[后後]天|今[天晚]|下[午周週个個]|周|吗|在|来|來|\d"
# 小茉, 阿賢; what else begins with 小 is no name
_PET_NAME = (
    r"(?:阿(?!姨|伯|公|婆|[里拉])|小(?![组組区區学學时時朋店型程件孩队隊会會班心事黑票红紅额額结結规規]))[一-龥]"
)
_NAME = rf"(?!周[一二三四五六日末]|安排|于[下本明今后後\d十一二三四五六七八九上这這周週])(?:(?:[小老阿]{_SURNAME}|{_PET_NAME})(?={_THEN})|{_SURNAME}(?:{_RANK}|[一-龥]{{1,2}}?{_POLITE}(?={_THEN})))"
_AND = "[、,,和及与與跟]"
_NAMES = rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,5}})"
_INVITE = rf"(?:{one_of('邀请 邀請 邀约 邀約 通知 请 請 麻烦 麻煩 叫 喊 拉 带 帶 约 約 找')}(?:一下|上|到)?)"
_LISTED = rf"(?:{one_of('参加人 參加人 必须参加 必須參加 必到人员 必到 参加人员 參加人員 参加者 參加者 参与人 參與人 参会人 参会人员 參會人 参会者 与会人 与会者 与会人员 與會者 與會人員 出席者 出席人员 出席人員 参与者 參與者 成员 成員 人员 人員')}(?:是|为|為|有|包括|:)?)"
_TOGETHER = r"(?:一起|一同|一块儿?|一塊|共同)?"
_COME = rf"(?:{_TOGETHER}[也都]?(?:参加|參加|出席|列席|参会|與會|来|來|过来|過來)(?=$|[\s,,。;]))?"
_MENTIONED = r"(?=@|[a-z0-9._%+-]{1,64}@)"
_MAY_COME = rf"(?:{one_of('可选 可選 可选参加 選填 选填 可来可不来 可來可不來 选择性 選擇性 自由 自愿 自願 非必须 非必須 非必要 非必到 任意 随意 隨意 不强制 不強制')}(?:参加|參加|出席|参会|列席)?)"


def _people(match: re.Match[str]) -> Atom:
    names = re.split(_AND, match["names"])
    return Word(Role.PERSON, tuple(re.sub(r"(?<=..)(?:先生|女士|小姐)$", "", name) for name in names))


# whose calendar is asked for: 王伟明天的日程, 张总下周三有空吗
_CALENDAR = r"(?:日程表?|行程表?|安排|行事[历曆]|日[历曆]|空[档檔闲閒])"
_ASKED = rf"(?:的{_CALENDAR}|有(?:什么|什麼|啥|哪些|没有|沒有)?(?:{_CALENDAR}|空|会|會|事)|忙[不吗嗎]|有没有空|有沒有空|几点有空|幾點有空|什么时候有空|什麼時候有空)"
RULES: tuple[Rule, ...] = (
    Rule("whose calendar", rf"(?<![一-龥])(?:(?:我)?(?:看看?|查看?|查一下|看一下|显示|顯示)(?:一下)?)?{_NAMES}(?=[^\s,,。]{{0,8}}{_ASKED})", _people),
    Rule("whose calendar", rf"(?<=[天日号號周週月一二三四五六午晚早末看下])的?{_NAMES}(?={_ASKED})", _people),
    Rule("optional", rf"[,,、;\s]?(?:{_MAY_COME}|可选参与|可选參與)(?:人员|人員|人|者)?(?:是|:)\s?{_NAMES}", lambda m: Word(Role.DETAIL, ("optional", tuple(re.split(_AND, m["names"]))))),
    Rule("may come or not", rf"[\s,,]?(?:\(\s?{_MAY_COME}\s?\)|(?<=[\s一-龥]){_MAY_COME}(?=$|[\s,,。)])(?!\s?:?\s?@))", lambda _: Word(Role.DETAIL, ("optional", "the last"))),
    Rule("must come", r"[\s,,]?\(?(?:(?:必须|必須|务必|務必|一定要)(?:参加|參加|出席|到场|到場|到)|必到)\)?(?=$|[\s,,。])", lambda _: Word(Role.FILLER)),
    Rule("optional", r"[,,、;\s]?(?:可选参与人|可選參與人|可选参加者?|可选|可選|自由参加|选择性参加|選擇性參加|非必须|非必須|任意)(?:参加|參加|出席|参会)?(?:人|者)?(?:是|:)?\s?(?=@|[一-龥])", lambda _: Word(Role.DETAIL, ("optional", True))),
    Rule("somebody", rf"(?:和|跟|与|與|同){_NAMES}{_TOGETHER}(?:[约約](?=[\d今明后後大下这這周週星礼禮上中晚]))?", _people),
    Rule("somebody", rf"(?:和|跟|与|與|同)\s?(?P<names>[a-z][a-z.-]{{1,14}})(?=\s?(?:{_DO}|倾|傾))", _people),
    Rule("somebody", rf"[,,、;\s]?(?:{_INVITE}|{_LISTED}\s?){_NAMES}{_COME}", _people),
    Rule("somebody", rf"[,,、;\s]{_NAMES}{_TOGETHER}[也都]?(?:参加|參加|出席|列席|参会|與會|来|來|过来|過來)(?=$|[\s,,。;])", _people),
    Rule("who is to come", rf"[,,、;\s]?(?:并|並|再)?(?:{_INVITE}|{_LISTED}|和|跟|与|與|及|以及|加上)\s?{_MENTIONED}", lambda _: Word(Role.FILLER)),
)  # fmt: skip
