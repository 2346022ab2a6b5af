"""How Korean asks for things: command words, politeness, people, places, calendars, details."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Order, Word
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role
from bot.language.korean_lengths import COUNT
from bot.language.korean_numerals import number
from bot.language.shared import QUOTED

# where a command may end: the sentence's end, or what only softens it
END = (
    r"(?=[\s.!?~,…^]{0,4}(?:[ㅋㅎㅠㅜ]{1,12}[\s.!?~]{0,3})?(?:$|\n|@)|\s?:\s|[\s,.!]{1,3}(?:메모|비고|설명|내용|장소|알림|비공개|선택|"
    r"(?:\d{1,3}|하루|한|일)\s?(?:분|시간|일|주일?)?\s?전(?:에)?\s?(?:알|리마))|"
    r"(?<=[줘요오])[\s,.!]{1,3}(?:내일|오늘|모레|글피|다음|담주|이번|[월화수목금토일]요일|\d{1,4}\s?[년월일시:/.]|오[전후]))"
)
_PLEASE = r"(?:부탁(?:해요|해|합니다|드립니다|드려요|드릴게요|드려도 될까요|드려)?|바랍니다|요망|요청(?:합니다|드립니다|드려요|해요)?)"
# what follows a verb in its 아/어 form
_GIVE = (
    r"(?:\s?(?:줘요?|줘라|주세요|주셔요|주십시오|주시겠어요|주시겠습니까|주실래요|주실 수 (?:있나요|있을까요|있으세요|있습니까|있어요)|"
    r"줄래요?|줄 수 (?:있어요?|있나요|있을까요?|있니|있을까)|주라|주렴|주시면 (?:감사하겠습니다|감사하겠어요|됩니다|돼요|고맙겠습니다|좋겠습니다|좋겠어요)|"
    r"주면 (?:돼요?|좋겠어요?|고맙겠어요?)|달라|두세요|두십시오|둬요?|둘게요?|둘래요?|두자|놔요?|놓자|놓으세요|놔 ?줘요?|놓아 ?줘|둬 ?줘요?|놔 ?주세요|둬 ?주세요|드려요?|"
    r"야 (?:돼요?|해요?|합니다|됩니다|할 것 같아요?)|야겠어요?|야겠다)|요)?"
)
# 하다 after a noun of action, in the forms of a wish
_DO = (
    rf"(?:[을를]\s?|\s)?(?:(?:좀|한번|다시|바로|빨리)\s)?(?:해{_GIVE}|하(?:자|고 ?싶어요?|고 ?싶습니다|고 ?싶은데요?|려고 ?해요?|려고 ?합니다|려고요|려고|기|겠습니다|세요|십시오|시죠)|합시다|할게요?|할래요?|할까요?|합니다|"
    rf"가능(?:할까요|한가요|하신가요|할지요)|좀(?:요)?|해라|했으면 ?(?:해요?|합니다|좋겠어요?)|한다|할 것|할 거예요|\s?{_PLEASE})?(?:요)?"
)
_SOFTLY = r"(?:(?:좀|한번|새로|바로|빨리|꼭|미리|다시|잘)\s)?"
_AS_EVENT = r"(?:(?:(?:이라고|라고|라는|이라는|으로))?\s?(?:일정|스케줄|약속 일정|캘린더|달력|이벤트)(?:[을를에]|으로|로)?\s?|[을를]\s?)?"


def _order(kind: Kind, pattern: str, *, alone: bool = False, weak: bool = False) -> Rule:
    order = Order(kind, alone, weak)
    return Rule(f"asks to {kind}", pattern + END, lambda _: order)


def _verbs(*forms: str) -> str:
    """The forms of a wish of verbs; of each its 아/어 form, its ㄹ form and its dictionary stem, "_" for a blank."""
    stems, futures, plains = (
        "|".join(dict.fromkeys(form.replace("_", " ?") for form in column))
        for column in zip(*(form.split() for form in forms), strict=True)
    )
    return (
        rf"(?:(?:{stems}){_GIVE}|(?:{futures})(?:게요?|래요?|까요?)|"
        rf"(?:{plains})(?:자|고 ?싶어요?|고 ?싶습니다|고 ?싶은데요?|으?려고요?|으?려고 ?해요?|기|겠습니다|으?세요|는 게 좋겠어요?|도록 해{_GIVE}))"
    )


_CREATE_NOUNS = r"등록|추가|생성|기입|입력|기록|셋업|세팅|세트|스케줄링|신규 등록|저장"
_CREATE_DONE = r"예약|설정|기재|확보|배정|편성|준비|주최|개최"  # commands only with 해줘
_MOVE_NOUNS = r"변경|이동|연기|조정|리스케줄|수정|일정 변경|시간 변경|순연|재조정"
_CANCEL_NOUNS = r"취소|삭제|제거|캔슬|철회|폐기"
_ALL = r"(?:(?:전부|모두|다|싹)\s)?"
_EVENTS = r"(?:일정|스케줄|약속|회의|미팅|예약|면담|할 일|이벤트|행사|캘린더|플랜|계획)"
_EXIST = r"있(?:어요(?=\s?\?)|어(?!요)|나요?|나|니|습니까|는지|는가요?|을까요?|던가요?|는지 (?:알려|확인해|봐){_GIVE})".replace(
    "{_GIVE}", _GIVE
)
_CAN = r"수 ?(?:있(?:을까요?|나요?|어요?|습니까|니|을지|는지)|있으려나)"
_SHOW = (
    rf"(?:{_verbs('알려 알릴 알리', '보여 보일 보이', '말해 말할 말하', '읽어 읽을 읽', '가르쳐 가르칠 가르치', '찾아 찾을 찾', '불러 부를 부르', '뽑아 뽑을 뽑')}|(?:확인|조회|정리|공유|체크|브리핑|검색|표시|출력){_DO}|"
    rf"(?:확인|조회|체크)?(?:할|볼|알|확인해 ?볼) ?{_CAN}|"
    r"(?:어때요?|어떻게 (?:돼요?|되나요?|되지|됩니까|되니|되죠)|어떤가요?|궁금해요?|볼래요?|보고 ?싶어요?|뭐야|뭐예요|뭐지|뭐죠|뭔가요?|뭐니|무엇인가요|목록|리스트))"
)
_WANTS_IT_GONE = r"(?:좀\s|일정\s?(?:을\s)?)?(?:취소|삭제|캔슬|지[워우울]|없[애앨]|빼|제거)"
_COMMANDS = (
    _order(Kind.RESCHEDULE, rf"(?:[을를]\s?)?{_SOFTLY}(?:일정\s?)?(?:시간\s?)?(?:을\s?)?(?:{_MOVE_NOUNS}){_DO}"),
    _order(
        Kind.RESCHEDULE,
        rf"(?:[을를]\s?)?{_SOFTLY}(?:{_verbs('옮겨 옮길 옮기', '미뤄 미룰 미루', '당겨 당길 당기', '앞당겨 앞당길 앞당기', '바꿔 바꿀 바꾸', '바꾸어 바꿀 바꾸', '늦춰 늦출 늦추', '고쳐 고칠 고치', '돌려 돌릴 돌리', '밀어 밀 밀', '늦게_해 늦게_할 늦게_하', '빼서_옮겨 옮길 옮기')})",
    ),
    _order(
        Kind.CANCEL,
        rf"(?:[을를는은도만](?=\s)\s?)?{_ALL}{_SOFTLY}(?:(?:{_CANCEL_NOUNS}){_DO}|{_verbs('없애 없앨 없애', '지워 지울 지우', '빼 뺄 빼', '날려 날릴 날리', '없던_걸로_해 없던_걸로_할 없던_걸로_하', '없는_걸로_해 없는_걸로_할 없는_걸로_하')})",
    ),
    _order(
        Kind.FREE_TIME,
        rf"(?:(?:모두|다|다들|전원|우리)\s?)?(?:빈|비는|비어 ?있는|가능한|한가한|남는|여유(?: 있는)?|되는|괜찮은|공통)\s?(?:시간대?|일정|슬롯|날짜?|요일|타임)(?:[을를이가은는]|이 |을 )?\s?{_SOFTLY}"
        rf"(?:{_SHOW}|{_EXIST}|언제(?:야|예요|인가요|지|죠|니|인지 {_SHOW})?|{_verbs('잡아 잡을 잡', '골라 고를 고르')}|(?:추천|제안|탐색){_DO})?",
    ),
    _order(Kind.FREE_TIME, r"언제\s?(?:가\s|쯤\s)?(?:비어|비워져|한가|시간\s?(?:이\s)?(?:돼|되|나|비))[가-힣]{0,3}"),
    _order(Kind.FREE_TIME, r"언제(?:가|쯤)?\s?(?:다들\s|모두\s|다\s)?(?:비어 ?있(?:어요(?=\s?\?)|어(?!요)|나요?|지|니|습니까)|비(?:나요?|니|지)|시간 ?(?:돼요?|되나요?|되니|되세요|있(?:어요(?=\s?\?)|어(?!요)|나요?|니|으세요))|가능(?:해요?|한가요?|할까요?|하세요|합니까)|한가(?:해요?|한가요?|하니)|괜찮(?:아요?|은가요?|을까요?|으세요)|볼 수 있(?:어요(?=\s?\?)|어(?!요)|나요?|을까요?))"),
    _order(Kind.LIST, rf"(?:나(?:는)?\s|저(?:는)?\s|우리\s)?(?:무슨|어떤|뭔가?|뭐|무엇)\s?(?:{_EVENTS})?(?:이|가)?\s?(?:{_EXIST}|잡혀 ?있(?:어요(?=\s?\?)|어(?!요)|나요?|지|니)|들어 ?있(?:어요(?=\s?\?)|어(?!요)|나요?|지)|하(?:지|나요?|더라)|있지|있더라|있냐|해야 (?:돼|하지|하나요?|해))"),
    _order(Kind.LIST, rf"(?:(?:내|제|나의|저의|우리|전체|전부|남은|모든)\s?)?{_EVENTS}(?:들)?(?:\s?(?:목록|리스트|내역|현황))?\s?(?:[을를이가은는좀]|이 |은 )?\s?(?:{_SOFTLY}(?:(?:뭐|무엇|몇\s?[개건]|무슨 일)[이가]?\s?)?(?:{_EXIST}|잡혀 ?있(?:어요(?=\s?\?)|어(?!요)|나요?|지|니)|{_SHOW}|몇 ?[개건](?:야|예요|인가요?|이야|지|있(?:어|나))))"),
    _order(Kind.LIST, r"(?:나(?:는)?\s|저(?:는)?\s|우리\s|다들\s)?(?:시간\s?(?:좀\s)?(?:비어 ?있|비|되|돼|있|괜찮)|비어 ?있|한가(?:하|한)|빈 시간 있|바쁘|바쁜)(?:나요?|은가요?|는가요?|가요?|으세요|어요?(?=\s?\?)|어(?=\s?\?)|니|지(?=\s?\?)|습니까|을까요?|을까|(?=\?))|(?:한가해요?|바빠요?|시간 돼요?|비어요?)(?=\s?\?)"),
    _order(Kind.LIST, rf"(?:(?:첫|다음|마지막|제일 빠른|이번)\s?(?:번째\s)?)?{_EVENTS}(?:은|는|이|가)?\s(?:언제|몇\s?시|어디서|무슨 요일)(?:야|예요|이에요|인가요?|이지|지|죠|이죠|니|에 (?:있어요?|시작해요?|하나요?))"),
    _order(Kind.RESCHEDULE, rf"(?:[을를만]\s)?{_SOFTLY}(?:{_verbs('늘려 늘릴 늘리', '줄여 줄일 줄이')}|(?:연장|단축){_DO})"),
    _order(Kind.LIST, r"(?:(?:내|제|나의|우리|전체)\s)?(?:일정|스케줄|캘린더|아젠다)(?:표|들|목록| 목록| 리스트)?(?:은|을|이|좀)?", alone=True),
    _order(
        Kind.CREATE,
        rf"{_AS_EVENT}{_SOFTLY}(?:(?:{_CREATE_NOUNS}){_DO}|(?:{_CREATE_DONE})(?:[을를]\s?|\s)?(?:좀\s)?(?:해{_GIVE}|하(?:자|고 ?싶어요?|려고요?|겠습니다|세요)|합시다|할게요?|할래요?|\s?{_PLEASE})|"
        rf"(?!(?:열어|써|걸어|짜|막아)요){_verbs('잡아 잡을 잡', '넣어 넣을 넣', '만들어 만들 만들', '올려 올릴 올리', '적어 적을 적', '달아 달 달', '걸어 걸 걸', '끼워 끼울 끼우', '짜 짤 짜', '열어 열 열', '막아 막을 막', '비워 비울 비우', '세워 세울 세우', '박아 박을 박', '써 쓸 쓰')})",
    ),
    _order(Kind.CREATE, rf"(?:[을를]\s?)?(?<!잘\s)(?<!안에\s)(?<!까지\s)(?<!중으로\s)(?<!확인\s)(?<!회신\s)(?<!답변\s)(?<!검토\s)(?<!제출\s){_PLEASE}"),
    _order(Kind.CREATE, rf"(?<=확인\s|회신\s|답변\s|검토\s|제출\s){_PLEASE}", weak=True),
    Rule("takes a day off", r"(?:연차|반차|휴가|월차)[를을]?\s?(?:쓸게요?|씁니다|써요|쓰겠습니다|낼게요?|냅니다)", lambda _: Word(Role.TITLE)),
    _order(Kind.CREATE, r"(?<=회의|미팅|면담|회식|리뷰|통화|점검)\s?(?:하자|합시다|하시죠|해요|하죠|했으면 (?:합니다|해요?|좋겠어요?|좋겠습니다)|하고 ?싶(?:어요?|습니다|은데요?))"),
    Rule("softens", r"(?<![가-힣])(?:죄송(?:한데요?|하지만|합니다만|해요)|미안(?:한데|하지만|해)|혹시|저기요?|안녕하세요|안녕|수고하십니다|수고 많으십니다|수고하세요|고생 많으십니다|가능하(?:면|시면)|괜찮(?:으면|으시면)|부탁인데|실례지만|번거로우시겠지만|음+|어+|그러면|그럼|자)[,.!~\s]{1,3}", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?:(?<=[가-힣])[이가]\s|(?<=\s))가능(?:하게|하도록|하면|한지|하다면)(?=\s)", lambda _: Word(Role.FILLER)),
    Rule("why it is cancelled", rf"(?:[이가은는]\s?|\s)?(?:취소|캔슬|무산|폐지)(?:[이가]\s)?(?:됐|되었|된|돼)(?:어요|습니다|으니까?|는데요?|으니|네요|다고 해요|다네요|다고 하니|서|다)?[,.!]?\s(?={_WANTS_IT_GONE})", lambda _: Word(Role.FILLER)),
    Rule("why it is cancelled", rf"(?:[이가은는에]\s|\s)(?:못|안)\s?(?:가|하|갈|할|참석하)(?:게\s?(?:돼|됐|되))?[가-힣]{{0,4}}(?:\s것 같(?:아요?|으니까?|습니다|은데요?))?[,.!]?\s(?={_WANTS_IT_GONE})", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?<![가-힣])(?:대략|약|한)\s(?=\d|오전|오후|[한두세네]\s?시|열)", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?:(?<=['\"’”」])(?:이라는|라는|이란|란)\s(?:제목|이름|타이틀|일정)(?:으로|의)?\s?|(?<![가-힣])(?:제목|타이틀|일시|날짜|시간)(?:은|는|\s?:)\s?(?=\S)|(?:같은|동일한)\s시간(?:대)?(?:으로|로|에)|^(?:나|저|제가|내가|저는|나는)\s)", lambda _: Word(Role.FILLER)),
    Rule("asks to create", r"^(?:새\s|신규\s)?일정\s?(?:추가|등록|생성)\s?:?\s", lambda _: Order(Kind.CREATE)),
    Rule("marks a correction", r"(?<![가-힣])(?:내일|낼|모레|오늘|[월화수목금토일](?:요일|욜)|(?:오[전후]\s)?(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?(?:시|일|분)(?:\s반)?)(?:이|가)?\s(?:말고|아니라|아니고)[,]?\s", lambda _: Order(Kind.CORRECT)),
    Rule("marks a correction", r"(?<![가-힣])(?:아니(?:다|요|야)?|역시|그냥|아 참|아참|정정(?:합니다|해요)?|잘못 ?(?:말했어요?|썼어요?|적었어요?)|다시 생각해보니|말고|대신|차라리)[,.:!]?\s(?=\S)", lambda _: Order(Kind.CORRECT)),
)  # fmt: skip

# --- people ---

_RANKS = r"(?:대리|과장|차장|부장|팀장|실장|본부장|이사|상무|전무|사장|대표|사원|주임|선임|책임|수석|매니저|원장|소장|센터장|교수|선생|박사|변호사|회계사|기자|작가|코치|선배|후배|실장|국장|처장)"
_SURNAME = "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육맹제모탁국어은용]"
_TOGETHER = r"(?:과|와|이랑|랑|하고)(?:의|\s?(?:함께|같이))?(?![가-힣])"
_SEVERAL = rf"[가-힣a-z ]{{2,12}}(?:님|씨|{_RANKS})"
_TAKEN_ALONG = rf"(?:{_TOGETHER}|(?:,\s?|\s?·\s?)(?={_SEVERAL}(?:[,과와]|이랑|랑|하고))|[을를도]?\s?(?:초대|참석|호출)(?:자로)?(?:해{_GIVE}|하고|시켜{_GIVE}|하게)?(?![가-힣]))"
_FULL_NAME = re.compile(rf"{_SURNAME}[가-힣]{{2}}$")
_FAMILY_NAME = re.compile(rf"{_SURNAME}$")
# the syllables that given names are made of; other words of three syllables are no names: 전문가, 고객사, 한국어
_GIVEN = (
    "[가강건경관광규균근기길나남다도동두라란람래량려련령린만명모무문미민배범별병보복봉빈상서석선섭성세소솔송수숙순승시식신아안애"
    "양연영예온완용우욱운웅원유윤율은을의이익인일임자재정제조종주준중지진찬창채천철청초춘치태택하학한해향현형혜호홍화환회효후훈휘희]"
)
_ENDS_A_NAME = (
    "[건경관광규균근기길나남라란람래량련령린림만명모미민배범별병복봉빈상서석선섭성솔송수숙순승식신아안애양연영예온완용우욱운웅원유윤율은의이익인일"
    "재정제조종주준중지진찬창채천철춘태택하학한해향현형혜호홍화환후훈휘희]"
)
_NO_NAMES = r"(?!강아지|현지인|유관|이번|지난|다음|오전|오후|공사현|전시회|임원진|연구원|안내원|조합원|공무원|구성원|상담원|신입|전체|주민|조직원)"
_NAME = rf"{_NO_NAMES}{_SURNAME}{_GIVEN}{_ENDS_A_NAME}"


def _titled(match: re.Match[str]) -> Atom | None:
    """김민수 대리님, 이영희 씨, 김 부장님: a family name alone keeps the rank; without 님 the name must be a whole one."""
    name, rank = match["name"], match["rank"]
    if rank and not match["polite"] and not _FULL_NAME.match(name) and not _FAMILY_NAME.match(name):
        return None
    return Word(Role.PERSON, match.group()[: match.end("rank") - match.start()] if rank and len(name) == 1 else name)


# --- places ---

_ROOM = (
    r"(?:회의실|미팅룸|세미나실|대회의실|소회의실|응접실|강당|회의장|강의실|교육장|연수원|컨퍼런스룸|라운지|휴게실|식당|카페|스튜디오|사무실|본사|지사|지점|공장|창고|역|"
    r"빌딩|타워|센터|공원|호텔|대학교?|병원|도서관|회관|매장|층|호실|룸|실|로비|홀|집|학교|공항|터미널|시청|구청|체육관|스타벅스|회사)"
)
# a place within which a room is
_WHERE = r"(?:[가-힣]{1,8}(?:역|동|점|층|관|센터|빌딩|타워|캠퍼스)|본사|지사|사옥|서울|부산|대구|대전|광주|인천|강남|판교|여의도|홍대|종로|잠실|신촌|성수|을지로|광화문)"
_ONLINE = r"(?:zoom|줌|팀즈|teams|구글 ?미트|google ?meet|meet|웹엑스|webex|스카이프|skype|온라인|화상|원격|유선|전화|디스코드|슬랙)"
_PROVIDERS = {
    "jicoo": "jicoo", "지쿠": "jicoo", "지쿠우": "jicoo", "백오피스": "backoffice", "백 오피스": "backoffice", "backoffice": "backoffice", "back office": "backoffice",
    "라인웍스": "lineworks", "라인 웍스": "lineworks", "lineworks": "lineworks", "line works": "lineworks", "네이버웍스": "lineworks",
}  # fmt: skip
_OTHERS = {
    "구글": "google", "google": "google", "아웃룩": "outlook", "outlook": "outlook", "네이버": "naver", "naver": "naver", "카카오": "kakao", "카카오톡": "kakao",
    "톡캘린더": "kakao", "애플": "apple", "아이클라우드": "icloud", "노션": "notion", "notion": "notion", "타임트리": "timetree", "timetree": "timetree", "팀즈": "teams",
    "캘린들리": "calendly", "calendly": "calendly",
}  # fmt: skip


def _any(table: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(table, key=len, reverse=True)))


_INTO = r"(?:에다가?|에서|에|으로|로|의|에 있는)(?![가-힣])"


def _delta(match: re.Match[str]) -> timedelta:
    count, unit = number(match["n"]), match["unit"]
    if unit == "분":
        return timedelta(minutes=count)
    if unit == "시간":
        return timedelta(minutes=60 * count + (30 if match["half"] else 0))
    return timedelta(days=count * (7 if unit.startswith("주") else 1))


def _reminder(match: re.Match[str]) -> Atom:
    return Word(Role.DETAIL, ("reminder", timedelta(days=1) if match["day"] else _delta(match)))


_BEFORE = rf"(?:(?P<n>{COUNT})\s?(?P<unit>분|시간|일|주일?)(?:\s?(?P<half>반))?|(?P<day>하루))\s?전"
_REMIND = rf"(?:알림|알람|리마인드|리마인더|통지|푸시|노티|미리 알림)(?:[을를도]|으로|로)?(?:\s?(?:설정|추가|등록|예약|울리게|보내|켜|맞춰|걸어|주기|받게){_GIVE}{_DO})?|알려{_GIVE}|알림{_GIVE}"


def _listed(match: re.Match[str]) -> Atom:
    names = re.split(r",\s?|\s?·\s?|과 |와 |하고 |랑 ", match["names"])
    return Word(Role.PERSON, tuple(re.sub(r"\s?(?:님|씨)$", "", name) for name in names))


_DETAILS = (
    Rule("a reminder", rf"{_BEFORE}(?:에|으로)?\s?(?:{_REMIND})", _reminder),
    Rule("a reminder", rf"(?:알림|알람|리마인더?|리마인드)(?:은|는|을|를|:|시간은)?\s?{_BEFORE}(?:에|으로|로)?", _reminder),
    Rule("private", rf"(?<![가-힣])(?:비공개|나만 보기|프라이빗|비밀)(?:로|으로| 일정으로| 일정| 처리| 설정)?(?:\s?(?:해{_GIVE}|하고|설정))?(?![가-힣])", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", rf"(?<![가-힣])(?:한가함|빈 시간|여유 시간|비어 ?있음|한가한 상태|바쁘지 않음)(?:으로|로)(?:\s?(?:표시|처리|설정){_DO})?(?![가-힣])", lambda _: Word(Role.DETAIL, ("free", True))),
    Rule("a description", r"(?:메모|비고|설명|내용|안건|상세|참고|본문|아젠다)(?:은|는)?\s?[:：]\s?(?P<note>[^\n]{1,2000})", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("a description", r"(?<![가-힣])(?:메모|비고)(?:는|에)?\s(?P<note>[^\n]{2,2000}?)(?=\s?(?:라고 (?:적어|써|남겨)|$))(?:\s?라고 (?:적어|써|남겨)[가-힣 ]{0,6})?", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("optional", r"(?<![가-힣])(?:선택\s?(?:참석자?|참가자?)?|임의 참석|참조)(?:은|는|으로|:)?\s?(?=@|[가-힣]{2,4}\s?(?:님|씨))", lambda _: Word(Role.DETAIL, ("optional", True))),
)  # fmt: skip
_THINGS = (
    Rule("goes to another place or team", r"(?:(?<=팀으로\s)|(?<=부서로\s)|(?<=부로\s))이동(?:합니다|해요|했어요|할게요)", lambda _: Word(Role.TITLE)),
    Rule("a title in quotes", r"[‘'][^‘’'\n]{1,200}[’'](?![a-z])", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("which calendar", rf"(?P<system>{_any(_PROVIDERS)})(?:의)?\s?(?:캘린더|일정|달력)?{_INTO}", lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]]))),
    Rule("which calendar", rf"(?P<system>{_any(_OTHERS)})\s?(?:캘린더|달력|일정){_INTO}|(?P<alone>outlook|아웃룩|notion|노션|timetree|타임트리|calendly|톡캘린더){_INTO}", lambda m: Word(Role.CALENDAR, ("provider", _OTHERS[m["system"] or m["alone"]]))),
    Rule("which calendar", rf"(?P<name>(?:[가-힣a-z0-9]{{1,15}}\s)?[가-힣a-z0-9]{{1,15}}\s?(?:캘린더|달력)){_INTO}", lambda m: None if re.match(r"(?:내|제|나의|우리)\s", m["name"]) else Word(Role.CALENDAR, ("calendar", m["name"]))),
    Rule("softens", r"(?<![가-힣])(?:내|제|나의|우리)?\s?(?:캘린더|달력|일정표|스케줄)에(?![가-힣])", lambda _: Word(Role.FILLER)),
    Rule("a place", r"(?:장소|위치|회의장소)(?:는|은|가|:)\s?(?P<place>[^\n,@]{1,30}?)(?=\s?(?:에서|입니다|이고|으로|로|이에요|예요)?(?:[,.]|$|\s(?:오전|오후|내일|모레|\d{1,2}\s?[시:/월]|메모|@)))(?:에서|입니다|이고|으로|로|이에요|예요)?", lambda m: Word(Role.PLACE, m["place"])),
    Rule("a place", rf"(?<=\s)장소\s(?P<place>(?:[가-힣a-z0-9]{{1,10}}\s)?[가-힣a-z0-9]{{0,10}}?{_ROOM})(?=$|[,.])", lambda m: Word(Role.PLACE, m["place"])),
    Rule("a place", rf"{_ROOM}(?:\s?(?:[a-z]|\d{{1,4}}호?|[가-힣]룸))?에서(?![가-힣])", lambda m: Word(Role.PLACE, m.group().removesuffix("에서")),
         before=rf"(?<![가-힣])(?:\d{{1,2}}층\s|[a-z0-9]{{1,4}}\s|{_WHERE}\s)?[가-힣a-z0-9]{{0,12}}"),
    Rule("a place", rf"(?<![가-힣a-z])(?P<place>{_ONLINE})(?:으로|로|에서)(?![가-힣])", lambda m: Word(Role.PLACE, m["place"])),
    Rule("somebody", rf"(?:(?P<rank>{_RANKS})\s?(?P<polite>님|씨)?|님|씨){_TAKEN_ALONG}", _titled, before=r"(?<![가-힣a-z])(?P<name>[가-힣]{1,4}|[a-z]{2,15})\s?"),
    Rule("somebody", r"(?:참석자|참가자|참여자|멤버)(?:는|은)?\s?:?\s(?P<names>[가-힣a-z]{2,10}(?:\s?(?:님|씨))?(?:(?:,\s?|\s?·\s?|과 |와 |하고 |랑 )[가-힣a-z]{2,10}(?:\s?(?:님|씨))?){0,7})", _listed),
    Rule("somebody", rf"(?<=[가-힣]){_TOGETHER}(?=\s|$)", lambda m: Word(Role.PERSON, m["name"]), before=rf"(?<![가-힣a-z])(?P<name>{_NAME})"),
)  # fmt: skip
# a place that no word betrays: tried last, after the times, which may stand before 에서 too
ANYWHERE = (
    Rule("a place", r"에서(?=\s[가-힣a-z])(?!\s?(?:온|나온|열리는|하는|있는|있었|봤|만났|진행하는|보낸|받은|요청한|쓰는|사용))", lambda m: Word(Role.PLACE, m["place"]),
         before=r"(?<![가-힣a-z0-9])(?P<place>[가-힣a-z][가-힣a-z0-9]{1,11})(?<![팀부과처])"),
)  # fmt: skip
RULES: tuple[Rule, ...] = (*_DETAILS, *_THINGS, *_COMMANDS)

_TAIL = r"[\s.!~?]{0,3}$"
ALONE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.UNDO, re.compile(rf"(?:아니\s|아 )?(?:(?:방금|아까|지금|마지막|직전|조금 전|이전)\s?(?:거|것|꺼|한 거|한 것|그거|등록한 거|만든 거|일정|작업|그 일정|변경|추가한 거)?(?:은|는|을|를)?\s?|그거\s|이거\s|그건\s|이건\s)?(?:실행\s?)?(?:취소|되돌려|되돌리기|원래대로|원상복구|없던 ?일로|롤백|undo)(?:\s?해)?(?:\s?놔)?(?:\s?(?:줘요?|주세요|주십시오|할게요?|합니다|해요|부탁해요?|부탁드립니다|돌려줘|돌려주세요))?{_TAIL}")),
    (Kind.HELP, re.compile(rf"(?:[가-힣a-z ]{{0,24}}?\s)?(?:어떻게 (?:하면 (?:돼요?|되나요?|됩니까|되죠?|되지)|(?:등록|추가|취소|삭제|변경|수정|예약|설정|생성|입력|조회|확인|공유|이동)(?:해요?|하나요?|하지|하죠|합니까|하는 ?(?:거야|건가요?|거예요|거죠)|하면 (?:돼요?|되나요?))|(?:옮[겨기]|지[워우]|바[꿔꾸]|만들|넣|빼|잡|미[뤄루]|고[쳐치])[가-힣]{{0,4}}(?: (?:돼요?|되나요?|거야|건가요?|거예요))?)|(?:(?:등록|추가|취소|삭제|변경|수정|예약|설정|생성|입력|조회|확인|공유|이동|사용|이용)(?:하는)?|옮기는|지우는|바꾸는|만드는|넣는|빼는|잡는|미루는|쓰는) ?(?:방법|법)(?:[은이을]|이 뭐)?(?:\s?(?:좀\s)?(?:알려 ?(?:줘요?|주세요|주실 수 있나요|줄래요?)|가르쳐 ?(?:줘요?|주세요)|뭐예요|뭐야|뭔가요|궁금해요?|있나요|있어요?))?){_TAIL}")),
    (Kind.HELP, re.compile(rf"(?:도움말?|도와줘요?|도와주세요|사용법(?:\s?(?:좀\s)?(?:알려줘|알려주세요|은|이 뭐야))?|사용 ?방법(?:\s?(?:알려줘|알려주세요))?|헬프|help|(?:뭘|무엇을|뭐|무슨 일을)\s?(?:할 수 있(?:어요(?=\s?\?)|어(?!요)|나요?|니|습니까)|해\s?줄 수 있(?:어요(?=\s?\?)|어(?!요)|나요?|니))|어떻게 (?:써요?|쓰나요?|쓰는 거야|사용해요?|사용하나요?|쓰면 돼요?|쓰지)|기능(?:\s?(?:알려줘|설명해줘|목록))?|명령어(?:\s?(?:목록|알려줘))?){_TAIL}")),
    (Kind.YES, re.compile(rf"(?:네+|예|넵+|넹|응+|웅|어|그래요?|그렇게 ?해\s?(?:줘요?|주세요)?|좋아요?|좋습니다|좋네요?|오케이|오키|ㅇㅋ|ㅇㅇ|ok|okay|yes|맞아요?|맞습니다|확인(?:했어요?|했습니다|이요)?|알겠(?:어요?|습니다)|등록해\s?(?:줘요?|주세요)|진행해\s?(?:줘요?|주세요)|부탁해요?|부탁드립니다|부탁드려요|네,? ?(?:좋아요|부탁드려요|부탁드립니다|맞아요|등록해 ?주세요|그렇게 해주세요)){_TAIL}")),
    (Kind.NO, re.compile(rf"(?:아니(?:요|오|야|에요|예요|다)?|아뇨|아냐|노노?|ㄴㄴ|싫어요?|싫습니다|안 ?(?:돼요?|됩니다|할래요?|해요?|해도 돼요?)|하지 ?마(?:세요|요)?|됐어요?|됐습니다|필요 ?없어요?|필요 ?없습니다|괜찮아요,? 됐어요|관둬요?|그만(?:둬|해)?요?|no|nope|틀렸어요?|그거 ?아니(?:야|에요)|아니요,? ?괜찮(?:아요|습니다)){_TAIL}")),
)  # fmt: skip
