"""How English asks for things: command words, politeness, people, places, calendars, details; and how it just talks."""

import re
from datetime import timedelta

from bot.language.atoms import Atom, Order, Word
from bot.language.english_numbers import N, amount
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role

_B = r"(?<![\w.])"
_E = r"(?![\w])"
_PLEASE = (
    r"(?:(?:hey|hi|hello|ok|okay|so|also|and|please|pls|kindly|could you|can you|would you|will you|can we|could we|can i|may i|"
    r"i'd like to|i would like to|i want to|i need to|i need you to|i have to|we need to|let's|lets|let us|help me|go ahead and|just|"
    r"don't forget to|remind me to|want to|need to),? ){0,4}"
)
_A = r"(?:(?:a|an|the|my|our|me|us|in|some|new|another)(?= ) ?){0,3}"


def _order(kind: Kind, pattern: str, *, alone: bool = False) -> Rule:
    order = Order(kind, alone)
    return Rule(f"asks to {kind}", pattern, lambda _: order)


_EVENT = r"(?:(?:an? )?(?:new )?(?:calendar )?(?:event|meeting|appointment|slot|entry|reminder|time)(?: (?:called|named|titled|for|about|to)(?= )))?"

_COMMANDS = (
    _order(
        Kind.FREE_TIME,
        rf"^{_PLEASE}(?:when (?:am i|are we|is everyone|is everybody|are all of us|can we (?:all )?meet)(?: (?:all )?(?:free|available))?|"
        rf"(?:find|suggest|look for|propose) (?:me |us )?(?:a |some |an )?(?:free |open |available |common |good )?(?:time|slot|times|slots|gap|opening)s?|"
        rf"(?:show|list) (?:me )?(?:my |our )?(?:free|open|available) (?:time|times|slots)){_E}",
    ),
    _order(
        Kind.LIST,
        rf"^{_PLEASE}(?:what(?:'s|s| is| do i have| have i got| are| does)(?: (?:on|going on|happening|in))?(?: (?:my|our|the) (?:calendar|schedule|agenda|plans?|plate|day|meetings|appointments))?(?: (?:look like|scheduled|planned|coming up|like|have i got|do i have))?|"
        rf"(?:show|list|give|tell|get|display|check|view|see|read)(?: me)?(?: all)?(?: (?:my|our|the|of my))? ?(?:calendar|schedule|agenda|meetings|appointments|events|plans|bookings)|"
        rf"(?:am|are|is) (?:i|we|everyone|everybody) (?:free|busy|available|open|booked)|do (?:i|we) have (?:any(?:thing)?|something|a|any)?(?: (?:meetings?|plans|appointments?|events?|time|on|scheduled|planned))*|"
        rf"(?:any|anything) (?:meetings|plans|appointments|events|on|scheduled|planned)(?: (?:on|scheduled))?|have i got anything|my (?:schedule|agenda|calendar)|(?:schedule|agenda|calendar)(?= (?:for|today|tomorrow|this|next)|$))(?: on| for)?{_E}",
    ),
    _order(Kind.UNDO, rf"^{_PLEASE}undo{_E}"),
    _order(
        Kind.CANCEL,
        rf"^{_PLEASE}(?:cancel|delete|remove|drop|scrap|call off|clear|get rid of|kill){_E}(?: (?:my|the|our|that|this)(?= ))?",
    ),
    _order(
        Kind.RESCHEDULE,
        rf"^{_PLEASE}(?:reschedule|move|push(?: back)?|shift|postpone|bump|change|delay|bring forward|put off|defer|rebook|update|slide){_E}(?: (?:my|the|our|that|this)(?= ))?",
    ),
    _order(
        Kind.CREATE,
        rf"^{_PLEASE}(?:schedule|book|add|create|set up|setup|set|put|plan|arrange|make|organi[sz]e|block(?: off| out)?|reserve|pencil in|enter|new|insert|fix|register|invite|remind me(?: to| about)?|have){_E}"
        rf"(?!.{{0,6}}it{_E}) ?{_A}{_EVENT}",
    ),
    Rule("softens", rf"(?:,? ?{_B}(?:please|pls|thanks|thank you|thx|cheers|for me){_E}[.!]{{0,2}})", lambda _: Word(Role.FILLER)),
    Rule("softens", rf"{_B}(?:(?:to|on|in|into) (?:my|the|our) (?:calendar|schedule|agenda|diary)){_E}", lambda _: Word(Role.FILLER)),
    Rule("marks a correction", rf"^(?:(?:no,? )?(?:actually|rather|sorry)[, ]|no,? |make (?:it|that) |i meant |i mean |change (?:it|that) to |instead )|{_B}instead{_E}", lambda _: Order(Kind.CORRECT)),
)  # fmt: skip

