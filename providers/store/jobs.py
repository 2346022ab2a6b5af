"""How a job is written into the arguments of a script, and what is remembered of it. No I/O."""

import os
from datetime import UTC, datetime
from hashlib import blake2b
from math import ceil

REMEMBERED = 72 * 3600  # seconds that a shown key is known


def new_token() -> bytes:
    """Names one call, so that its repetition after a lost answer is told from a second call."""
    return os.urandom(8)


def milliseconds(at: datetime) -> int:
    """`at` as the store's clock writes it, never earlier. Raises ValueError without a time zone."""
    if at.tzinfo is None:
        raise ValueError("a time needs a time zone")
    return ceil(at.timestamp() * 1000)


def instant(written: bytes) -> datetime:
    """What `milliseconds` has written, in UTC."""
    return datetime.fromtimestamp(int(written) / 1000, UTC)


def accept_arguments(lane: bytes, key: bytes, body: bytes, at: int) -> tuple[bytes | int, ...]:
    """The arguments of accept.lua for one job. `at` is in milliseconds, 0 for now. Raises TypeError."""
    if not isinstance(body, bytes):  # said to the one who brings it: many jobs go out in one call
        raise TypeError("a body is bytes")
    # Remembered keys are most of what the store holds: 16 bytes each, whatever the key's length.
    return lane, blake2b(key, digest_size=16).digest(), new_token(), at, key, body
