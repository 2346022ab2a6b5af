"""LINE WORKS's calendars, as JSON; what is on them is in `events`. No I/O.

Source: https://developers.worksmobile.com/jp/docs/calendar
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from providers.lineworks.models import Page, Wire, Written, each_once

# --- as they come -----------------------------------------------------------------------------------------------


class CalendarMember(Wire):
    """Somebody (a user, a group, a team) who reaches a shared calendar, and what they may do there."""

    id: str
    type: str | None = None
    role: str | None = None


class DefaultCalendar(Wire):
    """The calendar every member has."""

    calendar_id: str
    calendar_name: str | None = None
    description: str | None = None
    calendar_email: str | None = None
    members: tuple[CalendarMember, ...] | None = None
    is_public: bool | None = None
    type: str | None = None


class CalendarPersonal(Wire):
    """One of the calendars that a member can reach."""

    calendar_id: str
    calendar_name: str | None = None
    is_show_on_lnb_list: Annotated[bool | None, Field(alias="isShowOnLNBList")] = None
    display_order: int | None = None


class CalendarPersonalPage(Page):
    """Calendars that a member can reach."""

    calendar_personals: tuple[CalendarPersonal, ...] | None = None


class SharedCalendar(DefaultCalendar):
    """A calendar of several; invitations to its events come from its own address."""


# --- as they are written ----------------------------------------------------------------------------------------


class NewCalendarMember(Written):
    """As `CalendarMember`; `id` is a user id, a login e-mail, or the id of a group or a team."""

    id: Annotated[str, Field(min_length=1)]
    type: Literal["USER", "GROUP", "ORGUNIT"] = "USER"
    role: Literal["CALENDAR_EVENT_READ_WRITE", "EVENT_READ_WRITE", "EVENT_READ", "EVENT_READ_FREE_BUSY"]


def _each_once(members: tuple[NewCalendarMember, ...]) -> tuple[NewCalendarMember, ...]:
    each_once(tuple(member.id for member in members))
    return members


_Name = Annotated[str, Field(min_length=1, max_length=50)]
_Description = Annotated[str, Field(max_length=1000)]
_Members = Annotated[tuple[NewCalendarMember, ...], AfterValidator(_each_once)]


class NewCalendar(Written):
    """A shared calendar to be made."""

    calendar_name: _Name
    members: _Members
    description: _Description | None = None
    is_public: bool | None = None


class CalendarChange(Written):
    """What `update_calendar` is to change; what is not given stays. `members` given are all there will be."""

    calendar_name: _Name | None = None
    members: _Members | None = None
    description: _Description | None = None
    is_public: bool | None = None


class PersonalChange(Written):
    """How a calendar is to stand in a member's list: shown or not, and where."""

    is_show_on_lnb_list: Annotated[bool | None, Field(alias="isShowOnLNBList")] = None
    display_order: Annotated[int, Field(ge=0, le=9999)] | None = None
