"""Faults that a tester arms and a simulator then shows: what, where, and how often. No I/O."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from providers.simulation.wire import Nonsense

LONGEST_DELAY = 600.0  # seconds

Cut = Literal["reset", "apply_then_timeout", "apply_then_reset"]
CUTS: Mapping[str, Cut] = {
    "reset": "reset",
    "apply_then_timeout": "apply_then_timeout",
    "apply_then_reset": "apply_then_reset",
}


@dataclass(frozen=True, slots=True)
class Canned:
    """An answer that replaces the real one; the request is not carried out. `body` is text, or JSON for anything else."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What goes wrong: first the delay (seconds), then the cut or the canned answer, else the true answer."""

    delay: float = 0.0
    canned: Canned | None = None
    cut: Cut | None = None


@dataclass(slots=True)
class Fault:
    """A deed for requests of one method (None: any) whose path, without query, holds a match of `path`.

    `left` counts down to nothing; None lasts until it is cleared.
    """

    method: str | None
    path: re.Pattern[str]
    left: int | None
    deed: Deed
    told: Mapping[str, object]

    def hits(self, method: str, path: str) -> bool:
        """Whether this request is meant."""
        return self.method in (None, method) and self.path.search(path) is not None


class Faults:
    """All armed faults, in the order in which they were armed."""

    def __init__(self) -> None:
        """None armed."""
        self._armed: list[Fault] = []

    def __bool__(self) -> bool:
        """Whether any is armed."""
        return bool(self._armed)

    def arm(self, told: Mapping[str, object]) -> None:
        """Add the fault that `told` describes. Raises Nonsense when it describes none."""
        self._armed.append(read(told))

    def clear(self) -> None:
        """Forget all."""
        self._armed.clear()

    def take(self, method: str, path: str) -> Deed | None:
        """The deed of the first fault that means this request, counted down; None when none does."""
        for fault in self._armed:
            if fault.hits(method, path):
                if fault.left is not None:
                    fault.left -= 1
                    if not fault.left:
                        self._armed.remove(fault)
                return fault.deed
        return None

    def told(self) -> list[dict[str, object]]:
        """The armed faults as they were described, each with the times it has left."""
        return [{**fault.told, "times": fault.left} for fault in self._armed]


def read(told: Mapping[str, object]) -> Fault:
    """The fault that `{method, path, times, do}` describes.

    `method` absent means any, `path` absent every path, `times` absent once and null until cleared.
    Raises Nonsense.
    """
    if unknown := told.keys() - {"method", "path", "times", "do"}:
        raise Nonsense(f"unknown members {sorted(unknown)}; known are method, path, times, do")
    method, path, times = told.get("method"), told.get("path", ""), told.get("times", 1)
    if not (method is None or isinstance(method, str)):
        raise Nonsense("method must be a string")
    if not isinstance(path, str):
        raise Nonsense("path must be a string")
    if not (times is None or (isinstance(times, int) and not isinstance(times, bool) and times > 0)):
        raise Nonsense("times must be a whole number above 0, or null")
    try:
        pattern = re.compile(path)
    except re.error as error:
        raise Nonsense(f"path is no regular expression: {error}") from None
    return Fault(method.upper() if method else None, pattern, times, _deed(told.get("do")), told)


def _deed(do: object) -> Deed:
    if isinstance(do, str):
        if do not in CUTS:
            raise Nonsense(f"do must be one of {sorted(CUTS)}, or an object with status or delay")
        return Deed(cut=CUTS[do])
    if not isinstance(do, dict) or not do.keys() & {"status", "delay"}:
        raise Nonsense(f"do must be one of {sorted(CUTS)}, or an object with status or delay")
    if unknown := do.keys() - {"status", "headers", "body", "delay"}:
        raise Nonsense(f"unknown members of do: {sorted(unknown)}; known are status, headers, body, delay")
    return Deed(delay=_delay(do.get("delay", 0)), canned=_canned(do) if "status" in do else None)


def _delay(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_DELAY:
        raise Nonsense(f"delay must be 0 to {LONGEST_DELAY:.0f} seconds")
    return float(value)


def _canned(do: Mapping[str, object]) -> Canned:
    status, headers = do["status"], do.get("headers") or {}
    if isinstance(status, bool) or not isinstance(status, int) or not 200 <= status <= 599:
        raise Nonsense("status must be 200 to 599")
    if not isinstance(headers, dict) or not all(isinstance(value, str) for value in headers.values()):
        raise Nonsense("headers must be an object of strings")
    return Canned(status, headers, do.get("body"))
