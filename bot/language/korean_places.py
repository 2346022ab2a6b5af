"""Where an event takes place: after 장소, before 에서, and rooms that stand alone."""

from bot.language.atoms import Word
from bot.language.grammar import Rule
from bot.language.intent import Role

# what may be added to a room: 회의실 A, 강의실 302호
_NUMBER = r"(?:\s?(?:[a-z](?![a-z])|\d{1,4}호?|[가-힣]룸))?"
MEETING_ROOM = r"(?:회의실|미팅룸|세미나실|응접실|강당|회의장|강의실|교육장|컨퍼런스룸|컨벤션홀|라운지|휴게실|상담실|접견실|다목적실|교실|스튜디오)"
_BUILDING = r"(?:연수원|식당|카페|사무실|사무소|사옥|본사|지사|지점|공장|창고|역|빌딩|타워|센터|공원|호텔|대학교?|병원|도서관|회관|매장|층|호실|룸|실|로비|홀|집|학교|공항|터미널|시청|구청|체육관|스타벅스|회사|현장|극장|시장|교회|성당)"
_ROOM = rf"(?:{MEETING_ROOM}|{_BUILDING})"
_CITIES = (
    r"서울|부산|대구|대전|광주|인천|울산|세종|수원|성남|분당|용인|고양|일산|안양|안산|부천|평택|화성|파주|김포|의정부|천안|아산|청주|충주|전주|익산|군산|창원|마산|포항|구미|제주|서귀포|춘천|원주|강릉|속초|여수|순천|"
    r"목포|진주|김해|경주|양평|가평|이천|여주|"
    r"강남|강북|서초|판교|여의도|홍대|종로|잠실|신촌|성수|을지로|광화문|명동|이태원|합정|마포|용산|구로|가산|해운대|서면|동성로"
)
# what tells where the place behind it is: 양평 연수원, 서울사무소 4층, 강남역 근처 카페
_WHERE = rf"(?:(?:{_CITIES})|[가-힣a-z0-9]{{1,8}}(?:역|동|점|층|관|센터|빌딩|타워|캠퍼스|사무소|지사|지점|공장|시장|사거리|입구|호텔)|본사|지사|사옥)(?:\s(?:근처|앞|옆|인근|뒤))?"
_ONLINE = r"(?:zoom|줌|팀즈|teams|구글 ?미트|google ?meet|meet|웹엑스|webex|스카이프|skype|온라인|화상|원격|유선|전화|디스코드|슬랙)"

_IS = r"(?:에서(?:\s(?:합니다|해요|진행합니다|진행해요|열립니다|열려요|있습니다|있어요))?|입니다|입니당|이고|으로|로|이에요|예요|이요|임|입니다만)"
_NEXT = (
    r"(?:오전|오후|내일|모레|다음|이번|매주|\d{1,2}\s?[시:/월일]|메모|비고|참고|알림|알람|참석|비공개|선택|@|"
    r"(?:\d{1,3}|하루|한)\s?(?:분|시간|일)?\s?전|(?:일정\s?)?(?:등록|추가|생성|예약|잡아|넣어|만들어|부탁))"
)
_ENDS = rf"(?=\s?{_IS}?\s{{0,3}}(?:[,.)/!\n]|$|[^\w\s@,.]|\s{_NEXT}))"
# 장소 as the first word of a title
_NO_LABEL = r"(?!답사|섭외|선정|예약|물색|확정|변경|협의|탐방|확인|논의|공지|대관|추천|조율|미정|추후)"
# what is done to a room rather than in it
_CARE = r"(?:예약|청소|대청소|공사|이전|정리|수리|설치|배정|대관|교체|견적|리모델링|인테리어|확보|점검|보수|소독|누수|사용|비품|도색|철거|증설|확장|임대|계약)"
_HELD_THERE = (
    r"(?:\s(?:합니다|해요|진행합니다|진행해요|열립니다|열려요|하기로 했어요|모입니다|모여요|하는)(?=[.,!]?\s\S))?"
)

RULES: tuple[Rule, ...] = (
    Rule("a place", rf"(?:회의|모임|만남|집결)?(?:장소|위치)(?:(?:는|은|가)|\s?[:→-])\s?(?P<place>[^\n,@]{{1,30}}?){_ENDS}{_IS}?", lambda m: Word(Role.PLACE, m["place"].strip())),
    Rule("a place", rf"(?<=\s)장소\s{_NO_LABEL}(?P<place>[^\n,@]{{1,30}}?){_ENDS}{_IS}?", lambda m: Word(Role.PLACE, m["place"].strip())),
    Rule("a place", rf"{_ROOM}{_NUMBER}(?:\s(?:근처|앞|옆))?에서(?![가-힣]){_HELD_THERE}", lambda m: Word(Role.PLACE, m.group().partition("에서")[0]),
         before=rf"(?<![가-힣a-z0-9])(?:{_WHERE}\s)?(?:\d{{1,2}}[층번]\s|[a-z0-9]{{1,4}}\s)?[가-힣a-z0-9]{{0,12}}"),
    Rule("a place", rf"(?:(?:대|소|중|제\s?\d{{1,2}}\s?|\d{{1,4}}호?\s?|[a-z]\s?)?{MEETING_ROOM}){_NUMBER}(?=$|\s?[,)\n]|\s(?!{_CARE})(?:등록|[가-힣a-z0-9]{{2}}))",
         lambda m: Word(Role.PLACE, m.group()), before=rf"(?<=[\s,(])(?:{_WHERE}\s)?(?:\d{{1,2}}층\s)?"),
    Rule("a place", rf"(?<![가-힣a-z])(?P<place>{_ONLINE})(?:으로|로|에서)(?![가-힣])", lambda m: Word(Role.PLACE, m["place"])),
)  # fmt: skip
# a place that no word betrays: tried last, after the times, which may stand before 에서 too
ANYWHERE = (
    Rule("a place", rf"에서(?=\s[가-힣a-z]|\s?[,.]|$|\n)(?!\s?(?:온|나온|열리는|하는|있는|있었|봤|만났|진행하는|보낸|받은|요청한|쓰는|사용)){_HELD_THERE}", lambda m: Word(Role.PLACE, m["place"]),
         before=rf"(?<![가-힣a-z0-9])(?P<place>(?!캘린더|달력|일정|스케줄)(?:{_WHERE}\s)?[가-힣a-z][가-힣a-z0-9]{{1,11}})(?<![팀부과처])"),
)  # fmt: skip
