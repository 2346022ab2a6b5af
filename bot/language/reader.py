"""A sentence and now → `Intent`. Pure: no I/O, no clock.

The order of work: one normal form (`written`), which languages (`detect`), their words (`grammar`), phrases about
time (`phrases`), what is asked for (`demand`), what the phrases mean now (`settle`), and what is left is the title.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.language import feasts
from bot.language.atoms import Offset
from bot.language.demand import Heard, decide, listen
from bot.language.detect import languages_of
from bot.language.folding import fold
from bot.language.grammar import Language
from bot.language.intent import Ask, Doubt, Intent, Kind, Piece, Reading, Role
from bot.language.intent import Moment as When
from bot.language.languages import LANGUAGES, scanner
from bot.language.leftover import Leftover, leftover
from bot.language.phrases import Moment, Phrase, phrases
from bot.language.pieces import Pieces, parted
from bot.language.routes import asked_of_routes, ways_of
from bot.language.scanning import forget_ways
from bot.language.settle import Settled, is_over, settle
from bot.language.systems import named
from bot.language.title_days import without_title_days
from bot.language.tone import outline, talk
from bot.language.wider import wider, wider_is_worth_it
from bot.language.written import Written, normalise

_COMMON = "0一" + "".join(map(chr, range(0x3042, 0x3094)))  # figures and kana
_OTHERS = 4  # further times that are offered as what may have been meant
_LONGEST = 10_000  # characters that are read; a chat message is far shorter


def read(text: str, *, now: datetime, language: str | None = None, names: Collection[str] = ()) -> Intent:
    """What `text` means to somebody who wrote it at `now`, which is aware and in the writer's zone.

    `language` (ja, en, ko, zh) helps where the script does not tell. `names` are display names that may follow
    an `@`; the longest that fits wins.
    """
    written = normalise(text[:_LONGEST])
    codes = languages_of(written.text, language)
    tongue = LANGUAGES[codes[0]]
    intent = _Reading(written, codes, tongue, now, names).read()
    for system in named(written.text, tongue.code):
        bare = _Reading(written.without(system.begin, system.end), codes, tongue, now, names).read()
        if _says_where_to_look(intent, bare):
            begin, end = written.place(system.begin), written.place(system.end)
            pieces = parted(bare.pieces, Piece(begin, end, Role.CALENDAR, "which calendar"))
            return replace(bare, provider=system.provider, pieces=pieces)
    return intent


def warm() -> None:
    """Build what Japanese sentences and figures need; a third of a second of CPU, once.

    Without `warm_all` the first sentence with Latin, Korean or Chinese words costs a quarter of a second.
    """
    scanner(("ja",)).warm(_COMMON)


def warm_all() -> None:
    """Build what any sentence may need, so that nobody waits. Takes a second of CPU, once; may run beside `read`."""
    for code in LANGUAGES:  # Japanese is the first
        scanner((code,)).warm_all()
        if code != "en":
            scanner((code, "en"))  # whose rules are compiled by now
        ways_of(code)
    forget_ways()
    feasts.warm(2026)
    now = datetime(2026, 1, 1).astimezone()
    wider("1 décembre 2026", now)
    for _ in range(_TIMES):
        for sentence in _EVERYDAY:
            read(sentence, now=now)


_TIMES = 8  # as often as Python must see code before it makes it quick
_EVERYDAY = (
    "明日15時から1時間 設計レビュー @田中",
    "来週の火曜10時半〜12時 定例会議を登録してください",
    "12/1(火) 14:00-15:30 商談",
    "12月1日 会議室Aで役員会をお願いします",
    "毎週木曜 朝会",
    "3時の会議を4時に変更",
    "明日の予定",
    "来週は台風が来るって",
    "tomorrow 3pm to 4pm design review with Ann",
    "move my 3pm to 4pm",
    "every Friday at 10 stand-up in Room 4",
    "what's on my calendar on Dec 1?",
    "내일 오후 3시부터 1시간 설계 검토",
    "다음 주 화요일 10시 회의 등록해 주세요",
    "매주 금요일 주간 회의",
    "오늘 일정 알려줘",
    "明天下午3点到5点 设计评审",
    "下周三10点半和王伟开会",
    "每周五 周会",
    "明天有什么安排",
)


def _says_where_to_look(whole: Intent, bare: Intent) -> bool:
    """Whether the system that is named in `whole`, and left out of `bare`, is where something is to be looked for."""
    if whole.kind in _SEARCHES:
        return whole.provider is None and bare.kind is whole.kind
    return whole.kind in (Kind.CREATE, Kind.NONE) and not isinstance(whole.start, datetime) and bare.kind in _LISTS


def outlined(text: str, *, now: datetime, language: str | None = None) -> tuple[str, str]:
    """The language of `text` and its outline, from which the weights of `tone` are learned."""
    written = normalise(text[:_LONGEST])
    codes = languages_of(written.text, language)
    sentence = _Reading(written, codes, LANGUAGES[codes[0]], now, ())
    return codes[0], sentence.outline(*sentence.heard())


class _Reading:
    """One sentence being read."""

    def __init__(
        self, written: Written, codes: tuple[str, ...], tongue: Language, now: datetime, names: Collection[str]
    ) -> None:
        self.written = written
        self.text = written.text
        self.codes = codes
        self.tongue = tongue
        self.now = now
        self.names = names

    def read(self) -> Intent:
        text, tongue = self.text, self.tongue
        if len(text) < 60:
            stripped = text.strip()
            for kind, pattern in tongue.alone if tongue.alone_begins.match(stripped) else ():
                if pattern.match(stripped):
                    return self._alone(kind)
            route = asked_of_routes(stripped, tongue.code)
            if route is not None:
                return self._alone(route)
        heard, found = self.heard()
        rest = leftover(self.written, _used(heard, found), heard.quotes, heard.guarded, tongue)
        if found and tongue.title_parts:
            _lend_a_part(found, rest.title, tongue)
        kind, perhaps = decide(heard, found, rest, text, tongue), False
        if kind in _WEIGHED:
            odds = talk(self.outline(heard, found), tongue.code)
            if odds > (_TALK if kind is _CREATE else _NO_CHANGE):
                kind = _NONE
            perhaps = odds > _ORDER
        return self._intent(kind, heard, found, rest, perhaps=perhaps)

    def heard(self) -> tuple[Heard, list[Phrase]]:
        """Its words, and its phrases about time."""
        text, tongue = self.text, self.tongue
        heard = listen(scanner(self.codes).scan(text), self.written, self.names)
        found = phrases(heard.tokens, text, tongue.joiners)
        if len(found) > 1 and tongue.title_day is not None and not heard.asks_to(_RESCHEDULE):
            found = without_title_days(found, text, tongue.title_day)
        return heard, found

    def outline(self, heard: Heard, found: list[Phrase]) -> str:
        """What it says about its times, people and places: that which tells talk from an order."""
        return outline(self.text, found, heard, past=self._tells_of_what_was())

    def _tells_of_what_was(self) -> bool:
        return self.tongue.past.search(self.text) is not None

    def _alone(self, kind: Kind) -> Intent:
        end = self.written.place(len(self.text))
        why = (
            f"the whole sentence asks to {kind}"
            if kind in (Kind.UNDO, Kind.HELP)
            else f"the whole sentence says {kind}"
        )
        return Intent(kind, self.codes[0], pieces=(Piece(0, end, Role.COMMAND, why),))

    def _intent(self, kind: Kind, heard: Heard, found: list[Phrase], rest: Leftover, *, perhaps: bool) -> Intent:
        tame = kind is not _NONE
        settled, original = self._when(kind, found, tame=tame) if found else (Settled(), None)
        start, end, ask = settled.start, settled.end, settled.ask
        if perhaps and start is not None and is_over(start, self.now) and not settled.recurrence:
            return self._intent(_NONE, heard, found, rest, perhaps=False)  # it happened in 2019
        if kind in _LISTS:
            start, end = _whole_days(start, end)
            ask = [a for a in ask if a.doubt is Doubt.NONSENSE]
        for doubt, words in heard.doubts:
            ask.append(Ask(doubt, words))
        for words in rest.residue:
            ask.append(Ask(Doubt.RESIDUE, words))
        if not found:
            sought = rest.title if tame and not ask else self.written.shown
            guess = wider(sought, self.now) if wider_is_worth_it(sought.lower()) else None
            if guess is not None:
                start, end = guess.start, guess.end
                ask.append(Ask(Doubt.FOREIGN, sought, (guess,)))
        if kind in _ACTS and start is not None and is_over(start, self.now) and not settled.recurrence:
            ask.append(Ask(Doubt.PAST, self._words(found)))
        if perhaps and kind is _CREATE:
            ask.append(Ask(Doubt.TALK, rest.title))
        intent = Intent(kind, self.codes[0], rest.title if tame else "", start, end)
        intent.recurrence, intent.duration, intent.original = settled.recurrence, settled.duration, original
        if tame and found:
            self._shift(intent, heard, found, ask)
            intent.notes = tuple(settled.notes)
        intent.ask = tuple(ask)
        if heard.pieces:
            _add_details(intent, heard)
        if tame and rest.place is not None and not intent.location:
            intent.location = self.written.shown[slice(*rest.place)]
        intent.pieces = Pieces(self.written, heard, found, rest)
        return intent

    def _shift(self, intent: Intent, heard: Heard, found: list[Phrase], ask: list[Ask]) -> None:
        """By how much an event is to be moved, where that was said."""
        toward = 0
        for order, _, _ in heard.orders:
            toward = toward or order.toward
        intent.shift = _moved_by(found, toward)
        length = intent.duration
        if intent.kind is not _RESCHEDULE or intent.start is not None or length is None or intent.shift is not None:
            return
        if toward:
            intent.shift, intent.duration = toward * length, None  # delay it 20 minutes
        elif not self._is_new(found[-1]):
            ask.append(Ask(Doubt.VAGUE, self._words(found[-1:])))  # move it 20 minutes: which way?

    def _words(self, found: list[Phrase]) -> str:
        return self.written.shown[found[0].begin : found[0].end] if found else ""

    # --- when ---

    def _when(self, kind: Kind, found: list[Phrase], *, tame: bool) -> tuple[Settled, Reading | None]:
        if kind is _RESCHEDULE:
            return self._new_time(found)
        past = not tame and self._tells_of_what_was()
        main, others = fold(found) if len(found) > 1 else (found[0], ())
        if main.every is not None and main.every.loose and kind is not _CREATE:
            main.every = None
        if others:
            _share_the_time(main, others)
        if not tame and main.start is None and main.shift is not None:  # he came back two hours later
            main.start = Moment(offset=Offset(main.shift.sign, main.shift.length))
        settled = settle(main, self.text, self.now, tame=tame, past=past)
        if not tame and settled.start is None:  # "by Friday" in talk speaks of Friday
            settled.start, settled.end = settled.end, None
        if others and kind is _CREATE:
            readings = tuple(
                Reading(s.start, s.end)
                for s in (settle(o, self.text, self.now, tame=tame) for o in others[:_OTHERS])
                if s.start is not None
            )
            if readings:
                words = self.written.shown[others[0].begin : others[0].end]
                settled.ask.append(Ask(Doubt.AMBIGUOUS, words, readings))
        return settled, None

    def _new_time(self, found: list[Phrase]) -> tuple[Settled, Reading | None]:
        """The last phrase is the new time; one before it, or the start of a range "3 to 4", is the present one."""
        found = [phrase for phrase in found if phrase.start or phrase.finish or phrase.length or phrase.shift]
        if not found:
            return Settled(), None
        if len(found) > 1:  # on Friday instead of Thursday
            found.sort(key=lambda phrase: self.tongue.given_up.search(self.text, 0, phrase.begin) is None)
        new = found[-1]
        old: Moment | None = None
        if len(found) == 1 and new.start is not None and new.finish is not None and self._from_to(new):
            old, new.start, new.finish = new.start, new.finish, None
            if new.start.day is None:
                new.start.day = old.day
        elif new.start is None and new.finish is not None:
            new.start, new.finish = new.finish, None
        if len(found) > 1:
            before, _ = fold(found[:-1])
            if before.start is not None and not new.shift:
                old = before.start
                if new.start is not None and new.start.day is None and new.start.has_time() and old.day is not None:
                    new.start.day = old.day
            else:
                old = before.start
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
        settled = settle(new, self.text, self.now, tame=True)
        dated = any(moment is not None and moment.day is not None for moment in (old, lone))
        return settled, original if dated else _on_the_day_of(original, settled.start)

    def _from_to(self, phrase: Phrase) -> bool:
        tail = self.text[phrase.end :]
        if self.codes[0] == "en":
            return not self.text[: phrase.begin].endswith((" to ", " until ", " till ")) and not self.text.startswith(
                ("to ", "until ", "till "), phrase.begin
            )
        if self.codes[0] in ("ja", "ko") and not _FROM.search(self.text, phrase.begin, phrase.end):
            return False  # 17時〜18時に is the new time and its end
        return tail.startswith(("に", "へ", "。", "로", "으로")) or not tail.strip()

    def _is_new(self, phrase: Phrase) -> bool:
        """Whether a length is the new one: change it to 45 minutes."""
        said = self.text[phrase.begin : phrase.end]
        return self.codes[0] != "en" or said.startswith("for ") or self.text[: phrase.begin].endswith(" to ")

    def _is_target(self, phrase: Phrase) -> bool:
        """Whether a lone time is the new one: it stands right before the command, or after "to"."""
        if self.codes[0] == "en":
            head = self.text[: phrase.begin].rstrip()
            return (
                head.endswith((" to", " until", " till", " for", " at", " on", " it", " be"))
                or self.text.startswith(("to ", "until ", "till ", "for ", "at ", "on "), phrase.begin)
                or self.text.startswith((" instead", ", instead"), phrase.end)
            )
        if self.codes[0] == "zh" and self.text[: phrase.begin].rstrip().endswith(_TOWARD):
            return True
        tail = self.text[phrase.end :].lstrip()
        return tail.startswith(("に", "へ", "から", "で", "の同じ時", "로", "으로", "에", "부터")) or not tail.strip(
            "。.! "
        )


def _lend_a_part(found: list[Phrase], title: str, tongue: Language) -> None:
    """晚餐 7点: what an event is called tells which half of the day a bare hour means."""
    part = next((part for pattern, part in tongue.title_parts if pattern.search(title)), None)
    if part is None:
        return
    for phrase in found:
        for moment in (phrase.start, phrase.finish):
            if moment is not None and moment.clock is not None and moment.part is None:
                moment.part = part


def _share_the_time(main: Phrase, others: Sequence[Phrase]) -> None:
    """月曜か火曜 10時: a time said with the last of several days is meant for the first as well."""
    if main.start is not None and main.start.is_only_day() and main.finish is None:
        timed = next((other.start for other in others if other.start is not None and other.start.has_time()), None)
        if timed is not None:
            main.start.clock, main.start.part = timed.clock, timed.part


def _on_the_day_of(present: Reading | None, new: When | None) -> Reading | None:
    """10時の点検を11時に: an event that moves by hours alone is on the day to which it moves."""
    if present is None or not isinstance(present.start, datetime) or not isinstance(new, datetime):
        return present
    away = new.date() - present.start.date()
    return Reading(present.start + away, present.end + away if present.end is not None else None)


# a look-up of an enum's member costs more than what is done with it here
_NONE, _CREATE, _RESCHEDULE = Kind.NONE, Kind.CREATE, Kind.RESCHEDULE
_TOWARD = ("到", "至", "成", "为", "為", "在", "去", "改")  # before the new time in Chinese
_ACTS = frozenset({Kind.CREATE, Kind.RESCHEDULE})
_WEIGHED = frozenset({Kind.CREATE, Kind.RESCHEDULE, Kind.CANCEL})
# the odds for talk up to which an event is made, beyond which nobody is even asked, and beyond which none is changed
_ORDER, _TALK, _NO_CHANGE = -0.5, 2.0, 1.0
_LISTS = frozenset({Kind.LIST, Kind.FREE_TIME})
_SEARCHES = frozenset({*_LISTS, Kind.CANCEL, Kind.RESCHEDULE})
_FROM = re.compile("から|より|에서|부터")


def _add_details(intent: Intent, heard: Heard) -> None:
    """What was said besides when and what."""
    intent.attendees, intent.optional = heard.attendees, heard.optional
    intent.location, intent.description = heard.location, heard.description
    intent.reminders, intent.private, intent.free = heard.reminders, heard.private, heard.free
    intent.provider, intent.calendar = heard.provider, heard.calendar


def _moved_by(found: list[Phrase], toward: int) -> timedelta | None:
    """By how much an event is to be moved; months are no fixed time."""
    for phrase in found:
        shift = phrase.shift
        if shift is not None:
            sign, length = -1 if toward < 0 else shift.sign, shift.length
            return None if length.months else timedelta(days=sign * length.days, seconds=sign * length.seconds)
    return None


def _whole_days(start: When | None, end: When | None) -> tuple[When | None, When | None]:
    """A list asks for whole days."""
    first = _day(start) if start is not None else None
    last = _day(end) if end is not None else None
    return first, last if last != first else None


def _day(moment: When) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _used(heard: Heard, found: list[Phrase]) -> list[tuple[int, int]]:
    extents = [(token.begin, token.end) for phrase in found for token in phrase.tokens]
    if heard.pieces:
        extents += [(piece.begin, piece.end) for piece in heard.pieces]
    if heard.orders:
        extents += [(begin, end) for _, begin, end in heard.orders]
    return extents
