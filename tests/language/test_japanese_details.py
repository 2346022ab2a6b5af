"""Every detail a Japanese command can carry, in every order, rendered from its meaning and read back."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.intent import Intent, Kind
from tests.language.reading import NOW, TOKYO, doubts, reading

_TITLES = st.sampled_from(
    "監査対応 予実確認 キックオフ 資料作成 棚卸し 1on1 深夜メンテ 朝会 採用説明会 UI検討 4K配信テスト".split()
)
_FAMILIES = "田中 佐藤 高橋 松本 林 清水 石川 長谷川 五十嵐 佐々木".split()
_PLACES = "会議室A 第2会議室 本社 大阪支社 Zoom 品川駅 応接室 四日市 3階会議室".split()
_SYSTEMS = {"Jicoo": "jicoo", "バックオフィス": "backoffice", "BO": "backoffice", "LINE WORKS": "lineworks"}
_WISHES = st.sampled_from(
    [
        "",
        "を登録して",
        "を入れておいてもらえますか",
        "入れといて",
        "を設定していただけますと幸いです",
        "の登録を依頼します",
        "を押さえてください",
        "でお願いします",
        "よろ",
        "を入れられますか？",
    ]
)
_DAYS = {"明日": 21, "来週の火曜": 24, "来週木": 26, "11/25(水)": 25, "あさって": 22, "3日後": 23, "二十七日": 27}


@st.composite
def _people(draw: st.DrawFn) -> tuple[tuple[str, ...], str, str]:
    """Names, how they stand before the event, and how behind it."""
    names = tuple(draw(st.lists(st.sampled_from(_FAMILIES), min_size=1, max_size=3, unique=True)))
    if draw(st.booleans()):
        return names, "と".join(f"{name}さん" for name in names) + "と", ""
    behind = ["@" + " @".join(names), "@" + "さん @".join(names) + "さん", "、".join(f"{name}さん" for name in names)]
    return names, "", draw(st.sampled_from(behind))


@st.composite
def _commands(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """A sentence, and the fields it says."""
    title = draw(_TITLES)
    day = draw(st.sampled_from(sorted(_DAYS)))
    hour = draw(st.integers(10, 18))
    start = datetime(2026, 11, _DAYS[day], hour, tzinfo=TOKYO)
    said: dict[str, object] = {"title": title, "start": start}
    when = f"{day} {hour}時"
    if draw(st.booleans()):
        said["end"] = start + timedelta(minutes=90)
        when += draw(st.sampled_from(["から1時間半", f"〜{hour + 1}時半", f"から{hour + 1}時30分まで"]))
    before, behind = "", []
    if draw(st.booleans()):
        said["attendees"], with_them, added = draw(_people())
        before += with_them
        behind += [added] if added else []
    if draw(st.booleans()):
        place = draw(st.sampled_from(_PLACES))
        said["location"] = place
        before += f"{place}で"
    if draw(st.booleans()):
        minutes = draw(st.sampled_from([5, 10, 30]))
        said["reminders"] = (timedelta(minutes=minutes),)
        behind.append(
            draw(st.sampled_from([f"{minutes}分前に通知", f"通知は{minutes}分前", f"{minutes}分前にリマインドして"]))
        )
    if draw(st.booleans()):
        said["private"] = True
        behind.append(draw(st.sampled_from(["非公開", "非公開で", "（非公開）"])))
    if draw(st.booleans()):
        said["free"] = True
        behind.append("空き時間扱い")
    system = draw(st.sampled_from([None, *sorted(_SYSTEMS)]))
    said["provider"] = _SYSTEMS[system] if system else None
    head = f"{system}{draw(st.sampled_from(['に', 'へ']))}" if system else ""
    return " ".join([f"{head}{when} {before}{title}{draw(_WISHES)}", *draw(st.permutations(behind))]), said


@given(_commands())
@settings(max_examples=1000, deadline=None)
def test_every_detail_of_a_command_comes_back(command: tuple[str, dict[str, object]]) -> None:
    sentence, said = command

    intent = reading(sentence)

    silent = Intent(Kind.CREATE)
    fields = ("title", "start", "end", "attendees", "location", "reminders", "private", "free", "provider")
    assert intent.kind is Kind.CREATE
    assert {name: getattr(intent, name) for name in fields} == {name: getattr(silent, name) for name in fields} | said
    assert doubts(intent) == []


@pytest.mark.parametrize("verb", ["入れ", "押さえ", "加え"])
@pytest.mark.parametrize(
    "ending",
    [
        "て", "てください", "といて", "ておいて", "たい", "たいです", "られますか", "ておいてもらえますか", "ていただけますでしょうか", "てもらってもいいですか",
        "ていただけると幸いです", "てほしいです", "てくれませんか", "てね", "てー", "ることは可能ですか",
    ],
)  # fmt: skip
def test_a_verb_is_a_wish_in_every_form(verb: str, ending: str) -> None:
    intent = reading(f"明日15時に監査対応を{verb}{ending}")

    assert (intent.kind, intent.title) == (Kind.CREATE, "監査対応")


@pytest.mark.parametrize(
    ("sentence", "attendees", "optional"),
    [
        pytest.param("明日15時 面談 @高橋 @伊藤（任意）", ("高橋",), ("伊藤",), id="in-brackets"),
        pytest.param("明日15時 面談 @高橋、伊藤さんは任意", ("高橋",), ("伊藤",), id="said-of-a-name"),
        pytest.param("明日15時 面談 @高橋 @伊藤さんは任意で", ("高橋",), ("伊藤",), id="said-of-a-mention"),
        pytest.param("明日15時 面談 任意参加者：伊藤、林", (), ("伊藤", "林"), id="a-list"),
        pytest.param("明日15時 面談 高橋さん必須、伊藤さん任意", ("高橋",), ("伊藤",), id="and-required"),
    ],
)
def test_who_need_not_come_is_told_apart(sentence: str, attendees: tuple[str, ...], optional: tuple[str, ...]) -> None:
    intent = reading(sentence)

    assert (intent.title, intent.attendees, intent.optional) == ("面談", attendees, optional)


def test_a_town_that_is_mentioned_is_a_place_unless_somebody_has_its_name() -> None:
    assert reading("明日15時 面談 @新宿").location == "新宿"
    assert reading("明日15時 面談 @新宿", now=NOW, names=("新宿",)).attendees == ("新宿",)


@pytest.mark.parametrize("room", ["第3会議室", "第2実習棟", "201号室", "3階ラウンジ", "2号館ロビーA"])
def test_a_mention_that_begins_with_a_figure_is_a_place(room: str) -> None:
    intent = reading(f"明日15時 安全講習＠{room}")

    assert (intent.title, intent.location, intent.attendees) == ("安全講習", room, ())


@pytest.mark.parametrize(
    ("text", "title", "note"),
    [
        ("12/5 10時 芋煮会 雨天中止", "芋煮会", "雨天中止"),
        ("明日9時 運動会(雨天順延)", "運動会", "雨天順延"),
        ("土曜13時 草野球 小雨決行", "草野球", "小雨決行"),
    ],
)
def test_what_becomes_of_it_in_the_rain_cancels_nothing(text: str, title: str, note: str) -> None:
    intent = reading(text)

    assert (intent.kind, intent.title, intent.description) == (Kind.CREATE, title, note)


def test_an_event_that_rain_cancels_is_cancelled() -> None:
    assert reading("明日の草野球を雨のため中止").kind is Kind.CANCEL
