"""A sentence and now → `Intent`. Pure: no I/O, no clock.

The order of work: one normal form (`written`), which languages (`detect`), their words (`grammar`), phrases about
time (`phrases`), what is asked for (`demand`), what the phrases mean now (`settle`), and what is left is the title.
"""

import re
from collections.abc import Collection
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
from bot.language.settle import Settled, is_over, settle
from bot.language.systems import named
from bot.language.title_days import without_title_days
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
    codes = tuple(code for code in languages_of(written.text, language) if code in LANGUAGES) or ("ja",)
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
    """Build what Japanese sentences and figures need; a fifth of a second of CPU, once.

    Without `warm_all` the first English sentence costs a twentieth of a second, the first Korean or Chinese one more.
    """
    scanner(("ja",)).warm(_COMMON)
    scanner(("ja", "en")).warm(_COMMON)
    ways_of("ja")


def warm_all() -> None:
    """Build what any sentence may need, so that nobody waits. Takes a second of CPU, once; may run beside `read`."""
    for code in LANGUAGES:
        scanner((code,)).warm_all()
        ways_of(code)
        if code != "en":
            scanner((code, "en")).warm_all()
    feasts.warm(2026)
    wider("1 décembre 2026", datetime(2026, 1, 1).astimezone())


def _says_where_to_look(whole: Intent, bare: Intent) -> bool:
    """Whether the system that is named in `whole`, and left out of `bare`, is where something is to be looked for."""
    if whole.kind in _SEARCHES:
        return whole.provider is None and bare.kind is whole.kind
    return whole.kind in (Kind.CREATE, Kind.NONE) and not isinstance(whole.start, datetime) and bare.kind in _LISTS


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
            for kind, pattern in tongue.alone:
                if pattern.match(stripped):
                    return self._alone(kind)
            route = asked_of_routes(stripped, tongue.code)
            if route is not None:
                return self._alone(route)
        heard = listen(scanner(self.codes).scan(text), self.written, self.names)
        found = phrases(heard.tokens, text, tongue.joiners)
        if len(found) > 1 and not any(order.kind is Kind.RESCHEDULE for order, _, _ in heard.orders):
            found = without_title_days(found, text, tongue)
        rest = leftover(self.written, _used(heard, found), heard.quotes, heard.guarded, tongue)
        _lend_a_part(found, rest.title, tongue)
        kind = decide(heard, found, rest, text, tongue)
        return self._intent(kind, heard, found, rest)

    def _alone(self, kind: Kind) -> Intent:
        end = self.written.place(len(self.text))
        why = (
            f"the whole sentence asks to {kind}"
            if kind in (Kind.UNDO, Kind.HELP)
            else f"the whole sentence says {kind}"
        )
        return Intent(kind, self.codes[0], pieces=(Piece(0, end, Role.COMMAND, why),))

    def _intent(self, kind: Kind, heard: Heard, found: list[Phrase], rest: Leftover) -> Intent:
        tame = kind is not Kind.NONE
        past = kind is Kind.NONE and bool(self.tongue.past.search(self.text))
        settled, original = self._when(kind, found, tame=tame, past=past)
        start, end, ask = settled.start, settled.end, settled.ask
        if kind in (Kind.LIST, Kind.FREE_TIME):
            start, end = _whole_days(start, end)
            ask = [a for a in ask if a.doubt is Doubt.NONSENSE]
        ask += [Ask(doubt, words) for doubt, words in heard.doubts]
        ask += [Ask(Doubt.RESIDUE, words) for words in rest.residue]
        if kind is not Kind.NONE and start is None and end is None and not settled.recurrence and not ask and not found:
            guess = self._foreign(rest)
            if guess is not None:
                start, end = guess.start, guess.end
                ask.append(Ask(Doubt.FOREIGN, rest.title, (guess,)))
        elif start is None and end is None and not found and wider_is_worth_it(self.text):
            guess = wider(self.written.shown, self.now)
            if guess is not None:
                start, end = guess.start, guess.end
                ask.append(Ask(Doubt.FOREIGN, self.written.shown, (guess,)))
        if kind in _ACTS and start is not None and is_over(start, self.now) and not settled.recurrence:
            ask.append(Ask(Doubt.PAST, self._words(found)))
        shift = next((p.shift for p in found if p.shift is not None), None)
        moved_by = None
        toward = next((order.toward for order, _, _ in heard.orders if order.toward), 0)
        if tame and shift is not None and not shift.length.months:
            from_days = shift.length.days * 86_400 + shift.length.seconds
            moved_by = timedelta(seconds=(-1 if toward < 0 else shift.sign) * from_days)
        elif kind is Kind.RESCHEDULE and toward and start is None and settled.duration is not None:
            moved_by, settled.duration = toward * settled.duration, None  # delay it 20 minutes
        elif kind is Kind.RESCHEDULE and start is None and settled.duration is not None and not self._is_new(found[-1]):
            ask.append(Ask(Doubt.VAGUE, self._words(found[-1:])))  # move it 20 minutes: which way?
        return Intent(
            kind=kind,
            language=self.codes[0],
            title=rest.title if kind is not Kind.NONE else "",
            start=start,
            end=end,
            attendees=tuple(heard.attendees),
            optional=tuple(heard.optional),
            location=heard.location,
            description=heard.description,
            reminders=tuple(heard.reminders),
            private=heard.private,
            free=heard.free,
            recurrence=settled.recurrence,
            provider=heard.provider,
            calendar=heard.calendar,
            duration=settled.duration,
            shift=moved_by,
            original=original,
            ask=tuple(ask),
            notes=tuple(settled.notes) if kind is not Kind.NONE else (),
            pieces=Pieces(self.written, heard, found, rest),
        )

    def _words(self, found: list[Phrase]) -> str:
        return self.written.shown[found[0].begin : found[0].end] if found else ""

    def _foreign(self, rest: Leftover) -> Reading | None:
        return wider(rest.title, self.now) if wider_is_worth_it(rest.title.lower()) else None

    # --- when ---

    def _when(self, kind: Kind, found: list[Phrase], *, tame: bool, past: bool) -> tuple[Settled, Reading | None]:
        if kind is Kind.RESCHEDULE:
            return self._new_time(found)
        main, others = fold(found)
        if main is None:
            return Settled(), None
        if main.every is not None and main.every.loose and kind is not Kind.CREATE:
            main.every = None
        _share_the_time(main, others)
        if not tame and main.start is None and main.shift is not None:  # he came back two hours later
            main.start = Moment(offset=Offset(main.shift.sign, main.shift.length))
        settled = settle(main, self.text, self.now, tame=tame, past=past)
        if kind is Kind.CREATE and others:
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
            if before is not None and before.start is not None and not new.shift:
                old = before.start
                if new.start is not None and new.start.day is None and new.start.has_time() and old.day is not None:
                    new.start.day = old.day
            elif before is not None:
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
        if self.codes[0] == "ja" and not _FROM.search(self.text, phrase.begin, phrase.end):
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
            return head.endswith((" to", " until", " till", " for", " at", " on")) or self.text[
                phrase.begin : phrase.end
            ].startswith(("to ", "until ", "till ", "for ", "at ", "on "))
        tail = self.text[phrase.end :].lstrip()
        return tail.startswith(("に", "へ", "から", "で", "の同じ時", "로", "으로", "에", "부터")) or not tail.strip(
            "。.! "
        )


