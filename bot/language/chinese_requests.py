"""The words with which Chinese asks for something: verbs of adding, taking out, moving and looking up, and how they are used."""

from bot.language.atoms import Order, Word
from bot.language.chinese_politeness import (
    CALENDAR,
    END,
    FROM_CALENDAR,
    GREETING,
    IN_CALENDAR,
    KINDLY,
    MY_CALENDAR,
    PLEASE,
    THANKS,
    TIME,
    one_of,
)
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role


def _order(kind: Kind, pattern: str, *, alone: bool = False) -> Rule:
    order = Order(kind, alone)
    return Rule(f"asks to {kind}", pattern, lambda _: order)


def _filler(name: str, pattern: str) -> Rule:
    return Rule(name, pattern, lambda _: Word(Role.FILLER))


# --- to add ---

# one that says by itself what is meant …
_ADD = one_of(
    "安排 预约 預約 预定 預定 预订 預訂 创建 創建 建立 新建 新增 新设 新設 添加 增加 加入 登记 登記 登录 登錄 录入 錄入 输入 輸入 设置 設置 设定 設定 记录 記錄 排定 预留 預留 book"
)
# … and one that does so only with what it counts, a time, or where it puts it
_PUT = one_of("加 添 记 記 排 订 訂 定 约 約 设 設 建 开 開 写 寫 弄 录 錄 放 存 留 占 佔")
_ONE = r"(?:一下|返?[一1]?[个個场場笔筆则則]|[一1][次项項条條]|返|下(?![周週个個下星礼禮月午]))"
# "is booked up", "bookings only", "a new case": no request to book or add
_NO_REQUEST = "(?![满滿完是制]|好了|[了过過](?![一1]?[个個场場次])|不[到了]|失[败敗]|成功|[病案]例|[确確][诊診])"
_THING = rf"(?:新?的?(?:日程|行程|预定|預定|{CALENDAR}|事件|事项|事項|待办|待辦|会议(?=[:,])|會議(?=[:,]))(?:是|为|為|:|,|,)?)?"
_AT = r"(?:[在于於](?=\s?[\d一二三四五六七八九十今明后後大下这這周週星礼禮本每]))?"
_ADDS = rf"(?:{_ADD}{_NO_REQUEST}{_ONE}?|{_PUT}(?:{_ONE}|{TIME}))(?:在)?{_THING}"
_GOES_IN = rf"(?:(?:添加|增加|加入|登记|登記|记录|記錄|录入|錄入|同步|入(?=日|行)|{_PUT})[到进進入在]?)"
_KEEP = one_of("加 添 记 記 排 订 訂 定 约 約 设 設 建 录 錄")  # down, and so in the calendar
_DONE = r"(?:一下|上去?|下[来來]?|[进進]去|起[来來]|好)"
_BEHIND = r"(?:[,,。;\s]{1,2}(?:那就|就|再|也|都|把[它他]|你|您){0,2})?"

