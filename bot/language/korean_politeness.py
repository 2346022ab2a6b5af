"""How Korean wishes, in every degree of politeness: the endings of verbs, auxiliaries, and what stands around a command."""

from bot.language.atoms import Word
from bot.language.grammar import Rule
from bot.language.intent import Role

# 요, and how it is written in chat
_YO = "[요용욤염여유영]?"
# what follows the word before it up to the end of the wish: ㄹ 수 있을까요, 면 감사하겠습니다, 기를 바랍니다
_CAN = r"\s?수\s?(?:는\s)?[있없](?:을|으|나|는|어|습|냐|니)[가-힣]{0,4}"
_IF = r"면\s?(?:감사|고맙|고마|좋|돼|됩|되|합니|해|하|싶)[가-힣 ]{0,9}"
_HOPE = r"[길기](?:[를만])?\s?(?:바랍니다|바라[요며]|바래요|바람|부탁[가-힣]{0,7}|요청[가-힣]{0,5}|원합니다)"
# 부탁 and its like, which make a request of any noun
PLEASE = (
    r"(?:부탁(?:\s?좀)?(?:\s?(?:해|할게|드려|드릴게|드려도 (?:될까|되나|돼)|드리고 ?싶어))?[요용]?|부탁(?:합|드립|드리겠습)니[다당]|부탁함|"
    r"바랍니다|바래요|바라요|바람|요망(?:합니다)?|요청(?:(?:합|드립|드리겠습)니다|드려[요용]|드릴게요|해요|함)?|희망(?:합니다|해요)|원(?:합니다|해요))"
)
# the endings of 시, which honours whom one asks: 주시 + 겠어요
_HONOURED = rf"(?:[세셔][요용욤염여유영]|십(?:시오|시요|쇼)|시겠(?:어|습|는)[가-힣]{{0,3}}|실(?:래|까|는지|런지)[요용]?|실{_CAN}|시{_IF}|셨으{_IF}|시{_HOPE}|시죠|시지요|십사 ?{PLEASE})"
# what follows a verb in its 아/어 form: 주다, which asks for a favour, in the south and among friends too, 두다, which has it left so, 야 하다
GIVE = (
    rf"(?:\s?(?:(?:둬|놔|놓아|놔둬)\s?)?(?:[줘둬놔](?:라|봐)?{_YO}|드려{_YO}|드릴게요?|[줄둘놀][래게]{_YO}|줄{_CAN}|(?:주|두|놓으|놔두){_HONOURED}|"
    rf"[주두놓](?:자|라|렴|고 싶[어습은][가-힣]{{0,3}}|소|쇼|이소|쇼잉|소잉|삼|셈|{_IF}|{_HOPE})|[줬뒀]으{_IF}|달라|줍쇼|야(?:지|\s?[돼해합됩할하되겠][가-힣 ]{{0,7}}))|{_YO})"
)
# what follows the stem of a verb: 하 + 고 싶어요
_WISHES = (
    rf"(?:자|고 ?싶[어습은네][가-힣]{{0,3}}|(?:으)?려고(?:요| ?[해하합][가-힣]{{0,3}})?|기|겠(?:습니다|어요)|(?:으)?{_HONOURED}|는 (?:게|것이) 좋겠[가-힣]{{1,3}}|도록 [해하][가-힣 ]{{0,8}}|"
    r"\s?주(?:이소|소|쇼))"
)
SOFTLY = r"(?:(?:좀|조금|한\s?번|한번만|새로|바로|빨리|얼른|꼭|미리|하나만|하나|한\s?건만|한\s?건|일단|우선|먼저|추가로|지금|그냥|간단히|임시로)\s){0,2}"
# what may stand between a noun of action and its 하다
_THEN = rf"(?:\s?(?:처리|진행|작업|신청))?(?:[을를]\s?|\s)?{SOFTLY}(?:다시 )?"
_BARE = rf"(?:{_THEN}(?:합시다|합니다|해라|한다|할 ?것|할 ?거예요|했으{_IF}|하는 걸로 해{_YO}|가능(?:할까요|한가요|하신가요|할지요|하실까요)|좀요?|{PLEASE})|이[요용에]{{1,2}}|입니다)?[요용]?"


def wish(*verbs: str, nouns: str = "", done: str = "") -> str:
    """The forms of a wish: of `verbs`, and of nouns of action with 하다.

    Of each verb its 아/어 form, its ㄹ form and its stem are given, "_" for a blank. `nouns` command when they stand alone
    too, as 등록 does; those of `done` do not: 예약 is a title.
    """
    forms = [[written.replace("_", " ?") for written in form.split()] for form in verbs]
    acts = "|".join(filter(None, (nouns, done)))
    if acts:
        forms.append([f"(?:{acts}){_THEN}{do}" for do in ("(?:해|하여)", "할", "하")])
    fondly, ahead, stem = ("|".join(dict.fromkeys(column)) for column in zip(*forms, strict=True))
    alone = f"|(?:{nouns}){_BARE}" if nouns else ""
    asked = rf"|(?:{done})(?:[을를]\s?|\s)?(?:좀\s)?{PLEASE}" if done else ""
    return rf"(?:(?:{fondly}){GIVE}|(?:{ahead})(?:[게래까]요?|{_CAN})|(?:{stem}){_WISHES}{alone}{asked})"


