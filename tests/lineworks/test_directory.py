"""Members as people: how colleagues may write them, and how seldom they are asked for."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from providers.contract import Directory
from providers.errors import NotFound, Unreachable
from providers.lineworks.client import LineWorks
from providers.lineworks.directory import LineWorksDirectory
from providers.transport import Habits, Transport
from tests.lineworks.scripted import Server, Watch, says, serving
from tests.simulators.company import HANAKO, JANE, TARO

HOUR = 3600.0
ONCE = Habits(attempts=1, failures=1000)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def directory(server: Server, watch: Watch) -> AsyncIterator[LineWorksDirectory]:
    async with LineWorks(Transport("lineworks", server.origin, habits=ONCE, time=watch.time()), "1") as works:
        yield LineWorksDirectory(works, time=watch.time())


def user(**members: Any) -> dict[str, Any]:
    return {
        "userId": "u",
        "email": "taro@example.com",
        "userName": {"lastName": "田中", "firstName": "太郎"},
        "locale": "ja_JP",
        "timeZone": "Asia/Tokyo",
    } | members


async def test_people_of_the_simulator_are_known_by_all_their_names(works: LineWorks) -> None:
    directory: Directory = LineWorksDirectory(works)

    taro, hanako, jane = [await directory.person(user_id) for user_id in (TARO, HANAKO, JANE)]

    assert (taro.name, taro.email, taro.zone, taro.locale) == ("田中 太郎", "taro@example.com", "Asia/Tokyo", "ja_JP")
    assert {"田中 太郎", "田中太郎", "太郎 田中", "田中", "太郎", "Tanaka Taro", "Taro Tanaka", "Tanaka"} <= set(
        taro.names
    )
    assert {"佐藤", "花子", "はな", "サトウ ハナコ", "サトウハナコ"} <= set(hanako.names)
    assert (jane.name, jane.zone, jane.locale) == ("Jane Doe", "America/New_York", "en_US")
    assert await directory.everyone() == (taro, hanako, jane)
    with pytest.raises(NotFound):
        await directory.person("nobody")


@pytest.mark.parametrize(
    ("members", "name", "names"),
    [
        pytest.param({"userName": {"lastName": "ﾀﾅｶ", "firstName": "太　郎"}}, "ﾀﾅｶ 太　郎", {"タナカ", "太 郎"}, id="nfkc"),
        pytest.param({"userName": {"lastName": "김", "firstName": "민준"}, "locale": "ko_KR"}, "김 민준", {"김민준"}, id="korean"),
        pytest.param({"userName": {"lastName": "Doe", "firstName": "Jane"}, "locale": "en-US"}, "Jane Doe", {"Doe"}, id="locale-with-a-dash"),
        pytest.param({"userName": {"lastName": "田中", "firstName": None}}, "田中", {"田中"}, id="one-part"),
        pytest.param({"userName": None, "nickName": "たろう"}, "たろう", {"たろう"}, id="nickname-only"),
        pytest.param({"userName": {"lastName": None, "firstName": ""}}, "taro@example.com", set(), id="no-name"),
        pytest.param({"userName": None, "email": None}, "u", set(), id="nothing-but-an-id"),
        pytest.param({"i18nName": [{"language": "en_US", "lastName": "Tanaka", "firstName": "Taro"}]}, "田中 太郎", {"Taro Tanaka"}, id="translated"),
    ],
)  # fmt: skip
async def test_a_name_is_made_of_what_there_is(
    server: Server, directory: LineWorksDirectory, members: dict[str, Any], name: str, names: set[str]
) -> None:
    server.otherwise = says(200, json.dumps(user(**members)))

    person = await directory.person("u")

    assert person.name == name
    assert names <= set(person.names)
    assert len(person.names) == len(set(person.names))


@pytest.mark.parametrize(
    ("zone", "known_as"),
    [
        ("America/New_York", "America/New_York"),
        (None, "Asia/Tokyo"),
        ("", "Asia/Tokyo"),
        ("Mars/Olympus", "Asia/Tokyo"),
        ("../../etc/passwd", "Asia/Tokyo"),
        ("America", "Asia/Tokyo"),
        ("GMT+09:00", "Etc/GMT-9"),
        ("UTC-5", "Etc/GMT+5"),
        ("GMT+99:00", "Asia/Tokyo"),
    ],
)
async def test_a_zone_nobody_knows_is_the_companys(
    server: Server, directory: LineWorksDirectory, zone: str | None, known_as: str
) -> None:
    server.otherwise = says(200, json.dumps(user(timeZone=zone)))

    assert (await directory.person("u")).zone == known_as


@pytest.mark.parametrize("flag", ["isDeleted", "isSuspended", "isPending", "isAwaiting"])
async def test_who_cannot_be_invited_is_not_listed(server: Server, directory: LineWorksDirectory, flag: str) -> None:
    server.otherwise = says(200, json.dumps({"users": [user(), user(userId="v", **{flag: True})]}))

    assert [person.user_id for person in await directory.everyone()] == ["u"]


@pytest.mark.parametrize("email", [None, ""], ids=["not-in-our-scope", "empty"])
async def test_who_has_no_address_is_known_but_cannot_be_picked(
    server: Server, directory: LineWorksDirectory, email: str | None
) -> None:
    unreachable = user(userId="v", email=email)
    server.script = [says(200, json.dumps({"users": [user(), unreachable]})), says(200, json.dumps(unreachable))]

    listed = await directory.everyone()
    known = await directory.person("v")

    assert [person.user_id for person in listed] == ["u"]
    assert (known.user_id, known.email, known.name) == ("v", "", "田中 太郎")


async def test_a_person_is_asked_for_once_in_hours(server: Server, directory: LineWorksDirectory, watch: Watch) -> None:
    server.otherwise = says(200, json.dumps(user()))
    for _ in range(3):
        await directory.person("u")
    asked = len(server.seen)

    watch.now += 4 * HOUR
    await directory.person("u")

    assert asked == 1
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "ask", [lambda book: book.person("u"), lambda book: book.everyone()], ids=["person", "everyone"]
)
async def test_while_they_are_down_what_is_known_serves(
    server: Server, directory: LineWorksDirectory, watch: Watch, ask: Callable[[LineWorksDirectory], Any]
) -> None:
    server.script = [says(200, json.dumps(user() | {"users": [user()]}))]
    server.otherwise = says(503)
    known = await ask(directory)
    watch.now += 100 * HOUR

    assert await ask(directory) == known


async def test_who_has_left_is_not_remembered_for_ever(
    server: Server, directory: LineWorksDirectory, watch: Watch
) -> None:
    server.script = [says(200, json.dumps(user())), says(404)]
    await directory.person("u")
    watch.now += 100 * HOUR

    with pytest.raises(NotFound):
        await directory.person("u")


async def test_without_anything_known_an_outage_is_an_outage(watch: Watch) -> None:
    async with LineWorks(Transport("lineworks", "http://127.0.0.1:1", habits=ONCE, time=watch.time()), "1") as works:
        with pytest.raises(Unreachable):
            await LineWorksDirectory(works).person("u")
