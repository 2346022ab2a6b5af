"""How our nouns are written down: as JSON, by a form that is made once."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def json_form(of: Any) -> TypeAdapter[Any]:
    """The JSON form of a type; made once, because making it is slow."""
    return TypeAdapter(of)
