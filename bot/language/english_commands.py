"""How English asks for something to be done: to make, move and cancel, to correct, to take back."""

import re

from bot.language import english_asking, english_complements, english_politeness
from bot.language.atoms import Doubtful, Order, Word
from bot.language.english_names import MONTH, WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.english_politeness import ASKS, PLEASE, SOFTENED
from bot.language.english_verbs import (
    A_TIME,
    ADDED,
    ADDING,
    ADDING_ING,
    CALENDAR,
    IT,
    MOVED,
    MOVING,
    PUTTING,
    THEN_WHEN,
    WHEN,
)
from bot.language.grammar import Rule
from bot.language.intent import Doubt, Kind, Role

_LONG = r"(?! (?:half|quarter|couple|few)? ?(?:an? |of )?(?:hours?|minutes|mins|day)(?!\w))"  # an hour is a length
_A = rf"(?:(?:an?{_LONG}|the|my|our|me|us|in|some|new|another|quick|one|it as)(?= ) ?){{0,4}}"
_EVENT_NOUN = r"(?:calendar )?(?:event|meeting|appointment|slot|entry|reminder|time|session|call|item|booking|invite|invitation|alert|alarm|schedule|plan)"
_SYSTEM = r"(?:(?:the|my|our) )?(?:jicoo|back[ -]?office|line ?works)"
# where a noun only announces the title: "an event called", "time with Ken"; "a call to Jicoo" says where it goes
_CALLED = rf"(?:(?: (?:called|named|titled|entitled|for|about|regarding|re:?|on the topic of|labell?ed)|(?<!call) to)(?! (?:\d|{WEEKDAY}|{MONTH}|tomorrow|today|tonight|noon|next|this|the \d|{_SYSTEM}))(?= )|:(?= ))"
_EVENT = (
    rf"(?:(?:(?:an? )?(?:new )?(?:{_EVENT_NOUN}{_CALLED}|(?:schedule|event)(?:,| of)(?= )))|(?:some )?time(?= with ))?"
)
_DAY_OR_TIME = (
    rf"(?:(?:on|at|for|from|between) )?(?:{WEEKDAY}|{MONTH}|tomorrow|tmrw|today|tonight|next|this|the|noon|every|\d)"
)
_MEETING = r"(?:event|meeting|appointment|slot|entry|reminder|time|session|call|sync|lunch|dinner|breakfast|coffee|review|interview|reservation|standup|stand-up|workshop|demo|catch-?up|check-?in|1:1|one-on-one|chat|conference|booking|visit|consultation|briefing|training|tour|inspection|rehearsal|walk-?through|huddle|debrief|alert|alarm)"


def _order(kind: Kind, pattern: str, *, weak: bool = False, toward: int = 0) -> Rule:
    order = Order(kind, weak=weak, toward=toward)
    return Rule(f"asks to {kind}", pattern, lambda _: order)


def _begun(kind: Kind, beginning: str, forms: tuple[str, ...]) -> Rule:
    """All commands of a kind that begin alike: what may stand before them is read once."""
    return _order(kind, rf"{beginning}(?:{'|'.join(forms)})")


