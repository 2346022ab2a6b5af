"""A booking's news: the hosts' calendars show it as it is, each state is told once, whatever the order."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from handlers.announcements import Change
from handlers.backstage import Backstage
from handlers.bookings import Outcome, follow
from handlers.mirroring import key_of
from handlers.offers import Choice
from providers.bookings import Booking, BookingStatus, Guest, Host, Side
from providers.contract import Person, Span
from providers.errors import Broken, NotAuthorized, NotFound, ProviderError, Refused, Unreadable
from tests.fakes import FakeBookings, FakeCalendar, FakeChat, FakeDirectory, FakeDocuments, FakeMirror, ports
from tests.handlers.conftest import HANAKO, NOW, TARO, TOKYO

ADMIN_ROOM = "room-admins"
START = datetime(2026, 11, 25, 10, 0, tzinfo=TOKYO)
BOOKED = Booking(
    uid="BK1",
    status=BookingStatus.OPEN,
    span=Span(START, START + timedelta(minutes=30)),
    zone="Asia/Tokyo",
    created=NOW,
    updated=NOW,
    title="初回相談",
    hosts=("j-taro",),
    guests=(Guest("山田 さくら", "guest@example.org"),),
)
MOVED = replace(
    BOOKED,
    span=Span(START + timedelta(days=1), START + timedelta(days=1, minutes=30)),
    updated=NOW + timedelta(minutes=1),
)
CANCELLED = replace(
    MOVED,
    status=BookingStatus.CANCELLED,
    updated=NOW + timedelta(minutes=2),
    cancelled_by=Side.GUEST,
    cancel_reason="体調不良",
)


class Stage:
    """The backstage of many pieces of work, one after the other."""

    def __init__(self, *people: Person) -> None:
        self.bookings = FakeBookings(
            [Host("j-taro", "田中 太郎", TARO.email), Host("j-far", "外部 講師", "far@else.example")]
        )
        self.mirror, self.documents = FakeMirror(), FakeDocuments()
        self.ports = ports(
            FakeCalendar(),
            FakeChat(),
            FakeDirectory(people or [TARO, HANAKO]),
            mirror=self.mirror,
            bookings=self.bookings,
            documents=self.documents,
        )
        self.works = itertools.count()

    async def told(
        self, news: Booking, *, work: str = "", patient: bool = False, by: Side | None = None, killed: bool = False
    ) -> Outcome:
        """A webhook, delivered now; `killed` before its turn ends."""
        outcome = await follow(news.uid, news, by, self.backstage(work or f"work-{next(self.works)}", patient))
        return outcome if killed else await self.end(outcome)

    async def look(self, uid: str) -> Outcome:
        """Looked at once more, without news."""
        return await self.end(await follow(uid, None, None, self.backstage(f"work-{next(self.works)}")))

    async def complete(self) -> bool:
        """Whether nothing is left to be done."""
        known = await self.ports.ledger.known(BOOKED.uid)
        return known is not None and known.complete

    async def end(self, outcome: Outcome) -> Outcome:
        """The end of a turn writes the record."""
        if outcome.record is not None:
            await self.documents.put(outcome.record.space, outcome.record.name, outcome.record.value)
        return outcome

    def backstage(self, work: str, patient: bool = False) -> Backstage:
        return Backstage(self.ports, self.bookings, work, "Asia/Tokyo", NOW, patient, ADMIN_ROOM)

    @property
    def shown(self) -> dict[str, Span]:
        """Whose calendar shows it, and when."""
        key = key_of(BOOKED.uid)
        return {
            owner: draft.when
            for (owner, name), draft in self.mirror.shown.items()
            if name == key and isinstance(draft.when, Span)
        }


async def test_a_booking_is_shown_to_its_host_and_told_in_the_admin_room_without_a_route() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED

    outcome = await stage.told(replace(BOOKED, hosts=None, title=""))

    [(room, card)] = outcome.cards
    assert (room, card.change, card.title, card.hosts) == (ADMIN_ROOM, Change.MADE, "初回相談", ("田中 太郎",))
    assert [offer.label for offer in card.offers] == [Choice.CANCEL_BOOKING, Choice.DAY]
    assert stage.shown == {TARO.user_id: BOOKED.span}
    assert await stage.complete()


@pytest.mark.parametrize("order", list(itertools.permutations([BOOKED, MOVED, CANCELLED, MOVED, BOOKED])))
async def test_f16_in_whatever_order_news_come_the_last_state_stands_and_none_is_told_twice(
    order: tuple[Booking, ...],
) -> None:
    stage = Stage()
    told: list[tuple[Change, Span]] = []

    for news in order:
        known = stage.bookings.held.get("BK1", news)
        stage.bookings.held["BK1"] = max(known, news, key=lambda one: one.updated)
        told += [(card.change, card.when) for _, card in (await stage.told(news)).cards]

    assert stage.shown == {}
    assert len(told) == len(set(told))
    assert told[-1] == (Change.CANCELLED, CANCELLED.span)


async def test_a_move_says_from_when_and_a_cancel_by_whom_and_why() -> None:
    stage = Stage()
    cards = []

    for state, by in ((BOOKED, Side.GUEST), (MOVED, Side.HOST), (CANCELLED, None)):
        stage.bookings.held["BK1"] = state
        cards += [card for _, card in (await stage.told(state, by=by)).cards]

    assert [card.change for card in cards] == [Change.MADE, Change.MOVED, Change.CANCELLED]
    assert (cards[1].before, cards[1].when, cards[1].by) == (BOOKED.span, MOVED.span, Side.HOST)
    assert (cards[2].by, cards[2].reason, cards[2].offers) == (Side.GUEST, "体調不良", ())


async def test_f19_a_crash_before_the_end_of_the_turn_swallows_no_card() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED

    first = await stage.told(BOOKED, work="the-same-work", killed=True)
    again = await stage.told(BOOKED, work="the-same-work")
    another = await stage.told(BOOKED, work="other-work")

    assert len(first.cards) == len(again.cards) == 1
    assert another.cards == ()


async def test_f20_while_jicoo_does_not_answer_the_news_itself_is_told_and_looked_at_again() -> None:
    stage = Stage()
    stage.bookings.trouble = [Broken("jicoo", "get booking", "503")] * 2

    with pytest.raises(Broken):
        await stage.told(replace(BOOKED, hosts=None), patient=True)
    outcome = await stage.told(replace(BOOKED, hosts=None))

    [(_, card)] = outcome.cards
    assert not card.hosts_known
    assert not await stage.complete()
    assert stage.shown == {}
    stage.bookings.held["BK1"] = BOOKED
    look = await stage.look("BK1")
    assert (look.cards, await stage.complete(), stage.shown) == ((), True, {TARO.user_id: BOOKED.span})


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(NotFound("jicoo", "get_booking", 404), id="not-there-yet"),
        pytest.param(NotAuthorized("jicoo", "get_booking", 401), id="key-refused"),
        pytest.param(Unreadable("jicoo", "get_booking"), id="unreadable"),
    ],
)
async def test_f28_a_booking_that_could_not_be_looked_at_is_looked_at_again(trouble: ProviderError) -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED
    stage.bookings.trouble = [trouble]

    await stage.told(replace(BOOKED, hosts=None))
    unfinished = not await stage.complete()
    await stage.look("BK1")

    assert unfinished
    assert (await stage.complete(), stage.shown) == (True, {TARO.user_id: BOOKED.span})


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(NotAuthorized("jicoo", "list_users", 403), id="scope-missing"),
        pytest.param(Unreadable("jicoo", "list_users"), id="unreadable"),
        pytest.param(Broken("jicoo", "list_users", "503"), id="away"),
    ],
)
async def test_f29_not_to_know_who_a_host_is_clears_nobodys_calendar(trouble: ProviderError) -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED
    await stage.told(BOOKED)
    stage.bookings.held["BK1"] = MOVED
    stage.bookings.unknown = [trouble]

    [(_, card)] = (await stage.told(MOVED)).cards

    assert stage.shown == {TARO.user_id: MOVED.span}
    assert (card.pending, await stage.complete()) == (True, False)


async def test_a_host_whom_jicoo_does_not_know_any_more_is_told_of_as_not_shown() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = replace(BOOKED, hosts=("j-taro", "j-gone"))

    [(_, card)] = (await stage.told(BOOKED)).cards

    assert card.unmirrored == ("j-gone",)


async def test_f30_a_calendar_that_is_away_is_written_later_one_that_refuses_is_named() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED
    stage.mirror.before = [Broken("lineworks", "get_event", "503")]

    away = await stage.told(BOOKED)
    unfinished = not await stage.complete()
    stage.mirror.before = [Refused("lineworks", "create_event", 403)]
    await stage.look("BK1")

    [(_, card)] = away.cards
    assert (card.pending, card.unmirrored, unfinished) == (True, (), True)
    assert await stage.complete()


async def test_a_host_whom_nobody_knows_is_named_as_not_shown() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = replace(BOOKED, hosts=("j-taro", "j-far"))

    [(_, card)] = (await stage.told(BOOKED)).cards

    assert (card.hosts, card.unmirrored) == (("田中 太郎", "外部 講師"), ("外部 講師",))


async def test_a_link_by_hand_tells_who_a_host_is() -> None:
    stage = Stage()
    await stage.ports.accounts.link(HANAKO.user_id, {"jicoo": "j-far"})
    stage.bookings.held["BK1"] = replace(BOOKED, hosts=("j-far",))

    await stage.told(BOOKED)

    assert set(stage.shown) == {HANAKO.user_id}


async def test_another_host_takes_over_the_calendar_entry() -> None:
    stage = Stage()
    await stage.ports.accounts.link(HANAKO.user_id, {"jicoo": "j-far"})
    stage.bookings.held["BK1"] = BOOKED
    await stage.told(BOOKED)

    stage.bookings.held["BK1"] = replace(MOVED, hosts=("j-far",))
    await stage.told(MOVED)

    assert stage.shown == {HANAKO.user_id: MOVED.span}


async def test_a_route_that_hides_guests_and_one_that_shows_them() -> None:
    stage = Stage()
    for room in ("room-1", "room-2"):
        await stage.ports.routes.open(room, TARO.user_id)
    await stage.ports.routes.change("room-2", lambda route: replace(route, guests=False))
    stage.bookings.held["BK1"] = BOOKED

    cards = dict((await stage.told(BOOKED)).cards)

    assert {room: [guest.name for guest in card.guests] for room, card in cards.items()} == {
        "room-1": ["山田 さくら"],
        "room-2": [],
    }


async def test_a_booking_that_its_system_has_lost_is_taken_away_everywhere() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED
    await stage.told(BOOKED)
    del stage.bookings.held["BK1"]

    await stage.look("BK1")

    assert stage.shown == {}


async def test_a_request_is_told_but_not_shown_until_a_host_agrees() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = replace(BOOKED, status=BookingStatus.REQUESTED)
    [(_, asked)] = (await stage.told(stage.bookings.held["BK1"])).cards
    before = dict(stage.shown)

    stage.bookings.held["BK1"] = replace(BOOKED, updated=NOW + timedelta(minutes=1))
    [(_, made)] = (await stage.told(stage.bookings.held["BK1"])).cards

    assert (asked.change, before) == (Change.REQUESTED, {})
    assert (made.change, set(stage.shown)) == (Change.MADE, {TARO.user_id})


async def test_news_of_a_booking_that_jicoo_does_not_know_are_told_as_they_came() -> None:
    stage = Stage()

    outcome = await stage.told(BOOKED)

    assert [card.change for _, card in outcome.cards] == [Change.MADE]
    with pytest.raises(NotFound):
        await stage.bookings.booking("BK1")


async def test_read_only_changes_no_calendar_and_catches_up_later() -> None:
    stage = Stage()
    stage.bookings.held["BK1"] = BOOKED

    outcome = await stage.end(await follow("BK1", BOOKED, None, replace(stage.backstage("work"), read_only=True)))
    before = dict(stage.shown)
    unfinished = not await stage.complete()
    await stage.look("BK1")

    assert (len(outcome.cards), before, unfinished) == (1, {}, True)
    assert set(stage.shown) == {TARO.user_id}


async def test_f17_a_guest_who_cancels_and_books_anew_makes_two_plain_notices_in_either_order() -> None:
    other = replace(BOOKED, uid="BK2", span=MOVED.span, updated=NOW + timedelta(minutes=1))
    gone = replace(BOOKED, status=BookingStatus.CANCELLED, updated=NOW + timedelta(minutes=1))

    for order in ((gone, other), (other, gone)):
        stage = Stage()
        stage.bookings.held = {"BK1": BOOKED}
        await stage.told(BOOKED)
        stage.bookings.held = {"BK1": gone, "BK2": other}
        told = [card.change for news in order for _, card in (await stage.told(news)).cards]

        assert sorted(told) == [Change.CANCELLED, Change.MADE]
        assert list(stage.mirror.shown) == [(TARO.user_id, key_of("BK2"))]
