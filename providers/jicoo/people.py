"""Who is who at Jicoo: the organisation's users, kept for some minutes."""

from collections.abc import Mapping

from providers.bookings import Host
from providers.contract import Person
from providers.jicoo.client import Jicoo
from providers.jicoo.models import User
from providers.remembered import Remembered
from providers.transport import REAL_TIME, Time

_MINUTES = 300.0
_MOST_HOSTS = 1000


class JicooPeople:
    """Users by their ids and e-mail addresses. All methods raise ProviderError."""

    def __init__(self, jicoo: Jicoo, *, time: Time = REAL_TIME) -> None:
        """Nobody is known yet."""
        self._jicoo = jicoo
        self._all: Remembered[None, Mapping[str, User]] = Remembered(seconds=_MINUTES, most=1, time=time)
        self._single: Remembered[str, User] = Remembered(seconds=_MINUTES, most=_MOST_HOSTS, time=time)

    async def everyone(self) -> Mapping[str, User]:
        """All users by their ids."""

        async def ask() -> Mapping[str, User]:
            return {user.user_id: user for user in await self._jicoo.list_organization_users()}

        return await self._all.get(None, ask)

    async def account(self, person: Person) -> str | None:
        """The id of the user who has the member's e-mail address; None when nobody has, or several do."""
        return (await self.accounts()).get(person.email.casefold()) if person.email else None

    async def accounts(self) -> Mapping[str, str]:
        """Ids by e-mail address, in lower case; an address that several have is nobody's."""
        found: dict[str, str | None] = {}
        for user in (await self.everyone()).values():
            if user.email:
                address = user.email.casefold()
                found[address] = None if address in found else user.user_id
        return {address: user_id for address, user_id in found.items() if user_id is not None}

    async def host(self, account: str) -> Host:
        """Who an account is. Raises NotFound."""

        async def ask() -> User:
            return await self._jicoo.get_organization_user(account)

        user = (await self.everyone()).get(account) or await self._single.get(account, ask)
        return Host(account, user.name or "", user.email or "")