# "book club", "schedule conflict": nouns, and what is told
_NOT_COMMAND = rf"(?!(?: (?:is|was|are|were|isn't|looks|has|had|got|changed|changes|conflicts?|by)|'s|s|ed|ing){ENDS}|-[a-z]|(?<=block) (?:party|diagram|release|walk)|(?<=invite) list|(?<=reserve) (?:list|fund|bench|forces|price|stock)|(?<=book) (?:club|fair|fest|review|party|reading|launch|swap|tour|report|signing|keeping){ENDS}|(?<=add) (?:me|him|her|us|them) (?:on|to|as|back){ENDS})"
# verbs that are nouns as well, as in "shift handover", ask for a move only of a thing named as known, or when it is said to where
_MOVED = (
    rf"(?= (?:the|my|our|this|that|it|them|all|both|today's|tomorrow's|{WEEKDAY}(?:'s)?|[\w-]{{1,20}}'s|[\"'“]|\d)(?!\w)| [^\n]{{1,80}} (?:(?<!\d )(?<![ap]m )(?:to|until|till)|by|from|forward|back|earlier|later|sooner|instead|up|out|"
    rf"\d{{1,3}} ?(?:m|mins?|minutes?|h|hours?|days?|weeks?)|an? (?:hour|day|week)|half an hour)(?!\w))"
)
_MOVING = rf"re-?schedul(?:e|ing)|mov(?:e|ing)|bump(?:ing)?(?: back)?|chang(?:e|ing)(?! (?:it|that) to | (?:freeze|control|management|requests?|board|advisory|review|window|log|agent){ENDS}){_MOVED}|rebook|rearrange|(?:shift(?:ing)?|updat(?:e|ing)|rejig|revise|amend|alter|adjust|slide|switch|swap|transfer|nudge|shove|drag|kick){_MOVED}|set(?= .{{1,60}} forward)"
_LATER = rf"(?:delay(?:ing)?|push(?:ing)?(?: back| out)?){_MOVED}|postpon(?:e|ing)|put off|put(?= .{{1,60}} off (?:by|until|till|an?|one|two|\d)(?!\w))|put back|(?:set|put|knock)(?= .{{1,60}} back(?: (?:to|by|until|an?|\d{{1,3}})(?!\w)|[ .!]{{0,3}}$))|set back|defer"
_FORWARD = r"bring(?= .{1,60} (?:forward|up|earlier){ends})|bring(?:ing)? forward|bring up|pull(?= .{1,60} (?:forward|in|up){ends})|pull(?:ing)? (?:forward|up|in)|push(?:ing)?(?= .{1,60} (?:forward|up){ends})|push(?:ing)? forward|move up|move forward|bump up|move(?= .{1,60} (?:forward|up) by{ends})|advance{moved}|prepone|hasten".replace(
    "{ends}", ENDS
).replace("{moved}", _MOVED)
_THE = r"(?: (?:the )?(?:start |end )?(?:time|date|day|start|timing|schedule|slot) (?:of|for))?(?: (?:my|the|our|that|this)(?= ))?"
_NO_EVENT = rf"(?!-)(?! (?:(?:it|that|this) to |(?:over|out|in|on|aside|along|house|me|us|him|her|them){ENDS}))"
_DONE = r"(?:cancell?ed|called off|deleted|removed|scrapped|dropped|moved|rescheduled|pushed(?: back)?|shifted|postponed|changed|delayed|bumped|brought forward)"
_CANCELLING = (
    r"cancel(?:l?ing)?(?: out)?|delet(?:e|ing)|remov(?:e|ing)|drop(?:ping)?(?! (?:test|zone|box|ship|ceiling|tower|shadow))|scrap(?:ping)?(?! (?:metal|yard|paper|iron|heap|value|dealer))|call(?:ing)? off|get(?= rid of) rid of|clear(?:ing)?(?! (?:sk(?:y|ies)|weather|coat|desk))|get rid of|take off|erase|unschedule|axe|nix|ditch|abort|unbook|cxl|nuke(?= the| my| our| that)|(?:bin|sack|cry|blow|knock|cancel) off(?= )|cancle|cancell|canel|cancal|cencel|scratch(?! (?:cards?|pads?|tests?))|"
    rf"(?:kill|dump|bin|strike|wipe|scrub)(?= (?:the|my|our|this|that|it|all|both|[\w-]{{1,20}}'s|[\"'“])| [^\n]{{1,60}}, {A_TIME}[^\n]{{0,12}}$)|(?:forget|never mind)(?: about)?(?= [^\n]{{1,60}} (?:on )?{A_TIME}[^\n]{{0,12}}$)|"
    rf"call(?= .{{1,60}} off{ENDS})|tak(?:e|ing)(?= .{{1,60}} (?:off|out of) (?:my|the|our) (?:calendar|schedule|agenda|diary){ENDS})"
)

_NOBODY = "".join(
    rf"(?<!{word} )"
    for word in "to will would could should can must might may i we they you he she and not the a let's didn't don't".split()
)
# where a command can begin: a sentence, or behind a clause the words that ask for it
_BEGINNING = rf"(?:^{PLEASE}|(?<=[.!?;,:–—\-] )(?:(?<=[.!?;] ){PLEASE}|{ASKS}))"

