"""Numbers as Korean writes them: figures, Sino-Korean (일, 이십오, 이천이십육) and native (하나, 스물두) numerals."""

_SINO = {character: value for value, character in enumerate("영일이삼사오육칠팔구")} | {"공": 0}
_SINO_UNITS = {"십": 10, "백": 100, "천": 1000}
_ONES = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "서": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "닷": 5,
    "여섯": 6, "엿": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
# how many days, in one word
DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "스무날": 20,
}  # fmt: skip
ORDINALS = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "여섯째": 6}

_ONES_FIRST = "다섯|여섯|일곱|여덟|아홉|한|두|세|석|서|네|넉|닷|엿"
SINO = r"[영공일이삼사오육칠팔구십백천]"
NATIVE = (
    rf"(?:(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)\s?(?:하나|{_ONES_FIRST})|{_ONES_FIRST}|"
    r"열|스무|서른|마흔|쉰|예순|일흔|여든|아흔)"
)
HOUR = r"(?:열\s?한|열\s?두|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열)"  # the hours a clock's face has


def number(written: str) -> int:
    """The value of `written`, a numeral of any of the three kinds; figures may be mixed with Sino-Korean units (3천)."""
    written = written.replace(" ", "").replace(",", "")
    if written.isdigit():
        return int(written)
    tens = next((word for word in _TENS if written.startswith(word)), "")
    rest = written[len(tens) :]
    if tens or rest in _ONES:
        return _TENS.get(tens, 0) + (_ONES[rest] if rest else 0)
    return _sino(written)


def _sino(written: str) -> int:
    if "만" in written:
        high, low = written.split("만", 1)
        return _sino(high or "일") * 10_000 + (_sino(low) if low else 0)
    total = 0
    run = ""
    for character in written:
        if character in _SINO:
            run += str(_SINO[character])
        elif character in _SINO_UNITS:
            total += _SINO_UNITS[character] * int(run or "1")
            run = ""
        else:
            run += character
    return total + int(run or "0")
