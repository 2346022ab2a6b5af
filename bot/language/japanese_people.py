"""How Japanese says with whom."""

import re

from bot.language.atoms import Atom, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.japanese_numbers import longest_first
from bot.language.japanese_places import ADDED
from bot.language.japanese_politeness import DO, verbs

_RANKS = "部長|課長|係長|社長|専務|常務|主任|店長|室長|本部長|次長|所長|支店長|工場長|リーダー|チーフ|マネージャー|マネージャ"
_TITLES = rf"さん|様|さま|くん|君|ちゃん|氏|先生|先輩|{_RANKS}"
_NAME = r"(?:[一-龥々ヶ]{1,8}(?:[ァ-ヴー]{1,8})?|[ァ-ヴー]{1,10}|[a-z]{2,15}|(?<![ぁ-ん])[ぁ-ん]{2,6})"
_NOBODY = frozenset(
    {
        "客",
        "皆",
        "奥",
        "得意先",
        "取引先",
        "各位",
        "担当",
        "みな",
        "お客",
        "旦那",
        "嫁",
        "みなさま",
        "業者",
        "お子",
        "娘",
        "息子",
    }
)
# a firm is visited, not invited
_A_FIRM = re.compile(
    r"(?:電[機器力子]|電気|商[事店会]|工業|工務店|建設|建築|製作所|製薬|産業|印刷|物産|会社|社|銀行|信金|不動産|運輸|物流|食品|化学|重工|システムズ?|ホールディングス|出版|書店|医院|病院|学園|組合|事務所)$"
)
# whose they are, which is no part of the event: 営業の佐藤さん, B社の清水様; no word of time
_OF = r"(?:(?<![一-龥々ァ-ヴーa-z0-9@])(?![一-龥]{0,6}[日週月年曜朝昼夜晩後前末時度分回半々次]の)[一-龥々ァ-ヴーa-z0-9]{1,10}の)?"
# family names that say who is meant without any title; none that is a town or a common noun as well
_FAMILIES = longest_first(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山崎 中島 森田 池田 橋本 阿部 石井 前田 藤田 小川 岡田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 斎藤 齋藤 齊藤 "
    "太田 藤井 西村 藤原 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 和田 中山 石田 上田 木村 松本 清水 山口 井上 林 森 柴田 酒井 工藤 宮本 横山 宮田 内田 高木 谷口 安藤 丸山 今井 大野 高田 "
    "菅原 武田 村田 上野 杉山 増田 平野 小島 久保 大塚 千田 松井 岩崎 桜井 野口 木下 野村 佐野 菊地 菊池 新井 渡会 市川 杉本 古川 水野 大西 小山 島田 片山 早川 吉川 秋山 "
    "西田 須藤 五十嵐 川口 北村 東 東野 浜田 松尾 荒木 熊谷 大久保 樋口 永井 川上 矢野 飯田 中田 服部 平田 星野 黒田 堀 尾崎 望月 永田 内藤 西川 関口 馬場 萩原 広瀬 栗原 石原 石橋 松下 "
    "本田 土屋 岩田 菅野 福田 長谷川 小池 小松 関 奥村 河野 大橋 成田 浅野 大島 小田 安田 桑原 坂口 荻野 川村 川崎 田口 天野 上原 白石 宮崎 福島 中西 大谷 比嘉 金子 和泉".split()
)
_TOWNS_TOO = frozenset(
    {
        "山口",
        "松本",
        "川崎",
        "宮崎",
        "福島",
        "上野",
        "成田",
        "中野",
        "大島",
        "東",
        "森",
        "林",
        "関",
        "堀",
        "清水",
        "川口",
        "石橋",
        "大橋",
        "安田",
    }
)
_ALONE = "|".join(name for name in _FAMILIES.split("|") if name not in _TOWNS_TOO)


def _person(match: re.Match[str]) -> Atom | None:
    return None if match["name"] in _NOBODY or _A_FIRM.search(match["name"]) else Word(Role.PERSON, match["name"])


