"""Where bookings are announced: said in many ways, and never heard in what asks for something else."""

import random
import time

import pytest

from bot.language.intent import Kind
from bot.language.languages import LANGUAGES as READ
from bot.language.routes import asked_of_routes
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from bot.say import explain
from tests.language.corpora import Asked, answer, sentences
from tests.language.reading import reading

ROUTES = (Kind.ROUTE_HERE, Kind.ROUTES, Kind.ROUTE_STOP)


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("routes")])
def test_a_sentence_about_routes_says_nothing_else(asked: Asked) -> None:
    intent = answer(asked)

    assert str(intent.kind) == asked["expect"]["intent"]
    assert (intent.title, intent.start, intent.ask) == ("", None, ())
    assert "".join(asked["text"][piece.begin : piece.end] for piece in intent.pieces) == asked["text"]


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked["id"]) for asked in sentences("not_routes")])
def test_what_only_sounds_like_it_is_left_alone(asked: Asked) -> None:
    assert answer(asked).kind not in ROUTES


@pytest.mark.parametrize("softened", ["{}", "{}。", "すみません、{}", "{}！", "　{}　"])
@pytest.mark.parametrize("room", ["ここ", "このチャンネル", "このトークルーム", "このグループ", "こちら"])
@pytest.mark.parametrize("told", ["Jicoo通知", "Jicooの通知", "ジクーの予約通知", "予約の通知", "新しい予約のお知らせ"])
@pytest.mark.parametrize("verb", ["", "送って", "お願いします", "流してください", "出してもらえますか"])
def test_japanese_puts_the_room_before_or_behind_what_is_told(told: str, room: str, verb: str, softened: str) -> None:
    for order in (f"{told}を{room}に{verb}", f"{told}は{room}に{verb}", f"{room}に{told}を{verb}"):
        assert reading(softened.format(order)).kind is Kind.ROUTE_HERE, order


def test_a_talk_about_notifications_can_still_be_arranged() -> None:
    intent = reading("通知設定の打ち合わせ 明日15時")

    assert (intent.kind, intent.title) == (Kind.CREATE, "通知設定の打ち合わせ")


def test_say_shows_it() -> None:
    assert "→ route_here" in explain(reading("Jicoo通知をここに"), "Jicoo通知をここに")


@pytest.mark.parametrize(
    "words", [pytest.param(words, id=locale) for locale, words in LANGUAGES.items() if locale[:2] in READ]
)
def test_the_sentence_that_the_bot_recommends_makes_a_route(words: Words) -> None:
    assert reading(words.route_example).kind is Kind.ROUTE_HERE


def test_no_sentence_of_its_own_words_takes_long() -> None:
    told = [asked["text"].lower() for asked in sentences("routes")]
    draw = random.Random(7)
    jumbled = ["".join(draw.choice(told)[:8] for _ in range(9))[:59] for _ in range(400)]
    began = time.process_time()

    for text in jumbled:
        for language in READ:
            asked_of_routes(text, language)

    assert time.process_time() - began < len(jumbled) * 0.002
