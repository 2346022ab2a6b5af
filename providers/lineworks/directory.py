"""LINE WORKS's members, made to keep the promise of `Directory`."""

import unicodedata
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from providers.contract import Person
from providers.lineworks.client import LineWorks
from providers.lineworks.models import User
from providers.lineworks.times import zone_named
from providers.remembered import Remembered
from providers.transport import REAL_TIME, Time

_HOUR = 3600.0
_MOST_PEOPLE = 5000
_FAMILY_NAME_FIRST = ("ja", "ko", "zh")


class LineWorksDirectory:
    """Members as people; a person is kept for four hours, the list of all for one."""

    def __init__(
        self, works: LineWorks, *, zone: str = "Asia/Tokyo", domain_id: int | None = None, time: Time = REAL_TIME
    ) -> None:
        """`zone` serves for members who have none; with `domain_id` only that domain's members are listed."""
        self._works = works
        self._zone = ZoneInfo(zone)
        self._domain_id = domain_id
        self._people: Remembered[str, Person] = Remembered(seconds=4 * _HOUR, most=_MOST_PEOPLE, time=time)
        self._all: Remembered[None, tuple[Person, ...]] = Remembered(seconds=_HOUR, most=1, time=time)

    async def person(self, user_id: str) -> Person:
        """One member. Raises NotFound."""

        async def ask() -> Person:
            return self._person(await self._works.get_user(user_id))

        return await self._people.get(user_id, ask)

    async def everyone(self) -> Sequence[Person]:
        """All members who can be invited: they have an address, and are neither gone nor suspended nor not yet there."""

        async def ask() -> tuple[Person, ...]:
            users = await self._works.list_users(self._domain_id)
            return tuple(self._person(user) for user in users if _active(user) and user.email)

        return await self._all.get(None, ask)

    def _person(self, user: User) -> Person:
        locale = (user.locale or "").replace("-", "_") or "ja_JP"
        names = tuple(dict.fromkeys(name for name in map(_normal, _names(user)) if name))
        return Person(
            user_id=user.user_id,
            email=user.email or "",
            name=_display_name(user, locale) or (names[0] if names else user.email or user.user_id),
            zone=zone_named(user.time_zone, self._zone).key,
            locale=locale,
            names=names,
        )


def _active(user: User) -> bool:
    return not (user.is_deleted or user.is_suspended or user.is_pending or user.is_awaiting)


def _display_name(user: User, locale: str) -> str:
    """The name in the order of the member's own language."""
    if user.user_name is None:
        return user.nick_name or ""
    parts = [user.user_name.last_name, user.user_name.first_name]
    if not locale.startswith(_FAMILY_NAME_FIRST):
        parts.reverse()
    return " ".join(part for part in parts if part)


def _names(user: User) -> Iterator[str]:
    """All the ways in which colleagues may write the name."""
    if user.user_name is not None:
        yield from _orders(user.user_name.last_name, user.user_name.first_name)
        yield from _orders(user.user_name.phonetic_last_name, user.user_name.phonetic_first_name)
    for name in user.i18n_names or ():
        yield from _orders(name.last_name, name.first_name)
    yield user.nick_name or ""


def _orders(last: str | None, first: str | None) -> Iterator[str]:
    """Both orders, with and without a blank, then each part alone: 「田中」 means every 田中."""
    if last and first:
        yield from (f"{last} {first}", f"{last}{first}", f"{first} {last}", f"{first}{last}")
    yield from (last or "", first or "")


def _normal(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())
