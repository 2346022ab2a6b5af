"""dateparser's wider reading, for what our grammar does not know. Its answer is a question, never an act."""

import re
import warnings
from datetime import datetime

from dateparser.date import DateDataParser

from bot.language.intent import Reading

_LANGUAGES = ["en", "ja", "zh", "ko", "fr", "de", "es", "it", "pt", "nl"]
_SETTINGS = {"DATE_ORDER": "MDY", "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}
# figures with a word of a European language beside them, or a numeric date in a form we do not know
_WORTH_IT = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|er)?[.,]?\s(?:de\s)?[a-zß-ÿ]{3,12}|[a-zß-ÿ]{3,12}\.?\s\d{1,4}|\d{1,4}[-./]\d{1,2}[-./]\d|\d{4}-?w\d\d"
)
_RUN = re.compile(r"[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ.,:/' -]{4,}")
_LONGEST = 60  # characters

# what dateparser lets through when odd figures meet its arithmetic
_UNABLE = (ValueError, OverflowError, TypeError, AttributeError, LookupError)


def wider_is_worth_it(text: str) -> bool:
    """Whether `text` (lower case) could hold a date in a writing we do not know; asking costs a millisecond."""
    return len(text) <= _LONGEST and _WORTH_IT.search(text) is not None


def wider(text: str, now: datetime) -> Reading | None:
    """The date dateparser sees in the first stretch of figures and European letters that could hold one, or None."""
    run = next((run.group() for run in _RUN.finditer(text) if _WORTH_IT.search(run.group().lower())), None)
    if run is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            settings = _SETTINGS | {"RELATIVE_BASE": now.replace(tzinfo=None)}  # else it asks the machine's clock
            found = DateDataParser(languages=_LANGUAGES, settings=settings).get_date_data(run.strip())
        except _UNABLE:
            return None
    if found.date_obj is None:
        return None
    moment = found.date_obj.replace(second=0, microsecond=0, tzinfo=now.tzinfo)
    if found.period == "day" and (moment.hour, moment.minute) == (0, 0):
        return Reading(moment.date())
    return Reading(moment)
