"""Buttons: what they say, before words, and what they do."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.commands import Command
from providers.contract import When


class Choice(StrEnum):
    """Buttons whose words are always the same."""

    UNDO = "undo"
    AGAIN = "again"
    YES_CANCEL = "yes_cancel"
    NO = "no"
    THIS_ONE = "this_one"
    WHOLE_SERIES = "whole_series"
    WITHOUT_THEM = "without_them"
    PLAIN_TITLE = "plain_title"
    YES_MOVE = "yes_move"
    CANCEL_BOOKING = "cancel_booking"  # on a card; asks before it acts
    DAY = "day"  # on a card: the presser's own calendar of that day
    STOP_ROUTE = "stop_route"
    NAME_GUESTS = "name_guests"
    HIDE_GUESTS = "hide_guests"
    MIRROR = "mirror"
    NO_MIRROR = "no_mirror"


@dataclass(frozen=True, slots=True)
class PickTime:
    """A button that names a time; `recurrence`: from then on, as an RFC 5545 rule."""

    when: When
    zone: str
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class PickPerson:
    """A button that names a person."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class PickAppointment:
    """A button that names an event."""

    title: str
    when: When
    zone: str


Label = Choice | PickTime | PickPerson | PickAppointment


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: what it says and what it does."""

    label: Label
    command: Command
