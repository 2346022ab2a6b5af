"""What stands behind buttons: stored with the lane, bound to a person, a talk and a time; one press counts.

A button carries `<question>.<offer>`, the question's name being unguessable.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.planning import Pending, Recent
from handlers.commands import Wish
from handlers.offers import Choice, Offer
from handlers.replies import (
    Agenda,
    AskNewTime,
    AskReading,
    AskTarget,
    AskTitle,
    AskWhen,
    AskWho,
    Cancelled,
    CannotDo,
    Created,
    DeadButton,
    Failed,
    Greeting,
    Help,
    Missing,
    Moved,
    MovedBack,
    NothingAsked,
    NothingToUndo,
    NotUnderstood,
    Pressed,
    ReadOnly,
    Reply,
    Restored,
    Withdrawn,
    offers_of,
)
from handlers.stored import json_form, readable
from providers.contract import Talk
from providers.keeping import Put, Store, Turn

D = TypeVar("D")

LIFETIME = timedelta(minutes=10)  # of a question, and of an undo
_KEPT = 2 * LIFETIME.total_seconds()  # a talk's clock and the store's may differ
_SPACE = "question"
_UNDOS = 5  # changes that can be taken back one after the other
_USED_BY = ("pressed", "settled")  # the steps of a turn that use a question up
_MADE = re.compile(r"([0-9a-f]{6,9})-[\w-]{24}$")

# After these everything is as open as before.
_PASSING = (Agenda, CannotDo, DeadButton, Failed, Greeting, Help, NothingAsked, NothingToUndo, NotUnderstood, ReadOnly)


@dataclass(frozen=True, slots=True)
class Question:
    """The buttons below one message. `used_by` is the delivery that pressed one of them; then there are no offers left.

    `asker` None: buttons that everybody there may press, again and again: what they do asks who may, and asks before it acts.
    """

    asker: str | None
    room: str | None
    until: datetime
    offers: tuple[Offer, ...]
    used_by: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """What one person has open in one talk. `asked` and `changes` are names of questions; the last change stands last."""

    asked: str | None = None
    changes: tuple[str, ...] = ()
    pending: Pending | None = None
    recent: Recent | None = None
    recent_until: datetime | None = None


class Questions:
    """The questions of one turn: those it answers and the one it asks."""

    def __init__(self, store: Store, turn: Turn, asker: str, talk: Talk, now: datetime) -> None:
        """`now` is when the asker spoke: a press counts by when it was made, not by when we came to it."""
        self._store, self._turn, self._asker, self._talk, self._now = store, turn, asker, talk, now
        self._puts: dict[tuple[str, str], Put] = {}
        self.open = Open()

    async def load(self) -> None:
        """Fetch what this person has open here; mark again what an earlier run of this turn has used up."""
        self.open = await self._read("open", self._place, Open) or Open()
        for step in _USED_BY:
            used = self._turn.recall(step)
            if used is not None:
                await self._use(used.decode(), step)

    @property
    def pending(self) -> Pending | None:
        """The answer that is waited for, unless that was too long ago."""
        pending = self.open.pending
        return pending if pending is not None and pending.until >= self._now else None

    @property
    def recent(self) -> Recent | None:
        """What was made or changed last, while it may be corrected."""
        until = self.open.recent_until
        return self.open.recent if until is not None and until >= self._now else None

    async def press(self, postback: str) -> Offer | DeadButton:
        """The offer a button stands for, used up when this turn is done; or why it does nothing."""
        name, _, index = postback.rpartition(".")
        question = await self._read(_SPACE, name, Question) if name and index.isdecimal() else None
        if question is None or question.room != self._talk.room_id:
            return DeadButton(Pressed.EXPIRED if _age(name, self._now) > LIFETIME else Pressed.UNKNOWN)
        if question.asker not in {None, self._asker}:
            return DeadButton(Pressed.FOREIGN)
        if question.used_by is not None:
            return DeadButton(Pressed.SPENT)
        if question.until < self._now:
            return DeadButton(Pressed.EXPIRED)
        if int(index) >= len(question.offers):
            return DeadButton(Pressed.UNKNOWN)
        if question.asker is not None:
            await self._use(name, "pressed")
        return question.offers[int(index)]

    async def choose(self, name: str | None, fits: Callable[[Offer], bool]) -> Offer | None:
        """The one offer of the question `name` that `fits`, as if its button had been pressed; None when there is none."""
        question = await self._read(_SPACE, name, Question) if name else None
        if name is None or question is None:
            return None
        fitting = [index for index, offer in enumerate(question.offers) if fits(offer)]
        pressed = await self.press(f"{name}.{fitting[0]}") if len(fitting) == 1 else None
        return pressed if isinstance(pressed, Offer) else None

    async def settle(self) -> None:
        """The question asked last has been answered in words: its buttons are used up."""
        if self.open.asked is not None:
            await self._use(self.open.asked, "settled")

    def release(self) -> None:
        """Nothing was done: what was pressed may be pressed again."""
        self._puts = {place: put for place, put in self._puts.items() if place[0] != _SPACE}

    def ask(self, reply: Reply) -> tuple[str, ...]:
        """Prepare the buttons of `reply`, and what is open after it; their postbacks, in order.

        A list, a help text or a word that was not understood closes no question.
        """
        offers = offers_of(reply)
        name = self._name() if offers else None
        if name is not None:
            self._keep(name, Question(self._asker, self._talk.room_id, self._now + LIFETIME, offers))
        if not isinstance(reply, _PASSING):
            self._put("open", self._place, json_form(Open).dump_json(self._after(reply, name)))
        return tuple(f"{name}.{index}" for index in range(len(offers)))

    def close(self) -> None:
        """A change comes next that is answered in another lane: 「取り消し」 must not reach back behind it."""
        self._put("open", self._place, json_form(Open).dump_json(Open()))

    def puts(self) -> tuple[Put, ...]:
        """What is to be written when the turn is done."""
        return tuple(self._puts.values())

    def _after(self, reply: Reply, name: str | None) -> Open:
        recent, until = self.recent, self.open.recent_until
        match reply:
            case Created(appointment) | Moved(appointment) | Restored(appointment) | MovedBack(appointment):
                recent, until = Recent(appointment.ref, appointment.title), self._now + LIFETIME
            case Cancelled() | Withdrawn():
                recent = None
        changes = self.open.changes
        if isinstance(reply, Restored | MovedBack | Withdrawn):
            changes = changes[:-1]
        if name is not None and any(one.label is Choice.UNDO for one in offers_of(reply)):
            changes = (*changes[1 - _UNDOS :], name)
        return Open(name, changes, _pending(reply, self._now + LIFETIME), recent, until)

    @property
    def _place(self) -> str:
        return f"{self._turn.tag}{self._turn.lane}/{self._asker}"

    def _name(self) -> str:
        return _unguessable(self._turn, "question", self._now)

    async def _use(self, name: str, step: str) -> None:
        question = await self._read(_SPACE, name, Question)
        if question is not None and question.used_by is None:
            self._turn.note(step, name.encode())
            self._keep(name, replace(question, offers=(), used_by=self._turn.key))

    async def _read(self, space: str, name: str, of: type[D]) -> D | None:
        found: D | None = readable(of, await self._store.get(space, name))
        return found

    def _keep(self, name: str, question: Question) -> None:
        self._put(_SPACE, name, json_form(Question).dump_json(question))

    def _put(self, space: str, name: str, value: bytes) -> None:
        self._puts[space, name] = Put(space, name, value, _KEPT)


def lasting(turn: Turn, talk: Talk, until: datetime, now: datetime, offers: Sequence[Offer]) -> tuple[Put, list[str]]:
    """Buttons of a card, or of an answer that comes from another lane: what is to be written, and their postbacks."""
    name = _unguessable(turn, f"question {talk.room_id or talk.user_id}", now)
    kept = json_form(Question).dump_json(Question(None, talk.room_id, until, tuple(offers)))
    ttl = max((until - now).total_seconds(), 0.0) + _KEPT
    return Put(_SPACE, name, kept, ttl), [f"{name}.{index}" for index in range(len(offers))]


def _unguessable(turn: Turn, step: str, now: datetime) -> str:
    """A name with the minute it was made in; the same on a re-run, since the message may be out with it."""
    noted = turn.recall(step)
    if noted is not None:
        return noted.decode()
    name = f"{turn.tag}{int(now.timestamp() // 60):x}-{secrets.token_urlsafe(18)}"
    turn.note(step, name.encode())
    return name


def _age(name: str, now: datetime) -> timedelta:
    """How long ago the question of this name was asked; nothing for a name that we never made."""
    made = _MADE.search(name)
    return now - datetime.fromtimestamp(int(made[1], 16) * 60, UTC) if made else timedelta()


def _pending(reply: Reply, until: datetime) -> Pending | None:
    match reply:
        case AskWhen(wish) | AskReading(_, _, Wish() as wish):
            return Pending(Missing.WHEN, until, wish)
        case AskTitle(wish):
            return Pending(Missing.TITLE, until, wish)
        case AskWho(_, _, wish):
            return Pending(Missing.PERSON, until, wish)
        case AskTarget(verb, change):
            return Pending(Missing.TARGET, until, verb=verb, change=change)
        case AskNewTime(_, target):
            return Pending(Missing.NEW_TIME, until, target=target)
        case _:
            return None
