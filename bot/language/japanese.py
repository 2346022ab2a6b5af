"""How Japanese writes times: the rules of the other Japanese files in their order, guards before, links after."""

from bot.language import japanese_clocks, japanese_dates, japanese_days, japanese_lengths
from bot.language.atoms import Link, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.japanese_numbers import FRESH, N2, N

# what looks like a date and belongs to a title
_GUARDS: tuple[Rule, ...] = (
    Rule(
        "a word with a number in it",
        rf"{FRESH}{N2}月(?:期|度|号|分(?!の)|生まれ|病|例)[一-龥々ァ-ヴーa-z0-9]{{0,12}}",
        lambda _: Word(Role.TITLE),
    ),
    Rule(
        "a word with a weekday in it",
        r"日曜大工|日曜日曜大工|月曜病|木曜島|土日祝(?!日)|金曜ロードショー|日曜版|プレミアムフライデー|花金|火曜サスペンス|[月火水木金土日]曜会(?!議)|水曜どうでしょう",
        lambda _: Word(Role.TITLE),
    ),
    Rule(
        "a time that names an event",
        rf"{FRESH}{N}時間(?:営業|体制|対応|監視|稼働|勤務|制|耐久)|[一1]日(?:警察|署長|体験|店長|市民|駅長|消防|名誉|税務)|{FRESH}{N}年(?:企業|祭|物|保証|点検)",
        lambda _: Word(Role.TITLE),
    ),
    Rule(
        "a time that names an event",
        r"(?:[先今来前翌当]週|[先今来前翌当]月|[昨去今来]年|昨日|今日|本日|前日)分(?!前|後)の?[一-龥ァ-ヴー]{0,10}|(?:明日|今日|未来)を[一-龥ぁ-ん]{1,8}?(?:会|塾|フォーラム|集い)",
        lambda _: Word(Role.TITLE),
    ),
    Rule(
        "a part of the day that names an event",
        r"(?:(?<=から)|(?<=[時分半]\s)|(?<=:[0-5][0-9]\s)|(?<=[でと])|(?<=まで)|(?<=まで\s)|(?<=[)間後半]\s))(?!(?:朝|昼|午後)(?:イチ|一(?:番|(?![一-龥])))|(?:昼|午後|夕方)過ぎ)(?:深夜|早朝|朝|昼|夜間|夜|夕方|午[前後](?!中))の?(?=[一-龥ァ-ヴ])(?![一二三四五六七八九十]{1,3}時)|(?<=[時分半0-9]\s)(?:月初|月末|年末|年始|週末|期末|期初|年度末)(?=[一-龥ァ-ヴ])",
        lambda _: Word(Role.TITLE),
    ),
    # an intention that is told, not a list that is asked for
    Rule(
        "where somebody will be",
        r"(?:出社|退社|出勤|退勤|帰宅|直行|直帰|帰着|帰社|外出|在宅|到着)の?予定(?:です)?(?=[。.!、\s]{0,3}$)",
        lambda _: Word(Role.TITLE),
    ),
    Rule("half a day off", r"午[前後]半?休(?![み憩診館業講])|半日休(?![み憩診館業講])", lambda _: Word(Role.TITLE)),
    Rule(
        "a number that counts things",
        rf"第?{FRESH}{N}(?:周年|回忌|年生|年目|日目|時間目|(?<![月の第].)週目|期生|人月|分科|分割|分の\d|日市|年史|年計画|次会|名様|四半期|か年|カ年|ヶ年|月生まれ|年度(?!末|の?第[1-4一二三四]四半期))",
        lambda _: Word(Role.TITLE),
    ),
)
_LINKS: tuple[Rule, ...] = (
    Rule(
        "adds nothing to the date behind it",
        r"(?:年明け|年末|年始|月末|月初め?|週明け|週末|連休明け|[今来]週|再来週|[今来]月)の?(?=\d{1,2}/\d{1,2}(?!\d)|\d{1,2}月\d{1,2}日)",
        lambda _: Link.AT,
    ),
    Rule("starts", r"(?:開始|始まり|スタート)(?:は|時刻は?|:)?\s?(?=\d{1,2}[時:])", lambda _: Link.AT),
    Rule(
        "ends",
        r"[。、,\s]{0,2}(?:終わり|おわり|終了|お開き|解散)(?:は|予定は?|時刻は?|:)?\s?(?=\d{1,2}[時:])",
        lambda _: Link.RANGE,
    ),
    Rule(
        "from … to",
        r"(?:から|より)(?=\s?(?:翌|同日)?\s?[\d一二三四五六七八九十])|[-〜~–—―−]|(?<![ァ-ヴー])ー|→|⇒",
        lambda _: Link.RANGE,
    ),
    Rule("from", r"から(?!い)|より(?!も|良|よ|い|道)|スタート|開始|以降|以後|を皮切りに", lambda _: Link.FROM_AFTER),
    Rule(
        "to",
        r"までの間に?|まで(?:に|の)?|迄に?|(?<=[時分半\d])に?(?:終了|終わ[りる]|お開き|解散)(?:の?予定)?|以前|の間(?=$|[\s、にで])に?",
        lambda _: Link.TO_AFTER,
    ),
    Rule("from … to", r"と(?=\s?[\d一二三四五六七八九十]{1,3}(?:時|:\d\d)[^、。]{0,6}の間)", lambda _: Link.RANGE),
)

RULES: tuple[Rule, ...] = (
    *_GUARDS,
    _LINKS[0],
    *japanese_lengths.SHIFTS,
    *japanese_lengths.OFFSETS,
    *japanese_days.COUNTED,
    *japanese_lengths.REPETITIONS,
    *japanese_dates.WRITTEN,
    *japanese_days.NEAR,
    *japanese_clocks.RULES,
    *japanese_lengths.LENGTHS,
    *japanese_dates.SLASHED,
    *_LINKS[1:],
)
FIGURES = japanese_clocks.FIGURES
