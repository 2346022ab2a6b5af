"""Where a Japanese command ends, and how a rule for one is made."""

from bot.language.atoms import Order
from bot.language.grammar import Rule
from bot.language.intent import Kind

# what people put behind a sentence and means nothing
DECORATION = r"[\s。.!?、,ー~〜…・♪☆★♡♥❤^;_*(){}笑wm]"
# a detail that follows a command
_DETAIL = r"(?:メモ|備考|場所|会場|参加者|出席者|任意|非公開|空き時間|予定なし扱い|リマイン|通知|前日|@|[一-龥々ァ-ヴー]{1,6}(?:さん|様|くん|君|部長|課長)(?:$|[\n\s、,・]|と[一-龥々ァ-ヴー]{1,6}さん|[もを](?=\s?(?:一緒|招待|参加|同席|呼|誘|加え|入れ|交え))|に(?=も?(?:声|招待|出て))|は(?=必須|任意))|[a-z0-9._-]{1,30}@|\d{1,3}(?:分|時間|日|週間)半?前)"
# where a command may end: the sentence's end, or what only softens it
END = rf"(?=(?:[ねよなっわや]{{1,2}})?(?:[。.!?\n](?!って|と[言い聞頼])|{DECORATION}{{0,12}}(?:$|\n|{_DETAIL})))"


def order(kind: Kind, pattern: str, *, alone: bool = False, weak: bool = False) -> Rule:
    """A rule for words that ask for `kind`, at the end of a sentence or before a detail."""
    said = Order(kind, alone, weak)
    return Rule(f"asks to {kind}", f"(?:{pattern})[ねよなっわやでー〜~]{{0,3}}{END}", lambda _: said)
