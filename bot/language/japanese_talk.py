"""How Japanese asks for things: command words, politeness, people, places, calendars, details; and how it just talks."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Order, Word
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role
from bot.language.numerals import HAN_DIGITS, number

_N = rf"(?:\d{{1,3}}|[{HAN_DIGITS}十百]{{1,4}})"
# where a command may end: the sentence's end, or what only softens it
END = r"(?=[\s。.!?、,ー~〜…]{0,4}(?:$|\n|[ねよなw笑]{1,2}[\s。!?]{0,2}$|@))"
_PLEASE = (
    r"(?:お願い(?:します|いたします|致します|できますか|できる|したいです|しますね)?|おねがい(?:します|いたします)?|"
    r"ください|下さい|頂戴|ちょうだい|頂けますか|いただけますか|いただけると助かります|もらえますか|もらえる|"
    r"くれますか|くれませんか|くれない|くれる|くれ|ほしいです|ほしい|欲しいです|欲しい|頼みます|頼む|よろしく(?:お願いします)?|宜しく(?:お願いします)?)"
)
# する in the forms of a wish, after a noun of action
_DO = (
    rf"(?:を|で)?\s?(?:して(?:おいて)?|しといて|しておき(?:たい|ます)?|したい(?:です|のですが|んだけど|んですが)?|しましょう|しよう|します|する|し|させて)?"
    rf"{_PLEASE}?"
)
# a verb in its て-form
_TE = rf"(?:おいて|といて)?{_PLEASE}?"
_THING = (
    r"(?:(?:の|という|って)?(?:予定|アポ|枠|スケジュール|イベント|カレンダー|会議予約|時間)(?:として|を|に|へ|も)?)?"
)


def _order(kind: Kind, pattern: str, *, alone: bool = False) -> Rule:
    order = Order(kind, alone)
    return Rule(f"asks to {kind}", pattern + END, lambda _: order)


_MOVE_NOUNS = r"変更|移動|リスケ(?:ジュール)?|延期|振替|振り替え|前倒し|後ろ倒し|繰り下げ|繰り上げ|順延|日程変更|時間変更|時刻変更"
_CANCEL_NOUNS = r"キャンセル|取り消し|取消し|取消|とりけし|中止|削除|取りやめ|取り止め|とりやめ"
_CREATE_NOUNS = r"登録|設定|追加|予約|作成|セット(?:アップ)?|セッティング|ブロック|確保|手配|入力|調整|スケジューリング|スケジュール|アサイン|新規作成|新規登録|招集|開催"

_COMMANDS = (
    _order(Kind.RESCHEDULE, rf"(?:に|へ)?\s?(?:{_MOVE_NOUNS}){_DO}"),
    _order(
        Kind.RESCHEDULE,
        rf"(?:に|へ)?\s?(?:ずらして|ずらし(?:たい|ます)?|ずらす|変えて|変え(?:たい|ます)|変える|動かして|動かし(?:たい|ます)|動かす|移して|移し(?:たい|ます)|移す|"
        rf"早めて|早め(?:たい|ます)|遅らせて|遅らせ(?:たい|ます)|振り替えて|繰り下げて|繰り上げて|延ばして|のばして|後ろにずらして|前にずらして){_TE}(?:です)?",
    ),
    _order(
        Kind.CANCEL,
        rf"(?:の予定|予定)?(?:を|は|が)?\s?(?:(?:{_CANCEL_NOUNS})(?:に|で)?{_DO}|(?:消して|けして|消し(?:たい|ます)|消す|取り消して|取り消したい|取り消す|"
        rf"やめて|やめ(?:たい|ます)|やめる|なくして|無くして|外して|落として){_TE}(?:です)?|(?:なし|無し)(?:に|で){_DO})",
    ),
    _order(
        Kind.FREE_TIME,
        r"(?:の)?(?:空き(?:時間|枠|状況)?|空いて(?:い)?る(?:時間|日|枠|とこ|ところ|日程)|あいてる(?:時間|日|とこ)|候補日?|都合の(?:いい|良い|よい)(?:時間|日))"
        rf"(?:帯)?(?:は|を|って|が|の)?\s?(?:いつ|どこ|ある|あります|ありますか|あるか|教えて|おしえて|探して|さがして|調べて|見つけて|出して|見せて|知りたい|確認)?(?:{_DO}|{_TE})?(?:か|かな|ですか)?",
    ),
    _order(Kind.FREE_TIME, r"(?:は|が)?いつ(?:が|なら|だと)?\s?(?:空いて|あいて|暇|ひま|都合)[ぁ-ん]{0,6}"),
    _order(
        Kind.LIST,
        r"(?:は|って|、|に|が|の)?\s?(?:全員|みんな|誰か|私|僕|俺)?(?:は)?(?:空いて(?:い)?(?:る|ます|ますか|ない|ません)?|あいて(?:る|ます)|暇|ひま|ヒマ|フリー|時間ある|時間あります)"
        r"(?:か|かな|の|ですか|でしょうか|っけ)?",
    ),
    _order(
        Kind.LIST,
        r"(?:は|の|って|に|が)?\s?(?:何|なに|なん|どんな|どういう)(?:の)?(?:が|か|の)?\s?(?:予定|会議|打ち合わせ|スケジュール|用事|ミーティング|mtg|アポ)?(?:が|は)?"
        r"(?:ある|あります|ありました|あった|ありましたっけ|入って(?:い)?(?:る|ます)|はいってる)(?:か|の|かな|っけ|かわかる|か教えて(?:ください)?)?",
    ),
    _order(
        Kind.LIST,
        rf"(?:の|は)?(?:私の|自分の|僕の|全部の|全ての)?(?:予定|スケジュール|アジェンダ|カレンダー)(?:一覧|表|リスト)?(?:は|を|って|も|が|の)?\s?"
        rf"(?:一覧|ある|あります|どう|何|なに|教えて|おしえて|見せて|みせて|見たい|みたい|知りたい|確認|表示|チェック|出して|リスト|共有|読み上げて|どうなって(?:い)?(?:る|ます))(?:を)?"
        rf"(?:して|し)?(?:{_PLEASE})?(?:か|の|かな|っけ|ですか|でしたっけ|したい(?:です)?)?",
    ),
    _order(
        Kind.LIST,
        r"(?:の|は)?\s?(?:会議|打ち合わせ|ミーティング|mtg|アポ)(?:は|って|が)?\s?(?:ある|あります|ありますか|一覧|何件|いくつ(?:ある)?)(?:か|の|かな|っけ)?",
    ),
    _order(
        Kind.LIST,
        r"(?:の|は)?\s?(?:予定|スケジュール|アジェンダ|日程)(?:一覧|表|リスト)?(?:は|を|って)?",
        alone=True,
    ),
    _order(
        Kind.CREATE,
        rf"{_THING}(?:を|で|に|も)?\s?(?:(?:{_CREATE_NOUNS}){_DO}|(?:入れ|いれ|作っ|つくっ|組ん|取っ|とっ|押さえ|おさえ|抑え|立て|たて|書い|加え|切っ|空け|あけ|設け|突っ込ん|放り込ん)[てで]{_TE}|"
        rf"(?:入れ|作り|組み|取り|押さえ|設け|立て)(?:たい(?:です|んだけど|のですが|んですが)?|ます|ましょう)|"
        rf"(?:入れる|作る|組む|取る|押さえる|入れとく|入れとこう|入れよう))(?:です)?",
    ),
    _order(Kind.CREATE, rf"(?:{_THING})(?:を|で|に|と|も)?\s?{_PLEASE}", ),
    _order(Kind.CREATE, r"(?:を|が)?(?:やりたい|したい|やろう|しよう|しましょう|やりましょう|行いたい|行います|開きたい|開催したい)(?:です|のですが|んだけど)?"),
    Rule("softens", r"(?:すみません|すいません|ごめん(?:なさい)?|恐れ入りますが|お疲れ様です|おつかれさまです|お手数ですが|できれば|可能なら|至急|ちょっと|えーと|えっと|あのー?|ねえ|ねぇ|おはようございます|こんにちは)[、,。!\s]{0,2}", lambda _: Word(Role.FILLER)),
    Rule("marks a correction", r"(?:やっぱり?|やはり|訂正(?:です)?[、,:]?|間違え(?:た|ました)[、,。]?|違った[、,。]?|(?:じゃ|では)なくて?[、,]?)\s?", lambda _: Order(Kind.CORRECT)),
)  # fmt: skip

_TITLES = (
    r"(?:さん|様|さま|くん|君|ちゃん|氏|先生|先輩|部長|課長|係長|社長|専務|常務|主任|店長|室長|本部長|次長|チーフ)"
)
_PERSON_NAME = r"[一-龥々ヶァ-ヴー]{1,8}|[a-z]{2,15}|[ぁ-ん]{2,6}"


def _person(match: re.Match[str]) -> Atom:
    return Word(Role.PERSON, match["name"])


_ROOM = r"(?:会議室|応接室|ミーティングルーム|セミナールーム|研修室|多目的室|役員室|応接|ホール|講堂|大会議室|小会議室|ラウンジ|食堂|カフェ|スタジオ|オフィス|本社|支社|支店|営業所|工場|倉庫|駅|ビル|センター|公園|ホテル|大学|病院|事務所|会館|店|フロア|階|号室|ルーム)"
_ONLINE = r"(?:zoom|teams|google ?meet|meet|webex|skype|オンライン|リモート|web会議|ウェブ会議|電話|現地|客先|先方)"


def _place(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, match["place"])


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


def _provider(match: re.Match[str]) -> Atom:
    return Word(Role.CALENDAR, ("provider", _PROVIDERS[match["system"]]))


def _unit_delta(match: re.Match[str]) -> timedelta:
    count = number(match["n"])
    unit = match["unit"]
    if unit.startswith(("分", "m")):
        return timedelta(minutes=count)
    if unit.startswith("時"):
        return timedelta(minutes=60 * count + (30 if match["half"] else 0))
    return timedelta(days=count * (7 if unit.startswith("週") else 1))


_DETAILS = (
    Rule(
        "a reminder",
        rf"(?P<n>{_N})(?P<unit>分|時間|日|週間)(?P<half>半)?前(?:に|の|で)?\s?(?:通知|リマインド(?:設定)?|リマインダー?|アラーム|お知らせ|知らせ)(?:を|も)?(?:して|し|設定|つけ|付け|入れ|セット)?(?:て)?{_PLEASE}?",
        lambda m: Word(Role.DETAIL, ("reminder", _unit_delta(m))),
    ),
    Rule(
        "a reminder",
        rf"(?:通知|リマインド|リマインダー?|アラーム)(?:は|を|:)?\s?(?P<n>{_N})(?P<unit>分|時間|日|週間)(?P<half>半)?前(?:に|で)?",
        lambda m: Word(Role.DETAIL, ("reminder", _unit_delta(m))),
    ),
    Rule("private", r"(?:非公開|プライベート予定|他の人に見えないように)(?:で|に|の予定|設定)?(?:して)?", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", r"(?:空き時間扱い|予定なし扱い|空き扱い|仮ブロックなし|空き時間(?:として|にして))(?:で|に)?(?:して)?", lambda _: Word(Role.DETAIL, ("free", True))),
    Rule("a description", r"(?:メモ|備考|詳細|説明|本文|アジェンダ|議題|内容)(?:は|:|には?)\s?(?P<note>[^\n]{1,2000})", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("optional", r"任意(?:参加)?(?:で|は|:|に|の|参加者(?:は|:)?)?\s?(?=@|[一-龥ァ-ヴー]{1,6}さん)", lambda _: Word(Role.DETAIL, ("optional", True))),
)  # fmt: skip

_THINGS = (
    Rule("which calendar", rf"(?P<system>{'|'.join(map(re.escape, sorted(_PROVIDERS, key=len, reverse=True)))})(?:の)?(?:カレンダー|予定)?(?:に|へ|で|の)(?!詳)", _provider),
    Rule(
        "which calendar",
        r"(?P<name>[a-z]{3,20}|アウトルック|グーグル|サイボウズ|ガルーン)(?:の)?カレンダー(?:に|へ|で|の)",
        lambda m: Word(Role.CALENDAR, ("provider", m["name"])),
    ),
    Rule("which calendar", r"(?P<name>outlook|garoon|サイボウズ|ガルーン|ical|timetree|notion)(?:に|へ)", lambda m: Word(Role.CALENDAR, ("provider", m["name"]))),
    Rule(
        "which calendar",
        r"(?P<name>[一-龥々ァ-ヴーa-z0-9]{1,15}(?:部|課|チーム|室|係|共有|用|班|全体|会社|社内))(?:の)?カレンダー(?:に|へ|で|の)",
        lambda m: Word(Role.CALENDAR, ("calendar", m["name"] + "カレンダー")),
    ),
    Rule("a place", r"(?:場所|会場|ばしょ)(?:は|:|が)?\s?(?P<place>[^\s、。,@]{1,40}?)(?:です|で)?(?=[\s、。,@]|$)", _place),
    Rule("a place", rf"(?P<place>[一-龥々ァ-ヴーa-z0-9]{{0,12}}{_ROOM}[a-z0-9一-龥ァ-ヴー]{{0,6}})(?:で|にて)(?![すきもはの])", _place),
    Rule("a place", rf"(?P<place>{_ONLINE})(?:で|にて)(?![すきもはの])", _place),
    Rule("a place", r"(?P<place>[一-龥々ァ-ヴーa-z0-9]{2,15})にて", _place),
    Rule("somebody", rf"(?P<name>{_PERSON_NAME})(?:{_TITLES})(?:と(?:の)?(?![こ])|とで|も(?:一緒に|招待|呼んで)|を(?:招待|呼んで)(?:して)?)", _person),
    Rule("somebody", rf"(?P<name>{_PERSON_NAME})(?:{_TITLES})(?:、|,|・|と)(?=[一-龥々ァ-ヴーa-zぁ-ん]{{1,8}}(?:{_TITLES})(?:と|、|,|・))", _person),
)  # fmt: skip

RULES: tuple[Rule, ...] = (*_DETAILS, *_THINGS, *_COMMANDS)

_TAIL = r"[\s。.!、ー~〜]{0,3}$"
ALONE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.UNDO, re.compile(rf"(?:やっぱり?|すみません)?[、\s]?(?:今の|いまの|さっきの|先ほどの|直前の|それ|これ)?(?:予定|登録|操作|変更)?(?:を|は|やっぱり?)?\s?(?:取り消し|取消し?|とりけし|取り消して|元に戻して?|もとに戻して?|戻して|なかったことにして?|撤回|アンドゥ|undo)(?:して)?{_PLEASE}?{_TAIL}")),
    (Kind.HELP, re.compile(rf"(?:ヘルプ|使い方(?:を|は)?(?:教えて)?|つかいかた|使いかた|help|何(?:が|を)?(?:できる|できます)(?:の|か)?|できること|どう(?:やって)?使うの?|コマンド(?:一覧)?|説明して?)(?:{_PLEASE})?[\s。!?]{{0,3}}$")),
    (Kind.YES, re.compile(rf"(?:はい|うん|ええ|ok|okです|オーケー|おけ|いいよ|いいです|いいですよ|良いです|それで(?:いい|いいです|ok)?(?:お願いします)?|お願いします|了解(?:です)?|承知(?:しました)?|yes|イエス|大丈夫(?:です)?|そうです|そう|合ってます|登録して|お願い){_TAIL}")),
    (Kind.NO, re.compile(rf"(?:いいえ|いや|ううん|だめ|ダメ|駄目|no|ノー|やめて(?:おく|おきます)?|やめる|やめます|いらない|いりません|不要(?:です)?|結構です|違う|違います|ちがう|しない|やめとく){_TAIL}")),
)  # fmt: skip

TITLE_HEAD = re.compile(
    r"[\s、,。・:：;~〜/!-]*(?:(?:には|では|との|での|にて|への|の|に|は|で|へ|と|が|を|も)(?=[^ぁ-ん]|お|ご|打|$)|(?:から|より)(?=[^ぁ-ん]|お))?[\s、,。・:;/!]*"
)
TITLE_TAIL = re.compile(
    r"(?:[\s、,。・:;!~〜]|(?:の予定|予定)(?=$)|(?<=.)(?:には|では|との|って|という|を|に|は|が|で|と|へ|も|(?<!も)の)(?=[\s、,。!]*$)){1,4}$"
)
STATEMENT = re.compile(
    r"(?:た|だ|です|ます|ました|でした|ません|ない|って|よ|ね|かな|かも|けど|が、|らしい|そうだ|だろう|でしょう|みたい|ようだ|のに|ので|だし|[うくぐすつぬぶむる]|"
    r"[しなたきすくらさろるむつわごばよい]い|良い|高い|多い|早い|遅い|寒い|暑い|近い|遠い|長い|悪い|眠い|痛い|無い|わ|ぞ|よな|よね|だな|だわ|じゃん|ちゃう|っす|のか|のかな|？|\?)"
    r"[\s。、!！?…〜ーw笑)☆♪^]{0,8}$|[?？]\s*$"
)
PAST = re.compile(
    r"(?:た|だった|でした|ました|かった|んだ)(?:よ|ね|な|けど|です|らしい|って|そう|の|わ|っけ|そうです){0,3}[\s。、!?…〜ーw笑]{0,6}$"
)
RESIDUE = re.compile(
    r"(?:\d{1,4}|[〇一二三四五六七八九十百]{1,5})\s?(?:時(?!間?短|代|差)|分(?![科類析野担解])|日(?![本常誌])|週(?![報刊])|月(?![次刊])|年(?![末度報収金賀]))|\d{1,4}[:/]\d{1,2}|[月火水木金土日]曜|\([月火水木金土日]\)|午[前後]"
    r"|(?:令和|平成|昭和)\s?\d|[来再先明前翌昨]々{1,5}[週月年日]|[来再先]{2,4}[週月年]"
)
OBJECT_END = re.compile(r"[をは、]\s?$")
TARGET_END = re.compile(r"\s?(?:に|へ)(?:して|したい|する)?[\s。.!、]{0,3}$")
