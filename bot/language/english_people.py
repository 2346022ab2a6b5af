"""How English names the people of an event: with Ken and Mary, cc Bob, Ann (optional)."""

import re

from bot.language.atoms import Atom, Word
from bot.language.english_names import MONTH, WEEKDAY
from bot.language.english_numbers import BEGINS, ENDS
from bot.language.grammar import Rule
from bot.language.intent import Role

STOPS = (
    rf"(?:at|on|in|from|to|for|about|and|or|re|regarding|by|until|till|via|with|over|of|the|a|an|every|each|daily|weekly|starting|between|"
    rf"today|tomorrow|tonight|tmrw|tmr|yesterday|next|this|last|all|noon|midday|midnight|morning|afternoon|evening|am|pm|is|was|will|please|pls|thanks|"
    rf"biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly|annually|weekdays|as|mark|set|make|invite|include|invitees|attendees|same|where|when|tentative|confidential|reminder|alert|free|starting|lasting|"
    rf"many|kind|kindest|best|warm|warmest|regards|love|optional|optionally|private|note|notes|memo|remind|location|place|venue|room|he|she|they|we|i|it|cc|{WEEKDAY}s?|{MONTH}(?=\.?(?:,? (?:the )?\d|-| ?$| next| this| last))){ENDS}"
)
WORD = r"[a-zà-ÿ][a-zà-ÿ.'’-]{0,20}(?<![.'’-])"
_RANK = "(?:mr|mrs|ms|miss|mx|mdm|madam|dr|prof|professor|sister|father|rev|chef|coach|captain|director)"
_NAME = rf"(?:{_RANK}\.? )?(?!{STOPS}){WORD}(?: (?!{STOPS}){WORD}(?=$|[,.;!?)(]| (?:{STOPS}|\d|&|@|[ap]m)))?"
_NOT_NAMES = frozenset(
    "the a an my our your his her their me us you all everyone everybody it them him team client clients customer customers "
    "boss manager staff candidate candidates applicant applicants client's vendor supplier contractor landlord tenant plumber electrician patient student  marketing sales hr legal finance engineering design product it's this that some new people friends "
    "family both no little lots great whom what which accounting accounts ops operations support dev devs developers engineers designers editors "
    "lawyers auditors investors partners vendors suppliers students parents candidates colleagues management leadership board committee council press "
    "media recruiters users kids bank dentist doctor procurement purchasing research qa pr external internal potential several two three four five six "
    "food drinks cake snacks slides music video questions remote live demo external q&a lunch dinner breakfast coffee more other others".split()
)
_HONORIFIC = re.compile(rf"{_RANK}\.? |(?:-(?:san|sama|kun|chan|sensei)| (?:sir|madam|ji))$")


def _people(match: re.Match[str]) -> Atom | None:
    names = _split(match["names"])
    if names[0].split()[0] in _NOT_NAMES:
        return None
    return Word(Role.PERSON, tuple(name for name in names if name and name not in _NOT_NAMES))


def _who(match: re.Match[str]) -> Atom | None:
    name = match["names"] or match["also"]
    return None if name.split()[0] in _NOT_NAMES else Word(Role.PERSON, (name,))


def _split(names: str) -> tuple[str, ...]:
    return tuple(_HONORIFIC.sub("", name.strip()) for name in re.split(r", and | and | & | \+ | plus |, |/", names))