_CREATES = (
    _order(Kind.CREATE, rf"{_BEHIND}{KINDLY}?{_GOES_IN}{MY_CALENDAR}(?:吧)?(?![里裡裏了啦安])"),
    _order(Kind.CREATE, rf"^{PLEASE}{IN_CALENDAR}?{KINDLY}?{_AT}{_ADDS}(?![会會][议議][室厅廳])"),
    _order(Kind.CREATE, rf"{_BEHIND}{KINDLY}{IN_CALENDAR}?{_AT}{_ADDS}"),
    _order(Kind.CREATE, rf"(?<=[上里裡中内內oes面])\s?{PLEASE}{_PUT}{_ONE}{_THING}(?=\S)"),
    _order(Kind.CREATE, rf"{_ADD}了?{_ONE}{_THING}"),
    _order(Kind.CREATE, rf"(?<=[点點分半刻整时時午晚日号號天末上里裡中a-z0-9一二三四五六])\s?{_ADD}{_NO_REQUEST}了?(?=[^\s\n])的?"),
    _order(Kind.CREATE, r"^(?:日程|行程|新日程|新行程|待办|待辦)(?:是|为|為)?[:,，]"),
    _order(Kind.CREATE, rf"^我们?想要?(?:在|约在|約在){TIME}"),
    _order(Kind.CREATE, rf"{KINDLY}?(?:提醒|叫)(?:我们?|我們|一下|大家)(?:要|去)?"),
    _order(Kind.CREATE, rf"{_BEHIND}{KINDLY}?{CALENDAR}?(?:(?:{_ADD}|{_KEEP}){_DONE}{CALENDAR}?|(?:{_ADD}|{_PUT})[个個](?:{CALENDAR}|时间|時間|时段|時段|事)){END}"),
    _order(Kind.CREATE, rf"{_BEHIND}{KINDLY}?[空留预預][留出下][来來]?(?=[,,]|{END})"),
    _order(Kind.CREATE, rf"(?<=[^\s])\s?{_ADD}$"),
    _order(Kind.CREATE, rf"{_BEHIND}{KINDLY}(?:{_ADD}|{_PUT}){END}"),
)  # fmt: skip

# --- to take out ---

_CANCEL = one_of("取消 删除 刪除 删掉 刪掉 删了 刪了 去掉 移除 清除 撤掉 撤销 撤銷 作废 作廢 del delete cancel")
_OFF = r"(?:取消|作废|作廢|泡汤|泡湯|不用)|不(?:开|開|办|辦|搞|去|参加|參加)"
_TO_THE_END = r"(?=\s[\d:/月日号號点點分半上下午早中晚今明后後天大周週星期礼禮拜一二三四五六七八九十()]{2,20}$)"
_CANCELS = (
    _order(Kind.CANCEL, rf"^{PLEASE}{FROM_CALENDAR}?(?:{_CANCEL})(?!要|[费費]|需(?!求)|是|得)(?:掉|一下)?(?:我的?)?"),
    _order(Kind.CANCEL, rf"^{PLEASE}(?:把|将|將)(?:我的?)?(?=[^\n]{{1,60}}(?:{_CANCEL})[了掉吧一下吗嗎\s。!?]{{0,5}}$)"),
    _order(Kind.CANCEL, rf"(?:的?(?:日程|行程))?{_BEHIND}{KINDLY}?{FROM_CALENDAR}?(?:(?:{_CANCEL})掉?|[删刪](?:一下|下)){END}"),
    _order(Kind.CANCEL, rf"(?:{_CANCEL})掉?(?:[这這那该該此])[条條个個场場项項]?(?:日程|行程|会议|會議|会|會|安排|活动|活動|预约|預約|约|約){END}"),
    _filler("why it is cancelled", r"(?:已经|已經|临时|臨時)?(?:黄|吹|泡汤|泡湯|没|沒)[了啦](?=[,，。;!~\s]{1,2}[^\n]{0,12}(?:删|刪|取消|去掉|移除|撤))"),
    _filler("why it is cancelled", rf"(?:已经|已經|临时|臨時)?(?:被)?(?:{_OFF})[了啦]?(?=[,,。;!~\s]{{1,2}}[^\n]{{0,12}}(?:删|刪|取消|去掉|移除|撤))"),
    _order(Kind.CANCEL, rf"(?<=[点點分半刻午晚日号號天末一二三四五六])\s?(?:{_CANCEL})掉?(?=[^\s了吧]{{2,20}}$)"),
    _order(Kind.CANCEL, rf"\s?{_CANCEL}{_TO_THE_END}"),
    _order(Kind.CANCEL, r"不(?:开|開|办|辦|举行|舉行)了(?=[。!~\s]{0,3}$)"),
)  # fmt: skip

# --- to move ---

