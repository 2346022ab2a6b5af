"""How English asks for things: command words, politeness, corrections."""

from bot.language.atoms import Doubtful, Order, Word
from bot.language.english_names import WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.grammar import Rule
from bot.language.intent import Doubt, Kind, Role

_PLEASE = (
    r"(?:(?:hey|hi|hello|ok|okay|so|also|and|then|yes|please|pls|plz|kindly|could you|can you|would you|will you|can we|could we|can i|may i|could i|"
    r"i'd like to|i would like to|i'd like you to|i want to|i need to|i need you to|i'd love to|i have to|we need to|we'd like to|we should|let's|lets|let us|help me|help me to|go ahead and|just|"
    r"don't forget to|want to|need to|would you mind|mind|be so kind as to|quickly|maybe|yotei|bot),? ){0,5}"
)
_A = r"(?:(?:a|an|the|my|our|me|us|in|some|new|another|quick)(?= ) ?){0,4}"
_EVENT_NOUN = r"(?:calendar )?(?:event|meeting|appointment|slot|entry|reminder|time|session|call|item)"
# "an event called", and the noun alone where it only announces the title
_EVENT = rf"(?:(?:an? )?(?:new )?{_EVENT_NOUN}(?: (?:called|named|titled|entitled|for|about|to|regarding|re:?|on the topic of)(?! (?:\d|{WEEKDAY}|tomorrow|today|noon|next|the \d))(?= )|:(?= )))?"
_PERIOD = r"(?:day|week|month|weekend|morning|afternoon|evening|calendar|schedule|agenda|diary|plans?|plate|meetings|appointments|events)"
_AGENDA = r"(?:calendar|schedule|agenda|diary|itinerary|meetings|appointments|events|plans|bookings)"


def _order(kind: Kind, pattern: str, *, alone: bool = False) -> Rule:
    order = Order(kind, alone)
    return Rule(f"asks to {kind}", pattern, lambda _: order)


_WHAT_IS_ON = (
    r"what(?:'s|s| is| are)?(?: (?:on|in|up|happening|going on|scheduled|planned|coming up|booked|left|next))"
    rf"(?: (?:on|in|for|at|with))?(?: (?:my|our|the) {_PERIOD})?|"
    rf"what(?:'s|s| is| are) (?:my|our|the) {_AGENDA}(?: (?:look like|like))?|"
    r"what(?: (?:meetings|appointments|events|plans|bookings|else))? (?:do|have) (?:i|we) (?:have|got)(?: (?:on|to do|scheduled|planned|booked|going on|coming up))?|"
    rf"what(?: does|'s|s) (?:my|our|the) {_PERIOD}(?: (?:look|looking))?(?: like)?|"
    rf"how(?: does|'s| is) (?:my|our) {_PERIOD}(?: look(?:ing)?)?|how busy (?:am i|are we)|"
    r"(?:when|what time)(?:'s| is| are) (?:my|our|the)(?: next| first| last)?|when do i (?:have|meet)|"
    r"which (?:meetings|appointments|events) (?:do (?:i|we) have|are there)"
)
_SHOW = (
    rf"(?:show|list|give|tell|get|display|check|view|see|read|pull up|bring up|open)(?: me| us)?(?: all)?(?: of)?(?: (?:my|our|the|upcoming|about my))*? ?{_AGENDA}|"
    rf"(?:show|tell|give|list)(?: me| us)? (?:what(?:'s| is) (?:on|happening|scheduled|planned|coming up)|what i have|everything)(?: (?:on|in|for) (?:my|the|our) {_AGENDA})?|"
    r"(?:show|list|give)(?: me| us)(?= (?:today|tomorrow|next|this|the|my)(?:'s)?(?: week| month| day)?)|"
    rf"(?:my|our|upcoming) (?:next |upcoming )?{_AGENDA}"
)
_AM_I_FREE = (
    r"(?:am|are|is) (?:i|we|everyone|everybody) (?:free|busy|available|open|booked|occupied|around)|"
    r"(?:do|have|did) (?:i|we) (?:have |got |already have )?(?:any(?:thing)?(?: else)?|something|plans|a|an|any|time|free time|meetings?|appointments?)(?: (?:meetings?|plans|appointments?|events?|calls?|time|on|scheduled|planned|booked|going on|free))*|"
    r"(?:is|are) there (?:any(?:thing)?|something)(?: (?:meetings?|plans|appointments?|events?|on|scheduled|planned|happening))*(?: (?:on|in) (?:my|our|the) (?:calendar|schedule|agenda))?|"
    r"(?:any|anything|got any|got anything)(?: (?:meetings|plans|appointments|events|on|scheduled|planned|happening|else))+(?: (?:on|scheduled))?|"
    r"(?:any|anything|got anything)(?= (?:on|for|tomorrow|today|next|this))|have i got (?:anything|any meetings|plans)"
)
_FREE_TIME = (
    r"when (?:am i|are we|is everyone|is everybody|are all of us|are both of us|could we all meet|can we all meet|can we meet|is .{1,40} and .{1,40} )(?: ?(?:all |both )?(?:free|available))?|"
    r"(?:find|suggest|look for|propose|recommend)(?: me| us)?(?: a| some| an| any)?(?: (?:free|open|available|common|good|mutual|suitable|\d{1,3}[- ]?min(?:ute)?s?|one[- ]hour|hour))*? ?(?:times?|slots?|gaps?|openings?|windows?)|"
    r"(?:show|list|give|tell)(?: me| us)?(?: my| our| all)? (?:free|open|available) (?:times?|slots?|gaps?)|"
    r"what (?:times?|slots?) (?:am i|are we|is everyone|are|do (?:i|we) have) (?:free|open|available)?"
)
_GENERAL = r"schedule|reschedule|book|add|create|set up|setup|set-up|arrange|organi[sz]e|reserve|pencil in|pencil|block off|block out|block|register|invite|put in|put down|slot in|jot down|calendar"
_NOT_COMMAND = rf"(?!(?: (?:is|was|are|were|isn't|looks|has|had|got|changed|conflict|conflicts|by|club|fair|fest|review|party|reading|launch)|'s|s|ed|ing){ENDS})"

