"""How a booking stands in its hosts' calendars."""

from dataclasses import replace

from handlers.mirroring import shown_as
from providers.bookings import Guest
from tests.handlers.test_bookings import BOOKED


def test_f22_what_a_guest_wrote_is_one_visible_line_of_the_title() -> None:
    guest = Guest("山田\n\u202eさくら", company="例\u200b社")

    draft = shown_as(replace(BOOKED, guests=(guest,), place="会議室\nA"), "Asia/Tokyo")

    assert (draft.title, draft.location) == ("初回相談 (山田 さくら (例社))", "会議室 A")


def test_f22_a_very_long_name_leaves_room_for_the_meetings_link() -> None:
    guest = Guest("あ" * 10_000, email="a@guest.example")

    draft = shown_as(replace(BOOKED, guests=(guest,), meeting="https://meet.example/1"), "Asia/Tokyo")

    assert "https://meet.example/1" in draft.description[:500]


def test_a_guest_without_a_name_leaves_no_gap() -> None:
    draft = shown_as(replace(BOOKED, guests=(Guest(""), Guest("山田"))), "Asia/Tokyo")

    assert draft.title == "初回相談 (山田)"
