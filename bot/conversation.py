"""One sentence (or one press of a button) in, one answer out: language → planning → handlers → messages."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.heard import Act, Agreed, Heard, Notice, dump
from bot.language.intent import Kind
from bot.language.reader import read
from bot.messages.render import render
from bot.messages.times import View
from bot.metrics import Metrics
from bot.names import KnownNames
from bot.planning import Circumstances, plan
from bot.questions import Questions
from handlers import ROUTER
from handlers.commands import (
    AnyCommand,
    CancelAppointment,
    CancelBooking,
    CancelMatching,
    Command,
    CreateAppointment,
    Greet,
    MoveAppointment,
    MoveBack,
    MoveBooking,
    MoveMatching,
    RestoreAppointment,
    ShowHelp,
    WithdrawAppointment,
)
from handlers.context import Context, Journal, Ports
from handlers.ledger import lane_of
from handlers.offers import Choice, Offer
from handlers.replies import DeadButton, Delayed, Failed, Left, NothingAsked, NothingToUndo, ReadOnly, Reply, Trouble
from handlers.rights import veiled
from providers.contract import Chat, Message, Person, Talk
from providers.errors import NotAuthorized, ProviderError, Unreachable, may_pass
from providers.keeping import Job, Put, Store, Turn

log = structlog.get_logger()

_NO_KEY = 401

_CHANGES = (
    CreateAppointment,
    CancelMatching,
    CancelAppointment,
    MoveMatching,
    MoveAppointment,
    WithdrawAppointment,
    RestoreAppointment,
    MoveBack,
    CancelBooking,
    MoveBooking,
)


class Unsaid(Exception):
    """What was to be done is done, but the answer could not be sent; `notice` would say it later."""

    def __init__(self, error: ProviderError, notice: Notice, puts: tuple[Put, ...]) -> None:
        """`puts` are to be written with the end of the turn, whichever way that comes."""
        super().__init__(str(error))
        self.error = error
        self.notice = notice
        self.puts = puts


@dataclass(frozen=True, slots=True)
class House:
    """What every conversation of this installation shares."""

    ports: Ports
    store: Store
    metrics: Metrics
    time_zone: str
    default_length: timedelta
    read_only: bool
    admins: frozenset[str]
    admin_room: str | None
    bot_names: Callable[[], Sequence[str]]
    clock: Callable[[], datetime]
    known_names: KnownNames = field(default_factory=KnownNames)

    def context(self, asker: Person, talk: Talk, now: datetime, journal: Journal) -> Context:
        """The surroundings of one command."""
        return Context(asker, talk, now, self.ports, journal, self.admins, self.admin_room)


class Conversation:
    """One turn of one talk, from what was heard to what is answered."""

    def __init__(self, house: House, turn: Turn, heard: Heard) -> None:
        """`heard` is the body of `turn`."""
        self._house, self._turn, self._heard = house, turn, heard
        self._journal = Journal(turn)

    async def answer(self) -> None:
        """Read, do, reply, and end the turn. Raises ProviderError, Unsaid, LostTurn, StoreDown."""
        asker = await self._asker()
        questions = self._questions(asker)
        await questions.load()
        wanted: Command | Reply | None = self._journal.recall("command", Command)
        if self._heard.act is Act.CAME:
            wanted = Greet()
        elif wanted is None:
            wanted = await self._pressed(questions) or await self._read(asker, questions)
        if isinstance(wanted, CancelBooking | MoveBooking) and wanted.agreed and not self._house.read_only:
            await self._hand_over(wanted, asker, questions)
            return
        reply = await self._carry_out(wanted, asker) if isinstance(wanted, AnyCommand) else wanted
        if isinstance(reply, ReadOnly):
            questions.release()
        await self._say(asker, questions, reply)

    async def excuse(self, error: ProviderError) -> None:
        """Say once that the answer will take longer; nothing comes of it when that cannot be said either."""
        if self._turn.recall("excused") is not None:
            return
        self._turn.note("excused", b"1")
        try:
            message = self._message(await self._asker(), Delayed(error.provider))
            await self._house.ports.chat.send(self._heard.talk, message)
        except ProviderError:
            log.warning("nobody could be told that it takes longer", delivery=self._turn.key[:16])

    async def give_up(self, error: Exception) -> None:
        """Tell the person that it did not work, with a button to try again. Raises as `answer`."""
        try:
            asker = await self._asker()
        except ProviderError:  # told all the same, in the language of the house
            asker = Person(self._heard.user or "", "", "", self._house.time_zone)
        questions = self._questions(asker)
        await questions.load()
        command: Command | None = self._journal.recall("command", Command)
        certain = not self._journal.unsure
        if not certain and isinstance(command, CreateAppointment | RestoreAppointment):
            command = replace(command, again=True)  # so that it is looked for before it is made
        offers = () if command is None else (Offer(Choice.AGAIN, command),)
        reply = failed(error, certain, offers)
        await self._say(asker, questions, reply, step="apology")

    # --- in -------------------------------------------------------------------------------------------------------

    async def _asker(self) -> Person:
        if self._heard.user is None:  # the bot came into a room: nobody in particular is spoken to
            return Person("", "", "", self._house.time_zone)
        return await self._house.ports.directory.person(self._heard.user)

    def _questions(self, asker: Person) -> Questions:
        now = self._heard.at.astimezone(ZoneInfo(asker.zone))
        return Questions(self._house.store, self._turn, asker.user_id, self._heard.talk, now)

    async def _pressed(self, questions: Questions) -> Command | Reply | None:
        if self._heard.postback is None:
            return None
        pressed = await questions.press(self._heard.postback)
        return pressed if isinstance(pressed, DeadButton) else pressed.command

    async def _read(self, asker: Person, questions: Questions) -> Command | Reply:
        """What the sentence asks for; 「はい」「やめる」「取り消し」 press the button that is meant."""
        text = self._heard.text.strip()
        if not text:
            return ShowHelp()
        now = self._heard.at.astimezone(ZoneInfo(asker.zone))
        intent = read(text, now=now, language=asker.locale[:2], names=await self._names(text))
        match intent.kind:
            case Kind.UNDO:
                last = questions.open.changes[-1] if questions.open.changes else None
                undo = await questions.choose(last, lambda one: one.label is Choice.UNDO)
                return NothingToUndo() if undo is None else undo.command
            case Kind.YES:
                yes = await questions.choose(questions.open.asked, lambda one: one.label is not Choice.NO)
                return NothingAsked() if yes is None else yes.command
            case Kind.NO:
                no = await questions.choose(questions.open.asked, lambda one: one.label is Choice.NO)
                if no is not None:
                    return no.command
                return Left() if questions.pending else NothingAsked()
        wanted = plan(
            intent,
            text,
            Circumstances(
                now=now,
                handled=self._house.clock(),
                zone=asker.zone,
                key=self._turn.key[:32],
                default_length=self._house.default_length,
                language=asker.locale[:2],
                pending=questions.pending,
                recent=questions.recent,
            ),
        )
        if questions.pending is not None and isinstance(wanted, _CHANGES):
            await questions.settle()  # answered in words: its buttons must not act a second time
        return wanted

    async def _names(self, text: str) -> Collection[str]:
        """The names that may follow an @; looked up only for sentences with one."""
        if "@" not in text and "＠" not in text:
            return ()
        return self._house.known_names.of(await self._house.ports.directory.everyone())

    # --- out ------------------------------------------------------------------------------------------------------

    async def _carry_out(self, command: Command, asker: Person) -> Reply:
        if self._house.read_only and isinstance(command, _CHANGES):
            return ReadOnly()
        self._journal.note("command", Command, command)
        now = self._heard.at.astimezone(ZoneInfo(asker.zone))
        return await ROUTER.dispatch(command, self._house.context(asker, self._heard.talk, now, self._journal))

    async def _hand_over(self, command: CancelBooking | MoveBooking, asker: Person, questions: Questions) -> None:
        """A booking has a lane of its own, where its changes stay in order; the answer comes from there."""
        agreed = Agreed(command, asker.user_id, self._heard.talk, self._heard.at)
        job = Job(lane_of(command.uid), f"{self._turn.key}/agreed", dump(agreed))
        questions.close()
        await self._turn.done(puts=questions.puts(), jobs=[job])

    async def _say(self, asker: Person, questions: Questions, reply: Reply, step: str = "reply") -> None:
        talk = self._heard.talk
        message = self._message(asker, reply, questions.ask(reply))
        try:
            await say_once(self._turn, step, self._house.ports.chat, talk, message)
        except ProviderError as error:
            raise Unsaid(error, Notice(talk, message), questions.puts()) from error
        self._house.metrics.replies.labels(type(reply).__name__).inc()
        await self._turn.done(puts=questions.puts())

    def _message(self, asker: Person, reply: Reply, postbacks: Sequence[str] = ()) -> Message:
        talk = self._heard.talk
        zone = asker.zone if talk.room_id is None else self._house.time_zone
        view = View(self._heard.at.astimezone(ZoneInfo(zone)), zone, self._house.bot_names()[0])
        return render(veiled(talk, reply), postbacks, view, asker.locale)


async def say_once(turn: Turn, step: str, chat: Chat, talk: Talk, message: Message) -> None:
    """Say `message`, unless an earlier run did. Raises ProviderError when it surely did not arrive."""

    async def send(_again: bool) -> bytes:
        try:
            await chat.send(talk, message)
        except Unreachable as error:
            if not error.sent:
                raise
            # It may have arrived, and there is no key against repeats: said twice is worse than said late.
            log.warning("message may not have arrived", delivery=turn.key[:16])
        return b"sent"

    await turn.once(step, send)


def failed(error: Exception, certain: bool, offers: tuple[Offer, ...]) -> Failed:
    """What went wrong, as a person is told; `offers` only where trying again may help."""
    trouble = _trouble(error)
    provider = error.provider if isinstance(error, ProviderError) else None
    return Failed(trouble, certain, offers if trouble in {Trouble.AWAY, Trouble.FAULT} else (), provider)


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, NotAuthorized):
        return Trouble.KEY if error.status == _NO_KEY else Trouble.DENIED
    if not isinstance(error, ProviderError):
        return Trouble.FAULT
    return Trouble.AWAY if may_pass(error) else Trouble.REFUSED
