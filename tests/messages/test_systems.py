"""Which system something is in, or failed in, is called by the name people know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.plain import characters
from bot.messages.render import LANGUAGES
from bot.messages.words import Words
from handlers.announcements import KeyExpiring, RouteList, RouteShown
from handlers.commands import Remark
from handlers.replies import Agenda, Created, Failed, Line, NotThere, Trouble
from providers.contract import AppointmentRef, Days, Span
from tests.messages.samples import REVIEW, TOKYO, VIEW, at, span

languages = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
japanese = LANGUAGES["ja_JP"]

TODAY = Days(date(2026, 11, 20), date(2026, 11, 20))


@languages
@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("trouble", [Trouble.AWAY, Trouble.REFUSED, Trouble.KEY, Trouble.DENIED])
def test_a_failure_names_the_system_unless_it_is_the_usual_one(trouble: Trouble, certain: bool, words: Words) -> None:
    usual = words.text(Failed(trouble, certain=certain), VIEW)

    assert words.the_calendar in usual
    assert words.text(Failed(trouble, certain=certain, provider="lineworks"), VIEW) == usual
    elsewhere = words.text(Failed(trouble, certain=certain, provider="backoffice"), VIEW)
    assert elsewhere == usual.replace(words.the_calendar, words.systems["backoffice"])


@languages
def test_a_calendar_that_is_a_system_has_the_systems_name(words: Words) -> None:
    assert words.calendar("backoffice") == words.systems["backoffice"]
    assert words.calendar("営業部") == "営業部"


@languages
def test_what_a_system_lacks_is_said_with_its_name(words: Words) -> None:
    lacking = (Remark.PLACE_NOTED, Remark.MIDNIGHTS, Remark.NOT_FREE, Remark.NOT_OPTIONAL, Remark.NO_LEAD)
    event = replace(REVIEW, ref=AppointmentRef("jicoo", "u", "e"))

    said = words.text(Created(event, "", remarks=lacking), VIEW).splitlines()[-len(lacking) :]

    assert all("Jicoo" in line for line in said)


@languages
def test_a_list_marks_what_comes_from_another_system(words: Words) -> None:
    text = words.text(Agenda(TODAY, TOKYO, "", (Line("面談", span(20, 15, 16), origin="backoffice"),)), VIEW)

    assert text.splitlines()[1].endswith(f"16:00 [{words.systems['backoffice']}] 面談")


@languages
def test_a_system_that_did_not_answer_is_named_even_below_a_list_that_is_too_long(words: Words) -> None:
    begin = at(11, 20, 9)
    line = Line("会" * 100, Span(begin, begin + timedelta(hours=1)), "会議室")
    whole = words.text(Agenda(TODAY, TOKYO, "", (line,) * 99, ("jicoo",)), VIEW)

    assert whole.splitlines()[-1] == words.unread.format(systems="Jicoo")
    assert whole.splitlines()[-2].startswith(words.more_events.partition("{count}")[0])
    assert characters(whole) <= 2000


@languages
def test_what_was_not_found_may_be_in_a_system_that_did_not_answer(words: Words) -> None:
    said = words.text(NotThere("設計", None, TOKYO, ("jicoo", "backoffice")), VIEW).splitlines()

    both = words.enumeration.join(("Jicoo", words.systems["backoffice"]))
    assert said[1:] == [words.unread.format(systems=both)]
    assert words.text(NotThere("設計", None, TOKYO), VIEW).splitlines() == said[:1]


@languages
def test_an_expired_key_is_not_called_good(words: Words) -> None:
    soon, past = (KeyExpiring("jicoo", "JICOO_API_KEY", VIEW.now + timedelta(minutes=n)) for n in (1, -1))

    until = words.about(Span(past.until, past.until), TOKYO, VIEW)
    assert words.text(past, VIEW) == words.key_expired.format(system="Jicoo", setting="JICOO_API_KEY", until=until)
    assert words.text(soon, VIEW).startswith(words.key_expiring.partition("{")[0])
    assert words.text(soon, VIEW) != words.text(past, VIEW)


@languages
def test_a_list_of_routes_marks_the_broken_one_and_names_no_room_it_does_not_know(words: Words) -> None:
    sales = RouteShown("営業部", guests=True, mirrored=False)
    said = words.text(RouteList((sales, replace(sales, room="", broken=True)), admin_room=True), VIEW).splitlines()

    assert words.guest_names[True] in said[1]
    assert words.mirroring[False] in said[1]
    assert said[2] == words.bullet + words.room_unnamed + words.bracket(words.route_dead)


@languages
def test_without_a_route_it_is_said_whether_anybody_hears_of_bookings(words: Words) -> None:
    heard, unheard = (words.text(RouteList((), admin_room=room), VIEW).splitlines() for room in (True, False))

    assert heard[1] == words.admins_get
    assert unheard[1] == words.nobody_gets
    assert words.route_example in heard[2] == unheard[2]
