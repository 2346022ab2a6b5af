"""How Japanese asks for things: command words in every politeness."""

from bot.language import japanese_asking, japanese_reasons
from bot.language.atoms import Order, Word
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role
from bot.language.japanese_orders import END, order
from bot.language.japanese_politeness import ASK, CAN_DO, DO, GIVE, PLEASE, TAI, TE, YOROSHIKU, verbs

# a 面談枠 is an event of that name, a 枠 for the 面談 is not
_THING = r"(?:(?:(?:の|という|って|を|[、,]\s?)?(?:予定|アポ|スケジュール|イベント|会議予約|時間)|(?:の|(?<![一-龥々ァ-ヴーa-z]))枠)(?:として|を|に|へ|も)?|(?:の(?:ため|為)|用)(?:に|で|として))?"

_MOVE = r"変更|移動|リスケ(?:ジュール)?|延期|振替|振り替え|前倒し|後ろ倒し|繰り下げ|繰り上げ|順延|日程変更|時間変更|時刻変更|日時変更|再調整|持ち越し|先送り|後倒し|スライド"
_CANCEL = r"キャンセル|取り消し|取消し|取消|とりけし|中止|スキップ|削除|取りやめ|取り止め|とりやめ|破棄|バラシ|バラし|ばらし|消去|抹消"
# what is asked of a calendar even when no particle parts it from the event: 会議登録
_PUT_IN = r"登録|追加|新規作成|新規登録|スケジューリング|アサイン|インプット"
# what is asked of it when it is said as a wish: 会議設定お願いします; but 初期設定 is an event
_CREATE = rf"{_PUT_IN}|設定|予約|セット(?:アップ)?|セッティング|ブロック|スケジュール|招集|ブッキング|仮?押さえ|仮予約"
# what may be the event itself: 資料作成お願いします, 日程調整して
_WORK = r"作成|確保|手配|入力|調整|開催|記入|反映"
# requests to colleagues, not to a calendar: only with a time of day are they events
_REQUESTS = "確認|返信|提出|対応|連絡|共有|検討|回答|送付|準備|参加|出席|印刷|返却|修正|協力|報告|相談|送信|記載|署名|承認|支払|精算|転送|査収|配慮|理解|遠慮|注意|伝言|手伝|資料|事録|司会|進行|電話|返事|返答|取り|受取|発注|注文|回覧|押印|捺印|集計|補充|周知|催促|記帳"


