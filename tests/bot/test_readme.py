"""The README is true."""

import re
from pathlib import Path

from tests.house import HANAKO, SALES, TARO, House

README = (Path(__file__).parents[2] / "README.md").read_text()


async def test_its_conversation_is_the_one_the_bot_has(house: House) -> None:
    conversation = README.split("> **田中** ")[1].split(">\n> **田中**")[0]
    sentence, told = conversation.split("\n>\n> **予定** ")
    lines = [line.removeprefix("> ").removesuffix("<br>") for line in told.strip().splitlines()]
    expected = [line for line in lines if not line.startswith(("`", ">"))]

    answer = await house.ask(sentence.strip(), TARO, SALES)

    said = [line for line in answer.text.splitlines() if not line.startswith("リンク")]
    assert [_undated(line) for line in said] == [_undated(line) for line in expected]
    assert answer.labels == ["取り消す"]


async def test_its_examples_are_understood(house: House) -> None:
    table = README.split("## What people can write")[1].split("##")[0]
    making = re.findall(r"「([^」]+)」", next(row for row in table.splitlines() if "make an event" in row))

    for sentence in making:
        answer = await house.ask(sentence, HANAKO)
        assert "登録しました" in answer.text, (sentence, answer.text)


def _undated(line: str) -> str:
    return re.sub(r"\d+月\d+日\(.\)", "DAY", line)