def _names(written: str) -> tuple[str, ...]:
    names = [
        re.sub(rf"(?:{_TITLES})$", "", name) or name for name in re.split(r"[、,・/&と\s]+", written.strip()) if name
    ]
    return tuple(name.lstrip("@") for name in names)


def _people(match: re.Match[str]) -> Atom:
    return Word(Role.PERSON, _names(match["names"]))


# where an addition ends
_STOP = r"(?:(?:は|が)?必須(?:参加|出席)?(?:で)?)?(?=$|[\n。、,)@]|\s{1,2}(?:$|\n|@|[^\s]))"
_INVITED = rf"(?:招待|参加|同席|追加|出席)(?:で|者に|を送って)?{DO}|{verbs('呼/ぶ', '誘/う', '入れ', '加え', '招/く')}|(?:出|入っ|来)てもら(?:う|い(?:ます|たい(?:です)?))"
_CALLED = rf"に(?:も)?\s?(?:{verbs('声かけ', '声をかけ', '招待送/る', '招待を送/る', '招待出/す', '招待を出/す')}|(?:出|入っ|来)てもら(?:う|い(?:ます|たい(?:です)?)))"
_COME_TOO = rf"(?:(?:も|を)\s?(?:一緒に)?(?:{_INVITED}|一緒に)|{_CALLED}|を(?:交え|含め|加え)て)"
_IF_HE_CAN = r"(?:出|来)(?:られ|れ)(?:たら|れば)|(?:参加|出席)でき(?:たら|れば)|(?:余裕|時間|都合)が(?:あ|つ)(?:れば|いたら|けば|ったら)"
_OPTIONAL = (
    rf"(?:(?:任意|自由)(?:参加|出席)?|(?:{_IF_HE_CAN})(?:参加|出席)?)(?:で(?:ok|いい|可|大丈夫|お願いします)?|です)?"
)
_AN_ADDRESS = r"(?=[a-z0-9._%+-]{1,40}@)"
_BEHIND_AN_ADDRESS = r"(?:(?<=\.[a-z][a-z])|(?<=\.[a-z][a-z][a-z]))\s?(?:さん)?"
RULES: tuple[Rule, ...] = (
    Rule(
        "optional",
        rf"(?:{_TITLES})(?:は|も)?\s?\(?{_OPTIONAL}\)?(?=$|[\s、。,)@])(?!\s?@)",
        lambda m: Word(Role.DETAIL, ("optional", (m["name"],))),
        before=rf"(?<![一-龥々@])(?P<name>{_NAME})",
    ),
    Rule(
        "optional",
        r"(?:\(任意(?:参加|出席)?\)|(?:は|も)\s?任意(?:参加|出席)?(?:で|です)?(?=$|[\s、。,@]))",
        lambda _: Word(Role.DETAIL, ("optional", "the last")),
    ),
    Rule(
        "optional",
        rf"任意(?:の?(?:参加|出席))?者?(?:は|:)\s?(?P<names>{_NAME}(?:{_TITLES})?(?:[、,・/と]\s?{_NAME}(?:{_TITLES})?){{0,5}})(?:です)?(?=$|[\n。)]|\s)",
        lambda m: Word(Role.DETAIL, ("optional", _names(m["names"]))),
    ),
    Rule(
        "optional",
        r"任意(?:参加|出席)?(?:で|は|:|に|の|参加者(?:は|:)?)?\s?(?=@|[一-龥々ァ-ヴー]{1,6}さん)",
        lambda _: Word(Role.DETAIL, ("optional", True)),
    ),
    Rule(
        "somebody",
        rf"(?:{_TITLES})(?:と(?:の|で|は|も)?(?!こ|か)|{_COME_TOO}|も(?=$|[\s、。,]))",
        _person,
        before=rf"{_OF}(?P<name>{_NAME})",
    ),
    Rule(
        "somebody",
        rf"(?:{_TITLES})(?:、|,|・|と|&|\s)?(?=\s?(?:@|{_NAME}(?:{_TITLES})|[一-龥々ァ-ヴーa-z0-9]{{1,10}}の{_NAME}(?:{_TITLES})[とで]))",
        _person,
        before=rf"{_OF}(?P<name>{_NAME})",
    ),
    Rule(
        "somebody",
        rf"(?:{_TITLES})で(?=[^すはしも])",
        _person,
        before=rf"(?<=[さん様君氏長生]と)(?:[一-龥々ァ-ヴーa-z0-9]{{1,10}}の)?(?P<name>{_NAME})",
    ),
    Rule(
        "guests",
        rf"(?:招待(?:者|客|先)?|参加者?|出席者?|メンバー|ゲスト)(?:は|:|に|として)?\s?{_AN_ADDRESS}",
        lambda _: Word(Role.FILLER),
    ),
    Rule("and", rf"{_BEHIND_AN_ADDRESS}(?:と|、|,|・|&|\s)\s?{_AN_ADDRESS}", lambda _: Word(Role.FILLER)),
    Rule(
        "guests",
        rf"{_BEHIND_AN_ADDRESS}\s?(?:{_COME_TOO}|(?:です|と|も)(?=$|[\n。、]))[、,]?\s?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "whose calendar",
        rf"(?:{_TITLES})(?=の(?:[^\n\s、]{{1,8}}の)?(?:予定|スケジュール|カレンダー|空き|都合(?!を)|アポ)(?:時間|状況)?(?:は|を|って|が|$|[?。\s]|[教見み確知お]))",
        _person,
        before=rf"{_OF}(?P<name>{_NAME})",
    ),
    Rule("with", r"(?<=\s)(?:w/|with\s)\s?(?=[@一-龥ァ-ヴ])", lambda _: Word(Role.FILLER)),
    # said after the event, or in brackets: 面談 高橋さん
    Rule(
        "somebody",
        rf"(?:{_TITLES}){_STOP}",
        _person,
        before=rf"(?:{ADDED}|(?<=[(])|(?<=[さん様君氏]と)|(?<=任意[では:の\s]))(?:[一-龥々ァ-ヴーa-z0-9]{{1,10}}(?<![日週月年曜朝昼夜晩後前末時度分回半々次])の)?(?P<name>{_NAME})",
    ),
    # after the time, at the sentence's end: 見積り 明日15時 営業の工藤さん
    Rule(
        "somebody",
        rf"(?:{_TITLES})(?=$|\n)",
        _person,
        before=rf"(?<=[時分半]\s)(?:[一-龥々ァ-ヴーa-z0-9]{{1,10}}(?<![日週月年曜朝昼夜晩後前末時度分回半々次])の)?(?P<name>{_FAMILIES})",
    ),
    Rule(
        "somebody",
        rf"(?<![一-龥])(?P<name>{_RANKS}|先生|先輩)(?:と(?:の)?(?=[^ぁ-ん])|{_COME_TOO}|も(?=$|[\s、。,]))",
        _person,
    ),
    Rule(
        "people",
        rf"(?:参加者|出席者|メンバー|招待者?|同席者?|出席|参加)(?:は|:|\s)\s?(?P<names>@?{_NAME}(?:{_TITLES})?(?:[、,・/と\s]{{1,2}}@?{_NAME}(?:{_TITLES})?){{0,9}})(?:です|で(?:お願いします)?)?(?=$|[\n。)]|\s)",
        _people,
    ),
    Rule(
        "people",
        rf"(?<![一-龥々])(?P<names>(?:{_FAMILIES})(?:[、,・&と](?:{_FAMILIES})){{1,6}})(?![一-龥々])(?:と(?:の)?|で|も(?:参加)?)?",
        _people,
    ),
    Rule(
        "somebody",
        rf"(?<![一-龥々])(?P<name>{_FAMILIES})(?:と(?:の)?(?=\s?(?:[\d一-龥ァ-ヴa-z「『]|あ[すしさ]|お昼)))",
        _person,
    ),
    Rule("somebody", rf"{ADDED}(?P<name>{_ALONE})(?=$|\n|\s(?:$|\n|(?:{_ALONE})))", _person),
)
