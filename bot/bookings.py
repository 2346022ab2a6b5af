"""What is done about bookings, one turn of a lane each: their news, what was agreed to in a talk, and the sweep."""

import json
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

import structlog

from bot.conversation import House, Unsaid, failed, say_once
from bot.heard import SWEEP_RESULTS, Agreed, Look, Notice, SweepDue, Told, dump
from bot.messages.render import render
from bot.messages.times import View
from bot.questions import LIFETIME, lasting
from handlers import ROUTER
from handlers.announcements import (
    BookingCancelled,
    BookingCard,
    BookingMoved,
    BookingsFound,
    NoticesMissing,
    RouteBroken,
)
from handlers.backstage import Backstage
from handlers.bookings import Outcome, allowed, follow, rooms
from handlers.context import Journal
from handlers.ledger import lane_of
from handlers.naming import room_name
from handlers.offers import Choice, Offer
from handlers.replies import ReadOnly, Reply, offers_of
from handlers.stored import json_form, readable
from handlers.sweeping import Swept, Watermark, sweep
from providers.bookings import Bookings, Side
from providers.contract import Message, Person, Talk
from providers.errors import ProviderError
from providers.keeping import Job, Put, Turn

log = structlog.get_logger()

PATIENT_RUNS = 3  # runs that wait for what does not answer, before the room is told what is known
_DEFAULT_LOCALE = "ja_JP"
_RESULT_KEPT = 3600.0  # seconds


