"""What the real LINE WORKS would refuse, its simulator refuses: same status, a body with a code, and nothing changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest

from tests.simulators.company import BOT_ID, JANE, SALES, TARO, TEAM, Caller, event, events_of, window

MESSAGES = f"/v1.0/bots/{BOT_ID}/users/{TARO}/messages"
TEAM_MESSAGES = f"/v1.0/bots/{BOT_ID}/channels/{TEAM}/messages"
ROOMS = f"/v1.0/bots/{BOT_ID}/channels"
FILES = f"/v1.0/bots/{BOT_ID}/attachments"
CALENDARS = "/v1.0/calendars"
SEARCH = f"/v1.0/users/{TARO}/calendars/events/search"
READER = {"id": TARO, "type": "USER", "role": "EVENT_READ"}
MENUS = f"/v1.0/bots/{BOT_ID}/richmenus"
BUTTON = {"type": "message", "label": "はい", "text": "はい", "postback": "yes"}
AREA = {"bounds": {"x": 0, "y": 0, "width": 1, "height": 1}, "action": BUTTON}


@dataclass(frozen=True)
class Hostile:
    """A request, and how it is refused."""

    method: str
    path: str
    body: Any = None
    status: int = 400
    code: str = "INVALID_PARAMETER"
    scope: str | None = None  # of the token; all by default
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None


def creating(*components: object, **top: object) -> Hostile:
    """A create that is refused."""
    return Hostile("POST", events_of(), {"eventComponents": list(components), **top})


def with_event(**members: object) -> Hostile:
    """A create whose one component is refused for these members."""
    return creating(event(**members))


def starting(start: object, end: object = None) -> Hostile:
    """A create that is refused for its times."""
    return creating(event(start=start, end=end))


def listing(**query: str) -> Hostile:
    """A list that is refused for its window."""
    return Hostile("GET", events_of(query=query))


def saying(*, path: str = MESSAGES, **content: object) -> Hostile:
    """A message that is refused."""
    return Hostile("POST", path, {"content": content})


def buttons(*actions: object, text: str = "登録しますか") -> Hostile:
    """A button message that is refused."""
    return saying(type="button_template", contentText=text, actions=list(actions))


def patching(**members: object) -> Hostile:
    """A change of the bot that is refused."""
    return Hostile("PATCH", f"/v1.0/bots/{BOT_ID}", members)


def rich(**members: object) -> Hostile:
    """A menu with a picture that is refused for these members."""
    good = {"richmenuName": "a", "areas": [AREA], "size": {"width": 2_500, "height": 843}, **members}
    return Hostile("POST", MENUS, {name: value for name, value in good.items() if value is not None})


def shared(**members: object) -> Hostile:
    """A shared calendar that is refused for these members."""
    good = {"calendarName": "a", "members": [READER], **members}
    return Hostile("POST", CALENDARS, {name: value for name, value in good.items() if value is not None})


def searching(**query: str) -> Hostile:
    """A search that is refused."""
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
    return Hostile("GET", f"{SEARCH}?{asked}")


def at(clock: str, zone: str | None = "Asia/Tokyo") -> dict[str, str]:
    """A time of day, well formed or not."""
    return {"dateTime": clock} if zone is None else {"dateTime": clock, "timeZone": zone}


SERIES = event(eventId="series", recurrence=["RRULE:FREQ=WEEKLY"])
EXCEPTION = event(eventId="series", recurringEventId="TZID=Asia/Tokyo:20250409T150000")
FINE = event()
ANYBODY = "0d6c1f5e"

HOSTILE = {
    # times
    "start-without-seconds": starting(at("2025-04-02T15:00")),
    "start-with-offset": starting(at("2025-04-02T15:00:00+09:00")),
    "start-in-utc": starting(at("2025-04-02T15:00:00Z")),
    "start-with-fraction": starting(at("2025-04-02T15:00:00.000")),
    "start-with-a-blank-for-t": starting(at("2025-04-02 15:00:00")),
    "start-on-a-day-that-does-not-exist": starting(at("2025-02-30T15:00:00")),
    "start-at-25-oclock": starting(at("2025-04-02T25:00:00")),
    "start-in-full-width-digits": starting(at("２０２５-04-02T15:00:00")),
    "start-without-zone": starting(at("2025-04-02T15:00:00", None)),
    "start-in-an-unknown-zone": starting(at("2025-04-02T15:00:00", "Asia/Atlantis")),
    "start-in-an-offset-for-a-zone": starting(at("2025-04-02T15:00:00", "+09:00")),
    "start-in-a-path-for-a-zone": starting(at("2025-04-02T15:00:00", "../../etc/passwd")),
    "start-with-date-and-time": starting({"date": "2025-04-02", **at("2025-04-02T15:00:00")}),
    "start-with-neither": starting({"timeZone": "Asia/Tokyo"}),
    "start-as-a-string": starting("2025-04-02T15:00:00"),
    "start-missing": with_event(start=None),
    "date-with-slashes": starting({"date": "2025/04/02"}),
    "date-in-basic-format": starting({"date": "20250402"}),
    "end-before-start": starting(at("2025-04-02T15:00:00"), at("2025-04-02T14:59:59")),
    "end-before-start-across-zones": starting(at("2025-04-02T15:00:00", "UTC"), at("2025-04-02T23:59:59")),
    "end-a-date-start-a-time": starting(at("2025-04-02T15:00:00"), {"date": "2025-04-03"}),
    # lengths, counts, words
    "summary-missing": with_event(summary=None),
    "summary-a-number": with_event(summary=7),
    "summary-of-201": with_event(summary="あ" * 201),
    "description-of-5001": with_event(description="あ" * 5_001),
    "location-of-101": with_event(location="あ" * 101),
    "event-id-empty": with_event(eventId=""),
    "event-id-of-256": with_event(eventId="x" * 256),
    "event-id-a-number": with_event(eventId=7),
    "transparency-unknown": with_event(transparency="FREE"),
    "visibility-in-lower-case": with_event(visibility="private"),
    "sequence-negative": with_event(sequence=-1),
    "sequence-a-string": with_event(sequence="1"),
    "priority-10": with_event(priority=10),
    "map-a-string": with_event(map="google"),
    "organizer-without-email": with_event(organizer={"displayName": "太郎"}),
    "attendees-501": with_event(attendees=[{"email": f"a{n}@example.com"} for n in range(501)]),
    "attendees-an-object": with_event(attendees={"email": "a@example.com"}),
    "attendee-without-email": with_event(attendees=[{"displayName": "太郎"}]),
    "attendee-with-a-user-id-for-email": with_event(attendees=[{"email": TARO}]),
    "attendee-answer-unknown": with_event(attendees=[{"email": "a@example.com", "partstat": "MAYBE"}]),
    "attendee-optional-a-string": with_event(attendees=[{"email": "a@example.com", "isOptional": "true"}]),
    "resource-without-id": with_event(attendees=[{"email": "room@example.com", "isResource": True}]),
    "reminders-101": with_event(reminders=[{"method": "DISPLAY", "trigger": "-PT10M"}] * 101),
    "reminder-without-method": with_event(reminders=[{"trigger": "-PT10M"}]),
    "reminder-by-fax": with_event(reminders=[{"method": "FAX", "trigger": "-PT10M"}]),
    "reminder-in-words": with_event(reminders=[{"method": "DISPLAY", "trigger": "10 minutes"}]),
    "reminder-of-nothing": with_event(reminders=[{"method": "DISPLAY", "trigger": "-PT"}]),
    "reminder-both-ways": with_event(
        reminders=[{"method": "EMAIL", "trigger": "-PT10M", "triggerDateTime": at("2025-04-02T10:00:00")}]
    ),
    "reminder-time-without-seconds": with_event(
        reminders=[{"method": "EMAIL", "triggerDateTime": at("2025-04-02T10:00")}]
    ),
    # series
    "recurrence-101": with_event(recurrence=["EXDATE;TZID=Asia/Tokyo:20250402T150000"] * 101),
    "recurrence-without-name": with_event(recurrence=["FREQ=WEEKLY"]),
    "recurrence-every-second": with_event(recurrence=["RRULE:FREQ=SECONDLY"]),
    "recurrence-without-frequency": with_event(recurrence=["RRULE:COUNT=3"]),
    "recurrence-on-no-weekday": with_event(recurrence=["RRULE:FREQ=WEEKLY;BYDAY=XX"]),
    "recurrence-twice-the-same-part": with_event(recurrence=["RRULE:FREQ=DAILY;COUNT=2;COUNT=3"]),
    "recurrence-until-no-day": with_event(recurrence=["RRULE:FREQ=DAILY;UNTIL=20250230T000000Z"]),
    "recurrence-a-string": with_event(recurrence="RRULE:FREQ=DAILY"),
    "exdate-in-an-unknown-zone": with_event(recurrence=["RRULE:FREQ=DAILY", "EXDATE;TZID=Mars/Base:20250403T150000"]),
    "components-of-two-events": creating(SERIES, {**EXCEPTION, "eventId": "other"}),
    "component-without-the-others-id": creating(SERIES, {**EXCEPTION, "eventId": None}),
    "second-component-replaces-nothing": creating(SERIES, event(eventId="series")),
    "two-components-replace-the-same": creating(SERIES, EXCEPTION, EXCEPTION),
    "exception-of-what-does-not-repeat": creating(event(eventId="series"), EXCEPTION),
    "exception-that-repeats": creating(SERIES, {**EXCEPTION, "recurrence": ["RRULE:FREQ=DAILY"]}),
    # the body
    "components-empty": creating(),
    "components-missing": Hostile("POST", events_of(), {}),
    "components-an-object": Hostile("POST", events_of(), {"eventComponents": FINE}),
    "component-null": creating(None),
    "notification-a-string": creating(FINE, sendNotification="false"),
    "body-an-array": Hostile("POST", events_of(), [FINE]),
    "body-cut": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b'{"eventComponents":['),
    "body-empty": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b""),
    "body-not-utf8": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b'{"a":"\xff"}'),
    "body-with-nan": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b'{"a":NaN}'),
    "body-nested-100000": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b"[" * 100_000),
    "body-nested-500": Hostile(
        "POST", events_of(), code="BAD_REQUEST", raw=b'{"eventComponents":' + b"[" * 500 + b"]" * 500 + b"}"
    ),
    "body-with-an-infinite-number": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b'{"a":1e999}'),
    "body-with-5000-digits": Hostile("POST", events_of(), code="BAD_REQUEST", raw=b'{"a":' + b"9" * 5_000 + b"}"),
    "body-of-two-megabytes": Hostile(
        "POST", events_of(), status=413, code="PAYLOAD_TOO_LARGE", raw=b'"' + b"x" * (2 << 20) + b'"'
    ),
    "body-a-form": Hostile(
        "POST",
        events_of(),
        status=415,
        code="UNSUPPORTED_MEDIA_TYPE",
        raw=b"a=b",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    ),
    # lists
    "list-of-31-days-and-a-second": listing(
        fromDateTime="2025-04-01T00:00:00+09:00", untilDateTime="2025-05-02T00:00:01+09:00"
    ),
    "list-of-32-days": listing(**window(until="2025-05-03T00:00:00+09:00")),
    "list-backwards": listing(**window(until="2025-03-31T00:00:00+09:00")),
    "list-without-until": listing(fromDateTime="2025-04-01T00:00:00+09:00"),
    "list-without-offset": listing(**window(since="2025-04-01T00:00:00")),
    "list-with-a-bare-plus": Hostile(
        "GET", events_of() + "?fromDateTime=2025-04-01T00:00:00+09:00&untilDateTime=2025-04-02T00:00:00+09:00"
    ),
    "list-by-days": listing(**window(since="2025-04-01")),
    # who, where, and with what token
    "token-missing": Hostile("GET", events_of(query=window()), status=401, code="UNAUTHORIZED", scope=""),
    "token-invented": Hostile(
        "GET",
        events_of(query=window()),
        status=401,
        code="UNAUTHORIZED",
        headers={"Authorization": "Bearer jp1AAAAinvented"},
    ),
    "token-as-basic": Hostile(
        "GET", events_of(query=window()), status=401, code="UNAUTHORIZED", headers={"Authorization": "Basic eDp5"}
    ),
    "scope-read-for-create": Hostile(
        "POST", events_of(), {"eventComponents": [FINE]}, status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "scope-read-for-delete": Hostile(
        "DELETE", events_of(event_id="x"), status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "scope-bot-for-list": Hostile("GET", events_of(query=window()), status=403, code="FORBIDDEN", scope="bot"),
    "scope-calendar-for-message": Hostile(
        "POST", MESSAGES, {"content": {"type": "text", "text": "a"}}, status=403, code="FORBIDDEN", scope="calendar"
    ),
    "scope-message-for-bot": Hostile("GET", f"/v1.0/bots/{BOT_ID}", status=403, code="FORBIDDEN", scope="bot.message"),
    "scope-read-for-changing-the-bot": Hostile(
        "PATCH", f"/v1.0/bots/{BOT_ID}", {}, status=403, code="FORBIDDEN", scope="bot.read bot.message"
    ),
    "scope-email-for-user-list": Hostile("GET", "/v1.0/users", status=403, code="FORBIDDEN", scope="user.email.read"),
    "me-of-a-service-account": Hostile(
        "GET", events_of("me", query=window()), status=403, code="SERVICE_ACCOUNT_NOT_ALLOWED"
    ),
    "me-in-the-directory": Hostile("GET", "/v1.0/users/me", status=403, code="SERVICE_ACCOUNT_NOT_ALLOWED"),
    "calendar-of-nobody": Hostile("GET", events_of(ANYBODY, query=window()), status=404, code="NOT_FOUND"),
    "calendar-unknown": Hostile(
        "POST", f"/v1.0/users/{TARO}/calendars/c_1/events", {"eventComponents": [FINE]}, status=404, code="NOT_FOUND"
    ),
    "calendar-of-others": Hostile(
        "POST",
        f"/v1.0/users/{JANE}/calendars/{SALES}/events",
        {"eventComponents": [FINE]},
        status=404,
        code="NOT_FOUND",
    ),
    "event-unknown": Hostile("GET", events_of(event_id="nothing"), status=404, code="NOT_FOUND"),
    "event-unknown-put": Hostile(
        "PUT", events_of(event_id="no"), {"eventComponents": [event(eventId="no")]}, status=404, code="NOT_FOUND"
    ),
    "event-unknown-delete": Hostile("DELETE", events_of(event_id="nothing"), status=404, code="NOT_FOUND"),
    "event-patch": Hostile("PATCH", events_of(event_id="x"), {}, status=405, code="METHOD_NOT_ALLOWED"),
    "user-unknown": Hostile("GET", f"/v1.0/users/{ANYBODY}", status=404, code="NOT_FOUND"),
    "users-101": Hostile("GET", "/v1.0/users?count=101"),
    "users-0": Hostile("GET", "/v1.0/users?count=0"),
    "users-5000-digits": Hostile("GET", "/v1.0/users?count=" + "9" * 5_000),
    "users-cursor-invented": Hostile("GET", "/v1.0/users?cursor=next"),
    "calendars-51": Hostile("GET", f"/v1.0/users/{TARO}/calendar-personals?count=51"),
    "members-101": Hostile("GET", f"/v1.0/bots/{BOT_ID}/channels/{TEAM}/members?count=101"),
    "bot-unknown": Hostile("GET", "/v1.0/bots/7", status=404, code="NOT_FOUND"),
    "path-unknown": Hostile("GET", "/v1.0/freebusy", status=404, code="NOT_FOUND"),
    "version-unknown": Hostile("GET", "/v2.0/users", status=404, code="NOT_FOUND"),
    # messages
    "message-to-nobody": saying(path=f"/v1.0/bots/{BOT_ID}/users/{ANYBODY}/messages", type="text", text="a"),
    "message-to-no-channel": Hostile(
        "POST",
        f"/v1.0/bots/{BOT_ID}/channels/nowhere/messages",
        {"content": {"type": "text", "text": "a"}},
        status=404,
        code="NOT_FOUND",
    ),
    "message-without-content": Hostile("POST", MESSAGES, {"type": "text", "text": "a"}),
    "message-of-unknown-type": saying(type="markdown", text="a"),
    "text-missing": saying(type="text"),
    "text-empty": saying(type="text", text=""),
    "text-of-2001": saying(type="text", text="あ" * 2_001),
    "translation-of-2001": saying(type="text", text="a", i18nTexts=[{"language": "ja_JP", "text": "あ" * 2_001}]),
    "translation-into-klingon": saying(type="text", text="a", i18nTexts=[{"language": "tlh", "text": "a"}]),
    "translation-with-a-hyphen": saying(type="text", text="a", i18nTexts=[{"language": "ja-JP", "text": "a"}]),
    "translation-twice": saying(type="text", text="a", i18nTexts=[{"language": "ja_JP", "text": "a"}] * 2),
    "buttons-none": buttons(),
    "buttons-11": buttons(*[BUTTON] * 11),
    "buttons-text-of-1001": buttons(BUTTON, text="あ" * 1_001),
    "button-with-postback-action": buttons({"type": "postback", "label": "はい", "data": "yes"}),
    "button-opens-the-camera": buttons({"type": "camera", "label": "写真"}),
    "button-without-label": buttons({"type": "message", "text": "はい"}),
    "button-label-of-21": buttons({**BUTTON, "label": "あ" * 21}),
    "button-translated-label-of-21": buttons({**BUTTON, "i18nLabels": [{"language": "en_US", "label": "a" * 21}]}),
    "button-text-of-301": buttons({**BUTTON, "text": "あ" * 301}),
    "button-postback-of-1001": buttons({**BUTTON, "postback": "x" * 1_001}),
    "button-to-javascript": buttons({"type": "uri", "label": "開く", "uri": "javascript:alert(1)"}),
    "quick-replies-14": saying(type="text", text="a", quickReply={"items": [{"action": BUTTON}] * 14}),
    "quick-postback-without-words": saying(
        type="text", text="a", quickReply={"items": [{"action": {"type": "postback", "label": "a", "data": "b"}}]}
    ),
    "carousel-columns-unlike": saying(
        type="carousel",
        columns=[{"text": "a", "actions": [BUTTON]}, {"text": "b", "actions": [BUTTON, BUTTON]}],
    ),
    "list-of-5-elements": saying(type="list_template", elements=[{"title": "a"}] * 5),
    "picture-over-http": saying(
        type="image", previewImageUrl="http://example.com/a.png", originalContentUrl="http://example.com/a.png"
    ),
    "bubble-of-31-kilobytes": saying(
        type="flex",
        altText="a",
        contents={"type": "bubble", "body": {"type": "text", "text": "x" * 31_000}},
    ),
    "mention-of-a-stranger-to-the-channel": saying(path=TEAM_MESSAGES, type="text", text=f'<m userId="{JANE}"> どうぞ'),
    "mention-of-nobody": saying(path=TEAM_MESSAGES, type="text", text='<m userId="nobody"> どうぞ'),
    "mention-of-all-in-a-talk": saying(type="text", text='<m userId="all"> どうぞ'),
    "mention-51-times": saying(path=TEAM_MESSAGES, type="text", text=f'<m userId="{TARO}">' * 51),
    "mention-lost-in-translation": saying(
        path=TEAM_MESSAGES,
        type="text",
        text=f'<m userId="{TARO}"> どうぞ',
        i18nTexts=[{"language": "en_US", "text": "please"}],
    ),
    "mention-in-flex": saying(
        path=TEAM_MESSAGES,
        type="flex",
        altText="a",
        contents={"type": "bubble", "body": {"type": "box", "contents": [{"type": "text", "text": '<m userId="x">'}]}},
    ),
    # shared calendars
    "calendar-without-name": shared(calendarName=None),
    "calendar-name-of-51": shared(calendarName="あ" * 51),
    "calendar-description-of-1001": shared(description="あ" * 1_001),
    "calendar-public-in-words": shared(isPublic="true"),
    "calendar-member-without-id": shared(members=[{"type": "USER", "role": "EVENT_READ"}]),
    "calendar-member-unknown": shared(members=[{"id": ANYBODY, "type": "USER", "role": "EVENT_READ"}]),
    "calendar-member-twice": shared(members=[READER, {**READER, "role": "EVENT_READ_WRITE"}]),
    "calendar-member-of-no-kind": shared(members=[{"id": TARO, "role": "EVENT_READ"}]),
    "calendar-member-as-owner": shared(members=[{**READER, "role": "OWNER"}]),
    "calendar-made-by-reading": Hostile(
        "POST", CALENDARS, {"calendarName": "a"}, status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "calendar-that-is-not-there": Hostile("GET", f"{CALENDARS}/c_1", status=404, code="NOT_FOUND"),
    "calendar-that-is-not-there-patch": Hostile("PATCH", f"{CALENDARS}/c_1", {}, status=404, code="NOT_FOUND"),
    "calendar-that-is-not-there-delete": Hostile("DELETE", f"{CALENDARS}/c_1", status=404, code="NOT_FOUND"),
    "calendar-renamed-to-nothing": Hostile("PATCH", f"{CALENDARS}/{SALES}", {"calendarName": ""}),
    "calendar-changed-by-reading": Hostile(
        "PATCH", f"{CALENDARS}/{SALES}", {"calendarName": "b"}, status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "calendar-deleted-by-reading": Hostile(
        "DELETE", f"{CALENDARS}/{SALES}", status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "calendar-left-by-a-stranger": Hostile(
        "DELETE", f"/v1.0/users/{JANE}/calendars/{SALES}", status=404, code="NOT_FOUND"
    ),
    "calendar-left-by-reading": Hostile(
        "DELETE", f"/v1.0/users/{TARO}/calendars/{SALES}", status=403, code="FORBIDDEN", scope="calendar.read"
    ),
    "calendar-of-others-shown": Hostile(
        "PATCH", f"/v1.0/users/{JANE}/calendar-personals/{SALES}", {}, status=404, code="NOT_FOUND"
    ),
    "calendar-in-place-10000": Hostile(
        "PATCH", f"/v1.0/users/{TARO}/calendar-personals/{SALES}", {"displayOrder": 10_000}
    ),
    "calendar-shown-in-words": Hostile(
        "PATCH", f"/v1.0/users/{TARO}/calendar-personals/{SALES}", {"isShowOnLNBList": "no"}
    ),
    # searches
    "search-for-one-letter": searching(query="a"),
    "search-for-101-letters": searching(query="a" * 101),
    "search-within-nothing": searching(queryFilters="summary"),
    "search-within-what-is-not-searched": searching(query="ab", queryFilters="summary,organizer"),
    "search-of-181-days": searching(startTime="2025-01-01T00:00:00Z", endTime="2025-07-01T00:00:00Z"),
    "search-backwards": searching(startTime="2025-02-01T00:00:00Z", endTime="2025-01-01T00:00:00Z"),
    "search-without-offset": searching(startTime="2025-01-01T00:00:00", endTime="2025-02-01T00:00:00"),
    "search-101": searching(count="101"),
    "search-of-nobody": Hostile("GET", f"/v1.0/users/{ANYBODY}/calendars/events/search", status=404, code="NOT_FOUND"),
    "search-with-another-scope": Hostile("GET", SEARCH, status=403, code="FORBIDDEN", scope="bot user.read"),
    # menus with a picture
    "rich-menu-without-name": rich(richmenuName=None),
    "rich-menu-name-of-301": rich(richmenuName="あ" * 301),
    "rich-menu-without-size": rich(size=None),
    "rich-menu-1200-wide": rich(size={"width": 1_200, "height": 843}),
    "rich-menu-844-high": rich(size={"width": 2_500, "height": 844}),
    "rich-menu-high-in-words": rich(size={"width": 2_500, "height": "843"}),
    "rich-menu-without-areas": rich(areas=[]),
    "rich-menu-of-21-areas": rich(areas=[AREA] * 21),
    "rich-menu-area-without-action": rich(areas=[{"bounds": AREA["bounds"]}]),
    "rich-menu-area-without-bounds": rich(areas=[{"action": BUTTON}]),
    "rich-menu-area-beyond-the-edge": rich(
        areas=[{**AREA, "bounds": {"x": 1_251, "y": 0, "width": 1_250, "height": 1}}]
    ),
    "rich-menu-area-below-the-edge": rich(areas=[{**AREA, "bounds": {"x": 0, "y": 1, "width": 1, "height": 843}}]),
    "rich-menu-opens-the-camera": rich(areas=[{**AREA, "action": {"type": "camera", "label": "写真"}}]),
    "rich-menu-postback-of-301": rich(areas=[{**AREA, "action": {"type": "postback", "data": "x" * 301}}]),
    "rich-menu-by-reading": Hostile("POST", MENUS, {}, status=403, code="FORBIDDEN", scope="bot.read"),
    "rich-menu-unknown": Hostile("GET", f"{MENUS}/1", status=404, code="NOT_FOUND"),
    "rich-menu-unknown-delete": Hostile("DELETE", f"{MENUS}/1", status=404, code="NOT_FOUND"),
    "rich-menus-101": Hostile("GET", f"{MENUS}?count=101"),
    "rich-menu-image-for-none": Hostile("POST", f"{MENUS}/1/image", {"fileId": "a"}, status=404, code="NOT_FOUND"),
    "rich-menu-unknown-for-a-member": Hostile("POST", f"{MENUS}/1/users/{TARO}", status=404, code="NOT_FOUND"),
    "rich-menu-of-nobody": Hostile("GET", f"{MENUS}/users/{ANYBODY}", status=404, code="NOT_FOUND"),
    "rich-menu-of-one-who-has-none": Hostile("DELETE", f"{MENUS}/users/{TARO}", status=404, code="NOT_FOUND"),
    "rich-menu-unknown-for-everybody": Hostile("POST", f"{MENUS}/1/set-default", status=404, code="NOT_FOUND"),
    "rich-menu-default-of-none": Hostile("GET", f"{MENUS}/default", status=404, code="NOT_FOUND"),
    "rich-menu-default-of-none-delete": Hostile("DELETE", f"{MENUS}/default", status=404, code="NOT_FOUND"),
    "rich-menu-set-by-reading": Hostile(
        "POST", f"{MENUS}/1/set-default", status=403, code="FORBIDDEN", scope="bot.read"
    ),
    # rooms
    "room-of-nobody": Hostile("POST", ROOMS, {"members": [], "title": "a"}),
    "room-without-members": Hostile("POST", ROOMS, {"title": "a"}),
    "room-of-101": Hostile("POST", ROOMS, {"members": [f"u{n}" for n in range(101)], "title": "a"}),
    "room-with-somebody-twice": Hostile("POST", ROOMS, {"members": [TARO, TARO], "title": "a"}),
    "room-with-a-stranger": Hostile("POST", ROOMS, {"members": [TARO, ANYBODY], "title": "a"}),
    "room-title-of-1001": Hostile("POST", ROOMS, {"members": [TARO], "title": "あ" * 1_001}),
    "room-by-reading": Hostile("POST", ROOMS, {"members": [TARO]}, status=403, code="FORBIDDEN", scope="bot.read"),
    "room-of-another-bot": Hostile("POST", "/v1.0/bots/7/channels", {"members": [TARO]}, status=404, code="NOT_FOUND"),
    "leave-an-unknown-room": Hostile("DELETE", f"{ROOMS}/nowhere", status=404, code="NOT_FOUND"),
    "leave-by-reading": Hostile("DELETE", f"{ROOMS}/{TEAM}", status=403, code="FORBIDDEN", scope="bot.read"),
    # files
    "file-without-name": Hostile("POST", FILES, {}),
    "file-with-an-empty-name": Hostile("POST", FILES, {"fileName": ""}),
    "file-by-reading": Hostile("POST", FILES, {"fileName": "a"}, status=403, code="FORBIDDEN", scope="bot.read"),
    "file-unknown": Hostile("GET", f"{FILES}/jp1.1.2", status=404, code="NOT_FOUND"),
    "file-with-a-calendar-scope": Hostile("GET", f"{FILES}/jp1.1.2", status=403, code="FORBIDDEN", scope="calendar"),
    "storage-without-token": Hostile("GET", "/storage/jp1.1.2/a", status=401, code="UNAUTHORIZED", scope=""),
    "storage-of-nothing": Hostile("GET", "/storage/jp1.1.2/a", status=404, code="NOT_FOUND"),
    "upload-to-an-invented-address": Hostile("POST", "/storage/jp1.1.2/a", {}, status=404, code="NOT_FOUND"),
    # the bot and its menu
    "menu-of-5": Hostile("POST", f"/v1.0/bots/{BOT_ID}/persistentmenu", {"content": {"actions": [BUTTON] * 5}}),
    "menu-with-postback-action": Hostile(
        "POST",
        f"/v1.0/bots/{BOT_ID}/persistentmenu",
        {"content": {"actions": [{"type": "postback", "label": "a", "data": "b"}]}},
    ),
    "menu-not-there": Hostile("GET", f"/v1.0/bots/{BOT_ID}/persistentmenu", status=404, code="NOT_FOUND"),
    "callback-over-http": patching(callbackUrl="http://bot.example.com/callback"),
    "callback-to-nowhere": patching(callbackUrl="https://"),
    "callback-of-1001": patching(callbackUrl="https://example.com/" + "x" * 1_000),
    "callback-events-unknown": patching(channelEvents=["message", "typing"]),
    "callback-switch-a-string": patching(enableCallback="true"),
    "bot-name-empty": patching(botName=""),
    "bot-administrators-none": patching(administrators=[]),
    "bot-administrator-unknown": patching(administrators=["nobody"]),
}


async def held(caller: Caller) -> dict[str, Any]:
    """All that the simulator holds but the calls that it saw."""
    return {name: value for name, value in (await caller.state()).items() if name not in ("seq", "calls")}


@pytest.mark.parametrize("hostile", [pytest.param(value, id=name) for name, value in HOSTILE.items()])
async def test_a_hostile_request_is_refused_and_changes_nothing(hostile: Hostile, caller: Caller) -> None:
    token = caller.token if hostile.scope is None else hostile.scope and await caller.fresh_token(scope=hostile.scope)
    body = hostile.raw if hostile.raw is not None else json.dumps(hostile.body).encode()
    sent = {} if hostile.method == "GET" else {"data": BytesIO(body)}
    headers = {"Content-Type": "application/json", **hostile.headers}
    before = await held(caller)

    answered = await caller.holding(token).call(hostile.method, hostile.path, headers=headers, **sent)

    assert (answered.status, answered.code) == (hostile.status, hostile.code)
    assert answered.body["description"]
    assert await held(caller) == before


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"eventComponents": [FINE]}, id="event"),
        pytest.param({"eventComponents": [event(start={"date": "2025-04-02"}, end=None)]}, id="whole-day"),
        pytest.param({"eventComponents": [SERIES, EXCEPTION], "sendNotification": False}, id="series"),
        pytest.param({"eventComponents": [event(summary="𠮷" * 200)]}, id="summary-of-200"),
    ],
)
async def test_what_the_refused_events_were_made_from_is_accepted(body: object, caller: Caller) -> None:
    answered = await caller.call("POST", events_of(), json=body)

    assert answered.status == 201
