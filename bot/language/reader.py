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
from bot.language.demand import decide
from bot.language.detect import languages_of
from bot.language.folding import fold
from bot.language.grammar import Language
from bot.language.hearing import Heard, listen
from bot.language.intent import Ask, Doubt, Intent, Kind, Piece, Reading, Role
from bot.language.intent import Moment as When
from bot.language.languages import LANGUAGES, scanner
from bot.language.leftover import Leftover, leftover
from bot.language.moving import Move
from bot.language.outline import Outline, outline
from bot.language.phrase import Moment, Phrase
from bot.language.phrases import phrases
from bot.language.pieces import Pieces, parted
from bot.language.routes import asked_of_routes, ways_of
from bot.language.scanning import forget_ways
from bot.language.settle import Settled, is_over, settle
from bot.language.several import are_listed, each_weekday, from_when, joined, share_the_time, widened
from bot.language.systems import named
from bot.language.title_days import without_title_days
from bot.language.tone import Tone, tone
from bot.language.wider import wider, wider_is_worth_it
from bot.language.written import Written, normalise

_COMMON = "0一" + "".join(map(chr, range(0x3042, 0x3094)))  # figures and kana
_OTHERS = 4  # further times that are offered as what may have been meant
_LONGEST = 10_000  # characters that are read; a chat message is far shorter
_SHORT = 300  # characters; what is longer is read once


def read(text: str, *, now: datetime, language: str | None = None, names: Collection[str] = ()) -> Intent:
    """What `text` means to somebody who wrote it at `now`, which is aware and in the writer's zone.

    `language` (ja, en, ko, zh) helps where the script does not tell. `names` are display names that may follow
    an `@`; the longest that fits wins.
    """
    written = normalise(text[:_LONGEST])
    codes = languages_of(written.text, language)
    tongue = LANGUAGES[codes[0]]
    intent = _Reading(written, codes, tongue, now, names).read()
    for system in named(written.text, tongue.code) if len(written.text) < _SHORT else ():
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


