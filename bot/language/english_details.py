"""What English adds to an event: reminders, notes, places, which calendar; and the people."""

import re
from datetime import timedelta

from bot.language import english_people
from bot.language.atoms import Atom, Word
from bot.language.english_names import MONTH, WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS, N, amount
from bot.language.english_people import STOPS, WORD
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.shared import QUOTED


def _delta(match: re.Match[str]) -> timedelta:
    count, unit = amount(match["n"]), match["unit"]
    if unit.startswith("m"):
        return timedelta(minutes=count)
    if unit.startswith("h"):
        return timedelta(hours=count)
    return timedelta(days=count * (7 if unit.startswith("w") else 1))


def _description(match: re.Match[str]) -> Atom:
    note = match["note"].rstrip().strip('"')
    return Word(
        Role.DETAIL,
        (
            "description",
            note.removesuffix(")") if match.group().startswith("(") or match.group().startswith(" (") else note,
        ),
    )


def _reminder(match: re.Match[str]) -> Atom:
    return Word(Role.DETAIL, ("reminder", _delta(match)))


_UNIT = r"(?:minutes?|mins?|m|hours?|hrs?|h|days?|weeks?|d|w)"
_BEFORE = r"(?:before(?:hand)?|prior(?: to)?|ahead(?: of)?|in advance|earlier|early)"
_THE_EVENT = r"(?: (?:the |it |that )?(?:meeting|start|event|it starts|appointment)| it| that)?"
_REMIND = r"(?:please |pls )?(?:(?:remind|notify|alert|ping|warn|nudge|tell|buzz|poke|wake) (?:me|us|everyone)(?: up)?(?: again| about it)?|let (?:me|us) know|(?:give|send) (?:me|us) (?:a |an )?(?:heads[- ]up|shout|nudge|buzz|ping|reminder|alert|warning)|(?:with |set |add |and )?(?:a |an )?(?:reminders?|alerts?|notifications?|notify|remind|alarm))(?: me)?:?(?: (?:at|for|of|set for|set|set to))?"

