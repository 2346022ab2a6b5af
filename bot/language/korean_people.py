"""Whom Korean asks along, and how: with a rank, with 님, by a bare name, as somebody who need not come."""

import re

from bot.language.atoms import Atom, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.korean_politeness import GIVE, PLEASE

_RANKS = r"(?:대리|과장|차장|부장|팀장|실장|본부장|이사|상무|전무|사장|대표|사원|주임|선임|책임|수석|매니저|원장|소장|센터장|교수|선생|박사|변호사|회계사|기자|작가|코치|선배|후배|국장|처장|조장|반장|간호사|셰프|점장)"
_SURNAME = "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육맹제모탁국어은용]"
_TOGETHER = r"(?:과|와|이랑|랑|하고)(?:의|\s?(?:함께|같이))?(?![가-힣])"
# 초대해서, 불러 주세요: what asks somebody along
INVITED = (
    rf"(?:(?:참석자로|같이|함께|참석)\s)?(?:(?:(?:초대|초청|호출|포함|참석)(?:자로)?(?:해|시켜)|불러|모셔|끼워)(?:서|{GIVE})|(?:초대|초청|호출|포함|참석)(?:자로)?(?:하[고여게]|시키고|할게요?|\s?{PLEASE})|부르고)"
    r"(?![가-힣])"
)
_SEVERAL = rf"[가-힣a-z ]{{2,12}}(?:님|씨|{_RANKS})"
_TAKEN_ALONG = rf"(?:{_TOGETHER}|(?:,\s?|\s?·\s?)(?={_SEVERAL}(?:[,과와]|이랑|랑|하고|[을를도]?\s?(?:초대|초청|불러|참석|모셔)))|[을를도]?(?=\s?(?:(?:참석자로|같이|함께)\s)?(?:초대|초청|호출|포함|참석[시해하자]|불러|모셔|부르고))|[은는]?\s(?:참석|필참|참가)(?:입니다|이에요|요)?(?![가-힣]))"
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
_ADDRESS = r"[a-z0-9._%+-]{1,40}@[a-z0-9.-]{3,40}"
_NAMED = rf"(?:{_ADDRESS}|[가-힣]{{2,4}}?(?:\s?{_RANKS})?(?=\s?님|\s?씨|입니다|이에요|예요|[\s,·.]|$|과 |와 |하고 |랑 )(?:\s?(?:님|씨))?|[a-z]{{2,15}})"
_AND = r"(?:,\s?|\s?·\s?|과 |와 |하고 |이랑 |랑 )"
_ONE_BY_ONE = re.compile(_AND)
_OF_RESPECT = re.compile(rf"(?<=..)(?:\s?{_RANKS})?\s?(?:님|씨)?$")
_IS_OPTIONAL = (
    r"(?:(?:은|는|도)\s?|\s)?(?:(?:선택|임의|자율|옵션)(?:\s?참석|\s?참가|\s?참여)?(?:자|사항)?|참석(?:은|여부는)?\s(?:선택|자유|자율|안 해도 (?:돼|됨|됩니다|괜찮)|선택사항)|(?:되면|가능하면|시간 되면) 참석)"
    r"(?:으로|로|입니다|이에요|예요|요)?(?![가-힣])"
)


def _titled(match: re.Match[str]) -> Atom | None:
    """김민수 대리님, 이영희 씨, 김 부장님: a family name alone keeps the rank; without 님 the name must be a whole one."""
    name = _name(match)
    return None if name is None else Word(Role.PERSON, name)


def _name(match: re.Match[str]) -> str | None:
    name, rank = match["name"], match["rank"]
    if rank and not match["polite"] and not _FULL_NAME.match(name) and not _FAMILY_NAME.match(name):
        return None
    return match.group()[: match.end("rank") - match.start()] if rank and len(name) == 1 else name


def _need_not_come(match: re.Match[str]) -> Atom | None:
    name = _name(match)
    return None if name is None else Word(Role.DETAIL, ("optional", (name,)))


def _names(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(name if "@" in name else _OF_RESPECT.sub("", name) for name in _ONE_BY_ONE.split(match["names"]))


_LIST = rf"(?:은|는)?(?:\s?:\s?|\s)(?P<names>{_NAMED}(?:{_AND}{_NAMED}){{0,7}})(?:입니다|이에요|예요)?"
_BEFORE_A_TITLE = r"(?<![가-힣a-z])(?P<name>[가-힣]{1,4}|[a-z]{2,15})\s?"
_TITLED = rf"(?:(?P<rank>{_RANKS})\s?(?P<polite>님|씨)?|님|씨)"
RULES: tuple[Rule, ...] = (
    Rule("a rank", rf"(?:(?<=@[가-힣]{{3}}\s)|(?<=@[가-힣]{{2}}\s)){_RANKS}(?=\s|,|$)", lambda _: Word(Role.FILLER)),
    Rule("need not come", rf"(?<![가-힣])(?:선택|임의|자율)(?:\s?(?:참석자?|참가자?|참여자?)|(?=\s?:)){_LIST}", lambda m: Word(Role.DETAIL, ("optional", _names(m)))),
    Rule("need not come", r"(?<![가-힣])(?:선택\s?(?:참석자?|참가자?)?|임의 참석|참조)(?:은|는|으로|:)?\s?(?=@|[가-힣]{2,4}\s?(?:님|씨))", lambda _: Word(Role.DETAIL, ("optional", True))),
    Rule("need not come", rf"{_TITLED}{_IS_OPTIONAL}", _need_not_come, before=_BEFORE_A_TITLE),
    Rule("need not come", r"\((?:선택|자율|임의)(?:\s?참[석가여])?\)", lambda _: Word(Role.DETAIL, ("optional", "the last"))),
    Rule("need not come", rf"{_IS_OPTIONAL}(?=\s?(?:$|\n|[,.]))", lambda _: Word(Role.DETAIL, ("optional", "the last"))),
    Rule("somebody", rf"{_TITLED}{_TAKEN_ALONG}", _titled, before=_BEFORE_A_TITLE),
    Rule("somebody", rf"(?:참석자|참가자|참여자|멤버|참석 ?인원|(?<![가-힣])(?:참석|참가|참여|필참|초대|동석)(?=\s?:)){_LIST}", lambda m: Word(Role.PERSON, _names(m))),
    Rule("somebody", rf"(?<=[가-힣]){_TOGETHER}(?=\s|$)", lambda m: Word(Role.PERSON, m["name"]), before=rf"(?<![가-힣a-z])(?P<name>{_NAME})"),
    Rule("asked along", rf"(?:[을를도]\s?|\s)?{INVITED}", lambda _: Word(Role.FILLER)),
)  # fmt: skip
