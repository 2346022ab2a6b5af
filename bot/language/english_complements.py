"""What stands far from its English verb: the command behind its event, what is told before it, particles, participles.

The fillers here count only beside a command of their kind: "booked" goes with "get the hall booked", and is title or
talk elsewhere.
"""

import re

from bot.language.atoms import Atom, Order, Word
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.english_politeness import ASKS, PLEASE, SOFTENED, THEN_END
from bot.language.english_verbs import (
    A_TIME,
    ADDED,
    ADDING,
    CALENDAR,
    CANCELLED,
    IT,
    MOVED,
    MOVING,
    OFF,
    PUTTING,
    THE_SAME,
    THEN_WHEN,
    WHEN,
)
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role

_DIARY = r"(?:(?:the|my|our) )?(?:calend[ae]r|diary)"
_PARTICLES = r"(?: (?:in|down|up|out|off|on))?"
_TO_CALENDAR = rf"(?: (?:to|on|in|into|onto|from|off|out of) (?:{CALENDAR}|calend[ae]r|schedule|diary))"


def _behind(**verbs: str) -> Rule:
    """The command behind its event: please add it, stick it in the diary, can you register."""
    asked = "|".join(rf"(?P<{kind}>{verb})" for kind, verb in verbs.items())
    alone = "|".join(f"(?:{verb})" for verb in verbs.values())
    its = rf" {THE_SAME}{_PARTICLES}(?:{_TO_CALENDAR})?"
    start = rf"{BEGINS}(?:{ASKS}|(?<=[,.;!?–—\-] )(?=(?:{alone})(?:{its}|{_TO_CALENDAR})))"
    return Rule(
        "asks for what was told", rf"{start}(?:{asked})(?:{its}|{_PARTICLES}(?:{_TO_CALENDAR})?){THEN_END}", _asked
    )


def _asked(match: re.Match[str]) -> Atom:
    return _ORDERS[match.lastgroup or ""]


_ORDERS = {kind.value: Order(kind) for kind in (Kind.CREATE, Kind.CANCEL, Kind.RESCHEDULE)}


def _beside(companion: Kind | Role, pattern: str) -> Rule:
    return Rule("goes with its verb", pattern, lambda _: Word(Role.FILLER, companion))


# we don't need it, it isn't needed any more: said of what is to be cancelled
_NOT_NEEDED = r"(?:(?:i|we) )?(?:no longer (?:need|want)|(?:do not|don't|won't|will not|can't|cannot|can not|couldn't)(?: (?:need|want|make|attend|do|go|come)| be (?:doing|having|attending|able to (?:make|attend|do|go|come)))(?:(?: it)? to)?|(?:i|we)(?:'m| am|'re| are) not (?:doing|having|attending|going to)|no need for)"
# what there is: told of an event that is then to be added
_THERE_IS = (
    r"(?:(?:i|we)(?:'m| am|'re| are|'ve| have|'ll| will|'d)?(?: also)?(?: have(?! to)| having| got(?! to)| be having| going to have| attending| on| hosting| doing| booked (?:in )?for| down for)|(?:i|we)'ve(?= an? )|(?:i|we)(?: also)? have(?! to)|there(?:'s| is| are| will be|'ll be))(?: got)?"
    r"(?: (?:an?|the|my|our)(?= ))?"
)
_A_REASON = r"[^\n.!?;]{2,60}[.!;] |(?:(?:i|we|i'm|we're|i've|we've|something|someone|as|since|because|due to|my)(?!\w)[^\n.!?;,]{1,50}, )"