def _lend_a_part(found: list[Phrase], title: str, tongue: Language) -> None:
    """晚餐 7点: what an event is called tells which half of the day a bare hour means."""
    part = next((part for pattern, part in tongue.title_parts if pattern.search(title)), None) if found else None
    if part is None:
        return
    for phrase in found:
        for moment in (phrase.start, phrase.finish):
            if moment is not None and moment.clock is not None and moment.part is None:
                moment.part = part


def _share_the_time(main: Phrase, others: list[Phrase]) -> None:
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


_FROM = re.compile("から|より")
_ACTS = (Kind.CREATE, Kind.RESCHEDULE)
_LISTS = (Kind.LIST, Kind.FREE_TIME)
_SEARCHES = (*_LISTS, Kind.CANCEL, Kind.RESCHEDULE)


def _whole_days(start: When | None, end: When | None) -> tuple[When | None, When | None]:
    """A list asks for whole days."""
    first = _day(start) if start is not None else None
    last = _day(end) if end is not None else None
    return first, last if last != first else None


def _day(moment: When) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _used(heard: Heard, found: list[Phrase]) -> list[tuple[int, int]]:
    extents = [(token.begin, token.end) for phrase in found for token in phrase.tokens]
    extents += [(piece.begin, piece.end) for piece in heard.pieces]
    extents += [(begin, end) for _, begin, end in heard.orders]
    return extents
