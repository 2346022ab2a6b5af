"""The languages we read. To add one: write its files and name it here."""

from bot.language import (
    english,
    english_clocks,
    english_commands,
    english_complements,
    english_details,
    english_talk,
    japanese,
    japanese_clocks,
    japanese_commands,
    japanese_details,
    japanese_talk,
    korean,
    korean_asking,
    korean_commands,
    korean_details,
    korean_people,
    korean_places,
    korean_talk,
    misspelt,
    shared,
)  # fmt: skip
from bot.language.chinese import CHINESE
from bot.language.grammar import Language, Rule
from bot.language.scanning import Scanner

JAPANESE = Language(
    code="ja",
    rules=(
        *japanese_details.RULES,
        *japanese_commands.RULES,
        *japanese.RULES,
        *shared.MONTH_FIRST,
        *japanese.FIGURES,
    ),
    joiners=frozenset({"", *"の 、 , に は で ・ : の、 は、 に、 、の ほど くらい だけ 間".split()}),
    title_head=japanese_talk.TITLE_HEAD,
    title_tail=japanese_talk.TITLE_TAIL,
    deadline=japanese_talk.DEADLINE,
    past=japanese_talk.PAST,
    residue=japanese_talk.RESIDUE,
    object_end=japanese_talk.OBJECT_END,
    target_end=japanese_talk.TARGET_END,
    title_day=japanese_talk.TITLE_DAY,
    title_parts=japanese_clocks.TITLE_PARTS,
    alone=japanese_talk.ALONE,
)
ENGLISH = Language(
    code="en",
    firm=english_commands.FIRM,
    rules=(
        *english_commands.RULES,
        *english_details.RULES,
        *english.RULES,
        *misspelt.RULES,
        *english_complements.LAST,
    ),
    joiners=english.JOINERS,
    title_head=english_talk.TITLE_HEAD,
    title_tail=english_talk.TITLE_TAIL,
    past=english_talk.PAST,
    given_up=english_talk.GIVEN_UP,
    title_parts=english_clocks.TITLE_PARTS,
    residue=english_talk.RESIDUE,
    title_day=english_talk.TITLE_DAY,
    announces=english_talk.ANNOUNCES,
    subject=english_talk.SUBJECT,
    alone=english_talk.ALONE,
)
KOREAN = Language(
    code="ko",
    rules=(
        *korean_details.RULES,
        *korean_places.RULES,
        *korean_people.RULES,
        *korean_commands.RULES,
        *korean.RULES,
        *shared.MONTH_FIRST,
        *korean.FIGURES,
        *korean_places.ANYWHERE,
    ),
    joiners=korean_talk.JOINERS,
    title_head=korean_talk.TITLE_HEAD,
    title_tail=korean_talk.TITLE_TAIL,
    past=korean_talk.PAST,
    deadline=korean_talk.DEADLINE,
    residue=korean_talk.RESIDUE,
    object_end=korean_talk.OBJECT_END,
    target_end=korean_talk.TARGET_END,
    title_day=korean_talk.TITLE_DAY,
    title_parts=korean.TITLE_PARTS,
    alone=korean_asking.ALONE,
)
LANGUAGES = {language.code: language for language in (JAPANESE, ENGLISH, KOREAN, CHINESE)}

_SHARED: tuple[Rule, ...] = (*shared.QUOTES, *shared.DATES)
_scanners: dict[tuple[str, ...], Scanner] = {}


def scanner(codes: tuple[str, ...]) -> Scanner:
    """The rules of `codes` as one pattern; the first language's win. Made once for each combination."""
    found = _scanners.get(codes)
    if found is None:
        found = _scanners[codes] = Scanner(tuple(LANGUAGES[code] for code in codes), _SHARED)
    return found