def outlined(text: str, *, now: datetime, language: str | None = None, bare: bool = False) -> tuple[str, Outline]:
    """The language of `text` and its outline, from which the weights of `tone` and `parts` are learned."""
    written = normalise(text[:_LONGEST])
    codes = languages_of(written.text, language)
    sentence = _Reading(written, codes, LANGUAGES[codes[0]], now, ())
    return codes[0], sentence.outline(*sentence.heard(), bare=bare)


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
            kind_alone = tongue.kind_alone(stripped)
            if kind_alone is not None:
                return self._alone(kind_alone)
            route = asked_of_routes(stripped, tongue.code)
            if route is not None:
                return self._alone(route)
        heard, found = self.heard()
        kind, sound, rest = self._weighed(heard, found)
        if (
            tongue.firm and kind in _CHANGES and found and self._may_be_titled(kind, tongue.firm, heard, sound)
        ):  # "Clear the decks, Friday 4pm" is what the event is called
            heard.orders = [order for order in heard.orders if order[0].kind is not kind]
            found = [phrase for phrase in found if phrase.shift is None] or found
            kind, sound, rest = self._weighed(heard, found)
        if found and tongue.title_parts:
            _lend_a_part(found, rest.title, tongue)
        if not (rest.residue and kind is _CREATE and sound.talk < _EVEN_WITH_RESIDUE):
            kind = self._kind(kind, sound, timed=bool(found), titled=bool(rest.title), asks=bool(heard.orders))
        return self._intent(kind, heard, found, rest, perhaps=kind in _WEIGHED and sound.talk > _ORDER)

    def _may_be_titled(self, kind: Kind, firm: re.Pattern[str], heard: Heard, sound: Tone) -> bool:
        """Whether the words that ask for `kind`, none of them `firm`, rather begin a title: all sounds like a new event."""
        likeliest, lead = sound.lead(kind)
        if likeliest is not _CREATE or lead < _RATHER or sound.talk > _ORDER:
            return False
        asking = [(begin, end) for order, begin, end in heard.orders if order.kind is kind]
        return all(self.text.count(" ", *extent) < 2 and not firm.search(self.text, *extent) for extent in asking)

    def _weighed(self, heard: Heard, found: list[Phrase]) -> tuple[Kind, Tone, Leftover]:
        """What its words ask for, what the whole sounds like, and what is left over."""
        outline = self.outline(heard, found)
        sound = tone(outline.traits, self.tongue.code)
        rest = leftover(
            self.written,
            _used(heard, found),
            heard.quotes,
            heard.guarded,
            self.tongue,
            outline,
            needs_title=not (sound.lead(_LIST)[0] is _LIST or any(map(heard.asks_to, _LISTS))),
        )
        return decide(heard, found, rest, self.text, self.tongue), sound, rest

    def _kind(self, kind: Kind, sound: Tone, *, timed: bool, titled: bool, asks: bool) -> Kind:
        """What is asked for: what its words say, unless the whole sounds quite different.

        `timed` and `titled`: it holds a time, and a title. `asks`: there are words that ask.
        """
        if kind in _WEIGHED and sound.talk > (_TALK if kind is _CREATE else _NO_CHANGE):
            return _NONE
        likeliest, lead = sound.lead(kind)
        if kind not in _UNSURE:
            return kind
        if likeliest in _HARMLESS:
            odds = 0 if timed or asks else _SURE if titled else _QUITE_SURE
            return likeliest if lead > (_FAR_LIKELIER if asks else 0) and sound.talk < odds else kind
        if kind is not _NONE:
            rather = lead > (_LIKELIER if asks or likeliest is _CANCEL else _RATHER)
            return likeliest if rather and sound.talk < _ORDER and likeliest is not _CREATE else kind
        if lead < (_LIKELIER if asks else _FAR_LIKELIER):
            return kind
        if likeliest is _CREATE:  # what is to be done by Friday
            return _CREATE if timed and titled and sound.talk < _SURE else kind
        odds = _CERTAIN if likeliest is _RESCHEDULE or not (timed or asks) else _SURE
        return likeliest if sound.talk < odds and sound.alone() else kind

    def heard(self) -> tuple[Heard, list[Phrase]]:
        """Its words, and its phrases about time."""
        text, tongue = self.text, self.tongue
        heard = listen(scanner(self.codes).scan(text), self.written, self.names)
        found = phrases(heard.tokens, text, tongue.joiners)
        if len(found) > 1:
            found = without_title_days(found, text, None if heard.asks_to(_RESCHEDULE) else tongue.title_day)
        return heard, found

    def outline(self, heard: Heard, found: list[Phrase], *, bare: bool = False) -> Outline:
        """Its words, with marks for what is known of them."""
        return outline(
            self.text, self.written.shown, found, heard, self.tongue.code, past=self._tells_of_what_was(), bare=bare
        )

    def _tells_of_what_was(self) -> bool:
        return self.tongue.past.search(self.text) is not None

    def _alone(self, kind: Kind) -> Intent:
        end = self.written.place(len(self.text))
        why = f"the whole sentence {'asks to' if kind in (Kind.UNDO, Kind.HELP) else 'says'} {kind}"
        return Intent(kind, self.codes[0], pieces=(Piece(0, end, Role.COMMAND, why),))

    def _intent(self, kind: Kind, heard: Heard, found: list[Phrase], rest: Leftover, *, perhaps: bool) -> Intent:
        tame = kind is not _NONE
        settled, original = self._when(kind, found, tame=tame) if found else (Settled(), None)
        start, end, ask = settled.start, settled.end, settled.ask
        if perhaps and start is not None and is_over(start, self.now) and not settled.recurrence:
            return self._intent(_NONE, heard, found, rest, perhaps=False)  # it happened in 2019
        if kind in _LISTS:
            ask = [a for a in ask if a.doubt is Doubt.NONSENSE]
        ask += [Ask(doubt, words) for doubt, words in heard.doubts]
        ask += [Ask(Doubt.RESIDUE, words) for words in rest.residue]
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
        intent = Intent(kind, self.codes[0], rest.title if tame and kind is not Kind.HELP else "", start, end)
        intent.recurrence, intent.duration, intent.original = settled.recurrence, settled.duration, original
        if tame and found:
            if self._move().shift(intent, heard, found):
                ask.append(Ask(Doubt.VAGUE, self._words(found[-1:])))  # move it 20 minutes: which way?
            intent.notes = tuple(settled.notes)
        intent.ask = tuple(ask)
        if heard.pieces:
            _add_details(intent, heard)
        if tame and (rest.place is not None or rest.names):
            _add_parts(intent, rest, self.written.shown)
        if not tame and rest.others:  # what is told is no courtesy around anything
            rest.titles, rest.others = sorted([*rest.titles, *rest.others]), ()
        intent.pieces = Pieces(self.written, heard, found, rest)
        return intent

    def _move(self) -> Move:
        return Move(self.text, self.tongue, self.now)

    def _words(self, found: list[Phrase]) -> str:
        return self.written.shown[found[0].begin : found[0].end] if found else ""

    # --- when ---

    def _when(self, kind: Kind, found: list[Phrase], *, tame: bool) -> tuple[Settled, Reading | None]:
        if kind is _RESCHEDULE:
            for phrase in found:
                phrase.happen_once()
            return self._move().times(found)
        past = not tame and self._tells_of_what_was()
        main, others = fold(found) if len(found) > 1 else (found[0], [])
        if kind is not _CREATE:
            main.happen_once()
        others = [*each_weekday(main), *others]
        if others:
            share_the_time(main, others)
        if not tame and main.start is None and main.shift is not None:  # he came back two hours later
            main.start = Moment(offset=Offset(main.shift.sign, main.shift.length))
        settled = settle(main, self.text, self.now, tame=tame, past=past)
        if kind is _CREATE and main.finish is None and main.length is None:
            settled.leave_out_what_is_over(self.now)
        if settled.start is None and (not tame or kind is _CREATE):  # "by Friday" speaks of Friday
            settled.start, settled.end = settled.end, None
        if others and kind in _OF_DAYS:
            self._take_in(settled, main, others, kind)
        original = None
        if kind is _CANCEL and _says_only_a_part(found):
            original = Reading(settled.start, settled.end)
        if kind in _LISTS or original is not None:
            settled.start, settled.end = _whole_days(settled.start, settled.end)
        return settled, original

    def _take_in(self, settled: Settled, main: Phrase, others: Sequence[Phrase], kind: Kind) -> None:
        """Days beside `main`, which means `settled`: of its stretch, or a list's, or else what may be meant instead."""
        listed = are_listed(main, others, self.text)
        also = [
            settle(other, self.text, from_when(other, settled, self.now) if listed else self.now, tame=True)
            for other in others[:_OTHERS]
        ]
        if kind in _LISTS:
            widened(settled, also)
        elif (kind is _CREATE and not (listed and joined(settled, also))) or (kind is _CANCEL and listed):
            readings = tuple([Reading(one.start, one.end) for one in also if one.start is not None])
            if readings:
                words = self.written.shown[others[0].begin : others[0].end]
                settled.ask.append(Ask(Doubt.AMBIGUOUS, words, readings))