_DETAILS = (
    Rule("a title in quotes", r"(?<![\w'])'(?!\d\d(?!\d))(?:[^'\n]|(?<=\w)'(?=\w)){1,120}'(?!\w)", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a title in quotes", r"‘(?:[^‘’\n]|’(?=\w)){1,120}’(?!\w)", lambda _: Word(Role.TITLE, QUOTED)),
    Rule("a reminder the day before", rf"(?:,? ?{BEGINS}(?:and )?{_REMIND} )the (?P<unit>day|night|evening|week) {_BEFORE}{_THE_EVENT}{ENDS}", lambda m: Word(Role.DETAIL, ("reminder", timedelta(days=7 if m["unit"] == "week" else 1)))),
    Rule("a reminder", rf"(?:,? ?{BEGINS}(?:and )?{_REMIND} )(?P<n>{N})[ -]?(?P<unit>{_UNIT}){ENDS}(?: {_BEFORE}{_THE_EVENT}{ENDS})?", _reminder),
    Rule("a reminder", rf"(?:,? ?{BEGINS}(?:and )?{_REMIND} )before (?P<n>{N})[ -]?(?P<unit>{_UNIT}){ENDS}", _reminder),
    Rule("another reminder", rf"(?:,| and),? (?P<n>{N})[ -]?(?P<unit>{_UNIT}) {_BEFORE}{_THE_EVENT}{ENDS}", _reminder),
    Rule("a reminder", rf"{BEGINS}(?:with |w/ ?)?(?:a |an )?(?P<n>{N})[ -](?P<unit>{_UNIT})(?: (?:advance|early|before))? (?:reminder|notification|alert|warning|heads[- ]up|notice){ENDS}(?: before)?", _reminder),
    Rule("private", rf"[,;]? ?{BEGINS}(?:and )?(?:(?:mark(?:ed)?|make|set|keep|flag)(?: (?:it|this|that|the event|them))?(?: (?:as|to))? (?:private|confidential)|as (?:a )?(?:private|confidential)(?: (?:event|meeting|appointment))?|(?:private|confidential)(?= ?[,.!;(]| ?$| (?:please|pls|plz|thanks|thx|–|—|-)(?!\w)| and (?:free|show|mark|remind))|(?:privately|visibility: private|(?:keep|make) it (?:hidden|secret)|(?:should )?not (?:be )?visible to (?:others|anyone(?: else)?|the team|everyone)|set (?:the )?visibility to private|(?:don't|do not) (?:show (?:the )?details(?: to (?:others|anyone|everyone|the team))?|show (?:it|this) to (?:others|anyone|everyone)|let (?:others|anyone|anybody|people|them)(?: else)? see(?: (?:it|this|that|the details))?)|hide (?:it|this)(?: from (?:others|everyone|everybody|the others|the team))?|(?:nobody|no one|no-one)(?: else)? (?:should|can|may|must) see (?:it|this)|(?:only i (?:should|can|may) see|visible only to me|only visible to me)(?: it)?)){ENDS}| ?\((?:private|confidential)\)|^(?:private|confidential): ", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("private", rf"{BEGINS}(?:private|confidential)(?= (?:(?!(?:equity|sector|school|banking|investors?|room|office|dining|label|cloud){ENDS})[\w-]{{1,14}} )?(?:meeting|event|appointment|entry|call|session|chat|talk){ENDS})", lambda _: Word(Role.DETAIL, ("private", True))),
    Rule("does not block the time", rf"[,;]? ?{BEGINS}(?:and |but )?(?:(?:mark|show|set|keep|leave)(?:ed)? (?:me |it |this |that |my time |the time |my status )?(?:as |to )?(?:free|available|tentative)|as (?:free|available|tentative)|(?:don't|do not|doesn't|does not|shouldn't|no need to|needn't) block (?:out )?(?:my |the )?(?:time|calendar|schedule|slot|diary)|(?:don't|do not) (?:mark|show|set|count) (?:me|it|this|my time|my status)(?: as)? busy|(?:keep|leave) (?:my (?:time|calendar)|the slot) (?:free|open)|not busy|i(?:'m| am) still (?:free|available)(?: then)?|(?:non-?blocking|without blocking(?: my| the)?(?: time| calendar)?)|(?:status|show as|busy): ?(?:free|available|tentative|no)|(?:free|tentative)(?= ?[,.!;)]| ?$| and (?:private|remind))){ENDS}| ?\((?:free|tentative|show as free)\)|^tentative(?:ly)?:? |,? ?{BEGINS}tentatively{ENDS}", lambda _: Word(Role.DETAIL, ("free", True))),
    Rule("a description", rf"[,.;(]? ?{BEGINS}(?:with (?:a )?|add (?:a )?)?(?:notes?|memo|description|desc|details|agenda|comments?|remarks?|message)(?: ?[::] ?| [–—-] | (?:saying|that says|reading) |(?<=[,.;(] memo) |(?<=with memo) |(?<=add memo) |(?<=note) (?=\"))(?P<note>[^\n]{{1,2000}})", _description),
)  # fmt: skip

# --- places and calendars ---

_PROVIDERS = {
    "jicoo": "jicoo",
    "back office": "backoffice",
    "backoffice": "backoffice",
    "back-office": "backoffice",
    "line works": "lineworks",
    "lineworks": "lineworks",
    "line-works": "lineworks",
}
_OTHERS = (
    r"google calendar|google|gcal|outlook calendar|outlook|apple calendar|icloud calendar|icloud|exchange|office 365|calendly|teams calendar|zoho|garoon|"
    r"kintone|timetree|notion|salesforce|hubspot|trello|asana|jira|yahoo calendar|fantastical|doodle|spir|airtable|basecamp|monday\.com|cal\.com|todoist"
)
_OURS = "|".join(map(re.escape, _PROVIDERS))
_NO_NAME = frozenset("my the our your calendar main default shared whole".split())


def _provider(match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    written = groups["system"] or groups.get("inside") or groups["behind"]
    return Word(Role.CALENDAR, ("provider", _PROVIDERS[written]))


def _other(match: re.Match[str]) -> Atom:
    return Word(Role.CALENDAR, ("provider", match["other"].removesuffix(" calendar")))


def _calendar(match: re.Match[str]) -> Atom | None:
    return None if match["name"] in _NO_NAME else Word(Role.CALENDAR, ("calendar", match["name"]))


def _place(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, match["place"])


_IN = r"(?:on|in|to|via|into|onto|using|with|through)"
_ROOMS = (
    r"(?:(?:meeting|conference|board|class|training|war|video|interview|break|server|press)[ -]?room|room|boardroom|auditorium|hall|studio|lobby|reception|cafeteria|canteen|library|office|building|floor|gate|suite|hq|headquarters|"
    r"lab|laboratory|booth|stage|court|gym|pool|atrium|terrace|garden|rooftop|basement|lounge|kitchen|pantry|annex|wing|theatre|theater|bay|pod|zone|pier|dock|depot|hangar|berth|ward|shed|ballroom|clinic|warehouse|factory|plant|showroom|chapel)"
    rf"(?: (?!(?:{STOPS}|is|are|was|for))[a-z][\w'’-]{{1,14}}(?=[ .!]{{0,3}}$|[,;)]| (?:{STOPS}|\d)))?"
    r"(?: (?:no\. ?|#)?(?:[a-z]{0,2}-?\d{1,4}(?:[.-]\d{1,3})?[a-z]?|[a-z])(?!\w|['’])(?: (?:(?:conference|meeting|seminar|training|staff|waiting|day) )?room)?)?"
    r"|(?:trailer|cabin|tent|barn|pitch|field|platform|terminal|plot|lot|track|table|desk|bench|counter|site|store|branch|van|flat|apartment|cell|silo|line) (?:no\. ?|#)?\d{1,3}[a-z]?(?![\w:./-])"
)
_PLACE_NOUNS = r"(?:meeting room|conference room|room|hall|office|building|cafe|café|restaurant|hotel|station|park|studio|lounge|bar|pub|library|center|centre|clinic|hospital|school|university|airport|gym|store|shop|tower|plaza|floor|museum|house)"
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|drive|way|square|court|boulevard|blvd|close|crescent|terrace|parade|highway)"
)
_PART_OF_TIME = rf"(?:mornings?|afternoons?|evenings?|nights?|days?|weeks?|weekends?|months?|years?|spring|summer|autumn|fall|winter|meantime|future|past|middle|end|beginning|early|late|first|second|following|coming|calend[ae]r|diary|schedule|agenda|planner){ENDS}"
_NOT_PLACE = (
    rf"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|a|an|noon|midday|midnight|lunch|lunchtime|night|dawn|dusk|sunset|sunrise|eod|cob|"
    rf"least|most|once|all|first|last|the end|the start|the beginning|the same|the moment|the latest|the time|about|around|approximately|exactly|some|any|this|that|these|it|"
    rf"my calendar|twenty|thirty|{STOPS}|what|which|breakfast|close|end)"
)
_PLACES = (
    Rule("which calendar", rf"{BEGINS}{_IN} (?:the |my |our )?(?P<system>{_OURS})(?: calendar)?{ENDS}(?! (?:team|guys|people|staff|migration|integration))", _provider),
    Rule("which calendar", rf"(?:^(?:use |with |via )?(?P<system>{_OURS})(?: calendar)?[:,] | ?\((?P<inside>{_OURS})(?: calendar)?\)|[,;] (?:use |calendar: ?)?(?P<behind>{_OURS})(?: calendar)?(?=[ .!]{{0,3}}$))", _provider),
    Rule("which calendar", rf"{BEGINS}(?:on|in|to|via|into|using) (?:the |my |our )?(?P<other>{_OTHERS}){ENDS}(?! (?:street|meet))", _other),
    Rule("which calendar", rf"{BEGINS}(?:on|in|to|into|onto) (?:my|the|our) (?P<name>[a-z][\w&-]{{1,20}}(?: (?:team|room|project|group))?) calendar{ENDS}", _calendar),
    Rule("which calendar", rf",? ?{BEGINS}(?<!to )(?<!on )(?<!in )(?<!my )(?<!the )(?<!our )calendar: ?(?P<name>[a-z][\w&-]{{1,20}}(?: (?:team|room|project|group))?){ENDS}", _calendar),
    Rule("a place", rf",? ?{BEGINS}(?<!of )(?:the )?(?:location|place|venue|where|address|room(?=:))(?: ?[:=]| (?:is|will be|would be|[–—-]))? ?(?<=[:= ])(?<!where )(?<!place )(?:the )?(?P<place>[^\n,;]{{1,60}}?)(?= (?:at \d|on|from|tomorrow|today|with|next|starting) | (?:notes?|memo|description|agenda): ?| (?:please |and )?(?:remind|notify|ping|alert) |[,;]|(?<![ .]st)(?<![ .]dr)(?<![ .]rm)(?<![ .]no)[.!] |[.!]?$)", _place),
    Rule("a place", rf"(?:, |{BEGINS}(?:with |in ))(?:the )?(?P<place>(?!{STOPS}){WORD}(?: (?!{STOPS}){WORD}){{0,3}}) as (?:the )?(?:location|venue|place){ENDS}", _place),
    Rule("a place", rf"{BEGINS}(?<!-)(?:in|at|@|on) ?(?<=[ @])(?:(?:the|our|my|your) )?(?P<place>(?:(?!(?:the|our|my|your) )[\w'’-]{{1,20}} )?{_ROOMS})(?!\w)(?! (?:at|on|in) the )", _place),
    Rule("a place", rf"{BEGINS}(?<!-)(?:in|at|@) ?(?<=[ @])(?:(?:the|our|my|your) )?(?P<place>(?!(?:{STOPS}|our|my|your))[\w'’-]{{1,20}}(?: (?!{STOPS})[\w'’-]{{1,20}})? {_PLACE_NOUNS}(?: (?!(?:at|on|in|to|by|for|with|am|pm|is|re){ENDS})\w{{1,2}}(?!\w))?)(?!\w)", _place),
    Rule("a place", rf"(?:, ?|{BEGINS}(?:in|at|on|@) ?)(?P<place>(?:level|lvl|block|blk|unit|tower|basement) [a-z]?\d{{1,4}}[a-z]?(?: (?!{STOPS}|can\?){WORD}){{0,3}})(?!\w)", _place),
    Rule("a place", rf"{BEGINS}(?:in|at|@) ?(?P<place>\d{{1,4}}[a-z]? (?:(?!{STOPS}){WORD} ){{1,3}}{_STREET})(?!\w)", _place),
    Rule("a place", rf"{BEGINS}(?:on (?:the )?)?(?P<place>\d{{1,2}}(?:st|nd|rd|th)[- ]floor(?: (?:(?!{STOPS})[\w'’-]{{1,14}} )?{_ROOMS})?)(?!\w)", _place),
    Rule("a place", rf", (?:the )?(?!gate|stage|court|pool{ENDS})(?P<place>{_ROOMS}|(?!{STOPS})[\w'’-]{{1,20}} (?:(?!{STOPS})[\w'’-]{{1,20}} )?{_PLACE_NOUNS})(?=[ .!]{{0,3}}$|,)", _place),
    Rule("a place", rf"(?:(?<=book )|(?<=reserve )|(?<=book the )|(?<=reserve the ))(?P<place>{_ROOMS})(?= for (?!\d|an?{ENDS}|half|{WEEKDAY}|{MONTH}|tomorrow|today|next|this|the (?:\d|whole|entire|day)|{N} ?(?:hours?|min)))", _place),
    # behind a time: 2pm in the greenhouse, Dec 7-9 in Osaka
    Rule("a place", rf"(?:(?<=[ap]m )|(?<=\d )|(?<=day )|(?<=row )|(?<=noon ))in (?P<place>(?!{STOPS}|{_PART_OF_TIME}|{_NOT_PLACE}{ENDS}|{N}{ENDS}|total|advance|person|english|japanese|korean|chinese|japan time|case|general|order|private|public|full|half|my|our|your|their|his|her|one|between){WORD}(?: (?!{STOPS}){WORD})?)(?=[ .!]{{0,3}}$|,)", _place),
    Rule("a place", rf"(?:(?<=[ap]m )|(?<=\d )|(?<=day )|(?<=row )|(?<=mins )|(?<=hour )|(?<=hours ))in the (?P<place>(?!{STOPS}|{_PART_OF_TIME}){WORD}(?: (?!{STOPS}){WORD})?)(?=[ .!]{{0,3}}$|,)", _place),
    Rule("a place", rf"{BEGINS}(?P<place>(?:meeting |conference )?room (?:[a-z]{{0,2}}-?\d{{1,4}}[a-z]?))(?!\w)", _place),
    Rule("a place", rf"{BEGINS}(?:on|via|over|in|at|using|by) (?P<place>zoom|(?:microsoft |ms )?teams|google meet|meet|webex|skype|slack|facetime|discord|phone){ENDS}(?! calendar)", _place),
    Rule("a place", rf"{BEGINS}(?:at|@(?= )) ?(?<=[@ ])(?:the )?(?!{_NOT_PLACE}{ENDS}|[a-z]{{1,12}}[ap]m{ENDS})(?P<place>{WORD}(?: (?!{STOPS}|{_NOT_PLACE}{ENDS}|can\?){WORD}){{0,3}})(?!\w)", _place),
)  # fmt: skip
RULES: tuple[Rule, ...] = (*_DETAILS, *english_people.RULES, *_PLACES)
