"""The names English gives to weekdays, months, units of time and feasts."""

from bot.language.atoms import Unit
from bot.language.english_numbers import any_of
from bot.language.feasts import ANY_HOLIDAY

_WEEKDAYS = {
    form: index
    for index, forms in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wednes weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for form in forms.split()
}
_MONTHS = {
    form: index
    for index, forms in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for form in forms.split()
}
WEEKDAY = rf"(?:{any_of(_WEEKDAYS)})"
MONTH = rf"(?:{any_of(_MONTHS)})"

_UNITS = {
    "second": Unit.SECOND,
    "sec": Unit.SECOND,
    "minute": Unit.MINUTE,
    "min": Unit.MINUTE,
    "hour": Unit.HOUR,
    "m": Unit.MINUTE,
    "hr": Unit.HOUR,
    "h": Unit.HOUR,
    "day": Unit.DAY,
    "night": Unit.DAY,
    "business day": Unit.WORKDAY,
    "working day": Unit.WORKDAY,
    "work day": Unit.WORKDAY,
    "workday": Unit.WORKDAY,
    "weekday": Unit.WORKDAY,
    "weekend": Unit.WEEKEND,
    "week-end": Unit.WEEKEND,
    "week": Unit.WEEK,
    "wk": Unit.WEEK,
    "fortnight": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "yr": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
# longer units first, so that none stops inside another
DAYS = r"(?:business days?|working days?|work ?days?|weekdays?|days?|weekends?|fortnights?|weeks?|wks?|months?|quarters?|years?|yrs?|decades?|century|centuries)"
HOURS = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h)"
PERIOD = r"(?:week-?end|week|month|year|quarter|day|decade|century)"

_FEASTS = {
    "new year": "new year's day|new years day|new year day|new year's|new years|new year",
    "new year's eve": "new year's eve|new years eve|new year eve|nye",
    "valentine": "valentine's day|valentines day|valentine's|valentine day",
    "st patrick": "st. patrick's day|st patrick's day|st patricks day|saint patrick's day",
    "april fools": "april fools' day|april fools day|april fool's day|april fools",
    "earth day": "earth day",
    "labour day may": "may day",
    "independence day": "independence day|fourth of july|4th of july",
    "halloween": "halloween",
    "veterans day": "veterans day|veteran's day|veterans' day",
    "christmas eve": "christmas eve|xmas eve",
    "christmas": "christmas day|christmas|xmas",
    "boxing day": "boxing day",
    "martin luther king": "martin luther king day|martin luther king jr. day|mlk day",
    "presidents day": "presidents day|presidents' day|president's day|washington's birthday",
    "mothers day": "mother's day|mothers day|mothers' day",
    "memorial day": "memorial day",
    "juneteenth": "juneteenth",
    "fathers day": "father's day|fathers day|fathers' day",
    "labor day": "labor day|labour day",
    "columbus day": "columbus day|indigenous peoples' day",
    "thanksgiving": "thanksgiving day|thanksgiving",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    "ash wednesday": "ash wednesday",
    "palm sunday": "palm sunday",
    "good friday": "good friday",
    "easter": "easter sunday|easter day|easter",
    "easter monday": "easter monday",
    "pentecost": "pentecost|whit sunday",
    "groundhog day": "groundhog day",
    "guy fawkes": "guy fawkes night|bonfire night|guy fawkes day",
    "spring festival": "chinese new year|lunar new year",
    "mid autumn": "mid-autumn festival|moon festival",
    ANY_HOLIDAY: "public holiday|bank holiday",
}
FEASTS = {form: feast for feast, forms in _FEASTS.items() for form in forms.split("|")}
FEAST = rf"(?:{any_of(FEASTS)})"


def weekday(written: str) -> int:
    """The weekday of that name, as `date.weekday()` counts."""
    return _WEEKDAYS[written.rstrip(".")]


def month(written: str) -> int:
    """The month of that name, 1-12."""
    return _MONTHS[written.rstrip(".")]


def unit(written: str) -> Unit:
    """The unit of that name, in the singular or plural."""
    if written == "centuries":
        return Unit.CENTURY
    return _UNITS.get(written) or _UNITS[written.removesuffix("s")]


def per(written: str) -> int:
    """How many of its `unit` one of that name is: a fortnight is two weeks."""
    return 2 if written.startswith("fortnight") else 1
