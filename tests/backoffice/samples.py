"""The sample requests that the page shows, as requests."""

import json
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

REQUESTS = Path(__file__).parents[1] / "samples" / "backoffice" / "requests.txt"


@dataclass(frozen=True)
class Sample:
    """One curl command."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any


def samples() -> list[Sample]:
    """All five, in the order of the page."""
    commands = REQUESTS.read_text().split("\n\ncurl ")
    lines = (command.removeprefix("curl ").replace("\\\n", " ") for command in commands)
    return [_read(shlex.split(line)) for line in lines]


def _read(words: list[str]) -> Sample:
    url = urlsplit(next(word for word in words if word.startswith("https://")))
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "--header")
    body = next((json.loads(words[at + 1]) for at, word in enumerate(words) if word == "--data-raw"), None)
    named = next((word for word in words if word in {"GET", "PUT", "DELETE"}), "GET" if body is None else "POST")
    return Sample(named, url.path, dict(parse_qsl(url.query)), headers, body)