_NAME = r"[a-z][a-z'’-]{1,20}"


def _delta(match: re.Match[str]) -> timedelta:
    count, unit = amount(match["n"]), match["unit"]
    if unit.startswith("m"):
        return timedelta(minutes=count)
    if unit.startswith("h"):
        return timedelta(hours=count)
    return timedelta(days=count * (7 if unit.startswith("w") else 1))


_PROVIDERS = {
    "jicoo": "jicoo",
    "back office": "backoffice",
    "backoffice": "backoffice",
    "back-office": "backoffice",
    "line works": "lineworks",
    "lineworks": "lineworks",
}
_OTHERS = (
    r"google calendar|google|outlook|apple calendar|icloud|exchange|calendly|teams calendar|zoho|garoon|timetree|notion"
)


def _other(match: re.Match[str]) -> Atom:
    return Word(Role.CALENDAR, ("provider", match["other"].removesuffix(" calendar")))


_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?)"
_DETAILS = (
    Rule("a reminder", rf"{_B}(?:,? ?(?:and )?(?:remind me|notify me|alert me|with a reminder|reminder|set a reminder|notification|alert)(?: me)?(?: at)? )(?P<n>{N})[ -](?P<unit>{_UNIT})(?: (?:before|prior|ahead|in advance|earlier|beforehand))?(?: (?:the|it|that) ?(?:meeting|start|event)?)?{_E}", lambda m: Word(Role.DETAIL, ("reminder", _delta(m)))),
    Rule("a reminder", rf"{_B}(?:with )?(?:a )?(?P<n>{N})[ -](?P<unit>{_UNIT}) (?:reminder|notification|alert|warning){_E}(?: before)?", lambda m: Word(Role.DETAIL, ("reminder", _delta(m)))),
    Rule("private", rf"{_B}(?:mark(?:ed)? (?:it )?as private|make it private|as private|\(private\)|private(?=[,.]?$|,)|keep it private){_E}", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", rf"{_B}(?:(?:mark|show)(?:ed)? (?:me |it )?as free|as free|show as available){_E}", lambda _: Word(Role.DETAIL, ("free", True))),
    Rule("a description", rf"{_B}(?:notes?|memo|description|details|agenda): ?(?P<note>[^\n]{{1,2000}})", lambda m: Word(Role.DETAIL, ("description", m["note"]))),
    Rule("optional", rf"{_B}(?:optional(?:ly)?(?: attendees?)?(?: for)?:?|cc) ?(?=@|{_NAME})", lambda _: Word(Role.DETAIL, ("optional", True))),
)  # fmt: skip
_NOT_NAMES = frozenset(
    "the a an my our your his her their me us you all everyone everybody it them him team client clients customer customers "
    "boss manager staff marketing sales hr legal finance engineering design product it's this that some new".split()
)


def _people(match: re.Match[str]) -> Atom | None:
    names = re.split(r", and |, | and | & ", match["names"])
    return None if names[0] in _NOT_NAMES else Word(Role.PERSON, tuple(names))


_THINGS = (
    Rule("which calendar", rf"{_B}(?:on|in|to|via|into|using|with|through) (?:the |my )?(?P<system>{'|'.join(map(re.escape, _PROVIDERS))})(?: calendar)?{_E}", lambda m: Word(Role.CALENDAR, ("provider", _PROVIDERS[m["system"]]))),
    Rule("which calendar", rf"{_B}(?:on|in|to|via|into|using) (?:the |my )?(?P<other>{_OTHERS}){_E}", _other),
    Rule("which calendar", rf"{_B}(?:on|in|to|into) (?:the |our )(?P<name>[a-z][\w-]{{1,20}}(?: team)?) calendar{_E}", lambda m: Word(Role.CALENDAR, ("calendar", m["name"]))),
    Rule("a place", rf"{_B}(?:location|place|venue|where): ?(?P<place>[^\n,;]{{1,60}}?)(?= (?:at|on|from|tomorrow|today|with)|[,;]|$)", lambda m: Word(Role.PLACE, m["place"])),
    Rule("a place", rf"{_B}(?:in|at|@) (?:the )?(?P<place>(?:(?:meeting|conference|board|class)[ -]?room|room|boardroom|auditorium|hall|studio|lobby|cafeteria|canteen|office|building|floor)(?: [a-z]?\d{{0,4}}[a-z]?(?![\w]))?|[\w'’-]{{1,20}} (?:meeting room|conference room|room|hall|office|building|cafe|café|restaurant|hotel|station|park|studio|lounge)(?: \w{{1,4}}(?![\w]))?)(?!\w)", lambda m: Word(Role.PLACE, m["place"])),
    Rule("a place", rf"{_B}(?:on|via|over|in|at) (?P<place>zoom|teams|google meet|meet|webex|skype|slack|starbucks){_E}", lambda m: Word(Role.PLACE, m["place"])),
    Rule("somebody", rf"{_B}with (?P<names>{_NAME}(?:(?:, | and |, and | & ){_NAME}){{0,5}}){_E}", _people),
)  # fmt: skip
RULES: tuple[Rule, ...] = (*_COMMANDS, *_DETAILS, *_THINGS)

_END = r"[\s.!?]{0,4}$"
ALONE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.UNDO, re.compile(rf"(?:please |pls )?(?:undo|undo that|undo it|undo this|take (?:it|that) back|revert|revert that|put it back|roll (?:it|that) back)(?: please)?{_END}")),
    (Kind.HELP, re.compile(rf"(?:help|help me|help please|what can (?:you|i|u) (?:do|say|ask)(?: here)?|how (?:do|does|can) (?:i|you|this|it|we) (?:use|work)(?: (?:this|you|it))?|how do i use (?:you|this|it)|usage|commands|show help){_END}")),
    (Kind.YES, re.compile(rf"(?:yes|yep|yeah|yup|ok|okay|sure|yes please|correct|right|that's right|sounds good|go ahead|do it|please do|fine|confirmed?){_END}")),
    (Kind.NO, re.compile(rf"(?:no|nope|nah|no thanks|no thank you|never ?mind|don't|stop|forget it|not now|wrong){_END}")),
)  # fmt: skip
TITLE_HEAD = re.compile(
    r"[\s,.:;!–—-]{0,6}(?:(?:for|about|on|at|to|is|of|in|and|with|from|that|called|titled|named|regarding|re)(?= |$) ?){0,2}(?:(?:a|an|the|my|our)(?= ) ){0,1}[\s,.:;-]{0,3}"
)
TITLE_TAIL = re.compile(
    r"(?:[\s,.:;!–—-]|(?<= )(?:on|at|for|in|from|to|by|with|of|and|the|a|an|is|this|until)(?=[\s,.]*$)){1,8}$"
)
STATEMENT = re.compile(
    r"\?\s*$|!\s*$|(?<![\w'])(?:was|were|is|are|am|will|won't|would|had|has|have|did|didn't|doesn't|don't|do|got|went|can't|cannot|gonna|been|being|be|"
    r"i'm|i'll|i've|it's|that's|he's|she's|we're|we'll|we've|they're|they'll|you're|there's|what|why|who|how|wow|thanks|thank|sorry|congrats|"
    r"see|saw|love|loved|hate|hope|think|thought|guess|heard|hear|looks|look|seems|feel|feels|arrive|arrives|arriving|leaving|"
    r"great|awesome|nice|happy|good|cool|haha|lol|enjoy|enjoyed|closes|closed|opens|ends|starts|started|finished|coming|going|said|says|told|works|worked|"
    r"i|he|she|they|you|so|very|really|too)(?![\w'])"
)
PAST = re.compile(
    r"(?<![\w'])(?:was|were|had|did|didn't|went|got|loved|enjoyed|saw|thought|heard|said|told|great|finished|happened)(?![\w'])"
)
RESIDUE = re.compile(
    r"(?<![\w.$])\d{1,4}[/:]\d{1,2}(?![\w%])|(?<![\w.$])\d{1,2}\s?[ap]\.?m\b|(?<!\w)(?:o'clock)(?!\w)|(?<![\w.$])\d{1,2}(?:st|nd|rd|th) of(?!\w)"
)
OBJECT_END = re.compile(r"(?!)")
