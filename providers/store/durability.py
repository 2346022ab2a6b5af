"""Whether a server keeps what it confirms: what its settings say."""

from dataclasses import dataclass

from redis.exceptions import ResponseError

from providers.store.line import Line
from providers.store.refusals import WeakStore


@dataclass(frozen=True, slots=True)
class Durability:
    """`verdict` None: the server does not let us look. `weaknesses` are phrases, one for each setting that is too weak."""

    verdict: bool | None
    weaknesses: tuple[str, ...] = ()

    def require(self) -> None:
        """Raise WeakStore for a server that is known to be weak."""
        if self.verdict is False:
            raise WeakStore(
                f"this store may lose what it has confirmed: {'; '.join(self.weaknesses)}. "
                "Set appendonly yes and appendfsync always there, or set ALLOW_WEAK_STORE=1 to accept the loss."
            )


async def durability(line: Line) -> Durability:
    """The weakest of all servers counts. Raises StoreDown."""
    weaknesses: set[str] = set()
    try:
        for pattern in ("append*", "maxmemory*"):
            for flat in await line.everywhere("CONFIG", "GET", pattern, handing_on=(ResponseError,)):
                weaknesses.update(_weaknesses(dict(zip(flat[::2], flat[1::2], strict=True))))
    except ResponseError:  # CONFIG is forbidden or renamed, as managed servers do
        return Durability(None)
    return Durability(not weaknesses, tuple(sorted(weaknesses)))


def _weaknesses(settings: dict[bytes, bytes]) -> list[str]:
    """Works on any part of a server's settings."""
    found = []
    if settings.get(b"appendonly", b"yes") != b"yes":
        found.append("appendonly is no")
    if (fsync := settings.get(b"appendfsync", b"always")) != b"always":
        found.append(f"appendfsync is {fsync.decode()}")
    if settings.get(b"maxmemory", b"0") != b"0" and settings.get(b"maxmemory-policy") != b"noeviction":
        found.append("maxmemory-policy is not noeviction")
    return found
