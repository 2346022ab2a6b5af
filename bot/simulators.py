"""The outside of the demo: every system, played by its simulator for one company."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.company import (
    BACKOFFICE_STAFF,
    BOOKING_PAGES,
    BOT_ID,
    BOT_NAME,
    BOT_NAMES,
    CAST,
    DOMAIN_ID,
    JICOO_USERS,
    PEOPLE,
)
from bot.settings import BadSettings
from providers.backoffice.simulator.app import BackOfficeSimulator, Staff
from providers.jicoo.simulator.account import Account
from providers.jicoo.simulator.app import JicooSimulator
from providers.lineworks.simulator.app import LineWorksSimulator
from providers.lineworks.simulator.tenant import App, BotProfile, Tenant

_CLIENT_ID, _SERVICE_ACCOUNT = "yoteidemo", "demo.serviceaccount@yotei.example"


@asynccontextmanager
async def open_simulators(data_dir: Path) -> AsyncIterator[dict[str, Any]]:
    """One of each system; yields what they add to the demo's line. Their secrets are new at every start."""
    async with AsyncExitStack() as stack:
        lineworks = await stack.enter_async_context(_lineworks(data_dir))
        jicoo = await stack.enter_async_context(
            JicooSimulator(Account(JICOO_USERS, _secret("sk_live_"), _secret("whsec_"), BOOKING_PAGES))
        )
        staff = [Staff(person.email, person.display_name) for person in PEOPLE if person.user_id in BACKOFFICE_STAFF]
        backoffice = await stack.enter_async_context(BackOfficeSimulator(staff))
        yield {
            "lineworks": lineworks.base_url,
            "bot_secret": lineworks.tenant.bot.secret,
            "jicoo": jicoo.base_url,
            "jicoo_secret": jicoo.account.secret,
            "backoffice": backoffice.base_url,
        }


def _secret(prefix: str) -> str:
    return prefix + secrets.token_urlsafe(24)


@asynccontextmanager
async def _lineworks(data_dir: Path) -> AsyncIterator[LineWorksSimulator]:
    """A company with an app and a bot."""
    key = _key(data_dir / "demo.key")
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    app = App(_CLIENT_ID, secrets.token_urlsafe(12), _SERVICE_ACCOUNT, public.decode(), private_key=pem.decode())
    bot = BotProfile(BOT_ID, BOT_NAME, secrets.token_urlsafe(24), BOT_NAMES)
    async with LineWorksSimulator(Tenant(DOMAIN_ID, app, bot, CAST)) as simulator:
        yield simulator


def _key(path: Path) -> rsa.RSAPrivateKey:
    """The app's key; kept, because making one takes longer than all the rest of the start."""
    try:
        kept = serialization.load_pem_private_key(path.read_bytes(), None)
        if isinstance(kept, rsa.RSAPrivateKey):
            return kept
    except (OSError, ValueError):
        pass
    key = rsa.generate_private_key(65537, 2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    keep_private(path, pem)
    return key


def keep_private(path: Path, content: bytes) -> None:
    """Write a file that only we may read. Raises BadSettings."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise BadSettings(f"{path.parent} cannot be used: {error.strerror}") from None