# of the one who was named last: he may come or not
_MAY_STAY_AWAY = r"(?:(?:need not|needn't|doesn't (?:have|need) to|don't (?:have|need) to) (?:attend|join|come)|(?:can|may|could|might) (?:join|come|attend)|joining)(?: if (?:possible|free|available|(?:he|she|they)(?: likes?| wants?(?: to)?|'s (?:free|available)| is (?:free|available)| can| are free)))?|if (?:free|available)"
_NAMES = rf"(?P<names>{_NAME}(?:(?:, and |, | and | & | \+ | plus |/)(?!(?:{STOPS})|@){_NAME}){{0,5}})"
# whose calendar is asked for
_NOBODY = (
    r"(?:what|who|when|where|how|let|there|one|anyone|anybody|someone|nobody|week|weekend|month|year|day|quarter|company|office|group|department|"
    r"world|room|car|projector|system|calendar|show|check|see|tell|give|know|if|whether|does|do|did|have|has|can|you|i)(?:'s)?(?!\w)"
)
_WHO = rf"(?P<names>(?!{STOPS}|{_NOBODY})[a-zà-ÿ][a-zà-ÿ-]+(?: (?!{STOPS}|{_NOBODY})[a-zà-ÿ][a-zà-ÿ-]+)?)"
_CALENDAR = r"(?:calendar|schedule|agenda|diary|availability)"
RULES: tuple[Rule, ...] = (
    Rule("whose calendar", rf"{BEGINS}(?:(?:on|in|for|at|of) )?{_WHO}(?:'s|s')(?= {_CALENDAR}{ENDS}(?! (?:app|invite|review|meeting|call|update|planning)))", _people),
    Rule("whose calendar", rf"(?:(?<='s calendar )|(?<='s schedule )|(?<='s agenda ))(?:of|for) {_WHO}(?=[ .!?]{{0,3}}$| (?:on|for|in|today|tomorrow|this|next){ENDS})", _people),
    Rule("whose time", rf"^(?:hi |hey |hello |and |so )?(?:is|are) {_WHO}(?= (?:free|available|busy|booked|occupied){ENDS})|(?:(?<=when is )|(?<=when's )|(?<=if )|(?<=whether )){_WHO.replace('<names>', '<also>')}(?= (?:is )?(?:free|available|busy){ENDS})", _who),
    Rule("whose time", rf"{BEGINS}(?:does|do) {_WHO}(?= (?:have|got){ENDS})", _people),
    Rule("somebody optional", rf"(?:[,;.] |\(|, ?and ){_NAMES} (?:(?:is|are|as|being) )?optional(?:\)|(?=[ .!)]{{0,3}}$|,))", lambda m: Word(Role.DETAIL, ("optional", _split(m["names"])))),
    Rule("the last one is optional", rf",? ?(?:\(|{BEGINS}(?:is |as |who is )?)(?:(?:an? )?opt(?:ional)?(?: (?:attendee|guest|participant))?|{_MAY_STAY_AWAY})(?:\)|(?=[ .!]{{0,3}}$|[,;](?! [a-z]+[:])| (?:on|at|and|to|for|next|tomorrow|today)(?!\w)(?! for)))", lambda _: Word(Role.DETAIL, ("optional", "the last"))),
    Rule("optional", rf"[,;]? ?{BEGINS}(?:and )?(?:optional(?:ly)?(?: (?:attendees?|guests?|participants?|invitees?))?(?: for)?(?: invite)?:?|cc(?:'?ing)?:?) ", lambda _: Word(Role.DETAIL, ("optional", True))),
    Rule("those invited follow", rf"{BEGINS}(?:and |please |pls |also )?(?:invit(?:e|ing)|send (?:(?:an|the) )?(?:invites?|invitations?) to|attendees?:?|participants?:?|guests?:?|(?:together )?with|w/?|includ(?:e|ing)|loop(?:ing)? in|bring(?:ing)? in|add(?:ing)?|plus|notify|tell|let|for) ?(?=[\w.+-]{{1,40}}@[a-z]|@[^\s\d])(?<!add )", lambda _: Word(Role.FILLER)),
    Rule("goes with a person", rf"{BEGINS}(?:between|for|with) (?:me|us|myself) (?:and|&)(?= @)|{BEGINS}(?:me|us|myself) (?:and|&)(?= @)", lambda _: Word(Role.FILLER, Role.PERSON)),
    # @Ann to join, @Bob required
    Rule("goes with a person", rf"{BEGINS}(?:(?:is|are|both|all) )?(?:required|mandatory|must attend|(?:to|should|will|must) (?:attend|join|be there|come)|joining|attending|coming|invited|know|too|as well)(?=[ .!]{{0,3}}$|[,;.)])", lambda _: Word(Role.FILLER, Role.PERSON)),
    Rule("somebody", rf"^{_NAMES} (?:and|&) (?:i|me|myself) (?:(?:are|will be) (?:doing|having|holding|meeting for|on)|(?:have|need|will have|will do))(?: an?(?= )| the(?= )| our(?= ))?(?= [a-z])", _people),
    Rule("somebody", rf"{BEGINS}(?:for )?(?:me|myself) (?:and|&) {_NAMES}(?=$|[,.;:]| (?:{STOPS}|\d))", _people),
    Rule("somebody", rf"{BEGINS}(?:together )?(?:with|w/|w(?= )) ?(?<=[ /])(?![\w.+-]{{1,40}}@){_NAMES}{ENDS}(?!@)", _people),
    Rule("somebody", rf"(?:^|[,.;] ?|{BEGINS}(?:and )?)(?:(?:please|pls|also|and|then) )?(?:invite|inviting|include|including|loop in|bring in|(?:attendees?|participants?|guests?|invitees?|required|members|people|who|invit(?:e|ing)|with)(?: are| is)?:)(?<!^invite) (?![\w.+-]{{1,40}}@){_NAMES}{ENDS}(?! (?:to|on|in) (?:my|the|our))", _people),
    Rule("somebody", rf"[,.;] ?(?:and |plus )?(?:attendees|participants|guests|invitees|adding|add|plus) (?![\w.+-]{{1,40}}@){_NAMES}{ENDS}(?! (?:to|on|in) (?:my|the|our))", _people),
    # a@b.jp and Joe
    Rule("somebody", rf"(?:(?<=\.[a-z]{{2}})|(?<=\.[a-z]{{3}}))(?:,? and | & | \+ )(?![\w.+-]{{1,40}}@){_NAMES}(?=$|[,.;]| (?:{STOPS}))(?: (?:to|for) (?:(?:a|an|the|my|our)(?= ))?)?", _people),
    Rule("somebody", rf"(?<=invite ){_NAMES}(?:,? and |, | & )(?=[\w.+-]{{1,40}}@[a-z])", _people),
    Rule("somebody", rf"(?<=invite ){_NAMES} (?:to|for) (?:(?:a|an|the|my|our)(?= ))?", _people),
    Rule("somebody optional", rf"(?:(?<=optional )|(?<=optional: )|(?<=optionally )|(?<=optionally invite )|(?<=invitees )|(?<=invitees: )|(?<=cc'ing )|(?<=ccing )|(?<=attendee )|(?<=attendees )|(?<=attendee: )|(?<=attendees: )|(?<=guests: )|(?<=cc )|(?<=cc: )){_NAMES}{ENDS}", _people),
)  # fmt: skip