def _lend_a_part(found: list[Phrase], title: str, tongue: Language) -> None:
    """晚餐 7点: what an event is called tells which half of the day a bare hour means."""
    part = next((part for pattern, part in tongue.title_parts if pattern.search(title)), None)
    if part is None:
        return
    for phrase in found:
        if phrase.start is not None and phrase.start.part is not None:
            continue
        phrase.lend_part(part)


# a look-up of an enum's member costs more than what is done with it here
_NONE, _CREATE, _RESCHEDULE, _CANCEL, _LIST = Kind.NONE, Kind.CREATE, Kind.RESCHEDULE, Kind.CANCEL, Kind.LIST
_CHANGES = frozenset({_CANCEL, _RESCHEDULE})
_ACTS = frozenset({Kind.CREATE, Kind.RESCHEDULE})
_WEIGHED = frozenset({Kind.CREATE, Kind.RESCHEDULE, Kind.CANCEL})
# the odds for talk up to which an event is made, beyond which nobody is even asked, and beyond which none is changed
_ORDER, _TALK, _NO_CHANGE = -0.75, 2.0, 1.0
_EVEN_WITH_RESIDUE = 4.0  # what could be a date and was not understood is rather asked about
# the odds for talk up to which words that ask for nothing make an event, and change one with a time and without
_SURE, _QUITE_SURE, _CERTAIN = -2.0, -3.0, -4.0
_HARMLESS = frozenset({Kind.LIST, Kind.HELP})
_UNSURE = frozenset({_NONE, *_WEIGHED})  # what another kind can turn out to be
# so much likelier another kind has to sound, where words ask for something and where none do
_LIKELIER, _RATHER, _FAR_LIKELIER = 0.3, 1.0, 2.0
_LISTS = frozenset({Kind.LIST, Kind.FREE_TIME})
_OF_DAYS = frozenset({*_LISTS, Kind.CREATE, Kind.CANCEL})  # what may be meant for several days
_SEARCHES = frozenset({*_LISTS, Kind.CANCEL, Kind.RESCHEDULE})
_AND = re.compile(r"\s?[、，,/・&+]\s?|\sand\s")  # between names


def _add_details(intent: Intent, heard: Heard) -> None:
    """What was said besides when and what."""
    intent.attendees, intent.optional = heard.attendees, heard.optional
    intent.location, intent.description = heard.location, heard.description
    intent.reminders, intent.private, intent.free = heard.reminders, heard.private, heard.free
    intent.provider, intent.calendar = heard.provider, heard.calendar


def _says_only_a_part(found: Sequence[Phrase]) -> bool:
    """Whether a part of the day was said, and no time."""
    moments = [phrase.start for phrase in found if phrase.start is not None]
    return any(moment.part for moment in moments) and not any(moment.clock or moment.offset for moment in moments)


def _whole_days(start: When | None, end: When | None) -> tuple[When | None, When | None]:
    """A list asks for whole days."""
    first = _day(start) if start is not None else None
    if isinstance(start, datetime) and isinstance(end, datetime) and end - start < _ONE_DAY:
        return first, None  # tonight
    last = _day(end) if end is not None else None
    return first, last if last != first else None


_ONE_DAY = timedelta(days=1)


def _day(moment: When) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _used(heard: Heard, found: list[Phrase]) -> list[tuple[int, int]]:
    extents = [(token.begin, token.end) for phrase in found for token in phrase.tokens]
    if heard.pieces:
        extents += [(piece.begin, piece.end) for piece in heard.pieces]
    if heard.orders:
        extents += [(begin, end) for _, begin, end in heard.orders]
    return extents


def _add_parts(intent: Intent, rest: Leftover, shown: str) -> None:
    """The place and the people that were among what was left."""
    if rest.place is not None and not intent.location:
        intent.location = shown[slice(*rest.place)]
    names = [name for part in rest.names for name in _AND.split(shown[slice(*part)]) if name]
    intent.attendees += tuple([name for name in names if name not in intent.attendees])