_MOVE = one_of(
    "延 改期 改签 改 调整 調整 调 調 挪 移动 移動 移 换 換 推迟 推遲 延后 延後 延期 延迟 延遲 顺延 順延 提前 提早 变更 變更 更改 修改 重新安排 往后推 往後推 往后挪 往後挪 往前挪 押后 押後"
)
_CHANGES = r"(?:的?[时時][间間])?(?:有(?:[变變调調](?:动|動|化|整)?|改[变變动動])|要?改期)了?"
_MOVES = (
    _filler("says that it moves", rf"{_CHANGES}(?=[,,。\s]{{1,2}}[^\n]{{0,12}}[改调調推挪移换換延])"),
    _filler("says that it moves", r"(?:需要?|得|要)?(?:延期|推迟|推遲|提前|提早|顺延|順延|延后|延後|改时间|改時間)(?:[啦了]|一下)?(?=[,,。\s]{1,2}(?:就|请|請|帮[我忙]|幫[我忙])?[改调調挪移换換定][到成为為在至]|[,,。\s]{1,2}(?:到|至))"),
    _filler("says when it was to be", rf"(?:原定|原订|原訂|原本|本来|本來|原计划|原計劃)(?:[在于於是])?{TIME}"),
    _order(Kind.RESCHEDULE, r"改(?:[约約期签簽])?(?=\s?(?:[今明后後大下]|周|週|星期|礼拜|禮拜|[\d一二三四五六七八九十两兩]{1,3}[点點:月]))"),
    _order(Kind.RESCHEDULE, rf"{_BEHIND}(?:的?时间|的?時間)?{KINDLY}?(?:想|要|可以)?(?:{_MOVE})(?:一下)?(?:到|至|为|為|成|在|去)(?![^\n]{{0,24}}(?:(?<!辛苦)(?<![麻拜][烦煩托託])了|的)[喔哦啊啦呀呢。!~\s]{{0,4}}$)"),
    _order(Kind.RESCHEDULE, rf"^{PLEASE}(?:改期|重新安排|改时间|改時間|推迟|推遲|延后|延後|延期|提前|更改|修改|变更|變更|调整|調整)(?!要|需(?!求)|得|[^\n]{{0,24}}了[。!~\s]{{0,4}}$)(?:一下)?(?!\d|[一二两三十半])(?:我的?)?"),
    _order(Kind.RESCHEDULE, rf"(?:改期|改时间|改時間|延期|改天|推迟|推遲|延后|延後){END}"),
)  # fmt: skip

# --- to look up ---

