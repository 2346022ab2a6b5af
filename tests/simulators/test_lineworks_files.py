"""Files: an address to upload to, an address to download from, each for those with a token, and for a day."""

from io import BytesIO
from typing import Any

import httpx
import pytest

from tests.simulators.company import BOT_ID, Caller, Clock

FILES = f"/v1.0/bots/{BOT_ID}/attachments"


async def place(caller: Caller) -> tuple[str, str]:
    """The id of a file that is to come, and where it is to go."""
    body = (await caller.call("POST", FILES, json={"fileName": "a.txt"})).body
    return body["fileId"], body["uploadUrl"].removeprefix(caller.base_url)


def form(name: str | None = "a.txt", content: bytes | None = b"content") -> dict[str, Any]:
    """The options of an upload that is accepted, or of one without its name or its content."""
    data = {"other": "x"} | ({} if name is None else {"resourceName": name})
    files = {"FileData" if content is not None else "other": ("a.txt", content or b"")}
    request = httpx.Request("POST", "http://unused", data=data, files=files)
    return {"data": BytesIO(request.read()), "headers": {"Content-Type": request.headers["content-type"]}}


async def test_a_download_is_pointed_to_without_limits_and_needs_the_token_there_too(caller: Caller) -> None:
    file_id, upload = await place(caller)
    await caller.call("POST", upload, **form())
    await caller.control("POST", "limits", perMinute=100)

    pointed = await caller.call("GET", f"{FILES}/{file_id}", allow_redirects=False)
    location = pointed.headers["Location"].removeprefix(caller.base_url)

    assert (pointed.status, pointed.raw) == (302, b"")
    assert not [name for name in pointed.headers if name.lower().startswith("ratelimit")]
    assert (await caller.call("GET", location)).raw == b"content"
    assert (await caller.holding("").call("GET", location)).status == 401
    assert (await caller.state())["files"] == [{"fileId": file_id, "name": "a.txt", "size": 7}]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param(form(name=None), 400, id="without-a-name"),
        pytest.param(form(content=None), 400, id="without-a-file"),
        pytest.param({"data": b"content", "headers": {"Content-Type": "text/plain"}}, 415, id="no-form"),
        pytest.param(
            {"data": b"content", "headers": {"Content-Type": "multipart/form-data"}}, 400, id="form-without-boundary"
        ),
        pytest.param(form(content=bytes(10 * 1024 * 1024)), 413, id="too-large"),
    ],
)
async def test_an_upload_that_is_none_is_refused_and_the_place_stays(
    options: dict[str, Any], status: int, caller: Caller
) -> None:
    file_id, upload = await place(caller)

    refused = await caller.call("POST", upload, **options)

    assert refused.status == status
    assert refused.body["description"]
    assert (await caller.call("GET", f"{FILES}/{file_id}")).status == 404
    assert (await caller.call("POST", upload, **form())).status == 201


async def test_a_place_and_a_file_end_after_a_day(caller: Caller, clock: Clock) -> None:
    _, unused = await place(caller)
    file_id, upload = await place(caller)
    await caller.call("POST", upload, **form())
    clock.pass_by(days=1)
    later = caller.holding(await caller.fresh_token())

    assert (await later.call("POST", unused, **form())).status == 404
    assert (await later.call("GET", f"{FILES}/{file_id}")).status == 404
    assert (await later.call("GET", upload)).status == 404


async def test_rooms_are_made_ten_a_minute_whatever_the_plan(caller: Caller, clock: Clock) -> None:
    await caller.control("POST", "limits", perMinute=240)
    body = {"members": ["taro@example.com"], "title": "x"}

    statuses = [(await caller.call("POST", f"/v1.0/bots/{BOT_ID}/channels", json=body)).status for _ in range(11)]
    clock.pass_by(minutes=1)
    after = await caller.call("POST", f"/v1.0/bots/{BOT_ID}/channels", json=body)

    assert statuses == [201] * 10 + [429]
    assert (after.status, after.headers["rateLimit-limit"]) == (201, "10")
