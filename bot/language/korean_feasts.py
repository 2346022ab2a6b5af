"""What Korean calls the feasts, with the blanks that people leave out."""

from collections.abc import Iterable

from bot.language.atoms import Atom, Day


def spaced(*names: str) -> Iterable[str]:
    """Each of `names` with all, some or none of its blanks."""
    for name in names:
        first, *more = name.split(" ")
        forms = [first]
        for word in more:
            forms = [f"{begun}{blank}{word}" for begun in forms for blank in (" ", "")]
        yield from forms


_FEASTS = {
    "설날": "seollal", "구정": "seollal", "음력 설": "seollal", "설": "seollal", "추석": "chuseok", "한가위": "chuseok",
    "부처님 오신 날": "buddha kr", "석가탄신일": "buddha kr", "초파일": "buddha kr", "신정": "new year", "새해": "new year", "새해 첫날": "new year",
    "삼일절": "march first kr", "3.1절": "march first kr", "3·1절": "march first kr", "식목일": "arbor day kr", "근로자의 날": "labour day may",
    "노동절": "labour day may", "어린이날": "childrens day kr", "어버이날": "parents day kr", "스승의 날": "teachers day kr",
    "현충일": "memorial day kr", "제헌절": "constitution day kr", "광복절": "liberation day kr", "개천절": "foundation day kr",
    "한글날": "hangul day kr", "크리스마스 이브": "christmas eve", "성탄 전야": "christmas eve", "크리스마스": "christmas", "성탄절": "christmas",
    "발렌타인데이": "valentine", "밸런타인데이": "valentine", "화이트데이": "white day", "만우절": "april fools", "할로윈": "halloween",
    "핼러윈": "halloween", "추수감사절": "thanksgiving", "부활절": "easter", "빼빼로데이": "pepero day", "정월 대보름": "daeboreum",
    "블랙프라이데이": "black friday", "섣달 그믐": "new year's eve",
}  # fmt: skip
FEAST_DAYS: dict[str, Atom] = {
    name: Day(feast=feast) for written, feast in _FEASTS.items() for name in spaced(written) if name != "설"
}
