"""The list of faults in tests/README.md is true."""

import re
from pathlib import Path

TESTS = Path(__file__).parent


def test_every_numbered_fault_that_is_tested_is_listed_and_every_listed_one_is_tested() -> None:
    listed = set(re.findall(r"^\| (F\d\d) \|", (TESTS / "README.md").read_text(), re.MULTILINE))
    tested = set()
    for file in TESTS.rglob("*.py"):
        text = file.read_text()
        tested |= {number.upper() for number in re.findall(r"def test_(f\d\d)_", text)}

    assert listed == tested
