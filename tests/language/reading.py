"""One fixed now, and meanings written short: "2026-11-21T15:00" is a moment in Tokyo, "2026-11-21" a day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.language.intent import Doubt, Intent, Moment
from bot.language.reader import read

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=TOKYO)  # a Friday


def reading(sentence: str, now: datetime = NOW, names: tuple[str, ...] = ()) -> Intent:
    """The sentence read on Friday morning."""
    return read(sentence, now=now, names=names)


def moment(written: str | None) -> Moment | None:
    """What a meaning's short form stands for."""
    if written is None:
        return None
    return datetime.fromisoformat(written).replace(tzinfo=TOKYO) if "T" in written else date.fromisoformat(written)


def doubts(intent: Intent) -> list[Doubt]:
    """What would be asked, apart from whether it is talk at all: `test_tone` counts how often that is."""
    return [ask.doubt for ask in intent.ask if ask.doubt is not Doubt.TALK]
