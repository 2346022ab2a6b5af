"""dateparser's wider reading, for what our grammar does not know. Its answer is a question, never an act."""

import re
import warnings
from datetime import datetime

from dateparser.date import DateDataParser

from bot.language.intent import Reading

_LANGUAGES = ["en", "ja", "zh", "ko", "fr", "de", "es", "it", "pt", "nl"]
_SETTINGS = {"DATE_ORDER": "MDY", "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}
# a figure with a word beside it, or a numeric date in a form we do not know
_WORTH_IT = re.compile(r"\d{1,4}\s?[.,]?\s?[^\W\d_]{3,12}|[^\W\d_]{3,12}\.?\s\d{1,4}|\d{1,4}[-./]\d{1,2}|\d{4}-?w\d\d")
_LONGEST = 60

_parser = DateDataParser(languages=_LANGUAGES, settings=_SETTINGS)


def wider_is_worth_it(text: str) -> bool:
    """Whether `text` (lower case) could hold a date in a writing we do not know; asking costs a millisecond."""
    return len(text) <= _LONGEST and _WORTH_IT.search(text) is not None


def wider(text: str, now: datetime) -> Reading | None:
    """The date dateparser sees in `text`, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _parser.get_date_data(text)
    if found.date_obj is None:
        return None
    moment = found.date_obj.replace(second=0, microsecond=0, tzinfo=now.tzinfo)
    if found.period == "day" and (moment.hour, moment.minute) == (0, 0):
        return Reading(moment.date())
    return Reading(moment)
