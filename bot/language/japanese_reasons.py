"""What Japanese says before it asks: that the event exists (面談が入ったので…), or why it is to go (台風のため…)."""

from bot.language.atoms import Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.japanese_politeness import DESU, MASU

# an event happens or is held: in a plain form, which a conjunction follows, and in a polite one, which may end a sentence
_PLAIN = (
    r"(?:(?:が|は|も|に|と)?\s?(?:急遽|急に)?(?:ある|入る|はいる|入った|入っ[てと](?:い)?る|決まった|なった|なっ[てと](?:い)?る|来る|みえる|できた)"
    r"|(?:を|が)?\s?(?:する|やる|行う|実施する|開催する|予定して(?:い)?る|(?:(?:し|やり|行い|設け|開き|入れ)たい|(?:する|やる|行う)(?:こと|運び)に(?:なった|した)))(?:の|ん)?)"
)
_POLITE = (
    rf"(?:(?:が|は|も|に|と)?\s?(?:急遽|急に)?(?:あり{MASU}|入り(?:{MASU}|ました)|入ってい?{MASU}|決まりました|なり(?:{MASU}|ました)|なってい?{MASU}|来{MASU}|いらっしゃい{MASU})"
    rf"|(?:を|が)?\s?(?:(?:し|やり|行い|実施し|開催し|予定してい|いたし)(?:{MASU})|(?:する|やる|行う)(?:こと|運び)に(?:なり|し)ました))"
)
_BECAUSE = r"(?:ので|のですが|んで(?:すが|すけど)?|んだけど|から|けれ?ども?|が|ため|もんで|し|で(?=[、,]))"
_IS = rf"(?:な(?:ので|んで(?:すけど|すが)?|のですが|んだけど)|{DESU}(?:ので|から|けど|が)|だ(?:から|けど)|や(?:から|けど|さかい))"
# what is asked then
_NOTED = r"登録|追加|入れ|いれ|予定に|予定を|予定の|押さえ|おさえ|予約|設定|空け|取っ[てと]|とって|確保|書[いき]|作[っり]|組[んみ]|載せ|メモ"
_THEN = rf"[、,。!]?\s?(?=[^\n。]{{0,24}}?(?:{_NOTED})|(?:ご登録を?)?(?:お願い|おねがい|よろし|頼))"
_GONE = r"キャンセル|取り?消|とりけし|中止|削除|取りや?[めや]|取り止め|とりやめ|破棄|バラシ|ばらし|消去|抹消|消[しす]|けし|外[しす]|[やな][めし]|落と|なかった"
_MOVED = r"変更|移動|リスケ|延期|前倒し|後ろ倒し|順延|ずら|変え|動か|移[しすせ]|早め|遅ら|延ば|振り替え|繰り[下上]"
_WHY = r"(?:ので|んで|(?<![時分半日曜\d])から|ため|につき|により|によって|の都合で|の関係で|もんで|さかい)[、,]?\s?"
# it is off, or cannot be
_OFF = (
    r"(?:が|は|の|、)?\s?(?:(?:中止|キャンセル|取りやめ|取り止め|とりやめ|お流れ|なし|ナシ|無し|不要)(?:に|と)?(?:なった|なりました|なっちゃった|決まった|決まりました|な)?"
    r"|(?:に|が|は)?(?:参加|出席|都合が?)?(?:行け|出られ|出れ|でき|つか)?(?:なく|無く)(?:なった|なりました|なっちゃった))"
)
_HINDRANCE = r"(?:大?雨|大?雪|台風|強風|悪天候|荒天|雷|体調不良|風邪|発熱|インフル(?:エンザ)?|急用|渋滞|事故|停電|遅延)"
_TO_CHANGE = rf"(?=[^\n、。]{{0,20}}?(?:{_GONE}|{_MOVED}))"


def _aside(name: str, pattern: str) -> Rule:
    return Rule(name, pattern, lambda _: Word(Role.FILLER))


RULES: tuple[Rule, ...] = (
    _aside("why it is asked for", rf"(?:{_PLAIN}{_BECAUSE}|{_POLITE}(?:{_BECAUSE})?){_THEN}"),
    _aside("why it is asked for", rf"(?<![^\n、,]){_IS}{_THEN}|{_IS}{_THEN}"),
    _aside("tells that it is one", rf"{DESU}[。、,!]\s?(?=(?:ご|予定(?:の|に)?|カレンダーに?)?(?:{_NOTED}))"),
    _aside(
        "tells that it is one",
        rf"(?:を)?(?:やる|する|しよう?|やろう?|やり{MASU}|し{MASU})[でわよねかぞ]?[、。,!]\s?(?=[^\n]{{0,3}}?(?:\d|[明今来本]日|[今来]週|[月火水木金土日]曜))",
    ),
    _aside("wants to", rf"(?:を)?(?:行い|やり|開催し|実施し|設け|し)たく[、,]?\s?(?=[^\n。]{{0,24}}?(?:{_NOTED}))"),
    _aside("why it is to change", rf"{_OFF}(?:{_WHY}|(?<=[しっ]た)[。、,!])\s?{_TO_CHANGE}"),
    _aside("why it is to change", rf"(?:[、,はが]|\s)\s?[^、,。\n\d曜]{{1,16}}?{_WHY}{_TO_CHANGE}"),
    _aside("why it is to change", rf"(?:^|[、,はが]|\s)\s?{_HINDRANCE}で[、,]?\s?{_TO_CHANGE}"),
    _aside(
        "why it is to change",
        rf"(?<![^\n])(?![^、,。\n]{{0,16}}?(?:[明今来本]日|[今来]週|あさって|曜|会議|面談))[^、,。\n\d曜]{{1,16}}?{_WHY}(?=[^\n。]{{2,30}}?(?:{_GONE}|{_MOVED}))",
    ),
)
