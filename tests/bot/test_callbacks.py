"""The door: what is answered to whom, and that nothing passes it that should not."""

import asyncio
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bot.company import BOT_ID, DOMAIN_ID
from bot.web import CALLBACK_PATH, LARGEST_BODY
from tests.house import PATIENCE, SALES, TARO, House, callback, compact, open_house

BODY = compact(callback())


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param(None, id="missing"),
        pytest.param([""], id="empty"),
        pytest.param(["twice", "twice"], id="twice"),
        pytest.param(["c2hvcnQ="], id="wrong-length"),
        pytest.param(["!" * 44], id="wrong-alphabet"),
        pytest.param(["A" * 43 + "="], id="somebody-elses"),
        pytest.param(["é" * 44], id="not-ascii"),
    ],
)
async def test_f01_a_callback_without_a_right_signature_is_refused(house: House, signature: list[str] | None) -> None:
    headers = [("X-WORKS-BotId", str(BOT_ID))]
    headers += [("X-WORKS-Signature", value) for value in signature or ()]

    async with house.session.post(house.bot + CALLBACK_PATH, data=BODY, headers=headers) as answer:
        said = await answer.read()

    assert (answer.status, said) == (401, b"")
    assert sum([await house.count("yotei_callbacks_total", outcome="accepted")]) == 0


@pytest.mark.parametrize("place", [0, len(BODY) // 2, len(BODY) - 1])
async def test_f02_one_changed_byte_is_refused(house: House, place: int) -> None:
    changed = BODY[:place] + bytes([BODY[place] ^ 1]) + BODY[place + 1 :]

    assert await house.deliver(changed, house.signed(BODY)) == 401
    assert await house.deliver(BODY, house.signed(changed)) == 401


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(compact(callback("明日15時から1時間 😀𠮷 ﾚﾋﾞｭｰ\u2028 集合")), id="unusual-characters"),
        pytest.param(
            json.dumps(callback("明日15時から1時間 設計レビュー"), indent=3).encode(), id="spaced-and-escaped"
        ),
        pytest.param(b"\xef\xbb\xbf" + compact(callback("明日15時から1時間 設計レビュー")), id="byte-order-mark"),
        pytest.param(compact(callback("明日15時から1時間 設計レビュー")).replace(b",", b",\r\n"), id="line-ends"),
    ],
)
async def test_f03_the_signature_counts_over_the_bytes_as_they_came(house: House, body: bytes) -> None:
    assert await house.deliver(body) == 200

    await house.answers(1)
    assert len(await house.events()) == 1


@pytest.mark.parametrize("spelling", [str.lower, str.upper, str.title])
async def test_f04_header_names_may_be_written_in_any_case(house: House, spelling: Any) -> None:
    headers = {spelling(name): value for name, value in house.signed(BODY).items()}

    assert await house.deliver(BODY, headers) == 200


async def test_f06_both_secrets_are_good_during_a_rotation_and_the_old_one_is_counted(tmp_path: Path) -> None:
    def rotate(environment: dict[str, str]) -> None:
        environment["LINEWORKS_BOT_SECRET_OLD"] = environment["LINEWORKS_BOT_SECRET"]
        environment["LINEWORKS_BOT_SECRET"] = "the-new-secret"

    async with open_house(tmp_path, rotate) as house:
        by_the_old_one = await house.say("ヘルプ")
        by_the_new_one = await house.deliver(compact(callback("ヘルプ")))
        await house.answers(2)

        assert (by_the_old_one, by_the_new_one) == (200, 200)
        assert await house.count("yotei_callbacks_total", outcome="old_secret_used") == 1


async def test_f06_a_retired_secret_is_refused(tmp_path: Path) -> None:
    def retire(environment: dict[str, str]) -> None:
        environment["LINEWORKS_BOT_SECRET"] = "the-new-secret"

    async with open_house(tmp_path, retire) as house:
        assert await house.say("ヘルプ") == 401


async def test_f10_a_thousand_copies_at_once_make_one_event_and_one_answer(house: House) -> None:
    body = compact(callback())

    statuses = await asyncio.gather(*(house.deliver(body) for _ in range(1000)))

    assert set(statuses) == {200}
    await house.answers(1)
    await house.quiet()
    assert len(await house.events()) == 1


@pytest.mark.parametrize(
    ("size", "headers"),
    [
        pytest.param(LARGEST_BODY + 1024, {}, id="257-kib"),
        pytest.param(100 * 1024 * 1024, {"Content-Length": str(100 * 1024 * 1024)}, id="100-mib-announced"),
    ],
)
async def test_f12_a_body_that_is_too_large_is_refused_unread(house: House, size: int, headers: dict[str, str]) -> None:
    reader, writer = await _connect(house)
    announced = headers.get("Content-Length", str(size))

    writer.write(_head(f"Content-Length: {announced}") + b"x" * min(size, LARGEST_BODY + 1024))
    answer = await asyncio.wait_for(reader.readline(), PATIENCE)

    assert b" 413 " in answer
    writer.close()


async def test_f12_a_chunked_body_without_end_is_cut_off(house: House) -> None:
    reader, writer = await _connect(house)

    writer.write(_head("Transfer-Encoding: chunked"))
    chunk = b"x" * 65536
    for _ in range(5):
        writer.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
    answer = await asyncio.wait_for(reader.readline(), PATIENCE)

    assert b" 413 " in answer
    writer.close()


