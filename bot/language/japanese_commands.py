"""How Japanese asks for things: command words in every politeness."""

from bot.language.atoms import Order, Word
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role
from bot.language.japanese_politeness import ASK, DO, PLEASE, TAI, TE, YOROSHIKU, verbs

# what people put behind a sentence and means nothing
DECORATION = r"[\s。.!?、,ー~〜…・♪☆★♡♥❤^;_*(){}笑wm\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]"
# a detail that follows a command
_DETAIL = r"(?:メモ|備考|場所|会場|参加者|出席者|任意|非公開|空き時間|予定なし扱い|リマイン|通知|前日|当日朝|@|\d{1,3}(?:分|時間|日|週間)半?前)"
# where a command may end: the sentence's end, or what only softens it
_END = rf"(?=(?:[ねよなっわ]{{1,2}})?(?:[。.!?\n](?!って|と[言い聞頼])|{DECORATION}{{0,12}}(?:$|\n|{_DETAIL})))"
_THING = r"(?:(?:の|という|って)?(?:予定|アポ|枠|スケジュール|イベント|会議予約|時間)(?:として|を|に|へ|も)?)?"

_MOVE = r"変更|移動|リスケ(?:ジュール)?|延期|振替|振り替え|前倒し|後ろ倒し|繰り下げ|繰り上げ|順延|日程変更|時間変更|時刻変更|日時変更|再調整"
_CANCEL = r"キャンセル|取り消し|取消し|取消|とりけし|中止|削除|取りやめ|取り止め|とりやめ|破棄|バラシ|ばらし"
# what is asked of a calendar even when no particle parts it from the event: 会議登録
_PUT_IN = r"登録|追加|新規作成|新規登録|スケジューリング|アサイン|インプット"
# what is asked of it when it is said as a wish: 会議設定お願いします; but 初期設定 is an event
_CREATE = rf"{_PUT_IN}|設定|予約|セット(?:アップ)?|セッティング|ブロック|スケジュール|招集|仮?押さえ|仮予約"
# what may be the event itself: 資料作成お願いします, 日程調整して
_WORK = r"作成|確保|手配|入力|調整|開催|記入|反映"
_SHOW = (
    r"(?:一覧|ある|あります|どう|何|なに|教えて|おしえて|見せて|みせて|見たい|みたい|知りたい|確認|表示|チェック|出して|リスト|読み上げて|どうなって(?:い)?(?:る|ます)|"
    r"わかる|分かる|ください|下さい|聞かせて|お願い(?:します)?|まとめて|よろしく)"
)
_SHOWN = rf"(?:を)?(?:して|し)?(?:おいて)?(?:{PLEASE})?(?:か|の|かな|っけ|ですか|でしたっけ|でしょうか|したい(?:です)?|する)?"
# requests to colleagues, not to a calendar: only with a time of day are they events
_REQUESTS = "確認|返信|提出|対応|連絡|共有|検討|回答|送付|準備|参加|出席|印刷|返却|修正|協力|報告|相談|送信|記載|署名|承認|支払|精算|転送|査収|配慮|理解|遠慮|注意|伝言|手伝"


def _order(kind: Kind, pattern: str, *, alone: bool = False, weak: bool = False) -> Rule:
    order = Order(kind, alone, weak)
    return Rule(f"asks to {kind}", pattern + _END, lambda _: order)


