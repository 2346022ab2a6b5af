"""What English puts around a command: greetings, whom it is said to, softeners, excuses, thanks."""

from bot.language.atoms import Word
from bot.language.english_names import WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.english_verbs import ASKED_HELP, CALENDAR
from bot.language.grammar import Rule
from bot.language.intent import Role

_GREETING = r"good (?:morning|afternoon|evening|day)|morning|hey|hi|hello|hiya|yo|greetings|dear|there|all|team|everyone|folks|guys|sir|madam|ma'am|mate|again|yotei(?:[ -]?san)?|bot"
_MOMENT = r"(?:when|if|whenever|once) you(?:'ve| have|'ve got| get| have got| can find)? (?:a|some|the) (?:free |spare |quick )?(?:sec|second|moment|minute|min|chance|time)|when(?:ever)? (?:you can|you're free|possible|convenient)"
_EXCUSE = r"unfortunately|sorry(?: to (?:bother|trouble) you| for the trouble)?|excuse me|quick (?:one|request|question|favou?r)|one (?:more )?thing|by the way|btw|a favou?r|thanks(?: in advance)?(?! for )|thank you(?! for )|if (?:possible|you (?:can|could|don't mind)|that's ok(?:ay)?|it's ok(?:ay)?)"
# what one turns to the other: can you, is there any chance you could, do me a favour and
_YOU = (
    r"(?:could|can|would|will|cld|wld)(?: you| u| ya| we| i)(?: please| possibly| just| kindly)?(?: be able to| help(?: me| us)?(?: to)?)?|are you able to|feel free to|may i|do you think you (?:could|can)|(?:is it|would it be) possible(?: for you)? to|"
    r"(?:any|is there any) (?:chance|way) (?:you|i|we) (?:could|can)|i(?: was|'m| am)? wonder(?:ing)? if (?:you|we|i) (?:could|can|might)|i(?:'d| would) (?:appreciate it|be grateful) if you (?:could|would)|it(?:'d| would) be (?:great|nice|good|lovely) if you could|"
    rf"go ahead and|don't forget to|(?:make sure|be sure) (?:to|you)|(?:would|do) you mind|mind|be so kind as to|do (?:me a favou?r|the needful) and|(?:i |we )?request(?:ing)?(?: you)? to|help (?:me|us)(?: to)?|(?:can )?help(?: to)?(?= {ASKED_HELP})|(?:can|do)(?= {ASKED_HELP})"
)
# what one wants or has to do oneself
_WISH = (
    rf"(?:(?:i|we) )?(?:wanna|gotta)|(?:i|we)(?:'d| would) (?:like|love)(?: you)? to|(?:i|we) (?:want|need)(?: you)? to|need to|want to(?= {ASKED_HELP})|(?:i|we) have to|(?:i|we)(?:'ve| have) got to|"
    r"lemme|let me(?= (?:book|schedule|add|create|set up|reserve|block|arrange|move|cancel|reschedule) )|let's|lets|let us"
)
_BESIDES = r"(?:(?:oh|ah|no|nope),? )?no|nope|damn|argh|ugh|please|pls|plz|pl\.?|kindly|just|quickly|maybe|also|so|and|then|ok|okay|yes|right|well|now|first|next|next up|finally|never ?mind|nvm|actually|oh|eh|oi|um|uh|erm|wait|oops|hmm|alright"
_SOFT = rf"(?:(?:{_GREETING}|{_MOMENT}|{_EXCUSE}|{_YOU}|{_WISH}|{_BESIDES})(?:[,!.:;]{{0,2}} | ?[–—\-] |, ?))"
PLEASE = rf"{_SOFT}{{0,7}}"  # before the command itself
SOFTENED = rf"{_SOFT}{{1,7}}"
ASKS = rf"(?:(?:{_YOU}|{_WISH}|please|pls|plz|kindly|just|so|also|and|then|ok),? ){{1,4}}"  # such that it is a command
_THANKS = r"thanks(?: a lot| so much| in advance| a million| very much| ah)?(?: (?:and|&) (?:best |kind )?regards)?(?! for )|thank you(?: (?:so|very) much| in advance)?(?! for )|thx|ty|tks|tq|cheers|ta|many thanks|much appreciated|(?:best |kind |warm )?regards"
_PARTICLE = r"can(?=\?)|and oblige|ah|lah|leh|hor|lor|sia|anot|yeah|ok|okay|k|right"
_AFTER = (
    rf"please|pls|plz|{_THANKS}|{_PARTICLE}|for (?:me|us)|if (?:possible|you can|you could|you don't mind|that's ok(?:ay)?|that works|it's ok(?:ay)?|it's possible)|"
    r"when you (?:can|have a (?:sec|second|moment|minute|chance))|asap|will you|would you|could you|can you|yotei(?:[ -]?san)?|that's all"
)
THEN_END = rf"(?=(?:[,.;!–—\-]? ?{BEGINS}(?:{_AFTER}){ENDS}){{0,3}}[ .!?]{{0,3}}$)"  # nothing but politeness follows
RULES: tuple[Rule, ...] = (
    Rule(
        "softens",
        rf"(?:[,.!;–—\-]? ?{BEGINS}(?:{_AFTER}){ENDS}(?=[ .!?,]{{0,3}}$|[,.!]? (?:(?:{_AFTER}){ENDS}|(?:for|and|at|on) ))[.!]{{0,2}})",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "softens",
        rf"{BEGINS}(?:(?<=\w )(?:please|pls|plz)(?=, )|for (?:me|us)(?=,| (?:on|at|tomorrow|today|next|this|{WEEKDAY}){ENDS}))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "softens",
        rf"{BEGINS}(?:to|on|in|into|onto|from|off) {CALENDAR}{ENDS}(?! (?:at|for) the )|{BEGINS}(?:to|on|in) (?:calend[ae]r|schedule|agenda|diary)(?::|(?=[ .!?]{{0,3}}$|,| (?:for|on|at) ))",
        lambda _: Word(Role.FILLER),
    ),
)
