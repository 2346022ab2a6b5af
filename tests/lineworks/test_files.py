"""Files go to another host and come from there, and the token goes nowhere that is not LINE WORKS's."""

import json

import pytest

from providers.errors import NotFound, Refused, Unreachable, Unreadable
from providers.lineworks import urls
from providers.lineworks.calls.files import LARGEST_FILE
from providers.lineworks.client import LineWorks
from providers.lineworks.messages import Content
from providers.lineworks.models import AttachmentPlace
from providers.transport import Habits, Transport
from tests.lineworks.scripted import Server, says, serving
from tests.simulators.company import TARO, Caller, Clock

API = "https://www.worksapis.com"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param("議事録\r\n--boundary--\r\n".encode(), id="text-like-a-form"),
        pytest.param(bytes(range(250)) * 4_000, id="a-million-bytes-of-anything"),
    ],
)
async def test_a_file_comes_back_byte_by_byte(works: LineWorks, content: bytes) -> None:
    place = await works.create_attachment('議事録 "4月".txt')

    uploaded = await works.upload_attachment(place, '議事録 "4月".txt', content)

    assert uploaded.file_id == place.file_id
    assert uploaded.file_size == len(content)
    assert await works.download_attachment(uploaded.file_id) == content


async def test_an_uploaded_file_can_be_said(works: LineWorks, desk: Caller) -> None:
    place = await works.create_attachment("a.png")
    file = await works.upload_attachment(place, "a.png", b"png")

    await works.send_message(Content.image(file.file_id), user_id=TARO)
    await works.send_message(Content.file(file.file_id), user_id=TARO)

    said = [message["content"] for message in (await desk.state())["messages"]]
    assert said == [{"type": "image", "fileId": file.file_id}, {"type": "file", "fileId": file.file_id}]


async def test_a_place_is_good_once_and_a_file_for_a_day(works: LineWorks, clock: Clock) -> None:
    place = await works.create_attachment("a.txt")
    with pytest.raises(NotFound):
        await works.download_attachment(place.file_id)
    await works.upload_attachment(place, "a.txt", b"a")
    with pytest.raises(Refused):
        await works.upload_attachment(place, "a.txt", b"b")

    clock.pass_by(days=1)

    with pytest.raises((NotFound, Refused)):
        await works.download_attachment(place.file_id)


async def test_what_is_too_large_is_not_sent(works: LineWorks) -> None:
    place = await works.create_attachment("a.bin")

    with pytest.raises(ValueError, match="a million bytes"):
        await works.upload_attachment(place, "a.bin", bytes(LARGEST_FILE + 1))


async def test_an_upload_that_times_out_is_not_sent_again(works: LineWorks, desk: Caller) -> None:
    place = await works.create_attachment("a.txt")
    await desk.control("POST", "faults", method="POST", path="/storage/", do="apply_then_timeout")

    with pytest.raises(Unreachable):
        await works.upload_attachment(place, "a.txt", b"a")

    assert await works.download_attachment(place.file_id) == b"a"


@pytest.mark.parametrize(
    ("address", "where"),
    [
        pytest.param(
            "https://apis-storage.worksmobile.com/k/emsg/r/jp1/1.2/a.txt?x=1",
            ("https://apis-storage.worksmobile.com", "/k/emsg/r/jp1/1.2/a.txt?x=1"),
            id="theirs",
        ),
        pytest.param(
            "http://apis-storage.worksmobile.com/k/a",
            ("https://apis-storage.worksmobile.com", "/k/a"),
            id="unencrypted",
        ),
        pytest.param(f"{API}/k/a", (API, "/k/a"), id="the-api-itself"),
    ],
)
def test_an_address_of_theirs_is_asked_always_encrypted(address: str, where: tuple[str, str]) -> None:
    assert urls.storage(address, API) == where


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/k/a",
        "https://worksmobile.com.evil.example/a",
        "https://evilworksmobile.com/a",
        "https://apis-storage.worksmobile.com@evil.example/a",
        "https://evil.example\\@apis-storage.worksmobile.com/a",
        "https://apis-storage.worksmobile.com:8443/a",
        "ftp://apis-storage.worksmobile.com/a",
        "//apis-storage.worksmobile.com/a",
        "/k/a",
        "http://169.254.169.254/latest/meta-data",
        "",
    ],
)
async def test_f33_the_token_goes_to_no_other_host(address: str) -> None:
    with pytest.raises(ValueError, match="not a host of LINE WORKS"):
        urls.storage(address, API)

    async with serving() as other, serving() as server, _works(server) as works:
        server.script = [says(302, location=address.replace("evil.example", other.origin.removeprefix("http://")))]
        place = AttachmentPlace(file_id="1", upload_url=address)

        with pytest.raises(Unreadable):
            await works.download_attachment("1")
        with pytest.raises(Unreadable):
            await works.upload_attachment(place, "a.txt", b"a")

    assert (len(server.seen), len(other.seen)) == (1, 0)


async def test_f33_a_storage_that_points_on_is_not_followed() -> None:
    async with serving() as server, _works(server) as works:
        server.script = [says(302, location=f"{server.origin}/a"), says(302, location=f"{server.origin}/b")]

        with pytest.raises(Refused):
            await works.download_attachment("1")

    assert [seen.raw_path for seen in server.seen] == ["/v1.0/bots/1/attachments/1", "/a"]


async def test_an_upload_is_a_form_with_the_parts_that_the_page_names() -> None:
    async with serving() as server, _works(server) as works:
        server.otherwise = says(200, json.dumps({"fileId": "1", "fileName": "a.txt", "fileSize": 7}))

        await works.upload_attachment(
            AttachmentPlace(file_id="1", upload_url=f"{server.origin}/k"), "a.txt", b"content"
        )

    (seen,) = server.seen
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="resourceName"\r\n\r\na.txt\r\n' in seen.body
    assert b'name="FileData"; filename="a.txt"' in seen.body
    assert b"\r\n\r\ncontent\r\n" in seen.body


def _works(server: Server) -> LineWorks:
    return LineWorks(Transport("lineworks", server.origin, habits=Habits(read=0.5, total=1.0, pause=0.01)), "1")
