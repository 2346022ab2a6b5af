"""What Korean adds to an event: reminders, notes, who may see it, whether it blocks the time, and in which calendar."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.korean_numerals import number
from bot.language.korean_politeness import GIVE, PLEASE
from bot.language.shared import QUOTED

# --- reminders ---

# spelt out again rather than taken from the lengths, whose numerals weigh more than a reminder needs
_COUNT = r"(?:\d{1,3}|[일이삼사오육칠팔구십]{1,3}|한|두|세|네|다섯|여섯|일곱|열)"
_BEFORE = rf"(?:{_COUNT}\s?(?:분|시간|일|주일?)(?:\s?반)?|하루)\s?전"
_SOONER = re.compile(rf"(?P<n>{_COUNT})\s?(?P<unit>분|시간|일|주일?)(?:\s?(?P<half>반))?\s?전|하루\s?전")
_ALSO = r"\s?(?:,|·|/|과|와|이랑|랑|하고|및|그리고)\s?"
_TIMES_BEFORE = (
    rf"(?<![가-힣\d.,:/])(?:시작\s|미리\s)?{_BEFORE}(?:에|으로)?(?:{_ALSO}{_BEFORE}){{0,2}}(?:에|으로|부터)?"
)
_NOTICE = r"(?:미리\s?알림|알림|알람|리마인더|리마인드|통지|푸시|노티)"
_REMIND = (
    rf"(?:미리\s)?(?:(?:{_NOTICE}(?:[을를도이]|으로|로)?\s?(?:(?:설정|추가|등록|예약|발송)?(?:[을를])?\s?해|울려|보내|켜|맞춰|걸어|넣어|띄워|울리게 해|오게 해|가게 해|받게 해)|알려){GIVE}|"
    rf"{_NOTICE}(?:(?:[을를도이]|으로|로)?(?:\s?(?:설정|추가|등록|예약))?(?:\s?{PLEASE}|\s?주세요|\s?주기|\s?울리게|\s?받게|\s?오게|이요|요)?)|알려)(?:주시?고|주면서|주시면서)?(?![가-힣])"
)


def _delta(match: re.Match[str]) -> timedelta:
    if match["n"] is None:
        return timedelta(days=1)
    count, unit = number(match["n"]), match["unit"]
    if unit == "분":
        return timedelta(minutes=count)
    if unit == "시간":
        return timedelta(minutes=60 * count + (30 if match["half"] else 0))
    return timedelta(days=count * (7 if unit.startswith("주") else 1))


def _reminders(match: re.Match[str]) -> Atom:
    return Word(Role.DETAIL, ("reminders", tuple(map(_delta, _SOONER.finditer(match.group())))))


# --- notes ---

_NOTE_ENDS = rf"(?=\s?[,./]\s?(?:{_BEFORE}(?:에)?\s?{_NOTICE}|{_NOTICE}|비공개|장소|참석자|선택 참석)|\n|$)"
_WRITTEN_DOWN = rf"(?:이?라고|도)?\s?(?:적어|써|남겨|넣어|메모해|기재해){GIVE}"

# --- who may see it, and whether the time counts as taken ---

_SEEN_BY_ME = (
    r"(?:비공개|프라이빗|비밀)(?:\s?(?:일정|약속))?|나만\s?(?:보기|보이게|볼\s수\s있게|볼\s수\s있도록|보게)|혼자만\s?(?:보이게|보게|볼\s수\s있게)|"
    r"(?:남들?|다른\s사람(?:들)?|아무|남)(?:한테|에게|에겐|은|이|도)?\s?(?:안|못)\s?(?:보이게|보게|보도록)|공개(?:는|로는)?\s?(?:하지\s?(?:말|않)(?:아|고|게|도록)?|안\s?되게|말고)"
)
_TIME_LEFT = (
    r"(?:한가함|한가|빈 시간|여유 시간|비어 ?있음|한가한 상태|바쁘지 않음|약속 없음)(?:으로|로)|바쁨(?:\s?(?:표시|처리|상태))?(?:는|은|로|으로|로는)?\s?(?:하지\s?(?:말|않)(?:아|고|게|도록)?|안\s?(?:되게|뜨게|보이게)|말고|없이|빼고)|"
    r"시간(?:은|을)?\s?(?:비워|비어)\s?(?:둔|두는|있는|놓은)\s?(?:걸로|것으로|상태로|채로)|시간(?:은|을)?\s?(?:막지|차지하지|블록하지)\s?(?:말고|않게|않도록|말아)|"
    r"다른\s(?:일정|약속|예약|회의)(?:도|을|이)?\s?(?:잡을|넣을|들어갈|잡힐)\s수\s있(?:게|도록)"
)
_SO_TREATED = (
    rf"(?:로|으로|하게)?(?:\s?(?:처리|설정|표시|유지|취급))?(?:(?:\s?해)?{GIVE}|\s?하고|\s?{PLEASE})?요?(?![가-힣])"
)

# --- which calendar ---

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
# whose calendar it is: a team's, one that is shared
_OWNER = r"(?:(?:[가-힣a-z0-9]{1,8}\s)?[가-힣a-z0-9]{0,10}(?:팀|부|과|실|본부|센터|지점|그룹|파트|부서|반|학년)|[가-힣]{0,4}(?:개인|공용|공유|회사|업무|가족|전사|프로젝트|휴가|생산|영업|마케팅|예약|행사|교육))"

RULES: tuple[Rule, ...] = (
    Rule("a reminder", rf"{_TIMES_BEFORE}\s?{_REMIND}", _reminders),
    Rule("a reminder", rf"{_NOTICE}(?:은|는|을|를|\s?:|시간은)?\s?{_TIMES_BEFORE}(?:로|이요|요)?(?![가-힣])", _reminders),
    Rule("private", rf"(?<![가-힣])(?:{_SEEN_BY_ME}){_SO_TREATED}", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", rf"(?<![가-힣])(?:{_TIME_LEFT}){_SO_TREATED}", lambda _: Word(Role.DETAIL, ("free", True))),
    Rule("a description", rf"(?:메모|비고|설명|내용|안건|상세|참고|본문|아젠다)(?:은|는)?\s?[:：]\s?(?P<note>[^\n]{{1,2000}}?){_NOTE_ENDS}", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("a description", rf"(?<![가-힣])(?:메모|비고)(?:는|에는?|로)?\s(?P<note>[^\n]{{2,2000}}?)(?:\s?{_WRITTEN_DOWN}|{_NOTE_ENDS})", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("a title in quotes", r"[‘'][^‘’'\n]{1,200}[’'](?![a-z])", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("which calendar", rf"(?P<system>{_any(_PROVIDERS)})(?:의)?\s?(?:캘린더|일정|달력)?{_INTO}", lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]]))),
    Rule("which calendar", rf"(?P<system>{_any(_OTHERS)})\s?(?:캘린더|달력|일정){_INTO}|(?P<alone>outlook|아웃룩|notion|노션|timetree|타임트리|calendly|톡캘린더){_INTO}", lambda m: Word(Role.CALENDAR, ("provider", _OTHERS[m["system"] or m["alone"]]))),
    Rule("which calendar", rf"(?<![가-힣a-z0-9])(?P<name>{_OWNER}\s?(?:캘린더|달력)){_INTO}", lambda m: Word(Role.CALENDAR, ("calendar", m["name"]))),
    Rule("which calendar", rf"^(?!내|제|나의|우리)(?P<name>[가-힣a-z0-9]{{1,15}}\s?(?:캘린더|달력)){_INTO}", lambda m: Word(Role.CALENDAR, ("calendar", m["name"]))),
    Rule("softens", r"(?<![가-힣])(?:내|제|나의|우리)?\s?(?:캘린더|달력|일정표|스케줄)에(?![가-힣])", lambda _: Word(Role.FILLER)),
    Rule("goes to another place or team", r"(?:(?<=팀으로\s)|(?<=부서로\s)|(?<=부로\s))이동(?:합니다|해요|했어요|할게요)", lambda _: Word(Role.TITLE)),
)  # fmt: skip
