"""How English asks what there is: lists, gaps, and how to use us."""

import re

from bot.language.atoms import Atom, Order, Word
from bot.language.english_names import FEAST, WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.english_politeness import PLEASE
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role

_AGENDA = r"(?:calend[ae]r|schedule|agenda|diary|itinerary|meetings|appointments|events|plans|bookings|commitments|reminders|plan)"
_PERIOD = r"(?:day|week|month|weekend|morning|afternoon|evening|calendar|schedule|agenda|diary|plans?|plate|meetings|appointments|events)"
# a day begins here; it is left for its own rule
_DAY = rf"(?=(?:on |for |in )?(?:my |our |the )?(?:rest of |next |this |last |following |coming )?(?:{WEEKDAY}|today|tomorrow|tonight|tmrw|week|weekend|month|day|morning|afternoon|evening|\d{{1,2}}(?:st|nd|rd|th|/)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}} \d{{1,2}}|christmas|new year)(?:'s|s)?{ENDS})"
_PLANNED = r"(?:on|to do|scheduled|planned|booked|going on|coming up|lined up|happening|set up|arranged|in store)"
_KIND = r"(?:meetings?|appointments?|events?|plans|bookings?|calls?|things|commitments|reminders|plan)"
_I = r"(?:i|we)"


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(patterns)


