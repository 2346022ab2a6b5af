"""Who plays: one company of invented people, which every simulator knows in its own way. No I/O."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CastName:
    """A name as it is written in one language ("en_US")."""

    language: str
    last: str
    first: str


@dataclass(frozen=True, slots=True)
class CastMember:
    """One person. `email` is the login id and the calendar address; `zone` is an IANA name."""

    user_id: str
    email: str
    last_name: str
    first_name: str
    phonetic_last_name: str = ""
    phonetic_first_name: str = ""
    i18n_names: tuple[CastName, ...] = ()
    nickname: str = ""
    locale: str = "ja_JP"
    zone: str = "Asia/Tokyo"
    is_admin: bool = False

    @property
    def display_name(self) -> str:
        """As colleagues see it: family name first, except where English is read."""
        parts = (self.first_name, self.last_name) if self.locale == "en_US" else (self.last_name, self.first_name)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CastChannel:
    """A talk room that the bot is in, and the user ids of its members."""

    channel_id: str
    title: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CastCalendar:
    """A shared calendar that its members may read and write."""

    calendar_id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """The company. The order of `people` is the order in which they are listed everywhere."""

    people: tuple[CastMember, ...]
    channels: tuple[CastChannel, ...] = ()
    calendars: tuple[CastCalendar, ...] = ()