_WHAT = r"(?:什么|什麼|甚麼|啥|哪些|咩|乜嘢|几个|幾個|多少个?|几场|幾場)"
_THINGS_ON = r"(?:安排|日程|行程|会议|會議|会|會|活动|活動|事情?|约会|约|約|计划|計劃|预约|預約|预定|預定|要做)"
_WHEN = one_of(
    "什么时候 什麼時候 甚麼時候 什么时间 什麼時間 啥时候 何时 何時 几点 幾點 几时 幾時 哪天 哪一天 哪日 几号 幾號 邊日 星期几 星期幾"
)
_WHEN_FREE = one_of(
    "什么时候 什麼時候 甚麼時候 什么时间 什麼時間 何时 何時 几点 幾點 几时 幾時 哪天 哪一天 哪个时间 哪些时间 邊日"
)
_FREE = r"(?:有空闲|有空(?![档檔])|有时间|有時間|得闲|得閒|空闲|空閒|闲着|方便)"
_SLOT = r"(?:空闲|空閒|空余|有空|可用|共同|大家都?有空|都有空)的?(?:时间|時間|时段|時段|日子|时间段)|空档|空檔"
_LOOK = one_of(
    "查看 查询 查詢 查一下 查下 查 看一下 看下 看看 看 找一下 找 显示 顯示 列出 列一下 告诉我 告訴我 知道 打开 打開 睇下 睇 了解一下 确认一下 確認一下"
)
_HERE = rf"(?:{CALENDAR}|安排|会议|會議|预约|預約|预定|預定|空[档檔闲閒])"
# the last character of what a meeting is called
_MEETING = "(?<=[会會议議谈談训訓审審试試课課约約餐席宴演习習练練检檢诊診盘訪访报報典礼禮”」』》])"
_OUT = r"[?？。\s]{0,2}$"
_LISTS = (
    _order(Kind.FREE_TIME, rf"(?:我们?|我們|大家)?(?:都)?{_WHEN_FREE}(?:我们?|我們|大家)?(?:都)?(?:是)?(?:[上下]午|晚上|中午|早上)?{_FREE}(?:吗|嗎|呢|啊|的)?[?？]?"),
    _order(Kind.FREE_TIME, rf"(?:{KINDLY}?(?:{_LOOK}|推荐|推薦|有没有|有沒有|有冇|{_WHEN_FREE}有)(?:一?[个個下出些段]|看)?(?:大家|我们?|我們)?(?:的)?)?(?:{_SLOT})(?:有哪些|有吗|有嗎|是什么时候|呢)?[?？]?{END}"),
    _order(Kind.LIST, rf"(?:我们?|我們)?(?:都)?(?:还|還)?(?:有|冇)(?:没有|沒有|冇)?{_WHAT}(?:的)?{_THINGS_ON}(?:吗|嗎|呢|啊|呀|要做|要开)?[?？。]{{0,2}}$"),
    _order(Kind.LIST, r"(?:我们?|我們)?(?:都)?(?:还|還)?有(?:什么|什麼|甚麼|啥|哪些)[?？。]{0,2}$|(?:都|[还還])?(?:几点|幾點)有(?:会议?|會議?|约|約)[?？。]{0,2}$"),
    _order(Kind.LIST, r"(?:我们?|我們)?(?:还|還)?(?:(?:有没有|有沒有|有冇|是否有)|有(?=[^\n]{1,4}[吗嗎么嘛不呢没沒?？]))(?:空闲|空閒|空|时间|時間|安排|日程|行程|会议|會議|会|會|约|約|事)(?:吗|嗎|么|嘛|没有|沒有|不|呢)?[?？。]{0,2}$"),
    _order(Kind.LIST, r"(?:我们?|我們)?(?:忙不忙|忙吗|忙嗎|得唔得[闲閒]|[闲閒]不[闲閒]|得?[闲閒][吗嗎]|空不空|空吗|空嗎)[?？。]{0,2}$"),
    _order(Kind.LIST, rf"(?:我们?|我們)?的?(?:{CALENDAR}|安排|会议|會議)(?:有哪些|都?有什么|都?有什麼|是什么|是什麼|怎么样|怎樣|如何|有几个|呢)[?？。]{{0,2}}$"),
    _order(Kind.LIST, rf"^{PLEASE}{_LOOK}(?=[^\n]{{0,20}}{_HERE}[。!？?\s一下吧吗嗎]{{0,4}}(?:[,,]?{THANKS}[。!~\s]{{0,3}})?$)(?:我们?的?|我們的?)?"),
    _filler("looks it up", rf"^{PLEASE}{_LOOK}(?=[^\n]{{1,24}}(?:有没有|有沒有|有冇|有空|有时间|有時間|{_WHAT}|{_SLOT}|{_WHEN}))(?:我们?的?|我們的?)?"),
    _order(Kind.LIST, rf"^{PLEASE}{_LOOK}(?=[^\n]{{1,20}}的?(?:时间|時間|日期|日子)[吧吗嗎一下\s。?]{{0,4}}$)"),
    _order(Kind.LIST, rf"(?:下一?[个個场場]|剩下的?|接下来的?|接下來的?)(?:{_THINGS_ON})(?:还有|還有)?(?:是|在|有)?(?:什么时候|什麼時候|几点|幾點|什么|什麼|哪些|呢)?[?？。]{{0,2}}$"),
    _filler("the next one", rf"^{PLEASE}下(?:一)?[次场場]的?(?=[^\n]{{1,16}}[是在]?{_WHEN}[呢啊呀]?[?？。\s]{{0,2}}$)"),
    # when is the meeting?
    _order(Kind.LIST, rf"{_MEETING}(?:的?[时時][间間])?(?:安排|定|[订訂])?[是在]?(?:[于於])?{_WHEN}(?:[开開](?:始|会|會)?|[举舉][行办辦]|[进進]行)?[呢啊呀]?{_OUT}"),
    _order(Kind.LIST, rf"^{PLEASE}(?:下次)?{_WHEN}(?:是|有|要)?[开開](?=[^\n]{{1,12}}{_MEETING}[呢啊呀]?{_OUT})"),
    _order(Kind.LIST, rf"(?:的)?(?:所有|全部)?(?:的)?(?:{CALENDAR}|安排|(?<=有的)(?:预约|預約|会议|會議)|(?<=全部)(?:预约|預約|会议|會議)|会议安排|會議安排|会议一览|會議列表|会议列表)(?:一览|列表|清单)?[?？。\s]{{0,2}}$", alone=True),
)  # fmt: skip

