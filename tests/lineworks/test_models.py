"""LINE WORKS's JSON: read as it comes, written as the pages allow."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from providers.lineworks.events import (
    Attendee,
    Event,
    EventChange,
    EventPage,
    EventRequest,
    EventSet,
    NewAlarm,
    NewAttendee,
    NewEvent,
    NewEventTime,
)
from providers.lineworks.messages import Content, MessageAction, MessageRequest
from providers.lineworks.models import ChannelMemberPage, User, UserPage

TIME = {"dateTime": "2025-04-02T15:00:00", "timeZone": "Asia/Tokyo"}


def event(**members: Any) -> dict[str, Any]:
    return {"summary": "設計レビュー", "start": TIME, "end": TIME} | members


# --- reading ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"organizer": {"displayName": "x"}}, id="organizer-without-e-mail"),
        pytest.param({"attendees": None, "reminders": None, "recurrence": None, "organizer": None}, id="nulls"),
        pytest.param({"summary": None}, id="no-title"),
        pytest.param({"categoryId": 1}, id="number-for-string"),
        pytest.param({"attendees": [{"email": "a@example.com", "partstat": "DELEGATED"}]}, id="unknown-answer"),
        pytest.param({"description": "x" * 6000, "location": "x" * 200}, id="longer-than-we-may-write"),
        pytest.param({"transparency": "GLASS", "visibility": "SECRET"}, id="unknown-words"),
        pytest.param({"start": {"date": "2025-04-02", "timeZone": "Asia/Tokyo"}}, id="all-day-with-a-zone"),
        pytest.param({"conference": {"kind": "new", "seats": [1, 2]}}, id="members-of-tomorrow"),
    ],
)
def test_an_event_is_read_as_it_comes_and_keeps_what_we_do_not_know(members: dict[str, Any]) -> None:
    came = event(eventId="e", **members)

    read = EventSet.model_validate_json(json.dumps({"eventComponents": [came]})).event_components[0]

    kept = json.loads(read.model_dump_json(by_alias=True, exclude_none=True))
    expected = {name: value for name, value in came.items() if value is not None}
    if "categoryId" in expected:
        expected["categoryId"] = "1"
    assert kept == expected


@pytest.mark.parametrize(
    "members",
    [{"isExternalResource": True}, {"isExternalResouce": True}],
    ids=["as-in-the-table", "as-in-the-samples"],
)
def test_the_external_flag_is_read_in_both_spellings_and_goes_back_as_it_came(members: dict[str, bool]) -> None:
    read = Attendee.model_validate({"id": "r"} | members)

    assert read.external
    assert read.model_dump(by_alias=True, exclude_none=True) == {"id": "r"} | members


@pytest.mark.parametrize("name", ["i18nNames", "i18nName"])
def test_translated_names_are_read_under_both_names(name: str) -> None:
    user = User.model_validate_json(json.dumps({"userId": "u", name: [{"language": "en_US", "lastName": "Tanaka"}]}))

    assert [one.last_name for one in user.i18n_names or ()] == ["Tanaka"]


@pytest.mark.parametrize(
    "meta",
    [{}, {"responseMetaData": None}, {"responseMetaData": {}}, {"responseMetaData": {"nextCursor": None}},
     {"responseMetaData": {"nextCursor": ""}}],
    ids=["missing", "null", "empty", "null-cursor", "empty-cursor"],
)  # fmt: skip
def test_the_last_page_is_known_by_every_kind_of_silence(meta: dict[str, Any]) -> None:
    assert UserPage.model_validate({"users": [], **meta}).next_cursor is None
    assert EventPage.model_validate({"events": None, **meta}).next_cursor is None
    assert ChannelMemberPage.model_validate({"members": [], **meta}).next_cursor is None


# --- writing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"summary": "x" * 200, "description": "x" * 5000, "location": "x" * 100}, id="longest"),
        pytest.param({"summary": "𠮷" * 200}, id="characters-not-units"),
        pytest.param({"attendees": [{"email": f"{n}@example.com"} for n in range(500)]}, id="500-people"),
        pytest.param({"reminders": [{"method": "DISPLAY", "trigger": "-PT10M"}] * 100}, id="100-reminders"),
        pytest.param({"start": {"date": "2025-04-02"}, "end": {"date": "2025-04-03"}}, id="all-day"),
        pytest.param({"eventId": "x" * 255}, id="longest-id"),
        pytest.param({"attendees": [{"id": "10000355/1@x", "isResource": True}]}, id="resource"),
        pytest.param({"reminders": [{"method": "EMAIL", "triggerDateTime": TIME}]}, id="reminder-at"),
    ],
)
def test_what_the_page_allows_is_written(members: dict[str, Any]) -> None:
    NewEvent.model_validate(event(**members))


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"summary": "x" * 201}, id="title-201"),
        pytest.param({"summary": None}, id="no-title"),
        pytest.param({"description": "x" * 5001}, id="memo-5001"),
        pytest.param({"location": "x" * 101}, id="place-101"),
        pytest.param({"attendees": [{"email": "a@example.com"}] * 501}, id="501-people"),
        pytest.param({"attendees": [{"displayName": "x"}]}, id="nobody"),
        pytest.param({"attendees": [{"email": "a@example.com", "partstat": "MAYBE"}]}, id="unknown-answer"),
        pytest.param({"reminders": [{"method": "DISPLAY", "trigger": "-PT10M"}] * 101}, id="101-reminders"),
        pytest.param({"reminders": [{"method": "SMS", "trigger": "-PT10M"}]}, id="unknown-method"),
        pytest.param({"reminders": [{"method": "EMAIL"}]}, id="reminder-never"),
        pytest.param({"reminders": [{"method": "EMAIL", "trigger": "-PT1M", "triggerDateTime": TIME}]}, id="twice"),
        pytest.param({"recurrence": ["RRULE:FREQ=DAILY"] * 101}, id="101-rules"),
        pytest.param({"start": None}, id="no-start"),
        pytest.param({"start": {}}, id="empty-start"),
        pytest.param({"start": TIME | {"date": "2025-04-02"}}, id="date-and-time"),
        pytest.param({"start": {"dateTime": "2025-04-02T15:00:00"}}, id="no-zone"),
        pytest.param({"start": TIME | {"dateTime": "2025-04-02T15:00"}}, id="no-seconds"),
        pytest.param({"start": TIME | {"dateTime": "2025-04-02T15:00:00+09:00"}}, id="offset"),
        pytest.param({"start": TIME | {"dateTime": "2025-04-02T15:00:00Z"}}, id="z"),
        pytest.param({"start": TIME | {"dateTime": "２０２５-04-02T15:00:00"}}, id="full-width-digits"),
        pytest.param({"start": TIME | {"dateTime": "2025-04-02T15:00:00\n"}}, id="line-break"),
        pytest.param({"eventId": ""}, id="empty-id"),
        pytest.param({"eventId": "x" * 256}, id="id-256"),
        pytest.param({"sequence": -1}, id="negative-sequence"),
        pytest.param({"visibility": "SECRET"}, id="unknown-visibility"),
    ],
)
def test_what_the_page_forbids_is_not_written_and_the_error_does_not_repeat_it(members: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        NewEvent.model_validate(event(**members))

    assert "設計レビュー" not in str(caught.value)
    assert "example.com" not in str(caught.value)


def test_all_components_carry_one_event_id() -> None:
    one, other = (NewEvent.model_validate(event(eventId=name)) for name in ("a", "b"))

    EventRequest(event_components=(one, one))
    with pytest.raises(ValidationError):
        EventRequest(event_components=(one, other))


def test_a_change_touches_only_what_it_names() -> None:
    before = Event.model_validate(event(eventId="e", location="A", description="memo", conference={"seats": 3}))
    moved = NewEventTime(date_time="2025-04-03T10:00:00", time_zone="Asia/Tokyo")

    after = EventChange(start=moved, description=None).applied_to(before)

    dumped = after.model_dump(by_alias=True, exclude_none=True)
    assert dumped == event(eventId="e", location="A", conference={"seats": 3}) | {
        "start": {"dateTime": "2025-04-03T10:00:00", "timeZone": "Asia/Tokyo"}
    }


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Content.text("x" * 2001), id="text-2001"),
        pytest.param(lambda: Content.text(""), id="empty-text"),
        pytest.param(lambda: Content.text("x", {"xx_XX": "x"}), id="unknown-language"),
        pytest.param(lambda: Content.buttons("x" * 1001, [MessageAction(label="x", text="x")]), id="buttons-1001"),
        pytest.param(lambda: Content.buttons("x", []), id="no-button"),
        pytest.param(lambda: Content.buttons("x", [MessageAction(label="x", text="x")] * 11), id="11-buttons"),
        pytest.param(lambda: MessageAction(label="x" * 21, text="x"), id="label-21"),
        pytest.param(lambda: MessageAction(label="x", text="x" * 301), id="said-301"),
        pytest.param(lambda: Content.link("x", "y", "javascript:alert(1)"), id="link-to-a-script"),
        pytest.param(lambda: NewAlarm(method="DISPLAY"), id="alarm-never"),
        pytest.param(NewAttendee, id="attendee-nobody"),
    ],
)
def test_a_message_past_a_limit_cannot_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- pydantic's words are not ours to match
        make()


def test_a_button_template_looks_like_the_sample() -> None:
    yes = MessageAction(label="はい", text="はい", postback="confirm:42")
    no = MessageAction(label="いいえ", text="いいえ", postback="reject:42")

    written = MessageRequest(
        content=Content.buttons("この内容で登録しますか？", [yes, no], {"en_US": "Is this right?"})
    )

    assert json.loads(written.model_dump_json(by_alias=True, exclude_none=True)) == {
        "content": {
            "type": "button_template",
            "contentText": "この内容で登録しますか？",
            "i18nContentTexts": [{"language": "en_US", "contentText": "Is this right?"}],
            "actions": [
                {"type": "message", "label": "はい", "text": "はい", "postback": "confirm:42"},
                {"type": "message", "label": "いいえ", "text": "いいえ", "postback": "reject:42"},
            ],
        }
    }