RULES: tuple[Rule, ...] = (
    # I can't come. Please cancel the seminar: the command has an object of its own
    Rule("why it is asked", rf"^(?:{_A_REASON})(?={PLEASE}(?:{OFF}) (?!{IT}{ENDS}))", lambda _: Word(Role.FILLER, Kind.CANCEL)),
    _behind(
        cancel=rf"{OFF}|take(?= (?:{IT}) (?:off|out|away)(?!\w))",
        reschedule=rf"{MOVING}|update(?! {_DIARY})|amend|adjust|change",
        create=rf"{ADDING}|{PUTTING}|update(?= {_DIARY})|make(?= (?:an?|the) )|do(?= [^\n]{{0,4}}needful)",
    ),
    Rule("asks to cancel", rf"(?<=\w ){OFF}(?: (?:it|this))?{THEN_END}", lambda _: Order(Kind.CANCEL)),
    _beside(Kind.CANCEL, rf"^{PLEASE}{_NOT_NEEDED}(?: (?:the|my|our|that|this|an?)(?= ))?"),
    _beside(Kind.CANCEL, rf"{BEGINS}(?:(?:is|are|isn't|aren't|was|were|got|gets|has been|have been|'s been|stands?|will be)(?: not)? )?(?:now |been |all )?{CANCELLED}(?: now| anymore)?(?=[,.;!–—\-]| (?:so|please|pls|can|could|kindly|-) )"),
    _beside(Kind.CANCEL, rf"{BEGINS}(?:any ?more|any longer)(?=[,.;! –-]|$)"),
    _beside(Kind.RESCHEDULE, rf"{BEGINS}(?:(?:is|are|was|got|gets|has been|have been|'s been|will be) )?(?:now )?{MOVED}(?= (?:to|until|till|by) )"),
    _beside(Kind.RESCHEDULE, rf"{BEGINS}(?:over|back|forward|out|up|along)(?= (?:to|until|till) )|{BEGINS}off(?= (?:until|till|by|an?|one|two|\d))|{BEGINS}(?:start |end )?(?:time|date|timing|slot)(?= (?:to|from|for) )|(?<=change )(?:the )?(?:time|date|timing|schedule|slot) (?:of|for) (?:(?:the|my|our)(?= ))?"),
    _beside(Kind.RESCHEDULE, rf"{BEGINS}(?:instead|rather)(?= (?:of|than|for) |[ .!?]{{0,3}}$)(?: (?:of|than)(?= ))?"),
    _beside(Kind.RESCHEDULE, rf"{BEGINS}(?:to |should )?be (?=(?:on |at |for )?{A_TIME})"),
    _beside(Kind.CREATE, rf"{BEGINS}{_THERE_IS}(?= )"),
    _beside(Kind.CREATE, rf"(?<=\w )(?:is|are|will be|takes place)(?: (?:held|scheduled|fixed|set|planned|booked))?(?= {WHEN}{ENDS})"),
    _beside(Kind.CREATE, rf"(?<=\w )(?:fixed|confirmed|planned|set)(?= for {WHEN}{ENDS})"),
    _beside(Kind.CREATE, rf"(?<=\w )go(?:es)? in(?= {WHEN}{ENDS})"),
    _beside(Kind.CREATE, rf"(?<=\S ){ADDED}(?= {WHEN}{ENDS}| (?:to|on|in|into) {CALENDAR}|[ .!?]{{0,3}}$)"),
)  # fmt: skip
# tried where nothing else is said: "in" and "the" begin times as well
LAST: tuple[Rule, ...] = (
    _beside(Kind.CREATE, rf"{BEGINS}(?<!check )(?<!sign )(?<!log )(?<!wind )(?<!count )(?<!sit )(?<!tear )(?<!shut )(?<!-)(?:in|down){THEN_WHEN}"),
    # hi, the review, please make it Friday: what would stand before the command
    # please let me know tomorrow's schedule
    _beside(Kind.LIST, rf"^{PLEASE}(?:(?:let|tell|show|teach|give|send) (?:me|us)(?: know)?|see|know|check|share|display)(?= )"),
    _beside(Kind.FREE_TIME, rf"{BEGINS}(?:meeting|call|chat|appointment|session|catch-?up)(?=[ .?!]{{0,3}}$)"),
    _beside(Role.COMMAND, rf"^{PLEASE}(?:the|my|our) |^{SOFTENED}"),
)  # fmt: skip