# --- where a command ends ---

THANKS = (
    r"(?:미리\s|항상\s|늘\s|정말\s|너무\s)?(?:감사(?:합니다|합니당|해요|해용|드립니다|드려요|드립니당|요|염)?|고맙습니다|고마워[요용]?|고마웡|땡큐|땡스|ㄱㅅ|thanks|thank you|thx|수고(?:하세요|하십시오|하셔요|요|많으십니다|하십쇼)?|"
    rf"죄송(?:합니다|해요)|미안(?:해요?|합니다)?|제발(?:요)?|꼭(?:이요|요)?|{PLEASE})"
)
_LAUGHS = r"[^\w\n@]{0,6}(?:[ㄱ-ㅣ]{1,12}[^\w\n]{0,4})?"
_LAST = "줘요용욤오다까죠라탁람망삼쇼소게래"  # syllables that end a wish
_ASKED = f"[{_LAST}]"
_THANKFUL = r"(?:미리\s|정말\s|너무\s|늘\s|항상\s)?(?:감사|고맙|고마|땡|ㄱㅅ|수고|부탁|죄송|미안|제발|꼭)"
_DETAIL = (
    r"(?:메모|비고|설명|내용|안건|참고|장소|위치|알림|알람|비공개|비밀|선택|참석|참가|초대|필참|나만|한가|빈 시간|https?:|"
    r"(?:\d{1,3}|하루|한|일)\s?(?:분|시간|일|주일?)?\s?전(?:에)?\s?(?:알|리마|미리))"
)
_WHEN = r"(?:내일|오늘|모레|글피|다음|담주|이번|[월화수목금토일]요일|\d{1,4}\s?[년월일시:/.]|오[전후])"
# the sentence's end, or what only softens it; details; after a verb also another sentence
END = (
    rf"(?={_LAUGHS}(?:$|\n|@)|\s?:\s|,\s|[\s.!~(/]{{1,3}}{_DETAIL}|"
    rf"(?<={_ASKED})(?:[\s.!~]{{1,3}}(?:{_WHEN}|{_THANKFUL})|[.!?~]{{1,3}}\s))"
)
# of what is given up or moved people say why (취소해줘 ㅠㅠ 비온대), which is no other request (취소해줘 교육도 취소해)
_NO_REQUEST = r"(?![^\n]{0,24}(?:취소|삭제|캔슬|지워|없애|빼|넣어|잡아|올려|적어|옮겨|바꿔|미뤄|당겨|추가|등록|변경|줘|주세|부탁))"
WHY_BEHIND = rf"(?<=[좀{_LAST}])[\s.!~]{{1,3}}(?:[ㄱ-ㅣ]{{1,8}}[\s.!~]{{1,3}})?{_NO_REQUEST}[가-힣 ,]{{1,20}}(?:대|서|네|어|아|음|니다|거든|[는은운]데)요?(?={_LAUGHS}$)"

# --- what stands around a command ---

_GREETINGS = (
    r"안녕하세요|안녕하십니까|안녕|수고하십니다|수고 많으십니다|수고하세요|고생 많으십니다|고생하십니다|좋은 (?:아침|오후|저녁)(?:입니다|이에요|이네요)|여보세요|실례합니다|"
    r"저기요?|있잖아요?|거시기|음+|어+|아|네(?!\s(?:시|달|명|번|주|살|개))|넵|그러면|그럼|자|그리고|참|(?:봇|예정|비서)(?:아|야|님)"
)
_EXCUSES = (
    r"죄송(?:한데요?|하지만|합니다만|해요|합니다)|미안(?:한데요?|하지만|해)|실례지만|번거로우시겠지만|번거롭겠지만|바쁘(?:신데|시겠지만)|급한데|다름이 아니라|부탁인데|혹시|"
    r"가능하(?:면|시면|다면)|괜찮(?:으면|으시면)|시간 되(?:면|시면)|되도록"
)
RULES: tuple[Rule, ...] = (
    Rule("softens", rf"(?<![가-힣])(?:{_GREETINGS}|{_EXCUSES})[,.!~\s]{{1,3}}", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?:(?<=[가-힣])[이가]\s|(?<=\s))가능(?:하게|하도록|하면|한지|하다면)(?=\s)", lambda _: Word(Role.FILLER)),
    Rule("thanks", rf"(?<={_ASKED})[\s.,!?~^ㅎㅋ]{{1,4}}{THANKS}(?={_LAUGHS}(?:$|\n|[.!]\s)|[\s.!~]{{1,3}}{THANKS})", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?<![ㄱ-ㅣ])ㄱ{2,4}(?=$|[\s.!~])", lambda _: Word(Role.FILLER)),
    Rule("softens", r"(?<![가-힣])(?:대략|약|한)\s(?=\d|오전|오후|[한두세네]\s?시|열)", lambda _: Word(Role.FILLER)),
)  # fmt: skip
