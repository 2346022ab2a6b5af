"""How Japanese says who, where, in which calendar, and the details of an event."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.japanese_numbers import longest_first
from bot.language.japanese_politeness import PLEASE
from bot.language.numerals import HAN_DIGITS, number

_N = rf"(?:\d{{1,3}}|[{HAN_DIGITS}十百]{{1,4}})"

# --- details ---

_BEFORE = rf"(?:(?:開始)?{_N}(?:分|時間|日|週間)半?前|前日|当日朝)"
_BEFORES = rf"(?P<befores>{_BEFORE}(?:(?:と|、|,|・|および)\s?{_BEFORE}){{0,2}})"
_NOTICE = r"(?:通知|リマインド(?:設定)?|リマインダー?|アラーム|アラート|お知らせ|知らせ)"


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
        rf"{_BEFORES}(?:に|の|で|にも)?\s?{_NOTICE}(?:を|も|で|に)?(?:して|し|設定|つけ|付け|入れ|セット|あり|ON)?(?:て|して)?(?:{PLEASE})?",
        _reminders,
    ),
    Rule("a reminder", rf"{_NOTICE}(?:は|を|:)?\s?{_BEFORES}(?:に|で)?", _reminders),
    Rule(
        "private",
        r"(?:非公開|プライベート予定|プライベート(?=[でに])|他の人に見えないように|非公開予定)(?:で|に|の予定|設定|として)?(?:して)?",
        lambda _: Word(Role.DETAIL, ("private", True)),
    ),
    Rule(
        "does not block the time",
        r"(?:空き時間扱い|予定なし扱い|空き扱い|空き時間(?:として|にして))(?:で|に)?(?:して)?",
        lambda _: Word(Role.DETAIL, ("free", True)),
    ),
    Rule(
        "a description",
        r"(?:(?:メモ|備考|詳細|説明|本文|アジェンダ|議題|内容)(?:は|:|には?(?=「))|(?<=\n)(?:メモ|備考)\s)\s?(?P<note>[^\n]{1,2000})",
        lambda m: Word(Role.DETAIL, ("description", m["note"])),
    ),
    Rule(
        "optional",
        r"任意(?:参加)?(?:で|は|:|に|の|参加者(?:は|:)?)?\s?(?=@|[一-龥ァ-ヴー]{1,6}さん)",
        lambda _: Word(Role.DETAIL, ("optional", True)),
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
    "line works": "lineworks",
    "lineworks": "lineworks",
    "ラインワークス": "lineworks",
}
_SYSTEM = "|".join(map(re.escape, sorted(_PROVIDERS, key=len, reverse=True)))
_STRANGERS = "アウトルック|グーグル|サイボウズ|ガルーン|outlook|garoon|ical|timetree|notion|kintone"
_INTO = r"(?:に|へ|で|の)(?!詳)"


def _calendar(match: re.Match[str]) -> Atom:
    name = match["name"]
    if not name:
        return Word(Role.FILLER)
    system = _PROVIDERS.get(name)
    if system is None and re.fullmatch(rf"{_STRANGERS}|[a-z]{{3,20}}", name):
        system = name
    return Word(Role.CALENDAR, ("provider", system) if system else ("calendar", name + "カレンダー"))


_CALENDARS: tuple[Rule, ...] = (
    Rule(
        "which calendar",
        rf"(?P<system>{_SYSTEM})(?:の)?(?:カレンダー|予定)?{_INTO}",
        lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]])),
    ),
    Rule("which calendar", rf"(?P<name>{_STRANGERS})(?:に|へ)", lambda m: Word(Role.CALENDAR, ("provider", m["name"]))),
    Rule("which calendar", rf"の?カレンダー{_INTO}", _calendar, before=r"(?P<name>[一-龥々ァ-ヴーa-z0-9]{0,15}?)"),
)

# --- places ---

_ROOM = longest_first(
    "会議室 応接室 ミーティングルーム セミナールーム 研修室 多目的室 役員室 応接 ホール 講堂 ラウンジ 食堂 カフェ スタジオ オフィス 本社 支社 支店 本店 営業所 "
    "工場 倉庫 駅 駅前 ビル センター 公園 ホテル 大学 病院 事務所 会館 店 フロア 階 号室 ルーム 会場 居酒屋 レストラン 喫茶店 スタバ ロビー 受付".split()
)
_CITIES = "東京|大阪|名古屋|福岡|札幌|京都|横浜|仙台|広島|神戸|新宿|渋谷|池袋|品川|銀座|梅田|博多|千葉|埼玉|川崎|金沢|沖縄|那覇|北海道"
_ONLINE = r"zoom|teams|google ?meet|meet|webex|skype|オンライン|リモート|web会議|ウェブ会議|電話|現地|客先|先方|slack|line works"


def _place(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, match["place"])


def _room(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, re.sub(r"(?:で|にて|集合|開催)$", "", match.group()))


_PLACES: tuple[Rule, ...] = (
    Rule(
        "a place",
        r"(?:場所|会場|ばしょ|開催地)(?:は|:|が)?\s?(?P<place>[^\s、。,@]{1,40}?)(?:です|で(?=[^一-龥])|でお願いします)?(?=[\s、。,@]|$)",
        _place,
    ),
    Rule("a place", rf"(?P<place>{_ONLINE}|{_CITIES})(?:で|にて)(?![すきもはの])", _place),
    Rule(
        "a place",
        rf"(?:{_ROOM})[a-z0-9一-龥ァ-ヴー]{{0,6}}(?:で|にて)(?![すきもはの])",
        _room,
        before=r"(?:[一-龥ァ-ヴー]{1,8}の)?[一-龥々ァ-ヴーa-z0-9]{0,12}",
    ),
    Rule("a place", r"にて", _room, before=r"[一-龥々ァ-ヴーa-z0-9]{2,15}"),
)

# --- people ---

_TITLES = "さん|様|さま|くん|君|ちゃん|氏|先生|先輩|部長|課長|係長|社長|専務|常務|主任|店長|室長|本部長|次長|チーフ|マネージャー"
_NAME = r"(?:[一-龥々ヶ]{1,8}(?:[ァ-ヴー]{1,8})?|[ァ-ヴー]{1,10}|[a-z]{2,15}|(?<![ぁ-ん])[ぁ-ん]{2,6})"
_NOBODY = frozenset({"客", "皆", "奥", "得意先", "取引先", "各位", "担当", "みな", "お客", "旦那"})


def _person(match: re.Match[str]) -> Atom | None:
    return None if match["name"] in _NOBODY else Word(Role.PERSON, match["name"])


def _people(match: re.Match[str]) -> Atom:
    names = [
        re.sub(rf"(?:{_TITLES})$", "", name) for name in re.split(r"[、,・/と\s]+", match["names"].strip()) if name
    ]
    return Word(Role.PERSON, tuple(name.lstrip("@") for name in names))


_PEOPLE: tuple[Rule, ...] = (
    Rule(
        "somebody",
        rf"(?:{_TITLES})(?:と(?:の|で|は)?(?!こ)|も(?:一緒に|招待|呼んで|入れて)|を(?:招待|呼んで|追加)(?:して)?)",
        _person,
        before=rf"(?P<name>{_NAME})",
    ),
    Rule(
        "somebody",
        rf"(?:{_TITLES})(?:、|,|・|と|&)(?=(?:@|{_NAME}(?:{_TITLES})))",
        _person,
        before=rf"(?P<name>{_NAME})",
    ),
    Rule(
        "people",
        rf"(?:参加者|出席者|メンバー|招待者?)(?:は|:)\s?(?P<names>@?{_NAME}(?:{_TITLES})?(?:[、,・/と\s]{{1,2}}@?{_NAME}(?:{_TITLES})?){{0,9}})(?=$|[\n。])",
        _people,
    ),
)

RULES: tuple[Rule, ...] = (*_DETAILS, *_CALENDARS, *_PLACES, *_PEOPLE)
