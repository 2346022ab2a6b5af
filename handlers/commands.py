"""Everything the bot can be asked, one frozen dataclass each.

A command is complete: it holds what it needs to be carried out later, by a button or after a crash, without the
sentence it came from. `key` names the act: carried out twice under one key, it happens once.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from providers.contract import AppointmentRef, Days, Invitee, Remains, Span, When


class Remark(StrEnum):
    """What a convention supplied, to be pointed out in the reply."""

    AFTERNOON = "afternoon"
    OTHER_HALF = "other_half"
    TODAY = "today"
    TOMORROW = "tomorrow"
    NEXT_DAY = "next_day"
    WEEKDAY = "weekday"
    NEXT_YEAR = "next_year"
    LENGTH = "length"  # no end was said
    TITLE_CUT = "title_cut"  # the whole title went into the description
    PLACE_CUT = "place_cut"
    # What the system does not have, and what was done instead:
    PLACE_NOTED = "place_noted"  # the place went into the description
    MIDNIGHTS = "midnights"  # whole days were written from midnight to midnight
    NOT_FREE = "not_free"  # it blocks the time
    NOT_OPTIONAL = "not_optional"  # everybody is invited alike
    NO_LEAD = "no_lead"  # there will be a reminder, when is not ours to say


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody to be invited: as written, and as found once that is known."""

    written: str
    optional: bool = False
    invitee: Invitee | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """An event as far as somebody has described it; `when` None and `title` "" are what is still to be asked."""

    title: str
    when: When | None
    zone: str
    description: str = ""
    location: str = ""
    wanted: tuple[Wanted, ...] = ()
    reminders: tuple[timedelta, ...] = ()
    private: bool = False
    free: bool = False
    recurrence: str | None = None
    provider: str = "lineworks"
    calendar: str | None = None
    remarks: tuple[Remark, ...] = ()
    other: When | None = None  # the reading that was not taken


@dataclass(frozen=True, slots=True)
class CreateAppointment:
    """Make the event. The wish has a title and a time. `again`: an earlier act of this key may have made it already."""

    wish: Wish
    key: str
    again: bool = False
    act: Literal["create"] = "create"


@dataclass(frozen=True, slots=True)
class ListAppointments:
    """What is on the asker's calendars on these days. `provider`: only there.

    `title`: what is called so, where anything is. `upcoming`: nobody said the days, so nothing else and nothing that is over.
    """

    days: Days
    zone: str
    provider: str | None = None
    title: str = ""
    upcoming: bool = False
    act: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class Target:
    """How somebody described an event that exists: by a part of its title, by when it is, or both.

    `day_said` False: `when` is a clock time of a day that was only assumed. `part`: the part of the day `when` that was said.
    """

    title: str
    when: When | None
    day_said: bool = True
    part: Span | None = None


@dataclass(frozen=True, slots=True)
class CancelMatching:
    """Cancel the event that fits; ask when several do. `provider`: look only there."""

    target: Target
    zone: str
    key: str
    provider: str | None = None
    act: Literal["cancel matching"] = "cancel matching"


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """Cancel this event. `agreed`: the asker was told what would be lost. A series without an occurrence goes whole."""

    ref: AppointmentRef
    key: str
    agreed: bool = False
    act: Literal["cancel"] = "cancel"


@dataclass(frozen=True, slots=True)
class NewTime:
    """How an event's time is to change: to a moment, by a shift, or in its length. What is not said stays.

    With a shift by days, `to` says the time of day.
    """

    to: When | None = None
    shift: timedelta | None = None
    length: timedelta | None = None
    has_end: bool = True  # False: `to` is a beginning only
    has_date: bool = True  # False: only the clock time of `to` was said


@dataclass(frozen=True, slots=True)
class MoveMatching:
    """Move the event that fits; ask when several do. `provider`: look only there."""

    target: Target
    change: NewTime
    zone: str
    key: str
    provider: str | None = None
    act: Literal["move matching"] = "move matching"


@dataclass(frozen=True, slots=True)
class MoveAppointment:
    """Move this event; how its time changes is applied to the event as it is by then."""

    ref: AppointmentRef
    change: NewTime
    zone: str
    key: str
    act: Literal["move"] = "move"


@dataclass(frozen=True, slots=True)
class WithdrawAppointment:
    """Undo a create. `title` is as it may be shown where that was asked for."""

    ref: AppointmentRef
    title: str
    when: When
    zone: str
    act: Literal["withdraw"] = "withdraw"


@dataclass(frozen=True, slots=True)
class RestoreAppointment:
    """Undo a cancel; `again` as for a create."""

    remains: Remains
    key: str
    again: bool = False
    act: Literal["restore"] = "restore"


@dataclass(frozen=True, slots=True)
class MoveBack:
    """Undo a move, if the event is still at the time we left it at."""

    ref: AppointmentRef
    when: When
    zone: str
    left_at: When
    act: Literal["move back"] = "move back"


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """Cancel a guest's booking. `agreed`: the asker knows that the guest is told and that nothing brings it back."""

    uid: str
    key: str
    agreed: bool = False
    act: Literal["cancel booking"] = "cancel booking"


@dataclass(frozen=True, slots=True)
class MoveBooking:
    """Move a guest's booking; `agreed` as above. How its time changes is applied to the booking as it is by then."""

    uid: str
    change: NewTime
    zone: str
    key: str
    agreed: bool = False
    act: Literal["move booking"] = "move booking"


@dataclass(frozen=True, slots=True)
class RouteHere:
    """Bookings are to be announced in this room."""

    act: Literal["route here"] = "route here"


@dataclass(frozen=True, slots=True)
class ListRoutes:
    """Where are bookings announced?"""

    act: Literal["routes"] = "routes"


@dataclass(frozen=True, slots=True)
class ChangeRoute:
    """How bookings are announced in a room; None stays as it is."""

    room: str
    guests: bool | None = None  # whether the guest is named
    mirrored: bool | None = None  # whether the hosts' calendars show the booking
    act: Literal["change route"] = "change route"


@dataclass(frozen=True, slots=True)
class StopRoute:
    """Bookings are no longer to be announced in `room`; None: in this one."""

    room: str | None = None
    act: Literal["stop route"] = "stop route"


@dataclass(frozen=True, slots=True)
class LeaveIt:
    """「やめる」: nothing is to happen."""

    act: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """What can be asked of the bot."""

    act: Literal["help"] = "help"


@dataclass(frozen=True, slots=True)
class Greet:
    """The bot has just arrived in a room or a talk."""

    act: Literal["greet"] = "greet"


AnyCommand = (
    CreateAppointment
    | ListAppointments
    | CancelMatching
    | CancelAppointment
    | MoveMatching
    | MoveAppointment
    | WithdrawAppointment
    | RestoreAppointment
    | MoveBack
    | CancelBooking
    | MoveBooking
    | RouteHere
    | ListRoutes
    | ChangeRoute
    | StopRoute
    | LeaveIt
    | ShowHelp
    | Greet
)

Command = Annotated[AnyCommand, Field(discriminator="act")]
"""A command that also survives being written down: `act` tells which one it is."""
