"""What a failure means: later, words, or a dead letter. Time is an argument: a turn can be as old as it likes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation import House
from bot.heard import Act, Heard, Notice, dump
from bot.metrics import Metrics
from bot.patience import CHAT, NOTICES, next_try
from bot.worker import Worker
from providers.contract import Message, Person, Talk, Text
from providers.errors import Broken, NotAuthorized, NotFound, ProviderError, Throttled, Unreachable
from providers.keeping import Store
from tests.fakes import FakeCalendar, FakeChat, FakeDirectory, FakeDocuments, FakeTurn, ports

TARO = Person("u1", "taro@example.com", "田中 太郎", names=("田中",))
AWAY = Broken("lineworks", "create event", "503")


class Bench:
    """A worker with fakes around it, and one turn."""

    def __init__(self) -> None:
        self.calendar, self.chat, self.directory = FakeCalendar(), FakeChat(), FakeDirectory([TARO])
        self.metrics = Metrics()
        store: Store = FakeDocuments()  # type: ignore[assignment]  # the worker's loop, which needs the rest, is not run
        house = House(
            ports=ports(self.calendar, self.chat, self.directory),
            store=store,
            metrics=self.metrics,
            time_zone="Asia/Tokyo",
            default_length=timedelta(minutes=30),
            read_only=False,
            admins=frozenset(),
            admin_room=None,
            bot_names=lambda: ("予定",),
            clock=lambda: datetime.now(UTC),
        )
        self.worker = Worker(house, lease=5.0)

    async def run(self, turn: FakeTurn) -> str:
        return await self.worker._attempt(turn)


def said(text: str = "明日15時から1時間 設計レビュー", age: float = 0) -> FakeTurn:
    turn = FakeTurn(body=Heard(Act.SAID, datetime.now(UTC), "u1", None, text).dump())
    turn.accepted -= timedelta(seconds=age)
    return turn


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(AWAY, id="5xx"),
        pytest.param(Unreachable("lineworks", "create event", sent=False), id="no-connection"),
        pytest.param(Unreachable("lineworks", "create event"), id="time-out"),
        pytest.param(Throttled("lineworks", "create event", 2.0), id="429"),
    ],
)
async def test_f24_what_may_pass_is_tried_again_and_nothing_is_said_yet(bench: Bench, error: ProviderError) -> None:
    bench.calendar.before = [error]
    turn = said()

    outcome = await bench.run(turn)

    assert (outcome, turn.ended) == ("later", "later")
    assert bench.chat.sent == []


async def test_f23_a_wait_of_more_than_three_seconds_is_excused_for_once(bench: Bench) -> None:
    bench.calendar.before = [Throttled("lineworks", "create event", 20.0)] * 2
    turn = said()

    outcomes = [await bench.run(turn), await bench.run(turn)]

    assert outcomes == ["later", "later"]
    [(talk, message)] = bench.chat.sent
    assert talk == Talk("u1")
    assert "お待ちください" in message.text.base
    assert message.buttons == ()


async def test_f50_after_half_a_minute_the_person_is_told_and_gets_a_button_to_try_again(bench: Bench) -> None:
    bench.calendar.before = [AWAY]
    turn = said(age=31)

    outcome = await bench.run(turn)

    assert (outcome, turn.ended) == ("given_up", "done")
    [(talk, message)] = bench.chat.sent
    assert talk == Talk("u1")
    assert [button.label.base for button in message.buttons] == ["もう一度"]
    assert len(turn.puts) >= 1  # what the button does is kept with the end of the turn


async def test_a_failure_that_may_have_worked_is_not_told_as_one_that_did_not(bench: Bench) -> None:
    bench.calendar.after = [Unreachable("lineworks", "create event")]
    unsure, sure = said(age=31), said(age=31)

    await bench.run(unsure)
    bench.calendar.before = [Unreachable("lineworks", "create event", sent=False)]
    await bench.run(sure)

    texts = [message.text.base for _, message in bench.chat.sent]
    assert "確認できていません" in texts[0]
    assert "していません" in texts[1]


async def test_a_missing_right_is_told_at_once_and_alerts_an_operator(bench: Bench) -> None:
    bench.calendar.before = [NotAuthorized("lineworks", "create event", 403, "FORBIDDEN")]
    turn = said()

    await bench.run(turn)

    assert turn.ended == "done"
    assert "管理者" in bench.chat.sent[0][1].text.base
    assert bench.metrics.registry.get_sample_value("yotei_alerts_total", {"alert": "not_authorized"}) == 1


async def test_our_own_fault_is_tried_three_times_and_then_told(bench: Bench) -> None:
    bench.calendar.before = [RuntimeError("bug")] * 3
    turn = said()
    outcomes = []
    for attempt in (1, 2, 3):
        turn.attempt = attempt
        outcomes.append(await bench.run(turn))

    assert outcomes == ["later", "later", "given_up"]
    assert turn.ended == "done"
    assert len(bench.chat.sent) == 1


async def test_an_answer_that_cannot_be_sent_goes_to_a_lane_of_its_own_and_the_talk_goes_on(bench: Bench) -> None:
    bench.chat.before = [Broken("lineworks", "send message", "503")]
    turn = said(age=31)

    outcome = await bench.run(turn)

    assert (outcome, turn.ended) == ("notice", "done")
    [job] = turn.jobs
    assert job.lane == "notices:u1"
    later = FakeTurn(body=job.body)
    assert await bench.run(later) == "done"
    assert "登録しました" in bench.chat.sent[0][1].text.base
    assert bench.calendar.made == 1


async def test_an_answer_that_is_refused_is_dropped_with_an_alert(bench: Bench) -> None:
    bench.chat.before = [NotFound("lineworks", "send message", 404)]
    turn = said()

    await bench.run(turn)

    assert turn.ended == "done"
    assert turn.jobs == []
    assert bench.metrics.registry.get_sample_value("yotei_alerts_total", {"alert": "answer_refused"}) == 1


@pytest.mark.parametrize(
    ("age", "ended"), [pytest.param(3600, "later", id="an-hour"), pytest.param(25 * 3600, "buried", id="a-day")]
)
async def test_a_notice_is_tried_for_a_day_and_then_a_dead_letter(bench: Bench, age: float, ended: str) -> None:
    bench.chat.before = [AWAY]
    turn = FakeTurn(body=dump(Notice(Talk("u1"), Message(Text("遅くなりました")))))
    turn.accepted -= timedelta(seconds=age)

    await bench.run(turn)

    assert turn.ended == ended


async def test_somebody_who_cannot_be_looked_up_is_told_all_the_same(bench: Bench) -> None:
    async def away(user_id: str) -> Person:
        raise AWAY

    bench.directory.person = away  # type: ignore[method-assign]  # a directory that is down
    turn = said(age=31)

    await bench.run(turn)

    assert turn.ended == "done"
    assert bench.chat.sent[0][0] == Talk("u1")


async def test_a_piece_of_work_that_nobody_can_read_is_buried_after_three_runs_and_its_lane_goes_on(
    bench: Bench,
) -> None:
    turn = FakeTurn(body=b"from another version")
    ends = []
    for attempt in (1, 2, 3):
        turn.attempt = attempt
        await bench.worker._run(turn)
        ends.append(turn.ended)

    assert ends == ["later", "later", "buried"]


async def test_a_notice_that_may_have_arrived_is_not_said_again(bench: Bench) -> None:
    bench.chat.before = [Unreachable("lineworks", "send message")]
    turn = FakeTurn(body=dump(Notice(Talk("u1"), Message(Text("遅くなりました")))))

    outcome = await bench.run(turn)

    assert (outcome, turn.ended) == ("done", "done")


async def test_what_was_begun_and_not_finished_stays_unsure_in_a_later_run(bench: Bench) -> None:
    bench.calendar.after = [Unreachable("lineworks", "create event")]
    turn = said()
    await bench.run(turn)
    bench.calendar.before = [Unreachable("lineworks", "create event", sent=False)]
    turn.accepted -= timedelta(seconds=31)

    await bench.run(turn)

    assert "確認できていません" in bench.chat.sent[0][1].text.base


async def test_what_was_refused_for_certain_each_time_is_told_as_not_done(bench: Bench) -> None:
    bench.calendar.before = [Throttled("lineworks", "create event", 1.0)] * 2
    turn = said()
    await bench.run(turn)
    turn.accepted -= timedelta(seconds=31)

    await bench.run(turn)

    assert "確認できていません" not in bench.chat.sent[0][1].text.base
    assert "していません" in bench.chat.sent[0][1].text.base


def _turn(attempt: int) -> FakeTurn:
    turn = FakeTurn()
    turn.attempt = attempt
    return turn


@pytest.mark.parametrize(
    ("error", "least", "most"),
    [
        pytest.param(AWAY, 0.75, 1.25, id="about-a-second-at-first"),
        pytest.param(Throttled("lineworks", "send", 7.0), 7.0, 7.0, id="a-providers-wish"),
    ],
)
def test_the_next_try_waits(error: ProviderError, least: float, most: float) -> None:
    turn = _turn(1)

    at = next_try(turn, error, turn.accepted, CHAT)

    assert at is not None
    assert least <= (at - turn.accepted).total_seconds() <= most


def test_waiting_doubles_and_ends_with_patience() -> None:
    waits: Callable[[int], datetime | None] = lambda attempt: next_try(  # noqa: E731 - one line, used below
        _turn(attempt), AWAY, datetime.now(UTC), NOTICES
    )

    second, ninth = waits(2), waits(9)
    assert second is not None
    assert ninth is not None
    assert ninth - second > timedelta(seconds=100)
    assert next_try(_turn(7), AWAY, datetime.now(UTC), CHAT) is None
