"""How our nouns are written down: as JSON, by a form that is made once."""

from functools import cache
from typing import Any

import structlog
from pydantic import TypeAdapter

from providers.keeping import Doc

log = structlog.get_logger()


@cache
def json_form(of: Any) -> TypeAdapter[Any]:
    """The JSON form of a type; made once, because making it is slow."""
    return TypeAdapter(of)


def readable(of: Any, kept: Doc | None) -> Any:
    """What a document holds; None for none, and for one that another version of this program has written."""
    try:
        return None if kept is None else json_form(of).validate_json(kept.value)
    except ValueError:
        log.warning("document of another version", form=str(getattr(of, "__name__", of)))
        return None
