"""How English writes numbers: figures and words, halves, ordinals, years. Pure; every pattern is bounded."""

import re

BEGINS = r"(?<![\w.])"  # a word begins here
ENDS = r"(?!\w)"  # and ends here

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES: dict[str, float] = {word: value for value, word in enumerate(_SMALL)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_VALUES |= {"a": 1, "an": 1, "half": 0.5, "couple": 2, "few": 3, "several": 3, "dozen": 12, "1/2": 0.5, "1\u20442": 0.5}  # fmt: skip
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_ORDINALS |= {f"twenty{gap}{word}": 20 + value for word, value in list(_ORDINALS.items())[:9] for gap in "- "}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}


def any_of(words: object) -> str:
    """An alternation of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))  # type: ignore[call-overload]  # any iterable of words


_ONES = any_of(_SMALL[1:10])
_TO_99 = rf"(?:(?:{any_of(_TENS)})(?:[- ](?:{_ONES}))?|{any_of(_SMALL)}){ENDS}"
_TO_999 = rf"(?:(?:a|{_ONES}) hundred(?:(?: and)? {_TO_99})?|{_TO_99})"
_TO_99999 = rf"(?:(?:a|{_TO_99}) thousand(?:,?(?: and)? {_TO_999})?|{_TO_999})"
_LOOSE = r"a (?:couple|few|dozen)(?: of)?|couple(?: of)?|few|several|half an?|half|an?"
# an amount, also a broken one: 1.5, two and a half, half a, a couple of
N = rf"(?:\d{{1,2}} 1[/\u2044]2|1[/\u2044]2|\d{{1,3}} (?:hundred|thousand){ENDS}|\d{{1,4}}(?:\.\d{{1,2}})?(?: and a half)?|(?:{_TO_99999})(?: and a half)?|(?:{_LOOSE}){ENDS})"
WHOLE = rf"(?:\d{{1,3}}|{_TO_99})"  # a whole number
HOUR = rf"(?:\d{{1,2}}|(?:{any_of(_SMALL[1:13])}){ENDS})"  # of a clock
MINUTES = rf"(?:(?:twenty|thirty|forty|fifty)(?:[- ](?:{_ONES}))?|oh[- ](?:{_ONES})|{any_of(_SMALL[10:])})"  # of a clock, in words
TH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{any_of(_ORDINALS)})"  # 1st, first
DAY = rf"(?:{TH}|\d{{1,2}})"
_YEAR_WORDS = rf"two thousand(?: and)?(?: {_TO_99})?|(?:nineteen|twenty)(?: (?:hundred(?: and {_TO_99})?|oh[- ](?:{_ONES})|(?:{any_of(_TENS)})(?:[- ](?:{_ONES}))?|{any_of(_SMALL[10:])}))"
YEAR = rf"(?:[12]\d{{3}}|'\d{{2}}|{_YEAR_WORDS})"
NEAR_YEAR = (
    rf"(?:(?:19|20|21)\d\d(?! ?h(?:ou)?rs)|1\d[6-9]\d|'\d{{2}}|{_YEAR_WORDS})"  # beside a date, where 1530 is a time
)


def amount(written: str) -> float:
    """The value of an amount in figures or words."""
    total = current = 0.0
    for word in re.findall(r"\d+(?:\.\d+)?(?![/\u2044])|1[/\u2044]2|[a-z]+", written.replace("and a half", "half")):
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = (total + (current or 1)) * 1000, 0
        elif word in ("couple", "few", "dozen"):
            current = _VALUES[word]
        elif word in ("a", "an"):
            current = current or 1
        elif word in _VALUES:
            current += _VALUES[word]
        elif word[0].isdigit():
            current += float(word)
    return total + current


def ordinal(written: str) -> int:
    """The value of an ordinal, or of a day's bare figure."""
    if written in _ORDINALS:
        return _ORDINALS[written]
    return int("".join(character for character in written if character.isdigit()))


def minutes(written: str) -> int:
    """Minutes of a clock in figures or words: 05, oh five, forty-five."""
    return int(amount(written.removeprefix("oh").strip("- ")))


def year(written: str | None) -> int | None:
    """The year written: 2026, '26, 26, 99, two thousand and six, twenty twenty-six; None for None."""
    if written is None:
        return None
    figures = written.lstrip("'")
    if figures.isdigit():
        short = int(figures)
        return short if len(figures) > 2 else short + (2000 if short < 70 else 1900)
    if written.startswith("two thousand"):
        return int(amount(written))
    century, _, rest = written.partition(" ")
    rest = rest.removeprefix("hundred").removeprefix(" and ")
    return 100 * int(_VALUES[century]) + (minutes(rest) if rest else 0)
