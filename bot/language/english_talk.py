"""How English just talks: what the whole of a short sentence is, what a title sheds, what marks a statement."""

import re

from bot.language.english_asking import HELP_ALONE
from bot.language.english_names import FEAST, MONTH, WEEKDAY
from bot.language.english_numbers import N
from bot.language.intent import Kind

_END = r"[\s.!?]{0,4}$"
ALONE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.UNDO, re.compile(rf"(?:please |pls |can you )?(?:undo|undo (?:that|it|this|the last one|my last (?:change|action))|take (?:it|that) back|revert|revert (?:that|it)|put it back|roll (?:it|that) back|cancel that last (?:one|change))(?: please)?{_END}")),
    (Kind.HELP, HELP_ALONE),
    (Kind.YES, re.compile(rf"(?:yes|yep|yeah|yup|y|ok|okay|sure|yes please|correct|right|that's right|sounds good|go ahead|do it|please do|fine|confirm|confirmed|perfect|of course){_END}")),
    (Kind.NO, re.compile(rf"(?:no|nope|nah|n|no thanks|no thank you|never ?mind|nvm|don't|stop|forget it|forget that|not now|wrong|leave it){_END}")),
)  # fmt: skip
GIVEN_UP = re.compile(r"(?:instead(?: of)?|rather than)(?: on| at)? ?\Z")
TITLE_HEAD = re.compile(
    r"[\s,.:;!)–—-]{0,6}(?:(?:for|about|on|at|to|is|of|in|and|with|from|that|called|titled|named|entitled|regarding|re|subject|title|until|by)(?= |$|:) ?){0,2}[\s:]{0,2}(?:(?:a|an|the|my|our|there is a)(?= ) ?){0,1}[\s,.:;-]{0,3}"
)
TITLE_TAIL = re.compile(
    r"(?:[\s,.:;!–—(-]|(?<= )(?:on|at|for|in|from|to|by|with|of|and|the|a|an|is|this|until|starting|between|as|around|about|called|scheduled)(?=[\s,.]*$)|(?<=[a-z])'s(?=\s*$)){1,8}$"
)
_SMALL_WORDS = "at|on|in|from|to|for|and|or|by|with|until|till|is|was|are|as|of|please|pls|noon|morning|afternoon|evening|night|week|the|a|an|my|our|all|every|starting|or|not"
TITLE_DAY = re.compile(
    rf"(?:(?!sat |sun |wed |mon |fri ){WEEKDAY}|{FEAST}|morning|afternoon|evening|night|year-end|month-end|mid-?week|weekend)(?= [a-z])(?! (?:{_SMALL_WORDS}|{WEEKDAY}|{MONTH})(?!\w))"
)
# a date in a sentence's form, and a part of a day, are told of more than they are booked: new phone on Sep 9
TOLD_DAY = re.compile(r"(?:on|in|during) |[^\n]{0,40}(?:morning|afternoon|evening|night)(?!\w)")
WHOLE_DAY_TITLE = re.compile(
    r"(?i)\b(?:holidays?|vacation|leave|off|off-?site|pto|time off|day trip|trip|visits?|conference|camp|fair|show|exhibition|expo|festival|events?|workshops?|training|seminar|hackathon|"
    r"exams?|tests?|closure|closed|maintenance|release|launch|deadline|party|birthday|anniversary|wedding|meetings?|reviews?|audit|planning|kick-?off|retreat|summit|stock-?taking|inventory|"
    r"inspection|interviews?|sessions?|demo|migration|freeze|payday|submission|presentation|match|race|marathon|tournament|concert|dinner|lunch|breakfast|brunch|class|lesson|appointment|"
    r"dentist|doctor|check-?up|call|stand-?up|sync|retro|orientation|onboarding|cleaning|move|delivery|rehearsal|briefing|recap|photo shoot|tour|out of office|ooo|remote work|hike|picnic|bbq|reception|"
    r"election|graduation|ceremony|assembly|forum|congress|webinar|meet-?up|drill|backup|rollout|cutover|upgrade|shift|duty|mtg|1:1|1-on-1|one-on-one|coffee|drinks|gym|yoga|haircut|"
    r"(?:strategy|team|training|open|sports|family|field|demo|planning|inset|careers?|moving|away|study|staff|innovation|hack) day|negotiations?|consultation|installation|calibration|demolition|discussion|walk-?through|hand-?over|prep|fitting|tasting|lecture|course|committee|panel|clinic|debrief|catch-?up|check-?in|sign-?off|walk-?around|kick-?off|photo ?shoot|shoot|outing|excursion|celebration|gala|bazaar|fete|pick-?up|drop-?off|servicing|repairs?|run-?through|dry run|test run|brainstorm|deep dive|focus group|round ?table|site visit|follow-?up|post-?mortem|appraisal|induction|town hall|all[- ]hands|budgeting|forecasting|costing)\b"
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
# words in -ed that say how a thing is, and so stand in titles
_ADJECTIVES = (
    "closed|advanced|unified|dedicated|combined|integrated|shared|fixed|speed|feed|seed|need|mixed|extended|united|distributed|automated|guided|embedded|updated|"
    "revised|proposed|planned|scheduled|related|detailed|limited|unlimited|hundred|sacred|breed|managed|certified|applied|animated|exceed|proceed|indeed|required|invited"
)
_TELLS_OF_WHAT_WAS = rf"(?!(?:{_ADJECTIVES})(?!\w))[a-z]{{3,12}}ed"
_SAID_OF_DAYS = (
    r"^(?:such a |what a |a |an |quite a )?(?:very |really )?(?:long|big|busy|early|late|nice|lazy|quiet|rough|tough|slow|great|crazy|hectic|short|full|good|bad|rainy|beautiful|lovely|perfect|terrible|exciting|special|important|interesting|hard|easy|packed|fun) "
    r"(?:day|week|start|night|morning|one|weekend|evening|afternoon|month|year|days|times?)(?!\w)"
)
# what is left before a day: 2 weeks (to Easter), only three more days, 30 degrees
_COUNTS = rf"(?:(?<!\w)(?:{N}|more|many) (?:more |whole |full |short |long )?(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|sleeps?|weekends?|nights?)(?: (?:left|more|to go|away|until|til|till|to|before|since|of|from|in))?[\s.!]*$|(?<!\w)\d{{1,3}} ?(?:%|degrees|°)|(?<!\w)(?:up|down) \d)"
_OPENS = (
    r"^(?:ok|okay|k|cool|noted|roger|sure|no(?= [a-z])|not|only|back(?= (?:at|in|from|by|on|to|for|soon|home|online|later|around|before|after|until|till|again|with|tomorrow|tonight|next|this|\d|mon|tue|wed|thu|fri|sat|sun)|[\s.,!]*$)|away|almost|then|until|till|please|pls|kindly|in(?= [a-z])|at(?= (?:the|a|my|home|work|school)(?!\w))|out(?= (?!of office|of the office))|off(?= (?:to|for|from|on|until|sick|work)(?!\w))|on (?:my way|holiday|leave|vacation|call(?! (?:hand|rota|roster|review|schedul|train|sync|meet))|duty(?! (?:hand|rota|roster|review|schedul|train))|it)|for now|as of|speak|"
    r"up(?= )|awake|remember|don't forget|safe(?= (?:travels?|trip|journey|flight|drive|home))|landing(?= )|perfect|(?:best|worst)(?! practices?(?!\w)| of)|next (?:bus|train|flight|one|stop|ferry|tram)|(?:first|last) (?:day|week) of (?:winter|spring|summer|autumn|fall|school|term|work)|(?!(?:meeting|training|briefing|planning|onboarding|cleaning|testing|hearing|wedding|opening|viewing|tasting|screening|fitting|skiing|hiking|camping|shopping|brainstorming|booking|networking|mentoring|coaching|writing|reading|painting|filming|recording|morning|evening|spring|building|string|king|ring|wing) )[a-z]{3,12}ing(?= (?:a|an|the|my|it|up|out|over|so|all|you|into) )|half price|tgif|gm|morning(?= (?:all|everyone|everybody|team|folks|guys|there|bot)(?!\w)|[,!.]|\s*$)|hi|hey|hello|welcome|yes|nope|nah|wow|damn|oh|ah|hmm|well|anyway|whatever|guess|must|can|could|would|did|does|do|is|are|was|were|has|have|had|should|shall|need|got|just|never|always|sometimes|usually|often|normally)(?!\w)"
)
_BEHIND = r"(?<!\w)(?:drops?|launches|releases|lands|hits|returns|kicks off|departs|wraps(?: up)?|begins|resumes)(?=\s*$)|(?<=s )(?:finish|start|begin|open|close|need|want|leave|arrive)(?!\w)|(?<!\w)(?:channel|platform|gate|terminal|seat|episode) \d|(?<!\w)(?:then|speak|sometime|someday|one day|ever|at last|at least|finally|already)(?=[\s.!]*$)|^(?:this|that|same) time(?!\w)"
# what comes about without us: sky and sea, fixtures, what is broadcast, published and sold, cuts and closures
_AT_WORK = r"(?! [^\n]{0,30}(?:meeting|review|discussion|sync|call|workshop|analysis|training|session|debate|comparison|decision|planning|mtg|audit|check|demo|presentation)(?!\w))"
_BY_ITSELF = (
    r"(?:high |low |spring |neap )?tides?|(?:high|low) water|broken|(?:plane|flight|ferry|bus|train) (?:boards|departs|lands|gets)|(?:mum|mom|dad|wife|husband|sister|brother|son|daughter|grandma|grandpa|nan)\'s birthday|open(?= \d|[\s.,]{0,3}$)|sunrise|sunset|moonrise|moonset|(?:full|new|blood|super) ?moon|(?:solar |lunar )?eclipse|meteor showers?|equinox|solstice|aurora|"
    r"woo-?hoo|hooray|hurray|yippee|phew|argh|off school|first pitch|half[- ]time|on (?:itv|bbc|espn|fox|nbc|hbo|channel ?)\d?|live from|windy|chilly|foggy|stormy|humid|breezy|icy|resumes?|bursts?|peaks?(?=[\s.,]{0,3}$)|fresh(?=[\s.,]{0,3}$)|(?:fed|ecb|boj|rate) decision|fog|frost|sleet|hail|thunder|lightning|gusts?|heat ?waves?|drizzle|blizzard|humidity|pollen|smog|tsunami|aftershocks?|"
    r"world cup|super ?bowl|world series|grand prix|(?:premier|champions|europa) league|play-?offs?|(?:semi|quarter)-?finals?|qualifying|nba|nfl|mlb|nhl|ufc|f1|motogp|wimbledon|olympics|paralympics|"
    r"(?<!board)(?<!video)\w{3,14}s game|(?:early|late|red-?eye|connecting|delayed) (?:flight|train|bus|ferry)|"
    r"finale|premieres?|(?:new|next|last|final|latest) (?:episode|season|album|single|movie|film|trailer|iphone|ipad|macbook|ios|android|pixel|galaxy|playstation|xbox|switch|tesla|song|series)|"
    r"season (?:\d|one|two|three|four|five|six)|on tv|on netflix|tickets|on sale|oscars|grammys|emmys|eurovision|golden globes|"
    r"(?<!bake )(?<!yard )(?<!garage )(?<!jumble )(?<!rummage )sale(?=[\s.,]{0,3}$)|power cut|blackout|road ?works|road closures?|sirens|shuts?|(?:last|first|next|night) (?:train|bus|ferry|tram|flight|metro)|eta|etd|fireworks|parade|in (?:cinemas|theat(?:er|re)s|stores|shops)|rocket|subway|dead|(?:ping|dm) [a-z]{2,12}(?= )|"
    rf"(?:vs?|versus){_AT_WORK}"
)
STATEMENT = re.compile(
    rf"{_SAID_OF_DAYS}|{_COUNTS}|{_OPENS}|{_BEHIND}|\?(?!\w)|!\s*$|\.\.\s*$|…\s*$|(?<![\w'-])(?:{_PAST_VERBS}|is|are|am|be|been|being|isn't|aren't|will|won't|would|wouldn't|could|couldn't|should|shouldn't|might|must|may be|has|hasn't|have|haven't|doesn't|don't|do|does|can|can't|cannot|gonna|gotta|wanna|"
    r"let's|lets|me|him|her|us(?! (?:team|office|market|sales|clients?|customers?|tax|visa|launch|ops|branch|hq|subsidiary|partners?|legal|payroll)(?!\w))|them|your|his|their|sure|still|just|only|almost|soon|(?:(?<!day )(?<!days )(?<!time )(?<!noon )(?<!ning )(?<!drop )(?<!kick )(?<!sign )(?<!send )(?<!hand )(?<!cut )(?<!lift )off|(?<!roll )(?<!fit )(?<!try )(?<!work )out|(?<!play )(?<!call )back|home|(?<!wind )(?<!tear )(?<!count )down|sick|(?<!film )(?<!stage )set)(?=[\s.,]{0,3}$)|best (?:day|week|one)|worst|luck|on vacation|"
    r"heading|taking|working|thinking|feeling|trying|hoping|staying|flying|driving|moving|wondering|picking|typhoon|storm|earthquake|outage|"
    rf"{_TELLS_OF_WHAT_WAS}|"
    r"i'm|i'll|i've|i'd|it's|it'll|that's|that'll|he's|he'll|she's|she'll|we're|we'll|we've|they're|they'll|they've|you're|you'll|you've|there's|there'll|here's|what|what's|why|who|who's|how|when|where|which|wow|thanks|thank|thx|sorry|congrats|congratulations|"
    r"see|seeing|love|loving|hate|hope|hoping|think|thinking|guess|hear|looks|look|looking|seems|feel|feels|arrive|arrives|arriving|(?<!paid )(?<!annual )(?<!sick )(?<!parental )(?<!maternity )(?<!paternity )(?<!childcare )(?<!unpaid )(?<!special )leave|leaves|leaving|left|get|gets|getting|"
    r"great|awesome|nice|happy(?! (?:hour|customers?|clients?|users?)(?!\w))|merry|good|cool|fun(?! (?:run|day|fair)(?!\w))|crazy|tired|excited|glad|haha|hahaha|lol|lmao|omg|ugh|yay|enjoy|yeah|yep|ok so|fyi|btw|tbh|imo|closes|opens|ends|starts|begins|finishes|coming|comes|come|going|goes|go(?! live(?!\w))|gone|says|tells|works|takes|needs(?! (?:assessment|analysis)(?!\w))|wants|prefers|likes|hates|requires|suggests|believes|insists|expects|"
    r"i|he|she|they|you|we|(?<!sync with )(?<!meeting with )(?<!call with )it(?! (?:security|audit|support|help|helpdesk|team|department|dept|training|review|meeting|sync|infrastructure|equipment|onboarding|procurement|budget|steering|policy|assets?|systems?|project|strategy|governance|ops|operations|vendor|maintenance|orientation|induction|roadmap|check)(?!\w))|so|very|really|too|because|since|although|but|if|probably|maybe|hopefully|apparently|supposedly|everyone|everybody|someone|nobody|"
    r"rain|rains|raining|rainy|snow|snows|snowing|sunny|cloudy|hot(?! (?:work|desk))|cold(?! (?:chain|storage|call))|weather(?! (?:station|risk))|traffic(?! (?:safety|management|control|plan|analysis|report))|due(?! diligence)|expires|runs|rises|falls|plays|flies|sleeps?|wake|waking|waiting|wait|running|stuck|late(?! (?:shift|summer|turn)(?!\w))|done|bye|cya|brb|bbl|afk|ttyl|wfh|ooo|talk soon|again|already|yet|anymore|"
    rf"according|expected|reported|said|reports|shares|stocks|sales (?:rose|fell)|born|{_BY_ITSELF})(?![\w']|-[a-z])"
)
PAST = re.compile(
    rf"(?<![\w'])(?:{_PAST_VERBS}|great|was|been|has|have|since|last time|\w{{3,12}}ed)(?![\w'])(?! (?:to|will|by) )"
)
RESIDUE = re.compile(
    r"(?<![\w.$/:])(?!1[/:]1(?!\d)|24/7|9/11|[1-9]:1(?!\d)|50/50)\d{1,4}[/:]\d{1,2}(?![\w%])|(?<![\w.$])\d{1,2}\s?[ap]\.?m\b|(?<!\w)(?:o'clock)(?!\w)|(?<![\w.$])\d{1,2}(?:st|nd|rd|th) of(?!\w)"
)
