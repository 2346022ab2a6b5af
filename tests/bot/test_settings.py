"""What is missing or blank is refused by name, and no value is ever shown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.settings import BadSettings, Settings

WHOLE = {
    "LINEWORKS_CLIENT_ID": "client",
    "LINEWORKS_CLIENT_SECRET": "hush-client",
    "LINEWORKS_SERVICE_ACCOUNT": "bot.serviceaccount@example.com",
    "LINEWORKS_PRIVATE_KEY": "hush-key",
    "LINEWORKS_BOT_ID": "2000001",
    "LINEWORKS_BOT_SECRET": "hush-bot",
}


def test_a_whole_environment_is_read() -> None:
    read = settings.read(WHOLE | {"LINEWORKS_DOMAINS": "1, 2", "BOT_NAMES": "予定, Yotei", "READ_ONLY": "1"})

    assert read.lineworks_domains == ("1", "2")
    assert read.bot_names == ("予定", "Yotei")
    assert read.read_only
    assert read.bot_secrets == (b"hush-bot",)


@pytest.mark.parametrize("name", sorted(WHOLE.keys() - {"LINEWORKS_PRIVATE_KEY"}))
def test_f05_a_missing_setting_is_named(name: str) -> None:
    environment = {key: value for key, value in WHOLE.items() if key != name}

    with pytest.raises(BadSettings) as refusal:
        settings.read(environment)

    assert str(refusal.value) == f"{name} is missing"


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
@pytest.mark.parametrize("name", sorted(WHOLE))
def test_f05_a_blank_setting_is_named(name: str, blank: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        settings.read(WHOLE | {name: blank})

    assert f"{name} is blank" in str(refusal.value).splitlines()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"LINEWORKS_BOT_ID": "bot"}, "LINEWORKS_BOT_ID is not a bot id (digits only)", id="bot-id"),
        pytest.param({"PORT": "hush"}, "PORT", id="port"),
        pytest.param({"TIME_ZONE": "Tokyo"}, "TIME_ZONE is not an IANA time zone such as Asia/Tokyo", id="zone"),
        pytest.param(
            {"LINEWORKS_API_URL": "http://hush.example"}, "LINEWORKS_API_URL must begin with https://", id="plain"
        ),
        pytest.param({"LINEWORKS_DOMAINS": "hush"}, "LINEWORKS_DOMAINS is not a list of domain ids", id="domains"),
        pytest.param({"LINEWORKS_PRIVATE_KEY_FILE": "/hush"}, "give exactly one of the two", id="two-keys"),
        pytest.param({"READ_ONLY": "hush"}, "READ_ONLY", id="boolean"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(change: dict[str, str], words: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        settings.read(WHOLE | change)

    assert words in str(refusal.value)
    assert "hush" not in str(refusal.value)


def test_two_secrets_serve_a_rotation_and_a_blank_old_one_serves_nobody() -> None:
    rotating = settings.read(WHOLE | {"LINEWORKS_BOT_SECRET_OLD": "hush-old"})
    retired = settings.read(WHOLE | {"LINEWORKS_BOT_SECRET_OLD": " "})

    assert rotating.bot_secrets == (b"hush-bot", b"hush-old")
    assert retired.bot_secrets == (b"hush-bot",)


JICOO = {"JICOO_API_KEY": "hush-key", "JICOO_WEBHOOK_SECRET": "hush-hook"}


@pytest.mark.parametrize("missing", sorted(JICOO))
def test_f56_half_of_jicoo_is_refused_and_the_missing_half_named(missing: str) -> None:
    half = {name: value for name, value in JICOO.items() if name != missing}

    with pytest.raises(BadSettings) as refusal:
        settings.read(WHOLE | half)

    assert f"{missing} is missing" in str(refusal.value)
    assert "hush" not in str(refusal.value)


@pytest.mark.parametrize("blank", sorted(JICOO))
def test_f05_a_blank_secret_of_jicoo_is_refused(blank: str) -> None:
    with pytest.raises(BadSettings, match=f"{blank} is blank"):
        settings.read(WHOLE | JICOO | {blank: " "})


def test_f56_jicoo_is_absent_or_complete() -> None:
    assert settings.read(WHOLE).jicoo_secrets == ()
    assert settings.read(WHOLE | JICOO).jicoo_secrets == (b"hush-hook",)
    assert settings.read(WHOLE | JICOO | {"JICOO_WEBHOOK_SECRET_OLD": "hush-old"}).jicoo_secrets == (
        b"hush-hook",
        b"hush-old",
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        pytest.param({"BACKOFFICE_URL": "https://office.example"}, "BACKOFFICE_TOKEN", id="no token"),
        pytest.param({"BACKOFFICE_TOKEN": "hush"}, "BACKOFFICE_URL is missing", id="no address"),
        pytest.param({"BACKOFFICE_TOKEN_FILE": "/hush"}, "BACKOFFICE_URL is missing", id="no address for a file"),
        pytest.param(
            {"BACKOFFICE_URL": "https://o.example", "BACKOFFICE_TOKEN": "hush", "BACKOFFICE_TOKEN_FILE": "/hush"},
            "exactly one",
            id="two tokens",
        ),
    ],
)
def test_f56_half_of_the_back_office_is_refused_and_the_missing_half_named(given: dict[str, str], missing: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        settings.read(WHOLE | given)

    assert missing in str(refusal.value)
    assert "hush" not in str(refusal.value)


def test_a_key_file_that_everybody_may_read_is_refused(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("hush")
    key.chmod(0o644)
    read = settings.read(
        {name: value for name, value in WHOLE.items() if name != "LINEWORKS_PRIVATE_KEY"}
        | {"LINEWORKS_PRIVATE_KEY_FILE": str(key)}
    )

    with pytest.raises(BadSettings, match="chmod 600"):
        read.private_key()


def test_secrets_do_not_show_in_the_settings_own_text() -> None:
    assert "hush" not in repr(settings.read(WHOLE | {"REDIS_URL": "redis://:hush@localhost"}))


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_f05_serve_without_a_bot_secret_ends_at_once_and_names_it(blank: str | None, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)} | WHOLE
    if blank is None:
        del environment["LINEWORKS_BOT_SECRET"]
    else:
        environment["LINEWORKS_BOT_SECRET"] = blank

    ended = subprocess.run(
        [sys.executable, "-m", "bot", "serve"], env=environment, capture_output=True, text=True, timeout=30
    )

    assert ended.returncode != 0
    assert "LINEWORKS_BOT_SECRET is" in ended.stderr
    assert "hush" not in ended.stderr + ended.stdout


def test_every_setting_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()

    missing = [name.upper() for name in Settings.model_fields if f"`{name.upper()}`" not in readme]

    assert missing == []
