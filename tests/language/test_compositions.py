"""Every day with every time, in every order around a title: each means what its parts mean alone. Seen from Friday, 20 November 2026."""

import random
from dataclasses import dataclass
from datetime import date, datetime

import pytest

from bot.language.intent import Intent, Kind
from bot.language.reader import read
from tests.language.reading import NOW, doubts

SENTENCES = 400  # of each language and kind


@dataclass(frozen=True)
class Writing:
    """How a language is written; `{d}` a day, `{t}` a time, `{x}` a title, `{o}` the day that an event has now."""

    days: str
    times: str
    titles: str
    creates: str
    cancels: str
    moves: str
    lists: str
    alone: str  # a day that any time may stand beside


WRITINGS = {
    "ja": Writing(
        days="明日|あさって|来週火曜|来週の火曜日|再来週の月曜|今度の土曜|12月5日|12/5|12/5(土)|2026年12月5日|令和8年12月5日|5日|月末|来月5日|"
        "来月の第2火曜|月曜|3日後|2週間後|1週間後の水曜|クリスマス|大晦日|週明け|今週土曜|再来月の5日|来年3月5日|二十五日|十二月五日|しあさって|"
        "来週の今日|来月末|翌日|2026-12-05|成人の日",
        times="15時|15:00|午後3時|午後三時半|10時半|朝9時|夜8時|18時15分|10時〜12時|10:00-11:30|13時から15時|9時から12時|正午|朝イチ|昼イチ|"
        "午後2時から1時間|10時から90分|夕方6時|15時から1時間半|午前10時15分|９：００|19時半|11時から30分間",
        titles="設計レビュー|歯医者|棚卸|新人研修|面談",
        creates="{d}{t} {x}|{d} {t} {x}|{x} {d}{t}|{x} {d} {t}|{d}の{t}に{x}|{d}{t}に{x}|{d} {x} {t}|{x}、{d}{t}|{d}、{t}、{x}|{d}は{t}に{x}|"
        "{d}{t}で{x}入れて|{t} {x} {d}|{d}の{x} {t}|{x}を{d}{t}に登録|{x} {d}の{t}でお願いします",
        cancels="{d}の{x}をキャンセル|{d}{t}の{x}を取り消して|{x} {d} {t} 削除|{d}{t}の{x}、なしで",
        moves="{o}の{x}を{d}{t}に変更|{o}の{x}は{d}の{t}に移動|{o}10時の{x}を{d}{t}に変更して",
        lists="{d}の予定|{d}の予定を教えて|{d}って何か入ってる？",
        alone="明日",
    ),
    "en": Writing(
        days="tomorrow|the day after tomorrow|next Tuesday|Tuesday next week|on Monday|Dec 5|December 5th|5 December|5th of December|12/5|"
        "on the 5th|2026-12-05|Dec 5, 2026|a week from Tuesday|in 3 days|in two weeks|the first Monday of December|the last Friday of the month|"
        "Christmas Eve|New Year's Eve|Monday week|this Saturday|the 25th|Sat Dec 5|Saturday, December 5|a week from tomorrow|Thursday after next",
        times="at 3pm|3pm|at 15:00|15:00|10:30am|at half past ten|at quarter to nine|from 10 to 12|10-11:30am|10am-noon|at noon|"
        "from 2pm for an hour|at 9 am for 90 minutes|at 7 in the evening|8:15 pm|3 to 4pm|between 1 and 3 pm|at 6 o'clock|at 3",
        titles="design review|dentist|budget call|yoga class",
        creates="{x} {d} {t}|{d} {t} {x}|{d}, {t}: {x}|{x} {t} {d}|{t} {d} {x}|{d} {x} {t}|add {x} {d} {t}|please schedule {x} {t} {d}|"
        "{x} - {d} {t}|{d} {t} - {x}",
        cancels="cancel the {x} {d}|please cancel {x} {d} {t}|delete {x} {t} {d}",
        moves="move the {x} {o} to {d} {t}|change {x} {o} to {d} {t}",
        lists="what's on my calendar {d}?|show me {d}|do I have anything {d}?",
        alone="tomorrow",
    ),
    "zh": Writing(
        days="明天|后天|大后天|下周二|下星期二|下个星期二|下礼拜二|周一|星期一|12月5日|12月5号|2026年12月5日|5号|月底|下个月5号|三天后|两周后|圣诞节|"
        "元旦|本周六|下下周一|十二月五日|明年3月5日|这个月25号|25日|下个月第一个周一|年底|12月5日(周六)|二十五号|周六",
        times="下午3点|下午三点|下午三点半|15点|15:00|上午10点|上午十点一刻|早上9点|晚上8点|晚上7点半|10点到12点|10:00-11:30|下午2点到4点|"
        "中午12点|下午两点开始1个小时|傍晚6点|九点|19点30分",
        titles="设计评审|产品会议|培训|面谈",
        creates="{d}{t}{x}|{d} {t} {x}|{x} {d}{t}|帮我安排{d}{t}的{x}|{x},{d}{t}|{d},{t},{x}|{d}的{x},{t}|添加{d}{t} {x}|{d}{t}开{x}",
        cancels="取消{d}的{x}|把{d}{t}的{x}取消|{d}{t}的{x}不开了",
        moves="把{o}的{x}改到{d}{t}|{o}的{x}挪到{d}{t}",
        lists="{d}有什么安排|查看{d}的日程",
        alone="明天",
    ),
    "ko": Writing(
        days="내일|모레|글피|다음 주 화요일|다음주 화요일|담주 화욜|월요일|12월 5일|12/5|2026년 12월 5일|5일|다음 달 5일|월말|사흘 뒤|3일 후|2주 뒤|"
        "크리스마스|연말|이번 주 토요일|다다음 주 월요일|십이월 오일|내년 3월 5일|25일|12월 5일(토)|2026-12-05|다음 달 첫째 주 월요일|토요일|열흘 뒤",
        times="오후 3시|15시|15:00|오전 10시 반|오후 세시|세시|밤 8시|저녁 7시 반|10시~12시|10:00-11:30|오후 2시부터 4시까지|10시부터 12시|정오|"
        "오후 2시부터 1시간|9시부터 90분|아침 9시|18시 30분|열시 반|3시",
        titles="설계 검토|치과|신입 교육|회의",
        creates="{d} {t} {x}|{x} {d} {t}|{d} {t}에 {x}|{x} {d} {t}에 등록해줘|{d} {x} {t}|{d}, {t}, {x}|{t} {d} {x}|{d} {t} {x} 잡아줘|{d}에 {x} {t}",
        cancels="{d} {x} 취소해줘|{d} {t} {x} 취소|{x} {d} {t} 삭제해 주세요",
        moves="{o} {x}를 {d} {t}로 변경해줘|{o} {x}, {d} {t}로 미뤄줘",
        lists="{d} 일정 알려줘|{d} 일정",
        alone="내일",
    ),
}
LANGUAGES = sorted(WRITINGS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_what_its_parts_say(language: str) -> None:
    wrong = [
        sentence
        for sentence, x, start, end in _composed(language, WRITINGS[language].creates)
        if not _is(_read(sentence, language), Kind.CREATE, x, start, end) or doubts(_read(sentence, language))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_goes_where_its_parts_say(language: str) -> None:
    wrong = [
        sentence
        for sentence, x, start, end in _composed(language, WRITINGS[language].moves)
        if "翌日" not in sentence  # counted from the day it has now: test_beside_a_day
        and not _is(_read(sentence, language), Kind.RESCHEDULE, x, start, end)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_cancelled_is_where_its_parts_say(language: str) -> None:
    wrong = [
        sentence
        for sentence, x, start, _ in _composed(language, WRITINGS[language].cancels)
        if (found := _read(sentence, language)).kind is not Kind.CANCEL
        or found.title != x
        or found.start not in (start, start.date())
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_shows_the_day_that_was_said(language: str) -> None:
    wrong = [
        sentence
        for sentence, _, start, _ in _composed(language, WRITINGS[language].lists)
        if (found := _read(sentence, language)).kind is not Kind.LIST or found.start != start.date()
    ]

    assert wrong == []


def _read(sentence: str, language: str) -> Intent:
    return read(sentence, now=NOW, language=language)


def _is(found: Intent, kind: Kind, title: str, start: datetime, end: datetime | None) -> bool:
    return (found.kind, found.title, found.start) == (kind, title, start) and end in (None, found.end)


def _composed(language: str, patterns: str) -> list[tuple[str, str, datetime, datetime | None]]:
    """Sentences, each with its title, start and end, as the day and the time mean when each stands alone."""
    writing = WRITINGS[language]
    chance = random.Random(20261120)
    composed: list[tuple[str, str, datetime, datetime | None]] = []
    while len(composed) < SENTENCES:
        pattern, day, time, title = (
            chance.choice(choices.split("|")) for choices in (patterns, writing.days, writing.times, writing.titles)
        )
        if "{d}{t}" in pattern and day[-1].isdigit() and time[0].isdigit():
            continue  # 12/515時 is nothing
        if "{o}" in pattern and _has_end(time):
            continue  # from … to … is where it goes from there
        on = _read(day, language).start
        at = _read(f"{writing.alone} {time} {title}", language)
        assert type(on) is date, day
        assert isinstance(at.start, datetime), time
        start = datetime.combine(on, at.start.timetz())
        end = start + (at.end - at.start) if isinstance(at.end, datetime) else None
        composed.append((pattern.format(d=day, t=time, x=title, o=writing.alone), title, start, end))
    return composed


def _has_end(time: str) -> bool:
    return any(link in time for link in ("〜", "-", "から", " to ", "and", "for", "到", "开始", "~", "부터"))