# --- to correct, and what only softens ---

_CORRECTS = (
    _order(Kind.CORRECT, r"^(?:不对|不對|不是(?![^\n]{0,20}[吧吗嗎嘛?？]\s?$)|错了|錯了|说错了|說錯了|打错了|更正|纠正|還是|还是|应该是|應該是|那就|就|改成|改到|改为|改為|改在|换成|換成|换到|換到|改)[,,:。\s]{0,2}(?:改[成到为為]|是|定)?(?=\s?(?:[上下这這本今明后後大周週星礼禮早晚中傍凌\d一二三四五六七八九十两兩半]))"),
)  # fmt: skip
_SOFTENERS = (
    Rule("goes to another team", r"[我他她你](?:被)?(?:调|調)到", lambda _: Word(Role.TITLE)),
    Rule("says they are on the way", r"(?:马上|馬上|很快|快)到(?![期底时時了岗崗位场場\d一二三])", lambda _: Word(Role.TITLE)),
    _filler("the same time", r"的?(?:同一个?|相同的?|一样的?|一樣的?|原来的?|原來的?)(?:时间|時間|时段|時段)"),
    _filler("its end", r"的?(?:结束|結束)(?:时间|時間)?(?=[改调調延](?:到|成|为|為|至))"),
    _filler(
        "changes what is no time",
        r"的?(?:名称|名稱|名字|标题|標題|主题|主題|地点|地點|会议室|會議室|备注|備註|参会人|與會者|与会者)(?:改|换|換|变更|變更|更改|修改)(?:成|为|為|到)[^\n,。]{1,30}(?=$|[,。\n])",
    ),
    _filler("softens", r"(?:会议|會議|日程)?(?:主题|主題|标题|標題|题目|題目|事项|事項|名称|名稱)\s?(?::|[是为為叫])|(?<!开始)(?<!上班)(?<!结束)(?<!营业)(?<!截止)(?<!工作)(?:时间|時間)\s?(?:是|定在|为|為|:)"),
    _order(Kind.CREATE, rf"^{PLEASE}(?:把|将|將)(?=[^\n]{{1,40}}(?:安排|[预預][约約订訂定]|登[记記]|[排订訂定约約设設记記])[在到于於至]{TIME})"),
    _filler("puts it at a time", rf"(?:固定|就?放|[列排放记記写寫加]入)(?:[在到于於至])?{TIME}"),
    _filler("puts it at a time", rf"(?:安排|[预預][约約订訂定]|登[记記]|[排订訂定约約设設记記])[在到于於至]{TIME}"),
    _filler("softens", rf"^{PLEASE}(?:把|将|將)(?:我的?)?"),
    _filler("softens", rf"^(?:{GREETING}|{KINDLY})[,,!\s]{{0,2}}"),
    _filler("thanks", rf"[,,。;\s]?{THANKS}[。!~\s]{{0,3}}$"),
)  # fmt: skip

RULES: tuple[Rule, ...] = (*_CORRECTS, *_LISTS, *_CANCELS, *_MOVES, *_CREATES, *_SOFTENERS)
