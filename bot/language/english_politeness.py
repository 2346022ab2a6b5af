"""What English puts around a command: greetings, whom it is said to, softeners."""

from bot.language.atoms import Word
from bot.language.english_names import WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.grammar import Rule
from bot.language.intent import Role

_GREETING = r"good (?:morning|afternoon|evening|day)|morning|hey|hi|hello|hiya|yo|greetings|dear|there|all|team|everyone|again|yotei(?:[ -]?san)?|bot"
_MOMENT = r"(?:when|if|whenever|once) you(?:'ve| have|'ve got| get| have got| can find)? (?:a|some|the) (?:free |spare |quick )?(?:sec|second|moment|minute|min|chance|time)|when(?:ever)? (?:you can|you're free|possible|convenient)"
_EXCUSE = r"unfortunately|sorry(?: to (?:bother|trouble) you| for the trouble)?|excuse me|quick (?:one|request|question|favou?r)|one (?:more )?thing|by the way|btw|a favou?r|thanks(?: in advance)?(?! for )|thank you(?! for )|if (?:possible|you (?:can|could|don't mind)|that's ok(?:ay)?|it's ok(?:ay)?)"
_ASK = (
    r"please|pls|plz|kindly|(?:could|can|would|will)(?: you| u| we| i)(?: please| possibly| just| kindly)?(?: be able to| help me(?: to)?)?|are you able to|feel free to|may i|do you think you (?:could|can)|(?:is it|would it be) possible to|"
    r"(?:any|is there any) (?:chance|way) (?:you|i|we) (?:could|can)|i(?: was|'m| am)? wonder(?:ing)? if (?:you|we|i) (?:could|can|might)|i(?:'d| would) (?:appreciate it|be grateful) if you (?:could|would)|it(?:'d| would) be (?:great|nice|good|lovely) if you could|"
    r"i(?:'d| would) (?:like|love)(?: you)? to|i (?:want|need)(?: you)? to|i have to|i(?:'ve| have) got to|i gotta|we need to|we(?:'d| would) like to|we have to|let's|lets|let us|let me(?= (?:book|schedule|add|create|set up|reserve|block|arrange|move|cancel|reschedule) )|help me(?: to)?|go ahead and|just|"
    r"don't forget to|(?:make sure|be sure) (?:to|you)|need to|(?:would|do) you mind|mind|be so kind as to|quickly|maybe|also|so|and|then|ok|okay|yes|right|well|now|first|next|next up|finally|never ?mind|nvm|actually|oh|wait|oops|hmm|alright"
)
# up to seven of them before the command itself
PLEASE = rf"(?:(?:{_GREETING}|{_MOMENT}|{_EXCUSE}|{_ASK})(?:[,!.:;]{{0,2}} | ?[–—\-] |, ?)){{0,7}}"
_AFTER = (
    r"please|pls|plz|thanks(?: a lot| so much| in advance| a million| very much)?(?! for )|thank you(?: (?:so|very) much| in advance)?(?! for )|thx|ty|tks|cheers|many thanks|much appreciated|for me|for us|if possible|"
    r"if (?:you can|you could|you don't mind|that's ok(?:ay)?|that works|it's ok(?:ay)?|it's possible)|when you (?:can|have a (?:sec|second|moment|minute|chance))|asap|will you|would you|could you|can you|ok|okay|k|right|yotei(?:[ -]?san)?|that's all"
)
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
        rf"{BEGINS}(?:(?:to|on|in|into|onto|from|off) (?:my|the|our) (?:calendar|schedule|agenda|diary)){ENDS}(?! (?:at|for) the )|{BEGINS}(?:to|on|in) (?:calendar|schedule|agenda|diary):",
        lambda _: Word(Role.FILLER),
    ),
)
