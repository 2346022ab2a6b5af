"""The organisation at Jicoo that the simulator plays, and how it does what no page tells. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class AccountUser:
    """Somebody of the organisation; `role` is owner, admin, member or restricted."""

    user_id: str
    name: str
    email: str
    role: str = "member"


@dataclass(frozen=True, slots=True)
class BookingPage:
    """An event type: a page on which guests book one of `hosts` (user ids) for so many minutes."""

    uid: str
    name: str
    minutes: int
    hosts: tuple[str, ...]
    location: str = "googleMeet"
    description: str = ""


@dataclass(frozen=True)
class Account:
    """One organisation. `key` is its API key, `secret` signs its webhooks; `zone` is where its people work."""

    users: tuple[AccountUser, ...]
    key: str
    secret: str
    pages: tuple[BookingPage, ...] = ()
    team_id: str = "1001"
    team_name: str = "営業チーム"
    zone: str = "Asia/Tokyo"

    @cached_property
    def by_id(self) -> Mapping[str, AccountUser]:
        """The users by their ids."""
        return {user.user_id: user for user in self.users}


@dataclass(frozen=True, slots=True)
class Ways:
    """What no page tells, or two pages tell differently: either way can be played.

    `tells_uid`: a create answers the schedule's uid (the published example has none), and `wraps_created` it in `data`.
    `keeps_deleted`: a deleted schedule stays listed as cancelled. `cancel_field`: the member of a cancel's reason; others
    are refused. `users_path`: where the list of users is. `tells_next`: the last page says `nextPage: null`.
    """

    tells_uid: bool = True
    wraps_created: bool = False
    keeps_deleted: bool = False
    cancel_field: str = "cancelReason"
    users_path: str = "/organization_users"
    tells_next: bool = False
