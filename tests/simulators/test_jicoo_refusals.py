"""What the real Jicoo would refuse, its simulator refuses, and nothing changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest

from tests.simulators.booking_office import HALF_HOUR, HOUR, JANE, TARO, KeyCaller, booking, schedule

HOST = {"userId": TARO, "role": "admin", "userType": "host"}
PERIOD = "periodStart=2025-04-01T00:00:00.000Z&periodEnd="
STARTED, BOOKED = "{schedule}", "{booking}"  # stand for what the test has made


@dataclass(frozen=True)
class Hostile:
    """A request, and how it is refused."""

    method: str
    path: str
    body: Any = None
    status: int = 400
    scope: str | None = None  # of the key; everything by default, "" for no key
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None


def making(status: int = 400, **members: object) -> Hostile:
    """A schedule that is refused."""
    return Hostile("POST", "/v1/schedules", schedule(**members), status)


def changing(status: int = 400, **members: object) -> Hostile:
    """A change of a schedule that is refused."""
    return Hostile("PATCH", f"/v1/schedules/{STARTED}", members, status)


def booking_refused(status: int = 400, **members: object) -> Hostile:
    """A booking that is refused."""
    return Hostile("POST", "/v1/bookings", booking(**members), status)


def moving(status: int = 400, **members: object) -> Hostile:
    """A reschedule that is refused."""
    return Hostile("POST", f"/v1/bookings/{BOOKED}/reschedule", members, status)


def getting(path: str, status: int = 400) -> Hostile:
    """A GET that is refused."""
    return Hostile("GET", path, status=status)


HOSTILE = {
    # schedules
    "name-missing": making(name=...),
    "name-empty": making(name=""),
    "name-null": making(name=None),
    "name-of-65": making(name="あ" * 65),
    "description-of-10001": making(description="x" * 10_001),
    "custom-location-of-2001": making(customLocation="x" * 2001),
    "access-of-2001": making(access="x" * 2001),
    "address-of-256": making(address="x" * 256),
    "phone-of-33": making(phoneNumber="0" * 33),
    "zone-missing": making(timeZone=...),
    "zone-unknown": making(timeZone="Asia/Atlantis"),
    "zone-a-path": making(timeZone="../../etc/passwd"),
    "start-missing": making(startedAt=...),
    "start-with-offset": making(startedAt="2025-04-02T15:00:00+09:00"),
    "start-without-zone": making(startedAt="2025-04-02T15:00:00"),
    "start-a-number": making(startedAt=1743573600),
    "start-on-a-day-that-does-not-exist": making(startedAt="2025-02-30T06:00:00.000Z"),
    "end-before-start": making(422, endedAt="2025-04-02T05:59:59.000Z"),
    "attendees-missing": making(attendees=...),
    "attendees-none": making(attendees=[]),
    "attendee-nobody": making(attendees=[{"role": "admin", "userType": "host"}]),
    "attendee-two-in-one": making(attendees=[{**HOST, "email": "a@example.com"}]),
    "attendee-of-no-role": making(attendees=[{"userId": TARO, "userType": "host"}]),
    "attendee-of-unknown-role": making(attendees=[{**HOST, "role": "owner"}]),
    "attendee-type-a-number": making(attendees=[{**HOST, "userType": 1}]),
    "attendee-unknown": making(422, attendees=[{**HOST, "userId": "nobody"}]),
    "attendee-with-no-address": making(attendees=[{"email": "hanako", "role": "viewer", "userType": "guest"}]),
    "location-none": making(location="none"),
    "display-type-unknown": making(displayType="secret"),
    "transparency-in-capitals": making(transparency="OPAQUE"),
    "all-day-a-word": making(isAllDay="true"),
    "remind-null": making(isRemind=None),
    "project-0": making(projectId=0),
    "routine-a-word": making(routine="weekly"),
    "schedule-change-too-long": changing(name="あ" * 65),
    "schedule-change-name-null": changing(name=None),
    "schedule-change-end-before-start": changing(422, endedAt="2025-04-01T00:00:00.000Z"),
    "schedule-change-message-of-2001": changing(updateMessage="x" * 2001),
    "schedule-change-unknown": Hostile("PATCH", "/v1/schedules/nothing", {"name": "x"}, 404),
    "schedule-delete-unknown": Hostile("DELETE", "/v1/schedules/nothing", status=404),
    "schedule-get-one": getting(f"/v1/schedules/{STARTED}", 405),
    # bookings
    "booking-of-no-page": booking_refused(422, eventTypeId="nothing"),
    "booking-page-missing": booking_refused(eventTypeId=...),
    "booking-at-a-taken-time": booking_refused(422, eventTypeId=HOUR, startedAt="2025-04-02T06:30:00.000Z"),
    "booking-place-missing": booking_refused(locationId=...),
    "booking-place-unknown": booking_refused(locationId="none"),
    "booking-without-mail": booking_refused(email=...),
    "booking-mail-no-address": booking_refused(email="guest"),
    "booking-name-of-65": booking_refused(name="あ" * 65),
    "booking-company-of-33": booking_refused(company="x" * 33),
    "booking-31-copies": booking_refused(ccEmails=[f"a{n}@example.com" for n in range(31)]),
    "booking-in-klingon": booking_refused(locale="tlh"),
    "booking-paid-in-shells": booking_refused(payment={"paymentMethod": "shells", "items": []}),
    "booking-tracked-by-256": booking_refused(tracking={"campaign": "x" * 256}),
    "booking-unknown": getting("/v1/bookings/nothing", 404),
    "contacts-unknown": getting("/v1/bookings/nothing/contacts", 404),
    "booking-deleted": Hostile("DELETE", f"/v1/bookings/{BOOKED}", status=405),
    "move-without-zone": moving(startedAt="2025-04-03T06:00:00.000Z"),
    "move-without-time": moving(timeZone="Asia/Tokyo"),
    "move-to-a-taken-time": moving(422, startedAt="2025-04-02T07:00:00.000Z", timeZone="Asia/Tokyo"),
    "move-unknown": Hostile("POST", "/v1/bookings/nothing/reschedule", {}, 404),
    "cancel-in-other-words": Hostile("POST", f"/v1/bookings/{BOOKED}/cancel", {"reason": "x"}, 422),
    "cancel-of-an-array": Hostile("POST", f"/v1/bookings/{BOOKED}/cancel", []),
    "cancel-unknown": Hostile("POST", "/v1/bookings/nothing/cancel", {}, 404),
    "booking-change-host-unknown": Hostile(
        "PATCH", f"/v1/bookings/{BOOKED}", {"hosts": [{"userId": "x", "role": "admin"}]}, 422
    ),
    "booking-change-priority-unknown": Hostile("PATCH", f"/v1/bookings/{BOOKED}", {"priority": "urgent"}),
    "bookings-by-request": getting("/v1/bookings?status=request"),
    "bookings-by-a-stray-blank": getting("/v1/bookings?status=%20open"),
    "bookings-by-name": getting("/v1/bookings?order=name"),
    "bookings-since-a-local-time": getting("/v1/bookings?startedAt=2025-04-01T00:00:00%2B09:00"),
    # pages, people, lists
    "page-unknown": getting("/v1/event_types/nothing", 404),
    "free-times-of-eight-days": getting(
        f"/v1/event_types/{HALF_HOUR}/available_schedules?{PERIOD}2025-04-09T00:00:00.000Z"
    ),
    "free-times-without-end": getting(f"/v1/event_types/{HALF_HOUR}/available_schedules?{PERIOD[:-11]}"),
    "host-twice": Hostile("POST", f"/v1/event_types/{HALF_HOUR}/hosts", {"userId": TARO}, 422),
    "host-unknown": Hostile("PATCH", f"/v1/event_types/{HALF_HOUR}/hosts/{JANE}", {"priority": 1}, 404),
    "host-priority-4": Hostile("PATCH", f"/v1/event_types/{HALF_HOUR}/hosts/{TARO}", {"priority": 4}),
    "user-unknown": getting("/v1/organization_users/nobody", 404),
    "team-unknown": getting("/v1/organization_teams/7", 404),
    "availability-of-nobody": getting("/v1/user_availability_calendars"),
    "page-0": getting("/v1/schedules?page=0"),
    "page-of-101": getting("/v1/schedules?perPage=101"),
    "page-of-5000-digits": getting("/v1/schedules?page=" + "9" * 5000),
    "path-unknown": getting("/v1/freebusy", 404),
    "version-twice": getting("/v1/v1/schedules", 404),
    # the body
    "body-an-array": Hostile("POST", "/v1/schedules", [schedule()]),
    "body-cut": Hostile("POST", "/v1/schedules", raw=b'{"name":'),
    "body-with-nan": Hostile("POST", "/v1/schedules", raw=b'{"name":NaN}'),
    "body-nested-100000": Hostile("POST", "/v1/schedules", raw=b"[" * 100_000),
    "body-a-form": Hostile(
        "POST", "/v1/schedules", raw=b"a=b", headers={"Content-Type": "application/x-www-form-urlencoded"}
    ),
    "body-of-two-megabytes": Hostile("POST", "/v1/schedules", status=413, raw=b'"' + b"x" * (2 << 20) + b'"'),
    # the key
    "key-missing": Hostile("GET", "/v1/schedules", status=401, scope=""),
    "key-invented": Hostile("GET", "/v1/schedules", status=401, headers={"X-Jicoo-Api-Key": "sk_live_invented"}),
    "key-empty": Hostile("GET", "/v1/schedules", status=401, headers={"X-Jicoo-Api-Key": ""}),
    "key-as-bearer": Hostile(
        "GET", "/v1/schedules", status=401, scope="", headers={"Authorization": "Bearer sk_live_test-key"}
    ),
    "key-for-schedules-alone": Hostile("GET", "/v1/bookings", status=403, scope="schedules users"),
    "key-without-pages": Hostile("GET", "/v1/event_types", status=403, scope="schedules bookings users"),
}


@pytest.mark.parametrize("hostile", [pytest.param(value, id=name) for name, value in HOSTILE.items()])
async def test_a_hostile_request_is_refused_and_changes_nothing(hostile: Hostile, office: KeyCaller) -> None:
    made = await office.call("POST", "/v1/schedules", json=schedule())
    one = await office.call("POST", "/v1/bookings", json=booking(eventTypeId=HOUR))
    await office.call("POST", "/v1/bookings", json=booking(eventTypeId=HOUR, startedAt="2025-04-02T07:00:00.000Z"))
    ids = {STARTED: made.body["uid"], BOOKED: one.body["data"]["uid"]}
    path = hostile.path
    for name, uid in ids.items():
        path = path.replace(name, uid)
    key = office.token if hostile.scope is None else hostile.scope and await office.fresh_token(scope=hostile.scope)
    sent: dict[str, Any] = {}
    if hostile.method != "GET":
        sent = {"data": BytesIO(hostile.raw if hostile.raw is not None else json.dumps(hostile.body).encode())}
    before = await office.state()

    answered = await office.holding(key).call(
        hostile.method, path, headers={"Content-Type": "application/json", **hostile.headers}, **sent
    )

    after = await office.state()
    assert (answered.status, answered.body["errors"].get("message", "") != "") == (hostile.status, True)
    assert (after["schedules"], after["bookings"]) == (before["schedules"], before["bookings"])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        pytest.param("/v1/schedules", schedule(), id="schedule"),
        pytest.param("/v1/schedules", schedule(startedAt="2025-04-02T06:00:00Z"), id="without-milliseconds"),
        pytest.param("/v1/schedules", schedule(name="𠮷" * 64, description="x" * 10_000), id="as-long-as-may-be"),
        pytest.param("/v1/schedules", schedule(location="custom", customLocation="会議室", access=None), id="a-place"),
        pytest.param("/v1/bookings", booking(), id="booking"),
        pytest.param("/v1/bookings", booking(locationId=None, ccEmails=["a@example.com"], locale="ja"), id="no-place"),
    ],
)
async def test_what_the_refused_ones_were_made_from_is_accepted(path: str, body: object, office: KeyCaller) -> None:
    assert (await office.call("POST", path, json=body)).status == 201


async def test_a_revoked_key_is_refused(office: KeyCaller) -> None:
    revoked = office.holding(await office.fresh_token(expiresIn=0))

    assert (await revoked.call("GET", "/v1/schedules")).status == 401
    assert await office.fresh_token() == office.token
