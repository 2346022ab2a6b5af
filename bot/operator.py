"""The operator's tools: what they do to a store that is running, or that a killed process has left."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from bot.settings import storage
from bot.storage import open_store
from bot.sweeper import sweep_now
from handlers.accounts import Accounts
from handlers.routes import Routes
from providers.errors import StoreDown
from providers.jicoo.webhook import layouts
from providers.keeping import Dead, Store
from providers.store import embedded
from providers.store.refusals import StoreRefused

Result = tuple[bool, str]

SLOWEST_SWEEP = 60.0  # seconds


def dead(data_dir: Path | None, dead_id: str) -> Result:
    """The dead letters, one a line; or, with an id, that one put back at the end of its lane."""

    async def act(store: Store) -> Result:
        if dead_id:
            revived = await store.revive(dead_id)
            return revived, f"{dead_id} is back in its lane." if revived else f"There is no dead letter {dead_id}."
        lines = [_line(letter) async for letter in store.dead()]
        return True, "\n".join(lines) or "No dead letters."

    return _with_store(data_dir, act)


def people(data_dir: Path | None) -> Result:
    """Who is linked to other accounts than those of their e-mail, one a line."""

    async def act(store: Store) -> Result:
        links = await Accounts(store).links()
        lines = [
            f"{user}  " + "  ".join(f"{system}={account}" for system, account in sorted(accounts.items()))
            for user, accounts in sorted(links.items())
        ]
        return True, "\n".join(lines) or "Nobody is linked by hand; everybody else is known by e-mail."

    return _with_store(data_dir, act)


def link(data_dir: Path | None, user_id: str, accounts: Mapping[str, str | None]) -> Result:
    """Link a member to accounts, system by system; "" unlinks. What is None stays."""

    async def act(store: Store) -> Result:
        await Accounts(store).link(
            user_id, {name: account for name, account in accounts.items() if account is not None}
        )
        return True, f"{user_id} is linked."

    if all(account is None for account in accounts.values()):
        return False, "Link to what? Give --jicoo or --backoffice."
    return _with_store(data_dir, act)


def routes(data_dir: Path | None) -> Result:
    """The rooms where bookings are announced, one a line."""

    async def act(store: Store) -> Result:
        lines = [
            f"{one.room}  set by {one.set_by}  guests {'named' if one.guests else 'hidden'}"
            f"  calendars {'shown' if one.mirrored else 'left alone'}{'  BROKEN' if one.broken else ''}"
            for one in await Routes(store).all()
        ]
        return True, "\n".join(lines) or "No routes: bookings go to the admin room."

    return _with_store(data_dir, act)


def sweep(data_dir: Path | None) -> Result:
    """Have the running bot compare all bookings now, and say what it found."""

    async def act(store: Store) -> Result:
        result = await sweep_now(store, SLOWEST_SWEEP)
        if result is None:
            return False, "No answer: the sweep begins as soon as a bot with Jicoo's settings runs and Jicoo answers."
        if result["baseline"]:
            return True, "This was the first sweep: everything is recorded, nothing is announced."
        return True, f"{result['found']} found and announced, {result['followed']} followed up."

    return _with_store(data_dir, act)


def check_signature(body: Path, header: str) -> Result:
    """Which way of signing matches a delivery that was kept; the secret is the one of the settings."""
    secret = os.environ.get("JICOO_WEBHOOK_SECRET", "").strip()
    if not secret:
        return False, "JICOO_WEBHOOK_SECRET is missing"
    try:
        matching = layouts(body.read_bytes(), header, secret)
    except OSError as error:
        return False, f"{body} cannot be read: {error.strerror}"
    if not matching:
        return False, "No known layout matches: the secret is another one, or the body is not what was signed."
    return True, "\n".join(matching)


def stop(data_dir: Path | None) -> Result:
    """End the embedded store of a data directory; nothing that was kept is lost."""
    try:
        stopped = asyncio.run(embedded.stop(data_dir or storage()[0]))
    except StoreRefused as error:
        return False, str(error)
    return True, "The store is stopped." if stopped else "No store was running."


def _line(letter: Dead) -> str:
    """Ids and times only: what people wrote stays in the store."""
    return f"{letter.id}  {letter.buried:%Y-%m-%d %H:%M:%SZ}  {letter.lane}  {letter.attempts} runs  {letter.reason}"


def _with_store(data_dir: Path | None, act: Callable[[Store], Coroutine[Any, Any, Result]]) -> Result:
    async def run() -> Result:
        place, url = (data_dir, None) if data_dir else storage()
        if url is None and not (place / "store").is_dir():
            return False, f"There is no store in {place}."
        async with open_store(place, url) as (store, _pid):
            return await act(store)

    try:
        return asyncio.run(run())
    except StoreRefused as error:
        return False, str(error)
    except StoreDown:
        return False, "The store does not answer."
