"""What stands behind buttons: stored with the lane, bound to a person, a talk and a time; one press counts.

A button carries `<question>.<offer>`, the question's name being unguessable.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.planning import Pending
from handlers.commands import WithdrawAppointment
from handlers.context import json_form
from handlers.replies import (
    AskReading,
    AskTitle,
    AskWhen,
    AskWho,
    Choice,
    DeadButton,
    Missing,
    Offer,
    Pressed,
    Reply,
    offers_of,
)
from providers.contract import Put, Store, Talk, Turn

LIFETIME = timedelta(minutes=10)  # of a question, and of an undo
_KEPT = timedelta(days=1).total_seconds()  # so that a late press is told "expired", not "unknown"

_SPACE = "question"


@dataclass(frozen=True, slots=True)
class Question:
    """The buttons below one message. `used_by` is the delivery that pressed one of them."""

    asker: str
    room: str | None
    until: datetime
    offers: tuple[Offer, ...]
    used_by: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """What one person has open in one talk: the question asked last, the change made last, the answer waited for."""

    asked: str | None = None
    changed: str | None = None
    pending: Pending | None = None
    recent: WithdrawAppointment | None = None
    recent_until: datetime | None = None


class Questions:
    """The questions of one turn: those it answers and the one it asks."""

    def __init__(self, store: Store, turn: Turn, asker: str, talk: Talk, now: datetime) -> None:
        """`now` is when the asker spoke: a press counts by when it was made, not by when we came to it."""
        self._store, self._turn, self._asker, self._talk, self._now = store, turn, asker, talk, now
        self._puts: dict[tuple[str, str], Put] = {}
        self.open = Open()

    @property
    def _place(self) -> str:
        return f"{self._turn.tag}{self._turn.lane}/{self._asker}"

    async def load(self) -> None:
        """Fetch what this person has open here."""
        kept = await self._store.get("open", self._place)
        if kept is not None:
            self.open = json_form(Open).validate_json(kept.value)

    @property
    def pending(self) -> Pending | None:
        """The answer that is waited for, unless that was too long ago."""
        pending = self.open.pending
        return pending if pending is not None and pending.until >= self._now else None

    @property
    def recent(self) -> WithdrawAppointment | None:
        """What was made last, while it may be corrected."""
        until = self.open.recent_until
        return self.open.recent if until is not None and until >= self._now else None

    async def press(self, postback: str) -> Offer | DeadButton:
        """The offer a button stands for, marked as used when this turn is done; or why it does nothing."""
        name, _, index = postback.rpartition(".")
        kept = await self._store.get(_SPACE, name) if name else None
        if kept is None or not index.isdecimal():
            return DeadButton(Pressed.UNKNOWN)
        question: Question = json_form(Question).validate_json(kept.value)
        if question.room != self._talk.room_id or int(index) >= len(question.offers):
            return DeadButton(Pressed.UNKNOWN)
        if question.asker != self._asker:
            return DeadButton(Pressed.FOREIGN)
        if question.used_by not in {None, self._turn.key}:
            return DeadButton(Pressed.SPENT)
        if question.until < self._now:
            return DeadButton(Pressed.EXPIRED)
        self._keep(name, replace(question, used_by=self._turn.key))
        return question.offers[int(index)]

    async def choose(self, name: str | None, fits: Callable[[Offer], bool]) -> Offer | DeadButton | None:
        """The offer of the question `name` that `fits`, as if its button had been pressed; None when there is none."""
        kept = await self._store.get(_SPACE, name) if name else None
        if name is None or kept is None:
            return None
        question: Question = json_form(Question).validate_json(kept.value)
        fitting = [index for index, offer in enumerate(question.offers) if fits(offer)]
        return await self.press(f"{name}.{fitting[0]}") if len(fitting) == 1 else None

    async def settle(self) -> None:
        """The question asked last has been answered in words: its buttons are used up."""
        name = self.open.asked
        kept = await self._store.get(_SPACE, name) if name else None
        if name is not None and kept is not None:
            question: Question = json_form(Question).validate_json(kept.value)
            self._keep(name, replace(question, used_by=self._turn.key))

    def ask(self, reply: Reply, *, answering: bool) -> tuple[str, ...]:
        """Prepare the buttons of `reply`; their postbacks, in order.

        `answering` False leaves what is open as it is: a list or a help text in between closes no question.
        """
        offers = offers_of(reply)
        name = self._name() if offers else None
        if name is not None:
            self._keep(name, Question(self._asker, self._talk.room_id, self._now + LIFETIME, offers))
        undo = next((one.command for one in offers if one.label is Choice.UNDO), None)
        if undo is not None:
            made = undo if isinstance(undo, WithdrawAppointment) else None
            self._open(Open(None, name, None, made, self._now + LIFETIME if made else None))
        elif answering or name is not None or _missing(reply) is not None:
            self._open(replace(self.open, asked=name, pending=self._waiting(reply)))
        return tuple(f"{name}.{index}" for index in range(len(offers)))

    def puts(self) -> tuple[Put, ...]:
        """What is to be written when the turn is done."""
        return tuple(self._puts.values())

    def _name(self) -> str:
        """The same name on a re-run: the message may be out with it."""
        noted = self._turn.recall("question")
        if noted is not None:
            return noted.decode()
        name = self._turn.tag + secrets.token_urlsafe(18)
        self._turn.note("question", name.encode())
        return name

    def _waiting(self, reply: Reply) -> Pending | None:
        missing = _missing(reply)
        wish = getattr(reply, "wish", None)
        return Pending(missing, wish, self._now + LIFETIME) if missing is not None and wish is not None else None

    def _keep(self, name: str, question: Question) -> None:
        self._puts[_SPACE, name] = Put(_SPACE, name, json_form(Question).dump_json(question), _KEPT)

    def _open(self, state: Open) -> None:
        self._puts["open", self._place] = Put(
            "open", self._place, json_form(Open).dump_json(state), LIFETIME.total_seconds() * 2
        )


def _missing(reply: Reply) -> Missing | None:
    match reply:
        case AskWhen() | AskReading():
            return Missing.WHEN
        case AskTitle():
            return Missing.TITLE
        case AskWho():
            return Missing.PERSON
        case _:
            return None
