"""Reading the members of a JSON object, refusing what the page does not allow. No I/O.

`null` counts as absent, and members that no rule asks for are left alone. Lengths are counted in code points.
How a refusal is worded is each system's own business: see `Simulator.invalid`.
"""

from collections.abc import Collection
from typing import NoReturn

from providers.simulation.wire import Invalid

INT32 = (1 << 31) - 1


def bad(where: str, what: str) -> NoReturn:
    """Refuse: `what` is wrong at `where`."""
    raise Invalid(where, what)


class Fields:
    """An object of a request; `where` is its place, for the words of a refusal. Every method raises Invalid."""

    def __init__(self, value: object, where: str) -> None:
        """Refuses what is no object."""
        if not isinstance(value, dict):
            bad(where, "must be an object")
        self.members: dict[str, object] = value
        self.where = where

    def at(self, name: str) -> str:
        """The place of a member."""
        return f"{self.where}.{name}"

    def raw(self, name: str, *, required: bool = False) -> object:
        """A member as it is, None when absent."""
        value = self.members.get(name)
        if value is None and required:
            bad(self.at(name), "is required")
        return value

    def text(self, name: str, longest: int | None = None, *, shortest: int = 0, required: bool = False) -> str | None:
        """A string of `shortest` to `longest` characters."""
        value = self.raw(name, required=required)
        if value is None:
            return None
        if not isinstance(value, str):
            bad(self.at(name), "must be a string")
        if len(value) < shortest or (longest is not None and len(value) > longest):
            bad(self.at(name), f"must have {shortest} to {longest} characters")
        return value

    def needed(self, name: str, longest: int | None = None, *, shortest: int = 0) -> str:
        """A string that must be there."""
        value = self.text(name, longest, shortest=shortest, required=True)
        assert value is not None
        return value

    def choice(self, name: str, allowed: Collection[str], *, required: bool = False) -> str | None:
        """One of a few words."""
        value = self.text(name, required=required)
        if value is not None and value not in allowed:
            bad(self.at(name), f"must be one of {', '.join(sorted(allowed))}")
        return value

    def flag(self, name: str) -> bool | None:
        """A truth value."""
        value = self.raw(name)
        if value is not None and not isinstance(value, bool):
            bad(self.at(name), "must be true or false")
        return value

    def integer(self, name: str, lowest: int, highest: int) -> int | None:
        """A whole number."""
        value = self.raw(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            bad(self.at(name), f"must be an integer from {lowest} to {highest}")
        return value

    def number(self, name: str, lowest: float, highest: float) -> None:
        """A number that must be there."""
        value = self.raw(name, required=True)
        if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
            bad(self.at(name), f"must be a number from {lowest} to {highest}")

    def items(self, name: str, most: int, *, least: int = 0, required: bool = False) -> list[object]:
        """An array; empty when absent."""
        value = self.raw(name, required=required)
        if value is None:
            return []
        if not isinstance(value, list):
            bad(self.at(name), "must be an array")
        if not least <= len(value) <= most:
            bad(self.at(name), f"must have {least} to {most} items")
        return value

    def objects(self, name: str, most: int, *, least: int = 0, required: bool = False) -> list["Fields"]:
        """An array of objects; empty when absent."""
        found = self.items(name, most, least=least, required=required)
        return [Fields(item, f"{self.at(name)}[{index}]") for index, item in enumerate(found)]

    def words(
        self,
        name: str,
        most: int,
        allowed: Collection[str] | None = None,
        *,
        least: int = 0,
        required: bool = False,
    ) -> list[str]:
        """An array of distinct strings, each one of `allowed` when that is given; empty when absent."""
        found: list[str] = []
        for item in self.items(name, most, least=least, required=required):
            if not isinstance(item, str) or item in found:
                bad(self.at(name), "must be distinct strings")
            if allowed is not None and item not in allowed:
                bad(self.at(name), f"must be among {', '.join(sorted(allowed))}")
            found.append(item)
        return found

    def within(self, name: str, *, required: bool = False) -> "Fields | None":
        """An object inside this one."""
        value = self.raw(name, required=required)
        return None if value is None else Fields(value, self.at(name))