_RESCHEDULE = (
    _order(Kind.RESCHEDULE, rf"(?:に|へ)?\s?(?:{_MOVE})(?:{DO})"),
    _order(
        Kind.RESCHEDULE,
        rf"(?:に|へ)?\s?(?:{verbs('ずら/す', '変え', 'かえ', '動か/す', '移/す', '早め', '遅らせ', '振り替え', '振替え', '繰り下げ', '繰り上げ', '延ば/す', 'のば/す', '先延ばしに/す', '持ってい/く', '回/す')}|ずらし|(?:前|後ろ)にずらして{TE})(?:です|んだけど|のですが)?",
    ),
    # the rest of a verb whose beginning says how far: 30分繰り下げ|て
    _order(Kind.RESCHEDULE, rf"(?<=下げ|上げ|らせ|早め|ばし|らし)(?:て{TE}|{TAI}|ます|る|よう)"),
    Rule(
        "says what is to change",
        r"の?(?:開始|実施)?(?:時間|時刻|日程|日時|日にち|日付|予定)(?:を|は|、)(?=[^\n]{1,30}(?:変更|移動|リスケ|変え|ずら|動か|移し|にして|へ))",
        lambda _: Word(Role.FILLER),
    ),
)
# from here on the sentence only says a time, and wishes it
_ONLY_A_TIME = (
    r"(?=\s?[\d一二三四五六七八九十来再今明週月火水木金土日曜翌末午前後正時分半頃朝昼夕夜:/の()\s]{2,24}(?:に|へ|から|で)?"
    rf"(?:\s?(?:変更|移動)?(?:して)?{PLEASE})?[。.!]{{0,2}}\s{{0,2}}(?:$|\n))"
)
_MOVED_TO = (
    Rule(
        f"asks to {Kind.RESCHEDULE}",
        rf"(?:を|は|が)?\s?(?:(?:{_MOVE})(?:して|で|に(?:して)?|とし(?:て)?)?|(?:繰り上げ|繰り下げ|ずらし|早め|遅らせ|延ばし|移し)て)[、,]?{_ONLY_A_TIME}",
        lambda _: Order(Kind.RESCHEDULE),
    ),
    _order(
        Kind.RESCHEDULE,
        rf"(?:の|と)?\s?同じ時(?:間帯?|刻)?(?:に|で|へ)(?:(?:{_MOVE}){DO}|(?:して|ずらして|変えて|移して){TE})",
    ),
)
_GONE = (
    r"(?:(?:が|は|の)?\s?(?:中止|キャンセル|取りやめ|取り止め|お流れ|なし|ナシ|無し)(?:に|と)?(?:なった|なりました|なっちゃった|決まった|決まりました)?|(?:が|は)?(?:なく|無く)(?:なった|なりました|なっちゃった))"
    r"(?:なので|ので|のため|ため|んで|から|で)[、,]?\s?"
)
_CANCELLING = (
    Rule(
        "why it is cancelled",
        rf"(?:[、,]\s?[一-龥ァ-ヴー]{{1,8}}(?:の都合|都合)?(?:で|により))?{_GONE}(?=[^\n、。]{{0,6}}?(?:{_CANCEL}|消し|けし|外し|やめ|落とし))",
        lambda _: Word(Role.FILLER),
    ),
    _order(
        Kind.CANCEL,
        rf"(?:の予定|予定)?(?:を|は|が)?\s?(?:カレンダーから|予定から)?(?:(?:{_CANCEL})(?:に|で|と)?(?:{DO})(?:です)?|"
        rf"(?:{verbs('消/す', '取り消/す', 'とりけ/す', '取りやめ', '取り止め', 'とりやめ', 'やめ')}|{verbs('なく/す', '無く/す', '外/す', '落と/す', 'バラ/す', 'ばら/す', '流/す', '見送/る', '止め', will=False)}|けして{TE})(?:です)?|"
        rf"(?:なし|無し|ナシ)(?:に|で|って(?:こと|事)で)(?:{DO})|(?<=[一-龥ァ-ヴーa-z])(?:やめ|ヤメ)(?:で)?|(?:やめ|止め)に(?:{DO}))",
    ),
)
_ASKING = (
    _order(
        Kind.FREE_TIME,
        r"(?:の)?(?:空き(?:時間|枠|状況|コマ)?|空いて(?:い)?る(?:時間|日|枠|とこ|ところ|日程)|あいてる(?:時間|日|とこ)|候補日?|都合の(?:いい|良い|よい)(?:時間|日))"
        rf"(?:帯)?(?:は|を|って|が|の)?\s?(?:いつ|どこ|ある|あります|ありますか|あるか|教えて|おしえて|探して|さがして|調べて|見つけて|出して|見せて|知りたい|確認|ピックアップ)?(?:{DO}|{TE})?(?:か|かな|ですか)?",
    ),
    _order(Kind.FREE_TIME, r"(?:は|が)?いつ(?:が|なら|だと)?\s?(?:空いて|あいて|暇|ひま|都合)[ぁ-ん]{0,6}"),
    _order(
        Kind.LIST,
        r"(?:は|って|、|に|が|の)?\s?(?:全員|みんな|誰か|私|僕|俺)?(?:は)?(?:(?:空いて|あいて)(?:い)?(?:(?:る|ます|ない|ません)(?:か(?:ね|な)?|の|っけ|でしょうか|んですか|(?=\s?\?))|る(?!よ|ね|わ|な|ので|から))|"
        r"(?:暇|ひま|ヒマ|フリー)(?:か|かな|(?:なの)?ですか(?:ね)?|でしょうか|だっけ|(?=\s?\?))|時間(?:ある|あります)(?:か(?:な|ね)?|の|っけ|(?=\s?\?)))",
    ),
    _order(
        Kind.LIST,
        r"(?:は|の|って|に|が)?\s?(?:何|なに|なん|どんな|どういう)(?:の)?(?:が|か|の)?\s?(?:予定|会議|打ち合わせ|スケジュール|用事|ミーティング|mtg|アポ)?(?:が|は)?"
        r"(?:ある|あります|ありました|あった|ありましたっけ|入って(?:い)?(?:る|ます)|はいってる|だっけ|でしたっけ)(?:か|の|かな|っけ|かわかる|か教えて(?:ください)?|んだっけ)?",
    ),
    _order(
        Kind.LIST,
        rf"(?:の|は)?\s?(?:私の|自分の|僕の|俺の|全部の|全ての|今後の|直近の)?(?:予定|よてい|スケジュール|アジェンダ|カレンダー|日程)(?:一覧|表|リスト)?(?:は|を|って|も|が|の)?\s?(?:全部|全て|ぜんぶ)?{_SHOW}{_SHOWN}",
    ),
    _order(
        Kind.LIST,
        r"(?:の|は)?\s?(?:会議|打ち合わせ|ミーティング|mtg|アポ|予定)(?:は|って|が|、)?\s?(?:ある|あります|ありますか|一覧|何件|いくつ(?:ある)?|入ってる|入ってます)(?:か|の|かな|っけ|ですか)?",
    ),
    _order(
        Kind.LIST,
        r"(?:の残り|の全部|の)?(?:の|は)?\s?(?:予定|よてい|スケジュール|アジェンダ|日程)(?:一覧|表|リスト)?(?:は|を|って)?",
        alone=True,
    ),
)
# a time that stands behind a wish
_TIMELY = r"(?=[^\n]{0,40}?(?:\d|[明今本翌]日|明後日|あさって|[来今再]週|来月|[月火水木金土日]曜|時))"
_HEADINGS = (
    Rule(
        "asks to create, first of all",
        rf"(?<![^\n])(?:新規)?(?:予定|スケジュール|アポ|イベント|会議)?の?(?:{_PUT_IN}|設定|予約|作成)(?:を)?(?:して|しといて|しておいて)?(?:{PLEASE})?[\s:、,。!]{{1,3}}{_TIMELY}",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "asks to create, before it says what",
        rf"(?:を|で|に)?\s?(?:(?:{_CREATE})(?:して|しといて|しておいて)|(?:入れ|いれ|押さえ|おさえ)(?:ておいて|といて|て))(?:{PLEASE})?[\s:、,。!]{{1,3}}(?=[一-龥ァ-ヴa-z「『][^\n。]{{0,30}}$)",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        f"asks to {Kind.RESCHEDULE}",
        rf"(?<![^\n])(?:予定|スケジュール)?の?(?:{_MOVE})(?:を|の)?(?:して|で|です)?(?:{PLEASE})?[\s:、,。!]{{1,3}}{_TIMELY}",
        lambda _: Order(Kind.RESCHEDULE),
    ),
    Rule(
        f"asks to {Kind.CANCEL}",
        rf"(?<![^\n])(?:予定|スケジュール)?の?(?:{_CANCEL})(?:を|の)?(?:して|で|です)?(?:{PLEASE})?[\s:。!]{{1,3}}{_TIMELY}",
        lambda _: Order(Kind.CANCEL),
    ),
    Rule(
        f"asks to {Kind.LIST}",
        rf"(?<![^\n])(?:予定|スケジュール|アジェンダ)(?:の|を)?(?:確認|表示|一覧|チェック|教えて|見せて)(?:して)?(?:{PLEASE})?[\s:、,。!]{{1,3}}{_TIMELY}",
        lambda _: Order(Kind.LIST),
    ),
)
_MAKING = (
    _order(
        Kind.CREATE,
        rf"{_THING}(?:(?:を|で|に|も)?\s?(?:{_PUT_IN})(?:{DO})|(?:(?:を|で|に|も)\s?|(?<=予定|アポ)|(?<=[らに時分半日曜])|\s)(?:{_CREATE}|{_WORK})(?:{DO})|の(?:{_CREATE}|{_WORK})(?:を|の(?:ほど|程))(?:{DO})|"
        rf"(?:{_CREATE})(?:を|の(?:ほど|程))?\s?(?:して(?:おいて)?|しといて)?(?:{PLEASE})|(?:{_CREATE})(?:して(?:おいて)?|しといて|し{TAI})|"
        rf"(?:を|で|に|も|の)?\s?{verbs('入れ', 'いれ', '作/る', 'つく/る', '組/む', '取/る', 'と/る', '押さえ', 'おさえ', '抑え', '立て', 'たて', '書/く', '加え', '切/る', '空け', 'あけ', '設け', '突っ込/む', '放り込/む', '仕込/む', 'セット/す', will=False)}(?:です|か)?)",
    ),
    _order(Kind.CREATE, rf"{_THING}(?:を|に|と|も)?\s?(?<![てで])(?<!までに)(?<!迄に)(?<!中に)(?<!{_REQUESTS}){ASK}"),
    _order(Kind.CREATE, rf"(?<=[一-龥ァ-ヴーa-z0-9」』])(?<![時分半日曜前後頃])で(?:{ASK}|{YOROSHIKU})"),
    _order(Kind.CREATE, rf"(?:を|も|の(?:ほど|程))?\s?(?<!までに)(?<!迄に)(?<!中に){ASK}", weak=True),
    _order(
        Kind.CREATE, r"(?:を|が)?(?:やりたい|したい|行いたい|開きたい|開催したい)(?:です|のですが|んだけど|と思います)?"
    ),
    _order(Kind.CREATE, r"(?:を|が)?(?:やろう|しよう|しましょう|やりましょう)", weak=True),
)
_SOFT = (
    Rule(
        "marks a correction",
        r"(?<![^\n])(?:じゃあ?|それじゃあ?|それなら|では|なら)[、,\s]?(?=(?:[\d明今来再午]|[月火水木金土日]曜|あさって)[^\n]{0,12}$)",
        lambda _: Order(Kind.CORRECT),
    ),
    Rule(
        "softens",
        r"(?:すみません|すいません|ごめん(?:なさい)?|恐れ入りますが|恐縮ですが|お疲れ様です|お疲れさまです|おつかれさまです|お疲れ様|おつかれ|お手数(?:ですが|をおかけしますが)|お忙しいところ|できれば|可能なら|"
        r"可能でしたら|至急|ちょっと|えーと|えっと|あのー?(?=[、\s])|ねえ|ねぇ|おはようございます|おはよう|こんにちは|こんばんは|お世話になっております|お世話になります|じゃあ?(?=[、\s\d])|では(?=[、\s])|あと(?=[、\s])|あとは?、)"
        r"[、,。!\s]{0,2}",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "softens",
        rf"[、,\s]{{0,2}}(?:で)?{YOROSHIKU}{_END}",
        lambda _: Word(Role.FILLER, "politely"),
    ),
    Rule(
        "makes it so",
        rf"(?<=[時分半日曜月後前イしろげめ間h])(?:に|へ)?(?:して|する|したい)(?:おいて|といて)?(?:{PLEASE})?(?:です)?{_END}",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "or",
        r"(?<=[時分半日曜月])(?:か|または|もしくは|or)(?=\s?[\d月火水木金土日一二三四五六七八九十来明午])",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "from now on",
        r"(?:この|その)(?:あと|後)(?:は|に|の)?|このあと(?:は|に|の)?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "names what it is about",
        r"の件(?:なの?ですが|ですが|なんですが|だけど|についてですが|について)?[、,]\s?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "a heading above fields",
        r"(?<![^\n])[^\s\d。、:]{0,12}(?:登録|追加|予約|作成|設定|依頼)(?:お願いします|して(?:ください)?)?[。!]?\s{0,2}\n"
        r"(?=(?:[^\n]{0,80}\n){0,4}\s?(?:件名|タイトル|題名|用件)\s?:)",
        lambda _: Order(Kind.CREATE),
    ),
    Rule(
        "says what the quoted is",
        r"(?<=[」』])という(?:名前|タイトル|件名)?(?:の|で)?(?:会議|予定|打ち合わせ|イベント|mtg|ミーティング)?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "names a field",
        r"(?<![^\n])(?:件名|タイトル|題名|用件|予定名|日時|日程|時間|日付)(?:\s?(?::|は)\s?|\s(?=[^\n]{1,60}(?:\n|$)))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "marks a correction",
        r"(?:やっぱり?|やっぱ|やはり|いや(?=[、,\s])|(?<![^\n])いや(?=\d)|訂正(?:です)?[、,:]?|間違え(?:た|ました)[、,。]?|違った[、,。]?|(?:じゃ|では)なくて?[、,]?)\s?",
        lambda _: Order(Kind.CORRECT),
    ),
)

RULES: tuple[Rule, ...] = (*_HEADINGS, *_MOVED_TO, *_RESCHEDULE, *_CANCELLING, *_ASKING, *_MAKING, *_SOFT)
