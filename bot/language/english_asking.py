"""How English asks what there is: lists, gaps, and how to use us."""

import re

from bot.language.atoms import Order, Word
from bot.language.english_names import WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.english_politeness import PLEASE
from bot.language.grammar import Rule
from bot.language.intent import Kind, Role

_LISTS = Order(Kind.LIST)
_AGENDA = (
    r"(?:calendar|schedule|agenda|diary|itinerary|meetings|appointments|events|plans|bookings|commitments|reminders)"
)
_PERIOD = r"(?:day|week|month|weekend|morning|afternoon|evening|calendar|schedule|agenda|diary|plans?|plate|meetings|appointments|events)"
# a day begins here; it is left for its own rule
_DAY = rf"(?=(?:on |for |in )?(?:my |our |the )?(?:rest of |next |this |last |following |coming )?(?:{WEEKDAY}|today|tomorrow|tonight|tmrw|week|weekend|month|day|morning|afternoon|evening|\d{{1,2}}(?:st|nd|rd|th|/)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}} \d|christmas|new year)(?:'s|s)?{ENDS})"
_PLANNED = r"(?:on|to do|scheduled|planned|booked|going on|coming up|lined up|happening|set up|arranged|in store)"
_KIND = r"(?:meetings?|appointments?|events?|plans|bookings?|calls?|things|commitments|reminders)"
_I = r"(?:i|we)"


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(patterns)


