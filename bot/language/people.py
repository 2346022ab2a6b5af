"""Mentions and names: where a mention ends, and whether it is a person or a room."""

import re
from collections.abc import Collection
from typing import NamedTuple

_KOREAN_RANK = "팀장|과장|부장|차장|대리|주임|사원|이사|상무|전무|대표|실장|본부장|원장|교수|선생"
_HONORIFIC = re.compile(
    rf"\s?(?:さん|様|さま|くん|君|ちゃん|氏|先生|(?:{_KOREAN_RANK})?님|씨|{_KOREAN_RANK}(?=\s|$|,))(?![一-龥])"
)
_ROOM = re.compile(
    r"会議室|応接|ルーム|room|ホール|号室|会议室|會議室|회의실|ラウンジ|本社$|支社$|支店$|駅$|駅前$|カフェ$|ホテル$|センター$|ビル$|\d階$|食堂$|工場$|^オンライン$|^(?:東京|大阪|名古屋|京都|横浜|札幌|仙台|広島|神戸|新宿|渋谷|池袋|品川|銀座|梅田|博多|新橋|六本木|恵比寿)$|^zoom$|^teams$|^meet$",
    re.IGNORECASE,
)
# nobody's name begins with a figure: 第3会議室, 201号室, 2号館ロビー
_NUMBERED_ROOM = re.compile(r"第?\d{1,4}[一-龥ァ-ヴー]{1,10}[A-Za-z0-9]{0,3}")
_HAN_NAME = re.compile(r"[一-龥々〆ヶァ-ヴー・]{1,15}[a-z0-9]{0,3}", re.IGNORECASE)
_ROMAN_NAME = re.compile(
    r"[A-Za-zÀ-ɏ][\w.'’-]{0,30}(?: (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Today|Tomorrow|Tonight|Next|This|At|On|In|From|For|And|To)(?:\.|[a-z]{0,3}day|[a-z]{0,2}uary|ch|il|e|y|ust|t|tember|ober|ember)?(?![\w'’-]))[A-ZÀ-Þ][a-zà-ÿ'’-]{1,20}){0,2}"
)
_HANGUL_ROOM = re.compile(r"[가-힣]{0,8}(?:회의실|미팅룸|세미나실|강의실|응접실) ?[A-Za-z0-9]{0,4}")
# 은, 을 and 이 are particles behind a final consonant only: behind a vowel they end a name, as in 하은 and 가을
_OPEN = "".join(chr(0xAC00 + 28 * syllable) for syllable in range(399))
_HANGUL_NAME = re.compile(
    rf"[가-힣]{{0,2}}[{_OPEN}][은을이](?=님|씨|(?:[가는를도과와]|이?랑|하고)?(?:\s|$|[,@]))|[가-힣]{{2,4}}?(?=님|씨|(?:{_KOREAN_RANK})(?:님|\s|$|,)|(?:[이가은는을를과와랑도에]|이랑|하고)?(?:\s|$|,))|[가-힣]{{2,4}}(?![가-힣])"
)
_HANGUL_PLACE = re.compile(r"[가-힣]{5,15}")  # longer than a name: 루프탑라운지
_KANA_NAME = re.compile(r"[ぁ-ん]{1,10}?(?=さん|様|くん|ちゃん|[\s、,，。@]|$)|[ぁ-ん]{1,10}")
# nouns that often follow a name in Han characters without a blank
_NAME_THEN = re.compile(r"[一-龥々〆ヶ]{1,4}(?=会議(?!室)|面談|定例|打合|打ち合わせ|商談)")

# what Chinese puts behind a name without a blank: comes, joins, together, and the day
_CHINESE_NAME_THEN = re.compile(
    r"[一-龥]{2,4}?(?=[也都]?(?:参加|參加|出席|列席|参会|一起|一同|一块|一塊|过来|過來)|也[来來去]|[和跟与與及]@|[约約](?!@)|必[须須到]|可[选選来來]|[选選]填|非必|(?:有[没沒]有|有空|是[否不]|能[否不]|几点|幾點|什么时候|什麼時候)|(?:明|后|後|今)[天早晚]|[下这這本][周週个個]|[上下]午)"
)


class Mention(NamedTuple):
    """Who or what was mentioned: `name` without @ and honorific; `end` is behind the honorific."""

    name: str
    end: int
    room: bool


def mention_at(shown: str, at: int, names: Collection[str]) -> Mention | None:
    """The mention whose `@` stands at `at`; the longest of `names` that follows wins."""
    begin = at + 1
    while begin < len(shown) and shown[begin] == " ":
        begin += 1
    found = ""
    for name in names:
        if len(name) > len(found) and shown.startswith(name, begin):
            found = name
    if not found:
        match = (
            _NUMBERED_ROOM.match(shown, begin)
            or _HANGUL_ROOM.match(shown, begin)
            or _ROMAN_NAME.match(shown, begin)
            or _CHINESE_NAME_THEN.match(shown, begin)
            or _NAME_THEN.match(shown, begin)
            or _HAN_NAME.match(shown, begin)
            or _HANGUL_NAME.match(shown, begin)
            or _HANGUL_PLACE.match(shown, begin)
            or _KANA_NAME.match(shown, begin)
        )
        if match is None:
            return None
        found = match.group().rstrip(".-'")
    end = begin + len(found)
    if found.endswith(("様", "氏")) and len(found) > 1:
        found = found[:-1]
    honorific = _HONORIFIC.match(shown, end)
    if honorific:
        end = honorific.end()
    return Mention(found, end, found not in names and _is_room(found) and not honorific)


def _is_room(name: str) -> bool:
    return any((_ROOM.search(name), _NUMBERED_ROOM.fullmatch(name), _HANGUL_PLACE.fullmatch(name)))
