"""How Japanese says who, where, in which calendar, and the details of an event."""

import re
from datetime import timedelta

from bot.language import japanese_people, japanese_places
from bot.language.atoms import Atom, Order, Word
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role
from bot.language.japanese_politeness import DO, PLEASE, verbs
from bot.language.numerals import HAN_DIGITS, number

_N = rf"(?:\d{{1,3}}|[{HAN_DIGITS}十百]{{1,4}})"

# --- details ---

_BEFORE = rf"(?:(?:開始)?{_N}(?:分|時間|日|週間)半?前|前日)"
_BEFORES = rf"(?P<befores>{_BEFORE}(?:(?:と|、|,|・|および)\s?{_BEFORE}){{0,2}})"
_NOTICE = r"(?:通知|リマインド(?:設定)?|リマインダー?|アラーム|アラート|お知らせ|知らせ)"


_DONE = rf"{DO}(?<!\s)"
_REMIND = verbs("教え", "おしえ", "知らせ", "鳴ら/す", "声かけ", "声をかけ", "思い出させ")
# another detail, which ends a description on the same line
_NEXT = rf"{_BEFORE}(?:に|の)?{_NOTICE}|{_NOTICE}(?:は|を)?{_BEFORE}|非公開|空き時間扱い|予定なし扱い|場所(?:は|:)|会場(?:は|:)|参加者(?:は|:)|任意|@"


_WRITE = rf"{verbs('書/く', '入れ', '残/す', '加え', '付け', 'つけ')}|(?:記入|記載|追記|追加){_DONE}"


def _before(written: str) -> timedelta:
    """30分前, 1時間半前, 前日."""
    count = re.search(_N, written)
    if count is None:
        return timedelta(days=1)
    many = number(count.group())
    if "分" in written:
        return timedelta(minutes=many)
    if "時" in written:
        return timedelta(minutes=60 * many + (30 if "半" in written else 0))
    return timedelta(days=many * (7 if "週" in written else 1))


def _reminders(match: re.Match[str]) -> Atom:
    return Word(Role.DETAIL, ("reminders", tuple(_before(one) for one in re.findall(_BEFORE, match["befores"]))))


