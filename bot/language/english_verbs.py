"""The verbs of English commands by what they ask for, and the words that go with them: particles, objects, participles.

A verb is written in the form of a command; what depends on where it stands is told by a look ahead.
"""

from bot.language.english_names import MONTH, WEEKDAY
from bot.language.english_numbers import ENDS

CALENDAR = r"(?:my |the |our |your |a )(?:calend[ae]r|cal|schedule|agenda|diary|planner)"
IT = r"(?:it|this|that|them|the same)"
# what a time that is said next begins with
WHEN = rf"(?:(?:for|on|at|from|between|starting) )?(?:{WEEKDAY}|{MONTH}|tomorrow|tmrw|tmr|today|tonight|next|this|the \d|the (?:day|first|second|third|last)|noon|midday|midnight|every|\d|half|quarter|a week|in (?:\d|an?|one|two|three))"
# such a beginning behind "in" or "down" of a verb: of "in 3 days" and "in May" the time takes its own "in"
THEN_WHEN = rf"(?=,? (?:(?:for|on|at|from|starting) |{WEEKDAY}|tomorrow|tmrw|tmr|today|tonight|next|this|every|noon|\d{{1,2}}(?::| ?[ap]\.?m|st|nd|rd|th)))"
# and one that nothing but a day or a time begins with
A_TIME = rf"(?:{WEEKDAY}|{MONTH} \d|tomorrow|tmrw|tmr|today|tonight|next (?:week|month|{WEEKDAY})|the \d|noon|midday|\d{{1,2}}(?::\d|\.\d|/\d| ?[ap]\.?m| ?{MONTH}|(?:st|nd|rd|th)(?! (?:floor|grade|street|avenue))))"

# --- to add ---

# enough by themselves
ADDING = (
    r"schedule|re-?schedule|book(?: in)?|add(?: in)?|create|set up|setup|set-up|arrange|organi[sz]e|reserve|pencil in|pencil|block off|block out|block|register|invite|put in|put down|slot in|slot|"
    r"jot down|calendar|diari[sz]e|input|fix up|line up|squeeze in|fit in|note down|mark down|stick down|pop in|pop down|stick in|write down|write in"
)
# of putting: they need a place to put it, in or down or on the calendar
PUTTING = r"put|pop|stick|chuck|throw|drop|slot|whack|bung|shove|lob|plonk|slap|tack|squeeze|fit|pencil|write|mark|place|enter|note|log"
ADDING_ING = r"scheduling|booking|adding|creating|setting up|arranging|organi[sz]ing|reserving|pencil?ling in|blocking(?: off| out)?|registering|putting(?: in)?"
ADDED = r"(?:added|booked|scheduled|arranged|organi[sz]ed|reserved|pencil?led|blocked|registered|put|set up|slotted|entered|created|adding|booking|scheduling|putting)(?: in| down| out| off)?"
# so asked of a helper without "you": can add, help block
ASKED_HELP = rf"(?:add|put|book|schedule|create|set|arrange|reserve|block|register|cancel|delete|remove|move|shift|change|reschedule){ENDS}"
# the object of a command whose event was told before it: please make a schedule, do the needful
THE_SAME = rf"(?:{IT}|(?:an? |the |my |our )?(?:schedule|calend[ae]r|diary|event|entry|appointment|booking|reservation|needful|slot|time|note)){ENDS}"

# --- to cancel ---

CANCELLED = r"(?:cancell?ed|called off|deleted|removed|scrapped|dropped|binned|axed|off|not (?:happening|going ahead|needed|required)|(?:isn't|aren't) (?:happening|going ahead|needed|required|on)|no longer (?:happening|going ahead|needed|required|on))"
OFF = r"(?:cancel|delete|remove|drop|scrap|bin|axe|ditch|call off|take off)"

# --- to move ---

MOVED = r"(?:moved|rescheduled|pushed(?: back)?|shifted|postponed|changed|delayed|bumped|brought forward|preponed)"
MOVING = r"(?:move|reschedule|push|shift|postpone|change|delay|bump|prepone|push back|bring forward)"
