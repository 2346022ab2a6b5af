"""Chinese: simplified and traditional characters, mainland, Taiwan and Hong Kong usage, as one language."""

import re

from bot.language import chinese_clock, chinese_days, chinese_places, chinese_spans, chinese_talk, shared
from bot.language.atoms import Link, Word
from bot.language.chinese_numerals import FRESH, N2
from bot.language.grammar import Language, Rule
from bot.language.intent import Role

# what looks like a date or a number of days and belongs to a title
_TITLES = (
    Rule("a word with a number in it", r"1(?:on|v|对|對|:)1(?![\d:])", lambda _: Word(Role.TITLE)),
    Rule(
        "a word with a number in it",
        rf"{FRESH}{N2}月份?的?(?:报表|報表|试算表?|試算表?|盘点|盤點|排班|薪酬|关账|關帳|结账|結帳|财报|財報|月报|月報|账单|帳單|总结|總結|业绩|業績|销售|銷售|计划|計劃|预算|預算|工资|薪资|薪資|"
        r"决算|決算|考核|结算|結算|数据|數據|报告|報告|目标|目標|活动|活動|生日会|生日會|例会|例會|度|刊|[号號](?!\d))[一-龥a-z0-9]{0,8}",
        lambda _: Word(Role.TITLE),
    ),
    Rule("a word with a number in it", r"(?:星期五餐厅|星期五餐廳|日常|周报|週報|日报|日報|周刊|週刊|周会|週會|周末版|年中总结|年中總結|年终|年終|年度|季度(?:总结|會議|会议|报告|報告|复盘|评审))", lambda _: Word(Role.TITLE)),
    Rule("a number that counts things", rf"第{N2}(?:期|届|屆|次|轮|輪|批|版|章|代|名|场|場|回|季(?!度))|{FRESH}{N2}(?:周年|週年|年级|年級|日游|日遊|天游|号楼|號樓|号线|號線|年计划|年計劃|人)", lambda _: Word(Role.TITLE)),
)  # fmt: skip

# what may stand right before 前, 后, 起 when these are about a time
_AFTER_A_TIME = r"(?<=[点點分刻半时時日号號天月年周週一二三四五六日末底初节節旦夕整午上晚晨\d)])"
_LINKS = (
    Rule("from … to", r"[-~–—―]|→", lambda _: Link.RANGE),
    Rule("moved to", r"[推拖等延改挪移排放定]到(?!底)", lambda _: Link.AT),
    Rule("to", r"直到|截[至止]到?|[开開]?到|至", lambda _: Link.TO_BEFORE),
    Rule("from", r"从|從|自从?|由(?!于|於)", lambda _: Link.FROM_BEFORE),
    Rule("from", rf"{_AFTER_A_TIME}(?:起(?!来|來|床|飞|飛|草)|开始|開始|始|[之以][后後]|[后後](?![天年日面台勤续續])|以来|以來)", lambda _: Link.FROM_AFTER),
    Rule("to", rf"{_AFTER_A_TIME}(?:[之以]前|前(?![天年日面台端期往台言])|为止|為止|[之以][内內]|止(?=$|[\s,,。]))", lambda _: Link.TO_AFTER),
    Rule("between", rf"{_AFTER_A_TIME}之[间間]", lambda _: Link.TO_AFTER),
    Rule("between", r"介[于於](?=.)", lambda _: Link.FROM_BEFORE),
    Rule("between", rf"{_AFTER_A_TIME}[和与與](?=[^\s,。]{{1,12}}之[间間])", lambda _: Link.RANGE),
    Rule("about", r"大约|大約|大概|差不多|为期|為期|时长|時長|历时|歷時|(?<=[年月])(?:一?整[个個]?[年月]|全[年月])", lambda _: Link.AT),
)  # fmt: skip

_RULES: tuple[Rule, ...] = (
    *chinese_talk.RULES,
    *_TITLES,
    *chinese_spans.SHIFTS,
    *chinese_spans.RULES,
    *chinese_days.RULES,
    *shared.MONTH_FIRST,
    *chinese_clock.RULES,
    *chinese_spans.LENGTHS,
    *chinese_clock.FIGURES,
    *_LINKS,
)

CHINESE = Language(
    code="zh",
    firm=re.compile("取消|[删刪]|撤[销銷]|改期|推[迟遲]|延[期后後]|提前|提早"),
    rules=_RULES,
    joiners=frozenset(
        {"", "的", ",", "、", ":", "在", "于", "於", "和", "与", "與", "当天", "那天", "是", "嘅", "的,"}
    ),
    title_head=chinese_talk.TITLE_HEAD,
    title_tail=chinese_talk.TITLE_TAIL,
    past=chinese_talk.PAST,
    residue=chinese_talk.RESIDUE,
    target_end=chinese_talk.TARGET_END,
    title_parts=chinese_clock.TITLE_PARTS,
    alone=chinese_talk.ALONE,
    announces=chinese_talk.ANNOUNCES,
    subject=re.compile(""),
    place=chinese_places.PLACE,
)