class BookingDesk:
    """Works on behalf of nobody in particular; who pressed a button is asked for again, when the act happens."""

    def __init__(self, house: House, bookings: Bookings) -> None:
        """`bookings` is where guests book."""
        self._house, self._bookings = house, bookings

    async def told(self, turn: Turn, told: Told) -> None:
        """A webhook's news. Raises ProviderError, LostTurn, StoreDown."""
        stage = self._stage(turn, patient=turn.attempt <= PATIENT_RUNS)
        outcome = await follow(told.booking.uid, told.booking, told.by, stage)
        await self._end(turn, outcome)

    async def look(self, turn: Turn, look: Look) -> None:
        """What the sweep found, or found unfinished. Raises LostTurn, StoreDown."""
        outcome = await follow(look.uid, None, None, self._stage(turn, patient=False))
        await self._end(turn, outcome)

    async def agreed(self, turn: Turn, agreed: Agreed) -> None:
        """Somebody has agreed to a change: it is made, answered, and everything follows. Raises ProviderError, Unsaid."""
        asker = await self._house.ports.directory.person(agreed.user)
        now = agreed.at.astimezone(ZoneInfo(asker.zone))
        ctx = self._house.context(asker, agreed.talk, now, Journal(turn))
        reply = ReadOnly() if self._house.read_only else await ROUTER.dispatch(agreed.command, ctx)
        puts = await self._answer(turn, agreed, reply, asker.locale, asker.zone)
        uid = agreed.command.uid
        try:
            by = Side.HOST if isinstance(reply, BookingCancelled | BookingMoved) else None
            outcome = await follow(uid, None, by, self._stage(turn, patient=False))
        except ProviderError:  # done and answered: only what shows it has to follow later
            await turn.done(puts=puts, jobs=[Job(lane_of(uid), f"{turn.key}/look", dump(Look(uid)))])
            return
        others = tuple((room, card) for room, card in outcome.cards if room != agreed.talk.room_id)
        await self._end(turn, replace(outcome, cards=others), puts=puts)

    async def give_up(self, turn: Turn, agreed: Agreed, error: Exception) -> None:
        """Tell the person that it did not work, with a button to try again. Raises Unsaid."""
        try:
            asker = await self._house.ports.directory.person(agreed.user)
        except ProviderError:  # told all the same, in the language of the house
            asker = Person(agreed.user, "", "", self._house.time_zone)
        again = (Offer(Choice.AGAIN, agreed.command),)
        reply = failed(error, not Journal(turn).unsure, again)
        await turn.done(puts=await self._answer(turn, agreed, reply, asker.locale, asker.zone, step="apology"))

    async def sweep(self, turn: Turn, due: SweepDue) -> None:
        """Compare everything; one summary for each room. Raises ProviderError, LostTurn, StoreDown."""
        store, place = self._house.store, f"{turn.tag}watermark"
        before: Watermark | None = readable(Watermark, await store.get("sweep", place))
        stage = self._stage(turn, patient=False)
        swept = await sweep(before, stage)
        looks = [Job(lane_of(one.uid), f"{turn.key}/{one.uid}", dump(Look(one.uid))) for one in swept.follow]
        notices = await self._summaries(turn, swept.cards, stage) if swept.cards else []
        if due.asked is not None:
            await store.put(SWEEP_RESULTS, due.asked, _result(swept, before), ttl=_RESULT_KEPT)
        log.info("swept", found=len(swept.cards), followed=len(looks), baseline=before is None)
        puts = (
            [] if swept.watermark == before else [Put("sweep", place, json_form(Watermark).dump_json(swept.watermark))]
        )
        await turn.done(puts=puts, jobs=[*notices, *looks])

    async def reroute(self, turn: Turn, notice: Notice) -> bool:
        """The bot cannot speak in a room any more: its route is marked, its maker and the admins are told.

        The admins' copy has no buttons: those belong to the room. False, and the turn goes on, when nobody else is there
        to be told what the notice says. Raises StoreDown, LostTurn.
        """
        room, admin_room = notice.talk.room_id or "", self._house.admin_room
        before = await self._house.ports.routes.at(room)
        await self._house.ports.routes.change(room, lambda one: replace(one, broken=True))
        jobs = []
        if before is not None and not before.broken:
            broken = RouteBroken(await room_name(self._house.ports.chat, room))
            told = dump(Notice(Talk(before.set_by), self._rendered(broken)))
            jobs.append(Job(f"notices:{before.set_by}", f"{turn.key}/broken", told))
        if admin_room is None or admin_room == room:
            for job in jobs:
                await self._house.store.accept(job.lane, job.key, job.body)
            return False
        jobs.append(self._notice(turn, admin_room, replace(notice.message, buttons=())))
        await turn.done(jobs=jobs)
        return True

    # --- what is said ---------------------------------------------------------------------------------------------

    async def _summaries(self, turn: Turn, cards: Sequence[BookingCard], stage: Backstage) -> list[Job]:
        self._house.metrics.alerts.labels("webhooks_missing").inc()
        jobs = []
        routes = await rooms(stage)
        for route in routes:
            found = BookingsFound(tuple(allowed(card, route) for card in cards), stage.zone)
            jobs.append(self._notice(turn, route.room, self._rendered(found), routed=True))
        if stage.admin_room is not None and stage.admin_room not in {route.room for route in routes}:
            alert = self._rendered(NoticesMissing(self._bookings.provider))
            jobs.append(self._notice(turn, stage.admin_room, alert))
        return jobs

    async def _answer(
        self, turn: Turn, agreed: Agreed, reply: Reply, locale: str, zone: str, step: str = "reply"
    ) -> list[Put]:
        """Say `reply` to whoever agreed, once. Raises Unsaid."""
        now = self._house.clock()
        put, postbacks = lasting(turn, agreed.talk, now + LIFETIME, now, offers_of(reply))
        puts = [put] if postbacks else []
        message = self._rendered(reply, postbacks, locale, zone if agreed.talk.room_id is None else None)
        try:
            await say_once(turn, step, self._house.ports.chat, agreed.talk, message)
        except ProviderError as error:
            raise Unsaid(error, Notice(agreed.talk, message), tuple(puts)) from error
        return puts

    async def _end(self, turn: Turn, outcome: Outcome, *, puts: Sequence[Put] = ()) -> None:
        """Finish the turn: the record is written, and the cards go to their rooms."""
        written, jobs = [*puts, *([outcome.record] if outcome.record else [])], []
        for room, card in outcome.cards:
            put, postbacks = lasting(turn, Talk(room_id=room), card.when.start, self._house.clock(), card.offers)
            written += [put] if postbacks else []
            jobs.append(self._notice(turn, room, self._rendered(card, postbacks), routed=True))
        await turn.done(puts=written, jobs=jobs)

    def _notice(self, turn: Turn, room: str, message: Message, *, routed: bool = False) -> Job:
        return Job(f"notices:{room}", f"{turn.key}/{room}", dump(Notice(Talk(room_id=room), message, routed)))

    def _rendered(
        self, reply: Reply, postbacks: Sequence[str] = (), locale: str = _DEFAULT_LOCALE, zone: str | None = None
    ) -> Message:
        where = zone or self._house.time_zone
        view = View(self._house.clock().astimezone(ZoneInfo(where)), where, self._house.bot_names()[0])
        return render(reply, postbacks, view, locale)

    def _stage(self, turn: Turn, *, patient: bool) -> Backstage:
        return Backstage(
            self._house.ports,
            self._bookings,
            turn.key,
            self._house.time_zone,
            self._house.clock(),
            patient,
            self._house.admin_room,
            self._house.read_only,
        )


def _result(swept: Swept, before: Watermark | None) -> bytes:
    """What an operator is told: how much was found, or that this was the baseline."""
    return json.dumps({"found": len(swept.cards), "followed": len(swept.follow), "baseline": before is None}).encode()