_DETAILS: tuple[Rule, ...] = (
    Rule(
        "a reminder",
        rf"{_BEFORES}(?:に|の|で|にも)?\s?(?:{_REMIND}|{_NOTICE}(?:を|も|で|に)?(?:設定|セット|あり|on)?(?:{verbs('つけ', '付け', '入れ')}|{_DONE}))",
        _reminders,
    ),
    Rule("a reminder", rf"{_NOTICE}(?:は|を|:)?\s?{_BEFORES}(?:に|で)?", _reminders),
    Rule(
        "private",
        rf"(?:非公開|限定公開|シークレット|プライベート予定|プライベート(?=[でに])|(?<=[\s(])プライベート(?=$|[\s)])|他の人に(?:は)?見え?ないように|非表示|(?:自分|私)(?:に)?(?:だけ|しか)(?:に)?見え(?:る|ない)ように|(?:ほか|他)の(?:人|方|ひと)(?:に|から)(?:は)?(?:見え|見られ|わから|分から)ないように|公開しない(?:で|ように))(?:の予定|予定|設定|扱い)?(?:で|に|として)?{_DONE}",
        lambda _: Word(Role.DETAIL, ("private", True)),
    ),
    Rule(
        "does not block the time",
        rf"(?:空き時間扱い|予定なし扱い|空き扱い|空き時間(?:として|にして|で)|空いてる扱い|空きのまま|(?:時間(?:を|は))?(?:ブロック(?:は)?し|埋め)ない(?:で|ように)|予定ありに(?:は)?しない(?:で|ように)|予定なし(?=で|に|として))(?:で|に|として)?{_DONE}",
        lambda _: Word(Role.DETAIL, ("free", True)),
    ),
    # no order: what becomes of it in the rain
    Rule(
        "weather permitting",
        r"(?:(?<=[\s、。])|\()(?P<note>(?:雨天|荒天|悪天候|雨)(?:時|の場合|なら)?は?(?:中止|順延|延期|決行)|[小少]雨決行)(?:\)|(?=$|[\s、。]))",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "a description",
        rf"(?:メモ|備考|説明)(?:欄)?(?:には?|は|:)?\s?「(?P<note>[^」\n]{{1,1000}})」(?:と|って)?(?:{_WRITE})?",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "a description",
        rf"(?:メモ|備考|説明)(?:欄)?に(?:は)?\s?(?P<note>[^\n]{{1,300}}?)(?:と|って)(?:{_WRITE})(?=$|[\n。!])",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "a description",
        rf"[、,。\s]\s?(?P<note>[^、。\n「」]{{1,40}}?)(?:と|って)(?:メモ|備考|説明)(?:欄)?(?:に)?\s?(?:{_WRITE}|{_DONE})(?=$|[\n。!])",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "a description",
        r"\((?:メモ|備考|詳細|説明|議題|内容)(?:は|:|=)\s?(?P<note>[^\n()]{1,300})\)",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "a description",
        rf"(?:(?:メモ|備考|詳細|説明|本文|アジェンダ|議題|内容)(?:は|:)|(?<=\s)(?:メモ|備考)\s)\s?(?P<note>[^\n]{{1,2000}}?)(?=$|\n|\s(?:{_NEXT}))",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
)

# --- calendars ---

_PROVIDERS = {
    "jicoo": "jicoo",
    "ジクー": "jicoo",
    "ジコー": "jicoo",
    "バックオフィス": "backoffice",
    "back office": "backoffice",
    "backoffice": "backoffice",
    "bo": "backoffice",
    "line works": "lineworks",
    "lineworks": "lineworks",
    "lineワークス": "lineworks",
    "ラインワークス": "lineworks",
}
_SYSTEM = "|".join(map(re.escape, sorted(_PROVIDERS, key=len, reverse=True)))
_STRANGERS = "アウトルック|グーグル|サイボウズ|ガルーン|outlook|garoon|ical|timetree|notion|kintone"
_INTO = r"(?:に|へ|で|の|から)(?!詳)"


def _calendar(match: re.Match[str]) -> Atom:
    name = match["name"]
    if not name:
        return Word(Role.FILLER)
    system = _PROVIDERS.get(name)
    if system is None and re.fullmatch(rf"{_STRANGERS}|[a-z]{{3,20}}", name):
        system = name
    return Word(
        Role.CALENDAR, ("provider", system) if system else ("calendar", name if match["whose"] else name + "カレンダー")
    )


# today's Jicoo: what is in it
_LOOKED_AT = rf"(?:は|って|を|に)?\s?(?:(?:見せて|みせて|教えて|おしえて|見たい|確認|出して|どう(?:なってる)?|どんな感じ|何(?:が)?(?:ある|入ってる))(?:して)?(?:{PLEASE})?)?(?:です|か|の)?[\s。?!]{{0,3}}(?=$|\n)"
_CALENDARS: tuple[Rule, ...] = (
    Rule(
        f"asks to {Kind.LIST}",
        rf"(?<![時分半\s]|[ァ-ヴa-z])の\s?(?=(?:{_SYSTEM}){_LOOKED_AT})",
        lambda _: Order(Kind.LIST),
    ),
    Rule(
        "which calendar",
        rf"(?<=の)(?P<system>{_SYSTEM}){_LOOKED_AT}",
        lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]])),
    ),
    Rule(
        "which calendar",
        rf"(?P<system>{_SYSTEM})(?:の)?(?:カレンダー|予定)?(?:の?(?:ほう|方)|側)?\s?(?:{_INTO}|から)",
        lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]])),
    ),
    Rule(
        "which calendar",
        rf"[「『](?P<name>[^「」『』\n]{{1,20}})[」』]の?カレンダー{_INTO}",
        lambda m: Word(Role.CALENDAR, ("calendar", m["name"])),
    ),
    Rule("which calendar", rf"(?P<name>{_STRANGERS})(?:に|へ)", lambda m: Word(Role.CALENDAR, ("provider", m["name"]))),
    Rule(
        "which calendar",
        r"(?<![^\s、。])(?:予定表?|スケジュール表?|手帳)(?:に|へ)(?=[^\n]{2})",
        lambda _: Word(Role.FILLER),
    ),
    Rule("the same weekday", r"(?<=[後前])の?同じ曜日(?=$|[にのへでを。、\s])", lambda _: Word(Role.FILLER)),
    Rule(
        "which calendar",
        rf"(?P<whose>の)?カレンダー{_INTO}",
        _calendar,
        before=r"(?P<name>[一-龥々ァ-ヴーa-z0-9]{0,15}?)",
    ),
)

RULES: tuple[Rule, ...] = (*_DETAILS, *_CALENDARS, *japanese_places.RULES, *japanese_people.RULES)
