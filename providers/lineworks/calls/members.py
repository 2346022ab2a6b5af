"""Calls about the members of the tenant."""

from providers.lineworks import urls
from providers.lineworks.calls.api import USERS, Api
from providers.lineworks.models import User, UserPage

_PAGE_SIZE = "100"


class MemberCalls(Api):
    """The directory, to read: writing it takes an administrator."""

    async def get_user(self, user_id: str) -> User:
        """A member. Scope: user.read. Source: https://developers.worksmobile.com/en/docs/user-get."""
        answer = await self._transport.call("get_user", "GET", urls.user(user_id), family=USERS)
        return answer.read(User)

    async def list_users(self, domain_id: int | None = None) -> list[User]:
        """All members, each once, also those not active. There is no search by name. Scope: user.read.

        Source: https://developers.worksmobile.com/en/docs/user-list
        """
        query = {"count": _PAGE_SIZE}
        if domain_id is not None:
            query["domainId"] = str(domain_id)
        pages = self._pages("list_users", urls.USERS, query, UserPage, USERS)
        return list({user.user_id: user async for page in pages for user in page.users or ()}.values())