_WHAT_IS_ON = (
    (
        r"what(?:'s|s| is| are)?(?: (?:on|in|up|happening|going on|scheduled|planned|coming up|booked|left|next|first|last|lined up))"
        rf"(?:(?: (?:on|in|for|at|with))? (?:my|our|the) (?:{_AGENDA}|plate|plan){ENDS})?"
    ),
    rf"what(?:'s|s| is| are) (?:on )?(?:my|our|the) {_AGENDA}(?: (?:look like|like))?",
    rf"what(?:'s|s| is| are)?(?: (?:all )?(?:my|our|the))?(?: other)?(?: {_KIND}| else)? (?:do|have|did) {_I} (?:have|got|booked|planned|scheduled)(?: {_PLANNED})?",
    rf"what(?: {_KIND}| else)? (?:are|is) (?:there|{_PLANNED})(?: (?:on|in|for) (?:my|our|the) {_AGENDA})?",
    rf"what (?:am|are) {_I} (?:doing|up to|busy with)(?= |\?|$)",
    rf"what(?: does|'s|s| is| do) (?:my|our|the) {_PERIOD}(?: (?:look|looking|looks))?(?: like)?",
    rf"(?:what|how)(?: does|'s|s| is| are| will)? {_DAY}(?:my |our |the )?(?=.{{1,30}} (?:look|looking|looks|shaping)(?: up| like)?[ .?!]{{0,3}}$)",
    rf"how(?: does|'s|s| is) (?:my|our) {_PERIOD}(?: look(?:s|ing)?)?|how(?:'s|s| is) (?:my|our) {_DAY}|what(?:'s|s| is| are) (?:my|our|the) (?:next|first|last) {_KIND}|how many {_KIND} (?:do|have) {_I} (?:have|got)(?: {_PLANNED})?|how (?:busy|free|full) (?:am i|are we|is my {_PERIOD})",
    r"(?:when|what time|what day|where)(?:'s|s| is| are) (?:my|our|the) (?:next|first|last|upcoming) (?:meeting|appointment|event|call|thing|one)",
    rf"(?:when|what time|what day)(?:'s|s| is| are)(?: (?:my|our|the)(?: next| first| last)?|(?= (?!(?:it|he|she|they|you|your|his|her|their|its|this|that|there|everyone|everybody|good|best|a|an|not|too|payday|{FEAST})(?!\w))))|when do i (?:have|meet)",
    r"whom? (?:am i|are we|do i|do we) (?:meeting|seeing|meet|see)(?: with)?",
    rf"which {_KIND} (?:do (?:i|we) have|are there|are (?:on|planned|scheduled))",
)
_SHOW = (
    rf"(?:show|list|give|tell|get|display|check|view|see|know|share|let me (?:see|check|view|know)|read|pull up|bring up|open|send)(?: me| us| out)?(?: all| everything)?(?: (?:of|on|in))?(?: (?:my|our|the|upcoming|about my)){{0,2}} ?(?:next |upcoming |full |whole )?{_AGENDA}",
    r"(?:check|see|tell (?:me|us)|let (?:me|us) know) (?:if|whether) (?:(?:i'm|i am|we're|we are) (?:free|busy|available)|(?:i|we)(?: have|'ve)(?: got)? (?:anything|any (?:meetings?|appointments?|events?|plans)))",
    rf"(?:show|tell|give|list|let|remind|see|check)(?: me| us)?(?: know)? (?:what(?:'s|s| is| are) (?:on|happening|scheduled|planned|coming up|going on)|what (?:i|we)(?: have(?: got)?|'ve got|'m doing| am doing| are doing)|(?:everything|anything|all))(?: {_PLANNED})?(?: (?:on|in|for) (?:my|the|our) {_AGENDA})?",
    rf"(?:(?:show|list|give|check|pull up|view|get|display)(?: me| us)?|let me (?:see|check|view)) {_DAY}",
    rf"list (?:all )?(?:engagements|meetings|events|appointments|bookings|entries){ENDS}",
    rf"(?:run|talk|walk|take) (?:me|us) through (?:{_DAY}|(?:my|our) {_PERIOD})|give (?:me|us) (?:a|an|the) (?:full |whole |complete |quick |entire )?(?:run-?down|summary|overview|list|low-?down|outline|line-?up)(?: (?:of|for|on)(?: (?:my|our)(?: {_AGENDA})?)?)?",
    r"(?:find|look up|look for|search(?: for)?|locate)(?: me)? (?:the|my|our)",
    rf"(?:my|our|upcoming|all|all my|all of my)(?: next| upcoming)? {_AGENDA}(?! (?:is|was|are|were|looks?|has|have|had|got|says?|shows?|doesn't|isn't|aren't|keeps?|seems?|will){ENDS})",
)
_AM_I_FREE = (
    r"(?:am|are|is) (?:i|we|everyone|everybody) (?:free|busy|available|open|booked|occupied|around|double[- ]booked|doing anything)",
    rf"is {_DAY}(?=.{{1,30}} (?:free|open|available|busy|booked|clear|full)[ .?!]{{0,3}}$)",
    (
        r"(?:do|have|did) (?:i|we) (?:have |got |already have )?(?:any(?:thing)?(?: else)?|something|plans|a|an|any|time|free time|meetings?|appointments?|much)"
        r"(?: (?:meetings?|plans|appointments?|events?|calls?|time|on|scheduled|planned|booked|going on|free|happening))*"
    ),
    r"(?:is|are) there (?:any(?:thing)?|something|much)(?: (?:meetings?|plans|appointments?|events?|on|scheduled|planned|happening))*(?: (?:on|in) (?:my|our|the) (?:calendar|schedule|agenda))?",
    r"(?:any|anything|got any|got anything)(?: (?:meetings|plans|appointments|events|calls|on|scheduled|planned|happening|else|booked))+(?: (?:on|scheduled))?",
    rf"(?:any|anything|got anything) {_DAY}|have i got (?:anything|any meetings|plans|a meeting)(?: on| planned| scheduled)?",
)
_FREE_TIME = (
    r"(?:(?:have )?(?:i |we )?(?:got )?any|are there(?: any)?|is there(?: an?| any)?|do (?:i|we) have(?: an?| any)|where (?:do (?:i|we) have|is there)(?: an?| any)?)(?: (?:free|open|available|spare|good))? (?:openings?|gaps?|(?<=free )hours?|slots?|windows?|availability)",
    r"(?:got |have you got )?any free time|free (?:time|slots?|hours?|gaps?)(?=(?: (?:on|for|in))? [^\n]{1,30}\?$)|find(?: me| us)? an? (?:free|open) (?:half )?hour|(?:which|what) (?:slots?|times?) (?:are|is) (?:free|open|available)",
    r"when(?:'s| is| would be| are)(?: an?| some)? (?:good|free|open|best|suitable|convenient) (?:times?|slots?|day|moment)",
    r"when (?:can|could|should) (?:i|we) (?:fit(?: in)?|squeeze(?: in)?|schedule|book|meet|have|do|hold|slot in)",
    r"when (?:am i|are we|is everyone|is everybody|are all of us|are both of us|could we all meet|can we all meet|can we meet|is .{1,40} and .{1,40} )(?: ?(?:all |both )?(?:free|available))?",
    r"when (?:are|is) [^\n]{1,40} (?:and|&) [^\n]{1,20} (?:both |all )?(?:free|available)",
    r"(?:find|suggest|look for|propose|recommend)(?: me| us)?(?: a| some| an| any)?(?: (?:free|open|available|common|good|mutual|suitable|\d{1,3}[- ]?min(?:ute)?s?|one[- ]hour|hour))*? ?(?:times?|slots?|gaps?|openings?|windows?)",
    r"(?:show|list|give|tell)(?: me| us)?(?: my| our| all)? (?:free|open|available) (?:times?|slots?|gaps?)",
    r"what (?:times?|slots?) (?:am i|are we|is everyone|are|do (?:i|we) have) (?:free|open|available)?",
)
# how do I cancel a meeting: what people do here, to what we hold
_DEED = (
    r"(?:add|create|make|book|schedule|set up|cancel|delete|remove|move|reschedule|postpone|change|edit|update|modify|invite|see|list|show|view|check|"
    r"look up|find|undo|restore|set|connect|link|block|repeat|share|use|get|register|enter|turn (?:on|off)|switch|rename|mark|put)"
)
_THING = (
    r"(?:events?|meetings?|appointments?|calendars?|schedules?|reminders?|bookings?|entry|entries|someone|somebody|people|person|attendees?|guests?|participants?|"
    r"agenda|recurring|recurrence|series|time ?slots?|slots?|jicoo|back office|invitations?|invites?|notifications?|availability|this (?:bot|app|thing)|you|yotei|bot|rooms?|help|something|things?|one|it)"
)

