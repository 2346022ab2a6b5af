"""Where an event is to be moved: which of the times in a sentence is the new one, and which the present one. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.language.atoms import Day, Length, Shift, Unit
from bot.language.folding import fold
from bot.language.grammar import Language
from bot.language.hearing import Heard
from bot.language.intent import Ask, Doubt, Intent, Kind, Reading
from bot.language.intent import Moment as When
from bot.language.phrase import Moment, Phrase
from bot.language.settle import Settled, settle

_ARROW = re.compile("→|⇒|[-=]>|➡")
_FROM = re.compile("から|より|에서|부터")
_ENDS = re.compile(
    r"終[了わ]り?(?:の?(?:時間|時刻))?[をは]\s?$|\bend(?:ing)?(?: time)? (?:to|at)\s?$|[结結]束(?:时间|時間)?[改到为為至成调調延]{1,3}\s?$|(?:종료|끝나는)\s?(?:시간|시각)?[을를은는]?\s?$"
)
_THAN_NOW = ("later", "earlier", "sooner")  # than it is now
_ONLY_PLEASE = re.compile(r"[\s,.!]{0,4}(?:please|pls|plz|thanks|thx|ta|thank you)?[\s.!]{0,4}")
_TOWARD = ("到", "至", "成", "为", "為", "在", "去", "改", "约", "約", "还是", "還是")  # before the new time in Chinese

_NEW = ("→", "->", "=>", "⇒", ":", " is", " now", "是", "为", "為", "成", "到", "は")  # before the new time


@dataclass(slots=True)  # to make a frozen one costs more
class Move:
    """A sentence (lower case) that asks to move an event, at `now`."""

    text: str
    tongue: Language
    now: datetime

    def times(self, found: Sequence[Phrase]) -> tuple[Settled, Reading | None]:
        """The new time, and the present one where that is said."""
        self._compare(found)
        found = [phrase for phrase in found if phrase.start or phrase.finish or phrase.length or phrase.shift]
        if not found:
            return Settled(), None
        if len(found) > 1:  # on Friday instead of Thursday
            found.sort(key=lambda phrase: self.tongue.given_up.search(self.text, 0, phrase.begin) is None)
            if found[-1].start is not None and found[-1].start.is_only_day():
                found.sort(key=lambda phrase: phrase.shift is not None)  # 30분만 당겨줘 내일 회의
        new = found[-1]
        if new.start is not None and new.finish is None and _ENDS.search(self.text, 0, new.begin):
            new.start, new.finish = None, new.start  # 終了を17時に: we move what begins
            settled = settle(new, self.text, self.now, tame=True)
            settled.ask.append(Ask(Doubt.VAGUE, self.text[new.begin : new.end]))
            return settled, None
        old = self._start_of_its_range(new, alone=len(found) == 1)
        if len(found) > 1:
            old = _before(found[:-1], new, old)
        original = None
        if old is not None:
            present = settle(Phrase(new.begin, new.end, start=old), self.text, self.now, tame=True)
            original = Reading(present.start, present.end)
        if new.start is None and new.shift is not None:
            return Settled(), original
        lone = new.start
        if len(found) == 1 and lone is not None and old is None and not self._is_target(new):
            present = settle(new, self.text, self.now, tame=True)
            return Settled(ask=present.ask), Reading(present.start, present.end)
        if lone is not None and lone.day is not None and _is_beside(lone.day):
            self._from_its_day(new, lone, lone.day, old)
            if new.start is None:
                return Settled(), original
        settled = settle(new, self.text, self.now, tame=True)
        dated = any(moment is not None and moment.day is not None for moment in (old, lone))
        return settled, original if dated else _on_the_day_of(original, settled.start)

    def _compare(self, found: Sequence[Phrase]) -> None:
        """Two hours later than now, said of an event, are two hours later than it is."""
        for phrase in found:
            start = phrase.start
            if start is not None and start.offset is not None and self.text.endswith(_THAN_NOW, 0, phrase.end):
                phrase.start, phrase.shift = None, Shift(start.offset.sign, start.offset.length)

    def _from_its_day(self, new: Phrase, moment: Moment, day: Day, old: Moment | None) -> None:
        """翌日に, the next day: counted from the day the event has now, where that was said, else a shift by so many days."""
        if old is not None and old.day is not None:
            moment.day = old.day.moved(day.moves)
            return
        days = int(sum(move.count for move in day.moves))
        new.shift = Shift(1 if days > 0 else -1, Length(days=abs(days)))
        if not moment.has_time():
            new.start = None

    def _start_of_its_range(self, new: Phrase, *, alone: bool) -> Moment | None:
        """3時から4時に: the present time, which is taken from `new`."""
        old = new.start
        if old is None:
            if new.finish is not None:
                new.start, new.finish = new.finish, None
            return None
        if new.finish is not None and not old.has_time() and new.finish.has_time() and new.finish.day is None:
            new.start, new.finish = new.finish, None  # today to 5:30pm
            new.start.day = old.day
            return None
        if new.finish is None or not self._from_to(new, alone=alone):
            return None
        new.start, new.finish = new.finish, None
        if new.start.day is None:
            new.start.day = old.day
        return old

    def _from_to(self, phrase: Phrase, *, alone: bool) -> bool:
        if _ARROW.search(self.text, phrase.begin, phrase.end):
            return True
        if not alone and not _FROM.search(self.text, phrase.begin, phrase.end):
            return False
        tail = self.text[phrase.end :]
        if self.text[: phrase.begin].rstrip().endswith(_NEW):
            return False
        if self.tongue.code == "en":
            return not self.text[: phrase.begin].endswith((" to ", " until ", " till ")) and not self.text.startswith(
                ("to ", "until ", "till "), phrase.begin
            )
        if self.tongue.code in ("ja", "ko") and not _FROM.search(self.text, phrase.begin, phrase.end):
            return False  # 17時〜18時に is the new time and its end
        return tail.startswith(("に", "へ", "。", "로", "으로")) or not tail.strip()

    def _is_target(self, phrase: Phrase) -> bool:
        """Whether a lone time is the new one: it stands right before the command, or after "to"."""
        if self.tongue.code == "en":
            head = self.text[: phrase.begin].rstrip()
            return (
                head.endswith(
                    (" to", " until", " till", " for", " at", " on", " it", " be", " now", " now starts", " now is")
                )
                or self.text.startswith(("to ", "until ", "till ", "for ", "at ", "on "), phrase.begin)
                or self.text.startswith((" instead", ", instead"), phrase.end)
                or self._ends_with_a_time(phrase)
            )
        if self.tongue.code == "zh" and self.text[: phrase.begin].rstrip().endswith(_TOWARD):
            return True
        tail = self.text[phrase.end :].lstrip()
        return tail.startswith(
            ("に", "へ", "から", "で", "の同じ時", "같은 시", "로", "으로", "에", "부터")
        ) or not tail.strip("。.! ")

    def _ends_with_a_time(self, phrase: Phrase) -> bool:
        """Whether a day and a time are the last that is said, behind the event: reschedule the review Thursday 5.30pm."""
        start = phrase.start
        whole = start is not None and start.day is not None and start.clock is not None
        return whole and _ONLY_PLEASE.fullmatch(self.text, phrase.end) is not None

    def shift(self, intent: Intent, heard: Heard, found: Sequence[Phrase]) -> bool:
        """Tell `intent` by how much the event is to be moved, where that was said; whether it is not known which way."""
        toward = 0
        for order, _, _ in heard.orders:
            toward = toward or order.toward
        intent.shift = _moved_by(found, toward)
        length = intent.duration
        if intent.kind is not Kind.RESCHEDULE or intent.start is not None or length is None or intent.shift is not None:
            return False
        if toward:
            intent.shift, intent.duration = toward * length, None  # delay it 20 minutes
            return False
        return not self._is_new_length(found[-1])

    def _is_new_length(self, phrase: Phrase) -> bool:
        """Whether a length is the new one: change it to 45 minutes."""
        said = self.text[phrase.begin : phrase.end]
        return self.tongue.code != "en" or said.startswith("for ") or self.text[: phrase.begin].endswith(" to ")


def _is_beside(day: Day) -> bool:
    """Whether it is only so many days from another."""
    return day.is_only_moves() and all(move.unit is Unit.DAY and move.count == int(move.count) for move in day.moves)


def _before(earlier: Sequence[Phrase], new: Phrase, old: Moment | None) -> Moment | None:
    """The present time as the phrases before the new one say it; `old`: what of it the new one's range said."""
    before = fold(list(earlier))[0].start
    if old is not None and before is not None and old.day is None and old.has_time():
        old.day = before.day
        if new.start is not None and new.start.day is None:
            new.start.day = old.day
        return old
    if before is None or new.shift:
        return before
    if new.start is not None and new.start.day is None and new.start.has_time() and before.day is not None:
        new.start.day = before.day
    return before


def _on_the_day_of(present: Reading | None, new: When | None) -> Reading | None:
    """10時の点検を11時に: an event that moves by hours alone is on the day to which it moves."""
    if present is None or not isinstance(present.start, datetime) or not isinstance(new, datetime):
        return present
    away = new.date() - present.start.date()
    return Reading(present.start + away, present.end + away if present.end is not None else None)


def _moved_by(found: Sequence[Phrase], toward: int) -> timedelta | None:
    """By how much an event is to be moved; months are no fixed time."""
    for phrase in found:
        shift = phrase.shift
        if shift is not None:
            sign, length = -1 if toward < 0 else shift.sign, shift.length
            return None if length.months else timedelta(days=sign * length.days, seconds=sign * length.seconds)
    return None
