"""Who a member is in the other systems: by e-mail, unless an operator has said otherwise."""

from collections.abc import Mapping

from handlers.stored import json_form
from providers.bookings import Host
from providers.contract import Calendar, Directory, Person
from providers.keeping import Store

Links = dict[str, dict[str, str]]
"""User id → provider → account."""

_PLACE = ("people", "links")


class Accounts:
    """The table of people. Few are in it: only those whose e-mail is not the same everywhere."""

    def __init__(self, store: Store) -> None:
        """The table lives in `store`."""
        self._store = store

    async def of(self, person: Person, calendar: Calendar) -> str | None:
        """Who `person` is in the system of `calendar`. Raises ProviderError, StoreDown."""
        return await self.linked(person.user_id, calendar.provider) or await calendar.account(person)

    async def linked(self, user_id: str, provider: str) -> str | None:
        """What an operator has said. Raises StoreDown."""
        return (await self.links()).get(user_id, {}).get(provider)

    async def member(self, host: Host, provider: str, directory: Directory) -> Person | None:
        """The member that `host` is; None for somebody whom nobody here knows. Raises ProviderError, StoreDown."""
        links = await self.links()
        linked = {accounts[provider]: user for user, accounts in links.items() if provider in accounts}
        everyone = await directory.everyone()
        if host.account in linked:
            return next((one for one in everyone if one.user_id == linked[host.account]), None)
        email = host.email.casefold()
        return next((one for one in everyone if email and one.email.casefold() == email), None)

    async def links(self) -> Links:
        """The whole table. Raises StoreDown."""
        kept = await self._store.get(*_PLACE)
        links: Links = {} if kept is None else json_form(Links).validate_json(kept.value)
        return links

    async def link(self, user_id: str, accounts: Mapping[str, str | None]) -> None:
        """Remember who a member is, system by system; None forgets it. Raises StoreDown."""
        while True:
            kept = await self._store.get(*_PLACE)
            links: Links = {} if kept is None else json_form(Links).validate_json(kept.value)
            merged = {**links.get(user_id, {}), **accounts}
            links[user_id] = {provider: account for provider, account in merged.items() if account}
            written = json_form(Links).dump_json({user: theirs for user, theirs in links.items() if theirs})
            if await self._store.put(*_PLACE, written, version=kept.version if kept else 0):
                return