_RESCHEDULE = (
    # what is not its time cannot be changed
    Rule(
        "changes what is no time",
        rf"の(?:タイトル|件名|題名|名前|名称|内容|メモ|備考|説明|参加者|出席者|メンバー|主催者|場所|会場|部屋)(?:名|欄)?(?:を|は)(?=[^\n。]{{1,40}}(?:変更|変え|修正|して))[^\n。]{{1,40}}?(?:に|へ)(?:(?:変更|修正|訂正){DO}|{verbs('変え', '直/す')}|して{TE}){END}",
        lambda _: Word(Role.FILLER),
    ),
    order(Kind.RESCHEDULE, rf"(?:に|へ)?\s?(?:{_MOVE}){DO}"),
    Rule(
        f"asks to {Kind.RESCHEDULE}",
        rf"(?<=[時分半日曜])(?:に|へ)\s?(?:{_MOVE})(?:して|で)?(?:{PLEASE})?[\s:、]{{1,3}}(?=[一-龥ァ-ヴa-z][^\n\d]{{1,16}}$)",
        lambda _: Order(Kind.RESCHEDULE),
    ),
    order(
        Kind.RESCHEDULE,
        rf"(?:に|へ)?\s?(?:{verbs('ずら/す', '変え', 'かえ', '動か/す', '移/す', '早め', '遅らせ', '振り替え', '振替え', '繰り下げ', '繰り上げ', '延ば/す', 'のば/す', '先延ばしに/す', '持ってい/く', '回/す')}|ずらし|(?:ずらし|変え|動かし|移し|早め|遅らせ)ます)(?:です|んだけど|のですが)?",
    ),
    # the rest of a verb whose beginning says how far: 30分繰り下げ|て
    order(Kind.RESCHEDULE, rf"(?:(?<=り下げ|り上げ|遅らせ)|(?<=早め|ばし|らし))(?:て{TE}|{TAI}|ます|る|よう)"),
    order(Kind.RESCHEDULE, rf"(?:から)?(?:に|へ)\s?{verbs('直/す', 'なお/す', '改め')}"),
    order(Kind.RESCHEDULE, rf"(?<=倒し|延期)(?:に|は)?{CAN_DO}"),
    Rule(
        "says what is to change",
        r"[の、]?\s?(?:(?:開始|実施|集合|終了)?(?:時間|時刻|日程|日時|日にち|日付|予定)|開始|スタート|終了)(?:を|は|、)(?=[^\n]{1,30}(?:変更|移動|リスケ|変え|ずら|動か|移し|延ば|のば|早め|遅ら|繰り|にして|へ))",
        lambda _: Word(Role.FILLER),
    ),
)
# of what was made or said just now: 先ほど入れた見学会
_LATELY = (
    Rule(
        "which one",
        r"(?<![^\s、。])(?:(?:さっき|先ほど|先程|さきほど|今|いま|この前|こないだ)の|(?:さっき|先ほど|先程|さきほど|今|いま|この前|こないだ|昨日|おととい|今朝|先週)(?:入れ|いれ|登録し|追加し|作っ|設定し|予約し)(?:てもらっ|ていただい)?た)(?!所|ところ)",
        lambda _: Word(Role.FILLER, Role.COMMAND),
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
        rf"(?:を|は|が)?\s?(?:(?:{_MOVE})(?:して|で|に(?:して)?|とし(?:て)?)?|(?:繰り上げ|繰り下げ|ずらし|早め|遅らせ|延ばし|移し)て)[、,→:]?{_ONLY_A_TIME}",
        lambda _: Order(Kind.RESCHEDULE),
    ),
    order(
        Kind.RESCHEDULE,
        rf"(?:の|と)?\s?同じ時(?:間帯?|刻)?(?:に|で|へ)(?:(?:{_MOVE}){DO}|(?:して|ずらして|変えて|移して){TE}|{PLEASE})?",
    ),
)
_CANCELLING = (
    order(
        Kind.CANCEL,
        rf"(?:の予定|予定)?(?:を|は|が)?\s?(?:全部|全て|すべて|ぜんぶ)?(?:を)?(?:カレンダーから|予定から)?(?:(?:(?:{_CANCEL})(?:に|で|と)?|(?:なし|無し|ナシ)(?:に|で|って(?:こと|事)で)|(?:やめ|止め)に|(?:なかった|無かった)(?:こと|事)に){DO}|"
        rf"{verbs('消/す', 'けし', '取り消/す', 'とりけ/す', '取りやめ', '取り止め', 'とりやめ', 'やめ', '止め', 'なく/す', '無く/す', '外/す', '落と/す', 'バラ/す', 'ばら/す', '流/す', '見送/る')}|"
        r"(?:消し|取り消し|取りやめ|取り止め|やめ)ます|(?<=[一-龥ァ-ヴーa-z])(?:やめ|ヤメ)(?:で)?)(?:です)?",
    ),
)
# a time that stands behind a wish
_TIMELY = r"(?=[^\n]{0,40}?(?:\d|[明今本翌]日|明後日|あさって|[来今再]週|来月|[月火水木金土日]曜|時))"
_HEADINGS = (
    Rule(
        "asks to create, first of all",
        rf"(?<![^\n])[【\[■◆●※]?\s?(?:新規の?|新しい)?(?:予定|スケジュール|アポ|イベント|会議|カレンダー)?(?:の|へ(?:の)?|に)?(?:ご?(?:{_PUT_IN}|設定|予約|作成)(?:を)?(?:して|しといて|しておいて|の?依頼)?|(?<=予定|ール|ダー)(?:を|の)?(?={YOROSHIKU}|{ASK})|(?<=予定|アポ|ール)(?:を|の)?\s?(?:入れて|いれて|入れといて|入れたい(?:です)?|作って|組んで|立てて)|(?<=予定)(?=\s?[:】]))(?:{PLEASE})?[\s:、,。!】\]]{{1,3}}{_TIMELY}",
        lambda _: Order(Kind.CREATE),
    ),
    Rule(
        "asks to create, before it says what",
        rf"(?:を|で|に)?\s?(?:(?:{_CREATE})(?:して|しといて|しておいて|(?:を)?{ASK})|(?:入れ|いれ|押さえ|おさえ)(?:ておいて|といて|て))(?:{PLEASE})?[\s:、,。!]{{1,3}}(?=[一-龥ァ-ヴa-z「『][^\n。]{{0,30}}$)",
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
    Rule(
        f"asks to {Kind.CREATE}",
        rf"(?:を|で|に)?\s?(?:(?:{_CREATE})(?:して|しといて|しておいて)|(?:入れ|いれ|押さえ|おさえ)(?:ておいて|といて|て))(?:{PLEASE})?[\s:、,。!]{{1,3}}{_ONLY_A_TIME}",
        lambda _: Order(Kind.CREATE),
    ),
    order(
        Kind.CREATE,
        rf"{_THING}(?:(?:(?:を|で|に|も|、)?\s?(?:ご|定期|繰り返し)?(?:{_PUT_IN})|(?:(?:を|で|に|も)\s?|(?<=予定|アポ)|(?<=[らに時分半日曜])|\s)(?:{_CREATE}|{_WORK})|の(?:{_CREATE}|{_WORK})(?:を|の(?:ほど|程))){DO}|"
        rf"(?:{_CREATE})(?:(?:を|の(?:ほど|程))?\s?(?:して(?:おいて)?|しといて)?{PLEASE}|して(?:おいて)?|しといて|し{TAI}|(?:って)?{CAN_DO})|"
        rf"(?:を|で|に|も|の)?\s?{verbs('入れ', 'いれ', '作/る', 'つく/る', '組/む', '取/る', 'と/る', '押さえ', 'おさえ', '抑え', '立て', 'たて', '書/く', '加え', '切/る', '載せ', 'のせ', '組み込/む', '書き込/む', '突っ込/む', 'メモ/る', '空け', 'あけ', '設け', '放り込/む', '仕込/む', 'セット/す')}(?:です|か)?)",
    ),
    order(
        Kind.CREATE,
        rf"{_THING}(?:を|に|と|も)?\s?(?<![てで、,時分半日曜])(?<!までに)(?<!迄に)(?<!中に)(?<!{_REQUESTS}){ASK}",
    ),
    order(Kind.CREATE, rf"(?<=[一-龥ァ-ヴーa-z0-9」』])(?<![時分半日曜前後頃])で(?:{ASK}|{YOROSHIKU})"),
    order(Kind.CREATE, rf"(?:を|も|の(?:ほど|程))?\s?(?<!までに)(?<!迄に)(?<!中に){ASK}", weak=True),
    order(Kind.CREATE, rf"(?:の|\s|を)?(?:枠|時間)(?:を)?\s?(?:{GIVE}|ほしい|欲しい|ちょうだい)(?:です|な)?"),
    order(
        Kind.CREATE,
        rf"(?:(?:って|と|を|のを|ように)\s?|(?<=[後時分半]に)|(?<=[^\s時分半日後に])\s)(?:リマインド(?:設定)?|リマインダー(?:設定)?|アラーム(?:設定)?)(?!\s?\d){DO}",
    ),
    order(
        Kind.CREATE,
        rf"(?:(?<=[後時分半]に)|(?<=[時分]に)?なったら)\s?{verbs('教え', '知らせ', '声かけ', '声をかけ', '思い出させ')}",
    ),
    order(
        Kind.CREATE, r"(?:を|が)?(?:やりたい|したい|行いたい|開きたい|開催したい)(?:です|のですが|んだけど|と思います)?"
    ),
    order(Kind.CREATE, r"(?:を|が)?(?:やろう|しよう|しましょう|やりましょう)", weak=True),
)
_SOFT = (
    Rule(
        "the one that",
        r"(?<=[時分半日曜\d])のやつ(?=[をはも、\s\d]|消|けし|キャンセル|取り?消|ずら|変)",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "marks a correction",
        r"(?<![^\n])(?:じゃあ?|それじゃあ?|それなら|では|なら)[、,\s]?(?=(?:[\d明今来再午]|[月火水木金土日]曜|あさって)[^\n]{0,12}$)",
        lambda _: Order(Kind.CORRECT),
    ),
    Rule(
        "softens",
        r"(?:すみません|すいません|ごめん(?:なさい)?|恐れ入りますが|恐縮ですが|お疲れ様です|お疲れさまです|おつかれさまです|お疲れ様|おつかれ|すま(?:ん|ない)(?:けど|が|のですが)|(?:悪い|申し訳(?:ない|ありません))(?:んだ|の?です)?(?:けど|が)|急(?:で|な(?:の|ん)で)(?:すみません|申し訳(?:ない|ありません|ございません))?(?:が|けど)|忘れ(?:ない(?:よう(?:に)?|うちに)|ずに)|念のため|とりあえず|一旦|いったん|新規で|新たに|新しく|お手数(?:ですが|をおかけしますが)|お忙しいところ|できれば|可能なら|"
        r"可能でしたら|至急|ちょっと|えーと|えっと|あのー?(?=[、\s])|ねえ|ねぇ|おはようございます|おはよう|こんにちは|こんばんは|お世話になっております|お世話になります|それでは(?=[、\s\d明])|じゃあ?(?=[、\s\d])|では(?=[、\s])|あと(?=[、\s])|あとは?、)"
        r"[、,。!\s]{0,2}",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "softens",
        rf"[、,\s]{{0,2}}(?:で)?{YOROSHIKU}{END}",
        lambda _: Word(Role.FILLER, "politely"),
    ),
    Rule(
        "makes it so",
        rf"(?<=[時分半日曜月後前イしろげめ間hら])(?:に|へ)?(?:して|する|したい)(?:おいて|といて)?(?:{PLEASE})?(?:です)?{END}",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "makes it so",
        rf"(?<=遅く|早く)(?:して|する|し{TAI}|したい){TE}{END}",
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
        "whose",
        r"(?<![^\n、。])(?:私|わたし|僕|俺|自分)の(?=[^\n]{0,16}(?:予定|スケジュール|会議))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "the next of them",
        r"(?<![^\n、。\s])(?:次回?|今度|直近|次にある)の(?=[^\n\d]{1,20}(?:いつ|何時|何日|何曜))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "put in by mistake",
        r"(?:間違(?:え|っ)て|誤って)(?:入れ|登録し|追加し|作っ)(?:た|てしまった|ちゃった)(?:の|、)?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "again and again",
        rf"(?<=毎[週月日年])の?(?:繰り返し|くり返し|定期)(?:で|の予定)?|[を、,の\s]?\s?(?:繰り返し|くり返し|定期|定例)(?:の予定)?(?:で|として)(?=\s?(?:{_PUT_IN}|設定|予約|入れ|いれ|作|組|{ASK}))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "names what it is about",
        r"(?:な(?:の|ん)(?:です|だ)|です|だ)(?:が|けど)[、,]\s?(?=[^\n]{2,24}?(?:入れ|いれ|登録|追加|予定|設定|変更|変え|移[しせ動]|ずら|リスケ|キャンセル|消し|取り?消|中止))|の件(?:なの?ですが|ですが|なんですが|だけど|についてですが|について)?[、,]\s?",
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
        r"(?:という|って)(?:名前|件名|タイトル|題名|名目)で|(?<=[」』])という(?:名前|タイトル|件名)?(?:の|で)?(?:会議|予定|打ち合わせ|イベント|mtg|ミーティング)?",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "names a field",
        r"(?<![^\n])(?:件名|タイトル|題名|用件|予定名|日時|日程|時間|日付)(?:\s?(?::|は)\s?|\s(?=[^\n]{1,60}(?:\n|$)))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "marks a correction",
        r"(?:やっぱり?|やっぱ|やはり|いや(?=[、,\s])|(?<![^\n])いや(?=\d)|訂正(?:です)?[、,:]?|間違え(?:た|ました)[、,。]?|(?:違(?:う|った|います)|ちがう)[、,。\s]|そうじゃなくて[、,]?|違った[、,。]?|(?:じゃ|では|や)な(?:くっ?て?|しに)[、,]?)\s?",
        lambda _: Order(Kind.CORRECT),
    ),
)

RULES: tuple[Rule, ...] = (
    *_HEADINGS,
    *_LATELY,
    *japanese_reasons.RULES,
    *_MOVED_TO,
    *_RESCHEDULE,
    *_CANCELLING,
    *japanese_asking.RULES,
    *_MAKING,
    *_SOFT,
)
