"""The company at LINE WORKS that the simulator plays: its domain, its app, its bot and its cast. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from providers.simulation.cast import Cast, CastMember

ALL_SCOPES = frozenset(
    {"bot", "bot.message", "bot.read", "calendar", "calendar.read", "directory", "directory.read", "user", "user.read"}
    | {"user.email.read", "user.profile.read"}
)


@dataclass(frozen=True, slots=True)
class App:
    """What the Developer Console shows of an app. `public_key` is PEM; `scopes` are those ticked; times are in seconds."""

    client_id: str
    client_secret: str
    service_account: str
    public_key: str
    scopes: frozenset[str] = ALL_SCOPES
    token_lifetime: int = 86_400
    rotates_refresh_tokens: bool = True
    private_key: str = field(default="", repr=False)  # PEM; the console shows it, the simulator never uses it


@dataclass(frozen=True, slots=True)
class BotProfile:
    """The bot as the administrator registered it. `i18n_names` maps a language ("en_US") to a name."""

    bot_id: int
    name: str
    secret: str
    i18n_names: Mapping[str, str]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Tenant:
    """One domain with one app and one bot."""

    domain_id: int
    app: App
    bot: BotProfile
    cast: Cast

    def member(self, key: str) -> CastMember | None:
        """The member with this user id or login e-mail; None when there is none."""
        return next((one for one in self.cast.people if key == one.user_id or key.lower() == one.email.lower()), None)

    def own_calendar(self, member: CastMember) -> str:
        """The id of a member's default calendar, the same at every start."""
        return f"c_{self.domain_id}_{uuid5(NAMESPACE_URL, f'{self.domain_id}/calendar/{member.user_id}')}"

    def talk(self, member: CastMember) -> str:
        """The channel id of the 1:1 talk between a member and the bot, the same at every start."""
        return str(uuid5(NAMESPACE_URL, f"{self.domain_id}/talk/{self.bot.bot_id}/{member.user_id}"))
