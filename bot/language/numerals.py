"""Numbers as East Asian languages write them with Han characters; Japanese and Chinese share them."""

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("〇零", "一壱壹", "二弐贰貳两兩", "三参叁", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}

HAN_DIGITS = "".join(_DIGITS)
HAN = "".join(_DIGITS) + "".join(_UNITS) + "".join(_TENS) + "万"


def number(written: str) -> int:
    """The value of `written`: figures, or Han numerals with or without 十百千 (二十五, 二五, 二〇二六, 千二百)."""
    if written.isascii():
        return int(written)
    if "万" in written:
        high, low = written.split("万", 1)
        return number(high or "一") * 10_000 + (number(low) if low else 0)
    total = 0
    run = ""
    for character in written:
        if character in _DIGITS:
            run += str(_DIGITS[character])
        elif character in _TENS:
            total += _TENS[character]
        elif character in _UNITS:
            total += _UNITS[character] * int(run or "1")
            run = ""
        else:  # figures and Han mixed: 3千
            run += character
    return total + int(run or "0")
