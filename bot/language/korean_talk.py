"""How Korean tells of the past, and what belongs to no title: endings of sentences and particles."""

import re

from bot.language.korean_feasts import FEAST_DAYS


def _with_final(finals: str, but: str = "") -> str:
    """A character class of all syllables that end in one of `finals` (of the final consonants in their Unicode order)."""
    order = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
    wanted = {order.index(final) for final in finals}
    syllables = (chr(0xAC00 + index) for index in range(11_172) if index % 28 in wanted)
    return "[" + "".join(syllable for syllable in syllables if syllable not in but) + "]"


_PAST = _with_final("ㅆ", but="있겠")
_AFTER = r"(?=[\s.!?~,…^)ㅋㅎㅠㅜ]{0,12}$)"

PAST = re.compile(
    rf"{_PAST}(?:다|어|네|지|음|던|는데|습니다|습니까|나|니|냐|거든|더라|고|잖아|대|구나|군|어요|네요|지요|죠|는데요|답니다)(?:요)?{_AFTER}"
)

_PARTICLE = r"(?:에는|에도|에서는|에서|에다|에(?!어|이|너|피|세|스|코|듀|버|디|센|드|브)|까지는?|부터는?)"
TITLE_HEAD = re.compile(
    r"(?:\s?(?:님|씨)?\s?(?:(?:이랑|랑|하고|과|와)(?:\s?(?:함께|같이))?)(?=[\s,]|$))?"
    rf"(?:{_PARTICLE}|(?:의|은|는|이|가|을|를|도|로|으로|와|과|랑|이랑|하고|쯤|경|께|엔|날|간|씩|동안|만|사이에?|사이의|하는|있는|예정인|열리는|시작하는|진행되는|인)(?=[\s,]|$))?[\s,.:;!~/·-]{{0,6}}"
    r"(?:(?:사이에|사이|동안|무렵에?|쯤|일찍|늦게|쯤에|경에|중에|에는|에|날에|하는|있는|열리는|시작하는|까지|부터)(?:\s|$))?"
)
TITLE_TAIL = re.compile(
    r"(?:[\s,.:;!~·/^ㅋㅎㅠㅜ-]|(?<=[접의팅담식검뷰진사화습련표육강찬상과회])이?요(?=[\s.!~]*$)|(?<=[가-힣a-z0-9)])(?:(?<![가마노])을|를|에는|(?<![가-힣]{1}네)(?<=[가-힣]{2})(?:에서|으로)|이랑|하고|(?<=의|뷰|팅|담|식|검)(?:은|는|이|가))(?=[\s,.!]*$)|(?<=\s)일정[을를은는]?(?=\s*$)|(?<=\s)시간을(?=\s*$)|(?<=회의\s|미팅\s|면담\s|리뷰\s|약속\s|상담\s|점검\s|교육\s|방문\s|예약\s|진료\s|검진\s|면접\s)시간(?=\s*$)){1,4}$"
)
RESIDUE = re.compile(
    r"(?<![\d.a-z])\d{1,4}\s?(?:시(?![간즌리스])|분(?![기의류석])|일(?![차본반])|월(?![호])|년(?![차도생])|주(?![년간차식])|달(?![러성]))|\d{1,4}[:/]\d{1,2}|"
    r"[월화수목금토일](?:요일|욜)|(?<![가-힣])[월화수목금토일]{2,6}(?=\s?$)|\([월화수목금토일]\)|오[전후](?![가-힣])|(?<![다지저])[다지저]{3,}[음난번]?\s?[주달]|음력|며칠|몇\s?(?:일|주|달|시간|분|년|시)(?![가-힣])|"
    r"(?<![가-힣])(?:[두세네]?[두세네서너]|두어|서너)\s?(?:시|시간|달|주)(?![가-힣])"
)
# 크리스마스 이벤트 기획, 월말 정산: a feast or a season that only tells what an event is about
TITLE_DAY = re.compile(
    rf"(?:{'|'.join(sorted(FEAST_DAYS, key=len, reverse=True))}|월말|월초|연말|연초|분기말|주말)(?=\s[가-힣a-z]{{2}})"
    r"(?!\s(?:당일|전날|전전날|다음|연휴|이브|아침|점심|저녁|오전|오후|새벽|종일|하루|매주|매년))"
)
OBJECT_END = re.compile(r"(?:[을를은는,]|에서)\s?$")
DEADLINE = re.compile("까지")
TARGET_END = re.compile(r"\s?(?:으로|로)(?:\s?(?:해|하자|할게|변경|부탁)[가-힣 ]{0,8})?[\s.!~,]{0,3}$")
JOINERS = frozenset(
    {
        "", ",", "에", "의", "은", "는", "날", "에는", "엔", "인", "쯤", "경", "정도", "께", "간", "동안", "동안에", "중", "중에", "(", ")", "·", "에,", "은,", "는,",
        "날,", "부터", "로", "으로", "에도", "이", ":", "날에", "쯤에", "경에", "하고", "만", "총", "매",
    }
)  # fmt: skip