_WHAT_IS_ON = (
    (
        r"what(?:'s|s| is| are)?(?: (?:on|in|up|happening|going on|scheduled|planned|coming up|booked|left|next|lined up))"
        rf"(?:(?: (?:on|in|for|at|with))? (?:my|our|the) (?:{_AGENDA}|plate|plan){ENDS})?"
    ),
    rf"what(?:'s|s| is| are) (?:on )?(?:my|our|the) {_AGENDA}(?: (?:look like|like))?",
    rf"what(?:'s|s| is| are)?(?: (?:all )?(?:my|our|the))?(?: other)?(?: {_KIND}| else)? (?:do|have|did) {_I} (?:have|got|booked|planned|scheduled)(?: {_PLANNED})?",
    rf"what(?: {_KIND}| else)? (?:are|is) (?:there|{_PLANNED})(?: (?:on|in|for) (?:my|our|the) {_AGENDA})?",
    rf"what (?:am|are) {_I} (?:doing|up to|busy with)(?= |\?|$)",
    rf"what(?: does|'s|s| is| do) (?:my|our|the) {_PERIOD}(?: (?:look|looking|looks))?(?: like)?",
    rf"(?:what|how)(?: does|'s|s| is| are| will)? {_DAY}(?:my |our |the )?(?=.{{1,30}} (?:look|looking|looks|shaping)(?: up| like)?[ .?!]{{0,3}}$)",
    rf"how(?: does|'s|s| is) (?:my|our) {_PERIOD}(?: look(?:s|ing)?)?|how many {_KIND} (?:do|have) {_I} (?:have|got)(?: {_PLANNED})?|how (?:busy|free|full) (?:am i|are we|is my {_PERIOD})",
    r"(?:when|what time|what day|where)(?:'s|s| is| are) (?:my|our|the) (?:next|first|last|upcoming) (?:meeting|appointment|event|call|thing|one)",
    r"(?:when|what time|what day)(?:'s|s| is| are) (?:my|our|the)(?: next| first| last)?|when do i (?:have|meet)",
    r"whom? (?:am i|are we|do i|do we) (?:meeting|seeing|meet|see)(?: with)?",
    rf"which {_KIND} (?:do (?:i|we) have|are there|are (?:on|planned|scheduled))",
)
_SHOW = (
    rf"(?:show|list|give|tell|get|display|check|view|see|let me (?:see|check|view)|read|pull up|bring up|open|send)(?: me| us| out)?(?: all| everything)?(?: (?:of|on|in))?(?: (?:my|our|the|upcoming|about my)){{0,2}} ?(?:next |upcoming |full |whole )?{_AGENDA}",
    rf"(?:show|tell|give|list|let)(?: me| us)?(?: know)? (?:what(?:'s|s| is| are) (?:on|happening|scheduled|planned|coming up|going on)|what (?:i|we) (?:have|'ve got|am doing|are doing)|(?:everything|anything|all))(?: {_PLANNED})?(?: (?:on|in|for) (?:my|the|our) {_AGENDA})?",
    rf"(?:(?:show|list|give|check|pull up|view|get|display)(?: me| us)?|let me (?:see|check|view)) {_DAY}",
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
    r"agenda|recurring|recurrence|series|time ?slots?|slots?|jicoo|back office|invitations?|invites?|notifications?|availability|this (?:bot|app|thing)|you|yotei|bot|rooms?|help|it)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "asks to help",
        rf"^{PLEASE}(?:(?:tell|show|explain|teach)(?: to)? ?(?:me|us)? )?how (?:(?:do|can|could|would|should|does|might) (?:i|we|you|one|someone|somebody)|to)(?: (?:go about|actually|even))? {_DEED}(?:ing)?(?:{ENDS}[ .?!]{{0,3}}$| (?:[a-z'-]{{1,14}} ){{0,4}}?{_THING}{ENDS}[^\n]{{0,80}})",
        lambda _: Order(Kind.HELP),
    ),
    Rule("asks to free_time", rf"^{PLEASE}(?:{_any(_FREE_TIME)}){ENDS}", lambda _: Order(Kind.FREE_TIME)),
    Rule("asks to list", rf"^{PLEASE}(?:{_any((*_WHAT_IS_ON, *_SHOW, *_AM_I_FREE))})(?:{ENDS}|(?<= ))(?: ?(?:on|for)(?= ))?", lambda _: _LISTS),
    Rule("asks to list", rf"^{PLEASE}(?:the |my |our )?(?:schedule|agenda|calendar|diary)(?: please| pls)?(?=(?: (?:for|on))?(?: (?:the|today|tomorrow|this|next|rest|of|on|week|weekend|month|morning|afternoon|evening|{WEEKDAY})){{1,4}}[ ?.!]{{0,3}}$|[?.! ]{{0,3}}$| (?:for|on) [^\n]{{1,24}}$)(?! (?:a|an|the) (?!rest))", lambda _: _LISTS),
    Rule("asks to list", rf"^{PLEASE}(?:all )?(?:events|meetings|appointments|bookings|plans)(?= (?:between|from|for|on|in|today|tomorrow|tonight|this|next|{WEEKDAY}){ENDS})(?! (?:for|on|in|from) (?:a|an|the) (?!week|day|month|weekend|rest|\d))", lambda _: _LISTS),
    # next week's schedule, tomorrow's agenda: where nothing else is said
    Rule(
        "asks to list",
        rf"(?:(?<='s )|(?<=s' )|(?<=today )|(?<=tomorrow )|(?<=week )|(?<=month )|(?<=weekend )|(?<=day )|(?<=my )|(?<=morning )|(?<=afternoon )){_AGENDA}{ENDS}(?=[ ?.!]{{0,4}}$| please)",
        lambda _: Order(Kind.LIST, alone=True),
    ),
    Rule("asks how it is", rf"{BEGINS}(?:look(?:s|ing)?(?: up| like)?|shap(?:e|ing) up|free|open|available|busy|booked|clear|full)(?=[ .]{{0,2}}\?? ?$)(?<!as free)(?<!is free)(?<!me free)(?<!it free)(?<!, free)(?<!as busy)(?<!, busy)(?<!as available)(?<!me available)", lambda _: Word(Role.FILLER)),
)  # fmt: skip
HELP_ALONE = re.compile(
    r"(?:help|help me|help me please|help please|please help|i need (?:some |your )?help|can you help(?: me)?|could you help me|/help|\?|what can (?:you|i|u) (?:do|say|ask)(?: (?:here|for me|with (?:you|this|it|(?:this|the) bot)))?|"
    r"what (?:are you able to do|do you do|commands (?:do you (?:know|have|understand)|are there)|can you help(?: me)? with|can this do|can this bot do)|"
    r"how (?:do|does|can|should) (?:i|you|this|it|we|this bot|yotei) (?:use|work)(?: (?:this|you|it|yotei|the bot|this bot))?|how to use (?:this|you|it|yotei|the bot)|how does this work|"
    r"who are you|usage|instructions|manual|commands|show (?:me )?(?:the )?(?:help|commands|instructions))[\s.!?]{0,4}$"
)