async def test_f12_a_packed_body_is_not_unpacked(house: House) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)

    assert await house.deliver(bomb, house.signed(bomb) | {"Content-Encoding": "gzip"}) == 415


async def test_f12_a_slow_body_does_not_hold_up_others(house: House) -> None:
    reader, writer = await _connect(house)
    writer.write(_head("Content-Length: 1000") + b"slow")

    assert await house.deliver(compact(callback("ヘルプ"))) == 200
    await house.answers(1)
    answer = await asyncio.wait_for(reader.readline(), 15)

    assert b" 408 " in answer
    writer.close()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"hello", id="not-json"),
        pytest.param(b"[]", id="an-array"),
        pytest.param(b"7", id="a-number"),
        pytest.param(b"[" * 10_000 + b"]" * 10_000, id="nested"),
        pytest.param(b'{"a":' * 10_000 + b"1" + b"}" * 10_000, id="nested-objects"),
        pytest.param(b'{"type":"message","type":"join"}', id="a-key-twice"),
        pytest.param(b'{"type":NaN}', id="nan"),
        pytest.param(b'{"type":"\xff\xfe"}', id="not-utf-8"),
        pytest.param(b'{"type":"a\x00b"}', id="nul"),
        pytest.param(b'{"type":"a\\u0000b"}', id="escaped-nul"),
    ],
)
async def test_f13_what_is_no_callback_is_refused_without_a_word(house: House, body: bytes) -> None:
    assert await house.deliver(body) == 400


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"type": "reaction"}, id="unknown-kind"),
        pytest.param({"content": {"type": "hologram"}}, id="unknown-content"),
        pytest.param(
            {"new": {"deep": [1, None]}, "content": {"type": "text", "text": "ヘルプ", "x": 1}}, id="new-fields"
        ),
    ],
)
async def test_f14_what_is_new_is_tolerated(house: House, change: dict[str, Any]) -> None:
    assert await house.deliver(compact(callback() | change)) == 200
    assert await house.events() == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"source": {"domainId": DOMAIN_ID}}, id="no-user"),
        pytest.param({"content": {"type": "text", "text": None}}, id="null-text"),
        pytest.param({"content": None}, id="no-content"),
        pytest.param({"issuedTime": "yesterday"}, id="no-time"),
    ],
)
async def test_f14_what_lacks_a_required_field_becomes_a_dead_letter(house: House, change: dict[str, Any]) -> None:
    assert await house.deliver(compact(callback() | change)) == 200

    for _ in range(200):
        if await house.count("yotei_store_dead"):
            break
        await asyncio.sleep(0.02)
    assert await house.count("yotei_store_dead") == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", CALLBACK_PATH, 405, id="get"),
        pytest.param("PUT", CALLBACK_PATH, 405, id="put"),
        pytest.param("HEAD", CALLBACK_PATH, 405, id="head"),
        pytest.param("POST", "/", 404, id="root"),
        pytest.param("POST", CALLBACK_PATH + "/x", 404, id="deeper"),
        pytest.param("POST", "/health/live", 405, id="post-to-health"),
    ],
)
async def test_f15_other_methods_and_paths_are_refused(house: House, method: str, path: str, status: int) -> None:
    async with house.session.request(method, house.bot + path, data=BODY, headers=house.signed(BODY)) as answer:
        assert answer.status == status


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"X-WORKS-BotId": "999"}, BODY, id="another-bot"),
        pytest.param({"X-WORKS-BotId": ""}, BODY, id="no-bot"),
        pytest.param({}, compact(callback(source={"userId": TARO, "domainId": 1})), id="another-domain"),
    ],
)
async def test_f15_other_bots_and_domains_are_refused(house: House, headers: dict[str, str], body: bytes) -> None:
    assert await house.deliver(body, house.signed(body) | headers) == 403


async def test_f49_a_thousand_unaddressed_sentences_leave_no_trace(
    house: House, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bodies = [
        compact(callback(f"内緒の話その{number}", source={"userId": TARO, "channelId": SALES, "domainId": DOMAIN_ID}))
        for number in range(1000)
    ]

    statuses = await asyncio.gather(*map(house.deliver, bodies))

    assert set(statuses) == {200}
    await house.quiet()
    kept = _kept(tmp_path)
    assert "内緒".encode() not in kept
    assert "ヘルプ".encode() in kept  # what is said to the bot is kept: the search does find what is there
    captured = capfd.readouterr()
    assert "内緒" not in captured.out + captured.err


async def test_readiness_and_metrics_are_there(house: House) -> None:
    for path in ("/health/live", "/health/ready", "/metrics"):
        async with house.session.get(house.bot + path) as answer:
            assert answer.status == 200


def _kept(data_dir: Path) -> bytes:
    return b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())


async def _connect(house: House) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, port = house.bot.removeprefix("http://").split(":")
    return await asyncio.open_connection(host, int(port))


def _head(length: str) -> bytes:
    return f"POST {CALLBACK_PATH} HTTP/1.1\r\nHost: bot\r\n{length}\r\nX-WORKS-BotId: {BOT_ID}\r\n\r\n".encode()
