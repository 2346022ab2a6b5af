"""What a list is asked for: filters, sorting, paging. No I/O.

The page says what is compared, not how. Here `startDate` and `endDate` are a window, of which an event must share at
least a moment; `name` and `description` are parts of the caption and the description in any case; `recipients` are
e-mails with commas between them, all of whom must be on the event.
Source: https://docs.b2core.b2broker.com/en/rest-api-reference-back-calendar-events.html
"""

import re
from collections.abc import Callable, Mapping

from providers.backoffice.simulator.fields import Members, instant
from providers.backoffice.simulator.words import Wrong

DEFAULT_LIMIT, MOST = 10, 100  # how many rows come without a limit, and at most: neither is documented

SORTED_BY = {"startTime": "startDate", "createTime": "createTime"}

Test = Callable[[Members], bool]


def chosen(events: list[Members], query: Mapping[str, str]) -> list[Members]:
    """The page of `events` that `query` asks for, in order of arrival unless sorted. Raises Wrong."""
    tests = [_test(name, value) for name, value in query.items() if name.startswith("filter")]
    found = [event for event in events if all(test(event) for test in tests)]
    order = query.get("sort_order", "asc")
    if order not in ("asc", "desc"):
        raise Wrong(sort_order="query")
    if (by := query.get("sort_by")) is not None:
        if by not in SORTED_BY:
            raise Wrong(sort_by="query")
        found.sort(key=lambda event: str(event[SORTED_BY[by]]))  # in UTC and of one form: as text they sort as times
    if order == "desc":
        found.reverse()
    limit, offset = _whole(query, "limit", DEFAULT_LIMIT), _whole(query, "offset", 0)
    if not 1 <= limit <= MOST:
        raise Wrong(limit="query")
    return found[offset : offset + limit]


def _test(name: str, value: str) -> Test:
    match name:
        case "filter[startDate]" | "filter[endDate]":
            bound = instant(value)
            if bound is None:
                raise Wrong(**{name: "time"})
            if name == "filter[startDate]":
                return lambda event: instant(event["endDate"]) >= bound  # type: ignore[operator]  # kept ones are times
            return lambda event: instant(event["startDate"]) <= bound  # type: ignore[operator]  # kept ones are times
        case "filter[recipients]":
            asked = {one.strip().lower() for one in value.split(",")}
            return lambda event: asked <= {one.lower() for one in _list(event["recipients"])}
        case "filter[name]":
            return lambda event: value.lower() in str(event["caption"]).lower()
        case "filter[description]":
            return lambda event: value.lower() in str(event["description"]).lower()
    raise Wrong(**{name: "query"})


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def _whole(query: Mapping[str, str], name: str, default: int) -> int:
    text = query.get(name, str(default))
    if not re.fullmatch("[0-9]{1,9}", text):
        raise Wrong(**{name: "query"})
    return int(text)
