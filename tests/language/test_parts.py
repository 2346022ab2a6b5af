"""What people write around a title is not part of it, and a place or a name beside it is where and who."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.language.intent import Intent, Kind, Role
from bot.language.reader import read

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))


def said(text: str, language: str) -> Intent:
    """As read on a Friday morning."""
    return read(text, now=NOW, language=language)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "ja",
            "たびたび恐縮ですが、火曜の10時から設備点検の立会いを入れていただけると大変助かります",
            "設備点検の立会い",
        ),
        ("ja", "やっぱり木曜9時に品質監査って入れといてもろていい？", "品質監査"),
        ("ja", "水曜15時の工程会議ですが、先方都合で流れましたので消しておいてもらえますか", "工程会議"),
        ("en", "sorry to be a pain, could you squeeze in a tax review on Tuesday at 10 for me please", "tax review"),
        ("en", "we won't be needing the site survey on Wednesday, kindly cancel it", "site survey"),
        ("ko", "번거로우시겠지만 화요일 10시에 설비 점검 일정을 잡아주시면 감사하겠습니다", "설비 점검"),
        ("zh", "实在不好意思，麻烦您帮我把设备点检安排在周二上午十点，多谢", "设备点检"),
    ],
)
def test_courtesies_and_reasons_are_no_title(language: str, text: str, title: str) -> None:
    assert said(text, language).title == title


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "変更管理委員会"),
        ("ja", "取消処理の研修"),
        ("en", "call for papers review"),
        ("en", "please-touch exhibition"),
        ("ko", "취소 절차 교육"),
        ("zh", "预约制度培训"),
    ],
)
def test_a_title_that_sounds_like_a_request_is_kept(language: str, text: str) -> None:
    when = {"ja": "火曜10時 ", "en": "Tuesday 10am ", "ko": "화요일 오전 10시 ", "zh": "周二上午10点 "}[language]

    assert said(when + text, language).title == text


@pytest.mark.parametrize(
    ("language", "text", "title", "place"),
    [
        ("ja", "火曜10時 新人研修 中央公民館", "新人研修", "中央公民館"),
        ("ko", "화요일 오전 10시 신입 교육 본관 대강당", "신입 교육", "본관 대강당"),
    ],
)
def test_a_place_beside_the_title_is_where(language: str, text: str, title: str, place: str) -> None:
    intent = said(text, language)

    assert (intent.title, intent.location) == (title, place)


def test_what_is_left_alone_is_the_title_whatever_it_sounds_like() -> None:
    assert said("明日15時 ご都合伺い", "ja").title == "ご都合伺い"


def test_an_honorific_stays_with_a_name_in_the_title() -> None:
    assert said("明日15時 三輪さんの歓送会 幹事は村井さん", "ja").title.startswith("三輪さんの歓送会")


def test_a_title_longer_than_what_is_weighed_is_kept_whole() -> None:
    title = "設計" * 400

    assert said(f"明日15時 {title}", "ja").title == title


def test_figures_by_themselves_are_no_courtesy() -> None:
    assert said("明日15時 健診 お世話になります 40", "ja").title == "健診 40"


def test_what_is_told_stays_in_the_pieces_of_talk() -> None:
    """The service asks for a title where a time stands alone; this is more than that."""
    told = said("今週はほんとあっという間でしたね", "ja")

    assert told.kind is Kind.NONE
    assert any(piece.role is Role.TITLE for piece in told.pieces)
