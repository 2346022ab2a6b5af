"""The whole of a short English sentence, what a title sheds, and what tells of the past."""

import re

from bot.language.english_asking import HELP_ALONE
from bot.language.english_names import FEAST, MONTH, WEEKDAY
from bot.language.intent import Kind

_END = r"[\s.!?]{0,4}$"
ALONE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.UNDO, re.compile(rf"(?:please |pls |can you )?(?:undo|undo (?:that|it|this|the last one|my last (?:change|action))|take (?:it|that) back|revert|revert (?:that|it)|put it back|roll (?:it|that) back|cancel that last (?:one|change))(?: please)?{_END}")),
    (Kind.HELP, HELP_ALONE),
    (Kind.YES, re.compile(rf"(?:yes|yep|yeah|yup|y|ok|okay|sure|yes please|correct|right|that's right|sounds good|go ahead|do it|please do|fine|confirm|confirmed|perfect|of course){_END}")),
    (Kind.NO, re.compile(rf"(?:no|nope|nah|n|no thanks|no thank you|never ?mind|nvm|don't|stop|forget it|forget that|not now|wrong|leave it){_END}")),
)  # fmt: skip
GIVEN_UP = re.compile(
    r"(?:instead(?: of)?|rather than|(?<=[ ,(])(?:not|was|formerly|originally|previously))(?: on| at)? ?\Z"
)
TITLE_HEAD = re.compile(
    r"(?:'s (?=\w))?[\s,.:;!)–—-]{0,6}(?:(?:for|about|on|at|to|is|as|of|in|and|with|from|that|called|titled|named|entitled|regarding|re|subject|title|until|by)(?= |$|:) ?){0,2}[\s:]{0,2}(?:(?:a|an|the|my|our|there is a)(?= ) ?){0,1}[\s,.:;-]{0,3}"
)
TITLE_TAIL = re.compile(
    r"(?:[\s,.:;!–—(-]|(?<= )(?:on|at|for|in|from|to|by|with|of|and|the|a|an|is|this|until|starting|between|as|around|about|called|scheduled)(?=[\s,.]*$)){1,8}$"
)
_SMALL_WORDS = "at|on|in|from|to|for|and|or|by|with|until|till|is|was|are|as|of|please|pls|noon|morning|afternoon|evening|night|week|the|a|an|my|our|all|every|starting|or|not"
TITLE_DAY = re.compile(
    rf"(?:of )?(?:(?!sat |sun |wed |mon |fri ){WEEKDAY}|{FEAST}|morning|afternoon|evening|night|year-end|month-end|mid-?week|weekend)(?= [a-z])(?! (?:{_SMALL_WORDS}|{WEEKDAY}|{MONTH})(?!\w))"
)
ANNOUNCES = re.compile(
    r"(?:(?:quick|short|brief|new) )?(?:meeting|call|time|event|appointment|session|slot|chat|talk|discussion|mtg)"
)
SUBJECT = re.compile(
    r"[\s,.:;-]{0,4}(?:about|regarding|re|on|to discuss|to talk about|on the topic of|concerning|subject|titled|called)(?=[ :])"
)
_PAST_VERBS = (
    "was|were|wasn't|weren't|had|did|didn't|went|got|saw|thought|heard|said|told|came|left|met|took|made|found|gave|knew|felt|kept|began|broke|bought|brought|built|"
    "caught|chose|drove|ate|fell|flew|forgot|grew|held|lost|paid(?! (?:leave|vacation|holiday|time|days?))|ran|sat|sent|slept|spent|spoke|stood|taught|threw|understood|woke|won|wore|wrote|born|became|sold|"
    "loved|enjoyed|finished|happened|launched|moved|died|joined|started|ended|(?<!office )closed|opened|arrived|worked|lived|stayed|visited|called|asked|missed|postponed|cancelled|canceled|changed|"
    "signed|founded|released|published|announced|established|graduated|married|retired|resigned|returned|landed|crashed|snowed|rained|watched|played|talked|tried|wanted|needed|used|decided"
)
# what was, and not what was agreed for a day to come: the deadline was moved to Friday
PAST = re.compile(
    rf"(?<![\w'])(?!closed|sat|cancell?ed|postponed|(?:was|were|got) (?:re)?(?:moved|changed|pushed|shifted|postponed|scheduled|set|planned|supposed|meant|due|booked|confirmed)(?!\w))"
    rf"(?:{_PAST_VERBS}|great|since|last time|\w{{3,12}}ed)(?![\w'])(?! (?:to|will|by|until|till|for) )"
)
RESIDUE = re.compile(
    r"(?<![\w.$/:])(?!1[/:]1(?!\d)|24/7|9/11|[1-9]:1(?!\d)|50/50)\d{1,4}[/:]\d{1,2}(?![\w%])|(?<![\w.$])\d{1,2}\s?[ap]\.?m\b|(?<!\w)(?:o'clock)(?!\w)|(?<![\w.$])\d{1,2}(?:st|nd|rd|th) of(?!\w)"
)