# no title begins with these
FIRM = re.compile(r"\b(?:cancel|delete|reschedule|postpone)\b")
RULES: tuple[Rule, ...] = (
    *english_asking.RULES,
    *english_complements.RULES,
    _order(Kind.UNDO, rf"^{PLEASE}(?:undo|revert|roll back){ENDS}(?: (?:that|it|this|(?:the|my|that|your) (?:last|latest|previous) (?:one|change|action|thing|command|edit|move|booking|cancell?ation)|the change|what you (?:just )?did|what i (?:just )?did))?"),
    _begun(Kind.CREATE, _BEGINNING, (
        # put the review in for Friday, stick it on my calendar
        rf"(?:{PUTTING}|get|make)(?= [^\n]{{1,60}} (?:(?:down )?(?:in|into|on|onto|to) {CALENDAR}{ENDS}|(?:down|in){THEN_WHEN}|on(?= (?:for|at) )))(?! (?:{IT}|me|us|him|her|you|back|rid|on){ENDS})(?: (?:an?{_LONG}|the|my|our)(?= ))?",
        # have a review added, I need a review scheduled
        rf"(?:have|get|(?:(?:i|we) )?(?:need|want|require)|(?:i|we)(?:'d| would) (?:like|love))(?: me| us)?(?: (?:an?|the|my|our|another|some)(?= ))?(?= [^\n]{{1,60}} {ADDED}{ENDS}(?: (?:to|on|in|into) {CALENDAR})? {WHEN})",
    )),
    _order(Kind.CREATE, rf"(?<=\w) needs? (?:{ADDING_ING})(?: in)?(?= {WHEN}{ENDS}|[ .!]{{0,3}}$)"),
    _begun(Kind.CANCEL, _BEGINNING, (
        r"(?:cancellation|cancelling|canceling)(?: of)?(?::| -) ",
        rf"(?:unbook|remove|drop|take|withdraw|strike) (?:me|us) (?:from|off|out of)(?: (?:the|my|our|this|that))?(?= [^\n]{{1,60}} {A_TIME}|[^\n]{{1,60}}, {A_TIME})",
        rf"(?:{_CANCELLING})(?![\w-])(?! (?:(?:a |the )?hint|me|us|him|her|them|over|by|in|out|culture|by|your|those|line){ENDS})(?: (?:(?:both|all)(?: of)?|everything)(?= (?:my|the|our|on|for|that|meetings|events|appointments|calls|bookings|sessions){ENDS}| {_DAY_OR_TIME}))?(?: (?:the |my )?(?:(?:schedule|booking|entry|appointment|reservation|meeting|event) (?:of|for|called|named|titled)(?= (?!{_DAY_OR_TIME}))|event(?= (?!on|at|from|for|{_DAY_OR_TIME}))))?(?: (?:my|the|our|that|this)(?= ))?",
    )),
    _order(Kind.CANCEL, rf"{BEGINS}(?<=[ ,:-] )?(?:please |pls |can you |could you |you can |let's |we (?:need|have) to )(?:cancel|delete|remove|call off|scrap|drop)(?: (?:it|that|this|them))?(?: please| thanks)?[ .!?]{{0,3}}$|(?:[,:;.–—\-] )(?:(?:cancel|delete|remove|scrap|drop)(?: (?:it|that|this))?|call (?:it|that|this) off|take (?:it|that|this) (?:off|out)|(?:bin|ditch|axe|nix) (?:it|that|this))(?: please| pls)?[ .!?]{{0,3}}$"),
    _order(Kind.CANCEL, rf"{BEGINS}(?:(?:needs?|has|have) to|should|can|could|must)? ?be (?:cancell?ed|called off|deleted|removed|scrapped|dropped)(?: please)?[ .!?]{{0,3}}$|{BEGINS}(?:cancell?ed|deleted|removed)(?: please)[ .!?]{{0,3}}$"),
    _order(Kind.RESCHEDULE, rf"{_BEGINNING}(?:{_FORWARD}){ENDS}{_NO_EVENT}{_THE}", toward=-1),
    _order(Kind.RESCHEDULE, rf"^{PLEASE}(?:let's |let’s |lets )?(?:start|begin|make|have|hold|do|run)(?= (?:the|my|our|that|this) [^\n]{{1,40}}? (?:start|begin) at \d| .{{1,60}} (?:earlier|later|sooner)(?: (?:on )?{A_TIME}[^\n]{{0,12}})?[ .!?]{{0,3}}$| (?:the|my|our) .{{1,60}} (?:instead|rather than)(?: of [^\n]{{1,30}}| [^\n]{{1,30}})?[ .!?]{{0,3}}$){_THE}"),
    _order(Kind.RESCHEDULE, r"^(?:could|can|should) (?:the|my|our) (?=[^\n]{1,60} be [^\n]{1,40} instead)"),
    _order(Kind.RESCHEDULE, rf"{_BEGINNING}(?:{_LATER}){ENDS}{_NO_EVENT}{_THE}", toward=1),
    _begun(Kind.RESCHEDULE, _BEGINNING, (r"(?:rescheduling|change|reschedule)(?: of)?(?::| -) ", rf"(?:{_MOVING}){ENDS}{_NO_EVENT}{_THE}")),
    # design review: move to 3pm; could the review be moved to Monday
    _order(Kind.RESCHEDULE, rf"(?:[,:;–—\-] )(?:{ASKS})?(?:{MOVING})(?: (?:it|this|that))?(?: back| forward)?(?= (?:to|by|until|till|\d|an? (?:hour|day|week)|one))"),
    _order(Kind.RESCHEDULE, rf"{BEGINS}(?:(?:needs?|has|have) to|should|can|could|must)? ?be {MOVED}(?= (?:to|by|until|till|from))"),
    _order(Kind.RESCHEDULE, rf"{BEGINS}(?:(?:needs?|has|have) to |should )(?:{MOVING})(?= (?:to|until|till) {A_TIME})"),
    # review change to Friday: as a note says it, with nobody who moves
    _order(Kind.RESCHEDULE, rf"(?<=\w ){_NOBODY}(?:{MOVING})(?= (?:to|until|till|from) {A_TIME})"),
    Rule("is", rf"(?<=[a-z])'s(?= (?:now )?(?:(?:on|at|for) )?{A_TIME})(?! \d{{1,3}}(?:st|nd|rd|th))", lambda _: Word(Role.FILLER)),
    _order(Kind.RESCHEDULE, rf"(?<=\w) (?:(?:is|are) now|now (?:starts|begins|is)(?: at)?)(?= (?:at |on )?(?:{A_TIME}|\d{{1,2}}\.\d\d))"),
    Rule("asks whether it could", rf"^(?:and |so |ok )?(?:can|could|may|might) (?=(?!i |we |you |someone |anyone |somebody )[^\n]{{1,60}} (?:be (?:{ADDED}|{MOVED})|go in|(?:start|begin|finish) at){ENDS})", lambda _: Word(Role.FILLER)),
    Rule("the", r"^the (?=[^\n]{1,60} (?:is|has|got|gets|was|needs|should|must|can|will|starts|isn't|won't)(?!\w))", lambda _: Word(Role.FILLER)),
    Rule("now", rf"(?<=(?:.is|are) )now(?= {WHEN})|now(?= (?:is|on|at|starts) )|(?:(?<=\d )|(?<=[ap]m ))now(?=[ .!]{{0,3}}$)", lambda _: Word(Role.FILLER)),
    # says that it moves, and then to when
    Rule("says that it moves", r"(?<=\w) (?:needs? (?:to (?:be )?)?(?:moving|move|moved|rescheduling|rescheduled|shifting|shift|shifted|changing|a new (?:time|date|slot))|is (?:moving|shifting))(?=[ ,;:.–—\-]{1,3}(?:the )?new (?:time|date|slot))", lambda _: Word(Role.FILLER)),
    _order(Kind.RESCHEDULE, rf"[ ,;:.–—\-]{{1,3}}(?:the )?new (?:time|date|slot)(?: is| will be|:)?(?= (?:on |at |for )?{A_TIME})"),
    _order(Kind.RESCHEDULE, rf" ?[,;:–—\-] (?:{ASKS})?make (?:it|that)(?= (?:on |at |for )?{A_TIME})"),
    _begun(Kind.CREATE, _BEGINNING, (
        rf"(?:make|set|do|create|enter|input|write|add)(?: (?:an?|the|my|our|one)(?= ))?(?: new)? (?:schedule|plan|appointment|reservation|booking|event|entry|meeting)(?: (?:of|for)(?= (?!{_DAY_OR_TIME}))|[:,](?= ))",
        r"(?:put|pencil|sign|mark|book|count|enter) (?:me|us) (?:down|in|up)(?: for)?(?= )",
        rf"(?:{ADDING}){ENDS}{_NOT_COMMAND} ?{_A}{_EVENT}",
    )),
    _begun(Kind.CREATE, rf"^{PLEASE}", (
        r"(?:don't let me forget (?:to|about)|remind (?:me|us) (?:to|about|of|that)) ",
        rf"remind (?:me|us)(?= (?:{_DAY_OR_TIME}|in (?:\d|an? |half|the |one|two|three|five|ten|{MONTH})).{{1,40}} (?:to|about|of|that) )",
        rf"(?:set|plan|hold|fix|put|enter|insert|log|note|save|throw|(?<!let's )(?<!lets )(?:make|have|do|get|start))(?: me| us| in| up| down)? (?:a |an |the |some )?(?:new |quick |short )?(?=(?:calendar )?{_MEETING}{ENDS})(?:{_EVENT_NOUN}{_CALLED})?",
        rf"(?:put|enter|insert|log)(?!-)(?! (?:options?{ENDS}|on|off|it|away|out|up|back|together|down|your|his|her|me|us|them|that|those|all)){ENDS}(?: (?:an?{_LONG}|the|my|our|in)(?= ))?",
        rf"plan (?:a|an|the|our|my|for)(?= )|plan(?= [^\n]{{1,60}} for {_DAY_OR_TIME}{ENDS})",
        rf"set(?! (?:your|his|her|their|off|out|up|back|forward|menu|design|pieces?|lists?|me|us|them|sail|fire|of|in){ENDS})(?= [^\n]{{1,60}}(?: for|,) {_DAY_OR_TIME}{ENDS})",
        rf"(?:hold|save|keep|mark)(?= {_DAY_OR_TIME})",
        r"new (?:calendar )?(?:event|meeting|appointment|entry|reminder|booking)(?: (?:called|named|titled|for|about|to)(?= )|:(?= ))?",
        r"(?:event|title|subject|meeting|appointment|what|new)(?:: | [–—-] )",
        rf"(?<=mind )(?:{ADDING_ING}){ENDS} ?{_A}{_EVENT}",
    )),
    _order(Kind.CREATE, rf"^{SOFTENED}(?:set|fix|hold|plan)(?= [^\n]{{1,60}} (?:at|on|from) {_DAY_OR_TIME}{ENDS})(?! (?:your|his|her|their|me|us|them|off|out|up|it))(?: (?:an?|the|my|our)(?= ))?"),
    _order(Kind.CREATE, rf"^{PLEASE}reminder (?:to|for|about) (?!all|everyone|everybody|staff|the team|those|anyone)", weak=True),
    # a wish, which counts beside a time of day
    _order(Kind.CREATE, rf"^{PLEASE}(?:(?:i|we) need|need(?= )|(?:i|we)(?: want|'d like|'d love| would like| would love| wanna have))(?: to have)? (?:an? |some |another |the )?(?=(?:[\w-]{{1,14}} ){{0,3}}?{_MEETING}{ENDS}(?!-))(?:{_EVENT_NOUN}{_CALLED})?", weak=True),
    _order(Kind.CREATE, rf"^{PLEASE}(?:i|we)(?: need| want|'d like| would like)(?= (?:an?|half an?|\d{{1,3}}|one|two|three|a couple of)[ -](?:hours?|minutes?|mins?) (?:with|for) )", weak=True),
    _order(Kind.CREATE, rf"^{PLEASE}(?:(?<=can we )|(?<=could we )|(?<=can i )|(?<=could i )|(?<=can you )|(?<=could you )|(?<=possible to ))(?:have|get|do|hold)(?: (?:an?|the|our|another|some))? (?=(?:[\w'-]{{1,14}} ){{0,3}}?{_MEETING}{ENDS})", weak=True),
    _order(Kind.CREATE, rf"^{PLEASE}get (?:me|us) (?:an? |some )?(?=(?:[\w'-]{{1,14}} ){{0,3}}?(?:appointment|slot|booking|reservation|meeting|session|call){ENDS})", weak=True),
    # tomorrow at 3pm, book a room: the command behind its time
    _order(Kind.CREATE, rf"(?:(?<=, )|(?<=\dpm )|(?<=\dam )|(?<=day )|(?<=row )|(?<=: ))(?:(?:please |pls |(?:can|could) you (?:please )?)(?:schedule|book|add|create|set up|arrange|reserve|put)(?: (?:a|an|the|my|our|in))?|add(?= [a-z])|(?:schedule|book|add|create|set up|arrange|reserve|put) (?:a|an|the|my|our|in))(?= )(?: (?:new )?{_EVENT_NOUN} (?:called|named|titled|for|about|to|regarding)(?= ))?"),
    _order(Kind.CREATE, rf",? {BEGINS}(?:please |pls |can you (?:please )?|could you (?:please )?)?(?:add|put|schedule|book) (?:it|this|that)(?= (?:to|on|in) (?:my|the|our) )| {BEGINS}(?:please |pls )(?:add|schedule|book)[.! ]{{0,3}}$|,? {BEGINS}(?:please |pls |can you (?:please )?|could you (?:please )?)(?:add|schedule|book|set up|block) (?:it|this|that)(?= for |[.!? ]{{0,3}}$)"),
    *english_politeness.RULES,
    Rule("goes with its verb", rf"^{PLEASE}(?:can |could |should |must )?(?:the|my|our) (?=[^\n]{{1,60}} be {_DONE}{ENDS}|[^\n]{{1,60}} ?[,;:–—\-] (?:{ASKS})?(?:make|move|push|bring|cancel|scrap|bin) (?:it|that){ENDS})", lambda _: Word(Role.FILLER)),
    Rule("what the repetition says", rf"{BEGINS}(?:recurring|repeating)(?= )(?! (?:revenue|costs?|payments?|billing|issues?|donations?|orders?){ENDS})", lambda _: Word(Role.FILLER)),
    Rule("goes with its verb", rf"{BEGINS}(?<!call )(?<!pay )(?<!roll )(?<!feed )(?:forward|back|out)(?= (?:to|until|till) )", lambda _: Word(Role.FILLER)),
    # we don't need the survey, cancel it
    Rule("goes with its verb", rf"^{PLEASE}(?:(?:(?:i|we) )?(?:(?:do not|don't|no longer|won't) need|(?:can't|cannot|can not|won't|won't be able to) (?:make|attend|do)(?: it to)?)|no need for)(?: (?:the|my|our|that|this|a))?(?= [^\n]{{1,60}}[,;.–—\-] ?(?:so |please |pls |can you |could you |just |let's ){{0,3}}(?:cancel|delete|remove|drop|scrap){ENDS})", lambda _: Word(Role.FILLER)),
    # an all-day event: closure
    Rule("announces a title", rf"(?:(?<=all-day )|(?<=all day )|(?<=hour )|(?<=minute )|(?<=min )|(?<=private )|(?<=recurring )){_EVENT_NOUN}{_CALLED}", lambda _: Word(Role.FILLER)),
    Rule("goes with its time", rf"{BEGINS}(?:to (?:start|begin|take place|be held|happen)|that starts|which starts|(?<=\w )(?:start|begin)(?= at \d))(?= (?:at|on|from|\d|{WEEKDAY}|tomorrow))", lambda _: Word(Role.FILLER)),
    Rule("names a field", rf"(?:^|[,;.–—\-] ?|{BEGINS}(?=timing|[\w ]{{3,13}}:))(?:(?:when|date|time|date and time|day|timing|timings)(?: ?:| is| are| will be)|timings?) ?(?=\d|{WEEKDAY}|{MONTH}|from |at |on |tomorrow|today|tonight|next|this|the |noon|half|quarter)", lambda _: Word(Role.FILLER)),
    # of "call the review off"; a day off stays
    Rule("goes with its verb", rf"{BEGINS}(?<!day )(?<!days )(?<!time )(?<!week )(?<!noon )(?<!ning )(?<!hours )(?<!kick )(?<!sign )(?<!bake )(?<!cook )(?<!lay )(?<!play )off(?=[ .!?]{{0,3}}$)(?<=\w off)", lambda _: Word(Role.FILLER)),
    Rule("goes with its verb", rf"{BEGINS}(?:out of|off|off of) (?:my|the|our) (?:calendar|schedule|agenda|diary){ENDS}", lambda _: Word(Role.FILLER)),
    Rule("the time it has now", rf",? ?{BEGINS}(?:at )?(?:the )?same time(?: of day)?{ENDS}(?=[ .!?]{{0,3}}$|,)", lambda _: Word(Role.FILLER)),
    # a change of length, which nobody has learnt yet, is not to be taken for a move
    Rule("asks for another length", rf"^{PLEASE}(?:extend|lengthen|shorten|prolong){ENDS}", lambda _: Doubtful(Doubt.VAGUE)),
    Rule("marks a correction", rf"^(?:(?:no,? |sorry,? |oh,? |oops,? |wait,? )?(?:actually|rather|sorry(?=,)|i meant|i mean|make (?:it|that)|make that|change (?:it|that) to|instead|better|let's (?:make|do) (?:it|that)?|set it (?:to|for)|(?:move|push|shift|reschedule) (?:it|that|this) to|(?:on )?second thoughts?),?[,: ](?:make (?:it|that) )?|no,? (?=\d|{WEEKDAY}|at |on |make |the |tomorrow|next))|,? {BEGINS}(?:instead|rather|not \d{{1,2}}(?: ?[ap]m)?){ENDS}(?=[ .!?]{{0,4}}$|,| of)", lambda _: Order(Kind.CORRECT)),
)  # fmt: skip