_HOW_TO = rf"(?:(?:tell|show|explain|teach)(?: to)? ?(?:me|us)? )?(?:how (?:(?:do|can|could|would|should|does|might) (?:i|we|you|one|someone|somebody)|to)|what (?:do|should|can|must) (?:i|we) (?:type|say|write) to)(?: (?:go about|actually|even))? {_DEED}(?:ing)?(?:{ENDS}[ .?!]{{0,3}}$| (?:[a-z'-]{{1,14}} ){{0,4}}?{_THING}{ENDS}[^\n]{{0,80}})"
_LISTED = (
    rf"(?:{_any((*_WHAT_IS_ON, *_SHOW, *_AM_I_FREE))})(?:{ENDS}|(?<= ))(?: ?(?:on|for|of)(?= ))?",
    rf"(?:the |my |our )?(?:schedule|agenda|calendar|diary)(?: please| pls)?(?=(?: (?:for|on))?(?: (?:the|today|tomorrow|this|next|rest|of|on|week|weekend|month|morning|afternoon|evening|{WEEKDAY})){{1,4}}[ ?.!]{{0,3}}$|[?.! ]{{0,3}}$| (?:for|on) [^\n]{{1,24}}$)(?! (?:a|an|the) (?!rest))",
    rf"(?:all )?(?:events|meetings|appointments|bookings|plans)(?= (?:between|from|for|on|in|today|tomorrow|tonight|this|next|{WEEKDAY}){ENDS})(?! (?:for|on|in|from) (?:a|an|the) (?!week|day|month|weekend|rest|\d))",
)
_ORDERS = {kind.value: Order(kind) for kind in (Kind.HELP, Kind.FREE_TIME, Kind.LIST)}


def _asked(match: re.Match[str]) -> Atom:
    return _ORDERS[match.lastgroup or ""]


RULES: tuple[Rule, ...] = (
    Rule("asks what there is", rf"^{PLEASE}(?:(?P<help>{_HOW_TO})|(?P<free_time>(?:{_any(_FREE_TIME)}){ENDS})|(?P<list>{_any(_LISTED)}))", _asked),
    # next week's schedule, tomorrow's agenda: where nothing else is said
    Rule(
        "asks to list",
        rf"(?:(?<='s )|(?<=s' )|(?<=today )|(?<=tomorrow )|(?<=week )|(?<=month )|(?<=weekend )|(?<=day )|(?<=my )|(?<=morning )|(?<=afternoon )){_AGENDA}{ENDS}(?=[ ?.!]{{0,4}}$| please| (?:for|on|in|today|tomorrow|this|next){ENDS})",
        lambda _: Order(Kind.LIST, alone=True),
    ),
    Rule("asks how it is", rf"{BEGINS}(?:look(?:s|ing)?(?: up| like)?|shap(?:e|ing) up|free|open|available|busy|booked|clear|full)(?=[ .]{{0,2}}\?? ?$)(?<!as free)(?<!is free)(?<!me free)(?<!it free)(?<!, free)(?<!as busy)(?<!, busy)(?<!as available)(?<!me available)", lambda _: Word(Role.FILLER)),
)  # fmt: skip
_US = r"(?:this|you|it|yotei|(?:the|this) (?:bot|thing|app|tool|calendar)|that)"
_HOW = rf"how (?:(?:do|does|can|could|should|would|to)(?: (?:i|we|one|{_US}))?|{_US}) (?:use|works?|write to|talk to|operate|start|begin|get started)(?: (?:with )?{_US})?"
_WHAT = (
    rf"what (?:(?:can|could|should|do) (?:i|we|you|u)|(?:i|we|you|u) can|else can (?:i|you)) (?:do|say|ask|type|write)(?: (?:here|for me|you|to {_US}|with {_US}))?|what can {_US} do|what are you able to do|"
    r"what commands (?:do you (?:know|have|understand)|are there)|what can you help(?: me)? with"
)
_TELL = r"(?:tell|show|teach|explain)(?: to)?(?: me| us)? "
_LOST = rf"(?:(?:i )?(?:don't|do not|dont) (?:know|understand|get|see)|(?:i'm |i am )?not sure|no idea) (?:{_HOW})"
_HELP = r"(?:(?:i )?(?:need|want) (?:some |your |a (?:bit|little)(?: of)? )?|give (?:me |us )?(?:some )?|(?:can|could|would) you )?help(?: me| us)?(?: out)?(?: here)?"
_LEAD = r"(?:(?:please|pls|hi|hello|hey|ok|so|sorry|can you|could you|would you|eh),? ){0,3}"
HELP_ALONE = re.compile(
    rf"{_LEAD}(?:(?:{_TELL})?(?:{_HOW}|{_WHAT})|{_LOST}(?:[,.;]? (?:so )?(?:please |pls )?{_HELP})?|{_HELP}|(?:show|give)(?: me)? (?:an |some )?examples?|"
    r"(?:i'm |i am )?stuck,? help|what are (?:my|the) options|/help|\?|who are you|usage|instructions|manual|commands|show (?:me )?(?:the )?(?:help|commands|instructions))(?:,? (?:please|pls|ah|lah|thanks)){0,2}[\s.!?]{0,4}$"
)
