"""Takes the head of a free lane, runs it, retries it later or buries it; drains at shutdown.

The one place that decides what a failure means: later, words, or a dead letter.
"""

import asyncio
import time
from datetime import timedelta

import structlog

from bot.bookings import BookingDesk
from bot.conversation import Conversation, House, Unsaid, say_once
from bot.heard import Agreed, Heard, Look, Notice, Odd, SweepDue, Told, dump, load
from bot.patience import CHAT, FAULTS, NOTICES, next_try
from providers.errors import LostTurn, NotAuthorized, NotFound, ProviderError, StoreDown, Unreachable, may_pass
from providers.keeping import Job, Store, Turn

log = structlog.get_logger()

AT_ONCE = 64  # lanes worked on side by side
LONGEST_ANSWER = 25.0  # seconds until a person is told rather than kept waiting
SOON = timedelta(seconds=3)  # an answer that comes later than this is excused for
LONGEST_RUN = 60.0  # seconds
DRAIN = 10.0  # seconds for running work to end at shutdown

_FORBIDDEN = 403


class Worker:
    """Works until it is stopped."""

    def __init__(self, house: House, lease: float, at_once: int = AT_ONCE) -> None:
        """`lease`, in seconds, is how long the store waits for a sign of life from a turn."""
        self._house, self._lease = house, lease
        self._desk = BookingDesk(house, house.ports.bookings) if house.ports.bookings is not None else None
        self._free = asyncio.Semaphore(at_once)
        self._running: dict[asyncio.Task[None], tuple[Turn, float]] = {}
        self._stopping = False
        self._taking = False

    @property
    def _store(self) -> Store:
        return self._house.store

    async def run(self) -> None:
        """Take and run turns; returns after `stop`, when running work is finished or handed back."""
        async with asyncio.TaskGroup() as group:
            keeper = group.create_task(self._keep_leases())
            self._taking = True
            try:
                await self._take_turns()
            finally:
                self._taking = False
                await self._drain()
                keeper.cancel()

    @property
    def alive(self) -> bool:
        """Whether work is being taken."""
        return self._taking

    def stop(self) -> None:
        """No new work from now on."""
        self._stopping = True

    async def _take_turns(self) -> None:
        while not self._stopping:
            await self._free.acquire()
            turn: Turn | None = None
            try:
                turn = await self._store.take(wait=0.5)
            except StoreDown:
                await asyncio.sleep(0.2)
            except Exception:
                log.exception("no turn could be taken")  # one odd answer of the store must not end all work
                await asyncio.sleep(1.0)
            finally:
                if turn is None:
                    self._free.release()
            if turn is not None:
                task = asyncio.create_task(self._run(turn))
                self._running[task] = (turn, time.monotonic())
                task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task, None)
        self._free.release()

    async def _drain(self) -> None:
        tasks = list(self._running)
        if not tasks:
            return
        _, unfinished = await asyncio.wait(tasks, timeout=DRAIN)
        for task in unfinished:
            task.cancel("shutdown")
        await asyncio.gather(*unfinished, return_exceptions=True)

    async def _keep_leases(self) -> None:
        """Renew what runs longer than a third of its lease; end what has lost its lease or runs too long."""
        third = self._lease / 3
        while True:
            await asyncio.sleep(third)
            now = time.monotonic()
            for task, (turn, since) in list(self._running.items()):
                if now - since > LONGEST_RUN:
                    task.cancel("too long")
                elif now - since > third:
                    await self._keep(task, turn)

    async def _keep(self, task: asyncio.Task[None], turn: Turn) -> None:
        try:
            await turn.keep()
        except LostTurn:
            task.cancel("lost")
        except Exception:
            log.exception("lease not renewed", delivery=turn.key)  # the other leases must be renewed all the same

    # --- one turn -------------------------------------------------------------------------------------------------

    async def _run(self, turn: Turn) -> None:
        outcome = "done"
        try:
            outcome = await self._attempt(turn)
        except LostTurn:
            outcome = "lost"
        except StoreDown:
            outcome = "store_down"  # the lease runs out, and somebody takes it from there
        except asyncio.CancelledError:
            outcome = await self._interrupted(turn)
        except Exception as error:
            log.exception("delivery failed by our own fault", delivery=turn.key, attempt=turn.attempt)
            outcome = await self._set_aside(turn, type(error).__name__)
        finally:
            seconds = (self._house.clock() - turn.accepted).total_seconds()
            self._house.metrics.work.labels(outcome).inc()
            self._house.metrics.work_seconds.observe(max(seconds, 0.0))
            log.info(
                "delivery handled",
                delivery=turn.key[:16],
                attempt=turn.attempt,
                outcome=outcome,
                ms=round(seconds * 1000),
            )

    async def _attempt(self, turn: Turn) -> str:
        heard = load(turn.body)
        if isinstance(heard, Odd):
            await turn.bury("a callback without a required field")
            return "buried"
        if isinstance(heard, Notice):
            return await self._notify(turn, heard)
        if not isinstance(heard, Heard):
            return await self._keep_books(turn, heard)
        conversation = Conversation(self._house, turn, heard)
        try:
            async with asyncio.timeout(LONGEST_ANSWER):
                await conversation.answer()
        except TimeoutError:
            return await self._failed(turn, conversation, Unreachable("outside", "answer", "took too long"))
        except Unsaid as unsaid:
            return await self._unsaid(turn, unsaid)
        except ProviderError as error:
            return await self._failed(turn, conversation, error)
        except (LostTurn, StoreDown):
            raise
        except Exception as error:
            log.exception("delivery failed by our own fault", delivery=turn.key, attempt=turn.attempt)
            return await self._failed(turn, conversation, error)
        return "done"

    async def _failed(self, turn: Turn, conversation: Conversation, error: Exception) -> str:
        """Later, while that may help and the person is not kept waiting too long; else in words."""
        if isinstance(error, NotAuthorized):
            self._alert("not_authorized", error)
        may_help = may_pass(error) if isinstance(error, ProviderError) else turn.attempt < FAULTS
        at = next_try(turn, error, self._house.clock(), CHAT) if may_help else None
        if at is not None:
            if isinstance(error, ProviderError) and at >= turn.accepted + SOON:
                await conversation.excuse(error)
            await turn.later(at, str(error) if isinstance(error, ProviderError) else type(error).__name__)
            return "later"
        try:
            await conversation.give_up(error)
        except Unsaid as unsaid:
            await self._leave_notice(turn, unsaid)
        except ProviderError as worse:
            # Not even who asked can be found out: an operator can put it back once the provider is up again.
            self._alert("unanswered", worse)
            await turn.bury(str(worse))
            return "buried"
        return "given_up"

    async def _unsaid(self, turn: Turn, unsaid: Unsaid) -> str:
        """The act is done and journalled: a re-run only says the answer."""
        at = None
        if may_pass(unsaid.error):
            at = next_try(turn, unsaid.error, self._house.clock(), CHAT)
        if at is not None:
            await turn.later(at, str(unsaid.error))
            return "later"
        await self._leave_notice(turn, unsaid)
        return "notice"

    async def _leave_notice(self, turn: Turn, unsaid: Unsaid) -> None:
        """The lane goes on; the answer is tried for a day on a lane of its own, unless it was refused."""
        talk = unsaid.notice.talk
        lane = f"notices:{talk.room_id or talk.user_id}"
        jobs = [Job(lane, f"{turn.key}/notice", dump(unsaid.notice))] if may_pass(unsaid.error) else []
        if not jobs:
            self._alert("answer_refused", unsaid.error)
        await turn.done(puts=unsaid.puts, jobs=jobs)

    async def _keep_books(self, turn: Turn, work: Told | Look | Agreed | SweepDue) -> str:
        """A booking's own lane may wait for a day; whoever agreed to a change is told within half a minute."""
        desk = self._desk
        if desk is None:
            await turn.bury("bookings are switched off")
            return "buried"
        try:
            match work:
                case Told():
                    await desk.told(turn, work)
                case Look():
                    await desk.look(turn, work)
                case Agreed():
                    await desk.agreed(turn, work)
                case SweepDue():
                    await desk.sweep(turn, work)
        except Unsaid as unsaid:
            return await self._unsaid(turn, unsaid)
        except ProviderError as error:
            return await self._not_kept(turn, desk, work, error)
        return "done"

    async def _not_kept(
        self, turn: Turn, desk: BookingDesk, work: Told | Look | Agreed | SweepDue, error: ProviderError
    ) -> str:
        if isinstance(error, NotAuthorized):
            self._alert("not_authorized", error)
        hasty = isinstance(work, Agreed | SweepDue)  # a person waits; the next sweep comes by itself
        at = next_try(turn, error, self._house.clock(), CHAT if hasty else NOTICES) if may_pass(error) else None
        if at is not None:
            await turn.later(at, str(error))
            return "later"
        match work:
            case SweepDue():
                self._alert("sweep_failed", error)
                await turn.done()
            case Agreed():
                try:
                    await desk.give_up(turn, work, error)
                except Unsaid as unsaid:
                    await self._leave_notice(turn, unsaid)
            case _:
                self._alert("booking_unfinished", error)
                await turn.bury(str(error))
        return "given_up"

    async def _notify(self, turn: Turn, notice: Notice) -> str:
        try:
            await say_once(turn, "notice", self._house.ports.chat, notice.talk, notice.message)
        except ProviderError as error:
            at = next_try(turn, error, self._house.clock(), NOTICES) if may_pass(error) else None
            if at is None and notice.routed and self._desk is not None and _shut_out(error):
                self._alert("route_broken", error)
                if await self._desk.reroute(turn, notice):
                    return "rerouted"
            if at is None:
                self._alert("notice_undelivered", error)
                await turn.bury(str(error))
                return "buried"
            await turn.later(at, str(error))
            return "later"
        await turn.done()
        return "done"

    async def _interrupted(self, turn: Turn) -> str:
        """Shutdown, or it took too long: hand it back, so that it need not wait for its lease to run out."""
        if not self._stopping:
            return await self._set_aside(turn, "took too long")
        try:
            await turn.later(self._house.clock(), "interrupted")
        except (LostTurn, StoreDown):
            return "lost"
        return "handed_back"

    async def _set_aside(self, turn: Turn, reason: str) -> str:
        """Later; a dead letter when it has failed too often, so that its lane goes on."""
        try:
            if turn.attempt >= FAULTS:
                await turn.bury(reason)
                return "buried"
            await turn.later(self._house.clock() + timedelta(seconds=2 * turn.attempt), reason)
        except (LostTurn, StoreDown):
            return "lost"
        return "fault"

    def _alert(self, alert: str, error: ProviderError) -> None:
        self._house.metrics.alerts.labels(alert).inc()
        log.error("an operator is needed", alert=alert, provider=error.provider, call=error.call, detail=error.detail)


def _shut_out(error: ProviderError) -> bool:
    """Whether it is the room that the bot may not speak in; a key that is refused, or a bad message, is no fault of the room."""
    return isinstance(error, NotFound) or (isinstance(error, NotAuthorized) and error.status == _FORBIDDEN)
