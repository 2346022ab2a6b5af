"""What becomes of work about bookings when something fails: later, words, or another room."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation import House
from bot.heard import Agreed, Look, Notice, SweepDue, Told, dump, load
from bot.metrics import Metrics
from bot.worker import Worker
from handlers.commands import CancelBooking, MoveBooking, NewTime
from providers.bookings import Host
from providers.contract import Button, Message, Span, Talk, Text
from providers.errors import Broken, NotAuthorized, ProviderError, Refused, Unreachable, Unreadable
from providers.keeping import Store
from tests.fakes import FakeBookings, FakeCalendar, FakeChat, FakeDirectory, FakeDocuments, FakeMirror, FakeTurn, ports
from tests.handlers import test_bookings
from tests.handlers.conftest import TARO

_START = datetime.now(UTC) + timedelta(days=2)
BOOKED = replace(test_bookings.BOOKED, span=Span(_START, _START + timedelta(minutes=30)))  # still to come
AWAY = Broken("jicoo", "get booking", "503")
ADMINS = "room-admins"


class Bench:
    """A worker with fakes around it; Taro is the host of one booking and an admin."""

    def __init__(self) -> None:
        self.bookings = FakeBookings([Host("j-taro", TARO.name, TARO.email)])
        self.bookings.held["BK1"] = BOOKED
        self.chat, self.mirror, self.documents = FakeChat(), FakeMirror(), FakeDocuments()
        jicoo = FakeCalendar(None, "jicoo")
        jicoo.accounts = {TARO.user_id: "j-taro"}
        store: Store = self.documents  # type: ignore[assignment]  # the worker's loop, which needs the rest, is not run
        self.directory = FakeDirectory([TARO])
        self.house = house = House(
            ports=ports(
                FakeCalendar(),
                self.chat,
                self.directory,
                mirror=self.mirror,
                bookings=self.bookings,
                others=[jicoo],
                documents=self.documents,
            ),
            store=store,
            metrics=Metrics(),
            time_zone="Asia/Tokyo",
            default_length=timedelta(minutes=30),
            read_only=False,
            admins=frozenset({TARO.user_id}),
            admin_room=ADMINS,
            bot_names=lambda: ("予定",),
            clock=lambda: datetime.now(UTC),
        )
        self.routes = house.ports.routes
        self.worker = Worker(house, lease=5.0)

    async def run(self, turn: FakeTurn) -> str:
        return await self.worker._attempt(turn)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def agreed(age: float = 0) -> FakeTurn:
    command = CancelBooking("BK1", "k", agreed=True)
    turn = FakeTurn(body=dump(Agreed(command, TARO.user_id, Talk(TARO.user_id), datetime.now(UTC))))
    turn.accepted -= timedelta(seconds=age)
    return turn


async def test_news_wait_for_jicoo_a_few_times_and_are_then_told_as_they_came(bench: Bench) -> None:
    bench.bookings.trouble = [AWAY] * 4
    turn = FakeTurn(body=dump(Told(BOOKED)))
    outcomes = []

    for attempt in range(1, 5):
        turn.attempt = attempt
        outcomes.append(await bench.run(turn))

    assert outcomes == ["later"] * 3 + ["done"]
    assert [job.lane for job in turn.jobs] == [f"notices:{ADMINS}"]


async def test_a_card_goes_through_the_lane_of_its_room(bench: Bench) -> None:
    turn = FakeTurn(body=dump(Told(BOOKED)))

    await bench.run(turn)
    [job] = turn.jobs
    assert bench.chat.sent == []
    await bench.run(FakeTurn(body=job.body))

    [(talk, message)] = bench.chat.sent
    assert talk == Talk(room_id=ADMINS)
    assert BOOKED.title in message.text.base
    assert len(message.buttons) == 2


async def test_an_agreed_change_is_answered_and_everything_follows(bench: Bench) -> None:
    turn = agreed()

    outcome = await bench.run(turn)

    assert (outcome, turn.ended, bench.bookings.changes) == ("done", "done", 1)
    [(talk, message)] = bench.chat.sent
    assert talk == Talk(TARO.user_id)
    assert "キャンセルしました" in message.text.base
    assert [job.lane for job in turn.jobs] == [f"notices:{ADMINS}"]  # the room hears of it too


async def test_f50_who_agreed_is_told_within_half_a_minute_that_it_did_not_work(bench: Bench) -> None:
    bench.bookings.trouble = [AWAY] * 2

    early, late = agreed(), agreed(age=31)
    outcomes = [await bench.run(early), await bench.run(late)]

    assert outcomes == ["later", "given_up"]
    [(_, message)] = bench.chat.sent
    assert "Jicoo" in message.text.base
    assert [button.label.base for button in message.buttons] == ["もう一度"]
    assert (late.ended, bench.bookings.changes) == ("done", 0)


async def test_f50_who_agreed_is_told_also_while_nobody_says_who_they_are(bench: Bench) -> None:
    bench.directory.unknown = [Broken("lineworks", "get user", "503")] * 2
    turn = agreed(age=31)

    outcome = await bench.run(turn)

    assert (outcome, turn.ended, bench.bookings.changes) == ("given_up", "done", 0)
    [(talk, _)] = bench.chat.sent
    assert talk == Talk(TARO.user_id)


async def test_f25_a_change_whose_end_is_unknown_is_not_told_as_not_made(bench: Bench) -> None:
    bench.bookings.after = [Unreachable("jicoo", "cancel", "cut")]

    await bench.run(agreed(age=31))

    [(_, message)] = bench.chat.sent
    assert "確認できていません" in message.text.base


async def test_f28_a_room_that_refuses_cards_loses_its_route(bench: Bench) -> None:
    await bench.routes.open("room-1", TARO.user_id)
    bench.chat.before = [NotAuthorized("lineworks", "send message", 403)]
    card = Message(Text("新しい予約"))
    turn = FakeTurn(body=dump(Notice(Talk(room_id="room-1"), card, routed=True)))

    outcome = await bench.run(turn)

    assert (outcome, turn.ended) == ("rerouted", "done")
    assert {job.lane for job in turn.jobs} == {f"notices:{ADMINS}", f"notices:{TARO.user_id}"}
    route = await bench.routes.at("room-1")
    assert route is not None
    assert route.broken


def routed(text: str = "新しい予約", room: str = "room-1") -> FakeTurn:
    card = Message(Text(text), (Button(Text("キャンセル"), Text("キャンセル"), "0.x"),))
    return FakeTurn(body=dump(Notice(Talk(room_id=room), card, routed=True)))


async def test_f28_the_maker_of_a_route_hears_once_that_it_is_broken_and_by_the_rooms_name(bench: Bench) -> None:
    await bench.routes.open("room-1", TARO.user_id)
    bench.chat.before = [NotAuthorized("lineworks", "send message", 403)] * 2
    first, second = routed(), routed()

    for turn in (first, second):
        await bench.run(turn)

    assert [job.lane for job in (*first.jobs, *second.jobs)].count(f"notices:{TARO.user_id}") == 1
    told = next(load(job.body) for job in first.jobs if job.lane == f"notices:{TARO.user_id}")
    assert isinstance(told, Notice)
    assert "名前 room-1" in told.message.text.base


async def test_f28_the_admins_copy_of_a_card_has_no_buttons_that_are_bound_to_another_room(bench: Bench) -> None:
    await bench.routes.open("room-1", TARO.user_id)
    bench.chat.before = [NotAuthorized("lineworks", "send message", 403)]
    turn = routed()

    await bench.run(turn)

    copy = next(load(job.body) for job in turn.jobs if job.lane == f"notices:{ADMINS}")
    assert isinstance(copy, Notice)
    assert (copy.message.text.base, copy.message.buttons) == ("新しい予約", ())


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(NotAuthorized("lineworks", "send message", 401), id="key-refused"),
        pytest.param(Refused("lineworks", "send message", 400), id="bad-message"),
        pytest.param(Unreadable("lineworks", "send message"), id="unreadable"),
    ],
)
async def test_f28_what_is_no_fault_of_the_room_breaks_no_route(bench: Bench, trouble: ProviderError) -> None:
    await bench.routes.open("room-1", TARO.user_id)
    bench.chat.before = [trouble]
    turn = routed()

    outcome = await bench.run(turn)

    route = await bench.routes.at("room-1")
    assert route is not None
    assert not route.broken
    assert (outcome, turn.ended) == ("buried", "buried")  # an operator can put it back


async def test_f28_a_card_that_the_admin_room_itself_refuses_is_kept_for_an_operator(bench: Bench) -> None:
    bench.chat.before = [NotAuthorized("lineworks", "send message", 403)]

    assert await bench.run(routed(room=ADMINS)) == "buried"


async def test_f30_a_change_that_is_made_is_not_told_as_failed_because_the_calendars_are_away(bench: Bench) -> None:
    bench.directory.away = [Broken("lineworks", "list users", "503")] * 5
    turn = agreed(age=31)

    outcome = await bench.run(turn)

    assert (outcome, turn.ended, bench.bookings.changes) == ("done", "done", 1)
    [(_, message)] = bench.chat.sent
    assert "キャンセルしました" in message.text.base
    assert [load(job.body) for job in turn.jobs] == [Look("BK1")]


async def test_what_was_agreed_to_before_the_bot_became_read_only_is_not_done(bench: Bench) -> None:
    bench.worker = Worker(replace(bench.house, read_only=True), lease=5.0)

    await bench.run(agreed())

    assert bench.bookings.changes == 0
    assert len(bench.chat.sent) == 1


async def test_a_move_by_us_is_told_in_the_room_as_a_hosts(bench: Bench) -> None:
    await bench.run(told := FakeTurn(body=dump(Told(BOOKED))))
    for put in told.puts:
        await bench.documents.put(put.space, put.name, put.value)
    later = Span(BOOKED.span.start + timedelta(days=1), BOOKED.span.end + timedelta(days=1))
    move = MoveBooking("BK1", NewTime(to=later), "Asia/Tokyo", "k", agreed=True)
    turn = FakeTurn(body=dump(Agreed(move, TARO.user_id, Talk(TARO.user_id), datetime.now(UTC))))

    await bench.run(turn)

    [job] = turn.jobs
    card = load(job.body)
    assert isinstance(card, Notice)
    assert "（担当者）" in card.message.text.base


async def test_a_sweep_that_fails_is_left_to_the_next_one(bench: Bench) -> None:
    bench.bookings.lists = [AWAY]
    turn = FakeTurn(body=dump(SweepDue()))
    turn.accepted -= timedelta(seconds=31)

    assert await bench.run(turn) == "given_up"
    assert turn.ended == "done"


async def test_without_jicoo_what_lies_in_a_lane_is_kept_for_an_operator(bench: Bench) -> None:
    bench.worker._desk = None
    turn = FakeTurn(body=dump(Look("BK1")))

    assert await bench.run(turn) == "buried"
