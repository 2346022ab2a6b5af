"""The environment, read once, typed. What is missing or blank is refused by name; no value is ever printed."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from providers.jicoo.urls import API as JICOO_API
from providers.lineworks.urls import API, AUTH

Names = Annotated[tuple[str, ...], NoDecode]
"""A comma-separated list."""


class BadSettings(Exception):
    """The service cannot start; each line of the message names a setting and what is wrong with it."""


class Settings(BaseSettings):
    """One field a setting, named as in the environment, in lower case."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    lineworks_client_id: str
    lineworks_client_secret: SecretStr
    lineworks_service_account: str
    lineworks_private_key: SecretStr | None = None
    lineworks_private_key_file: Path | None = None
    lineworks_bot_id: str
    lineworks_bot_secret: SecretStr
    lineworks_bot_secret_old: SecretStr | None = None
    lineworks_domains: Names = ()
    lineworks_scopes: str = "bot.message bot.read calendar user.read"
    lineworks_api_url: str = API
    lineworks_auth_url: str = AUTH
    lineworks_all_day_end_exclusive: bool = True
    lineworks_per_minute: Annotated[int, Field(ge=0)] = 240  # per operation; 0: no limit of our own

    jicoo_api_key: SecretStr | None = None
    jicoo_webhook_secret: SecretStr | None = None
    jicoo_webhook_secret_old: SecretStr | None = None
    jicoo_api_url: str = JICOO_API
    jicoo_tolerance: Annotated[int, Field(ge=10, le=3600)] = 300  # seconds between signing and arriving
    jicoo_cancel_field: str = "cancelReason"
    jicoo_per_minute: Annotated[int, Field(ge=0)] = 0
    backoffice_url: str | None = None
    backoffice_token: SecretStr | None = None
    backoffice_token_file: Path | None = None
    backoffice_sort_by: str = "startTime"
    sweep_seconds: Annotated[int, Field(ge=10, le=3600)] = 120

    redis_url: SecretStr | None = None
    allow_weak_store: bool = False
    data_dir: Path = Path("data")

    host: str = "0.0.0.0"  # noqa: S104 - a container's port must be reachable; a proxy with TLS stands before it
    port: Annotated[int, Field(ge=0, le=65535)] = 8000

    bot_names: Names = ()
    admins: Names = ()  # user ids
    admin_room: str | None = None  # a channel id
    time_zone: str = "Asia/Tokyo"
    default_minutes: Annotated[int, Field(ge=5, le=24 * 60)] = 30
    read_only: bool = False

    @field_validator("lineworks_domains", "bot_names", "admins", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("*", mode="before")
    @classmethod
    def _not_blank(cls, value: Any) -> Any:
        if isinstance(value, str) and not value.strip():
            raise ValueError("is blank")
        return value

    @field_validator("lineworks_bot_id")
    @classmethod
    def _decimal(cls, value: str) -> str:
        if not (value.isascii() and value.isdigit()):
            raise ValueError("is not a bot id (digits only)")
        return value

    @field_validator("lineworks_domains")
    @classmethod
    def _decimals(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(domain.isascii() and domain.isdigit() for domain in value):
            raise ValueError("is not a list of domain ids (digits, with commas between them)")
        return value

    @field_validator("lineworks_api_url", "lineworks_auth_url", "jicoo_api_url", "backoffice_url")
    @classmethod
    def _encrypted(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not value.startswith(("https://", "http://127.0.0.1:", "http://[::1]:", "http://localhost:")):
            raise ValueError("must begin with https://")
        return value.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("is not an IANA time zone such as Asia/Tokyo") from None
        return value

    @model_validator(mode="after")
    def _one_key(self) -> "Settings":
        if (self.lineworks_private_key is None) == (self.lineworks_private_key_file is None):
            raise ValueError("LINEWORKS_PRIVATE_KEY or LINEWORKS_PRIVATE_KEY_FILE: give exactly one of the two")
        return self

    @model_validator(mode="after")
    def _whole_jicoo(self) -> "Settings":
        """A system is absent or complete: half a one would fail when somebody needs it."""
        if self.jicoo_api_key is None and (self.jicoo_webhook_secret or self.jicoo_webhook_secret_old):
            raise ValueError("JICOO_API_KEY is missing: JICOO_WEBHOOK_SECRET is of no use without it")
        if self.jicoo_api_key is not None and self.jicoo_webhook_secret is None:
            raise ValueError("JICOO_WEBHOOK_SECRET is missing: JICOO_API_KEY alone brings no bookings")
        return self

    @model_validator(mode="after")
    def _whole_backoffice(self) -> "Settings":
        tokens = (self.backoffice_token is not None) + (self.backoffice_token_file is not None)
        if self.backoffice_url is None and tokens:
            raise ValueError("BACKOFFICE_URL is missing: a token is of no use without it")
        if self.backoffice_url is not None and tokens != 1:
            raise ValueError(
                "BACKOFFICE_TOKEN or BACKOFFICE_TOKEN_FILE is missing: BACKOFFICE_URL needs exactly one of the two"
            )
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `read` hands over: the process's environment is looked at in one place."""
        return (init_settings,)

    @property
    def bot_secrets(self) -> tuple[bytes, ...]:
        """The bot's secret, and the former one while callbacks signed with it are still on their way."""
        secrets = (self.lineworks_bot_secret, self.lineworks_bot_secret_old)
        return tuple(secret.get_secret_value().strip().encode() for secret in secrets if secret is not None)

    @property
    def jicoo_secrets(self) -> tuple[bytes, ...]:
        """The secret of the webhook endpoint, and the former one for a while; none while Jicoo is switched off."""
        secrets = (self.jicoo_webhook_secret, self.jicoo_webhook_secret_old)
        return tuple(secret.get_secret_value().strip().encode() for secret in secrets if secret is not None)

    def private_key(self) -> str:
        """The PEM text. Raises BadSettings when the file cannot be read or others may read it."""
        if self.lineworks_private_key is not None:
            return self.lineworks_private_key.get_secret_value()
        path = self.lineworks_private_key_file
        if path is None:
            raise BadSettings("LINEWORKS_PRIVATE_KEY_FILE is missing")
        try:
            mode, text = path.stat().st_mode, path.read_text()
        except (OSError, UnicodeDecodeError) as error:
            raise BadSettings(f"LINEWORKS_PRIVATE_KEY_FILE cannot be read ({type(error).__name__})") from None
        if mode & stat.S_IROTH:
            raise BadSettings("LINEWORKS_PRIVATE_KEY_FILE may be read by everybody: chmod 600 it")
        return text


# A blank one of these means "not used", as compose files write it; a blank one of the others is a mistake.
_MAY_BE_BLANK = frozenset(
    {
        "lineworks_bot_secret_old",
        "lineworks_domains",
        "jicoo_webhook_secret_old",
        "bot_names",
        "redis_url",
        "admins",
        "admin_room",
    }
)


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. Raises BadSettings."""
    environment = os.environ if environment is None else environment
    given = {
        name: environment[name.upper()]
        for name in Settings.model_fields
        if name.upper() in environment and (environment[name.upper()].strip() or name not in _MAY_BE_BLANK)
    }
    try:
        return Settings(**given)  # type: ignore[arg-type]  # texts; pydantic makes the types
    except ValidationError as error:
        raise BadSettings("\n".join(sorted(map(_in_words, error.errors())))) from None


def storage(environment: Mapping[str, str] | None = None) -> tuple[Path, str | None]:
    """Where the store is, for tools that need nothing else: the data directory, and the URL where there is one."""
    environment = os.environ if environment is None else environment
    return Path(environment.get("DATA_DIR", "").strip() or "data"), environment.get("REDIS_URL", "").strip() or None


def _in_words(error: Any) -> str:
    name = str(error["loc"][0]).upper() if error["loc"] else ""
    if error["type"] == "missing":
        return f"{name} is missing"
    words = str(error["msg"]).removeprefix("Value error, ")
    return f"{name} {words}" if name else words