RULES: tuple[Rule, ...] = (
    _order(Kind.FREE_TIME, rf"^{_PLEASE}(?:{_FREE_TIME}){ENDS}"),
    _order(Kind.LIST, rf"^{_PLEASE}(?:{_WHAT_IS_ON}|{_SHOW}|{_AM_I_FREE}){ENDS}(?: (?:on|for)(?= ))?"),
    _order(Kind.LIST, rf"^(?:the |my |our )?(?:schedule|agenda|calendar|diary)(?= (?:for|on|today|tomorrow|this|next|{WEEKDAY}){ENDS}|[?.!]?$)(?! (?:a|an|the) )"),
    # next week's schedule, tomorrow's agenda: where nothing else is said
    _order(Kind.LIST, rf"(?:(?<='s )|(?<=s' )|(?<=today )|(?<=tomorrow )|(?<=week )|(?<=month )|(?<=weekend )|(?<=day )|(?<=my )){_AGENDA}{ENDS}(?=[ ?.!]{{0,4}}$| please)", alone=True),
    _order(Kind.UNDO, rf"^{_PLEASE}(?:undo|revert){ENDS}(?: (?:that|it|this|the last one|my last change))?"),
    _order(
        Kind.CANCEL,
        rf"^{_PLEASE}(?:cancel(?:l?ing)?|delete|deleting|remove|removing|drop|scrap|call off|clear|get rid of|take off|kill|erase|unschedule|scratch|axe){ENDS}(?! (?:(?:a |the )?hint|me|us|him|her|over|by|in|out|culture){ENDS})(?: (?:all )?(?:my|the|our|that|this)(?= ))?",
    ),
    _order(Kind.CANCEL, rf"{BEGINS}(?<=[ ,:-] )?(?:please |pls |can you |could you |you can )(?:cancel|delete|remove|call off)(?: (?:it|that|this))?[ .!?]{{0,3}}$|(?:[,:;.-] )(?:cancel|delete|remove)(?: (?:it|that|this))?[ .!?]{{0,3}}$"),
    _order(
        Kind.RESCHEDULE,
        rf"^{_PLEASE}(?:reschedul(?:e|ing)|mov(?:e|ing)|push(?: back| out| forward)?|shift|postpone|bump(?: up| back)?|change(?! (?:it|that) to )|delay|bring(?= .{{1,60}} forward)|bring forward|pull forward|pull up|pull in|put off|put back|defer|rebook|update|slide|switch|swap|advance|prepone){ENDS}(?! (?:(?:it|that|this) to |(?:over|out|in|on|aside|along|house|me|us){ENDS}))(?: (?:the time of|the date of|the start of))?(?: (?:my|the|our|that|this)(?= ))?",
    ),
    _order(Kind.RESCHEDULE, rf"{BEGINS}forward(?= to )"),
    _order(Kind.CREATE, rf"^{_PLEASE}remind me (?:to|about|of|that) "),
    _order(Kind.CREATE, rf"^{_PLEASE}(?:set|make|plan|have|hold|fix|do|put|enter|insert|log|note|get|save|start|throw)(?: me| us| in| up| down)? (?:a |an |the |some )?(?:new |quick |short )?(?=(?:calendar )?(?:event|meeting|appointment|slot|entry|reminder|time|session|call|sync|lunch|dinner|review|interview|reservation|standup|workshop|demo){ENDS})(?:{_EVENT_NOUN}(?: (?:called|named|titled|entitled|for|about|to|regarding)(?! (?:\d|{WEEKDAY}|tomorrow|today|noon|next))(?= )))?"),
    _order(Kind.CREATE, rf"^{_PLEASE}(?:put|enter|insert|log)(?! (?:on|off|it|away|out|up|back|together|down|your|his|her|me|us|them|that|those|all)){ENDS}(?: (?:a|an|the|my|our|in)(?= ))?"),
    _order(Kind.CREATE, rf"^{_PLEASE}plan (?:a|an|the|our|my|for)(?= )"),
    _order(Kind.CREATE, rf"^{_PLEASE}new (?:calendar )?(?:event|meeting|appointment|entry|reminder|booking)(?: (?:called|named|titled|for|about|to)(?= )|:(?= ))?"),
    _order(Kind.CREATE, rf"^{_PLEASE}(?:{_GENERAL}){ENDS}{_NOT_COMMAND} ?{_A}{_EVENT}"),
    # tomorrow at 3pm, book a room: the command behind its time
    _order(Kind.CREATE, rf"(?:(?<=, )|(?<=\dpm )|(?<=\dam )|(?<=day )|(?<=row )|(?<=: ))(?:please |pls |can you |could you |can you please |could you please )?(?:schedule|book|add|create|set up|arrange|reserve|put) (?:a|an|the|my|our|in)(?= )(?: (?:new )?{_EVENT_NOUN} (?:called|named|titled|for|about|to|regarding)(?= ))?"),
    _order(Kind.CREATE, rf",? {BEGINS}(?:please |pls )?(?:add|put|schedule|book) (?:it|this|that)(?= (?:to|on|in) (?:my|the|our) )| {BEGINS}(?:please |pls )(?:add|schedule|book)[.! ]{{0,3}}$"),
    Rule("softens", rf"(?:,? ?{BEGINS}(?:please|pls|plz|thanks|thank you|thx|cheers|thanks a lot|many thanks|for me|if possible|asap|will you|would you|ok|okay){ENDS}(?=[ .!?,]{{0,3}}$|[,.]? (?:for|and|at|on|thanks|thank you) )[.!]{{0,2}})", lambda _: Word(Role.FILLER)),
    Rule("softens", rf"{BEGINS}(?:(?:to|on|in|into|onto|from|off) (?:my|the|our) (?:calendar|schedule|agenda|diary)){ENDS}", lambda _: Word(Role.FILLER)),
    # a change of length, which nobody has learnt yet, is not to be taken for a move
    Rule("asks for another length", rf"^{_PLEASE}(?:extend|lengthen|shorten|prolong){ENDS}", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("marks a correction", rf"^(?:(?:no,? |sorry,? |oh,? |oops,? |wait,? )?(?:actually|rather|sorry(?=,)|i meant|i mean|make (?:it|that)|make that|change (?:it|that) to|instead|better|let's (?:make|do) (?:it|that)?|set it (?:to|for)|(?:move|push|shift|reschedule) (?:it|that|this) to|(?:on )?second thoughts?),?[,: ](?:make (?:it|that) )?|no,? (?=\d|{WEEKDAY}|at |on |make |the |tomorrow|next))|,? {BEGINS}(?:instead|rather|not \d{{1,2}}(?: ?[ap]m)?){ENDS}(?=[ .!?]{{0,4}}$|,| of)", lambda _: Order(Kind.CORRECT)),
)  # fmt: skip
