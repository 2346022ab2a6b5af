"""What stands on a line of its own below a sentence, for all languages: a fact with its name, people, systems."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from bot.messages.plain import characters, plain
from bot.messages.times import Times

_LONGEST_LINK = 300
_NAMES_SHOWN = 10


class Fact(StrEnum):
    """What stands before a value on a line of its own."""

    BEFORE = "before"
    NOW = "now"  # when it is as long as nothing is changed
    CALENDAR = "calendar"
    INVITED = "invited"
    OPTIONAL = "optional"
    PLACE = "place"
    NOTE = "note"
    REMINDER = "reminder"
    REPEATS = "repeats"
    SHOWN_AS = "shown_as"
    LINK = "link"
    LOST = "lost"
    # of a booking
    GUEST = "guest"
    GUEST_TIME = "guest_time"  # when it is where the guest lives
    GUEST_ZONE = "guest_zone"  # a zone we do not know, as written
    HOSTS = "hosts"
    REASON = "reason"
    MESSAGE = "message"
    # of a route
    GUEST_NAMES = "guest_names"
    MIRROR = "mirror"


class Facts(Times):
    """One language's small pieces; all text of others in them is made harmless."""

    bullet = "• "
    field = "{name}: {value}"
    enumeration = ", "
    systems: Mapping[str, str] = {"lineworks": "LINE WORKS", "jicoo": "Jicoo", "backoffice": "Back Office"}
    unnamed: str  # stands in a sentence for a title that may not be shown
    more_people: str  # {count}: how many are not named
    more_lines: str  # {count}: how many are not listed
    facts: Mapping[Fact, str]

    def title(self, title: str) -> str:
        """A title as it may be shown in a sentence."""
        return plain(title) or self.unnamed

    def system(self, provider: str) -> str:
        """What a system is called; one we do not know is shown as written."""
        return self.systems.get(provider) or plain(provider, 30)

    def fact(self, fact: Fact, value: str) -> str:
        """A line."""
        return self.field.format(name=self.facts[fact], value=value)

    def people(self, names: Sequence[str], most: int = _NAMES_SHOWN) -> str:
        """The first names, and how many there are besides."""
        shown = list(names[:most])
        if len(names) > most:
            shown.append(self.more_people.format(count=len(names) - most))
        return self.enumeration.join(shown)


def link(address: str | None) -> str:
    """`address` as it may be shown: half an address is none."""
    shown = plain(address or "", _LONGEST_LINK + 1)
    return shown if len(shown) <= _LONGEST_LINK else ""


def fitting(heading: str, items: Iterable[str], count: int, more: str, longest: int) -> Iterable[str]:
    """`heading` and as many of the `count` items as fit into `longest` characters.

    `more` ({count}) says how many are missing. Items are asked for one by one, and no further than they fit.
    """
    yield heading
    room = longest - characters(heading) - characters(more) - len("\n9999")
    for index, item in enumerate(items):
        room -= characters(item) + len("\n")
        if room < 0:
            yield more.format(count=count - index)
            return
        yield item
